//! Sync in the background: one thread with a station of its own, so that no call waits for the
//! network. It begins when it is asked, and by itself when something was written or time is up.

mod run;
mod tries;
mod work;

use crate::bridge::Inner;
use crate::machine::Gauge;
use crate::photos::{self, Held};
use crate::place::Place;
use run::Run;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tries::Tries;
use tsong_contract::AppError;
use tsong_contract::io::{SyncOutcome, SyncReport, SyncWatch};
use tsong_station::Station;
use tsong_station::session::Reach;

/// How often the thread looks around when nothing is to be done.
const TICK: Duration = Duration::from_secs(10);

/// The background and what is known of it.
pub(crate) struct Background {
    state: Mutex<State>,
    changed: Condvar,
    gauge: Arc<Gauge>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

#[derive(Default)]
struct State {
    is_wanted: bool,
    is_running: bool,
    is_ending: bool,
    is_paused: bool,
    is_enrolled: bool,
    run: Run,
    ended: u64,
    last: Option<SyncOutcome>,
    tries: Tries,
    backup_at: Option<Instant>,
    reach: Reach,
    generation: u64,
}

impl Background {
    pub(crate) fn new() -> Self {
        Self {
            state: Mutex::default(),
            changed: Condvar::new(),
            gauge: Arc::default(),
            thread: Mutex::new(None),
        }
    }

    /// Starts the thread.
    pub(crate) fn begin(inner: &Arc<Inner>) {
        let own = Arc::clone(inner);
        let begun = std::thread::Builder::new()
            .name("sync".to_owned())
            .spawn(move || {
                while own.sync.wait_for_work(&own) {
                    own.sync.run(&own);
                }
            });
        let background = &inner.sync;
        match begun {
            Ok(thread) => *lock(&background.thread) = Some(thread),
            // A PC that has no thread left syncs not at all, and says so when asked.
            Err(_) => background.state().is_ending = true,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State>, at_most: Duration) -> MutexGuard<'a, State> {
        let waited = self.changed.wait_timeout(state, at_most);
        waited.unwrap_or_else(PoisonError::into_inner).0
    }

    /// Begins a sync, unless one runs or is about to.
    pub(crate) fn start(&self) -> Result<(), AppError> {
        let mut state = self.state();
        if state.is_ending || state.is_paused {
            return Err(AppError::Stopped);
        }
        if !state.is_running {
            state.is_wanted = true;
            self.changed.notify_all();
        }
        Ok(())
    }

    /// Stops a running sync.
    pub(crate) fn stop(&self) {
        let mut state = self.state();
        state.is_wanted = false;
        if state.is_running {
            self.gauge.stop();
        }
    }

    /// Begins a sync or joins the one that runs, and waits for its end.
    pub(crate) fn run_and_wait(&self, inner: &Inner) -> Result<SyncReport, AppError> {
        inner.place().station(&inner.options)?;
        let before = self.state().ended;
        self.start()?;
        let mut state = self.state();
        while state.ended == before && !state.is_ending && (state.is_wanted || state.is_running) {
            state = self.wait(state, TICK);
        }
        match state.last.clone() {
            Some(SyncOutcome {
                report: Some(report),
                ..
            }) if state.ended != before => Ok(report),
            Some(SyncOutcome {
                error: Some(error), ..
            }) if state.ended != before => Err(error),
            Some(_) | None => Err(AppError::Stopped),
        }
    }

    /// No sync runs, and none begins until [`Self::resume`].
    pub(crate) fn pause(&self) {
        let mut state = self.state();
        state.is_paused = true;
        state.is_wanted = false;
        self.gauge.stop();
        while state.is_running {
            state = self.wait(state, TICK);
        }
    }

    pub(crate) fn resume(&self) {
        self.state().is_paused = false;
        self.changed.notify_all();
    }

    /// Stops for good.
    pub(crate) fn end(&self) {
        {
            let mut state = self.state();
            state.is_ending = true;
            state.is_wanted = false;
            self.gauge.stop();
            self.changed.notify_all();
        }
        let thread = lock(&self.thread).take();
        if let Some(thread) = thread {
            // It catches its own panics.
            let _ended = thread.join();
        }
    }

    /// Waits until no sync runs or is about to.
    pub(crate) fn wait_idle(&self) {
        let mut state = self.state();
        while !state.is_ending && (state.is_wanted || state.is_running) {
            state = self.wait(state, TICK);
        }
    }

    /// A sync soon: the station was opened, or the settings changed.
    pub(crate) fn soon(&self, inner: &Inner) {
        let is_automatic = inner.is_automatic();
        self.state().tries.soon(is_automatic);
        self.changed.notify_all();
    }

    /// A sync soon, if the link was good when last used.
    pub(crate) fn soon_after_write(&self, inner: &Inner) {
        let is_automatic = inner.is_automatic();
        self.state().tries.after_write(is_automatic);
        self.changed.notify_all();
    }

    /// Looks how far a station's logs reach; whether this device wrote something since.
    pub(crate) fn note_station(&self, station: &Station) -> bool {
        let (Ok(reach), Ok(is_enrolled)) = (station.reach(), station.is_enrolled()) else {
            return false;
        };
        let mut state = self.state();
        let before = std::mem::replace(&mut state.reach, reach);
        state.is_enrolled = is_enrolled;
        if (before.others, before.at_hub) != (reach.others, reach.at_hub) {
            state.generation = state.generation.saturating_add(1);
        }
        before.own != reach.own
    }

    /// How it stands.
    pub(crate) fn watch(&self, inner: &Inner) -> SyncWatch {
        if let Some(mut place) = inner.try_place() {
            match &mut *place {
                Place::Ready(station) => {
                    self.note_station(station);
                }
                Place::Absent | Place::Trouble(_) => self.state().is_enrolled = false,
            }
        }
        let setting = inner.settings().show().photos;
        let photos_held = Held::word(photos::held_by(&setting));
        let mut state = self.state();
        let bytes = self.gauge.bytes();
        let is_running = state.is_running;
        let shown = if state.is_wanted && !is_running {
            Run::default().show(true, (0, 0))
        } else {
            state.run.show(is_running, bytes)
        };
        SyncWatch {
            is_enrolled: state.is_enrolled,
            is_running: is_running || state.is_wanted,
            last: state.last.clone(),
            next_try_seconds: state.tries.seconds_left(state.is_enrolled),
            generation: state.generation,
            photos_held: photos_held.to_owned(),
            ..shown
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
