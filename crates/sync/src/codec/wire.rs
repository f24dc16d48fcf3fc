//! Bytes and varints, read with a bound at every step.

use super::CodecError;

/// The lowest byte of a number.
fn low_byte(value: u64) -> u8 {
    let [low, ..] = value.to_le_bytes();
    low
}

/// Appends a number as a varint: seven bits a byte, lowest first, one to ten bytes.
pub(crate) fn put_varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(low_byte(value) | 0x80);
        value >>= 7;
    }
    out.push(low_byte(value));
}

/// Appends a length as a varint.
pub(crate) fn put_length(out: &mut Vec<u8>, length: usize) {
    put_varint(out, wide(length));
}

/// A length as a number of the wire.
pub(crate) fn wide(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// A number whose sign stands in the lowest bit, so that small distances either way stay short.
pub(crate) const fn zigzag(difference: u64) -> u64 {
    let sign = if difference >> 63 == 1 { u64::MAX } else { 0 };
    (difference << 1) ^ sign
}

/// What [`zigzag`] was made from.
pub(crate) const fn unzigzag(value: u64) -> u64 {
    let sign = if value & 1 == 1 { u64::MAX } else { 0 };
    (value >> 1) ^ sign
}

/// Bytes that are read from front to end.
#[derive(Clone, Debug)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(crate) const fn rest(&self) -> &'a [u8] {
        self.rest
    }

    pub(crate) fn byte(&mut self) -> Result<u8, CodecError> {
        let (first, rest) = self.rest.split_first().ok_or(CodecError::Malformed)?;
        self.rest = rest;
        Ok(*first)
    }

    pub(crate) fn bytes(&mut self, length: usize) -> Result<&'a [u8], CodecError> {
        let (taken, rest) = self
            .rest
            .split_at_checked(length)
            .ok_or(CodecError::Malformed)?;
        self.rest = rest;
        Ok(taken)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Result<[u8; N], CodecError> {
        self.bytes(N)?.try_into().map_err(|_| CodecError::Malformed)
    }

    pub(crate) fn varint(&mut self) -> Result<u64, CodecError> {
        let mut value = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let part = u64::from(byte & 0x7f);
            if shift == 63 && part > 1 {
                return Err(CodecError::Malformed);
            }
            value |= part << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(CodecError::Malformed)
    }

    /// A length that is at most `limit`.
    pub(crate) fn length(&mut self, limit: usize) -> Result<usize, CodecError> {
        let length = usize::try_from(self.varint()?).map_err(|_| CodecError::Malformed)?;
        if length > limit {
            Err(CodecError::Malformed)
        } else {
            Ok(length)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_come_back(value: u64) {
            let mut out = Vec::new();
            put_varint(&mut out, value);
            let mut reader = Reader::new(&out);
            prop_assert_eq!(reader.varint(), Ok(value));
            prop_assert!(reader.is_empty());
            prop_assert_eq!(unzigzag(zigzag(value)), value);
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes: Vec<u8>) {
            let mut reader = Reader::new(&bytes);
            while reader.varint().is_ok() {}
        }
    }

    #[test]
    fn small_distances_are_one_byte() {
        for distance in [0u64, 1, 63, 0u64.wrapping_sub(1), 0u64.wrapping_sub(64)] {
            let mut out = Vec::new();
            put_varint(&mut out, zigzag(distance));
            assert_eq!(out.len(), 1, "{distance:x}");
        }
    }
}
