//! `signature`: where the authors signed their chains, so that relayed facts keep their signature.

use super::sqlite::Db;
use crate::error::Result;
use crate::value::{bits, number, sequence, signature};
use rusqlite::params;
use tsong_domain::id::{EntityId, FactId};
use tsong_sync::sign::Signature64;

pub(super) const SCHEMA: &str = "CREATE TABLE signature (
    station BLOB NOT NULL,
    origin INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (station, origin, sequence)
) STRICT, WITHOUT ROWID;";

/// The table.
pub trait Signatures {
    /// Keeps a signature of the head after a fact.
    ///
    /// # Errors
    /// If the database fails, as do all others.
    fn put_signature(&self, station: EntityId, at: FactId, signature: &Signature64) -> Result<()>;
    /// The signatures at or after a fact, ascending.
    ///
    /// # Errors
    /// If the database fails.
    fn signatures_from(&self, station: EntityId, from: FactId) -> Result<Vec<(u64, Signature64)>>;
}

impl Signatures for Db<'_> {
    fn put_signature(&self, station: EntityId, at: FactId, signature: &Signature64) -> Result<()> {
        self.conn
            .prepare_cached("INSERT OR REPLACE INTO signature VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![
                station.0,
                bits(at.origin.0),
                number(at.sequence),
                signature.0
            ])?;
        Ok(())
    }

    fn signatures_from(&self, station: EntityId, from: FactId) -> Result<Vec<(u64, Signature64)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT sequence, signature FROM signature
             WHERE station = ?1 AND origin = ?2 AND sequence >= ?3 ORDER BY sequence",
        )?;
        let args = params![station.0, bits(from.origin.0), number(from.sequence)];
        let rows = statement
            .query_map(args, |r| Ok((sequence(r, 0)?, signature(r, 1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }
}
