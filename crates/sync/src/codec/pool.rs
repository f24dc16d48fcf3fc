//! Bytes that the model leaves alone: long texts, and what is no tree. They go to zstd as one.

use super::CodecError;
use super::squeeze;
use super::wire::{Reader, put_length};

/// Bytes side by side, written or read from front to end.
#[derive(Debug)]
pub(crate) struct Pool<'a> {
    written: Vec<u8>,
    rest: &'a [u8],
}

impl<'a> Pool<'a> {
    pub(crate) const fn empty() -> Self {
        Self {
            written: Vec::new(),
            rest: &[],
        }
    }

    pub(crate) const fn of(bytes: &'a [u8]) -> Self {
        Self {
            written: Vec::new(),
            rest: bytes,
        }
    }

    /// Writes `known`, or reads `length` bytes.
    pub(crate) fn bytes(
        &mut self,
        length: usize,
        known: Option<&[u8]>,
    ) -> Result<Vec<u8>, CodecError> {
        if let Some(known) = known {
            self.written.extend_from_slice(known);
            return Ok(known.to_vec());
        }
        let (taken, rest) = self
            .rest
            .split_at_checked(length)
            .ok_or(CodecError::Malformed)?;
        self.rest = rest;
        Ok(taken.to_vec())
    }

    /// Appends what was written: its length, and its bytes the shorter way.
    pub(crate) fn finish(self, out: &mut Vec<u8>) -> Result<(), CodecError> {
        put_length(out, self.written.len());
        let squeezed = squeeze::shrink(&self.written)?;
        out.extend_from_slice(if squeezed.len() < self.written.len() {
            &squeezed
        } else {
            &self.written
        });
        Ok(())
    }

    /// What [`Pool::finish`] appended, to the end of the reader.
    pub(crate) fn unpack(reader: &mut Reader<'_>, limit: usize) -> Result<Vec<u8>, CodecError> {
        let length = reader.length(limit)?;
        let rest = reader.rest();
        if rest.len() == length {
            Ok(rest.to_vec())
        } else {
            squeeze::grow(rest, length)
        }
    }
}
