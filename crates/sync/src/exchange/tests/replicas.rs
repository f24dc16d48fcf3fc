use super::super::request::{Authorization, digest};
use super::super::{Limits, SYNC_PATH, Session, SyncAsk, sync, wire};
use super::{assert_nothing_twice, device, draft, run, village};
use crate::memory::{Cable, Hub, Replica, public};
use crate::peer::{RefusedCode, Took, offer, take};
use crate::sign;
use crate::transport::{Method, Request, Transport};
use std::io::Read;
use tsong_domain::id::{DeviceId, EntityId, Hash32};

#[test]
fn two_devices_through_a_hub_end_the_same() {
    let (mut hub, mut a, mut b) = village();
    let first = run(&mut a, &mut hub).unwrap();
    assert_eq!(first.requests, 1, "weeks of work go up in one request");
    assert_eq!(first.pushed, 4, "three facts and the origin's birth");
    assert!(first.is_same);
    run(&mut b, &mut hub).unwrap();
    let again = run(&mut a, &mut hub).unwrap();
    assert_eq!(again.pulled, 2, "A hears B's fact and B's birth");
    assert_eq!(a.reaches(), b.reaches(), "both devices hold the same facts");
    assert_eq!(a.reaches(), hub.desk.reaches(), "and so does the hub");
    for (who, replica) in [("A", &a), ("B", &b), ("the hub", &hub.desk)] {
        assert_nothing_twice(replica, who);
        assert!(
            replica.quarantined.is_empty(),
            "{who} could not read a fact"
        );
    }
    let name = &a.logs[&b.origin].facts[1].personal;
    assert_eq!(
        name, &b.logs[&b.origin].facts[1].personal,
        "a name and its salt arrive as they were"
    );
}

#[test]
fn nothing_new_is_one_small_request() {
    let (mut hub, mut a, mut b) = village();
    run(&mut a, &mut hub).unwrap();
    run(&mut b, &mut hub).unwrap();
    run(&mut a, &mut hub).unwrap();
    let idle = run(&mut a, &mut hub).unwrap();
    assert_eq!((idle.requests, idle.pushed, idle.pulled), (1, 0, 0));
    assert!(idle.is_same, "both sides hold the same");
    assert!(
        idle.bytes_up < 300,
        "{} bytes up without news",
        idle.bytes_up
    );
    assert!(
        idle.bytes_down < 400,
        "{} bytes down without news",
        idle.bytes_down
    );
}

#[test]
fn a_large_amount_goes_in_pieces_within_the_limits() {
    let (mut hub, mut a) = (Hub::new(9), device(1, 1));
    for i in 0..200u8 {
        a.write(vec![
            draft(i, blake3::hash(&[i]).to_hex().as_str()),
            draft(i, "y"),
        ]);
    }
    hub.enrol(&mut a);
    let limits = Limits {
        up_bytes: 1,
        down_bytes: 1,
        ..Limits::default()
    };
    let report = sync(&mut a, &mut Cable::whole(&mut hub), &limits, &mut |_| {}).unwrap();
    assert_eq!(report.pushed, 401);
    assert_eq!(a.reaches(), hub.desk.reaches());
    let mut b = device(2, 2);
    hub.enrol(&mut b);
    let report = sync(&mut b, &mut Cable::whole(&mut hub), &limits, &mut |_| {}).unwrap();
    assert!(report.is_same, "B asks until it has everything");
    assert_eq!(b.reaches(), hub.desk.reaches());
    assert_nothing_twice(&b, "B");
}

#[test]
fn a_malformed_body_is_quarantined_and_nothing_waits_for_it() {
    let (mut hub, mut a, mut b) = village();
    a.write_raw(vec![(
        EntityId([7; 16]),
        vec![0xff, 0x00],
        Some(vec![0xff]),
    )]);
    let newer = minicbor_serde::to_vec(serde_json::json!({"auction": {"a": 1}})).unwrap();
    a.write_raw(vec![(EntityId([7; 16]), newer, None)]);
    a.write(vec![draft(1, "after")]);
    run(&mut a, &mut hub).unwrap();
    run(&mut b, &mut hub).unwrap();
    assert_eq!(
        b.quarantined.len(),
        1,
        "the garbage is shown; the newer version's fact is not garbage"
    );
    assert_eq!(
        b.reaches()[&a.origin],
        a.reaches()[&a.origin],
        "what came after it arrived"
    );
}

#[test]
fn a_device_that_was_not_let_in_is_refused_and_loses_nothing() {
    let (mut hub, mut a, mut stranger) = village();
    hub.keys.insert(DeviceId(77), public(&stranger.key));
    let mut own = device(77, 2);
    own.hub = hub.desk.hub;
    own.write(vec![draft(1, "x")]);
    let report = run(&mut own, &mut hub).unwrap();
    assert_eq!(report.refused[0].code, RefusedCode::NotEnrolled);
    assert_eq!(own.reaches()[&own.origin].0, 2, "its facts stay with it");
    assert!(!hub.desk.logs.contains_key(&own.origin));
    run(&mut a, &mut hub).unwrap();
    run(&mut stranger, &mut hub).unwrap();
    assert!(hub.desk.logs.contains_key(&stranger.origin), "others go on");
}

#[test]
fn an_origin_is_vouched_for_by_a_later_one_of_its_device() {
    let (mut hub, mut old) = (Hub::new(9), device(1, 1));
    old.write(vec![draft(1, "before the disk died")]);
    let mut restored = Replica::new(DeviceId(1), 5, vec![old.origin]);
    let (own, key) = (old.origin, old.key.clone());
    let frames = offer(&mut old, &[], Some((own, &key)), |_| true, usize::MAX).unwrap();
    for frame in &frames {
        assert!(matches!(
            take(&mut restored, &frame.bytes),
            Ok(Took::Appended { .. })
        ));
    }
    hub.enrol(&mut restored);
    run(&mut restored, &mut hub).unwrap();
    assert_eq!(
        hub.desk.reaches().get(&old.origin).map(|r| r.0),
        Some(2),
        "the old origin never enrolled, but its device's new one names it"
    );
}

#[test]
fn a_request_that_is_replayed_or_changed_is_refused() {
    let (mut hub, mut a, _) = village();
    run(&mut a, &mut hub).unwrap();
    let ask = SyncAsk {
        have: Vec::new(),
        takes: None,
        down_bytes: u32::MAX,
        version: "0".into(),
    };
    let mut body = wire::ask_bytes(&ask).unwrap();
    body.extend_from_slice(&wire::END);
    let link = a.link();
    let request = sign::Request {
        method: "POST",
        path: SYNC_PATH,
        hub: &link.hub_key.0,
        nonce: &link.nonce,
        device: a.device,
        sequence: 100,
        body: digest(&body),
    };
    let header = Authorization::sign(&a.key, &request).header();
    let mut send = |header: &str, path: &str, body: &[u8]| {
        let request = Request {
            method: Method::Post,
            path: path.into(),
            headers: vec![("authorization", header.into())],
            body: body.to_vec(),
        };
        Cable::whole(&mut hub).send(request).map(|r| r.status)
    };
    assert_eq!(
        send(&header, "/v1/sync?x", &body),
        Ok(401),
        "the path is signed"
    );
    assert_eq!(send(&header, SYNC_PATH, &body), Ok(200));
    assert_eq!(
        send(&header, SYNC_PATH, &body),
        Ok(409),
        "an eavesdropper is not told anybody's data"
    );
    let next = Authorization::sign(
        &a.key,
        &sign::Request {
            sequence: 101,
            ..request
        },
    )
    .header();
    let mut changed = body.clone();
    *changed.last_mut().unwrap() ^= 1;
    assert!(
        send(&next, SYNC_PATH, &changed).is_err(),
        "changed content is not answered"
    );
    let other = Replica::new(DeviceId(1), 42, Vec::new());
    let forged = Authorization::sign(
        &other.key,
        &sign::Request {
            sequence: 102,
            ..request
        },
    );
    assert_eq!(
        send(&forged.header(), SYNC_PATH, &body),
        Ok(401),
        "another key"
    );
}

/// A blob of 150,000 bytes and its address.
fn photo() -> (Hash32, Vec<u8>) {
    let photo: Vec<u8> = (0..150_000u32)
        .map(|i| blake3::hash(&i.to_le_bytes()).as_bytes()[0])
        .collect();
    (Hash32(*blake3::hash(&photo).as_bytes()), photo)
}

#[test]
fn held_blobs_stop_at_the_next_piece_and_go_on_from_there() {
    let (mut hub, mut a, mut b) = village();
    let (hash, photo) = photo();
    a.blobs.insert(hash, photo.clone());
    hub.desk.missing = vec![hash];
    for held in [0u32, 2] {
        a.pieces_left = Some(u64::from(held));
        let report = run(&mut a, &mut hub).unwrap();
        assert_eq!(report.blobs_up, 0, "the sync is done all the same");
        assert_eq!(
            report.requests,
            1 + held,
            "and no piece goes after the hand"
        );
    }
    assert!(!a.at_hub.contains(&hash), "it waits on");
    a.pieces_left = None;
    let report = run(&mut a, &mut hub).unwrap();
    assert_eq!(
        (report.blobs_up, report.requests),
        (1, 1 + 3),
        "only what was missing goes"
    );
    assert_eq!(hub.desk.blobs[&hash], photo);
    b.missing = vec![hash];
    b.pieces_left = Some(2);
    assert_eq!(run(&mut b, &mut hub).unwrap().blobs_down, 0);
    let here = b.blobs.get(&hash).map_or(0, Vec::len);
    assert!(
        (1..photo.len()).contains(&here),
        "some of it came before it was held: {here}"
    );
    b.pieces_left = None;
    assert_eq!(run(&mut b, &mut hub).unwrap().blobs_down, 1);
    assert_eq!(b.blobs[&hash], photo);
}

#[test]
fn blobs_follow_the_facts_and_go_on_where_they_stopped() {
    let (mut hub, mut a, mut b) = village();
    let (hash, photo) = photo();
    a.blobs.insert(hash, photo.clone());
    hub.desk.missing = vec![hash];
    hub.desk.blobs.insert(hash, photo[..40_000].to_vec());
    let report = run(&mut a, &mut hub).unwrap();
    assert_eq!(report.blobs_up, 1);
    assert_eq!(hub.desk.blobs[&hash], photo);
    assert_eq!(
        report.requests,
        1 + 4,
        "110,000 bytes that were missing, in pieces of 32 KiB"
    );
    b.missing = vec![hash];
    b.blobs.insert(hash, photo[..1000].to_vec());
    assert_eq!(run(&mut b, &mut hub).unwrap().blobs_down, 1);
    assert_eq!(b.blobs[&hash], photo);
    let other = Hash32([1; 32]);
    hub.desk.blobs.insert(other, vec![1, 2, 3]);
    a.missing = vec![other];
    assert_eq!(
        run(&mut a, &mut hub).unwrap().blobs_down,
        0,
        "content that is not its address is no blob"
    );
    assert!(!a.blobs.contains_key(&other), "and is thrown away");
}

#[test]
fn hub_words_are_signed_for_one_request() {
    let (mut hub, mut a, _) = village();
    let mut wire_bytes = Vec::new();
    struct Tap<'a>(Cable<'a>, &'a mut Vec<u8>, bool);
    impl Transport for Tap<'_> {
        fn send(
            &mut self,
            request: Request,
        ) -> Result<crate::transport::Response, crate::transport::TransportError> {
            let mut response = self.0.send(request)?;
            let mut bytes = Vec::new();
            response.body.read_to_end(&mut bytes).unwrap();
            if self.2 {
                bytes.clone_from(self.1);
            } else {
                self.1.clone_from(&bytes);
            }
            response.body = Box::new(std::io::Cursor::new(bytes));
            Ok(response)
        }
        fn meter(&self) -> crate::transport::Meter {
            self.0.meter
        }
    }
    let mut tap = Tap(Cable::whole(&mut hub), &mut wire_bytes, false);
    sync(&mut a, &mut tap, &Limits::default(), &mut |_| {}).unwrap();
    a.write(vec![draft(1, "later")]);
    let mut replay = Tap(Cable::whole(&mut hub), &mut wire_bytes, true);
    let error = sync(&mut a, &mut replay, &Limits::default(), &mut |_| {}).unwrap_err();
    assert_eq!(
        error.code(),
        "bad_signature",
        "an old answer acknowledges nothing new"
    );
}
