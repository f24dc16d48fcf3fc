//! What the window keeps beside the station's data, in a folder of its own.

use crate::window::known_zoom;
use crate::words::Language;
use serde_json::Value;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Mutex, PoisonError};

/// The window's folder within the station's: its place, its size, its log.
pub(crate) const FOLDER: &str = "window";
/// Where the window stood.
pub(crate) const PLACE: &str = "place.json";
/// What the webview keeps by itself.
pub(crate) const WEB: &str = "web";
const ZOOM: &str = "zoom";
const LOCK: &str = "lock";

/// What lasts as long as the program runs.
pub(crate) struct Kept {
    /// The station's folder.
    pub(crate) folder: PathBuf,
    /// The window's own.
    pub(crate) own: PathBuf,
    /// What the last run left when it crashed.
    pub(crate) crash: Option<Value>,
    zoom: AtomicU16,
    language: Mutex<Language>,
}

impl Kept {
    pub(crate) fn new(folder: PathBuf, crash: Option<Value>, language: Language) -> Self {
        let own = folder.join(FOLDER);
        let zoom = std::fs::read_to_string(own.join(ZOOM))
            .ok()
            .and_then(|text| text.trim().parse().ok())
            .unwrap_or(0);
        Self {
            folder,
            own,
            crash,
            zoom: AtomicU16::new(known_zoom(zoom)),
            language: Mutex::new(language),
        }
    }

    /// The page's size in hundredths.
    pub(crate) fn zoom(&self) -> u16 {
        self.zoom.load(Ordering::Relaxed)
    }

    pub(crate) fn keep_zoom(&self, percent: u16) {
        self.zoom.store(percent, Ordering::Relaxed);
        if let Err(error) = std::fs::write(self.own.join(ZOOM), percent.to_string()) {
            log::warn!("the page's size was not kept: {:?}", error.kind());
        }
    }

    /// The language that is spoken.
    pub(crate) fn spoken(&self) -> Language {
        *self.language.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a language over; whether it is spoken already.
    pub(crate) fn speaks(&self, language: Language) -> bool {
        let mut spoken = self.language.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut *spoken, language) == language
    }
}

/// One window a folder, also where no bus tells of the other one. Held until the program ends.
pub(crate) struct Lock {
    /// Nobody else has it.
    pub(crate) is_ours: bool,
    _file: File,
}

/// Makes the window's folder and takes its lock.
///
/// # Errors
/// When the folder cannot be written.
pub(crate) fn lock(own: &Path) -> std::io::Result<Lock> {
    std::fs::create_dir_all(own)?;
    let file = File::options()
        .create(true)
        .append(true)
        .open(own.join(LOCK))?;
    // A disk without locks: better two windows than none, the database keeps them apart.
    let is_ours = !matches!(file.try_lock(), Err(TryLockError::WouldBlock));
    Ok(Lock {
        is_ours,
        _file: file,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_one_window() {
        let dir = tempfile::tempdir().unwrap();
        let first = lock(dir.path()).unwrap();
        assert!(first.is_ours);
        assert!(
            !lock(dir.path()).unwrap().is_ours,
            "the second start must see the first"
        );
        drop(first);
        assert!(
            lock(dir.path()).unwrap().is_ours,
            "a window that ended, even by a crash, holds nothing"
        );
    }

    #[test]
    fn what_was_kept_may_be_garbage() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(dir.path().join(FOLDER)).unwrap();
        for (text, zoom) in [("125", 125), ("126", 100), ("\u{0}{", 100), ("999999", 100)] {
            std::fs::write(dir.path().join(FOLDER).join(ZOOM), text).unwrap();
            let kept = Kept::new(dir.path().to_path_buf(), None, Language::En);
            assert_eq!(kept.zoom(), zoom, "{text:?}");
        }
    }
}
