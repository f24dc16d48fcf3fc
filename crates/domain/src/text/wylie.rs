//! Tibetan in Latin letters, by the extended Wylie transliteration: what people type who have no
//! Tibetan keyboard.

use super::sort::{decomposed, is_part, root, unjoined};

/// The Wylie of a text, its syllables parted by blanks; whatever is not Tibetan is left out.
#[must_use]
pub fn wylie(text: &str) -> String {
    let mut out = String::with_capacity(2 * text.len());
    let mut syllable: Vec<char> = Vec::new();
    for c in decomposed(text).chain(['\u{0f0b}']) {
        if is_part(c) {
            syllable.push(c);
            continue;
        }
        let spelled = spell(&syllable);
        if !spelled.is_empty() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(&spelled);
        }
        syllable.clear();
    }
    out
}

fn spell(syllable: &[char]) -> String {
    let mut out = String::new();
    if syllable.is_empty() {
        return out;
    }
    let root = root(syllable);
    if let Some(prefix) = root.prefix {
        out.push_str(letter(prefix));
        // g.ya is not gya; in brla nothing can be taken for another stack.
        let is_bare = syllable
            .get(root.rest)
            .copied()
            .and_then(unjoined)
            .is_none();
        if root.head.is_none() && is_bare && matches!(root.letter, 'ཡ' | 'ར' | 'ལ' | 'ཝ') {
            out.push('.');
        }
    }
    if let Some(head) = root.head {
        out.push_str(letter(head));
    }
    let mut rest = syllable.iter().skip(root.rest).copied().peekable();
    if root.letter != 'ཨ' {
        out.push_str(letter(root.letter));
    }
    while let Some(joined) = rest.peek().copied().and_then(unjoined) {
        out.push_str(letter(joined));
        rest.next();
    }
    out.push_str(vowel(&mut rest).unwrap_or("a"));
    while let Some(c) = rest.next() {
        if let Some(joined) = unjoined(c) {
            out.push('+');
            out.push_str(letter(joined));
        } else {
            out.push_str(letter(c));
        }
        out.push_str(vowel(&mut rest).unwrap_or_default());
    }
    out
}

/// The vowel that comes next, long or short.
fn vowel(rest: &mut std::iter::Peekable<impl Iterator<Item = char>>) -> Option<&'static str> {
    let is_long = rest.next_if_eq(&'ཱ').is_some();
    let short = match rest.peek() {
        Some('ི') => "i",
        Some('ུ') => "u",
        Some('ེ') => "e",
        Some('ོ') => "o",
        Some('ཻ') => "ai",
        Some('ཽ') => "au",
        Some('ྀ') => "-i",
        Some(_) | None => return is_long.then_some("A"),
    };
    rest.next();
    Some(match (is_long, short) {
        (true, "i") => "I",
        (true, "u") => "U",
        (true, "-i") => "-I",
        (_, short) => short,
    })
}

const fn letter(c: char) -> &'static str {
    match c {
        'ཀ' => "k",
        'ཁ' => "kh",
        'ག' => "g",
        'ང' => "ng",
        'ཅ' => "c",
        'ཆ' => "ch",
        'ཇ' => "j",
        'ཉ' => "ny",
        'ཏ' => "t",
        'ཐ' => "th",
        'ད' => "d",
        'ན' => "n",
        'པ' => "p",
        'ཕ' => "ph",
        'བ' => "b",
        'མ' => "m",
        'ཙ' => "ts",
        'ཚ' => "tsh",
        'ཛ' => "dz",
        'ཝ' => "w",
        'ཞ' => "zh",
        'ཟ' => "z",
        'འ' => "'",
        'ཡ' => "y",
        'ར' => "r",
        'ལ' => "l",
        'ཤ' => "sh",
        'ས' => "s",
        'ཧ' => "h",
        'ཨ' => "a",
        'ཊ' => "T",
        'ཋ' => "Th",
        'ཌ' => "D",
        'ཎ' => "N",
        'ཥ' => "Sh",
        'ཫ' => "k",
        'ཬ' => "r",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::wylie;

    #[test]
    fn words_are_spelled_as_people_type_them() {
        for (tibetan, latin) in [
            ("བེ་ཤ", "be sha"),
            ("འབྲི་མར།", "'bri mar"),
            ("དབྱར་རྩྭ་དགུན་འབུ", "dbyar rtswa dgun 'bu"),
            ("གཡག་ཤ་སྐམ་པོ", "g.yag sha skam po"),
            ("གྱང", "gyang"),
            ("བསྒྲིགས་", "bsgrigs"),
            ("ཕྱུར་བའི", "phyur ba'i"),
            ("ཨོ་མ", "o ma"),
            ("ལྷ་ས", "lha sa"),
            ("བརླ", "brla"),
            ("ཟླ་བ", "zla ba"),
            ("དངས", "dangs"),
            ("དགས", "dgas"),
            ("མི་དབང་ཚེ་རིང", "mi dbang tshe ring"),
            ("A ཀ 3", "ka"),
            ("", ""),
        ] {
            assert_eq!(wylie(tibetan), latin, "of {tibetan}");
        }
    }
}
