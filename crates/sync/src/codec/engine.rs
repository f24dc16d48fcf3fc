//! The model: it guesses each decision from what followed the same contexts before, mixes the
//! guesses, and learns. Integers only, so that every machine computes the same.

use super::CodecError;
use super::coder::Coder;

/// How many contexts speak on each decision.
pub(crate) const VOICES: usize = 6;
/// The contexts of one decision: hashes.
pub(crate) type Contexts = [u32; VOICES];

const SLOT_BITS: u32 = 20;
/// Sets of weights for structure; those for text lie above.
const STRUCTURE_SETS: u32 = 1536;
const SETS: u32 = 2048;
/// 1/4 of the weight unit 65,536.
const FIRST_WEIGHT: i32 = 20_000;
const LEARNING: i64 = 10;
/// How often a slot counts before it only drifts.
const PATIENCE: u32 = 250;

/// 65,536 / (1 + e^(-x)) for x = -8, -7.5 … 8.
const SQUASH: [i32; 33] = [
    22, 36, 60, 98, 162, 267, 439, 721, 1179, 1921, 3108, 4971, 7812, 11953, 17625, 24743, 32768,
    40793, 47911, 53583, 57724, 60565, 62428, 63615, 64357, 64815, 65097, 65269, 65374, 65438,
    65476, 65500, 65514,
];

fn index(value: u32) -> usize {
    usize::try_from(value).unwrap_or(usize::MAX)
}

fn slot_at(context: u32, node: u32) -> usize {
    index(((context >> (32 - SLOT_BITS)) & !15) | node)
}

/// Mixes a number into a context.
pub(crate) const fn mix(context: u32, more: u32) -> u32 {
    let a = (context ^ more.wrapping_mul(0x9e37_79b1)).wrapping_mul(0x85eb_ca6b);
    let b = (a ^ (a >> 15)).wrapping_mul(0xc2b2_ae35);
    b ^ (b >> 13)
}

/// The chance, in 65,536ths, at a point of the logistic scale (256 to the unit).
fn squash(point: i32) -> i32 {
    let shifted = point.clamp(-2047, 2047).saturating_add(2048);
    let (step, part) = (usize::try_from(shifted >> 7).unwrap_or(0), shifted & 127);
    let low = SQUASH.get(step).copied().unwrap_or(0);
    let high = SQUASH
        .get(step.saturating_add(1))
        .copied()
        .unwrap_or(65_514);
    low.saturating_add((high.saturating_sub(low).saturating_mul(part)) >> 7)
}

/// The logistic scale's points of 4096 chances: the inverse of [`squash`].
fn stretches() -> Vec<i32> {
    let mut table = Vec::with_capacity(4096);
    let mut point = -2047;
    for chance in 0..4096 {
        while point < 2047 && squash(point) < chance * 16 + 8 {
            point = point.saturating_add(1);
        }
        table.push(point);
    }
    table
}

/// What has been learned.
#[derive(Clone, Debug)]
pub(crate) struct Engine {
    /// A chance in the upper 22 bits, how often it was taught in the lower 10.
    slots: Vec<u32>,
    weights: Vec<[i32; VOICES]>,
    tables: Tables,
}

/// What is looked up instead of computed.
#[derive(Clone, Debug)]
struct Tables {
    stretch: Vec<i32>,
    /// How much a guess counts, in 256ths, by how often it was taught: half at first, more than
    /// the whole in the end.
    trust: Vec<i32>,
    /// How far a lesson moves a chance, in 65,536ths: 2/3, 2/5, 2/7 …
    pace: Vec<i64>,
}

impl Tables {
    fn new() -> Self {
        let counts = 0..=i32::try_from(PATIENCE).unwrap_or(0);
        Self {
            stretch: stretches(),
            trust: counts
                .clone()
                .map(|n| 256 - 256 / (n + 1) + n.min(32))
                .collect(),
            pace: counts.map(|n| 131_072 / i64::from(2 * n + 3)).collect(),
        }
    }

    /// A voice's point: its guess, weaker the less it was taught.
    fn voice(&self, slot: u32) -> i32 {
        let point = self.stretch.get(index(slot >> 20)).copied().unwrap_or(0);
        (point * self.trust.get(index(slot & 0x3ff)).copied().unwrap_or(0)) >> 8
    }

    /// A slot after one more lesson.
    fn taught(&self, slot: u32, bit: bool) -> u32 {
        let count = slot & 0x3ff;
        let chance = i64::from(slot >> 10);
        let target = if bit { (1 << 22) - 1 } else { 0 };
        let pace = self.pace.get(index(count)).copied().unwrap_or(0);
        let moved = chance + (((target - chance) * pace) >> 16);
        (u32::try_from(moved).unwrap_or(0) << 10) | (count + u32::from(count < PATIENCE))
    }
}

impl Engine {
    pub(crate) fn new() -> Self {
        Self {
            slots: vec![1 << 31; 1 << SLOT_BITS],
            weights: vec![[FIRST_WEIGHT; VOICES]; index(SETS)],
            tables: Tables::new(),
        }
    }

    /// The weights for a place in the structure; `stage` is 0, 1 or 2.
    pub(crate) const fn structure_set(place: u32, stage: u32) -> u32 {
        (place % (STRUCTURE_SETS / 3)) * 3 + stage % 3
    }

    /// The weights for a place in a text.
    pub(crate) const fn text_set(place: u32) -> u32 {
        STRUCTURE_SETS + place % (SETS - STRUCTURE_SETS)
    }

    /// Guesses, codes and learns one decision. The contexts name lines of sixteen slots, which lie
    /// together in memory; `node`, below 16, is the slot in each.
    pub(crate) fn bit(
        &mut self,
        coder: &mut Coder<'_>,
        contexts: &Contexts,
        node: u32,
        set: u32,
        known: Option<bool>,
    ) -> Result<bool, CodecError> {
        let mut points = [0i32; VOICES];
        for (point, context) in points.iter_mut().zip(contexts) {
            let slot = self
                .slots
                .get(slot_at(*context, node))
                .copied()
                .unwrap_or(0);
            *point = self.tables.voice(slot);
        }
        let Some(weights) = self.weights.get_mut(index(set)) else {
            return Err(CodecError::Malformed);
        };
        let sum: i64 = points
            .iter()
            .zip(weights.iter())
            .map(|(p, w)| i64::from(*p) * i64::from(*w))
            .sum();
        let point = i32::try_from((sum >> 16).clamp(-2047, 2047)).unwrap_or(0);
        let likely = squash(point).clamp(8, 65_528);
        let bit = coder.bit(u32::try_from(likely).unwrap_or(1 << 15), known)?;
        let error = i64::from(if bit { 65_536 - likely } else { -likely });
        for (weight, point) in weights.iter_mut().zip(points) {
            let step = (i64::from(point) * error * LEARNING + (1 << 19)) >> 20;
            let moved = i64::from(*weight)
                .saturating_add(step)
                .clamp(-1_000_000, 1_000_000);
            *weight = i32::try_from(moved).unwrap_or(*weight);
        }
        for context in contexts {
            if let Some(slot) = self.slots.get_mut(slot_at(*context, node)) {
                *slot = self.tables.taught(*slot, bit);
            }
        }
        Ok(bit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_scales_are_each_others_inverse() {
        let stretch = stretches();
        for chance in [1, 100, 2048, 4000, 4094] {
            let back = squash(stretch[chance]) / 16;
            let wanted = i32::try_from(chance).unwrap();
            assert!(
                (back - wanted).abs() <= wanted / 50 + 5,
                "{chance} came back as {back}"
            );
        }
        assert_eq!(squash(0), 32_768);
        assert!(SQUASH.is_sorted());
    }

    #[test]
    fn a_habit_is_learned() {
        let mut engine = Engine::new();
        let mut coder = Coder::writer();
        for i in 0..4000u32 {
            let contexts = [mix(1, i % 3), mix(2, 0), mix(3, i % 2), mix(4, i % 6), 0, 0];
            engine
                .bit(&mut coder, &contexts, 0, 0, Some(i % 3 == 0))
                .unwrap();
        }
        let length = coder.finish().len();
        assert!(
            length < 40,
            "a plain rhythm of 4000 decisions takes {length} bytes"
        );
    }
}
