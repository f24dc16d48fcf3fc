//! Putting a lost key back by the recovery key, over the database that it opens.

use super::ground::{self, Ground};
use super::new_origin;
use crate::fault::{self, Fault};
use crate::keys::{KeyError, KeyRing, SecretKey, device_signer, recovery};
use crate::me::Me;
use crate::station::{Host, Station};
use std::path::{Path, PathBuf};
use tsong_contract::AppError;
use tsong_domain::id::Hash32;
use tsong_store::{Store, StoreError, open::Cipher, origin};

/// A station whose key is back.
pub struct Unlocked {
    /// The station; nobody is signed in.
    pub station: Station,
    /// Where keys of something else were moved; `None` when there were none.
    pub moved_to: Option<PathBuf>,
    /// The signing key was lost too: the station has a new origin, enrols again and counts.
    pub is_new_origin: bool,
}

impl Station {
    /// Puts the key back that the recovery key gives, when it opens the database in `dir`.
    ///
    /// # Errors
    /// [`AppError::RecoveryKeyWrong`], [`AppError::NoDatabase`], [`AppError::DatabaseDamaged`],
    /// [`AppError::KeyringUnavailable`], and whatever the disk says.
    pub fn unlock(
        dir: &Path,
        keys: KeyRing,
        host: Box<dyn Host>,
        recovery_key: &str,
    ) -> Result<Unlocked, AppError> {
        let raw = recovery::decode(recovery_key).map_err(|_| AppError::RecoveryKeyWrong)?;
        let key = SecretKey::from_bytes(raw);
        ground::finish(dir)?;
        let mut store = Store::open(dir, Cipher::Key(key.expose())).map_err(|error| {
            if matches!(error, StoreError::WrongKey) {
                AppError::RecoveryKeyWrong
            } else {
                fault::store(error)
            }
        })?;
        let ground = Ground::hold(dir)?;
        let now_ms = host.now_ms();
        let mut moved_to = None;
        match keys.put_database_key(&key) {
            Err(KeyError::Exists | KeyError::Damaged) => {
                // Keys of something else: they may be all that opens it.
                moved_to = Some(ground.move_aside(&["keys"], now_ms)?);
                keys.put_database_key(&key).map_err(fault::key)?;
            }
            other => other.map_err(fault::key)?,
        }
        let seed = match keys.device_key() {
            Ok(Some(seed)) => seed,
            Ok(None) => keys.create_device_key().map_err(fault::key)?,
            Err(KeyError::Damaged) => {
                moved_to = Some(ground.move_aside(&["keys"], now_ms)?);
                keys.put_database_key(&key).map_err(fault::key)?;
                keys.create_device_key().map_err(fault::key)?
            }
            Err(other) => return Err(fault::key(other)),
        };
        let public = Hash32(device_signer(&seed).verifying_key().to_bytes());
        let is_new_origin = store.write(|db| {
            let own = origin::get(db, Me::load(db)?.origin)?;
            let is_new = own.is_none_or(|row| row.key != public);
            if is_new {
                new_origin(db, public, now_ms)?;
            }
            Ok::<_, Fault>(is_new)
        })?;
        drop(store);
        drop(ground);
        Ok(Unlocked {
            station: Self::open(dir, keys, host)?,
            moved_to,
            is_new_origin,
        })
    }
}
