//! Devices in memory, and one that forgets after a cut what it had taken in: the real log cannot be
//! made to, for it keeps what it has and how far it reaches in one transaction.

use crate::dice::Dice;
use ed25519_dalek::SigningKey;
use std::collections::BTreeMap;
use tsong_domain::fact::{Body, Draft, OriginBorn, RawFact};
use tsong_domain::field::{FieldWrite, Value, Write};
use tsong_domain::id::{DeviceId, EntityId, FactId, Hash32, Origin};
use tsong_sync::exchange::{BlobPart, Limits, Link, Session, SyncTell, sync};
use tsong_sync::memory::{Cable, Hub, MemoryError, Replica};
use tsong_sync::peer::{Log, OriginHead, Reach, Verified};
use tsong_sync::salt::SaltSeed;
use tsong_sync::sign::Signature64;

type Answer<T> = Result<T, MemoryError>;

/// A device whose reach is kept apart from its facts.
struct Careless {
    log: Replica,
    /// How far each origin reached when a sync last ended well; none for a careful device.
    reached: Option<BTreeMap<Origin, u64>>,
}

impl Log for Careless {
    type Error = MemoryError;

    fn heads(&self) -> Answer<Vec<OriginHead>> {
        let mut heads = self.log.heads()?;
        if let Some(reached) = &self.reached {
            heads.retain(|h| h.origin == self.log.origin || reached.contains_key(&h.origin));
            for head in heads.iter_mut().filter(|h| h.origin != self.log.origin) {
                head.sequence = reached[&head.origin];
                let at = self.log.head_at(head.origin, head.sequence)?;
                head.head = at.unwrap();
            }
        }
        Ok(heads)
    }

    fn append(&mut self, verified: &Verified) -> Answer<()> {
        let frame = &verified.frame;
        let known = self.log.logs.get_mut(&frame.origin);
        let Some(known) = known.filter(|_| self.reached.is_some()) else {
            return self.log.append(verified);
        };
        // Nobody looks whether they are there.
        known.facts.extend(frame.facts.iter().cloned());
        known.heads.extend(&verified.heads);
        known.seeds.extend(&frame.seeds);
        Ok(())
    }

    fn head_at(&self, origin: Origin, sequence: u64) -> Answer<Option<Hash32>> {
        self.log.head_at(origin, sequence)
    }

    fn facts(&self, origin: Origin, from: u64, max_bytes: usize) -> Answer<Vec<RawFact>> {
        self.log.facts(origin, from, max_bytes)
    }

    fn seeds(&self, origin: Origin, from: u64, to: u64) -> Answer<Vec<SaltSeed>> {
        self.log.seeds(origin, from, to)
    }

    fn signatures(&self, origin: Origin, from: u64) -> Answer<Vec<(u64, Signature64)>> {
        self.log.signatures(origin, from)
    }

    fn keep_signature(&mut self, origin: Origin, at: u64, signature: Signature64) -> Answer<()> {
        self.log.keep_signature(origin, at, signature)
    }

    fn trusts(&self, origin: Origin, born: &OriginBorn) -> Answer<bool> {
        self.log.trusts(origin, born)
    }

    fn birth_of(&self, origin: Origin, before: u64, entity: &EntityId) -> Option<FactId> {
        self.log.birth_of(origin, before, entity)
    }

    fn entity_of(&self, fact: FactId) -> Option<EntityId> {
        self.log.entity_of(fact)
    }

    fn body_of(&self, fact: FactId) -> Option<Vec<u8>> {
        self.log.body_of(fact)
    }
}

impl Session for Careless {
    fn link(&self) -> Link {
        self.log.link()
    }

    fn signing_key(&self) -> SigningKey {
        self.log.signing_key()
    }

    fn own_origin(&self) -> Origin {
        self.log.own_origin()
    }

    fn next_request_sequence(&mut self) -> Answer<u64> {
        self.log.next_request_sequence()
    }

    fn acknowledged(&self) -> Answer<Vec<Reach>> {
        self.log.acknowledged()
    }

    fn note_reply(&mut self, tell: &SyncTell) -> Answer<()> {
        self.log.note_reply(tell)
    }

    fn note_carried(&mut self, tell: &SyncTell) -> Answer<()> {
        self.log.note_carried(tell)
    }

    fn note_fork(&mut self, origin: Origin) -> Answer<()> {
        self.log.note_fork(origin)
    }

    fn takeover_wanted(&self) -> Answer<Option<Vec<FactId>>> {
        self.log.takeover_wanted()
    }

    fn takeover_granted(&mut self, closed: &[FactId]) -> Answer<()> {
        self.log.takeover_granted(closed)
    }

    fn was_cut(&self) -> Answer<bool> {
        self.log.was_cut()
    }

    fn set_cut(&mut self, under_way: bool) -> Answer<()> {
        if let (false, Some(reached)) = (under_way, &mut self.reached) {
            *reached = self.log.reaches().iter().map(|(o, r)| (*o, r.0)).collect();
        }
        self.log.set_cut(under_way)
    }

    fn blobs_missing(&self) -> Answer<Vec<(Hash32, u64)>> {
        self.log.blobs_missing()
    }

    fn blobs_unsent(&self) -> Answer<Vec<(Hash32, u64)>> {
        self.log.blobs_unsent()
    }

    fn blob_at_hub(&mut self, hash: &Hash32) -> Answer<()> {
        self.log.blob_at_hub(hash)
    }

    fn blob_part(&self, hash: &Hash32, from: u64, max_bytes: u64) -> Answer<Option<BlobPart>> {
        self.log.blob_part(hash, from, max_bytes)
    }

    fn blob_store(
        &mut self,
        hash: &Hash32,
        offset: u64,
        bytes: &[u8],
        is_last: bool,
    ) -> Answer<bool> {
        self.log.blob_store(hash, offset, bytes, is_last)
    }
}

fn draft(dice: &mut Dice) -> Draft {
    let write = Write {
        field: "title".to_owned(),
        value: Value::Int(i64::try_from(dice.below(1 << 40)).unwrap()),
        replaces: Vec::new(),
    };
    let body = Body::Field(FieldWrite {
        noun: "listing".to_owned(),
        writes: vec![write],
        at_ms: None,
    });
    Draft::plain(EntityId([u8::try_from(dice.below(5)).unwrap(); 16]), body)
}

/// Writes, syncs and cuts of two devices; whether both then hold each fact once and the same.
pub(crate) fn is_whole(seed: u64, is_careless: bool) -> bool {
    let mut dice = Dice::new(seed);
    let mut hub = Hub::new(9);
    let mut devices: Vec<Careless> = [1u8, 2]
        .iter()
        .map(|number| {
            let mut log = Replica::new(DeviceId(u64::from(*number)), *number, Vec::new());
            hub.enrol(&mut log);
            Careless {
                log,
                reached: is_careless.then(BTreeMap::new),
            }
        })
        .collect();
    for _ in 0..30 {
        let device = &mut devices[usize::from(dice.percent(50))];
        let drafts = (0..dice.below(3))
            .map(|_| draft(&mut dice))
            .collect::<Vec<_>>();
        if !drafts.is_empty() {
            device.log.write(drafts);
        }
        let (up, down) = (dice.below(1500), dice.below(1500));
        let mut cable = Cable::whole(&mut hub);
        if dice.percent(60) {
            cable.up_left = usize::try_from(up).unwrap();
            cable.down_left = usize::try_from(down).unwrap();
        }
        // A cut is an error, and no loss.
        let _outcome = sync(device, &mut cable, &Limits::default(), &mut |_| {});
    }
    for _ in 0..4 {
        for device in &mut devices {
            let mut cable = Cable::whole(&mut hub);
            let healed = sync(device, &mut cable, &Limits::default(), &mut |_| {});
            if healed.is_err() {
                return false;
            }
        }
    }
    let facts = |replica: &Replica| -> Vec<RawFact> {
        replica
            .logs
            .values()
            .flat_map(|log| log.facts.clone())
            .collect()
    };
    let at_hub = facts(&hub.desk);
    devices.iter().all(|device| facts(&device.log) == at_hub)
}
