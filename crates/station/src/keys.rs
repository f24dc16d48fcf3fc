//! Where the secrets of a data directory live: the key of its database and the seed of its device.
//!
//! They are kept in the operating system's keyring, or, where there is none, in files that only
//! their owner may read. Which of the two was used is written down in `DIR/keys/where` with the
//! first secret, so that every later run looks in the same place. In the keyring a directory goes
//! by a random name of its own (`DIR/keys/id`), so that two directories never share a key.

mod folder;
pub mod recovery;
mod secret;
#[cfg(test)]
mod tests;
mod vault;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use data_encoding::HEXLOWER;

use folder::{Folder, Held};
pub use secret::SecretKey;
use vault::{SystemKeyring, Vault};

/// The database whose existence forbids a new key.
const DATABASE_FILE: &str = "station.db";
const ID_BYTES: usize = 16;

/// The two places that can keep a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyStore {
    /// The keyring of the operating system.
    Keyring,
    /// Files in `DIR/keys`, readable by their owner (mode 0600). The host says so openly.
    File,
}

impl KeyStore {
    /// The word that `DIR/keys/where` holds: `keyring` or `file`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Keyring => "keyring",
            Self::File => "file",
        }
    }
}

/// Why a secret could not be had or kept. No variant carries any part of a secret.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// There is no such key here; the recovery key brings it back ([`KeyRing::put_database_key`]).
    #[error("the key of this database is not here; the recovery key is needed")]
    Missing,
    /// The keyring is not there, is locked or refuses; the text is its own reason.
    #[error("the keyring of the system cannot be used: {0}")]
    KeyringUnavailable(String),
    /// There is a key already, or a database that has one somewhere: no second one is made.
    #[error("there is already a key or a database here")]
    Exists,
    /// What is stored is no longer what was written.
    #[error("the stored key is damaged; the recovery key is needed")]
    Damaged,
    /// The disk refused, or the system gave no randomness.
    #[error("the key could not be read or written: {0}")]
    Io(#[from] std::io::Error),
}

/// The secrets of one data directory. Cheap to make; each call looks at what is stored now, so that
/// a window and a command line on the same directory agree.
#[derive(Clone)]
pub struct KeyRing {
    dir: PathBuf,
    folder: Folder,
    wish: KeyStore,
    vault: Arc<dyn Vault>,
}

#[derive(Debug, Clone, Copy)]
enum Secret {
    Database,
    Device,
}

impl Secret {
    fn file(self) -> &'static str {
        match self {
            Self::Database => "database.key",
            Self::Device => "device.key",
        }
    }

    fn account(self, id: &str) -> String {
        match self {
            Self::Database => format!("{id}/database"),
            Self::Device => format!("{id}/device"),
        }
    }
}

impl KeyRing {
    /// The key ring of the data directory `dir`, which need not exist yet; nothing is touched.
    ///
    /// `wish` says where the first secret goes. Once one is stored, its place is looked up and
    /// `wish` is ignored, but for [`Self::put_database_key`].
    #[must_use]
    pub fn open(dir: &Path, wish: KeyStore) -> Self {
        Self::with_vault(dir, wish, Arc::new(SystemKeyring))
    }

    /// A ring of the same wish for another directory.
    pub(crate) fn within(&self, dir: &Path) -> Self {
        Self::with_vault(dir, self.wish, Arc::clone(&self.vault))
    }

    fn with_vault(dir: &Path, wish: KeyStore, vault: Arc<dyn Vault>) -> Self {
        Self {
            dir: dir.to_owned(),
            folder: Folder::new(dir.join("keys")),
            wish,
            vault,
        }
    }

    /// Where the secrets are, or would go.
    ///
    /// # Errors
    /// [`KeyError::Damaged`] if the record of it is no longer readable; [`KeyError::Io`].
    pub fn store(&self) -> Result<KeyStore, KeyError> {
        let Some(recorded) = self.folder.read("where")? else {
            let in_files = self.folder.read(Secret::Database.file())?.is_some();
            return Ok(if in_files { KeyStore::File } else { self.wish });
        };
        [KeyStore::Keyring, KeyStore::File]
            .into_iter()
            .find(|store| recorded.trim_ascii() == store.word().as_bytes())
            .ok_or(KeyError::Damaged)
    }

    /// Makes the key of a database that is about to be created, stores it and returns it.
    ///
    /// # Errors
    /// [`KeyError::Exists`] if `station.db` or a key is there. A key without a database is what an
    /// interrupted set-up left: [`Self::database_key`] gives it, and the set-up goes on with it.
    /// [`KeyError::KeyringUnavailable`] leaves nothing decided: the host may open the ring again
    /// with [`KeyStore::File`], and says so. [`KeyError::Damaged`], [`KeyError::Io`].
    pub fn create_database_key(&self) -> Result<SecretKey, KeyError> {
        let held = self.folder.hold()?;
        if self.dir.join(DATABASE_FILE).try_exists()? {
            return Err(KeyError::Exists);
        }
        self.create(&held, Secret::Database)
    }

    /// The key of the database.
    ///
    /// # Errors
    /// [`KeyError::Missing`] or [`KeyError::Damaged`]: only the recovery key helps.
    /// [`KeyError::KeyringUnavailable`], [`KeyError::Io`].
    pub fn database_key(&self) -> Result<SecretKey, KeyError> {
        self.load(self.store()?, Secret::Database)?
            .ok_or(KeyError::Missing)
    }

    /// Stores the key that a recovery key gave: at a restore, or when the keyring was lost. The
    /// caller has checked that it opens the database.
    ///
    /// With the wish [`KeyStore::File`] the secrets move from the keyring to files; the device key,
    /// left behind, then has to be made anew and enrolled.
    ///
    /// # Errors
    /// [`KeyError::Exists`] if another, sound key is there (the same one is no error).
    /// [`KeyError::KeyringUnavailable`], [`KeyError::Io`].
    pub fn put_database_key(&self, key: &SecretKey) -> Result<(), KeyError> {
        let held = self.folder.hold()?;
        let settled = self.store()?;
        let target = match self.wish {
            KeyStore::File => KeyStore::File,
            KeyStore::Keyring => settled,
        };
        for place in [settled, target] {
            match self.load(place, Secret::Database) {
                Ok(Some(other)) if !other.same_as(key) => return Err(KeyError::Exists),
                // An unreachable keyring that is being left cannot object.
                Err(KeyError::KeyringUnavailable(_)) if place != target => {}
                Ok(_) | Err(KeyError::Damaged) => {}
                Err(error) => return Err(error),
            }
        }
        self.save(&held, target, Secret::Database, key)
    }

    /// Makes the seed of this device's signing key, stores it and returns it.
    ///
    /// # Errors
    /// [`KeyError::Exists`] if there is one, and as [`Self::create_database_key`].
    pub fn create_device_key(&self) -> Result<SecretKey, KeyError> {
        let held = self.folder.hold()?;
        self.create(&held, Secret::Device)
    }

    /// The seed of this device's signing key; `None` before it is made. Backups never hold it.
    ///
    /// # Errors
    /// [`KeyError::KeyringUnavailable`], [`KeyError::Damaged`], [`KeyError::Io`].
    pub fn device_key(&self) -> Result<Option<SecretKey>, KeyError> {
        self.load(self.store()?, Secret::Device)
    }

    fn create(&self, held: &Held, secret: Secret) -> Result<SecretKey, KeyError> {
        let store = self.store()?;
        if self.load(store, secret)?.is_some() {
            return Err(KeyError::Exists);
        }
        let key = SecretKey::generate()?;
        self.save(held, store, secret, &key)?;
        Ok(key)
    }

    fn load(&self, store: KeyStore, secret: Secret) -> Result<Option<SecretKey>, KeyError> {
        let stored = match store {
            KeyStore::File => self.folder.read(secret.file())?,
            KeyStore::Keyring => match self.id()? {
                Some(id) => self.vault.read(&secret.account(&id))?,
                None => None,
            },
        };
        stored.map(|stored| SecretKey::unseal(&stored)).transpose()
    }

    fn save(
        &self,
        held: &Held,
        store: KeyStore,
        secret: Secret,
        key: &SecretKey,
    ) -> Result<(), KeyError> {
        match store {
            KeyStore::File => self.folder.write(held, secret.file(), &key.seal())?,
            KeyStore::Keyring => {
                let id = self.make_id(held)?;
                self.vault.write(&secret.account(&id), &key.seal())?;
            }
        }
        // Some keyrings accept a secret and do not keep it: found here, before a database needs it.
        if !self
            .load(store, secret)?
            .is_some_and(|kept| kept.same_as(key))
        {
            return Err(KeyError::KeyringUnavailable(
                "it did not keep the key".to_owned(),
            ));
        }
        if self
            .folder
            .read("where")?
            .is_none_or(|old| old.trim_ascii() != store.word().as_bytes())
        {
            self.folder
                .write(held, "where", format!("{}\n", store.word()).as_bytes())?;
        }
        Ok(())
    }

    fn id(&self) -> Result<Option<String>, KeyError> {
        let Some(stored) = self.folder.read("id")? else {
            return Ok(None);
        };
        match HEXLOWER.decode(stored.trim_ascii()) {
            Ok(bytes) if bytes.len() == ID_BYTES => Ok(Some(HEXLOWER.encode(&bytes))),
            Ok(_) | Err(_) => Err(KeyError::Damaged),
        }
    }

    fn make_id(&self, held: &Held) -> Result<String, KeyError> {
        if let Some(id) = self.id()? {
            return Ok(id);
        }
        let mut bytes = [0; ID_BYTES];
        secret::fill_random(&mut bytes)?;
        let id = HEXLOWER.encode(&bytes);
        self.folder
            .write(held, "id", format!("{id}\n").as_bytes())?;
        Ok(id)
    }
}

/// Whether the system has a keyring that answers.
#[must_use]
pub fn has_keyring() -> bool {
    vault::is_there()
}

/// The signing key of a device, from its seed.
#[must_use]
pub fn device_signer(seed: &SecretKey) -> ed25519_dalek::SigningKey {
    ed25519_dalek::SigningKey::from_bytes(seed.expose())
}
