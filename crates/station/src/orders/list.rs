//! Orders in lists: by state, day or any text.

use crate::day;
use crate::fault::Fault;
use crate::me::Me;
use crate::station::Station;
use crate::tokens;
use tsong_contract::AppError;
use tsong_contract::io::{BuyerRow, OrderList, OrderRow, OrderState, StationOrder, read_id};
use tsong_domain::people::Right;
use tsong_store::order::{After, OrderRecord, Wanted};
use tsong_store::{Db, StoreError, find, order, origin, person};

/// How many are looked at in one go while a list is gathered.
const PAGE: usize = 500;

/// `order.list`.
///
/// # Errors
/// [`AppError::BadInput`] for a day, a state or an id that is none.
pub fn list(station: &mut Station, input: OrderList) -> Result<Vec<StationOrder>, AppError> {
    station.by(Right::See)?;
    station.read(|db| listed(db, &input))
}

fn listed(db: &Db<'_>, input: &OrderList) -> Result<Vec<StationOrder>, Fault> {
    let bad = |field: &str| AppError::BadInput {
        field: field.into(),
        reason: "unknown".into(),
    };
    let state = match input.state.as_str() {
        "" => "",
        word => OrderState::from_word(word)
            .ok_or_else(|| bad("state"))?
            .word(),
    };
    let span = match input.day.as_str() {
        "" => None,
        day => Some(day::span_ms(day).ok_or_else(|| bad("day"))?),
    };
    let limit = if input.limit == 0 {
        usize::MAX
    } else {
        usize::try_from(input.limit).unwrap_or(usize::MAX)
    };
    let records = if input.find.trim().is_empty() {
        paged(db, input, state, span, limit)?
    } else {
        found(db, input, state, span, limit)?
    };
    let at_hub = at_hub(db)?;
    records
        .iter()
        .map(|record| station_order(db, record, at_hub))
        .collect()
}

fn paged(
    db: &Db<'_>,
    input: &OrderList,
    state: &str,
    span: Option<(i64, i64)>,
    limit: usize,
) -> Result<Vec<OrderRecord>, Fault> {
    let after = match &input.after {
        Some(id) => {
            let id = read_id("after", id)?;
            let record = order::get(db, id)?.ok_or_else(|| AppError::missing("order", id))?;
            Some(After {
                created_ms: record.created_ms,
                id,
            })
        }
        None => None,
    };
    let wanted = Wanted {
        state,
        from_ms: span.map(|s| s.0),
        until_ms: span.map(|s| s.1),
        is_newest_first: input.is_newest_first,
        after,
        limit,
    };
    Ok(order::page(db, &wanted)?)
}

fn found(
    db: &Db<'_>,
    input: &OrderList,
    state: &str,
    span: Option<(i64, i64)>,
    limit: usize,
) -> Result<Vec<OrderRecord>, Fault> {
    let Some(expression) = tokens::query(&input.find) else {
        return Ok(Vec::new());
    };
    let mut after = None;
    let mut records = Vec::new();
    loop {
        let page = find::search(db, "order", &expression, PAGE.min(limit), after)?;
        let Some((last, _)) = page.last().copied() else {
            break;
        };
        for (_, id) in page {
            let Some(record) = order::get(db, id)? else {
                continue;
            };
            let fits = (state.is_empty() || record.state == state)
                && span.is_none_or(|(from, until)| (from..until).contains(&record.created_ms));
            if fits {
                records.push(record);
            }
            if records.len() >= limit {
                break;
            }
        }
        if records.len() >= limit {
            break;
        }
        after = Some(last);
    }
    if !input.is_newest_first {
        records.reverse();
    }
    Ok(records)
}

/// An order of a list with its buyer and note.
pub(crate) fn station_order(
    db: &Db<'_>,
    record: &OrderRecord,
    at_hub: u64,
) -> Result<StationOrder, Fault> {
    let mut row: OrderRow = serde_json::from_str(&record.shown)
        .map_err(|_| StoreError::Unreadable { what: "order" })?;
    if let Some(contact) = record.contact
        && let Some(personal) = person::get(db, contact)?
    {
        row.buyer = BuyerRow::from(&personal);
    }
    if let Some(note) = record.note
        && let Some(personal) = person::get(db, note)?
    {
        row.note = personal.note;
    }
    Ok(StationOrder {
        order: row,
        at_hub: record.own_sequence <= at_hub,
    })
}

/// How far the hub has acknowledged what this device writes.
pub(crate) fn at_hub(db: &Db<'_>) -> Result<u64, Fault> {
    let own = Me::load(db)?.origin;
    Ok(origin::get(db, own)?.map_or(0, |o| o.at_hub))
}
