//! Facts: what happened, immutable, in the order in which one origin wrote it.

use crate::field::{Erase, FieldWrite, Personal};
use crate::id::{DeviceId, EntityId, FactId, Hash32, Origin};
use crate::mark::Mark;
use crate::movement::Movement;
use crate::order::OrderTaken;
use crate::produce::LotTaken;
use crate::time::Hlc;
use serde::{Deserialize, Serialize};

/// Who did it: a person, or the station itself for what runs unattended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The program, unattended: an import at night, a sync, the hub's expiry.
    Station,
    /// An operator, by identity.
    Person(EntityId),
}

/// What stands on the outside of every fact, readable even where the body is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Which fact it is.
    pub id: FactId,
    /// When, in hybrid logical time.
    pub time: Hlc,
    /// The wall was doubted when it was written: the date is unconfirmed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub doubtful: bool,
    /// Who.
    pub actor: Actor,
    /// What it speaks of; [`EntityId::NIL`] for the station as a whole.
    pub entity: EntityId,
    /// The next fact of this origin belongs to the same transaction: never split from it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more: bool,
}

/// The personal section of a fact as it is kept and carried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sealed {
    /// The section's bytes and the salt under which the chain committed to them.
    Open {
        /// Random, 16 bytes; gone with the section when a person is erased.
        salt: [u8; 16],
        /// The encoded [`Personal`].
        bytes: Vec<u8>,
    },
    /// Erased: only the commitment is left, and the chain still holds.
    Erased(Hash32),
}

/// A fact as it is stored, chained and carried: the body stays the bytes that its author wrote, so
/// that a version which cannot read them passes them on unharmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawFact {
    /// The outside.
    pub header: Header,
    /// The encoded [`Body`].
    pub body: Vec<u8>,
    /// The personal section, if there is one.
    pub personal: Option<Sealed>,
}

/// A fact that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The outside.
    pub header: Header,
    /// What happened.
    pub body: Body,
    /// The personal section, unless there is none or it was erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub personal: Option<Personal>,
}

/// What happened. A kind that this version does not know is kept raw and passed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// The first fact of every origin: whose it is and the key that signs it.
    Origin(OriginBorn),
    /// A restored device takes over its own older origins (`rules.md` 7).
    Takes(Takes),
    /// A keeper retires a dead device; its grams move with the legs.
    Retire(Retire),
    /// Values of fields, each naming the versions that it replaces.
    Field(FieldWrite),
    /// An order as it was taken.
    Order(OrderTaken),
    /// A lot as it was taken in.
    Lot(LotTaken),
    /// A mark on an aspect of an entity.
    Mark(Mark),
    /// Goods or money that moved by themselves.
    Move(Movement),
    /// A person's data was erased; sticks for ever.
    Erase(Erase),
    /// The hub let a device in, or shut it out.
    Access(Access),
}

/// The birth of an origin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OriginBorn {
    /// The device that writes it.
    pub device: DeviceId,
    /// The Ed25519 public key under which its frames are signed.
    pub key: Hash32,
    /// The older origins of the same device, oldest first; not empty after a restore.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<Origin>,
    /// Whether the hub wrote it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hub: bool,
}

/// `Takes(holder, old origin, last sequence)`: beyond the named sequences the old origins' placings
/// hold nothing, their cancels only ask, and their transfers between holders are void.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Takes {
    /// The device, the same before and after.
    pub device: DeviceId,
    /// Each older origin and the last sequence that the hub and the device both hold.
    pub closed: Vec<FactId>,
}

/// A device that will not come back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retire {
    /// The dead device.
    pub device: DeviceId,
    /// Where its grams go.
    pub legs: Vec<crate::movement::Leg>,
}

/// What the hub decided about a device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Access {
    /// The device.
    pub device: DeviceId,
    /// The key that it enrolled with.
    pub key: Hash32,
    /// In, or out.
    pub allowed: bool,
}

/// What a command writes, before the log gives it an id and a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What it speaks of.
    pub entity: EntityId,
    /// What happened.
    pub body: Body,
    /// Its personal section.
    pub personal: Option<Personal>,
}

impl Draft {
    /// A fact without personal data.
    #[must_use]
    pub const fn plain(entity: EntityId, body: Body) -> Self {
        Self {
            entity,
            body,
            personal: None,
        }
    }
}
