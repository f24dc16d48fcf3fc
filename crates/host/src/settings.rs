//! The settings of this device: a small file in the station's folder, there before a station is.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use tsong_contract::AppError;
use tsong_contract::io::{Settings, SettingsChange};
use tsong_contract::wording::Language;
use tsong_domain::text::clean::clean_line;

/// Photos go with every sync.
pub(crate) const PHOTOS_GO: &str = "go";
/// Photos go unless the link is paid by the byte.
pub(crate) const PHOTOS_UNPAID: &str = "unpaid";
/// Photos wait.
pub(crate) const PHOTOS_PAUSED: &str = "paused";
const FILE: &str = "settings.json";
/// No file of settings is larger; a bigger one is not ours.
const MAX_BYTES: u64 = 64 * 1024;
const LOOKS: [&str; 4] = ["light", "dark", "contrast", "system"];
const UNITS: [&str; 2] = ["kg", "jin"];
const PAPERS: [&str; 3] = ["a5", "a6", "roll80"];
const PHOTOS: [&str; 3] = [PHOTOS_GO, PHOTOS_UNPAID, PHOTOS_PAUSED];
const SYNC_MINUTES: std::ops::RangeInclusive<u32> = 5..=1440;
const IDLE_MINUTES: std::ops::RangeInclusive<u32> = 0..=240;

/// What the file holds; what is not there is as usual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    language: String,
    look: String,
    is_sync_automatic: bool,
    sync_minutes: u32,
    photos: String,
    idle_minutes: u32,
    printer: String,
    printer_note: String,
    slip_paper: String,
    weight_unit: String,
    has_tibetan_digits: bool,
}

impl Default for Stored {
    fn default() -> Self {
        Self {
            language: usual_language().tag().to_owned(),
            look: "system".to_owned(),
            is_sync_automatic: true,
            sync_minutes: 30,
            photos: PHOTOS_UNPAID.to_owned(),
            idle_minutes: 10,
            printer: String::new(),
            printer_note: String::new(),
            slip_paper: "a6".to_owned(),
            weight_unit: "kg".to_owned(),
            has_tibetan_digits: false,
        }
    }
}

/// The settings as they are and where they lie.
pub(crate) struct SettingsFile {
    path: PathBuf,
    stored: Stored,
    is_broken: bool,
}

/// The language that was chosen for the station in a folder, else the desktop's, else Tibetan. Known
/// before the station is open.
#[must_use]
pub fn chosen_language(dir: &Path) -> Language {
    let chosen = SettingsFile::load(dir).stored.language.parse();
    chosen.unwrap_or_else(|_| usual_language())
}

impl SettingsFile {
    /// Reads them; a file that cannot be read gives the usual ones, and says so.
    pub(crate) fn load(dir: &Path) -> Self {
        let path = dir.join(FILE);
        let (stored, is_broken) = match read(&path) {
            Ok(found) => (found, false),
            Err(()) => (Stored::default(), true),
        };
        Self {
            path,
            stored,
            is_broken,
        }
    }

    pub(crate) fn show(&self) -> Settings {
        let s = self.stored.clone();
        let notices = if self.is_broken {
            vec!["settings_broken".to_owned()]
        } else {
            Vec::new()
        };
        Settings {
            language: s.language,
            look: s.look,
            is_sync_automatic: s.is_sync_automatic,
            sync_minutes: s.sync_minutes,
            photos: s.photos,
            idle_minutes: s.idle_minutes,
            printer: s.printer,
            printer_note: s.printer_note,
            slip_paper: s.slip_paper,
            weight_unit: s.weight_unit,
            has_tibetan_digits: s.has_tibetan_digits,
            notices,
        }
    }

    /// Changes them on the disk, then here. They are read again first: another window may have
    /// changed others.
    pub(crate) fn save(&mut self, change: SettingsChange) -> Result<Settings, AppError> {
        let mut stored = read(&self.path).unwrap_or_else(|()| self.stored.clone());
        let language = change.language.map(|tag| match tag.parse::<Language>() {
            Ok(known) => known.tag().to_owned(),
            Err(_) => tag,
        });
        put(&mut stored.language, language);
        put(&mut stored.look, change.look);
        put(&mut stored.is_sync_automatic, change.is_sync_automatic);
        put(&mut stored.sync_minutes, change.sync_minutes);
        put(&mut stored.photos, change.photos);
        put(&mut stored.idle_minutes, change.idle_minutes);
        put(
            &mut stored.printer,
            change.printer.map(|p| clean_line(&p, 200)),
        );
        put(
            &mut stored.printer_note,
            change.printer_note.map(|p| clean_line(&p, 300)),
        );
        put(&mut stored.slip_paper, change.slip_paper);
        put(&mut stored.weight_unit, change.weight_unit);
        put(&mut stored.has_tibetan_digits, change.has_tibetan_digits);
        if let Some((field, reason)) = stored.fault() {
            return Err(AppError::BadInput {
                field: field.to_owned(),
                reason: reason.to_owned(),
            });
        }
        self.write(&stored)
            .map_err(|e| tsong_station::fault::io(&e))?;
        self.stored = stored;
        self.is_broken = false;
        Ok(self.show())
    }

    /// Writes the whole file or nothing.
    fn write(&self, stored: &Stored) -> std::io::Result<()> {
        let dir = self.path.parent().unwrap_or_else(|| Path::new("."));
        std::fs::create_dir_all(dir)?;
        let mut fresh = tempfile::NamedTempFile::new_in(dir)?;
        fresh.write_all(&serde_json::to_vec_pretty(stored)?)?;
        fresh.as_file().sync_all()?;
        fresh.persist(&self.path)?;
        Ok(())
    }
}

impl Stored {
    /// The first field that holds what cannot be.
    fn fault(&self) -> Option<(&'static str, &'static str)> {
        if self.language.parse::<Language>().is_err() {
            Some(("language", "not_in_list"))
        } else if !LOOKS.contains(&self.look.as_str()) {
            Some(("look", "not_in_list"))
        } else if !SYNC_MINUTES.contains(&self.sync_minutes) {
            Some(("sync_minutes", "too_large"))
        } else if !PHOTOS.contains(&self.photos.as_str()) {
            Some(("photos", "not_in_list"))
        } else if !IDLE_MINUTES.contains(&self.idle_minutes) {
            Some(("idle_minutes", "too_large"))
        } else if !PAPERS.contains(&self.slip_paper.as_str()) {
            Some(("slip_paper", "not_in_list"))
        } else if !UNITS.contains(&self.weight_unit.as_str()) {
            Some(("weight_unit", "unknown_unit"))
        } else {
            None
        }
    }
}

/// The system's, where it is one of ours.
fn usual_language() -> Language {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|value| value.parse().ok())
        .unwrap_or(Language::Bo)
}

fn put<T>(to: &mut T, from: Option<T>) {
    if let Some(value) = from {
        *to = value;
    }
}

/// A file that is not there holds the usual settings; one that cannot be read, or holds what cannot
/// be, none.
fn read(path: &Path) -> Result<Stored, ()> {
    match std::fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Stored::default()),
        Ok(meta) if meta.len() <= MAX_BYTES => {}
        Ok(_) | Err(_) => return Err(()),
    }
    let text = std::fs::read_to_string(path).map_err(|_| ())?;
    let object: Map<String, Value> = serde_json::from_str(&text).map_err(|_| ())?;
    let stored: Stored = serde_json::from_value(Value::Object(object)).map_err(|_| ())?;
    match stored.fault() {
        None => Ok(stored),
        Some(_) => Err(()),
    }
}
