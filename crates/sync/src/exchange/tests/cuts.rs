use super::super::{Limits, sync};
use super::{assert_nothing_twice, draft, village};
use crate::memory::{Cable, Hub, Replica};
use crate::transport::Meter;

fn setting() -> (Hub, Replica, Replica) {
    let (mut hub, mut a, mut b) = village();
    super::run(&mut b, &mut hub).unwrap();
    a.write(vec![draft(4, "a4"), draft(1, "a5")]);
    (hub, a, b)
}

fn expected() -> (Hub, Replica) {
    let (mut hub, mut a, _) = setting();
    super::run(&mut a, &mut hub).unwrap();
    (hub, a)
}

/// A sync that is cut after so many bytes up and so many down, and then tried again on a whole
/// cable. How many bytes it had carried when it was cut; `None` when it was not.
fn cut(up_left: usize, down_left: usize) -> Option<Meter> {
    let (mut hub, mut a, _) = setting();
    let mut cable = Cable {
        up_left,
        down_left,
        ..Cable::whole(&mut hub)
    };
    let first = sync(&mut a, &mut cable, &Limits::default(), &mut |_| {});
    let meter = cable.meter;
    let at = format!("cut after {up_left} up, {down_left} down");
    if let Err(error) = &first {
        assert_eq!(error.code(), "cut", "{at}");
        let again = super::run(&mut a, &mut hub);
        assert!(again.is_ok(), "{at}: {again:?}");
    }
    let (whole_hub, whole) = expected();
    assert_eq!(
        a.reaches(),
        whole.reaches(),
        "{at}: the device ends elsewhere"
    );
    assert_eq!(
        hub.desk.reaches(),
        whole_hub.desk.reaches(),
        "{at}: the hub ends elsewhere"
    );
    assert_nothing_twice(&a, &at);
    assert_nothing_twice(&hub.desk, &at);
    first.is_err().then_some(meter)
}

#[test]
fn a_link_cut_at_every_byte_and_tried_again_ends_the_same() {
    let up = (0..)
        .take_while(|at| cut(*at, usize::MAX).is_some())
        .count();
    let down = (0..)
        .take_while(|at| cut(usize::MAX, *at).is_some())
        .count();
    assert!(
        up > 200 && down > 200,
        "only {up} up and {down} down were cut: the test sees nothing"
    );
}

#[test]
fn frames_that_arrived_before_the_cut_count() {
    let (mut hub, mut a, mut b) = village();
    for i in 0..400u16 {
        // What does not compress, so that there are several frames.
        let text: String = (0..40u8)
            .map(|j| {
                blake3::hash(&[i.to_le_bytes()[0], i.to_le_bytes()[1], j])
                    .to_hex()
                    .to_string()
            })
            .collect();
        a.write(vec![draft(i.to_le_bytes()[0], &text)]);
    }
    let whole = {
        let mut cable = Cable {
            up_left: 400_000,
            ..Cable::whole(&mut hub)
        };
        let cut = sync(&mut a, &mut cable, &Limits::default(), &mut |_| {});
        assert_eq!(cut.unwrap_err().code(), "cut");
        hub.desk.reaches()[&a.origin].0
    };
    assert!(
        whole > 10,
        "the first frames are at the hub, the last are not: {whole}"
    );
    assert!(whole < 403);
    let mut cable = Cable::whole(&mut hub);
    let again = sync(&mut a, &mut cable, &Limits::default(), &mut |_| {}).unwrap();
    let sent = cable.meter.bytes_up;
    assert!(again.is_same);
    assert!(
        sent < 400_000,
        "{sent} bytes: what had arrived was sent again"
    );
    assert_eq!(
        again.requests, 2,
        "after a cut it asks first how far the hub got"
    );
    let mut cable = Cable {
        down_left: 400_000,
        ..Cable::whole(&mut hub)
    };
    let mut pulled = 0;
    let cut = sync(&mut b, &mut cable, &Limits::default(), &mut |p| {
        pulled = p.pulled
    });
    assert_eq!(cut.unwrap_err().code(), "cut");
    assert!(
        pulled > 10,
        "what came down before the cut counts too: {pulled}"
    );
    assert!(super::run(&mut b, &mut hub).unwrap().is_same);
    assert_nothing_twice(&b, "B");
}
