//! `draft`: half-typed work of this device, kept at every change; never a fact, never synced.

use crate::value::Id;
use crate::{Db, Result};
use rusqlite::{OptionalExtension, params};
use tsong_domain::id::EntityId;

pub(crate) const SCHEMA: &str = "CREATE TABLE draft (
    id BLOB PRIMARY KEY, noun TEXT NOT NULL, content TEXT NOT NULL, saved_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;";

/// Half-typed work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRow {
    /// The identity that the finished thing will have.
    pub id: EntityId,
    /// What it will be: `order`, `lot` …
    pub noun: String,
    /// What was typed, as JSON.
    pub content: String,
    /// When it was last kept.
    pub saved_ms: i64,
}

/// Keeps a draft.
///
/// # Errors
/// Whatever the disk says.
pub fn put(db: &Db<'_>, d: &DraftRow) -> Result<()> {
    db.conn
        .prepare_cached("INSERT OR REPLACE INTO draft VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![Id(d.id), d.noun, d.content, d.saved_ms])?;
    Ok(())
}

/// One draft.
///
/// # Errors
/// Whatever the disk says.
pub fn get(db: &Db<'_>, id: EntityId) -> Result<Option<DraftRow>> {
    Ok(db
        .conn
        .prepare_cached("SELECT id, noun, content, saved_ms FROM draft WHERE id = ?1")?
        .query_row([Id(id)], row)
        .optional()?)
}

/// All drafts of a noun, latest first.
///
/// # Errors
/// Whatever the disk says.
pub fn all(db: &Db<'_>, noun: &str) -> Result<Vec<DraftRow>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT id, noun, content, saved_ms FROM draft WHERE noun = ?1 ORDER BY saved_ms DESC, id",
    )?;
    let rows = statement
        .query_map([noun], row)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// Drops a draft: it was finished or thrown away.
///
/// # Errors
/// Whatever the disk says.
pub fn drop(db: &Db<'_>, id: EntityId) -> Result<()> {
    db.conn
        .prepare_cached("DELETE FROM draft WHERE id = ?1")?
        .execute([Id(id)])?;
    Ok(())
}

/// Drops what was last kept before a time.
///
/// # Errors
/// Whatever the disk says.
pub fn drop_before(db: &Db<'_>, ms: i64) -> Result<()> {
    db.conn
        .prepare_cached("DELETE FROM draft WHERE saved_ms < ?1")?
        .execute([ms])?;
    Ok(())
}

fn row(r: &rusqlite::Row<'_>) -> rusqlite::Result<DraftRow> {
    Ok(DraftRow {
        id: r.get::<_, Id>(0)?.0,
        noun: r.get(1)?,
        content: r.get(2)?,
        saved_ms: r.get(3)?,
    })
}
