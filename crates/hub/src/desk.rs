//! One station's log at the hub, as the exchange needs it. Each call is a transaction of its own:
//! between two frames others may write.

use crate::day::hour_of;
use crate::error::{HubError, Result};
use crate::identity::public;
use crate::own;
use crate::storage::{Storage, Tables};
use crate::{derive, ingest, quota};
use ed25519_dalek::SigningKey;
use std::collections::BTreeMap;
use tsong_domain::fact::{OriginBorn, RawFact};
use tsong_domain::id::{DeviceId, EntityId, FactId, Hash32, Origin};
use tsong_sync::exchange::serve::{self, Desk, Heard};
use tsong_sync::peer::{Log, OriginHead, Refused, RefusedCode, Told, Verified};
use tsong_sync::salt::SaltSeed;
use tsong_sync::sign::Signature64;

/// How many blobs are asked for at once.
const BLOBS: u32 = 32;

/// One station's log.
pub struct StationLog<'a, S: Storage> {
    /// The database.
    pub storage: &'a S,
    /// The hub's key.
    pub key: &'a SigningKey,
    /// The station.
    pub station: EntityId,
    /// The hub's clock, milliseconds since 1970.
    pub now_ms: i64,
}

impl<S: Storage> Log for StationLog<'_, S> {
    type Error = HubError;

    fn heads(&self) -> Result<Vec<OriginHead>> {
        self.storage.read(|t| t.origins(self.station))
    }

    fn head_at(&self, origin: Origin, sequence: u64) -> Result<Option<Hash32>> {
        self.storage
            .read(|t| t.fact_head(self.station, FactId::new(origin, sequence)))
    }

    fn facts(&self, origin: Origin, from: u64, max_bytes: usize) -> Result<Vec<RawFact>> {
        let from = FactId::new(origin, from);
        let facts = self
            .storage
            .read(|t| t.facts_from(self.station, from, max_bytes))?;
        Ok(facts.into_iter().map(|(fact, _)| fact).collect())
    }

    fn seeds(&self, origin: Origin, from: u64, to: u64) -> Result<Vec<SaltSeed>> {
        self.storage
            .read(|t| t.seeds(self.station, origin, from, to))
    }

    fn signatures(&self, origin: Origin, from: u64) -> Result<Vec<(u64, Signature64)>> {
        self.storage
            .read(|t| t.signatures_from(self.station, FactId::new(origin, from)))
    }

    fn keep_signature(
        &mut self,
        origin: Origin,
        sequence: u64,
        signature: Signature64,
    ) -> Result<()> {
        let at = FactId::new(origin, sequence);
        let is_kept = self.storage.read(|t| {
            Ok(t.signatures_from(self.station, at)?
                .first()
                .is_some_and(|(s, _)| *s == sequence))
        })?;
        if is_kept {
            return Ok(());
        }
        self.storage
            .write(|t| t.put_signature(self.station, at, &signature))
    }

    fn trusts(&self, origin: Origin, born: &OriginBorn) -> Result<bool> {
        if born.hub {
            return Ok(born.key == public(self.key) && born.device == own::HUB_DEVICE);
        }
        self.storage.read(|t| {
            Ok(born.device != own::HUB_DEVICE
                && (t.was_let_in(self.station, born.device, &born.key)?
                    || t.vouched_origins(self.station, born.device.0)?
                        .contains(&origin)))
        })
    }

    fn append(&mut self, verified: &Verified) -> Result<()> {
        self.storage.write(|t| {
            ingest::ingest(t, self.station, verified, self.now_ms)?;
            quota::give_back(t, self.key, self.station, self.now_ms)
        })
    }

    fn birth_of(&self, origin: Origin, before: u64, entity: &EntityId) -> Option<FactId> {
        // A failure here makes the frame longer or refuses it; the next call tells it.
        self.storage
            .read(|t| t.birth_of(self.station, origin, before, entity))
            .ok()
            .flatten()
    }

    fn entity_of(&self, fact: FactId) -> Option<EntityId> {
        self.storage
            .read(|t| t.entity_of(self.station, fact))
            .ok()
            .flatten()
    }

    fn body_of(&self, fact: FactId) -> Option<Vec<u8>> {
        self.storage
            .read(|t| Ok(t.fact(self.station, fact)?.map(|f| f.body)))
            .ok()
            .flatten()
    }
}

impl<S: Storage> Desk for StationLog<'_, S> {
    fn now_ms(&self) -> i64 {
        self.now_ms
    }

    fn hub_key(&self) -> SigningKey {
        self.key.clone()
    }

    fn hub_origin(&self) -> Result<Option<Origin>> {
        Ok(self
            .storage
            .read(|t| t.station(self.station))?
            .and_then(|s| s.hub_origin))
    }

    fn blobs_wanted(&self, device: DeviceId) -> Result<Vec<(Hash32, u64)>> {
        self.storage
            .read(|t| t.wanted_blobs(self.station, device, BLOBS))
    }

    fn take_over(&mut self, device: DeviceId, points: &[FactId]) -> Result<Option<Vec<FactId>>> {
        if !serve::holds_nothing_beyond(self, device, points)? {
            return Ok(None);
        }
        let station = self.station;
        self.storage.write(|t| {
            // Looked at again where nobody writes in between.
            let heads = t.origins(station)?;
            let reach = |p: &FactId| {
                heads
                    .iter()
                    .find(|h| h.origin == p.origin)
                    .map_or(0, |h| h.sequence)
            };
            if points.iter().any(|p| reach(p) > p.sequence) {
                return Ok(None);
            }
            for point in points {
                t.close_origin(station, *point, false)?;
            }
            let granted = t.closed_origins(station, false)?;
            let is_asked = |g: &FactId| points.iter().any(|p| p.origin == g.origin);
            Ok(Some(granted.into_iter().filter(is_asked).collect()))
        })
    }

    fn note_heard(&mut self, device: DeviceId, heard: &Heard) -> Result<()> {
        let (station, now_ms) = (self.station, self.now_ms);
        self.storage.write(|t| {
            let heads = t.origins(station)?;
            let here = |o: &Origin| {
                heads
                    .iter()
                    .find(|h| h.origin == *o)
                    .map_or(0, |h| h.sequence)
            };
            let waiting = heard
                .ask
                .have
                .iter()
                .map(|(o, at, _)| at.saturating_sub(here(o)))
                .fold(0, u64::saturating_add);
            t.heard_device(station, device, &heard.ask.version, waiting, now_ms)?;
            t.note_hour(station, hour_of(now_ms))?;
            let fetched = |h: &OriginHead| {
                let have = heard.ask.have.iter().find(|(o, _, _)| *o == h.origin);
                (h.origin, have.map_or(0, |(_, at, _)| *at))
            };
            let fetched: Vec<(Origin, u64)> = heads.iter().map(fetched).collect();
            t.note_confirmed(station, device, &fetched)?;
            note_refused(t, self.key, station, &heard.refused, now_ms)
        })
    }

    fn note_sent(&mut self, device: DeviceId, sent: &[FactId]) -> Result<()> {
        let station = self.station;
        let reaches: Vec<(Origin, u64)> = sent.iter().map(|f| (f.origin, f.sequence)).collect();
        self.storage
            .write(|t| t.note_fetched(station, device, &reaches))
    }
}

/// Keeps what was refused. A device that holds another history of the hub's own origin tells that the
/// hub was restored.
fn note_refused(
    tables: &dyn Tables,
    key: &SigningKey,
    station: EntityId,
    refused: &[Refused],
    now_ms: i64,
) -> Result<()> {
    for one in refused {
        let first = FactId::new(one.origin, one.first);
        tables.quarantine(station, first, one.code.word(), now_ms)?;
    }
    let own = tables.station(station)?.and_then(|s| s.hub_origin);
    let forked = refused
        .iter()
        .find(|r| r.code == RefusedCode::Fork && Some(r.origin) == own);
    match forked {
        Some(refused) => own::renew(tables, key, station, refused.origin, now_ms),
        None => Ok(()),
    }
}

impl<S: Storage> StationLog<'_, S> {
    /// As [`Desk::note_heard`], of a bundle that may be old: an old one takes nothing back, and one
    /// that brings no news is not taken for a sign of life. `device` is absent when an older disk of
    /// it speaks.
    ///
    /// # Errors
    /// If the database fails.
    pub(crate) fn note_carried(&self, device: Option<DeviceId>, heard: &Heard) -> Result<()> {
        let (station, now_ms) = (self.station, self.now_ms);
        self.storage.write(|t| {
            if let Some(device) = device {
                let before: BTreeMap<Origin, u64> =
                    t.confirmed(station, device)?.into_iter().collect();
                let known = |o: &Origin| before.get(o).copied().unwrap_or(0);
                let ahead = |(o, at, _): &&Told| *at > known(o);
                if heard.appended > 0 || heard.ask.have.iter().any(|r| ahead(&r)) {
                    t.heard_device(station, device, &heard.ask.version, 0, now_ms)?;
                    t.note_hour(station, hour_of(now_ms))?;
                }
                let here: BTreeMap<Origin, u64> = t
                    .origins(station)?
                    .iter()
                    .map(|h| (h.origin, h.sequence))
                    .collect();
                let grown: Vec<(Origin, u64)> = heard
                    .ask
                    .have
                    .iter()
                    .filter(|r| ahead(r) && here.contains_key(&r.0))
                    .map(|(origin, at, _)| (*origin, *at))
                    .collect();
                t.note_confirmed(station, device, &grown)?;
            }
            note_refused(t, self.key, station, &heard.refused, now_ms)
        })
    }

    /// Computes an order's row again from its facts, beside the one that is kept.
    ///
    /// # Errors
    /// If the database fails.
    pub fn recompute(&self, entity: EntityId) -> Result<bool> {
        self.storage.read(|t| {
            let world = derive::world(t, self.station)?;
            let fresh = derive::order(t, self.station, entity, &world)?.map(|(row, _)| row);
            Ok(fresh == t.order(self.station, entity)?)
        })
    }
}
