//! Complaints after the goods went: asked for, agreed or refused, and the money that goes back.

use super::act::{act, decided};
use super::place::way;
use crate::fault::Fault;
use crate::products::Titles;
use crate::station::Station;
use crate::{photos, typed};
use tsong_contract::AppError;
use tsong_contract::io::{ComplaintShown, OrderAfterSale, OrderShown};
use tsong_domain::mark::{Bearer, MarkKind, PayWay};
use tsong_domain::order::Order;
use tsong_domain::order::after_sale::{AfterSale, Complaint, complaint, losses};
use tsong_domain::order::decide::{Claim, Refund, comes_after, refundable};
use tsong_domain::order::settle::Settled;
use tsong_domain::people::Right;
use tsong_domain::produce::PhotoRef;
use tsong_domain::text::clean::clean_line;
use tsong_store::Db;

/// The steps that a person may take, in the order of a complaint's life.
const STEPS: [MarkKind; 7] = [
    MarkKind::Requested,
    MarkKind::Agreed,
    MarkKind::AwaitGoods,
    MarkKind::Inspected,
    MarkKind::Refunded,
    MarkKind::Refused,
    MarkKind::Withdrawn,
];

fn bad(field: &str, reason: &str) -> AppError {
    AppError::BadInput {
        field: field.to_owned(),
        reason: reason.to_owned(),
    }
}

/// `order.after_sale`: a step of a complaint.
///
/// # Errors
/// In this order: [`AppError::BadInput`] for what was typed, [`AppError::MissingMarks`],
/// [`AppError::WrongState`], [`AppError::BadInput`] for goods that perish and are not sent back, and
/// for more than was paid.
pub fn after_sale(station: &mut Station, input: OrderAfterSale) -> Result<OrderShown, AppError> {
    let kind = MarkKind::from(input.step.clone());
    if comes_after(&kind).is_none() {
        return Err(bad("step", "not_in_list"));
    }
    let reason = clean_line(&input.reason, 200);
    if reason.is_empty() && matches!(kind, MarkKind::Requested | MarkKind::Refused) {
        return Err(bad("reason", "empty"));
    }
    act(station, Right::Sell, &input.id, |w, order| {
        let photo = photo(w.db, &input.photo, &input.thumbnail)?;
        let refund = if kind == MarkKind::Refunded {
            Some(refund(order, &input)?)
        } else {
            None
        };
        let claim = Claim {
            kind: kind.clone(),
            reason: reason.clone(),
            photo,
            refund,
        };
        decided(w, false, |d| {
            d.after_sale(order, claim, is_perishable(order))
        })
    })
}

fn refund(order: &Order, input: &OrderAfterSale) -> Result<Refund, AppError> {
    let amount = input
        .amount
        .as_ref()
        .ok_or_else(|| bad("amount", "empty"))?;
    let bears = Bearer::from(input.bears.clone());
    if matches!(bears, Bearer::Other(_)) {
        return Err(bad("bears", "not_in_list"));
    }
    if let Some(line) = input.line
        && !order.lines().iter().any(|l| l.line == line)
    {
        return Err(bad("line", "not_in_list"));
    }
    Ok(Refund {
        amount_fen: typed::fen(amount, "amount")?,
        way: match input.way.as_str() {
            "" => PayWay::Cash,
            word => way(word)?,
        },
        bears,
        line: input.line,
    })
}

/// A photo that is here, as it is kept; `None` when none was given.
pub(super) fn photo(db: &Db<'_>, main: &str, thumbnail: &str) -> Result<Option<PhotoRef>, Fault> {
    if main.is_empty() && thumbnail.is_empty() {
        return Ok(None);
    }
    let main = photos::address("photo", main)?;
    let thumbnail = photos::address("thumbnail", thumbnail)?;
    photos::check_here(db, &main)?;
    photos::check_here(db, &thumbnail)?;
    Ok(Some(PhotoRef { main, thumbnail }))
}

/// Whether anything of it perishes on the way back.
fn is_perishable(order: &Order) -> bool {
    order
        .lines()
        .iter()
        .any(|line| Titles::product(&line.product).is_some_and(|p| p.is_perishable()))
}

/// A complaint as it is shown, and what may be done about it; also where there is none yet.
pub(super) fn shown(
    db: &Db<'_>,
    order: &Order,
    settled: &Settled,
) -> Result<ComplaintShown, Fault> {
    let open = complaint(order);
    let state = open.as_ref().map(|one| one.state);
    let perishes = is_perishable(order);
    let may_begin = settled.shipment.is_some() && !order.is_record_only();
    let left = refundable(order);
    let next = STEPS.into_iter().filter(|kind| {
        may_begin
            && comes_after(kind).is_some_and(|after| after.contains(&state))
            && !(perishes && *kind == MarkKind::AwaitGoods)
            && !(*kind == MarkKind::Refunded && left.get() <= 0)
    });
    let next = next.map(|kind| kind.word().to_owned()).collect();
    let packed = order
        .marks
        .values()
        .filter(|m| m.mark.kind == MarkKind::Packed)
        .filter_map(|m| m.mark.photo.map(|photo| (m.time, photo)))
        .max_by_key(|(time, _)| *time)
        .map(|(_, photo)| photo);
    let costs = losses(order);
    let Complaint { reason, photo, .. } = open.unwrap_or_else(|| Complaint {
        state: AfterSale::Requested,
        unanswered: Vec::new(),
        reason: String::new(),
        photo: None,
    });
    let main = |photo: Option<PhotoRef>| photo.map(|p| p.main.to_string()).unwrap_or_default();
    Ok(ComplaintShown {
        back: super::back::shown(db, order, settled)?,
        state: state.map_or_else(String::new, |state| state.word().to_owned()),
        reason,
        photo: main(photo),
        packed_photo: main(packed),
        next,
        perishes,
        refundable_fen: left.get(),
        refunded_fen: costs
            .iter()
            .fold(0i64, |sum, loss| sum.saturating_add(loss.amount_fen.get())),
        bears: costs
            .last()
            .map_or_else(String::new, |loss| loss.bears.word().to_owned()),
    })
}
