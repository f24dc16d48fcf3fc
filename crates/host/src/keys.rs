//! Where a host keeps the keys of a station.

use std::path::Path;
use tsong_contract::AppError;
use tsong_station::keys::{KeyRing, KeyStore};

/// Where keys are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keyring {
    /// The keyring where there is one, else files, saying so.
    Auto,
    /// The keyring or nothing.
    On,
    /// Files of mode 0600.
    Off,
}

/// The keys of a folder, by what the person wants.
#[must_use]
pub fn choose(dir: &Path, keyring: Keyring) -> KeyRing {
    let wish = match keyring {
        Keyring::Auto | Keyring::On => KeyStore::Keyring,
        Keyring::Off => KeyStore::File,
    };
    KeyRing::open(dir, wish)
}

/// Does something with the keyring, and, where there is none and the person did not insist, with
/// files instead; whether the keys are in files without anybody having asked for it.
///
/// # Errors
/// Those of the work.
pub fn with_keys<T>(
    dir: &Path,
    keyring: Keyring,
    work: impl Fn(KeyRing) -> Result<T, AppError>,
) -> Result<(T, bool), AppError> {
    match work(choose(dir, keyring)) {
        Err(AppError::KeyringUnavailable) if keyring == Keyring::Auto => {
            Ok((work(KeyRing::open(dir, KeyStore::File))?, true))
        }
        other => Ok((other?, false)),
    }
}
