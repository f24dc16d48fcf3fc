//! Packing: what was picked, weighed.

use super::act::{act, decided};
use super::after::photo;
use super::filling::named;
use crate::fault::Fault;
use crate::products::Titles;
use crate::station::Station;
use crate::typed;
use crate::work::Work;
use std::collections::BTreeMap;
use tsong_contract::AppError;
use tsong_contract::io::{OrderPack, OrderShown, WeighedInput, read_id};
use tsong_domain::fact::{Body, Draft};
use tsong_domain::id::EntityId;
use tsong_domain::mark::{Holder, MarkKind, Shelf};
use tsong_domain::order::Order;
use tsong_domain::order::decide::Weighed;
use tsong_domain::people::Right;
use tsong_domain::produce::PhotoRef;
use tsong_domain::quantity::{Measure, Quantity};
use tsong_domain::refusal::Refusal;
use tsong_domain::stock::share;
use tsong_store::lot;

/// `order.pack`.
///
/// # Errors
/// In this order: [`AppError::BadInput`] for what was typed, [`AppError::MissingMarks`],
/// [`AppError::WrongState`], [`AppError::NeedsTakeover`], [`AppError::NotTheKeeper`],
/// [`AppError::BadInput`] for a lot that was not picked or not weighed,
/// [`AppError::NotEnoughStock`] for more than was picked and than is left of the lot.
pub fn pack(station: &mut Station, input: OrderPack) -> Result<OrderShown, AppError> {
    act(station, Right::Pack, &input.id, |w, order| {
        let weighed = input
            .weighed
            .iter()
            .map(|one| read(order, one))
            .collect::<Result<Vec<_>, _>>()?;
        let titles = Titles::load(w.db)?;
        let spare = spare(w, &weighed)?;
        let packed = decided(w, false, |d| {
            d.pack(
                order,
                &weighed,
                |line| titles.tolerance_permille(&line.product),
                |lot| spare.get(&lot).copied().unwrap_or_default(),
            )
        });
        let photo = photo(w.db, &input.photo, &input.thumbnail)?;
        let packed = packed.map(|drafts| drafts.into_iter().map(|d| seen(d, photo)).collect());
        match packed {
            Err(Fault::Refused(refusal)) => Err(told(order, refusal, &titles)),
            told @ (Ok(_)
            | Err(Fault::Store(_) | Fault::App(_) | Fault::Encode(_) | Fault::Random)) => told,
        }
    })
}

/// The photo of the parcel goes with the mark that it was packed.
fn seen(mut draft: Draft, photo: Option<PhotoRef>) -> Draft {
    if let Body::Mark(mark) = &mut draft.body
        && mark.kind == MarkKind::Packed
    {
        mark.photo = photo;
    }
    draft
}

/// Of more than there is, it is said which product it is.
fn told(order: &Order, refusal: Refusal, titles: &Titles) -> Fault {
    let mut lines = order.lines().into_iter();
    let short = if let Refusal::NotEnough { line, .. } = &refusal {
        lines.find(|l| l.line == *line)
    } else {
        None
    };
    named(
        refusal,
        &short.map_or_else(String::new, |l| titles.of(&l.product)),
    )
}

fn read(order: &Order, one: &WeighedInput) -> Result<Weighed, AppError> {
    let lines = order.lines();
    let measure = lines.iter().find(|l| l.line == one.line);
    let measure = measure.map_or(Measure::Weight, |l| l.measure);
    Ok(Weighed {
        line: one.line,
        lot: read_id("lot", &one.lot)?,
        quantity: typed::quantity(&one.weight, measure, "weight")?,
    })
}

/// What is left of each lot in this device's own share; nothing of one that it may not sell.
fn spare(w: &Work<'_>, weighed: &[Weighed]) -> Result<BTreeMap<EntityId, Quantity>, Fault> {
    let (me, readiness) = (w.me.device, w.me.readiness());
    let mut spare = BTreeMap::new();
    for one in weighed.iter().filter(|one| readiness.may_sell(one.lot)) {
        let cells = lot::cells(w.db, one.lot)?;
        let left = share(&cells, Holder::Device(me), Shelf::Device(me));
        spare.insert(one.lot, left);
    }
    Ok(spare)
}
