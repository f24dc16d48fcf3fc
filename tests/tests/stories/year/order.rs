//! An order as the reference knows it.

use super::filling::{Rule, Wish};
use super::model::PRODUCTS;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Placed,
    Confirmed,
    Packing,
    /// The scale said something else than was ordered.
    Decide,
    HandedOver,
    Completed,
    Cancelled,
}

impl State {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Placed => "Placed",
            Self::Confirmed => "Confirmed",
            Self::Packing => "Packing",
            Self::Decide => "NeedsDecision",
            Self::HandedOver => "HandedOver",
            Self::Completed => "Completed",
            Self::Cancelled => "Cancelled",
        }
    }

    pub(super) const fn is_open(self) -> bool {
        matches!(
            self,
            Self::Placed | Self::Confirmed | Self::Packing | Self::Decide
        )
    }
}

#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) product: usize,
    pub(super) grams: i64,
    pub(super) price_fen: i64,
    pub(super) rule: Rule,
    /// From which lots, how much: what is held, or went.
    pub(super) from: Vec<(usize, i64)>,
}

#[derive(Clone, Debug)]
pub(crate) struct Order {
    pub(crate) state: State,
    pub(super) lines: Vec<Line>,
    pub(super) freight_fen: i64,
    pub(super) is_weighed: bool,
    /// What came of each payment and what of it went back.
    pub(super) paid: Vec<(i64, i64)>,
    pub(super) taken_ms: i64,
}

/// Half up, as money is rounded.
fn amount(price_fen: i64, grams: i64) -> i64 {
    (price_fen * grams * 2 + 1_000) / 2_000
}

impl Line {
    pub(super) fn wish(&self) -> Wish {
        Wish {
            product: self.product,
            grams: self.grams,
            price_fen: self.price_fen,
            rule: self.rule,
        }
    }

    pub(super) fn tolerated(&self) -> i64 {
        self.grams * PRODUCTS[self.product].1 / 1000
    }

    pub(super) fn packed(&self) -> i64 {
        self.from.iter().map(|(_, grams)| grams).sum()
    }
}

impl Order {
    /// What the buyer owes: what was ordered, or what was weighed or went.
    pub(crate) fn due_fen(&self) -> i64 {
        let gone = matches!(self.state, State::HandedOver | State::Completed);
        let of = |line: &Line| {
            let grams = if self.is_weighed || gone {
                line.packed()
            } else {
                line.grams
            };
            amount(line.price_fen, grams)
        };
        self.lines.iter().map(of).sum::<i64>() + self.freight_fen
    }

    pub(super) fn ordered_fen(&self) -> i64 {
        let of = |line: &Line| amount(line.price_fen, line.grams);
        self.lines.iter().map(of).sum::<i64>() + self.freight_fen
    }
}
