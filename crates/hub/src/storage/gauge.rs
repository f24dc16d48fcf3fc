//! `heard` and `fetched`: in which hours a station was heard, and how far each of its devices has
//! fetched; and what the desk shows of every station, counted in one pass a table.

use super::span;
use super::sqlite::Db;
use crate::error::Result;
use crate::value::{bits, device, entity, number, origin, sequence};
use rusqlite::{OptionalExtension, params};
use std::collections::BTreeMap;
use tsong_domain::id::{DeviceId, EntityId, Origin};

pub(super) const SCHEMA: &str = "CREATE TABLE heard (
    station BLOB NOT NULL PRIMARY KEY,
    -- the last hour since 1970 in which it was heard
    hour INTEGER NOT NULL,
    -- bit 0 is that hour, bit 1 the one before
    hours INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE fetched (
    station BLOB NOT NULL,
    device INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (station, device, origin)
) STRICT, WITHOUT ROWID;";

/// Version 3: what a device itself said that it has. What was sent to it may not have arrived.
pub(super) const SCHEMA_3: &str =
    "ALTER TABLE fetched ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0;";

/// How many hours are remembered.
const HOURS: i64 = 32;

/// What there is of a station.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gauge {
    /// Devices that may ask.
    pub devices: u64,
    /// When any device was heard last, milliseconds since 1970.
    pub last_heard_ms: Option<i64>,
    /// Facts that devices held and the hub did not.
    pub waiting: u64,
    /// Facts that the hub holds and devices have not fetched, together.
    pub pending: u64,
    /// Facts that the hub holds.
    pub facts: u64,
    /// What was refused or could not be read.
    pub quarantined: u64,
    /// How many of those are forks.
    pub forks: u64,
    /// Blobs that are named and not whole.
    pub blobs_missing: u64,
    /// The last hour since 1970 in which it was heard, and the bits of those before.
    pub hours: (i64, u32),
}

impl Gauge {
    /// In which hours it was heard, seen from `hour`: bit 0 is that hour.
    #[must_use]
    pub fn hours_from(&self, hour: i64) -> u32 {
        let (last, hours) = self.hours;
        shifted(hours, hour.saturating_sub(last))
    }
}

fn shifted(hours: u32, by: i64) -> u32 {
    match u32::try_from(by) {
        Ok(by) => hours.checked_shl(by).unwrap_or(0),
        // A clock that was set back: what is known stays where it was.
        Err(_) => hours,
    }
}

/// The tables.
pub trait Gauges {
    /// Keeps that a station was heard in an hour since 1970.
    ///
    /// # Errors
    /// If the database fails, as do all others.
    fn note_hour(&self, station: EntityId, hour: i64) -> Result<()>;
    /// Keeps how far a device has fetched the named origins; it may be less than before.
    ///
    /// # Errors
    /// If the database fails.
    fn note_fetched(
        &self,
        station: EntityId,
        device: DeviceId,
        reaches: &[(Origin, u64)],
    ) -> Result<()>;
    /// Keeps how far a device says that it has the named origins, and that it has fetched them.
    ///
    /// # Errors
    /// If the database fails.
    fn note_confirmed(
        &self,
        station: EntityId,
        device: DeviceId,
        reaches: &[(Origin, u64)],
    ) -> Result<()>;
    /// How far a device said that it has each origin.
    ///
    /// # Errors
    /// If the database fails.
    fn confirmed(&self, station: EntityId, device: DeviceId) -> Result<Vec<(Origin, u64)>>;
    /// Forgets what a device said: it was restored, or begins anew.
    ///
    /// # Errors
    /// If the database fails.
    fn forget_confirmed(&self, station: EntityId, device: DeviceId) -> Result<()>;
    /// What each device that may ask has not fetched, of one station or of all.
    ///
    /// # Errors
    /// If the database fails.
    fn pending(&self, station: Option<EntityId>) -> Result<Vec<(EntityId, DeviceId, u64)>>;
    /// What there is of one station or of all; a station without anything may be left out.
    ///
    /// # Errors
    /// If the database fails.
    fn gauges(&self, station: Option<EntityId>) -> Result<BTreeMap<EntityId, Gauge>>;
}

impl Db<'_> {
    fn note_reaches(
        &self,
        sql: &'static str,
        station: EntityId,
        device: DeviceId,
        reaches: &[(Origin, u64)],
    ) -> Result<()> {
        let mut statement = self.conn.prepare_cached(sql)?;
        for (origin, at) in reaches {
            statement.execute(params![
                station.0,
                bits(device.0),
                bits(origin.0),
                number(*at)
            ])?;
        }
        Ok(())
    }
}

impl Gauges for Db<'_> {
    fn note_hour(&self, station: EntityId, hour: i64) -> Result<()> {
        let known = self
            .conn
            .prepare_cached("SELECT hour, hours FROM heard WHERE station = ?1")?
            .query_row([station.0], |r| {
                Ok((r.get::<_, i64>(0)?, r.get::<_, u32>(1)?))
            })
            .optional()?;
        let hours = match known {
            Some((last, hours)) if last == hour && hours & 1 == 1 => return Ok(()),
            Some((last, hours)) if last <= hour => shifted(hours, hour.saturating_sub(last)) | 1,
            // Heard in an hour before the last: the clock was set back.
            Some((last, hours)) if last.saturating_sub(hour) < HOURS => hours | 1,
            Some(_) | None => 1,
        };
        self.conn
            .prepare_cached("INSERT OR REPLACE INTO heard VALUES (?1, ?2, ?3)")?
            .execute(params![station.0, hour, hours])?;
        Ok(())
    }

    fn note_fetched(
        &self,
        station: EntityId,
        device: DeviceId,
        reaches: &[(Origin, u64)],
    ) -> Result<()> {
        let sql = "INSERT INTO fetched (station, device, origin, sequence) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET sequence = ?4 WHERE sequence <> ?4";
        self.note_reaches(sql, station, device, reaches)
    }

    fn note_confirmed(
        &self,
        station: EntityId,
        device: DeviceId,
        reaches: &[(Origin, u64)],
    ) -> Result<()> {
        let sql = "INSERT INTO fetched (station, device, origin, sequence, confirmed)
             VALUES (?1, ?2, ?3, ?4, ?4)
             ON CONFLICT DO UPDATE SET sequence = ?4, confirmed = ?4
                 WHERE sequence <> ?4 OR confirmed <> ?4";
        self.note_reaches(sql, station, device, reaches)
    }

    fn confirmed(&self, station: EntityId, device: DeviceId) -> Result<Vec<(Origin, u64)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT origin, confirmed FROM fetched
             WHERE station = ?1 AND device = ?2 AND confirmed > 0 ORDER BY origin",
        )?;
        let rows = statement
            .query_map(params![station.0, bits(device.0)], |r| {
                Ok((origin(r, 0)?, sequence(r, 1)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }

    fn forget_confirmed(&self, station: EntityId, device: DeviceId) -> Result<()> {
        self.conn
            .prepare_cached(
                "UPDATE fetched SET sequence = 0, confirmed = 0
                 WHERE station = ?1 AND device = ?2",
            )?
            .execute(params![station.0, bits(device.0)])?;
        Ok(())
    }

    fn pending(&self, station: Option<EntityId>) -> Result<Vec<(EntityId, DeviceId, u64)>> {
        let (from, to) = span(station);
        let mut statement = self.conn.prepare_cached(
            "SELECT d.station, d.device, sum(max(0, o.sequence - coalesce(f.sequence, 0)))
             FROM device d CROSS JOIN origin o ON o.station = d.station
             LEFT JOIN fetched f ON f.station = d.station AND f.device = d.device
                 AND f.origin = o.origin
             WHERE d.station BETWEEN ?1 AND ?2 AND d.revoked_ms IS NULL
             GROUP BY d.station, d.device",
        )?;
        let rows = statement
            .query_map(params![from.0, to.0], |r| {
                Ok((entity(r, 0)?, device(r, 1)?, sequence(r, 2)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }

    fn gauges(&self, station: Option<EntityId>) -> Result<BTreeMap<EntityId, Gauge>> {
        let span = span(station);
        let mut all: BTreeMap<EntityId, Gauge> = BTreeMap::new();
        let devices = "SELECT station, sum(revoked_ms IS NULL), max(last_heard_ms),
                           sum(iif(revoked_ms IS NULL, waiting, 0))
                       FROM device WHERE station BETWEEN ?1 AND ?2 GROUP BY station";
        self.each(devices, span, |id, r| {
            let g = all.entry(id).or_default();
            g.devices = sequence(r, 1)?;
            g.last_heard_ms = r.get(2)?;
            g.waiting = sequence(r, 3)?;
            Ok(())
        })?;
        let facts = "SELECT station, sum(sequence) FROM origin
                     WHERE station BETWEEN ?1 AND ?2 GROUP BY station";
        self.each(facts, span, |id, r| {
            all.entry(id).or_default().facts = sequence(r, 1)?;
            Ok(())
        })?;
        let quarantined = "SELECT station, count(*), sum(code = 'fork') FROM quarantine
                           WHERE station BETWEEN ?1 AND ?2 GROUP BY station";
        self.each(quarantined, span, |id, r| {
            let g = all.entry(id).or_default();
            g.quarantined = sequence(r, 1)?;
            g.forks = sequence(r, 2)?;
            Ok(())
        })?;
        let blobs = "SELECT s.station, count(*) FROM station s
                     CROSS JOIN blob b ON b.station = s.station AND b.is_whole = 0
                     WHERE s.station BETWEEN ?1 AND ?2 GROUP BY s.station";
        self.each(blobs, span, |id, r| {
            all.entry(id).or_default().blobs_missing = sequence(r, 1)?;
            Ok(())
        })?;
        let hours = "SELECT station, hour, hours FROM heard WHERE station BETWEEN ?1 AND ?2";
        self.each(hours, span, |id, r| {
            all.entry(id).or_default().hours = (r.get(1)?, r.get(2)?);
            Ok(())
        })?;
        for (id, _, pending) in self.pending(station)? {
            let g = all.entry(id).or_default();
            g.pending = g.pending.saturating_add(pending);
        }
        Ok(all)
    }
}

impl Db<'_> {
    fn each(
        &self,
        sql: &str,
        (from, to): (EntityId, EntityId),
        mut put: impl FnMut(EntityId, &rusqlite::Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<()> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params![from.0, to.0])?;
        while let Some(row) = rows.next()? {
            put(entity(row, 0)?, row)?;
        }
        Ok(())
    }
}
