//! Facts: their outsides, bodies and personal sections.

use super::CodecError;
use super::engine::mix;
use super::nodes::{Stand, tell_numbers};
use super::seen::Seen;
use super::tree::{Kind, Node};
use super::walk::Walk;
use super::wire::wide;
use crate::salt::{SaltSeed, salt};
use tsong_domain::fact::{Actor, Header, RawFact, Sealed};
use tsong_domain::id::{FactId, Hash32};
use tsong_domain::time::Hlc;

/// Places: the roots of all others.
const HEADER: u32 = 0x6865_6164;
const BODY: u32 = 0x626f_6479;
const PERSONAL: u32 = 0x7065_7273;

const SAME_ACTOR: u32 = 0;
const STATION: u32 = 1;
const PERSON: u32 = 2;

const NO_SECTION: u32 = 0;
const OPEN: u32 = 1;
const ERASED: u32 = 2;

/// How likely a section's salt comes from a seed, in 65,536ths. Not learned: what both ends learn must
/// not hang on the seeds, which either may have forgotten.
const SEEDED: u32 = 65_000;

/// Salts that a seed gives.
fn seeded(seeds: &[SaltSeed], id: FactId) -> Option<[u8; 16]> {
    seeds
        .iter()
        .find(|s| s.covers(id.sequence))
        .map(|s| salt(&s.seed, id))
}

impl Walk<'_> {
    /// A fact.
    pub(crate) fn raw_fact(
        &mut self,
        seeds: &[SaltSeed],
        known: Option<&RawFact>,
    ) -> Result<RawFact, CodecError> {
        let header = self.header(known.map(|k| &k.header))?;
        let body = self.content(BODY, known.map(|k| k.body.as_slice()))?;
        let section = known.map(|k| k.personal.as_ref());
        let personal = self.personal(seeds, header.id, section)?;
        self.seen.end_of_fact();
        let h = &mut self.history;
        h.last_facts = mix(h.last_fact, h.this_fact);
        h.last_fact = h.this_fact;
        (h.this_fact, h.recent, h.before) = (0, 0, 0);
        Ok(RawFact {
            header,
            body,
            personal,
        })
    }

    fn header(&mut self, known: Option<&Header>) -> Result<Header, CodecError> {
        let Seen { time: last, .. } = self.seen;
        let ms_off = known.map(|k| (k.time.raw() >> 16).wrapping_sub(last >> 16));
        let ms_off = self.difference(mix(HEADER, 1), 5, ms_off)?;
        let ms = ms_off.wrapping_add(last >> 16);
        let same_ms = ms == last >> 16;
        let next = if same_ms {
            (last & 0xffff).wrapping_add(1)
        } else {
            0
        };
        let count_off = known.map(|k| (k.time.raw() & 0xffff).wrapping_sub(next));
        let place = mix(HEADER, 2 + u32::from(same_ms));
        let count = self.difference(place, 4, count_off)?.wrapping_add(next);
        if ms >> 48 != 0 || count >> 16 != 0 {
            return Err(CodecError::Malformed);
        }
        self.seen.time = (ms << 16) | count;
        let flags = known
            .map(|k| u64::from(k.doubtful) * 2 + u64::from(k.more))
            .map(|f| f ^ 1);
        let flags = self.number(mix(HEADER, 4), 2, flags)? ^ 1;
        let actor = self.actor(known.map(|k| k.actor))?;
        let entity = self.entity(mix(HEADER, 7), None, known.map(|k| k.entity))?;
        if self.seen.previous() != Some(entity) {
            self.recall();
        }
        self.seen.current = Some(entity);
        let id = FactId::new(self.seen.origin, self.seen.sequence());
        let (doubtful, more) = (flags & 2 != 0, flags & 1 != 0);
        if flags > 3 {
            return Err(CodecError::Malformed);
        }
        let time = Hlc::from_raw(self.seen.time);
        Ok(Header {
            id,
            time,
            doubtful,
            actor,
            entity,
            more,
        })
    }

    /// What the fact that first spoke of an entity said, if that was before what was walked over: a
    /// payment says its order's total.
    fn recall(&mut self) {
        self.seen.told.clear();
        // Only where the birth was told: a reader may know more than the writer did.
        let Some(sequence) = self.seen.born_at.filter(|at| *at < self.seen.first) else {
            return;
        };
        if let Some(body) = self.ids.body_of(FactId::new(self.seen.origin, sequence))
            && let Some(tree) = Node::read(&body)
        {
            tell_numbers(Stand::root(BODY), &tree, &mut self.seen.told);
        }
    }

    /// Who did it: mostly who did the fact before.
    fn actor(&mut self, known: Option<Actor>) -> Result<Actor, CodecError> {
        let last = self.seen.actor;
        let way = known.map(|k| match k {
            _ if k == last => SAME_ACTOR,
            Actor::Station => STATION,
            Actor::Person(_) => PERSON,
        });
        self.seen.actor = match self.pick(mix(HEADER, 5), PERSON, way)? {
            SAME_ACTOR => last,
            STATION => Actor::Station,
            _ => {
                let person = known.and_then(|k| match k {
                    Actor::Person(id) => Some(id),
                    Actor::Station => None,
                });
                Actor::Person(self.entity(mix(HEADER, 6), None, person)?)
            }
        };
        Ok(self.seen.actor)
    }

    /// A body or an open section: as a tree where it is one.
    fn content(&mut self, place: u32, known: Option<&[u8]>) -> Result<Vec<u8>, CodecError> {
        let tree = known.map(Node::read);
        let plain = tree.as_ref().map(|t| u32::from(t.is_none()));
        let mut out = Vec::new();
        if self.pick(mix(place, 1), 1, plain)? == 1 {
            let length = self.number(mix(place, 2), 4, known.map(|k| wide(k.len())))?;
            let length = usize::try_from(length).map_err(|_| CodecError::Malformed)?;
            self.spend(length)?;
            return self.pool.bytes(length, known);
        }
        self.seen.start_of_tree();
        let tree = tree.flatten();
        let kind = tree.as_ref().map(|t| t.kind().number());
        let kind = self.number(mix(place, 3), 4, kind)?;
        let kind = Kind::of_number(kind).ok_or(CodecError::Malformed)?;
        self.node(Stand::root(place), kind, tree.as_ref(), &mut out)?;
        Ok(out)
    }

    fn personal(
        &mut self,
        seeds: &[SaltSeed],
        id: FactId,
        known: Option<Option<&Sealed>>,
    ) -> Result<Option<Sealed>, CodecError> {
        let way = known.map(|k| match k {
            None => NO_SECTION,
            Some(Sealed::Open { .. }) => OPEN,
            Some(Sealed::Erased(_)) => ERASED,
        });
        let way = self.pick(mix(PERSONAL, 4), ERASED, way)?;
        let known = known.flatten();
        let (salt_known, bytes_known, left_known) = match known {
            Some(Sealed::Open { salt, bytes }) => (Some(salt), Some(bytes.as_slice()), None),
            Some(Sealed::Erased(commitment)) => (None, None, Some(commitment)),
            None => (None, None, None),
        };
        Ok(match way {
            NO_SECTION => None,
            ERASED => Some(Sealed::Erased(Hash32(
                self.plain_bytes(left_known.map(|h| h.0))?,
            ))),
            _ => {
                let from_seed = seeded(seeds, id);
                let is_seeded = salt_known.map(|salt| from_seed == Some(*salt));
                let salt = if self.coder.bit(SEEDED, is_seeded)? {
                    from_seed.ok_or(CodecError::Malformed)?
                } else {
                    self.plain_bytes(salt_known.copied())?
                };
                Some(Sealed::Open {
                    salt,
                    bytes: self.content(PERSONAL, bytes_known)?,
                })
            }
        })
    }

    /// Bytes that nobody could guess.
    pub(crate) fn plain_bytes<const N: usize>(
        &mut self,
        known: Option<[u8; N]>,
    ) -> Result<[u8; N], CodecError> {
        let mut bytes = [0; N];
        for (i, byte) in bytes.iter_mut().enumerate() {
            let value = known.and_then(|k| k.get(i).copied()).map(u64::from);
            *byte = u8::try_from(self.coder.plain(8, value)?).map_err(|_| CodecError::Malformed)?;
        }
        Ok(bytes)
    }
}
