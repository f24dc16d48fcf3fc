//! Labels such as 收货人: and 地址:, and the pieces that they introduce.

use super::label_words::{STRONG, WEAK};
use super::prepare::TAKEN;

/// What a piece of the text is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Free,
    Name,
    Phone,
    Region,
    Address,
    Postcode,
    Code,
    Note,
    /// A note whose label is part of what it says, such as 数量.
    Order,
    Sender,
    /// The head of a receiver's block; what follows is free.
    Receiver,
}

/// A piece of the text and what it is about.
#[derive(Debug)]
pub(super) struct Piece<'a> {
    pub(super) kind: Kind,
    pub(super) label: &'a str,
    pub(super) text: &'a str,
}

/// Cuts a text at its labels. Names, phones, codes and notes end with their line, what follows is
/// free; a sender's block reaches to the receiver's label, if there is one after it or none before.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found: Vec<Piece<'_>> = Vec::new();
    let mut open = (Kind::Free, "");
    let mut start = 0;
    let mut at = 0;
    let mut receiver_seen = false;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let step = rest.chars().next().map_or(1, char::len_utf8);
        let hit = label_at(text, at)
            .filter(|(kind, label, _)| open.0 != Kind::Sender || ends_sender(*kind, label));
        let Some((kind, label, len)) = hit else {
            at += step;
            continue;
        };
        push(&mut found, open, text.get(start..at).unwrap_or_default());
        receiver_seen |= ends_sender(kind, label);
        at += len;
        start = at;
        open = (kind, label);
        if kind == Kind::Sender && !receiver_seen && !receiver_after(text, at) {
            at += text
                .get(at..)
                .and_then(|rest| rest.find('\n'))
                .unwrap_or(text.len() - at);
            push(&mut found, open, text.get(start..at).unwrap_or_default());
            start = at;
            open = (Kind::Free, "");
        }
    }
    push(&mut found, open, text.get(start..).unwrap_or_default());
    found
}

fn push<'a>(found: &mut Vec<Piece<'a>>, (kind, label): (Kind, &'a str), text: &'a str) {
    let text = text.trim_matches([' ', '\n', ',', ';']);
    let one_line = match kind {
        Kind::Name | Kind::Phone | Kind::Postcode | Kind::Code | Kind::Note | Kind::Order => true,
        Kind::Free | Kind::Region | Kind::Address | Kind::Sender | Kind::Receiver => false,
    };
    let kind = if kind == Kind::Receiver {
        Kind::Free
    } else {
        kind
    };
    let (own, rest) = match text.split_once('\n') {
        Some((own, rest)) if one_line => (own, rest),
        _ => (text, ""),
    };
    for (kind, label, text) in [(kind, label, own), (Kind::Free, "", rest)] {
        if !text.is_empty() {
            found.push(Piece { kind, label, text });
        }
    }
}

fn ends_sender(kind: Kind, label: &str) -> bool {
    kind == Kind::Receiver
        || (label.starts_with('收') && kind != Kind::Sender)
        || label.starts_with("Rec")
}

fn receiver_after(text: &str, from: usize) -> bool {
    let rest = text.get(from..).unwrap_or_default();
    rest.char_indices().any(|(i, _)| {
        label_at(text, from + i).is_some_and(|(kind, label, _)| ends_sender(kind, label))
    })
}

/// The label that begins at a byte of the text, and its length with the colon.
fn label_at(text: &str, at: usize) -> Option<(Kind, &str, usize)> {
    let rest = text.get(at..)?;
    let before = text.get(..at)?.chars().next_back();
    let apart = before.is_none_or(|c| !c.is_alphanumeric() || c == TAKEN);
    let after_digit = before.is_some_and(|c| c.is_ascii_digit());
    let longest = |table: &'static [(Kind, &'static [&'static str])]| {
        let all = table
            .iter()
            .flat_map(|(kind, words)| words.iter().map(|word| (*kind, *word)));
        all.filter(|(_, word)| begins(rest, word))
            .max_by_key(|(_, word)| word.len())
    };
    let strong = longest(STRONG);
    let weak = longest(WEAK);
    for (found, is_strong) in [(strong, true), (weak, false)] {
        let Some((kind, word)) = found else { continue };
        let label = rest.get(..word.len())?;
        let tail = rest.get(word.len()..)?;
        let value = tail.trim_start_matches([' ', ')']);
        let colon = value.starts_with(':');
        let loose = is_strong && (apart || after_digit) && stands_alone(kind, tail);
        let fits = colon && (apart || (is_strong && word.chars().count() > 1)) || loose;
        if fits {
            let value = value.trim_start_matches([':', ' ']);
            return Some((kind, label, rest.len() - value.len()));
        }
    }
    None
}

fn begins(text: &str, word: &str) -> bool {
    text.get(..word.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(word))
}

/// Whether a label without a colon is one, by what follows it.
fn stands_alone(kind: Kind, tail: &str) -> bool {
    let next = tail.chars().next();
    match kind {
        Kind::Phone | Kind::Postcode | Kind::Code => {
            let value = tail.trim_start().chars().next();
            value.is_some_and(|c| c.is_ascii_digit() || matches!(c, '+' | '('))
        }
        _ if next.is_none() => true,
        Kind::Receiver | Kind::Sender | Kind::Region => next.is_some_and(char::is_whitespace),
        Kind::Name => next.is_some_and(|c| !matches!(c, ',' | ')' | '不' | '的' | '是')),
        Kind::Address | Kind::Note | Kind::Order | Kind::Free => {
            next.is_some_and(|c| !matches!(c, ',' | ')' | '不' | '在'))
        }
    }
}
