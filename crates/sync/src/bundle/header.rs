//! What stands in the clear before the sealed content: enough to tell whose a bundle is, and nothing
//! about what is in it.

use super::BundleError;
use std::io::{self, Read};
use tsong_domain::id::{DeviceId, EntityId, Hash32};

/// With which a bundle begins.
pub const MAGIC: [u8; 8] = *b"TSONGBDL";
/// The format that this version writes. Every one ever released stays readable.
pub const REVISION: u8 = 1;
/// How long a header is, the encapsulated key counted.
pub const HEADER_BYTES: usize = BEFORE_KEY + ENCAPSULATED;

const BEFORE_KEY: usize = 8 + 1 + 1 + 16 + 8 + 8 + 16 + 16;
pub(super) const ENCAPSULATED: usize = 32;
const RECEIVER: &str = "tsong 2026 bundle: receiver of an X25519 key";

/// Which way a bundle goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// From a device to its hub.
    Up,
    /// From the hub to a device.
    Down,
    /// From the hub to a device that it does not know yet, sealed by a one-time code.
    Setup,
}

impl Kind {
    const fn byte(self) -> u8 {
        match self {
            Self::Up => 1,
            Self::Down => 2,
            Self::Setup => 3,
        }
    }

    fn of(byte: u8) -> Option<Self> {
        [Self::Up, Self::Down, Self::Setup]
            .into_iter()
            .find(|kind| kind.byte() == byte)
    }

    /// The kind's word: `up`, `down`, `setup`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Setup => "setup",
        }
    }
}

/// A key by its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyId(pub [u8; 16]);

impl KeyId {
    /// Of a public X25519 key.
    #[must_use]
    pub fn of(key: &[u8; 32]) -> Self {
        let mut id = [0; 16];
        let hash = Hash32(blake3::derive_key(RECEIVER, key));
        for (to, from) in id.iter_mut().zip(hash.0) {
            *to = from;
        }
        Self(id)
    }
}

/// A bundle's header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// Which way it goes.
    pub kind: Kind,
    /// The station, by the hub's id.
    pub station: EntityId,
    /// The device at the station's end; zero when the hub does not know it yet.
    pub device: DeviceId,
    /// When it was made by its sender's wall, right or wrong.
    pub made_ms: i64,
    /// With what a one-time code becomes a key; zeros otherwise.
    pub salt: [u8; 16],
    /// Whom it is sealed to.
    pub to: KeyId,
}

impl Header {
    /// The bytes before the encapsulated key.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(HEADER_BYTES);
        out.extend_from_slice(&MAGIC);
        out.extend_from_slice(&[REVISION, self.kind.byte()]);
        out.extend_from_slice(&self.station.0);
        out.extend_from_slice(&self.device.0.to_le_bytes());
        out.extend_from_slice(&self.made_ms.to_le_bytes());
        out.extend_from_slice(&self.salt);
        out.extend_from_slice(&self.to.0);
        out
    }

    /// Reads a header; the encapsulated key comes with it.
    ///
    /// # Errors
    /// [`BundleError::NotABundle`], [`BundleError::Newer`], [`BundleError::Cut`],
    /// [`BundleError::Damaged`], [`BundleError::Io`].
    pub fn read(from: &mut impl Read) -> Result<(Self, [u8; ENCAPSULATED]), BundleError> {
        let (magic, count) = start(from).map_err(BundleError::Io)?;
        if magic.get(..count) != MAGIC.get(..count) {
            return Err(BundleError::NotABundle);
        }
        if count < MAGIC.len() {
            return Err(BundleError::Cut);
        }
        let [found]: [u8; 1] = array(from)?;
        match found {
            REVISION => {}
            0 => return Err(BundleError::Damaged),
            _ => return Err(BundleError::Newer { found }),
        }
        let [kind]: [u8; 1] = array(from)?;
        let header = Self {
            kind: Kind::of(kind).ok_or(BundleError::Damaged)?,
            station: EntityId(array(from)?),
            device: DeviceId(u64::from_le_bytes(array(from)?)),
            made_ms: i64::from_le_bytes(array(from)?),
            salt: array(from)?,
            to: KeyId(array(from)?),
        };
        Ok((header, array(from)?))
    }
}

fn start(from: &mut impl Read) -> io::Result<([u8; 8], usize)> {
    let mut magic = [0u8; 8];
    let mut count = 0usize;
    while let Some(rest) = magic.get_mut(count..).filter(|rest| !rest.is_empty()) {
        match from.read(rest) {
            Ok(0) => break,
            Ok(n) => count = count.saturating_add(n),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok((magic, count))
}

/// Bytes of the file itself: where they end too early, the file is cut.
pub(super) fn array<const N: usize>(from: &mut impl Read) -> Result<[u8; N], BundleError> {
    let mut bytes = [0u8; N];
    fill(from, &mut bytes)?;
    Ok(bytes)
}

pub(super) fn fill(from: &mut impl Read, bytes: &mut [u8]) -> Result<(), BundleError> {
    from.read_exact(bytes).map_err(|error| {
        if error.kind() == io::ErrorKind::UnexpectedEof {
            BundleError::Cut
        } else {
            BundleError::Io(error)
        }
    })
}
