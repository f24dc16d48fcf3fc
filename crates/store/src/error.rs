//! What can go wrong with a database, told apart by what a person can do about it.

use rusqlite::ErrorCode;

/// A failure of the store. Nothing of the transaction was written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no database in the folder.
    #[error("no database at {path}")]
    Missing {
        /// Where it was looked for.
        path: String,
    },
    /// There is one already.
    #[error("a database exists at {path}")]
    Exists {
        /// Where.
        path: String,
    },
    /// A newer version of the program wrote it.
    #[error("the database is of version {found}, this program knows up to {known}")]
    Newer {
        /// Its version.
        found: i64,
        /// The latest version that this program knows.
        known: i64,
    },
    /// The key does not open it.
    #[error("the key does not open this database")]
    WrongKey,
    /// It is cut short or its pages do not fit together.
    #[error("the database is damaged: {detail}")]
    Damaged {
        /// SQLite's words.
        detail: String,
    },
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// Another program has held the database for too long.
    #[error("the database is busy")]
    Busy,
    /// A stored value is not of the form that this version writes.
    #[error("a stored value cannot be read: {what}")]
    Unreadable {
        /// Which.
        what: &'static str,
    },
    /// Anything else that SQLite or the system said.
    #[error("storage: {detail}")]
    Other {
        /// Its words.
        detail: String,
    },
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let detail = error.to_string();
        let Some(code) = error.sqlite_error_code() else {
            return Self::Other { detail };
        };
        // A disk without room for even the shared memory file says so in this way.
        let extended = error.sqlite_error().map(|e| e.extended_code);
        if extended == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) {
            return Self::DiskFull;
        }
        // rusqlite's enum is open: codes that ask a person for nothing special share one arm.
        if code == ErrorCode::DiskFull {
            Self::DiskFull
        } else if matches!(code, ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) {
            Self::Busy
        } else if code == ErrorCode::DatabaseCorrupt {
            Self::Damaged { detail }
        } else if code == ErrorCode::NotADatabase {
            Self::WrongKey
        } else {
            Self::Other { detail }
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(_: serde_json::Error) -> Self {
        Self::Unreadable { what: "json" }
    }
}
