//! How the rules' ids stand in columns.

use crate::{Result, StoreError};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use tsong_domain::id::{DeviceId, EntityId, FactId, Hash32, Origin};

/// A random 64-bit number as SQLite's signed one.
pub(crate) const fn signed(number: u64) -> i64 {
    number.cast_signed()
}

/// And back.
pub(crate) const fn unsigned(number: i64) -> u64 {
    number.cast_unsigned()
}

/// A column that holds sixteen bytes.
pub(crate) struct Id(pub(crate) EntityId);

impl ToSql for Id {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Blob(&self.0.0)))
    }
}

impl FromSql for Id {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let bytes = value.as_blob()?;
        bytes
            .try_into()
            .map(|b| Self(EntityId(b)))
            .map_err(|_| FromSqlError::InvalidBlobSize {
                expected_size: 16,
                blob_size: bytes.len(),
            })
    }
}

/// A column that holds thirty-two bytes.
pub(crate) struct H32(pub(crate) Hash32);

impl ToSql for H32 {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Blob(&self.0.0)))
    }
}

impl FromSql for H32 {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let bytes = value.as_blob()?;
        bytes
            .try_into()
            .map(|b| Self(Hash32(b)))
            .map_err(|_| FromSqlError::InvalidBlobSize {
                expected_size: 32,
                blob_size: bytes.len(),
            })
    }
}

pub(crate) const fn fact_id(origin: i64, sequence: i64) -> FactId {
    FactId::new(Origin(unsigned(origin)), unsigned(sequence))
}

pub(crate) const fn device(id: i64) -> DeviceId {
    DeviceId(unsigned(id))
}

/// The compact text of a serde value, for columns that hold a small tagged value.
pub(crate) fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    Ok(serde_json::to_string(value)?)
}

pub(crate) fn from_json<T: serde::de::DeserializeOwned>(
    text: &str,
    what: &'static str,
) -> Result<T> {
    serde_json::from_str(text).map_err(|_| StoreError::Unreadable { what })
}
