//! Backups: a checked copy under the same key. They hold no device key.

use crate::day;
use crate::fault;
use crate::keys::SecretKey;
use crate::setup::sync_dir;
use crate::station::Station;
use std::path::{Path, PathBuf};
use tsong_contract::AppError;
use tsong_contract::io::{BackupReport, PathInput};
use tsong_domain::people::Right;
use tsong_store::{Store, StoreError, fact, open::Cipher};

/// How many daily backups are kept.
const DAILY: usize = 14;

/// `backup.write`: a copy, reopened and checked before this returns.
///
/// # Errors
/// [`AppError::DatabaseExists`] when the file is there, [`AppError::DiskFull`],
/// [`AppError::BackupDamaged`] when the copy does not read back.
pub fn write(station: &mut Station, input: PathInput) -> Result<BackupReport, AppError> {
    station.by(Right::Open)?;
    write_to(station, Path::new(&input.path))
}

fn write_to(station: &Station, path: &Path) -> Result<BackupReport, AppError> {
    let part = path.with_extension("part");
    let _old = std::fs::remove_file(&part);
    if path.exists() {
        return Err(AppError::DatabaseExists {
            path: path.display().to_string(),
        });
    }
    let copied = station
        .store
        .copy_to(&part, Cipher::Key(station.key.expose()))
        .map_err(fault::store)
        .and_then(|()| check(&part, &station.key));
    let facts = match copied {
        Ok(facts) => facts,
        Err(error) => {
            let _partial = std::fs::remove_file(&part);
            return Err(error);
        }
    };
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty());
    std::fs::rename(&part, path)
        .and_then(|()| sync_dir(folder.unwrap_or(Path::new("."))))
        .map_err(|e| fault::io(&e))?;
    let bytes = std::fs::metadata(path).map_err(|e| fault::io(&e))?.len();
    Ok(BackupReport {
        path: path.display().to_string(),
        bytes,
        facts,
    })
}

/// Reopens a copy, checks every page and counts its facts.
///
/// # Errors
/// [`AppError::RecoveryKeyWrong`] when another key wrote it, [`AppError::BackupDamaged`],
/// [`AppError::NoDatabase`], [`AppError::DatabaseNewer`].
pub(crate) fn check(file: &Path, key: &SecretKey) -> Result<u64, AppError> {
    let store = Store::open_file(file, Cipher::Key(key.expose())).map_err(|error| {
        if matches!(error, StoreError::WrongKey) {
            AppError::RecoveryKeyWrong
        } else {
            unfit(error)
        }
    })?;
    let counted = store
        .integrity()
        .and_then(|faults| {
            if faults.is_empty() {
                Ok(())
            } else {
                Err(damaged(&faults))
            }
        })
        .and_then(|()| store.read(fact::count));
    let count = counted.map_err(unfit)?;
    store.checkpoint().map_err(unfit)?;
    drop(store);
    for extra in ["-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(extra);
        let _left = std::fs::remove_file(PathBuf::from(name));
    }
    u64::try_from(count).map_err(|_| AppError::BackupDamaged)
}

/// Why a copy is not taken for a backup. A full or failing disk is no fault of the copy.
fn unfit(error: StoreError) -> AppError {
    match error {
        StoreError::Damaged { .. } | StoreError::WrongKey | StoreError::Unreadable { .. } => {
            AppError::BackupDamaged
        }
        StoreError::Missing { .. }
        | StoreError::Exists { .. }
        | StoreError::Newer { .. }
        | StoreError::DiskFull
        | StoreError::Busy
        | StoreError::Other { .. } => fault::store(error),
    }
}

fn damaged(faults: &[String]) -> StoreError {
    StoreError::Damaged {
        detail: faults.first().cloned().unwrap_or_default(),
    }
}

/// Where the backup of a local day is kept.
pub(crate) fn daily(dir: &Path, day: &str) -> PathBuf {
    dir.join("backups").join(format!("tsong-{day}.db"))
}

impl Station {
    /// Keeps today's backup in `backups/` if there is none yet, and the last fourteen of them.
    ///
    /// # Errors
    /// As [`write`]; a host goes on without, and says so.
    pub fn keep_daily_backup(&self) -> Result<Option<BackupReport>, AppError> {
        let dir = self.dir.join("backups");
        std::fs::create_dir_all(&dir).map_err(|e| fault::io(&e))?;
        let today = day::local_day(self.believed_now_ms()?);
        let path = daily(&self.dir, &today);
        if path.exists() {
            return Ok(None);
        }
        let report = write_to(self, &path)?;
        let mut kept: Vec<PathBuf> = std::fs::read_dir(&dir)
            .map_err(|e| fault::io(&e))?
            .filter_map(|entry| entry.ok().map(|e| e.path()))
            .filter(|p| p.extension().is_some_and(|e| e == "db"))
            .collect();
        kept.sort();
        let surplus = kept.len().saturating_sub(DAILY);
        for old in kept.into_iter().take(surplus) {
            std::fs::remove_file(old).map_err(|e| fault::io(&e))?;
        }
        Ok(Some(report))
    }
}
