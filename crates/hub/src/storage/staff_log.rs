//! `staff_log`: who of the staff did what, and when. It holds no buyer's name or number.

use super::span;
use super::sqlite::Db;
use crate::error::{HubError, Result};
use crate::value::{entity, number, sequence};
use rusqlite::{Row, params};
use tsong_contract::desk::StaffAct;
use tsong_domain::id::EntityId;

pub(super) const SCHEMA: &str = "CREATE TABLE staff_log (
    -- zeros where it concerns no station
    station BLOB NOT NULL,
    number INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (station, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX staff_log_number ON staff_log (number);";

/// Something that staff did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffEntry {
    /// At which station; [`EntityId::NIL`] for none.
    pub station: EntityId,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
    /// Who.
    pub who: String,
    /// What.
    pub what: StaffAct,
    /// Which device, order or person of staff.
    pub subject: String,
    /// Why.
    pub reason: String,
}

/// The table.
pub trait StaffLog {
    /// Keeps what was done, under the next number.
    ///
    /// # Errors
    /// If the database fails, as do all others.
    fn log_staff(&self, entry: &StaffEntry) -> Result<()>;
    /// Entries with their numbers, newest first: of one station or of all, before a number.
    ///
    /// # Errors
    /// If the database fails.
    fn staff_log(
        &self,
        station: Option<EntityId>,
        before: Option<u64>,
        limit: u64,
    ) -> Result<Vec<(u64, StaffEntry)>>;
}

type Raw = (u64, String, StaffEntry);

fn row(r: &Row<'_>) -> rusqlite::Result<Raw> {
    let entry = StaffEntry {
        station: entity(r, 0)?,
        at_ms: r.get(2)?,
        who: r.get(3)?,
        what: StaffAct::SignedIn,
        subject: r.get(5)?,
        reason: r.get(6)?,
    };
    Ok((sequence(r, 1)?, r.get(4)?, entry))
}

fn known((number, word, entry): Raw) -> Result<(u64, StaffEntry)> {
    let broken = || HubError::Broken(format!("staff did {word}"));
    let what = StaffAct::from_word(&word).ok_or_else(broken)?;
    Ok((number, StaffEntry { what, ..entry }))
}

impl StaffLog for Db<'_> {
    fn log_staff(&self, entry: &StaffEntry) -> Result<()> {
        self.conn
            .prepare_cached(
                "INSERT INTO staff_log VALUES
                 (?1, 1 + (SELECT coalesce(max(number), 0) FROM staff_log), ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                entry.station.0,
                entry.at_ms,
                entry.who,
                entry.what.word(),
                entry.subject,
                entry.reason
            ])?;
        Ok(())
    }

    fn staff_log(
        &self,
        station: Option<EntityId>,
        before: Option<u64>,
        limit: u64,
    ) -> Result<Vec<(u64, StaffEntry)>> {
        let (from, to) = span(station);
        let before = before.map_or(i64::MAX, number);
        let mut statement = self.conn.prepare_cached(
            "SELECT station, number, at_ms, who, what, subject, reason FROM staff_log
             WHERE station BETWEEN ?1 AND ?2 AND number < ?3 ORDER BY number DESC LIMIT ?4",
        )?;
        let args = params![from.0, to.0, before, number(limit)];
        let rows = statement
            .query_map(args, row)?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        rows.into_iter().map(known).collect()
    }
}
