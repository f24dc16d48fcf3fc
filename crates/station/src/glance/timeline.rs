//! What happened on a day, in numbers: intakes, orders, syncs, the backup.

use crate::fault::Fault;
use std::collections::BTreeSet;
use std::path::Path;
use std::time::UNIX_EPOCH;
use tsong_contract::io::{DayEvent, DaySold, SyncPast};
use tsong_domain::quantity::Measure;
use tsong_store::{Db, lot, order, sync_log};

fn event(kind: &str, at_ms: i64) -> DayEvent {
    DayEvent {
        at_ms,
        kind: kind.to_owned(),
        count: 0,
        villagers: 0,
        grams: 0,
        pieces: 0,
        fen: 0,
        bytes: 0,
        code: String::new(),
    }
}

/// The events that the database knows, in no order.
pub(super) fn of(
    db: &Db<'_>,
    (from_ms, until_ms): (i64, i64),
    sold: &DaySold,
) -> Result<Vec<DayEvent>, Fault> {
    let mut events = Vec::new();
    events.extend(intake(&lot::brought(db, from_ms, until_ms)?));
    if sold.orders > 0
        && let Some(at_ms) = order::latest_ms(db, from_ms, until_ms)?
    {
        events.push(DayEvent {
            count: sold.orders,
            grams: sold.grams,
            pieces: sold.pieces,
            fen: sold.total_fen,
            ..event("orders", at_ms)
        });
    }
    let tries: Vec<SyncPast> = sync_log::between(db, from_ms, until_ms)?
        .iter()
        .filter_map(|(_, text)| serde_json::from_str(text).ok())
        .collect();
    events.extend(syncs(&tries));
    Ok(events)
}

/// All that was brought on the day, at the time of the last.
fn intake(lots: &[lot::LotRow]) -> Option<DayEvent> {
    let mut all = event("intake", lots.last()?.brought_ms);
    let mut villagers = BTreeSet::new();
    for row in lots {
        villagers.insert(row.taken.villager);
        let sum = match row.taken.measure {
            Measure::Weight => &mut all.grams,
            Measure::Piece => &mut all.pieces,
        };
        *sum = sum.saturating_add(row.taken.quantity.get());
    }
    all.count = i64::try_from(lots.len()).unwrap_or(i64::MAX);
    all.villagers = i64::try_from(villagers.len()).unwrap_or(i64::MAX);
    Some(all)
}

/// The first and the last sync that went well, and the last try when it did not.
fn syncs(tries: &[SyncPast]) -> Vec<DayEvent> {
    let well: Vec<DayEvent> = tries.iter().filter_map(synced).collect();
    let mut events: Vec<DayEvent> = well.first().cloned().into_iter().collect();
    if well.len() > 1 {
        events.extend(well.last().cloned());
    }
    if let Some(last) = tries.last()
        && let Some(code) = &last.error
    {
        events.push(DayEvent {
            code: code.clone(),
            ..event("sync_failed", last.at_ms)
        });
    }
    events
}

fn synced(past: &SyncPast) -> Option<DayEvent> {
    if past.error.is_some() {
        return None;
    }
    let report = past.report.as_ref()?;
    let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    Some(DayEvent {
        count: whole(report.pushed.saturating_add(report.pulled)),
        bytes: whole(report.bytes_up.saturating_add(report.bytes_down)),
        ..event("sync", past.at_ms)
    })
}

/// The day's backup, if it is kept.
pub(super) fn backup(dir: &Path, date: &str) -> Option<DayEvent> {
    let meta = std::fs::metadata(crate::backup::daily(dir, date)).ok()?;
    let written = meta.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(DayEvent {
        bytes: i64::try_from(meta.len()).unwrap_or(i64::MAX),
        ..event(
            "backup",
            i64::try_from(written.as_millis()).unwrap_or(i64::MAX),
        )
    })
}
