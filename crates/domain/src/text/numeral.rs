//! Exact decimal numbers as people write them: `2.5`, `1,250`, `三百二十`, `一百二`, `1.2万`, `半`.

use super::InputError;
use super::digits::fold;
use chinese::{belongs_to_chinese, chinese_digit, chinese_number};

mod chinese;

/// Digits that a number may have; more is beyond every limit of the program.
const MAX_DIGITS: usize = 18;

/// An exact decimal: `mantissa / 10^decimals`, without trailing zeros after the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    mantissa: i128,
    decimals: u32,
}

impl Number {
    /// One half.
    pub const HALF: Self = Self {
        mantissa: 5,
        decimals: 1,
    };

    fn new(mantissa: i128, decimals: u32) -> Self {
        let mut number = Self { mantissa, decimals };
        while number.decimals > 0 && number.mantissa % 10 == 0 {
            number.mantissa /= 10;
            number.decimals -= 1;
        }
        number
    }

    /// True when there is nothing after the point.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.decimals == 0
    }

    /// This many of a unit that is `size` small units, in small units.
    ///
    /// # Errors
    /// [`InputError::TooPrecise`] when that is no whole number of them, [`InputError::TooLarge`]
    /// beyond 64 bits.
    pub fn times(self, size: i64) -> Result<i64, InputError> {
        let product = self
            .mantissa
            .checked_mul(i128::from(size))
            .ok_or(InputError::TooLarge)?;
        let divisor = 10_i128
            .checked_pow(self.decimals)
            .ok_or(InputError::TooPrecise)?;
        if product % divisor != 0 {
            return Err(InputError::TooPrecise);
        }
        i64::try_from(product / divisor).map_err(|_| InputError::TooLarge)
    }
}

/// Text ready to be read as a number: folded, trimmed, without blanks between digits and units.
///
/// # Errors
/// [`InputError::Empty`]; [`InputError::TooLong`] beyond 60 characters; [`InputError::Negative`]
/// for a minus before a digit, also before a zero.
pub(super) fn prepare(text: &str) -> Result<String, InputError> {
    let line = super::clean::clean_line(text, 90);
    let folded = fold(&line).to_lowercase();
    if folded.is_empty() {
        return Err(InputError::Empty);
    }
    if folded.chars().count() > 60 {
        return Err(InputError::TooLong);
    }
    // A blank between two digits ("1 2") is no number; elsewhere it only separates words.
    let mut out = String::with_capacity(folded.len());
    let mut blank = false;
    for c in folded.chars() {
        if c == ' ' {
            blank = true;
            continue;
        }
        if blank && is_numeric(c) && out.chars().last().is_some_and(is_numeric) {
            return Err(InputError::NotANumber);
        }
        blank = false;
        out.push(c);
    }
    if out.contains(['-', '负']) {
        let negative = out.starts_with(['-', '负', '¥']) && out.chars().any(is_numeric);
        return Err(if negative {
            InputError::Negative
        } else {
            InputError::NotANumber
        });
    }
    Ok(out)
}

fn is_numeric(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',') || chinese_digit(c).is_some()
}

/// Reads the number at the start of `text` and returns it with what follows, `None` when `text`
/// does not begin with one. `text` has been through [`prepare`].
///
/// # Errors
/// [`InputError::NotANumber`] for a number that is written wrongly, [`InputError::TooLarge`]
/// beyond 18 digits before the point, [`InputError::TooPrecise`] beyond 18 after it.
pub(super) fn leading(text: &str) -> Result<Option<(Number, &str)>, InputError> {
    if let Some(rest) = text.strip_prefix('半') {
        return Ok(Some((Number::HALF, rest)));
    }
    let arabic = prefix(text, |c, _| c.is_ascii_digit() || matches!(c, '.' | ','));
    if !arabic.is_empty() {
        let number = decimal(arabic)?;
        let rest = text.strip_prefix(arabic).unwrap_or_default();
        return multiplied(number, rest).map(Some);
    }
    let chinese = prefix(text, belongs_to_chinese);
    if chinese.is_empty() {
        return Ok(None);
    }
    let rest = text.strip_prefix(chinese).unwrap_or_default();
    chinese_number(chinese).map(|number| Some((number, rest)))
}

/// The longest start of `text` whose characters pass; the test also sees what follows each.
fn prefix(text: &str, passes: impl Fn(char, (&str, &str)) -> bool) -> &str {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        let around = (
            text.get(..at).unwrap_or_default(),
            text.get(after..).unwrap_or_default(),
        );
        if !passes(c, around) {
            break;
        }
        end = after;
    }
    text.get(..end).unwrap_or_default()
}

fn multiplied(number: Number, rest: &str) -> Result<(Number, &str), InputError> {
    let factors = [('百', 100), ('千', 1_000), ('万', 10_000)];
    for (sign, factor) in factors {
        let Some(after) = rest.strip_prefix(sign) else {
            continue;
        };
        if sign == '千' && after.starts_with('克') {
            break;
        }
        let mantissa = number
            .mantissa
            .checked_mul(factor)
            .ok_or(InputError::TooLarge)?;
        return Ok((Number::new(mantissa, number.decimals), after));
    }
    Ok((number, rest))
}

/// `68`, `68.50`, `.5`, `1,250.00`; a comma only before groups of three digits.
fn decimal(text: &str) -> Result<Number, InputError> {
    let (whole, fraction) = match text.split_once('.') {
        Some((_, "")) => return Err(InputError::NotANumber),
        Some((whole, fraction)) => (whole, fraction),
        None => (text, ""),
    };
    if !fraction.chars().all(|c| c.is_ascii_digit()) {
        return Err(InputError::NotANumber);
    }
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = whole.contains(',');
    let well_grouped = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    if grouped && !well_grouped {
        return Err(InputError::NotANumber);
    }
    let whole: String = whole.chars().filter(|c| *c != ',').collect();
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    if whole.len() > MAX_DIGITS {
        return Err(InputError::TooLarge);
    }
    if fraction.len() > MAX_DIGITS {
        return Err(InputError::TooPrecise);
    }
    let digits = format!("0{whole}{fraction}");
    let mantissa = digits.parse().map_err(|_| InputError::NotANumber)?;
    let decimals = u32::try_from(fraction.len()).map_err(|_| InputError::TooPrecise)?;
    Ok(Number::new(mantissa, decimals))
}

#[cfg(test)]
mod tests;
