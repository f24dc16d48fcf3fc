//! Goods that a buyer sent back: once they were looked at, what may be sold again is taken in again.

use super::act::act;
use super::filling::named;
use crate::fault::Fault;
use crate::products::Titles;
use crate::station::Station;
use crate::{typed, world};
use std::collections::BTreeMap;
use tsong_contract::AppError;
use tsong_contract::io::{BackRow, OrderShown, OrderTakeBack, read_id};
use tsong_domain::fact::{Body, Draft};
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::mark::{Aspect, MarkKind};
use tsong_domain::movement::MoveKind;
use tsong_domain::order::Order;
use tsong_domain::order::settle::{Settled, settle};
use tsong_domain::people::Right;
use tsong_domain::quantity::Quantity;
use tsong_domain::stock::decide;
use tsong_store::{Db, lot};

/// `order.take_back`.
///
/// # Errors
/// [`AppError::WrongState`] before what was sent back was looked at; [`AppError::NotFound`] for a lot
/// of which nothing went; [`AppError::BadInput`], [`AppError::NotEnoughStock`] for more than went and
/// has not come back; [`AppError::NoLines`].
pub fn take_back(station: &mut Station, input: OrderTakeBack) -> Result<OrderShown, AppError> {
    act(station, Right::Stock, &input.id, |w, order| {
        let world = world::world(w.db)?;
        let settled = settle(order.marks.iter().map(|(i, m)| (*i, &m.mark)), &world);
        if input.goods.is_empty() {
            return Err(AppError::NoLines.into());
        }
        let Some(gone) = gone(order, &settled) else {
            return Err(AppError::WrongState {
                state: settled.state.word().to_owned(),
            }
            .into());
        };
        let titles = Titles::load(w.db)?;
        let mut open = open(w.db, &settled, gone)?;
        let mut drafts = Vec::new();
        for back in &input.goods {
            let id = read_id("lot", &back.lot)?;
            let left = open
                .get_mut(&id)
                .ok_or_else(|| AppError::missing("lot", id))?;
            let row = lot::get(w.db, id)?.ok_or_else(|| AppError::missing("lot", id))?;
            let quantity = typed::quantity(&back.quantity, row.taken.measure, "quantity")?;
            let (shipped, returned) = *left;
            let moved = decide::return_in(w.me.device, id, (gone, shipped), returned, quantity)
                .map_err(|refusal| named(refusal, &titles.of(&row.taken.product)))?;
            *left = (shipped, returned.plus(quantity));
            drafts.push(Draft::plain(id, Body::Move(moved)));
        }
        Ok(drafts)
    })
}

/// The hand-over whose goods may come back; `None` before they were looked at.
fn gone(order: &Order, settled: &Settled) -> Option<FactId> {
    let is_seen = order
        .of_aspect(&Aspect::AfterSale)
        .any(|(_, m)| m.mark.kind == MarkKind::Inspected);
    let shipment = settled.shipment.as_ref().filter(|_| is_seen)?;
    shipment.marks.first().map(|(fact, _)| *fact)
}

type Open = BTreeMap<EntityId, (Quantity, Quantity)>;

/// By lot, what went and what of it came back.
fn open(db: &Db<'_>, settled: &Settled, gone: FactId) -> Result<Open, Fault> {
    let mut open = Open::new();
    let goods = settled.shipment.iter().flat_map(|s| &s.goods);
    for placing in goods {
        let (shipped, _) = open.entry(placing.lot).or_default();
        *shipped = shipped.plus(placing.quantity);
    }
    for (id, (_, returned)) in &mut open {
        for fact in world::facts(db, *id)? {
            if let Body::Move(movement) = &fact.body
                && movement.kind == MoveKind::ReturnIn
                && movement.about == Some(gone)
            {
                let legs = movement.legs.iter().filter(|leg| leg.lot == *id);
                *returned = legs.fold(*returned, |sum, leg| sum.plus(leg.delta));
            }
        }
    }
    Ok(open)
}

/// What may be taken in again.
pub(super) fn shown(db: &Db<'_>, order: &Order, settled: &Settled) -> Result<Vec<BackRow>, Fault> {
    let Some(gone) = gone(order, settled) else {
        return Ok(Vec::new());
    };
    let mut rows = Vec::new();
    for (id, (shipped, returned)) in open(db, settled, gone)? {
        let left = shipped.minus(returned);
        if let Some(row) = lot::get(db, id)?
            && left > Quantity::ZERO
        {
            rows.push(BackRow {
                lot: id.to_string(),
                lot_number: row.taken.number,
                product: row.taken.product,
                grade: row.taken.grade,
                measure: super::measure_word(row.taken.measure).to_owned(),
                quantity: left.get(),
            });
        }
    }
    Ok(rows)
}
