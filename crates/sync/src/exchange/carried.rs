//! What a request's frames tell besides their facts: how far the device reaches that sends them.

use super::SyncAsk;
use crate::chain::HeadStart;
use crate::frame;
use crate::peer::{Log, Refused, RefusedCode};
use std::collections::BTreeMap;
use tsong_domain::id::Origin;

/// The most origins of which a request's frames tell how far the device reaches.
const MAX_CARRIED: usize = 4096;

/// How far the frames of one request reach, whether they were taken in or not.
#[derive(Default)]
pub(super) struct Carried(BTreeMap<Origin, u64>);

impl Carried {
    pub(super) fn note(&mut self, bytes: &[u8]) {
        let Ok(head) = frame::peek(bytes) else { return };
        if self.0.len() < MAX_CARRIED || self.0.contains_key(&head.origin) {
            let last = self.0.entry(head.origin).or_default();
            *last = head.last().max(*last);
        }
    }

    /// Adds to what the device said what it left for its frames to tell. Where one of them was of
    /// another history than the one here, so is its end.
    pub(super) fn complete<L: Log>(
        self,
        ask: &mut SyncAsk,
        log: &L,
        refused: &[Refused],
    ) -> Result<(), L::Error> {
        for (origin, last) in self.0 {
            if ask.have.iter().any(|(named, _, _)| *named == origin) {
                continue;
            }
            let is_fork = |r: &Refused| r.origin == origin && r.code == RefusedCode::Fork;
            let head = match log.head_at(origin, last)? {
                Some(head) if !refused.iter().any(is_fork) => head.into(),
                Some(_) | None => HeadStart([0; 16]),
            };
            ask.have.push((origin, last, head));
        }
        Ok(())
    }
}
