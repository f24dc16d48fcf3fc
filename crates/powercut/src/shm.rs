//! The memory that connections to one database share: the index of its write-ahead log. A cut
//! leaves nothing of it.

use crate::locks::{Holder, ShmLocks};
use std::collections::BTreeSet;
use std::ffi::c_void;
use std::ptr::NonNull;

/// One region, at an address that stays.
#[derive(Debug)]
struct Region(NonNull<[u64]>);

// SAFETY: a region is plain memory of its own. SQLite guards what it does there by the locks of the
// shared memory and by `xShmBarrier`, as it does with memory that processes share.
unsafe impl Send for Region {}

impl Region {
    fn new(bytes: usize) -> Self {
        let words = vec![0u64; bytes.div_ceil(8)].into_boxed_slice();
        Self(NonNull::from(Box::leak(words)))
    }

    fn address(&self) -> *mut c_void {
        self.0.as_ptr().cast()
    }
}

impl Drop for Region {
    fn drop(&mut self) {
        // SAFETY: the pointer is from `Box::leak` in `new`, is given back only here, and the last
        // handle that used the region has unmapped it.
        drop(unsafe { Box::from_raw(self.0.as_ptr()) });
    }
}

/// A database's shared memory.
#[derive(Debug, Default)]
pub(crate) struct Shm {
    regions: Vec<Region>,
    users: BTreeSet<Holder>,
    pub(crate) locks: ShmLocks,
}

impl Shm {
    pub(crate) fn enter(&mut self, holder: Holder) {
        self.users.insert(holder);
    }

    /// The address of a region, if it is there.
    pub(crate) fn region(&self, index: usize) -> Option<*mut c_void> {
        self.regions.get(index).map(Region::address)
    }

    /// Makes the regions up to `index`.
    pub(crate) fn grow(&mut self, index: usize, bytes: usize) {
        while self.regions.len() <= index {
            self.regions.push(Region::new(bytes));
        }
    }

    pub(crate) fn leave(&mut self, holder: Holder) {
        self.locks.release(holder);
        self.users.remove(&holder);
        if self.users.is_empty() {
            self.regions.clear();
        }
    }
}
