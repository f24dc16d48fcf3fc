//! A text as runs of one kind of writing.

use super::syllable;
use tsong_domain::text::digits::fold_char;

/// What a run is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// ASCII letters and digits, in lower case.
    Ascii,
    /// One Tibetan syllable.
    Tibetan,
    /// Letters of any other script: Chinese above all.
    Chars,
}

/// Neighbouring characters of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) kind: Kind,
    pub(super) text: String,
}

impl Run {
    /// Whether it is digits alone.
    pub(super) fn is_number(&self) -> bool {
        self.kind == Kind::Ascii && self.text.bytes().all(|b| b.is_ascii_digit())
    }
}

/// The first characters of a text with digits folded and letters in lower case.
pub(super) fn folded(text: &str, max_chars: usize) -> impl Iterator<Item = char> {
    text.chars().take(max_chars).map(|c| {
        let c = fold_char(c);
        // Neither Tibetan nor Chinese has case, and looking it up is a third of the work.
        let has_case = c < '\u{0F00}' || ('\u{1000}'..'\u{2E80}').contains(&c);
        if has_case {
            c.to_lowercase().next().unwrap_or(c)
        } else {
            c
        }
    })
}

/// The runs of a text. Chinese goes on over blanks and the dot between the parts of a name, for
/// people write 张 三 and 扎西·次仁 either way.
pub(super) fn split(text: &str, max_chars: usize) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut is_open = false;
    let mut is_gap = false;
    for c in folded(text, max_chars) {
        let Some(kind) = kind_of(c) else {
            is_gap = is_open && is_joint(c);
            is_open = is_gap;
            continue;
        };
        let joins = is_open && (!is_gap || kind == Kind::Chars);
        match runs.last_mut().filter(|run| joins && run.kind == kind) {
            Some(run) => run.text.push(c),
            None => {
                let mut text = String::with_capacity(24);
                text.push(c);
                runs.push(Run { kind, text });
            }
        }
        (is_open, is_gap) = (true, false);
    }
    for run in runs.iter_mut().filter(|run| run.kind == Kind::Tibetan) {
        run.text = syllable::normal(&run.text);
    }
    runs.retain(|run| !run.text.is_empty());
    runs
}

fn kind_of(c: char) -> Option<Kind> {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric().then_some(Kind::Ascii);
    }
    if ('\u{0F00}'..='\u{0FFF}').contains(&c) {
        return syllable::is_part(c).then_some(Kind::Tibetan);
    }
    c.is_alphanumeric().then_some(Kind::Chars)
}

fn is_joint(c: char) -> bool {
    c.is_whitespace() || matches!(c, '·' | '•' | '・' | '‧')
}
