//! Who holds a file: the five levels of SQLite's locks, and the eight of its shared memory.

use rusqlite::ffi;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::c_int;

/// A handle of a file.
pub(crate) type Holder = u64;

/// The locks on a file itself.
#[derive(Debug, Default)]
pub(crate) struct FileLocks(BTreeMap<Holder, c_int>);

impl FileLocks {
    fn others(&self, holder: Holder) -> c_int {
        let others = self.0.iter().filter(|(h, _)| **h != holder);
        others
            .map(|(_, level)| *level)
            .max()
            .unwrap_or(ffi::SQLITE_LOCK_NONE)
    }

    pub(crate) fn lock(&mut self, holder: Holder, wanted: c_int) -> c_int {
        let others = self.others(holder);
        let bound = if wanted == ffi::SQLITE_LOCK_SHARED {
            ffi::SQLITE_LOCK_PENDING
        } else {
            ffi::SQLITE_LOCK_RESERVED
        };
        if others >= bound {
            return ffi::SQLITE_BUSY;
        }
        let level = self.0.entry(holder).or_insert(ffi::SQLITE_LOCK_NONE);
        if wanted == ffi::SQLITE_LOCK_EXCLUSIVE && others >= ffi::SQLITE_LOCK_SHARED {
            // New readers are kept out while those that are there finish.
            *level = ffi::SQLITE_LOCK_PENDING;
            return ffi::SQLITE_BUSY;
        }
        *level = wanted.max(*level);
        ffi::SQLITE_OK
    }

    pub(crate) fn unlock(&mut self, holder: Holder, to: c_int) {
        if to == ffi::SQLITE_LOCK_NONE {
            self.0.remove(&holder);
        } else if let Some(level) = self.0.get_mut(&holder) {
            *level = to.min(*level);
        }
    }

    pub(crate) fn is_reserved(&self) -> bool {
        self.0
            .values()
            .any(|level| *level >= ffi::SQLITE_LOCK_RESERVED)
    }
}

#[derive(Debug, Default)]
struct Slot {
    exclusive: Option<Holder>,
    shared: BTreeSet<Holder>,
}

/// The locks on a file's shared memory.
#[derive(Debug, Default)]
pub(crate) struct ShmLocks(BTreeMap<c_int, Slot>);

impl ShmLocks {
    /// As `xShmLock`: `count` slots from `first` on, all or none.
    pub(crate) fn change(
        &mut self,
        holder: Holder,
        first: c_int,
        count: c_int,
        flags: c_int,
    ) -> c_int {
        let slots = first..first.saturating_add(count);
        let is_exclusive = flags & ffi::SQLITE_SHM_EXCLUSIVE != 0;
        if flags & ffi::SQLITE_SHM_UNLOCK != 0 {
            for n in slots {
                let slot = self.0.entry(n).or_default();
                if is_exclusive && slot.exclusive == Some(holder) {
                    slot.exclusive = None;
                } else if !is_exclusive {
                    slot.shared.remove(&holder);
                }
            }
            return ffi::SQLITE_OK;
        }
        let is_taken = |slot: &Slot| {
            let by_writer = slot.exclusive.is_some_and(|h| h != holder);
            by_writer || is_exclusive && slot.shared.iter().any(|h| *h != holder)
        };
        if slots.clone().any(|n| self.0.get(&n).is_some_and(is_taken)) {
            return ffi::SQLITE_BUSY;
        }
        for n in slots {
            let slot = self.0.entry(n).or_default();
            if is_exclusive {
                slot.exclusive = Some(holder);
            } else {
                slot.shared.insert(holder);
            }
        }
        ffi::SQLITE_OK
    }

    pub(crate) fn release(&mut self, holder: Holder) {
        for slot in self.0.values_mut() {
            slot.shared.remove(&holder);
            if slot.exclusive == Some(holder) {
                slot.exclusive = None;
            }
        }
    }
}
