//! What the simulator has found, by name: each trace lost or stopped something once.

use crate::action::{Plan, Trouble, What};
use crate::run::run;

#[track_caller]
fn ends_well(houses: &[usize], told: &[(usize, usize, What)]) {
    if let Err(failure) = run(&Plan::told(houses, told), None) {
        panic!("{}", failure.why);
    }
}

/// One device after the other, all of the first station.
fn at(device: usize, what: What) -> (usize, usize, What) {
    (0, device, what)
}

#[test]
fn a_backup_from_before_any_hub_was_known_reaches_the_hub() {
    let told = [
        What::TakeIn,
        What::KeepBackup,
        What::Restore,
        What::Sync(None),
    ];
    ends_well(&[2], &told.map(|what| at(1, what)));
}

#[test]
fn what_a_backup_holds_beyond_the_last_sync_reaches_the_hub_and_the_second_device() {
    let told = [
        What::TakeIn,
        What::Sync(None),
        What::TakeIn,
        What::KeepBackup,
        What::TakeIn,
        What::Restore,
        What::Sync(None),
    ];
    ends_well(&[2], &told.map(|what| at(0, what)));
}

#[test]
fn a_restored_hub_that_lets_somebody_in_does_not_fork_its_own_log() {
    let told = [
        at(0, What::Sync(None)),
        at(0, What::KeepHub),
        at(1, What::Sync(None)),
        at(0, What::Sync(None)),
        at(0, What::RestoreHub),
        at(1, What::Sync(None)),
    ];
    ends_well(&[2], &told);
}

#[test]
fn a_hub_that_has_forgotten_a_device_lets_it_in_again_and_gets_all_its_facts() {
    let told = [
        What::KeepHub,
        What::TakeIn,
        What::Sync(None),
        What::TakeIn,
        What::RestoreHub,
        What::Sync(None),
    ];
    ends_well(&[1], &told.map(|what| at(0, what)));
}

#[test]
fn a_restored_hub_gets_news_and_what_it_had_lost_in_one_sync() {
    let told = [
        What::Sync(None),
        What::KeepHub,
        What::TakeIn,
        What::Sync(None),
        What::RestoreHub,
        What::TakeIn,
        What::Sync(None),
    ];
    ends_well(&[1], &told.map(|what| at(0, what)));
}

#[test]
fn a_disk_that_is_copied_back_a_second_time_is_heard_again() {
    let crash = What::Sync(Some((1, Trouble::CrashAt(941))));
    let told = [
        What::Sync(None),
        What::KeepDisk,
        What::Sync(None),
        What::PutBack,
        crash,
        What::PutBack,
        What::Sync(None),
    ];
    ends_well(&[1], &told.map(|what| at(0, what)));
}

#[test]
fn a_copied_disk_whose_history_is_cut_off_on_its_way_still_lets_people_in() {
    let crash = What::Sync(Some((1, Trouble::CrashAt(10))));
    let told = [
        What::KeepDisk,
        What::TakeIn,
        What::Sync(None),
        What::PutBack,
        What::Photo,
        crash,
    ];
    ends_well(&[1], &told.map(|what| at(0, what)));
}
