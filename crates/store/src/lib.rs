//! The station's SQLite: the log and every table derived from it, in one encrypted file.
//!
//! One file of this crate a table, with its schema, its row and its queries. All pending migrations
//! run in one transaction; a database of a newer version is refused. Nothing outside this crate
//! sees SQL.

pub mod blob;
pub mod draft;
pub mod effect;
pub mod error;
pub mod fact;
pub mod find;
pub mod floor;
pub mod leg;
pub mod listing;
pub mod lost;
pub mod lot;
pub mod meta;
pub mod migrate;
pub mod open;
pub mod order;
pub mod order_sum;
pub mod origin;
pub mod party;
pub mod person;
pub mod pin;
pub mod posting;
pub mod printed;
pub mod promise;
pub mod quarantine;
pub mod reveal;
mod salt;
pub mod same;
pub mod seal;
pub mod sync_log;
pub mod undated;
mod value;

pub use error::StoreError;
pub use open::{Db, Store};

/// What every function of this crate returns.
pub type Result<T> = std::result::Result<T, StoreError>;
