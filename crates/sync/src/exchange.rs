//! One sync from the station's side: facts up and down in `POST /v1/sync`, until both sides hold the
//! same; then blobs. Whatever arrived before a cut counts, and trying again does nothing twice.

mod answer;
pub mod blobs;
mod carried;
pub mod enroll;
pub mod request;
mod round;
pub mod serve;
mod session;
pub mod wire;

pub use answer::ErrorBody;
pub use enroll::{EnrolAsk, EnrolTell, Nonce, enroll};
pub use session::{BlobPart, Link, Session};
pub use wire::{SyncAsk, SyncTell};

use crate::peer::{OfferError, Refused, TakeError};
use crate::transport::{Transport, TransportError};
use std::collections::BTreeSet;

/// Where facts are exchanged.
pub const SYNC_PATH: &str = "/v1/sync";
/// Where blobs lie; their address follows.
pub const BLOB_PATH: &str = "/v1/blobs/";
/// Where a device enrols.
pub const ENROLL_PATH: &str = "/v1/enroll";

/// How much a hub answers with at most when it is not told.
pub const USUAL_DOWN_BYTES: u32 = 4 * 1024 * 1024;

/// How much one request may carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of frames up a request.
    pub up_bytes: usize,
    /// Bytes of frames that the hub may answer with.
    pub down_bytes: u32,
    /// After a cut, more than this unacknowledged asks first how far the hub got.
    pub ask_first_bytes: usize,
    /// Requests in one sync, whatever happens.
    pub requests: u32,
    /// Whether blobs are exchanged too.
    pub blobs: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            up_bytes: 4 * 1024 * 1024,
            down_bytes: USUAL_DOWN_BYTES,
            ask_first_bytes: 16 * 1024,
            requests: 10_000,
            blobs: true,
        }
    }
}

/// What a sync is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Facts, both ways.
    #[default]
    Facts,
    /// Blobs that the hub lacks.
    BlobsUp,
    /// Blobs that are missing here.
    BlobsDown,
}

/// How far a sync has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// What it is about now.
    pub stage: Stage,
    /// Facts that the hub has acknowledged.
    pub pushed: u64,
    /// Facts that were taken in.
    pub pulled: u64,
    /// Blobs sent and fetched.
    pub blobs: u64,
    /// Bytes of blobs sent.
    pub blob_bytes_up: u64,
    /// Bytes of frames that are about to go up with this request.
    pub bytes_waiting: u64,
    /// Bytes on the socket so far, up.
    pub bytes_up: u64,
    /// Bytes on the socket so far, down.
    pub bytes_down: u64,
}

/// What a sync did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncReport {
    /// Facts that the hub acknowledged.
    pub pushed: u64,
    /// Facts that were taken in.
    pub pulled: u64,
    /// Blobs sent.
    pub blobs_up: u64,
    /// Blobs fetched.
    pub blobs_down: u64,
    /// Requests.
    pub requests: u32,
    /// Bytes on the socket, up, headers counted.
    pub bytes_up: u64,
    /// Bytes on the socket, down, headers counted.
    pub bytes_down: u64,
    /// What the hub refused of ours.
    pub refused: Vec<Refused>,
    /// What we refused of the hub's.
    pub refused_here: Vec<Refused>,
    /// Whether both sides held the same facts of every origin when the last answer was read.
    pub is_same: bool,
    /// Our own origin was found forked: see [`Session::note_fork`].
    pub is_own_forked: bool,
}

/// Why a sync stopped. What arrived before counts.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// The link.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// A login page of the network answered.
    #[error("a login page of the network answered instead of the hub")]
    CaptivePortal,
    /// Something answered that is no hub.
    #[error("what answered is not a hub")]
    NotAHub,
    /// The hub shut this device out.
    #[error("the hub has shut this device out")]
    Revoked,
    /// The hub does not know this device.
    #[error("the hub does not know this device")]
    NotEnrolled,
    /// The hub does not accept the signature, or we do not accept the hub's.
    #[error("the signature does not fit")]
    BadSignature,
    /// The hub refused for another reason.
    #[error("the hub refused: {code}: {message}")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// The hub's code.
        code: String,
        /// The hub's words.
        message: String,
    },
    /// The hub has trouble of its own: later.
    #[error("the hub has trouble ({status})")]
    HubTrouble {
        /// The HTTP status.
        status: u16,
    },
    /// Our own log.
    #[error("the station's own storage failed: {0}")]
    Storage(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A frame could not be cut.
    #[error("{0}")]
    Frame(String),
}

impl SyncError {
    /// The error's stable code: what the screen words.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Transport(TransportError::NoLink) => "no_link",
            Self::Transport(TransportError::Stalled) => "stalled",
            Self::Transport(TransportError::BadCertificate) => "bad_certificate",
            Self::Transport(TransportError::Cut) => "cut",
            Self::Transport(TransportError::Stopped) => "stopped",
            Self::Transport(TransportError::Other(_)) => "link_failed",
            Self::CaptivePortal => "captive_portal",
            Self::NotAHub => "not_a_hub",
            Self::Revoked => "revoked",
            Self::NotEnrolled => "not_enrolled",
            Self::BadSignature => "bad_signature",
            Self::Refused { code, .. } => code,
            Self::HubTrouble { .. } => "hub_trouble",
            Self::Storage(_) => "storage",
            Self::Frame(_) => "frame",
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

/// One sync: facts until both sides hold the same, then blobs.
///
/// # Errors
/// Whatever stopped it; what arrived before is kept on both sides, and a next sync goes on from
/// there.
pub fn sync<S: Session>(
    session: &mut S,
    transport: &mut dyn Transport,
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Result<SyncReport, SyncError> {
    let start = transport.meter();
    let mut run = round::Run {
        session,
        transport,
        limits,
        progress,
        start,
        report: SyncReport::default(),
        stage: Stage::Facts,
        blob_bytes_up: 0,
        blocked: BTreeSet::new(),
        leans: true,
        wanted: Vec::new(),
    };
    run.facts()?;
    if limits.blobs {
        run.blobs()?;
    }
    Ok(run.finish())
}

#[cfg(test)]
mod tests;
