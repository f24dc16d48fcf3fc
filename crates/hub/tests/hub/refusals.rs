use crate::house::{House, key, order, uuid};
use crate::http::Http;
use std::io::{Read, Write};
use std::net::TcpStream;
use tsong_domain::id::{DeviceId, Hash32};
use tsong_sync::exchange::request::{Authorization, digest};
use tsong_sync::exchange::{SYNC_PATH, Session, SyncAsk, wire};
use tsong_sync::memory::Replica;
use tsong_sync::sign;
use tsong_sync::transport::{Method, Request, Transport};

fn body() -> Vec<u8> {
    let ask = SyncAsk {
        have: Vec::new(),
        takes: None,
        down_bytes: 1 << 20,
        version: "0".into(),
    };
    let mut body = wire::ask_bytes(&ask).unwrap();
    body.extend_from_slice(&wire::END);
    body
}

fn signed(a: &Replica, sequence: u64, body: &[u8]) -> String {
    let link = a.link();
    let request = sign::Request {
        method: "POST",
        path: SYNC_PATH,
        hub: &link.hub_key.0,
        nonce: &link.nonce,
        device: a.device,
        sequence,
        body: digest(body),
    };
    Authorization::sign(&a.key, &request).header()
}

fn send(house: &House, header: &str, body: &[u8]) -> (u16, String) {
    let request = Request {
        method: Method::Post,
        path: SYNC_PATH.into(),
        headers: vec![("authorization", header.into())],
        body: body.to_vec(),
    };
    let mut response = Http::to(house.address).send(request).unwrap();
    let mut bytes = Vec::new();
    response.body.read_to_end(&mut bytes).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap_or_default();
    (
        response.status,
        json["code"].as_str().unwrap_or_default().to_owned(),
    )
}

#[test]
fn a_code_lets_in_once_and_the_same_device_again() {
    let house = House::new();
    let (station, code) = house.station("巴河站");
    let mut a = Replica::new(DeviceId(1), 1, Vec::new());
    house.enrol(&mut a, &code.to_lowercase()).unwrap();
    let nonce = a.nonce;
    house.enrol(&mut a, &code).unwrap();
    assert_eq!(a.nonce, nonce, "an answer that got lost is given again");
    let mut b = Replica::new(DeviceId(2), 2, Vec::new());
    assert_eq!(house.enrol(&mut b, &code).unwrap_err().code(), "code_used");
    assert_eq!(
        house
            .enrol(&mut b, "AAAA-AAAA-AAAA-AAAA")
            .unwrap_err()
            .code(),
        "code_unknown"
    );
    let (other, _) = house.station("鲁朗站");
    assert_eq!(
        house.enrol(&mut a, &house.code(other)).unwrap_err().code(),
        "other_station"
    );
    let mut restored = Replica::new(DeviceId(1), 7, vec![a.origin]);
    house.enrol(&mut restored, &house.code(station)).unwrap();
    assert!(
        house.sync(&mut restored).unwrap().is_same,
        "the same device, a new key and origin"
    );
    assert_eq!(
        house.sync(&mut a).unwrap_err().code(),
        "bad_signature",
        "the old key may not ask any more"
    );
    let hub = Replica::new(DeviceId(0), 9, Vec::new());
    let mut false_hub = hub.clone();
    assert_eq!(
        house
            .enrol(&mut false_hub, &house.code(station))
            .unwrap_err()
            .code(),
        "bad_device"
    );
}

#[test]
fn who_is_not_who_he_says_is_refused() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let a = house.device(station, 1, 1);
    let body = body();
    assert_eq!(
        send(&house, "Bearer x", &body),
        (401, "bad_signature".into())
    );
    let mut stranger = Replica::new(DeviceId(99), 5, Vec::new());
    stranger.hub = a.hub;
    assert_eq!(
        send(&house, &signed(&stranger, 1, &body), &body),
        (401, "not_enrolled".into())
    );
    let mut thief = a.clone();
    thief.key = key(42);
    assert_eq!(
        send(&house, &signed(&thief, 1, &body), &body),
        (401, "bad_signature".into())
    );
    let mut elsewhere = a.clone();
    elsewhere.hub = Some(Hash32([1; 32]));
    assert_eq!(
        send(&house, &signed(&elsewhere, 1, &body), &body),
        (401, "bad_signature".into()),
        "a request for another hub"
    );
    let header = signed(&a, 5, &body);
    assert_eq!(send(&house, &header, &body).0, 200);
    assert_eq!(send(&house, &header, &body), (409, "replayed".into()));
    assert_eq!(
        send(&house, &signed(&a, 4, &body), &body),
        (409, "replayed".into())
    );
    let mut other = body.clone();
    let at = other.len() - 5;
    other[at] ^= 1;
    assert_ne!(
        send(&house, &signed(&a, 6, &body), &other).0,
        200,
        "content that was not signed"
    );
    assert_eq!(
        send(&house, &signed(&a, 7, &body), &body).0,
        200,
        "and the device goes on"
    );
}

#[test]
fn a_revoked_device_is_refused_and_what_it_wrote_stays() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let (mut a, mut b) = (house.device(station, 1, 1), house.device(station, 2, 2));
    order(&mut a, uuid(1), None);
    house.sync(&mut a).unwrap();
    house.console().revoke(station, a.device, "lost").unwrap();
    order(&mut a, uuid(2), None);
    assert_eq!(house.sync(&mut a).unwrap_err().code(), "revoked");
    assert_eq!(house.orders(station).len(), 1);
    assert!(
        house.sync(&mut b).unwrap().is_same,
        "others go on, and hear what it wrote before"
    );
    assert!(b.logs.contains_key(&a.origin));
    let unknown = house.console().revoke(station, DeviceId(77), "lost");
    assert_eq!(unknown.unwrap_err().code(), "device_unknown");
}

#[test]
fn garbage_is_answered_with_a_code_and_the_server_lives() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let mut a = house.device(station, 1, 1);
    let bodies: [&[u8]; 5] = [
        b"",
        b"garbage",
        b"TSY1",
        b"TSY1\xff\xff\xff\xff",
        b"TSY1\x01\x00\x00\x00\xff\x00\x00\x00\x00",
    ];
    for (i, body) in bodies.iter().enumerate() {
        let header = signed(&a, u64::try_from(i).unwrap() + 1, body);
        let (status, code) = send(&house, &header, body);
        assert_eq!(status, 400, "{body:?}");
        assert!(
            matches!(code.as_str(), "malformed" | "cut"),
            "{body:?}: {code}"
        );
    }
    let mut frames = body();
    frames.truncate(frames.len() - 4);
    wire::put_section(&mut frames, b"no frame at all");
    frames.extend_from_slice(&wire::END);
    assert_eq!(
        send(&house, &signed(&a, 20, &frames), &frames).0,
        200,
        "a frame that is none is refused by itself"
    );
    let (status, list) = house.get(
        &format!("/v1/stations/{station}/quarantine"),
        Some(crate::house::TOKEN),
    );
    assert_eq!(
        (status, list[0]["code"].as_str()),
        (200, Some("malformed")),
        "and shown to staff"
    );
    let mut raw = TcpStream::connect(house.address).unwrap();
    raw.write_all(b"\x00\x01\x02 not http\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    raw.read_to_end(&mut answer).unwrap();
    a.requests = 30;
    assert!(
        house.sync(&mut a).unwrap().is_same,
        "the server still serves"
    );
}

#[test]
fn a_request_that_is_too_large_is_refused_before_it_is_read() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let a = house.device(station, 1, 1);
    let mut raw = TcpStream::connect(house.address).unwrap();
    let head = format!(
        "POST /v1/sync HTTP/1.1\r\nhost: x\r\nauthorization: {}\r\ncontent-length: 999999999\r\n\r\n",
        signed(&a, 1, b"")
    );
    raw.write_all(head.as_bytes()).unwrap();
    let mut answer = [0u8; 12];
    raw.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 413");
}
