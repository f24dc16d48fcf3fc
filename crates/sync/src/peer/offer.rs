//! Cutting frames of what another replica lacks.

use super::{Log, OriginHead, Reach, Told, vouch};
use crate::chain::HeadStart;
use crate::frame::{self, Frame, FrameError, Trail};
use crate::sign::{Signature64, sign_head};
use ed25519_dalek::SigningKey;
use std::collections::{BTreeMap, VecDeque};
use tsong_domain::fact::RawFact;
use tsong_domain::id::{FactId, Origin};

/// How much of a log is loaded to cut one frame from: what compresses to well over the target.
const WINDOW_BYTES: usize = 2 * 1024 * 1024;

/// A frame ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Whose facts.
    pub origin: Origin,
    /// The first sequence.
    pub first: u64,
    /// The last sequence.
    pub last: u64,
    /// Whether it leans on facts before it.
    pub leans: bool,
    /// The frame.
    pub bytes: Vec<u8>,
}

/// Why no frame could be cut.
#[derive(Debug, thiserror::Error)]
pub enum OfferError<E: std::error::Error> {
    /// The log's storage failed.
    #[error("{0}")]
    Log(#[source] E),
    /// One transaction is bigger than a frame may be, or the log has a hole.
    #[error("fact {0} cannot be put into a frame: {1}")]
    Frame(FactId, FrameError),
}

/// What another replica lacks, cut frame by frame, so that only one is in memory at a time.
pub struct Offering<'k> {
    queue: VecDeque<(OriginHead, u64)>,
    own: Option<(Origin, &'k SigningKey)>,
    pub(super) leans: bool,
    pub(super) trail: Option<Trail>,
    /// Origins of which the other has another history than we: nothing is offered of them.
    pub forked: Vec<Told>,
}

impl<'k> Offering<'k> {
    /// Compares the log with how far the other reaches. The hub's origin goes first (it says who is
    /// let in), then our own, then the others.
    ///
    /// # Errors
    /// If the log's storage fails.
    pub fn new<L: Log, H: Copy + Into<HeadStart>>(
        log: &L,
        their: &[(Origin, u64, H)],
        own: Option<(Origin, &'k SigningKey)>,
        allowed: impl Fn(&OriginHead) -> bool,
    ) -> Result<Self, L::Error> {
        let their: BTreeMap<Origin, (u64, HeadStart)> = their
            .iter()
            .map(|(origin, sequence, head)| (*origin, (*sequence, (*head).into())))
            .collect();
        let mut heads: Vec<OriginHead> = log.heads()?.into_iter().filter(|h| allowed(h)).collect();
        let is_own = |h: &OriginHead| own.is_some_and(|(origin, _)| origin == h.origin);
        heads.sort_by_key(|h| (!h.is_hub, !is_own(h), h.origin));
        let mut offering = Self {
            queue: VecDeque::new(),
            own,
            leans: false,
            trail: None,
            forked: Vec::new(),
        };
        for head in heads {
            let (sequence, theirs) = their
                .get(&head.origin)
                .copied()
                .unwrap_or((0, HeadStart([0; 16])));
            let common = sequence.min(head.sequence);
            let is_fork = sequence > 0
                && common == sequence
                && log
                    .head_at(head.origin, sequence)?
                    .is_some_and(|ours| HeadStart::from(ours) != theirs);
            if is_fork {
                offering.forked.push((head.origin, sequence, theirs));
            } else if sequence < head.sequence {
                offering.queue.push_back((head, sequence.saturating_add(1)));
            }
        }
        Ok(offering)
    }

    /// Frames that lean on what the other has already: smaller, but the other must be able to say
    /// that its facts are not the same.
    #[must_use]
    pub const fn leaning(mut self, leans: bool) -> Self {
        self.leans = leans;
        self
    }

    /// The next frame; `None` when there is no more.
    ///
    /// # Errors
    /// If the log's storage fails, or a transaction is too big for any frame.
    pub fn next<L: Log>(&mut self, log: &mut L) -> Result<Option<Offered>, OfferError<L::Error>> {
        while let Some((head, from)) = self.queue.pop_front() {
            if let Some(offered) = self.cut(log, &head, from)? {
                if offered.last < head.sequence {
                    self.queue
                        .push_front((head, offered.last.saturating_add(1)));
                }
                return Ok(Some(offered));
            }
        }
        Ok(None)
    }

    /// The frames that come next, at most about `max_bytes` of them.
    ///
    /// # Errors
    /// As [`Offering::next`].
    pub fn frames<L: Log>(
        mut self,
        log: &mut L,
        max_bytes: usize,
    ) -> Result<Vec<Offered>, OfferError<L::Error>> {
        let mut frames = Vec::new();
        let mut bytes = 0usize;
        while bytes < max_bytes
            && let Some(frame) = self.next(log)?
        {
            bytes = bytes.saturating_add(frame.bytes.len());
            frames.push(frame);
        }
        Ok(frames)
    }

    fn cut<L: Log>(
        &mut self,
        log: &mut L,
        head: &OriginHead,
        from: u64,
    ) -> Result<Option<Offered>, OfferError<L::Error>> {
        let origin = head.origin;
        let mut key = self
            .own
            .filter(|(own, _)| *own == origin)
            .map(|(_, key)| key);
        let facts = log
            .facts(origin, from, WINDOW_BYTES)
            .map_err(OfferError::Log)?;
        let signed = match key {
            Some(_) => Vec::new(),
            None => log.signatures(origin, from).map_err(OfferError::Log)?,
        };
        if signed.is_empty()
            && let Some((own, own_key)) = self.own
            && vouch::names(log, own, origin).map_err(OfferError::Log)?
        {
            // Written before the restore and never sent: its author's key is gone.
            key = Some(own_key);
        }
        let mut count = match key {
            Some(_) => frame::cut(&facts),
            None => match furthest(&signed, from, frame::cut(&facts)) {
                Some(count) => count,
                None => return Ok(None),
            },
        };
        let mut facts = facts;
        while facts.len() < count {
            let next = sequence_at(from, facts.len());
            let more = log
                .facts(origin, next, WINDOW_BYTES)
                .map_err(OfferError::Log)?;
            if more.is_empty() {
                return Err(OfferError::Frame(
                    FactId::new(origin, next),
                    FrameError::NotARun,
                ));
            }
            facts.extend(more);
        }
        loop {
            let run = facts.get(..count).unwrap_or_default();
            if run.is_empty() {
                return Ok(None);
            }
            let built = build(log, origin, from, run, key, &signed)?;
            let bytes = self.encode(log, &built)?;
            let last = sequence_at(from, run.len()).saturating_sub(1);
            let offered = bytes.map(|(bytes, leans)| Offered {
                origin,
                first: from,
                last,
                leans,
                bytes,
            });
            match offered {
                Ok(offered) => return Ok(Some(offered)),
                Err(error) => {
                    let half = count / 2;
                    let less = match key {
                        Some(_) => whole_transactions(run, half),
                        None => furthest(&signed, from, half).filter(|n| *n <= half),
                    };
                    let at = FactId::new(origin, from);
                    count = less.ok_or(OfferError::Frame(at, error))?;
                }
            }
        }
    }
}

pub(super) fn sequence_at(from: u64, index: usize) -> u64 {
    from.saturating_add(u64::try_from(index).unwrap_or(u64::MAX))
}

/// How many facts from `from` reach to the furthest signature within `wanted`, or else to the first
/// signature at all.
fn furthest(signed: &[(u64, Signature64)], from: u64, wanted: usize) -> Option<usize> {
    let counts = signed.iter().filter_map(|(sequence, _)| {
        usize::try_from(sequence.checked_sub(from)?)
            .ok()?
            .checked_add(1)
    });
    let within = counts.clone().take_while(|count| *count <= wanted).last();
    within.or_else(|| counts.clone().next())
}

/// The most leading facts, at most `wanted`, that end with a transaction.
fn whole_transactions(run: &[RawFact], wanted: usize) -> Option<usize> {
    let shorter = run.get(..wanted)?;
    shorter
        .iter()
        .rposition(|f| !f.header.more)
        .map(|index| index.saturating_add(1))
}

fn build<L: Log>(
    log: &mut L,
    origin: Origin,
    first: u64,
    run: &[RawFact],
    key: Option<&SigningKey>,
    signed: &[(u64, Signature64)],
) -> Result<Frame, OfferError<L::Error>> {
    let last = sequence_at(first, run.len()).saturating_sub(1);
    let hole = || OfferError::Frame(FactId::new(origin, last), FrameError::NotARun);
    let signature = match key {
        Some(key) => {
            let head = log
                .head_at(origin, last)
                .map_err(OfferError::Log)?
                .ok_or_else(hole)?;
            let signature = sign_head(key, origin, last, &head);
            log.keep_signature(origin, last, signature)
                .map_err(OfferError::Log)?;
            signature
        }
        None => signed
            .iter()
            .find(|(at, _)| *at == last)
            .map(|(_, s)| *s)
            .ok_or_else(hole)?,
    };
    let seeds = log.seeds(origin, first, last).map_err(OfferError::Log)?;
    Ok(Frame {
        origin,
        first,
        facts: run.to_vec(),
        seeds,
        signature,
    })
}

/// Frames of what the other lacks, at most about `max_bytes` of them. `own` is the origin whose
/// frames are cut and signed now; all others end where their author signed.
///
/// # Errors
/// If the log's storage fails, or a transaction is too big for any frame.
pub fn offer<L: Log>(
    log: &mut L,
    their: &[Reach],
    own: Option<(Origin, &SigningKey)>,
    allowed: impl Fn(&OriginHead) -> bool,
    max_bytes: usize,
) -> Result<Vec<Offered>, OfferError<L::Error>> {
    let offering = Offering::new(log, their, own, allowed).map_err(OfferError::Log)?;
    offering.frames(log, max_bytes)
}
