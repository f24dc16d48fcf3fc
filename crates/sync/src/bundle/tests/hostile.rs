//! Bundles that somebody made or mended.

use super::super::{BundleAsk, BundleError, HEADER_BYTES, Kind, Opening, Sealer};
use super::{draft, header, hear, open, pair, up};
use crate::exchange::SyncAsk;
use crate::memory::{Hub, public};
use std::io::Write;
use tsong_domain::id::DeviceId;

#[test]
fn spliced_and_lengthened_bundles_are_damaged() {
    let (mut hub, mut device) = pair(3);
    let (one, _) = up(&mut device, &hub, 0);
    device.write(vec![draft("后来")]);
    let (two, _) = up(&mut device, &hub, 0);
    let spliced = [&one[..HEADER_BYTES], &two[HEADER_BYTES..]].concat();
    assert!(matches!(
        hear(&mut hub, &spliced),
        Err(BundleError::Damaged)
    ));
    let longer = [one.as_slice(), &[0]].concat();
    assert!(matches!(hear(&mut hub, &longer), Err(BundleError::Damaged)));
    let twice = [one.as_slice(), &one].concat();
    assert!(matches!(hear(&mut hub, &twice), Err(BundleError::Damaged)));
}

/// A bundle for the hub with this content, sealed as anybody can.
pub(super) fn sealed(hub: &Hub, content: impl FnOnce(&mut Sealer<Vec<u8>>)) -> Vec<u8> {
    let to = Opening::with(&hub.desk.key).unwrap();
    let header = header(Kind::Up, DeviceId(5), &to);
    let mut sealer = Sealer::new(Vec::new(), &header, &to.receiver()).unwrap();
    content(&mut sealer);
    sealer.finish().unwrap().0
}

#[test]
fn words_of_another_bundle_are_not_believed() {
    let (mut hub, mut device) = pair(1);
    let (one, _) = up(&mut device, &hub, 0);
    let mut bundle = open(&one, &Opening::with(&hub.desk.key).unwrap()).unwrap();
    let ask = bundle.ask().unwrap();
    let key = device.key.clone();
    let other = sealed(&hub, |out| {
        let words = ask.bytes(&one[..HEADER_BYTES], &key).unwrap();
        out.write_all(&words).unwrap();
        out.write_all(&[0; 8]).unwrap();
    });
    assert!(matches!(
        hear(&mut hub, &other),
        Err(BundleError::BadSignature)
    ));
}

#[test]
fn a_million_entries_and_promised_gigabytes_stay_small() {
    let (mut hub, mut device) = pair(1);
    let (_, _) = up(&mut device, &hub, 0);
    let key = device.key.clone();
    let ask = BundleAsk {
        ask: SyncAsk::default(),
        key: public(&key),
        enrol: None,
        blobs_missing: Vec::new(),
    };
    let many = sealed(&hub, |out| {
        let words = ask.bytes(out.header(), &key).unwrap();
        out.write_all(&words).unwrap();
        for i in 0..1_000_000u64 {
            // A frame's outside of one fact, of an origin that nobody knows.
            let mut frame = vec![1u8];
            frame.extend_from_slice(&(i + 1_000_000).to_le_bytes());
            frame.extend_from_slice(&[2, 1]);
            out.write_all(&u32::try_from(frame.len()).unwrap().to_le_bytes())
                .unwrap();
            out.write_all(&frame).unwrap();
        }
    });
    assert!(matches!(hear(&mut hub, &many), Err(BundleError::Malformed)));
    for promised in [u32::MAX, 1 << 30, 2 * 1024 * 1024] {
        let big = sealed(&hub, |out| {
            let words = ask.bytes(out.header(), &key).unwrap();
            out.write_all(&words).unwrap();
            out.write_all(&promised.to_le_bytes()).unwrap();
        });
        assert!(
            matches!(hear(&mut hub, &big), Err(BundleError::Malformed)),
            "a frame of {promised} bytes"
        );
    }
    let short = sealed(&hub, |out| {
        let words = ask.bytes(out.header(), &key).unwrap();
        out.write_all(&words).unwrap();
    });
    assert!(
        matches!(hear(&mut hub, &short), Err(BundleError::Malformed)),
        "sealed whole, but without its end marks"
    );
}
