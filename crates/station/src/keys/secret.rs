//! A secret of 32 bytes in memory, and the form in which it is stored.

use zeroize::{Zeroize, Zeroizing};

use super::KeyError;

const KEY_BYTES: usize = 32;
const CHECK_BYTES: usize = 8;
const CHECK_CONTEXT: &str = "tsong stored key 2026-11 check";

/// Thirty-two secret bytes: a raw SQLCipher key or an Ed25519 seed. Wiped when dropped, never
/// printed, never serialised. It lives on the heap, so that moving it leaves no copy behind.
#[derive(Clone)]
pub struct SecretKey(Box<[u8; KEY_BYTES]>);

impl SecretKey {
    /// Draws a new key from the system's source of randomness.
    ///
    /// # Errors
    /// [`KeyError::Io`] if the system has none to give.
    pub fn generate() -> Result<Self, KeyError> {
        let mut key = Self(Box::new([0; KEY_BYTES]));
        fill_random(key.0.as_mut_slice())?;
        Ok(key)
    }

    /// Takes over existing bytes, such as those of a recovery key.
    #[must_use]
    pub fn from_bytes(bytes: [u8; KEY_BYTES]) -> Self {
        Self(Box::new(bytes))
    }

    /// The bytes, for the one call that needs them.
    #[must_use]
    pub fn expose(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }

    /// Whether both are the same, in the same time whatever they hold.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.0
            .iter()
            .zip(other.0.iter())
            .fold(0, |differing, (a, b)| differing | (a ^ b))
            == 0
    }

    /// The stored form: the key and eight bytes of check, so that a damaged key is told apart from
    /// a right key of another database.
    pub(super) fn seal(&self) -> Zeroizing<Vec<u8>> {
        let mut stored = Zeroizing::new(Vec::with_capacity(KEY_BYTES + CHECK_BYTES));
        stored.extend_from_slice(self.0.as_slice());
        stored.extend_from_slice(&self.check());
        stored
    }

    /// Reads the stored form.
    pub(super) fn unseal(stored: &[u8]) -> Result<Self, KeyError> {
        let (key, check) = stored
            .split_at_checked(KEY_BYTES)
            .ok_or(KeyError::Damaged)?;
        let bytes = key.try_into().map_err(|_| KeyError::Damaged)?;
        let key = Self(Box::new(bytes));
        if key.check() == check {
            Ok(key)
        } else {
            Err(KeyError::Damaged)
        }
    }

    fn check(&self) -> [u8; CHECK_BYTES] {
        let mut digest = blake3::Hasher::new_derive_key(CHECK_CONTEXT);
        digest.update(self.expose());
        let mut check = [0; CHECK_BYTES];
        digest.finalize_xof().fill(&mut check);
        check
    }
}

impl Drop for SecretKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("***")
    }
}

/// Fills `bytes` from the system's source of randomness.
pub(super) fn fill_random(bytes: &mut [u8]) -> Result<(), KeyError> {
    tsong_sync::chance::fill(bytes).map_err(|error| KeyError::Io(std::io::Error::other(error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_never_printed() {
        assert_eq!(format!("{:?}", SecretKey::from_bytes([0x41; 32])), "***");
    }

    #[test]
    fn two_generated_keys_differ() {
        let (a, b) = (
            SecretKey::generate().unwrap(),
            SecretKey::generate().unwrap(),
        );
        assert!(!a.same_as(&b), "two keys are never the same");
        assert!(a.same_as(&a.clone()), "a copy is");
    }

    #[test]
    fn any_damaged_byte_of_a_stored_key_is_noticed() {
        let stored = SecretKey::from_bytes([9; 32]).seal();
        assert!(
            SecretKey::unseal(&stored)
                .unwrap()
                .same_as(&SecretKey::from_bytes([9; 32]))
        );
        for at in 0..stored.len() {
            let mut damaged = stored.clone();
            damaged[at] ^= 1;
            let read = SecretKey::unseal(&damaged);
            assert!(
                matches!(read, Err(KeyError::Damaged)),
                "byte {at} changed: {read:?}"
            );
        }
        for length in 0..stored.len() {
            let read = SecretKey::unseal(&stored[..length]);
            assert!(
                matches!(read, Err(KeyError::Damaged)),
                "cut to {length}: {read:?}"
            );
        }
        let mut longer = stored.clone();
        longer.push(0);
        assert!(
            matches!(SecretKey::unseal(&longer), Err(KeyError::Damaged)),
            "one byte too many"
        );
    }
}
