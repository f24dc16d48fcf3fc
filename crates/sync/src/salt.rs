//! Salts of personal sections. Those of one transaction come from one random seed, and so do those
//! of the transactions that begin in one run of facts, so that a frame carries sixteen bytes and not
//! sixteen for every section.

use tsong_domain::id::FactId;

const SALT: &str = "tsong 2026 salt of a personal section";

/// Transactions that begin within so many facts may share their seed.
pub const RUN_FACTS: u64 = 512;

/// The first sequence of the run in which a sequence stands: no seed is shared with what began before.
#[must_use]
pub const fn run_start(sequence: u64) -> u64 {
    sequence - sequence % RUN_FACTS
}

/// Where transactions begin that may share a seed with one that begins at a sequence.
#[must_use]
pub const fn shared(first: u64) -> (u64, u64) {
    let start = run_start(first);
    (start, start.saturating_add(RUN_FACTS - 1))
}

/// The seed of the salts of one transaction of one origin; those around it may have the same. It must
/// be forgotten wherever it stands (and the salts of the sections that stay kept one by one) as soon
/// as one section under it is erased: with the salt a person could be guessed from the commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SaltSeed {
    /// The first sequence that it covers.
    pub first: u64,
    /// The last sequence that it covers.
    pub last: u64,
    /// Random.
    pub seed: [u8; 16],
}

impl SaltSeed {
    /// Whether a sequence lies in the run.
    #[must_use]
    pub const fn covers(&self, sequence: u64) -> bool {
        self.first <= sequence && sequence <= self.last
    }
}

/// The salt of one fact's personal section.
#[must_use]
pub fn salt(seed: &[u8; 16], id: FactId) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new_derive_key(SALT);
    hasher
        .update(seed)
        .update(&id.origin.0.to_le_bytes())
        .update(&id.sequence.to_le_bytes());
    let mut salt = [0; 16];
    hasher.finalize_xof().fill(&mut salt);
    salt
}

#[cfg(test)]
mod tests {
    use super::*;
    use tsong_domain::id::Origin;

    #[test]
    fn every_fact_and_every_seed_has_a_salt_of_its_own() {
        let id = FactId::new(Origin(1), 2);
        let known = salt(&[1; 16], id);
        assert_eq!(salt(&[1; 16], id), known, "both sides must find the same");
        assert_ne!(salt(&[2; 16], id), known);
        assert_ne!(salt(&[1; 16], FactId::new(Origin(1), 3)), known);
        assert_ne!(salt(&[1; 16], FactId::new(Origin(2), 2)), known);
    }
}
