//! One order, whole: payments, goods, history, next steps.

mod life;

use super::list::station_order;
use crate::apply::doubt_word;
use crate::fault::Fault;
use crate::me::{self, Me};
use crate::people::ActorNames;
use crate::products::Titles;
use crate::station::Station;
use crate::world;
use tsong_contract::AppError;
use tsong_contract::io::{GoodsRow, HistoryRow, IdInput, OrderShown, PartRow, PaymentRow, read_id};
use tsong_domain::fact::{Actor, Body, Fact};
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::mark::{Aspect, Holder};
use tsong_domain::order::decide::UNDO_MS;
use tsong_domain::order::payment::payments;
use tsong_domain::order::settle::{Doubt, Settled, State, settle};
use tsong_domain::order::{Order, fields};
use tsong_domain::people::Right;
use tsong_store::{Db, fact, order, origin, person};

/// `order.show`.
///
/// # Errors
/// [`AppError::NotFound`].
pub fn show(station: &mut Station, input: IdInput) -> Result<OrderShown, AppError> {
    let id = read_id("id", &input.id)?;
    station.by(Right::See)?;
    let now_ms = station.believed_now_ms()?;
    station.read(|db| shown_at(db, id, now_ms))
}

/// An order, without the offer to undo it.
pub(super) fn shown(db: &Db<'_>, id: EntityId) -> Result<OrderShown, Fault> {
    shown_at(db, id, i64::MAX)
}

pub(super) fn shown_at(db: &Db<'_>, id: EntityId, now_ms: i64) -> Result<OrderShown, Fault> {
    shown_of(db, id, now_ms, &world::facts(db, id)?)
}

/// An order of which these are all facts.
pub(super) fn shown_of(
    db: &Db<'_>,
    id: EntityId,
    now_ms: i64,
    facts: &[Fact],
) -> Result<OrderShown, Fault> {
    let record = order::get(db, id)?.ok_or_else(|| AppError::missing("order", id))?;
    let me = Me::load(db)?;
    let acknowledged = origin::get(db, me.origin)?.map_or(0, |own| own.at_hub);
    let names = ActorNames::new(db);
    let listed = station_order(db, &record, acknowledged)?;
    let folded = Order::fold(id, facts);
    let world = world::world(db)?;
    let settled = settle(folded.marks.iter().map(|(i, m)| (*i, &m.mark)), &world);
    let keeps = settled
        .live
        .iter()
        .filter_map(|i| folded.marks.get(i))
        .any(|m| m.mark.keeper.is_none_or(|keeper| keeper == me.device));
    let taken_ms = folded.created_ms().unwrap_or_default();
    let until = taken_ms.saturating_add(UNDO_MS);
    let can_undo =
        keeps && settled.state == State::Placed && now_ms <= until && !folded.is_record_only();
    Ok(OrderShown {
        order: listed.order,
        at_hub: listed.at_hub,
        complaint: super::after::shown(db, &folded, &settled)?,
        payments: payments(&folded)
            .into_iter()
            .map(|p| PaymentRow {
                id: p.id.to_string(),
                state: p.state.word().to_owned(),
                way: p.way.word().to_owned(),
                villager: p.payee.map(|id| id.to_string()),
                amount_fen: p.amount_fen.get(),
                refunded_fen: p.refunded_fen.get(),
                at_ms: marked_ms(&folded, &p.unanswered),
            })
            .collect(),
        goods: goods(&settled),
        history: facts
            .iter()
            .map(|f| history(&names, f))
            .collect::<Result<_, _>>()?,
        next: next(&settled, keeps, me.is_restored),
        doubt: doubt_word(settled.doubt).to_owned(),
        undo_until_ms: can_undo.then_some(until),
        waiting: fact::count_past(db, id, FactId::new(me.origin, acknowledged))?,
        taken_by: match taken_by(facts, &folded) {
            Some(actor) => names.of(actor)?,
            None => String::new(),
        },
        reached: life::reached(&names, facts, &folded)?,
        filled: life::filled(db, &folded, &settled, &Titles::load(db)?)?,
        is_record: folded.is_record_only(),
        buyer_id: folded.buyer().map(|id| id.to_string()),
        is_erased: is_erased(db, &folded)?,
        keeps,
        keeper: keeper(db, &folded, &settled, keeps)?,
        parts: parts(db, &folded.parts())?,
        part_of: parts(db, &folded.part_of().into_iter().collect::<Vec<_>>())?.pop(),
    })
}

/// Orders that belong together, as they stand; one that has not arrived yet is left out.
fn parts(db: &Db<'_>, ids: &[EntityId]) -> Result<Vec<PartRow>, Fault> {
    let mut rows = Vec::new();
    for id in ids {
        rows.extend(order::get(db, *id)?.map(|record| PartRow {
            id: id.to_string(),
            number: record.number,
            state: record.state,
            total_fen: record.total_fen,
        }));
    }
    Ok(rows)
}

/// The latest time among marks.
fn marked_ms(order: &Order, marks: &[FactId]) -> i64 {
    let times = marks.iter().filter_map(|id| order.marks.get(id));
    times.map(|m| m.time.ms()).max().unwrap_or_default()
}

/// Whether the buyer's data is gone; an order at the counter has none to lose.
fn is_erased(db: &Db<'_>, order: &Order) -> Result<bool, Fault> {
    match order.contact() {
        Some(fact) => Ok(person::get(db, fact)?.is_none()),
        None => Ok(false),
    }
}

/// The device where the goods lie, when it is another.
fn keeper(db: &Db<'_>, order: &Order, settled: &Settled, keeps: bool) -> Result<String, Fault> {
    if keeps {
        return Ok(String::new());
    }
    let mut live = settled.live.iter().filter_map(|id| order.marks.get(id));
    match live.find_map(|m| m.mark.keeper) {
        Some(device) => me::device_letters(db, device),
        None => Ok(String::new()),
    }
}

/// Who took an order down; `None` while only marks have arrived.
fn taken_by(facts: &[Fact], order: &Order) -> Option<Actor> {
    let (id, _) = order.taken.as_ref()?;
    facts
        .iter()
        .find(|f| f.header.id == *id)
        .map(|f| f.header.actor)
}

/// Whose share, as programs read it.
pub(crate) fn holder_word(holder: &Holder) -> String {
    match holder {
        Holder::Device(device) => format!("device:{device}"),
        Holder::Hub => "hub".to_owned(),
        Holder::Allotment(id) => format!("allotment:{id}"),
        Holder::Warehouse(id) => format!("warehouse:{id}"),
        Holder::Transit => "transit".to_owned(),
    }
}

fn goods(settled: &Settled) -> Vec<GoodsRow> {
    let mut rows: Vec<GoodsRow> = settled
        .holds
        .iter()
        .map(|(key, hold)| GoodsRow {
            line: key.line,
            lot: key.lot.to_string(),
            villager: hold.villager.to_string(),
            kind: "hold".to_owned(),
            holder: holder_word(&key.holder),
            quantity: hold.quantity.get(),
        })
        .collect();
    if let Some(shipment) = &settled.shipment {
        rows.extend(shipment.goods.iter().map(|g| GoodsRow {
            line: g.line,
            lot: g.lot.to_string(),
            villager: g.villager.to_string(),
            kind: "ship".to_owned(),
            holder: holder_word(&g.holder),
            quantity: g.quantity.get(),
        }));
    }
    rows
}

fn next(settled: &Settled, keeps: bool, is_restored: bool) -> Vec<String> {
    let steps: &[&str] = match settled.state {
        State::Draft => &[],
        State::Asked | State::Cancelled => &["answer", "cancel"],
        State::Placed => &["confirmed", "packing", "hand_over", "cancel"],
        State::Confirmed => &["packing", "hand_over", "cancel"],
        State::Packing => &["hand_over", "cancel"],
        State::HandedOver => &["completed"],
        State::Completed => &[],
        State::CancelAsked => {
            if keeps {
                &["cancel"]
            } else {
                &[]
            }
        }
        State::NeedsDecision => {
            if settled.shipment.is_some() {
                &["completed"]
            } else if settled.doubt.is_some_and(Doubt::is_question) {
                &["confirmed", "cancel"]
            } else {
                &["answer", "cancel"]
            }
        }
    };
    let is_cancelled = settled.state == State::Cancelled;
    // The goods of an order that the lost disk knew may have left before the restore.
    let is_open = matches!(
        settled.state,
        State::Placed | State::Confirmed | State::Packing | State::CancelAsked
    );
    let late = (is_restored && keeps && is_open).then_some("hand_over_late");
    let is_asked = settled.doubt.is_some_and(Doubt::is_question);
    let is_held = is_asked
        || matches!(
            settled.state,
            State::Placed | State::Confirmed | State::Packing
        );
    let on_goods = (is_held && !settled.holds.is_empty()).then_some(());
    let pack = on_goods.filter(|()| keeps).map(|()| "pack");
    let amend = (pack.is_some() || settled.state == State::Asked).then_some("amend");
    let doubt = on_goods.filter(|()| !is_asked).map(|()| "doubt");
    let is_unpacked = matches!(settled.state, State::Placed | State::Confirmed);
    let split = on_goods.filter(|()| keeps && is_unpacked).map(|()| "split");
    steps
        .iter()
        .filter(|s| !(is_cancelled && **s == "cancel"))
        .copied()
        .chain(late)
        .chain(pack)
        .chain(amend)
        .chain(doubt)
        .chain(split)
        .map(str::to_owned)
        .collect()
}

fn history(names: &ActorNames<'_>, fact: &Fact) -> Result<HistoryRow, Fault> {
    let (what, reason) = match &fact.body {
        Body::Order(_) => ("taken".to_owned(), String::new()),
        Body::Mark(mark) => {
            let what = if mark.to.is_some() {
                "payment:moved_over".to_owned()
            } else if mark.aspect == Aspect::Fulfilment {
                mark.kind.word().to_owned()
            } else {
                format!("{}:{}", mark.aspect.word(), mark.kind.word())
            };
            let asks = mark.asks.as_ref().map(|q| q.word().to_owned());
            (what, mark.reason.clone().or(asks).unwrap_or_default())
        }
        Body::Field(write) => {
            let names: Vec<&str> = write.writes.iter().map(|w| w.field.as_str()).collect();
            if names.iter().any(|n| n.starts_with(fields::PART)) {
                ("split".to_owned(), String::new())
            } else {
                (format!("changed:{}", names.join(",")), String::new())
            }
        }
        Body::Erase(_) => ("erased".to_owned(), String::new()),
        Body::Origin(_)
        | Body::Takes(_)
        | Body::Retire(_)
        | Body::Lot(_)
        | Body::Move(_)
        | Body::Access(_) => ("other".to_owned(), String::new()),
    };
    Ok(HistoryRow {
        fact: fact.header.id.to_string(),
        at_ms: fact.header.time.ms(),
        doubtful: fact.header.doubtful,
        actor: names.of(fact.header.actor)?,
        what,
        reason,
    })
}
