//! Ids of entities and facts. What was spoken of before is told by a small number.

use super::CodecError;
use super::engine::mix;
use super::numbers::GUESSES;
use super::seen::{
    BORN, CURRENT, FOLLOWS_ID, FOLLOWS_WORD, Followed, MET, MINTED, NIL, PLAIN, PREVIOUS,
    VERSION_7, of_version7, version7,
};
use super::walk::Walk;
use super::wire::wide;
use std::collections::HashMap;
use tsong_domain::id::EntityId;

/// Where ids stand in headers and bodies alike.
const IDS: u32 = 0x6964_6964;

/// How far ids of one transaction are apart.
const NEAR: u64 = 64;

impl Walk<'_> {
    /// An entity's id. In an array, it may be the one that followed the same word or id before.
    pub(crate) fn entity(
        &mut self,
        place: u32,
        after: Option<Followed>,
        known: Option<EntityId>,
    ) -> Result<EntityId, CodecError> {
        let way = known.map(|k| self.seen.way(self.ids, after, &k));
        let way = self.pick(mix(place, 71), PLAIN, way)?;
        self.seen.born_at = None;
        let id = match way {
            FOLLOWS_WORD | FOLLOWS_ID => self
                .seen
                .followed(after, way)
                .ok_or(CodecError::Malformed)?,
            CURRENT => self.seen.current.ok_or(CodecError::Malformed)?,
            PREVIOUS => self.seen.previous().ok_or(CodecError::Malformed)?,
            NIL => EntityId::NIL,
            BORN => self.born(place, known)?,
            MET => {
                let number = known.and_then(|k| self.seen.met.get(&k).copied());
                let number = self.number(mix(place, 72), 12, number)?;
                let number = usize::try_from(number).map_err(|_| CodecError::Malformed)?;
                *self
                    .seen
                    .met_list
                    .get(number)
                    .ok_or(CodecError::Malformed)?
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
        for key in after.into_iter().flat_map(Followed::keys) {
            if self.seen.follows.contains_key(&key) || self.learned.remember() {
                self.seen.follows.insert(key, id);
            }
        }
        if way >= VERSION_7 {
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
        let back = known
            .and_then(|k| self.seen.birth(self.ids, &k))
            .map(|b| now.saturating_sub(b));
        let back = self.number(mix(place, 73), 4, back)?;
        let sequence = now.checked_sub(back).ok_or(CodecError::Malformed)?;
        if sequence == 0 || sequence >= now {
            return Err(CodecError::Malformed);
        }
        let id = match known {
            Some(id) => id,
            None => self.seen.entity_of(self.ids, sequence)?,
        };
        self.seen.births.entry(id).or_insert(sequence);
        self.seen.born_at = Some(sequence);
        Ok(id)
    }

    fn minted(&mut self, known: Option<EntityId>) -> Result<EntityId, CodecError> {
        let parts = known.and_then(|k| k.minted_by(self.seen.origin));
        let (next, base_ms) = (self.seen.minted.wrapping_add(1), self.seen.time_ms());
        let step = parts.map(|(counter, _)| counter.wrapping_sub(next));
        let counter = next.wrapping_add(self.difference(mix(IDS, 1), 3, step)?);
        let ms_known = parts.and_then(|(_, ms)| u64::try_from(ms).ok());
        let off = ms_known.map(|ms| ms.wrapping_sub(base_ms));
        let ms = base_ms.wrapping_add(self.difference(mix(IDS, 2), 3, off)?);
        // The highest of those near each other; an id far off is not of this row, or begins another.
        let last = self.seen.minted;
        self.seen.minted = if counter < last && last - counter <= NEAR {
            last
        } else {
            counter
        };
        let ms = i64::try_from(ms).map_err(|_| CodecError::Malformed)?;
        Ok(EntityId::mint(self.seen.origin, counter, ms))
    }

    fn version7(&mut self, known: Option<EntityId>) -> Result<EntityId, CodecError> {
        let parts = known.as_ref().and_then(version7);
        let base = if self.seen.version7_ms == 0 {
            self.seen.time_ms()
        } else {
            self.seen.version7_ms
        };
        let off = parts.map(|(ms, _, _)| ms.wrapping_sub(base));
        let ms = base.wrapping_add(self.difference(mix(IDS, 3), 4, off)?);
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
            self.seen
                .origins
                .iter()
                .position(|o| *o == origin)
                .map_or(new, wide)
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
            let told = [
                s.sequence(),
                0,
                of(&s.births, s.named),
                of(&s.latest, s.current),
                of(&s.births, s.current),
                of(&s.births, s.current).wrapping_add(1),
                s.sequence().wrapping_sub(1),
                of(&s.latest, s.named),
            ];
            for (guess, told) in guesses.iter_mut().zip(told) {
                *guess = told;
            }
        }
        let place = mix(place, mix(82, u32::from(number != 0)));
        let sequence = self.guessed(place, guesses, known.map(|k| k.1))?;
        Ok((origin, sequence))
    }
}
