//! A simulator: stations of one or two devices and a hub, the real code of both in one process, with
//! all that can go wrong between them and with their disks, clocks and power, from one seed. When
//! everything goes well again, what was acknowledged is there once and everywhere the same.
//!
//! `TSONG_SEED=n` runs one seed and tells its trace; `TSONG_LONG` runs ten thousand.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::print_stdout,
    clippy::wildcard_enum_match_arm,
    reason = "a test that cannot go on has failed"
)]

mod action;
mod air;
mod book;
mod careless;
mod county;
mod dice;
mod drawer;
mod folder;
mod found;
mod heal;
mod hooked;
mod mutant;
mod photos;
mod run;
mod stick;
mod template;
mod till;
mod work;
mod world;

use action::Plan;
use mutant::Mutant;

/// How many actions a run has.
const LENGTH: u32 = 60;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn whatever_goes_wrong_nothing_is_lost_and_nothing_is_there_twice() {
    if let Some(seed) = number("TSONG_SEED") {
        let plan = Plan::of(seed, LENGTH);
        if let Err(failure) = run::run_and_tell(&plan, None, true) {
            panic!("{}", run::tell(&plan, &failure));
        }
        return;
    }
    let is_long = std::env::var_os("TSONG_LONG").is_some();
    let count = number("TSONG_SEEDS").unwrap_or(if is_long { 10_000 } else { 300 });
    let failed = run::all(0..count, LENGTH);
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

/// Some seed shows the planted bug; `is_it` says by which words.
#[track_caller]
fn is_caught(mutant: Mutant, is_it: impl Fn(&str) -> bool + Sync) {
    let caught = run::caught(mutant, 0..300, LENGTH, is_it);
    let Some((seed, why)) = caught else {
        panic!("{mutant:?} went unnoticed in 300 seeds");
    };
    println!("{mutant:?} is noticed in seed {seed}: {why}");
}

#[test]
fn a_cursor_ahead_of_its_data_is_noticed() {
    is_caught(Mutant::CursorAhead, |why| why.contains("where it should"));
}

#[test]
fn a_split_transaction_is_noticed() {
    is_caught(Mutant::SplitTransaction, |why| why.contains("torn"));
}

#[test]
fn a_sequence_that_is_used_again_is_noticed() {
    is_caught(Mutant::SequenceReuse, |why| why.contains("than the hub"));
}

#[test]
fn two_restores_of_one_backup_under_one_origin_are_noticed() {
    is_caught(Mutant::TwoRestores, |why| why.contains("than the hub"));
}

#[test]
fn a_transfer_that_is_lost_with_a_restored_hub_is_noticed() {
    is_caught(Mutant::LostTransfer, |why| why.contains("Transfer"));
}

#[test]
fn a_half_written_bundle_that_is_believed_is_noticed() {
    is_caught(Mutant::StickAhead, |why| why.contains("where it should"));
}

#[test]
fn a_hub_that_keeps_only_what_it_knows_is_noticed() {
    is_caught(Mutant::UnknownDropped, |_| true);
}

#[test]
fn a_photo_that_is_called_whole_too_early_is_noticed() {
    is_caught(Mutant::PhotoUnchecked, |why| {
        why.contains("whole and is not")
    });
}

#[test]
fn facts_that_are_taken_in_twice_are_noticed() {
    for seed in 0..300 {
        assert!(
            careless::is_whole(seed, false),
            "a careful device takes each fact in once, also in seed {seed}"
        );
    }
    let noticed = (0..300).find(|seed| !careless::is_whole(*seed, true));
    let Some(seed) = noticed else {
        panic!("a device that looks at nothing twice went unnoticed in 300 seeds");
    };
    println!("a log without a look at what is there is noticed in seed {seed}");
}
