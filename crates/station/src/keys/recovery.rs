//! The recovery key: the database key as a person writes it down at set-up and types it in years
//! later, from paper, in bad light.
//!
//! Sixty letters in twelve groups of five: 256 bits of key, 4 bits that say which form this is, and
//! 40 bits of check, in Crockford's base 32 (no I, L, O or U).

#[cfg(test)]
mod tests;

use zeroize::Zeroizing;

use crate::pin::ascii_digit;

const LETTERS: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J',
    'K', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
];
const GROUP: usize = 5;
const LENGTH: usize = 60;
const KEY_LETTERS: usize = 52;
const KEY_BYTES: usize = 32;
const CHECK_CONTEXT: &str = "tsong recovery key 2026-11 check";

/// Why typed letters are no recovery key. It never repeats what was typed, apart from one letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryError {
    /// A letter that stands in no recovery key.
    #[error("letter {position} of the recovery key, {letter:?}, is never used in one")]
    Letter {
        /// Which letter, counted from 1 without spaces and dashes.
        position: usize,
        /// The letter.
        letter: char,
    },
    /// Letters are missing or too many.
    #[error("a recovery key has {LENGTH} letters, this has {found}")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// The check does not fit: a letter is wrong, or two are swapped.
    #[error("a letter of the recovery key is wrong")]
    Check,
    /// The check fits, but a newer version of the program has written it.
    #[error("this recovery key is of a newer form")]
    Form,
}

/// Writes `key` as twelve groups of five letters with dashes between.
#[must_use]
pub fn encode(key: &[u8; KEY_BYTES]) -> String {
    let mut bits = Bits::default();
    let mut text = String::with_capacity(LENGTH + LENGTH / GROUP);
    let mut written = 0;
    // The form, 0, is the upper half of a 33rd byte; the lower half is not written.
    for byte in key.iter().copied().chain([0]) {
        bits.push(byte, 8);
        while written < KEY_LETTERS
            && let Some(letter) = bits.take(5)
        {
            push_letter(&mut text, &mut written, letter);
        }
    }
    let mut bits = Bits::default();
    for byte in check_of(key, 0) {
        bits.push(byte, 8);
        while let Some(letter) = bits.take(5) {
            push_letter(&mut text, &mut written, letter);
        }
    }
    text
}

fn push_letter(text: &mut String, written: &mut usize, value: u8) {
    if *written > 0 && written.is_multiple_of(GROUP) {
        text.push('-');
    }
    text.extend(LETTERS.get(usize::from(value)));
    *written += 1;
}

/// Reads a recovery key back. Case, spaces, dashes, full-width letters and Tibetan digits do not
/// matter; O is taken as 0, I and L as 1.
///
/// # Errors
/// Which letter cannot be, how many there are, or that the check does not fit. Any one wrong letter
/// is found, but for a chance of one in a million million.
pub fn decode(text: &str) -> Result<[u8; KEY_BYTES], RecoveryError> {
    let mut values = Zeroizing::new(Vec::with_capacity(LENGTH));
    let mut found = 0;
    for typed in text.chars().filter(|c| !is_separator(*c)) {
        found += 1;
        let Some(value) = value_of(typed) else {
            return Err(RecoveryError::Letter {
                position: found,
                letter: typed,
            });
        };
        // A pasted page is counted, not kept.
        if found <= LENGTH {
            values.push(value);
        }
    }
    if found != LENGTH {
        return Err(RecoveryError::Length { found });
    }
    let mut bytes = Zeroizing::new(Vec::with_capacity(KEY_BYTES));
    let mut bits = Bits::default();
    let mut values = values.iter().copied();
    for value in values.by_ref().take(KEY_LETTERS) {
        bits.push(value, 5);
        bytes.extend(bits.take(8));
    }
    let form = bits.take(4).unwrap_or_default();
    let mut check = Vec::with_capacity(5);
    let mut bits = Bits::default();
    for value in values {
        bits.push(value, 5);
        check.extend(bits.take(8));
    }
    let key: [u8; KEY_BYTES] = bytes
        .as_slice()
        .try_into()
        .map_err(|_| RecoveryError::Length { found })?;
    if check != check_of(&key, form) {
        return Err(RecoveryError::Check);
    }
    if form != 0 {
        return Err(RecoveryError::Form);
    }
    Ok(key)
}

fn check_of(key: &[u8; KEY_BYTES], form: u8) -> [u8; 5] {
    let mut digest = blake3::Hasher::new_derive_key(CHECK_CONTEXT);
    digest.update(key).update(&[form]);
    let mut check = [0; 5];
    digest.finalize_xof().fill(&mut check);
    check
}

fn is_separator(c: char) -> bool {
    let dash = matches!(
        c,
        '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FF0D}'
    );
    // Marks of direction and width that travel along when text is copied from a message.
    let unseen = matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{FEFF}');
    dash || unseen || c.is_whitespace()
}

fn value_of(typed: char) -> Option<u8> {
    let letter = match typed {
        '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' => {
            char::from_u32(u32::from(typed) - 0xFEE0)?
        }
        _ => ascii_digit(typed).unwrap_or(typed),
    };
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let at = LETTERS.iter().position(|known| *known == letter)?;
    u8::try_from(at).ok()
}

/// A short queue of bits, first in first out.
#[derive(Default)]
struct Bits {
    queue: u32,
    length: u32,
}

impl Bits {
    fn push(&mut self, value: u8, width: u32) {
        self.queue = (self.queue << width) | u32::from(value);
        self.length += width;
    }

    fn take(&mut self, width: u32) -> Option<u8> {
        self.length = self.length.checked_sub(width)?;
        let value = u8::try_from(self.queue >> self.length).ok();
        self.queue &= (1 << self.length) - 1;
        value
    }
}
