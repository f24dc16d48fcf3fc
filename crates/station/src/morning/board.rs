//! The day's board: what is to confirm, to pack, to hand over before the carrier comes, late, and
//! what spoils.

use crate::day;
use crate::fault::Fault;
use crate::lots::{Eyes, Life, lot_row};
use crate::me::StationView;
use crate::station::Station;
use tsong_contract::AppError;
use tsong_contract::io::{BoardColumn, BoardOrder, DayBoard, Empty, LotRow, OrderRow};
use tsong_domain::people::Right;
use tsong_store::order::{OrderRecord, Wanted};
use tsong_store::{Db, StoreError, lot, order, order_sum, person};

const DAY_MS: i64 = 24 * 3_600_000;
const MINUTE_MS: i64 = 60_000;
/// The most orders of one state that are looked at.
const MOST: usize = 500;
/// So many orders of a column are shown.
const SHOWN: usize = 40;
/// So many lots that spoil are shown.
const LOTS: usize = 30;

/// `day.board`.
///
/// # Errors
/// Whatever the store says.
pub fn board(station: &mut Station, _: Empty) -> Result<DayBoard, AppError> {
    station.by(Right::See)?;
    let now_ms = station.believed_now_ms()?;
    station.read(|db| {
        let view = StationView::load(db)?;
        let mut columns: Vec<BoardColumn> = ["late", "confirm", "pack", "hand_over"]
            .into_iter()
            .map(|id| BoardColumn {
                id: id.to_owned(),
                count: 0,
                orders: Vec::new(),
            })
            .collect();
        for (state, column) in [
            ("Placed", "confirm"),
            ("Confirmed", "pack"),
            ("Packing", "hand_over"),
        ] {
            let wanted = Wanted {
                state,
                stage: "pack",
                limit: MOST,
                ..Wanted::default()
            };
            // What was lived in another program is worked on there.
            let own = order::page(db, &wanted)?
                .into_iter()
                .filter(|o| o.at_ms.is_none());
            for record in own {
                let leave_by_ms = cut_off_after(record.created_ms, view.cut_off_minutes);
                let is_late = leave_by_ms <= now_ms;
                let wanted = if is_late { "late" } else { column };
                let Some(column) = columns.iter_mut().find(|c| c.id == wanted) else {
                    continue;
                };
                column.count = column.count.saturating_add(1);
                if column.orders.len() < SHOWN {
                    column.orders.push(shown(db, &record, leave_by_ms)?);
                }
            }
        }
        if let Some(late) = columns.first_mut() {
            late.orders.sort_by_key(|one| one.leave_by_ms);
        }
        let waiting = waiting(db)?;
        Ok(DayBoard {
            now_ms,
            cut_off_ms: cut_off_after(now_ms, view.cut_off_minutes),
            capacity: view.packing_capacity,
            waiting,
            leaves_on: leaves_on(now_ms, &view, waiting),
            columns,
            expiring: expiring(db, now_ms)?,
        })
    })
}

/// The orders that wait to be confirmed, packed or handed over.
pub(crate) fn waiting(db: &Db<'_>) -> Result<u32, Fault> {
    let stages = order_sum::stages(db, None)?;
    let orders = stages.get("pack").copied().unwrap_or_default().orders;
    Ok(u32::try_from(orders).unwrap_or(u32::MAX))
}

/// The first time after `ms` at which the carrier comes: an order leaves with the first one after it
/// was taken.
fn cut_off_after(ms: i64, minutes: u16) -> i64 {
    let start_ms = day::span_ms(&day::local_day(ms)).map_or(ms, |(from_ms, _)| from_ms);
    let today_ms = start_ms.saturating_add(i64::from(minutes).saturating_mul(MINUTE_MS));
    if today_ms > ms {
        today_ms
    } else {
        today_ms.saturating_add(DAY_MS)
    }
}

/// When an order that is taken now can leave: with the next carrier, or as many days later as the orders
/// before it fill.
pub(crate) fn leaves_ms(now_ms: i64, view: &StationView, waiting: u32) -> i64 {
    let days = waiting.checked_div(view.packing_capacity).unwrap_or(0);
    let next_ms = cut_off_after(now_ms, view.cut_off_minutes);
    next_ms.saturating_add(i64::from(days).saturating_mul(DAY_MS))
}

/// The local day of [`leaves_ms`].
pub(crate) fn leaves_on(now_ms: i64, view: &StationView, waiting: u32) -> String {
    day::local_day(leaves_ms(now_ms, view, waiting))
}

fn shown(db: &Db<'_>, record: &OrderRecord, leave_by_ms: i64) -> Result<BoardOrder, Fault> {
    let row: OrderRow = serde_json::from_str(&record.shown)
        .map_err(|_| StoreError::Unreadable { what: "order" })?;
    let buyer = match record.contact {
        Some(fact) => person::get(db, fact)?.unwrap_or_default().name,
        None => String::new(),
    };
    Ok(BoardOrder {
        id: record.id.to_string(),
        number: record.number.clone(),
        buyer,
        more: u32::try_from(row.lines.len().saturating_sub(1)).unwrap_or(u32::MAX),
        product: row
            .lines
            .first()
            .map(|l| l.product.clone())
            .unwrap_or_default(),
        state: record.state.clone(),
        leave_by_ms,
    })
}

/// Lots that have to leave within hours and can still be sold, the most urgent first.
fn expiring(db: &Db<'_>, now_ms: i64) -> Result<Vec<LotRow>, Fault> {
    let mut eyes = Eyes::open(db, now_ms)?;
    let mut rows = Vec::new();
    for row in lot::open(db)? {
        let cells = lot::cells(db, row.id)?;
        if eyes.life(&row, &cells) == Life::LastCall {
            rows.push((eyes.ship_by_ms(&row), row));
        }
    }
    rows.sort_by_key(|(ship_by_ms, row)| (*ship_by_ms, row.id));
    rows.truncate(LOTS);
    rows.iter()
        .map(|(_, row)| lot_row(db, row, &mut eyes))
        .collect()
}
