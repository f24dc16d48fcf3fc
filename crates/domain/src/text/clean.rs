//! Cleaning what people type or paste, so that it can be stored, found, printed and read aloud.
//!
//! Markup stays: `<b>` is four characters of a name. What goes is what cannot be seen.

use super::InputError;
use super::marks::{is_joiner, is_mark, is_noise, takes_joiner};

/// Marks kept on one base. The deepest real Tibetan stack, a mantra's, has seven.
pub const MAX_MARKS: usize = 8;
/// Longest name of a person, a station or a product, in characters.
pub const MAX_NAME_CHARS: usize = 80;

/// One line: invisible characters dropped, white space collapsed to single spaces and trimmed,
/// piled marks capped at [`MAX_MARKS`], at most `max_chars` characters without cutting a stack.
#[must_use]
pub fn clean_line(text: &str, max_chars: usize) -> String {
    let mut cleaner = Cleaner::new(max_chars);
    for c in text.chars() {
        if c.is_whitespace() {
            cleaner.gap = cleaner.gap.max(Gap::Space);
        } else if !cleaner.push(c) {
            break;
        }
    }
    cleaner.finish()
}

/// Several lines: like [`clean_line`] in each line; every kind of line end becomes `\n`, and more
/// than one empty line in a row becomes one.
#[must_use]
pub fn clean_text(text: &str, max_chars: usize) -> String {
    let mut cleaner = Cleaner::new(max_chars);
    let mut last = ' ';
    for c in text.chars() {
        match c {
            '\n' if last == '\r' => {}
            '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                cleaner.gap = if cleaner.gap >= Gap::Line {
                    Gap::Paragraph
                } else {
                    Gap::Line
                };
            }
            blank if blank.is_whitespace() => cleaner.gap = cleaner.gap.max(Gap::Space),
            seen => {
                if !cleaner.push(seen) {
                    break;
                }
            }
        }
        last = c;
    }
    cleaner.finish()
}

/// A name as it is stored: one clean line.
///
/// # Errors
/// [`InputError::Empty`] when nothing is left, [`InputError::TooLong`] beyond
/// [`MAX_NAME_CHARS`] characters.
pub fn check_name(text: &str) -> Result<String, InputError> {
    // The slack keeps a last stack that straddles the limit from hiding the excess.
    let name = clean_line(text, MAX_NAME_CHARS + 4 * MAX_MARKS);
    if name.is_empty() {
        return Err(InputError::Empty);
    }
    if name.chars().count() > MAX_NAME_CHARS {
        return Err(InputError::TooLong);
    }
    Ok(name)
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Space,
    Line,
    Paragraph,
}

struct Cleaner {
    out: String,
    chars: usize,
    max_chars: usize,
    gap: Gap,
    /// Byte length before the stack that is being built, and the marks and joiners in it.
    stack_start: usize,
    stack_marks: usize,
    last: Option<char>,
}

impl Cleaner {
    fn new(max_chars: usize) -> Self {
        let gap = Gap::None;
        Self {
            out: String::new(),
            chars: 0,
            max_chars,
            gap,
            stack_start: 0,
            stack_marks: 0,
            last: None,
        }
    }

    /// Takes one character that is no white space; false when the text is full.
    fn push(&mut self, c: char) -> bool {
        if is_noise(c) {
            return true;
        }
        let base = if self.gap == Gap::None {
            self.last
        } else {
            None
        };
        if is_mark(c) || is_joiner(c) {
            let fits = base
                .is_some_and(|b| !is_joiner(c) || (takes_joiner(b) || is_mark(b)) && !is_joiner(b));
            if !fits || self.stack_marks >= MAX_MARKS {
                return true;
            }
            self.stack_marks += 1;
        } else if !base.is_some_and(is_joiner) || !takes_joiner(c) {
            self.drop_joiner();
            if !self.fill_gap() {
                return false;
            }
            self.stack_start = self.out.len();
            self.stack_marks = 0;
        }
        if self.chars >= self.max_chars {
            self.out.truncate(self.stack_start);
            self.last = None;
            return false;
        }
        self.out.push(c);
        self.chars += 1;
        self.last = Some(c);
        true
    }

    /// A joiner that joins nothing is noise.
    fn drop_joiner(&mut self) {
        if self.last.is_some_and(is_joiner) {
            self.out.pop();
            self.chars = self.chars.saturating_sub(1);
            self.last = None;
        }
    }

    fn fill_gap(&mut self) -> bool {
        let gap = if self.out.is_empty() {
            ""
        } else {
            self.gap.as_str()
        };
        self.gap = Gap::None;
        self.chars += gap.len();
        if self.chars >= self.max_chars {
            return false;
        }
        self.out.push_str(gap);
        true
    }

    fn finish(mut self) -> String {
        self.drop_joiner();
        let end = self.out.trim_end().len();
        self.out.truncate(end);
        self.out
    }
}

impl Gap {
    const fn as_str(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Space => " ",
            Self::Line => "\n",
            Self::Paragraph => "\n\n",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_MARKS, check_name, clean_line, clean_text};
    use crate::text::InputError;

    #[test]
    fn what_cannot_be_seen_is_dropped() {
        assert_eq!(
            clean_line("\u{FEFF}张\u{200B}三\u{202E}\u{0}", 80),
            "张三",
            "noise is gone"
        );
        assert_eq!(
            clean_line("  扎西\t\u{3000}次仁\r\n", 80),
            "扎西 次仁",
            "blanks collapse"
        );
        assert_eq!(
            clean_line("a\u{2066}b\u{2069}\u{061C}", 80),
            "ab",
            "isolates are gone"
        );
        assert_eq!(
            clean_line("张\u{200D}三\u{200C}", 80),
            "张三",
            "joiners mean nothing in Chinese"
        );
    }

    #[test]
    fn what_scripts_need_stays() {
        let names = [
            "བཀྲ་ཤིས་ཚེ་རིང་",
            "می\u{200C}خواهم",
            "क\u{094D}\u{200D}ष",
            "👩\u{200D}🌾",
            "葛\u{E0100}城",
        ];
        for name in names {
            assert_eq!(clean_line(name, 80), name, "a real word is left alone");
        }
        let mantra = "ཧྐྵྨླྺྱྃ";
        assert_eq!(
            clean_line(mantra, 80),
            mantra,
            "the deepest real stack fits"
        );
        assert_eq!(
            clean_line("<b>张三</b> & 'x'", 80),
            "<b>张三</b> & 'x'",
            "markup is data"
        );
    }

    #[test]
    fn ten_thousand_vowels_become_eight() {
        let tower = format!("ཀ{}ཁ", "\u{0F74}".repeat(10_000));
        let clean = clean_line(&tower, 80);
        assert_eq!(
            clean.chars().count(),
            2 + MAX_MARKS,
            "base, eight vowels, next base"
        );
        assert!(clean.ends_with('ཁ'), "what follows the tower is kept");
        assert_eq!(
            clean_line(&"\u{0F74}".repeat(10_000), 80),
            "",
            "marks on nothing are nothing"
        );
        let emoji = "👩\u{200D}".repeat(5_000);
        assert!(
            !clean_line(&emoji, 80).is_empty(),
            "a chain of emoji is cut, not lost"
        );
    }

    #[test]
    fn a_limit_never_cuts_a_stack() {
        let word = "བསྒྲུབས";
        for max in 0..10 {
            let cut = clean_line(word, max);
            assert!(cut.chars().count() <= max, "at most {max} characters");
            let next = word
                .strip_prefix(cut.as_str())
                .map(|rest| rest.chars().next());
            let whole = next.is_some_and(|c| c.is_none_or(|c| !super::is_mark(c)));
            assert!(whole, "{cut} ends where a stack ends");
        }
        assert_eq!(clean_line("ab cd", 3), "ab", "no blank is left at the end");
    }

    #[test]
    fn lines_stay_apart_in_a_text() {
        let pasted = "收货人: 张三\r\n\r\n\r\n电话: 1\u{2028}地址:  林芝\n";
        assert_eq!(
            clean_text(pasted, 200),
            "收货人: 张三\n\n电话: 1\n地址: 林芝"
        );
        assert_eq!(clean_text(" \n \n", 9), "", "only blanks are nothing");
    }

    #[test]
    fn cleaning_twice_changes_nothing() {
        for text in [
            "a \u{200D}b",
            "👩\u{200D}🌾\u{200D}",
            " ཀྲ་ \n\n x",
            "\u{0301}e\u{0301}",
        ] {
            let once = clean_text(text, 80);
            assert_eq!(clean_text(&once, 80), once, "a stored text is stable");
        }
    }

    #[test]
    fn names_have_limits() {
        assert_eq!(check_name(" 次仁 "), Ok("次仁".to_owned()));
        assert_eq!(check_name("\u{200B} \u{202E}"), Err(InputError::Empty));
        assert!(check_name(&"བོ".repeat(40)).is_ok(), "80 characters fit");
        assert_eq!(check_name(&"བོ".repeat(41)), Err(InputError::TooLong));
        assert_eq!(check_name(&"x".repeat(1_000_000)), Err(InputError::TooLong));
    }
}
