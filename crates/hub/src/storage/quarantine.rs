//! `quarantine`: what was refused or could not be read, to be shown until a person has looked.

use super::sqlite::Db;
use crate::error::Result;
use crate::value::{bits, fact, number};
use rusqlite::{Row, params};
use tsong_domain::id::{EntityId, FactId};

pub(super) const SCHEMA: &str = "CREATE TABLE quarantine (
    station BLOB NOT NULL,
    origin INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    code TEXT NOT NULL,
    first_ms INTEGER NOT NULL,
    last_ms INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (station, origin, sequence, code)
) STRICT, WITHOUT ROWID;";

/// Something that was refused or could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuarantineRow {
    /// The fact, or the first of a run.
    pub fact: FactId,
    /// Why: `fork`, `bad_signature`, `not_enrolled`, `gap`, `malformed`, `unreadable`.
    pub code: String,
    /// When it was first seen, milliseconds since 1970.
    pub first_ms: i64,
    /// When it was last seen.
    pub last_ms: i64,
    /// How often.
    pub times: i64,
}

/// The table.
pub trait Quarantines {
    /// Keeps that something was refused or could not be read; the same again is counted.
    ///
    /// # Errors
    /// If the database fails, as do all others.
    fn quarantine(&self, station: EntityId, fact: FactId, code: &str, now_ms: i64) -> Result<()>;
    /// Everything of a station, oldest first.
    ///
    /// # Errors
    /// If the database fails.
    fn quarantined(&self, station: EntityId) -> Result<Vec<QuarantineRow>>;
}

fn row(r: &Row<'_>) -> rusqlite::Result<QuarantineRow> {
    Ok(QuarantineRow {
        fact: fact(r, 0)?,
        code: r.get(2)?,
        first_ms: r.get(3)?,
        last_ms: r.get(4)?,
        times: r.get(5)?,
    })
}

impl Quarantines for Db<'_> {
    fn quarantine(&self, station: EntityId, fact: FactId, code: &str, now_ms: i64) -> Result<()> {
        self.conn
            .prepare_cached(
                "INSERT INTO quarantine VALUES (?1, ?2, ?3, ?4, ?5, ?5, 1)
                 ON CONFLICT DO UPDATE SET last_ms = ?5, times = times + 1",
            )?
            .execute(params![
                station.0,
                bits(fact.origin.0),
                number(fact.sequence),
                code,
                now_ms
            ])?;
        Ok(())
    }

    fn quarantined(&self, station: EntityId) -> Result<Vec<QuarantineRow>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT origin, sequence, code, first_ms, last_ms, times FROM quarantine
             WHERE station = ?1 ORDER BY first_ms, origin, sequence",
        )?;
        let rows = statement
            .query_map([station.0], row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }
}
