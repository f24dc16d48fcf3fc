//! Backups of the hub: the database by SQLite's own way, beside a running server, reopened and
//! checked. The key is kept apart, for whoever holds it is the hub.

use crate::disk;
use crate::error::{HubError, Result};
use crate::storage::Storage;
use crate::storage::sqlite::Sqlite;
use std::path::{Path, PathBuf};

/// Copies the database to `file` (which must not exist), reopens and checks the copy. The facts in it.
/// From then on the database can be told from the copy.
///
/// # Errors
/// `file_exists`, `backup_broken`, and whatever the disk says; no half copy is left under the name.
pub fn backup(storage: &Sqlite, file: &Path) -> Result<u64> {
    let name = file.display().to_string();
    if file.exists() {
        return Err(HubError::refused(
            "file_exists",
            format!("{name} is there already"),
        ));
    }
    let part = PathBuf::from(format!("{name}.part"));
    if part.exists() {
        std::fs::remove_file(&part).map_err(HubError::io(part.display().to_string()))?;
    }
    let facts = storage.copy_to(&part).and_then(|()| check(&part));
    for extra in ["-wal", "-shm"] {
        let side = PathBuf::from(format!("{}{extra}", part.display()));
        if side.exists() {
            std::fs::remove_file(&side).map_err(HubError::io(side.display().to_string()))?;
        }
    }
    match facts {
        Ok(facts) => {
            std::fs::File::open(&part)
                .and_then(|f| f.sync_all())
                .and_then(|()| std::fs::rename(&part, file))
                .map_err(HubError::io(name))?;
            storage.write(|t| disk::mark(storage.dir(), t))?;
            Ok(facts)
        }
        Err(error) => {
            std::fs::remove_file(&part).map_err(HubError::io(part.display().to_string()))?;
            Err(error)
        }
    }
}

fn check(file: &Path) -> Result<u64> {
    let copy = Sqlite::open_file(file)?;
    if let Some(word) = copy.integrity()?.first() {
        return Err(HubError::refused(
            "backup_broken",
            format!("the copy is damaged: {word}"),
        ));
    }
    copy.read(|t| {
        let mut facts = 0u64;
        for station in t.stations()? {
            for head in t.origins(station.station)? {
                facts = facts.saturating_add(head.sequence);
            }
        }
        Ok(facts)
    })
}
