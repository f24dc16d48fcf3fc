//! A typed search as words, each with the ways in which it can be meant.

use super::runs::{self, Kind, Run};
use super::{
    MAX_BEGINNING, MAX_TOKEN_CHARS, days, numbers, significant, windows, without_country, wylie,
};
use tsong_domain::text::digits::fold_char;

/// What is typed beyond this is not looked at; it also bounds the size of the expression.
const MAX_CHARS: usize = 64;

/// A Latin word is looked for by its beginning when that has so many letters.
pub(super) const MIN_LATIN: usize = 3;

/// One thing that a found text must have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Term {
    /// Neighbouring characters.
    Chars(String),
    /// A Tibetan syllable.
    Syllable(String),
    /// Pinyin initials of neighbouring characters.
    Initials(String),
    /// The beginning of a code.
    Code(String),
    /// A Latin word, or the beginning of one.
    Latin(String),
    /// A number, without leading zeros.
    Number(String),
    /// Three or more neighbouring digits of a phone.
    Phone(String),
    /// A day's token.
    Day(String),
}

impl Term {
    /// The tokens that stand for it, quoted; all of them must be there.
    pub(super) fn tokens(&self) -> Vec<String> {
        let quote = |tag: &str, token: &str| format!("\"{tag}{token}\"");
        let beginning = |tag: &str, text: &str| {
            let star = if text.len() > MAX_BEGINNING { "*" } else { "" };
            quote(tag, text) + star
        };
        match self {
            Self::Chars(text) => {
                let size = text.chars().count().min(2);
                windows(text, size).map(|w| quote("", w)).collect()
            }
            Self::Initials(text) => windows(text, text.len().min(3))
                .map(|w| quote("i", w))
                .collect(),
            Self::Phone(text) => windows(text, 3).map(|w| quote("p", w)).collect(),
            Self::Code(text) => vec![beginning("c", text)],
            Self::Latin(text) => vec![beginning("l", text)],
            Self::Number(text) => vec![quote("n", text)],
            Self::Syllable(text) | Self::Day(text) => vec![quote("", text)],
        }
    }
}

/// A word of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Any of these will do, with all of its terms. Never empty, nor is any of them.
    pub(super) ways: Vec<Vec<Term>>,
}

/// The words of a search; those that ask for nothing are left out.
pub(super) fn words(text: &str) -> Vec<Word> {
    let text: String = text.chars().take(MAX_CHARS).map(fold_char).collect();
    let mut words: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        // A day may be written with blanks: 2026年 8月 18日.
        let dated = words.last().filter(|last| last.ends_with(['年', '月']));
        let dated = dated
            .map(|last| format!("{last}{word}"))
            .filter(|d| days::read(d).is_some());
        if let Some(dated) = dated {
            words.pop();
            words.push(dated);
        } else {
            words.push(word.strip_prefix("+86").unwrap_or(word).to_owned());
        }
    }
    words
        .iter()
        .map(|word| read(word))
        .filter(|word| !word.ways.is_empty())
        .collect()
}

fn read(word: &str) -> Word {
    let runs = runs::split(word, MAX_CHARS);
    let mut ways: Vec<Vec<Term>> = Vec::new();
    let day = days::read(word);
    let is_day = day.is_some();
    ways.extend(day.map(|day| vec![Term::Day(day)]));
    if runs.iter().any(|run| run.kind != Kind::Ascii) {
        // With its 年 or 月 written out it is nothing else.
        if !is_day {
            ways.extend(script(&runs));
        }
    } else if !runs.is_empty() {
        let all: String = runs.iter().map(|run| run.text.as_str()).collect();
        ways.push(vec![Term::Code(all.clone())]);
        if runs.iter().all(Run::is_number) {
            ways.extend(digits(&runs, &all));
        } else {
            ways.extend(latin(word, &runs, &all));
        }
    }
    Word { ways }
}

/// A word of digits: numbers, or a part of a phone, perhaps with its middle starred out.
fn digits(runs: &[Run], all: &str) -> Vec<Vec<Term>> {
    let mut ways = vec![runs.iter().map(|r| number(&r.text)).collect()];
    let domestic = without_country(all);
    if domestic.len() < all.len() {
        ways.push(vec![Term::Phone(domestic.to_owned())]);
    } else if runs.iter().all(|run| run.text.len() >= 3) {
        ways.push(
            runs.iter()
                .map(|run| Term::Phone(run.text.clone()))
                .collect(),
        );
    }
    ways
}

/// A word of Latin letters: words, initials, or Wylie.
fn latin(word: &str, runs: &[Run], all: &str) -> Vec<Vec<Term>> {
    let mut ways = vec![runs.iter().map(latin_run).collect()];
    if all.bytes().all(|b| b.is_ascii_lowercase()) {
        ways.push(vec![Term::Initials(all.to_owned())]);
    }
    let trimmed = word.trim_matches(|c: char| !c.is_alphanumeric() && !"'’‘ʼ`".contains(c));
    ways.extend(
        wylie::syllables(trimmed)
            .into_iter()
            .map(|s| vec![Term::Syllable(s)]),
    );
    ways
}

fn latin_run(run: &Run) -> Term {
    if run.is_number() {
        number(&run.text)
    } else {
        Term::Latin(run.text.clone())
    }
}

fn number(digits: &str) -> Term {
    Term::Number(significant(digits.get(..MAX_TOKEN_CHARS).unwrap_or(digits)).to_owned())
}

/// A word with Chinese or Tibetan in it: all its runs. Single characters and short numbers beside
/// others are not asked for, because addresses are not indexed by them.
fn script(runs: &[Run]) -> Vec<Vec<Term>> {
    let is_weak = |run: &&Run| match run.kind {
        Kind::Chars => run.text.chars().count() < 2,
        Kind::Tibetan => false,
        Kind::Ascii => run.is_number() && run.text.len() < 3,
    };
    let strong: Vec<&Run> = runs.iter().filter(|run| !is_weak(run)).collect();
    let asked = if strong.is_empty() {
        runs.iter().collect()
    } else {
        strong
    };
    let mut ways: Vec<Vec<Term>> = vec![Vec::new()];
    for run in asked {
        let terms = match run.kind {
            Kind::Chars => vec![Term::Chars(run.text.clone())],
            Kind::Tibetan => vec![Term::Syllable(run.text.clone())],
            Kind::Ascii => mixed(run),
        };
        // At most four ways, however many numbers a word has.
        let terms = if ways.len() > 2 {
            terms.get(..1).unwrap_or_default()
        } else {
            &terms
        };
        ways = ways
            .iter()
            .flat_map(|way| {
                terms
                    .iter()
                    .map(|t| [way.as_slice(), std::slice::from_ref(t)].concat())
            })
            .collect();
    }
    ways
}

fn mixed(run: &Run) -> Vec<Term> {
    if !run.is_number() {
        return vec![Term::Latin(run.text.clone())];
    }
    let phone = (run.text.len() >= 3).then(|| Term::Phone(run.text.clone()));
    numbers(&run.text).map(number).chain(phone).collect()
}
