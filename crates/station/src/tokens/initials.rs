//! Pinyin initials. A character that is read in several ways, as a surname above all, is found by
//! each of them: what is typed is one reading, and the index need not guess which.

use super::{push_token, windows};
use pinyin::ToPinyin;

/// Tokens of the initials of two and three neighbours, and of the first alone.
pub(super) fn push(out: &mut String, chars: &str) {
    for size in 1..=3 {
        for window in windows(chars, size) {
            for spelling in spellings(window) {
                push_token(out, "i", &spelling);
            }
            if size == 1 {
                break;
            }
        }
    }
}

/// Whether initials spell some neighbouring characters of a text; one alone only the first.
pub(super) fn spell(wanted: &str, chars: &str) -> bool {
    let length = wanted.chars().count();
    let matches = |window: &str| {
        window.chars().zip(wanted.chars()).all(|(c, letter)| letters(c).any(|known| known == letter))
    };
    let mut places = windows(chars, length);
    if length == 1 { places.next().is_some_and(matches) } else { places.any(matches) }
}

/// Every way to spell some characters; none when one of them has no reading.
fn spellings(chars: &str) -> Vec<String> {
    chars.chars().fold(vec![String::new()], |known, c| {
        known
            .iter()
            .flat_map(|start| letters(c).map(move |letter| format!("{start}{letter}")))
            .collect()
    })
}

fn letters(c: char) -> impl Iterator<Item = char> {
    let usual = c.to_pinyin().and_then(|reading| reading.first_letter().chars().next());
    usual.into_iter().chain(others(c).chars().filter(move |o| Some(*o) != usual))
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
