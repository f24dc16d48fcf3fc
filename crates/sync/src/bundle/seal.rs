//! Sealing: HPKE (RFC 9180, X25519, HKDF-SHA256, ChaCha20-Poly1305) over the header, then chunks that
//! are each sealed in their turn, the last one marked. So one chunk is in memory at a time, nothing
//! can be left out, swapped or added, and a bundle that was half written is told from a whole one.

use super::drawn::Drawn;
use super::header::{ENCAPSULATED, Header, KeyId, array, fill};
use super::{BundleError, Kind};
use ed25519_dalek::{SigningKey, VerifyingKey};
use hpke::aead::{AeadCtxR, AeadCtxS, ChaCha20Poly1305};
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use std::io::{self, Read, Write};
use tsong_domain::id::Hash32;

type Private = <X25519HkdfSha256 as Kem>::PrivateKey;
type Public = <X25519HkdfSha256 as Kem>::PublicKey;
type Encapped = <X25519HkdfSha256 as Kem>::EncappedKey;

/// What a chunk holds at most.
const CHUNK_BYTES: usize = 32 * 1024;
const TAG_BYTES: usize = 16;
/// Set in the length of the last chunk.
const LAST: u32 = 1 << 31;
const INFO: &[u8] = b"tsong bundle\0";

/// Whom a bundle is sealed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receiver(pub(super) [u8; 32]);

impl Receiver {
    /// Who holds an Ed25519 key, as which hub and devices know each other: its X25519 form.
    ///
    /// # Errors
    /// [`BundleError::NotOurs`] if the bytes are no such key.
    pub fn holder_of(key: &Hash32) -> Result<Self, BundleError> {
        let key = VerifyingKey::from_bytes(&key.0).map_err(|_| BundleError::NotOurs)?;
        Ok(Self(key.to_montgomery().to_bytes()))
    }

    /// Its id, for the header.
    #[must_use]
    pub fn id(&self) -> KeyId {
        KeyId::of(&self.0)
    }
}

/// What opens a bundle.
pub struct Opening {
    private: Private,
    receiver: Receiver,
}

impl Opening {
    /// With the key of a hub or a device.
    ///
    /// # Errors
    /// [`BundleError::NotOurs`] if that cannot be a key of X25519, which no Ed25519 key is.
    pub fn with(key: &SigningKey) -> Result<Self, BundleError> {
        let private =
            Private::from_bytes(&key.to_scalar_bytes()).map_err(|_| BundleError::NotOurs)?;
        let receiver = Receiver(key.verifying_key().to_montgomery().to_bytes());
        Ok(Self { private, receiver })
    }

    /// With a key that is derived from `seed` by RFC 9180.
    pub(super) fn derived(seed: &[u8; 32]) -> Self {
        let (private, public) = X25519HkdfSha256::derive_keypair(seed);
        let mut bytes = [0u8; 32];
        for (to, from) in bytes.iter_mut().zip(public.to_bytes()) {
            *to = from;
        }
        Self {
            private,
            receiver: Receiver(bytes),
        }
    }

    /// Who that is.
    #[must_use]
    pub const fn receiver(&self) -> Receiver {
        self.receiver
    }
}

fn info(before_key: &[u8]) -> Vec<u8> {
    [INFO, before_key].concat()
}

/// The chunk's length as it stands before it; it is sealed with the chunk.
fn mark(length: usize, is_last: bool) -> [u8; 4] {
    let length = u32::try_from(length).unwrap_or(u32::MAX);
    (if is_last { length | LAST } else { length }).to_le_bytes()
}

/// Writes a bundle.
pub struct Sealer<W> {
    inner: W,
    context: AeadCtxS<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>,
    chunk: Vec<u8>,
    whole_header: Vec<u8>,
    written: u64,
}

impl<W: Write> Sealer<W> {
    /// Writes the header.
    ///
    /// # Errors
    /// [`BundleError::NotOurs`] if nobody can hold the receiver's key, [`BundleError::Io`].
    pub fn new(mut inner: W, header: &Header, to: &Receiver) -> Result<Self, BundleError> {
        let mut drawn = Drawn::new()?;
        let before_key = header.bytes();
        let public = Public::from_bytes(&to.0).map_err(|_| BundleError::NotOurs)?;
        let (encapped, context) = hpke::setup_sender_with_rng::<
            ChaCha20Poly1305,
            HkdfSha256,
            X25519HkdfSha256,
        >(&OpModeS::Base, &public, &info(&before_key), &mut drawn)
        .map_err(|_| BundleError::NotOurs)?;
        let mut whole_header = before_key;
        whole_header.extend_from_slice(&encapped.to_bytes());
        inner.write_all(&whole_header).map_err(BundleError::Io)?;
        let written = u64::try_from(whole_header.len()).unwrap_or(u64::MAX);
        Ok(Self {
            inner,
            context,
            chunk: Vec::with_capacity(CHUNK_BYTES),
            whole_header,
            written,
        })
    }

    /// The header with its encapsulated key: what the sender signs along.
    #[must_use]
    pub fn header(&self) -> &[u8] {
        &self.whole_header
    }

    fn put(&mut self, is_last: bool) -> io::Result<()> {
        let mark = mark(self.chunk.len(), is_last);
        let sealed = self
            .context
            .seal(&self.chunk, &mark)
            .map_err(|e| io::Error::other(e.to_string()))?;
        self.chunk.clear();
        self.inner.write_all(&mark)?;
        self.inner.write_all(&sealed)?;
        let bytes = sealed.len().saturating_add(mark.len());
        self.written = self
            .written
            .saturating_add(u64::try_from(bytes).unwrap_or(u64::MAX));
        Ok(())
    }

    /// Writes the last chunk; the writer, and how many bytes the bundle has.
    ///
    /// # Errors
    /// [`BundleError::Io`].
    pub fn finish(mut self) -> Result<(W, u64), BundleError> {
        self.put(true).map_err(BundleError::Io)?;
        self.inner.flush().map_err(BundleError::Io)?;
        Ok((self.inner, self.written))
    }
}

impl<W: Write> Write for Sealer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.chunk.len() >= CHUNK_BYTES {
            self.put(false)?;
        }
        let room = CHUNK_BYTES.saturating_sub(self.chunk.len());
        let taken = bytes.get(..room.min(bytes.len())).unwrap_or_default();
        self.chunk.extend_from_slice(taken);
        Ok(taken.len())
    }

    /// A chunk is whole when it is full: nothing is written early.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Reads a bundle's content. A read that fails carries a [`BundleError`].
pub struct Opener<R> {
    inner: R,
    context: AeadCtxR<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>,
    header: Header,
    whole_header: Vec<u8>,
    chunk: Vec<u8>,
    at: usize,
    is_over: bool,
}

impl<R: Read> Opener<R> {
    /// Opens a bundle of which the header was read.
    ///
    /// # Errors
    /// [`BundleError::NotOurs`], [`BundleError::WrongCode`], [`BundleError::Damaged`].
    pub fn new(
        inner: R,
        (header, encapped): (Header, [u8; ENCAPSULATED]),
        with: &Opening,
    ) -> Result<Self, BundleError> {
        if header.to != with.receiver.id() {
            return Err(match header.kind {
                Kind::Up | Kind::Down => BundleError::NotOurs,
                Kind::Setup => BundleError::WrongCode,
            });
        }
        let before_key = header.bytes();
        let key = Encapped::from_bytes(&encapped).map_err(|_| BundleError::Damaged)?;
        let context = hpke::setup_receiver(&OpModeR::Base, &with.private, &key, &info(&before_key))
            .map_err(|_| BundleError::Damaged)?;
        let mut whole_header = before_key;
        whole_header.extend_from_slice(&encapped);
        Ok(Self {
            inner,
            context,
            header,
            whole_header,
            chunk: Vec::new(),
            at: 0,
            is_over: false,
        })
    }

    /// What it says on its outside.
    #[must_use]
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// The header with its encapsulated key: what the sender signed along.
    #[must_use]
    pub fn signed_header(&self) -> &[u8] {
        &self.whole_header
    }

    fn next(&mut self) -> Result<(), BundleError> {
        let mark: [u8; 4] = array(&mut self.inner)?;
        let number = u32::from_le_bytes(mark);
        let is_last = number & LAST != 0;
        let length = usize::try_from(number & !LAST).map_err(|_| BundleError::Damaged)?;
        if length > CHUNK_BYTES || (length < CHUNK_BYTES && !is_last) {
            return Err(BundleError::Damaged);
        }
        let mut sealed = vec![0u8; length.saturating_add(TAG_BYTES)];
        fill(&mut self.inner, &mut sealed)?;
        self.chunk = self
            .context
            .open(&sealed, &mark)
            .map_err(|_| BundleError::Damaged)?;
        self.at = 0;
        self.is_over = is_last;
        if is_last {
            let mut after = [0u8; 1];
            match self.inner.read(&mut after) {
                Ok(0) => {}
                // Somebody added to it.
                Ok(_) => return Err(BundleError::Damaged),
                Err(error) => return Err(BundleError::Io(error)),
            }
        }
        Ok(())
    }
}

impl<R: Read> Read for Opener<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at >= self.chunk.len() {
            if self.is_over {
                return Ok(0);
            }
            self.next().map_err(io::Error::other)?;
        }
        let rest = self.chunk.get(self.at..).unwrap_or_default();
        let count = rest.len().min(buffer.len());
        for (to, from) in buffer.iter_mut().zip(rest) {
            *to = *from;
        }
        self.at = self.at.saturating_add(count);
        Ok(count)
    }
}
