//! What frames lean on: the log, as both ends of a frame know it.

use super::offer::sequence_at;
use super::{Log, OfferError, Offering};
use crate::frame::{self, Frame, FrameError, Ids, Trail};
use tsong_domain::fact::Sealed;
use tsong_domain::id::{EntityId, FactId, Origin};

/// How much of a log is loaded to learn from at once, and the most that is learned from.
const LEARN_BYTES: usize = 256 * 1024;
const MAX_LEARN_BYTES: usize = 4 * 1024 * 1024;

/// What a log knows of one origin before a frame, as both ends of it do.
pub(super) struct LogIds<'a, L: Log> {
    pub(super) log: &'a L,
    pub(super) origin: Origin,
    pub(super) first: u64,
}

impl<L: Log> Ids for LogIds<'_, L> {
    fn birth_of(&self, entity: &EntityId) -> Option<FactId> {
        self.log.birth_of(self.origin, self.first, entity)
    }

    fn entity_of(&self, fact: FactId) -> Option<EntityId> {
        let is_before = fact.origin == self.origin && fact.sequence < self.first;
        if is_before {
            self.log.entity_of(fact)
        } else {
            None
        }
    }

    fn body_of(&self, fact: FactId) -> Option<Vec<u8>> {
        let is_before = fact.origin == self.origin && fact.sequence < self.first;
        is_before.then(|| self.log.body_of(fact)).flatten()
    }
}

/// A frame's bytes, and whether they lean on the facts before it.
type Built<E> = Result<Result<(Vec<u8>, bool), FrameError>, OfferError<E>>;

/// On how many facts the first frame of a run leans: about what a station writes in a busy day. More makes
/// a small frame no smaller, and both ends have to learn from them while the link waits.
const LEAN_FACTS: u64 = 512;

impl Offering<'_> {
    /// The frame's bytes and whether they lean on the facts before it.
    pub(super) fn encode<L: Log>(&mut self, log: &L, frame: &Frame) -> Built<L::Error> {
        let ids = LogIds {
            log,
            origin: frame.origin,
            first: frame.first,
        };
        let goes_on =
            |t: &Trail| t.leads_to(frame.origin, frame.first) && t.facts() <= frame::MAX_LEAN_FACTS;
        let trail = match self.trail.take().filter(goes_on) {
            Some(trail) => trail,
            None if self.leans => {
                let from = frame.first.saturating_sub(LEAN_FACTS).max(1);
                trail_of(log, frame.origin, from, frame.first)
                    .map_err(OfferError::Log)?
                    .unwrap_or_else(|| Trail::new(frame.origin, frame.first))
            }
            None => Trail::new(frame.origin, frame.first),
        };
        let leans = trail.facts() > 0;
        Ok(frame::encode_on(frame, &ids, trail).map(|(bytes, trail)| {
            self.trail = Some(trail).filter(|_| self.leans);
            (bytes, leans)
        }))
    }
}

/// What the facts from `from` to before `next` teach; `None` where the log has them not, or where they
/// are too big.
pub(super) fn trail_of<L: Log>(
    log: &L,
    origin: Origin,
    from: u64,
    next: u64,
) -> Result<Option<Trail>, L::Error> {
    let ids = LogIds {
        log,
        origin,
        first: from,
    };
    let (mut trail, mut at, mut bytes) = (Trail::new(origin, from), from, 0usize);
    while at < next {
        let mut facts = log.facts(origin, at, LEARN_BYTES)?;
        let left = usize::try_from(next.saturating_sub(at)).unwrap_or(usize::MAX);
        facts.truncate(left);
        bytes = facts.iter().fold(bytes, |sum, f| {
            let section = match &f.personal {
                Some(Sealed::Open { bytes, .. }) => bytes.len(),
                Some(Sealed::Erased(_)) | None => 0,
            };
            sum.saturating_add(f.body.len()).saturating_add(section)
        });
        if facts.is_empty() || bytes > MAX_LEARN_BYTES {
            return Ok(None);
        }
        at = sequence_at(at, facts.len());
        let Ok(further) = trail.learn(&facts, &ids) else {
            return Ok(None);
        };
        trail = further;
    }
    Ok(Some(trail))
}
