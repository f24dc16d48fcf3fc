//! `code`: one-time codes, hashed.

use super::sqlite::Db;
use crate::error::Result;
use crate::value::{bits, device, entity, hash};
use rusqlite::{OptionalExtension, Row, params};
use tsong_domain::id::{DeviceId, EntityId, Hash32};

pub(super) const SCHEMA: &str = "CREATE TABLE code (
    station BLOB NOT NULL REFERENCES station,
    hash BLOB NOT NULL,
    created_ms INTEGER NOT NULL,
    used_ms INTEGER,
    used_device INTEGER,
    used_key BLOB,
    PRIMARY KEY (station, hash)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX code_hash ON code (hash);";

/// Version 2: codes expire; those that were made before do not.
pub(super) const SCHEMA_2: &str = "ALTER TABLE code ADD COLUMN expires_ms INTEGER;";

/// A code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeRow {
    /// The station that it lets into.
    pub station: EntityId,
    /// The code's hash.
    pub hash: Hash32,
    /// When it was made, milliseconds since 1970.
    pub created_ms: i64,
    /// Until when it lets in; `None` for ever.
    pub expires_ms: Option<i64>,
    /// Who used it, if somebody did.
    pub used_by: Option<(DeviceId, Hash32)>,
}

/// The table.
pub trait Codes {
    /// Keeps a new code that lets in until `expires_ms`.
    ///
    /// # Errors
    /// If the database fails, as do all others.
    fn add_code(
        &self,
        station: EntityId,
        hash: &Hash32,
        now_ms: i64,
        expires_ms: i64,
    ) -> Result<()>;
    /// Finds a code by its hash.
    ///
    /// # Errors
    /// If the database fails.
    fn code(&self, hash: &Hash32) -> Result<Option<CodeRow>>;
    /// Uses a code up. Whether it was unused.
    ///
    /// # Errors
    /// If the database fails.
    fn use_code(&self, hash: &Hash32, device: DeviceId, key: &Hash32, now_ms: i64) -> Result<bool>;
}

fn row(r: &Row<'_>) -> rusqlite::Result<CodeRow> {
    let used_by = match r.get::<_, Option<i64>>(3)? {
        Some(_) => Some((device(r, 3)?, hash(r, 4)?)),
        None => None,
    };
    Ok(CodeRow {
        station: entity(r, 0)?,
        hash: hash(r, 1)?,
        created_ms: r.get(2)?,
        expires_ms: r.get(5)?,
        used_by,
    })
}

impl Codes for Db<'_> {
    fn add_code(
        &self,
        station: EntityId,
        hash: &Hash32,
        now_ms: i64,
        expires_ms: i64,
    ) -> Result<()> {
        let sql =
            "INSERT INTO code (station, hash, created_ms, expires_ms) VALUES (?1, ?2, ?3, ?4)";
        self.conn
            .prepare_cached(sql)?
            .execute(params![station.0, hash.0, now_ms, expires_ms])?;
        Ok(())
    }

    fn code(&self, hash: &Hash32) -> Result<Option<CodeRow>> {
        let sql = "SELECT station, hash, created_ms, used_device, used_key, expires_ms FROM code
                   WHERE hash = ?1";
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_row([hash.0], row)
            .optional()?)
    }

    fn use_code(&self, hash: &Hash32, device: DeviceId, key: &Hash32, now_ms: i64) -> Result<bool> {
        let sql = "UPDATE code SET used_ms = ?2, used_device = ?3, used_key = ?4
                   WHERE hash = ?1 AND used_ms IS NULL";
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.execute(params![hash.0, now_ms, bits(device.0), key.0])? > 0)
    }
}
