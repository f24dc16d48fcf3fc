//! Whether the database is the one that lay here last. One that was put back from a backup knows
//! less than the devices do, also of the hub's own logs: it goes on under new ones.

use crate::code::random;
use crate::error::{HubError, Result};
use crate::own;
use crate::storage::meta::DISK;
use crate::storage::{Storage, Tables};
use data_encoding::HEXLOWER;
use ed25519_dalek::SigningKey;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// The file beside the database that says which database it is; no backup holds it.
pub const FILE: &str = "hub.disk";

/// Looks whether the database was put back, and if so begins new logs of the hub's own. Whether it
/// was.
///
/// # Errors
/// Whatever the disk and the database say.
pub fn recognise<S: Storage>(
    dir: &Path,
    storage: &S,
    key: &SigningKey,
    now_ms: i64,
) -> Result<bool> {
    let marks = |t: &dyn Tables| Ok((t.meta(DISK)?, read(dir)?));
    let is_known =
        |(here, beside): &(Option<String>, Option<String>)| here.is_some() && here == beside;
    if is_known(&storage.read(marks)?) {
        return Ok(false);
    }
    storage.write(|t| {
        let found = marks(t)?;
        if is_known(&found) {
            return Ok(false);
        }
        mark(dir, t)?;
        if found == (None, None) {
            return Ok(false);
        }
        for station in t.stations()? {
            if let Some(origin) = station.hub_origin {
                own::renew(t, key, station.station, origin, now_ms)?;
            }
        }
        Ok(true)
    })
}

/// Marks the database: copies that were made before are told from it. The file is first; when the
/// power fails before the database follows, it counts as put back, which costs a few bytes.
///
/// # Errors
/// Whatever the disk and the database say.
pub fn mark(dir: &Path, tables: &dyn Tables) -> Result<()> {
    let mark = HEXLOWER.encode(&random::<16>()?);
    let path = dir.join(FILE);
    let part = dir.join("hub.disk.part");
    let written = std::fs::File::create(&part).and_then(|mut file| {
        file.write_all(format!("{mark}\n").as_bytes())?;
        file.sync_all()?;
        std::fs::rename(&part, &path)
    });
    written.map_err(HubError::io(path.display().to_string()))?;
    tables.set_meta(DISK, &mark)
}

fn read(dir: &Path) -> Result<Option<String>> {
    let path = dir.join(FILE);
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok(Some(text.trim().to_owned())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(HubError::io(path.display().to_string())(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backup::backup;
    use crate::enroll::enroll;
    use crate::identity;
    use crate::staff::Staff;
    use crate::storage::sqlite::{self, Sqlite};
    use tempfile::TempDir;
    use tsong_domain::id::{DeviceId, Hash32, Origin};
    use tsong_sync::exchange::EnrolAsk;

    #[test]
    fn a_hub_put_back_from_a_backup_goes_on_under_new_logs() {
        let (old, new) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let storage = Sqlite::open(old.path()).unwrap();
        let key = identity::load(old.path(), &storage).unwrap();
        assert!(!recognise(old.path(), &storage, &key, 1).unwrap(), "new");
        let console = Staff::console(&storage, &key, 1);
        let (station, code) = console.add_station("巴河", 540_421_102).unwrap();
        let ask = EnrolAsk {
            code: code.code,
            device: DeviceId(1),
            key: Hash32([1; 32]),
            origin: Origin(1),
            name: String::new(),
            version: String::new(),
        };
        enroll(&storage, &key, &ask, 1).unwrap();
        let file = old.path().join("kept.db");
        backup(&storage, &file).unwrap();
        let own = |storage: &Sqlite| {
            let row = storage.read(|t| t.station(station)).unwrap();
            row.unwrap().hub_origin.unwrap()
        };
        let before = own(&storage);
        assert!(
            !recognise(old.path(), &storage, &key, 2).unwrap(),
            "a backup leaves the hub as it is"
        );
        assert_eq!(own(&storage), before);

        std::fs::copy(&file, new.path().join(sqlite::FILE)).unwrap();
        let restored = Sqlite::open(new.path()).unwrap();
        assert!(recognise(new.path(), &restored, &key, 3).unwrap());
        assert_ne!(
            own(&restored),
            before,
            "devices may know more of the old one"
        );
        assert!(
            !recognise(new.path(), &restored, &key, 4).unwrap(),
            "once, not at every start"
        );
        // The same backup over the database of the first folder, whose file stays.
        drop(storage);
        std::fs::copy(&file, old.path().join(sqlite::FILE)).unwrap();
        let over = Sqlite::open(old.path()).unwrap();
        assert!(recognise(old.path(), &over, &key, 5).unwrap());
        assert_ne!(own(&over), before);
    }
}
