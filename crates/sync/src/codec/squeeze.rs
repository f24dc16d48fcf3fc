//! zstd, for what the model leaves alone.

use super::CodecError;

const LEVEL: i32 = 19;
/// With which every zstd frame begins; not sent.
const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// The bytes, smaller if they can be.
pub(crate) fn shrink(bytes: &[u8]) -> Result<Vec<u8>, CodecError> {
    let whole = zstd::bulk::compress(bytes, LEVEL).map_err(|_| CodecError::TooBig)?;
    Ok(whole
        .strip_prefix(&MAGIC)
        .map(<[u8]>::to_vec)
        .unwrap_or(whole))
}

/// What [`shrink`] was given, which was `length` bytes.
pub(crate) fn grow(bytes: &[u8], length: usize) -> Result<Vec<u8>, CodecError> {
    let whole = [&MAGIC, bytes].concat();
    let back = zstd::bulk::decompress(&whole, length).map_err(|_| CodecError::Malformed)?;
    if back.len() == length {
        Ok(back)
    } else {
        Err(CodecError::Malformed)
    }
}
