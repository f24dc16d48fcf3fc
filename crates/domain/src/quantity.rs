//! Weights and counts: whole grams, whole pieces, never a float.

use serde::{Deserialize, Serialize};

/// A weight in grams.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Grams(i64);

impl Grams {
    /// A weight of `grams`.
    #[must_use]
    pub const fn new(grams: i64) -> Self {
        Self(grams)
    }

    /// The weight in grams.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }
}

/// How much of a lot: grams for goods sold by weight, pieces for goods sold by the piece. The unit
/// is the lot's and never changes, so that a leg of a movement is one frozen number.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Quantity(i64);

/// The most that one lot or line may hold: 100 tonnes, or 100 million pieces.
pub const LIMIT_QUANTITY: i64 = 100_000_000;

impl Quantity {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// A quantity in the lot's base unit.
    #[must_use]
    pub const fn new(amount: i64) -> Self {
        Self(amount)
    }

    /// The number of grams or pieces.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    /// The sum; saturates at the range of an `i64` (a share is shown, never wrapped).
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference; saturates at the range of an `i64`.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// The same quantity with its sign turned; saturates.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self(self.0.saturating_neg())
    }

    /// Whether this can be taken in or ordered: more than nothing, at most [`LIMIT_QUANTITY`].
    #[must_use]
    pub const fn is_sane(self) -> bool {
        self.0 > 0 && self.0 <= LIMIT_QUANTITY
    }
}

/// How a lot is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// By weight, in grams.
    Weight,
    /// By the piece.
    Piece,
}
