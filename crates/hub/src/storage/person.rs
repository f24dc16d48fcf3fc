//! `salt_seed` and `tombstone`: what keeps personal sections verifiable, and what keeps erased ones
//! erased.

use super::sqlite::Db;
use crate::error::Result;
use crate::value::{bits, number, sequence};
use rusqlite::params;
use tsong_domain::id::{EntityId, FactId, Origin};
use tsong_sync::salt::SaltSeed;

pub(super) const SCHEMA: &str = "CREATE TABLE salt_seed (
    station BLOB NOT NULL,
    origin INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    seed BLOB NOT NULL,
    PRIMARY KEY (station, origin, first, last)
) STRICT, WITHOUT ROWID;
CREATE TABLE tombstone (
    station BLOB NOT NULL,
    origin INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (station, origin, sequence)
) STRICT, WITHOUT ROWID;";

/// The tables.
pub trait Persons {
    /// Keeps a seed.
    ///
    /// # Errors
    /// If the database fails, as do all others.
    fn put_seed(&self, station: EntityId, origin: Origin, seed: &SaltSeed) -> Result<()>;
    /// The seeds that cover any sequence of `from..=to`.
    ///
    /// # Errors
    /// If the database fails.
    fn seeds(&self, station: EntityId, origin: Origin, from: u64, to: u64)
    -> Result<Vec<SaltSeed>>;
    /// Forgets a seed wherever it stands.
    ///
    /// # Errors
    /// If the database fails.
    fn forget_seed(&self, station: EntityId, origin: Origin, seed: &[u8; 16]) -> Result<()>;
    /// Forgets the seeds that cover a fact, wherever they stand, and remembers that its section is
    /// erased for ever.
    ///
    /// # Errors
    /// If the database fails.
    fn bury(&self, station: EntityId, fact: FactId) -> Result<()>;
    /// Whether a fact's section is erased for ever.
    ///
    /// # Errors
    /// If the database fails.
    fn is_buried(&self, station: EntityId, fact: FactId) -> Result<bool>;
    /// Whether any fact of `from..=to` is erased for ever.
    ///
    /// # Errors
    /// If the database fails.
    fn is_any_buried(&self, station: EntityId, origin: Origin, from: u64, to: u64) -> Result<bool>;
}

impl Persons for Db<'_> {
    fn put_seed(&self, station: EntityId, origin: Origin, seed: &SaltSeed) -> Result<()> {
        self.conn
            .prepare_cached("INSERT OR REPLACE INTO salt_seed VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![
                station.0,
                bits(origin.0),
                number(seed.first),
                number(seed.last),
                seed.seed
            ])?;
        Ok(())
    }

    fn seeds(
        &self,
        station: EntityId,
        origin: Origin,
        from: u64,
        to: u64,
    ) -> Result<Vec<SaltSeed>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT first, last, seed FROM salt_seed
             WHERE station = ?1 AND origin = ?2 AND first <= ?4 AND last >= ?3",
        )?;
        let args = params![station.0, bits(origin.0), number(from), number(to)];
        let seeds = statement
            .query_map(args, |r| {
                Ok(SaltSeed {
                    first: sequence(r, 0)?,
                    last: sequence(r, 1)?,
                    seed: r.get(2)?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(seeds)
    }

    fn forget_seed(&self, station: EntityId, origin: Origin, seed: &[u8; 16]) -> Result<()> {
        let sql = "DELETE FROM salt_seed WHERE station = ?1 AND origin = ?2 AND seed = ?3";
        let args = params![station.0, bits(origin.0), seed];
        self.conn.prepare_cached(sql)?.execute(args)?;
        Ok(())
    }

    fn bury(&self, station: EntityId, fact: FactId) -> Result<()> {
        let args = params![station.0, bits(fact.origin.0), number(fact.sequence)];
        self.conn
            .prepare_cached("INSERT OR IGNORE INTO tombstone VALUES (?1, ?2, ?3)")?
            .execute(args)?;
        let sql = "DELETE FROM salt_seed WHERE station = ?1 AND origin = ?2 AND seed IN (
                       SELECT seed FROM salt_seed
                       WHERE station = ?1 AND origin = ?2 AND first <= ?3 AND last >= ?3)";
        self.conn.prepare_cached(sql)?.execute(args)?;
        Ok(())
    }

    fn is_buried(&self, station: EntityId, fact: FactId) -> Result<bool> {
        self.is_any_buried(station, fact.origin, fact.sequence, fact.sequence)
    }

    fn is_any_buried(&self, station: EntityId, origin: Origin, from: u64, to: u64) -> Result<bool> {
        let sql = "SELECT 1 FROM tombstone
                   WHERE station = ?1 AND origin = ?2 AND sequence BETWEEN ?3 AND ?4";
        let args = params![station.0, bits(origin.0), number(from), number(to)];
        Ok(self.conn.prepare_cached(sql)?.exists(args)?)
    }
}
