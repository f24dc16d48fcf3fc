//! What was spoken of so far, in a frame and in what it leans on: what later ids are told by.

use super::CodecError;
use super::engine::mix;
use super::numbers::{Lately, TreeNumbers};
use super::rows::Rows;
use super::wire::wide;
use crate::frame::Ids;
use std::collections::HashMap;
use tsong_domain::fact::Actor;
use tsong_domain::id::{EntityId, FactId, Origin};

/// The entity of this fact's header, of the fact before, the one that followed the same word or the
/// same id before (see [`Followed`]), an earlier fact's by its sequence, one met in this frame, the
/// station as a whole; new: minted by this origin, any UUIDv7, anything.
pub(crate) const CURRENT: u32 = 0;
pub(crate) const PREVIOUS: u32 = 1;
pub(crate) const FOLLOWS_WORD: u32 = 2;
pub(crate) const FOLLOWS_ID: u32 = 3;
pub(crate) const BORN: u32 = 4;
pub(crate) const MET: u32 = 5;
pub(crate) const NIL: u32 = 6;
pub(crate) const MINTED: u32 = 7;
pub(crate) const VERSION_7: u32 = 8;
pub(crate) const PLAIN: u32 = 9;

/// What an id in a row of an array may follow: the first word of the same row of the last array
/// that had words (a lot follows its line's product), and the id told before it in this fact (the
/// villager follows the lot).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Followed {
    word: u32,
    id: u32,
}

impl Followed {
    pub(crate) const fn keys(self) -> [u32; 2] {
        [self.word, self.id]
    }
}

/// What was spoken of so far.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) origin: Origin,
    pub(crate) first: u64,
    /// The headers' entities since `first`, by sequence.
    entities: Vec<EntityId>,
    /// The fact that first spoke of an entity, as far as both ends have been told.
    pub(crate) births: HashMap<EntityId, u64>,
    /// The last fact of an entity.
    pub(crate) latest: HashMap<EntityId, u64>,
    pub(crate) met: HashMap<EntityId, u64>,
    pub(crate) met_list: Vec<EntityId>,
    pub(crate) origins: Vec<u64>,
    pub(crate) minted: u64,
    pub(crate) version7_ms: u64,
    /// The entity of the fact at hand, once it was told.
    pub(crate) current: Option<EntityId>,
    /// The entity that the tree at hand named last.
    pub(crate) named: Option<EntityId>,
    pub(crate) time: u64,
    /// Who did the fact before.
    pub(crate) actor: Actor,
    pub(crate) follows: HashMap<u32, EntityId>,
    /// The fact that the id told last was said to be born with.
    pub(crate) born_at: Option<u64>,
    /// The numbers of the fact that first spoke of this fact's entity, by place; none if that was
    /// walked over.
    pub(crate) told: HashMap<u32, u64>,
    pub(crate) rows: Rows,
    pub(crate) lately: Lately,
    pub(crate) tree: TreeNumbers,
}

/// A version 7 UUID's milliseconds and its random bits.
pub(crate) fn version7(id: &EntityId) -> Option<(u64, u64, u64)> {
    let bits = u128::from_be_bytes(id.0);
    let low = |shift: u32, mask: u64| u64::try_from((bits >> shift) & u128::from(mask)).ok();
    let ours = (bits >> 76) & 0xf == 7 && (bits >> 62) & 0b11 == 0b10;
    ours.then_some(())?;
    Some((
        low(80, (1 << 48) - 1)?,
        low(64, 0xfff)?,
        low(0, (1 << 62) - 1)?,
    ))
}

pub(crate) fn of_version7(ms: u64, high: u64, low: u64) -> EntityId {
    let bits = (u128::from(ms) << 80)
        | (0x7 << 76)
        | (u128::from(high & 0xfff) << 64)
        | (0b10 << 62)
        | u128::from(low & ((1 << 62) - 1));
    EntityId(bits.to_be_bytes())
}

impl Seen {
    /// Nothing yet of what begins at `first`.
    pub(crate) fn new(origin: Origin, first: u64) -> Self {
        Self {
            origin,
            first,
            entities: Vec::new(),
            births: HashMap::new(),
            latest: HashMap::new(),
            met: HashMap::new(),
            met_list: Vec::new(),
            origins: vec![origin.0],
            minted: 0,
            version7_ms: 0,
            current: None,
            named: None,
            time: 0,
            actor: Actor::Station,
            follows: HashMap::new(),
            born_at: None,
            told: HashMap::new(),
            rows: Rows::default(),
            lately: Lately::default(),
            tree: TreeNumbers::default(),
        }
    }

    /// The sequence of the fact at hand.
    pub(crate) fn sequence(&self) -> u64 {
        self.first.saturating_add(wide(self.entities.len()))
    }

    pub(crate) const fn time_ms(&self) -> u64 {
        self.time >> 16
    }

    pub(crate) fn entity_ms(&self) -> u64 {
        self.current
            .as_ref()
            .and_then(version7)
            .map_or(0, |(ms, _, _)| ms)
    }

    pub(crate) fn previous(&self) -> Option<EntityId> {
        self.entities.last().copied()
    }

    /// The fact at hand is told: its entity is known to those after it.
    pub(crate) fn end_of_fact(&mut self) {
        let sequence = self.sequence();
        let entity = self.current.take().unwrap_or(EntityId::NIL);
        self.births.entry(entity).or_insert(sequence);
        self.latest.insert(entity, sequence);
        self.entities.push(entity);
    }

    pub(crate) fn start_of_tree(&mut self) {
        self.tree = TreeNumbers::default();
        self.named = None;
        self.rows.start();
    }

    /// What an id at `place` may follow.
    pub(crate) fn after(&self, place: u32) -> Followed {
        let id = self.named.map_or([0; 16], |id| id.0);
        let id = id.iter().fold(place, |h, b| mix(h, u32::from(*b)));
        Followed {
            word: mix(mix(place, 75), self.rows.word()),
            id: mix(id, 76),
        }
    }

    pub(crate) fn followed(&self, after: Option<Followed>, way: u32) -> Option<EntityId> {
        let Followed { word, id } = after?;
        let key = if way == FOLLOWS_WORD { word } else { id };
        self.follows.get(&key).copied()
    }

    /// An earlier fact that first spoke of the entity, and that the reader finds again.
    pub(crate) fn birth(&self, ids: &dyn Ids, entity: &EntityId) -> Option<u64> {
        if let Some(sequence) = self.births.get(entity) {
            return Some(*sequence);
        }
        let fact = ids.birth_of(entity)?;
        let before = fact.origin == self.origin && fact.sequence < self.first;
        (before && ids.entity_of(fact) == Some(*entity)).then_some(fact.sequence)
    }

    pub(crate) fn entity_of(&self, ids: &dyn Ids, sequence: u64) -> Result<EntityId, CodecError> {
        if let Some(at) = sequence.checked_sub(self.first) {
            let at = usize::try_from(at).map_err(|_| CodecError::Malformed)?;
            return self.entities.get(at).copied().ok_or(CodecError::Malformed);
        }
        let fact = FactId::new(self.origin, sequence);
        ids.entity_of(fact)
            .ok_or(CodecError::UnknownReference(fact))
    }

    pub(crate) fn way(&self, ids: &dyn Ids, after: Option<Followed>, id: &EntityId) -> u32 {
        if self.current == Some(*id) {
            CURRENT
        } else if self.previous() == Some(*id) {
            PREVIOUS
        } else if self.followed(after, FOLLOWS_WORD) == Some(*id) {
            FOLLOWS_WORD
        } else if self.followed(after, FOLLOWS_ID) == Some(*id) {
            FOLLOWS_ID
        } else if id.is_nil() {
            NIL
        } else if self.birth(ids, id).is_some() {
            BORN
        } else if self.met.contains_key(id) {
            MET
        } else if id.minted_by(self.origin).is_some() {
            MINTED
        } else if version7(id).is_some() {
            VERSION_7
        } else {
            PLAIN
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_7_id_comes_back_from_its_parts() {
        let id: EntityId = "019b76da-b9e1-7a4c-97eb-036eb8134e77".parse().unwrap();
        let (ms, high, low) = version7(&id).unwrap();
        assert_eq!(ms, 1_767_225_604_577);
        assert_eq!(of_version7(ms, high, low), id);
        assert_eq!(version7(&EntityId::named("product", "p-001")), None);
    }
}
