//! Bugs planted into the hub, to see that the simulator notices: each is what a careless hub would
//! be, played to the real one's files or before its real log.

use crate::county::County;
use ed25519_dalek::SigningKey;
use rusqlite::Connection;
use std::path::Path;
use tsong_domain::fact::{OriginBorn, RawFact};
use tsong_domain::id::{DeviceId, EntityId, FactId, Hash32, Origin};
use tsong_hub::error::HubError;
use tsong_hub::storage::sqlite;
use tsong_sync::encode::{Read, read_fact};
use tsong_sync::exchange::serve::{Desk, Heard};
use tsong_sync::peer::{Log, OriginHead, Reach, Verified};
use tsong_sync::salt::SaltSeed;
use tsong_sync::sign::Signature64;

/// What is wrong with the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mutant {
    /// How far a log reaches is on the disk before its facts are.
    CursorAhead,
    /// A transaction's facts are written one by one.
    SplitTransaction,
    /// A fact is known by its number alone: another of the same number counts as the same.
    SequenceReuse,
    /// A restore takes an origin that follows from the backup, and a fact is known by its number.
    TwoRestores,
    /// A restored hub goes on saying how far it reached.
    LostTransfer,
    /// How far a stick's bundle says it reaches is believed, though the bundle is only half there.
    StickAhead,
    /// A kind of fact that is not known is not kept.
    UnknownDropped,
    /// A photo is called whole before it was compared with its address.
    PhotoUnchecked,
}

impl Mutant {
    pub(crate) const fn is_blind(self) -> bool {
        matches!(self, Self::SequenceReuse | Self::TwoRestores)
    }

    /// What the power cut leaves of the hub's disk.
    pub(crate) fn at_crash(self, disk: &Path) {
        let sql = match self {
            Self::CursorAhead => {
                "DELETE FROM fact WHERE EXISTS (SELECT 1 FROM origin o WHERE o.station = fact.station
                 AND o.origin = fact.origin AND o.sequence = fact.sequence AND o.is_hub = 0
                 AND o.sequence > 4)"
            }
            Self::SplitTransaction => {
                "UPDATE origin SET sequence = sequence - 1, head = (SELECT head FROM fact f
                   WHERE f.station = origin.station AND f.origin = origin.origin
                   AND f.sequence = origin.sequence - 1)
                 WHERE is_hub = 0 AND EXISTS (SELECT 1 FROM fact f
                   WHERE f.station = origin.station AND f.origin = origin.origin
                   AND f.sequence = origin.sequence - 1 AND f.flags & 1 = 1);
                 DELETE FROM fact WHERE EXISTS (SELECT 1 FROM origin o
                   WHERE o.station = fact.station AND o.origin = fact.origin
                   AND fact.sequence > o.sequence);"
            }
            Self::SequenceReuse
            | Self::TwoRestores
            | Self::LostTransfer
            | Self::StickAhead
            | Self::UnknownDropped
            | Self::PhotoUnchecked => return,
        };
        let hub = Connection::open(disk.join(sqlite::FILE)).unwrap();
        hub.execute_batch(sql).unwrap();
    }

    /// What a restore makes of the hub's disk.
    pub(crate) fn at_restore(self, disk: &Path, lost: &County) {
        if self != Self::LostTransfer {
            return;
        }
        let hub = Connection::open(disk.join(sqlite::FILE)).unwrap();
        let old = lost.dir().join(sqlite::FILE).display().to_string();
        hub.execute("ATTACH ?1 AS old", [old]).unwrap();
        hub.execute_batch(
            "UPDATE origin SET (sequence, head) = (SELECT o.sequence, o.head FROM old.origin o
               WHERE o.station = origin.station AND o.origin = origin.origin)
             WHERE is_hub = 0",
        )
        .unwrap();
    }
}

/// Sets how far the hub's logs reach, whatever facts there are.
pub(crate) fn reach_as_told(hub: &Path, told: &[Reach]) {
    let hub = Connection::open(hub.join(sqlite::FILE)).unwrap();
    for (origin, sequence, head) in told {
        let told = rusqlite::params![
            origin.0.cast_signed(),
            sequence.cast_signed(),
            head.0.as_slice()
        ];
        hub.execute(
            "UPDATE origin SET sequence = ?2, head = ?3
             WHERE origin = ?1 AND is_hub = 0 AND sequence < ?2",
            told,
        )
        .unwrap();
    }
}

/// A log that takes the asker's word for what a number means.
pub(crate) struct Blind<D> {
    pub(crate) log: D,
    pub(crate) believed: Vec<Reach>,
    /// What it does not know is not kept.
    pub(crate) forgets: bool,
}

impl<D: Desk> Blind<D> {
    fn told(&self, origin: Origin) -> Option<&Reach> {
        self.believed.iter().find(|(o, _, _)| *o == origin)
    }
}

impl<D: Desk<Error = HubError>> Log for Blind<D> {
    type Error = HubError;

    fn heads(&self) -> Result<Vec<OriginHead>, HubError> {
        let mut heads = self.log.heads()?;
        for head in &mut heads {
            if let Some((_, at, told)) = self.told(head.origin).filter(|t| t.1 <= head.sequence) {
                (head.sequence, head.head) = (*at, *told);
            }
        }
        Ok(heads)
    }

    fn head_at(&self, origin: Origin, sequence: u64) -> Result<Option<Hash32>, HubError> {
        match self.told(origin) {
            Some((_, at, told)) if *at == sequence => Ok(Some(*told)),
            _ => self.log.head_at(origin, sequence),
        }
    }

    fn facts(&self, origin: Origin, from: u64, max: usize) -> Result<Vec<RawFact>, HubError> {
        self.log.facts(origin, from, max)
    }

    fn seeds(&self, origin: Origin, from: u64, to: u64) -> Result<Vec<SaltSeed>, HubError> {
        self.log.seeds(origin, from, to)
    }

    fn signatures(&self, origin: Origin, from: u64) -> Result<Vec<(u64, Signature64)>, HubError> {
        self.log.signatures(origin, from)
    }

    fn keep_signature(
        &mut self,
        origin: Origin,
        sequence: u64,
        signature: Signature64,
    ) -> Result<(), HubError> {
        self.log.keep_signature(origin, sequence, signature)
    }

    fn trusts(&self, origin: Origin, born: &OriginBorn) -> Result<bool, HubError> {
        self.log.trusts(origin, born)
    }

    fn append(&mut self, verified: &Verified) -> Result<(), HubError> {
        if !self.forgets {
            return self.log.append(verified);
        }
        let mut kept = verified.clone();
        let is_known = |raw: &RawFact| !matches!(read_fact(raw), Read::Unknown);
        kept.frame.facts.retain(is_known);
        let heads = verified.frame.facts.iter().zip(&verified.heads);
        kept.heads = heads
            .filter(|(raw, _)| is_known(raw))
            .map(|(_, head)| *head)
            .collect();
        if kept.heads.is_empty() {
            return Ok(());
        }
        self.log.append(&kept)
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

impl<D: Desk<Error = HubError>> Desk for Blind<D> {
    fn now_ms(&self) -> i64 {
        self.log.now_ms()
    }

    fn hub_key(&self) -> SigningKey {
        self.log.hub_key()
    }

    fn hub_origin(&self) -> Result<Option<Origin>, HubError> {
        self.log.hub_origin()
    }

    fn blobs_wanted(&self, device: DeviceId) -> Result<Vec<(Hash32, u64)>, HubError> {
        self.log.blobs_wanted(device)
    }

    fn take_over(
        &mut self,
        device: DeviceId,
        points: &[FactId],
    ) -> Result<Option<Vec<FactId>>, HubError> {
        self.log.take_over(device, points)
    }

    fn note_heard(&mut self, device: DeviceId, heard: &Heard) -> Result<(), HubError> {
        self.log.note_heard(device, heard)
    }

    fn note_sent(&mut self, device: DeviceId, sent: &[FactId]) -> Result<(), HubError> {
        self.log.note_sent(device, sent)
    }
}
