//! `undated`: orders that were taken under a doubted clock and that nobody has dated yet.

use crate::value::Id;
use crate::{Db, Result};
use tsong_domain::id::EntityId;

pub(crate) const SCHEMA: &str = "CREATE TABLE undated (id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;";

/// Notes that an order has no date that one could trust, or that it has one now.
///
/// # Errors
/// Whatever the disk says.
pub fn put(db: &Db<'_>, id: EntityId, is_undated: bool) -> Result<()> {
    let sql = if is_undated {
        "INSERT OR IGNORE INTO undated (id) VALUES (?1)"
    } else {
        "DELETE FROM undated WHERE id = ?1"
    };
    db.conn.prepare_cached(sql)?.execute([Id(id)])?;
    Ok(())
}

/// The orders without a date with their numbers, at most so many.
///
/// # Errors
/// Whatever the disk says.
pub fn all(db: &Db<'_>, limit: usize) -> Result<Vec<(EntityId, String)>> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut statement = db.conn.prepare_cached(
        "SELECT id, number FROM undated JOIN order_row USING (id) ORDER BY id LIMIT ?1",
    )?;
    let rows = statement
        .query_map([limit], |r| Ok((r.get::<_, Id>(0)?.0, r.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}
