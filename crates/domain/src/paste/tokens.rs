//! Cutting what is no region into words.

use super::names;
use super::prepare::{TAKEN, is_han, is_tibetan};
use super::remarks::{POLITE, is_remark};

/// A word and where it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) text: String,
    /// A phone stood directly before or after it.
    pub(super) near_phone: bool,
    /// A phone stood somewhere before it.
    pub(super) after_phone: bool,
    /// Only blanks stood between it and the word before.
    pub(super) spaced: bool,
    /// It begins a line.
    pub(super) opens_line: bool,
}

/// The words of a text, Latin and Tibetan words of one name and a spaced `张 三` put together.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut cutter = Cutter {
        opens_line: true,
        ..Cutter::default()
    };
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let tail = rest.get(c.len_utf8()..).unwrap_or_default();
        if c == '('
            && let Some((inside, after)) = tail.split_once(')')
            && is_remark(inside)
        {
            cutter.close();
            cutter.word.push_str(inside);
            cutter.close();
            rest = after;
            continue;
        }
        if c == '(' && !tail.starts_with('收') && names::score(&cutter.word) >= names::SURE {
            cutter.close();
        }
        match c {
            TAKEN => {
                cutter.close();
                cutter.phone();
            }
            '\n' => {
                cutter.close();
                cutter.opens_line = true;
            }
            ' ' => cutter.close(),
            ',' | ';' => {
                cutter.close();
                cutter.broken = true;
            }
            _ => {
                let polite = POLITE.iter().any(|word| rest.starts_with(word));
                if polite && !cutter.word.is_empty() && !is_remark(&cutter.word) {
                    cutter.close();
                }
                cutter.word.push(c);
            }
        }
        rest = tail;
    }
    cutter.close();
    together(cutter.done)
}

#[derive(Default)]
struct Cutter {
    word: String,
    done: Vec<Token>,
    opens_line: bool,
    broken: bool,
    phone_before: bool,
    phone_seen: bool,
}

impl Cutter {
    fn close(&mut self) {
        let word = std::mem::take(&mut self.word);
        let text = word.trim_matches(['-', '/', ':', '.', '·', '*', '#', '+', '\'']);
        if text.is_empty() {
            return;
        }
        self.done.push(Token {
            text: text.to_owned(),
            near_phone: self.phone_before,
            after_phone: self.phone_seen,
            spaced: !self.broken,
            opens_line: self.opens_line,
        });
        self.broken = false;
        self.opens_line = false;
        self.phone_before = false;
    }

    fn phone(&mut self) {
        if let Some(last) = self.done.last_mut() {
            last.near_phone = true;
        }
        self.phone_before = true;
        self.phone_seen = true;
    }
}

fn together(words: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    for token in words {
        let Some(last) = out.last_mut().filter(|last| {
            token.spaced && !token.opens_line && last.after_phone == token.after_phone
        }) else {
            out.push(token);
            continue;
        };
        let glue = glue(&last.text, &token.text);
        match glue {
            Some(between) => {
                last.text.push_str(between);
                last.text.push_str(&token.text);
                last.near_phone |= token.near_phone;
            }
            None => out.push(token),
        }
    }
    out
}

/// What stands between two words that are one: a space, or nothing for 张 三.
pub(super) fn glue(left: &str, right: &str) -> Option<&'static str> {
    let numbered = [
        "Room", "Building", "Unit", "No", "Floor", "Apt", "Flat", "Block",
    ]
    .contains(&left);
    if numbered && right.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(" ");
    }
    let latin = |text: &str| {
        text.chars().next().is_some_and(|c| c.is_ascii_alphabetic())
            && text
                .chars()
                .all(|c| c.is_ascii_alphabetic() || matches!(c, '.' | '-' | '\'' | ' '))
    };
    let tibetan = |text: &str| text.chars().all(|c| is_tibetan(c) || c == ' ');
    if (latin(left) && latin(right)) || (tibetan(left) && tibetan(right)) {
        return Some(" ");
    }
    if names::is_tibetan_name(left) && names::is_tibetan_name(right) {
        return Some(" ");
    }
    let han = |text: &str| text.chars().all(is_han);
    let single = matches!(
        (left.chars().count(), right.chars().count()),
        (1, 1 | 2) | (2, 1)
    );
    let name = single && han(left) && han(right) && names::score(&format!("{left}{right}")) >= 80;
    name.then_some("")
}

/// The name at the end of an address that it is glued to, and where it begins: 1号张三.
pub(super) fn glued_name(text: &str) -> Option<(usize, &str)> {
    let stops = |c: char| {
        c.is_ascii_alphanumeric()
            || "号室栋幢楼层元座组村户院店厦苑园城司校局所站区庄场府馆栈部)-/".contains(c)
    };
    let bare = names::bare(text);
    let at = bare
        .char_indices()
        .rev()
        .find(|(_, c)| stops(*c))
        .map(|(at, c)| at + c.len_utf8())?;
    let tail = bare.get(at..)?;
    let fits = tail.chars().count() <= 6 && names::score(tail) >= names::GLUED;
    let start = text.find(bare)? + at;
    fits.then_some((start, tail))
}
