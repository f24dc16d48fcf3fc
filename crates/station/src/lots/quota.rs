//! The hub's quota of a lot: until when, and how much of it is asked back. The station raises it alone
//! and lowers it only by asking; the grams are free again when the hub's Transfer arrives.

use super::whole::whole_of;
use super::{bad, load};
use crate::day;
use crate::fault::Fault;
use crate::me::{Bond, Me};
use crate::produce::write_changed;
use crate::products::Titles;
use crate::station::Station;
use crate::work::Work;
use crate::{typed, world};
use tsong_contract::AppError;
use tsong_contract::io::{LotRecall, LotShown, QuotaShown, read_id};
use tsong_domain::fact::{Body, Draft};
use tsong_domain::field::{FieldWrite, Fields, Value};
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::mark::{Holder, Shelf};
use tsong_domain::people::Right;
use tsong_domain::quantity::Quantity;
use tsong_domain::quota::{self, fields};
use tsong_domain::stock::Cell;
use tsong_store::{Db, lot};

/// The end of a local day as typed; nothing for an empty text.
///
/// # Errors
/// [`AppError::BadInput`] for what is no day, and for one that is over.
pub(super) fn until_ms(text: &str, now_ms: i64) -> Result<Option<i64>, AppError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let (_, end) = day::span_ms(text).ok_or_else(|| bad("until", "bad_date"))?;
    if end <= now_ms {
        return Err(bad("until", "too_early"));
    }
    Ok(Some(end))
}

/// Says until when the hub may sell what it was granted.
pub(super) fn limit(w: &mut Work<'_>, lot: EntityId, until_ms: Option<i64>) -> Result<(), Fault> {
    let id = quota::id(lot, w.me.device);
    let was = said(w.db, id)?;
    if was.names().next().is_none() && until_ms.is_none() {
        return Ok(());
    }
    let wanted = [
        (fields::LOT, Value::Id(lot)),
        (fields::DEVICE, Value::Int(quota::device_bits(w.me.device))),
        (fields::UNTIL, until_ms.map_or(Value::Nothing, Value::Int)),
    ];
    write_changed(w, quota::NOUN, id, &was, wanted)
}

fn said(db: &Db<'_>, id: EntityId) -> Result<Fields, Fault> {
    Ok(world::fields(db, id)?
        .map(|(_, all)| all)
        .unwrap_or_default())
}

/// `lot.recall`.
///
/// # Errors
/// [`AppError::NotFound`], [`AppError::BadInput`], [`AppError::NotEnrolled`];
/// [`AppError::NotEnoughStock`] for more than the hub has here, sold or not.
pub fn recall(station: &mut Station, input: LotRecall) -> Result<LotShown, AppError> {
    station.by(Right::Stock)?;
    let id = read_id("id", &input.id)?;
    station.write(Right::Stock, |w| {
        let row = load(w.db, id)?;
        if Bond::load(w.db)?.is_none() {
            return Err(AppError::NotEnrolled.into());
        }
        let quantity = typed::quantity(&input.quantity, row.taken.measure, "quantity")?;
        let there = at_hub(w.db, id, &w.me)?.on_hand;
        if quantity > there {
            return Err(AppError::NotEnoughStock {
                product: Titles::load(w.db)?.of(&row.taken.product),
                asked: quantity.get(),
                available: there.get(),
            }
            .into());
        }
        let quota_id = quota::id(id, w.me.device);
        let was = said(w.db, quota_id)?;
        // Each ask is one of its own, also for as much as the last: what came for that counts no more.
        let writes = vec![
            was.write(fields::LOT, Value::Id(id)),
            was.write(fields::DEVICE, Value::Int(quota::device_bits(w.me.device))),
            was.write(fields::RECALL, Value::Int(quantity.get())),
        ];
        let body = Body::Field(FieldWrite {
            noun: quota::NOUN.to_owned(),
            writes,
            at_ms: None,
        });
        w.write_one(Draft::plain(quota_id, body));
        Ok(())
    })?;
    whole_of(station, id)
}

/// What the hub has of a lot at this device's place.
fn at_hub(db: &Db<'_>, id: EntityId, me: &Me) -> Result<Cell, Fault> {
    let cells = lot::cells(db, id)?;
    let here = (Holder::Hub, Shelf::Device(me.device));
    Ok(cells.get(&here).copied().unwrap_or_default())
}

/// The hub's quota as it is shown; `None` when nothing was ever granted and nothing is asked.
pub(super) fn shown(db: &Db<'_>, id: EntityId) -> Result<Option<QuotaShown>, Fault> {
    let me = Me::load(db)?;
    let cell = at_hub(db, id, &me)?;
    let all = said(db, quota::id(id, me.device))?;
    let ask = all.get(fields::RECALL).map(|r| r.fact);
    let asked = Quantity::new(all.int(fields::RECALL).unwrap_or_default());
    if cell == Cell::default() && all.names().next().is_none() {
        return Ok(None);
    }
    let open = asked.minus(came(db, id, ask, &me)?).max(Quantity::ZERO);
    Ok(Some(QuotaShown {
        free: cell.share().get(),
        sold: cell.held.get(),
        until_ms: all.int(fields::UNTIL),
        // What went or was given back another way is not awaited any more.
        asked: open.min(cell.on_hand).get(),
    }))
}

/// What the hub gave back for an ask.
fn came(db: &Db<'_>, id: EntityId, ask: Option<FactId>, me: &Me) -> Result<Quantity, Fault> {
    let mut sum = Quantity::ZERO;
    for fact in world::facts(db, id)? {
        if let Body::Move(movement) = &fact.body
            && movement.about.is_some()
            && movement.about == ask
        {
            let own = (Holder::Device(me.device), Shelf::Device(me.device));
            let legs = movement.legs.iter().filter(|leg| leg.lot == id);
            sum = legs
                .filter(|leg| (leg.holder, leg.place) == own)
                .fold(sum, |sum, leg| sum.plus(leg.delta));
        }
    }
    Ok(sum)
}
