//! What the background's thread does: it waits until a sync is due, runs it, and waits again.

use super::run::Run;
use super::{Background, TICK};
use crate::backup::Daily;
use crate::bridge::Inner;
use crate::place::{Place, open};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tsong_contract::AppError;
use tsong_contract::io::{Empty, SyncOutcome, SyncReport};
use tsong_station::{link, outbox};

/// How often the day's backup is thought of.
const BACKUP_EVERY: Duration = Duration::from_secs(3600);

impl Background {
    /// Waits until a sync is due; whether one is, or the end has come.
    pub(super) fn wait_for_work(&self, inner: &Arc<Inner>) -> bool {
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
    pub(super) fn run(&self, inner: &Arc<Inner>) {
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
        let waiting = outbox::status(&mut station, Empty {})?;
        self.state().run.expect(&waiting);
        link::sync_with(&mut station, &mut |progress| {
            self.state().run.note(progress, self.gauge.bytes());
        })
    }
}

impl Inner {
    /// Whether syncs begin by themselves here.
    pub(super) fn is_automatic(&self) -> bool {
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
