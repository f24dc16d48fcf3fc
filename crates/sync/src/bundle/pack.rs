//! Filling a bundle: words, then frames of what the other lacks, then photos.

use super::{BundleError, Sealer};
use crate::exchange::blobs::MAX_BLOB_BYTES;
use crate::exchange::wire;
use crate::peer::{Log, Offering, Told};
use ed25519_dalek::SigningKey;
use std::io::Write;
use tsong_domain::id::{Hash32, Origin};

/// What goes into a bundle.
pub struct Packing<'a> {
    /// How far the other is known to reach.
    pub their: &'a [Told],
    /// The origin that is signed now, with its key.
    pub own: Option<(Origin, &'a SigningKey)>,
    /// Photos in the order in which they go.
    pub blobs: &'a [Hash32],
    /// The most that all photos may have together.
    pub blob_bytes: u64,
}

/// Gives a whole photo of a log; `None` when it is not here.
pub type Fetch<'a, L> = dyn FnMut(&L, &Hash32) -> Result<Option<Vec<u8>>, <L as Log>::Error> + 'a;

/// What went into a bundle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// Facts.
    pub facts: u64,
    /// Photos.
    pub blobs: u64,
    /// Photos that found no room.
    pub blobs_left: u64,
}

/// Writes the content. `words` are the signed words with which it begins.
///
/// # Errors
/// [`BundleError::Io`], [`BundleError::Storage`], [`BundleError::Frame`].
pub fn pack<L: Log, W: Write>(
    log: &mut L,
    out: &mut Sealer<W>,
    words: &[u8],
    packing: &Packing<'_>,
    blob: &mut Fetch<'_, L>,
) -> Result<Packed, BundleError> {
    let put = |out: &mut Sealer<W>, bytes: &[u8]| out.write_all(bytes).map_err(BundleError::Io);
    put(out, words)?;
    let mut packed = Packed::default();
    let mut offering =
        Offering::new(log, packing.their, packing.own, |_| true).map_err(BundleError::storage)?;
    while let Some(frame) = offering.next(log).map_err(BundleError::of_offer)? {
        let facts = frame.last.saturating_sub(frame.first).saturating_add(1);
        packed.facts = packed.facts.saturating_add(facts);
        let mut section = Vec::with_capacity(frame.bytes.len().saturating_add(4));
        wire::put_section(&mut section, &frame.bytes);
        put(out, &section)?;
    }
    put(out, &wire::END)?;
    let mut left = packing.blob_bytes;
    for hash in packing.blobs {
        let Some(bytes) = blob(log, hash).map_err(BundleError::storage)? else {
            continue;
        };
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size > left || size > MAX_BLOB_BYTES {
            packed.blobs_left = packed.blobs_left.saturating_add(1);
            continue;
        }
        left = left.saturating_sub(size);
        let mut section = Vec::with_capacity(bytes.len().saturating_add(36));
        wire::put_section(&mut section, &[hash.0.as_slice(), &bytes].concat());
        put(out, &section)?;
        packed.blobs = packed.blobs.saturating_add(1);
    }
    put(out, &wire::END)?;
    Ok(packed)
}
