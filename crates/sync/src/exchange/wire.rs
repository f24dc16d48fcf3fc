//! The shape of `POST /v1/sync`, both ways: a magic, the ask or the tell, frames, an end mark.

use super::USUAL_DOWN_BYTES;
use crate::frame::MAX_FRAME_BYTES;
use crate::peer::{Reach, Refused, Told};
use crate::sign::Signature64;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use std::io::{self, Read};
use tsong_domain::id::{DeviceId, FactId, Hash32};

/// With which both directions begin.
pub const MAGIC: [u8; 4] = *b"TSY1";
/// The content type of both directions.
pub const CONTENT_TYPE: &str = "application/tsong";
/// The most that an ask or a tell may have.
pub const MAX_WORDS_BYTES: usize = 256 * 1024;

const REPLY: &[u8] = b"tsong reply 1\0";

/// What the device says before its frames.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncAsk {
    /// How far the device reaches, with what it sends now. What the request's own frames reach need
    /// not stand here: [`super::serve::hear`] adds it.
    #[serde(rename = "h")]
    pub have: Vec<Told>,
    /// The points at which it wants to take over its older origins.
    #[serde(rename = "t", default, skip_serializing_if = "Option::is_none")]
    pub takes: Option<Vec<FactId>>,
    /// How many bytes of frames it wants back at most.
    #[serde(
        rename = "m",
        default = "usual_down_bytes",
        skip_serializing_if = "is_usual"
    )]
    pub down_bytes: u32,
    /// The program's version.
    #[serde(rename = "v")]
    pub version: String,
}

const fn usual_down_bytes() -> u32 {
    USUAL_DOWN_BYTES
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
const fn is_usual(down_bytes: &u32) -> bool {
    *down_bytes == USUAL_DOWN_BYTES
}

/// What the hub says before its frames.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncTell {
    /// How far the hub reaches for this station, with what has just come.
    #[serde(rename = "h")]
    pub have: Vec<Reach>,
    /// What it refused, shown by both sides.
    #[serde(rename = "x", default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<Refused>,
    /// Its clock, milliseconds since 1970.
    #[serde(rename = "c")]
    pub hub_time_ms: i64,
    /// One hash over `have`.
    #[serde(rename = "r")]
    pub root: Hash32,
    /// Blobs that it lacks and the device may have, thumbnails first, each with how many bytes the
    /// hub has already; not all at once.
    #[serde(rename = "b", default, skip_serializing_if = "Vec::is_empty")]
    pub blobs_wanted: Vec<(Hash32, u64)>,
    /// The takeover as it was recorded; `None` when it holds facts that the device has yet to see.
    #[serde(rename = "t", default, skip_serializing_if = "Option::is_none")]
    pub takes: Option<Vec<FactId>>,
}

fn prefix(bytes: &[u8]) -> [u8; 4] {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_le_bytes()
}

/// A frame as it stands in a body.
pub fn put_section(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend_from_slice(&prefix(bytes));
    out.extend_from_slice(bytes);
}

/// The end of a body.
pub const END: [u8; 4] = [0; 4];

/// The start of a request's body; frames and [`END`] follow.
///
/// # Errors
/// If serde refuses, which no ask of this version does.
pub fn ask_bytes(ask: &SyncAsk) -> Result<Vec<u8>, crate::encode::EncodeError> {
    let mut out = MAGIC.to_vec();
    put_section(&mut out, &crate::encode::to_bytes(ask)?);
    Ok(out)
}

/// The start of an answer's body, signed by the hub for this device and request.
///
/// # Errors
/// If serde refuses, which no tell of this version does.
pub fn tell_bytes(
    tell: &SyncTell,
    hub: &SigningKey,
    device: DeviceId,
    request_sequence: u64,
) -> Result<Vec<u8>, crate::encode::EncodeError> {
    let words = crate::encode::to_bytes(tell)?;
    let signature = hub
        .sign(&reply_message(device, request_sequence, &words))
        .to_bytes();
    let mut out = MAGIC.to_vec();
    put_section(&mut out, &words);
    out.extend_from_slice(&signature);
    Ok(out)
}

fn reply_message(device: DeviceId, request_sequence: u64, words: &[u8]) -> Vec<u8> {
    let digest = blake3::hash(words);
    [
        REPLY,
        &device.0.to_le_bytes(),
        &request_sequence.to_le_bytes(),
        digest.as_bytes(),
    ]
    .concat()
}

/// Whether the hub said these words to this device for this request.
#[must_use]
pub fn verify_reply(
    hub: &Hash32,
    device: DeviceId,
    request_sequence: u64,
    words: &[u8],
    signature: &Signature64,
) -> bool {
    let message = reply_message(device, request_sequence, words);
    VerifyingKey::from_bytes(&hub.0).is_ok_and(|k| {
        k.verify_strict(&message, &Signature::from_bytes(&signature.0))
            .is_ok()
    })
}

/// What is wrong with a body.
#[derive(Debug, thiserror::Error)]
pub enum WireError {
    /// It ended or failed before its end mark.
    #[error("the body was cut: {0}")]
    Cut(#[source] io::Error),
    /// It is no body of an exchange.
    #[error("the body is not an exchange's")]
    Garbage,
}

/// Reads a body piece by piece, so that a frame counts as soon as it has arrived.
pub struct Body<R> {
    inner: R,
    /// The first bytes, as far as they were read, to tell what garbage it is.
    pub start: Vec<u8>,
}

impl<R: Read> Body<R> {
    /// A body that nothing was read of yet.
    pub const fn new(inner: R) -> Self {
        Self {
            inner,
            start: Vec::new(),
        }
    }

    /// The words between the magic and the frames.
    ///
    /// # Errors
    /// [`WireError`].
    pub fn words(&mut self) -> Result<Vec<u8>, WireError> {
        let mut magic = [0u8; 4];
        for byte in &mut magic {
            let one: [u8; 1] = self.array()?;
            self.start.extend_from_slice(&one);
            [*byte] = one;
        }
        if magic != MAGIC {
            return Err(WireError::Garbage);
        }
        self.section(MAX_WORDS_BYTES)?.ok_or(WireError::Garbage)
    }

    /// The hub's signature after its words.
    ///
    /// # Errors
    /// [`WireError`].
    pub fn signature(&mut self) -> Result<Signature64, WireError> {
        Ok(Signature64(self.array()?))
    }

    /// The next frame's bytes; `None` at the end mark.
    ///
    /// # Errors
    /// [`WireError`].
    pub fn frame(&mut self) -> Result<Option<Vec<u8>>, WireError> {
        self.section(MAX_FRAME_BYTES)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], WireError> {
        let mut bytes = [0u8; N];
        self.inner.read_exact(&mut bytes).map_err(WireError::Cut)?;
        Ok(bytes)
    }

    /// The next section of at most `limit` bytes; `None` at an end mark.
    ///
    /// # Errors
    /// [`WireError`].
    pub fn section(&mut self, limit: usize) -> Result<Option<Vec<u8>>, WireError> {
        let length =
            usize::try_from(u32::from_le_bytes(self.array()?)).map_err(|_| WireError::Garbage)?;
        if length == 0 {
            return Ok(None);
        }
        if length > limit {
            return Err(WireError::Garbage);
        }
        let mut bytes = vec![0u8; length];
        self.inner.read_exact(&mut bytes).map_err(WireError::Cut)?;
        Ok(Some(bytes))
    }

    /// The reader, for what follows the end mark.
    pub fn into_inner(self) -> R {
        self.inner
    }
}
