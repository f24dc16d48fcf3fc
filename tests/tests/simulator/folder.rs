//! Folders as disks: copied whole while nobody is in the middle of a write, which is what a power
//! cut leaves.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use tempfile::TempDir;

/// A folder in memory where the system has one.
pub(crate) fn fast() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory).unwrap()
    } else {
        tempfile::tempdir().unwrap()
    }
}

/// Where the disks of one run lie.
#[derive(Debug)]
pub(crate) struct Shelf {
    root: TempDir,
    next: AtomicU64,
}

impl Shelf {
    pub(crate) fn new() -> Self {
        Self {
            root: fast(),
            next: AtomicU64::new(0),
        }
    }

    /// A path that nothing lies at yet.
    pub(crate) fn free(&self) -> PathBuf {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        self.root.path().join(number.to_string())
    }

    /// A copy of a disk.
    pub(crate) fn copy(&self, from: &Path) -> PathBuf {
        let to = self.free();
        copy(from, &to);
        to
    }
}

/// Copies a folder but for what SQLite shares between programs only while they run.
pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name();
        let target = to.join(&name);
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else if !name.to_string_lossy().ends_with("-shm") {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
