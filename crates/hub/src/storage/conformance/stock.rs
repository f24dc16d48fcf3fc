//! Stock: each station's alone, replaced and added up as the rules say.

use super::{HERE, THERE, WIDE};
use crate::storage::Storage;
use crate::storage::quota::{LotRow, QuotaRow};
use std::collections::BTreeSet;
use tsong_domain::id::{DeviceId, EntityId, FactId};
use tsong_domain::mark::{Aspect, Holder, Mark, MarkKind, Placing, Shelf};
use tsong_domain::movement::Movement;
use tsong_domain::order::settle::{Settled, World, settle};
use tsong_domain::produce::LotTaken;
use tsong_domain::quantity::{Measure, Quantity};
use tsong_domain::stock::decide;

const LOT: EntityId = EntityId([8; 16]);
const ORDER: EntityId = EntityId([9; 16]);
const DEVICE: DeviceId = DeviceId(3);
const PLACE: Shelf = Shelf::Device(DEVICE);

fn at(sequence: u64) -> FactId {
    FactId::new(WIDE, sequence)
}

/// An intake of 10 of which 6 are granted to the hub.
fn moves() -> [Movement; 2] {
    let all = decide::intake(DEVICE, LOT, Quantity::new(10)).unwrap();
    let mut ledger = tsong_domain::stock::LotLedger::default();
    let seen = tsong_domain::stock::LotMove::of(at(1), &all, LOT);
    ledger.moves.extend(seen);
    let cells = ledger.cells(&World::default());
    let ready = tsong_domain::stock::Readiness::default();
    let granted = decide::grant(&cells, DEVICE, &ready, LOT, Quantity::new(6)).unwrap();
    [all, granted]
}

/// What an order comes to that the hub placed for 4, and that went when `gone`.
fn settled(gone: bool) -> Settled {
    let goods = vec![Placing {
        line: 1,
        lot: LOT,
        villager: EntityId([7; 16]),
        holder: Holder::Hub,
        place: PLACE,
        quantity: Quantity::new(4),
    }];
    let mut placed = Mark::new(Aspect::Fulfilment, MarkKind::Placed, Vec::new());
    placed.keeper = Some(DEVICE);
    placed.goods.clone_from(&goods);
    let mut left = Mark::new(Aspect::Fulfilment, MarkKind::HandedOver, vec![at(10)]);
    left.goods = goods;
    let mut marks = vec![(at(10), &placed)];
    if gone {
        marks.push((at(11), &left));
    }
    settle(marks, &World::default())
}

fn taken() -> LotTaken {
    LotTaken {
        number: "L1".into(),
        villager: EntityId([7; 16]),
        product: "matsutake-fresh".into(),
        grade: "c".into(),
        measure: Measure::Weight,
        quantity: Quantity::new(10),
        harvested_ms: 1,
        expires_ms: None,
        place: None,
        keeping: tsong_domain::produce::Keeping::Ambient,
        shelf: String::new(),
        permit: String::new(),
        photo: None,
        made_of: Vec::new(),
    }
}

pub(super) fn stock(storage: &impl Storage) {
    let hub = (Holder::Hub, PLACE);
    storage
        .write(|t| {
            for (sequence, movement) in (1u64..).zip(&moves()) {
                t.put_legs(HERE, at(sequence), movement)?;
                t.put_legs(HERE, at(sequence), movement)?;
            }
            assert_eq!(t.lots_moved_past(HERE, at(1))?, [LOT]);
            assert!(t.lots_moved_past(HERE, at(2))?.is_empty());
            assert!(t.ledger(THERE, LOT)?.moves.is_empty(), "another station's");
            let lots = BTreeSet::from([LOT]);
            let changed = t.put_effects(HERE, ORDER, &lots, &settled(false))?;
            assert_eq!(changed.held[&(LOT, Holder::Hub, PLACE)], Quantity::new(4));
            assert!(
                !t.shift_held(HERE, LOT, hub, Quantity::new(4))?,
                "no cell yet"
            );
            let cells = t.ledger(HERE, LOT)?.cells(&World::default());
            t.put_cells(HERE, LOT, &cells)?;
            assert_eq!(t.cells(HERE, LOT)?, cells, "as they were put, legs once");
            assert_eq!(cells[&hub].share(), Quantity::new(2));
            assert_eq!(t.lots_of_cells(HERE)?, [LOT]);
            let again = t.put_effects(HERE, ORDER, &lots, &settled(false))?;
            assert!(
                again.held.is_empty() && again.lots.is_empty(),
                "nothing changed"
            );
            let gone = t.put_effects(HERE, ORDER, &lots, &settled(true))?;
            assert_eq!(gone.lots, lots, "what went is derived whole");
            assert!(t.shift_held(HERE, LOT, hub, Quantity::new(-4))?);
            assert_eq!(t.cells(HERE, LOT)?[&hub].held, Quantity::ZERO);
            Ok(())
        })
        .unwrap();
    quotas(storage);
}

fn quotas(storage: &impl Storage) {
    storage
        .write(|t| {
            let row = LotRow {
                lot: LOT,
                fact: at(5),
                taken: taken(),
            };
            t.put_lot(HERE, &row)?;
            let other = LotRow {
                fact: at(6),
                ..row.clone()
            };
            t.put_lot(HERE, &other)?;
            assert_eq!(
                t.lot(HERE, LOT)?,
                Some(row.clone()),
                "the smaller fact stands"
            );
            assert_eq!(t.lot(THERE, LOT)?, None);
            for (grade, found) in [("", 1), ("c", 1), ("a", 0)] {
                let lots = t.lots_with_quota(HERE, "matsutake-fresh", grade)?;
                assert_eq!(lots.len(), found, "{grade}");
            }
            let mut quota = QuotaRow {
                lot: LOT,
                device: DEVICE,
                until_ms: Some(100),
                ask: Some(at(7)),
                asked: Quantity::new(3),
                given: Quantity::new(3),
            };
            t.put_quota(HERE, &quota)?;
            assert_eq!(t.quotas(HERE, LOT)?, [quota.clone()]);
            assert!(
                t.quotas_due(None, 99)?.is_empty(),
                "given, and its time has not come"
            );
            assert_eq!(t.quotas_due(None, 100)?, [(HERE, LOT)]);
            assert!(t.quotas_due(Some(THERE), 100)?.is_empty());
            quota.given = Quantity::new(2);
            t.put_quota(HERE, &quota)?;
            assert_eq!(t.quotas_due(Some(HERE), 0)?, [(HERE, LOT)]);
            t.set_unsure(HERE, Some(5))?;
            assert_eq!(
                (t.unsure_since(HERE)?, t.unsure_since(THERE)?),
                (Some(5), None)
            );
            t.set_unsure(HERE, None)?;
            assert_eq!(t.unsure_since(HERE)?, None);
            Ok(())
        })
        .unwrap();
}
