//! `pin`: verifiers of this device and the tries against them; never a fact, never synced.

use crate::value::Id;
use crate::{Db, Result};
use rusqlite::{OptionalExtension, params};
use tsong_domain::id::EntityId;

pub(crate) const SCHEMA: &str = "CREATE TABLE pin (
    operator BLOB PRIMARY KEY, verifier TEXT NOT NULL, tries TEXT NOT NULL
) STRICT, WITHOUT ROWID;";

/// An operator's verifier (argon2id, PHC form) and the state of tries as JSON.
///
/// # Errors
/// Whatever the disk says.
pub fn get(db: &Db<'_>, operator: EntityId) -> Result<Option<(String, String)>> {
    Ok(db
        .conn
        .prepare_cached("SELECT verifier, tries FROM pin WHERE operator = ?1")?
        .query_row([Id(operator)], |r| Ok((r.get(0)?, r.get(1)?)))
        .optional()?)
}

/// Sets an operator's verifier; the tries begin anew.
///
/// # Errors
/// Whatever the disk says.
pub fn set(db: &Db<'_>, operator: EntityId, verifier: &str, tries: &str) -> Result<()> {
    db.conn
        .prepare_cached("INSERT OR REPLACE INTO pin VALUES (?1, ?2, ?3)")?
        .execute(params![Id(operator), verifier, tries])?;
    Ok(())
}

/// Notes a try.
///
/// # Errors
/// Whatever the disk says.
pub fn note(db: &Db<'_>, operator: EntityId, tries: &str) -> Result<()> {
    db.conn
        .prepare_cached("UPDATE pin SET tries = ?2 WHERE operator = ?1")?
        .execute(params![Id(operator), tries])?;
    Ok(())
}
