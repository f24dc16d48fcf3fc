//! What the county's staff sees of its stations: sums, never orders counted one by one.

use crate::day::{day_of, hour_of, written};
use crate::error::Result;
use crate::places;
use crate::storage::Tables;
use crate::storage::gauge::Gauge;
use crate::storage::station::StationRow;
use crate::value::size;
use std::collections::{BTreeMap, BTreeSet};
use tsong_contract::desk::{
    DaySales, DeskSummary, DeviceView, Hearing, OriginView, Sales, StateSum, StationView,
    StationsQuery,
};
use tsong_contract::order_row::OrderState;
use tsong_domain::id::EntityId;

/// After how long without a word a station is late: a night is shorter.
pub(crate) const LATE_AFTER_MS: i64 = 12 * 3_600_000;
/// After how long it is silent: a day has passed in which somebody worked there.
pub(crate) const SILENT_AFTER_MS: i64 = 36 * 3_600_000;
/// How many days of sales the summary tells.
const DAYS: i64 = 14;
const WEEK: i64 = 7;
/// The last 24 hours of what a gauge remembers.
const DAY_HOURS: u32 = 0x00ff_ffff;

fn hearing(last_heard_ms: Option<i64>, now_ms: i64) -> Hearing {
    match last_heard_ms.map(|at| now_ms.saturating_sub(at)) {
        None => Hearing::Never,
        Some(ago) if ago > SILENT_AFTER_MS => Hearing::Silent,
        Some(ago) if ago > LATE_AFTER_MS => Hearing::Late,
        Some(_) => Hearing::Heard,
    }
}

fn add(to: &mut Sales, more: &Sales) {
    to.orders = to.orders.saturating_add(more.orders);
    to.fen = to.fen.saturating_add(more.fen);
}

/// The sums of one station or of all, read once a table.
struct Sums {
    gauges: BTreeMap<EntityId, Gauge>,
    states: BTreeMap<EntityId, Vec<StateSum>>,
    days: BTreeMap<EntityId, BTreeMap<i64, Sales>>,
    today: i64,
    now_ms: i64,
}

impl Sums {
    fn read(tables: &dyn Tables, station: Option<EntityId>, now_ms: i64) -> Result<Self> {
        let today = day_of(now_ms);
        let mut sums = Self {
            gauges: tables.gauges(station)?,
            states: BTreeMap::new(),
            days: BTreeMap::new(),
            today,
            now_ms,
        };
        for (id, state) in tables.state_sums(station)? {
            sums.states.entry(id).or_default().push(state);
        }
        let from = today.saturating_sub(WEEK).saturating_add(1);
        for sum in tables.day_sums(station, from, today)? {
            let days = sums.days.entry(sum.station).or_default();
            days.insert(sum.day, sum.sales);
        }
        Ok(sums)
    }

    fn sales(&self, station: EntityId, days: i64) -> Sales {
        let mut sales = Sales::default();
        let from = self.today.saturating_sub(days).saturating_add(1);
        if let Some(known) = self.days.get(&station) {
            known
                .range(from..)
                .for_each(|(_, more)| add(&mut sales, more));
        }
        sales
    }

    fn view(&self, row: &StationRow, syncing: &BTreeSet<EntityId>) -> StationView {
        let gauge = self.gauges.get(&row.station).copied().unwrap_or_default();
        let states = self.states.get(&row.station).cloned().unwrap_or_default();
        let hours = gauge.hours_from(hour_of(self.now_ms)) & DAY_HOURS;
        StationView {
            station: row.station.to_string(),
            name: row.name.clone(),
            place: row.place,
            place_path: places::path(row.place),
            created_ms: row.created_ms,
            last_heard_ms: gauge.last_heard_ms,
            hearing: hearing(gauge.last_heard_ms, self.now_ms),
            is_syncing: syncing.contains(&row.station),
            heard_hours: hours,
            waiting: gauge.waiting,
            pending: gauge.pending,
            devices: gauge.devices,
            facts: gauge.facts,
            orders: total(&states),
            needs_decision: needing(&states),
            states,
            today: self.sales(row.station, 1),
            week: self.sales(row.station, WEEK),
            quarantined: gauge.quarantined,
            forks: gauge.forks,
            blobs_missing: gauge.blobs_missing,
        }
    }
}

fn total(states: &[StateSum]) -> u64 {
    states.iter().map(|s| s.orders).fold(0, u64::saturating_add)
}

fn needing(states: &[StateSum]) -> u64 {
    let needs = |s: &&StateSum| s.state == OrderState::NeedsDecision;
    states.iter().find(needs).map_or(0, |s| s.orders)
}

/// All stations, oldest first.
///
/// # Errors
/// If the database fails.
pub(crate) fn views(
    tables: &dyn Tables,
    syncing: &BTreeSet<EntityId>,
    now_ms: i64,
) -> Result<Vec<StationView>> {
    let sums = Sums::read(tables, None, now_ms)?;
    let rows = tables.stations()?;
    Ok(rows.iter().map(|row| sums.view(row, syncing)).collect())
}

/// One station.
///
/// # Errors
/// If the database fails.
pub(crate) fn view(
    tables: &dyn Tables,
    row: &StationRow,
    syncing: &BTreeSet<EntityId>,
    now_ms: i64,
) -> Result<StationView> {
    let sums = Sums::read(tables, Some(row.station), now_ms)?;
    Ok(sums.view(row, syncing))
}

/// What of a station wants a person, the most pressing least.
fn urgency(view: &StationView) -> (Hearing, bool, bool) {
    let (is_quiet, is_sound) = (view.needs_decision == 0, view.quarantined == 0);
    (view.hearing, is_sound, is_quiet)
}

/// The stations that a query asks for: what wants a person first, then by name.
pub(crate) fn chosen(mut views: Vec<StationView>, query: &StationsQuery) -> Vec<StationView> {
    let find = query.find.as_deref().unwrap_or_default();
    let find = find.trim().to_lowercase();
    let has = |text: &String| text.to_lowercase().contains(&find);
    views.retain(|v| {
        let is_found = find.is_empty() || has(&v.name) || v.place_path.iter().any(has);
        is_found && query.hearing.is_none_or(|wanted| v.hearing == wanted)
    });
    views.sort_by(|a, b| {
        let by_urgency = urgency(a).cmp(&urgency(b));
        by_urgency
            .then_with(|| a.name.cmp(&b.name))
            .then_with(|| a.station.cmp(&b.station))
    });
    views
}

/// The county at a glance.
///
/// # Errors
/// If the database fails.
pub(crate) fn summary(tables: &dyn Tables, now_ms: i64) -> Result<DeskSummary> {
    let (gauges, rows) = (tables.gauges(None)?, tables.stations()?);
    let here = || rows.iter().filter_map(|row| gauges.get(&row.station));
    let count = |of: fn(&Gauge) -> u64| here().map(of).fold(0, u64::saturating_add);
    let heard = |wanted| {
        let last = |row: &&StationRow| gauges.get(&row.station)?.last_heard_ms;
        let is = |row: &&StationRow| hearing(last(row), now_ms) == wanted;
        size(rows.iter().filter(is).count())
    };
    let mut states = tables.county_states()?;
    states.sort_by_key(|sum| sum.state);
    let today = day_of(now_ms);
    let days = last_days(tables, today)?;
    let together = |from: usize| {
        let mut sales = Sales::default();
        days.iter()
            .skip(from)
            .for_each(|(_, more)| add(&mut sales, more));
        sales
    };
    let on = |day: i64| days.get(&day).cloned().unwrap_or_default();
    Ok(DeskSummary {
        now_ms,
        late_after_ms: LATE_AFTER_MS,
        silent_after_ms: SILENT_AFTER_MS,
        place_path: shared_path(&rows),
        stations: size(rows.len()),
        heard: heard(Hearing::Heard),
        late: heard(Hearing::Late),
        silent: heard(Hearing::Silent),
        never: heard(Hearing::Never),
        devices: count(|g| g.devices),
        facts: count(|g| g.facts),
        orders: total(&states),
        needs_decision: needing(&states),
        states,
        waiting: count(|g| g.waiting),
        pending: count(|g| g.pending),
        quarantined: count(|g| g.quarantined),
        forks: count(|g| g.forks),
        blobs_missing: count(|g| g.blobs_missing),
        today: on(today),
        week_ago: on(today.saturating_sub(WEEK)),
        week: together(7),
        days: days.iter().map(day_sales).collect(),
    })
}

fn day_sales((day, sales): (&i64, &Sales)) -> DaySales {
    DaySales {
        day: written(*day),
        orders: sales.orders,
        fen: sales.fen,
    }
}

/// Every one of the last days, also those on which nothing was sold.
fn last_days(tables: &dyn Tables, today: i64) -> Result<BTreeMap<i64, Sales>> {
    let from = today.saturating_sub(DAYS).saturating_add(1);
    let mut days: BTreeMap<i64, Sales> =
        (from..=today).map(|day| (day, Sales::default())).collect();
    days.extend(tables.county_days(from, today)?);
    Ok(days)
}

/// The names that the places of all stations begin with.
fn shared_path(rows: &[StationRow]) -> Vec<String> {
    let codes: BTreeSet<u64> = rows.iter().map(|row| row.place).collect();
    let paths = codes.into_iter().map(places::path);
    let shared = paths.reduce(|a, b| {
        let same = a.into_iter().zip(b).take_while(|(a, b)| a == b);
        same.map(|(a, _)| a).collect()
    });
    shared.unwrap_or_default()
}

/// A station's devices.
///
/// # Errors
/// If the database fails.
pub(crate) fn devices(tables: &dyn Tables, station: EntityId) -> Result<Vec<DeviceView>> {
    let origins = tables.origins(station)?;
    let pending = tables.pending(Some(station))?;
    let rows = tables.devices(station)?.into_iter();
    Ok(rows
        .map(|d| DeviceView {
            device: d.device.to_string(),
            name: d.name,
            version: d.version,
            origins: origins
                .iter()
                .filter(|head| head.device == d.device)
                .map(|head| OriginView {
                    origin: head.origin.to_string(),
                    facts: head.sequence,
                })
                .collect(),
            enrolled_ms: d.enrolled_ms,
            revoked_ms: d.revoked_ms,
            revoked_by: d.revoked_by,
            revoked_reason: d.revoked_reason,
            last_heard_ms: d.last_heard_ms,
            waiting: d.waiting,
            pending: pending
                .iter()
                .find(|(_, device, _)| *device == d.device)
                .map_or(0, |(_, _, facts)| *facts),
        })
        .collect())
}
