//! What a replica sees: its facts, folded and settled by the rules of the crate (or by rules into
//! which a test has planted a mistake).

use std::collections::BTreeMap;
use tsong_domain::fact::{Body, Fact};
use tsong_domain::field::Fields;
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::mark::{Holder, Shelf};
use tsong_domain::movement::{MoveKind, Movement};
use tsong_domain::order::Order;
use tsong_domain::order::settle::{Settled, World, settle};
use tsong_domain::posting::{Posting, of_order};
use tsong_domain::quantity::Quantity;
use tsong_domain::stock::{Cell, Cells, LotLedger, LotMove, expected_on_shelf, share};

/// The functions that a planted mistake replaces.
#[derive(Clone, Copy)]
pub(crate) struct Rules {
    pub(crate) settle: fn(&Order, &World) -> Settled,
    pub(crate) cells: fn(&LotLedger, &World) -> Cells,
}

pub(crate) const TRUE_RULES: Rules = Rules {
    settle: settled,
    cells: LotLedger::cells,
};

pub(crate) fn settled(order: &Order, world: &World) -> Settled {
    settle(order.marks.iter().map(|(id, m)| (*id, &m.mark)), world)
}

/// Everything that follows from a set of facts.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct View {
    pub(crate) world: World,
    pub(crate) orders: BTreeMap<EntityId, Order>,
    pub(crate) settled: BTreeMap<EntityId, Settled>,
    pub(crate) cells: BTreeMap<EntityId, Cells>,
    pub(crate) moves: BTreeMap<FactId, Movement>,
    pub(crate) fields: BTreeMap<EntityId, Fields>,
}

impl View {
    pub(crate) fn of<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Self {
        Self::under(TRUE_RULES, facts)
    }

    pub(crate) fn under<'a>(rules: Rules, facts: impl IntoIterator<Item = &'a Fact>) -> Self {
        let mut view = Self::default();
        for fact in facts {
            view.apply(fact);
        }
        let mut ledgers: BTreeMap<EntityId, LotLedger> = BTreeMap::new();
        for (fact, movement) in &view.moves {
            for lot in movement
                .legs
                .iter()
                .map(|l| l.lot)
                .collect::<std::collections::BTreeSet<_>>()
            {
                let part = LotMove::of(*fact, movement, lot).unwrap();
                ledgers.entry(lot).or_default().moves.push(part);
            }
        }
        for (id, order) in &view.orders {
            let settled = (rules.settle)(order, &view.world);
            for (lot, ledger) in &mut ledgers {
                ledger.add_order(&settled, *lot);
            }
            view.settled.insert(*id, settled);
        }
        for (lot, ledger) in &ledgers {
            view.cells.insert(*lot, (rules.cells)(ledger, &view.world));
        }
        view
    }

    fn apply(&mut self, fact: &Fact) {
        let (id, entity) = (fact.header.id, fact.header.entity);
        match &fact.body {
            Body::Origin(born) => {
                self.world.devices.insert(id.origin, born.device);
            }
            Body::Takes(takes) => self.world.close(&takes.closed),
            Body::Move(movement) => {
                self.moves.insert(id, movement.clone());
            }
            Body::Order(_) | Body::Mark(_) => {
                self.orders
                    .entry(entity)
                    .or_insert_with(|| Order::unknown(entity))
                    .apply(fact);
            }
            Body::Field(write) if write.noun == "order" => {
                self.orders
                    .entry(entity)
                    .or_insert_with(|| Order::unknown(entity))
                    .apply(fact);
            }
            Body::Field(write) => {
                self.fields
                    .entry(entity)
                    .or_default()
                    .apply(id, fact.header.time, write);
            }
            Body::Retire(_) | Body::Lot(_) | Body::Erase(_) | Body::Access(_) => {}
        }
    }

    pub(crate) fn share(&self, lot: EntityId, holder: Holder, place: Shelf) -> i64 {
        self.cells
            .get(&lot)
            .map_or(0, |c| share(c, holder, place).get())
    }

    pub(crate) fn on_hand(&self, lot: EntityId, holder: Holder, place: Shelf) -> i64 {
        let cell = |c: &Cells| {
            c.get(&(holder, place))
                .map_or(0, |c: &Cell| c.on_hand.get())
        };
        self.cells.get(&lot).map_or(0, cell)
    }

    /// What all holders together have on a shelf.
    pub(crate) fn shelf(&self, lot: EntityId, place: Shelf) -> i64 {
        self.cells
            .get(&lot)
            .map_or(0, |c| expected_on_shelf(c, place).get())
    }

    /// The open promises of one order: lot, holder, place, quantity.
    pub(crate) fn holds(&self, order: EntityId) -> Vec<(EntityId, Holder, Shelf, i64)> {
        let settled = self.settled.get(&order);
        let holds = settled.iter().flat_map(|s| &s.holds);
        holds
            .map(|(k, h)| (k.lot, k.holder, k.place, h.quantity.get()))
            .collect()
    }

    pub(crate) fn postings(&self, order: EntityId) -> Vec<Posting> {
        let (Some(o), Some(s)) = (self.orders.get(&order), self.settled.get(&order)) else {
            return Vec::new();
        };
        of_order(o, s, &self.world)
    }

    /// What earlier receives of a transfer already took in.
    pub(crate) fn received(&self, transfer: FactId, lot: EntityId) -> Quantity {
        self.moves
            .values()
            .filter(|m| m.kind == MoveKind::Receive && m.about == Some(transfer))
            .flat_map(|m| {
                m.legs
                    .iter()
                    .filter(|l| l.lot == lot && l.place != Shelf::Transit)
            })
            .fold(Quantity::ZERO, |sum, l| sum.plus(l.delta))
    }
}
