//! Rows: the maps of an array. What a row says is often what the same row of an earlier array said:
//! the lines of an order, then what is placed for each of them.

use super::engine::mix;
use std::collections::HashMap;

/// The most rows of an array that are remembered.
const MAX_ROWS: usize = 64;

/// The array at hand and the ones before it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    /// The row at hand, from nought; beyond the first its own first number may name another.
    at: usize,
    named: Option<u64>,
    /// The first words of the rows at hand, and of the last array that had words.
    words: Vec<u32>,
    words_before: Vec<u32>,
    /// The numbers of rows, by key and row.
    numbers: HashMap<u32, u64>,
    /// How many items the last array of rows had.
    pub(crate) count: u64,
}

impl Rows {
    /// A new tree.
    pub(crate) fn start(&mut self) {
        (self.at, self.named) = (0, None);
        self.words.clear();
    }

    /// The row `at` of an array begins.
    pub(crate) const fn begin(&mut self, at: usize) {
        (self.at, self.named) = (at, None);
    }

    /// The row at hand ends; its first word, 0 for none.
    pub(crate) fn end(&mut self, word: u32) {
        if word != 0 && self.words.len() == self.at && self.at < MAX_ROWS {
            self.words.push(word);
        }
    }

    /// The array ends, after `count` rows.
    pub(crate) fn end_of_array(&mut self, count: usize) {
        self.count = u64::try_from(count).unwrap_or(u64::MAX);
        if !self.words.is_empty() {
            self.words_before = std::mem::take(&mut self.words);
        }
    }

    /// Which row it is, from 1.
    pub(crate) fn ordinal(&self) -> u64 {
        u64::try_from(self.at).unwrap_or(0).saturating_add(1)
    }

    fn row(&self) -> u64 {
        self.named.unwrap_or_else(|| self.ordinal())
    }

    /// The first word of the same row of the last array that had words.
    pub(crate) fn word(&self) -> u32 {
        let at = usize::try_from(self.row()).unwrap_or(0).checked_sub(1);
        at.and_then(|at| self.words_before.get(at))
            .copied()
            .unwrap_or(0)
    }

    fn key(&self, key: u32) -> u32 {
        mix(key, u32::try_from(self.row().min(255)).unwrap_or(0))
    }

    /// The last number under `key` in the same row.
    pub(crate) fn number(&self, key: u32) -> u64 {
        self.numbers.get(&self.key(key)).copied().unwrap_or(0)
    }

    /// Whether a number under `key` was told in the same row.
    pub(crate) fn knows(&self, key: u32) -> bool {
        self.numbers.contains_key(&self.key(key))
    }

    /// A number of the row at hand was told.
    pub(crate) fn tell(&mut self, key: u32, value: u64) {
        self.named = self.named.or(Some(value));
        let key = self.key(key);
        self.numbers.insert(key, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_placed_finds_the_line_that_it_is_for() {
        let mut rows = Rows::default();
        rows.start();
        for (at, word, grams) in [(0, 7, 500), (1, 9, 250)] {
            rows.begin(at);
            rows.tell(1, rows.ordinal());
            rows.tell(2, grams);
            rows.end(word);
        }
        rows.end_of_array(2);
        rows.start();
        // The second line alone is placed: it says so by its number.
        rows.begin(0);
        rows.tell(1, 2);
        assert_eq!((rows.word(), rows.number(2)), (9, 250));
        rows.begin(1);
        assert_eq!(rows.ordinal(), 2, "rows are counted from one");
        assert_eq!(rows.count, 2);
    }
}
