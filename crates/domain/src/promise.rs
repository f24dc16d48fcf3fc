//! What villagers promised to bring on a day, and what is still to be asked of somebody: a station that
//! sells first and has the goods gathered after that calls its villagers in the morning.

use crate::id::EntityId;
use crate::money::{Fen, share_out};
use crate::quantity::Quantity;

/// Fields of a promise; its id is made of day, villager, product and grade, so that two computers
/// which note the same promise write one.
pub mod fields {
    /// The local day, `2026-08-18`.
    pub const DAY: &str = "day";
    /// Who.
    pub const VILLAGER: &str = "villager";
    /// The product's key.
    pub const PRODUCT: &str = "product";
    /// The grade's key.
    pub const GRADE: &str = "grade";
    /// How much, in the product's unit; nothing when the villager cannot.
    pub const QUANTITY: &str = "quantity";
}

/// The id of a villager's promise of one kind of goods for one day.
#[must_use]
pub fn id(day: &str, villager: EntityId, product: &str, grade: &str) -> EntityId {
    EntityId::named("promise", &format!("{day}|{villager}|{product}|{grade}"))
}

/// How one kind of goods stands on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Need {
    /// What orders wait for that hold nothing.
    pub wanted: Quantity,
    /// What may be sold of it here.
    pub here: Quantity,
    /// What was promised and has not been brought.
    pub coming: Quantity,
}

impl Need {
    /// What somebody has yet to be asked for; never below nothing.
    #[must_use]
    pub fn open(&self) -> Quantity {
        self.wanted
            .minus(self.here)
            .minus(self.coming)
            .max(Quantity::ZERO)
    }
}

/// What of a promise has yet to come; nothing when more was brought.
#[must_use]
pub fn outstanding(promised: Quantity, brought: Quantity) -> Quantity {
    promised.minus(brought).max(Quantity::ZERO)
}

/// An amount offered to several, in proportion to what each brought lately, to the gram by largest
/// remainder; in equal parts where nobody brought any.
#[must_use]
pub fn offer(open: Quantity, lately: &[Quantity]) -> Vec<Quantity> {
    let is_any = lately.iter().any(|q| *q > Quantity::ZERO);
    let weights: Vec<i64> = lately
        .iter()
        .map(|q| if is_any { q.get().max(0) } else { 1 })
        .collect();
    share_out(Fen::new(open.get()), &weights)
        .into_iter()
        .map(|part| Quantity::new(part.get()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_is_wanted_and_neither_here_nor_coming() {
        let q = Quantity::new;
        for (wanted, here, coming, open) in [
            (5000, 1000, 1500, 2500),
            (5000, 5000, 0, 0),
            (1000, 3000, 0, 0),
            (0, 0, 700, 0),
            (5000, -200, 0, 5200),
        ] {
            let need = Need {
                wanted: q(wanted),
                here: q(here),
                coming: q(coming),
            };
            assert_eq!(need.open(), q(open), "{need:?}");
        }
        assert_eq!(
            outstanding(q(500), q(700)),
            Quantity::ZERO,
            "more than promised is no debt"
        );
    }

    #[test]
    fn an_offer_goes_by_what_was_brought_and_loses_no_gram() {
        let q = |n: &[i64]| n.iter().map(|n| Quantity::new(*n)).collect::<Vec<_>>();
        assert_eq!(
            offer(Quantity::new(1000), &q(&[3000, 1000])),
            q(&[750, 250])
        );
        assert_eq!(
            offer(Quantity::new(1000), &q(&[1, 1, 1])),
            q(&[334, 333, 333])
        );
        assert_eq!(
            offer(Quantity::new(10), &q(&[0, 0])),
            q(&[5, 5]),
            "strangers share alike"
        );
        assert_eq!(offer(Quantity::new(10), &[]), Vec::new());
    }
}
