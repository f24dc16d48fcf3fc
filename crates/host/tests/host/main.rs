//! The bridge as a screen uses it: real folders, a real hub, a link that stalls.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod county;
mod restore;
mod seat;
mod session;
mod settings;
mod setup;
mod sync;
