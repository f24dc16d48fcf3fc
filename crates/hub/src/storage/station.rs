//! `station`: the stations of the county.

use super::sqlite::Db;
use crate::error::Result;
use crate::value::{bits, entity, origin, sequence};
use rusqlite::{OptionalExtension, Row, params};
use tsong_domain::id::{EntityId, Origin};

pub(super) const SCHEMA: &str = "CREATE TABLE station (
    station BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    place INTEGER NOT NULL,
    created_ms INTEGER NOT NULL,
    -- the origin that the hub writes for this station now
    hub_origin INTEGER
) STRICT, WITHOUT ROWID;";

/// A station.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StationRow {
    /// Its id.
    pub station: EntityId,
    /// What the county calls it.
    pub name: String,
    /// The code of its place.
    pub place: u64,
    /// When it was added, milliseconds since 1970.
    pub created_ms: i64,
    /// The origin that the hub writes for it now.
    pub hub_origin: Option<Origin>,
}

/// The table.
pub trait Stations {
    /// Adds a station.
    ///
    /// # Errors
    /// If the database fails, as do all others.
    fn add_station(&self, row: &StationRow) -> Result<()>;
    /// All, oldest first.
    ///
    /// # Errors
    /// If the database fails.
    fn stations(&self) -> Result<Vec<StationRow>>;
    /// One.
    ///
    /// # Errors
    /// If the database fails.
    fn station(&self, station: EntityId) -> Result<Option<StationRow>>;
    /// The hub writes another origin for this station from now on.
    ///
    /// # Errors
    /// If the database fails.
    fn set_hub_origin(&self, station: EntityId, origin: Origin) -> Result<()>;
}

const COLUMNS: &str = "station, name, place, created_ms, hub_origin";

fn row(r: &Row<'_>) -> rusqlite::Result<StationRow> {
    let hub_origin = match r.get::<_, Option<i64>>(4)? {
        Some(_) => Some(origin(r, 4)?),
        None => None,
    };
    Ok(StationRow {
        station: entity(r, 0)?,
        name: r.get(1)?,
        place: sequence(r, 2)?,
        created_ms: r.get(3)?,
        hub_origin,
    })
}

impl Stations for Db<'_> {
    fn add_station(&self, row: &StationRow) -> Result<()> {
        let place = crate::value::number(row.place);
        let origin = row.hub_origin.map(|o| bits(o.0));
        self.conn
            .prepare_cached(&format!(
                "INSERT INTO station ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5)"
            ))?
            .execute(params![
                row.station.0,
                row.name,
                place,
                row.created_ms,
                origin
            ])?;
        Ok(())
    }

    fn stations(&self) -> Result<Vec<StationRow>> {
        let sql = format!("SELECT {COLUMNS} FROM station ORDER BY created_ms, station");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement
            .query_map([], row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }

    fn station(&self, station: EntityId) -> Result<Option<StationRow>> {
        let sql = format!("SELECT {COLUMNS} FROM station WHERE station = ?1");
        Ok(self
            .conn
            .prepare_cached(&sql)?
            .query_row([station.0], row)
            .optional()?)
    }

    fn set_hub_origin(&self, station: EntityId, origin: Origin) -> Result<()> {
        self.conn
            .prepare_cached("UPDATE station SET hub_origin = ?2 WHERE station = ?1")?
            .execute(params![station.0, bits(origin.0)])?;
        Ok(())
    }
}
