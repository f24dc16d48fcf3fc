//! Finding places by what an operator types.

use super::{Gazetteer, PlaceCode};

/// How well a place answers a query, best first; then the higher level, then Tibet, then the code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    Prefix,
    Within,
}

impl Gazetteer {
    /// Places for a query, best first, at most `limit`.
    ///
    /// Digits are the beginning of a code, ASCII letters are pinyin initials (`bhz`, or `bh`
    /// without the ending), everything else is part of a name. Words before the last one narrow:
    /// `林芝 巴河` finds only what lies under a place that has 林芝 in its name.
    #[must_use]
    pub fn find(&self, query: &str, limit: usize) -> Vec<PlaceCode> {
        let folded: String = query
            .chars()
            .take(64)
            .map(crate::text::digits::fold_char)
            .collect();
        let lower = folded.to_ascii_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        let Some((last, narrowing)) = words.split_last() else {
            return Vec::new();
        };
        let mut found = self.answers(last);
        if !narrowing.is_empty() {
            found.retain(|(_, row)| {
                narrowing.iter().all(|word| {
                    self.line(*row)
                        .filter(|at| at != row)
                        .any(|at| self.answers_to(at, word))
                })
            });
        }
        found.sort_by_key(|(fit, row)| {
            let order = self.code(*row).map(PlaceCode::order);
            let elsewhere = order.is_some_and(|(code, _)| code / 10_000_000_000 != 54);
            (*fit, order.map(|(_, level)| level), elsewhere, *row)
        });
        found.truncate(limit);
        found
            .into_iter()
            .filter_map(|(_, row)| self.code(row))
            .collect()
    }

    fn answers(&self, word: &str) -> Vec<(Fit, usize)> {
        if word.bytes().all(|b| b.is_ascii_digit()) {
            return self.with_code(word);
        }
        let latin = word.bytes().all(|b| b.is_ascii_alphanumeric());
        let blob = if latin { &self.initials } else { &self.names };
        let mut found: Vec<(Fit, usize)> = Vec::new();
        for (at, _) in blob.match_indices(word) {
            let row = self
                .rows
                .partition_point(|row| row.start(latin) <= at)
                .saturating_sub(1);
            let Some(entry) = self.rows.get(row).filter(|entry| !entry.placeholder) else {
                continue;
            };
            if found.last().is_some_and(|(_, last)| *last == row) {
                continue;
            }
            let start = entry.start(latin);
            let whole = blob
                .get(start..)
                .and_then(|rest| rest.lines().next())
                .unwrap_or_default();
            let ending = self.name(row).chars().count() - self.stem(row).chars().count();
            let stem_chars = whole.chars().count().saturating_sub(ending);
            let fit = if at != start {
                Fit::Within
            } else if word == whole || word.chars().count() == stem_chars {
                Fit::Exact
            } else {
                Fit::Prefix
            };
            found.push((fit, row));
        }
        found
    }

    fn answers_to(&self, row: usize, word: &str) -> bool {
        if word.bytes().all(|b| b.is_ascii_digit()) {
            return self
                .code(row)
                .is_some_and(|code| code.to_string().starts_with(word));
        }
        let latin = word.bytes().all(|b| b.is_ascii_alphanumeric());
        let blob = if latin { &self.initials } else { &self.names };
        let start = self.rows.get(row).map(|entry| entry.start(latin));
        let rest = start
            .and_then(|start| blob.get(start..))
            .unwrap_or_default();
        let own = rest.lines().next().unwrap_or_default();
        if latin {
            own.starts_with(word)
        } else {
            own.contains(word)
        }
    }

    fn with_code(&self, digits: &str) -> Vec<(Fit, usize)> {
        let mut padded = digits.to_owned();
        while padded.len() < 12 {
            padded.push('0');
        }
        let Ok(first) = padded.parse::<u64>() else {
            return Vec::new();
        };
        let from = self.rows.partition_point(|row| row.code.order().0 < first);
        let rows = self.rows.iter().enumerate().skip(from);
        rows.map(|(at, row)| (at, row, row.code.to_string()))
            .take_while(|(_, row, code)| code.starts_with(digits) || row.code.order().0 == first)
            .filter(|(_, row, code)| code.starts_with(digits) && !row.placeholder)
            .map(|(at, _, code)| {
                (
                    if code == digits {
                        Fit::Exact
                    } else {
                        Fit::Prefix
                    },
                    at,
                )
            })
            .collect()
    }
}

impl super::Row {
    const fn start(&self, latin: bool) -> usize {
        if latin {
            self.initials_at
        } else {
            self.name_at
        }
    }
}
