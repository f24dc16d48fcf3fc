//! The log of a replica in memory.

use super::{MemoryError, OneLog, Replica, index};
use crate::encode::{Read, read_fact};
use crate::peer::{Log, OriginHead, Verified};
use crate::salt::SaltSeed;
use crate::sign::Signature64;
use std::collections::{BTreeMap, BTreeSet};
use tsong_domain::fact::{OriginBorn, RawFact};
use tsong_domain::id::{EntityId, FactId, Hash32, Origin};

impl Log for Replica {
    type Error = MemoryError;

    fn heads(&self) -> Result<Vec<OriginHead>, MemoryError> {
        let reaches = self.reaches();
        Ok(self
            .logs
            .iter()
            .filter_map(|(origin, log)| {
                let (sequence, head) = *reaches.get(origin)?;
                let OriginBorn {
                    device,
                    key,
                    hub: is_hub,
                    ..
                } = log.born;
                Some(OriginHead {
                    origin: *origin,
                    device,
                    key,
                    is_hub,
                    sequence,
                    head,
                })
            })
            .collect())
    }

    fn head_at(&self, origin: Origin, sequence: u64) -> Result<Option<Hash32>, MemoryError> {
        let at = sequence.checked_sub(1).map(index);
        Ok(self
            .logs
            .get(&origin)
            .and_then(|l| l.heads.get(at?).copied()))
    }

    fn facts(
        &self,
        origin: Origin,
        from: u64,
        max_bytes: usize,
    ) -> Result<Vec<RawFact>, MemoryError> {
        let mut bytes = 0usize;
        let mut facts = Vec::new();
        let rest = self
            .logs
            .get(&origin)
            .and_then(|l| l.facts.get(index(from.checked_sub(1)?)..));
        for fact in rest.unwrap_or_default() {
            let is_end = facts.last().is_none_or(|f: &RawFact| !f.header.more);
            if bytes >= max_bytes && is_end && !facts.is_empty() {
                break;
            }
            bytes = bytes.saturating_add(fact.body.len()).saturating_add(64);
            facts.push(fact.clone());
        }
        Ok(facts)
    }

    fn seeds(&self, origin: Origin, from: u64, to: u64) -> Result<Vec<SaltSeed>, MemoryError> {
        let seeds = self
            .logs
            .get(&origin)
            .map(|l| l.seeds.iter().copied())
            .into_iter()
            .flatten();
        Ok(seeds.filter(|s| s.first <= to && s.last >= from).collect())
    }

    fn signatures(
        &self,
        origin: Origin,
        from: u64,
    ) -> Result<Vec<(u64, Signature64)>, MemoryError> {
        let log = self.logs.get(&origin);
        Ok(log
            .map(|l| l.signatures.range(from..).map(|(s, g)| (*s, *g)).collect())
            .unwrap_or_default())
    }

    fn keep_signature(
        &mut self,
        origin: Origin,
        sequence: u64,
        signature: Signature64,
    ) -> Result<(), MemoryError> {
        if let Some(log) = self.logs.get_mut(&origin) {
            log.signatures.insert(sequence, signature);
        }
        Ok(())
    }

    fn trusts(&self, origin: Origin, born: &OriginBorn) -> Result<bool, MemoryError> {
        let is_hub = born.hub && Some(born.key) == self.hub;
        let vouched = |l: &OneLog| l.born.device == born.device && l.born.after.contains(&origin);
        let own = born.device == self.device && self.device.0 != 0;
        Ok(is_hub
            || own
            || (!born.hub && self.has_let_in(born.device, &born.key))
            || self.logs.values().any(vouched))
    }

    fn append(&mut self, verified: &Verified) -> Result<(), MemoryError> {
        let frame = &verified.frame;
        if let Some(born) = &verified.born {
            self.logs.insert(
                frame.origin,
                OneLog {
                    born: born.clone(),
                    facts: Vec::new(),
                    heads: Vec::new(),
                    seeds: BTreeSet::new(),
                    signatures: BTreeMap::new(),
                },
            );
        }
        let log = self
            .logs
            .get_mut(&frame.origin)
            .ok_or_else(|| MemoryError(format!("origin {} is unknown", frame.origin)))?;
        if log.facts.len() != index(frame.first.saturating_sub(1)) {
            return Err(MemoryError(format!(
                "a gap before {}-{}",
                frame.origin, frame.first
            )));
        }
        for (fact, head) in frame.facts.iter().zip(&verified.heads) {
            if read_fact(fact) == Read::Malformed {
                self.quarantined.push(fact.header.id);
            }
            let times = self.taken.entry(fact.header.id).or_default();
            *times = times.saturating_add(1);
            log.facts.push(fact.clone());
            log.heads.push(*head);
        }
        log.seeds.extend(&frame.seeds);
        let last = u64::try_from(log.facts.len()).unwrap_or(u64::MAX);
        log.signatures.insert(last, frame.signature);
        Ok(())
    }

    fn birth_of(&self, origin: Origin, before: u64, entity: &EntityId) -> Option<FactId> {
        let facts = &self.logs.get(&origin)?.facts;
        let born = facts.iter().find(|f| f.header.entity == *entity)?.header.id;
        (born.sequence < before).then_some(born)
    }

    fn entity_of(&self, fact: FactId) -> Option<EntityId> {
        let facts = &self.logs.get(&fact.origin)?.facts;
        facts
            .get(index(fact.sequence.checked_sub(1)?))
            .map(|f| f.header.entity)
    }

    fn body_of(&self, fact: FactId) -> Option<Vec<u8>> {
        let facts = &self.logs.get(&fact.origin)?.facts;
        let at = index(fact.sequence.checked_sub(1)?);
        facts.get(at).map(|f| f.body.clone())
    }
}
