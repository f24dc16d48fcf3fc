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

#[test]
fn what_was_never_sent_before_a_restore_is_signed_for_by_the_new_origin() {
    let (mut hub, mut a, mut b) = village();
    run(&mut a, &mut hub).unwrap();
    a.write(vec![draft(1, "in the backup, and sent by nobody")]);
    let mut restored = Replica::new(DeviceId(1), 7, vec![a.origin]);
    restored.logs.extend(a.logs.clone());
    hub.enrol(&mut restored);
    let report = run(&mut restored, &mut hub).unwrap();
    assert_eq!(report.refused, [], "its author's key is gone with its disk");
    let wanted = a.reaches()[&a.origin];
    assert_eq!(
        hub.desk.reaches()[&a.origin],
        wanted,
        "what the backup held reaches the hub"
    );
    run(&mut b, &mut hub).unwrap();
    assert_eq!(b.reaches()[&a.origin], wanted, "and the second device");
}

#[test]
fn what_was_written_before_any_hub_was_known_survives_a_restore() {
    let (mut hub, _, mut b) = village();
    let mut a = Replica::new(DeviceId(5), 5, Vec::new());
    a.write(vec![draft(1, "before any hub")]);
    let mut restored = Replica::new(DeviceId(5), 7, vec![a.origin]);
    restored.logs.extend(a.logs.clone());
    hub.enrol(&mut restored);
    run(&mut restored, &mut hub).unwrap();
    run(&mut b, &mut hub).unwrap();
    for (who, replica) in [("the hub", &hub.desk), ("the second device", &b)] {
        assert_eq!(
            replica.reaches().get(&a.origin),
            a.reaches().get(&a.origin),
            "{who} takes the old origin, whose key was never let in, at the new one's word"
        );
    }
}

#[test]
fn nobody_signs_for_an_origin_that_does_not_name_it() {
    let (mut hub, mut a, mut b) = village();
    run(&mut a, &mut hub).unwrap();
    run(&mut b, &mut hub).unwrap();
    a.write(vec![draft(1, "forged")]);
    b.logs.insert(a.origin, a.logs[&a.origin].clone());
    b.origin = a.origin;
    let report = run(&mut b, &mut hub).unwrap();
    assert!(
        report
            .refused
            .iter()
            .any(|r| r.origin == a.origin && r.code == RefusedCode::BadSignature),
        "another device's key is no signature: {:?}",
        report.refused
    );
}

#[test]
fn a_hub_that_was_put_back_gets_everything_again_also_beside_news() {
    let (mut hub, mut a, mut b) = village();
    let backup = hub.desk.clone();
    run(&mut a, &mut hub).unwrap();
    hub.desk = backup;
    a.write(vec![draft(1, "news")]);
    let report = run(&mut a, &mut hub).unwrap();
    assert_eq!(report.refused, [], "the hub lacks what it had: no refusal");
    assert!(report.is_same, "one sync brings it all back");
    run(&mut b, &mut hub).unwrap();
    assert_eq!(b.reaches()[&a.origin], a.reaches()[&a.origin]);
}
