//! `token`: what staff shows to be let in, hashed, each with a name.

use super::sqlite::Db;
use crate::error::Result;
use crate::value::{hash, size};
use rusqlite::{Row, params};
use tsong_domain::id::Hash32;

pub(super) const SCHEMA: &str = "CREATE TABLE token (
    hash BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;";

/// Version 2: tokens can be taken away.
pub(super) const SCHEMA_2: &str = "ALTER TABLE token ADD COLUMN revoked_ms INTEGER;";

/// A token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenRow {
    /// Its hash.
    pub hash: Hash32,
    /// Whose.
    pub name: String,
    /// When it was made, milliseconds since 1970.
    pub created_ms: i64,
    /// When it was taken away, if it was.
    pub revoked_ms: Option<i64>,
}

/// The table.
pub trait Tokens {
    /// Keeps a token's hash.
    ///
    /// # Errors
    /// If the database fails, as do all others.
    fn add_token(&self, hash: &Hash32, name: &str, now_ms: i64) -> Result<()>;
    /// Every token, those that were taken away too, oldest first.
    ///
    /// # Errors
    /// If the database fails.
    fn tokens(&self) -> Result<Vec<TokenRow>>;
    /// Takes away all tokens of a name. How many there were.
    ///
    /// # Errors
    /// If the database fails.
    fn revoke_tokens(&self, name: &str, now_ms: i64) -> Result<u64>;
}

fn row(r: &Row<'_>) -> rusqlite::Result<TokenRow> {
    Ok(TokenRow {
        hash: hash(r, 0)?,
        name: r.get(1)?,
        created_ms: r.get(2)?,
        revoked_ms: r.get(3)?,
    })
}

impl Tokens for Db<'_> {
    fn add_token(&self, hash: &Hash32, name: &str, now_ms: i64) -> Result<()> {
        self.conn
            .prepare_cached("INSERT INTO token (hash, name, created_ms) VALUES (?1, ?2, ?3)")?
            .execute(params![hash.0, name, now_ms])?;
        Ok(())
    }

    fn tokens(&self) -> Result<Vec<TokenRow>> {
        let sql = "SELECT hash, name, created_ms, revoked_ms FROM token ORDER BY created_ms, hash";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement
            .query_map([], row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }

    fn revoke_tokens(&self, name: &str, now_ms: i64) -> Result<u64> {
        let sql = "UPDATE token SET revoked_ms = ?2 WHERE name = ?1 AND revoked_ms IS NULL";
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(size(statement.execute(params![name, now_ms])?))
    }
}
