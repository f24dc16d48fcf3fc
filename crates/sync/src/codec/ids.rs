//! Ids of entities and facts. What was spoken of before is told by a small number.

use super::engine::mix;
use super::numbers::{GUESSES, TreeNumbers};
use super::walk::Walk;
use super::wire::{unzigzag, wide, zigzag};
use super::{CodecError, Outside};
use crate::frame::Ids;
use std::collections::HashMap;
use tsong_domain::id::{EntityId, FactId, Origin};

/// Where ids stand in headers and bodies alike.
const IDS: u32 = 0x6964_6964;

/// The entity of this fact's header, of the fact before, an earlier fact's by its sequence, one met
/// in this frame, the station as a whole; new: minted by this origin, any UUIDv7, anything.
const CURRENT: u32 = 0;
const PREVIOUS: u32 = 1;
const BORN: u32 = 2;
const MET: u32 = 3;
const VERSION_7: u32 = 4;
const MINTED: u32 = 5;
const NIL: u32 = 6;
const PLAIN: u32 = 7;

/// What this frame has spoken of so far.
pub(crate) struct Seen<'a> {
    origin: Origin,
    first: u64,
    ids: &'a dyn Ids,
    /// The headers' entities of the frame, by sequence.
    entities: Vec<EntityId>,
    /// The fact that first spoke of an entity, as far as both ends have been told.
    births: HashMap<EntityId, u64>,
    /// The last fact of an entity.
    latest: HashMap<EntityId, u64>,
    met: HashMap<EntityId, u64>,
    met_list: Vec<EntityId>,
    origins: Vec<u64>,
    minted: u64,
    minted_ms: u64,
    version7_ms: u64,
    /// The entity of the fact at hand, once it was told.
    pub(crate) current: Option<EntityId>,
    /// The entity that the tree at hand named last.
    named: Option<EntityId>,
    pub(crate) time: u64,
    pub(crate) tree: TreeNumbers,
}

/// A version 7 UUID's milliseconds and its random bits.
fn version7(id: &EntityId) -> Option<(u64, u64, u64)> {
    let bits = u128::from_be_bytes(id.0);
    let low = |shift: u32, mask: u64| u64::try_from((bits >> shift) & u128::from(mask)).ok();
    let ours = (bits >> 76) & 0xf == 7 && (bits >> 62) & 0b11 == 0b10;
    ours.then_some(())?;
    Some((low(80, (1 << 48) - 1)?, low(64, 0xfff)?, low(0, (1 << 62) - 1)?))
}

fn of_version7(ms: u64, high: u64, low: u64) -> EntityId {
    let bits = (u128::from(ms) << 80)
        | (0x7 << 76)
        | (u128::from(high & 0xfff) << 64)
        | (0b10 << 62)
        | u128::from(low & ((1 << 62) - 1));
    EntityId(bits.to_be_bytes())
}

impl<'a> Seen<'a> {
    pub(crate) fn new(outside: &Outside<'a>) -> Self {
        Self {
            origin: outside.origin,
            first: outside.first,
            ids: outside.ids,
            entities: Vec::new(),
            births: HashMap::new(),
            latest: HashMap::new(),
            met: HashMap::new(),
            met_list: Vec::new(),
            origins: vec![outside.origin.0],
            minted: 0,
            minted_ms: 0,
            version7_ms: 0,
            current: None,
            named: None,
            time: 0,
            tree: TreeNumbers::default(),
        }
    }

    pub(crate) const fn origin(&self) -> Origin {
        self.origin
    }

    /// The sequence of the fact at hand.
    pub(crate) fn sequence(&self) -> u64 {
        self.first.saturating_add(wide(self.entities.len()))
    }

    pub(crate) const fn time_ms(&self) -> u64 {
        self.time >> 16
    }

    pub(crate) fn entity_ms(&self) -> u64 {
        self.current.as_ref().and_then(version7).map_or(0, |(ms, _, _)| ms)
    }

    fn previous(&self) -> Option<EntityId> {
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
    }

    /// An earlier fact that first spoke of the entity, and that the reader finds again.
    fn birth(&self, entity: &EntityId) -> Option<u64> {
        if let Some(sequence) = self.births.get(entity) {
            return Some(*sequence);
        }
        let fact = self.ids.birth_of(entity)?;
        let before = fact.origin == self.origin && fact.sequence < self.first;
        (before && self.ids.entity_of(fact) == Some(*entity)).then_some(fact.sequence)
    }

    fn entity_of(&self, sequence: u64) -> Result<EntityId, CodecError> {
        if let Some(at) = sequence.checked_sub(self.first) {
            let at = usize::try_from(at).map_err(|_| CodecError::Malformed)?;
            return self.entities.get(at).copied().ok_or(CodecError::Malformed);
        }
        let fact = FactId::new(self.origin, sequence);
        self.ids.entity_of(fact).ok_or(CodecError::UnknownReference(fact))
    }

    fn way(&self, id: &EntityId) -> u32 {
        if self.current == Some(*id) {
            CURRENT
        } else if self.previous() == Some(*id) {
            PREVIOUS
        } else if id.is_nil() {
            NIL
        } else if self.birth(id).is_some() {
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

impl Walk<'_> {
    /// An entity's id.
    pub(crate) fn entity(
        &mut self,
        place: u32,
        known: Option<EntityId>,
    ) -> Result<EntityId, CodecError> {
        let way = self.pick(mix(place, 71), PLAIN, known.map(|k| self.seen.way(&k)))?;
        let id = match way {
            CURRENT => self.seen.current.ok_or(CodecError::Malformed)?,
            PREVIOUS => self.seen.previous().ok_or(CodecError::Malformed)?,
            NIL => EntityId::NIL,
            BORN => self.born(place, known)?,
            MET => {
                let number = known.and_then(|k| self.seen.met.get(&k).copied());
                let number = self.number(mix(place, 72), 12, number)?;
                let number = usize::try_from(number).map_err(|_| CodecError::Malformed)?;
                *self.seen.met_list.get(number).ok_or(CodecError::Malformed)?
            }
            MINTED => self.minted(known)?,
            VERSION_7 => self.version7(known)?,
            _ => {
                let bits = known.map(|k| u128::from_be_bytes(k.0));
                let half = |shift: u32| {
                    bits.map(|b| u64::try_from((b >> shift) & u128::from(u64::MAX)).unwrap_or(0))
                };
                let high = self.coder.plain(64, half(64))?;
                let low = self.coder.plain(64, half(0))?;
                EntityId(((u128::from(high) << 64) | u128::from(low)).to_be_bytes())
            }
        };
        if way >= VERSION_7 && way != NIL {
            let number = wide(self.seen.met_list.len());
            self.seen.met.entry(id).or_insert(number);
            self.seen.met_list.push(id);
        }
        self.note(IDS, way);
        self.seen.named = Some(id);
        Ok(id)
    }

    fn born(&mut self, place: u32, known: Option<EntityId>) -> Result<EntityId, CodecError> {
        let now = self.seen.sequence();
        let back = known.and_then(|k| self.seen.birth(&k)).map(|b| now.saturating_sub(b));
        let back = self.number(mix(place, 73), 4, back)?;
        let sequence = now.checked_sub(back).ok_or(CodecError::Malformed)?;
        if sequence == 0 || sequence >= now {
            return Err(CodecError::Malformed);
        }
        let id = match known {
            Some(id) => id,
            None => self.seen.entity_of(sequence)?,
        };
        self.seen.births.entry(id).or_insert(sequence);
        Ok(id)
    }

    fn minted(&mut self, known: Option<EntityId>) -> Result<EntityId, CodecError> {
        let parts = known.and_then(|k| k.minted_by(self.seen.origin));
        let (next, base_ms) = (self.seen.minted.wrapping_add(1), self.seen.minted_ms);
        let step = parts.map(|(counter, _)| zigzag(counter.wrapping_sub(next)));
        let counter = next.wrapping_add(unzigzag(self.number(mix(IDS, 1), 3, step)?));
        let ms_known = parts.and_then(|(_, ms)| u64::try_from(ms).ok());
        let base_ms = if base_ms == 0 { self.seen.time_ms() } else { base_ms };
        let off = ms_known.map(|ms| zigzag(ms.wrapping_sub(base_ms)));
        let ms = base_ms.wrapping_add(unzigzag(self.number(mix(IDS, 2), 3, off)?));
        (self.seen.minted, self.seen.minted_ms) = (counter, ms);
        let ms = i64::try_from(ms).map_err(|_| CodecError::Malformed)?;
        Ok(EntityId::mint(self.seen.origin, counter, ms))
    }

    fn version7(&mut self, known: Option<EntityId>) -> Result<EntityId, CodecError> {
        let parts = known.as_ref().and_then(version7);
        let base = if self.seen.version7_ms == 0 { self.seen.time_ms() } else { self.seen.version7_ms };
        let off = parts.map(|(ms, _, _)| zigzag(ms.wrapping_sub(base)));
        let ms = base.wrapping_add(unzigzag(self.number(mix(IDS, 3), 3, off)?));
        let high = self.coder.plain(12, parts.map(|(_, high, _)| high))?;
        let low = self.coder.plain(62, parts.map(|(_, _, low)| low))?;
        self.seen.version7_ms = ms;
        Ok(of_version7(ms & 0xffff_ffff_ffff, high, low))
    }

    /// A fact's id as it stands in a body.
    pub(crate) fn fact(
        &mut self,
        place: u32,
        known: Option<(u64, u64)>,
    ) -> Result<(u64, u64), CodecError> {
        let new = wide(self.seen.origins.len());
        let number = known.map(|(origin, _)| {
            self.seen.origins.iter().position(|o| *o == origin).map_or(new, wide)
        });
        let number = self.number(mix(place, 81), 6, number)?;
        let origin = if number == new {
            let origin = self.coder.plain(64, known.map(|k| k.0))?;
            self.seen.origins.push(origin);
            origin
        } else {
            let at = usize::try_from(number).map_err(|_| CodecError::Malformed)?;
            *self.seen.origins.get(at).ok_or(CodecError::Malformed)?
        };
        let s = &self.seen;
        let of = |map: &HashMap<EntityId, u64>, id: Option<EntityId>| {
            id.and_then(|id| map.get(&id).copied()).unwrap_or(0)
        };
        let mut guesses = [0; GUESSES];
        if number == 0 {
            guesses = [
                s.sequence(),
                0,
                of(&s.births, s.named),
                of(&s.latest, s.current),
                of(&s.births, s.current),
                of(&s.births, s.current).wrapping_add(1),
                s.sequence().wrapping_sub(1),
                of(&s.latest, s.named),
                0,
                0,
                0,
                0,
            ];
        }
        let place = mix(place, mix(82, u32::from(number != 0)));
        let sequence = self.guessed(place, guesses, known.map(|k| k.1))?;
        Ok((origin, sequence))
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
