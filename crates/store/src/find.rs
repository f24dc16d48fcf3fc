//! `find_doc` and `find`: an index of our own tokens.

use crate::value::Id;
use crate::{Db, Result};
use rusqlite::{OptionalExtension, params};
use tsong_domain::id::EntityId;

pub(crate) const SCHEMA: &str = "CREATE TABLE find_doc (
    doc INTEGER PRIMARY KEY, noun TEXT NOT NULL, id BLOB NOT NULL, UNIQUE (noun, id)
) STRICT;
CREATE VIRTUAL TABLE find USING fts5 (
    tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);";

/// Indexes the tokens of one thing, in place of what was there.
///
/// # Errors
/// Whatever the disk says.
pub fn put(db: &Db<'_>, noun: &str, id: EntityId, tokens: &str) -> Result<()> {
    let known: Option<i64> = db
        .conn
        .prepare_cached("SELECT doc FROM find_doc WHERE noun = ?1 AND id = ?2")?
        .query_row(params![noun, Id(id)], |r| r.get(0))
        .optional()?;
    let doc = match known {
        Some(doc) => {
            db.conn.prepare_cached("DELETE FROM find WHERE rowid = ?1")?.execute([doc])?;
            doc
        }
        None => {
            db.conn
                .prepare_cached("INSERT INTO find_doc (noun, id) VALUES (?1, ?2)")?
                .execute(params![noun, Id(id)])?;
            db.conn.last_insert_rowid()
        }
    };
    db.conn
        .prepare_cached("INSERT INTO find (rowid, tokens) VALUES (?1, ?2)")?
        .execute(params![doc, tokens])?;
    Ok(())
}

/// What matches, newest first: up to `limit` of a noun, older than `after`.
///
/// # Errors
/// Whatever the disk says.
pub fn search(
    db: &Db<'_>,
    noun: &str,
    expression: &str,
    limit: usize,
    after: Option<i64>,
) -> Result<Vec<(i64, EntityId)>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT d.doc, d.id FROM find f JOIN find_doc d ON d.doc = f.rowid
         WHERE f.find MATCH ?1 AND d.noun = ?2 AND f.rowid < ?3
         ORDER BY f.rowid DESC LIMIT ?4",
    )?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = statement
        .query_map(params![expression, noun, after.unwrap_or(i64::MAX), limit], |r| {
            Ok((r.get(0)?, r.get::<_, Id>(1)?.0))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}
