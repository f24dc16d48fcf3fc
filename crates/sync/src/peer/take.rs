//! Taking in frames from elsewhere: what extends a chain that is known goes in, what is known
//! already does nothing, what contradicts is refused and told.

use super::lean::{LogIds, trail_of};
use super::{Log, OriginHead, Refused, RefusedCode, Verified, vouching};
use crate::chain::{GENESIS, next_head};
use crate::encode::{Read, read_body};
use crate::frame::{self, Frame, FrameHead, Trail};
use crate::sign::verify_head;
use std::collections::BTreeSet;
use tsong_domain::fact::{Body, OriginBorn};
use tsong_domain::id::{DeviceId, Hash32, Origin};

/// The most bytes of frames that wait for another frame to vouch for them.
const LATER_BYTES: usize = 4 * 1024 * 1024;

/// What became of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Took {
    /// New facts were stored.
    Appended {
        /// Whose.
        origin: Origin,
        /// How many of the frame's facts were new.
        facts: u64,
    },
    /// Everything was here already, on the same chain.
    Known,
    /// Nothing was stored.
    Refused(Refused),
}

/// Why a frame could not be looked at.
#[derive(Debug, thiserror::Error)]
pub enum TakeError<E: std::error::Error> {
    /// The log's storage failed; nothing of the frame was written.
    #[error("{0}")]
    Log(#[source] E),
}

/// Takes in one frame. A refusal is no error: it is told to the sender, who keeps his facts.
///
/// # Errors
/// If the log's storage fails.
pub fn take<L: Log>(log: &mut L, bytes: &[u8]) -> Result<Took, TakeError<L::Error>> {
    take_on(log, bytes, &mut None)
}

/// Takes in one frame, and goes on with what was learned from the ones before it.
fn take_on<L: Log>(
    log: &mut L,
    bytes: &[u8],
    trail: &mut Option<Trail>,
) -> Result<Took, TakeError<L::Error>> {
    let Ok(outside) = frame::peek(bytes) else {
        return Ok(refused(Origin(0), 0, RefusedCode::Malformed));
    };
    let (origin, first) = (outside.origin, outside.first);
    let refuse = |code| Ok(refused(origin, first, code));
    let known = log
        .heads()
        .map_err(TakeError::Log)?
        .into_iter()
        .find(|h| h.origin == origin);
    let reached = known.map_or(0, |h| h.sequence);
    if first > reached.saturating_add(1) {
        return refuse(RefusedCode::Gap);
    }
    let Some(learned) = trail_for(log, &outside, trail.take()).map_err(TakeError::Log)? else {
        return refuse(RefusedCode::Gap);
    };
    let ids = LogIds {
        log: &*log,
        origin,
        first,
    };
    let frame = match frame::decode_on(bytes, &ids, learned) {
        Ok((frame, further)) => {
            *trail = Some(further);
            frame
        }
        // Read with other facts than it was written with, it may look like anything.
        Err(_) if outside.lean > 0 => return refuse(RefusedCode::Gap),
        Err(_) => return refuse(RefusedCode::Malformed),
    };
    let born = if first == 1 { read_born(&frame) } else { None };
    if first == 1 && born.is_none() {
        return refuse(RefusedCode::Malformed);
    }
    let known_author = known.map(|h| (h.device, h.key));
    let Some(author) = known_author.or(born.as_ref().map(|b| (b.device, b.key))) else {
        return refuse(RefusedCode::Gap);
    };
    let previous = match first.checked_sub(1) {
        None | Some(0) => Some(GENESIS),
        Some(before) => log.head_at(origin, before).map_err(TakeError::Log)?,
    };
    let Some(previous) = previous else {
        return refuse(RefusedCode::Gap);
    };
    let heads = heads_of(&frame, previous);
    if let Some(code) = contradiction(log, &frame, &heads, known.as_ref(), author)? {
        let is_unsure = outside.lean > 0 && code == RefusedCode::BadSignature;
        return refuse(if is_unsure { RefusedCode::Gap } else { code });
    }
    if let (None, Some(born)) = (known, &born)
        && !log.trusts(origin, born).map_err(TakeError::Log)?
    {
        return refuse(RefusedCode::NotEnrolled);
    }
    let verified = without_known(frame, heads, reached, born);
    if verified.frame.facts.is_empty() {
        return Ok(Took::Known);
    }
    log.append(&verified).map_err(TakeError::Log)?;
    let facts = u64::try_from(verified.frame.facts.len()).unwrap_or(u64::MAX);
    Ok(Took::Appended { origin, facts })
}

/// What a frame leans on: what the frame before it led to, or else learned anew from the log. `None`
/// where the log has not the facts.
fn trail_for<L: Log>(
    log: &L,
    head: &FrameHead,
    last: Option<Trail>,
) -> Result<Option<Trail>, L::Error> {
    if head.lean == 0 {
        return Ok(Some(Trail::new(head.origin, head.first)));
    }
    match last {
        Some(last) if last.leads_to(head.origin, head.first) && last.facts() == head.lean => {
            Ok(Some(last))
        }
        Some(_) | None => {
            let from = head.first.saturating_sub(head.lean);
            trail_of(log, head.origin, from, head.first)
        }
    }
}

const fn refused(origin: Origin, first: u64, code: RefusedCode) -> Took {
    Took::Refused(Refused {
        origin,
        first,
        code,
    })
}

fn read_born(frame: &Frame) -> Option<OriginBorn> {
    match read_body(&frame.facts.first()?.body) {
        Read::Known(Body::Origin(born)) => Some(born),
        Read::Known(_) | Read::Unknown | Read::Malformed => None,
    }
}

fn heads_of(frame: &Frame, previous: Hash32) -> Vec<Hash32> {
    let mut head = previous;
    frame
        .facts
        .iter()
        .map(|fact| {
            head = next_head(&head, fact);
            head
        })
        .collect()
}

/// What speaks against the frame. Facts that are here already must be the same facts; the author
/// must have signed the end, or a later origin of the same device that names this one. A known end
/// needs no second signature.
fn contradiction<L: Log>(
    log: &L,
    frame: &Frame,
    heads: &[Hash32],
    known: Option<&OriginHead>,
    (device, key): (DeviceId, Hash32),
) -> Result<Option<RefusedCode>, TakeError<L::Error>> {
    let count = u64::try_from(heads.len()).unwrap_or(u64::MAX);
    let last = frame.first.saturating_add(count).saturating_sub(1);
    let common = known.map_or(0, |h| h.sequence).min(last);
    let index = usize::try_from(common.saturating_sub(frame.first)).unwrap_or(usize::MAX);
    let end = heads.last().copied().unwrap_or(GENESIS);
    let signs = |key: &Hash32| verify_head(key, frame.origin, last, &end, &frame.signature);
    let is_signed = signs(&key)
        || vouching(log, device, frame.origin)
            .map_err(TakeError::Log)?
            .iter()
            .any(signs);
    if common >= frame.first {
        let ours = log.head_at(frame.origin, common).map_err(TakeError::Log)?;
        if ours.as_ref() != heads.get(index) {
            // Who forges a frame is told apart from a device whose disk was copied back.
            let code = if is_signed {
                RefusedCode::Fork
            } else {
                RefusedCode::BadSignature
            };
            return Ok(Some(code));
        }
    }
    Ok((last > common && !is_signed).then_some(RefusedCode::BadSignature))
}

fn without_known(
    frame: Frame,
    heads: Vec<Hash32>,
    reached: u64,
    born: Option<OriginBorn>,
) -> Verified {
    let skip = reached.saturating_add(1).saturating_sub(frame.first);
    let skip = usize::try_from(skip).unwrap_or(usize::MAX);
    let first = frame.first.max(reached.saturating_add(1));
    let last = frame.facts.last().map_or(0, |f| f.header.id.sequence);
    Verified {
        born: born.filter(|_| skip == 0),
        heads: heads.into_iter().skip(skip).collect(),
        frame: Frame {
            first,
            facts: frame.facts.into_iter().skip(skip).collect(),
            seeds: frame
                .seeds
                .into_iter()
                .filter(|s| s.last >= first && s.first <= last)
                .collect(),
            ..frame
        },
    }
}

/// Takes in the frames of one exchange. An origin that was refused is refused once, and a frame that
/// nobody vouches for yet waits for the end, when the frame that vouches may have come.
#[derive(Debug, Default)]
pub struct Taker {
    /// What was refused, once for each origin.
    pub refused: Vec<Refused>,
    /// How many facts were new.
    pub appended: u64,
    blocked: BTreeSet<Origin>,
    later: Vec<Vec<u8>>,
    later_bytes: usize,
    trail: Option<Trail>,
}

impl Taker {
    /// Takes in one frame.
    ///
    /// # Errors
    /// If the log's storage fails.
    pub fn take<L: Log>(&mut self, log: &mut L, bytes: &[u8]) -> Result<Took, TakeError<L::Error>> {
        let took = self.settle(log, bytes)?;
        if let Took::Refused(refused) = took {
            self.wait(refused, bytes);
        }
        Ok(took)
    }

    /// Tries once more what nobody had vouched for when it came.
    ///
    /// # Errors
    /// If the log's storage fails.
    pub fn finish<L: Log>(&mut self, log: &mut L) -> Result<(), TakeError<L::Error>> {
        let waiting = std::mem::take(&mut self.later);
        let origins: BTreeSet<Origin> = waiting
            .iter()
            .filter_map(|b| frame::peek(b).ok())
            .map(|h| h.origin)
            .collect();
        self.blocked.retain(|origin| !origins.contains(origin));
        self.refused
            .retain(|refused| !origins.contains(&refused.origin));
        for bytes in waiting {
            self.settle(log, &bytes)?;
        }
        Ok(())
    }

    fn settle<L: Log>(&mut self, log: &mut L, bytes: &[u8]) -> Result<Took, TakeError<L::Error>> {
        let took = take_on(log, bytes, &mut self.trail)?;
        match took {
            Took::Appended { facts, .. } => self.appended = self.appended.saturating_add(facts),
            Took::Known => {}
            Took::Refused(refused) => {
                if self.blocked.insert(refused.origin) {
                    self.refused.push(refused);
                }
            }
        }
        Ok(took)
    }

    fn wait(&mut self, refused: Refused, bytes: &[u8]) {
        let follows = self
            .later
            .iter()
            .any(|b| frame::peek(b).is_ok_and(|head| head.origin == refused.origin));
        let size = self.later_bytes.saturating_add(bytes.len());
        // Who lets it in or signs for it may come later.
        let may_change = match refused.code {
            RefusedCode::NotEnrolled | RefusedCode::BadSignature => true,
            RefusedCode::Fork | RefusedCode::Gap | RefusedCode::Malformed => follows,
        };
        if may_change && size <= LATER_BYTES {
            self.later_bytes = size;
            self.later.push(bytes.to_vec());
        }
    }
}
