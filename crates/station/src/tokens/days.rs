//! Days, as tokens and as people type them.

use super::{push_token, runs};
use chrono::{Datelike, NaiveDate};

/// Tokens of a day, its month and its year, and of month and day in any year.
pub(super) fn push(out: &mut String, day: NaiveDate) {
    for token in tokens(day) {
        push_token(out, "", &token);
    }
}

/// The tokens of a day.
pub(super) fn tokens(day: NaiveDate) -> [String; 5] {
    let (y, m, d) = (day.year(), day.month(), day.day());
    [
        format!("d{y:04}"),
        format!("d{y:04}{m:02}"),
        format!("d{y:04}{m:02}{d:02}"),
        format!("m{m:02}"),
        format!("m{m:02}{d:02}"),
    ]
}

/// The token that a word asks for when it is a day, a month or a year: `2026-08-18`, `2026.8`,
/// `8/18`, `20260818`, `2026年8月18日`, `8月18号`, `8月`, `2026`.
pub(super) fn read(word: &str) -> Option<String> {
    let parts = parts(word)?;
    match parts.as_slice() {
        [(n, None)] => alone(n),
        [(y, Some('年'))] => year(y),
        [(m, Some('月'))] => month(m).map(|m| format!("m{m}")),
        [(m, Some('月')), (d, Some('日' | '号') | None)] => month_day(m, d),
        [(y, Some('年')), (m, Some('月'))] => Some(format!("{}{}", year(y)?, month(m)?)),
        [
            (y, Some('年')),
            (m, Some('月')),
            (d, Some('日' | '号') | None),
        ] => whole(y, m, d),
        [(y, Some(a)), (m, Some(b)), (d, None)] if a == b && is_joint(*a) => whole(y, m, d),
        [(y, Some(a)), (m, None)] if is_joint(*a) && y.len() == 4 => {
            Some(format!("{}{}", year(y)?, month(m)?))
        }
        [(m, Some(a)), (d, None)] if is_joint(*a) => month_day(m, d),
        _ => None,
    }
}

/// The numbers of a word, each with the one character that follows it; none for any other word.
fn parts(word: &str) -> Option<Vec<(String, Option<char>)>> {
    let mut parts: Vec<(String, Option<char>)> = Vec::new();
    let mut is_number = false;
    for c in runs::folded(word, 16) {
        match parts.last_mut() {
            Some((number, None)) if c.is_ascii_digit() && is_number => number.push(c),
            Some(last) if !c.is_ascii_digit() && is_number => {
                last.1 = Some(c);
                is_number = false;
            }
            _ if c.is_ascii_digit() => {
                parts.push((c.to_string(), None));
                is_number = true;
            }
            _ => return None,
        }
    }
    Some(parts)
}

const fn is_joint(c: char) -> bool {
    matches!(c, '-' | '/' | '.' | '–' | '—')
}

fn alone(number: &str) -> Option<String> {
    let (y, rest) = number.split_at_checked(4)?;
    match rest.len() {
        0 => year(y),
        2 => Some(format!("{}{}", year(y)?, month(rest)?)),
        4 => {
            let (m, d) = rest.split_at_checked(2)?;
            whole(y, m, d)
        }
        _ => None,
    }
}

fn whole(y: &str, m: &str, d: &str) -> Option<String> {
    Some(format!("{}{}{}", year(y)?, month(m)?, within(d, 31)?))
}

fn month_day(m: &str, d: &str) -> Option<String> {
    Some(format!("m{}{}", month(m)?, within(d, 31)?))
}

fn year(digits: &str) -> Option<String> {
    let number: u32 = digits.parse().ok()?;
    (digits.len() == 4 && (1900..2200).contains(&number)).then(|| format!("d{number}"))
}

fn month(digits: &str) -> Option<String> {
    within(digits, 12)
}

fn within(digits: &str, max: u32) -> Option<String> {
    let number: u32 = digits.parse().ok()?;
    (digits.len() <= 2 && (1..=max).contains(&number)).then(|| format!("{number:02}"))
}
