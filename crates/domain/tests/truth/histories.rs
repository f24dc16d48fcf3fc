//! Random histories and all histories to a small depth: the invariants hold in every one, and every
//! replica sees in it what the reference sees. `TSONG_LONG=n` runs n times as many, and
//! searches one step deeper.

use crate::log::{A, HUB};
use crate::view::TRUE_RULES;
use crate::world::{Act, Config, Village, Who};
use std::collections::BTreeSet;

pub(crate) const CALM: Config = Config {
    name: "calm",
    restores: None,
    lots: 1,
    extras: false,
    rules: TRUE_RULES,
    quota: false,
    planted: None,
    carries_at_once: false,
};
pub(crate) const LOST_DISK: Config = Config {
    name: "lost disk",
    restores: Some(A),
    ..CALM
};
pub(crate) const LOST_HUB: Config = Config {
    name: "lost hub",
    restores: Some(HUB),
    ..CALM
};
pub(crate) const TWO_LOTS: Config = Config {
    name: "two lots",
    lots: 2,
    ..LOST_DISK
};
const BUSY: Config = Config {
    name: "busy",
    extras: true,
    ..CALM
};
const BUSY_LOST_DISK: Config = Config {
    name: "busy, lost disk",
    extras: true,
    ..LOST_DISK
};
const BUSY_LOST_HUB: Config = Config {
    name: "busy, lost hub",
    extras: true,
    ..LOST_HUB
};

/// Reproducible chance (splitmix64).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    pub(crate) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let a = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let b = (a ^ (a >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        b ^ (b >> 31)
    }

    pub(crate) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        let many = u64::try_from(of.len()).unwrap();
        of[usize::try_from(self.next() % many).unwrap()]
    }
}

type Check = fn(&Village) -> Result<(), String>;

/// Every other run tells nobody of what follows the backup, sells, and keeps the stick away until
/// the lost disk is taken over, so that late facts come; and cancels less.
fn choose(dice: &mut Dice, options: &[Act], seed: u64) -> Act {
    let is_restore = |a: &Act| matches!(a, Act::Backup(_) | Act::Restore(_) | Act::TakeOver);
    let first: Vec<Act> = options.iter().copied().filter(is_restore).collect();
    let keeps_stick = seed % 2 == 1 && !first.is_empty();
    if keeps_stick && dice.next() % 100 < 15 {
        return dice.pick(&first);
    }
    let is_backed_up = options.contains(&Act::Restore(A));
    let is_sale = |a: &Act| matches!(a, Act::Place { by: A, .. });
    let sales: Vec<Act> = options.iter().copied().filter(is_sale).collect();
    if keeps_stick && is_backed_up && !sales.is_empty() && dice.next() % 100 < 30 {
        return dice.pick(&sales);
    }
    let tells = |a: &Act, who| matches!(a, Act::Deliver { from, .. } if *from == who);
    let is_silent =
        |a: &Act| keeps_stick && (tells(a, Who::Stick) || is_backed_up && tells(a, Who::A));
    let kept: Vec<Act> = options
        .iter()
        .copied()
        .filter(|a| !is_silent(a))
        .filter(|a| {
            let is_cancel = matches!(a, Act::Cancel { .. } | Act::Undo { .. });
            !is_cancel || seed.is_multiple_of(2) || dice.next() % 100 < 30
        })
        .collect();
    let kept = if kept.is_empty() {
        options.to_vec()
    } else {
        kept
    };
    let (heard, other): (Vec<Act>, Vec<Act>) = kept
        .into_iter()
        .partition(|a| matches!(a, Act::Deliver { .. }));
    let hears = !heard.is_empty() && (other.is_empty() || dice.next() % 100 < 45);
    dice.pick(if hears { &heard } else { &other })
}

/// One random history; the steps that led to what is wrong, and what it is.
pub(crate) fn run(
    config: &'static Config,
    seed: u64,
    steps: usize,
    check: Check,
) -> Result<usize, (Vec<Act>, String)> {
    let mut dice = Dice::new(seed);
    let mut world = Village::new(config);
    let mut done = Vec::new();
    for _ in 0..steps {
        let act = choose(&mut dice, &world.options(), seed);
        let Some(next) = world.after(act) else {
            continue;
        };
        world = next;
        done.push(act);
        check(&world).map_err(|told| (done.clone(), told))?;
    }
    world.check_end().map_err(|told| (done.clone(), told))?;
    Ok(done.len())
}

fn replay(config: &'static Config, acts: &[Act], check: Check) -> Result<(), String> {
    let mut world = Village::new(config);
    for act in acts {
        let Some(next) = world.after(*act) else {
            continue;
        };
        world = next;
        check(&world)?;
    }
    world.check_end()
}

/// The shortest part of a bad history that is still bad.
pub(crate) fn shrink(config: &'static Config, mut acts: Vec<Act>, check: Check) -> Vec<Act> {
    let mut shorter = true;
    while shorter {
        shorter = false;
        for at in (0..acts.len()).rev() {
            let mut fewer = acts.clone();
            fewer.remove(at);
            if replay(config, &fewer, check).is_err() {
                acts = fewer;
                shorter = true;
            }
        }
    }
    acts
}

fn long() -> u64 {
    std::env::var("TSONG_LONG")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(1)
}

/// One step deeper when there is time, however many runs are asked for.
fn depth() -> usize {
    5 + usize::from(std::env::var_os("TSONG_LONG").is_some())
}

fn everything(world: &Village) -> Result<(), String> {
    world.check()?;
    world.check_reference()
}

fn prove(config: &'static Config, runs: u64) {
    let mut steps = 0;
    for seed in 0..runs * long() {
        match run(config, seed, 40, everything) {
            Ok(done) => steps += done,
            Err((acts, told)) => {
                let acts = shrink(config, acts, everything);
                let told = replay(config, &acts, everything).err().unwrap_or(told);
                panic!("{}, seed {seed}: {told}\n{acts:#?}", config.name);
            }
        }
    }
    assert!(
        steps > 20 * usize::try_from(runs).unwrap(),
        "runs are not idle: {steps} steps"
    );
}

/// Everything that can happen in `depth` steps.
fn explore(config: &'static Config, depth: usize) -> usize {
    let start = Village::new(config);
    let mut known = BTreeSet::from([start.key()]);
    let mut edge = vec![(start, Vec::new())];
    for _ in 0..depth {
        let mut next = Vec::new();
        for (world, acts) in &edge {
            for act in world.options() {
                let Some(after) = world.after(act) else {
                    continue;
                };
                if !known.insert(after.key()) {
                    continue;
                }
                let mut acts: Vec<Act> = acts.clone();
                acts.push(act);
                let end = if known.len().is_multiple_of(7) {
                    after.check_end()
                } else {
                    Ok(())
                };
                if let Err(told) = everything(&after).and(end) {
                    panic!("{}: {told}\n{acts:#?}", config.name);
                }
                next.push((after, acts));
            }
        }
        edge = next;
    }
    known.len()
}

#[test]
fn random_calm() {
    prove(&CALM, 200);
}

#[test]
fn random_lost_disk() {
    prove(&LOST_DISK, 240);
}

#[test]
fn random_lost_hub() {
    prove(&LOST_HUB, 200);
}

#[test]
fn random_two_lots() {
    prove(&TWO_LOTS, 160);
}

#[test]
fn random_busy() {
    prove(&BUSY, 200);
}

#[test]
fn random_busy_lost_disk() {
    prove(&BUSY_LOST_DISK, 240);
}

#[test]
fn random_busy_lost_hub() {
    prove(&BUSY_LOST_HUB, 200);
}

#[test]
fn all_histories_of_a_lost_disk_to_depth_five() {
    let states = explore(&LOST_DISK, depth());
    assert!(states > 5_000, "the search is wide: {states} states");
}

#[test]
fn all_histories_of_a_lost_hub_to_depth_five() {
    let states = explore(&LOST_HUB, depth());
    assert!(states > 5_000, "the search is wide: {states} states");
}
