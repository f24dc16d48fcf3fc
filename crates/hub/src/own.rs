//! What the hub itself writes: one origin for each station, so that no device sees gaps where
//! another station's facts would be.

use crate::code::random;
use crate::error::{HubError, Result};
use crate::identity::public;
use crate::storage::Tables;
use ed25519_dalek::SigningKey;
use tsong_domain::fact::{Access, Actor, Body, Draft, Fact, Header, OriginBorn, RawFact, Sealed};
use tsong_domain::id::{DeviceId, EntityId, FactId, Hash32, Origin};
use tsong_domain::time::Hlc;
use tsong_sync::chain::{GENESIS, next_head};
use tsong_sync::encode::{encode_body, encode_personal};
use tsong_sync::salt::{SaltSeed, run_start, salt};
use tsong_sync::sign::sign_head;

/// The hub, as a device.
pub(crate) const HUB_DEVICE: DeviceId = DeviceId(0);

/// The end of the hub's own log of a station, to write on. What was written is signed once, when the
/// pen is put down.
pub(crate) struct Pen<'a> {
    pub(crate) tables: &'a dyn Tables,
    pub(crate) station: EntityId,
    pub(crate) now_ms: i64,
    key: &'a SigningKey,
    origin: Origin,
    reached: u64,
    sequence: u64,
    head: Hash32,
    time: u64,
    /// What the salts of a run come from, and where it begins.
    seed: Option<(u64, [u8; 16])>,
}

impl<'a> Pen<'a> {
    /// Takes the pen; the origin is made when there is none.
    pub(crate) fn take(
        tables: &'a dyn Tables,
        key: &'a SigningKey,
        station: EntityId,
        now_ms: i64,
    ) -> Result<Self> {
        let row = tables
            .station(station)?
            .ok_or_else(|| HubError::refused("station_unknown", format!("no station {station}")))?;
        let origin = match row.hub_origin {
            Some(origin) => origin,
            None => born(tables, key, station, Vec::new(), now_ms)?,
        };
        Self::at(tables, key, station, origin, now_ms)
    }

    fn at(
        tables: &'a dyn Tables,
        key: &'a SigningKey,
        station: EntityId,
        origin: Origin,
        now_ms: i64,
    ) -> Result<Self> {
        let origins = tables.origins(station)?;
        let last = origins.into_iter().find(|h| h.origin == origin);
        let (sequence, head) = last.map_or((0, GENESIS), |h| (h.sequence, h.head));
        let before = tables.fact(station, FactId::new(origin, sequence))?;
        let floor = before.map_or(0, |f| f.header.time.raw().saturating_add(1));
        Ok(Self {
            tables,
            station,
            now_ms,
            key,
            origin,
            reached: sequence,
            sequence,
            head,
            time: Hlc::at_ms(now_ms).raw().max(floor),
            seed: None,
        })
    }

    /// The id of the next fact.
    pub(crate) const fn next(&self) -> FactId {
        FactId::new(self.origin, self.sequence.saturating_add(1))
    }

    /// Writes one transaction.
    pub(crate) fn write(&mut self, drafts: Vec<Draft>) -> Result<Vec<Fact>> {
        let first = self.sequence.saturating_add(1);
        let count = drafts.len();
        let is_personal = drafts.iter().any(|d| d.personal.is_some());
        let seed = if is_personal {
            self.seed(first)?
        } else {
            [0; 16]
        };
        let mut written = Vec::with_capacity(count);
        for (i, draft) in drafts.into_iter().enumerate() {
            self.sequence = self.sequence.saturating_add(1);
            let header = Header {
                id: FactId::new(self.origin, self.sequence),
                time: Hlc::from_raw(self.time),
                doubtful: false,
                actor: Actor::Station,
                entity: draft.entity,
                more: i.saturating_add(1) < count,
            };
            self.time = self.time.saturating_add(1);
            let broken = |e: tsong_sync::encode::EncodeError| HubError::Broken(e.to_string());
            let personal = match &draft.personal {
                Some(personal) => Some(Sealed::Open {
                    salt: salt(&seed, header.id),
                    bytes: encode_personal(personal).map_err(broken)?,
                }),
                None => None,
            };
            let raw = RawFact {
                header,
                body: encode_body(&draft.body).map_err(broken)?,
                personal,
            };
            self.head = next_head(&self.head, &raw);
            self.tables.append_fact(self.station, &raw, &self.head)?;
            written.push(Fact {
                header: raw.header,
                body: draft.body,
                personal: draft.personal,
            });
        }
        if is_personal {
            let seed = SaltSeed {
                first,
                last: self.sequence,
                seed,
            };
            self.tables.put_seed(self.station, self.origin, &seed)?;
        }
        Ok(written)
    }

    /// What the salts of a transaction that begins at `first` come from: what those of its run's
    /// earlier ones do.
    fn seed(&mut self, first: u64) -> Result<[u8; 16]> {
        let run = run_start(first);
        if let Some((known, seed)) = self.seed
            && known == run
        {
            return Ok(seed);
        }
        let seed = random()?;
        self.seed = Some((run, seed));
        Ok(seed)
    }

    /// Signs what was written.
    pub(crate) fn put_down(self) -> Result<()> {
        if self.sequence == self.reached {
            return Ok(());
        }
        self.tables
            .reach_origin(self.station, self.origin, self.sequence, &self.head)?;
        let at = FactId::new(self.origin, self.sequence);
        let signed = sign_head(self.key, self.origin, self.sequence, &self.head);
        self.tables.put_signature(self.station, at, &signed)
    }
}

/// Writes one transaction in the hub's own origin of a station, which is made when there is none.
pub(crate) fn write(
    tables: &dyn Tables,
    key: &SigningKey,
    station: EntityId,
    bodies: Vec<Body>,
    now_ms: i64,
) -> Result<()> {
    let mut pen = Pen::take(tables, key, station, now_ms)?;
    pen.write(plain(bodies))?;
    pen.put_down()
}

fn plain(bodies: Vec<Body>) -> Vec<Draft> {
    let bodies = bodies.into_iter();
    bodies
        .map(|body| Draft::plain(EntityId::NIL, body))
        .collect()
}

/// The hub found its own origin forked (a backup was put back and written on): it goes on under a
/// new one and says there again who is let in and who is not. What it sold since is not here: until
/// every device was heard it holds no quota.
pub(crate) fn renew(
    tables: &dyn Tables,
    key: &SigningKey,
    station: EntityId,
    forked: Origin,
    now_ms: i64,
) -> Result<()> {
    tables.set_unsure(station, Some(now_ms))?;
    let origin = born(tables, key, station, vec![forked], now_ms)?;
    let bodies: Vec<Body> = tables
        .devices(station)?
        .into_iter()
        .map(|d| {
            let allowed = d.revoked_ms.is_none();
            Body::Access(Access {
                device: d.device,
                key: d.key,
                allowed,
            })
        })
        .collect();
    let mut pen = Pen::at(tables, key, station, origin, now_ms)?;
    pen.write(plain(bodies))?;
    pen.put_down()
}

fn born(
    tables: &dyn Tables,
    key: &SigningKey,
    station: EntityId,
    after: Vec<Origin>,
    now_ms: i64,
) -> Result<Origin> {
    let origin = Origin(u64::from_le_bytes(random()?));
    let born = OriginBorn {
        device: HUB_DEVICE,
        key: public(key),
        after,
        hub: true,
    };
    tables.add_origin(station, origin, &born)?;
    tables.set_hub_origin(station, origin)?;
    let mut pen = Pen::at(tables, key, station, origin, now_ms)?;
    pen.write(plain(vec![Body::Origin(born)]))?;
    pen.put_down()?;
    Ok(origin)
}
