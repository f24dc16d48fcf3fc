//! Opening, locking and closing the one file.

use crate::migrate;
use crate::salt::{self, Salt};
use crate::{Result, StoreError};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::time::Duration;
use zeroize::Zeroizing;

/// The database's file name within the station's folder.
pub const FILE: &str = "station.db";

/// Bytes in a page. A save adds a little to each of some fifteen tables and indexes, and SQLCipher
/// seals every page that it touches whole: a quarter of the usual size is a quarter of that.
const PAGE_BYTES: usize = 1024;
/// How pages are sealed. SHA-256 has instructions of its own on most processors since 2017, which
/// SHA-512, SQLCipher's usual choice, has not.
const CIPHER: &str = "PRAGMA cipher_page_size = 1024; PRAGMA cipher_hmac_algorithm = HMAC_SHA256;";

/// How long a program waits while another writes.
const BUSY: Duration = Duration::from_secs(10);

/// A connection to the station's database. Several programs may each have one.
pub struct Store {
    conn: RefCell<Connection>,
    path: PathBuf,
    key: Option<Zeroizing<[u8; 32]>>,
    /// SQLCipher has given the connection up. It does so for good when a page does not decrypt, and
    /// takes one that the disk did not give, once, for such a page.
    is_spoiled: Cell<bool>,
}

/// A view of the database inside one transaction; the tables' functions take it.
pub struct Db<'a> {
    pub(crate) conn: &'a Connection,
}

/// How the file is protected.
#[derive(Clone, Copy, Debug)]
pub enum Cipher<'a> {
    /// SQLCipher with a raw key.
    Key(&'a [u8; 32]),
    /// Not at all: for seeded simulations, where random vectors would make files differ.
    Plain,
}

impl Store {
    /// Makes the database in `dir`.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when there is one, and whatever the disk says.
    pub fn create(dir: &Path, cipher: Cipher<'_>) -> Result<Self> {
        let path = dir.join(FILE);
        if path.exists() {
            return Err(StoreError::Exists {
                path: path.display().to_string(),
            });
        }
        let mut store = Self::connect(path, cipher, OpenFlags::SQLITE_OPEN_CREATE)?;
        migrate::up(store.conn.get_mut())?;
        Ok(store)
    }

    /// Opens the database in `dir` and brings it up to this version.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::WrongKey`], [`StoreError::Damaged`],
    /// [`StoreError::Newer`], and whatever the disk says.
    pub fn open(dir: &Path, cipher: Cipher<'_>) -> Result<Self> {
        let mut store = Self::open_file(&dir.join(FILE), cipher)?;
        migrate::up(store.conn.get_mut())?;
        Ok(store)
    }

    /// Opens a file as it is, without migrating it: a backup to be checked.
    ///
    /// # Errors
    /// As [`Store::open`], but for a newer version, which is only refused by migration.
    pub fn open_file(path: &Path, cipher: Cipher<'_>) -> Result<Self> {
        let length = match std::fs::metadata(path) {
            Ok(meta) => meta.len(),
            Err(_) => {
                return Err(StoreError::Missing {
                    path: path.display().to_string(),
                });
            }
        };
        // A database is never shorter than a page nor ends within one, unless a power cut came while
        // it grew out of the write-ahead log, which then has the rest. SQLCipher cannot tell a first
        // page that is cut from one under another key, so this is looked at here.
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        if length >= PAGE_BYTES && length.is_multiple_of(PAGE_BYTES) {
            return Self::connect(path.to_owned(), cipher, OpenFlags::empty());
        }
        let damaged = || StoreError::Damaged {
            detail: format!("{length} bytes long"),
        };
        if !salt::has_log(path) {
            return Err(damaged());
        }
        Self::connect(path.to_owned(), cipher, OpenFlags::empty()).map_err(|error| {
            if matches!(error, StoreError::WrongKey) {
                damaged()
            } else {
                error
            }
        })
    }

    fn connect(path: PathBuf, cipher: Cipher<'_>, extra: OpenFlags) -> Result<Self> {
        match Self::try_connect(&path, cipher, None, extra) {
            Err(StoreError::WrongKey) => {}
            other => return other,
        }
        // Once more: SQLCipher takes a random salt where the disk did not give the file's, and if
        // nobody else has the file open, SQLite has just folded the log back, unread, and the file's
        // own salt is good again. Else the log is still there.
        let salts = salt::in_log(&path, PAGE_BYTES).into_iter().map(Some);
        for salt in std::iter::once(None).chain(salts) {
            match Self::try_connect(&path, cipher, salt, extra) {
                Err(StoreError::WrongKey) => {}
                Ok(store) => {
                    // The page is good again from here on; while others read, a later time will do.
                    let _later = store.checkpoint();
                    return Ok(store);
                }
                Err(other) => return Err(other),
            }
        }
        Err(StoreError::WrongKey)
    }

    /// `salt` is the cipher's where the file's own is not to be used.
    fn try_connect(
        path: &Path,
        cipher: Cipher<'_>,
        salt: Option<Salt>,
        extra: OpenFlags,
    ) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | extra;
        let conn = Connection::open_with_flags(path, flags)?;
        conn.busy_timeout(BUSY)?;
        if let Cipher::Key(key) = cipher {
            conn.execute_batch(&unlocking(key.iter().chain(salt.iter().flatten())))?;
        }
        // A plan that does not hang on the values bound to it: else SQLite, built with STAT4, plans
        // half of a save's statements anew each time.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        conn.query_row("SELECT count(*) FROM sqlite_schema", [], |r| {
            r.get::<_, i64>(0)
        })?;
        conn.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
             PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;
             PRAGMA journal_size_limit = 16000000;",
        )?;
        conn.set_prepared_statement_cache_capacity(128);
        Ok(Self {
            conn: RefCell::new(conn),
            path: path.to_owned(),
            key: match cipher {
                Cipher::Key(key) => Some(Zeroizing::new(*key)),
                Cipher::Plain => None,
            },
            is_spoiled: Cell::new(false),
        })
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Runs `work` in one transaction that is durable when this returns `Ok`: one fsync. The write
    /// lock is taken first, so that what `work` reads is what it changes.
    ///
    /// # Errors
    /// Those of `work` and of the disk; nothing was written then.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&Db<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        self.revive()?;
        let result = write(self.conn.get_mut(), work);
        self.judged(result)
    }

    /// Runs `work` on one unchanging view.
    ///
    /// # Errors
    /// Those of `work` and of the disk.
    pub fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Db<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        self.revive()?;
        let result = read(&self.conn.borrow(), work);
        self.judged(result)
    }

    /// A new connection in place of a spoiled one: whoever called before was told what the disk did;
    /// the next call shall not suffer from it.
    fn revive(&self) -> Result<()> {
        if !self.is_spoiled.get() {
            return Ok(());
        }
        // A read within a read goes on with what it has.
        let Ok(mut conn) = self.conn.try_borrow_mut() else {
            return Ok(());
        };
        let cipher = self.key.as_ref().map_or(Cipher::Plain, |k| Cipher::Key(k));
        let fresh = Self::connect(self.path.clone(), cipher, OpenFlags::empty())?;
        *conn = fresh.conn.into_inner();
        self.is_spoiled.set(false);
        Ok(())
    }

    /// After a failure: whether the connection can still be used, and, when not, what the failure
    /// really was. A page that the disk did not give is no damage, though SQLCipher calls it that.
    fn judged<T, E: From<StoreError>>(
        &self,
        result: std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let Err(error) = result else {
            return result;
        };
        if self.key.is_none() || is_usable(&self.conn.borrow()) {
            return Err(error);
        }
        self.is_spoiled.set(true);
        match self.revive() {
            Ok(()) if is_whole(&self.conn.borrow()) => Err(E::from(StoreError::Other {
                detail: "a page could not be read".to_owned(),
            })),
            Err(StoreError::Other { detail }) => Err(E::from(StoreError::Other { detail })),
            Ok(()) | Err(_) => Err(error),
        }
    }

    /// What SQLite and SQLCipher think of every page: empty when all is well. The write-ahead log is
    /// folded back first: SQLCipher looks at the file alone, where a power cut may have spoiled pages
    /// that the log still has whole.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn integrity(&self) -> Result<Vec<String>> {
        self.revive()?;
        let result = integrity(&self.conn.borrow());
        self.judged(result)
    }

    /// Writes a copy of the database, under the same key, to a new file, page for page as one moment
    /// saw it.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when the file is there, and whatever the disk says.
    pub fn copy_to(&self, file: &Path, cipher: Cipher<'_>) -> Result<()> {
        if file.exists() {
            return Err(StoreError::Exists {
                path: file.display().to_string(),
            });
        }
        self.revive()?;
        let result = copy(&self.conn.borrow(), file, cipher);
        self.judged(result)
    }

    /// Folds the write-ahead log back into the file, so that the folder can be copied.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn checkpoint(&self) -> Result<()> {
        self.revive()?;
        let conn = self.conn.borrow();
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }
}

/// What unlocks a connection to a database, before anything else is asked of it; behind the key its
/// salt may follow.
#[must_use]
pub fn unlocking<'a>(key: impl IntoIterator<Item = &'a u8>) -> String {
    let hex: String = key.into_iter().map(|b| format!("{b:02x}")).collect();
    format!("PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'{hex}'\"; {CIPHER}")
}

/// Whether SQLCipher has not given the connection up.
fn is_usable(conn: &Connection) -> bool {
    let status = conn.query_row("PRAGMA cipher_status", [], |r| r.get::<_, String>(0));
    status.as_deref() == Ok("1")
}

/// Whether every page is as it was sealed.
fn is_whole(conn: &Connection) -> bool {
    conn.prepare("PRAGMA cipher_integrity_check")
        .and_then(|mut check| check.exists([]))
        .is_ok_and(|has_faults| !has_faults)
}

fn write<T, E: From<StoreError>>(
    conn: &mut Connection,
    work: impl FnOnce(&Db<'_>) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    let tx = conn
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(StoreError::from)?;
    let value = work(&Db { conn: &tx })?;
    tx.commit().map_err(StoreError::from)?;
    Ok(value)
}

fn read<T, E: From<StoreError>>(
    conn: &Connection,
    work: impl FnOnce(&Db<'_>) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    let tx = conn.unchecked_transaction().map_err(StoreError::from)?;
    let value = work(&Db { conn: &tx })?;
    tx.finish().map_err(StoreError::from)?;
    Ok(value)
}

fn integrity(conn: &Connection) -> Result<Vec<String>> {
    conn.query_row("PRAGMA wal_checkpoint(FULL)", [], |_| Ok(()))?;
    let mut statement = conn.prepare("PRAGMA integrity_check")?;
    let mut words: Vec<String> = statement
        .query_map([], |r| r.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    words.retain(|w| w != "ok");
    let mut statement = conn.prepare("PRAGMA cipher_integrity_check")?;
    words.extend(
        statement
            .query_map([], |r| r.get(0))?
            .collect::<rusqlite::Result<Vec<String>>>()?,
    );
    Ok(words)
}

fn copy(source: &Connection, file: &Path, cipher: Cipher<'_>) -> Result<()> {
    let mut target = Connection::open(file)?;
    if let Cipher::Key(key) = cipher {
        target.execute_batch(&unlocking(key))?;
    }
    target.execute_batch("PRAGMA synchronous = FULL;")?;
    let backup = rusqlite::backup::Backup::new(source, &mut target)?;
    backup.run_to_completion(256, Duration::ZERO, None)?;
    drop(backup);
    target.close().map_err(|(_, e)| StoreError::from(e))?;
    std::fs::File::open(file)
        .and_then(|f| f.sync_all())
        .map_err(|e| StoreError::Other {
            detail: e.to_string(),
        })
}
