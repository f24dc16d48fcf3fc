//! SQLite: one writer, a few readers, WAL, everything synced; bounded caches.

use super::{Storage, Tables};
use super::{
    blob, code, device, fact, meta, order, origin, person, quarantine, signature, station,
    takeover, token,
};
use crate::error::{HubError, Result};
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The database's file name within the hub's folder.
pub const FILE: &str = "hub.db";

/// The version of the schema that this program writes.
pub const VERSION: i64 = 1;

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

/// Every table's schema, in the order in which they are made.
const SCHEMAS: [&str; 13] = [
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

fn migrate(conn: &mut Connection) -> Result<()> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: i64 = tx.query_row("PRAGMA user_version", [], |r| r.get(0))?;
    if found > VERSION {
        return Err(HubError::Newer {
            found,
            known: VERSION,
        });
    }
    if found < 1 {
        for schema in SCHEMAS {
            tx.execute_batch(schema)?;
        }
        tx.execute_batch(&format!("PRAGMA user_version = {VERSION}"))?;
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
