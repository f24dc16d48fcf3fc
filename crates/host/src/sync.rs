//! Sync in the background: one thread with a station of its own, so that no call waits for the
//! network. It begins when it is asked, and by itself when something was written or time is up.

mod run;
mod tries;

use crate::backup::Daily;
use crate::bridge::Inner;
use crate::machine::Gauge;
use crate::place::{Place, open};
use run::Run;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tries::Tries;
use tsong_contract::AppError;
use tsong_contract::io::{Empty, SyncOutcome, SyncReport, SyncWatch};
use tsong_station::session::Reach;
use tsong_station::{Station, link};

/// How often the thread looks around when nothing is to be done.
const TICK: Duration = Duration::from_secs(10);
/// How often the day's backup is thought of.
const BACKUP_EVERY: Duration = Duration::from_secs(3600);

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
            ..shown
        }
    }

    /// Waits until a sync is due; whether one is, or the end has come.
    fn wait_for_work(&self, inner: &Arc<Inner>) -> bool {
        let mut state = self.state();
        loop {
            if state.is_ending {
                return false;
            }
            let now = Instant::now();
            state.tries.look_for_link(now);
            if !state.is_enrolled {
                state.tries.put_off(now);
            }
            let is_due = state.tries.is_due(now);
            if !state.is_paused && (state.is_wanted || is_due) {
                state.is_wanted = false;
                state.tries.begin();
                state.is_running = true;
                state.run = Run::begin(inner.now_ms());
                self.gauge.reset();
                return true;
            }
            let backup_at = *state.backup_at.get_or_insert(now + BACKUP_EVERY);
            if now >= backup_at && !state.is_paused {
                state.backup_at = Some(now + BACKUP_EVERY);
                drop(state);
                inner.keep_backup();
                state = self.state();
                continue;
            }
            let left = state.tries.wait(now).unwrap_or(TICK).min(TICK);
            state = self.wait(state, left);
        }
    }

    /// One sync, and what follows from how it ended.
    fn run(&self, inner: &Arc<Inner>) {
        let started = Instant::now();
        let done = catch_unwind(AssertUnwindSafe(|| self.exchange(inner)));
        let outcome = done.unwrap_or_else(|_| {
            Err(AppError::Internal {
                detail: "sync".to_owned(),
            })
        });
        // Not being enrolled is no news of a try that nobody asked for.
        if outcome.as_ref().err() != Some(&AppError::NotEnrolled) {
            inner.note("sync", started, outcome.as_ref().err());
        }
        let every = Duration::from_secs(u64::from(inner.sync_minutes()).saturating_mul(60));
        let is_automatic = inner.is_automatic();
        let at_ms = inner.now_ms();
        let mut state = self.state();
        state.tries.end(outcome.as_ref().err(), is_automatic, every);
        state.run.end(self.gauge.bytes());
        state.is_running = false;
        state.ended = state.ended.saturating_add(1);
        let (report, error) = match outcome {
            Ok(report) => (Some(report), None),
            Err(error) => (None, Some(error)),
        };
        state.last = Some(SyncOutcome {
            at_ms,
            report,
            error,
        });
        self.changed.notify_all();
    }

    fn exchange(&self, inner: &Inner) -> Result<SyncReport, AppError> {
        let mut station = open(&inner.options, Some(Arc::clone(&self.gauge)))?;
        if !station.is_enrolled()? {
            return Err(AppError::NotEnrolled);
        }
        let waiting = link::status(&mut station, Empty {})?;
        self.state().run.expect(&waiting);
        link::sync_with(&mut station, &mut |progress| {
            self.state().run.note(progress, self.gauge.bytes());
        })
    }
}

impl Inner {
    /// Whether syncs begin by themselves here.
    fn is_automatic(&self) -> bool {
        self.options.is_staying && self.settings().show().is_sync_automatic
    }

    fn sync_minutes(&self) -> u32 {
        self.settings().show().sync_minutes
    }

    /// The day's backup, if there is a station.
    fn keep_backup(self: &Arc<Self>) {
        let is_ready = self
            .try_place()
            .is_some_and(|place| matches!(*place, Place::Ready(_)));
        if is_ready {
            Daily::keep(self);
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
