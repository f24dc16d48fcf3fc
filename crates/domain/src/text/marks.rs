//! Which characters stand on another one, and which are invisible.

/// Ranges of combining marks (Unicode categories Mn, Mc, Me, whole blocks where the rest of the
/// block is rare), variation selectors and skin tones: what may be piled upon a base.
const MARKS: &[(char, char)] = &[
    ('\u{0300}', '\u{036F}'),
    ('\u{0483}', '\u{0489}'),
    ('\u{0591}', '\u{05BD}'),
    ('\u{05BF}', '\u{05BF}'),
    ('\u{05C1}', '\u{05C2}'),
    ('\u{05C4}', '\u{05C5}'),
    ('\u{0610}', '\u{061A}'),
    ('\u{064B}', '\u{065F}'),
    ('\u{0670}', '\u{0670}'),
    ('\u{06D6}', '\u{06DC}'),
    ('\u{06DF}', '\u{06E4}'),
    ('\u{06E7}', '\u{06E8}'),
    ('\u{06EA}', '\u{06ED}'),
    ('\u{0730}', '\u{074A}'),
    ('\u{07A6}', '\u{07B0}'),
    ('\u{08D3}', '\u{0903}'),
    ('\u{093A}', '\u{093C}'),
    ('\u{093E}', '\u{094F}'),
    ('\u{0951}', '\u{0957}'),
    ('\u{0962}', '\u{0963}'),
    ('\u{0981}', '\u{0983}'),
    ('\u{09BC}', '\u{09BC}'),
    ('\u{09BE}', '\u{09CD}'),
    ('\u{0A01}', '\u{0A03}'),
    ('\u{0A3C}', '\u{0A51}'),
    ('\u{0A70}', '\u{0A71}'),
    ('\u{0E31}', '\u{0E31}'),
    ('\u{0E34}', '\u{0E3A}'),
    ('\u{0E47}', '\u{0E4E}'),
    ('\u{0EB1}', '\u{0EB1}'),
    ('\u{0EB4}', '\u{0EBC}'),
    ('\u{0EC8}', '\u{0ECE}'),
    ('\u{0F18}', '\u{0F19}'),
    ('\u{0F35}', '\u{0F35}'),
    ('\u{0F37}', '\u{0F37}'),
    ('\u{0F39}', '\u{0F39}'),
    ('\u{0F3E}', '\u{0F3F}'),
    ('\u{0F71}', '\u{0F84}'),
    ('\u{0F86}', '\u{0F87}'),
    ('\u{0F8D}', '\u{0FBC}'),
    ('\u{0FC6}', '\u{0FC6}'),
    ('\u{102B}', '\u{103E}'),
    ('\u{17B4}', '\u{17D3}'),
    ('\u{180B}', '\u{180D}'),
    ('\u{180F}', '\u{180F}'),
    ('\u{1AB0}', '\u{1AFF}'),
    ('\u{1DC0}', '\u{1DFF}'),
    ('\u{20D0}', '\u{20FF}'),
    ('\u{302A}', '\u{302F}'),
    ('\u{3099}', '\u{309A}'),
    ('\u{A66F}', '\u{A672}'),
    ('\u{A674}', '\u{A67D}'),
    ('\u{FE00}', '\u{FE0F}'),
    ('\u{FE20}', '\u{FE2F}'),
    ('\u{1F3FB}', '\u{1F3FF}'),
    ('\u{E0100}', '\u{E01EF}'),
];

/// Ranges that show nothing and only mislead: bidi marks and overrides, zero-width spaces, fillers
/// that look like blanks, tags, non-characters.
const NOISE: &[(char, char)] = &[
    ('\u{00AD}', '\u{00AD}'),
    ('\u{034F}', '\u{034F}'),
    ('\u{061C}', '\u{061C}'),
    ('\u{115F}', '\u{1160}'),
    ('\u{17B4}', '\u{17B5}'),
    ('\u{180E}', '\u{180E}'),
    ('\u{200B}', '\u{200B}'),
    ('\u{200E}', '\u{200F}'),
    ('\u{202A}', '\u{202E}'),
    ('\u{2060}', '\u{206F}'),
    ('\u{2800}', '\u{2800}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{FDD0}', '\u{FDEF}'),
    ('\u{FEFF}', '\u{FEFF}'),
    ('\u{FFA0}', '\u{FFA0}'),
    ('\u{FFF0}', '\u{FFFB}'),
    ('\u{FFFE}', '\u{FFFF}'),
    ('\u{E0000}', '\u{E007F}'),
];

fn within(table: &[(char, char)], c: char) -> bool {
    let after = table.partition_point(|(first, _)| *first <= c);
    after
        .checked_sub(1)
        .and_then(|at| table.get(at))
        .is_some_and(|(_, last)| c <= *last)
}

/// True for a mark that stands on the character before it.
pub(super) fn is_mark(c: char) -> bool {
    within(MARKS, c)
}

/// True for a character that is dropped from typed text (white space is not noise).
pub(super) fn is_noise(c: char) -> bool {
    within(NOISE, c) || (c.is_control() && !c.is_whitespace())
}

/// True for ZWNJ and ZWJ.
pub(super) fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// True where a joiner after `c` changes what is read: Arabic, Indic, Mongolian letters and emoji.
pub(super) fn takes_joiner(c: char) -> bool {
    matches!(c,
        '\u{0600}'..='\u{0DFF}' | '\u{1800}'..='\u{18AF}' | '\u{2600}'..='\u{27BF}'
        | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}

#[cfg(test)]
mod tests {
    use super::{MARKS, NOISE, is_mark, is_noise};

    #[test]
    fn tables_are_sorted_so_that_the_search_finds_all() {
        for table in [MARKS, NOISE] {
            for pair in table.windows(2) {
                assert!(
                    pair[0].1 < pair[1].0,
                    "{:?} overlaps {:?}",
                    pair[0],
                    pair[1]
                );
            }
            assert!(
                table.iter().all(|(first, last)| first <= last),
                "each range runs upward"
            );
        }
    }

    #[test]
    fn tibetan_signs_fall_on_the_right_side() {
        assert!(is_mark('\u{0F74}'), "the vowel sign u stands on its base");
        assert!(is_mark('\u{0FB2}'), "a subjoined ra stands on its base");
        assert!(!is_mark('་'), "a tsheg is a sign of its own");
        assert!(
            !is_mark('།') && !is_mark('ཀ') && !is_mark('༣'),
            "letters, shad and digits are bases"
        );
        assert!(
            is_noise('\u{202E}') && is_noise('\u{0}') && !is_noise('\n'),
            "overrides and controls"
        );
    }
}
