//! Tibetan syllables in one spelling.

/// The longest real syllable has eight letters; what is longer is a tower of marks.
const MAX_CHARS: usize = 24;

/// Whether a character is part of a syllable. A tsheg of either kind, a shad and all other signs
/// end one; marks of emphasis and of numbers are no letters.
pub(super) const fn is_part(c: char) -> bool {
    matches!(c, '\u{0F00}' | '\u{0F39}' | '\u{0F40}'..='\u{0F84}' | '\u{0F8D}'..='\u{0FBC}')
}

/// A syllable as the index holds it: letters that Unicode has twice in one way, marks of a stack in
/// one order, the particles འི འོ འང འམ cut off, so that ཕྱུར་བའི is found by ཕྱུར་བ.
pub(super) fn normal(syllable: &str) -> String {
    let mut letters: Vec<char> = Vec::with_capacity(8);
    for c in syllable.chars().take(MAX_CHARS) {
        match apart(c) {
            Some((base, mark)) => letters.extend([base, mark]),
            None => letters.push(usual(c)),
        }
    }
    for marks in letters.chunk_by_mut(|a, b| is_mark(*a) && is_mark(*b)) {
        marks.sort_unstable();
    }
    let all: String = letters.into_iter().collect();
    let stem = ["འི", "འོ", "འང", "འམ"]
        .iter()
        .find_map(|end| all.strip_suffix(end));
    match stem {
        Some(stem) if !stem.is_empty() => stem.to_owned(),
        Some(_) | None => all,
    }
}

const fn is_mark(c: char) -> bool {
    matches!(c, '\u{0F39}' | '\u{0F71}'..='\u{0F84}')
}

/// Letters that Unicode also writes as two.
const fn apart(c: char) -> Option<(char, char)> {
    Some(match c {
        '\u{0F43}' => ('\u{0F42}', '\u{0FB7}'),
        '\u{0F4D}' => ('\u{0F4C}', '\u{0FB7}'),
        '\u{0F52}' => ('\u{0F51}', '\u{0FB7}'),
        '\u{0F57}' => ('\u{0F56}', '\u{0FB7}'),
        '\u{0F5C}' => ('\u{0F5B}', '\u{0FB7}'),
        '\u{0F69}' => ('\u{0F40}', '\u{0FB5}'),
        '\u{0F73}' => ('\u{0F71}', '\u{0F72}'),
        '\u{0F75}' => ('\u{0F71}', '\u{0F74}'),
        '\u{0F76}' => ('\u{0FB2}', '\u{0F80}'),
        '\u{0F78}' => ('\u{0FB3}', '\u{0F80}'),
        '\u{0F81}' => ('\u{0F71}', '\u{0F80}'),
        '\u{0F93}' => ('\u{0F92}', '\u{0FB7}'),
        '\u{0F9D}' => ('\u{0F9C}', '\u{0FB7}'),
        '\u{0FA2}' => ('\u{0FA1}', '\u{0FB7}'),
        '\u{0FA7}' => ('\u{0FA6}', '\u{0FB7}'),
        '\u{0FAC}' => ('\u{0FAB}', '\u{0FB7}'),
        '\u{0FB9}' => ('\u{0F90}', '\u{0FB5}'),
        _ => return None,
    })
}

/// The forms that only differ in how they are drawn.
const fn usual(c: char) -> char {
    match c {
        '\u{0F6A}' => '\u{0F62}',
        '\u{0FBA}' => '\u{0FAD}',
        '\u{0FBB}' => '\u{0FB1}',
        '\u{0FBC}' => '\u{0FB2}',
        other => other,
    }
}
