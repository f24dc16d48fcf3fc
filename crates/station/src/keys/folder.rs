//! The folder `DIR/keys`: private to its owner, written so that a power cut leaves a whole file or
//! none, one writer at a time.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::KeyError;

/// No file of the folder is larger; a bigger one is not ours.
const MAX_FILE_BYTES: u64 = 4096;

/// The folder, which need not exist yet.
#[derive(Debug, Clone)]
pub(super) struct Folder(PathBuf);

/// Held while the folder is changed; the other programs on the same data wait.
pub(super) struct Held(#[expect(dead_code, reason = "the lock ends when the file is closed")] File);

impl Folder {
    pub(super) fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// Makes the folder if need be and waits until nobody else is changing it.
    pub(super) fn hold(&self) -> Result<Held, KeyError> {
        make_private_dir(&self.0)?;
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        let lock = private(&mut options).open(self.0.join("lock"))?;
        lock.lock()?;
        Ok(Held(lock))
    }

    /// The content of `name`; `None` if there is no such file. Rights that let others in are taken
    /// away first.
    pub(super) fn read(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, KeyError> {
        let path = self.0.join(name);
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        tighten(&self.0, 0o700)?;
        tighten(&path, 0o600)?;
        let mut content = Zeroizing::new(Vec::with_capacity(64));
        file.take(MAX_FILE_BYTES).read_to_end(&mut content)?;
        Ok(Some(content))
    }

    /// Writes `name` whole, in place of an older one, and returns once it is on the disk. The
    /// caller holds the folder.
    pub(super) fn write(&self, _held: &Held, name: &str, content: &[u8]) -> Result<(), KeyError> {
        let path = self.0.join(name);
        let fresh = self.0.join(format!("{name}.new"));
        // What a power cut left of an earlier attempt.
        match fs::remove_file(&fresh) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            Ok(()) | Err(_) => {}
        }
        let mut options = OpenOptions::new();
        let mut file = private(options.write(true).create_new(true)).open(&fresh)?;
        file.write_all(content)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&fresh, &path)?;
        sync_dir(&self.0)?;
        Ok(())
    }
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600)
}

// Windows: the data directory lies in the user's profile, whose access list is inherited.
#[cfg(not(unix))]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

fn make_private_dir(path: &Path) -> Result<(), KeyError> {
    if !path.is_dir() {
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        match make_dir(path) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error.into()),
            Ok(()) | Err(_) => {}
        }
        if let Some(parent) = path.parent() {
            sync_dir(parent)?;
        }
    }
    tighten(path, 0o700)
}

#[cfg(unix)]
fn make_dir(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(0o700).create(path)
}

#[cfg(not(unix))]
fn make_dir(path: &Path) -> std::io::Result<()> {
    fs::create_dir(path)
}

#[cfg(unix)]
fn tighten(path: &Path, allowed: u32) -> Result<(), KeyError> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(path)?.permissions().mode();
    if mode & 0o777 & !allowed != 0 {
        fs::set_permissions(path, fs::Permissions::from_mode(mode & allowed))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn tighten(_path: &Path, _allowed: u32) -> Result<(), KeyError> {
    Ok(())
}

#[cfg(unix)]
fn sync_dir(path: &Path) -> std::io::Result<()> {
    File::open(path)?.sync_all()
}

// A directory cannot be opened for syncing there; NTFS journals the rename itself.
#[cfg(not(unix))]
fn sync_dir(_path: &Path) -> std::io::Result<()> {
    Ok(())
}
