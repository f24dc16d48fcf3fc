//! `printed`: how often a paper went to this device's printer; never a fact, never synced.

use crate::value::Id;
use crate::{Db, Result};
use rusqlite::params;
use tsong_domain::id::EntityId;

pub(crate) const SCHEMA: &str = "CREATE TABLE printed (
    id BLOB NOT NULL, what TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (id, what)
) STRICT, WITHOUT ROWID;";

/// Counts one more print of a paper; gives how many there are with it.
///
/// # Errors
/// Whatever the disk says.
pub fn count(db: &Db<'_>, id: EntityId, what: &str) -> Result<i64> {
    Ok(db
        .conn
        .prepare_cached(
            "INSERT INTO printed VALUES (?1, ?2, 1)
             ON CONFLICT (id, what) DO UPDATE SET times = times + 1 RETURNING times",
        )?
        .query_row(params![Id(id), what], |r| r.get(0))?)
}
