//! Randomness for the sealing.

use super::BundleError;
use crate::chance;
use hpke::rand_core::{TryCryptoRng, TryRng};
use std::convert::Infallible;
use std::io;

const DRAWN: &str = "tsong 2026 bundle: what its sealing draws";

/// What the sealing draws: stretched from one seed, for it has no way to say that there is none.
pub(super) struct Drawn(blake3::OutputReader);

impl Drawn {
    pub(super) fn new() -> Result<Self, BundleError> {
        let mut seed = [0u8; 32];
        chance::fill(&mut seed).map_err(|e| BundleError::Io(io::Error::other(e.to_string())))?;
        Ok(Self(
            blake3::Hasher::new_derive_key(DRAWN)
                .update(&seed)
                .finalize_xof(),
        ))
    }

    fn array<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0u8; N];
        self.0.fill(&mut bytes);
        bytes
    }
}

impl TryRng for Drawn {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_le_bytes(self.array()))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_le_bytes(self.array()))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.0.fill(bytes);
        Ok(())
    }
}

impl TryCryptoRng for Drawn {}
