//! What is done to an order after it was taken.

use super::filling::fill_lines;
use super::place::way;
use super::shown;
use crate::day;
use crate::fault::Fault;
use crate::me;
use crate::products::Titles;
use crate::station::Station;
use crate::typed;
use crate::work::Work;
use crate::world;
use tsong_contract::AppError;
use tsong_contract::io::{
    IdInput, OrderAnswer, OrderCancel, OrderChange, OrderHandOver, OrderPay, OrderShown, OrderStep,
    read_id,
};
use tsong_domain::fact::{Body, Draft};
use tsong_domain::field::{FieldWrite, Personal, Value, Write};
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::mark::MarkKind;
use tsong_domain::money::Fen;
use tsong_domain::order::decide::{self, Decider};
use tsong_domain::order::due::due;
use tsong_domain::order::payment::{PayState, Payment, payments};
use tsong_domain::order::settle::settle;
use tsong_domain::order::{Order, fields};
use tsong_domain::people::Right;
use tsong_domain::text::clean::{clean_line, clean_text};

/// Decides on an order and writes what was decided.
pub(super) fn act(
    station: &mut Station,
    right: Right,
    id: &str,
    decide: impl FnOnce(&mut Work<'_>, &Order) -> Result<Vec<Draft>, Fault>,
) -> Result<OrderShown, AppError> {
    let id = read_id("id", id)?;
    station.write_and(
        right,
        |w| {
            let order = load(w, id)?;
            let drafts = decide(w, &order)?;
            w.write(drafts);
            Ok(())
        },
        |db, now_ms, _, ()| shown::shown_at(db, id, now_ms),
    )
}

fn load(w: &Work<'_>, id: EntityId) -> Result<Order, Fault> {
    world::order(w.db, id)?.ok_or_else(|| AppError::missing("order", id).into())
}

/// Asks the rules with what this device is and knows.
pub(super) fn decided(
    w: &Work<'_>,
    is_warned: bool,
    ask: impl FnOnce(&Decider<'_>) -> Result<Vec<Draft>, tsong_domain::refusal::Refusal>,
) -> Result<Vec<Draft>, Fault> {
    let world = world::world(w.db)?;
    let readiness = w.me.readiness();
    let decider = Decider {
        me: w.me.device,
        readiness: &readiness,
        world: &world,
        is_warned,
    };
    Ok(ask(&decider)?)
}

/// `order.answer`: places an order out of this device's own share.
///
/// # Errors
/// [`AppError::WrongState`], [`AppError::NotEnoughStock`], [`AppError::NeedsRecount`].
pub fn answer(station: &mut Station, input: OrderAnswer) -> Result<OrderShown, AppError> {
    act(station, Right::Sell, &input.id, |w, order| {
        let titles = Titles::load(w.db)?;
        let lines = order.lines();
        let wanted: Vec<_> = lines.iter().map(|line| (line, None)).collect();
        let goods = fill_lines(w, &wanted, &[], &titles)?;
        decided(w, false, |d| d.place(order, goods))
    })
}

/// `order.step`: confirmed, packing, completed.
///
/// # Errors
/// [`AppError::WrongState`], [`AppError::MissingMarks`].
pub fn step(station: &mut Station, input: OrderStep) -> Result<OrderShown, AppError> {
    let kind = match input.step.as_str() {
        "confirmed" => MarkKind::Confirmed,
        "packing" => MarkKind::Packing,
        "completed" => MarkKind::Completed,
        _ => {
            return Err(AppError::BadInput {
                field: "step".into(),
                reason: "not_in_list".into(),
            });
        }
    };
    act(station, Right::Pack, &input.id, |w, order| {
        decided(w, false, |d| d.step(order, kind))
    })
}

/// `order.hand_over`, also of goods that had left before this device was restored.
///
/// # Errors
/// [`AppError::WrongState`] (also for late goods on a device that was never restored),
/// [`AppError::NeedsTakeover`], [`AppError::NotTheKeeper`], [`AppError::NeedsRecount`].
pub fn hand_over(station: &mut Station, input: OrderHandOver) -> Result<OrderShown, AppError> {
    act(station, Right::Pack, &input.id, |w, order| {
        decided(w, input.is_warned, |d| {
            if input.is_late {
                d.hand_over_late(order)
            } else {
                d.hand_over(order)
            }
        })
    })
}

/// `order.cancel`.
///
/// # Errors
/// [`AppError::BadInput`] without a reason, [`AppError::WrongState`], [`AppError::NeedsTakeover`].
pub fn cancel(station: &mut Station, input: OrderCancel) -> Result<OrderShown, AppError> {
    let reason = clean_line(&input.reason, 200);
    if reason.is_empty() {
        return Err(AppError::BadInput {
            field: "reason".into(),
            reason: "empty".into(),
        });
    }
    act(station, Right::Sell, &input.id, |w, order| {
        decided(w, false, |d| d.cancel(order, &reason))
    })
}

/// `order.undo`.
///
/// # Errors
/// [`AppError::WrongState`], [`AppError::UndoExpired`], [`AppError::NotTheKeeper`].
pub fn undo(station: &mut Station, input: IdInput) -> Result<OrderShown, AppError> {
    act(station, Right::Sell, &input.id, |w, order| {
        let now_ms = w.believed_ms;
        decided(w, false, |d| d.undo(order, now_ms))
    })
}

/// `order.pay`: a new payment, or the next step of one.
///
/// # Errors
/// [`AppError::BadInput`], [`AppError::NotFound`], [`AppError::WrongState`], [`AppError::TooLarge`].
pub fn pay(station: &mut Station, input: OrderPay) -> Result<OrderShown, AppError> {
    let kind = MarkKind::from(input.state.clone());
    if decide::follows(&kind).is_none() {
        return Err(AppError::BadInput {
            field: "state".into(),
            reason: "not_in_list".into(),
        });
    }
    act(station, Right::Sell, &input.id, |w, order| {
        let all = payments(order);
        let thread = match &input.payment {
            Some(id) => Some(find_payment(&all, id)?),
            None => None,
        };
        let rest = match thread {
            Some(p) => p.amount_fen.get().saturating_sub(p.refunded_fen.get()),
            None => still_due(w, order, &all)?,
        };
        let amount = match &input.amount {
            Some(amount) => typed::fen(amount, "amount")?,
            // Only a person says that more comes than is owed.
            None if rest <= 0 && thread.is_none() => {
                return Err(AppError::BadInput {
                    field: "amount".into(),
                    reason: "nothing_due".into(),
                }
                .into());
            }
            None => Fen::new(rest),
        };
        let by = match (input.way.as_str(), thread) {
            ("", Some(p)) => p.way.clone(),
            ("", None) => tsong_domain::mark::PayWay::Cash,
            ("villager", _) => tsong_domain::mark::PayWay::Villager,
            (word, _) => way(word)?,
        };
        let payee = match &input.villager {
            Some(id) => Some(read_id("villager", id)?),
            None => None,
        };
        Ok(decide::pay(order, thread, kind, amount, by, payee)?)
    })
}

/// What an order still owes beside every payment that stands for it: the packed goods, once they
/// were weighed.
fn still_due(w: &Work<'_>, order: &Order, all: &[Payment]) -> Result<i64, Fault> {
    let world = world::world(w.db)?;
    let settled = settle(order.marks.iter().map(|(id, m)| (*id, &m.mark)), &world);
    let noted = all.iter().filter(|p| p.state != PayState::Void);
    let rest = noted.fold(due(order, &settled).total_fen.get(), |rest, p| {
        let stands = p.amount_fen.get().saturating_sub(p.refunded_fen.get());
        rest.saturating_sub(stands)
    });
    Ok(rest.max(0))
}

fn find_payment<'a>(all: &'a [Payment], id: &str) -> Result<&'a Payment, AppError> {
    let fact: FactId = id.parse().map_err(|_| AppError::missing("payment", id))?;
    all.iter()
        .find(|p| p.id == fact)
        .ok_or_else(|| AppError::missing("payment", id))
}

/// The day that a person gives an order of a doubted clock, once the clock is right again.
fn dated(w: &Work<'_>, order: &Order, day: &str) -> Result<Option<Write>, Fault> {
    let bad = |reason: &str| AppError::BadInput {
        field: "day".to_owned(),
        reason: reason.to_owned(),
    };
    if !order.was_clock_doubted {
        return Err(bad("date_is_sure").into());
    }
    if me::clock(w.db)?.doubts(w.now_ms) {
        return Err(bad("clock_doubted").into());
    }
    let (from_ms, until_ms) = day::span_ms(day).ok_or_else(|| bad("bad_date"))?;
    if from_ms > w.now_ms {
        return Err(bad("in_the_future").into());
    }
    let is_that_day = |ms: i64| (from_ms..until_ms).contains(&ms);
    if !order.is_undated() && order.created_ms().is_some_and(is_that_day) {
        return Ok(None);
    }
    // Nobody knows the hour: noon keeps the day in every neighbour's zone.
    let noon_ms = from_ms.midpoint(until_ms).min(w.now_ms);
    Ok(Some(order.fields.write(fields::DATED, Value::Int(noon_ms))))
}

/// `order.change`: the note, the freight, the day of an order whose date is unconfirmed.
///
/// # Errors
/// [`AppError::BadInput`], also of a day where the date was never in doubt or the clock still is,
/// [`AppError::WrongState`] once the goods left, [`AppError::TooLarge`].
pub fn change(station: &mut Station, input: OrderChange) -> Result<OrderShown, AppError> {
    act(station, Right::Sell, &input.id, |w, order| {
        let mut writes = Vec::new();
        if let Some(day) = &input.day {
            writes.extend(dated(w, order, day)?);
        }
        let mut personal = None;
        if let Some(note) = &input.note {
            let note = clean_text(note, 1000);
            if note != order.note() {
                let value = if note.is_empty() {
                    Value::Nothing
                } else {
                    Value::Personal
                };
                writes.push(order.fields.write(fields::NOTE, value));
                personal = (!note.is_empty()).then(|| Personal {
                    note,
                    ..Personal::default()
                });
            }
        }
        if let Some(shipping) = &input.shipping {
            let shipping = typed::fen(shipping, "shipping")?;
            let has_left = order
                .marks
                .values()
                .any(|m| m.mark.kind == MarkKind::HandedOver);
            if has_left {
                return Err(AppError::WrongState {
                    state: "handed_over".into(),
                }
                .into());
            }
            let total = order
                .amounts()
                .goods_fen
                .checked_add(shipping)
                .filter(|t| t.is_sane())
                .ok_or(AppError::TooLarge)?;
            if shipping != order.amounts().shipping_fen {
                writes.push(
                    order
                        .fields
                        .write(fields::SHIPPING, Value::Int(shipping.get())),
                );
                writes.push(order.fields.write(fields::TOTAL, Value::Int(total.get())));
            }
        }
        if writes.is_empty() {
            return Ok(Vec::new());
        }
        let body = Body::Field(FieldWrite {
            noun: "order".to_owned(),
            writes,
            at_ms: None,
        });
        Ok(vec![Draft {
            entity: order.id,
            body,
            personal,
        }])
    })
}
