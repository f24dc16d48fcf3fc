//! `meta`: what there is one of: the hub's public key, its epoch.

use super::sqlite::Db;
use crate::error::Result;
use rusqlite::{OptionalExtension, params};

pub(super) const SCHEMA: &str = "CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;";

/// The hub's public key, hex: the key file must fit it.
pub const HUB_KEY: &str = "hub_key";
/// Random, made with the database: a copy that was restored elsewhere keeps it, a new hub has
/// another.
pub const EPOCH: &str = "epoch";
/// What the file beside the database says, too, unless the database was put back: see
/// [`crate::disk`].
pub const DISK: &str = "disk";

/// The table.
pub trait Metas {
    /// A value.
    ///
    /// # Errors
    /// If the database fails, as do all others.
    fn meta(&self, name: &str) -> Result<Option<String>>;
    /// Puts a value.
    ///
    /// # Errors
    /// If the database fails.
    fn set_meta(&self, name: &str, value: &str) -> Result<()>;
}

impl Metas for Db<'_> {
    fn meta(&self, name: &str) -> Result<Option<String>> {
        let sql = "SELECT value FROM meta WHERE name = ?1";
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_row([name], |r| r.get(0))
            .optional()?)
    }

    fn set_meta(&self, name: &str, value: &str) -> Result<()> {
        self.conn
            .prepare_cached("INSERT OR REPLACE INTO meta VALUES (?1, ?2)")?
            .execute(params![name, value])?;
        Ok(())
    }
}
