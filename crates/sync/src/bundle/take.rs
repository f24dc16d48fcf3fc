//! Emptying a bundle: the words are believed only when they are signed, every frame counts by itself.

use super::seal::Opening;
use super::{BundleAsk, BundleError, BundleTell, Header, Kind, Opener};
use crate::exchange::blobs::MAX_BLOB_BYTES;
use crate::exchange::wire::{Body, WireError};
use crate::exchange::{Session, SyncTell};
use crate::peer::{Log, Refused, RefusedCode, Taker};
use std::collections::BTreeSet;
use std::io::{self, Read};
use tsong_domain::id::{Hash32, Origin};

/// How many origins a bundle may bring that are refused, before it is no bundle of a station's.
const MAX_REFUSED: usize = 1000;
const HASH_BYTES: usize = 32;

/// Is given a photo and says whether it kept it.
pub type Keep<'a, E> = dyn FnMut(&Hash32, &[u8]) -> Result<bool, E> + 'a;

/// A bundle that is being emptied: first its words, then [`Unpacking::frames`], then
/// [`Unpacking::blobs`].
pub struct Unpacking<R> {
    header: Header,
    signed_header: Vec<u8>,
    body: Body<Opener<R>>,
}

fn of_wire(error: WireError) -> BundleError {
    match error {
        WireError::Cut(error) => BundleError::of_io(error),
        WireError::Garbage => BundleError::Malformed,
    }
}

impl<R: Read> Unpacking<R> {
    /// Opens a bundle of which the header was read.
    ///
    /// # Errors
    /// As [`Opener::new`].
    pub fn open(inner: R, header: (Header, [u8; 32]), with: &Opening) -> Result<Self, BundleError> {
        let opener = Opener::new(inner, header, with)?;
        Ok(Self {
            header: *opener.header(),
            signed_header: opener.signed_header().to_vec(),
            body: Body::new(opener),
        })
    }

    /// What it says on its outside.
    #[must_use]
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// What a device says, signed by the key that it names. Whose key that is, is for the hub to say.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn ask(&mut self) -> Result<BundleAsk, BundleError> {
        let words = self.body.words().map_err(of_wire)?;
        let signature = self.body.signature().map_err(of_wire)?;
        let ask: BundleAsk =
            minicbor_serde::from_slice(&words).map_err(|_| BundleError::Malformed)?;
        if self.header.kind == Kind::Up && ask.is_signed(&self.signed_header, &words, &signature) {
            Ok(ask)
        } else {
            Err(BundleError::BadSignature)
        }
    }

    /// What the hub says; `pinned` is its key, where one is known.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn tell(&mut self, pinned: Option<&Hash32>) -> Result<BundleTell, BundleError> {
        let words = self.body.words().map_err(of_wire)?;
        let signature = self.body.signature().map_err(of_wire)?;
        let tell: BundleTell =
            minicbor_serde::from_slice(&words).map_err(|_| BundleError::Malformed)?;
        if pinned.is_some_and(|key| *key != tell.hub_key) || tell.station != self.header.station {
            return Err(BundleError::NotOurs);
        }
        let is_down = self.header.kind != Kind::Up;
        if is_down && tell.is_signed(&self.signed_header, &words, &signature) {
            Ok(tell)
        } else {
            Err(BundleError::BadSignature)
        }
    }

    /// Reads to the end and believes nothing: whether the bundle is whole and as it was written.
    ///
    /// # Errors
    /// [`BundleError::Cut`], [`BundleError::Damaged`], [`BundleError::Io`].
    pub fn check_whole(self) -> Result<(), BundleError> {
        let copied = io::copy(&mut self.body.into_inner(), &mut io::sink());
        copied.map(|_| ()).map_err(BundleError::of_io)
    }

    /// Takes the frames in, each by itself.
    ///
    /// # Errors
    /// [`BundleError`]; the frames before it count.
    pub fn frames<L: Log>(
        &mut self,
        log: &mut L,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Taker, BundleError> {
        let mut taker = Taker::default();
        while let Some(bytes) = self.body.frame().map_err(of_wire)? {
            taker.take(log, &bytes).map_err(BundleError::of_take)?;
            if taker.refused.len() > MAX_REFUSED {
                return Err(BundleError::Malformed);
            }
            progress(taker.appended);
        }
        taker.finish(log).map_err(BundleError::of_take)?;
        Ok(taker)
    }

    /// Gives the photos whose content is what their address says to `keep`, which tells whether it
    /// kept them; those that it did. The bundle has to end after them.
    ///
    /// # Errors
    /// [`BundleError`]; what was kept before it stays.
    pub fn blobs<E: std::error::Error + Send + Sync + 'static>(
        mut self,
        keep: &mut Keep<'_, E>,
    ) -> Result<Vec<Hash32>, BundleError> {
        let most = usize::try_from(MAX_BLOB_BYTES).unwrap_or(usize::MAX);
        let mut kept = Vec::new();
        while let Some(section) = self
            .body
            .section(most.saturating_add(HASH_BYTES))
            .map_err(of_wire)?
        {
            let (hash, bytes) = section
                .split_first_chunk::<HASH_BYTES>()
                .ok_or(BundleError::Malformed)?;
            let hash = Hash32(*hash);
            if blake3::hash(bytes).as_bytes() != &hash.0 {
                return Err(BundleError::Malformed);
            }
            if keep(&hash, bytes).map_err(BundleError::storage)? {
                kept.push(hash);
            }
        }
        let mut after = [0u8; 1];
        match self.body.into_inner().read(&mut after) {
            Ok(0) => Ok(kept),
            Ok(_) => Err(BundleError::Malformed),
            Err(error) => Err(BundleError::of_io(error)),
        }
    }
}

/// What a bundle from the hub brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Facts that were new.
    pub pulled: u64,
    /// Photos that were missing.
    pub blobs: u64,
    /// What the hub refused of ours.
    pub refused: Vec<Refused>,
    /// What we refused of the hub's.
    pub refused_here: Vec<Refused>,
}

/// Takes in what the hub sent, whose words were read: what it acknowledges, its frames, its photos.
///
/// # Errors
/// [`BundleError`]; what was taken before it counts.
pub fn take_down<S: Session, R: Read>(
    session: &mut S,
    mut bundle: Unpacking<R>,
    said: &BundleTell,
    progress: &mut dyn FnMut(u64),
) -> Result<Carried, BundleError> {
    let own = session.own_origin();
    if is_own_forked(session, own, &said.tell)? {
        session.note_fork(own).map_err(BundleError::storage)?;
    }
    session
        .note_carried(&said.tell)
        .map_err(BundleError::storage)?;
    for hash in &said.blobs_here {
        session.blob_at_hub(hash).map_err(BundleError::storage)?;
    }
    let taker = bundle.frames(session, progress)?;
    // Only after the frames: the takeover counts from what the hub holds.
    if let Some(closed) = &said.tell.takes {
        session
            .takeover_granted(closed)
            .map_err(BundleError::storage)?;
    }
    let mut missing: BTreeSet<Hash32> = session
        .blobs_missing()
        .map_err(BundleError::storage)?
        .into_iter()
        .map(|(hash, _)| hash)
        .collect();
    let kept = bundle.blobs(&mut |hash, bytes| {
        Ok::<_, S::Error>(missing.remove(hash) && session.blob_store(hash, 0, bytes, true)?)
    })?;
    Ok(Carried {
        pulled: taker.appended,
        blobs: u64::try_from(kept.len()).unwrap_or(u64::MAX),
        refused: said.tell.refused.clone(),
        refused_here: taker.refused,
    })
}

/// Whether the hub holds another history of our own origin than we do, or a longer one. That stays
/// true however old the bundle is.
fn is_own_forked<S: Session>(
    session: &S,
    own: Origin,
    tell: &SyncTell,
) -> Result<bool, BundleError> {
    let is_refused = |r: &Refused| r.origin == own && r.code == RefusedCode::Fork;
    if tell.refused.iter().any(is_refused) {
        return Ok(true);
    }
    let Some((_, sequence, head)) = tell.have.iter().find(|(origin, _, _)| *origin == own) else {
        return Ok(false);
    };
    let ours = session
        .head_at(own, *sequence)
        .map_err(BundleError::storage)?;
    Ok(ours != Some(*head))
}
