//! Every search here runs in a real index.

use super::{Texts, confirms, index, query};
use chrono::NaiveDate;
use proptest::prelude::*;
use tsong_domain::id::EntityId;
use tsong_store::open::Cipher;
use tsong_store::{Store, StoreError, find};

struct Shop {
    _dir: tempfile::TempDir,
    store: Store,
}

impl Shop {
    /// A station in which each of `things` is indexed under its place in the list.
    fn of(things: &[Texts<'_>]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut store = Store::create(dir.path(), Cipher::Plain).unwrap();
        store
            .write(|db| {
                (0_u8..).zip(things).try_for_each(|(n, texts)| {
                    find::put(db, "order", EntityId([n; 16]), &index(texts))
                })
            })
            .unwrap();
        Self { _dir: dir, store }
    }

    /// The places of what a search finds; nothing when it asks for nothing.
    fn find(&self, text: &str) -> Vec<u8> {
        let Some(expression) = query(text) else { return Vec::new() };
        let rows = self.store.read(|db| find::search(db, "order", &expression, 50, None));
        let rows: Result<_, StoreError> = rows;
        let rows = rows.unwrap_or_else(|e| panic!("{text:?} gave {expression:?}: {e}"));
        let mut places: Vec<u8> = rows.iter().map(|(_, id)| id.0[0]).collect();
        places.sort_unstable();
        places
    }
}

fn names<'a>(names: &[&'a str]) -> Texts<'a> {
    Texts { names: names.to_vec(), ..Texts::default() }
}

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// Two orders and a listing, as a station has them.
fn things() -> [Texts<'static>; 3] {
    [
        Texts {
            names: vec!["王小伟", "鲜松茸", "A级 3–5厘米"],
            words: vec!["四川省 成都市武侯区人民路123号4栋", "到货前打电话"],
            codes: vec!["ST0417-00000012"],
            phones: vec!["+86 138-1234-5678"],
            days: vec![day(2026, 8, 18)],
        },
        Texts {
            names: vec!["扎西·次仁", "冬虫夏草", "དབྱར་རྩྭ་དགུན་འབུ"],
            words: vec!["西藏自治区林芝市巴宜区王府小区"],
            codes: vec!["ST0417-00000120"],
            phones: vec!["0891-6322345"],
            days: vec![day(2026, 9, 1)],
        },
        Texts {
            names: vec!["བེ་ཤ་གསར་པ།", "ཕྱུར་བའི་མར", "Fresh matsutake"],
            codes: vec!["SR"],
            days: vec![day(2025, 8, 18)],
            ..Texts::default()
        },
    ]
}

#[test]
fn each_kind_of_search_finds_its_thing_and_no_other() {
    let things = things();
    let shop = Shop::of(&things);
    let cases: &[(&str, &[u8])] = &[
        // Chinese: two characters and more, one of a name only, blanks and dots as people write
        ("松茸", &[0]),
        ("鲜松茸", &[0]),
        ("王", &[0]),
        ("王小", &[0]),
        ("王伟", &[]),
        ("扎西次仁", &[1]),
        ("扎西·次仁", &[1]),
        ("成都市武侯", &[0]),
        ("省成都", &[0]),
        ("王 松茸", &[0]),
        ("王 虫草", &[]),
        ("人民路123号", &[0]),
        ("人民路12号", &[0]),
        ("松茸3厘米", &[0]),
        // pinyin initials
        ("wxw", &[0]),
        ("xsr", &[0]),
        ("sr", &[0, 2]),
        ("zxcr", &[1]),
        ("DCXC", &[1]),
        ("w", &[0]),
        // Tibetan and Wylie
        ("དབྱར་རྩྭ་དགུན་འབུ", &[1]),
        ("དགུན་འབུ།", &[1]),
        ("dbyar rtswa dgun 'bu", &[1]),
        ("dgun ’bu", &[1]),
        ("མར", &[2]),
        ("mar", &[2]),
        ("བེ་ཤ", &[2]),
        ("བེ\u{0F0C}ཤ", &[2]),
        ("be sha", &[2]),
        ("phyur ba", &[2]),
        ("phyur ba'i", &[2]),
        ("བ", &[2]),
        // codes, in any case and by their beginnings; numbers without zeros
        ("ST0417-00000012", &[0]),
        ("st041700000", &[0, 1]),
        ("ｓｔ０４１７", &[0, 1]),
        ("00000012", &[0]),
        ("12", &[0]),
        ("༡༢", &[0]),
        ("0417-120", &[1]),
        ("matsu", &[2]),
        ("fresh-matsutake", &[2]),
        // phones, by any three digits
        ("138", &[0]),
        ("5678", &[0]),
        ("13812345678", &[0]),
        ("+8613812345678", &[0]),
        ("+86 138 1234 5678", &[0]),
        ("138****5678", &[0]),
        ("12345678", &[0]),
        ("༥༦༧༨", &[0]),
        ("6322345", &[1]),
        ("08916322345", &[1]),
        ("0891-6322345", &[1]),
        ("567812", &[]),
        // days
        ("2026-08-18", &[0]),
        ("2026-8-18", &[0]),
        ("2026/8/18", &[0]),
        ("20260818", &[0]),
        ("2026年8月18日", &[0]),
        ("2026年 8月 18号", &[0]),
        ("༢༠༢༦-༨-༡༨", &[0]),
        ("8-18", &[0, 2]),
        ("8月18日", &[0, 2]),
        ("8月", &[0, 2]),
        ("2026年", &[0, 1]),
        ("2026年8月", &[0]),
        ("2026.9", &[1]),
        ("2026", &[0, 1]),
        ("2026 王", &[0]),
        ("2026年13月", &[]),
    ];
    for (text, want) in cases {
        assert_eq!(shop.find(text), *want, "searching {text}: {:?}", query(text));
        let confirmed: Vec<u8> =
            (0..).zip(&things).filter(|(_, t)| confirms(text, t)).map(|(n, _)| n).collect();
        assert_eq!(confirmed, *want, "and {text} is confirmed of the same");
    }
}

#[test]
fn a_name_is_found_by_the_reading_of_its_surname() {
    let surnames = [
        ("单雄信", "dxx"),
        ("单雄信", "sxx"),
        ("曾国藩", "zgf"),
        ("解缙", "xj"),
        ("仇英", "qy"),
        ("查良镛", "zly"),
        ("区寄", "oj"),
        ("朴树", "ps"),
        ("翟天临", "ztl"),
        ("尉迟恭", "ycg"),
        ("万俟卨", "mq"),
        ("覃塘", "qt"),
        ("种师道", "csd"),
        ("缪昌期", "mcq"),
        ("盛明兰", "sml"),
        ("乐毅", "yy"),
        ("车太贤", "ctx"),
        ("谌龙", "cl"),
        ("澹台明", "ttm"),
        ("长孙皇", "zsh"),
        ("召伯", "sb"),
        ("曾厦重", "zxc"),
        ("藏红花", "zhh"),
        ("人参", "rs"),
        ("白术", "bz"),
        ("西藏", "xz"),
        ("强巴卓嘎", "qbzg"),
        ("旦增曲珍", "dzqz"),
        ("酥油", "sy"),
        ("糌粑", "zb"),
        ("青稞", "qk"),
    ];
    for (name, initials) in surnames {
        let thing = names(&[name]);
        assert_eq!(Shop::of(&[thing.clone()]).find(initials), [0], "{name} by {initials}");
        assert!(confirms(initials, &thing), "{name} has the initials {initials}");
    }
}

#[test]
fn a_syllable_is_one_however_it_was_typed() {
    let same = [
        ("མར", "མར་"),
        ("མར", "མརའི"),
        ("གཡག", "g.yag"),
        ("གཡག", "gyag"),
        ("ཀྵ", "ཀ\u{0FB5}"),
        ("\u{0F69}", "ཀ\u{0FB5}"),
        ("ཧ\u{0F71}\u{0F74}", "ཧ\u{0F75}"),
        ("ཧ\u{0F74}\u{0F71}", "ཧ\u{0F71}\u{0F74}"),
        ("པདྨ", "pad+ma"),
        ("བཀྲ་ཤིས་བདེ་ལེགས", "bkra shis bde legs"),
        ("བཀྲ་ཤིས", "Bkra Shis"),
        ("འབྲོག་པའི་ལྭ་བ", "'brog pa lwa ba"),
        ("ཤིང་ཏོག", "shing tog/"),
    ];
    for (text, typed) in same {
        assert_eq!(Shop::of(&[names(&[text])]).find(typed), [0], "{text} by {typed}");
    }
    assert_eq!(Shop::of(&[names(&["མར་ཁུ"])]).find("ར"), [0_u8; 0], "not by a part of a syllable");
    assert_eq!(Shop::of(&[names(&["འི"])]).find("འི"), [0], "a particle alone is a syllable");
}

#[test]
fn what_the_index_cannot_tell_is_left_to_be_confirmed() {
    let thing = names(&["王小伟", "小伟明"]);
    let shop = Shop::of(&[thing.clone()]);
    assert_eq!(shop.find("王小伟明"), [0], "all its pairs are there");
    assert!(!confirms("王小伟明", &thing), "but nobody is called so");
    assert!(confirms("王小伟 小伟明", &thing), "as words they are");
}

#[test]
fn hostile_searches_are_only_text() {
    let shop = Shop::of(&things());
    let long = "王".repeat(10_000);
    let tower = format!("ཀ{}", "\u{0F74}".repeat(10_000));
    let words = "1 ".repeat(10_000);
    let numbers = "松1234".repeat(5_000);
    let hostile = [
        "\"", "\"\"", "'", "*", "**", "NEAR", "NEAR(", "NEAR(a b, 2)", "AND", "OR NOT", "a AND b",
        "tokens:王", "tokens : \"王\"", "^王", "-王", "{王}", "(", ")", "((((", "\"王", "王\"", "王*",
        "\" OR \"王", "'; DROP TABLE find; --", "\0", "王\0伟", "\u{0301}", "\u{0F74}", "\u{0F71}\u{0F74}",
        "\u{202E}王", "\u{FEFF}", "，。！？", "<b>", "%", "_", "\\", "\u{10FFFF}", "👩\u{200D}🌾", "é",
        "a+b", "+86", "0086", "....", "--", "0", "000", "-", "年", "月日", "99月99日", "0000-00-00",
        "'''''", "+++", "a++b", "ཱཱཱཱ", "་", "།", &long, &tower, &words, &numbers,
    ];
    for text in hostile {
        let found = shop.find(text);
        let all_confirmed = things().iter().filter(|t| confirms(text, t)).count();
        let asks = query(text).is_some();
        assert!(asks || found.is_empty(), "{text:?} asks for nothing and finds nothing");
        assert!(!asks || all_confirmed <= found.len(), "{text:?} is confirmed of what it finds");
    }
    for nothing in ["", " ", "\"", "*", "(", "\0", "\u{0301}", "，。！？", "--", "་", "།", "<>"] {
        assert_eq!(query(nothing), None, "{nothing:?} asks for nothing");
    }
    assert_eq!(shop.find("王\""), [0], "a stray quote is left out");
    assert_eq!(shop.find("\" OR \"王"), [0_u8; 0], "OR is a word like any other");
    let longest = [&long, &tower, &words, &numbers].map(|t| query(t).map_or(0, |q| q.len()));
    assert!(longest.iter().all(|bytes| *bytes < 8_192), "an expression is bounded: {longest:?}");
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
    let is_ours = |c: char| c == ' ' || c.is_ascii_lowercase() || c.is_ascii_digit() || !c.is_ascii();
    let strange = tokens.chars().find(|c| !is_ours(*c));
    // A year before 1 has a sign; no such day is ever searched.
    assert!(strange.is_none_or(|c| "+-".contains(c)), "{strange:?} would cut a token");
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
                assert!(super::wylie::syllables(&word).len() <= 3, "{word} has few readings");
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
