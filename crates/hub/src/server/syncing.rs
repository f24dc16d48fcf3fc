//! Which stations are at it just now.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};
use tsong_domain::id::EntityId;

/// How many exchanges of each station are under way.
#[derive(Debug, Default)]
pub(super) struct Syncing(Mutex<BTreeMap<EntityId, u32>>);

/// An exchange under way, until it is dropped.
pub(super) struct UnderWay<'a> {
    all: &'a Syncing,
    station: EntityId,
}

impl Syncing {
    fn with<T>(&self, work: impl FnOnce(&mut BTreeMap<EntityId, u32>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn begin(&self, station: EntityId) -> UnderWay<'_> {
        self.with(|all| {
            let count = all.entry(station).or_default();
            *count = count.saturating_add(1);
        });
        UnderWay { all: self, station }
    }

    pub(super) fn now(&self) -> BTreeSet<EntityId> {
        self.with(|all| all.keys().copied().collect())
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        let station = self.station;
        self.all.with(|all| {
            let left = all.get(&station).map_or(0, |count| count.saturating_sub(1));
            if left == 0 {
                all.remove(&station);
            } else {
                all.insert(station, left);
            }
        });
    }
}
