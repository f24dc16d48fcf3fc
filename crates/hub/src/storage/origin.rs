//! `origin`: every log of a station, whose it is and how far it reaches.

use super::sqlite::Db;
use crate::error::{HubError, Result};
use crate::value::{bits, device, hash, number, origin, sequence};
use rusqlite::{Row, params};
use tsong_domain::fact::OriginBorn;
use tsong_domain::id::{EntityId, Hash32, Origin};
use tsong_sync::peer::OriginHead;

pub(super) const SCHEMA: &str = "CREATE TABLE origin (
    station BLOB NOT NULL REFERENCES station,
    origin INTEGER NOT NULL,
    device INTEGER NOT NULL,
    key BLOB NOT NULL,
    is_hub INTEGER NOT NULL,
    -- its device's older origins, as JSON
    after TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    head BLOB NOT NULL,
    PRIMARY KEY (station, origin)
) STRICT, WITHOUT ROWID;";

/// The table.
pub trait Origins {
    /// Keeps an origin's birth; it reaches nowhere yet.
    ///
    /// # Errors
    /// If the database fails, as do all others.
    fn add_origin(&self, station: EntityId, origin: Origin, born: &OriginBorn) -> Result<()>;
    /// Keeps how far an origin reaches now.
    ///
    /// # Errors
    /// If the database fails.
    fn reach_origin(&self, station: EntityId, origin: Origin, at: u64, head: &Hash32)
    -> Result<()>;
    /// All origins of a station that reach anywhere.
    ///
    /// # Errors
    /// If the database fails.
    fn origins(&self, station: EntityId) -> Result<Vec<OriginHead>>;
    /// The older origins that a device's origins name.
    ///
    /// # Errors
    /// If the database fails.
    fn vouched_origins(&self, station: EntityId, device: u64) -> Result<Vec<Origin>>;
}

fn row(r: &Row<'_>) -> rusqlite::Result<OriginHead> {
    Ok(OriginHead {
        origin: origin(r, 0)?,
        device: device(r, 1)?,
        key: hash(r, 2)?,
        is_hub: r.get(3)?,
        sequence: sequence(r, 4)?,
        head: hash(r, 5)?,
    })
}

impl Origins for Db<'_> {
    fn add_origin(&self, station: EntityId, origin: Origin, born: &OriginBorn) -> Result<()> {
        let after =
            serde_json::to_string(&born.after).map_err(|e| HubError::Broken(e.to_string()))?;
        self.conn
            .prepare_cached("INSERT INTO origin VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, zeroblob(32))")?
            .execute(params![
                station.0,
                bits(origin.0),
                bits(born.device.0),
                born.key.0,
                born.hub,
                after
            ])?;
        Ok(())
    }

    fn reach_origin(
        &self,
        station: EntityId,
        origin: Origin,
        at: u64,
        head: &Hash32,
    ) -> Result<()> {
        let sql = "UPDATE origin SET sequence = ?3, head = ?4 WHERE station = ?1 AND origin = ?2";
        self.conn.prepare_cached(sql)?.execute(params![
            station.0,
            bits(origin.0),
            number(at),
            head.0
        ])?;
        Ok(())
    }

    fn origins(&self, station: EntityId) -> Result<Vec<OriginHead>> {
        let sql = "SELECT origin, device, key, is_hub, sequence, head FROM origin
                   WHERE station = ?1 AND sequence > 0 ORDER BY origin";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement
            .query_map([station.0], row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }

    fn vouched_origins(&self, station: EntityId, device: u64) -> Result<Vec<Origin>> {
        let sql = "SELECT after FROM origin WHERE station = ?1 AND device = ?2";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement
            .query_map(params![station.0, bits(device)], |r| r.get(0))?
            .collect::<rusqlite::Result<Vec<String>>>()?;
        let mut origins = Vec::new();
        for after in rows {
            let named: Vec<Origin> =
                serde_json::from_str(&after).map_err(|e| HubError::Broken(e.to_string()))?;
            origins.extend(named);
        }
        Ok(origins)
    }
}
