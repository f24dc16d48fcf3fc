//! What waits for the hub: of what kind, how much, for how long; and what the last syncs came to.

use crate::fault::Fault;
use crate::me::{Bond, Me};
use crate::station::Station;
use std::collections::BTreeMap;
use tsong_contract::AppError;
use tsong_contract::io::{Empty, SyncPast, SyncReport, SyncStatus, WaitingKind};
use tsong_domain::id::EntityId;
use tsong_domain::people::Right;
use tsong_store::origin::OriginRow;
use tsong_store::{Db, blob, fact, origin, quarantine, sync_log};

/// How many past syncs are shown.
const HISTORY: usize = 20;
/// What a fact takes on the wire in a small sync, and what the request around it does. Both were
/// measured on a day of a hundred orders; large syncs take less.
const FACT_BYTES: u64 = 40;
const REQUEST_BYTES: u64 = 500;
/// The pace is judged by so many syncs, and by none in which less than this went over the wire.
const PACED: usize = 5;
const PACED_BYTES: u64 = 2_000;
/// So many waiting facts, weeks of work, are counted by kind one by one; of more only so many
/// stretches of so many.
const COUNTED: u64 = 10_000;
const STRETCHES: u64 = 10;
const STRETCH: u64 = 100;

/// `sync.status`.
///
/// # Errors
/// Whatever the store says.
pub fn status(station: &mut Station, _: Empty) -> Result<SyncStatus, AppError> {
    station.by(Right::Open)?;
    station.read(|db| {
        let origins = origin::all(db)?;
        let own = own(db, &origins)?;
        let kinds = kinds(db, &own)?;
        let waiting = own
            .iter()
            .fold(0u64, |sum, o| sum.saturating_add(behind(o)));
        let unsent = blob::unsent(db)?;
        let history: Vec<SyncPast> = sync_log::last(db, HISTORY)?
            .iter()
            .filter_map(|(_, text)| serde_json::from_str(text).ok())
            .collect();
        let waiting_bytes = match waiting {
            0 => 0,
            facts => facts
                .saturating_mul(FACT_BYTES)
                .saturating_add(REQUEST_BYTES),
        };
        let waiting_blob_bytes = unsent
            .iter()
            .fold(0, |sum: u64, (_, b)| sum.saturating_add(*b));
        let reports = || history.iter().filter_map(|past| past.report.as_ref());
        Ok(SyncStatus {
            // Logs have no gaps.
            saved: origins
                .iter()
                .fold(0, |sum: u64, o| sum.saturating_add(o.sequence)),
            waiting,
            waiting_kinds: kinds.kinds,
            waiting_kinds_are_about: kinds.are_about,
            waiting_bytes,
            waiting_seconds: seconds(waiting_bytes.saturating_add(waiting_blob_bytes), reports()),
            waiting_record_seconds: seconds(waiting_bytes, reports()),
            waiting_blobs: u64::try_from(unsent.len()).unwrap_or(0),
            waiting_blob_bytes,
            last_heard_ms: Bond::load(db)?.and_then(|b| b.heard_ms),
            refused: quarantine::open(db)?
                .iter()
                .map(|q| format!("{}: {}", q.fact, q.code))
                .collect(),
            history,
        })
    })
}

/// The logs that this device writes, or wrote before it was restored.
fn own(db: &Db<'_>, origins: &[OriginRow]) -> Result<Vec<OriginRow>, Fault> {
    let me = Me::load(db)?;
    let mut own = origins.to_vec();
    own.retain(|o| me.wrote(o.origin));
    Ok(own)
}

const fn behind(o: &OriginRow) -> u64 {
    o.sequence.saturating_sub(o.at_hub)
}

/// What waits, by kind.
struct Kinds {
    kinds: Vec<WaitingKind>,
    /// There is too much to look at all of it.
    are_about: bool,
}

/// What the waiting facts speak of, the most first. Of very many only some are looked at, all along
/// the log: the screen asks every few seconds, and a save waits meanwhile.
fn kinds(db: &Db<'_>, own: &[OriginRow]) -> Result<Kinds, Fault> {
    let mut sums: BTreeMap<String, u64> = BTreeMap::new();
    let mut are_about = false;
    for o in own.iter().filter(|o| behind(o) > 0) {
        let is_sampled = behind(o) > COUNTED;
        are_about |= is_sampled;
        let found = if is_sampled {
            sampled(db, o)?
        } else {
            by_kind(fact::things_between(
                db,
                o.origin,
                o.at_hub.saturating_add(1),
                o.sequence,
            )?)
        };
        for (kind, things) in found {
            let sum = sums.entry(kind).or_default();
            *sum = sum.saturating_add(things);
        }
    }
    let mut kinds: Vec<WaitingKind> = sums
        .into_iter()
        .map(|(kind, things)| WaitingKind { kind, things })
        .collect();
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.things));
    Ok(Kinds { kinds, are_about })
}

fn by_kind(things: impl IntoIterator<Item = (EntityId, String)>) -> BTreeMap<String, u64> {
    let mut sums: BTreeMap<String, u64> = BTreeMap::new();
    for (_, kind) in things {
        let sum = sums.entry(kind).or_default();
        *sum = sum.saturating_add(1);
    }
    sums
}

/// As many of each kind as some stretches of the log let one expect, and never more than there are.
fn sampled(db: &Db<'_>, o: &OriginRow) -> Result<BTreeMap<String, u64>, Fault> {
    let waiting = behind(o);
    let mut seen: BTreeMap<EntityId, String> = BTreeMap::new();
    for nth in 0..STRETCHES {
        let first = o
            .at_hub
            .saturating_add(1)
            .saturating_add(waiting.saturating_mul(nth) / STRETCHES);
        let last = first.saturating_add(STRETCH).saturating_sub(1);
        seen.extend(fact::things_between(db, o.origin, first, last)?);
    }
    let mut sums = by_kind(seen);
    for (kind, things) in &mut sums {
        let expected = things.saturating_mul(waiting) / STRETCHES.saturating_mul(STRETCH);
        *things = expected.min(fact::things(db, kind)?.unwrap_or(waiting));
    }
    Ok(sums)
}

/// How long so many bytes take at the pace of the last syncs, rounded up.
fn seconds<'a>(bytes: u64, past: impl Iterator<Item = &'a SyncReport>) -> Option<u64> {
    let carried = |r: &SyncReport| r.bytes_up.saturating_add(r.bytes_down);
    let (moved, took_ms) = past
        .filter(|report| carried(report) >= PACED_BYTES)
        .take(PACED)
        .fold((0u64, 0u64), |(moved, took_ms), report| {
            (
                moved.saturating_add(carried(report)),
                took_ms.saturating_add(report.elapsed_ms),
            )
        });
    if bytes == 0 || moved == 0 {
        return None;
    }
    let took_ms = bytes.saturating_mul(took_ms.max(1)).div_ceil(moved);
    Some(took_ms.div_ceil(1000))
}

#[cfg(test)]
mod tests {
    use super::seconds;
    use tsong_contract::io::SyncReport;

    fn past(bytes_up: u64, elapsed_ms: u64) -> SyncReport {
        SyncReport {
            pushed: 1,
            pulled: 0,
            requests: 1,
            bytes_up,
            bytes_down: 0,
            elapsed_ms,
            refused: Vec::new(),
        }
    }

    #[test]
    fn the_time_is_judged_by_the_pace_of_real_syncs() {
        let slow = [past(8_000, 4_000), past(365, 9_000)];
        assert_eq!(
            seconds(10_000, slow.iter()),
            Some(5),
            "2 kB a second; an empty sync waited for the line, it tells no pace"
        );
        assert_eq!(seconds(10_000, [].iter()), None, "nobody knows yet");
        assert_eq!(seconds(0, slow.iter()), None, "nothing waits");
        assert_eq!(seconds(1, slow.iter()), Some(1), "rounded up");
    }
}
