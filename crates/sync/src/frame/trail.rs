//! What a frame may lean on: the facts of its origin just before it, from which the model has learned.
//! Sender and receiver have them both; a frame names how many they are and marks what they say, so that
//! a receiver whose facts differ (a person was erased there meanwhile) notices it and asks for a frame
//! that leans on nothing.

use super::{FrameError, Ids};
use crate::chain::{GENESIS, next_head};
use crate::codec::{self, Memory};
use tsong_domain::fact::{RawFact, Sealed};
use tsong_domain::id::{FactId, Hash32, Origin};

/// On how many facts a frame may lean: the work of a receiver that has to learn from them anew, less
/// than that of the biggest frame. With more the model's room for what is new would be full.
pub const MAX_LEAN_FACTS: u64 = 8192;

/// Consecutive facts of an origin that were learned from.
#[derive(Debug)]
pub struct Trail {
    origin: Origin,
    from: u64,
    next: u64,
    mark: Hash32,
    memory: Option<Box<Memory>>,
}

impl Trail {
    /// Of no facts: what is written next leans on nothing.
    #[must_use]
    pub const fn new(origin: Origin, next: u64) -> Self {
        Self {
            origin,
            from: next,
            next,
            mark: GENESIS,
            memory: None,
        }
    }

    /// Learns from the facts that follow; both ends must have them, and know the same `ids` before.
    ///
    /// # Errors
    /// [`FrameError::LeansElsewhere`] if they do not follow, [`FrameError::TooBig`] if learning takes
    /// more work than a frame may.
    pub fn learn(mut self, facts: &[RawFact], ids: &dyn Ids) -> Result<Self, FrameError> {
        let follows = (self.next..).zip(facts);
        for (sequence, fact) in follows {
            if fact.header.id != FactId::new(self.origin, sequence) {
                return Err(FrameError::LeansElsewhere);
            }
        }
        let memory = self.memory();
        let memory = codec::learn(ids, memory, facts)?;
        Ok(self.after(facts, memory))
    }

    /// Whether it ends just before an origin's fact.
    #[must_use]
    pub fn leads_to(&self, origin: Origin, first: u64) -> bool {
        self.origin == origin && self.next == first
    }

    /// How many facts it has.
    #[must_use]
    pub const fn facts(&self) -> u64 {
        self.next.saturating_sub(self.from)
    }

    /// What tells it from one of other facts.
    pub(super) const fn mark(&self) -> [u8; 4] {
        let [a, b, c, d, ..] = self.mark.0;
        [a, b, c, d]
    }

    pub(super) fn memory(&mut self) -> Memory {
        let fresh = || codec::fresh(self.origin, self.next);
        self.memory.take().map_or_else(fresh, |memory| *memory)
    }

    pub(super) fn after(mut self, facts: &[RawFact], memory: Memory) -> Self {
        for fact in facts {
            self.mark = next_head(&self.mark, fact);
            // The chain does not tell an erased section from an open one; the model does.
            if matches!(fact.personal, Some(Sealed::Erased(_))) {
                self.mark = next_head(&self.mark, fact);
            }
            self.next = self.next.saturating_add(1);
        }
        self.memory = Some(Box::new(memory));
        self
    }
}
