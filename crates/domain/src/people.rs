//! People of the station: operators and their rights, villagers, buyers.

use serde::{Deserialize, Serialize};

/// An operator's role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Runs the station: everything, also people, keys and devices.
    Keeper,
    /// Takes in, sells, packs, pays out.
    Operator,
    /// Takes in and packs.
    Helper,
    /// Sells in live sales.
    Host,
}

/// What somebody must be allowed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Nothing in particular: also unattended and before sign-in.
    Open,
    /// See the station's records.
    See,
    /// Take in goods, count, move.
    Stock,
    /// Pack and hand over.
    Pack,
    /// Take orders, list goods, see buyers, take money.
    Sell,
    /// Set the station up, its people, its devices.
    Keep,
}

impl Role {
    /// Whether the role has a right.
    #[must_use]
    pub const fn may(self, right: Right) -> bool {
        match right {
            Right::Open | Right::See => true,
            Right::Stock | Right::Pack => match self {
                Self::Keeper | Self::Operator | Self::Helper => true,
                Self::Host => false,
            },
            Right::Sell => match self {
                Self::Keeper | Self::Operator | Self::Host => true,
                Self::Helper => false,
            },
            Right::Keep => match self {
                Self::Keeper => true,
                Self::Operator | Self::Helper | Self::Host => false,
            },
        }
    }

    /// The role's word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Keeper => "keeper",
            Self::Operator => "operator",
            Self::Helper => "helper",
            Self::Host => "host",
        }
    }

    /// Reads a role's word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Keeper, Self::Operator, Self::Helper, Self::Host]
            .into_iter()
            .find(|r| r.word() == word)
    }
}

/// Fields of a shift that was handed over.
pub mod shift {
    /// What the books said was in the drawer, in fen.
    pub const BOOKS: &str = "books_fen";
    /// What was counted, in fen.
    pub const COUNTED: &str = "counted_fen";
    /// To whom, an operator.
    pub const TO: &str = "to";
    /// What the next one has to know, in the personal section.
    pub const NOTE: &str = "note";
    /// One more than the latest hand-over that its author knew of. It orders them: a PC whose clock
    /// runs months ahead must not hide all that follow.
    pub const TURN: &str = "turn";
}

/// The field of the younger of two who look alike that says that they are two.
#[must_use]
pub fn apart_field(older: crate::id::EntityId) -> String {
    format!("apart/{older}")
}

/// Fields of people's entities; names, phones and addresses stand in personal sections.
pub mod fields {
    /// Name, phone and address, in the personal section (villager, buyer, operator).
    pub const CONTACT: &str = "contact";
    /// Whom somebody is the same as, who was put down twice.
    pub const SAME_AS: &str = "same_as";
    /// A villager's payout way, a text: `cash`, `wechat`, `alipay`, `bank`.
    pub const PAYOUT: &str = "payout";
    /// The account of the payout way, in the personal section.
    pub const ACCOUNT: &str = "account";
    /// A villager's place code.
    pub const PLACE: &str = "place";
    /// A photo's blob.
    pub const PHOTO: &str = "photo";
    /// The photo's thumbnail, a blob.
    pub const THUMBNAIL: &str = "thumbnail";
    /// An operator's role, a text.
    pub const ROLE: &str = "role";
    /// Who gets what is owed to a villager who left or died, a villager.
    pub const HEIR: &str = "heir";
    /// Whether somebody still works here.
    pub const ACTIVE: &str = "active";
}
