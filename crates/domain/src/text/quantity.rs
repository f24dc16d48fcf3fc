//! Weights and counts as people type them.

use super::InputError;
use super::numeral::{Number, leading, prepare};
use crate::quantity::Grams;
use serde::{Deserialize, Serialize};

/// Heaviest weight that one field takes: 100 t.
pub const MAX_WEIGHT_GRAMS: i64 = 100_000_000;
/// Most pieces that one field takes.
pub const MAX_PIECES: i64 = 1_000_000;

/// A unit of weight of the market: 斤 is 500 g, 两 is 50 g (GB units of 1959, as every scale has).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeightUnit {
    /// 1 g.
    Gram,
    /// 钱, 5 g.
    Qian,
    /// 两, 50 g.
    Liang,
    /// 斤, 500 g.
    Jin,
    /// 公斤, 1,000 g.
    Kilogram,
    /// 吨, 1,000,000 g.
    Tonne,
}

/// Longest words first where one begins another. The Tibetan words are accepted when typed; what
/// the program itself prints comes from the wording.
const UNITS: &[(&str, WeightUnit)] = &[
    ("公斤", WeightUnit::Kilogram),
    ("千克", WeightUnit::Kilogram),
    ("kg", WeightUnit::Kilogram),
    ("སྤྱི་རྒྱ་", WeightUnit::Kilogram),
    ("སྤྱི་རྒྱ", WeightUnit::Kilogram),
    ("市斤", WeightUnit::Jin),
    ("斤", WeightUnit::Jin),
    ("རྒྱ་མ་", WeightUnit::Jin),
    ("རྒྱ་མ", WeightUnit::Jin),
    ("市两", WeightUnit::Liang),
    ("两", WeightUnit::Liang),
    ("སྲང་", WeightUnit::Liang),
    ("སྲང", WeightUnit::Liang),
    ("钱", WeightUnit::Qian),
    ("克", WeightUnit::Gram),
    ("g", WeightUnit::Gram),
    ("公吨", WeightUnit::Tonne),
    ("吨", WeightUnit::Tonne),
    ("t", WeightUnit::Tonne),
];

/// Words that count pieces; which one is of no matter.
const MEASURES: &[&str] = &[
    "个", "只", "条", "块", "瓶", "袋", "盒", "包", "箱", "件", "朵", "根", "张", "把", "罐", "桶",
    "枚", "份", "颗", "双", "套", "pcs", "pc",
];

impl WeightUnit {
    /// Grams in one of it.
    #[must_use]
    pub const fn grams(self) -> i64 {
        match self {
            Self::Gram => 1,
            Self::Qian => 5,
            Self::Liang => 50,
            Self::Jin => 500,
            Self::Kilogram => 1_000,
            Self::Tonne => 1_000_000,
        }
    }
}

/// Reads a weight: `2.5`, `500g`, `3斤`, `三斤二两`, `三斤二`, `一斤半`, `半斤`, `2公斤`, digits of
/// three scripts; a bare number counts in `default`.
///
/// # Errors
/// An [`InputError`] that says why: finer than a gram is `TooPrecise`, above
/// [`MAX_WEIGHT_GRAMS`] `TooLarge`, nothing or zero `Empty` or `Zero`.
pub fn parse_weight(text: &str, default: WeightUnit) -> Result<Grams, InputError> {
    let text = unit_last(prepare(text)?);
    let mut rest = text.as_str();
    let mut total: i64 = 0;
    let mut above: Option<WeightUnit> = None;
    while !rest.is_empty() {
        if let (Some(unit), "半") = (above, rest) {
            total = add(total, Number::HALF.times(unit.grams())?)?;
            break;
        }
        let (number, after) = leading(rest)?.ok_or(stray(rest, above))?;
        let (unit, after) = match (unit_at(after), above) {
            (Some(found), _) => found,
            (None, None) if after.is_empty() => (default, after),
            (None, Some(WeightUnit::Jin)) if after.is_empty() && is_digit(number) => {
                (WeightUnit::Liang, after)
            }
            (None, _) => return Err(bad_tail(after)),
        };
        let grams = number.times(unit.grams())?;
        // 三斤十二两 and 2.5斤3两 are slips of the hand, not weights.
        if above.is_some_and(|above| grams >= above.grams()) {
            return Err(InputError::NotANumber);
        }
        if !after.is_empty() && after != "半" && !number.is_whole() {
            return Err(bad_tail(after));
        }
        total = add(total, grams)?;
        above = Some(unit);
        rest = after;
    }
    match total {
        0 => Err(InputError::Zero),
        1..=MAX_WEIGHT_GRAMS => Ok(Grams::new(total)),
        _ => Err(InputError::TooLarge),
    }
}

/// Reads a count of pieces: `3`, `三`, `十二只`, `2 盒`, digits of three scripts.
///
/// # Errors
/// [`InputError::TooPrecise`] for a part of a piece, [`InputError::Zero`],
/// [`InputError::TooLarge`] above [`MAX_PIECES`], [`InputError::UnknownUnit`] for a word that
/// counts no pieces.
pub fn parse_pieces(text: &str) -> Result<i64, InputError> {
    let text = prepare(text)?;
    let (number, after) = leading(&text)?.ok_or(InputError::NotANumber)?;
    let counts_pieces = after.is_empty() || MEASURES.contains(&after);
    if !counts_pieces {
        return Err(bad_tail(after));
    }
    match number.times(1)? {
        0 => Err(InputError::Zero),
        pieces @ 1..=MAX_PIECES => Ok(pieces),
        _ => Err(InputError::TooLarge),
    }
}

fn add(total: i64, more: i64) -> Result<i64, InputError> {
    total.checked_add(more).ok_or(InputError::TooLarge)
}

fn is_digit(number: Number) -> bool {
    number.times(1).is_ok_and(|value| (1..=9).contains(&value))
}

fn unit_at(text: &str) -> Option<(WeightUnit, &str)> {
    UNITS
        .iter()
        .find_map(|(word, unit)| text.strip_prefix(word).map(|rest| (*unit, rest)))
}

/// Tibetan says the unit first: རྒྱ་མ་ ༣.
fn unit_last(text: String) -> String {
    let tibetan = UNITS
        .iter()
        .filter(|(word, _)| word.starts_with(['ས', 'ར']));
    for (word, _) in tibetan {
        if let Some(number) = text.strip_prefix(word).filter(|rest| !rest.is_empty()) {
            return format!("{number}{word}");
        }
    }
    text
}

fn stray(rest: &str, above: Option<WeightUnit>) -> InputError {
    if above.is_some() {
        bad_tail(rest)
    } else {
        InputError::NotANumber
    }
}

/// A tail that is a word is a unit that nobody knows; `e9`, `x10` and `.5` are broken numbers.
pub(super) fn bad_tail(tail: &str) -> InputError {
    let word = !tail.is_empty() && tail.chars().all(char::is_alphabetic) && tail != "e";
    if word {
        InputError::UnknownUnit
    } else {
        InputError::NotANumber
    }
}

#[cfg(test)]
mod tests {
    use super::{InputError, WeightUnit, parse_pieces, parse_weight};

    fn grams(text: &str) -> Result<i64, InputError> {
        parse_weight(text, WeightUnit::Kilogram).map(crate::quantity::Grams::get)
    }

    #[test]
    fn weights_as_people_write_them() {
        let cases: &[(&str, i64)] = &[
            ("2.5", 2_500),
            ("2.5kg", 2_500),
            ("2.5 KG", 2_500),
            ("2.5000", 2_500),
            ("500g", 500),
            ("500 克", 500),
            ("3斤", 1_500),
            ("三斤二两", 1_600),
            ("三斤二", 1_600),
            ("3斤2两", 1_600),
            ("两斤", 1_000),
            ("二两", 100),
            ("两两", 100),
            ("十两", 500),
            ("半斤", 250),
            ("半两", 25),
            ("一斤半", 750),
            ("两斤半", 1_250),
            ("二两半", 125),
            ("2公斤", 2_000),
            ("2千克", 2_000),
            ("三千克", 3_000),
            ("2公斤半", 2_500),
            ("1公斤二两", 1_100),
            ("三钱", 15),
            ("1,250g", 1_250),
            ("一百二十斤", 60_000),
            ("0.001", 1),
            ("２．５", 2_500),
            ("༢.༥", 2_500),
            ("༣斤", 1_500),
            ("རྒྱ་མ་༣", 1_500),
            ("༢སྤྱི་རྒྱ", 2_000),
            ("100吨", 100_000_000),
        ];
        for (text, expected) in cases {
            assert_eq!(grams(text), Ok(*expected), "{text}");
        }
        assert_eq!(
            parse_weight("3", WeightUnit::Jin).map(|g| g.get()),
            Ok(1_500),
            "bare 斤"
        );
    }

    #[test]
    fn weights_that_nobody_means() {
        use InputError::{
            Empty, Negative, NotANumber, TooLarge, TooLong, TooPrecise, UnknownUnit, Zero,
        };
        let cases = [
            ("", Empty),
            (" \u{200B} ", Empty),
            ("1e9", NotANumber),
            ("1e", NotANumber),
            ("0x10", NotANumber),
            ("NaN", NotANumber),
            ("inf", NotANumber),
            ("kg", NotANumber),
            ("-0", Negative),
            ("-1", Negative),
            ("－1斤", Negative),
            ("0", Zero),
            ("0.000", Zero),
            ("零斤", Zero),
            ("0.0001", TooPrecise),
            ("2.5g", TooPrecise),
            ("半克", TooPrecise),
            ("100001", TooLarge),
            ("100.000001吨", TooLarge),
            ("99999999999999999999999", TooLarge),
            ("2,5", NotANumber),
            ("3斤12两", NotANumber),
            ("2.5斤3两", NotANumber),
            ("2两3斤", NotANumber),
            ("3斤2斤", NotANumber),
            ("2公斤3", NotANumber),
            ("3磅", UnknownUnit),
            ("3 pounds", UnknownUnit),
            ("3斤多", UnknownUnit),
        ];
        for (text, expected) in cases {
            assert_eq!(grams(text), Err(expected), "{text}");
        }
        assert_eq!(
            grams(&"9".repeat(100_000)),
            Err(TooLong),
            "a flood of digits costs nothing"
        );
    }

    #[test]
    fn pieces_are_whole() {
        for (text, expected) in [
            ("3", 3),
            ("三", 3),
            ("十二只", 12),
            ("2 盒", 2),
            ("༡༢", 12),
            ("2.0", 2),
        ] {
            assert_eq!(parse_pieces(text), Ok(expected), "{text}");
        }
        assert_eq!(parse_pieces("2.5"), Err(InputError::TooPrecise));
        assert_eq!(parse_pieces("半只"), Err(InputError::TooPrecise));
        assert_eq!(parse_pieces("0"), Err(InputError::Zero));
        assert_eq!(parse_pieces("1000001"), Err(InputError::TooLarge));
        assert_eq!(parse_pieces("3斤"), Err(InputError::UnknownUnit));
        assert_eq!(parse_pieces("1e3"), Err(InputError::NotANumber));
    }
}
