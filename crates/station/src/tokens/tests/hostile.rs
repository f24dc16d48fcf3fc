//! Searches and texts that mean harm.

use super::{Shop, confirms, day, index, query, things};
use crate::tokens::{Texts, wylie};
use chrono::NaiveDate;
use proptest::prelude::*;

/// Parted by blanks.
const HOSTILE: &str = "\" \"\" ' * ** NEAR NEAR( AND a\u{3000}AND\u{3000}b OR\u{3000}NOT tokens:王 ^王 -王 \
    {王} ( ) (((( \"王 王\" 王* \"\u{3000}OR\u{3000}\"王 ';DROP\u{3000}TABLE\u{3000}find;-- \0 王\0伟 \u{301} \
    \u{F74} \u{F71}\u{F74} \u{202E}王 \u{FEFF} ，。！？ <b> % _ \\ \u{10FFFF} 👩\u{200D}🌾 é a+b +86 0086 .... \
    -- 0 000 - 年 月日 99月99日 0000-00-00 ''''' +++ a++b ཱཱཱཱ ་ །";

#[test]
fn hostile_searches_are_only_text() {
    let shop = Shop::of(&things());
    let long = "王".repeat(10_000);
    let tower = format!("ཀ{}", "\u{0F74}".repeat(10_000));
    let words = "1 ".repeat(10_000);
    let numbers = "松1234".repeat(5_000);
    let hostile =
        HOSTILE
            .split(' ')
            .chain([long.as_str(), &tower, &words, &numbers, "NEAR(a b, 2)"]);
    for text in hostile {
        let found = shop.find(text);
        let all_confirmed = things().iter().filter(|t| confirms(text, t)).count();
        let asks = query(text).is_some();
        assert!(
            asks || found.is_empty(),
            "{text:?} asks for nothing and finds nothing"
        );
        assert!(
            !asks || all_confirmed <= found.len(),
            "{text:?} is confirmed of what it finds"
        );
    }
    for nothing in [
        "",
        " ",
        "\"",
        "*",
        "(",
        "\0",
        "\u{0301}",
        "，。！？",
        "--",
        "་",
        "།",
        "<>",
    ] {
        assert_eq!(query(nothing), None, "{nothing:?} asks for nothing");
    }
    assert_eq!(shop.find("王\""), [0], "a stray quote is left out");
    assert_eq!(
        shop.find("\" OR \"王"),
        [0_u8; 0],
        "OR is a word like any other"
    );
    let longest = [&long, &tower, &words, &numbers].map(|t| query(t).map_or(0, |q| q.len()));
    assert!(
        longest.iter().all(|bytes| *bytes < 8_192),
        "an expression is bounded: {longest:?}"
    );
}

#[test]
fn hostile_texts_are_indexed_within_bounds() {
    let tower = format!("ཀ{}ཁ", "\u{0F74}".repeat(10_000));
    let (long, digits) = ("松茸".repeat(10_000), "1".repeat(10_000));
    let thing = Texts {
        names: vec![&tower, "a\"b'c*d", "\0\u{202E}"],
        words: vec![&long, "; DROP TABLE find"],
        codes: vec![&long, &digits, "\"", "订单-7"],
        phones: vec![&digits, "", "无"],
        days: vec![NaiveDate::MIN, NaiveDate::MAX],
    };
    let tokens = index(&thing);
    assert!(tokens.len() < 40_000, "{} bytes", tokens.len());
    let is_ours =
        |c: char| c == ' ' || c.is_ascii_lowercase() || c.is_ascii_digit() || !c.is_ascii();
    let strange = tokens.chars().find(|c| !is_ours(*c));
    // A year before 1 has a sign; no such day is ever searched.
    assert!(
        strange.is_none_or(|c| "+-".contains(c)),
        "{strange:?} would cut a token"
    );
    let shop = Shop::of(&[thing]);
    assert_eq!(shop.find("松茸"), [0], "its beginning is found");
    assert_eq!(shop.find("订单"), [0], "a code may have Chinese in it");
}

#[test]
fn no_short_latin_word_upsets_the_reader_of_wylie() {
    let letters = "abcdghiklmnoprstuvwyzAHMNT'+.-q";
    for a in letters.chars() {
        for b in letters.chars() {
            for c in letters.chars() {
                let word: String = [a, b, c].into_iter().collect();
                assert!(
                    wylie::syllables(&word).len() <= 3,
                    "{word} has few readings"
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_confirmed_is_found(
        name in "[王小伟曾a-cཀཁ་ུ0-3 ·-]{0,12}",
        code in "[A-C0-2-]{0,20}",
        phone in "[0-3 -]{0,12}",
        text in "[王小伟曾a-czwx'ཀཁ་ུ0-3年月 ·-]{0,8}",
    ) {
        let thing = Texts {
            names: vec![&name],
            words: vec![&code, &phone],
            codes: vec![&code],
            phones: vec![&phone],
            days: vec![day(2026, 1, 2)],
        };
        if query(&text).is_some() && confirms(&text, &thing) {
            prop_assert_eq!(Shop::of(&[thing]).find(&text), vec![0], "{}", text);
        }
    }

    #[test]
    fn no_text_breaks_the_expression(text in "\\PC{0,40}", wylie in "[a-zA-Z'+.~\\-]{1,16}") {
        let tokens = |q: &str| q.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
        for asked in [&text, &wylie].into_iter().filter_map(|t| query(t)) {
            for token in tokens(&asked) {
                let is_ours =
                    |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || !c.is_ascii();
                prop_assert!(!token.is_empty() && token.chars().all(is_ours), "{}", asked);
            }
            let rest: String = asked.split('"').step_by(2).collect();
            prop_assert!(
                rest.chars().all(|c| " ()*ANDOR".contains(c)),
                "outside the quotes are only operators: {}", asked
            );
        }
    }
}
