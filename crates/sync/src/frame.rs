//! Frames: a run of consecutive facts of one origin, ending where a transaction ends, signed there
//! by the author.
//!
//! The signature is over the chain's head, not over the frame's bytes: whoever passes a frame on
//! may cut and encode it anew, as long as it ends where the author signed.

mod cut;
mod trail;

pub use cut::cut;
pub use trail::{MAX_LEAN_FACTS, Trail};

use crate::chain::next_head;
use crate::codec::wire::{Reader, put_length, put_varint};
use crate::codec::{self, CodecError, Outside};
use crate::salt::SaltSeed;
use crate::sign::{Signature64, verify_head};
use std::collections::BTreeSet;
use tsong_domain::fact::{RawFact, Sealed};
use tsong_domain::id::{EntityId, FactId, Hash32, Origin};

/// The codec's revision that this version writes. Every one ever released stays readable.
pub const REVISION: u8 = 1;
/// About how many bytes a frame has on the wire.
pub const TARGET_FRAME_BYTES: usize = 16 * 1024;
/// The most that a frame may have on the wire.
pub const MAX_FRAME_BYTES: usize = 1024 * 1024;
/// The most that a frame's content may come to: its columns, and the bodies and personal sections
/// that they become.
pub const MAX_CONTENT_BYTES: usize = 8 * 1024 * 1024;
/// The most facts that a frame may have.
pub const MAX_FACTS: usize = 20_000;

/// Consecutive facts of one origin with their author's signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Whose facts.
    pub origin: Origin,
    /// The first fact's sequence, from 1.
    pub first: u64,
    /// The facts, at least one, sequences without gaps; the last one ends its transaction.
    pub facts: Vec<RawFact>,
    /// Where the salts of open personal sections come from; a salt of no seed is carried itself.
    pub seeds: Vec<SaltSeed>,
    /// The author's signature of (origin, last sequence, head).
    pub signature: Signature64,
}

/// What can be told of a frame without opening it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrameHead {
    /// The codec's revision.
    pub revision: u8,
    /// Whose facts.
    pub origin: Origin,
    /// The first fact's sequence.
    pub first: u64,
    /// How many facts.
    pub count: u64,
    /// On how many facts just before the first it leans: without them it cannot be read.
    pub lean: u64,
}

impl FrameHead {
    /// The last fact's sequence.
    #[must_use]
    pub const fn last(&self) -> u64 {
        self.first.saturating_add(self.count).saturating_sub(1)
    }
}

/// What is wrong with a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// More facts or bytes than a frame may have.
    #[error("the frame is too big")]
    TooBig,
    /// A revision of the codec that this version does not know.
    #[error("the frame is of codec revision {0}, which this version does not know")]
    UnknownRevision(u8),
    /// Cut short, damaged, or not a frame.
    #[error("the frame is malformed")]
    Malformed,
    /// It leans on other facts than those that the reader was given.
    #[error("the frame leans on facts that are not the same here")]
    LeansElsewhere,
    /// It leans on an earlier fact that the receiver does not have.
    #[error("the frame refers to fact {0}, which is not here")]
    UnknownReference(FactId),
    /// No facts, a gap, another origin's fact, or a transaction that goes on after the end.
    #[error("the frame's facts are not whole transactions of one origin")]
    NotARun,
    /// The chain does not lead to what the author signed.
    #[error("the frame's signature does not fit its facts")]
    BadSignature,
}

impl From<CodecError> for FrameError {
    fn from(error: CodecError) -> Self {
        match error {
            CodecError::Malformed => Self::Malformed,
            CodecError::TooBig => Self::TooBig,
            CodecError::UnknownReference(fact) => Self::UnknownReference(fact),
        }
    }
}

/// What both ends know of a frame's own origin before the frame: facts up to `first - 1`, no later
/// ones, so that sender and receiver answer alike.
pub trait Ids {
    /// The first fact of the origin whose header speaks of `entity`.
    fn birth_of(&self, entity: &EntityId) -> Option<FactId>;
    /// What the header of a fact of the origin speaks of.
    fn entity_of(&self, fact: FactId) -> Option<EntityId>;
    /// The body of a fact of the origin.
    fn body_of(&self, fact: FactId) -> Option<Vec<u8>>;
}

/// Knows nothing: for an origin's first frame, and for a bundle whose receiver is unknown.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoIds;

impl Ids for NoIds {
    fn birth_of(&self, _entity: &EntityId) -> Option<FactId> {
        None
    }

    fn entity_of(&self, _fact: FactId) -> Option<EntityId> {
        None
    }

    fn body_of(&self, _fact: FactId) -> Option<Vec<u8>> {
        None
    }
}

/// Whether the facts are consecutive, all of the origin, and end with a transaction's end.
fn check_run(frame: &Frame) -> Result<(), FrameError> {
    let mut sequence = frame.first;
    for fact in &frame.facts {
        if fact.header.id != FactId::new(frame.origin, sequence) {
            return Err(FrameError::NotARun);
        }
        sequence = sequence.checked_add(1).ok_or(FrameError::NotARun)?;
    }
    match frame.facts.last() {
        Some(last) if !last.header.more && frame.first > 0 => Ok(()),
        Some(_) | None => Err(FrameError::NotARun),
    }
}

/// The seeds that may travel. One that covers an erased section would tell that section's salt, and
/// the person could be guessed from the commitment; so would the same one beside it. The other salts
/// under it are carried themselves.
fn harmless_seeds(frame: &Frame) -> Vec<SaltSeed> {
    let erased = |f: &&RawFact| matches!(f.personal, Some(Sealed::Erased(_)));
    let telling: BTreeSet<[u8; 16]> = (frame.facts.iter().filter(erased))
        .flat_map(|f| {
            let covers = |s: &&SaltSeed| s.covers(f.header.id.sequence);
            frame.seeds.iter().filter(covers).map(|s| s.seed)
        })
        .collect();
    let is_harmless = |s: &&SaltSeed| !telling.contains(&s.seed);
    frame.seeds.iter().filter(is_harmless).copied().collect()
}

/// The frame's bytes, which lean on no other facts. A seed that covers an erased section is left out (see [`SaltSeed`]).
///
/// # Errors
/// [`FrameError::NotARun`] if the facts are not whole transactions of the origin in sequence,
/// [`FrameError::TooBig`] past a limit.
pub fn encode(frame: &Frame, ids: &dyn Ids) -> Result<Vec<u8>, FrameError> {
    let (bytes, _) = encode_on(frame, ids, Trail::new(frame.origin, frame.first))?;
    Ok(bytes)
}

/// The frame's bytes, which lean on the facts of a trail that ends where the frame begins, and the
/// trail that goes on to the frame's end.
///
/// # Errors
/// As [`encode`], and [`FrameError::LeansElsewhere`] for a trail that leads elsewhere.
pub fn encode_on(
    frame: &Frame,
    ids: &dyn Ids,
    mut trail: Trail,
) -> Result<(Vec<u8>, Trail), FrameError> {
    check_run(frame)?;
    if !trail.leads_to(frame.origin, frame.first) || trail.facts() > MAX_LEAN_FACTS {
        return Err(FrameError::LeansElsewhere);
    }
    if frame.facts.len() > MAX_FACTS {
        return Err(FrameError::TooBig);
    }
    let outside = Outside {
        first: frame.first,
        count: frame.facts.len(),
        ids,
        limit: MAX_CONTENT_BYTES,
    };
    let (lean, mark) = (trail.facts(), trail.mark());
    let seeds = harmless_seeds(frame);
    let (content, memory) = codec::pack(&outside, trail.memory(), &frame.facts, &seeds)?;
    let mut out = vec![REVISION];
    out.extend_from_slice(&frame.origin.0.to_le_bytes());
    put_varint(&mut out, frame.first);
    put_length(&mut out, frame.facts.len());
    put_varint(&mut out, lean);
    if lean > 0 {
        out.extend_from_slice(&mark);
    }
    out.extend_from_slice(&frame.signature.0);
    out.extend_from_slice(&content);
    if out.len() > MAX_FRAME_BYTES {
        Err(FrameError::TooBig)
    } else {
        Ok((out, trail.after(&frame.facts, memory)))
    }
}

fn read_head(reader: &mut Reader<'_>) -> Result<FrameHead, FrameError> {
    let revision = reader.byte()?;
    if revision != REVISION {
        return Err(FrameError::UnknownRevision(revision));
    }
    let origin = Origin(u64::from_le_bytes(reader.array()?));
    let (first, count, lean) = (reader.varint()?, reader.varint()?, reader.varint()?);
    if count > u64::try_from(MAX_FACTS).unwrap_or(u64::MAX) {
        return Err(FrameError::TooBig);
    }
    if first == 0 || count == 0 || first.checked_add(count).is_none() {
        return Err(FrameError::NotARun);
    }
    if lean > MAX_LEAN_FACTS || lean >= first {
        return Err(FrameError::Malformed);
    }
    Ok(FrameHead {
        revision,
        origin,
        first,
        count,
        lean,
    })
}

/// What a frame says of itself on its outside, so that a receiver can look up what it leans on.
///
/// # Errors
/// If the bytes do not begin like a frame of a known revision within the limits.
pub fn peek(bytes: &[u8]) -> Result<FrameHead, FrameError> {
    read_head(&mut Reader::new(bytes))
}

/// The frame in these bytes. Never panics and never takes more memory than the limits allow,
/// whatever the bytes are. Checks the structure, not the signature: see [`verify`].
///
/// # Errors
/// Any [`FrameError`] but [`FrameError::BadSignature`]; [`FrameError::LeansElsewhere`] for a frame
/// that leans on others, which takes [`decode_on`].
pub fn decode(bytes: &[u8], ids: &dyn Ids) -> Result<Frame, FrameError> {
    let head = peek(bytes)?;
    let (frame, _) = decode_on(bytes, ids, Trail::new(head.origin, head.first))?;
    Ok(frame)
}

/// The frame in these bytes, read with the trail that it was written with, and the trail that goes on
/// to the frame's end.
///
/// # Errors
/// As [`decode`]; [`FrameError::LeansElsewhere`] for another trail than the frame's.
pub fn decode_on(
    bytes: &[u8],
    ids: &dyn Ids,
    mut trail: Trail,
) -> Result<(Frame, Trail), FrameError> {
    if bytes.len() > MAX_FRAME_BYTES {
        return Err(FrameError::TooBig);
    }
    let mut reader = Reader::new(bytes);
    let head = read_head(&mut reader)?;
    let is_same = head.lean == 0 || trail.mark() == reader.array()?;
    if !is_same || trail.facts() != head.lean || !trail.leads_to(head.origin, head.first) {
        return Err(FrameError::LeansElsewhere);
    }
    let signature = Signature64(reader.array()?);
    let outside = Outside {
        first: head.first,
        count: usize::try_from(head.count).map_err(|_| FrameError::TooBig)?,
        ids,
        limit: MAX_CONTENT_BYTES,
    };
    let unpacked = codec::unpack(&outside, trail.memory(), reader.rest())?;
    let frame = Frame {
        origin: head.origin,
        first: head.first,
        facts: unpacked.facts,
        seeds: unpacked.seeds,
        signature,
    };
    check_run(&frame)?;
    let trail = trail.after(&frame.facts, unpacked.memory);
    Ok((frame, trail))
}

/// Follows the chain from `previous`, the head before the frame, and checks the author's signature
/// at its end. The new head.
///
/// # Errors
/// [`FrameError::NotARun`], [`FrameError::BadSignature`].
pub fn verify(frame: &Frame, previous: &Hash32, key: &Hash32) -> Result<Hash32, FrameError> {
    check_run(frame)?;
    let head = frame
        .facts
        .iter()
        .fold(*previous, |head, fact| next_head(&head, fact));
    let last = frame.facts.last().map_or(0, |f| f.header.id.sequence);
    if verify_head(key, frame.origin, last, &head, &frame.signature) {
        Ok(head)
    } else {
        Err(FrameError::BadSignature)
    }
}
