//! The desk's own answers, and what staff writes.

use super::Hub;
use super::caller::Caller;
use super::read::{for_staff, known, window};
use super::reply::{Problem, asked, blocking, taken};
use crate::county;
use crate::error::HubError;
use crate::places;
use crate::storage::{Storage, Tables};
use crate::value::size;
use axum::Json;
use axum::extract::rejection::{JsonRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use std::collections::BTreeMap;
use std::sync::Arc;
use tsong_contract::desk::{
    CodeView, DeskSummary, DeviceView, LogEntry, LogQuery, LogView, PlaceView, PlacesQuery,
    RevokeAsk, StationAdded, StationAsk, StationsQuery, StationsView,
};
use tsong_contract::order_row::OrderRow;
use tsong_domain::id::{DeviceId, EntityId};

type Reply<T> = std::result::Result<Json<T>, Problem>;
type Asked<T> = std::result::Result<Query<T>, QueryRejection>;

pub(super) async fn summary<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    _caller: Caller,
) -> Reply<DeskSummary> {
    for_staff(hub, |t, now| county::summary(t, now.now_ms)).await
}

pub(super) async fn stations<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    query: Asked<StationsQuery>,
    _caller: Caller,
) -> Reply<StationsView> {
    let query = asked(query)?;
    for_staff(hub, move |t, now| {
        let views = county::views(t, &now.syncing, now.now_ms)?;
        let chosen = county::chosen(views, &query);
        let total = size(chosen.len());
        let (offset, limit) = window(query.offset, query.limit);
        let places = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        let window = chosen.into_iter().skip(places(offset)).take(places(limit));
        Ok(StationsView {
            total,
            stations: window.collect(),
        })
    })
    .await
}

pub(super) async fn log<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    query: Asked<LogQuery>,
    _caller: Caller,
) -> Reply<LogView> {
    let query = asked(query)?;
    for_staff(hub, move |t, _| {
        let station = match &query.station {
            Some(station) => Some(known(t, station)?.station),
            None => None,
        };
        let (_, limit) = window(None, query.limit);
        let rows = t.staff_log(station, query.before, limit)?;
        let is_full = size(rows.len()) >= limit;
        let before = rows.last().filter(|_| is_full).map(|(number, _)| *number);
        let names = names(t)?;
        let entries = rows.into_iter().map(|(number, row)| LogEntry {
            number,
            at_ms: row.at_ms,
            who: row.who,
            what: row.what,
            station: (!row.station.is_nil()).then(|| row.station.to_string()),
            station_name: names.get(&row.station).cloned(),
            subject: row.subject,
            reason: row.reason,
        });
        Ok(LogView {
            entries: entries.collect(),
            before,
        })
    })
    .await
}

fn names(tables: &dyn Tables) -> crate::Result<BTreeMap<EntityId, String>> {
    let rows = tables.stations()?.into_iter();
    Ok(rows.map(|row| (row.station, row.name)).collect())
}

pub(super) async fn places<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    query: Asked<PlacesQuery>,
    _caller: Caller,
) -> Reply<Vec<PlaceView>> {
    let query = asked(query)?;
    for_staff(hub, move |_, _| Ok(places::find(&query.find))).await
}

pub(super) async fn add_station<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    caller: Caller,
    body: std::result::Result<Json<StationAsk>, JsonRejection>,
) -> Reply<StationAdded> {
    let ask = taken(body)?;
    blocking(move || {
        if places::path(ask.place).is_empty() {
            return Err(HubError::refused("bad_place", "no place has this code"));
        }
        let (station, new) = caller.at(&hub).add_station(&ask.name, ask.place)?;
        Ok(Json(StationAdded {
            station: station.to_string(),
            code: new.code,
            expires_ms: new.expires_ms,
        }))
    })
    .await
}

fn station_id(text: &str) -> crate::Result<EntityId> {
    let unknown = |_| HubError::refused("station_unknown", "no such station");
    text.parse().map_err(unknown)
}

pub(super) async fn add_code<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    Path(station): Path<String>,
    caller: Caller,
) -> Reply<CodeView> {
    blocking(move || {
        let new = caller.at(&hub).add_code(station_id(&station)?)?;
        Ok(Json(CodeView {
            code: new.code,
            expires_ms: new.expires_ms,
        }))
    })
    .await
}

pub(super) async fn revoke<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    Path((station, device)): Path<(String, String)>,
    caller: Caller,
    body: std::result::Result<Json<RevokeAsk>, JsonRejection>,
) -> Reply<DeviceView> {
    let ask = taken(body)?;
    blocking(move || {
        if ask.reason.trim().is_empty() {
            let message = "say why the device is shut out";
            return Err(HubError::refused("bad_reason", message));
        }
        let station = station_id(&station)?;
        let unknown = || HubError::refused("device_unknown", "no such device");
        let id: DeviceId = device.parse().map_err(|_| unknown())?;
        caller.at(&hub).revoke(station, id, &ask.reason)?;
        let devices = hub.storage.read(|t| county::devices(t, station))?;
        let is_it = |d: &DeviceView| d.device == id.to_string();
        let device = devices.into_iter().find(is_it).ok_or_else(unknown)?;
        Ok(Json(device))
    })
    .await
}

pub(super) async fn reveal<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    Path((station, order)): Path<(String, String)>,
    caller: Caller,
) -> Reply<OrderRow> {
    blocking(move || {
        let unknown = |_| HubError::refused("not_found", "no such order");
        let order = order.parse().map_err(unknown)?;
        let station = station_id(&station)?;
        caller.at(&hub).show_buyer(station, order).map(Json)
    })
    .await
}
