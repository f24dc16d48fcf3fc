//! An open file, as SQLite calls it.

use crate::disk::{Shared, Told};
use crate::locks::Holder;
use rusqlite::ffi;
use std::ffi::{CStr, c_char, c_int, c_void};
use std::sync::Arc;

/// What SQLite asks a disk's sector size for: how it pads a journal. As its own file system says.
const SECTOR_BYTES: c_int = 4096;

/// A file of a disk that somebody has open.
pub(crate) struct Opened {
    pub(crate) disk: Arc<Shared>,
    pub(crate) node: usize,
    pub(crate) holder: Holder,
}

/// What stands in the room that SQLite gives for a file.
#[repr(C)]
pub(crate) struct Handle {
    base: ffi::sqlite3_file,
    opened: *mut Opened,
}

/// Puts a file where SQLite wants it.
///
/// # Safety
/// There is room for a [`Handle`] at `at`.
pub(crate) unsafe fn place(at: *mut ffi::sqlite3_file, opened: Opened) {
    let handle = Handle {
        base: ffi::sqlite3_file { pMethods: &METHODS },
        opened: Box::into_raw(Box::new(opened)),
    };
    // SAFETY: the caller vouches for the room, and SQLite aligns it for pointers.
    unsafe { at.cast::<Handle>().write(handle) };
}

/// The file of a handle.
///
/// # Safety
/// `at` was filled by [`place`] and not closed since.
unsafe fn opened<'a>(at: *mut ffi::sqlite3_file) -> &'a Opened {
    // SAFETY: the caller vouches for it; `opened` lives until `close`, after which SQLite does not
    // use the handle.
    unsafe { &*(*at.cast::<Handle>()).opened }
}

fn code(told: Told<()>) -> c_int {
    match told {
        Ok(()) => ffi::SQLITE_OK,
        Err(code) => code,
    }
}

fn place_of(offset: i64) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

fn length_of(amount: c_int) -> usize {
    usize::try_from(amount).unwrap_or(0)
}

static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

unsafe extern "C" fn close(at: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: SQLite closes a file that it opened, once; the box is from `place`.
    let opened = unsafe { Box::from_raw((*at.cast::<Handle>()).opened) };
    if let Ok(node) = opened.disk.state().node(opened.node) {
        node.locks.unlock(opened.holder, ffi::SQLITE_LOCK_NONE);
        node.shm.leave(opened.holder);
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn read(
    at: *mut ffi::sqlite3_file,
    into: *mut c_void,
    amount: c_int,
    offset: i64,
) -> c_int {
    // SAFETY: an open file, and room for `amount` bytes that nobody else uses during the call.
    let (file, into) = unsafe {
        let into = std::slice::from_raw_parts_mut(into.cast::<u8>(), length_of(amount));
        (opened(at), into)
    };
    match file.disk.state().read(file.node, place_of(offset), into) {
        Ok(true) => ffi::SQLITE_OK,
        Ok(false) => ffi::SQLITE_IOERR_SHORT_READ,
        Err(code) => code,
    }
}

unsafe extern "C" fn write(
    at: *mut ffi::sqlite3_file,
    from: *const c_void,
    amount: c_int,
    offset: i64,
) -> c_int {
    // SAFETY: an open file, and `amount` bytes that nobody changes during the call.
    let (file, bytes) = unsafe {
        let bytes = std::slice::from_raw_parts(from.cast::<u8>(), length_of(amount));
        (opened(at), bytes)
    };
    let told = file.disk.state().write(file.node, place_of(offset), bytes);
    code(told)
}

unsafe extern "C" fn truncate(at: *mut ffi::sqlite3_file, size: i64) -> c_int {
    // SAFETY: an open file.
    let file = unsafe { opened(at) };
    let told = file.disk.state().truncate(file.node, place_of(size));
    code(told)
}

unsafe extern "C" fn sync(at: *mut ffi::sqlite3_file, _: c_int) -> c_int {
    // SAFETY: an open file.
    let file = unsafe { opened(at) };
    let told = file.disk.state().sync(file.node);
    code(told)
}

unsafe extern "C" fn file_size(at: *mut ffi::sqlite3_file, answer: *mut i64) -> c_int {
    // SAFETY: an open file.
    let file = unsafe { opened(at) };
    match file.disk.state().size(file.node) {
        Ok(size) => {
            // SAFETY: SQLite passes a place for the answer.
            unsafe { *answer = i64::try_from(size).unwrap_or(i64::MAX) };
            ffi::SQLITE_OK
        }
        Err(code) => code,
    }
}

unsafe extern "C" fn lock(at: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    // SAFETY: an open file.
    let file = unsafe { opened(at) };
    let mut state = file.disk.state();
    match state.node(file.node) {
        Ok(node) => node.locks.lock(file.holder, level),
        Err(code) => code,
    }
}

unsafe extern "C" fn unlock(at: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    // SAFETY: an open file.
    let file = unsafe { opened(at) };
    let mut state = file.disk.state();
    let told = state
        .node(file.node)
        .map(|node| node.locks.unlock(file.holder, level));
    code(told)
}

unsafe extern "C" fn check_reserved_lock(at: *mut ffi::sqlite3_file, answer: *mut c_int) -> c_int {
    // SAFETY: an open file.
    let file = unsafe { opened(at) };
    let mut state = file.disk.state();
    match state.node(file.node) {
        Ok(node) => {
            // SAFETY: SQLite passes a place for the answer.
            unsafe { *answer = c_int::from(node.locks.is_reserved()) };
            ffi::SQLITE_OK
        }
        Err(code) => code,
    }
}

unsafe extern "C" fn file_control(
    at: *mut ffi::sqlite3_file,
    what: c_int,
    argument: *mut c_void,
) -> c_int {
    if what != ffi::SQLITE_FCNTL_PRAGMA {
        return ffi::SQLITE_NOTFOUND;
    }
    // SAFETY: an open file.
    let file = unsafe { opened(at) };
    if let Some(level) = file.disk.state().flaw.level() {
        // SAFETY: for a pragma the argument is an array of texts: the error's place, the name and
        // the value or null.
        let (name, value) = unsafe {
            let texts = argument.cast::<*mut c_char>();
            (*texts.add(1), *texts.add(2))
        };
        // SAFETY: both end with a zero. The value is a copy that SQLite made for this pragma and
        // reads after this call: it may be made shorter.
        unsafe {
            let is_it = !value.is_null()
                && CStr::from_ptr(name) == c"synchronous"
                && CStr::from_ptr(value) == c"FULL";
            if is_it {
                let value = value.cast::<u8>();
                *value = level;
                *value.add(1) = 0;
            }
        }
    }
    // SQLite goes on with the pragma as it now stands.
    ffi::SQLITE_NOTFOUND
}

unsafe extern "C" fn sector_size(_: *mut ffi::sqlite3_file) -> c_int {
    SECTOR_BYTES
}

unsafe extern "C" fn characteristics(_: *mut ffi::sqlite3_file) -> c_int {
    ffi::SQLITE_IOCAP_POWERSAFE_OVERWRITE
}

unsafe extern "C" fn shm_map(
    at: *mut ffi::sqlite3_file,
    index: c_int,
    bytes: c_int,
    is_made: c_int,
    answer: *mut *mut c_void,
) -> c_int {
    // SAFETY: an open file.
    let file = unsafe { opened(at) };
    let (index, bytes) = (length_of(index), length_of(bytes));
    let whose = (file.node, file.holder);
    let told = file.disk.state().region(whose, index, bytes, is_made != 0);
    // SAFETY: SQLite passes a place for the address.
    unsafe { *answer = told.ok().flatten().unwrap_or(std::ptr::null_mut()) };
    code(told.map(|_| ()))
}

unsafe extern "C" fn shm_lock(
    at: *mut ffi::sqlite3_file,
    first: c_int,
    count: c_int,
    flags: c_int,
) -> c_int {
    // SAFETY: an open file.
    let file = unsafe { opened(at) };
    let mut state = file.disk.state();
    match state.node(file.node) {
        Ok(node) => node.shm.locks.change(file.holder, first, count, flags),
        Err(code) => code,
    }
}

unsafe extern "C" fn shm_barrier(at: *mut ffi::sqlite3_file) {
    // SAFETY: an open file.
    let file = unsafe { opened(at) };
    // Entering and leaving a mutex orders memory more than the barrier needs.
    drop(file.disk.state());
    std::sync::atomic::fence(std::sync::atomic::Ordering::SeqCst);
}

unsafe extern "C" fn shm_unmap(at: *mut ffi::sqlite3_file, _: c_int) -> c_int {
    // SAFETY: an open file.
    let file = unsafe { opened(at) };
    if let Ok(node) = file.disk.state().node(file.node) {
        node.shm.leave(file.holder);
    }
    ffi::SQLITE_OK
}
