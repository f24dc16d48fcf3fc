//! Disks that lie, and programs that do not wait for them: the same cuts must do harm, else the
//! tests beside these would prove nothing.

use crate::cuts::Story;
use crate::shop::Home;
use crate::station::day;
use std::collections::BTreeSet;
use tsong_powercut::Flaw;

/// Cuts until harm is seen need not be many.
const STATES: usize = 150;

fn harm(flaw: Flaw) -> BTreeSet<&'static str> {
    let home = Home::new();
    let found = day(&home, flaw).cut(&home, STATES, crate::cuts::seed());
    Story::kinds(&found)
}

#[test]
fn a_station_without_synchronous_loses_what_it_called_saved() {
    let kinds = harm(Flaw::SynchronousOff);
    assert!(
        kinds.contains("lost"),
        "a cut under synchronous=OFF must be seen to lose saved work: {kinds:?}"
    );
    let kinds = harm(Flaw::SynchronousNormal);
    assert!(
        kinds.contains("lost"),
        "so must one under synchronous=NORMAL: {kinds:?}"
    );
}

#[test]
fn a_station_on_a_disk_that_does_not_sync_loses_and_breaks() {
    let kinds = harm(Flaw::NoSync);
    assert!(
        kinds.contains("lost") && (kinds.contains("damaged") || kinds.contains("mixed")),
        "a cut with fsync stubbed out must be seen to do harm: {kinds:?}"
    );
}
