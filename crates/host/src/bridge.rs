//! The one bridge over which a screen calls: a command's name and JSON in, JSON or an error out.

use crate::backup::Daily;
use crate::clock::wall_ms;
use crate::keys::Keyring;
use crate::log::Log;
use crate::place::{Place, machine};
use crate::seat::Seated;
use crate::settings::SettingsFile;
use crate::sync::Background;
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Instant;
use tsong_contract::AppError;
use tsong_contract::command::{COMMANDS, CommandSpec, Side, dispatch, dispatch_seat};
use tsong_domain::people::Right;

/// What takes long, or waits for the network: it goes on beside, over a connection of its own, so
/// that the screen is answered meanwhile.
const LONG: [&str; 6] = [
    "hub.enroll",
    "import.run",
    "bundle.export",
    "bundle.import",
    "verify",
    "backup.write",
];

/// How a host wants its station.
#[derive(Clone, Debug)]
pub struct Options {
    /// The station's folder.
    pub dir: PathBuf,
    /// Where the keys are kept.
    pub keyring: Keyring,
    /// A certificate authority (PEM) to trust besides the known ones.
    pub ca: Option<PathBuf>,
    /// Sync by itself and keep a backup a day: for hosts that stay.
    pub is_staying: bool,
    /// The wall.
    pub now_ms: fn() -> i64,
}

impl Options {
    /// A host that stays, on the system's clock.
    #[must_use]
    pub fn new(dir: &Path, keyring: Keyring, ca: Option<PathBuf>) -> Self {
        Self {
            dir: dir.to_owned(),
            keyring,
            ca,
            is_staying: true,
            now_ms: wall_ms,
        }
    }
}

/// A screen's way to the station in a folder. Many threads may call at once.
pub struct Bridge {
    pub(crate) inner: Arc<Inner>,
}

/// What the bridge and its threads share. Locks are taken in this order: place, settings, sync.
pub(crate) struct Inner {
    pub(crate) options: Options,
    place: Mutex<Place>,
    settings: Mutex<SettingsFile>,
    pub(crate) sync: Background,
    pub(crate) daily: Daily,
    pub(crate) log: Log,
    pub(crate) has_keyring: OnceLock<bool>,
    is_closed: AtomicBool,
}

impl Bridge {
    /// Opens the folder. Whatever is wrong with it is told by `setup.status`, so this never fails.
    #[must_use]
    pub fn open(options: Options) -> Self {
        let place = Place::look(&options);
        let is_ready = matches!(place, Place::Ready(_));
        let inner = Arc::new(Inner {
            place: Mutex::new(place),
            settings: Mutex::new(SettingsFile::load(&options.dir)),
            sync: Background::new(),
            daily: Daily::default(),
            log: Log::new(&options.dir),
            has_keyring: OnceLock::new(),
            is_closed: AtomicBool::new(false),
            options,
        });
        Background::begin(&inner);
        if is_ready {
            inner.is_open();
        }
        Self { inner }
    }

    /// Reads what the first screen names places by, before it is asked for.
    pub fn read_ahead(&self) {
        if let Err(error) = tsong_station::products::places() {
            let started = Instant::now();
            self.inner.note("places", started, Some(&error));
        }
    }

    /// Runs a command of the one list.
    ///
    /// # Errors
    /// Whatever the command says; [`AppError::Internal`] when the program made a mistake in it. The
    /// station is opened anew then and what was saved before is there.
    pub fn call(&self, name: &str, input: Value) -> Result<Value, AppError> {
        let started = Instant::now();
        let spec = COMMANDS.iter().find(|c| c.name == name);
        let answer = catch_unwind(AssertUnwindSafe(|| self.inner.answer(spec, name, input)));
        let answer = answer.unwrap_or_else(|_| {
            self.inner.mend();
            Err(AppError::Internal {
                detail: spec.map_or("unknown", |s| s.name).to_owned(),
            })
        });
        // Watching a sync and who is signed in would drown everything else.
        let is_asked_often = matches!(name, "sync.watch" | "session.show");
        if !(is_asked_often && answer.is_ok()) {
            let word = spec.map_or("unknown", |s| s.name);
            self.inner.note(word, started, answer.as_ref().err());
        }
        answer
    }

    /// Ends: stops a sync, lets what is being written be written, and closes the station. Calls
    /// that come later are refused.
    pub fn close(&self) {
        self.inner.is_closed.store(true, Ordering::SeqCst);
        self.inner.sync.end();
        self.inner.daily.wait();
        *self.inner.place() = Place::Absent;
    }

    /// Waits until no sync runs: for hosts that do not stay.
    pub fn settle(&self) {
        self.inner.sync.wait_idle();
        self.inner.daily.wait();
    }
}

impl Drop for Bridge {
    fn drop(&mut self) {
        self.close();
    }
}

impl Inner {
    pub(crate) fn place(&self) -> MutexGuard<'_, Place> {
        // A panic leaves no half-written state here: SQLite rolls back, and `mend` opens it anew.
        self.place.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The place, unless somebody is at work there.
    pub(crate) fn try_place(&self) -> Option<MutexGuard<'_, Place>> {
        match self.place.try_lock() {
            Ok(place) => Some(place),
            Err(std::sync::TryLockError::Poisoned(held)) => Some(held.into_inner()),
            Err(std::sync::TryLockError::WouldBlock) => None,
        }
    }

    pub(crate) fn settings(&self) -> MutexGuard<'_, SettingsFile> {
        self.settings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The station was opened: it syncs soon.
    pub(crate) fn is_open(&self) {
        if let Ok(station) = self.place().station(&self.options) {
            self.sync.note_station(station);
        }
        self.sync.soon(self);
    }

    fn answer(
        self: &Arc<Self>,
        spec: Option<&CommandSpec>,
        name: &str,
        input: Value,
    ) -> Result<Value, AppError> {
        if self.is_closed.load(Ordering::SeqCst) {
            return Err(AppError::Stopped);
        }
        let Some(spec) = spec else {
            return Err(AppError::UnknownCommand {
                name: name.to_owned(),
            });
        };
        match spec.side {
            Side::Seat => dispatch_seat(&mut Seated(self), name, input),
            // Another sync than the one in the background would only wait for it.
            Side::Station if name == "sync.run" => {
                let report = self.sync.run_and_wait(self)?;
                serde_json::to_value(report).map_err(|e| AppError::Internal {
                    detail: e.to_string(),
                })
            }
            Side::Station if LONG.contains(&name) => {
                let mut beside = {
                    let mut place = self.place();
                    let station = place.station(&self.options)?;
                    station.beside(machine(&self.options, None))?
                };
                let is_import = name == "bundle.import";
                // What the hub said by a stick and what it says over a link are taken in turn.
                if is_import {
                    self.sync.pause();
                }
                let answer = dispatch(&mut beside, name, input);
                if is_import {
                    self.sync.resume();
                    self.sync.note_station(&beside);
                }
                if answer.is_ok() && may_write(spec.right) {
                    self.sync.note_station(&beside);
                    self.sync.soon(self);
                }
                answer
            }
            Side::Station => {
                let mut place = self.place();
                let station = place.station(&self.options)?;
                let answer = dispatch(station, name, input);
                let has_written =
                    answer.is_ok() && may_write(spec.right) && self.sync.note_station(station);
                drop(place);
                if has_written {
                    self.sync.soon_after_write(self);
                }
                answer
            }
        }
    }

    /// After a panic: the station opened anew, for whoever was signed in.
    fn mend(&self) {
        let mut place = self.place();
        if let Place::Ready(station) = &*place {
            let reopened = station.beside(machine(&self.options, None));
            *place = match reopened {
                Ok(station) => Place::Ready(Box::new(station)),
                Err(error) => Place::Trouble(error),
            };
        }
    }

    /// The wall; a wall that fails is no reason to end a thread.
    pub(crate) fn now_ms(&self) -> i64 {
        catch_unwind(self.options.now_ms).unwrap_or_default()
    }

    pub(crate) fn note(&self, what: &str, started: Instant, error: Option<&AppError>) {
        let outcome = error.map_or_else(|| "ok".to_owned(), AppError::code);
        self.log
            .note(self.now_ms(), what, started.elapsed(), &outcome);
    }
}

/// Whether a command of this right may write facts.
const fn may_write(right: Right) -> bool {
    match right {
        Right::Open | Right::See => false,
        Right::Stock | Right::Pack | Right::Sell | Right::Keep => true,
    }
}
