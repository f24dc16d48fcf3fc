//! A count of the whole house or of one shelf in one go.

use super::moves::{at_risk, counted};
use super::{bad, load, show};
use crate::station::Station;
use std::collections::BTreeSet;
use tsong_contract::AppError;
use tsong_contract::io::{LotCounted, StockCount, read_id};
use tsong_domain::fact::{Body, Draft};
use tsong_domain::people::Right;
use tsong_store::lot;

/// The most lots of one count.
const MOST: usize = 5_000;

/// `stock.count`: every lot that was counted, in one transaction. Answers the lots that did not fit,
/// each with the orders at risk.
///
/// # Errors
/// [`AppError::BadInput`] for a lot that stands twice or an amount that cannot be; then nothing was
/// counted.
pub fn count(station: &mut Station, input: StockCount) -> Result<Vec<LotCounted>, AppError> {
    station.by(Right::Stock)?;
    if input.lots.is_empty() {
        return Err(bad("lots", "empty"));
    }
    if input.lots.len() > MOST {
        return Err(bad("lots", "too_large"));
    }
    let differing = station.write(Right::Stock, |w| {
        let mut seen = BTreeSet::new();
        let mut differing = Vec::new();
        for one in &input.lots {
            let id = read_id("lots", &one.id)?;
            if !seen.insert(id) {
                return Err(bad("lots", "twice").into());
            }
            let row = load(w.db, id)?;
            let cells = lot::cells(w.db, id)?;
            let (movement, difference) = counted(w, &row, &cells, &one.quantity)?;
            w.write_one(Draft::plain(id, Body::Move(movement)));
            if difference.get() != 0 {
                differing.push((id, difference.get()));
            }
        }
        Ok(differing)
    })?;
    let mut rows = Vec::new();
    for (id, difference) in differing {
        let lot = show(station, id)?;
        let at_risk = at_risk(station, &lot)?;
        rows.push(LotCounted {
            lot,
            difference,
            at_risk,
        });
    }
    Ok(rows)
}
