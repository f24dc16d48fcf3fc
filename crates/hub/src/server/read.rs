//! The read API for staff: stations, their devices, their orders, what was refused.

use super::Hub;
use super::caller::Caller;
use super::reply::{Problem, asked, blocking};
use crate::county;
use crate::day::span_ms;
use crate::error::{HubError, Result};
use crate::storage::order::OrderQuery;
use crate::storage::station::StationRow;
use crate::storage::{Storage, Tables};
use crate::titles::Titles;
use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use std::collections::BTreeSet;
use std::sync::Arc;
use tsong_contract::desk::{
    DeviceView, OrdersQuery, OrdersView, QuarantineView, Sort, StationView,
};
use tsong_contract::order_row::{OrderRow, OrderState};
use tsong_domain::id::EntityId;

/// The most rows in one answer, and how many without a wish.
const MAX_ROWS: u64 = 1000;
const SOME_ROWS: u64 = 100;

/// Offset and limit as they are granted.
pub(super) fn window(offset: Option<u64>, limit: Option<u64>) -> (u64, u64) {
    let limit = limit.unwrap_or(SOME_ROWS).clamp(1, MAX_ROWS);
    (offset.unwrap_or(0), limit)
}

/// All stations with their sums, as a console shows them: which one syncs just now only a running
/// server knows.
///
/// # Errors
/// If the database fails.
pub fn views(tables: &dyn Tables, now_ms: i64) -> Result<Vec<StationView>> {
    county::views(tables, &BTreeSet::new(), now_ms)
}

/// A station's devices.
///
/// # Errors
/// If the database fails.
pub fn device_views(tables: &dyn Tables, station: EntityId) -> Result<Vec<DeviceView>> {
    county::devices(tables, station)
}

/// Orders with every line named.
///
/// # Errors
/// If the database fails.
pub fn named_orders(
    tables: &dyn Tables,
    station: EntityId,
    query: &OrderQuery,
) -> Result<Vec<OrderRow>> {
    let mut rows = tables.orders(station, query)?;
    let mut titles = Titles::new(tables, station);
    for row in &mut rows {
        titles.fill(row)?;
    }
    Ok(rows)
}

/// What an answer is seen from.
pub(super) struct Now {
    pub(super) now_ms: i64,
    /// The stations that are at it.
    pub(super) syncing: BTreeSet<EntityId>,
}

/// Reads for somebody who was let in.
pub(super) async fn for_staff<S: Storage, T: Send + 'static>(
    hub: Arc<Hub<S>>,
    work: impl FnOnce(&dyn Tables, &Now) -> Result<T> + Send + 'static,
) -> std::result::Result<Json<T>, Problem> {
    blocking(move || {
        let now = Now {
            now_ms: (hub.now_ms)(),
            syncing: hub.syncing.now(),
        };
        hub.storage.read(|t| work(t, &now)).map(Json)
    })
    .await
}

/// The station that a path names.
///
/// # Errors
/// `station_unknown`, and whatever the database says.
pub(super) fn known(tables: &dyn Tables, station: &str) -> Result<StationRow> {
    let unknown = |_| HubError::refused("station_unknown", "no such station");
    crate::staff::known_station(tables, station.parse().map_err(unknown)?)
}

pub(super) async fn stations<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    _caller: Caller,
) -> std::result::Result<Json<Vec<StationView>>, Problem> {
    for_staff(hub, |t, now| county::views(t, &now.syncing, now.now_ms)).await
}

pub(super) async fn station<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    Path(station): Path<String>,
    _caller: Caller,
) -> std::result::Result<Json<StationView>, Problem> {
    for_staff(hub, move |t, now| {
        county::view(t, &known(t, &station)?, &now.syncing, now.now_ms)
    })
    .await
}

pub(super) async fn devices<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    Path(station): Path<String>,
    _caller: Caller,
) -> std::result::Result<Json<Vec<DeviceView>>, Problem> {
    for_staff(hub, move |t, _| {
        county::devices(t, known(t, &station)?.station)
    })
    .await
}

pub(super) async fn quarantine<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    Path(station): Path<String>,
    _caller: Caller,
) -> std::result::Result<Json<Vec<QuarantineView>>, Problem> {
    for_staff(hub, move |t, _| {
        let rows = t.quarantined(known(t, &station)?.station)?;
        Ok(rows
            .into_iter()
            .map(|q| QuarantineView {
                fact: q.fact.to_string(),
                code: q.code,
                first_ms: q.first_ms,
                last_ms: q.last_ms,
                times: q.times,
            })
            .collect())
    })
    .await
}

/// Reads what staff asks for.
///
/// # Errors
/// `bad_query` for a state or an id that is none.
pub fn order_query(
    state: Option<&str>,
    find: Option<String>,
    after: Option<&str>,
    limit: Option<u64>,
) -> Result<OrderQuery> {
    let bad = |what: &str| HubError::refused("bad_query", format!("{what} is not known"));
    let state = match state {
        Some(word) => Some(OrderState::from_word(word).ok_or_else(|| bad(word))?),
        None => None,
    };
    let after = match after {
        Some(id) => Some(id.parse::<EntityId>().map_err(|_| bad(id))?),
        None => None,
    };
    Ok(OrderQuery {
        state,
        find,
        after,
        limit,
        ..OrderQuery::default()
    })
}

fn wanted(ask: &OrdersQuery) -> Result<OrderQuery> {
    let (offset, limit) = window(ask.offset, ask.limit);
    let (state, after) = (ask.state.as_deref(), ask.after.as_deref());
    let span_ms = match &ask.day {
        Some(day) => Some(
            span_ms(day)
                .ok_or_else(|| HubError::refused("bad_query", format!("{day} is no day")))?,
        ),
        None => None,
    };
    Ok(OrderQuery {
        span_ms,
        is_newest_first: ask.sort == Some(Sort::Newest),
        offset,
        ..order_query(state, ask.find.clone(), after, Some(limit))?
    })
}

/// An order as a list at the desk shows it: whose it is, and not how to reach them.
fn mask(row: &mut OrderRow) {
    let phone: Vec<char> = row.buyer.phone.chars().collect();
    row.buyer.phone = match (phone.get(..3), phone.get(7..)) {
        (Some(head), Some(tail)) if !tail.is_empty() => {
            let (head, tail): (String, String) = (head.iter().collect(), tail.iter().collect());
            format!("{head}****{tail}")
        }
        _ if phone.is_empty() => String::new(),
        _ => "****".to_owned(),
    };
    row.buyer.address = String::new();
    row.note = String::new();
}

pub(super) async fn orders<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    Path(station): Path<String>,
    query: std::result::Result<Query<OrdersQuery>, QueryRejection>,
    caller: Caller,
) -> std::result::Result<Json<OrdersView>, Problem> {
    let ask = asked(query)?;
    for_staff(hub, move |t, _| {
        let station = known(t, &station)?.station;
        let query = wanted(&ask)?;
        let mut orders = named_orders(t, station, &query)?;
        let is_full = query
            .limit
            .is_some_and(|l| crate::value::size(orders.len()) >= l);
        let after = orders.last().filter(|_| is_full).map(|o| o.id.clone());
        if caller.session.is_some() {
            orders.iter_mut().for_each(mask);
        }
        let total = t.count_orders(station, &query)?;
        Ok(OrdersView {
            orders,
            after,
            total,
        })
    })
    .await
}
