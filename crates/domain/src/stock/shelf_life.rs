//! Whether goods arrive fresh: by when a lot has to leave, against when the carrier takes the order.

use crate::quantity::Quantity;

/// What can be sold of a lot, and by when it has to leave so that it arrives before its time is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaves {
    /// Milliseconds since 1970; `None`: it keeps.
    pub ship_by_ms: Option<i64>,
    /// What can be sold of it here.
    pub share: Quantity,
}

/// By when the goods of a line have to leave that would not arrive fresh: the earliest of the lots
/// that the line takes, first those that have to leave first, which the carrier comes too late for.
/// `None` when all of it arrives fresh. What no lot has is not judged.
#[must_use]
pub fn stale_since(lots: &[Leaves], quantity: Quantity, leaves_ms: i64) -> Option<i64> {
    let mut sorted: Vec<&Leaves> = lots.iter().filter(|l| l.share > Quantity::ZERO).collect();
    sorted.sort_by_key(|lot| (lot.ship_by_ms.is_none(), lot.ship_by_ms));
    let first = sorted.first().filter(|_| quantity > Quantity::ZERO)?;
    // What has to leave first goes first, so that if the first arrives fresh, all does.
    first.ship_by_ms.filter(|by| *by < leaves_ms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_to_leave_before_the_carrier_comes_is_not_fresh() {
        let lot = |ship_by_ms, share| Leaves {
            ship_by_ms,
            share: Quantity::new(share),
        };
        let one = Quantity::new(1);
        for (lots, stale) in [
            (vec![lot(Some(99), 5)], Some(99)),
            (vec![lot(Some(100), 5)], None),
            (vec![lot(Some(101), 5)], None),
            (vec![lot(None, 5)], None),
            (
                vec![lot(None, 5), lot(Some(200), 5), lot(Some(50), 1)],
                Some(50),
            ),
            (vec![lot(Some(50), 0), lot(Some(200), 5)], None),
            (vec![], None),
        ] {
            assert_eq!(stale_since(&lots, one, 100), stale, "{lots:?}");
        }
        assert_eq!(
            stale_since(&[lot(Some(1), 5)], Quantity::ZERO, 100),
            None,
            "nothing is ordered"
        );
    }
}
