//! `find_doc` and `find`: an index of our own tokens.
//!
//! Every token is kept with the noun it belongs to in front (`order·王伟`), so that a common word of
//! 100,000 orders costs nothing when listings are searched, and every search reads a few lists of
//! the index from their newest end.
//!
//! To index one thing costs FTS5 as many pages as to index fifty. So a save leaves the index alone:
//! what the log speaks of since the index was last brought up, and what was noted beside it
//! ([`touch`]), is fresh, and goes into the index together once it is many. Until then a search takes
//! it as a candidate whatever its tokens, as it does the rare thing that has every token of a search
//! but not its words: who searches, confirms.

use crate::value::Id;
use crate::{Db, Result, meta};
use rusqlite::{OptionalExtension, params};
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use tsong_domain::id::EntityId;

// A page of SQLCipher holds 80 bytes less than one of SQLite. With FTS5's usual leaf of 4050 bytes
// each would take a second page for its end.
pub(crate) const SCHEMA: &str = "CREATE TABLE find_doc (
    doc INTEGER PRIMARY KEY, noun TEXT NOT NULL, id BLOB NOT NULL,
    -- a hash of the tokens: most changes of an order leave them as they are
    tokens_hash INTEGER NOT NULL,
    UNIQUE (noun, id)
) STRICT;
-- what changed without a fact of its own
CREATE TABLE find_fresh (noun TEXT NOT NULL, id BLOB NOT NULL, PRIMARY KEY (noun, id))
    STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE find USING fts5 (
    tokens, content = '', contentless_delete = 1, detail = none,
    tokenize = \"ascii tokenchars '_'\"
);
INSERT INTO find (find, rank) VALUES ('pgsz', 880);";

/// Between a noun and a token: outside ASCII, so that FTS5 takes both as one.
const JOINT: char = '·';

/// The arrival of the last fact that the index knows.
const INDEXED: &str = "find_indexed";

/// What the log speaks of since, by noun.
const SINCE: &str = "WITH e AS (SELECT DISTINCT entity FROM fact WHERE arrival > ?1)
     SELECT noun, id FROM find_fresh
     UNION SELECT 'order', o.id FROM e CROSS JOIN order_row o ON o.id = e.entity
     UNION SELECT 'listing', l.id FROM e CROSS JOIN listing l ON l.id = e.entity
     UNION SELECT 'lot', l.id FROM e CROSS JOIN lot l ON l.id = e.entity
     UNION SELECT p.noun, p.id FROM e CROSS JOIN party p ON p.id = e.entity";

/// Notes that one thing has to be indexed anew of which no fact arrives with this transaction.
///
/// # Errors
/// Whatever the disk says.
pub fn touch(db: &Db<'_>, noun: &str, id: EntityId) -> Result<()> {
    db.conn
        .prepare_cached("INSERT OR IGNORE INTO find_fresh VALUES (?1, ?2)")?
        .execute(params![noun, Id(id)])?;
    Ok(())
}

fn indexed(db: &Db<'_>) -> Result<i64> {
    Ok(meta::get(db, INDEXED)?.unwrap_or_default())
}

fn last_arrival(db: &Db<'_>) -> Result<i64> {
    Ok(db
        .conn
        .prepare_cached("SELECT coalesce(max(arrival), 0) FROM fact")?
        .query_row([], |r| r.get(0))?)
}

fn since(db: &Db<'_>) -> Result<BTreeSet<(EntityId, String)>> {
    let mut statement = db.conn.prepare_cached(SINCE)?;
    let rows = statement
        .query_map([indexed(db)?], |r| Ok((r.get::<_, Id>(1)?.0, r.get(0)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// What is fresh of a noun, newest first.
///
/// # Errors
/// Whatever the disk says.
pub fn fresh(db: &Db<'_>, noun: &str) -> Result<Vec<EntityId>> {
    let all = since(db)?.into_iter().rev();
    Ok(all.filter(|(_, of)| of == noun).map(|(id, _)| id).collect())
}

/// Everything that is fresh, oldest first, once at least `least` facts and notes say so; it is fresh
/// no more.
///
/// # Errors
/// Whatever the disk says.
pub fn take_fresh(db: &Db<'_>, least: i64) -> Result<Vec<(String, EntityId)>> {
    // One statement: every save asks this.
    let (last, news): (i64, i64) = db
        .conn
        .prepare_cached(
            "SELECT last, last - coalesce((SELECT value ->> '$' FROM meta WHERE name = ?1), 0)
                 + (SELECT count(*) FROM find_fresh)
             FROM (SELECT coalesce(max(arrival), 0) AS last FROM fact)",
        )?
        .query_row([INDEXED], |r| Ok((r.get(0)?, r.get(1)?)))?;
    if news == 0 || news < least {
        return Ok(Vec::new());
    }
    let things = since(db)?;
    db.conn.execute("DELETE FROM find_fresh", [])?;
    meta::put(db, INDEXED, &last)?;
    Ok(things.into_iter().map(|(id, noun)| (noun, id)).collect())
}

/// Facts were taken out at the log's end: those that come in their place are fresh.
///
/// # Errors
/// Whatever the disk says.
pub(crate) fn rewind(db: &Db<'_>) -> Result<()> {
    let last = last_arrival(db)?;
    if indexed(db)? > last {
        meta::put(db, INDEXED, &last)?;
    }
    Ok(())
}

/// Indexes the tokens of one thing, in place of what was there; writes nothing when they are the
/// same. Gives where they stand. Tokens are parted by blanks, and made of ASCII letters and digits
/// and of anything outside ASCII.
///
/// # Errors
/// Whatever the disk says.
pub fn put(db: &Db<'_>, noun: &str, id: EntityId, tokens: &str) -> Result<i64> {
    let mut hasher = DefaultHasher::new();
    tokens.hash(&mut hasher);
    let hash = hasher.finish().cast_signed();
    let known: Option<(i64, i64)> = db
        .conn
        .prepare_cached("SELECT doc, tokens_hash FROM find_doc WHERE noun = ?1 AND id = ?2")?
        .query_row(params![noun, Id(id)], |r| Ok((r.get(0)?, r.get(1)?)))
        .optional()?;
    let doc = match known {
        Some((doc, same)) if same == hash => return Ok(doc),
        Some((doc, _)) => {
            db.conn
                .prepare_cached("DELETE FROM find WHERE rowid = ?1")?
                .execute([doc])?;
            db.conn
                .prepare_cached("UPDATE find_doc SET tokens_hash = ?2 WHERE doc = ?1")?
                .execute([doc, hash])?;
            doc
        }
        None => {
            db.conn
                .prepare_cached("INSERT INTO find_doc (noun, id, tokens_hash) VALUES (?1, ?2, ?3)")?
                .execute(params![noun, Id(id), hash])?;
            db.conn.last_insert_rowid()
        }
    };
    db.conn
        .prepare_cached("INSERT INTO find (rowid, tokens) VALUES (?1, ?2)")?
        .execute(params![doc, of_noun(noun, tokens)])?;
    Ok(doc)
}

/// Takes one thing out of the index; nothing happens when it is not there.
///
/// # Errors
/// Whatever the disk says.
pub fn drop(db: &Db<'_>, noun: &str, id: EntityId) -> Result<()> {
    let doc: Option<i64> = db
        .conn
        .prepare_cached("DELETE FROM find_doc WHERE noun = ?1 AND id = ?2 RETURNING doc")?
        .query_row(params![noun, Id(id)], |r| r.get(0))
        .optional()?;
    if let Some(doc) = doc {
        db.conn
            .prepare_cached("DELETE FROM find WHERE rowid = ?1")?
            .execute([doc])?;
    }
    Ok(())
}

/// Takes the tokens of things that were dropped or put anew out of the file. Until then they are
/// only marked, so this belongs to every erasure of a person; it rewrites the whole index.
///
/// # Errors
/// Whatever the disk says.
pub fn scrub(db: &Db<'_>) -> Result<()> {
    db.conn
        .execute("INSERT INTO find (find) VALUES ('optimize')", [])?;
    Ok(())
}

const SEARCH: &str = "SELECT d.doc, d.id FROM find f JOIN find_doc d ON d.doc = f.rowid
     WHERE f.find MATCH ?1 AND f.rowid < ?2 ORDER BY f.rowid DESC LIMIT ?3";

/// What matches, newest first: up to `limit` things of a noun, those older than the doc `after`.
/// The expression is FTS5's, of tokens in double quotes joined by AND, OR and brackets, a token
/// perhaps with a star behind it.
///
/// # Errors
/// Whatever the disk says; an expression that is none.
pub fn search(
    db: &Db<'_>,
    noun: &str,
    expression: &str,
    limit: usize,
    after: Option<i64>,
) -> Result<Vec<(i64, EntityId)>> {
    let mut statement = db.conn.prepare_cached(SEARCH)?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let asked = params![
        asked_of_noun(noun, expression),
        after.unwrap_or(i64::MAX),
        limit
    ];
    let rows = statement
        .query_map(asked, |r| Ok((r.get(0)?, r.get::<_, Id>(1)?.0)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

fn of_noun(noun: &str, tokens: &str) -> String {
    let mut out = String::with_capacity(2 * tokens.len());
    for token in tokens.split_ascii_whitespace() {
        out.push_str(noun);
        out.push(JOINT);
        out.push_str(token);
        out.push(' ');
    }
    out
}

pub(crate) fn asked_of_noun(noun: &str, expression: &str) -> String {
    let mut out = String::with_capacity(2 * expression.len());
    for (at, part) in expression.split('"').enumerate() {
        let is_token = at % 2 == 1;
        if at > 0 {
            out.push('"');
        }
        if is_token {
            out.push_str(noun);
            out.push(JOINT);
        }
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests;
