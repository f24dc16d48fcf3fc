//! `device` and `device_key`: who may ask, and every key that a device ever enrolled with.

use super::sqlite::Db;
use crate::error::Result;
use crate::value::{bits, device, entity, hash, number, sequence};
use rusqlite::{OptionalExtension, Row, params};
use tsong_domain::id::{DeviceId, EntityId, Hash32};

pub(super) const SCHEMA: &str = "CREATE TABLE device (
    station BLOB NOT NULL REFERENCES station,
    device INTEGER NOT NULL,
    key BLOB NOT NULL,
    nonce BLOB NOT NULL,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    enrolled_ms INTEGER NOT NULL,
    revoked_ms INTEGER,
    last_heard_ms INTEGER,
    -- facts that it holds and the hub does not
    waiting INTEGER NOT NULL,
    request_sequence INTEGER NOT NULL,
    PRIMARY KEY (station, device)
) STRICT, WITHOUT ROWID;
-- a device belongs to one station, so that it never hears another's
CREATE UNIQUE INDEX device_only ON device (device);
CREATE TABLE device_key (
    station BLOB NOT NULL REFERENCES station,
    device INTEGER NOT NULL,
    key BLOB NOT NULL,
    enrolled_ms INTEGER NOT NULL,
    PRIMARY KEY (station, device, key)
) STRICT, WITHOUT ROWID;";

/// Version 2: who shut it out, and why.
pub(super) const SCHEMA_2: &str = "ALTER TABLE device ADD COLUMN revoked_by TEXT;
ALTER TABLE device ADD COLUMN revoked_reason TEXT;";

/// A device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceRow {
    /// Its station.
    pub station: EntityId,
    /// Its id, the same before and after a restore.
    pub device: DeviceId,
    /// The key that it enrolled with last.
    pub key: Hash32,
    /// Of that enrolment.
    pub nonce: [u8; 16],
    /// What people call it.
    pub name: String,
    /// The program's version, as it said last.
    pub version: String,
    /// When it enrolled last, milliseconds since 1970.
    pub enrolled_ms: i64,
    /// When it was shut out, if it was.
    pub revoked_ms: Option<i64>,
    /// Who shut it out.
    pub revoked_by: Option<String>,
    /// Why.
    pub revoked_reason: Option<String>,
    /// When it was heard last.
    pub last_heard_ms: Option<i64>,
    /// How many facts it held then that the hub did not.
    pub waiting: u64,
    /// The highest request number of this enrolment.
    pub request_sequence: u64,
}

/// The tables.
pub trait Devices {
    /// Lets a device in, or in again with a new key.
    ///
    /// # Errors
    /// If the database fails, as do all others.
    fn put_device(&self, row: &DeviceRow) -> Result<()>;
    /// One, of whatever station.
    ///
    /// # Errors
    /// If the database fails.
    fn device(&self, device: DeviceId) -> Result<Option<DeviceRow>>;
    /// All of a station.
    ///
    /// # Errors
    /// If the database fails.
    fn devices(&self, station: EntityId) -> Result<Vec<DeviceRow>>;
    /// Shuts a device out; again changes nothing. Whether there was one.
    ///
    /// # Errors
    /// If the database fails.
    fn revoke_device(
        &self,
        station: EntityId,
        device: DeviceId,
        by_reason: (&str, &str),
        now_ms: i64,
    ) -> Result<bool>;
    /// Takes a request's number: whether it is higher than every one before.
    ///
    /// # Errors
    /// If the database fails.
    fn take_request(&self, station: EntityId, device: DeviceId, sequence: u64) -> Result<bool>;
    /// Keeps that a device was heard.
    ///
    /// # Errors
    /// If the database fails.
    fn heard_device(
        &self,
        station: EntityId,
        device: DeviceId,
        version: &str,
        waiting: u64,
        now_ms: i64,
    ) -> Result<()>;
    /// Keeps that a device was once let in with this key, without letting it ask.
    ///
    /// # Errors
    /// If the database fails.
    fn know_key(
        &self,
        station: EntityId,
        device: DeviceId,
        key: &Hash32,
        now_ms: i64,
    ) -> Result<()>;
    /// Whether this device was ever let in at this station with this key.
    ///
    /// # Errors
    /// If the database fails.
    fn was_let_in(&self, station: EntityId, device: DeviceId, key: &Hash32) -> Result<bool>;
}

const COLUMNS: &str = "station, device, key, nonce, name, version, enrolled_ms, revoked_ms, \
                       last_heard_ms, waiting, request_sequence, revoked_by, revoked_reason";

fn row(r: &Row<'_>) -> rusqlite::Result<DeviceRow> {
    Ok(DeviceRow {
        station: entity(r, 0)?,
        device: device(r, 1)?,
        key: hash(r, 2)?,
        nonce: r.get(3)?,
        name: r.get(4)?,
        version: r.get(5)?,
        enrolled_ms: r.get(6)?,
        revoked_ms: r.get(7)?,
        last_heard_ms: r.get(8)?,
        waiting: sequence(r, 9)?,
        request_sequence: sequence(r, 10)?,
        revoked_by: r.get(11)?,
        revoked_reason: r.get(12)?,
    })
}

impl Devices for Db<'_> {
    fn put_device(&self, row: &DeviceRow) -> Result<()> {
        let d = bits(row.device.0);
        self.conn
            .prepare_cached(&format!(
                "INSERT OR REPLACE INTO device ({COLUMNS})
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"
            ))?
            .execute(params![
                row.station.0,
                d,
                row.key.0,
                row.nonce,
                row.name,
                row.version,
                row.enrolled_ms,
                row.revoked_ms,
                row.last_heard_ms,
                number(row.waiting),
                number(row.request_sequence),
                row.revoked_by,
                row.revoked_reason,
            ])?;
        self.know_key(row.station, row.device, &row.key, row.enrolled_ms)
    }

    fn know_key(
        &self,
        station: EntityId,
        device: DeviceId,
        key: &Hash32,
        now_ms: i64,
    ) -> Result<()> {
        self.conn
            .prepare_cached("INSERT OR IGNORE INTO device_key VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![station.0, bits(device.0), key.0, now_ms])?;
        Ok(())
    }

    fn device(&self, device: DeviceId) -> Result<Option<DeviceRow>> {
        let sql = format!("SELECT {COLUMNS} FROM device WHERE device = ?1");
        Ok(self
            .conn
            .prepare_cached(&sql)?
            .query_row([bits(device.0)], row)
            .optional()?)
    }

    fn devices(&self, station: EntityId) -> Result<Vec<DeviceRow>> {
        let sql = format!("SELECT {COLUMNS} FROM device WHERE station = ?1 ORDER BY device");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement
            .query_map([station.0], row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }

    fn revoke_device(
        &self,
        station: EntityId,
        device: DeviceId,
        (by, reason): (&str, &str),
        now_ms: i64,
    ) -> Result<bool> {
        let sql = "UPDATE device SET revoked_ms = coalesce(revoked_ms, ?3),
                       revoked_by = iif(revoked_ms IS NULL, ?4, revoked_by),
                       revoked_reason = iif(revoked_ms IS NULL, ?5, revoked_reason)
                   WHERE station = ?1 AND device = ?2";
        let mut statement = self.conn.prepare_cached(sql)?;
        let args = params![station.0, bits(device.0), now_ms, by, reason];
        Ok(statement.execute(args)? > 0)
    }

    fn take_request(&self, station: EntityId, device: DeviceId, sequence: u64) -> Result<bool> {
        let Ok(sequence) = i64::try_from(sequence) else {
            return Ok(false);
        };
        let sql = "UPDATE device SET request_sequence = ?3
                   WHERE station = ?1 AND device = ?2 AND request_sequence < ?3";
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.execute(params![station.0, bits(device.0), sequence])? > 0)
    }

    fn heard_device(
        &self,
        station: EntityId,
        device: DeviceId,
        version: &str,
        waiting: u64,
        now_ms: i64,
    ) -> Result<()> {
        let sql = "UPDATE device SET version = ?3, waiting = ?4, last_heard_ms = ?5
                   WHERE station = ?1 AND device = ?2";
        self.conn.prepare_cached(sql)?.execute(params![
            station.0,
            bits(device.0),
            version,
            number(waiting),
            now_ms
        ])?;
        Ok(())
    }

    fn was_let_in(&self, station: EntityId, device: DeviceId, key: &Hash32) -> Result<bool> {
        let sql = "SELECT 1 FROM device_key WHERE station = ?1 AND device = ?2 AND key = ?3";
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.exists(params![station.0, bits(device.0), key.0])?)
    }
}
