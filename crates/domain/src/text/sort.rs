//! Sort keys of Tibetan. The dictionary sorts a syllable by its root letter, not by the first that
//! is written: སྒོ stands under ག. Order and root letters follow the Bod rgya tshig mdzod chen mo as
//! CLDR's rules for `bo` have it (tibetan-collation by É. Roux); the code is our own.

/// The thirty letters in their order.
const LETTERS: [char; 30] = [
    'ཀ', 'ཁ', 'ག', 'ང', 'ཅ', 'ཆ', 'ཇ', 'ཉ', 'ཏ', 'ཐ', 'ད', 'ན', 'པ', 'ཕ', 'བ', 'མ', 'ཙ', 'ཚ', 'ཛ',
    'ཝ', 'ཞ', 'ཟ', 'འ', 'ཡ', 'ར', 'ལ', 'ཤ', 'ས', 'ཧ', 'ཨ',
];
/// Vowel signs in their order; they follow every letter.
const VOWELS: [char; 8] = ['ཱ', 'ི', 'ྀ', 'ུ', 'ེ', 'ཻ', 'ོ', 'ཽ'];
const LONG: char = 'ཱ';
const LENGTHENED: [char; 3] = ['ི', 'ྀ', 'ུ'];
/// What may be written before each root, and what over it.
const PREFIXED: [(char, &str); 5] = [
    ('ག', "ཅཉཏདནཙཞཟཡཤས"),
    ('ད', "ཀགངཔབམ"),
    ('བ', "ཀགཅཏདཙཞཟཤས"),
    ('མ', "ཁགངཆཇཉཐདནཚཛ"),
    ('འ', "ཁགཆཇཐདཕབཚཛ"),
];
const HEADED: [(char, &str); 3] = [
    ('ར', "ཀགངཇཉཏདནབམཙཛ"),
    ('ལ', "ཀགངཅཇཏདཔབཧ"),
    ('ས', "ཀགངཉཏདནཔབམཙ"),
];
/// The roots under a head before which བ may stand.
const HEADED_AFTER_BA: &str = "ཀགངཅཇཉཏདནཙཛ";
/// What may end a syllable.
const SUFFIXES: &str = "གངདནབམའརལས";
/// Three bare letters of which the dictionary takes the first for the root, though the second could
/// be it.
const FIRST_IS_ROOT: [&str; 4] = ["དངས", "བགས", "མགས", "མངས"];

/// Behind the last sign of a syllable: before every letter, so that ཀ་ stands before ཀག.
const END: u8 = 1;
const LETTER: u8 = 2;
const VOWEL: u8 = 0x50;
const JOINED: u8 = 0x70;
/// Other scripts follow Tibetan.
const OTHER: u8 = 0xf0;

/// A key that sorts a text as a Tibetan dictionary does, bytewise. Other scripts follow Tibetan in
/// the order of their code points; of texts that differ in signs without weight alone, the code
/// points decide.
#[must_use]
pub fn tibetan(text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(4 * text.len());
    let mut syllable: Vec<char> = Vec::new();
    for c in decomposed(text) {
        if is_part(c) {
            syllable.push(c);
            continue;
        }
        push_syllable(&mut key, &syllable);
        syllable.clear();
        if c.is_alphanumeric() && !is_tibetan(c) {
            key.push(OTHER);
            key.extend(u32::from(c).to_be_bytes());
        }
    }
    push_syllable(&mut key, &syllable);
    key.push(0);
    key.extend(text.as_bytes());
    key
}

const fn is_tibetan(c: char) -> bool {
    matches!(c, '\u{0f00}'..='\u{0fff}')
}

/// Letters, signs and digits; the tsheg and its kind part syllables.
pub(super) const fn is_part(c: char) -> bool {
    matches!(c, '\u{0f00}' | '\u{0f20}'..='\u{0f33}' | '\u{0f40}'..='\u{0f7e}'
        | '\u{0f80}'..='\u{0f83}' | '\u{0f90}'..='\u{0fbc}')
}

/// A text with the letters that are written as one sign but are two taken apart, and those that are
/// variants of others as these.
pub(super) fn decomposed(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(|c| {
        let parts: &[char] = match c {
            '\u{0f00}' => &['ཨ', 'ོ', 'མ'],
            '\u{0f43}' => &['ག', '\u{0fb7}'],
            '\u{0f4d}' => &['ཌ', '\u{0fb7}'],
            '\u{0f52}' => &['ད', '\u{0fb7}'],
            '\u{0f57}' => &['བ', '\u{0fb7}'],
            '\u{0f5c}' => &['ཛ', '\u{0fb7}'],
            '\u{0f69}' => &['ཀ', '\u{0fb5}'],
            '\u{0f6a}' => &['ར'],
            '\u{0f73}' => &['ཱ', 'ི'],
            '\u{0f75}' => &['ཱ', 'ུ'],
            '\u{0f76}' => &['\u{0fb2}', 'ྀ'],
            '\u{0f77}' => &['\u{0fb2}', 'ཱ', 'ྀ'],
            '\u{0f78}' => &['\u{0fb3}', 'ྀ'],
            '\u{0f79}' => &['\u{0fb3}', 'ཱ', 'ྀ'],
            '\u{0f81}' => &['ཱ', 'ྀ'],
            '\u{0f7e}' => &['མ'],
            '\u{0f82}' | '\u{0f83}' => &['ང'],
            '\u{0fba}' => &['\u{0fad}'],
            '\u{0fbb}' => &['\u{0fb1}'],
            '\u{0fbc}' => &['\u{0fb2}'],
            _ => &[],
        };
        let alone = parts.is_empty().then_some(c);
        parts.iter().copied().chain(alone)
    })
}

/// Where a syllable's root stands and what precedes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Root {
    pub(super) letter: char,
    pub(super) prefix: Option<char>,
    pub(super) head: Option<char>,
    /// The first sign behind the root.
    pub(super) rest: usize,
}

fn push_syllable(key: &mut Vec<u8>, syllable: &[char]) {
    if syllable.is_empty() {
        return;
    }
    let root = root(syllable);
    let (letter, is_variant) = base(root.letter);
    let Some(at) = LETTERS.iter().position(|l| *l == letter) else {
        // No letter of Tibetan begins it: a digit, a sign that stands alone.
        for c in syllable {
            key.push(LETTER);
            key.extend(u32::from(*c).to_be_bytes());
        }
        key.push(END);
        return;
    };
    key.push(byte(at, 0x10));
    let is_first = |of: Option<char>, letters: &[char]| {
        of.and_then(|c| letters.iter().position(|l| *l == c))
            .map_or(0, |at| at.saturating_add(1))
    };
    let prefix = is_first(root.prefix, &['ག', 'ད', 'བ', 'མ', 'འ']);
    let head = is_first(root.head, &['ར', 'ལ', 'ས']);
    // Plain, its variant, after a prefix, under a head, both.
    let rank = match (prefix, head) {
        (0, 0) => usize::from(is_variant),
        (prefix, 0) => prefix.saturating_add(1),
        (0, head) => head.saturating_add(6),
        (_, head) => head.saturating_add(9),
    };
    key.push(byte(rank, LETTER));
    let mut rest = syllable.iter().skip(root.rest).copied().peekable();
    while let Some(c) = rest.next() {
        // A long i or u stands behind the short one.
        let long = rest.next_if(|next| c == LONG && LENGTHENED.contains(next));
        push_sign(key, long.unwrap_or(c), long.is_some());
    }
    key.push(END);
}

fn byte(number: usize, first: u8) -> u8 {
    u8::try_from(number)
        .unwrap_or(u8::MAX)
        .saturating_add(first)
}

fn push_sign(key: &mut Vec<u8>, c: char, is_long: bool) {
    if let Some(at) = VOWELS.iter().position(|v| *v == c) {
        let place = at.saturating_mul(2).saturating_add(usize::from(is_long));
        key.push(byte(place, VOWEL));
    } else if matches!(c, '\u{0f90}'..='\u{0fbc}') {
        key.push(joined(c));
    } else {
        let (letter, is_variant) = base(c);
        if let Some(at) = LETTERS.iter().position(|l| *l == letter) {
            let place = at.saturating_mul(2).saturating_add(usize::from(is_variant));
            key.push(byte(place, LETTER));
        }
    }
}

/// The weight of a joined letter.
fn joined(c: char) -> u8 {
    let code = u32::from(c).saturating_sub(0x0f90);
    JOINED.saturating_add(u8::try_from(code).unwrap_or(u8::MAX))
}

/// The letter of which another is a variant: the retroflex ones of Sanskrit.
const fn base(c: char) -> (char, bool) {
    match c {
        'ཫ' => ('ཀ', true),
        'ཊ' => ('ཏ', true),
        'ཋ' => ('ཐ', true),
        'ཌ' => ('ད', true),
        'ཎ' => ('ན', true),
        'ཥ' => ('ཤ', true),
        'ཬ' => ('ར', true),
        other => (other, false),
    }
}

const fn is_letter(c: char) -> bool {
    matches!(c, '\u{0f40}'..='\u{0f6c}')
}

/// The letter that a joined one is: ྒ is ག.
pub(super) fn unjoined(c: char) -> Option<char> {
    if !matches!(c, '\u{0f90}'..='\u{0fb9}') {
        return None;
    }
    char::from_u32(u32::from(c).saturating_sub(0x50))
}

pub(super) fn root(syllable: &[char]) -> Root {
    let at = |place: usize| syllable.get(place).copied();
    let first = at(0).unwrap_or_default();
    if let Some(mut behind) = prefix(syllable) {
        behind.prefix = Some(first);
        return behind;
    }
    stack(syllable, 0)
}

/// The root of a stack: the letter under a head, else the one on top.
fn stack(syllable: &[char], from: usize) -> Root {
    let at = |place: usize| syllable.get(place).copied();
    let top = at(from).unwrap_or_default();
    let below = at(from.saturating_add(1)).and_then(unjoined);
    let is_under = |letter: char| may(&HEADED, top, letter);
    match below {
        Some(letter) if is_under(letter) => Root {
            letter,
            prefix: None,
            head: Some(top),
            rest: from.saturating_add(2),
        },
        Some(_) | None => Root {
            letter: top,
            prefix: None,
            head: None,
            rest: from.saturating_add(1),
        },
    }
}

fn may(table: &[(char, &str)], before: char, letter: char) -> bool {
    table
        .iter()
        .any(|(known, letters)| *known == before && letters.contains(letter))
}

/// The root behind a prefix, when the first letter is one.
fn prefix(syllable: &[char]) -> Option<Root> {
    let at = |place: usize| syllable.get(place).copied();
    let (first, second, third) = (at(0)?, at(1)?, at(2));
    if !is_letter(second) {
        return None;
    }
    let behind = stack(syllable, 1);
    if behind.head.is_some() {
        let fits = first == 'བ' && HEADED_AFTER_BA.contains(behind.letter);
        return fits.then_some(behind);
    }
    // བརླ is the one word-form in which བ stands before ར.
    let is_brla = first == 'བ' && second == 'ར' && third == Some('\u{0fb3}');
    if !may(&PREFIXED, first, second) && !is_brla {
        return None;
    }
    match third {
        // Two bare letters: the second is a suffix if it can be.
        None => (!SUFFIXES.contains(second)).then_some(behind),
        Some(sign) if !is_letter(sign) => Some(behind),
        Some(sign) => {
            let bare: String = syllable.iter().collect();
            let fits = !FIRST_IS_ROOT.contains(&bare.as_str())
                && (SUFFIXES.contains(sign) || sign == 'ཝ' || !SUFFIXES.contains(second));
            fits.then_some(behind)
        }
    }
}

#[cfg(test)]
mod tests;
