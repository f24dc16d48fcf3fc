//! `fact`: the log. Bodies stay the bytes that their authors wrote.

use crate::value::{H32, Id, fact_id, signed, unsigned};
use crate::{Db, Result};
use rusqlite::{OptionalExtension, Row, params};
use tsong_domain::fact::{Actor, Header, RawFact, Sealed};
use tsong_domain::id::{EntityId, FactId, Hash32, Origin};
use tsong_domain::time::Hlc;

pub(crate) const SCHEMA: &str = "CREATE TABLE fact (
    arrival INTEGER PRIMARY KEY,
    origin INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    time INTEGER NOT NULL,
    -- 1: more of the transaction follows, 2: the date is unconfirmed
    flags INTEGER NOT NULL,
    actor BLOB,
    entity BLOB NOT NULL,
    body BLOB NOT NULL,
    -- the personal section: salt and bytes, or after an erasure the commitment alone
    salt BLOB,
    personal BLOB,
    erased BLOB,
    head BLOB NOT NULL,
    -- on a transaction's last fact: what its salts come from, and since which sequence
    seed BLOB, seed_first INTEGER,
    UNIQUE (origin, sequence)
) STRICT;
CREATE INDEX fact_entity ON fact (entity);";

pub(crate) const COLUMNS: &str = "arrival, origin, sequence, time, flags, actor, entity, body, salt, personal, \
                       erased, head";

/// A fact with its place in this log and the chain's head after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredFact {
    /// The how-manieth fact to arrive here.
    pub arrival: i64,
    /// The fact.
    pub raw: RawFact,
    /// The head of its origin's chain after it.
    pub head: Hash32,
}

pub(crate) fn row(r: &Row<'_>) -> rusqlite::Result<StoredFact> {
    let flags: i64 = r.get(4)?;
    let salt: Option<[u8; 16]> = r.get(8)?;
    let personal: Option<Vec<u8>> = r.get(9)?;
    let erased: Option<H32> = r.get(10)?;
    Ok(StoredFact {
        arrival: r.get(0)?,
        raw: RawFact {
            header: Header {
                id: fact_id(r.get(1)?, r.get(2)?),
                time: Hlc::from_raw(unsigned(r.get(3)?)),
                more: flags & 1 != 0,
                doubtful: flags & 2 != 0,
                actor: r
                    .get::<_, Option<Id>>(5)?
                    .map_or(Actor::Station, |id| Actor::Person(id.0)),
                entity: r.get::<_, Id>(6)?.0,
            },
            body: r.get(7)?,
            personal: match (salt, personal, erased) {
                (_, _, Some(commitment)) => Some(Sealed::Erased(commitment.0)),
                (Some(salt), Some(bytes), None) => Some(Sealed::Open { salt, bytes }),
                (_, _, None) => None,
            },
        },
        head: r.get::<_, H32>(11)?.0,
    })
}

/// Appends a fact; the caller has checked that it extends its chain.
///
/// # Errors
/// Whatever the disk says; a second fact of the same id is one of them.
pub fn append(db: &Db<'_>, raw: &RawFact, head: &Hash32) -> Result<i64> {
    let h = &raw.header;
    let (salt, personal, erased) = match &raw.personal {
        None => (None, None, None),
        Some(Sealed::Open { salt, bytes }) => (Some(salt), Some(bytes), None),
        Some(Sealed::Erased(commitment)) => (None, None, Some(H32(*commitment))),
    };
    let actor = match h.actor {
        Actor::Station => None,
        Actor::Person(id) => Some(Id(id)),
    };
    db.conn
        .prepare_cached(
            "INSERT INTO fact (origin, sequence, time, flags, actor, entity, body, salt, personal,
             erased, head) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(params![
            signed(h.id.origin.0),
            signed(h.id.sequence),
            signed(h.time.raw()),
            i64::from(h.more) | (i64::from(h.doubtful) << 1),
            actor,
            Id(h.entity),
            raw.body,
            salt,
            personal,
            erased,
            H32(*head),
        ])?;
    Ok(db.conn.last_insert_rowid())
}

fn list(db: &Db<'_>, tail: &str, args: impl rusqlite::Params) -> Result<Vec<StoredFact>> {
    let mut statement = db
        .conn
        .prepare_cached(&format!("SELECT {COLUMNS} FROM fact {tail}"))?;
    let rows = statement
        .query_map(args, row)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// One fact.
///
/// # Errors
/// Whatever the disk says.
pub fn get(db: &Db<'_>, id: FactId) -> Result<Option<StoredFact>> {
    Ok(db
        .conn
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM fact WHERE origin = ?1 AND sequence = ?2"
        ))?
        .query_row(params![signed(id.origin.0), signed(id.sequence)], row)
        .optional()?)
}

/// The facts of one entity, in order of arrival.
///
/// # Errors
/// Whatever the disk says.
pub fn of_entity(db: &Db<'_>, entity: EntityId) -> Result<Vec<StoredFact>> {
    list(db, "WHERE entity = ?1 ORDER BY arrival", [Id(entity)])
}

/// Up to `limit` facts of one origin from a sequence on, without gaps.
///
/// # Errors
/// Whatever the disk says.
pub fn of_origin(db: &Db<'_>, origin: Origin, from: u64, limit: usize) -> Result<Vec<StoredFact>> {
    list(
        db,
        "WHERE origin = ?1 AND sequence >= ?2 ORDER BY sequence LIMIT ?3",
        params![
            signed(origin.0),
            signed(from),
            i64::try_from(limit).unwrap_or(i64::MAX)
        ],
    )
}

/// Up to `limit` facts that arrived after `arrival`.
///
/// # Errors
/// Whatever the disk says.
pub fn since(db: &Db<'_>, arrival: i64, limit: usize) -> Result<Vec<StoredFact>> {
    list(
        db,
        "WHERE arrival > ?1 ORDER BY arrival LIMIT ?2",
        params![arrival, i64::try_from(limit).unwrap_or(i64::MAX)],
    )
}

/// The entities that one origin speaks of past a sequence: whom a takeover touches.
///
/// # Errors
/// Whatever the disk says.
pub fn entities_past(db: &Db<'_>, origin: Origin, sequence: u64) -> Result<Vec<EntityId>> {
    let mut statement = db
        .conn
        .prepare_cached("SELECT DISTINCT entity FROM fact WHERE origin = ?1 AND sequence > ?2")?;
    let rows = statement
        .query_map(params![signed(origin.0), signed(sequence)], |r| {
            Ok(r.get::<_, Id>(0)?.0)
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// The first fact of `origin` before a sequence that speaks of an entity.
///
/// # Errors
/// Whatever the disk says.
pub fn birth_of(
    db: &Db<'_>,
    origin: Origin,
    before: u64,
    entity: EntityId,
) -> Result<Option<FactId>> {
    let sequence: Option<i64> = db
        .conn
        .prepare_cached(
            // Else SQLite reads the whole origin by its other index, once for every entity sent.
            "SELECT min(sequence) FROM fact INDEXED BY fact_entity
             WHERE entity = ?1 AND origin = ?2 AND sequence < ?3",
        )?
        .query_row(params![Id(entity), signed(origin.0), signed(before)], |r| {
            r.get(0)
        })?;
    Ok(sequence.map(|s| FactId::new(origin, unsigned(s))))
}

/// Whether an entity has exactly `count` facts.
///
/// # Errors
/// Whatever the disk says.
pub fn is_alone(db: &Db<'_>, entity: EntityId, count: usize) -> Result<bool> {
    let found: i64 = db
        .conn
        .prepare_cached("SELECT count(*) FROM fact WHERE entity = ?1")?
        .query_row([Id(entity)], |r| r.get(0))?;
    Ok(usize::try_from(found) == Ok(count))
}

/// How many facts there are.
///
/// # Errors
/// Whatever the disk says.
pub fn count(db: &Db<'_>) -> Result<i64> {
    Ok(db
        .conn
        .query_row("SELECT count(*) FROM fact", [], |r| r.get(0))?)
}

/// Drops a fact's personal section for good and keeps its commitment, so that the chain still holds.
///
/// # Errors
/// Whatever the disk says.
pub fn erase(db: &Db<'_>, id: FactId, commitment: &Hash32) -> Result<()> {
    db.conn
        .prepare_cached(
            "UPDATE fact SET salt = NULL, personal = NULL, erased = ?3
             WHERE origin = ?1 AND sequence = ?2 AND (personal IS NOT NULL OR erased IS NOT NULL)",
        )?
        .execute(params![
            signed(id.origin.0),
            signed(id.sequence),
            H32(*commitment)
        ])?;
    Ok(())
}

/// What facts `first..=last` of an origin speak of: each thing once, with its kind.
///
/// # Errors
/// Whatever the disk says.
pub fn things_between(
    db: &Db<'_>,
    origin: Origin,
    first: u64,
    last: u64,
) -> Result<Vec<(EntityId, String)>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT entity, CASE
             WHEN EXISTS (SELECT 1 FROM order_row WHERE id = entity) THEN 'order'
             WHEN EXISTS (SELECT 1 FROM lot WHERE id = entity) THEN 'lot'
             WHEN EXISTS (SELECT 1 FROM listing WHERE id = entity) THEN 'listing'
             ELSE coalesce((SELECT noun FROM party WHERE id = entity), 'other') END
         FROM (SELECT DISTINCT entity FROM fact
               WHERE origin = ?1 AND sequence BETWEEN ?2 AND ?3)",
    )?;
    let rows = statement
        .query_map(
            params![signed(origin.0), signed(first), signed(last)],
            |r| Ok((r.get::<_, Id>(0)?.0, r.get(1)?)),
        )?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// How many things of a kind of [`things_between`] there are at all; `None` for `other`.
///
/// # Errors
/// Whatever the disk says.
pub fn things(db: &Db<'_>, kind: &str) -> Result<Option<u64>> {
    let count = |sql: &str| -> Result<Option<u64>> {
        let found = db.conn.prepare_cached(sql)?.query_row([], |r| r.get(0))?;
        Ok(Some(unsigned(found)))
    };
    match kind {
        "order" => count("SELECT count(*) FROM order_row"),
        "lot" => count("SELECT count(*) FROM lot"),
        "listing" => count("SELECT count(*) FROM listing"),
        "other" => Ok(None),
        noun => {
            let found = db
                .conn
                .prepare_cached("SELECT count(*) FROM party WHERE noun = ?1")?
                .query_row([noun], |r| r.get(0))?;
            Ok(Some(unsigned(found)))
        }
    }
}

/// How many facts of an origin past a sequence speak of an entity.
///
/// # Errors
/// Whatever the disk says.
pub fn count_past(db: &Db<'_>, entity: EntityId, last: FactId) -> Result<i64> {
    Ok(db
        .conn
        .prepare_cached(
            "SELECT count(*) FROM fact INDEXED BY fact_entity
             WHERE entity = ?1 AND origin = ?2 AND sequence > ?3",
        )?
        .query_row(
            params![Id(entity), signed(last.origin.0), signed(last.sequence)],
            |r| r.get(0),
        )?)
}
