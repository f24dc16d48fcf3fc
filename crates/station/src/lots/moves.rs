//! What happens to a lot on this device's shelf: put right, lost, counted.

use super::list::intake;
use super::{bad, moved};
use crate::fault::Fault;
use crate::station::Station;
use crate::typed;
use crate::work::Work;
use tsong_contract::AppError;
use tsong_contract::io::{LotCorrect, LotCount, LotCounted, LotLose, LotRow, Typed};
use tsong_domain::mark::{Holder, Shelf};
use tsong_domain::movement::Movement;
use tsong_domain::people::Right;
use tsong_domain::quantity::Quantity;
use tsong_domain::stock::decide::{self, Heard};
use tsong_domain::stock::share;
use tsong_domain::text::clean::clean_line;
use tsong_store::{effect, lot, origin};

/// The longest reason, in characters.
pub(super) const REASON_CHARS: usize = 200;

/// `lot.correct`: what was taken in becomes what it should have been, down to nothing. Only the
/// device that took it in corrects: the goods went over its shelf (`rules.md` 4).
///
/// # Errors
/// [`AppError::BadInput`] without a reason or without a difference, [`AppError::NotTheKeeper`],
/// [`AppError::NotEnoughStock`] when what would go is sold, promised or passed on.
pub fn correct(station: &mut Station, input: LotCorrect) -> Result<LotRow, AppError> {
    moved(station, &input.id, |w, row, cells| {
        let reason = clean_line(&input.reason, REASON_CHARS);
        if reason.is_empty() {
            return Err(bad("reason", "empty").into());
        }
        if !row.taken.made_of.is_empty() {
            return Err(bad("id", "made_of_lots").into());
        }
        let wanted = typed::found(&input.quantity, row.taken.measure, "quantity")?;
        let known = intake(w.db, row)?.ok_or(AppError::MissingMarks)?;
        if known.place != Some(Shelf::Device(w.me.device)) {
            return Err(AppError::NotTheKeeper.into());
        }
        let delta = wanted.minus(known.quantity);
        let readiness = w.me.readiness();
        let about = known.fact;
        decide::correct(
            cells,
            w.me.device,
            &readiness,
            row.id,
            delta,
            about,
            &reason,
        )
        .map_err(|refusal| short(refusal, w, row))
    })
}

/// Names the product that a share fell short of.
pub(super) fn short(
    refusal: tsong_domain::refusal::Refusal,
    w: &Work<'_>,
    row: &lot::LotRow,
) -> Fault {
    let mut fault = Fault::from(AppError::from(Fault::from(refusal)));
    if let Fault::App(AppError::NotEnoughStock { product, .. }) = &mut fault {
        *product = crate::products::Titles::load(w.db)
            .map(|titles| titles.of(&row.taken.product))
            .unwrap_or_default();
    }
    fault
}

/// `lot.lose`: spoilt or shrunk goods go off this device's own share; what is promised cannot be
/// written off before a person has decided which order does without.
///
/// # Errors
/// [`AppError::BadInput`], [`AppError::NotEnoughStock`], [`AppError::NeedsRecount`].
pub fn lose(station: &mut Station, input: LotLose) -> Result<LotRow, AppError> {
    moved(station, &input.id, |w, row, cells| {
        let quantity = typed::quantity(&input.quantity, row.taken.measure, "quantity")?;
        let reason = clean_line(&input.reason, REASON_CHARS);
        let readiness = w.me.readiness();
        let lost = match input.kind.as_str() {
            "spoil" => decide::spoil(cells, w.me.device, &readiness, row.id, quantity, &reason),
            "shrink" => decide::shrink(cells, w.me.device, &readiness, row.id, quantity, &reason),
            _ => return Err(bad("kind", "not_in_list").into()),
        };
        lost.map_err(|refusal| short(refusal, w, row))
    })
}

/// `lot.count`: what lies on this device's shelf, all holders together. The orders at risk are
/// those that hold some of the lot when this device's share has come out below nothing.
///
/// # Errors
/// [`AppError::BadInput`], [`AppError::NotFound`].
pub fn count(station: &mut Station, input: LotCount) -> Result<LotCounted, AppError> {
    let mut difference = Quantity::ZERO;
    let lot = moved(station, &input.id, |w, row, cells| {
        let (movement, by) = counted(w, row, cells, &input.quantity)?;
        difference = by;
        Ok(movement)
    })?;
    let at_risk = at_risk(station, &lot)?;
    Ok(LotCounted {
        lot,
        difference: difference.get(),
        at_risk,
    })
}

/// The movement of a count, and by how much it differs from the books.
pub(super) fn counted(
    w: &mut Work<'_>,
    row: &lot::LotRow,
    cells: &lot::Cells,
    found: &Typed,
) -> Result<(Movement, Quantity), Fault> {
    let found = typed::found(found, row.taken.measure, "quantity")?;
    let mut heard = Heard::new();
    for older in &w.me.older {
        heard.extend(origin::get(w.db, *older)?.map(|o| (*older, o.sequence)));
    }
    let saw = decide::saw(&w.me.older, &heard);
    let counted = decide::count(cells, w.me.device, row.id, found, saw)?;
    let difference = counted
        .legs
        .iter()
        .fold(Quantity::ZERO, |sum, leg| sum.plus(leg.delta));
    if w.me.is_restored {
        w.me.counted.insert(row.id);
    }
    Ok((counted, difference))
}

pub(super) fn at_risk(station: &Station, lot: &LotRow) -> Result<Vec<String>, AppError> {
    station.by(Right::Stock)?;
    let id = tsong_contract::io::read_id("id", &lot.id)?;
    let device = station.me()?.device;
    station.read(|db| {
        let cells = lot::cells(db, id)?;
        if share(&cells, Holder::Device(device), Shelf::Device(device)) >= Quantity::ZERO {
            return Ok(Vec::new());
        }
        Ok(effect::holders_of(db, id)?
            .iter()
            .map(ToString::to_string)
            .collect())
    })
}
