use super::{draft, run, village};
use crate::memory::Replica;
use crate::peer::RefusedCode;
use tsong_domain::id::{DeviceId, FactId};

#[test]
fn a_disk_copied_back_is_refused_shown_and_told_to_the_device() {
    let (mut hub, mut a, mut b) = village();
    run(&mut a, &mut hub).unwrap();
    let mut copy = a.clone();
    a.write(vec![draft(1, "sold")]);
    run(&mut a, &mut hub).unwrap();
    let reach = hub.desk.reaches()[&a.origin];
    copy.requests += 100;
    copy.write(vec![draft(1, "something else")]);
    let report = run(&mut copy, &mut hub).unwrap();
    assert!(
        report.is_own_forked,
        "the device learns that it counts as restored"
    );
    assert_eq!(copy.forked, vec![copy.origin]);
    assert!(
        report
            .refused
            .iter()
            .any(|r| r.origin == a.origin && r.code == RefusedCode::Fork)
    );
    assert_eq!(
        hub.desk.reaches()[&a.origin],
        reach,
        "the hub keeps the history that it knew"
    );
    assert_eq!(
        copy.reaches()[&copy.origin].0,
        a.reaches()[&a.origin].0,
        "and the copy loses nothing"
    );
    b.write(vec![draft(9, "b2")]);
    assert!(
        run(&mut b, &mut hub).unwrap().is_same,
        "others are not held up"
    );
}

#[test]
fn a_copy_that_wrote_nothing_yet_is_told_too() {
    let (mut hub, mut a, _) = village();
    run(&mut a, &mut hub).unwrap();
    let mut copy = a.clone();
    a.write(vec![draft(1, "sold")]);
    run(&mut a, &mut hub).unwrap();
    copy.requests += 100;
    let report = run(&mut copy, &mut hub).unwrap();
    assert!(
        report.is_own_forked,
        "the next fact that it wrote would be a fork"
    );
    assert_eq!(
        copy.reaches(),
        a.reaches(),
        "what the lost disk had written came back"
    );
}

#[test]
fn a_takeover_is_granted_only_when_nothing_is_beyond_it() {
    let (mut hub, mut a, _) = village();
    run(&mut a, &mut hub).unwrap();
    let backup = a.clone();
    a.write(vec![draft(1, "after the backup")]);
    run(&mut a, &mut hub).unwrap();
    let mut restored = Replica::new(DeviceId(1), 7, vec![a.origin]);
    restored.logs.extend(backup.logs.clone());
    hub.enrol(&mut restored);
    restored.wants = Some(vec![FactId::new(a.origin, 4)]);
    let report = run(&mut restored, &mut hub).unwrap();
    assert!(report.is_same);
    let closed = vec![FactId::new(a.origin, 5)];
    assert_eq!(
        restored.granted,
        vec![closed.clone()],
        "granted after hearing what lay beyond"
    );
    assert_eq!(hub.desk.granted, vec![closed]);
}

#[test]
fn a_hub_that_was_restored_gets_everything_back() {
    let (mut hub, mut a, mut b) = village();
    run(&mut a, &mut hub).unwrap();
    run(&mut b, &mut hub).unwrap();
    let backup = hub.desk.clone();
    a.write(vec![draft(1, "after the backup")]);
    hub.desk.let_in(DeviceId(3), hub.keys[&DeviceId(1)]);
    run(&mut a, &mut hub).unwrap();
    let before = hub.desk.reaches();
    hub.desk = backup;
    let report = run(&mut a, &mut hub).unwrap();
    assert!(report.is_same);
    assert_eq!(
        hub.desk.reaches(),
        before,
        "its own facts come back from the device as well"
    );
}
