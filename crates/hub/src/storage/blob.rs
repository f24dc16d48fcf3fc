//! `blob`: photos and thumbnails, addressed by content, wanted by the facts that name them.

use super::sqlite::Db;
use crate::error::Result;
use crate::value::{bits, hash, sequence, size};
use rusqlite::{OptionalExtension, params};
use tsong_domain::id::{DeviceId, EntityId, Hash32};

pub(super) const SCHEMA: &str = "CREATE TABLE blob (
    station BLOB NOT NULL,
    hash BLOB NOT NULL,
    -- thumbnails travel first
    is_thumbnail INTEGER NOT NULL,
    -- whose fact named it
    device INTEGER NOT NULL,
    is_whole INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (station, hash)
) STRICT;
CREATE INDEX blob_wanted ON blob (station, is_whole, is_thumbnail);";

/// A blob as far as it is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlobRow {
    /// Whether it is whole.
    pub is_whole: bool,
    /// What is here.
    pub bytes: Vec<u8>,
}

/// The table.
pub trait Blobs {
    /// Keeps that a fact named a blob.
    ///
    /// # Errors
    /// If the database fails, as do all others.
    fn want_blob(
        &self,
        station: EntityId,
        hash: &Hash32,
        is_thumbnail: bool,
        device: DeviceId,
    ) -> Result<()>;
    /// Blobs that are not whole, those that this device's facts named first, then thumbnails first,
    /// each with how many bytes are here.
    ///
    /// # Errors
    /// If the database fails.
    fn wanted_blobs(
        &self,
        station: EntityId,
        device: DeviceId,
        limit: u32,
    ) -> Result<Vec<(Hash32, u64)>>;
    /// The whole blobs of a station, thumbnails first.
    ///
    /// # Errors
    /// If the database fails.
    fn whole_blobs(&self, station: EntityId) -> Result<Vec<Hash32>>;
    /// One; `None` when no fact of the station names it.
    ///
    /// # Errors
    /// If the database fails.
    fn blob(&self, station: EntityId, hash: &Hash32) -> Result<Option<BlobRow>>;
    /// Replaces what is here of a blob.
    ///
    /// # Errors
    /// If the database fails.
    fn put_blob(&self, station: EntityId, hash: &Hash32, row: &BlobRow) -> Result<()>;
}

impl Blobs for Db<'_> {
    fn want_blob(
        &self,
        station: EntityId,
        hash: &Hash32,
        is_thumbnail: bool,
        device: DeviceId,
    ) -> Result<()> {
        self.conn
            .prepare_cached("INSERT OR IGNORE INTO blob VALUES (?1, ?2, ?3, ?4, 0, x'')")?
            .execute(params![station.0, hash.0, is_thumbnail, bits(device.0)])?;
        Ok(())
    }

    fn wanted_blobs(
        &self,
        station: EntityId,
        device: DeviceId,
        limit: u32,
    ) -> Result<Vec<(Hash32, u64)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT hash, length(bytes) FROM blob WHERE station = ?1 AND is_whole = 0
             ORDER BY device <> ?2, is_thumbnail DESC, hash LIMIT ?3",
        )?;
        let rows = statement
            .query_map(params![station.0, bits(device.0), limit], |r| {
                Ok((hash(r, 0)?, sequence(r, 1)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }

    fn whole_blobs(&self, station: EntityId) -> Result<Vec<Hash32>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT hash FROM blob WHERE station = ?1 AND is_whole = 1
             ORDER BY is_thumbnail DESC, hash",
        )?;
        let rows = statement
            .query_map([station.0], |r| hash(r, 0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }

    fn blob(&self, station: EntityId, hash: &Hash32) -> Result<Option<BlobRow>> {
        let sql = "SELECT is_whole, bytes FROM blob WHERE station = ?1 AND hash = ?2";
        let row = self
            .conn
            .prepare_cached(sql)?
            .query_row(params![station.0, hash.0], |r| {
                Ok(BlobRow {
                    is_whole: r.get(0)?,
                    bytes: r.get(1)?,
                })
            })
            .optional()?;
        Ok(row)
    }

    fn put_blob(&self, station: EntityId, hash: &Hash32, row: &BlobRow) -> Result<()> {
        let sql = "UPDATE blob SET is_whole = ?3, bytes = ?4 WHERE station = ?1 AND hash = ?2";
        self.conn.prepare_cached(sql)?.execute(params![
            station.0,
            hash.0,
            row.is_whole,
            row.bytes
        ])?;
        Ok(())
    }
}

impl BlobRow {
    /// How many bytes are here.
    #[must_use]
    pub fn length(&self) -> u64 {
        size(self.bytes.len())
    }
}
