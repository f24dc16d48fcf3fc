//! A disk in memory under SQLite that remembers every write and every sync, so that a power cut can
//! be had at any of them: for tests alone.
//!
//! [`Disk::mount`] takes a folder over: from then on SQLite's files there live in memory, opened by
//! path as ever, while the folder shows files of the same names and lengths to whoever looks by
//! other means. [`Disk::recording`] is what happened since; [`Recording::cut`] is a disk as a cut
//! leaves it, and is mounted in turn.
//!
//! What a cut keeps: all that a sync has covered; of the rest any part, whole writes or sectors of
//! 512 bytes of them, in any order, with zeros or noise where a sector was under way. Bytes beside
//! a write stay as they were (SQLite's "powersafe overwrite", which it takes for granted on every
//! system). A name made or removed lasts once its folder was synced, which SQLite's own VFS does
//! with the first sync of a new journal. What a failed sync had been asked to keep stays in doubt
//! for ever, as Linux has it.

mod cut;
mod dice;
mod disk;
mod faults;
mod file;
mod locks;
mod record;
mod shm;
mod vfs;

pub use cut::Image;
pub use dice::Dice;
pub use disk::Disk;
pub use faults::{Flaw, Trouble};
pub use record::Recording;
