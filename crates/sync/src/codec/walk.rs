//! The walk over a frame's facts. The same functions write and read: a value that is passed in is
//! written, without one it is read, and either way it is returned and learned from.

use super::coder::Coder;
use super::engine::{Contexts, Engine, mix};
use super::numbers::Columns;
use super::pool::Pool;
use super::seen::Seen;
use super::words::Words;
use super::{CodecError, Outside};
use crate::frame::Ids;
use tsong_domain::id::Origin;

/// How many texts, shapes and columns one frame and what it leans on may add to what is remembered; beyond it they are
/// coded and forgotten. It bounds a reader's memory.
pub(crate) const MAX_REMEMBERED: u32 = 60_000;

/// What a walk has learned. A new frame begins with a copy of what the shipped samples taught, or
/// with what the facts before it taught besides.
#[derive(Clone, Debug)]
pub(crate) struct Learned {
    pub(crate) engine: Engine,
    pub(crate) words: Words,
    pub(crate) columns: Columns,
    pub(crate) remembered: u32,
}

impl Learned {
    pub(crate) fn nothing() -> Self {
        Self {
            engine: Engine::new(),
            words: Words::default(),
            columns: Columns::default(),
            remembered: 0,
        }
    }

    /// Whether one more thing may be remembered.
    pub(crate) const fn remember(&mut self) -> bool {
        self.remembered = self.remembered.saturating_add(1);
        self.remembered <= MAX_REMEMBERED
    }
}

/// What was coded lately: the context of what comes next.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct History {
    /// The last word or shape of this fact, and the two before it.
    pub(crate) recent: u32,
    pub(crate) before: u32,
    /// The first word of the map at hand, such as a line's product.
    pub(crate) first_word: u32,
    /// What the last fact was, and the last few.
    pub(crate) last_fact: u32,
    pub(crate) last_facts: u32,
    /// What this fact is, as far as it has been told.
    pub(crate) this_fact: u32,
}

/// What a walk leaves behind, for one that goes on where it ended.
#[derive(Clone, Debug)]
pub(crate) struct Memory {
    learned: Learned,
    history: History,
    seen: Seen,
}

impl Memory {
    /// What every walk knows before an origin's fact `first`.
    pub(crate) fn new(learned: Learned, origin: Origin, first: u64) -> Self {
        Self {
            learned,
            history: History::default(),
            seen: Seen::new(origin, first),
        }
    }

    pub(crate) fn learned(self) -> Learned {
        self.learned
    }
}

/// One frame on its way to or from bytes.
pub(crate) struct Walk<'a> {
    pub(crate) coder: Coder<'a>,
    pub(crate) learned: Learned,
    pub(crate) pool: Pool<'a>,
    pub(crate) history: History,
    pub(crate) seen: Seen,
    pub(crate) ids: &'a dyn Ids,
    left_bytes: usize,
}

impl<'a> Walk<'a> {
    pub(crate) fn new(
        outside: &Outside<'a>,
        memory: Memory,
        coder: Coder<'a>,
        pool: Pool<'a>,
    ) -> Self {
        let Memory {
            learned,
            history,
            seen,
        } = memory;
        Self {
            coder,
            learned,
            pool,
            history,
            seen,
            ids: outside.ids,
            left_bytes: outside.limit,
        }
    }

    /// The end: what was written and pooled, and what a next walk goes on from.
    pub(crate) fn end(self) -> (Vec<u8>, Pool<'a>, Memory) {
        let memory = Memory {
            learned: self.learned,
            history: self.history,
            seen: self.seen,
        };
        (self.coder.finish(), self.pool, memory)
    }

    /// Counts bytes of content against the frame's limit.
    pub(crate) fn spend(&mut self, bytes: usize) -> Result<(), CodecError> {
        self.left_bytes = self
            .left_bytes
            .checked_sub(bytes)
            .ok_or(CodecError::TooBig)?;
        Ok(())
    }

    /// Tells the history a word or a shape.
    pub(crate) const fn note(&mut self, place: u32, symbol: u32) {
        self.history.before = mix(self.history.before, self.history.recent);
        self.history.recent = mix(place, symbol);
    }

    fn contexts(&self, place: u32) -> Contexts {
        let h = &self.history;
        [
            mix(place, 1),
            mix(place, h.recent ^ 2),
            mix(mix(place, h.recent ^ 3), h.before),
            mix(mix(place, 4), h.first_word),
            mix(mix(place, h.last_fact ^ 5), h.recent),
            mix(mix(place, h.last_facts ^ 6), h.this_fact),
        ]
    }

    fn decide(
        &mut self,
        line: &Contexts,
        set: u32,
        node: u32,
        known: Option<bool>,
    ) -> Result<bool, CodecError> {
        self.learned
            .engine
            .bit(&mut self.coder, line, node, set, known)
    }

    /// `count` bits (at most four), the highest first, each guessed at by those before it.
    fn branch(
        &mut self,
        contexts: &Contexts,
        group: u32,
        set: u32,
        count: u32,
        known: Option<u64>,
    ) -> Result<u32, CodecError> {
        let line = contexts.map(|c| mix(c, group));
        let mut node = 1u32;
        for shift in (0..count).rev() {
            let bit = known.map(|k| (k >> shift) & 1 == 1);
            node = (node << 1) | u32::from(self.decide(&line, set, node, bit)?);
        }
        Ok(node - (1 << count))
    }

    /// A choice from `0..=last` (at most 15), the likelier ones first.
    pub(crate) fn pick(
        &mut self,
        place: u32,
        last: u32,
        known: Option<u32>,
    ) -> Result<u32, CodecError> {
        let line = self.contexts(place);
        let set = Engine::structure_set(place, 0);
        for choice in 0..last {
            if self.decide(&line, set, choice, known.map(|k| k == choice))? {
                return Ok(choice);
            }
        }
        Ok(last)
    }

    /// A number: whether it is nought, how long it is, then its bits, the highest `depth` of them
    /// guessed at.
    pub(crate) fn number(
        &mut self,
        place: u32,
        depth: u32,
        known: Option<u64>,
    ) -> Result<u64, CodecError> {
        let contexts = self.contexts(place);
        let set = Engine::structure_set(place, 0);
        if self.decide(&contexts, set, 0, known.map(|k| k == 0))? {
            return Ok(0);
        }
        let length = known.map(|k| u64::from(63u32.saturating_sub(k.leading_zeros())));
        let set = Engine::structure_set(place, 1);
        let high = self.branch(&contexts, 1, set, 3, length.map(|l| l >> 3))?;
        let low = self.branch(&contexts, 2 + high, set, 3, length)?;
        let length = high * 8 + low;
        let guessed = length.min(depth);
        let set = Engine::structure_set(place, 2);
        let (mut value, mut left) = (1u64, length);
        while left > length - guessed {
            let count = (left - (length - guessed)).min(3);
            left -= count;
            let group = mix(400 + length, u32::try_from(value).unwrap_or(0));
            let bits = self.branch(&contexts, group, set, count, known.map(|k| k >> left))?;
            value = (value << count) | u64::from(bits);
        }
        let low = self.coder.plain(left, known)?;
        Ok((value << left) | low)
    }

    /// How far a number is from a guess, either way: the way, then how far.
    pub(crate) fn difference(
        &mut self,
        place: u32,
        depth: u32,
        known: Option<u64>,
    ) -> Result<u64, CodecError> {
        let is_back = known.map(|k| u32::from(k >> 63 == 1));
        let is_back = self.pick(mix(place, 35), 1, is_back)?;
        let turned = if is_back == 1 { u64::MAX } else { 0 };
        let far = self.number(mix(place, 36 + is_back), depth, known.map(|k| k ^ turned))?;
        Ok(far ^ turned)
    }

    /// The byte of a text that follows `so_far`; `None` is the text's end.
    pub(crate) fn letter(
        &mut self,
        place: u32,
        so_far: &[u8],
        known: Option<Option<u8>>,
    ) -> Result<Option<u8>, CodecError> {
        // 0xff stands in no UTF-8 text: it is the end.
        let byte = known.map(|k| u64::from(k.unwrap_or(0xff)));
        let position = u32::try_from(so_far.len().min(24)).unwrap_or(0);
        let mut nearest = so_far.iter().rev().map(|b| u32::from(*b));
        let mut hash = 0u32;
        let mut further = |count: usize| {
            nearest
                .by_ref()
                .take(count)
                .for_each(|b| hash = mix(hash, b + 1));
            hash
        };
        let contexts = [
            mix(mix(place, 11), position),
            mix(mix(place, 12), further(1)),
            mix(mix(place, 13), further(1)),
            mix(14, further(1)),
            mix(15, further(1)),
            mix(16, further(2)),
        ];
        let set = Engine::text_set(mix(place, continuation(so_far)));
        let high = self.branch(&contexts, 20, set, 4, byte.map(|b| b >> 4))?;
        let low = self.branch(&contexts, 21 + high, set, 4, byte)?;
        let byte = u8::try_from(high * 16 + low).unwrap_or(0xff);
        Ok((byte != 0xff).then_some(byte))
    }
}

/// How far into a letter of several bytes a text stands: 0 at a letter's start.
fn continuation(so_far: &[u8]) -> u32 {
    let within = so_far
        .iter()
        .rev()
        .take_while(|b| **b & 0xc0 == 0x80)
        .count();
    let lead = so_far.iter().rev().nth(within).copied().unwrap_or(0);
    let letter = match lead {
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xff => 4,
        0..=0xbf => 1,
    };
    let done = within.saturating_add(1);
    u32::try_from(if done < letter { done } else { 0 }).unwrap_or(0)
}
