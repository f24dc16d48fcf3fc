//! A letter or two of a name, for a tile without a photo.

/// The initials of a name: a Tibetan name's first letter with its marks, the last two characters of a
/// Chinese one (the given name, or a Tibetan name of two characters), the first letters of the first
/// and the last word of any other. Empty when the name has no letter.
#[must_use]
pub fn initials(name: &str) -> String {
    let letters: Vec<char> = name.chars().filter(|c| c.is_alphabetic()).collect();
    let Some(first) = letters.first().copied() else {
        return String::new();
    };
    if is_tibetan(first) {
        return with_marks(name, first);
    }
    if letters.iter().all(|c| is_han(*c)) {
        let skip = letters.len().saturating_sub(2);
        return letters.into_iter().skip(skip).collect();
    }
    let mut words = name
        .split_whitespace()
        .filter_map(|word| word.chars().find(|c| c.is_alphabetic()));
    let ends = [words.next(), words.next_back()];
    ends.into_iter()
        .flatten()
        .flat_map(char::to_uppercase)
        .collect()
}

/// The first letter and what is written under and over it, at most what one stack can have.
fn with_marks(name: &str, first: char) -> String {
    const STACK: usize = 5;
    let rest = name.chars().skip_while(|c| *c != first).skip(1);
    std::iter::once(first)
        .chain(rest.take_while(|c| is_tibetan_mark(*c)).take(STACK))
        .collect()
}

const fn is_tibetan(c: char) -> bool {
    matches!(c, '\u{F00}'..='\u{FFF}')
}

/// Vowel signs, subjoined letters and the like.
const fn is_tibetan_mark(c: char) -> bool {
    matches!(c, '\u{F71}'..='\u{F84}' | '\u{F8D}'..='\u{FBC}' | '\u{F39}')
}

const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn a_name_of_each_script_gives_what_its_readers_expect() {
        for (name, expected) in [
            ("卓玛", "卓玛"),
            ("扎西顿珠", "顿珠"),
            ("张伟", "张伟"),
            ("བསོད་ནམས", "བ"),
            ("སྒྲོལ་མ", "སྒྲོ"),
            ("tashi dorje", "TD"),
            ("Dawa", "D"),
            ("Anna van der Berg", "AB"),
            ("  ", ""),
            ("123", ""),
            ("<b>x", "B"),
        ] {
            assert_eq!(initials(name), expected, "of {name:?}");
        }
    }

    #[test]
    fn a_pile_of_vowel_signs_stays_small() {
        let pile = format!("ཀ{}", "\u{F74}".repeat(10_000));
        assert!(initials(&pile).chars().count() <= 6);
    }
}
