//! Secrets that people carry: one-time codes (80 bits, Crockford's digits in groups) and staff's
//! tokens (256 bits). Only hashes are kept; both are too long to be guessed from one.

use crate::error::{HubError, Result};
use data_encoding::BASE64URL_NOPAD;
use tsong_domain::id::Hash32;

/// Crockford's digits: none that looks like another.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE: &str = "tsong 2026 hub: one-time code";
const TOKEN: &str = "tsong 2026 hub: staff token";
const SESSION: &str = "tsong 2026 hub: staff session";

/// Random bytes from the system.
///
/// # Errors
/// If the system has none.
pub fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0u8; N];
    tsong_sync::chance::fill(&mut bytes)
        .map_err(|e| HubError::Broken(format!("no random numbers: {e}")))?;
    Ok(bytes)
}

/// A new one-time code, such as `7K2M-0QRX-9ZTB-4HVD`.
///
/// # Errors
/// If the system has no random numbers.
pub fn new_code() -> Result<String> {
    let digits: Vec<char> = random::<16>()?
        .iter()
        .filter_map(|byte| DIGITS.get(usize::from(byte & 31)))
        .map(|digit| char::from(*digit))
        .collect();
    let groups: Vec<String> = digits
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    Ok(groups.join("-"))
}

/// A code's hash. Case, blanks, dashes and the letters that look like digits do not matter.
#[must_use]
pub fn hash_code(typed: &str) -> Hash32 {
    let plain = tsong_sync::bundle::code::plain(typed);
    Hash32(blake3::derive_key(CODE, plain.as_bytes()))
}

/// A new token for staff, or a session's cookie.
///
/// # Errors
/// If the system has no random numbers.
pub fn new_token() -> Result<String> {
    Ok(BASE64URL_NOPAD.encode(&random::<32>()?))
}

/// A token's hash.
#[must_use]
pub fn hash_token(token: &str) -> Hash32 {
    Hash32(blake3::derive_key(TOKEN, token.trim().as_bytes()))
}

/// The hash of a session's cookie.
#[must_use]
pub fn hash_session(cookie: &str) -> Hash32 {
    Hash32(blake3::derive_key(SESSION, cookie.as_bytes()))
}

/// Whether two hashes are the same, in a time that does not tell how far they agree.
#[must_use]
pub fn is_same(a: &Hash32, b: &Hash32) -> bool {
    blake3::Hash::from_bytes(a.0) == blake3::Hash::from_bytes(b.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_long_enough_and_survives_being_typed() {
        let code = new_code().unwrap();
        assert_eq!(code.len(), 19, "sixteen digits of five bits: {code}");
        assert_ne!(code, new_code().unwrap());
        let typed = format!(
            " {} ",
            code.to_lowercase().replace('-', " ").replace('0', "o")
        );
        assert_eq!(hash_code(&typed), hash_code(&code), "{typed}");
        assert_ne!(hash_code("7K2M"), hash_code("7K2N"));
        assert!(
            is_same(&hash_token("a"), &hash_token("a\n")),
            "a token file ends with a line"
        );
        assert!(!is_same(&hash_token("a"), &hash_token("b")));
    }
}
