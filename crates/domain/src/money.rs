//! Money: whole fen, checked, never a float.

use crate::quantity::Quantity;
use serde::{Deserialize, Serialize};

/// An amount of money in fen (1/100 yuan); may be negative in a ledger.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Fen(i64);

/// What a sum of money may not exceed: a thousand million yuan, far above any station's year.
pub const LIMIT_FEN: i64 = 100_000_000_000;

impl Fen {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// An amount of `fen`.
    #[must_use]
    pub const fn new(fen: i64) -> Self {
        Self(fen)
    }

    /// The amount in fen.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    /// The sum, or `None` past the range of an `i64`.
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(sum) => Some(Self(sum)),
            None => None,
        }
    }

    /// The difference, or `None` past the range of an `i64`.
    #[must_use]
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(sum) => Some(Self(sum)),
            None => None,
        }
    }

    /// The same amount with its sign turned; saturates at the range of an `i64`.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self(self.0.saturating_neg())
    }

    /// Whether an imported or typed amount is one that a station can have: 0 to [`LIMIT_FEN`].
    #[must_use]
    pub const fn is_sane(self) -> bool {
        self.0 >= 0 && self.0 <= LIMIT_FEN
    }

    /// Adds up; `None` past the range of an `i64`.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }
}

/// How a price is meant: for a kilogram or for one piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PriceUnit {
    /// Fen for 1,000 grams.
    Kilogram,
    /// Fen for one piece.
    Piece,
}

/// What a line costs: price times quantity, rounded once, half up (the rule that is printed on
/// every slip). `None` when the result leaves the range of an `i64` or an argument is negative.
#[must_use]
pub fn line_amount(price: Fen, unit: PriceUnit, quantity: Quantity) -> Option<Fen> {
    if price.0 < 0 || quantity.get() < 0 {
        return None;
    }
    let exact = i128::from(price.0).checked_mul(i128::from(quantity.get()))?;
    let rounded = match unit {
        PriceUnit::Kilogram => exact.checked_add(500)?.div_euclid(1000),
        PriceUnit::Piece => exact,
    };
    i64::try_from(rounded).ok().map(Fen)
}

/// Shares `total` over `weights` by largest remainder: the parts add up to the total to the fen,
/// and equal remainders go to the earlier part. All weights zero gives everything to the first.
#[must_use]
pub fn share_out(total: Fen, weights: &[i64]) -> Vec<Fen> {
    let sum: i128 = weights.iter().map(|w| i128::from((*w).max(0))).sum();
    if weights.is_empty() {
        return Vec::new();
    }
    if sum == 0 {
        return weights
            .iter()
            .enumerate()
            .map(|(i, _)| if i == 0 { total } else { Fen::ZERO })
            .collect();
    }
    let mut parts: Vec<(i64, i128)> = weights
        .iter()
        .map(|w| {
            let product = i128::from(total.0).saturating_mul(i128::from((*w).max(0)));
            (
                i64::try_from(product.div_euclid(sum)).unwrap_or(i64::MAX),
                product.rem_euclid(sum),
            )
        })
        .collect();
    let given: i64 = parts.iter().fold(0i64, |a, p| a.saturating_add(p.0));
    let mut left = total.0.saturating_sub(given);
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|i| (std::cmp::Reverse(parts.get(*i).map_or(0, |p| p.1)), *i));
    for i in order {
        if left <= 0 {
            break;
        }
        if let Some(part) = parts.get_mut(i) {
            part.0 = part.0.saturating_add(1);
            left = left.saturating_sub(1);
        }
    }
    parts.into_iter().map(|p| Fen(p.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_rounded_once_half_up() {
        let line = |p, q| line_amount(Fen(p), PriceUnit::Kilogram, Quantity::new(q));
        assert_eq!(line(999, 500), Some(Fen(500)), "499.5 fen goes up");
        assert_eq!(line(998, 500), Some(Fen(499)));
        assert_eq!(line(1, 499), Some(Fen(0)), "0.499 fen goes down");
        assert_eq!(
            line(i64::MAX, i64::MAX),
            None,
            "an absurd line is refused, not wrapped"
        );
    }

    #[test]
    fn shares_add_up_to_the_fen() {
        let parts = share_out(Fen(100), &[1, 1, 1]);
        assert_eq!(parts, vec![Fen(34), Fen(33), Fen(33)]);
        assert_eq!(share_out(Fen(7), &[0, 0]), vec![Fen(7), Fen(0)]);
    }
}
