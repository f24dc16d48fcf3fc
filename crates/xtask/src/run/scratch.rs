//! A folder of a run's own.

use std::fs;
use std::path::{Path, PathBuf};

/// A folder under the system's one for temporary files, gone with this value unless it is kept.
pub(super) struct Scratch {
    path: PathBuf,
    is_kept: bool,
}

impl Scratch {
    pub(super) fn new(is_kept: bool) -> Result<Self, String> {
        let path = std::env::temp_dir().join(format!("tsong-day-{}", std::process::id()));
        fs::create_dir(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        Ok(Self { path, is_kept })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if !self.is_kept
            && let Err(error) = fs::remove_dir_all(&self.path)
        {
            eprintln!("{}: {error}", self.path.display());
        }
    }
}
