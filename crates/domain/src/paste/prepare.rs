//! Making a pasted text uniform before it is read.

use crate::text::{clean::clean_text, digits::fold_char};

/// More than any address; bounds the work.
pub(super) const MAX_CHARS: usize = 2_000;

/// Stands where a phone was taken out: separates, and no region reaches over it.
pub(super) const TAKEN: char = '\u{1F}';

/// The text in plain signs, without emoji and list numbers, and whether it was cut.
pub(super) fn prepare(text: &str) -> (String, bool) {
    let mut kept = clean_text(text, MAX_CHARS);
    let cut = clean_text(text, MAX_CHARS + 64).len() > kept.len();
    for (mark, label) in [
        ("\\n", "\n"),
        ("\\t", " "),
        ("【寄件】", "寄件人:"),
        ("【收件】", "收件人:"),
    ] {
        if kept.contains(mark) {
            kept = kept.replace(mark, label);
        }
    }
    let kept = spelled_digits(&kept);
    let plain: Vec<char> = kept.chars().map(plain).collect();
    let mut out = String::with_capacity(kept.len());
    for (at, c) in plain.iter().enumerate() {
        let before = at
            .checked_sub(1)
            .and_then(|i| plain.get(i))
            .copied()
            .unwrap_or(' ');
        let after = plain.get(at + 1).copied().unwrap_or(' ');
        out.push(match c {
            '.' if is_han(before) && is_han(after) => dot(&plain, at),
            '.' if is_han(before) || is_han(after) || before == ' ' => ' ',
            other => *other,
        });
    }
    (without_list_numbers(&out), cut)
}

fn plain(c: char) -> char {
    match fold_char(c) {
        '（' | '〔' => '(',
        '）' | '〕' => ')',
        '：' | '=' | '＝' | '︰' | '∶' => ':',
        '；' => ';',
        '，' | '。' | '！' | '!' | '、' | '､' | '﹐' => ',',
        '＃' => '#',
        '＋' => '+',
        '～' | '〜' => '~',
        '／' => '/',
        '＊' => '*',
        '—' | '–' | '‐' | '‑' | '―' => '-',
        '•' | '・' | '‧' | '∙' | '⋅' => '·',
        '【' | '】' | '「' | '」' | '『' | '』' | '[' | ']' | '{' | '}' | '<' | '>' | '《'
        | '》' | '“' | '”' | '"' | '|' | '｜' | '…' | '_' | '།' | '༎' | '༑' | '~' => {
            ' '
        }
        '\u{2190}'..='\u{2BFF}'
        | '\u{1F000}'..='\u{1FAFF}'
        | '\u{FE0F}'
        | '\u{20E3}'
        | '\u{200D}' => ' ',
        other => other,
    }
}

/// Digits spelled in Chinese where there are as many as a phone has: 一三九八九… → 13989….
fn spelled_digits(text: &str) -> String {
    const SPELLED: &str = "零一二三四五六七八九";
    let digit = |c: char| {
        let c = match c {
            '〇' | '○' => '零',
            '幺' => '一',
            other => other,
        };
        SPELLED
            .chars()
            .zip('0'..='9')
            .find(|(known, _)| *known == c)
            .map(|(_, digit)| digit)
    };
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    for c in text.chars().chain(['\n']) {
        if digit(c).is_some() {
            run.push(c);
            continue;
        }
        if run.chars().count() >= 10 {
            out.extend(run.chars().filter_map(digit));
        } else {
            out.push_str(&run);
        }
        run.clear();
        out.push(c);
    }
    out.pop();
    out
}

/// A full stop between two words: part of a dotted name where both are short, else a break.
fn dot(text: &[char], at: usize) -> char {
    let left = text
        .iter()
        .take(at)
        .rev()
        .take_while(|c| is_han(**c))
        .count();
    let right = text.iter().skip(at + 1).take_while(|c| is_han(**c)).count();
    if (2..=8).contains(&left) && (2..=5).contains(&right) {
        '·'
    } else {
        ' '
    }
}

/// `1. 张三 / 2. 138…` loses its numbers, if at least two lines have them.
fn without_list_numbers(text: &str) -> String {
    let numbered = |line: &str| {
        let line = line.trim_start();
        let rest = line.strip_prefix(|c: char| matches!(c, '1'..='9'))?;
        rest.strip_prefix(['.', ',', ')', ' '])
            .filter(|rest| !rest.is_empty())
            .map(str::to_owned)
    };
    if text.lines().filter_map(numbered).count() < 2 {
        return text.to_owned();
    }
    let lines: Vec<String> = text
        .lines()
        .map(|line| numbered(line).unwrap_or_else(|| line.to_owned()))
        .collect();
    lines.join("\n")
}

/// True for a Chinese character.
pub(super) const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2FFFF}' | '〇')
}

/// True for a character of the Tibetan script.
pub(super) const fn is_tibetan(c: char) -> bool {
    matches!(c, '\u{0F00}'..='\u{0FFF}')
}
