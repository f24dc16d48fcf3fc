//! How much a piece of text looks like a person's name.

use super::name_words::{
    AFTER_NAME, BEFORE_NAME, LONG_SURNAMES, PLACE_ENDS, SURNAMES, TIBETAN_ENDS, TIBETAN_PARTS,
    TITLES,
};
use super::prepare::{is_han, is_tibetan};

/// From here on a text is a name and no guess.
pub(super) const SURE: u8 = 60;
/// From here on it may be split off an address that it is glued to.
pub(super) const GLUED: u8 = 80;

/// The text without what people write around a name: 我叫张三 → 张三, 张三(收) → 张三.
pub(super) fn bare(text: &str) -> &str {
    let mut name = text.trim_matches([' ', '-', '/', ':', ',', '.', '·', '+', '#', '*', '་']);
    if let Some(cut) = BEFORE_NAME.iter().find_map(|word| name.strip_prefix(word)) {
        name = cut.trim_start_matches([' ', ':', '-']);
    }
    if let Some(cut) = AFTER_NAME.iter().find_map(|word| name.strip_suffix(word)) {
        name = if cut.is_empty() { name } else { cut };
    }
    let name = name.trim_matches([' ', '-', '/', ':', ',']);
    let inside = name.strip_prefix('(').and_then(|n| n.strip_suffix(')'));
    if text.trim_end().ends_with('་') && name.chars().all(|c| is_tibetan(c) || c == ' ') {
        return text.trim_matches([' ', '-', '/', ':', ',']);
    }
    inside.unwrap_or(name)
}

/// 0 for what is no name, up to 95 for what can be nothing else.
pub(super) fn score(name: &str) -> u8 {
    let count = name.chars().count();
    if count == 0 || name.chars().any(|c| c.is_ascii_digit()) || count > 40 {
        return 0;
    }
    if name.chars().all(|c| is_tibetan(c) || c == ' ') {
        return if name.split(['་', ' ']).filter(|s| !s.is_empty()).count() <= 6 {
            85
        } else {
            0
        };
    }
    if name
        .chars()
        .all(|c| c.is_ascii_alphabetic() || matches!(c, ' ' | '.' | '-' | '\''))
    {
        let letters = name.chars().filter(char::is_ascii_alphabetic).count();
        return if (2..=30).contains(&letters) { 62 } else { 0 };
    }
    if name.contains('·') {
        let parts = name
            .split('·')
            .all(|part| part.chars().count() >= 2 && part.chars().all(is_han));
        return if parts && count <= 16 { 90 } else { 0 };
    }
    if !name.chars().all(is_han) {
        return 0;
    }
    chinese(name, count)
}

fn chinese(name: &str, count: usize) -> u8 {
    let stem = TITLES.iter().find_map(|title| name.strip_suffix(title));
    if let Some(stem) = stem {
        let chars = stem.chars().count();
        let known = opens_with_surname(stem)
            || is_tibetan_name(stem)
            || stem.starts_with(['小', '老', '阿']);
        let short_title = count - chars == 1;
        let any = !short_title && chars <= 2;
        if (known || any) && (1..=4).contains(&chars) && !(short_title && chars > 2) {
            return if short_title && chars == 2 { 84 } else { 95 };
        }
    }
    if is_tibetan_name(name) {
        return if count >= 4 { 92 } else { 86 };
    }
    let place = name
        .chars()
        .next_back()
        .is_some_and(|c| PLACE_ENDS.contains(c));
    if LONG_SURNAMES.iter().any(|long| name.starts_with(long)) && (3..=4).contains(&count) {
        return if place { 40 } else { 90 };
    }
    if opens_with_surname(name) {
        return match (count, place) {
            (2 | 3, false) => 82,
            (2 | 3, true) => 40,
            (4, false) => 48,
            _ => 0,
        };
    }
    if name.starts_with(['小', '老', '阿', '大']) && (2..=3).contains(&count) && !place {
        return 62;
    }
    if (2..=5).contains(&count) && !place {
        30
    } else {
        0
    }
}

fn opens_with_surname(name: &str) -> bool {
    name.chars().next().is_some_and(|c| SURNAMES.contains(c))
        || LONG_SURNAMES.iter().any(|long| name.starts_with(long))
}

/// A Tibetan name in Chinese characters: one to three known parts, or one and an ending.
pub(super) fn is_tibetan_name(name: &str) -> bool {
    let mut rest = name;
    let mut parts = 0;
    while let Some(shorter) = TIBETAN_PARTS
        .iter()
        .find_map(|part| rest.strip_prefix(part))
    {
        rest = shorter;
        parts += 1;
    }
    let ending = rest.chars().count() == 1 && rest.chars().all(|c| TIBETAN_ENDS.contains(c));
    (1..=3).contains(&parts) && (rest.is_empty() || ending)
}

#[cfg(test)]
mod tests {
    use super::{SURE, bare, score};

    #[test]
    fn names_are_told_from_places() {
        for name in [
            "张三",
            "李晓明",
            "欧阳娜娜",
            "扎西次仁",
            "次仁卓玛",
            "达瓦",
            "洛桑丹增加措",
            "买买提·艾力",
            "王女士",
            "张总",
            "小李",
            "John Smith",
            "བཀྲ་ཤིས་ཚེ་རིང་",
            "旦增措",
        ] {
            assert!(score(name) >= SURE, "{name} is a name: {}", score(name));
        }
        for other in [
            "玉林北路",
            "左边",
            "南门",
            "金色家园",
            "3栋",
            "华府小区",
            "阳光",
            "",
        ] {
            assert!(score(other) < SURE, "{other} is no name: {}", score(other));
        }
    }

    #[test]
    fn what_stands_around_a_name_goes() {
        for (typed, name) in [
            ("我叫张三", "张三"),
            ("张三(收)", "张三"),
            ("张三收", "张三"),
            ("-张三-", "张三"),
            ("给李老师", "李老师"),
        ] {
            assert_eq!(bare(typed), name);
        }
    }
}
