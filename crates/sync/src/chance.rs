//! Random bytes: ids, keys, salts, nonces, one-time codes. All come from the system by this one door;
//! tests of the whole house may seed it for their thread, so that a run can be told by one number.

/// Fills `bytes` with random ones.
///
/// # Errors
/// If the system has none.
pub fn fill(bytes: &mut [u8]) -> Result<(), getrandom::Error> {
    #[cfg(feature = "seeded")]
    if seeded::fill(bytes) {
        return Ok(());
    }
    getrandom::fill(bytes)
}

#[cfg(feature = "seeded")]
pub use seeded::seed;

#[cfg(feature = "seeded")]
mod seeded {
    use std::cell::RefCell;

    thread_local! {
        static SEEDED: RefCell<Option<blake3::OutputReader>> = const { RefCell::new(None) };
    }

    /// What this thread draws from now on follows from `seed`.
    pub fn seed(seed: &[u8]) {
        let drawn = blake3::Hasher::new().update(seed).finalize_xof();
        SEEDED.with(|seeded| *seeded.borrow_mut() = Some(drawn));
    }

    /// Whether this thread was seeded; then `bytes` are drawn.
    pub(super) fn fill(bytes: &mut [u8]) -> bool {
        SEEDED.with(|seeded| {
            let mut seeded = seeded.borrow_mut();
            if let Some(drawn) = seeded.as_mut() {
                drawn.fill(bytes);
            }
            seeded.is_some()
        })
    }
}
