//! `blob`: pictures by their content. They follow the facts and never stand in an order's way.

use crate::value::H32;
use crate::{Db, Result};
use rusqlite::{OptionalExtension, params};
use tsong_domain::id::Hash32;

pub(crate) const SCHEMA: &str = "CREATE TABLE blob (
    hash BLOB PRIMARY KEY,
    is_thumbnail INTEGER NOT NULL,
    -- whole, or null while parts of it arrive
    bytes BLOB, part BLOB NOT NULL DEFAULT x'',
    -- a fact names it: what was only looked at is never sent
    is_named INTEGER NOT NULL DEFAULT 0,
    at_hub INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX blob_missing ON blob (is_thumbnail) WHERE bytes IS NULL;";

/// Keeps a whole blob; the caller has checked that the bytes have this address.
///
/// # Errors
/// Whatever the disk says.
pub fn put(db: &Db<'_>, hash: &Hash32, is_thumbnail: bool, bytes: &[u8]) -> Result<()> {
    db.conn
        .prepare_cached(
            "INSERT INTO blob (hash, is_thumbnail, bytes) VALUES (?1, ?2, ?3)
             ON CONFLICT (hash) DO UPDATE SET bytes = excluded.bytes, part = x''",
        )?
        .execute(params![H32(*hash), is_thumbnail, bytes])?;
    Ok(())
}

/// Notes that a fact names a blob, so that it is sent or fetched.
///
/// # Errors
/// Whatever the disk says.
pub fn want(db: &Db<'_>, hash: &Hash32, is_thumbnail: bool) -> Result<()> {
    db.conn
        .prepare_cached(
            "INSERT INTO blob (hash, is_thumbnail, is_named) VALUES (?1, ?2, 1)
             ON CONFLICT (hash) DO UPDATE SET is_named = 1",
        )?
        .execute(params![H32(*hash), is_thumbnail])?;
    Ok(())
}

/// A whole blob.
///
/// # Errors
/// Whatever the disk says.
pub fn get(db: &Db<'_>, hash: &Hash32) -> Result<Option<Vec<u8>>> {
    Ok(db
        .conn
        .prepare_cached("SELECT bytes FROM blob WHERE hash = ?1")?
        .query_row([H32(*hash)], |r| r.get::<_, Option<Vec<u8>>>(0))
        .optional()?
        .flatten())
}

/// What is still to be fetched, thumbnails first: address and bytes that are here.
///
/// # Errors
/// Whatever the disk says.
pub fn missing(db: &Db<'_>) -> Result<Vec<(Hash32, u64)>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT hash, length(part) FROM blob WHERE bytes IS NULL ORDER BY is_thumbnail DESC, hash",
    )?;
    let rows = statement
        .query_map([], |r| {
            Ok((r.get::<_, H32>(0)?.0, crate::value::unsigned(r.get(1)?)))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// The bytes of an unfinished blob that are here.
///
/// # Errors
/// Whatever the disk says.
pub fn part(db: &Db<'_>, hash: &Hash32) -> Result<Vec<u8>> {
    Ok(db
        .conn
        .prepare_cached("SELECT part FROM blob WHERE hash = ?1")?
        .query_row([H32(*hash)], |r| r.get(0))
        .optional()?
        .unwrap_or_default())
}

/// Replaces the part of an unfinished blob.
///
/// # Errors
/// Whatever the disk says.
pub fn put_part(db: &Db<'_>, hash: &Hash32, bytes: &[u8]) -> Result<()> {
    db.conn
        .prepare_cached("UPDATE blob SET part = ?2 WHERE hash = ?1 AND bytes IS NULL")?
        .execute(params![H32(*hash), bytes])?;
    Ok(())
}

/// The whole blobs that facts name and the hub is not known to have, thumbnails first: address and length.
///
/// # Errors
/// Whatever the disk says.
pub fn unsent(db: &Db<'_>) -> Result<Vec<(Hash32, u64)>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT hash, length(bytes) FROM blob WHERE bytes IS NOT NULL AND is_named = 1 AND at_hub = 0
         ORDER BY is_thumbnail DESC, hash",
    )?;
    let rows = statement
        .query_map([], |r| {
            Ok((r.get::<_, H32>(0)?.0, crate::value::unsigned(r.get(1)?)))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// Notes that the hub has a blob.
///
/// # Errors
/// Whatever the disk says.
pub fn sent(db: &Db<'_>, hash: &Hash32) -> Result<()> {
    db.conn
        .prepare_cached("UPDATE blob SET at_hub = 1 WHERE hash = ?1")?
        .execute([H32(*hash)])?;
    Ok(())
}
