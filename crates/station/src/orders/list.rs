//! Orders in lists: by state, day or any text.

use crate::day;
use crate::fault::Fault;
use crate::me::Me;
use crate::search::Search;
use crate::station::Station;
use tsong_contract::AppError;
use tsong_contract::io::{BuyerRow, OrderList, OrderRow, OrderState, StationOrder, read_id};
use tsong_domain::people::Right;
use tsong_store::order::{OrderRecord, Wanted};
use tsong_store::{Db, StoreError, order, origin, person};

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
        reason: "not_in_list".into(),
    };
    let state = match input.state.as_str() {
        "" => None,
        word => Some(OrderState::from_word(word).ok_or_else(|| bad("state"))?),
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
    let after = match &input.after {
        Some(id) => {
            let id = read_id("after", id)?;
            Some(order::place(db, id)?.ok_or_else(|| AppError::missing("order", id))?)
        }
        None => None,
    };
    let wanted = Wanted {
        state: state.map_or("", OrderState::word),
        stage: state.map_or("", OrderState::stage),
        from_ms: span.map(|s| s.0),
        until_ms: span.map(|s| s.1),
        is_newest_first: input.is_newest_first,
        after,
        limit,
    };
    let records = if input.find.trim().is_empty() {
        order::page(db, &wanted)?
    } else {
        match Search::of(db, &input.find)? {
            Some(search) => search.orders(&wanted)?,
            None => Vec::new(),
        }
    };
    let at_hub = at_hub(db)?;
    records
        .iter()
        .map(|record| station_order(db, record, at_hub))
        .collect()
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
