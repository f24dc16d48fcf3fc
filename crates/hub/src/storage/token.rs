//! `token`: what staff's programs show to read, hashed.

use super::sqlite::Db;
use crate::error::Result;
use crate::value::hash;
use rusqlite::params;
use tsong_domain::id::Hash32;

pub(super) const SCHEMA: &str = "CREATE TABLE token (
    hash BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;";

/// The table.
pub trait Tokens {
    /// Keeps a token's hash.
    ///
    /// # Errors
    /// If the database fails, as do all others.
    fn add_token(&self, hash: &Hash32, name: &str, now_ms: i64) -> Result<()>;
    /// Every token's hash.
    ///
    /// # Errors
    /// If the database fails.
    fn tokens(&self) -> Result<Vec<Hash32>>;
}

impl Tokens for Db<'_> {
    fn add_token(&self, hash: &Hash32, name: &str, now_ms: i64) -> Result<()> {
        self.conn
            .prepare_cached("INSERT INTO token VALUES (?1, ?2, ?3)")?
            .execute(params![hash.0, name, now_ms])?;
        Ok(())
    }

    fn tokens(&self) -> Result<Vec<Hash32>> {
        let mut statement = self.conn.prepare_cached("SELECT hash FROM token")?;
        let rows = statement
            .query_map([], |r| hash(r, 0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }
}
