//! The PIN that opens a session: how it is checked for strength, hashed and compared, and how long
//! one waits after wrong ones.
//!
//! A PIN of few digits falls to hours or days of guessing, so it never derives a key; it only
//! decides who sits at the till. What slows a person at the keyboard down is [`Tries`].

mod tries;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use zeroize::Zeroizing;

pub use tries::{RemainingMs, Tries, Wait, after_failure, after_success, may_try, rebase};

/// Fewest digits of a PIN.
pub const MIN_DIGITS: usize = 4;

/// Most digits of a PIN, far above what anyone types, so that a pasted page is not hashed.
const MAX_DIGITS: usize = 64;

// OWASP's lowest recommendation for Argon2id: it fits beside a browser engine on a 4 GB PC.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
// The same work for whoever guesses, half the wait for whoever knows it: a station's PC has two cores.
const LANES: u32 = 2;

// A stored hash names its own cost. Hashes travel between the PCs of a station, so a crafted one
// must not be able to ask for all the memory.
const MAX_MEMORY_KIB: u32 = 64 * 1024;
const MAX_PASSES: u32 = 8;
const MAX_LANES: u32 = 4;

/// Why a PIN is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PinError {
    /// Something other than digits is in it (or nothing at all).
    #[error("a PIN consists of digits")]
    NotDigits,
    /// Fewer digits than [`MIN_DIGITS`].
    #[error("a PIN has at least {MIN_DIGITS} digits")]
    TooShort,
    /// More digits than anyone types.
    #[error("a PIN has at most {MAX_DIGITS} digits")]
    TooLong,
    /// One digit over and over.
    #[error("a PIN of one repeated digit is guessed first")]
    OneDigit,
    /// Counting up or down, like 123456 or 654321.
    #[error("a PIN that counts up or down is guessed first")]
    Run,
    /// The hash could not be computed, in practice for lack of memory.
    #[error("the PIN could not be hashed")]
    Hash,
}

/// Hashes `pin` as a PHC string (`$argon2id$v=19$m=19456,t=2,p=2$…`) under `salt`, which the caller
/// draws at random for each PIN.
///
/// Digits of other scripts are folded first, so that the same PIN typed through another input
/// method opens the same session. Strength is the caller's rule: see [`check_strength`].
///
/// # Errors
/// [`PinError::NotDigits`], [`PinError::TooLong`], or [`PinError::Hash`].
pub fn hash_pin(pin: &str, salt: [u8; 16]) -> Result<String, PinError> {
    let digits = fold(pin)?;
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|_| PinError::Hash)?;
    let hash = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_with_salt(digits.as_bytes(), &salt)
        .map_err(|_| PinError::Hash)?;
    Ok(hash.to_string())
}

/// Whether `pin` is the one that `phc` was made from. A string that is no Argon2id hash, or that
/// asks for more work than this program would ever have asked for, matches nothing.
#[must_use]
pub fn verify_pin(phc: &str, pin: &str) -> bool {
    let (Ok(digits), Ok(hash)) = (fold(pin), PasswordHash::new(phc)) else {
        return false;
    };
    let Ok(params) = Params::try_from(&hash) else {
        return false;
    };
    let affordable = params.m_cost() <= MAX_MEMORY_KIB
        && params.t_cost() <= MAX_PASSES
        && params.p_cost() <= MAX_LANES;
    affordable
        && Algorithm::try_from(hash.algorithm.as_str()) == Ok(Algorithm::Argon2id)
        && Argon2::default()
            .verify_password(digits.as_bytes(), &hash)
            .is_ok()
}

/// Whether `pin` may be chosen: at least four digits of any script, not one digit repeated, not a
/// run up or down (9 and 0 count as neighbours).
///
/// # Errors
/// The first rule that it breaks.
pub fn check_strength(pin: &str) -> Result<(), PinError> {
    let digits = fold(pin)?;
    if digits.len() < MIN_DIGITS {
        return Err(PinError::TooShort);
    }
    let steps_by = |step: u8| {
        digits
            .bytes()
            .zip(digits.bytes().skip(1))
            .all(|(a, b)| (a - b'0' + step) % 10 == b - b'0')
    };
    if steps_by(0) {
        return Err(PinError::OneDigit);
    }
    if steps_by(1) || steps_by(9) {
        return Err(PinError::Run);
    }
    Ok(())
}

/// The PIN in ASCII digits, white space around it dropped (a PIN file ends in a newline).
fn fold(pin: &str) -> Result<Zeroizing<String>, PinError> {
    let mut digits = Zeroizing::new(String::with_capacity(MAX_DIGITS));
    for c in pin.trim().chars() {
        if digits.len() == MAX_DIGITS {
            return Err(PinError::TooLong);
        }
        digits.push(ascii_digit(c).ok_or(PinError::NotDigits)?);
    }
    if digits.is_empty() {
        return Err(PinError::NotDigits);
    }
    Ok(digits)
}

/// The ASCII form of an ASCII, full-width or Tibetan digit.
pub(crate) fn ascii_digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        '\u{0F20}'..='\u{0F29}' => '\u{0F20}',
        _ => return None,
    };
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SALT: [u8; 16] = *b"0123456789abcdef";

    #[test]
    fn a_pin_opens_its_own_hash_only() {
        let phc = hash_pin("480913", SALT).unwrap();
        assert!(
            phc.starts_with("$argon2id$v=19$m=19456,t=2,p=2$"),
            "the cost is fixed: {phc}"
        );
        assert!(verify_pin(&phc, "480913"), "the right PIN opens");
        assert!(!verify_pin(&phc, "480914"), "a wrong digit does not");
        assert!(!verify_pin(&phc, ""), "nothing typed does not");
        assert!(!verify_pin("", "480913"), "a missing hash opens to nobody");
        assert!(
            !verify_pin("480913", "480913"),
            "a PIN stored in clear is no hash"
        );
        assert_ne!(
            phc,
            hash_pin("480913", [7; 16]).unwrap(),
            "the salt decides the hash"
        );
    }

    #[test]
    fn the_same_pin_in_another_script_opens_too() {
        let phc = hash_pin("480913", SALT).unwrap();
        for typed in ["480913\n", "４８０９１３", "༤༨༠༩༡༣", " ༤８0༩1３"] {
            assert!(verify_pin(&phc, typed), "{typed:?} is 480913");
        }
    }

    #[test]
    fn a_crafted_hash_cannot_ask_for_all_the_memory() {
        let cheap = hash_pin("480913", SALT).unwrap();
        for (from, to) in [
            ("m=19456", "m=4194304"),
            ("t=2", "t=4000000"),
            ("argon2id", "argon2i"),
        ] {
            let crafted = cheap.replace(from, to);
            assert_ne!(crafted, cheap, "the test must change something");
            let begun = std::time::Instant::now();
            assert!(!verify_pin(&crafted, "480913"), "{crafted} is refused");
            assert!(
                begun.elapsed().as_secs() < 2,
                "and refused without doing the work"
            );
        }
    }

    #[test]
    fn weak_pins_are_refused_each_with_its_reason() {
        for (pin, want) in [
            ("", Err(PinError::NotDigits)),
            ("480", Err(PinError::TooShort)),
            ("abcdef", Err(PinError::NotDigits)),
            ("48 0913", Err(PinError::NotDigits)),
            ("-48091", Err(PinError::NotDigits)),
            ("111111", Err(PinError::OneDigit)),
            ("༡༡༡༡༡༡", Err(PinError::OneDigit)),
            ("123456", Err(PinError::Run)),
            ("654321", Err(PinError::Run)),
            ("１２３４５６７８", Err(PinError::Run)),
            ("789012", Err(PinError::Run)),
            ("210987", Err(PinError::Run)),
            ("123457", Ok(())),
            ("121212", Ok(())),
            ("༤༨༠༩༡༣", Ok(())),
        ] {
            assert_eq!(check_strength(pin), want, "choosing {pin:?}");
        }
        assert_eq!(
            check_strength(&"70".repeat(2000)),
            Err(PinError::TooLong),
            "a pasted page"
        );
    }
}
