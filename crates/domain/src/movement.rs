//! Movements: what happens to goods and money by itself. The envelope (legs) is frozen for ever, so
//! that a device which does not know a kind still counts its legs.

use crate::id::{EntityId, FactId};
use crate::mark::{Holder, PayWay, Shelf};
use crate::money::Fen;
use crate::quantity::Quantity;
use serde::{Deserialize, Serialize};

/// One lot's change at one holder and place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Leg {
    /// The lot.
    pub lot: EntityId,
    /// Whose share changes.
    pub holder: Holder,
    /// Where.
    pub place: Shelf,
    /// By how much, in the lot's unit; negative takes away.
    pub delta: Quantity,
}

/// One account's change. The legs of a movement's money add up to nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoneyLeg {
    /// The account.
    pub account: Account,
    /// By how much; positive is a debit.
    pub delta_fen: Fen,
}

/// An account of the station's books.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Account {
    /// The cash drawer of a device.
    Drawer(crate::id::DeviceId),
    /// Money that arrived another way.
    Way(PayWay),
    /// What the station owes a villager.
    Villager(EntityId),
    /// What the station owes its carriers.
    Carrier,
    /// What the station earned.
    Commission,
    /// What is between an order's goods and its money; nothing once both are done.
    Clearing(EntityId),
    /// What complaints cost the station.
    Loss,
    /// Differences of a fen.
    Rounding,
    /// The owner's money put in and taken out.
    Owner,
    /// An account of a newer version.
    Other(String),
}

/// What kind of movement it is; the word is for people, the legs are what counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum MoveKind {
    /// A villager brought it.
    Intake,
    /// It went bad.
    Spoil,
    /// It lost weight.
    Shrink,
    /// It became another lot.
    Regrade,
    /// From one holder to another, written by the giver alone.
    Transfer,
    /// What was carried here has arrived; names its Transfer.
    Receive,
    /// The shelf was counted; closes what older origins of the counter had moved unseen.
    Count,
    /// A wrong intake or weight is put right, with its reason.
    Correction,
    /// Sent back by a buyer and looked at: it may be sold again. Names its hand-over.
    ReturnIn,
    /// Cash put into the drawer.
    CashIn,
    /// Cash taken out of the drawer.
    CashOut,
    /// A kind of a newer version.
    Other(String),
}

impl MoveKind {
    /// The word as it is stored.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Intake => "intake",
            Self::Spoil => "spoil",
            Self::Shrink => "shrink",
            Self::Regrade => "regrade",
            Self::Transfer => "transfer",
            Self::Receive => "receive",
            Self::Count => "count",
            Self::Correction => "correction",
            Self::ReturnIn => "return_in",
            Self::CashIn => "cash_in",
            Self::CashOut => "cash_out",
            Self::Other(word) => word,
        }
    }
}

impl From<String> for MoveKind {
    fn from(word: String) -> Self {
        match word.as_str() {
            "intake" => Self::Intake,
            "spoil" => Self::Spoil,
            "shrink" => Self::Shrink,
            "regrade" => Self::Regrade,
            "transfer" => Self::Transfer,
            "receive" => Self::Receive,
            "count" => Self::Count,
            "correction" => Self::Correction,
            "return_in" => Self::ReturnIn,
            "cash_in" => Self::CashIn,
            "cash_out" => Self::CashOut,
            _ => Self::Other(word),
        }
    }
}

impl From<MoveKind> for String {
    fn from(kind: MoveKind) -> Self {
        kind.word().to_owned()
    }
}

/// Something moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Movement {
    /// What kind.
    pub kind: MoveKind,
    /// The goods.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub legs: Vec<Leg>,
    /// The money.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub money: Vec<MoneyLeg>,
    /// A count's view: how far it had seen each older origin of its device (`rules.md` 6).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub saw: Vec<FactId>,
    /// The fact that it answers: a Receive its Transfer, a Correction what it corrects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<FactId>,
    /// Why, in a person's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl Movement {
    /// A movement of goods alone.
    #[must_use]
    pub const fn of(kind: MoveKind, legs: Vec<Leg>) -> Self {
        Self {
            kind,
            legs,
            money: Vec::new(),
            saw: Vec::new(),
            about: None,
            reason: String::new(),
        }
    }

    /// Whether it only passes shares between holders without anything being carried: a transfer
    /// with every leg at one place.
    #[must_use]
    pub fn is_paper_transfer(&self) -> bool {
        let first = self.legs.first().map(|l| l.place);
        self.kind == MoveKind::Transfer && self.legs.iter().all(|l| Some(l.place) == first)
    }
}
