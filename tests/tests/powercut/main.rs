//! Power cuts, full disks and failing disks, under the station and the hub as they are: SQLite over
//! a disk in memory that forgets what was not synced.
//!
//! A story is recorded once. Then the disk is built as a cut leaves it, at points spread over all
//! that was written, with any part of what was not synced; the real program opens it, and what it
//! finds must be, row for row, a state that was committed, not older than the last one that somebody
//! was told is saved.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod county;
mod cuts;
mod dump;
mod flaws;
#[path = "../common/served.rs"]
mod served;
mod shop;
mod station;
mod troubled_hub;
mod troubles;
