//! Bringing a station back from a backup.

use super::ground::{self, Ground};
use super::new_origin;
use crate::backup;
use crate::fault;
use crate::keys::{KeyRing, SecretKey, device_signer, recovery};
use crate::station::{Host, Station};
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use tsong_contract::AppError;
use tsong_domain::id::Hash32;
use tsong_store::Store;
use tsong_store::open::{Cipher, FILE};

/// A backup that was read, checked and made into a station; it stands beside what is here still.
pub struct Restoring {
    ground: Ground,
    now_ms: i64,
}

/// A station that is back.
pub struct Restored {
    /// The station; nobody is signed in.
    pub station: Station,
    /// Where what lay here before was moved; `None` when nothing was.
    pub moved_to: Option<PathBuf>,
}

impl Restoring {
    /// Reads and checks a backup and makes it ready in `dir`. Nothing that is there is touched. The
    /// device is the same, its origin and its signing key are new: it enrols again, takes over, and
    /// counts before it sells.
    ///
    /// # Errors
    /// [`AppError::RecoveryKeyWrong`], [`AppError::BackupDamaged`], [`AppError::NoDatabase`],
    /// [`AppError::DatabaseNewer`], [`AppError::KeyringUnavailable`], and whatever the disk says.
    pub fn prepare(
        dir: &Path,
        keys: &KeyRing,
        now_ms: i64,
        file: &Path,
        recovery_key: &str,
    ) -> Result<Self, AppError> {
        let raw = recovery::decode(recovery_key).map_err(|_| AppError::RecoveryKeyWrong)?;
        let key = SecretKey::from_bytes(raw);
        let ground = Ground::hold(dir)?;
        let building = ground.building()?;
        let copy = building.join(FILE);
        copy_database(file, &copy)?;
        // The copy is checked, not the file: it may lie on something that cannot be written to.
        backup::check(&copy, &key)?;
        let mut store = Store::open(&building, Cipher::Key(key.expose())).map_err(fault::store)?;
        let keys = keys.within(&building);
        keys.put_database_key(&key).map_err(fault::key)?;
        let seed = keys.create_device_key().map_err(fault::key)?;
        let public = Hash32(device_signer(&seed).verifying_key().to_bytes());
        store.write(|db| new_origin(db, public, now_ms))?;
        store.checkpoint().map_err(fault::store)?;
        Ok(Self { ground, now_ms })
    }

    /// Puts it in its place. Nobody on this PC should have what lay there open.
    ///
    /// # Errors
    /// Whatever the disk says; whoever opens the station next goes on with it.
    pub fn swap(self) -> Result<Option<PathBuf>, AppError> {
        self.ground.swap(self.now_ms)
    }
}

impl Station {
    /// Brings a station back from a backup into an empty folder.
    ///
    /// # Errors
    /// [`AppError::DirectoryNotEmpty`], and as [`Restoring::prepare`].
    pub fn restore(
        dir: &Path,
        keys: KeyRing,
        host: Box<dyn Host>,
        file: &Path,
        recovery_key: &str,
    ) -> Result<Self, AppError> {
        if !ground::is_empty(dir) {
            return Err(AppError::DirectoryNotEmpty {
                path: dir.display().to_string(),
            });
        }
        Restoring::prepare(dir, &keys, host.now_ms(), file, recovery_key)?.swap()?;
        Self::open(dir, keys, host)
    }
}

/// Copies a database, with the log that may lie beside it, onto the disk.
fn copy_database(file: &Path, to: &Path) -> Result<(), AppError> {
    let beside = |path: &Path| {
        let mut name: OsString = path.as_os_str().to_owned();
        name.push("-wal");
        PathBuf::from(name)
    };
    copy(file, to)?;
    if beside(file).exists() {
        copy(&beside(file), &beside(to))?;
    }
    Ok(())
}

fn copy(file: &Path, to: &Path) -> Result<(), AppError> {
    match std::fs::copy(file, to) {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(AppError::NoDatabase {
                path: file.display().to_string(),
            });
        }
        Err(error) => return Err(fault::io(&error)),
    }
    let mut rights = std::fs::metadata(to)
        .map_err(|e| fault::io(&e))?
        .permissions();
    if rights.readonly() {
        make_writable(&mut rights);
        std::fs::set_permissions(to, rights).map_err(|e| fault::io(&e))?;
    }
    std::fs::File::options()
        .write(true)
        .open(to)
        .and_then(|f| f.sync_all())
        .map_err(|e| fault::io(&e))
}

/// A copy from a stick that cannot be written to can be, by its owner alone.
#[cfg(unix)]
fn make_writable(rights: &mut std::fs::Permissions) {
    use std::os::unix::fs::PermissionsExt;
    rights.set_mode(0o600);
}

#[cfg(not(unix))]
fn make_writable(rights: &mut std::fs::Permissions) {
    rights.set_readonly(false);
}
