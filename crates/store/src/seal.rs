//! `signature`: the authors' signatures over heads; and the seeds of salts, which stand in `fact` beside
//! what they are for, so that a save writes no page more for them.

use crate::value::{signed, unsigned};
use crate::{Db, Result};
use rusqlite::{OptionalExtension, params};
use tsong_domain::id::Origin;

pub(crate) const SCHEMA: &str = "CREATE TABLE signature (
    origin INTEGER NOT NULL, sequence INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (origin, sequence)
) STRICT, WITHOUT ROWID;";

/// A seed and the sequences that its salts are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed {
    /// The first sequence.
    pub first: u64,
    /// The last sequence.
    pub last: u64,
    /// The seed.
    pub seed: [u8; 16],
}

/// Keeps an author's signature over the head at a sequence.
///
/// # Errors
/// Whatever the disk says.
pub fn put_signature(db: &Db<'_>, origin: Origin, sequence: u64, bytes: &[u8; 64]) -> Result<()> {
    db.conn
        .prepare_cached("INSERT OR IGNORE INTO signature VALUES (?1, ?2, ?3)")?
        .execute(params![signed(origin.0), signed(sequence), bytes])?;
    Ok(())
}

/// The signatures at or after a sequence, ascending.
///
/// # Errors
/// Whatever the disk says.
pub fn signatures(db: &Db<'_>, origin: Origin, from: u64) -> Result<Vec<(u64, [u8; 64])>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT sequence, bytes FROM signature WHERE origin = ?1 AND sequence >= ?2
         ORDER BY sequence",
    )?;
    let rows = statement
        .query_map(params![signed(origin.0), signed(from)], |r| {
            Ok((unsigned(r.get(0)?), r.get(1)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// Where the transaction ends that a sequence stands in.
const END: &str = "SELECT min(sequence) FROM fact
     WHERE origin = ?1 AND sequence >= ?2 AND flags & 1 = 0";

/// Keeps a seed with the last fact that it is for, which is stored already.
///
/// # Errors
/// Whatever the disk says.
pub fn put_seed(db: &Db<'_>, origin: Origin, seed: &Seed) -> Result<()> {
    db.conn
        .prepare_cached(
            "UPDATE fact SET seed = ?4, seed_first = ?2
             WHERE origin = ?1 AND sequence = ?3 AND seed IS NULL",
        )?
        .execute(params![
            signed(origin.0),
            signed(seed.first),
            signed(seed.last),
            seed.seed
        ])?;
    Ok(())
}

/// The seeds that touch a range of sequences.
///
/// # Errors
/// Whatever the disk says.
pub fn seeds(db: &Db<'_>, origin: Origin, from: u64, to: u64) -> Result<Vec<Seed>> {
    let mut statement = db.conn.prepare_cached(&format!(
        "SELECT seed_first, sequence, seed FROM fact
         WHERE origin = ?1 AND sequence BETWEEN ?3 AND coalesce(({END}), ?2)
             AND seed_first <= ?2 ORDER BY sequence"
    ))?;
    let rows = statement
        .query_map(params![signed(origin.0), signed(to), signed(from)], |r| {
            Ok(Seed {
                first: unsigned(r.get(0)?),
                last: unsigned(r.get(1)?),
                seed: r.get(2)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// The last seed of the transactions that begin at or after a sequence.
///
/// # Errors
/// Whatever the disk says.
pub fn last_seed(db: &Db<'_>, origin: Origin, from: u64) -> Result<Option<[u8; 16]>> {
    Ok(db
        .conn
        .prepare_cached(
            "SELECT seed FROM fact WHERE origin = ?1 AND sequence >= ?2 AND seed_first >= ?2
             ORDER BY sequence DESC LIMIT 1",
        )?
        .query_row(params![signed(origin.0), signed(from)], |r| r.get(0))
        .optional()?)
}

/// Forgets a seed wherever it stands from a sequence on, to the end of the transaction that another
/// stands in: after an erasure nobody can make the salt again.
///
/// # Errors
/// Whatever the disk says.
pub fn forget_seed(
    db: &Db<'_>,
    origin: Origin,
    (from, to): (u64, u64),
    seed: &[u8; 16],
) -> Result<()> {
    db.conn
        .prepare_cached(&format!(
            "UPDATE fact SET seed = NULL, seed_first = NULL
             WHERE origin = ?1 AND sequence BETWEEN ?3 AND coalesce(({END}), ?2) AND seed = ?4"
        ))?
        .execute(params![signed(origin.0), signed(to), signed(from), seed])?;
    Ok(())
}
