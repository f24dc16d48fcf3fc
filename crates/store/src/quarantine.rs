//! `quarantine`: facts and frames that could not be read or do not fit, shown to a person.

use crate::value::{fact_id, signed};
use crate::{Db, Result};
use rusqlite::params;
use tsong_domain::id::FactId;

pub(crate) const SCHEMA: &str = "CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY,
    origin INTEGER NOT NULL, sequence INTEGER NOT NULL,
    code TEXT NOT NULL, at_ms INTEGER NOT NULL,
    UNIQUE (origin, sequence, code)
) STRICT;";

/// A person has looked at it.
pub(crate) const CLOSED: &str = "ALTER TABLE quarantine ADD COLUMN closed_ms INTEGER;";

/// Something set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// The fact, or the first of a frame.
    pub fact: FactId,
    /// Why: `malformed`, `fork`, `bad_signature`, `hub_refused` …
    pub code: String,
    /// When it was noticed, by this device's wall.
    pub at_ms: i64,
}

/// Sets a fact aside; the same twice counts once.
///
/// # Errors
/// Whatever the disk says.
pub fn put(db: &Db<'_>, fact: FactId, code: &str, at_ms: i64) -> Result<()> {
    db.conn
        .prepare_cached(
            "INSERT OR IGNORE INTO quarantine (origin, sequence, code, at_ms)
             VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![
            signed(fact.origin.0),
            signed(fact.sequence),
            code,
            at_ms
        ])?;
    Ok(())
}

/// Closes what was set aside of a fact: a person has looked at it. Whether there was any.
///
/// # Errors
/// Whatever the disk says.
pub fn close(db: &Db<'_>, fact: FactId, at_ms: i64) -> Result<bool> {
    let closed = db
        .conn
        .prepare_cached(
            "UPDATE quarantine SET closed_ms = ?3
             WHERE origin = ?1 AND sequence = ?2 AND closed_ms IS NULL",
        )?
        .execute(params![signed(fact.origin.0), signed(fact.sequence), at_ms])?;
    Ok(closed > 0)
}

/// Forgets what was set aside of an own log up to a fact: the hub has taken it after all.
///
/// # Errors
/// Whatever the disk says.
pub fn settle(db: &Db<'_>, up_to: FactId) -> Result<()> {
    db.conn
        .prepare_cached("DELETE FROM quarantine WHERE origin = ?1 AND sequence <= ?2")?
        .execute(params![signed(up_to.origin.0), signed(up_to.sequence)])?;
    Ok(())
}

/// Everything set aside that nobody closed, oldest first.
///
/// # Errors
/// Whatever the disk says.
pub fn open(db: &Db<'_>) -> Result<Vec<Quarantined>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT origin, sequence, code, at_ms FROM quarantine
             WHERE closed_ms IS NULL ORDER BY id",
    )?;
    let rows = statement
        .query_map([], |r| {
            Ok(Quarantined {
                fact: fact_id(r.get(0)?, r.get(1)?),
                code: r.get(2)?,
                at_ms: r.get(3)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}
