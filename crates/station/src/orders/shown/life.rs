//! An order's lines with whose goods fill them, and the states that it has reached.

use crate::fault::Fault;
use crate::lots::Eyes;
use crate::people::ActorNames;
use crate::products::Titles;
use tsong_contract::io::{FilledFrom, FilledLine, ReachedRow};
use tsong_domain::fact::{Body, Fact};
use tsong_domain::id::EntityId;
use tsong_domain::mark::{Aspect, MarkKind};
use tsong_domain::money::Fen;
use tsong_domain::order::decide::tolerated;
use tsong_domain::order::due::due;
use tsong_domain::order::settle::Settled;
use tsong_domain::order::{Marked, Order};
use tsong_domain::quantity::Quantity;
use tsong_store::{Db, lot};

/// The marks of an order's life, in their order.
const STEPS: [MarkKind; 8] = [
    MarkKind::Asked,
    MarkKind::Placed,
    MarkKind::Confirmed,
    MarkKind::Packing,
    MarkKind::Packed,
    MarkKind::HandedOver,
    MarkKind::Completed,
    MarkKind::Cancelled,
];

/// When each state was first reached, and by whom.
pub(super) fn reached(
    names: &ActorNames<'_>,
    facts: &[Fact],
    order: &Order,
) -> Result<Vec<ReachedRow>, Fault> {
    let mut rows = Vec::new();
    let taken = order.taken.as_ref().map(|(id, _)| *id);
    let first = facts
        .iter()
        .find(|f| Some(f.header.id) == taken && matches!(f.body, Body::Order(_)));
    if let (Some(fact), Some(created_ms)) = (first, order.created_ms()) {
        rows.push(ReachedRow {
            step: "taken".to_owned(),
            at_ms: created_ms,
            doubtful: order.is_undated(),
            actor: names.of(fact.header.actor)?,
        });
    }
    for kind in STEPS {
        let earliest = order
            .of_aspect(&Aspect::Fulfilment)
            .filter(|(_, marked)| marked.mark.kind == kind)
            .min_by_key(|(id, marked)| (marked.time, *id));
        if let Some((_, marked)) = earliest {
            rows.push(step(names, &kind, marked)?);
        }
    }
    Ok(rows)
}

fn step(names: &ActorNames<'_>, kind: &MarkKind, marked: &Marked) -> Result<ReachedRow, Fault> {
    Ok(ReachedRow {
        step: kind.word().to_owned(),
        at_ms: marked.time.ms(),
        doubtful: marked.doubtful,
        actor: names.of(marked.actor)?,
    })
}

/// The lines, each with whose goods are held for it or went.
pub(super) fn filled(
    db: &Db<'_>,
    order: &Order,
    settled: &Settled,
    titles: &Titles,
) -> Result<Vec<FilledLine>, Fault> {
    let mut rows = Vec::new();
    let owed = due(order, settled);
    for (line, due) in order.lines().into_iter().zip(&owed.lines) {
        let mut from = Vec::new();
        for (lot, villager, quantity, kind) in parts(settled, line.line) {
            from.push(part(db, lot, villager, quantity, kind)?);
        }
        rows.push(FilledLine {
            line: line.line,
            title: if line.title.is_empty() {
                titles.of(&line.product)
            } else {
                line.title
            },
            grade: line.grade,
            measure: super::super::measure_word(line.measure).to_owned(),
            quantity: line.quantity.get(),
            packed: owed.is_weighed.then_some(due.quantity.get()),
            tolerance: tolerated(line.quantity, titles.tolerance_permille(&line.product)).get(),
            filling: line.filling.word().to_owned(),
            price_fen: line.price_fen.get(),
            asked_fen: line.asked_fen.map(Fen::get),
            amount_fen: due.amount_fen.get(),
            picture: Titles::picture(&line.product),
            product: line.product,
            from,
        });
    }
    Ok(rows)
}

type Part = (EntityId, EntityId, Quantity, &'static str);

/// What went, once something did; else what is held.
fn parts(settled: &Settled, line: u32) -> Vec<Part> {
    if let Some(shipment) = &settled.shipment {
        let goods = shipment.goods.iter().filter(|g| g.line == line);
        return goods
            .map(|g| (g.lot, g.villager, g.quantity, "ship"))
            .collect();
    }
    let holds = settled.holds.iter().filter(|(key, _)| key.line == line);
    holds
        .map(|(key, hold)| (key.lot, hold.villager, hold.quantity, "hold"))
        .collect()
}

fn part(
    db: &Db<'_>,
    lot: EntityId,
    villager: EntityId,
    quantity: Quantity,
    kind: &str,
) -> Result<FilledFrom, Fault> {
    let name = Eyes::name_of(db, villager)?;
    let row = lot::get(db, lot)?;
    Ok(FilledFrom {
        lot: lot.to_string(),
        lot_number: row
            .as_ref()
            .map(|r| r.taken.number.clone())
            .unwrap_or_default(),
        villager: villager.to_string(),
        name: name.name,
        name_bo: name.name_bo,
        thumbnail: row
            .and_then(|r| r.taken.photo)
            .map(|p| p.thumbnail.to_string())
            .unwrap_or_default(),
        quantity: quantity.get(),
        kind: kind.to_owned(),
    })
}
