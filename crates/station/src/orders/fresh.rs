//! The promise of freshness: what would not arrive fresh is said before the order is taken.

use crate::lots::Eyes;
use crate::me::StationView;
use crate::morning;
use crate::products::Titles;
use crate::station::Station;
use crate::typed;
use tsong_contract::AppError;
use tsong_contract::io::{FreshInput, StaleLine, read_id};
use tsong_domain::people::Right;
use tsong_domain::quantity::Measure;
use tsong_domain::stock::shelf_life::{Leaves, stale_since};
use tsong_store::lot;

/// `order.fresh`: the lines that would not arrive fresh with the carrier that takes the order, and what
/// is made of the same. Nothing for what is handed over at the counter.
///
/// # Errors
/// [`AppError::BadInput`] for a quantity that cannot be.
pub fn fresh(station: &mut Station, input: FreshInput) -> Result<Vec<StaleLine>, AppError> {
    station.by(Right::Sell)?;
    if input.source == "counter" {
        return Ok(Vec::new());
    }
    let now_ms = station.believed_now_ms()?;
    station.read(|db| {
        let view = StationView::load(db)?;
        let leaves_ms = morning::leaves_ms(now_ms, &view, morning::waiting(db)?);
        let eyes = Eyes::open(db, now_ms)?;
        let titles = Titles::load(db)?;
        let mut stale = Vec::new();
        for (at, line) in (0u32..).zip(&input.lines) {
            let measure = titles.measure(&line.product).unwrap_or(Measure::Weight);
            let quantity = typed::quantity(&line.quantity, measure, "quantity")?;
            let chosen = match &line.lot {
                Some(id) if !id.is_empty() => Some(read_id("lot", id)?),
                Some(_) | None => None,
            };
            let mut lots = Vec::new();
            for row in lot::open_of_product(db, &line.product, &line.grade)? {
                if chosen.is_none_or(|id| id == row.id) {
                    let (share, _) = eyes.sellable(&row, &lot::cells(db, row.id)?);
                    let ship_by_ms = eyes.ship_by_ms(&row);
                    lots.push(Leaves { ship_by_ms, share });
                }
            }
            if let Some(ship_by_ms) = stale_since(&lots, quantity, leaves_ms) {
                let made = Titles::product(&line.product).map(|p| p.becomes.clone());
                stale.push(StaleLine {
                    line: at,
                    ship_by_ms,
                    leaves_ms,
                    becomes: made.unwrap_or_default(),
                });
            }
        }
        Ok(stale)
    })
}
