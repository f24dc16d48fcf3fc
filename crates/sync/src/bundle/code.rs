//! One-time codes as keys: what a set-up bundle is sealed with, for a device that has no key yet that
//! the hub knows.

use super::{BundleError, Opening};
use argon2::{Algorithm, Argon2, Params, Version};

/// 19 MiB, twice, one lane: a code has eighty random bits, so that this only makes a hopeless search
/// more so.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// A code without what typing may change: case, blanks, dashes, letters that look like digits.
#[must_use]
pub fn plain(typed: &str) -> String {
    typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

/// The key that a code makes.
///
/// # Errors
/// [`BundleError::WrongCode`] for an empty code.
pub fn opening(typed: &str, salt: &[u8; 16]) -> Result<Opening, BundleError> {
    let code = plain(typed);
    if code.is_empty() {
        return Err(BundleError::WrongCode);
    }
    let params =
        Params::new(MEMORY_KIB, PASSES, 1, Some(32)).map_err(|_| BundleError::WrongCode)?;
    let mut seed = [0u8; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(code.as_bytes(), salt, &mut seed)
        .map_err(|_| BundleError::WrongCode)?;
    Ok(Opening::derived(&seed))
}
