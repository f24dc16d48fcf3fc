//! SQLite: one writer, a few readers, WAL, everything synced; bounded caches.

use super::{Storage, Tables};
use super::{
    blob, code, device, fact, gauge, meta, order, origin, person, quarantine, quota, session,
    signature, staff_log, station, stock, sums, takeover, token,
};
use crate::derive;
use crate::error::{HubError, Result};
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The database's file name within the hub's folder.
pub const FILE: &str = "hub.db";

/// The version of the schema that this program writes.
pub const VERSION: i64 = 4;

const BUSY: Duration = Duration::from_secs(20);
/// Idle readers that are kept; more are opened and closed again.
const READERS: usize = 4;

/// One transaction's view of the tables.
pub struct Db<'a> {
    pub(crate) conn: &'a Connection,
}

impl Tables for Db<'_> {}

/// A hub's database in one file.
pub struct Sqlite {
    path: PathBuf,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A thread that panicked left a transaction that SQLite has rolled back: nothing is broken.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn connect(path: &Path, cache_kib: u32) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(BUSY)?;
    conn.execute_batch(&format!(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -{cache_kib};
         PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;
         PRAGMA journal_size_limit = 16000000;"
    ))?;
    conn.set_prepared_statement_cache_capacity(96);
    Ok(conn)
}

/// Version 1, in the order in which the tables are made.
const FIRST: [&str; 13] = [
    station::SCHEMA,
    device::SCHEMA,
    code::SCHEMA,
    origin::SCHEMA,
    fact::SCHEMA,
    signature::SCHEMA,
    person::SCHEMA,
    quarantine::SCHEMA,
    takeover::SCHEMA,
    order::SCHEMA,
    blob::SCHEMA,
    token::SCHEMA,
    meta::SCHEMA,
];

/// Version 2: what the county's desk counts and does.
const SECOND: [&str; 8] = [
    device::SCHEMA_2,
    code::SCHEMA_2,
    token::SCHEMA_2,
    session::SCHEMA,
    staff_log::SCHEMA,
    gauge::SCHEMA,
    sums::SCHEMA,
    order::SCHEMA_2,
];

/// Version 3: what devices have confirmed, for bundles.
const THIRD: [&str; 1] = [gauge::SCHEMA_3];

/// Version 4: the stock of stations, for what the hub sells of its quota.
const FOURTH: [&str; 2] = [stock::SCHEMA, quota::SCHEMA];

/// What each version adds to the one before.
const VERSIONS: [(i64, &[&str]); 4] = [(1, &FIRST), (2, &SECOND), (3, &THIRD), (VERSION, &FOURTH)];

fn migrate(conn: &mut Connection) -> Result<()> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: i64 = tx.query_row("PRAGMA user_version", [], |r| r.get(0))?;
    if found > VERSION {
        return Err(HubError::Newer {
            found,
            known: VERSION,
        });
    }
    for (version, schemas) in VERSIONS {
        if found < version {
            for schema in schemas {
                tx.execute_batch(schema)?;
            }
            tx.execute_batch(&format!("PRAGMA user_version = {version}"))?;
        }
    }
    if found > 0 && found < 4 {
        // What is here was taken in by a program that did not look at stock.
        derive::stock_again(&Db { conn: &tx })?;
    }
    tx.commit()?;
    Ok(())
}

impl Sqlite {
    /// Opens the database in `dir`, making or migrating it.
    ///
    /// # Errors
    /// [`HubError::Newer`], and whatever the disk says.
    pub fn open(dir: &Path) -> Result<Self> {
        std::fs::create_dir_all(dir).map_err(HubError::io(dir.display().to_string()))?;
        Self::open_file(&dir.join(FILE))
    }

    /// Opens a database file, making or migrating it.
    ///
    /// # Errors
    /// As [`Sqlite::open`].
    pub fn open_file(path: &Path) -> Result<Self> {
        let mut writer = connect(path, 16_000)?;
        migrate(&mut writer)?;
        let readers = Mutex::new(Vec::new());
        Ok(Self {
            path: path.to_owned(),
            writer: Mutex::new(writer),
            readers,
        })
    }

    /// The folder that it lies in.
    #[must_use]
    pub fn dir(&self) -> &Path {
        self.path.parent().unwrap_or(&self.path)
    }

    /// What SQLite thinks of its pages: empty when all is well.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn integrity(&self) -> Result<Vec<String>> {
        let conn = self.reader()?;
        let mut statement = conn.prepare("PRAGMA integrity_check")?;
        let words = statement
            .query_map([], |r| r.get(0))?
            .collect::<rusqlite::Result<Vec<String>>>();
        drop(statement);
        self.give_back(conn);
        Ok(words?.into_iter().filter(|w| w != "ok").collect())
    }

    /// Copies the database to a new file, page for page as one moment saw it, beside writers.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn copy_to(&self, file: &Path) -> Result<()> {
        let source = self.reader()?;
        let mut target = Connection::open(file)?;
        target.execute_batch("PRAGMA synchronous = FULL;")?;
        let backup = rusqlite::backup::Backup::new(&source, &mut target)?;
        backup.run_to_completion(512, Duration::ZERO, None)?;
        drop(backup);
        target.close().map_err(|(_, error)| error)?;
        self.give_back(source);
        Ok(())
    }

    fn reader(&self) -> Result<Connection> {
        match lock(&self.readers).pop() {
            Some(conn) => Ok(conn),
            None => connect(&self.path, 4_000),
        }
    }

    fn give_back(&self, conn: Connection) {
        let mut readers = lock(&self.readers);
        if readers.len() < READERS {
            readers.push(conn);
        }
    }
}

impl Storage for Sqlite {
    fn write<T>(&self, work: impl FnOnce(&dyn Tables) -> Result<T>) -> Result<T> {
        let mut conn = lock(&self.writer);
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = work(&Db { conn: &tx })?;
        tx.commit()?;
        Ok(value)
    }

    fn read<T>(&self, work: impl FnOnce(&dyn Tables) -> Result<T>) -> Result<T> {
        let conn = self.reader()?;
        let tx = conn.unchecked_transaction()?;
        let value = work(&Db { conn: &tx });
        tx.finish()?;
        self.give_back(conn);
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tsong_domain::id::EntityId;

    #[test]
    fn a_database_of_version_1_is_taken_along_with_its_sums() {
        let dir = tempfile::TempDir::new().unwrap();
        let path = dir.path().join(FILE);
        let old = Connection::open(&path).unwrap();
        for schema in FIRST {
            old.execute_batch(schema).unwrap();
        }
        let (station, ten_days) = ([7u8; 16], 864_000_000i64);
        old.execute(
            "INSERT INTO station VALUES (?1, 'old', 54, 1, NULL)",
            [station],
        )
        .unwrap();
        let orders = [
            (1u8, "Placed", ten_days, 500i64),
            (2, "Placed", ten_days - 28_800_001, 40),
            (3, "Cancelled", ten_days, 7),
            (4, "Completed", -28_800_001, i64::MAX),
        ];
        for (entity, state, created_ms, fen) in orders {
            let body = format!("{{\"total_fen\":{fen}}}");
            old.execute(
                "INSERT INTO orders VALUES (?1, ?2, ?3, ?4, NULL, NULL, '', ?5)",
                rusqlite::params![station, [entity; 16], state, created_ms, body],
            )
            .unwrap();
        }
        old.execute_batch(
            "INSERT INTO token VALUES (zeroblob(32), 'desk', 1); PRAGMA user_version = 1;",
        )
        .unwrap();
        drop(old);
        let storage = Sqlite::open(dir.path()).unwrap();
        let id = EntityId(station);
        storage
            .read(|t| {
                assert!(
                    t.sums_fit(id)?,
                    "the sums begin with the orders that are there"
                );
                let days = t.day_sums(Some(id), i64::MIN, i64::MAX)?;
                let days: Vec<_> = days.iter().map(|d| (d.day, d.sales.orders)).collect();
                assert_eq!(days, [(-1, 1), (9, 1), (10, 1)], "days before 1970, too");
                assert_eq!(t.tokens()?[0].revoked_ms, None);
                Ok(())
            })
            .unwrap();
        drop(storage);
        assert!(Sqlite::open(dir.path()).is_ok(), "once, not again");
    }
}
