//! Full-width and Tibetan digits as plain ones.

/// Folds one character: full-width digits and letters, Tibetan digits ༠–༩, the full-width
/// `．，－`, the minus sign and the ideographic space become ASCII. Everything else stays.
#[must_use]
pub fn fold_char(c: char) -> char {
    match c {
        '０'..='９' => shift(c, '０', '0'),
        'Ａ'..='Ｚ' => shift(c, 'Ａ', 'A'),
        'ａ'..='ｚ' => shift(c, 'ａ', 'a'),
        '༠'..='༩' => shift(c, '༠', '0'),
        '．' => '.',
        '，' => ',',
        '－' | '−' => '-',
        '\u{3000}' => ' ',
        other => other,
    }
}

fn shift(c: char, from: char, to: char) -> char {
    let code = u32::from(c)
        .saturating_sub(u32::from(from))
        .saturating_add(u32::from(to));
    char::from_u32(code).unwrap_or(c)
}

/// Folds every character of `text`; the number of characters stays the same.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

#[cfg(test)]
mod tests {
    use super::{fold, fold_char};

    #[test]
    fn digits_of_three_scripts_become_ascii() {
        assert_eq!(
            fold("０１２３４５６７８９"),
            "0123456789",
            "full-width digits"
        );
        assert_eq!(fold("༠༡༢༣༤༥༦༧༨༩"), "0123456789", "Tibetan digits");
        assert_eq!(
            fold("１３８－１２３４　５６７８"),
            "138-1234 5678",
            "a phone as an input method types it"
        );
        assert_eq!(fold("２．５ｋｇ"), "2.5kg");
        assert_eq!(fold("−3"), "-3", "a real minus sign is a minus");
    }

    #[test]
    fn words_stay_as_they_are() {
        let words = "松茸（一级）：བེ་ཤ། 三斤";
        assert_eq!(
            fold(words),
            words,
            "only digits, letters and signs of numbers are folded"
        );
        assert_eq!(fold_char('༳'), '༳', "a Tibetan half digit is no digit");
    }
}
