//! Amounts of money as people type them.

use super::InputError;
use super::numeral::{Number, leading, prepare};
use super::quantity::bad_tail;
use crate::money::Fen;

/// Largest amount that one field takes: 10^9 yuan, in fen.
pub const MAX_AMOUNT_FEN: i64 = 100_000_000_000;

const YUAN: i64 = 100;
const JIAO: i64 = 10;
const FEN: i64 = 1;

const UNITS: &[(&str, i64)] = &[
    ("元", YUAN),
    ("圆", YUAN),
    ("块钱", YUAN),
    ("块", YUAN),
    ("yuan", YUAN),
    ("སྒོར་", YUAN),
    ("སྒོར", YUAN),
    ("角", JIAO),
    ("毛钱", JIAO),
    ("毛", JIAO),
    ("分钱", FEN),
    ("分", FEN),
];

/// Money in yuan with its fen, `1234.50`.
#[must_use]
pub fn yuan(fen: Fen) -> String {
    let sign = if fen < Fen::ZERO { "-" } else { "" };
    let fen = fen.get().unsigned_abs();
    format!("{sign}{}.{:02}", fen / 100, fen % 100)
}

/// Reads an amount: `68`, `68.5`, `¥68.50`, `68元5角`, `68块5`, `五毛`, `六十八`, `1.2万`, digits of
/// three scripts; a bare number counts yuan. Zero is an amount.
///
/// # Errors
/// An [`InputError`] that says why: finer than a fen is `TooPrecise`, above [`MAX_AMOUNT_FEN`]
/// `TooLarge`, a minus sign `Negative`.
pub fn parse_yuan(text: &str) -> Result<Fen, InputError> {
    let text = prepare(text)?;
    let bare = ["¥", "￥", "rmb", "སྒོར་མོ་", "སྒོར་"]
        .iter()
        .find_map(|sign| text.strip_prefix(sign))
        .unwrap_or(&text);
    let bare = bare.strip_suffix(['整', '正']).unwrap_or(bare);
    let mut rest = bare;
    let mut total: i64 = 0;
    let mut above: Option<i64> = None;
    while !rest.is_empty() || above.is_none() {
        if let (Some(unit), "半") = (above, rest) {
            total = add(total, Number::HALF.times(unit)?)?;
            break;
        }
        // 六十八元零五分 says that there are no 角.
        let skipped = rest
            .strip_prefix(['零', '〇'])
            .filter(|r| above.is_some() && !r.is_empty());
        let here = skipped.unwrap_or(rest);
        let (number, after) = leading(here)?.ok_or(match above {
            None => InputError::NotANumber,
            Some(_) => bad_tail(here),
        })?;
        let (unit, after) = match (unit_at(after), above) {
            (Some(found), _) => found,
            (None, None) if after.is_empty() => (YUAN, after),
            (None, Some(above @ (YUAN | JIAO))) if after.is_empty() && is_digit(number) => {
                (if skipped.is_some() { FEN } else { above / 10 }, after)
            }
            (None, _) => return Err(bad_tail(after)),
        };
        let fen = number.times(unit)?;
        // 68元15角 and 6.8元5角 are slips of the hand.
        let overlaps = above.is_some_and(|above| fen >= above);
        if overlaps || (!after.is_empty() && after != "半" && !number.is_whole()) {
            return Err(InputError::NotANumber);
        }
        total = add(total, fen)?;
        above = Some(unit);
        rest = after;
    }
    if total > MAX_AMOUNT_FEN {
        Err(InputError::TooLarge)
    } else {
        Ok(Fen::new(total))
    }
}

fn add(total: i64, more: i64) -> Result<i64, InputError> {
    total.checked_add(more).ok_or(InputError::TooLarge)
}

fn is_digit(number: Number) -> bool {
    number.times(1).is_ok_and(|value| (1..=9).contains(&value))
}

fn unit_at(text: &str) -> Option<(i64, &str)> {
    UNITS
        .iter()
        .find_map(|(word, unit)| text.strip_prefix(word).map(|rest| (*unit, rest)))
}

#[cfg(test)]
mod tests {
    use super::{InputError, parse_yuan};

    fn fen(text: &str) -> Result<i64, InputError> {
        parse_yuan(text).map(crate::money::Fen::get)
    }

    #[test]
    fn amounts_as_people_write_them() {
        let cases: &[(&str, i64)] = &[
            ("68", 6_800),
            ("68.5", 6_850),
            ("68.50", 6_850),
            ("68.5000", 6_850),
            ("¥68.50", 6_850),
            ("￥ 68", 6_800),
            ("68元", 6_800),
            ("68.5元", 6_850),
            ("68元整", 6_800),
            ("68元5角", 6_850),
            ("68元5角2分", 6_852),
            ("68块5", 6_850),
            ("68块5毛", 6_850),
            ("68块5毛5", 6_855),
            ("两块五", 250),
            ("三块半", 350),
            ("五毛", 50),
            ("5分", 5),
            ("六十八元零五分", 6_805),
            ("六十八块零五", 6_805),
            ("六十八", 6_800),
            ("一百二", 12_000),
            ("1.2万", 1_200_000),
            ("1,250.00", 125_000),
            ("0", 0),
            ("0.00", 0),
            ("６８．５", 6_850),
            ("༦༨.༥", 6_850),
            ("སྒོར་༦༨", 6_800),
            ("1000000000", 100_000_000_000),
        ];
        for (text, expected) in cases {
            assert_eq!(fen(text), Ok(*expected), "{text}");
        }
    }

    #[test]
    fn amounts_that_nobody_means() {
        use InputError::{Empty, Negative, NotANumber, TooLarge, TooPrecise, UnknownUnit};
        let cases = [
            ("", Empty),
            ("¥", NotANumber),
            ("元", NotANumber),
            ("整", NotANumber),
            ("-0", Negative),
            ("-1", Negative),
            ("¥-5", Negative),
            ("68.555", TooPrecise),
            ("半分", TooPrecise),
            ("0.1分", TooPrecise),
            ("1e9", NotANumber),
            ("NaN", NotANumber),
            ("0x1F", NotANumber),
            ("1000000000.01", TooLarge),
            ("9223372036854775807", TooLarge),
            ("68元15角", NotANumber),
            ("6.8元5角", NotANumber),
            ("5角3元", NotANumber),
            ("68块50", NotANumber),
            ("68美元", UnknownUnit),
            ("$5", NotANumber),
            ("68.5.5", NotANumber),
        ];
        for (text, expected) in cases {
            assert_eq!(fen(text), Err(expected), "{text}");
        }
    }
}
