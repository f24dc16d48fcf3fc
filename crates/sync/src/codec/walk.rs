//! The walk over a frame's facts. The same functions write and read: a value that is passed in is
//! written, without one it is read, and either way it is returned and learned from.

use super::coder::Coder;
use super::engine::{Contexts, Engine, mix};
use super::ids::Seen;
use super::numbers::Columns;
use super::pool::Pool;
use super::words::Words;
use super::{CodecError, Outside};

/// How many texts, shapes and columns one frame may add to what is remembered; beyond it they are
/// coded and forgotten. It bounds a reader's memory.
pub(crate) const MAX_REMEMBERED: u32 = 60_000;

/// What a walk has learned. A new frame begins with a copy of what the shipped samples taught.
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

/// One frame on its way to or from bytes.
pub(crate) struct Walk<'a> {
    pub(crate) coder: Coder<'a>,
    pub(crate) learned: Learned,
    pub(crate) pool: Pool<'a>,
    pub(crate) history: History,
    pub(crate) seen: Seen<'a>,
    left_bytes: usize,
}

impl<'a> Walk<'a> {
    pub(crate) fn new(
        outside: &Outside<'a>,
        learned: Learned,
        coder: Coder<'a>,
        pool: Pool<'a>,
    ) -> Self {
        Self {
            coder,
            learned,
            pool,
            history: History::default(),
            seen: Seen::new(outside),
            left_bytes: outside.limit,
        }
    }

    /// Counts bytes of content against the frame's limit.
    pub(crate) fn spend(&mut self, bytes: usize) -> Result<(), CodecError> {
        self.left_bytes = self.left_bytes.checked_sub(bytes).ok_or(CodecError::TooBig)?;
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
        contexts: &Contexts,
        set: u32,
        node: u32,
        known: Option<bool>,
    ) -> Result<bool, CodecError> {
        let here = contexts.map(|c| mix(c, node));
        self.learned.engine.bit(&mut self.coder, &here, set, known)
    }

    /// A choice from `0..=last`, the likelier ones first.
    pub(crate) fn pick(
        &mut self,
        place: u32,
        last: u32,
        known: Option<u32>,
    ) -> Result<u32, CodecError> {
        let contexts = self.contexts(place);
        let set = Engine::structure_set(place, 0);
        for choice in 0..last {
            if self.decide(&contexts, set, 300 + choice, known.map(|k| k == choice))? {
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
        let zero = self.decide(
            &contexts,
            Engine::structure_set(place, 0),
            1,
            known.map(|k| k == 0),
        )?;
        if zero {
            return Ok(0);
        }
        let length_known = known.map(|k| 63u32.saturating_sub(k.leading_zeros()));
        let (set, mut node) = (Engine::structure_set(place, 1), 1u32);
        for shift in (0..6).rev() {
            let bit = length_known.map(|l| (l >> shift) & 1 == 1);
            node = (node << 1) | u32::from(self.decide(&contexts, set, 2 + node, bit)?);
        }
        let length = node & 63;
        let guessed = length.min(depth);
        let (set, mut value) = (Engine::structure_set(place, 2), 1u64);
        for done in 0..guessed {
            let shift = length - 1 - done;
            let bit = known.map(|k| (k >> shift) & 1 == 1);
            let branch = mix(400 + length, u32::try_from(value).unwrap_or(0));
            value = (value << 1) | u64::from(self.decide(&contexts, set, branch, bit)?);
        }
        let rest = length - guessed;
        let low = self.coder.plain(rest, known)?;
        Ok((value << rest) | low)
    }

    /// The byte of a text that follows `so_far`; `None` is the text's end.
    pub(crate) fn letter(
        &mut self,
        place: u32,
        so_far: &[u8],
        known: Option<Option<u8>>,
    ) -> Result<Option<u8>, CodecError> {
        // 0xff stands in no UTF-8 text: it is the end.
        let byte_known = known.map(|k| k.unwrap_or(0xff));
        let last = |count: u32| {
            let nearest = so_far.iter().rev().take(usize::try_from(count).unwrap_or(0));
            nearest.fold(count, |c, b| mix(c, u32::from(*b)))
        };
        let position = u32::try_from(so_far.len().min(24)).unwrap_or(0);
        let bases = [
            mix(mix(place, 11), position),
            mix(mix(place, 12), last(1)),
            mix(mix(place, 13), last(2)),
            mix(14, last(3)),
            mix(15, last(4)),
            mix(16, last(6)),
        ];
        let phase = continuation(so_far);
        let set = Engine::text_set(mix(place, phase));
        let mut node = 1u32;
        for shift in (0..8).rev() {
            let bit = byte_known.map(|b| (b >> shift) & 1 == 1);
            node = (node << 1) | u32::from(self.decide(&bases, set, node, bit)?);
        }
        let byte = u8::try_from(node & 0xff).unwrap_or(0xff);
        Ok((byte != 0xff).then_some(byte))
    }
}

/// How far into a letter of several bytes a text stands: 0 at a letter's start.
fn continuation(so_far: &[u8]) -> u32 {
    let within = so_far.iter().rev().take_while(|b| **b & 0xc0 == 0x80).count();
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
