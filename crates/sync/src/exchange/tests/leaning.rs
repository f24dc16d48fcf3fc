//! Frames lean on what the hub has; what it has not any more is sent again.

use super::{device, draft, run, village};
use crate::chain::personal_commitment;
use crate::memory::{Hub, Replica};
use crate::peer::{Log as _, Offering};
use tsong_domain::fact::Sealed;

/// How many bytes of frames wait, leaning or not.
fn waiting(a: &mut Replica, hub: &Hub, leans: bool) -> usize {
    let their: Vec<_> = hub
        .desk
        .heads()
        .unwrap()
        .iter()
        .map(|h| h.reach())
        .collect();
    let (own, key) = (a.origin, a.key.clone());
    let offering = Offering::new(a, &their, Some((own, &key)), |_| true).unwrap();
    let frames = offering.leaning(leans).frames(a, usize::MAX).unwrap();
    frames.iter().map(|f| f.bytes.len()).sum()
}

fn busy() -> (Hub, Replica) {
    let (mut hub, mut a, _) = village();
    for i in 0..40 {
        a.write(vec![draft(i, &format!("松茸 {i} 特级"))]);
    }
    run(&mut a, &mut hub).unwrap();
    for i in 0..5 {
        a.write(vec![draft(i, &format!("松茸 {i} 一级"))]);
    }
    (hub, a)
}

#[test]
fn a_second_sync_says_less_since_the_hub_has_the_first() {
    let (mut hub, mut a) = busy();
    let (leaning, alone) = (waiting(&mut a, &hub, true), waiting(&mut a, &hub, false));
    assert!(
        leaning * 10 < alone * 9,
        "{leaning} bytes that lean, {alone} that do not"
    );
    let report = run(&mut a, &mut hub).unwrap();
    assert_eq!((report.requests, report.pushed), (1, 5));
    assert!(report.is_same);
}

#[test]
fn what_the_hub_erased_meanwhile_is_not_leant_on() {
    let (mut hub, mut a) = busy();
    let log = hub.desk.logs.get_mut(&a.origin).unwrap();
    let fact = log.facts.iter_mut().rev().find(|f| f.personal.is_some());
    let section = &mut fact.unwrap().personal;
    *section = section
        .as_ref()
        .map(|s| Sealed::Erased(personal_commitment(s)));
    let report = run(&mut a, &mut hub).unwrap();
    assert_eq!(report.pushed, 5, "everything arrives in the same sync");
    assert_eq!(report.requests, 2, "once more, leaning on nothing");
    assert!(report.refused.is_empty(), "and nobody is alarmed");
    assert!(report.is_same);
}

#[test]
fn a_hub_that_was_set_back_gets_everything_again() {
    let (mut hub, mut a) = busy();
    let old = hub.desk.clone();
    run(&mut a, &mut hub).unwrap();
    a.write(vec![draft(9, "after")]);
    hub.desk = old;
    let report = run(&mut a, &mut hub).unwrap();
    assert!(report.refused.is_empty() && report.is_same);
    let mut b = device(7, 7);
    hub.enrol(&mut b);
    run(&mut b, &mut hub).unwrap();
    let theirs = |r: &Replica| r.logs.get(&a.origin).unwrap().facts.clone();
    assert!(theirs(&b) == theirs(&a), "the second device reads the same");
}
