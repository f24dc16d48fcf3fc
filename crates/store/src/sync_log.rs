//! `sync_log`: the history of syncs, for the screen.

use crate::{Db, Result};
use rusqlite::params;

pub(crate) const SCHEMA: &str = "CREATE TABLE sync_log (
    id INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, report TEXT NOT NULL
) STRICT;";

/// Notes one sync; the last hundred are kept.
///
/// # Errors
/// Whatever the disk says.
pub fn put(db: &Db<'_>, at_ms: i64, report: &str) -> Result<()> {
    db.conn
        .prepare_cached("INSERT INTO sync_log (at_ms, report) VALUES (?1, ?2)")?
        .execute(params![at_ms, report])?;
    db.conn
        .prepare_cached("DELETE FROM sync_log WHERE id <= ?1")?
        .execute([db.conn.last_insert_rowid().saturating_sub(100)])?;
    Ok(())
}

/// The last syncs, latest first: when, and the report as JSON.
///
/// # Errors
/// Whatever the disk says.
pub fn last(db: &Db<'_>, limit: usize) -> Result<Vec<(i64, String)>> {
    let mut statement = db
        .conn
        .prepare_cached("SELECT at_ms, report FROM sync_log ORDER BY id DESC LIMIT ?1")?;
    let rows = statement
        .query_map([i64::try_from(limit).unwrap_or(i64::MAX)], |r| {
            Ok((r.get(0)?, r.get(1)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// The syncs within a span of time, earliest first: when, and the report as JSON.
///
/// # Errors
/// Whatever the disk says.
pub fn between(db: &Db<'_>, from_ms: i64, until_ms: i64) -> Result<Vec<(i64, String)>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT at_ms, report FROM sync_log WHERE at_ms >= ?1 AND at_ms < ?2 ORDER BY id",
    )?;
    let rows = statement
        .query_map([from_ms, until_ms], |r| Ok((r.get(0)?, r.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}
