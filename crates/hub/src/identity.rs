//! The hub's identity: one Ed25519 key in a file that only its owner may read. Devices pin it.

use crate::code::random;
use crate::error::{HubError, Result};
use crate::storage::Storage;
use crate::storage::meta::{EPOCH, HUB_KEY};
use data_encoding::HEXLOWER;
use ed25519_dalek::SigningKey;
use std::io::Write;
use std::path::Path;
use tsong_domain::id::Hash32;

/// The key's file within the hub's folder.
pub const FILE: &str = "hub.key";

/// The public half of a key.
#[must_use]
pub fn public(key: &SigningKey) -> Hash32 {
    Hash32(key.verifying_key().to_bytes())
}

/// Reads the key that belongs to the database, or makes one for a database that has none yet.
///
/// # Errors
/// `key_missing` or `key_other` when the database knows a key and the file does not fit: a second
/// key is never made, for every device has pinned the first.
pub fn load<S: Storage>(dir: &Path, storage: &S) -> Result<SigningKey> {
    let path = dir.join(FILE);
    let name = path.display().to_string();
    let known = storage.read(|t| t.meta(HUB_KEY))?;
    let key = match std::fs::read_to_string(&path) {
        Ok(text) => parse(&text)
            .ok_or_else(|| HubError::refused("key_broken", format!("{name} holds no key")))?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            if known.is_some() {
                let message = format!("{name} is missing; put it back from where it was kept");
                return Err(HubError::refused("key_missing", message));
            }
            make(&path)?
        }
        Err(error) => return Err(HubError::io(name)(error)),
    };
    let public = public(&key).to_string();
    match known {
        Some(known) if known != public => {
            let message = format!("{name} is the key of another hub");
            return Err(HubError::refused("key_other", message));
        }
        Some(_) => {}
        None => {
            let epoch = HEXLOWER.encode(&random::<16>()?);
            storage.write(|t| {
                t.set_meta(HUB_KEY, &public)?;
                t.set_meta(EPOCH, &epoch)
            })?;
        }
    }
    Ok(key)
}

fn parse(text: &str) -> Option<SigningKey> {
    let bytes = HEXLOWER.decode(text.trim().as_bytes()).ok()?;
    Some(SigningKey::from_bytes(&bytes.try_into().ok()?))
}

fn make(path: &Path) -> Result<SigningKey> {
    let key = SigningKey::from_bytes(&random()?);
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let text = format!("{}\n", HEXLOWER.encode(&key.to_bytes()));
    let written = options.open(path).and_then(|mut file| {
        file.write_all(text.as_bytes())
            .and_then(|()| file.sync_all())
    });
    match written {
        Ok(()) => Ok(key),
        // Another process of this hub was first: its key is the hub's.
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            let text = std::fs::read_to_string(path).map_err(HubError::io("hub.key"))?;
            parse(&text).ok_or_else(|| HubError::refused("key_broken", "hub.key holds no key"))
        }
        Err(error) => Err(HubError::io(path.display().to_string())(error)),
    }
}
