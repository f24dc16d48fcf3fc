//! Whether a candidate really has what was searched.

use super::runs::{self, Kind, Run};
use super::wanted::{self, MIN_LATIN, Term};
use super::{
    MAX_TEXT_CHARS, MAX_TOKEN_CHARS, MIN_DIGITS, Texts, days, initials, numbers, phone_digits,
    significant,
};

/// Whether a thing has every word of a search as its neighbouring characters, where the index knows
/// only that it has the pairs. Everything that this confirms is found by [`super::query`].
#[must_use]
pub fn confirms(query: &str, texts: &Texts<'_>) -> bool {
    let thing = Thing::of(texts);
    wanted::words(query).iter().all(|word| {
        word.ways
            .iter()
            .any(|way| way.iter().all(|term| thing.has(term)))
    })
}

struct Thing {
    names: Vec<Run>,
    words: Vec<Run>,
    codes: Vec<Vec<Run>>,
    phones: Vec<String>,
    days: Vec<String>,
}

impl Thing {
    fn of(texts: &Texts<'_>) -> Self {
        let all = |list: &[&str]| -> Vec<Run> {
            list.iter()
                .flat_map(|text| runs::split(text, MAX_TEXT_CHARS))
                .collect()
        };
        Self {
            names: all(&texts.names),
            words: all(&texts.words),
            codes: texts
                .codes
                .iter()
                .map(|c| runs::split(c, MAX_TOKEN_CHARS))
                .collect(),
            phones: texts
                .phones
                .iter()
                .map(|phone| phone_digits(phone))
                .collect(),
            days: texts
                .days
                .iter()
                .flat_map(|day| days::tokens(*day))
                .collect(),
        }
    }

    fn has(&self, term: &Term) -> bool {
        match term {
            // As in the index, one character alone is looked for in names only.
            Term::Chars(text) => {
                let is_one = text.chars().nth(1).is_none();
                let words = self.words.iter().chain(self.codes.iter().flatten());
                let mut all = self.names.iter().chain(words.filter(|_| !is_one));
                all.any(|run| run.kind == Kind::Chars && run.text.contains(text))
            }
            Term::Syllable(text) => {
                let mut all = self
                    .names
                    .iter()
                    .chain(&self.words)
                    .chain(self.codes.iter().flatten());
                all.any(|run| run.kind == Kind::Tibetan && run.text == *text)
            }
            Term::Initials(text) => {
                let mut names = self.names.iter().filter(|run| run.kind == Kind::Chars);
                names.any(|run| initials::spell(text, &run.text))
            }
            Term::Latin(text) => {
                let is_whole = text.len() < MIN_LATIN;
                let has = |run: &Run| run.text == *text || !is_whole && run.text.starts_with(text);
                let mut said = self.names.iter().chain(&self.words);
                said.any(|run| run.kind == Kind::Ascii && !run.is_number() && has(run))
            }
            Term::Code(text) => self.codes.iter().any(|code| whole(code).starts_with(text)),
            Term::Number(text) => {
                let has = |run: &Run, min_digits: usize| {
                    let mut known = numbers(&run.text).filter(|n| n.len() >= min_digits);
                    run.kind == Kind::Ascii && known.any(|n| significant(n) == text)
                };
                self.names
                    .iter()
                    .chain(self.codes.iter().flatten())
                    .any(|run| has(run, 1))
                    || self.words.iter().any(|run| has(run, MIN_DIGITS))
            }
            Term::Phone(text) => self.phones.iter().any(|phone| phone.contains(text)),
            Term::Day(text) => self.days.contains(text),
        }
    }
}

fn whole(code: &[Run]) -> String {
    code.iter()
        .filter(|run| run.kind == Kind::Ascii)
        .map(|run| run.text.as_str())
        .collect()
}
