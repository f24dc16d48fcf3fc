//! The folder while a station is put into it: one program at a time, and what is new takes its place
//! all at once. What lay there before is moved aside, never deleted.

use crate::day;
use crate::fault;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use tsong_contract::AppError;
use tsong_store::open::FILE;

/// Held while a station is set up or brought back.
const LOCK: &str = "setup.lock";
/// Where what is new grows.
const BUILDING: &str = "setup";
/// Says that what is new is whole, and what the folder for the old is called: from then on the swap
/// is finished by whoever opens the station next.
const MARK: &str = "whole";
/// What the program keeps in a folder besides a station; a folder of nothing else counts as empty.
const OWN: [&str; 4] = [LOCK, BUILDING, "log", "settings.json"];

/// A folder, held.
pub(super) struct Ground {
    dir: PathBuf,
    _lock: File,
}

impl Ground {
    /// Makes the folder if need be, waits until nobody else sets up there, and finishes a swap that
    /// was cut.
    pub(super) fn hold(dir: &Path) -> Result<Self, AppError> {
        fs::create_dir_all(dir).map_err(|e| fault::io(&e))?;
        let lock = File::options()
            .write(true)
            .create(true)
            .truncate(false)
            .open(dir.join(LOCK))
            .map_err(|e| fault::io(&e))?;
        lock.lock().map_err(|e| fault::io(&e))?;
        let ground = Self {
            dir: dir.to_owned(),
            _lock: lock,
        };
        ground.roll()?;
        Ok(ground)
    }

    /// An empty folder for what is new.
    pub(super) fn building(&self) -> Result<PathBuf, AppError> {
        let building = self.dir.join(BUILDING);
        clear(&building).map_err(|e| fault::io(&e))?;
        fs::create_dir_all(&building).map_err(|e| fault::io(&e))?;
        Ok(building)
    }

    /// Puts what is new in its place; where the old went, if there was any.
    pub(super) fn swap(&self, now_ms: i64) -> Result<Option<PathBuf>, AppError> {
        let building = self.dir.join(BUILDING);
        let name = self.free_name(now_ms);
        let write = || {
            sync_dir(&building)?;
            let fresh = building.join("whole.new");
            let mut mark = File::create(&fresh)?;
            mark.write_all(name.as_bytes())?;
            mark.sync_all()?;
            fs::rename(&fresh, building.join(MARK))?;
            sync_dir(&building)
        };
        write().map_err(|e| fault::io(&e))?;
        self.roll()
    }

    /// Moves things of the folder aside; where they went.
    pub(super) fn move_aside(&self, names: &[&str], now_ms: i64) -> Result<PathBuf, AppError> {
        let aside = self.dir.join(self.free_name(now_ms));
        let moved = names.iter().try_for_each(|name| self.put(name, &aside));
        moved.map_err(|e| fault::io(&e))?;
        Ok(aside)
    }

    fn free_name(&self, now_ms: i64) -> String {
        let today = day::local_day(now_ms);
        (1..)
            .map(|n: u32| format!("aside-{today}-{n}"))
            .find(|name| !self.dir.join(name).exists())
            .unwrap_or_default()
    }

    /// The swap from wherever it stands; where the old went, if this moved any.
    fn roll(&self) -> Result<Option<PathBuf>, AppError> {
        let building = self.dir.join(BUILDING);
        let name = match fs::read_to_string(building.join(MARK)) {
            Ok(name) => name,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(fault::io(&error)),
        };
        let aside = self.dir.join(name.trim());
        let roll = || -> std::io::Result<()> {
            self.exchange(&building, "keys", &["keys"], &aside)?;
            // A log of the old database must never lie beside the new one.
            let (wal, shm) = (format!("{FILE}-wal"), format!("{FILE}-shm"));
            self.exchange(&building, FILE, &[&wal, &shm, FILE], &aside)?;
            sync_dir(&self.dir)?;
            clear(&building)
        };
        roll().map_err(|e| fault::io(&e))?;
        Ok(aside.exists().then_some(aside))
    }

    fn exchange(
        &self,
        building: &Path,
        new: &str,
        old: &[&str],
        aside: &Path,
    ) -> std::io::Result<()> {
        if !building.join(new).exists() {
            return Ok(());
        }
        for name in old {
            self.put(name, aside)?;
        }
        fs::rename(building.join(new), self.dir.join(new))
    }

    fn put(&self, name: &str, aside: &Path) -> std::io::Result<()> {
        if !self.dir.join(name).exists() {
            return Ok(());
        }
        fs::create_dir_all(aside)?;
        fs::rename(self.dir.join(name), aside.join(name))?;
        sync_dir(aside)
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        // What was not finished is worth nothing, and its copy of a database takes room.
        let building = self.dir.join(BUILDING);
        if !building.join(MARK).exists() {
            let _left = clear(&building);
        }
    }
}

/// Finishes a swap that was cut, if there is one. One that was cut while what it left was cleared away
/// has no mark any more: the rest goes, unless somebody builds there just now.
pub(crate) fn finish(dir: &Path) -> Result<(), AppError> {
    let building = dir.join(BUILDING);
    if building.join(MARK).exists() {
        Ground::hold(dir)?;
    } else if building.exists() {
        drop(Ground::hold(dir));
    }
    Ok(())
}

/// Whether nothing but what the program keeps besides a station is here.
pub(super) fn is_empty(dir: &Path) -> bool {
    let Ok(entries) = fs::read_dir(dir) else {
        return true;
    };
    entries
        .flatten()
        .all(|entry| OWN.iter().any(|own| entry.file_name() == *own))
}

fn clear(path: &Path) -> std::io::Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Makes the names in a folder last.
#[cfg(unix)]
pub(crate) fn sync_dir(path: &Path) -> std::io::Result<()> {
    File::open(path)?.sync_all()
}

// A directory cannot be opened for syncing there; NTFS journals the rename itself.
#[cfg(not(unix))]
pub(crate) fn sync_dir(_path: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with an old station, and a new one that was built to the end.
    fn swapping() -> (tempfile::TempDir, PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        fs::create_dir_all(at("keys")).unwrap();
        fs::create_dir_all(at("setup/keys")).unwrap();
        for (name, content) in [
            ("station.db", "old"),
            ("station.db-wal", "old log"),
            ("keys/id", "old id"),
            ("setup/station.db", "new"),
            ("setup/keys/id", "new id"),
        ] {
            fs::write(at(name), content).unwrap();
        }
        let path = dir.path().to_owned();
        (dir, path)
    }

    #[test]
    fn what_a_cut_left_half_cleared_away_is_gone_with_the_next_who_opens() {
        let (_held, dir) = swapping();
        finish(&dir).unwrap();
        assert!(
            !dir.join("setup").exists(),
            "nothing of it is worth anything"
        );
        let kept = fs::read_to_string(dir.join("station.db")).unwrap();
        assert_eq!(kept, "old", "and what is there is not touched");
    }

    #[test]
    fn a_swap_cut_at_any_step_is_finished_by_the_next_who_opens() {
        // Each step that roll takes, undone from the end: the folder as a cut leaves it.
        let steps: [&[(&str, &str)]; 5] = [
            &[],
            &[("keys", "aside-x/keys")],
            &[("keys", "aside-x/keys"), ("setup/keys", "keys")],
            &[
                ("keys", "aside-x/keys"),
                ("setup/keys", "keys"),
                ("station.db-wal", "aside-x/station.db-wal"),
            ],
            &[
                ("keys", "aside-x/keys"),
                ("setup/keys", "keys"),
                ("station.db-wal", "aside-x/station.db-wal"),
                ("station.db", "aside-x/station.db"),
            ],
        ];
        for done in steps {
            let (_held, dir) = swapping();
            fs::write(dir.join("setup/whole"), "aside-x").unwrap();
            fs::create_dir_all(dir.join("aside-x")).unwrap();
            for (from, to) in done {
                fs::rename(dir.join(from), dir.join(to)).unwrap();
            }
            finish(&dir).unwrap();
            let read = |name: &str| fs::read_to_string(dir.join(name)).unwrap_or_default();
            assert_eq!(
                (read("station.db"), read("keys/id")),
                ("new".to_owned(), "new id".to_owned()),
                "after {done:?} the new station is whole"
            );
            assert_eq!(
                (read("aside-x/station.db"), read("aside-x/station.db-wal")),
                ("old".to_owned(), "old log".to_owned()),
                "after {done:?} the old one is whole too"
            );
            assert_eq!(read("aside-x/keys/id"), "old id", "after {done:?}");
            assert!(!dir.join("station.db-wal").exists(), "after {done:?}");
            assert!(!dir.join("setup").exists(), "after {done:?}");
        }
    }

    #[test]
    fn what_was_not_whole_changes_nothing() {
        let (_held, dir) = swapping();
        drop(Ground::hold(&dir).unwrap());
        assert_eq!(fs::read_to_string(dir.join("station.db")).unwrap(), "old");
        assert!(!dir.join("setup").exists(), "what was half built is gone");
    }
}
