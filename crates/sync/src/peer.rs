//! One replica's log as the exchange sees it, and the two things that replicas do with each other's:
//! [`offer`] what the other lacks, [`take`] what the other offers.

mod lean;
mod offer;
mod take;
mod vouch;

pub use offer::{OfferError, Offered, Offering, offer};
pub use take::{TakeError, Taker, Took, take};
pub use vouch::vouching;

use crate::chain::HeadStart;
use crate::frame::Frame;
use crate::salt::SaltSeed;
use crate::sign::Signature64;
use serde::{Deserialize, Serialize};
use tsong_domain::fact::{OriginBorn, RawFact};
use tsong_domain::id::{DeviceId, EntityId, FactId, Hash32, Origin};

/// How far a log reaches: an origin, its last sequence, the chain's head there.
pub type Reach = (Origin, u64, Hash32);

/// How far a log reaches, as it is told where the start of the head is enough.
pub type Told = (Origin, u64, HeadStart);

/// One origin of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OriginHead {
    /// The origin.
    pub origin: Origin,
    /// Whose it is.
    pub device: DeviceId,
    /// The public key that signs it.
    pub key: Hash32,
    /// Whether the hub writes it.
    pub is_hub: bool,
    /// The last sequence that is here.
    pub sequence: u64,
    /// The chain's head there.
    pub head: Hash32,
}

impl OriginHead {
    /// How far this origin reaches.
    #[must_use]
    pub const fn reach(&self) -> Reach {
        (self.origin, self.sequence, self.head)
    }

    /// How far this origin reaches, as it is told to a hub.
    #[must_use]
    pub fn told(&self) -> Told {
        (self.origin, self.sequence, self.head.into())
    }
}

/// A frame whose chain and signature hold, without the facts that the log has already.
#[derive(Clone, Debug, PartialEq)]
pub struct Verified {
    /// The new facts, the seeds that touch them and the author's signature at their end.
    pub frame: Frame,
    /// The chain's head after each of the facts.
    pub heads: Vec<Hash32>,
    /// The origin's birth, when the frame starts at 1.
    pub born: Option<OriginBorn>,
}

/// A replica's log, of one station.
pub trait Log {
    /// What the log's storage fails with.
    type Error: std::error::Error + Send + Sync + 'static;

    /// Every origin that the log holds facts of.
    ///
    /// # Errors
    /// If the storage fails; so do all others.
    fn heads(&self) -> Result<Vec<OriginHead>, Self::Error>;

    /// The chain's head after `sequence`; `None` where the log does not reach (or for sequence 0).
    ///
    /// # Errors
    /// If the storage fails.
    fn head_at(&self, origin: Origin, sequence: u64) -> Result<Option<Hash32>, Self::Error>;

    /// Consecutive facts from `from` on, about `max_bytes` of bodies and sections, but at least to
    /// the end of one transaction; empty past the end.
    ///
    /// # Errors
    /// If the storage fails.
    fn facts(
        &self,
        origin: Origin,
        from: u64,
        max_bytes: usize,
    ) -> Result<Vec<RawFact>, Self::Error>;

    /// The seeds that cover any sequence of `from..=to`.
    ///
    /// # Errors
    /// If the storage fails.
    fn seeds(&self, origin: Origin, from: u64, to: u64) -> Result<Vec<SaltSeed>, Self::Error>;

    /// The author's signatures at or after `from`, ascending.
    ///
    /// # Errors
    /// If the storage fails.
    fn signatures(&self, origin: Origin, from: u64)
    -> Result<Vec<(u64, Signature64)>, Self::Error>;

    /// Keeps a signature that the author made while cutting frames.
    ///
    /// # Errors
    /// If the storage fails.
    fn keep_signature(
        &mut self,
        origin: Origin,
        sequence: u64,
        signature: Signature64,
    ) -> Result<(), Self::Error>;

    /// Whether an origin that is new here may be taken in: the pinned hub's own, a device and key
    /// that the hub let in (ever: old origins still count), or one that an origin of the same
    /// device which is trusted already names among its older ones.
    ///
    /// # Errors
    /// If the storage fails.
    fn trusts(&self, origin: Origin, born: &OriginBorn) -> Result<bool, Self::Error>;

    /// Takes in facts, seeds, signature and everything derived in ONE transaction. A body that
    /// cannot be read is kept raw and shown; nothing else waits for it.
    ///
    /// # Errors
    /// If the storage fails; nothing was written then.
    fn append(&mut self, verified: &Verified) -> Result<(), Self::Error>;

    /// The first fact of `origin` before sequence `before` whose header speaks of `entity`.
    fn birth_of(&self, origin: Origin, before: u64, entity: &EntityId) -> Option<FactId>;

    /// What a fact's header speaks of.
    fn entity_of(&self, fact: FactId) -> Option<EntityId>;

    /// A fact's body.
    fn body_of(&self, fact: FactId) -> Option<Vec<u8>>;
}

/// Why a frame was not taken in. Nothing is lost by it: its author still holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefusedCode {
    /// It continues another history than the one known here: two logs under one origin.
    Fork,
    /// The author did not sign it.
    BadSignature,
    /// Facts before it are missing.
    Gap,
    /// Its author was never let in at this station.
    NotEnrolled,
    /// No frame, or one that this version cannot take apart.
    Malformed,
}

impl RefusedCode {
    /// The code's word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Fork => "fork",
            Self::BadSignature => "bad_signature",
            Self::Gap => "gap",
            Self::NotEnrolled => "not_enrolled",
            Self::Malformed => "malformed",
        }
    }
}

/// A run of facts that was refused, and why; told as `origin-sequence: code`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Refused {
    /// The origin; zero where the frame did not even tell that.
    pub origin: Origin,
    /// The first sequence that was refused.
    pub first: u64,
    /// Why.
    pub code: RefusedCode,
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}: {}", self.origin, self.first, self.code.word())
    }
}
