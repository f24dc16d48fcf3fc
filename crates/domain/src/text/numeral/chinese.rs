//! Chinese numerals: 十二, 三百零五, 一百二, 一万两千, 二点五.

use super::{InputError, Number, decimal};

/// 两 counts at the start or before 百千万 (一万两千) and is a unit elsewhere (十两); 千 before 克
/// is the kilogram.
pub(super) fn belongs_to_chinese(c: char, (before, after): (&str, &str)) -> bool {
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

/// One Chinese digit, also in its form for cheques.
pub(super) const fn chinese_digit(c: char) -> Option<i128> {
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

/// A whole numeral, with what follows 点 as decimals.
pub(super) fn chinese_number(text: &str) -> Result<Number, InputError> {
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
