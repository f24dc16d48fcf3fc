//! Origins and takeovers, as far as the rules ask for them.

use crate::id::{DeviceId, FactId, Origin};
use std::collections::BTreeMap;

/// What the rules must know about origins: whose each is, and where a takeover closed it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct World {
    /// The device that each origin belongs to.
    pub devices: BTreeMap<Origin, DeviceId>,
    /// The last sequence that counts of each closed origin.
    pub closed: BTreeMap<Origin, u64>,
}

impl World {
    /// Takes in a takeover; of two for the same origin the lower sequence counts.
    pub fn close(&mut self, closed: &[FactId]) {
        for fact in closed {
            let last = self.closed.entry(fact.origin).or_insert(fact.sequence);
            *last = (*last).min(fact.sequence);
        }
    }

    /// Whether a fact was written past the point at which its origin was taken over.
    #[must_use]
    pub fn late(&self, fact: FactId) -> bool {
        self.closed
            .get(&fact.origin)
            .is_some_and(|last| fact.sequence > *last)
    }

    /// The device that wrote a fact.
    #[must_use]
    pub fn device(&self, fact: FactId) -> Option<DeviceId> {
        self.devices.get(&fact.origin).copied()
    }
}
