//! Backups in the station's folder: the daily one, kept by a thread of its own, and the list.

use crate::bridge::Inner;
use crate::place::open;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Instant, UNIX_EPOCH};
use tsong_contract::AppError;
use tsong_contract::io::BackupRow;

/// The daily backup.
#[derive(Default)]
pub(crate) struct Daily(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    thread: Option<JoinHandle<()>>,
    trouble: Option<AppError>,
}

impl Daily {
    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Why the last try failed.
    pub(crate) fn trouble(&self) -> Option<AppError> {
        self.lock().trouble.clone()
    }

    /// Waits until none is being written.
    pub(crate) fn wait(&self) {
        let thread = self.lock().thread.take();
        if let Some(thread) = thread {
            // It catches its own panics.
            let _ended = thread.join();
        }
    }

    /// Keeps today's backup if there is none yet, on a thread and a connection of its own.
    pub(crate) fn keep(inner: &Arc<Inner>) {
        if !inner.options.is_staying {
            return;
        }
        let mut kept = inner.daily.lock();
        if kept.thread.as_ref().is_some_and(|t| !t.is_finished()) {
            return;
        }
        let own = Arc::clone(inner);
        let begun = std::thread::Builder::new()
            .name("backup".to_owned())
            .spawn(move || {
                let started = Instant::now();
                let done = catch_unwind(AssertUnwindSafe(|| {
                    open(&own.options, None)?.keep_daily_backup()
                }));
                let outcome = done.unwrap_or_else(|_| {
                    Err(AppError::Internal {
                        detail: "backup".to_owned(),
                    })
                });
                if !matches!(outcome, Ok(None)) {
                    own.note("daily_backup", started, outcome.as_ref().err());
                }
                own.daily.lock().trouble = outcome.err();
            });
        match begun {
            Ok(thread) => kept.thread = Some(thread),
            Err(error) => kept.trouble = Some(tsong_station::fault::io(&error)),
        }
    }
}

/// Backups in a station's folder, latest first.
pub(crate) fn list(dir: &Path) -> Vec<BackupRow> {
    let Ok(entries) = std::fs::read_dir(dir.join("backups")) else {
        return Vec::new();
    };
    let mut rows: Vec<BackupRow> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "db"))
        .filter_map(|path| row(&path))
        .collect();
    rows.sort_by(|a, b| (&b.day, b.at_ms, &b.path).cmp(&(&a.day, a.at_ms, &a.path)));
    rows
}

fn row(path: &Path) -> Option<BackupRow> {
    let meta = std::fs::metadata(path).ok().filter(|m| m.is_file())?;
    let at_ms = meta
        .modified()
        .ok()
        .and_then(|at| at.duration_since(UNIX_EPOCH).ok())
        .and_then(|since| i64::try_from(since.as_millis()).ok())
        .unwrap_or_default();
    let stem = path.file_stem()?.to_string_lossy().into_owned();
    let day = stem.strip_prefix("tsong-").unwrap_or_default().to_owned();
    Some(BackupRow {
        path: path.display().to_string(),
        bytes: meta.len(),
        at_ms,
        day,
    })
}
