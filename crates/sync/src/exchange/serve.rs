//! The hub's side of one exchange: frames are taken in as they stream, and answered with what the
//! device lacks.

use super::carried::Carried;
use super::wire::{self, Body, SyncAsk, SyncTell, WireError};
use crate::chain;
use crate::peer::{Log, OfferError, Offering, OriginHead, Reach, Refused, RefusedCode, Taker};
use crate::peer::{TakeError, Took};
use ed25519_dalek::SigningKey;
use std::collections::BTreeSet;
use std::io::{self, Read};
use tsong_domain::id::{DeviceId, FactId, Hash32, Origin};

/// What the hub keeps besides a station's log.
pub trait Desk: Log {
    /// The hub's clock, milliseconds since 1970.
    fn now_ms(&self) -> i64;

    /// The hub's key.
    fn hub_key(&self) -> SigningKey;

    /// The origin that the hub writes for this station now.
    ///
    /// # Errors
    /// If the storage fails; so do all others.
    fn hub_origin(&self) -> Result<Option<Origin>, Self::Error>;

    /// Blobs that the hub lacks and this device may have, thumbnails first.
    ///
    /// # Errors
    /// If the storage fails.
    fn blobs_wanted(&self, device: DeviceId) -> Result<Vec<(Hash32, u64)>, Self::Error>;

    /// Records the takeover of the device's older origins at these points, unless facts beyond
    /// them are here; answers with what is recorded (`rules.md` 7).
    ///
    /// # Errors
    /// If the storage fails.
    fn take_over(
        &mut self,
        device: DeviceId,
        points: &[FactId],
    ) -> Result<Option<Vec<FactId>>, Self::Error>;

    /// Keeps what a device said and what was refused of it, to be shown.
    ///
    /// # Errors
    /// If the storage fails.
    fn note_heard(&mut self, device: DeviceId, heard: &Heard) -> Result<(), Self::Error>;

    /// Keeps how far each origin was sent in an answer that went out whole, to be shown. Only the
    /// next request tells what arrived.
    ///
    /// # Errors
    /// If the storage fails.
    fn note_sent(&mut self, device: DeviceId, sent: &[FactId]) -> Result<(), Self::Error>;
}

/// What one request brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// What the device said.
    pub ask: SyncAsk,
    /// How many facts were new.
    pub appended: u64,
    /// What was refused, once for each origin.
    pub refused: Vec<Refused>,
    /// How many bytes came.
    pub bytes: u64,
}

impl Heard {
    /// Adds the origins of which the device has another history than the hub, as `offering` found.
    pub fn note_forks(&mut self, offering: &Offering<'_>) {
        for (origin, first, _) in &offering.forked {
            if !self.refused.iter().any(|r| r.origin == *origin) {
                self.refused.push(Refused {
                    origin: *origin,
                    first: *first,
                    code: RefusedCode::Fork,
                });
            }
        }
    }
}

/// What the hub says now.
///
/// # Errors
/// If the storage fails.
pub fn said<D: Desk>(
    desk: &D,
    device: DeviceId,
    refused: Vec<Refused>,
    takes: Option<Vec<FactId>>,
) -> Result<SyncTell, D::Error> {
    let have: Vec<Reach> = desk.heads()?.iter().map(OriginHead::reach).collect();
    Ok(SyncTell {
        root: chain::root(&have),
        have,
        refused,
        hub_time_ms: desk.now_ms(),
        blobs_wanted: desk.blobs_wanted(device)?,
        takes,
    })
}

/// Why a request could not be answered. What arrived before counts.
#[derive(Debug, thiserror::Error)]
pub enum ServeError<E: std::error::Error> {
    /// The storage failed.
    #[error("{0}")]
    Log(#[source] E),
    /// The request ended before its end mark.
    #[error("the request was cut")]
    Cut,
    /// The request is no exchange's.
    #[error("the request is malformed")]
    Malformed,
    /// The content is not what the device signed.
    #[error("the content is not what was signed")]
    BadDigest,
    /// A frame could not be cut.
    #[error("{0}")]
    Frame(String),
    /// The device went away while it was answered.
    #[error("the answer was cut: {0}")]
    Gone(#[source] io::Error),
}

struct Digesting<R> {
    inner: R,
    hasher: blake3::Hasher,
    bytes: u64,
}

impl<R: Read> Read for Digesting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.hasher.update(buffer.get(..count).unwrap_or_default());
        self.bytes = self
            .bytes
            .saturating_add(u64::try_from(count).unwrap_or(u64::MAX));
        Ok(count)
    }
}

/// Takes in a request's frames as they come. They are signed each by their author and count at
/// once; what the device *says* counts only if the whole content is what it signed.
///
/// # Errors
/// [`ServeError`].
pub fn hear<L: Log>(
    log: &mut L,
    body: impl Read,
    digest: &Hash32,
) -> Result<Heard, ServeError<L::Error>> {
    let of_wire = |error| match error {
        WireError::Cut(_) => ServeError::Cut,
        WireError::Garbage => ServeError::Malformed,
    };
    let of_take = |TakeError::Log(error)| ServeError::Log(error);
    let mut body = Body::new(Digesting {
        inner: body,
        hasher: blake3::Hasher::new(),
        bytes: 0,
    });
    let words = body.words().map_err(of_wire)?;
    let mut ask: SyncAsk = minicbor_serde::from_slice(&words).map_err(|_| ServeError::Malformed)?;
    let (mut taker, mut carried) = (Taker::default(), Carried::default());
    while let Some(bytes) = body.frame().map_err(of_wire)? {
        carried.note(&bytes);
        match taker.take(log, &bytes).map_err(of_take)? {
            Took::Appended { .. } | Took::Known | Took::Refused(_) => {}
        }
    }
    taker.finish(log).map_err(of_take)?;
    carried
        .complete(&mut ask, log, &taker.refused)
        .map_err(ServeError::Log)?;
    let mut rest = body.into_inner();
    let mut after = [0u8; 1];
    if rest.read(&mut after).map_err(|_| ServeError::Cut)? != 0 {
        return Err(ServeError::Malformed);
    }
    if rest.hasher.finalize().as_bytes() != &digest.0 {
        return Err(ServeError::BadDigest);
    }
    Ok(Heard {
        ask,
        appended: taker.appended,
        refused: taker.refused,
        bytes: rest.bytes,
    })
}

/// Answers: the words first, then frame by frame, so that one is in memory at a time. The number of
/// bytes written.
///
/// # Errors
/// [`ServeError`].
pub fn answer<D: Desk>(
    desk: &mut D,
    device: DeviceId,
    request_sequence: u64,
    mut heard: Heard,
    write: &mut dyn FnMut(Vec<u8>) -> io::Result<()>,
) -> Result<u64, ServeError<D::Error>> {
    let key = desk.hub_key();
    let own = desk
        .hub_origin()
        .map_err(ServeError::Log)?
        .map(|origin| (origin, &key));
    let takes = match &heard.ask.takes {
        Some(points) => desk.take_over(device, points).map_err(ServeError::Log)?,
        None => None,
    };
    let have = heard.ask.have.clone();
    let mut offering = Offering::new(desk, &have, own, |_| true).map_err(ServeError::Log)?;
    heard.note_forks(&offering);
    desk.note_heard(device, &heard).map_err(ServeError::Log)?;
    let tell = said(desk, device, heard.refused, takes).map_err(ServeError::Log)?;
    let words = wire::tell_bytes(&tell, &key, device, request_sequence)
        .map_err(|e| ServeError::Frame(e.to_string()))?;
    let mut written = 0u64;
    let mut put = |bytes: Vec<u8>| {
        written = written.saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        write(bytes).map_err(ServeError::Gone)
    };
    put(words)?;
    let budget = u64::from(heard.ask.down_bytes);
    let mut sent = 0u64;
    let mut reaches: Vec<FactId> = Vec::new();
    while sent < budget {
        let Some(frame) = offering.next(desk).map_err(|e| match e {
            OfferError::Log(error) => ServeError::Log(error),
            OfferError::Frame(fact, error) => ServeError::Frame(format!("fact {fact}: {error}")),
        })?
        else {
            break;
        };
        let mut bytes = Vec::with_capacity(frame.bytes.len().saturating_add(4));
        wire::put_section(&mut bytes, &frame.bytes);
        sent = sent.saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        let last = FactId::new(frame.origin, frame.last);
        reaches.retain(|reach| reach.origin != last.origin);
        reaches.push(last);
        put(bytes)?;
    }
    put(wire::END.to_vec())?;
    if !reaches.is_empty() {
        desk.note_sent(device, &reaches).map_err(ServeError::Log)?;
    }
    Ok(written)
}

/// Whether a takeover at `points` may be recorded: nothing beyond them is here.
///
/// # Errors
/// If the log's storage fails.
pub fn holds_nothing_beyond<L: Log>(
    log: &L,
    device: DeviceId,
    points: &[FactId],
) -> Result<bool, L::Error> {
    let wanted: BTreeSet<Origin> = points.iter().map(|p| p.origin).collect();
    let heads = log.heads()?;
    Ok(heads
        .iter()
        .filter(|h| wanted.contains(&h.origin))
        .all(|head| {
            let at = points
                .iter()
                .filter(|p| p.origin == head.origin)
                .map(|p| p.sequence)
                .min();
            head.device == device && at.is_some_and(|at| head.sequence <= at)
        }))
}
