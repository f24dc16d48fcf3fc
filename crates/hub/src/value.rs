//! Values as SQLite keeps them: 64-bit ids by their bits, everything longer as bytes.

use rusqlite::Row;
use tsong_domain::id::{DeviceId, EntityId, FactId, Hash32, Origin};
use tsong_sync::sign::Signature64;

/// The bits of an unsigned number in a signed column.
pub(crate) const fn bits(value: u64) -> i64 {
    i64::from_ne_bytes(value.to_ne_bytes())
}

pub(crate) const fn unbits(value: i64) -> u64 {
    u64::from_ne_bytes(value.to_ne_bytes())
}

/// A count or sequence; those never reach the sign.
pub(crate) fn number(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

pub(crate) fn unnumber(value: i64) -> u64 {
    u64::try_from(value).unwrap_or(0)
}

pub(crate) fn size(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

pub(crate) fn entity(row: &Row<'_>, at: usize) -> rusqlite::Result<EntityId> {
    row.get(at).map(EntityId)
}

pub(crate) fn hash(row: &Row<'_>, at: usize) -> rusqlite::Result<Hash32> {
    row.get(at).map(Hash32)
}

pub(crate) fn signature(row: &Row<'_>, at: usize) -> rusqlite::Result<Signature64> {
    row.get(at).map(Signature64)
}

pub(crate) fn origin(row: &Row<'_>, at: usize) -> rusqlite::Result<Origin> {
    row.get(at).map(unbits).map(Origin)
}

pub(crate) fn device(row: &Row<'_>, at: usize) -> rusqlite::Result<DeviceId> {
    row.get(at).map(unbits).map(DeviceId)
}

pub(crate) fn sequence(row: &Row<'_>, at: usize) -> rusqlite::Result<u64> {
    row.get(at).map(unnumber)
}

pub(crate) fn fact(row: &Row<'_>, at: usize) -> rusqlite::Result<FactId> {
    Ok(FactId::new(
        origin(row, at)?,
        sequence(row, at.saturating_add(1))?,
    ))
}
