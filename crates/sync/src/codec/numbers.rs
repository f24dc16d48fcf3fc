//! Whole numbers: each is told as what is left when the best guess is taken away. Guesses are the
//! relations that sums, prices and times stand in; which one is best at a place is learned.

use super::CodecError;
use super::engine::mix;
use super::walk::Walk;
use super::wire::{wide, zigzag};
use std::collections::{HashMap, VecDeque};

/// How many guesses there are.
pub(crate) const GUESSES: usize = 17;
/// How many different values of a place are remembered; a place with more has no list.
const MAX_LISTED: usize = 64;

/// Which of the guesses is the number at the place that is alike.
const LIKE: usize = 14;

/// How many of the highest bits of a difference are guessed at.
const AWAY_BITS: u32 = 5;

const GUESSED: u32 = 0;
const IN_LIST: u32 = 1;
const AWAY: u32 = 2;

/// What is known of the numbers at one place.
#[derive(Clone, Debug, Default)]
struct Column {
    /// How many sixteenths of a bit each guess was off by, lately.
    costs: [u32; GUESSES],
    last: u64,
    /// The place whose number was the same when the guesses failed last: a payment's is the order's.
    like: u32,
    /// The place of this fact's entity's birth whose number and the one before made this one: new
    /// freight and an order's goods make its new total.
    more: u32,
    values: Vec<u64>,
    crowded: bool,
}

/// How many numbers back is looked for one that is the same.
const LATELY: usize = 32;
/// Smaller numbers are the same by chance.
const TELLING: u64 = 256;

/// Columns by place, and the last number under each key whatever it stood in.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    columns: HashMap<u32, Column>,
    by_key: HashMap<u32, u64>,
    /// The last number at a place under a word, such as the price of a product.
    by_word: HashMap<u32, u64>,
}

/// The numbers of the tree at hand.
#[derive(Clone, Debug, Default)]
pub(crate) struct TreeNumbers {
    last: u64,
    before: u64,
    /// Sums over the items of an array, by place.
    sums: HashMap<u32, u64>,
    last_place: u32,
    /// The sum of the last array's last column: an order's goods.
    array_sum: u64,
}

/// The numbers that were told last, with their places, whatever the fact.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lately {
    numbers: VecDeque<(u32, u64)>,
}

impl Lately {
    fn add(&mut self, place: u32, value: u64) {
        if self.numbers.len() >= LATELY {
            self.numbers.pop_front();
        }
        self.numbers.push_back((place, value));
    }

    /// The nearest place that had this number.
    fn place_of(&self, value: u64) -> Option<u32> {
        let found = self.numbers.iter().rev().find(|(_, v)| *v == value);
        found.map(|(place, _)| *place)
    }
}

/// Bits of a number.
const fn bits(value: u64) -> u32 {
    64 - value.leading_zeros()
}

/// Thousandths of a product: a price for a kilogram times grams, the half up or down.
fn thousandths(a: u64, b: u64, half: u128) -> u64 {
    let exact = (u128::from(a) * u128::from(b)).saturating_add(half) / 1000;
    u64::try_from(exact).unwrap_or(0)
}

impl Column {
    fn best(&self) -> usize {
        let costs = self.costs.iter().enumerate();
        costs
            .min_by_key(|(i, cost)| (**cost, *i))
            .map_or(0, |(i, _)| i)
    }

    fn learn(&mut self, value: u64, guesses: &[u64; GUESSES]) {
        for (cost, guess) in self.costs.iter_mut().zip(guesses) {
            let off = bits(zigzag(value.wrapping_sub(*guess)));
            *cost = cost.saturating_sub(*cost / 16).saturating_add(off);
        }
        self.last = value;
        if !self.crowded && !self.values.contains(&value) {
            self.crowded = self.values.len() >= MAX_LISTED;
            if self.crowded {
                self.values = Vec::new();
            } else {
                self.values.push(value);
            }
        }
    }
}

impl TreeNumbers {
    fn add(&mut self, place: u32, value: u64) {
        self.before = self.last;
        self.last = value;
        self.last_place = place;
    }

    /// Adds to the sums that an array's end will offer.
    fn count_in(&mut self, place: u32, value: u64) {
        let sum = self.sums.entry(place).or_default();
        *sum = sum.wrapping_add(value);
    }

    pub(crate) fn end_of_array(&mut self) {
        self.array_sum = self.sums.get(&self.last_place).copied().unwrap_or(0);
        self.sums.clear();
    }
}

impl Walk<'_> {
    /// A number at a place, told against guesses. `guesses[1]` is the place's last number, set here.
    pub(crate) fn guessed(
        &mut self,
        place: u32,
        mut guesses: [u64; GUESSES],
        known: Option<u64>,
    ) -> Result<u64, CodecError> {
        let column = self.learned.columns.columns.get(&place);
        let last = column.map_or(0, |c| c.last);
        if let Some(slot) = guesses.get_mut(1) {
            *slot = last;
        }
        let best = column.map_or(0, Column::best);
        let guess = guesses.get(best).copied().unwrap_or(0);
        let place_of = mix(place, 41 + u32::try_from(best).unwrap_or(0));
        let listed = known.and_then(|k| column.and_then(|c| c.values.iter().position(|v| *v == k)));
        let way = known.map(|k| match listed {
            _ if k == guess => GUESSED,
            Some(_) => IN_LIST,
            None => AWAY,
        });
        let value = match self.pick(place_of, AWAY, way)? {
            GUESSED => guess,
            IN_LIST => {
                let number = self.number(mix(place, 61), 8, listed.map(wide))?;
                let values = self.learned.columns.columns.get(&place).map(|c| &c.values);
                let number = usize::try_from(number).map_err(|_| CodecError::Malformed)?;
                let value = values
                    .and_then(|v| v.get(number))
                    .ok_or(CodecError::Malformed)?;
                self.history.recent = mix(self.history.recent, place);
                *value
            }
            _ => {
                let off = known.map(|k| k.wrapping_sub(guess));
                guess.wrapping_add(self.difference(mix(place_of, 62), AWAY_BITS, off)?)
            }
        };
        if self.learned.columns.columns.contains_key(&place) || self.learned.remember() {
            self.learned
                .columns
                .columns
                .entry(place)
                .or_default()
                .learn(value, &guesses);
        }
        Ok(value)
    }

    /// A number of a tree, whose key is `key`; `in_array` says whether it stands in a row.
    pub(crate) fn tree_number(
        &mut self,
        place: u32,
        key: u32,
        in_array: bool,
        known: Option<u64>,
    ) -> Result<u64, CodecError> {
        let guesses = self.guesses(place, key);
        let value = self.guessed(place, guesses, known)?;
        if value >= TELLING && value != guesses.get(LIKE).copied().unwrap_or(0) {
            self.look_for_alike(place, value);
        }
        self.seen.lately.add(place, value);
        if in_array {
            if self.seen.rows.knows(key) || self.learned.remember() {
                self.seen.rows.tell(key, value);
            }
            self.seen.tree.count_in(place, value);
        }
        self.seen.tree.add(place, value);
        let by_word = mix(place, self.history.first_word);
        if self.learned.columns.by_word.contains_key(&by_word) || self.learned.remember() {
            self.learned.columns.by_word.insert(by_word, value);
        }
        if self.learned.columns.by_key.contains_key(&key) || self.learned.remember() {
            self.learned.columns.by_key.insert(key, value);
        }
        Ok(value)
    }

    fn guesses(&self, place: u32, key: u32) -> [u64; GUESSES] {
        let t = &self.seen.tree;
        let columns = &self.learned.columns;
        let last_at = |place: &u32| columns.columns.get(place).map_or(0, |c| c.last);
        let here = columns.columns.get(&place);
        let (like, more) = here.map_or((0, 0), |c| (c.like, c.more));
        let told = self.seen.told.get(&like).copied();
        let by_word = mix(place, self.history.first_word);
        [
            0,
            0,
            t.last,
            self.seen.time_ms(),
            thousandths(t.last, t.before, 0),
            thousandths(t.last, t.before, 500),
            t.array_sum,
            t.last.wrapping_add(t.before),
            columns.by_key.get(&key).copied().unwrap_or(0),
            self.seen.entity_ms(),
            t.last.wrapping_neg(),
            t.before,
            self.seen.rows.ordinal(),
            self.seen.rows.number(key),
            told.unwrap_or_else(|| last_at(&like)),
            columns.by_word.get(&by_word).copied().unwrap_or(0),
            self.seen
                .told
                .get(&more)
                .map_or(0, |n| n.wrapping_add(t.last)),
        ]
    }

    /// The guess that the place is like another failed: what was the same now may be so again.
    fn look_for_alike(&mut self, place: u32, value: u64) {
        let like = self.seen.lately.place_of(value).filter(|l| *l != place);
        let rest = value.wrapping_sub(self.seen.tree.last);
        let told = self
            .seen
            .told
            .iter()
            .filter(|(_, n)| **n == rest && rest >= TELLING);
        let more = told.map(|(at, _)| *at).min();
        if let Some(column) = self.learned.columns.columns.get_mut(&place) {
            column.like = like.unwrap_or(column.like);
            column.more = more.unwrap_or(column.more);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guess_that_fits_wins() {
        let mut column = Column::default();
        for i in 0..20u64 {
            let value = 1000 + i * 17;
            let mut guesses = [0; GUESSES];
            guesses[4] = value;
            guesses[2] = value + 1;
            column.learn(value, &guesses);
        }
        assert_eq!(
            column.best(),
            4,
            "a relation that always holds is preferred"
        );
    }

    #[test]
    fn products_round_as_lines_do() {
        assert_eq!(thousandths(999, 500, 0), 499);
        assert_eq!(thousandths(999, 500, 500), 500);
        assert_eq!(thousandths(u64::MAX, u64::MAX, 500), 0, "no overflow");
    }
}
