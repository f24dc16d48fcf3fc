//! Bundles: what one exchange carries, in a file that a person carries. The same words, frames and
//! end marks as over a link, sealed to its receiver; with an answer on the way back.
//!
//! A bundle may be lost, come twice, late, or in any order: what it brings is known by origin and
//! sequence, and only the hub's answer says what has arrived.

pub mod code;
mod drawn;
pub mod file;
mod header;
mod pack;
mod seal;
mod take;
#[cfg(test)]
mod tests;
mod words;

pub use header::{HEADER_BYTES, Header, KeyId, Kind, MAGIC, REVISION};
pub use pack::{Fetch, Packed, Packing, pack};
pub use seal::{Opener, Opening, Receiver, Sealer};
pub use take::{Carried, Keep, Unpacking, take_down};
pub use words::{BundleAsk, BundleTell};

use crate::peer::{OfferError, TakeError};
use std::io;

/// The end of a bundle's name.
pub const EXTENSION: &str = "tsong";

/// Why a bundle was not written or taken in.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// Some other file.
    #[error("the file is no bundle")]
    NotABundle,
    /// A newer version's format.
    #[error("the bundle has format {found}, this program knows up to {REVISION}")]
    Newer {
        /// Its format.
        found: u8,
    },
    /// Sealed to somebody else, or of another station.
    #[error("the bundle is not for this receiver")]
    NotOurs,
    /// The one-time code does not open it.
    #[error("the code does not open the bundle")]
    WrongCode,
    /// It ends before its end: half written, or pulled out.
    #[error("the bundle is not whole")]
    Cut,
    /// Not the bytes that were written.
    #[error("the bundle is damaged")]
    Damaged,
    /// Whole, but not what its sender may say.
    #[error("the bundle's content cannot be taken")]
    Malformed,
    /// Its sender did not sign it.
    #[error("the bundle's signature does not fit")]
    BadSignature,
    /// The file or the disk.
    #[error("{0}")]
    Io(#[source] io::Error),
    /// The log's own storage.
    #[error("{0}")]
    Storage(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A frame could not be cut.
    #[error("{0}")]
    Frame(String),
}

impl BundleError {
    /// The error's stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotABundle => "not_a_bundle",
            Self::Newer { .. } => "bundle_newer",
            Self::NotOurs => "bundle_not_ours",
            Self::WrongCode => "bad_code",
            Self::Cut => "bundle_cut",
            Self::Damaged => "bundle_damaged",
            Self::Malformed => "bundle_malformed",
            Self::BadSignature => "bad_signature",
            Self::Io(_) => "io",
            Self::Storage(_) => "storage",
            Self::Frame(_) => "frame",
        }
    }

    /// What a failed read or write means: a bundle's own error travels inside of it.
    fn of_io(error: io::Error) -> Self {
        match error.downcast::<Self>() {
            Ok(own) => own,
            // Past the last sealed byte nothing is missing of the file, but of its content.
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Self::Malformed,
            Err(error) => Self::Io(error),
        }
    }

    fn storage<E: std::error::Error + Send + Sync + 'static>(error: E) -> Self {
        Self::Storage(Box::new(error))
    }

    fn of_offer<E: std::error::Error + Send + Sync + 'static>(error: OfferError<E>) -> Self {
        match error {
            OfferError::Log(error) => Self::storage(error),
            OfferError::Frame(fact, error) => Self::Frame(format!("fact {fact}: {error}")),
        }
    }

    fn of_take<E: std::error::Error + Send + Sync + 'static>(error: TakeError<E>) -> Self {
        let TakeError::Log(error) = error;
        Self::storage(error)
    }
}
