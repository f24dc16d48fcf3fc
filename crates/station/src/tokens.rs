//! The tokens under which a thing is found, and what a typed search asks of them.
//!
//! SQLite's own tokenizers find no Chinese word of two characters and cut Tibetan in the wrong
//! places, so the index holds tokens made here. A token is ASCII letters and digits behind a tag,
//! or characters outside ASCII as they are:
//!
//! | token | made of | asked by |
//! |---|---|---|
//! | `王伟` | two neighbouring characters of any script but Tibetan and Latin | `王伟`, `小王伟` |
//! | `王` | one character of a name | `王` |
//! | `iww`, `iwxw` | pinyin initials of two and three neighbours in a name; `iw` where it begins | `ww` |
//! | `མར` | a Tibetan syllable, without the case particles that lean on it | `མར`, `mar` |
//! | `lbut` | each beginning of three letters or more of a Latin word; a shorter word | `but` |
//! | `cst04` | each beginning of a code | `ST04` |
//! | `n417` | a number without its leading zeros | `0417` |
//! | `p138` | three neighbouring digits of a phone | `138`, `5678` |
//! | `d2026`, `d202608`, `d20260818`, `m08`, `m0818` | a day, its month and its year | `8月18日` |

mod confirm;
mod days;
mod initials;
mod runs;
mod syllable;
#[cfg(test)]
mod tests;
mod wanted;
mod wylie;

use chrono::NaiveDate;
use runs::{Kind, Run};
use wanted::{MIN_LATIN, Term};

pub use confirm::confirms;

/// A longer text is found by its beginning.
const MAX_TEXT_CHARS: usize = 1_000;
/// Each shorter beginning of a code or a Latin word is a token of its own; a longer one is a prefix of the whole.
const MAX_BEGINNING: usize = 16;
/// The longest token of a code or a number, in characters.
const MAX_TOKEN_CHARS: usize = 64;

/// Shorter numbers of an address or a note are not indexed: they would hide those of orders.
const MIN_DIGITS: usize = 3;

/// Everything by which one thing is found. Any script may stand in `names` and `words`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts<'a> {
    /// What it is called: a buyer's name, a product's and a grade's names in every language. Also
    /// found by pinyin initials and by a single character.
    pub names: Vec<&'a str>,
    /// What else is said of it: an address, a note. Found by two characters or more, and by
    /// numbers of three digits or more.
    pub words: Vec<&'a str>,
    /// Numbers for people: the order's, a product's code, a waybill.
    pub codes: Vec<&'a str>,
    /// Phone numbers, as they were written.
    pub phones: Vec<&'a str>,
    /// Days: when it was taken, harvested, sent.
    pub days: Vec<NaiveDate>,
}

/// The tokens of a thing, parted by blanks, for `tsong_store::find::put`.
#[must_use]
pub fn index(texts: &Texts<'_>) -> String {
    let mut out = String::with_capacity(1_024);
    for name in &texts.names {
        for run in runs::split(name, MAX_TEXT_CHARS) {
            push_run(&mut out, &run, 1);
            if run.kind == Kind::Chars {
                windows(&run.text, 1).for_each(|c| push_token(&mut out, "", c));
                initials::push(&mut out, &run.text);
            }
        }
    }
    for word in &texts.words {
        for run in runs::split(word, MAX_TEXT_CHARS) {
            push_run(&mut out, &run, MIN_DIGITS);
        }
    }
    for code in &texts.codes {
        push_code(&mut out, code);
    }
    for phone in &texts.phones {
        push_phone(&mut out, &phone_digits(phone));
    }
    for day in &texts.days {
        days::push(&mut out, *day);
    }
    out
}

/// What a typed text asks of the index, as an FTS5 expression for `tsong_store::find::search`:
/// every word of it, each in any of the ways in which it can be meant. Only tokens made here enter
/// it, each in double quotes. `None` when nothing in the text can be looked for.
#[must_use]
pub fn query(text: &str) -> Option<String> {
    let words: Vec<String> = wanted::words(text)
        .iter()
        .map(|word| {
            let ways = word.ways.iter().map(|way| {
                let terms: Vec<String> = way.iter().flat_map(Term::tokens).collect();
                parts(&terms, " AND ")
            });
            parts(&ways.collect::<Vec<_>>(), " OR ")
        })
        .collect();
    (!words.is_empty()).then(|| parts(&words, " AND "))
}

fn parts(parts: &[String], by: &str) -> String {
    match parts {
        [one] => one.clone(),
        many => format!("({})", many.join(by)),
    }
}

fn push_token(out: &mut String, tag: &str, token: &str) {
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(tag);
    out.push_str(token);
}

/// The tokens of a run wherever it stands, but for numbers of fewer than `min_digits` digits.
fn push_run(out: &mut String, run: &Run, min_digits: usize) {
    match run.kind {
        Kind::Chars => windows(&run.text, 2).for_each(|pair| push_token(out, "", pair)),
        Kind::Tibetan => push_token(out, "", &run.text),
        Kind::Ascii => {
            if !run.is_number() {
                push_beginnings(out, "l", &run.text, run.text.len().min(MIN_LATIN));
            }
            for number in numbers(&run.text).filter(|n| n.len() >= min_digits) {
                push_token(out, "n", significant(number));
            }
        }
    }
}

fn push_code(out: &mut String, code: &str) {
    let folded = runs::split(code, MAX_TOKEN_CHARS);
    let mut whole = String::new();
    for run in &folded {
        match run.kind {
            Kind::Ascii => {
                whole.push_str(&run.text);
                for number in numbers(&run.text) {
                    push_token(out, "n", significant(number));
                }
            }
            Kind::Chars | Kind::Tibetan => push_run(out, run, 1),
        }
    }
    push_beginnings(out, "c", &whole, 1);
}

/// The beginnings of an ASCII text, from the one of `shortest` characters on.
fn push_beginnings(out: &mut String, tag: &str, text: &str, shortest: usize) {
    for length in shortest.max(1)..=text.len().min(MAX_BEGINNING) {
        push_token(out, tag, text.get(..length).unwrap_or_default());
    }
    if text.len() > MAX_BEGINNING {
        push_token(out, tag, text.get(..MAX_TOKEN_CHARS).unwrap_or(text));
    }
}

fn push_phone(out: &mut String, digits: &str) {
    windows(digits, 3).for_each(|three| push_token(out, "p", three));
}

/// The digits of a phone, without China's country code.
fn phone_digits(phone: &str) -> String {
    let digits: String = runs::folded(phone, MAX_TOKEN_CHARS)
        .filter(char::is_ascii_digit)
        .collect();
    without_country(&digits).to_owned()
}

fn without_country(digits: &str) -> &str {
    let domestic = digits
        .strip_prefix("0086")
        .or_else(|| digits.strip_prefix("86"));
    domestic.filter(|rest| rest.len() >= 10).unwrap_or(digits)
}

/// The numbers within a run of letters and digits.
fn numbers(ascii: &str) -> impl Iterator<Item = &str> {
    ascii
        .split(|c: char| !c.is_ascii_digit())
        .filter(|n| !n.is_empty())
}

/// A number without leading zeros; zero stays.
fn significant(number: &str) -> &str {
    let rest = number.trim_start_matches('0');
    if rest.is_empty() { "0" } else { rest }
}

/// Every `size` neighbouring characters of a text; nothing when it is shorter.
fn windows(text: &str, size: usize) -> impl Iterator<Item = &str> {
    let starts = text.char_indices().map(|(at, _)| at);
    let ends = text
        .char_indices()
        .map(|(at, _)| at)
        .skip(size)
        .chain([text.len()]);
    let enough = text.chars().nth(size.saturating_sub(1)).is_some();
    starts
        .zip(ends)
        .filter_map(move |(from, to)| text.get(from..to).filter(|_| enough))
}
