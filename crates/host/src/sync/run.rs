//! The sync that runs, or ran last, in numbers.

use std::collections::VecDeque;
use std::time::{Duration, Instant};
use tsong_contract::io::{SyncStatus, SyncWatch};
use tsong_sync::exchange::{Progress, Stage};

/// Over how long the speed is told.
const MOMENTS: Duration = Duration::from_secs(8);
/// How far apart two looks at the socket are at least.
const APART: Duration = Duration::from_millis(300);

/// One sync.
#[derive(Default)]
pub(super) struct Run {
    started_ms: Option<i64>,
    started: Option<Instant>,
    took: Option<Duration>,
    bytes: (u64, u64),
    facts_waiting: u64,
    blobs_waiting: u64,
    blob_bytes_waiting: u64,
    progress: Option<Progress>,
    /// Bytes that had gone up when the running request began.
    request_from: u64,
    looks: VecDeque<(Instant, u64)>,
}

impl Run {
    pub(super) fn begin(now_ms: i64) -> Self {
        Self {
            started_ms: Some(now_ms),
            started: Some(Instant::now()),
            ..Self::default()
        }
    }

    /// What waits, as it begins.
    pub(super) fn expect(&mut self, status: &SyncStatus) {
        self.facts_waiting = status.waiting;
        self.blobs_waiting = status.waiting_blobs;
        self.blob_bytes_waiting = status.waiting_blob_bytes;
    }

    pub(super) fn note(&mut self, progress: Progress, bytes: (u64, u64)) {
        if progress.bytes_waiting > 0 {
            self.request_from = bytes.0;
        }
        self.progress = Some(progress);
    }

    pub(super) fn end(&mut self, bytes: (u64, u64)) {
        self.bytes = bytes;
        self.took = self.started.map(|started| started.elapsed());
    }

    /// What the screen shows of it.
    pub(super) fn show(&mut self, is_running: bool, bytes: (u64, u64)) -> SyncWatch {
        let (up, down) = if is_running { bytes } else { self.bytes };
        let now = Instant::now();
        let bytes_per_second = if is_running {
            self.look(now, up.saturating_add(down))
        } else {
            0
        };
        let progress = self.progress.unwrap_or_default();
        let elapsed = self
            .took
            .or_else(|| self.started.map(|started| now.duration_since(started)))
            .unwrap_or_default();
        let left = self.bytes_left(up).filter(|_| is_running);
        SyncWatch {
            is_enrolled: false,
            is_running,
            phase: self.phase(is_running, up).to_owned(),
            bytes_up: up,
            bytes_down: down,
            facts_done: progress.pushed,
            facts_waiting: self.facts_waiting.max(progress.pushed),
            facts_pulled: progress.pulled,
            photos_held: String::new(),
            blobs_done: progress.blobs,
            blobs_waiting: self.blobs_waiting.max(progress.blobs),
            started_ms: self.started_ms,
            elapsed_ms: u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX),
            bytes_per_second,
            seconds_left: left
                .filter(|_| bytes_per_second > 0)
                .map(|left| left.div_ceil(bytes_per_second.max(1))),
            last: None,
            next_try_seconds: None,
            generation: 0,
        }
    }

    fn phase(&self, is_running: bool, up: u64) -> &'static str {
        if !is_running {
            return if self.took.is_some() { "done" } else { "idle" };
        }
        match self.progress {
            None => "connect",
            Some(_) if up == 0 => "connect",
            Some(progress) => match progress.stage {
                Stage::Facts if up < self.request_end(progress) => "facts_up",
                Stage::Facts => "facts_down",
                Stage::BlobsUp => "blobs_up",
                Stage::BlobsDown => "blobs_down",
            },
        }
    }

    const fn request_end(&self, progress: Progress) -> u64 {
        self.request_from.saturating_add(progress.bytes_waiting)
    }

    /// What is known to have to go up still; `None` while nothing is.
    fn bytes_left(&self, up: u64) -> Option<u64> {
        let progress = self.progress?;
        let facts = match progress.stage {
            Stage::Facts => self.request_end(progress).saturating_sub(up),
            Stage::BlobsUp | Stage::BlobsDown => 0,
        };
        let blobs = self
            .blob_bytes_waiting
            .saturating_sub(progress.blob_bytes_up);
        Some(facts.saturating_add(blobs)).filter(|left| *left > 0)
    }

    /// Looks at the socket; bytes a second over the last moments.
    fn look(&mut self, now: Instant, bytes: u64) -> u64 {
        let is_apart = self
            .looks
            .back()
            .is_none_or(|(at, _)| now.duration_since(*at) >= APART);
        if is_apart {
            self.looks.push_back((now, bytes));
        }
        while self
            .looks
            .front()
            .is_some_and(|(at, _)| now.duration_since(*at) > MOMENTS)
            && self.looks.len() > 2
        {
            self.looks.pop_front();
        }
        let begun = self.started.map(|started| (started, 0));
        // Two looks right after one another tell nothing.
        let first = self
            .looks
            .front()
            .copied()
            .filter(|(at, _)| now.duration_since(*at) >= APART);
        let Some((from, before)) = first.or(begun) else {
            return 0;
        };
        let elapsed_ms = u64::try_from(now.duration_since(from).as_millis()).unwrap_or(u64::MAX);
        bytes
            .saturating_sub(before)
            .saturating_mul(1000)
            .checked_div(elapsed_ms)
            .unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn progress(stage: Stage, bytes_waiting: u64) -> Progress {
        Progress {
            stage,
            bytes_waiting,
            ..Progress::default()
        }
    }

    #[test]
    fn the_phase_follows_the_socket() {
        let mut run = Run::default();
        assert_eq!(run.show(false, (0, 0)).phase, "idle");
        run = Run::begin(1);
        assert_eq!(run.show(true, (0, 0)).phase, "connect");
        run.note(progress(Stage::Facts, 1000), (0, 0));
        assert_eq!(run.show(true, (0, 0)).phase, "connect", "nothing went out");
        assert_eq!(run.show(true, (600, 0)).phase, "facts_up");
        assert_eq!(run.show(true, (1400, 0)).phase, "facts_down");
        run.note(progress(Stage::BlobsUp, 0), (1400, 300));
        assert_eq!(run.show(true, (1500, 300)).phase, "blobs_up");
        run.end((1600, 400));
        let ended = run.show(false, (0, 0));
        assert_eq!(
            (ended.phase.as_str(), ended.bytes_up, ended.bytes_down),
            ("done", 1600, 400)
        );
    }

    #[test]
    fn time_left_is_told_only_while_something_known_is_to_be_sent() {
        let mut run = Run::begin(1);
        run.started = Instant::now().checked_sub(Duration::from_secs(2));
        assert_eq!(run.show(true, (0, 0)).seconds_left, None);
        run.note(progress(Stage::Facts, 10_000), (0, 0));
        let shown = run.show(true, (4000, 0));
        assert!(
            shown.seconds_left.is_some_and(|s| (2..=4).contains(&s)),
            "6,000 bytes at some 2,000 a second: {shown:?}"
        );
        assert_eq!(run.show(true, (10_000, 0)).seconds_left, None, "all is out");
    }
}
