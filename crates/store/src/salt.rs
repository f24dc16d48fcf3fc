//! The cipher's salt, when the file has lost it.
//!
//! SQLCipher keeps it in the first bytes of the first page and nowhere else, and nothing opens
//! without it. A power cut while that page is copied out of the write-ahead log may spoil its
//! sector; but then the log still holds the page, and the salt at its head.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const LOG_HEADER_BYTES: usize = 32;
const FRAME_HEADER_BYTES: usize = 24;

/// As SQLCipher takes it.
pub(crate) type Salt = [u8; 16];

/// A database's write-ahead log.
pub(crate) fn log_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

/// Whether there is something in a database's write-ahead log.
pub(crate) fn has_log(file: &Path) -> bool {
    std::fs::metadata(log_of(file)).is_ok_and(|log| log.len() > 0)
}

/// The salts that a write-ahead log's copies of the first page begin with: one, but for copies that
/// were spoiled, too.
pub(crate) fn in_log(file: &Path, page_bytes: usize) -> BTreeSet<Salt> {
    let log = std::fs::read(log_of(file)).unwrap_or_default();
    let frames = log.get(LOG_HEADER_BYTES..).unwrap_or_default();
    frames
        .chunks_exact(FRAME_HEADER_BYTES.saturating_add(page_bytes))
        .filter(|frame| frame.starts_with(&1u32.to_be_bytes()))
        .filter_map(|frame| frame.get(FRAME_HEADER_BYTES..)?.first_chunk().copied())
        .collect()
}
