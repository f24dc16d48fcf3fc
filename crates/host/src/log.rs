//! What the program did, for whoever has to find out why it was slow or failed: names of commands,
//! how long they took, codes of errors. Never what was typed, never a name.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// The most that one file holds; the one before it is kept.
const MAX_BYTES: u64 = 512 * 1024;

/// The log in a station's folder. A log that cannot be written stops nothing.
pub(crate) struct Log {
    dir: PathBuf,
    open: Mutex<Option<(File, u64)>>,
}

impl Log {
    pub(crate) fn new(dir: &Path) -> Self {
        Self {
            dir: dir.join("log"),
            open: Mutex::new(None),
        }
    }

    /// One thing that was done: `2026-… name 12ms ok`. `what` and `outcome` are words of the program.
    pub(crate) fn note(&self, now_ms: i64, what: &str, took: Duration, outcome: &str) {
        let line = format!("{now_ms} {what} {}ms {outcome}\n", took.as_millis());
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if open.as_ref().is_none_or(|(_, bytes)| *bytes >= MAX_BYTES) {
            *open = self.turn().ok();
        }
        if let Some((file, bytes)) = open.as_mut() {
            match file.write_all(line.as_bytes()) {
                Ok(()) => {
                    *bytes = bytes.saturating_add(u64::try_from(line.len()).unwrap_or(u64::MAX));
                }
                Err(_) => *open = None,
            }
        }
    }

    /// Opens the file, a full one moved on first.
    fn turn(&self) -> std::io::Result<(File, u64)> {
        fs::create_dir_all(&self.dir)?;
        let path = self.dir.join("tsong.log");
        let length = |path: &Path| fs::metadata(path).map_or(0, |m| m.len());
        if length(&path) >= MAX_BYTES {
            fs::rename(&path, self.dir.join("tsong.log.1"))?;
        }
        let file = OpenOptions::new().create(true).append(true).open(&path)?;
        Ok((file, length(&path)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_never_outgrows_its_two_files() {
        let dir = tempfile::tempdir().unwrap();
        let log = Log::new(dir.path());
        let long = "x".repeat(1000);
        for _ in 0..2000 {
            log.note(0, &long, Duration::ZERO, "ok");
        }
        let files: Vec<u64> = fs::read_dir(dir.path().join("log"))
            .unwrap()
            .map(|e| e.unwrap().metadata().unwrap().len())
            .collect();
        assert_eq!(files.len(), 2, "the running one and the one before");
        assert!(
            files.iter().all(|bytes| *bytes < MAX_BYTES + 2000),
            "{files:?}"
        );
    }
}
