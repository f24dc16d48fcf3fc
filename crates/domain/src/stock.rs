//! Stock: every gram with one holder at one place, and one equation:
//! share = legs of movements − shipments − holds + offset.

pub mod decide;
pub mod shelf_life;

use crate::id::{EntityId, FactId};
use crate::mark::{Holder, Shelf};
use crate::movement::{MoveKind, Movement};
use crate::order::settle::{Settled, World};
use crate::quantity::Quantity;
use std::collections::{BTreeMap, BTreeSet};

/// What one holder has of one lot at one place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What lies there on its account: legs − shipments + offset.
    pub on_hand: Quantity,
    /// What of it is promised.
    pub held: Quantity,
}

impl Cell {
    /// What the holder may still sell or grant.
    #[must_use]
    pub const fn share(&self) -> Quantity {
        self.on_hand.minus(self.held)
    }
}

/// The cells of one lot.
pub type Cells = BTreeMap<(Holder, Shelf), Cell>;

/// One movement as one lot sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LotMove {
    /// The fact.
    pub fact: FactId,
    /// It only passes shares between holders: void when it comes late from a taken-over origin.
    pub is_paper: bool,
    /// For a count: how far it had seen each older origin of its device.
    pub saw: Vec<FactId>,
    /// The legs of this lot: holder, place, delta.
    pub legs: Vec<(Holder, Shelf, Quantity)>,
}

impl LotMove {
    /// The part of a movement that concerns `lot`; `None` when it has no leg of it.
    #[must_use]
    pub fn of(fact: FactId, movement: &Movement, lot: EntityId) -> Option<Self> {
        let legs: Vec<_> = movement
            .legs
            .iter()
            .filter(|l| l.lot == lot)
            .map(|l| (l.holder, l.place, l.delta))
            .collect();
        (!legs.is_empty()).then(|| Self {
            fact,
            is_paper: movement.is_paper_transfer(),
            saw: if movement.kind == MoveKind::Count {
                movement.saw.clone()
            } else {
                Vec::new()
            },
            legs,
        })
    }
}

/// One shipment as one lot sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LotShipment {
    /// The hand-over marks that carry it, and whether each was written "before the count".
    pub marks: Vec<(FactId, bool)>,
    /// Whose share it left.
    pub holder: Holder,
    /// Where it left from.
    pub place: Shelf,
    /// How much.
    pub quantity: Quantity,
}

/// One open promise as one lot sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LotHold {
    /// Whose share it charges.
    pub holder: Holder,
    /// Where the goods lie.
    pub place: Shelf,
    /// How much.
    pub quantity: Quantity,
}

/// Everything that happened to one lot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LotLedger {
    /// Movements, in any order, each once.
    pub moves: Vec<LotMove>,
    /// Shipments, one an order.
    pub shipments: Vec<LotShipment>,
    /// Holds.
    pub holds: Vec<LotHold>,
}

impl LotLedger {
    /// Adds what an order does to `lot`.
    pub fn add_order(&mut self, settled: &Settled, lot: EntityId) {
        for (key, hold) in settled.holds.iter().filter(|(key, _)| key.lot == lot) {
            self.holds.push(LotHold {
                holder: key.holder,
                place: key.place,
                quantity: hold.quantity,
            });
        }
        if let Some(shipment) = &settled.shipment {
            for good in shipment.goods.iter().filter(|g| g.lot == lot) {
                self.shipments.push(LotShipment {
                    marks: shipment.marks.clone(),
                    holder: good.holder,
                    place: good.place,
                    quantity: good.quantity,
                });
            }
        }
    }

    /// The stock equation. The order of the parts does not matter.
    #[must_use]
    pub fn cells(&self, world: &World) -> Cells {
        let mut cells = Cells::new();
        let mut add = |holder, place, delta: Quantity| {
            let cell = cells.entry((holder, place)).or_default();
            cell.on_hand = cell.on_hand.plus(delta);
        };
        for m in self
            .moves
            .iter()
            .filter(|m| !(m.is_paper && world.late(m.fact)))
        {
            for (holder, place, delta) in &m.legs {
                add(*holder, *place, *delta);
                if m.is_physical_at(*place) && self.was_counted_unseen(m.fact, *place) {
                    add(place.own_holder(), *place, delta.negated());
                }
            }
        }
        for s in &self.shipments {
            add(s.holder, s.place, s.quantity.negated());
            let noticed = !s.marks.is_empty()
                && s.marks
                    .iter()
                    .all(|(m, before)| *before || self.was_counted_unseen(*m, s.place));
            if noticed {
                add(s.place.own_holder(), s.place, s.quantity);
            }
        }
        for h in &self.holds {
            let cell = cells.entry((h.holder, h.place)).or_default();
            cell.held = cell.held.plus(h.quantity);
        }
        cells
    }

    /// What counts offset at each place: the part of the equation that no leg and no order says.
    #[must_use]
    pub fn offsets(&self, world: &World) -> BTreeMap<Shelf, Quantity> {
        let mut summed: BTreeMap<Shelf, Quantity> = BTreeMap::new();
        for m in self
            .moves
            .iter()
            .filter(|m| !(m.is_paper && world.late(m.fact)))
        {
            for (_, place, delta) in &m.legs {
                let sum = summed.entry(*place).or_default();
                *sum = sum.plus(*delta);
            }
        }
        for s in &self.shipments {
            let sum = summed.entry(s.place).or_default();
            *sum = sum.minus(s.quantity);
        }
        let mut offsets = BTreeMap::new();
        for ((_, place), cell) in self.cells(world) {
            let offset: &mut Quantity = offsets.entry(place).or_default();
            *offset = offset.plus(cell.on_hand);
        }
        for (place, sum) in summed {
            let offset = offsets.entry(place).or_default();
            *offset = offset.minus(sum);
        }
        offsets.retain(|_, offset| *offset != Quantity::ZERO);
        offsets
    }

    /// Whether a count at `place` measured the shelf with `fact`'s goods already moved, though its
    /// author had not heard of the fact: `f.origin ∈ C.saw and f.sequence > C.saw[origin]`.
    fn was_counted_unseen(&self, fact: FactId, place: Shelf) -> bool {
        self.moves
            .iter()
            .filter(|c| c.legs.iter().any(|(_, p, _)| *p == place))
            .any(|count| {
                count
                    .saw
                    .iter()
                    .any(|s| s.origin == fact.origin && fact.sequence > s.sequence)
            })
    }
}

impl LotMove {
    fn is_physical_at(&self, place: Shelf) -> bool {
        self.legs
            .iter()
            .filter(|(_, p, _)| *p == place)
            .fold(Quantity::ZERO, |sum, (_, _, d)| sum.plus(*d))
            != Quantity::ZERO
    }
}

/// The part of a lot that `holder` can promise at `place`.
#[must_use]
pub fn share(cells: &Cells, holder: Holder, place: Shelf) -> Quantity {
    cells
        .get(&(holder, place))
        .map_or(Quantity::ZERO, Cell::share)
}

/// What a count at `place` expects to find: the sum of all holders there (`rules.md` 4).
#[must_use]
pub fn expected_on_shelf(cells: &Cells, place: Shelf) -> Quantity {
    cells
        .iter()
        .filter(|((_, p), _)| *p == place)
        .fold(Quantity::ZERO, |sum, (_, cell)| sum.plus(cell.on_hand))
}

/// Where a device stands after a restore (`rules.md` 5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readiness {
    /// It was restored: the rules below bind it.
    pub is_restored: bool,
    /// Its takeover was accepted.
    pub has_taken_over: bool,
    /// The lots that it has counted since.
    pub counted: BTreeSet<EntityId>,
}

impl Readiness {
    /// Whether it may sell or grant of `lot`.
    #[must_use]
    pub fn may_sell(&self, lot: EntityId) -> bool {
        !self.is_restored || (self.has_taken_over && self.counted.contains(&lot))
    }

    /// Whether it may hand over or free what its older origin promised.
    #[must_use]
    pub const fn may_release(&self) -> bool {
        !self.is_restored || self.has_taken_over
    }
}
