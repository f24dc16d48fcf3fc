//! What a station gives to a sync besides its log.

use super::SyncTell;
use crate::peer::{Log, Reach};
use ed25519_dalek::SigningKey;
use tsong_domain::id::{DeviceId, EntityId, FactId, Hash32, Origin};

/// What ties a device to its hub, from its enrolment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The station, by the hub's id.
    pub station: EntityId,
    /// This device.
    pub device: DeviceId,
    /// The hub's public key, pinned.
    pub hub_key: Hash32,
    /// Of this enrolment; a new one makes old requests worthless.
    pub nonce: [u8; 16],
}

/// A piece of a blob.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlobPart {
    /// The whole blob's size in bytes.
    pub size_bytes: u64,
    /// The bytes from the wanted offset on, at most as many as were asked for.
    pub bytes: Vec<u8>,
}

/// The station's side of a sync, besides its log.
pub trait Session: Log {
    /// The link, from the last enrolment.
    fn link(&self) -> Link;

    /// The device's key.
    fn signing_key(&self) -> SigningKey;

    /// The origin that this device writes now.
    fn own_origin(&self) -> Origin;

    /// The next request's number: greater than every one before, durable before it is returned.
    ///
    /// # Errors
    /// If the storage fails; so do all others.
    fn next_request_sequence(&mut self) -> Result<u64, Self::Error>;

    /// How far the hub said last that it reaches; empty after an enrolment.
    ///
    /// # Errors
    /// If the storage fails.
    fn acknowledged(&self) -> Result<Vec<Reach>, Self::Error>;

    /// Keeps what the hub said: how far it reaches, its time (the new high water), what it refused.
    ///
    /// # Errors
    /// If the storage fails.
    fn note_reply(&mut self, tell: &SyncTell) -> Result<(), Self::Error>;

    /// As [`Session::note_reply`], of words that were carried here and are some time old: nothing
    /// that was heard later is forgotten for them.
    ///
    /// # Errors
    /// If the storage fails.
    fn note_carried(&mut self, tell: &SyncTell) -> Result<(), Self::Error>;

    /// The hub holds another history of our own origin than we do, or a longer one: this disk was
    /// copied back. The device counts as restored: it takes a new origin, writes again under it
    /// what the hub lacks, and asks for takeover (`rules.md` 11).
    ///
    /// # Errors
    /// If the storage fails.
    fn note_fork(&mut self, origin: Origin) -> Result<(), Self::Error>;

    /// The older origins of this device that wait for takeover, each with the last sequence that is
    /// here; `None` when there is nothing to take over (`rules.md` 7).
    ///
    /// # Errors
    /// If the storage fails.
    fn takeover_wanted(&self) -> Result<Option<Vec<FactId>>, Self::Error>;

    /// The hub recorded the takeover at these points: the device writes its Takes.
    ///
    /// # Errors
    /// If the storage fails.
    fn takeover_granted(&mut self, closed: &[FactId]) -> Result<(), Self::Error>;

    /// Whether the last exchange ended before its answer was read.
    ///
    /// # Errors
    /// If the storage fails.
    fn was_cut(&self) -> Result<bool, Self::Error>;

    /// Keeps whether an exchange is under way.
    ///
    /// # Errors
    /// If the storage fails.
    fn set_cut(&mut self, under_way: bool) -> Result<(), Self::Error>;

    /// Whether blobs may go now; asked again before every piece, so that a hand stops them at once.
    fn may_blobs_go(&mut self) -> bool {
        true
    }

    /// Blobs that facts name and that are not whole here, thumbnails first, each with how many
    /// bytes are here already.
    ///
    /// # Errors
    /// If the storage fails.
    fn blobs_missing(&self) -> Result<Vec<(Hash32, u64)>, Self::Error>;

    /// Whole blobs that facts name and that the hub is not known to have, each with its size.
    ///
    /// # Errors
    /// If the storage fails.
    fn blobs_unsent(&self) -> Result<Vec<(Hash32, u64)>, Self::Error>;

    /// The hub has a blob, whole.
    ///
    /// # Errors
    /// If the storage fails.
    fn blob_at_hub(&mut self, hash: &Hash32) -> Result<(), Self::Error>;

    /// Some of a blob; `None` when it is not here.
    ///
    /// # Errors
    /// If the storage fails.
    fn blob_part(
        &self,
        hash: &Hash32,
        offset: u64,
        max_bytes: u64,
    ) -> Result<Option<BlobPart>, Self::Error>;

    /// Keeps some of a blob. When it is whole and its content is not its address, it is thrown away
    /// and `false` comes back.
    ///
    /// # Errors
    /// If the storage fails.
    fn blob_store(
        &mut self,
        hash: &Hash32,
        offset: u64,
        bytes: &[u8],
        is_last: bool,
    ) -> Result<bool, Self::Error>;
}
