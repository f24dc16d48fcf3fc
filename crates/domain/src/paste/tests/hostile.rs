//! What nobody sends in good faith.

use super::{fields, gazetteer};
use crate::paste::{Doubt, parse_contact};

/// A text of `len` pieces, the same for the same seed.
fn soup(seed: u64, len: usize) -> String {
    const PIECES: &[&str] = &[
        "张三",
        "扎西",
        "138",
        "1381",
        "2345678",
        "13812345678",
        "-1234",
        "转",
        "+86",
        "四川",
        "省",
        "成都市",
        "武侯",
        "区",
        "林芝",
        "巴河镇",
        "北京",
        "路",
        "12号",
        "收货人",
        ":",
        "：",
        "地址",
        "电话",
        "备注",
        " ",
        "\n",
        ",",
        "(",
        ")",
        "【",
        "】",
        "540421102",
        "610041",
        "😊",
        "\u{202E}",
        "\u{200B}",
        "\u{0F74}",
        "བཀྲ་",
        "།",
        "\u{0}",
        "<",
        "a",
        "·",
        ".",
        "请",
        "2斤",
        "寄件人",
        "收件人",
        "\u{1F}",
        "市辖区",
        "城关区",
        "﷽",
        "\u{FEFF}",
        "０１２",
        "༡༢༣",
        "0891",
    ];
    let mut state = seed.wrapping_mul(2).wrapping_add(1);
    let mut text = String::new();
    for _ in 0..len {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let at = usize::try_from(state >> 33).expect("31 bits") % PIECES.len();
        text.push_str(PIECES[at]);
    }
    text
}

#[test]
fn no_soup_of_pieces_breaks_the_parser() {
    let gaz = gazetteer();
    for seed in 0..1_500 {
        let text = soup(seed, 1 + usize::try_from(seed).expect("small") % 40);
        let got = parse_contact(&text, &gaz);
        for field in fields(&got) {
            assert!(
                !field.chars().any(char::is_control),
                "a control character in {got:?} of {text:?}"
            );
            assert!(
                !field.contains(['\u{202E}', '\u{200B}', '\u{FEFF}']),
                "hidden signs in {got:?}"
            );
            assert_eq!(field.trim(), field, "a field has blanks around it: {got:?}");
        }
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
        let place = got.place.map_or(0, |place| place.to_string().len());
        let kept: usize = fields(&got).iter().map(|field| digits(field)).sum();
        let given = digits(
            &text
                .chars()
                .map(crate::text::digits::fold_char)
                .collect::<String>(),
        );
        assert!(
            got.phone.is_empty() || kept + place > 0,
            "{given} digits, {kept} kept: {got:?}"
        );
    }
}

#[test]
fn hostile_texts_take_bounded_time() {
    let gaz = gazetteer();
    for text in [
        "城".repeat(1_000_000),
        "朝阳区".repeat(300_000),
        "1".repeat(1_000_000),
        "138 ".repeat(250_000),
        "收货人:".repeat(200_000),
        "寄件人:".repeat(200_000),
        "(".repeat(1_000_000),
        "\u{202E}".repeat(1_000_000),
        format!("张三\u{0F74}{}13812345678", "\u{0F74}".repeat(10_000)),
        format!("扎西{}", "\u{0301}".repeat(1_000_000)),
        "四川省成都市".repeat(100_000),
        "太平镇 ".repeat(100_000),
        "13812345678".repeat(90_000),
    ] {
        let got = parse_contact(&text, &gaz);
        for field in fields(&got) {
            assert!(
                field.chars().count() <= 2_300,
                "a field of {} from a bomb",
                field.len()
            );
        }
    }
    let got = parse_contact(
        &format!("张三 13812345678 四川省成都市{}", "长".repeat(5_000)),
        &gaz,
    );
    assert_eq!(
        (got.name.as_str(), got.phone.as_str()),
        ("张三", "13812345678"),
        "the head is read"
    );
    assert!(got.doubts.contains(&Doubt::TooLong), "and the cut is said");
}
