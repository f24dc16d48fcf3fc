//! A Latin word read as Wylie: the syllables that it may spell in Tibetan.

use super::runs::{self, Kind};
use ewts::EwtsConverter;
use std::sync::LazyLock;

/// No syllable is spelled with more letters and signs than this.
const MAX_CHARS: usize = 16;

static CONVERTER: LazyLock<EwtsConverter> = LazyLock::new(EwtsConverter::create);

/// The syllables that a word may spell: as typed, in lower case, and with the dot that people leave
/// out of `g.yag`. Empty when it is no Wylie.
pub(super) fn syllables(word: &str) -> Vec<String> {
    let plain: String = word
        .chars()
        .map(|c| {
            if matches!(c, '’' | '‘' | 'ʼ' | '`') {
                '\''
            } else {
                c
            }
        })
        .collect();
    let is_letters = plain
        .chars()
        .all(|c| c.is_ascii_alphabetic() || "'+.-".contains(c));
    if !is_letters || plain.len() > MAX_CHARS || !plain.contains(|c: char| c.is_ascii_alphabetic())
    {
        return Vec::new();
    }
    let lower = plain.to_ascii_lowercase();
    let dotted = lower.strip_prefix("gy").map(|rest| format!("g.y{rest}"));
    let mut found: Vec<String> = Vec::new();
    for spelling in [Some(plain), Some(lower), dotted].into_iter().flatten() {
        if let Some(syllable) = syllable(&spelling).filter(|s| !found.contains(s)) {
            found.push(syllable);
        }
    }
    found
}

/// One syllable, if that and nothing else is what the converter reads.
fn syllable(spelling: &str) -> Option<String> {
    let text = CONVERTER.ewts_to_unicode(spelling);
    let is_tibetan = text.chars().all(|c| ('\u{0F00}'..='\u{0FFF}').contains(&c));
    match runs::split(&text, 2 * MAX_CHARS).as_slice() {
        [one] if is_tibetan && one.kind == Kind::Tibetan => Some(one.text.clone()),
        _ => None,
    }
}
