//! The states of fulfilment.

use crate::mark::Question;
use serde::{Deserialize, Serialize};

/// The state of fulfilment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nothing was marked.
    Draft,
    /// Wanted on a device that does not hold the stock.
    Asked,
    /// Stock held.
    Placed,
    /// Agreed.
    Confirmed,
    /// Being packed.
    Packing,
    /// Gone to the buyer.
    HandedOver,
    /// Done.
    Completed,
    /// Somebody cancelled; the keeper has yet to say that the goods are in his hands.
    CancelAsked,
    /// Not to be; nothing is held.
    Cancelled,
    /// The marks contradict each other: a person decides.
    NeedsDecision,
}

impl State {
    /// The state's word, as it is stored and shown to programs.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Asked => "asked",
            Self::Placed => "placed",
            Self::Confirmed => "confirmed",
            Self::Packing => "packing",
            Self::HandedOver => "handed_over",
            Self::Completed => "completed",
            Self::CancelAsked => "cancel_asked",
            Self::Cancelled => "cancelled",
            Self::NeedsDecision => "needs_decision",
        }
    }

    /// Every state, in the order in which an order lives.
    pub const ALL: [Self; 10] = [
        Self::Draft,
        Self::Asked,
        Self::Placed,
        Self::Confirmed,
        Self::Packing,
        Self::HandedOver,
        Self::Completed,
        Self::CancelAsked,
        Self::Cancelled,
        Self::NeedsDecision,
    ];

    /// Reads a state's word in any case, with or without underscores.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let plain = |w: &str| w.replace(['_', '-', ' '], "").to_lowercase();
        Self::ALL
            .into_iter()
            .find(|s| plain(s.word()) == plain(word))
    }
}

/// Why a person has to decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// Handed over and cancelled.
    HandedOverAndCancelled,
    /// All placings are of a lost disk, written past its takeover.
    LateOrder,
    /// The packed weight is outside the product's tolerance.
    Weight,
    /// There is not enough of it after all.
    Short,
    /// It cannot be there when it was promised.
    Late,
    /// Nobody reaches the buyer.
    Unreachable,
    /// The price is another than the one that was agreed.
    Price,
    /// Something that only a newer version knows to ask.
    Unknown,
}

impl Doubt {
    /// The doubt that a question raises.
    #[must_use]
    pub const fn of(question: &Question) -> Self {
        match question {
            Question::Weight => Self::Weight,
            Question::Short => Self::Short,
            Question::Late => Self::Late,
            Question::Unreachable => Self::Unreachable,
            Question::Price => Self::Price,
            Question::Other(_) => Self::Unknown,
        }
    }

    /// Whether a person raised it, of goods that are still held, so that the order may go on.
    #[must_use]
    pub const fn is_question(self) -> bool {
        match self {
            Self::HandedOverAndCancelled | Self::LateOrder => false,
            Self::Weight
            | Self::Short
            | Self::Late
            | Self::Unreachable
            | Self::Price
            | Self::Unknown => true,
        }
    }
}
