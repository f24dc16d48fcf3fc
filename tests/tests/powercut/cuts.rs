//! Cutting a recorded story and judging what is found.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;
use tsong_powercut::{Dice, Disk, Image, Recording};

/// States that are tried in every run, and with `TSONG_LONG`.
pub(crate) const STATES: usize = 2_000;
pub(crate) const STATES_LONG: usize = 50_000;
const WORKERS: usize = 2;

/// How many states of a test's share are to be tried.
pub(crate) fn states(share_percent: usize) -> usize {
    let is_long = std::env::var_os("TSONG_LONG").is_some();
    let all = if is_long { STATES_LONG } else { STATES };
    all * share_percent / 100
}

/// A new seed, or the one that is asked for.
pub(crate) fn seed() -> u64 {
    std::env::var("TSONG_SEED")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(0x7503_2026)
}

/// The program whose disk is cut.
pub(crate) trait Program: Sync {
    /// What else than the database it needs is put into a folder.
    fn furnish(&self, folder: &Path);

    /// Opens the database as the program does, checks its pages and reads all its rows.
    fn open(&self, folder: &Path) -> Result<u64, String>;

    /// Computes everything again from what is the ground of it.
    fn verify(&self, folder: &Path) -> Result<(), String>;
}

/// What was done on a disk, and when somebody was told that it is saved.
pub(crate) struct Story {
    recording: Recording,
    acknowledged: Vec<usize>,
    /// Each committed state and since when it was written, in order.
    committed: Vec<(usize, u64)>,
}

/// What a cut did that none may.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Harm {
    /// The program does not open it, or finds pages that are not whole.
    Damaged(String),
    /// A committed state, but older than what somebody was told is saved.
    Lost,
    /// No state that was ever committed.
    Mixed,
    /// The tables are not what the log says.
    Unsound(String),
}

/// Where it was done.
#[derive(Debug)]
pub(crate) struct Found {
    at: usize,
    is_second: bool,
    pub(crate) harm: Harm,
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let again = if self.is_second {
            ", cut again while it was opened"
        } else {
            ""
        };
        write!(f, "cut at {}{again}: {:?}", self.at, self.harm)
    }
}

impl Story {
    pub(crate) fn new(
        program: &impl Program,
        recording: Recording,
        acknowledged: Vec<usize>,
    ) -> Self {
        let folder = tempfile::tempdir().unwrap();
        program.furnish(folder.path());
        let mut committed: Vec<(usize, u64)> = Vec::new();
        for at in std::iter::once(0).chain(recording.commits()) {
            let disk = Disk::mount(folder.path(), recording.whole(at));
            let rows = program
                .open(folder.path())
                .unwrap_or_else(|e| panic!("killed at {at}, nothing lost: {e}"));
            drop(disk);
            if committed.last().is_none_or(|(_, last)| *last != rows) {
                committed.push((at, rows));
            }
        }
        Self {
            recording,
            acknowledged,
            committed,
        }
    }

    pub(crate) fn recording(&self) -> &Recording {
        &self.recording
    }

    /// When somebody was told that something is saved.
    pub(crate) fn acknowledged(&self) -> &[usize] {
        &self.acknowledged
    }

    /// Tries so many cuts, spread evenly over the story; what they harmed.
    pub(crate) fn cut(&self, program: &impl Program, states: usize, seed: u64) -> Vec<Found> {
        let (next, found) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
        let verified = Mutex::new(BTreeMap::new());
        let places = self.recording.len() + 1;
        std::thread::scope(|scope| {
            for _ in 0..WORKERS {
                scope.spawn(|| {
                    let folder = tempfile::tempdir().unwrap();
                    program.furnish(folder.path());
                    let bench = Bench {
                        program,
                        story: self,
                        verified: &verified,
                        folder,
                    };
                    loop {
                        let n = next.fetch_add(1, Ordering::Relaxed);
                        if n >= states {
                            return;
                        }
                        let at = n * places / states;
                        let mut dice = Dice::new(seed ^ u64::try_from(n).unwrap() << 20);
                        if let Some(harm) = bench.try_one(at, &mut dice) {
                            found.lock().unwrap().push(harm);
                        }
                    }
                });
            }
        });
        let mut found = found.into_inner().unwrap();
        found.sort_by_key(|f: &Found| f.at);
        println!(
            "{states} states over {places} places, {} commits, {} told, {} syncs; seed {seed}: {} harmed",
            self.committed.len(),
            self.acknowledged.len(),
            self.recording.syncs(),
            found.len()
        );
        found
    }

    /// No cut harms anything.
    #[track_caller]
    pub(crate) fn holds(&self, program: &impl Program, states: usize) {
        let seed = seed();
        let found = self.cut(program, states, seed);
        let told: Vec<String> = found.iter().take(8).map(ToString::to_string).collect();
        assert!(
            found.is_empty(),
            "{} of {states} power cuts did harm (TSONG_SEED={seed}):\n{}",
            found.len(),
            told.join("\n")
        );
    }

    /// The kinds of harm, for a disk that lies.
    pub(crate) fn kinds(found: &[Found]) -> BTreeSet<&'static str> {
        let kind = |f: &Found| match f.harm {
            Harm::Damaged(_) => "damaged",
            Harm::Lost => "lost",
            Harm::Mixed => "mixed",
            Harm::Unsound(_) => "unsound",
        };
        found.iter().map(kind).collect()
    }

    fn judge(&self, at: usize, rows: u64) -> Option<Harm> {
        let told = self.acknowledged.iter().filter(|a| **a <= at).max();
        let told = told.copied().unwrap_or(0);
        let state = |at: usize| self.committed.iter().rposition(|(since, _)| *since <= at);
        let (oldest, newest) = (state(told).unwrap(), state(at).unwrap());
        let is_at = |range: &[(usize, u64)]| range.iter().any(|(_, r)| *r == rows);
        if is_at(&self.committed[oldest..=newest]) {
            None
        } else if is_at(&self.committed[..oldest]) {
            Some(Harm::Lost)
        } else {
            Some(Harm::Mixed)
        }
    }
}

/// A folder in which one disk after the other is tried.
struct Bench<'a, P: Program> {
    program: &'a P,
    story: &'a Story,
    /// What was computed again once needs not be again.
    verified: &'a Mutex<BTreeMap<u64, Option<Harm>>>,
    folder: TempDir,
}

impl<P: Program> Bench<'_, P> {
    fn try_one(&self, at: usize, dice: &mut Dice) -> Option<Found> {
        let (harm, opening) = self.open(at, self.story.recording.cut(at, dice));
        let found = |is_second, harm| Found {
            at,
            is_second,
            harm,
        };
        if harm.is_some() || !dice.one_in(6) {
            return harm.map(|h| found(false, h));
        }
        // The power goes again while the program makes good what the first cut left.
        let again = dice.below(opening.len() + 1);
        let (harm, _) = self.open(at, opening.cut(again, dice));
        harm.map(|h| found(true, h))
    }

    fn open(&self, at: usize, image: Image) -> (Option<Harm>, Recording) {
        let folder = self.folder.path();
        let disk = Disk::mount(folder, image);
        let harm = match self.program.open(folder) {
            Err(why) => Some(Harm::Damaged(why)),
            Ok(rows) => self.story.judge(at, rows).or_else(|| self.sound(rows)),
        };
        (harm, disk.recording())
    }

    fn sound(&self, rows: u64) -> Option<Harm> {
        if let Some(known) = self.verified.lock().unwrap().get(&rows) {
            return known.clone();
        }
        let verdict = self.program.verify(self.folder.path()).err();
        let harm = verdict.map(Harm::Unsound);
        self.verified.lock().unwrap().insert(rows, harm.clone());
        harm
    }
}
