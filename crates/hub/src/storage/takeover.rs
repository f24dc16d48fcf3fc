//! `takeover`: where older origins of restored devices are closed (`rules.md` 7).

use super::sqlite::Db;
use crate::error::Result;
use crate::value::{bits, fact, number};
use rusqlite::params;
use tsong_domain::id::{EntityId, FactId};

pub(super) const SCHEMA: &str = "CREATE TABLE takeover (
    station BLOB NOT NULL,
    origin INTEGER NOT NULL,
    last INTEGER NOT NULL,
    -- 0 granted to the device, 1 written by it as a fact: only that closes
    is_written INTEGER NOT NULL,
    PRIMARY KEY (station, origin, is_written)
) STRICT, WITHOUT ROWID;";

/// The table.
pub trait Takeovers {
    /// Closes an origin at a sequence; of two, the lower counts.
    ///
    /// # Errors
    /// If the database fails, as do all others.
    fn close_origin(&self, station: EntityId, last: FactId, is_written: bool) -> Result<()>;
    /// The points that were granted, or those that facts say.
    ///
    /// # Errors
    /// If the database fails.
    fn closed_origins(&self, station: EntityId, is_written: bool) -> Result<Vec<FactId>>;
}

impl Takeovers for Db<'_> {
    fn close_origin(&self, station: EntityId, last: FactId, is_written: bool) -> Result<()> {
        self.conn
            .prepare_cached(
                "INSERT INTO takeover VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT DO UPDATE SET last = min(last, ?3)",
            )?
            .execute(params![
                station.0,
                bits(last.origin.0),
                number(last.sequence),
                is_written
            ])?;
        Ok(())
    }

    fn closed_origins(&self, station: EntityId, is_written: bool) -> Result<Vec<FactId>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT origin, last FROM takeover WHERE station = ?1 AND is_written = ?2",
        )?;
        let rows = statement
            .query_map(params![station.0, is_written], |r| fact(r, 0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }
}
