//! Our file system before SQLite's own: paths below a mounted folder are ours, all others go on.

use crate::disk::Shared;
use crate::file;
use rusqlite::ffi;
use std::ffi::{CStr, c_char, c_int};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

const NAME: &CStr = c"powercut";

type Mounts = Vec<(PathBuf, Arc<Shared>)>;

static MOUNTS: Mutex<Mounts> = Mutex::new(Vec::new());

/// SQLite's own file system.
struct Own(*mut ffi::sqlite3_vfs);

// SAFETY: SQLite's own file system is a static of it that every thread uses.
unsafe impl Send for Own {}
// SAFETY: as above.
unsafe impl Sync for Own {}

static OWN: OnceLock<Result<Own, c_int>> = OnceLock::new();

fn mounts() -> MutexGuard<'static, Mounts> {
    MOUNTS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes a disk answer for a folder.
pub(crate) fn mount(root: PathBuf, disk: Arc<Shared>) -> Result<(), c_int> {
    match OWN.get_or_init(register) {
        Ok(_) => {
            mounts().push((root, disk));
            Ok(())
        }
        Err(code) => Err(*code),
    }
}

pub(crate) fn unmount(root: &Path) {
    mounts().retain(|(r, _)| r != root);
}

/// The disk of a path, and the path's name on it.
fn disk_of(path: *const c_char) -> Option<(Arc<Shared>, String)> {
    if path.is_null() {
        return None;
    }
    // SAFETY: SQLite passes a path that ends with a zero and lives through the call.
    let path = Path::new(unsafe { CStr::from_ptr(path) }.to_str().ok()?);
    mounts().iter().find_map(|(root, disk)| {
        let name = path.strip_prefix(root).ok()?.to_str()?;
        Some((Arc::clone(disk), name.to_owned()))
    })
}

fn register() -> Result<Own, c_int> {
    // SAFETY: this initialises SQLite before its list of file systems is asked.
    let code = unsafe { ffi::sqlite3_initialize() };
    if code != ffi::SQLITE_OK {
        return Err(code);
    }
    // SAFETY: a null name asks for the default; what it gives is never freed.
    let own = unsafe { ffi::sqlite3_vfs_find(std::ptr::null()) };
    if own.is_null() {
        return Err(ffi::SQLITE_ERROR);
    }
    // SAFETY: not null, and a whole `sqlite3_vfs`. Everything but opening and looking at files is
    // SQLite's own in ours: those functions do not look at which file system they are called for,
    // but for `mxPathname`, which is the same.
    let mut ours = unsafe { own.read() };
    let handle = c_int::try_from(size_of::<file::Handle>()).unwrap_or(c_int::MAX);
    ours.szOsFile = ours.szOsFile.max(handle);
    ours.pNext = std::ptr::null_mut();
    ours.zName = NAME.as_ptr();
    ours.xOpen = Some(open);
    ours.xDelete = Some(delete);
    ours.xAccess = Some(access);
    // SAFETY: ours is leaked and so lives as long as the process, as the list requires.
    let code = unsafe { ffi::sqlite3_vfs_register(Box::leak(Box::new(ours)), 1) };
    if code == ffi::SQLITE_OK {
        Ok(Own(own))
    } else {
        Err(code)
    }
}

fn own() -> Option<*mut ffi::sqlite3_vfs> {
    OWN.get().and_then(|own| own.as_ref().ok()).map(|own| own.0)
}

unsafe extern "C" fn open(
    _: *mut ffi::sqlite3_vfs,
    path: *const c_char,
    handle: *mut ffi::sqlite3_file,
    flags: c_int,
    granted: *mut c_int,
) -> c_int {
    let Some((disk, name)) = disk_of(path) else {
        let Some(own) = own() else {
            return ffi::SQLITE_CANTOPEN;
        };
        // SAFETY: `own` is SQLite's, and the handle has room for the larger of the two kinds.
        return match unsafe { (*own).xOpen } {
            // SAFETY: the arguments are those that SQLite passed, for its own file system.
            Some(open) => unsafe { open(own, path, handle, flags, granted) },
            None => ffi::SQLITE_CANTOPEN,
        };
    };
    let opened = disk.state().open(&name, flags);
    // SAFETY: SQLite gives room for `szOsFile` bytes at `handle`, at least those of ours, and
    // `granted` is null or a place for the flags.
    unsafe {
        (*handle).pMethods = std::ptr::null();
        match opened {
            Ok((node, holder)) => {
                file::place(handle, file::Opened { disk, node, holder });
                if !granted.is_null() {
                    *granted = flags;
                }
                ffi::SQLITE_OK
            }
            Err(code) => code,
        }
    }
}

unsafe extern "C" fn delete(
    _: *mut ffi::sqlite3_vfs,
    path: *const c_char,
    sync_folder: c_int,
) -> c_int {
    if let Some((disk, name)) = disk_of(path) {
        return match disk.state().delete(&name, sync_folder != 0) {
            Ok(()) => ffi::SQLITE_OK,
            Err(code) => code,
        };
    }
    let Some(own) = own() else {
        return ffi::SQLITE_IOERR_DELETE;
    };
    // SAFETY: `own` is SQLite's own file system.
    match unsafe { (*own).xDelete } {
        // SAFETY: the arguments are those that SQLite passed, for its own file system.
        Some(delete) => unsafe { delete(own, path, sync_folder) },
        None => ffi::SQLITE_IOERR_DELETE,
    }
}

unsafe extern "C" fn access(
    _: *mut ffi::sqlite3_vfs,
    path: *const c_char,
    flags: c_int,
    answer: *mut c_int,
) -> c_int {
    if let Some((disk, name)) = disk_of(path) {
        return match disk
            .state()
            .access(&name, flags == ffi::SQLITE_ACCESS_EXISTS)
        {
            Ok(is_there) => {
                // SAFETY: SQLite passes a place for the answer.
                unsafe { *answer = c_int::from(is_there) };
                ffi::SQLITE_OK
            }
            Err(code) => code,
        };
    }
    let Some(own) = own() else {
        return ffi::SQLITE_IOERR_ACCESS;
    };
    // SAFETY: `own` is SQLite's own file system.
    match unsafe { (*own).xAccess } {
        // SAFETY: the arguments are those that SQLite passed, for its own file system.
        Some(access) => unsafe { access(own, path, flags, answer) },
        None => ffi::SQLITE_IOERR_ACCESS,
    }
}
