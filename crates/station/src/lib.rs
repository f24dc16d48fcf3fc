//! The station's use cases: load, decide, write in one transaction.

pub mod apply;
pub mod backup;
pub mod bundle;
pub mod contested;
pub mod day;
pub mod drafts;
pub mod fault;
pub mod find;
pub mod fork;
pub mod glance;
pub mod handler;
pub mod import;
pub mod indexing;
pub mod keys;
pub mod link;
pub mod listings;
pub mod lots;
pub mod me;
pub mod monotonic;
pub mod morning;
pub mod orders;
pub mod outbox;
pub mod people;
pub mod photo;
pub mod photos;
pub mod pin;
pub mod prices;
pub mod prints;
pub mod produce;
pub mod products;
pub mod replica;
pub mod reveal;
mod search;
mod searching;
pub mod session;
pub mod setup;
pub mod shift;
pub mod signin;
mod sorting;
pub mod station;
pub mod status;
pub mod tasks;
pub mod tokens;
pub mod typed;
pub mod verify;
pub mod work;
pub mod world;

pub use station::{Host, Station};

/// When this version was finished, milliseconds since 1970 (2026-11-24): a clock before it is wrong.
pub const BUILD_MS: i64 = 1_795_478_400_000;
