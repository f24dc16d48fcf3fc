//! A replica in memory, station or hub, for tests of the exchange here and in the crates above.

mod hub;
mod log;
mod session;

pub use hub::{Cable, Hub};

use crate::chain::{GENESIS, next_head};
use crate::encode::{encode_body, encode_personal, read_fact};
use crate::peer::Reach;
use crate::salt::{SaltSeed, salt};
use crate::sign::Signature64;
use ed25519_dalek::SigningKey;
use std::collections::{BTreeMap, BTreeSet};
use tsong_domain::fact::{Access, Actor, Body, Draft, Header, OriginBorn, RawFact, Sealed};
use tsong_domain::id::{DeviceId, EntityId, FactId, Hash32, Origin};
use tsong_domain::time::Hlc;

/// What a replica in memory fails with.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct MemoryError(pub String);

/// One origin's log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneLog {
    /// Its birth.
    pub born: OriginBorn,
    /// Its facts, from sequence 1.
    pub facts: Vec<RawFact>,
    /// The chain's head after each.
    pub heads: Vec<Hash32>,
    /// Its salts' seeds.
    pub seeds: BTreeSet<SaltSeed>,
    /// Its author's signatures.
    pub signatures: BTreeMap<u64, Signature64>,
}

/// A replica: a device of a station, or the hub.
#[derive(Clone)]
pub struct Replica {
    /// Whose; zero is the hub.
    pub device: DeviceId,
    /// Its key.
    pub key: SigningKey,
    /// The origin that it writes.
    pub origin: Origin,
    /// The hub's key, once it is known.
    pub hub: Option<Hash32>,
    /// Everything that it holds.
    pub logs: BTreeMap<Origin, OneLog>,
    /// Facts whose bodies could not be read.
    pub quarantined: Vec<FactId>,
    /// How often each fact was taken in: once, or something was done twice.
    pub taken: BTreeMap<FactId, u32>,
    /// Origins of its own that were found forked.
    pub forked: Vec<Origin>,
    /// Takeovers that were granted.
    pub granted: Vec<Vec<FactId>>,
    /// The points that it wants to take over.
    pub wants: Option<Vec<FactId>>,
    /// Blobs, whole ones and parts.
    pub blobs: BTreeMap<Hash32, Vec<u8>>,
    /// Blobs that it lacks.
    pub missing: Vec<Hash32>,
    /// Blobs that the hub is known to have.
    pub at_hub: BTreeSet<Hash32>,
    /// How many pieces of blobs go before they are held; all, without a number.
    pub pieces_left: Option<u64>,
    /// How far the hub said last that it reaches.
    pub acknowledged: Vec<Reach>,
    /// The last request's number.
    pub requests: u64,
    /// Whether an exchange is under way.
    pub cut: bool,
    /// Of its enrolment.
    pub nonce: [u8; 16],
}

/// The public half of a key.
#[must_use]
pub fn public(key: &SigningKey) -> Hash32 {
    Hash32(key.verifying_key().to_bytes())
}

fn index(sequence: u64) -> usize {
    usize::try_from(sequence).unwrap_or(usize::MAX)
}

impl Replica {
    /// A new replica with its birth as the first fact; `seed` makes its key and origin.
    #[must_use]
    pub fn new(device: DeviceId, seed: u8, after: Vec<Origin>) -> Self {
        let key = SigningKey::from_bytes(&[seed; 32]);
        let born = OriginBorn {
            device,
            key: public(&key),
            after,
            hub: device.0 == 0,
        };
        let mut replica = Self {
            device,
            origin: Origin(u64::from(seed) | 0xabcd_0000_0000_0000),
            key,
            hub: None,
            logs: BTreeMap::new(),
            quarantined: Vec::new(),
            taken: BTreeMap::new(),
            forked: Vec::new(),
            granted: Vec::new(),
            wants: None,
            blobs: BTreeMap::new(),
            missing: Vec::new(),
            at_hub: BTreeSet::new(),
            pieces_left: None,
            acknowledged: Vec::new(),
            requests: 0,
            cut: false,
            nonce: [0; 16],
        };
        replica.write(vec![Draft::plain(EntityId::NIL, Body::Origin(born))]);
        replica
    }

    /// Writes one transaction.
    ///
    /// # Panics
    /// If a draft cannot be encoded.
    #[allow(
        clippy::expect_used,
        reason = "a replica in memory exists for tests alone"
    )]
    pub fn write(&mut self, drafts: Vec<Draft>) {
        let bodies = drafts
            .into_iter()
            .map(|d| {
                let body = encode_body(&d.body).expect("a body of this version can be encoded");
                let personal = d
                    .personal
                    .map(|p| encode_personal(&p).expect("so can a personal section"));
                (d.entity, body, personal)
            })
            .collect();
        self.write_raw(bodies);
    }

    /// Writes one transaction of bytes as they are, readable or not.
    pub fn write_raw(&mut self, bodies: Vec<(EntityId, Vec<u8>, Option<Vec<u8>>)>) {
        let origin = self.origin;
        let key = public(&self.key);
        let (device, is_hub) = (self.device, self.device.0 == 0);
        let log = self.logs.entry(origin).or_insert_with(|| OneLog {
            born: OriginBorn {
                device,
                key,
                after: Vec::new(),
                hub: is_hub,
            },
            facts: Vec::new(),
            heads: Vec::new(),
            seeds: BTreeSet::new(),
            signatures: BTreeMap::new(),
        });
        let first = u64::try_from(log.facts.len())
            .unwrap_or(u64::MAX)
            .saturating_add(1);
        let count = bodies.len();
        let last = first
            .saturating_add(u64::try_from(count).unwrap_or(u64::MAX))
            .saturating_sub(1);
        let digest = blake3::hash(&[origin.0.to_le_bytes(), first.to_le_bytes()].concat());
        let seed = digest
            .as_bytes()
            .first_chunk::<16>()
            .copied()
            .unwrap_or_default();
        for (i, (entity, body, personal)) in bodies.into_iter().enumerate() {
            let sequence = first.saturating_add(u64::try_from(i).unwrap_or(u64::MAX));
            let id = FactId::new(origin, sequence);
            let personal = personal.map(|bytes| Sealed::Open {
                salt: salt(&seed, id),
                bytes,
            });
            let fact = RawFact {
                header: Header {
                    id,
                    time: Hlc::from_raw(sequence),
                    doubtful: false,
                    actor: Actor::Station,
                    entity,
                    more: i.saturating_add(1) < count,
                },
                body,
                personal,
            };
            let head = next_head(log.heads.last().unwrap_or(&GENESIS), &fact);
            log.heads.push(head);
            log.facts.push(fact);
            self.taken.insert(id, 1);
        }
        log.seeds.insert(SaltSeed { first, last, seed });
    }

    /// Lets a device in, as the hub.
    pub fn let_in(&mut self, device: DeviceId, key: Hash32) {
        let access = Access {
            device,
            key,
            allowed: true,
        };
        self.write(vec![Draft::plain(EntityId::NIL, Body::Access(access))]);
    }

    fn has_let_in(&self, device: DeviceId, key: &Hash32) -> bool {
        let by_hub = self.logs.values().filter(|log| log.born.hub);
        by_hub.flat_map(|log| &log.facts).filter_map(|raw| read_fact(raw).known()).any(|fact| {
            matches!(&fact.body, Body::Access(a) if a.device == device && a.key == *key && a.allowed)
        })
    }

    /// How far each origin reaches: what two replicas compare.
    #[must_use]
    pub fn reaches(&self) -> BTreeMap<Origin, (u64, Hash32)> {
        self.logs
            .iter()
            .filter_map(|(o, l)| Some((*o, (u64::try_from(l.facts.len()).ok()?, *l.heads.last()?))))
            .collect()
    }
}
