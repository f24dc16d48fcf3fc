//! Photos in pieces, as devices send and fetch them.

use crate::error::{HubError, Result};
use crate::storage::Storage;
use crate::storage::blob::BlobRow;
use crate::value::size;
use serde::Deserialize;
use tsong_domain::id::{EntityId, Hash32};
use tsong_sync::exchange::request::digest;

/// Where a piece stands.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Span {
    /// How many bytes are before it.
    #[serde(default)]
    pub offset: u64,
    /// How many the whole blob has.
    #[serde(default)]
    pub size: u64,
}

/// What became of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is here.
    Here,
    /// The blob goes on elsewhere.
    GoesOnAt(u64),
    /// The whole is not what its address says; nothing of it is kept.
    NotItsAddress,
}

/// A blob as far as it is here.
///
/// # Errors
/// `not_found` if no fact of the station names it, and whatever the database says.
pub fn known<S: Storage>(storage: &S, station: EntityId, hash: &Hash32) -> Result<BlobRow> {
    let row = storage.read(|t| t.blob(station, hash))?;
    row.ok_or_else(|| HubError::refused("not_found", "no fact of this station names the blob"))
}

/// Eight bytes of a whole blob's size, then its content from the offset on.
///
/// # Errors
/// As [`known`]; `not_found` while it is not whole, too.
pub fn rest<S: Storage>(
    storage: &S,
    station: EntityId,
    hash: &Hash32,
    offset: u64,
) -> Result<Vec<u8>> {
    let row = known(storage, station, hash)?;
    if !row.is_whole {
        return Err(HubError::refused("not_found", "the blob is not here yet"));
    }
    let mut out = row.length().to_le_bytes().to_vec();
    let skip = usize::try_from(offset).unwrap_or(usize::MAX);
    out.extend_from_slice(row.bytes.get(skip..).unwrap_or_default());
    Ok(out)
}

/// Keeps a piece that goes on where the blob ends here.
///
/// # Errors
/// As [`known`].
pub fn keep<S: Storage>(
    storage: &S,
    station: EntityId,
    hash: &Hash32,
    span: Span,
    piece: &[u8],
) -> Result<Kept> {
    storage.write(|t| {
        let row = t.blob(station, hash)?;
        let mut row = row.ok_or_else(|| {
            HubError::refused("not_found", "no fact of this station names the blob")
        })?;
        if row.is_whole && span.offset.saturating_add(size(piece.len())) <= row.length() {
            return Ok(Kept::Here);
        }
        if row.is_whole || span.offset != row.length() {
            return Ok(Kept::GoesOnAt(row.length()));
        }
        row.bytes.extend_from_slice(piece);
        let is_over = row.length() > span.size;
        if row.length() < span.size {
            t.put_blob(station, hash, &row)?;
            return Ok(Kept::Here);
        }
        row.is_whole = !is_over && digest(&row.bytes) == *hash;
        if !row.is_whole {
            row.bytes.clear();
        }
        t.put_blob(station, hash, &row)?;
        Ok(if row.is_whole {
            Kept::Here
        } else {
            Kept::NotItsAddress
        })
    })
}
