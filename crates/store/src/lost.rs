//! `lost`: facts of a forked origin that only this disk holds, until they are written again.

use crate::fact::{self, StoredFact};
use crate::value::signed;
use crate::{Db, Result, find};
use rusqlite::params;
use tsong_domain::id::Origin;

pub(crate) const SCHEMA: &str = "CREATE TABLE lost (
    arrival INTEGER PRIMARY KEY,
    origin INTEGER NOT NULL, sequence INTEGER NOT NULL, time INTEGER NOT NULL,
    flags INTEGER NOT NULL, actor BLOB, entity BLOB NOT NULL, body BLOB NOT NULL,
    salt BLOB, personal BLOB, erased BLOB, head BLOB NOT NULL,
    seed BLOB, seed_first INTEGER
) STRICT;";

/// Sets a fact aside.
///
/// # Errors
/// Whatever the disk says.
pub fn put(db: &Db<'_>, stored: &StoredFact) -> Result<()> {
    db.conn
        .prepare_cached("INSERT OR IGNORE INTO lost SELECT * FROM fact WHERE arrival = ?1")?
        .execute([stored.arrival])?;
    Ok(())
}

/// Cuts a log after a sequence: its facts, what stands in their rows, and signatures. The names of
/// operators stay: they sign in while their history is on its way back.
///
/// # Errors
/// Whatever the disk says.
pub fn cut(db: &Db<'_>, origin: Origin, last: u64) -> Result<()> {
    let args = params![signed(origin.0), signed(last)];
    for table in ["fact", "lot", "leg", "signature"] {
        db.conn.execute(
            &format!("DELETE FROM {table} WHERE origin = ?1 AND sequence > ?2"),
            args,
        )?;
    }
    db.conn.execute(
        "DELETE FROM person WHERE origin = ?1 AND sequence > ?2
         AND entity NOT IN (SELECT id FROM party WHERE noun = 'operator')",
        args,
    )?;
    find::rewind(db)
}

/// Everything set aside, oldest first.
///
/// # Errors
/// Whatever the disk says.
pub fn all(db: &Db<'_>) -> Result<Vec<StoredFact>> {
    let mut statement = db.conn.prepare_cached(&format!(
        "SELECT {} FROM lost ORDER BY arrival",
        fact::COLUMNS
    ))?;
    let rows = statement
        .query_map([], fact::row)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// Whether anything is set aside.
///
/// # Errors
/// Whatever the disk says.
pub fn is_any(db: &Db<'_>) -> Result<bool> {
    Ok(db
        .conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM lost)")?
        .query_row([], |r| r.get(0))?)
}

/// Forgets what was set aside: it is written again.
///
/// # Errors
/// Whatever the disk says.
pub fn clear(db: &Db<'_>) -> Result<()> {
    db.conn.execute("DELETE FROM lost", [])?;
    Ok(())
}
