//! `origin`: one row a log, with its head, its key and what the hub has of it.

use crate::value::{H32, device, signed, unsigned};
use crate::{Db, Result};
use rusqlite::{OptionalExtension, Row, params};
use tsong_domain::id::{DeviceId, Hash32, Origin};

pub(crate) const SCHEMA: &str = "CREATE TABLE origin (
    origin INTEGER PRIMARY KEY,
    device INTEGER NOT NULL,
    key BLOB NOT NULL,
    is_hub INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    head BLOB NOT NULL,
    -- the last sequence that counts, once a takeover closed the origin
    closed INTEGER,
    -- how far the hub has acknowledged it
    at_hub INTEGER NOT NULL DEFAULT 0
) STRICT;";

/// One log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginRow {
    /// Its number.
    pub origin: Origin,
    /// Whose it is.
    pub device: DeviceId,
    /// The public key that signs it.
    pub key: Hash32,
    /// Whether the hub writes it.
    pub is_hub: bool,
    /// The last sequence stored.
    pub sequence: u64,
    /// The chain's head there.
    pub head: Hash32,
    /// Where a takeover closed it.
    pub closed: Option<u64>,
    /// The last sequence that the hub has acknowledged.
    pub at_hub: u64,
}

const COLUMNS: &str = "origin, device, key, is_hub, sequence, head, closed, at_hub";

fn row(r: &Row<'_>) -> rusqlite::Result<OriginRow> {
    Ok(OriginRow {
        origin: Origin(unsigned(r.get(0)?)),
        device: device(r.get(1)?),
        key: r.get::<_, H32>(2)?.0,
        is_hub: r.get(3)?,
        sequence: unsigned(r.get(4)?),
        head: r.get::<_, H32>(5)?.0,
        closed: r.get::<_, Option<i64>>(6)?.map(unsigned),
        at_hub: unsigned(r.get(7)?),
    })
}

/// All logs, by number.
///
/// # Errors
/// Whatever the disk says.
pub fn all(db: &Db<'_>) -> Result<Vec<OriginRow>> {
    let mut statement = db
        .conn
        .prepare_cached(&format!("SELECT {COLUMNS} FROM origin ORDER BY origin"))?;
    let rows = statement
        .query_map([], row)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// One log.
///
/// # Errors
/// Whatever the disk says.
pub fn get(db: &Db<'_>, origin: Origin) -> Result<Option<OriginRow>> {
    Ok(db
        .conn
        .prepare_cached(&format!("SELECT {COLUMNS} FROM origin WHERE origin = ?1"))?
        .query_row([signed(origin.0)], row)
        .optional()?)
}

/// Writes a log down, or its new head.
///
/// # Errors
/// Whatever the disk says.
pub fn put(db: &Db<'_>, o: &OriginRow) -> Result<()> {
    db.conn
        .prepare_cached(
            "INSERT INTO origin (origin, device, key, is_hub, sequence, head, closed, at_hub)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (origin) DO UPDATE SET sequence = excluded.sequence,
                 head = excluded.head, closed = excluded.closed, at_hub = excluded.at_hub",
        )?
        .execute(params![
            signed(o.origin.0),
            signed(o.device.0),
            H32(o.key),
            o.is_hub,
            signed(o.sequence),
            H32(o.head),
            o.closed.map(signed),
            signed(o.at_hub),
        ])?;
    Ok(())
}

/// Notes how far the hub has acknowledged a log; never backwards.
///
/// # Errors
/// Whatever the disk says.
pub fn acknowledge(db: &Db<'_>, origin: Origin, sequence: u64) -> Result<()> {
    db.conn
        .prepare_cached(
            "UPDATE origin SET at_hub = min(?2, sequence) WHERE origin = ?1 AND at_hub < ?2",
        )?
        .execute(params![signed(origin.0), signed(sequence)])?;
    Ok(())
}

/// Closes a log at a sequence; of two takeovers the lower counts.
///
/// # Errors
/// Whatever the disk says.
pub fn close(db: &Db<'_>, origin: Origin, last: u64) -> Result<()> {
    db.conn
        .prepare_cached(
            "UPDATE origin SET closed = min(coalesce(closed, ?2), ?2) WHERE origin = ?1",
        )?
        .execute(params![signed(origin.0), signed(last)])?;
    Ok(())
}
