//! The station's log as the exchange sees it.

mod reach;

pub(crate) use reach::acknowledge;
use reach::note_have;

use crate::apply::{self, Arrival};
use crate::fault::Fault;
use crate::fork;
use crate::me::{self, Bond, Me};
use crate::station::Station;
use crate::work::Work;
use ed25519_dalek::SigningKey;
use tsong_contract::AppError;
use tsong_domain::fact::{Actor, Body, Draft, OriginBorn, RawFact, Sealed, Takes};
use tsong_domain::id::{EntityId, FactId, Hash32, Origin};
use tsong_store::origin::OriginRow;
use tsong_store::{Db, blob, fact, meta, origin, quarantine, seal};
use tsong_sync::chain::personal_commitment;
use tsong_sync::encode::{Read, read_fact};
use tsong_sync::exchange::{BlobPart, Link, Session, SyncTell};
use tsong_sync::peer::{Log, OriginHead, Reach, Verified, vouching};
use tsong_sync::salt::{SaltSeed, shared};
use tsong_sync::sign::Signature64;

/// More requests than a station makes in its life between two copies of its disk; doubled with each
/// leap.
const REQUESTS_LEAP: u64 = 1 << 20;

/// How many facts are read in one go.
const READ_FACTS: usize = 2000;

/// A station during one sync.
pub(crate) struct Replica<'a> {
    pub(crate) station: &'a mut Station,
    pub(crate) key: SigningKey,
    pub(crate) bond: Bond,
    pub(crate) me: Me,
}

impl<'a> Replica<'a> {
    /// Counts requests from far beyond any that this disk can have made since a copy of it was taken:
    /// the hub only asks that they rise.
    pub(crate) fn leap_requests(&mut self, leap: u32) -> Result<(), Fault> {
        self.bond = self.write(|db| {
            let mut bond = Bond::load(db)?.ok_or(Fault::App(AppError::NotEnrolled))?;
            bond.request_sequence = bond
                .request_sequence
                .saturating_add(REQUESTS_LEAP << leap.min(32));
            bond.save(db)?;
            Ok(bond)
        })?;
        Ok(())
    }

    /// Readies a station for a sync.
    ///
    /// # Errors
    /// [`AppError::NotEnrolled`], [`AppError::KeyMissing`], and whatever the store says.
    pub(crate) fn new(station: &'a mut Station) -> Result<Self, AppError> {
        let bond = station.read(Bond::load)?.ok_or(AppError::NotEnrolled)?;
        let key = crate::signin::signer(station)?;
        let me = station.me()?;
        Ok(Self {
            station,
            key,
            bond,
            me,
        })
    }

    fn read<T>(&self, work: impl FnOnce(&Db<'_>) -> Result<T, Fault>) -> Result<T, Fault> {
        self.station.store.read(work)
    }

    fn write<T>(&mut self, work: impl FnOnce(&Db<'_>) -> Result<T, Fault>) -> Result<T, Fault> {
        self.station.store.write(work)
    }
}

impl Log for Replica<'_> {
    type Error = Fault;

    fn heads(&self) -> Result<Vec<OriginHead>, Fault> {
        self.read(|db| {
            Ok(origin::all(db)?
                .into_iter()
                .filter(|o| o.sequence > 0)
                .map(|o| OriginHead {
                    origin: o.origin,
                    device: o.device,
                    key: o.key,
                    is_hub: o.is_hub,
                    sequence: o.sequence,
                    head: o.head,
                })
                .collect())
        })
    }

    fn head_at(&self, origin: Origin, sequence: u64) -> Result<Option<Hash32>, Fault> {
        self.read(|db| Ok(fact::get(db, FactId::new(origin, sequence))?.map(|f| f.head)))
    }

    fn facts(&self, origin: Origin, from: u64, max_bytes: usize) -> Result<Vec<RawFact>, Fault> {
        self.read(|db| {
            let mut facts: Vec<RawFact> = Vec::new();
            let (mut bytes, mut next) = (0usize, from);
            loop {
                let page = fact::of_origin(db, origin, next, READ_FACTS)?;
                let is_last = page.len() < READ_FACTS;
                for stored in page {
                    next = next.saturating_add(1);
                    let is_end = !stored.raw.header.more;
                    bytes = bytes.saturating_add(size(&stored.raw));
                    facts.push(stored.raw);
                    if is_end && bytes >= max_bytes {
                        return Ok(facts);
                    }
                }
                if is_last {
                    return Ok(facts);
                }
            }
        })
    }

    fn seeds(&self, origin: Origin, from: u64, to: u64) -> Result<Vec<SaltSeed>, Fault> {
        self.read(|db| {
            let seeds = seal::seeds(db, origin, from, to)?;
            Ok(seeds
                .into_iter()
                .map(|s| SaltSeed {
                    first: s.first,
                    last: s.last,
                    seed: s.seed,
                })
                .collect())
        })
    }

    fn signatures(&self, origin: Origin, from: u64) -> Result<Vec<(u64, Signature64)>, Fault> {
        self.read(|db| {
            let all = seal::signatures(db, origin, from)?;
            Ok(all
                .into_iter()
                .map(|(at, bytes)| (at, Signature64(bytes)))
                .collect())
        })
    }

    fn keep_signature(
        &mut self,
        origin: Origin,
        sequence: u64,
        signature: Signature64,
    ) -> Result<(), Fault> {
        self.write(|db| Ok(seal::put_signature(db, origin, sequence, &signature.0)?))
    }

    fn trusts(&self, origin: Origin, born: &OriginBorn) -> Result<bool, Fault> {
        if born.hub {
            return Ok(born.key == self.bond.hub_key);
        }
        let is_own = born.device == self.me.device && self.me.older.contains(&origin);
        let is_let_in = self.read(|db| {
            Ok(me::access(db)?.contains_key(&format!("{}:{}", born.device, born.key)))
        })?;
        Ok(is_own || is_let_in || !vouching(self, born.device, origin)?.is_empty())
    }

    fn append(&mut self, verified: &Verified) -> Result<(), Fault> {
        let now_ms = self.station.host.now_ms();
        self.write(|db| append(db, verified, now_ms))
    }

    fn birth_of(&self, origin: Origin, before: u64, entity: &EntityId) -> Option<FactId> {
        self.read(|db| Ok(fact::birth_of(db, origin, before, *entity)?))
            .ok()
            .flatten()
    }

    fn entity_of(&self, id: FactId) -> Option<EntityId> {
        self.read(|db| Ok(fact::get(db, id)?.map(|f| f.raw.header.entity)))
            .ok()
            .flatten()
    }

    fn body_of(&self, id: FactId) -> Option<Vec<u8>> {
        self.read(|db| Ok(fact::get(db, id)?.map(|f| f.raw.body)))
            .ok()
            .flatten()
    }
}

fn size(raw: &RawFact) -> usize {
    let personal = match &raw.personal {
        Some(Sealed::Open { bytes, .. }) => bytes.len(),
        Some(Sealed::Erased(_)) | None => 0,
    };
    raw.body.len().saturating_add(personal).saturating_add(48)
}

/// Stores facts from elsewhere and everything derived, in the transaction of `db`.
pub(crate) fn append(db: &Db<'_>, verified: &Verified, now_ms: i64) -> Result<(), Fault> {
    let frame = &verified.frame;
    let mut row = match (origin::get(db, frame.origin)?, &verified.born) {
        (Some(row), _) => row,
        (None, Some(born)) => OriginRow {
            origin: frame.origin,
            device: born.device,
            key: born.key,
            is_hub: born.hub,
            sequence: 0,
            head: tsong_sync::chain::GENESIS,
            closed: None,
            at_hub: 0,
        },
        (None, None) => {
            return Err(Fault::Store(tsong_store::StoreError::Unreadable {
                what: "origin",
            }));
        }
    };
    let erased = me::erased(db)?;
    let mut clock = me::clock(db)?;
    let mut read = Vec::with_capacity(frame.facts.len());
    // Another program of this folder may have taken the same facts in since they were verified.
    let reached = row.sequence;
    let news = frame.facts.iter().zip(&verified.heads);
    for (raw, head) in news.filter(|(f, _)| f.header.id.sequence > reached) {
        let id = raw.header.id;
        clock.observe(raw.header.time);
        let mut raw = raw.clone();
        if erased.contains(&id) {
            raw.personal = raw
                .personal
                .as_ref()
                .map(|p| Sealed::Erased(personal_commitment(p)));
        }
        fact::append(db, &raw, head)?;
        row.sequence = id.sequence;
        row.head = *head;
        match read_fact(&raw) {
            Read::Known(fact) => read.push(fact),
            // A newer version's: kept raw, passed on, applied once this program knows it.
            Read::Unknown => {}
            Read::Malformed => quarantine::put(db, id, "malformed", now_ms)?,
        }
    }
    if row.sequence == reached {
        return Ok(());
    }
    origin::put(db, &row)?;
    me::save_clock(db, &clock)?;
    for s in &frame.seeds {
        // The transactions of its run may have the same: it would tell the salt of what is erased.
        let (from, to) = shared(s.first);
        let [from, last] = [from, s.last].map(|at| FactId::new(frame.origin, at));
        if erased.range(from..=last).next().is_some() {
            seal::forget_seed(db, frame.origin, (from.sequence, to), &s.seed)?;
        } else {
            let seed = seal::Seed {
                first: s.first,
                last: s.last,
                seed: s.seed,
            };
            seal::put_seed(db, frame.origin, &seed)?;
        }
    }
    seal::put_signature(db, frame.origin, row.sequence, &frame.signature.0)?;
    let own = Me::load(db)?.origin;
    apply::apply(db, own, &read, &Arrival::from_elsewhere(now_ms))
}

impl Session for Replica<'_> {
    fn link(&self) -> Link {
        Link {
            station: self.bond.station,
            device: self.me.device,
            hub_key: self.bond.hub_key,
            nonce: self.bond.nonce,
        }
    }

    fn signing_key(&self) -> SigningKey {
        self.key.clone()
    }

    fn own_origin(&self) -> Origin {
        self.me.origin
    }

    fn next_request_sequence(&mut self) -> Result<u64, Fault> {
        // Read anew: another program of this folder may be syncing too.
        let next = self.write(|db| {
            let mut bond = Bond::load(db)?.ok_or(Fault::App(AppError::NotEnrolled))?;
            bond.request_sequence = bond.request_sequence.saturating_add(1);
            bond.save(db)?;
            Ok(bond)
        })?;
        self.bond = next;
        Ok(self.bond.request_sequence)
    }

    fn may_blobs_go(&mut self) -> bool {
        self.station.host.may_photos_go()
    }

    fn acknowledged(&self) -> Result<Vec<Reach>, Fault> {
        self.reaching(|o| o.at_hub)
    }

    fn note_reply(&mut self, tell: &SyncTell) -> Result<(), Fault> {
        let now_ms = self.station.host.now_ms();
        self.bond = self.write(|db| {
            note_have(db, tell)?;
            for refused in &tell.refused {
                let id = FactId::new(refused.origin, refused.first);
                quarantine::put(db, id, refused.code.word(), now_ms)?;
            }
            let mut clock = me::clock(db)?;
            clock.confirm(tell.hub_time_ms.max(crate::BUILD_MS));
            me::save_clock(db, &clock)?;
            let mut bond = Bond::load(db)?.ok_or(Fault::App(AppError::NotEnrolled))?;
            bond.heard_ms = Some(tell.hub_time_ms);
            bond.save(db)?;
            Ok(bond)
        })?;
        Ok(())
    }

    fn note_carried(&mut self, tell: &SyncTell) -> Result<(), Fault> {
        self.bond = self.write(|db| {
            let mut bond = Bond::load(db)?.ok_or(Fault::App(AppError::NotEnrolled))?;
            if bond.heard_ms.is_none_or(|heard| heard <= tell.hub_time_ms) {
                note_have(db, tell)?;
                bond.heard_ms = Some(tell.hub_time_ms);
                bond.save(db)?;
            } else {
                acknowledge(db, tell)?;
            }
            Ok(bond)
        })?;
        Ok(())
    }

    fn note_fork(&mut self, origin: Origin) -> Result<(), Fault> {
        let key = Hash32(self.key.verifying_key().to_bytes());
        let now_ms = self.station.host.now_ms();
        self.me = self.write(|db| fork::leave(db, origin, key, now_ms))?;
        Ok(())
    }

    fn takeover_wanted(&self) -> Result<Option<Vec<FactId>>, Fault> {
        self.read(|db| {
            let me = Me::load(db)?;
            if !me.is_restored || me.has_taken_over {
                return Ok(None);
            }
            let mut points = Vec::new();
            for older in &me.older {
                let last = origin::get(db, *older)?.map_or(0, |o| o.sequence);
                points.push(FactId::new(*older, last));
            }
            Ok(Some(points))
        })
    }

    fn takeover_granted(&mut self, closed: &[FactId]) -> Result<(), Fault> {
        let now_ms = self.station.host.now_ms();
        self.me = self.write(|db| {
            let mut work = Work::begin(db, Actor::Station, now_ms)?;
            if work.me.has_taken_over {
                return Ok(work.me);
            }
            work.me.has_taken_over = true;
            let takes = Takes {
                device: work.me.device,
                closed: closed.to_vec(),
            };
            work.write_one(Draft::plain(EntityId::NIL, Body::Takes(takes)));
            work.finish()?;
            Me::load(db)
        })?;
        Ok(())
    }

    fn was_cut(&self) -> Result<bool, Fault> {
        self.read(|db| Ok(meta::get(db, "cut")?.unwrap_or(false)))
    }

    fn set_cut(&mut self, under_way: bool) -> Result<(), Fault> {
        self.write(|db| Ok(meta::put(db, "cut", &under_way)?))
    }

    fn blobs_missing(&self) -> Result<Vec<(Hash32, u64)>, Fault> {
        self.read(|db| Ok(blob::missing(db)?))
    }

    fn blobs_unsent(&self) -> Result<Vec<(Hash32, u64)>, Fault> {
        self.read(|db| Ok(blob::unsent(db)?))
    }

    fn blob_at_hub(&mut self, hash: &Hash32) -> Result<(), Fault> {
        self.write(|db| Ok(blob::sent(db, hash)?))
    }

    fn blob_part(
        &self,
        hash: &Hash32,
        offset: u64,
        max_bytes: u64,
    ) -> Result<Option<BlobPart>, Fault> {
        let whole = self.read(|db| Ok(blob::get(db, hash)?))?;
        let take = usize::try_from(max_bytes).unwrap_or(usize::MAX);
        let skip = usize::try_from(offset).unwrap_or(usize::MAX);
        Ok(whole.map(|bytes| BlobPart {
            size_bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            bytes: bytes.into_iter().skip(skip).take(take).collect(),
        }))
    }

    fn blob_store(
        &mut self,
        hash: &Hash32,
        offset: u64,
        bytes: &[u8],
        is_last: bool,
    ) -> Result<bool, Fault> {
        self.write(|db| {
            let mut part = blob::part(db, hash)?;
            part.truncate(usize::try_from(offset).unwrap_or(usize::MAX));
            part.extend_from_slice(bytes);
            if !is_last {
                blob::put_part(db, hash, &part)?;
                return Ok(true);
            }
            let is_right = blake3::hash(&part).as_bytes() == &hash.0;
            if is_right {
                blob::put(db, hash, false, &part)?;
                blob::sent(db, hash)?;
            } else {
                blob::put_part(db, hash, &[])?;
            }
            Ok(is_right)
        })
    }
}
