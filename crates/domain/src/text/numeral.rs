//! Exact decimal numbers as people write them: `2.5`, `1,250`, `三百二十`, `一百二`, `1.2万`, `半`.

use super::InputError;
use super::digits::fold;

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

/// 两 counts at the start or before 百千万 (一万两千) and is a unit elsewhere (十两); 千 before 克
/// is the kilogram.
fn belongs_to_chinese(c: char, (before, after): (&str, &str)) -> bool {
    match c {
        '两' if after.starts_with('克') || after.starts_with("千克") => before.is_empty(),
        '两' => before.is_empty() || after.starts_with(['百', '千', '万']),
        '千' => !after.starts_with('克'),
        '十' | '百' | '万' => true,
        '点' => {
            !before.is_empty()
                && after
                    .chars()
                    .next()
                    .is_some_and(|d| chinese_digit(d).is_some())
        }
        digit => chinese_digit(digit).is_some(),
    }
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

const fn chinese_digit(c: char) -> Option<i128> {
    Some(match c {
        '〇' | '零' => 0,
        '一' | '壹' => 1,
        '二' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn chinese_number(text: &str) -> Result<Number, InputError> {
    let (whole, fraction) = text.split_once('点').unwrap_or((text, ""));
    let mut mantissa = chinese_whole(whole)?;
    let mut decimals = 0;
    for c in fraction.chars() {
        let digit = chinese_digit(c).ok_or(InputError::NotANumber)?;
        mantissa = mantissa.checked_mul(10).ok_or(InputError::TooLarge)? + digit;
        decimals += 1;
    }
    if decimals > 9 {
        return Err(InputError::TooPrecise);
    }
    Ok(Number::new(mantissa, decimals))
}

/// 十二, 三百零五, 一百二 (120), 一万两千, 二〇二六 read digit by digit.
fn chinese_whole(text: &str) -> Result<i128, InputError> {
    let digits: Option<String> = text
        .chars()
        .map(|c| chinese_digit(c).map(|d| d.to_string()))
        .collect();
    if let Some(digits) = digits.filter(|d| d.len() > 1) {
        return decimal(&digits).map(|number| number.mantissa);
    }
    let (high, low) = text
        .split_once('万')
        .map_or(("", text), |(high, low)| (high, low));
    if !text.contains('万') {
        return section(low, 10_000).map(|(value, _)| value);
    }
    let (high, _) = section(high, 10_000)?;
    if high == 0 {
        return Err(InputError::NotANumber);
    }
    let (low, lone) = if low.is_empty() {
        (0, false)
    } else {
        section(low, 10_000)?
    };
    // 一万二 is 12,000, as 一百二 is 120.
    Ok(high * 10_000 + if lone { low * 1_000 } else { low })
}

/// A number below 10,000, and whether it is a lone digit without 零.
fn section(text: &str, limit: i128) -> Result<(i128, bool), InputError> {
    let mut total = 0;
    let mut pending: Option<i128> = None;
    let mut zero_before = false;
    let mut last_factor = limit;
    for c in text.chars() {
        let factor = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1_000,
            _ => {
                let digit = if c == '两' {
                    Some(2)
                } else {
                    chinese_digit(c)
                };
                let digit = digit.ok_or(InputError::NotANumber)?;
                if pending.is_some() {
                    return Err(InputError::NotANumber);
                }
                if digit == 0 && text.chars().count() > 1 {
                    zero_before = true;
                } else {
                    pending = Some(digit);
                }
                continue;
            }
        };
        let bare_ten = factor == 10 && (total == 0 || zero_before);
        let count = pending
            .take()
            .or(bare_ten.then_some(1))
            .ok_or(InputError::NotANumber)?;
        if factor >= last_factor || count == 0 {
            return Err(InputError::NotANumber);
        }
        last_factor = factor;
        total += count * factor;
        zero_before = false;
    }
    if text.is_empty() || (zero_before && pending.is_none()) {
        return Err(InputError::NotANumber);
    }
    let Some(digit) = pending else {
        return Ok((total, false));
    };
    let lone = total == 0 && !zero_before;
    let trailing = if !lone && !zero_before && last_factor > 10 && last_factor < limit {
        digit * last_factor / 10
    } else {
        digit
    };
    Ok((total + trailing, lone))
}

#[cfg(test)]
mod tests {
    use super::{InputError, Number, leading, prepare};

    fn read(text: &str) -> Result<(i128, u32), InputError> {
        let text = prepare(text)?;
        match leading(&text)? {
            Some((number, "")) => Ok((number.mantissa, number.decimals)),
            Some(_) | None => Err(InputError::NotANumber),
        }
    }

    #[test]
    fn plain_and_chinese_numbers_are_exact() {
        let cases: &[(&str, i128, u32)] = &[
            ("68", 68, 0),
            ("0068.500", 685, 1),
            (".5", 5, 1),
            ("1,250.25", 125_025, 2),
            ("六十八", 68, 0),
            ("十", 10, 0),
            ("十二", 12, 0),
            ("二十", 20, 0),
            ("一百二", 120, 0),
            ("一百零二", 102, 0),
            ("一百一十", 110, 0),
            ("三千零五十", 3_050, 0),
            ("三千零十", 3_010, 0),
            ("两千五", 2_500, 0),
            ("一万两千", 12_000, 0),
            ("一万二", 12_000, 0),
            ("一万零二", 10_002, 0),
            ("十二万", 120_000, 0),
            ("二〇二六", 2_026, 0),
            ("一二三", 123, 0),
            ("二点五", 25, 1),
            ("1.2万", 12_000, 0),
            ("3百", 300, 0),
            ("半", 5, 1),
            ("零", 0, 0),
            ("九千九百九十九万九千九百九十九", 99_999_999, 0),
        ];
        for (text, mantissa, decimals) in cases {
            assert_eq!(read(text), Ok((*mantissa, *decimals)), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "NaN",
            "inf",
            "1 2",
            "2,5",
            "1,2345",
            ",250",
            "5.",
            ".",
            "1.2.3",
            "+5",
            "百",
            "二百千",
            "一十百",
            "一百零",
            "零百",
            "点五",
            "1,000,00",
            "一万万",
            "٣",
            "½",
        ] {
            assert_eq!(read(text), Err(InputError::NotANumber), "{text}");
        }
        assert_eq!(read(""), Err(InputError::Empty));
        for text in ["-0", "-1", "－１", "−1", "负三", "- 5", "¥-3"] {
            assert_eq!(read(text), Err(InputError::Negative), "{text}");
        }
        assert_eq!(read("99999999999999999999"), Err(InputError::TooLarge));
        assert_eq!(read("0.1234567890123456789"), Err(InputError::TooPrecise));
    }

    #[test]
    fn a_product_is_whole_or_refused() {
        assert_eq!(Number::HALF.times(500), Ok(250));
        assert_eq!(Number::HALF.times(1), Err(InputError::TooPrecise));
        assert_eq!(
            Number::new(i128::MAX, 0).times(1_000),
            Err(InputError::TooLarge)
        );
        assert!(
            Number::new(2_000, 3).is_whole(),
            "trailing zeros do not count"
        );
    }
}
