//! The read API for staff: stations, their devices, their orders, what was refused.

use super::reply::{Problem, blocking};
use super::{Hub, auth};
use crate::error::{HubError, Result};
use crate::storage::device::DeviceRow;
use crate::storage::order::OrderQuery;
use crate::storage::station::StationRow;
use crate::storage::{Storage, Tables};
use crate::titles::Titles;
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tsong_contract::order_row::{OrderRow, OrderState};
use tsong_domain::id::EntityId;

/// The most orders in one answer, and how many without a wish.
const MAX_ORDERS: u64 = 1000;
const SOME_ORDERS: u64 = 100;

/// A station as staff sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StationView {
    /// Its id.
    pub station: String,
    /// What the county calls it.
    pub name: String,
    /// The code of its place.
    pub place: u64,
    /// When it was added, milliseconds since 1970.
    pub created_ms: i64,
    /// When any of its devices was heard last.
    pub last_heard_ms: Option<i64>,
    /// How many facts its devices held then that the hub did not.
    pub waiting: u64,
    /// How many devices may ask.
    pub devices: u64,
    /// How many facts the hub holds of it.
    pub facts: u64,
    /// How many orders.
    pub orders: u64,
    /// How many refused or unreadable facts wait for a person.
    pub quarantined: u64,
}

/// A device as staff sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeviceView {
    /// Its id.
    pub device: String,
    /// What people call it.
    pub name: String,
    /// The program's version.
    pub version: String,
    /// When it enrolled last, milliseconds since 1970.
    pub enrolled_ms: i64,
    /// When it was shut out, if it was.
    pub revoked_ms: Option<i64>,
    /// When it was heard last.
    pub last_heard_ms: Option<i64>,
    /// How many facts it held then that the hub did not.
    pub waiting: u64,
}

/// What was refused or could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct QuarantineView {
    /// The fact, or the first of a run: origin and sequence.
    pub fact: String,
    /// Why: `fork`, `bad_signature`, `not_enrolled`, `gap`, `malformed`, `unreadable`.
    pub code: String,
    /// When it was first seen, milliseconds since 1970.
    pub first_ms: i64,
    /// When it was last seen.
    pub last_ms: i64,
    /// How often.
    pub times: i64,
}

/// Some orders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OrdersView {
    /// Oldest first.
    pub orders: Vec<OrderRow>,
    /// The `after` of the next page; `null` on the last.
    pub after: Option<String>,
}

/// Which orders.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Wish {
    state: Option<String>,
    find: Option<String>,
    after: Option<String>,
    limit: Option<u64>,
}

/// A station with its sums.
///
/// # Errors
/// If the database fails.
pub fn view(tables: &dyn Tables, row: &StationRow) -> Result<StationView> {
    let devices = tables.devices(row.station)?;
    let allowed: Vec<&DeviceRow> = devices.iter().filter(|d| d.revoked_ms.is_none()).collect();
    let facts = tables
        .origins(row.station)?
        .iter()
        .map(|h| h.sequence)
        .fold(0, u64::saturating_add);
    Ok(StationView {
        station: row.station.to_string(),
        name: row.name.clone(),
        place: row.place,
        created_ms: row.created_ms,
        last_heard_ms: devices.iter().filter_map(|d| d.last_heard_ms).max(),
        waiting: allowed
            .iter()
            .map(|d| d.waiting)
            .fold(0, u64::saturating_add),
        devices: crate::value::size(allowed.len()),
        facts,
        orders: tables.count_orders(row.station)?,
        quarantined: crate::value::size(tables.quarantined(row.station)?.len()),
    })
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

async fn for_staff<S: Storage, T: Send + 'static>(
    hub: Arc<Hub<S>>,
    headers: HeaderMap,
    work: impl FnOnce(&dyn Tables) -> Result<T> + Send + 'static,
) -> std::result::Result<Json<T>, Problem> {
    blocking(move || {
        auth::staff(&hub, &headers)?;
        hub.storage.read(work).map(Json)
    })
    .await
}

fn known(tables: &dyn Tables, station: &str) -> Result<StationRow> {
    let unknown = || HubError::refused("station_unknown", "no such station");
    tables
        .station(station.parse().map_err(|_| unknown())?)?
        .ok_or_else(unknown)
}

pub(super) async fn stations<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    headers: HeaderMap,
) -> std::result::Result<Json<Vec<StationView>>, Problem> {
    for_staff(hub, headers, |t| {
        t.stations()?.iter().map(|row| view(t, row)).collect()
    })
    .await
}

pub(super) async fn station<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    Path(station): Path<String>,
    headers: HeaderMap,
) -> std::result::Result<Json<StationView>, Problem> {
    for_staff(hub, headers, move |t| view(t, &known(t, &station)?)).await
}

pub(super) async fn devices<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    Path(station): Path<String>,
    headers: HeaderMap,
) -> std::result::Result<Json<Vec<DeviceView>>, Problem> {
    for_staff(hub, headers, move |t| {
        let devices = t.devices(known(t, &station)?.station)?;
        Ok(devices
            .into_iter()
            .map(|d| DeviceView {
                device: d.device.to_string(),
                name: d.name,
                version: d.version,
                enrolled_ms: d.enrolled_ms,
                revoked_ms: d.revoked_ms,
                last_heard_ms: d.last_heard_ms,
                waiting: d.waiting,
            })
            .collect())
    })
    .await
}

pub(super) async fn quarantine<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    Path(station): Path<String>,
    headers: HeaderMap,
) -> std::result::Result<Json<Vec<QuarantineView>>, Problem> {
    for_staff(hub, headers, move |t| {
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
    })
}

pub(super) async fn orders<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    Path(station): Path<String>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
) -> std::result::Result<Json<OrdersView>, Problem> {
    for_staff(hub, headers, move |t| {
        let station = known(t, &station)?.station;
        let limit = wish.limit.unwrap_or(SOME_ORDERS).clamp(1, MAX_ORDERS);
        let (state, after) = (wish.state.as_deref(), wish.after.as_deref());
        let query = order_query(state, wish.find, after, Some(limit))?;
        let orders = named_orders(t, station, &query)?;
        let is_full = crate::value::size(orders.len()) >= limit;
        let after = orders.last().filter(|_| is_full).map(|o| o.id.clone());
        Ok(OrdersView { orders, after })
    })
    .await
}
