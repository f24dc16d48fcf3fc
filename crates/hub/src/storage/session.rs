//! `session`: who is signed in at the desk. The cookie's hash alone is kept.

use super::sqlite::Db;
use crate::error::Result;
use crate::value::hash;
use rusqlite::{OptionalExtension, params};
use tsong_domain::id::Hash32;

pub(super) const SCHEMA: &str = "CREATE TABLE session (
    hash BLOB NOT NULL PRIMARY KEY,
    -- the token that was shown: without it the session is over
    token BLOB NOT NULL,
    name TEXT NOT NULL,
    expires_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;";

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRow {
    /// The cookie's hash.
    pub hash: Hash32,
    /// The token that was shown.
    pub token: Hash32,
    /// Whose.
    pub name: String,
    /// When it ends, milliseconds since 1970.
    pub expires_ms: i64,
}

/// The table.
pub trait Sessions {
    /// Begins a session.
    ///
    /// # Errors
    /// If the database fails, as do all others.
    fn add_session(&self, row: &SessionRow) -> Result<()>;
    /// One, whether it has ended or not.
    ///
    /// # Errors
    /// If the database fails.
    fn session(&self, hash: &Hash32) -> Result<Option<SessionRow>>;
    /// Ends a session.
    ///
    /// # Errors
    /// If the database fails.
    fn end_session(&self, hash: &Hash32) -> Result<()>;
    /// Forgets those that ended before.
    ///
    /// # Errors
    /// If the database fails.
    fn sweep_sessions(&self, now_ms: i64) -> Result<()>;
}

impl Sessions for Db<'_> {
    fn add_session(&self, row: &SessionRow) -> Result<()> {
        self.conn
            .prepare_cached("INSERT INTO session VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![row.hash.0, row.token.0, row.name, row.expires_ms])?;
        Ok(())
    }

    fn session(&self, wanted: &Hash32) -> Result<Option<SessionRow>> {
        let sql = "SELECT hash, token, name, expires_ms FROM session WHERE hash = ?1";
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_row([wanted.0], |r| {
                Ok(SessionRow {
                    hash: hash(r, 0)?,
                    token: hash(r, 1)?,
                    name: r.get(2)?,
                    expires_ms: r.get(3)?,
                })
            })
            .optional()?)
    }

    fn end_session(&self, hash: &Hash32) -> Result<()> {
        self.conn
            .prepare_cached("DELETE FROM session WHERE hash = ?1")?
            .execute([hash.0])?;
        Ok(())
    }

    fn sweep_sessions(&self, now_ms: i64) -> Result<()> {
        self.conn
            .prepare_cached("DELETE FROM session WHERE expires_ms <= ?1")?
            .execute([now_ms])?;
        Ok(())
    }
}
