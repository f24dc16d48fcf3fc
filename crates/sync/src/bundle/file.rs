//! Bundles as files: they appear under their name when they are whole and on the disk, and what could
//! not be finished is taken away again.

use super::{BundleError, EXTENSION, Header, Kind};
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, ErrorKind};
use std::path::{Path, PathBuf};
use tsong_domain::id::DeviceId;

/// The most files that are looked at in one folder.
const MAX_FILES: usize = 10_000;

/// A file that a bundle is read from.
pub type From = BufReader<File>;
/// A file that a bundle is written to.
pub type Into = BufWriter<File>;

/// Where a bundle of a device goes: a folder gets one file for each device and way, which the next
/// replaces; any other path is the file.
#[must_use]
pub fn place(path: &Path, kind: Kind, device: DeviceId) -> PathBuf {
    if path.is_dir() {
        path.join(format!("tsong-{device}-{}.{EXTENSION}", kind.word()))
    } else {
        path.to_owned()
    }
}

/// Opens a bundle's file and reads its header.
///
/// # Errors
/// As [`Header::read`], and [`BundleError::Io`].
pub fn open(path: &Path) -> Result<(From, (Header, [u8; 32])), BundleError> {
    let mut from = BufReader::new(File::open(path).map_err(BundleError::Io)?);
    let header = Header::read(&mut from)?;
    Ok((from, header))
}

/// Writes a file by a name beside its own, puts it on the disk and gives it its name. Another bundle
/// of that name is replaced, another file never.
///
/// # Errors
/// [`BundleError::NotABundle`] if another file has the name, and what `fill` says; nothing is left
/// then.
pub fn write<T>(
    path: &Path,
    fill: impl FnOnce(Into) -> Result<(Into, T), BundleError>,
) -> Result<T, BundleError> {
    if path.exists() && matches!(open(path), Err(BundleError::NotABundle)) {
        return Err(BundleError::NotABundle);
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let written = File::create(&part)
        .map_err(BundleError::Io)
        .and_then(|file| fill(BufWriter::new(file)))
        .and_then(|(file, value)| {
            settle(file, &part, path).map_err(BundleError::Io)?;
            Ok(value)
        });
    if written.is_err() {
        // A stick that was pulled out takes its half file with it.
        let _gone = fs::remove_file(&part);
    }
    written
}

fn settle(file: Into, part: &Path, path: &Path) -> io::Result<()> {
    let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.sync_all()?;
    drop(file);
    fs::rename(part, path)?;
    if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        // Not every stick's file system can do it, nor every system.
        let _synced = File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

/// The files in a folder that are called like bundles, by name.
///
/// # Errors
/// Whatever the disk says.
pub fn list(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)?.take(MAX_FILES) {
        let path = entry?.path();
        let is_named = path.extension().is_some_and(|end| end == EXTENSION);
        if is_named && path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Whether a failure of the disk is that it has no room, or that its files may not be so large.
#[must_use]
pub fn is_full(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::StorageFull | ErrorKind::FileTooLarge | ErrorKind::QuotaExceeded
    )
}
