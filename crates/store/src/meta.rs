//! What the device knows about itself: small values by name. Never in a fact, never synced.

use crate::value::{from_json, json};
use crate::{Db, Result};
use rusqlite::{OptionalExtension, params};
use serde::{Serialize, de::DeserializeOwned};

pub(crate) const SCHEMA: &str =
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;";

/// The value of a name.
///
/// # Errors
/// [`crate::StoreError::Unreadable`] when it is of another form, and whatever the disk says.
pub fn get<T: DeserializeOwned>(db: &Db<'_>, name: &'static str) -> Result<Option<T>> {
    let text: Option<String> = db
        .conn
        .prepare_cached("SELECT value FROM meta WHERE name = ?1")?
        .query_row([name], |r| r.get(0))
        .optional()?;
    text.map(|t| from_json(&t, name)).transpose()
}

/// Sets the value of a name.
///
/// # Errors
/// Whatever the disk says.
pub fn put<T: Serialize>(db: &Db<'_>, name: &'static str, value: &T) -> Result<()> {
    db.conn
        .prepare_cached(
            "INSERT INTO meta (name, value) VALUES (?1, ?2)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )?
        .execute(params![name, json(value)?])?;
    Ok(())
}
