//! Blobs after the facts: in pieces, thumbnails first, going on where the other side stopped. When they
//! are held, by hand or for a link that is paid by the byte, no further piece goes; the sync is done
//! all the same.

use super::answer;
use super::round::Run;
use super::{BLOB_PATH, Session, Stage, SyncError};
use crate::transport::Method;
use std::io::Read;
use tsong_domain::id::Hash32;

/// A piece of a blob on its way up.
pub const CHUNK_BYTES: u64 = 32 * 1024;
/// The most that a blob may have.
pub const MAX_BLOB_BYTES: u64 = 1024 * 1024;
/// How often in a row the hub may name another offset before the blob is left for the next sync.
const OFFSET_TRIES: u32 = 4;

impl<S: Session> Run<'_, S> {
    /// Sends what the hub lacks, then fetches what is missing here.
    pub(super) fn blobs(&mut self) -> Result<(), SyncError> {
        let wanted = std::mem::take(&mut self.wanted);
        self.stage = Stage::BlobsUp;
        self.tell_progress(0);
        for (hash, offset) in &wanted {
            if self.send_blob(hash, *offset)? {
                self.note_at_hub(hash)?;
                self.report.blobs_up = self.report.blobs_up.saturating_add(1);
                self.tell_progress(0);
            }
        }
        // What the hub does not ask for it has by another device, or since an answer that was cut.
        // Its last byte, sent again, tells.
        for (hash, size_bytes) in self.session.blobs_unsent().map_err(SyncError::storage)? {
            let is_wanted = wanted.iter().any(|(other, _)| *other == hash);
            if !is_wanted && self.send_blob(&hash, size_bytes.saturating_sub(1))? {
                self.note_at_hub(&hash)?;
            }
        }
        self.stage = Stage::BlobsDown;
        self.tell_progress(0);
        for (hash, offset) in self.session.blobs_missing().map_err(SyncError::storage)? {
            if self.fetch_blob(&hash, offset)? {
                self.report.blobs_down = self.report.blobs_down.saturating_add(1);
                self.tell_progress(0);
            }
        }
        Ok(())
    }

    fn note_at_hub(&mut self, hash: &Hash32) -> Result<(), SyncError> {
        self.session.blob_at_hub(hash).map_err(SyncError::storage)
    }

    /// Whether the blob is whole at the hub now; not, when it is not here or not wanted.
    fn send_blob(&mut self, hash: &Hash32, mut offset: u64) -> Result<bool, SyncError> {
        let mut tries = 0;
        loop {
            if !self.session.may_blobs_go() {
                return Ok(false);
            }
            let part = self
                .session
                .blob_part(hash, offset, CHUNK_BYTES)
                .map_err(SyncError::storage)?;
            let Some(part) = part else { return Ok(false) };
            let next = offset.saturating_add(u64::try_from(part.bytes.len()).unwrap_or(u64::MAX));
            if part.bytes.is_empty() {
                return Ok(offset >= part.size_bytes);
            }
            let path = format!("{BLOB_PATH}{hash}?offset={offset}&size={}", part.size_bytes);
            let (response, _) = self.send(Method::Put, path, part.bytes)?;
            match response.status {
                200 | 201 => {
                    answer::accepted(response)?;
                    tries = 0;
                    self.blob_bytes_up = self
                        .blob_bytes_up
                        .saturating_add(next.saturating_sub(offset));
                    self.tell_progress(0);
                    offset = next;
                    if offset >= part.size_bytes {
                        return Ok(true);
                    }
                }
                409 => {
                    let (error, told) = answer::refusal(response);
                    let Some(told) = told else { return Err(error) };
                    tries += 1;
                    if tries > OFFSET_TRIES {
                        return Ok(false);
                    }
                    offset = told;
                }
                404 => return Ok(false),
                _ => return Err(answer::refusal(response).0),
            }
        }
    }

    /// Whether the blob is whole here now; not, when the hub has not got it yet.
    fn fetch_blob(&mut self, hash: &Hash32, mut offset: u64) -> Result<bool, SyncError> {
        if !self.session.may_blobs_go() {
            return Ok(false);
        }
        let path = format!("{BLOB_PATH}{hash}?offset={offset}");
        let (response, _) = self.send(Method::Get, path, Vec::new())?;
        if response.status == 404 {
            return Ok(false);
        }
        let mut body = answer::accepted(response)?.body;
        let mut size = [0u8; 8];
        body.read_exact(&mut size)
            .map_err(|e| answer::of_read(&e))?;
        let size = u64::from_le_bytes(size);
        if size > MAX_BLOB_BYTES {
            return Err(SyncError::NotAHub);
        }
        while offset < size {
            let length = CHUNK_BYTES.min(size.saturating_sub(offset));
            let mut bytes = vec![0u8; usize::try_from(length).unwrap_or_default()];
            body.read_exact(&mut bytes)
                .map_err(|e| answer::of_read(&e))?;
            let next = offset.saturating_add(length);
            let is_last = next >= size;
            let is_kept = self
                .session
                .blob_store(hash, offset, &bytes, is_last)
                .map_err(SyncError::storage)?;
            if !is_kept {
                return Ok(false);
            }
            offset = next;
            if offset < size && !self.session.may_blobs_go() {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
