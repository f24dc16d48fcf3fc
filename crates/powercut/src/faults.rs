//! What the disk does wrong on purpose.

use rusqlite::ffi;
use std::ffi::c_int;

/// A disk, or a program over it, that does not keep what it promises: the tests must notice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flaw {
    /// None.
    #[default]
    None,
    /// Every sync is answered at once and does nothing.
    NoSync,
    /// `PRAGMA synchronous = FULL` arrives as `OFF`.
    SynchronousOff,
    /// `PRAGMA synchronous = FULL` arrives as `NORMAL`.
    SynchronousNormal,
}

impl Flaw {
    /// What stands in place of `FULL`: a digit, for the word may not grow.
    pub(crate) const fn level(self) -> Option<u8> {
        match self {
            Self::None | Self::NoSync => None,
            Self::SynchronousOff => Some(b'0'),
            Self::SynchronousNormal => Some(b'1'),
        }
    }
}

/// An honest failure, which the disk tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trouble {
    /// None.
    #[default]
    None,
    /// No room beyond so many bytes in all files together.
    Full {
        /// The bytes.
        room: u64,
    },
    /// One call fails.
    Call {
        /// The how-manieth from now, 0 for the next.
        nth: u64,
    },
    /// That call and all after it fail.
    From {
        /// The how-manieth from now, 0 for the next.
        nth: u64,
    },
}

impl Trouble {
    /// The same, its room counted from what is used.
    #[must_use]
    pub const fn beyond(self, used: u64) -> Self {
        match self {
            Self::Full { room } => Self::Full {
                room: used.saturating_add(room),
            },
            Self::None | Self::Call { .. } | Self::From { .. } => self,
        }
    }
}

/// The kinds of calls, and what SQLite calls the failure of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Call {
    Open,
    Delete,
    Access,
    Read,
    Write,
    Truncate,
    Sync,
    Size,
    ShmMap,
}

impl Call {
    pub(crate) const fn failure(self) -> c_int {
        match self {
            Self::Open => ffi::SQLITE_CANTOPEN,
            Self::Delete => ffi::SQLITE_IOERR_DELETE,
            Self::Access => ffi::SQLITE_IOERR_ACCESS,
            Self::Read => ffi::SQLITE_IOERR_READ,
            Self::Write => ffi::SQLITE_IOERR_WRITE,
            Self::Truncate => ffi::SQLITE_IOERR_TRUNCATE,
            Self::Sync => ffi::SQLITE_IOERR_FSYNC,
            Self::Size => ffi::SQLITE_IOERR_FSTAT,
            Self::ShmMap => ffi::SQLITE_IOERR_SHMMAP,
        }
    }
}

/// The trouble under way.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Faults {
    trouble: Trouble,
    calls: u64,
    has_struck: bool,
}

impl Faults {
    pub(crate) fn begin(&mut self, trouble: Trouble) {
        *self = Self {
            trouble,
            ..Self::default()
        };
    }

    pub(crate) const fn has_struck(&self) -> bool {
        self.has_struck
    }

    pub(crate) const fn calls(&self) -> u64 {
        self.calls
    }

    /// Counts a call; its failure if it is to fail.
    pub(crate) const fn meet(&mut self, call: Call) -> Result<(), c_int> {
        let at = self.calls;
        self.calls = at.saturating_add(1);
        let fails = match self.trouble {
            Trouble::None | Trouble::Full { .. } => false,
            Trouble::Call { nth } => at == nth,
            Trouble::From { nth } => at >= nth,
        };
        if fails {
            self.has_struck = true;
            return Err(call.failure());
        }
        Ok(())
    }

    /// Whether `used` bytes may become `wanted`.
    pub(crate) const fn has_room(&mut self, used: u64, wanted: u64) -> bool {
        let Trouble::Full { room } = self.trouble else {
            return true;
        };
        let fits = wanted <= used || wanted <= room;
        self.has_struck |= !fits;
        fits
    }
}
