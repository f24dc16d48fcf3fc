//! The hub's quota goes back: asked for by the station, or when its time is over by the hub's clock.
//! What was sold meanwhile stays sold; the rest of what is asked for comes back as soon as it is free.

use crate::derive;
use crate::error::{HubError, Result};
use crate::own::Pen;
use crate::storage::{Storage, Tables};
use ed25519_dalek::SigningKey;
use std::collections::BTreeSet;
use tsong_domain::fact::{Body, Draft};
use tsong_domain::id::EntityId;
use tsong_domain::mark::{Holder, Shelf};
use tsong_domain::quantity::Quantity;
use tsong_domain::stock::decide::{HubReadiness, hand_back};
use tsong_domain::stock::{Cell, share};

/// No shop sells in front of this hub by itself yet: every sale is written here before it counts, so
/// nothing is on offer unheard (`rules.md` 3).
const OFFERED: Quantity = Quantity::ZERO;

/// Where the hub stands with a station's quota after it was put back: it holds none until every device
/// that is let in was heard since and has nothing more to tell (`rules.md` 9).
pub(crate) fn readiness(tables: &dyn Tables, station: EntityId) -> Result<HubReadiness> {
    let Some(since_ms) = tables.unsure_since(station)? else {
        return Ok(HubReadiness::default());
    };
    let devices = tables.devices(station)?;
    let mut let_in = devices.iter().filter(|d| d.revoked_ms.is_none());
    let has_heard_all =
        let_in.all(|d| d.waiting == 0 && d.last_heard_ms.is_some_and(|heard| heard > since_ms));
    if has_heard_all {
        tables.set_unsure(station, None)?;
    }
    Ok(HubReadiness {
        is_restored: true,
        has_heard_all,
        has_polled: true,
    })
}

/// Gives back what of a station's quotas is asked for or overdue, as far as it is free.
pub(crate) fn give_back(
    tables: &dyn Tables,
    key: &SigningKey,
    station: EntityId,
    now_ms: i64,
) -> Result<()> {
    let mut pen: Option<Pen<'_>> = None;
    for (_, lot) in tables.quotas_due(Some(station), now_ms)? {
        for mut row in tables.quotas(station, lot)? {
            let cells = tables.cells(station, lot)?;
            let free = share(&cells, Holder::Hub, Shelf::Device(row.device)).minus(OFFERED);
            let is_over = row.until_ms.is_some_and(|until| until <= now_ms);
            let wanted = if is_over {
                free
            } else {
                row.asked.minus(row.given).min(free)
            };
            if wanted <= Quantity::ZERO {
                let hub = cells.get(&(Holder::Hub, Shelf::Device(row.device)));
                if is_over && hub.is_none_or(|cell| *cell == Cell::default()) {
                    // Nothing is left of it, sold or not: nobody looks at it again.
                    row.until_ms = None;
                    tables.put_quota(station, &row)?;
                }
                continue;
            }
            let readiness = readiness(tables, station)?;
            let Ok(mut movement) = hand_back(&cells, row.device, readiness, lot, OFFERED, wanted)
            else {
                continue;
            };
            movement.about = row.ask;
            let pen = match &mut pen {
                Some(pen) => pen,
                none => none.insert(Pen::take(tables, key, station, now_ms)?),
            };
            let written = pen.write(vec![Draft::plain(lot, Body::Move(movement))])?;
            let world = derive::world(tables, station)?;
            let mut touched = derive::StockTouched::default();
            for fact in &written {
                touched.note(tables, station, fact)?;
            }
            touched.settle(tables, station, &world)?;
            if row.ask.is_some() {
                row.given = row.given.plus(wanted);
                tables.put_quota(station, &row)?;
            }
        }
    }
    match pen {
        Some(pen) => pen.put_down(),
        None => Ok(()),
    }
}

/// Gives back all that is asked for or overdue, of one station or of all.
///
/// # Errors
/// If the database fails.
pub fn sweep<S: Storage>(
    storage: &S,
    key: &SigningKey,
    only: Option<EntityId>,
    now_ms: i64,
) -> Result<()> {
    let due = storage.read(|t| t.quotas_due(only, now_ms))?;
    let stations: BTreeSet<EntityId> = due.into_iter().map(|(station, _)| station).collect();
    for station in stations {
        storage.write(|t| give_back(t, key, station, now_ms))?;
    }
    Ok(())
}

/// The hub cannot sell now: it was put back, and what it sold since may be missing here.
pub(crate) fn not_yet() -> HubError {
    HubError::refused(
        "hub_restored",
        "the hub was put back from a backup: it sells again when every device of the station has synced",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::staff::Staff;
    use crate::storage::device::DeviceRow;
    use crate::storage::sqlite::Sqlite;
    use tsong_domain::id::{DeviceId, Hash32};

    #[test]
    fn a_hub_that_was_put_back_sells_when_every_device_has_told_all() {
        let dir = tempfile::TempDir::new().unwrap();
        let storage = Sqlite::open(dir.path()).unwrap();
        let key = crate::identity::load(dir.path(), &storage).unwrap();
        let console = Staff::console(&storage, &key, 1);
        let (station, _) = console.add_station("巴河", 540_421_102).unwrap();
        let device = |number: u64, heard: Option<i64>, waiting: u64| DeviceRow {
            station,
            device: DeviceId(number),
            key: Hash32([1; 32]),
            nonce: [0; 16],
            name: String::new(),
            version: String::new(),
            enrolled_ms: 0,
            revoked_ms: None,
            revoked_by: None,
            revoked_reason: None,
            last_heard_ms: heard,
            waiting,
            request_sequence: 0,
        };
        let holds = || {
            storage
                .write(|t| Ok(readiness(t, station)?.holds_quota()))
                .unwrap()
        };
        let put = |row: &DeviceRow| {
            let write = |t: &dyn Tables| {
                t.put_device(row)?;
                match row.last_heard_ms {
                    Some(ms) => t.heard_device(station, row.device, "", row.waiting, ms),
                    None => Ok(()),
                }
            };
            storage.write(write).unwrap();
        };
        put(&device(1, Some(10), 0));
        put(&device(2, Some(10), 0));
        assert!(holds(), "never put back");
        storage.write(|t| t.set_unsure(station, Some(20))).unwrap();
        assert!(!holds(), "nobody was heard since");
        put(&device(1, Some(21), 0));
        assert!(!holds(), "the other may hold a sale that is missing here");
        put(&device(2, Some(22), 4));
        assert!(!holds(), "it has not told all");
        put(&device(2, Some(23), 0));
        assert!(holds());
        assert!(holds(), "and goes on to");
    }
}
