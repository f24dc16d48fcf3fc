//! The station's side of a sync.

use super::{MemoryError, Replica};
use crate::exchange::{BlobPart, Link, Session, SyncTell};
use crate::peer::Reach;
use ed25519_dalek::SigningKey;
use tsong_domain::id::{EntityId, FactId, Hash32, Origin};

impl Session for Replica {
    fn link(&self) -> Link {
        Link {
            station: EntityId::NIL,
            device: self.device,
            hub_key: self.hub.unwrap_or(Hash32([0; 32])),
            nonce: self.nonce,
        }
    }

    fn signing_key(&self) -> SigningKey {
        self.key.clone()
    }

    fn own_origin(&self) -> Origin {
        self.origin
    }

    fn next_request_sequence(&mut self) -> Result<u64, MemoryError> {
        self.requests = self.requests.saturating_add(1);
        Ok(self.requests)
    }

    fn may_blobs_go(&mut self) -> bool {
        let Some(left) = &mut self.pieces_left else {
            return true;
        };
        let may_go = *left > 0;
        *left = left.saturating_sub(1);
        may_go
    }

    fn acknowledged(&self) -> Result<Vec<Reach>, MemoryError> {
        Ok(self.acknowledged.clone())
    }

    fn note_reply(&mut self, tell: &SyncTell) -> Result<(), MemoryError> {
        self.acknowledged.clone_from(&tell.have);
        Ok(())
    }

    fn note_carried(&mut self, tell: &SyncTell) -> Result<(), MemoryError> {
        for reach in &tell.have {
            let known = self.acknowledged.iter_mut().find(|r| r.0 == reach.0);
            match known {
                Some(known) if known.1 >= reach.1 => {}
                Some(known) => *known = *reach,
                None => self.acknowledged.push(*reach),
            }
        }
        Ok(())
    }

    fn note_fork(&mut self, origin: Origin) -> Result<(), MemoryError> {
        self.forked.push(origin);
        Ok(())
    }

    fn takeover_wanted(&self) -> Result<Option<Vec<FactId>>, MemoryError> {
        let reaches = self.reaches();
        let reach = |p: &FactId| reaches.get(&p.origin).map_or(p.sequence, |r| r.0);
        Ok(self.wants.as_ref().map(|points| {
            points
                .iter()
                .map(|p| FactId::new(p.origin, reach(p)))
                .collect()
        }))
    }

    fn takeover_granted(&mut self, closed: &[FactId]) -> Result<(), MemoryError> {
        self.wants = None;
        self.granted.push(closed.to_vec());
        Ok(())
    }

    fn was_cut(&self) -> Result<bool, MemoryError> {
        Ok(self.cut)
    }

    fn set_cut(&mut self, under_way: bool) -> Result<(), MemoryError> {
        self.cut = under_way;
        Ok(())
    }

    fn blobs_missing(&self) -> Result<Vec<(Hash32, u64)>, MemoryError> {
        let here = |hash: &Hash32| self.blobs.get(hash).map_or(0, Vec::len);
        Ok(self
            .missing
            .iter()
            .map(|h| (*h, u64::try_from(here(h)).unwrap_or(0)))
            .collect())
    }

    fn blobs_unsent(&self) -> Result<Vec<(Hash32, u64)>, MemoryError> {
        let is_unsent = |hash: &Hash32| !self.missing.contains(hash) && !self.at_hub.contains(hash);
        Ok(self
            .blobs
            .iter()
            .filter(|(hash, _)| is_unsent(hash))
            .map(|(hash, blob)| (*hash, u64::try_from(blob.len()).unwrap_or(0)))
            .collect())
    }

    fn blob_at_hub(&mut self, hash: &Hash32) -> Result<(), MemoryError> {
        self.at_hub.insert(*hash);
        Ok(())
    }

    fn blob_part(
        &self,
        hash: &Hash32,
        offset: u64,
        max_bytes: u64,
    ) -> Result<Option<BlobPart>, MemoryError> {
        let take = usize::try_from(max_bytes).unwrap_or(usize::MAX);
        let skip = usize::try_from(offset).unwrap_or(usize::MAX);
        Ok(self.blobs.get(hash).map(|blob| BlobPart {
            size_bytes: u64::try_from(blob.len()).unwrap_or(u64::MAX),
            bytes: blob.iter().skip(skip).take(take).copied().collect(),
        }))
    }

    fn blob_store(
        &mut self,
        hash: &Hash32,
        offset: u64,
        bytes: &[u8],
        is_last: bool,
    ) -> Result<bool, MemoryError> {
        let blob = self.blobs.entry(*hash).or_default();
        blob.truncate(usize::try_from(offset).unwrap_or(usize::MAX));
        blob.extend_from_slice(bytes);
        if is_last && blake3::hash(blob).as_bytes() != &hash.0 {
            self.blobs.remove(hash);
            return Ok(false);
        }
        if is_last {
            self.missing.retain(|m| m != hash);
            self.at_hub.insert(*hash);
        }
        Ok(true)
    }
}
