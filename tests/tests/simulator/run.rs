//! Runs plans, and makes a failing one short.

use crate::action::{Action, Plan};
use crate::mutant::Mutant;
use crate::world::World;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// The most runs that are spent on making a trace short.
const TRIES: u32 = 150;

/// How a run failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    /// After which action; none while healing.
    pub(crate) after: Option<u32>,
    pub(crate) why: String,
}

/// Runs a plan.
pub(crate) fn run(plan: &Plan, mutant: Option<Mutant>) -> Result<(), Failure> {
    run_and_tell(plan, mutant, false)
}

/// Runs a plan, and prints all that happens if wanted.
pub(crate) fn run_and_tell(
    plan: &Plan,
    mutant: Option<Mutant>,
    is_told: bool,
) -> Result<(), Failure> {
    let mut after = None;
    let mut is_done = false;
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let mut world = World::new(plan, mutant);
        world.is_told = is_told;
        for action in &plan.actions {
            after = Some(action.number);
            world.act(action)?;
        }
        is_done = true;
        world.heal()?;
        world.check()
    }));
    let why = match outcome {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(why)) => why,
        Err(panic) => words(&*panic),
    };
    Err(Failure {
        after: after.filter(|_| !is_done),
        why,
    })
}

fn words(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|s| (*s).to_owned()))
        .unwrap_or_else(|| "a panic without words".to_owned())
}

/// Drops actions while the rest still fails.
pub(crate) fn shortest(plan: &Plan, fails: impl Fn(&Plan) -> bool) -> Plan {
    let mut best = plan.clone();
    let mut tries = 0;
    let mut size = best.actions.len().div_ceil(2);
    while size > 0 {
        let mut has_shrunk = false;
        let mut from = 0;
        while from < best.actions.len() && tries < TRIES {
            let mut shorter = best.clone();
            let to = (from + size).min(shorter.actions.len());
            let dropped: Vec<Action> = shorter.actions.drain(from..to).collect();
            // Time goes on all the same.
            let waited: i64 = dropped.iter().map(|a| a.wait_ms).sum();
            if let Some(next) = shorter.actions.get_mut(from) {
                next.wait_ms += waited;
            }
            tries += 1;
            if fails(&shorter) {
                best = shorter;
                has_shrunk = true;
            } else {
                from = to;
            }
        }
        if !has_shrunk {
            size /= 2;
        }
    }
    best
}

/// The first words of what is wrong: a shorter trace has to fail by them too.
fn kind(failure: &Failure) -> String {
    let words = failure.why.split(|c: char| c.is_ascii_digit() || c == ':');
    words.take(1).collect()
}

/// A failure as it is told: the seed, the shortest trace, what is wrong.
pub(crate) fn tell(plan: &Plan, failure: &Failure) -> String {
    let wanted = kind(failure);
    let short = shortest(plan, |p| run(p, None).is_err_and(|f| kind(&f) == wanted));
    let failure = run(&short, None).err();
    let trace: Vec<String> = short.actions.iter().map(ToString::to_string).collect();
    let (seed, houses) = (plan.seed, &plan.houses);
    let trace = trace.join("\n  ");
    let why = failure.map_or_else(String::new, |f| {
        let after = f
            .after
            .map_or("after healing".to_owned(), |n| format!("at #{n}"));
        format!("{after}: {}", f.why)
    });
    format!(
        "seed {seed} fails (TSONG_SEED={seed} runs it alone), devices {houses:?}:\n  {trace}\n{why}"
    )
}

/// Runs seeds on all cores; the failing ones, each as it is told.
pub(crate) fn all(seeds: std::ops::Range<u64>, length: u32) -> Vec<String> {
    let failed = Mutex::new(Vec::new());
    each(seeds, |seed| {
        let plan = Plan::of(seed, length);
        if let Err(failure) = run(&plan, None) {
            let told = tell(&plan, &failure);
            failed.lock().unwrap().push(told);
        }
        failed.lock().unwrap().len() < 3
    });
    failed.into_inner().unwrap()
}

/// The first seed, and what was seen in it, in which a mutant is seen for what it is.
pub(crate) fn caught(
    mutant: Mutant,
    seeds: std::ops::Range<u64>,
    length: u32,
    is_it: impl Fn(&str) -> bool + Sync,
) -> Option<(u64, String)> {
    let found = Mutex::new(None::<(u64, String)>);
    each(seeds, |seed| {
        let why = run(&Plan::of(seed, length), Some(mutant))
            .err()
            .map(|f| f.why);
        if let Some(why) = why.filter(|why| is_it(why)) {
            let mut found = found.lock().unwrap();
            if found.as_ref().is_none_or(|(first, _)| seed < *first) {
                *found = Some((seed, why));
            }
        }
        found.lock().unwrap().is_none()
    });
    found.into_inner().unwrap()
}

/// Runs seeds on all cores while they say so. A panic in one of them is told with its trace.
fn each(seeds: std::ops::Range<u64>, goes_on: impl Fn(u64) -> bool + Sync) {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let (next, is_over) = (AtomicU64::new(seeds.start), AtomicBool::new(false));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= seeds.end || is_over.load(Ordering::Relaxed) {
                        return;
                    }
                    if !goes_on(seed) {
                        is_over.store(true, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    std::panic::set_hook(hook);
}
