//! The hub's side, and a cable to it that can be cut anywhere.

use super::{MemoryError, Replica};
use crate::exchange::request::Authorization;
use crate::exchange::serve::{self, Desk, Heard};
use crate::exchange::{BLOB_PATH, ErrorBody, SYNC_PATH, wire};
use crate::transport::{Meter, Method, Request, Response, Transport, TransportError};
use ed25519_dalek::SigningKey;
use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};
use tsong_domain::id::{DeviceId, FactId, Hash32, Origin};

impl Desk for Replica {
    fn now_ms(&self) -> i64 {
        1_790_000_000_000
    }

    fn hub_key(&self) -> SigningKey {
        self.key.clone()
    }

    fn hub_origin(&self) -> Result<Option<Origin>, MemoryError> {
        Ok(Some(self.origin))
    }

    fn blobs_wanted(&self, _device: DeviceId) -> Result<Vec<(Hash32, u64)>, MemoryError> {
        let here = |hash: &Hash32| self.blobs.get(hash).map_or(0, Vec::len);
        Ok(self
            .missing
            .iter()
            .map(|h| (*h, u64::try_from(here(h)).unwrap_or(0)))
            .collect())
    }

    fn take_over(
        &mut self,
        device: DeviceId,
        points: &[FactId],
    ) -> Result<Option<Vec<FactId>>, MemoryError> {
        let may = serve::holds_nothing_beyond(self, device, points)?;
        if may {
            self.granted.push(points.to_vec());
        }
        Ok(may.then(|| points.to_vec()))
    }

    fn note_heard(&mut self, _device: DeviceId, _heard: &Heard) -> Result<(), MemoryError> {
        Ok(())
    }

    fn note_sent(&mut self, _device: DeviceId, _sent: &[FactId]) -> Result<(), MemoryError> {
        Ok(())
    }
}

/// A hub of one station.
pub struct Hub {
    /// Its log.
    pub desk: Replica,
    /// The highest request number of each device.
    pub requests: BTreeMap<DeviceId, u64>,
    /// The keys of the devices that may ask.
    pub keys: BTreeMap<DeviceId, Hash32>,
}

impl Hub {
    /// A hub with nothing but its own birth.
    #[must_use]
    pub fn new(seed: u8) -> Self {
        let mut desk = Replica::new(DeviceId(0), seed, Vec::new());
        desk.hub = Some(super::public(&desk.key));
        Self {
            desk,
            requests: BTreeMap::new(),
            keys: BTreeMap::new(),
        }
    }

    /// Lets a device in and ties it to this hub.
    pub fn enrol(&mut self, replica: &mut Replica) {
        let key = super::public(&replica.key);
        self.desk.let_in(replica.device, key);
        self.keys.insert(replica.device, key);
        self.requests.remove(&replica.device);
        replica.hub = self.desk.hub;
        replica.acknowledged = Vec::new();
    }

    fn refuse(status: u16, code: &str, offset: Option<u64>) -> (u16, Vec<u8>) {
        let body = ErrorBody {
            code: code.to_owned(),
            message: code.to_owned(),
            offset,
        };
        (status, serde_json::to_vec(&body).unwrap_or_default())
    }

    /// Answers a request of which only `body` arrived; `None` when it was cut.
    fn handle(&mut self, request: &Request, body: &[u8]) -> Option<(u16, Vec<u8>)> {
        let header = request.headers.iter().find(|(n, _)| *n == "authorization");
        let Some(signed) = header.and_then(|(_, v)| Authorization::read(v)) else {
            return Some(Self::refuse(401, "bad_signature", None));
        };
        let Some(key) = self.keys.get(&signed.device) else {
            return Some(Self::refuse(401, "not_enrolled", None));
        };
        let hub = self.desk.hub.unwrap_or(Hash32([0; 32]));
        let (method, path) = (request.method.word(), request.path.as_str());
        if !signed.is_signed_by(key, method, path, &hub, &[0; 16]) {
            return Some(Self::refuse(401, "bad_signature", None));
        }
        let last = self.requests.entry(signed.device).or_default();
        if signed.sequence <= *last {
            return Some(Self::refuse(409, "replayed", None));
        }
        *last = signed.sequence;
        if path == SYNC_PATH {
            let heard = serve::hear(&mut self.desk, body, &signed.digest).ok()?;
            let mut out = Vec::new();
            serve::answer(
                &mut self.desk,
                signed.device,
                signed.sequence,
                heard,
                &mut |bytes| {
                    out.extend(bytes);
                    Ok(())
                },
            )
            .ok()?;
            return Some((200, out));
        }
        self.blob(request, body)
    }

    fn blob(&mut self, request: &Request, body: &[u8]) -> Option<(u16, Vec<u8>)> {
        let (hash, query) = request.path.strip_prefix(BLOB_PATH)?.split_once('?')?;
        let hash: Hash32 = hash.parse().ok()?;
        let offset: u64 = query
            .split('&')
            .next()?
            .strip_prefix("offset=")?
            .parse()
            .ok()?;
        let stored = self.desk.blobs.get(&hash).map_or(0, Vec::len);
        if request.method == Method::Get {
            let Some(blob) = self.desk.blobs.get(&hash) else {
                return Some(Self::refuse(404, "unknown_blob", None));
            };
            let mut out = u64::try_from(blob.len()).ok()?.to_le_bytes().to_vec();
            out.extend(blob.iter().skip(usize::try_from(offset).ok()?));
            return Some((200, out));
        }
        let stored = u64::try_from(stored).ok()?;
        if offset != stored {
            return Some(Self::refuse(409, "wrong_offset", Some(stored)));
        }
        let blob = self.desk.blobs.entry(hash).or_default();
        blob.extend_from_slice(body);
        if blake3::hash(blob).as_bytes() == &hash.0 {
            self.desk.missing.retain(|m| *m != hash);
        }
        Some((200, b"{}".to_vec()))
    }
}

/// A cable to a hub in memory. It carries so many bytes and is then cut.
pub struct Cable<'a> {
    /// At the other end.
    pub hub: &'a mut Hub,
    /// How many more bytes of requests it carries.
    pub up_left: usize,
    /// How many more bytes of answers it carries.
    pub down_left: usize,
    /// What went over it.
    pub meter: Meter,
}

impl<'a> Cable<'a> {
    /// A cable that is never cut.
    #[must_use]
    pub fn whole(hub: &'a mut Hub) -> Self {
        Self {
            hub,
            up_left: usize::MAX,
            down_left: usize::MAX,
            meter: Meter::default(),
        }
    }
}

fn count(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

impl Transport for Cable<'_> {
    fn send(&mut self, request: Request) -> Result<Response, TransportError> {
        self.meter.requests = self.meter.requests.saturating_add(1);
        let arrived = request.body.len().min(self.up_left);
        self.up_left = self.up_left.saturating_sub(request.body.len());
        self.meter.bytes_up = self.meter.bytes_up.saturating_add(count(arrived));
        let body = request.body.get(..arrived).unwrap_or_default();
        let is_cut = arrived < request.body.len();
        let answer = self.hub.handle(&request, body).filter(|_| !is_cut);
        let (status, mut bytes) = answer.ok_or(TransportError::Cut)?;
        let whole = bytes.len();
        bytes.truncate(self.down_left);
        self.down_left = self.down_left.saturating_sub(whole);
        self.meter.bytes_down = self.meter.bytes_down.saturating_add(count(bytes.len()));
        let is_cut = bytes.len() < whole;
        let tail = if is_cut { Tail::Cut } else { Tail::End };
        let content_type = if status == 200 {
            wire::CONTENT_TYPE
        } else {
            "application/json"
        };
        Ok(Response {
            status,
            content_type: content_type.to_owned(),
            body: Box::new(Cursor::new(bytes).chain(tail)),
        })
    }

    fn meter(&self) -> Meter {
        self.meter
    }
}

enum Tail {
    End,
    Cut,
}

impl Read for Tail {
    fn read(&mut self, _buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::End => Ok(0),
            Self::Cut => Err(io::Error::other(TransportError::Cut)),
        }
    }
}
