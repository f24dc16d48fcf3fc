//! Pinyin initials. A character that is read in several ways, as a surname above all, is found by
//! each of them: what is typed is one reading, and the index need not guess which.

use super::{push_token, windows};
use pinyin::ToPinyin;

/// Tokens of the initials of two and three neighbours, and of the first alone.
pub(super) fn push(out: &mut String, chars: &str) {
    let readings: Vec<Reading> = chars.chars().map(Reading::of).collect();
    for letter in readings.iter().take(1).flat_map(|first| first.letters()) {
        push_token(out, "i", letter.encode_utf8(&mut [0; 4]));
    }
    for size in 2..=3 {
        readings
            .windows(size)
            .for_each(|window| push_spellings(out, window));
    }
}

/// Whether initials spell some neighbouring characters of a text; one alone only the first.
pub(super) fn spell(wanted: &str, chars: &str) -> bool {
    let length = wanted.chars().count();
    let matches = |window: &str| {
        let mut pairs = window.chars().zip(wanted.chars());
        pairs.all(|(c, letter)| Reading::of(c).letters().any(|known| known == letter))
    };
    let mut places = windows(chars, length);
    if length == 1 {
        places.next().is_some_and(matches)
    } else {
        places.any(matches)
    }
}

/// A token for every way to spell two or three characters; none when one of them has no reading.
fn push_spellings(out: &mut String, window: &[Reading]) {
    let [first, second, rest @ ..] = window else {
        return;
    };
    for a in first.letters() {
        for b in second.letters() {
            if rest.is_empty() {
                push_token(out, "i", "");
                out.extend([a, b]);
            }
            for c in rest.iter().flat_map(|third| third.letters()) {
                push_token(out, "i", "");
                out.extend([a, b, c]);
            }
        }
    }
}

/// The letters with which a character's readings begin.
#[derive(Clone, Copy)]
struct Reading {
    usual: Option<char>,
    others: &'static str,
}

impl Reading {
    fn of(c: char) -> Self {
        let usual = c
            .to_pinyin()
            .and_then(|reading| reading.first_letter().chars().next());
        Self {
            usual,
            others: others(c),
        }
    }

    fn letters(self) -> impl Iterator<Item = char> {
        let others = self
            .others
            .chars()
            .filter(move |other| Some(*other) != self.usual);
        self.usual.into_iter().chain(others)
    }
}

/// How else a character is read, in surnames (单 s, 曾 z, 解 x, 仇 q, 查 z), in names of places (厦 x,
/// 莞 g) and of produce (参 s, 术 z). A letter that is the usual one already does no harm.
const fn others(c: char) -> &'static str {
    match c {
        '阿' => "ae",
        '秘' => "bm",
        '堡' | '泊' => "bp",
        '曾' | '查' | '藏' | '种' | '重' | '长' | '朝' | '枞' | '传' => "cz",
        '盛' | '参' | '谌' | '乘' => "cs",
        '车' => "cj",
        '仇' => "cq",
        '畜' | '臭' => "cx",
        '单' => "cds",
        '翟' | '得' => "dz",
        '石' => "ds",
        '囤' | '弹' | '提' | '澹' | '调' => "dt",
        '番' | '繁' => "fp",
        '宓' => "fm",
        '给' | '贾' => "gj",
        '蛤' => "gh",
        '莞' => "gw",
        '会' => "hk",
        '巷' | '行' | '浒' | '还' => "hx",
        '强' | '茄' | '圈' | '奇' => "jq",
        '降' | '校' | '系' | '解' => "jx",
        '角' => "jl",
        '卡' => "kq",
        '隗' => "kw",
        '率' => "ls",
        '乐' => "ly",
        '蜡' => "lz",
        '万' | '蔓' => "mw",
        '粘' => "nz",
        '区' => "oq",
        '朴' => "p",
        '覃' => "qt",
        '茜' | '荨' => "qx",
        '铅' => "qy",
        '俟' => "qs",
        '厦' | '宿' | '歙' => "sx",
        '召' | '折' | '术' => "sz",
        '尉' => "wy",
        _ => "",
    }
}
