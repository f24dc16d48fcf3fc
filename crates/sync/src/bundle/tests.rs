//! Bundles between replicas in memory.

mod fuzz;
mod hostile;

use super::{
    BundleAsk, BundleError, BundleTell, Carried, HEADER_BYTES, Header, Kind, MAGIC, Opening,
    Packed, Packing, REVISION, Sealer, Unpacking, code, pack, take_down,
};
use crate::exchange::serve::said;
use crate::exchange::{Session, SyncAsk};
use crate::memory::{Hub, Replica, public};
use crate::peer::{OriginHead, Refused, RefusedCode, Told};
use proptest::prelude::*;
use std::io::Write;
use tsong_domain::fact::{Body, Draft};
use tsong_domain::field::{FieldWrite, Fields, Personal, Value};
use tsong_domain::id::{DeviceId, EntityId, Hash32};

const MADE_MS: i64 = 1_790_000_000_000;

fn draft(text: &str) -> Draft {
    let writes = vec![Fields::new().write("name", Value::Text(text.to_owned()))];
    Draft {
        entity: EntityId::named("villager", text),
        body: Body::Field(FieldWrite {
            noun: "villager".to_owned(),
            writes,
            at_ms: None,
        }),
        personal: Some(Personal {
            name: text.to_owned(),
            ..Personal::default()
        }),
    }
}

/// A hub and a device that it let in, with facts that the hub does not have.
fn pair(facts: usize) -> (Hub, Replica) {
    let mut hub = Hub::new(7);
    let mut device = Replica::new(DeviceId(5), 9, Vec::new());
    hub.enrol(&mut device);
    for i in 0..facts {
        device.write(vec![draft(&format!("扎西 {i}"))]);
    }
    (hub, device)
}

fn header(kind: Kind, device: DeviceId, to: &Opening) -> Header {
    Header {
        kind,
        station: EntityId::NIL,
        device,
        made_ms: MADE_MS,
        salt: [0; 16],
        to: to.receiver().id(),
    }
}

fn up(device: &mut Replica, hub: &Hub, blob_bytes: u64) -> (Vec<u8>, Packed) {
    let to = Opening::with(&hub.desk.key).unwrap();
    let header = header(Kind::Up, device.device, &to);
    let mut sealer = Sealer::new(Vec::new(), &header, &to.receiver()).unwrap();
    let reaches = crate::peer::Log::heads(device).unwrap();
    let ask = BundleAsk {
        ask: SyncAsk {
            have: reaches.iter().map(OriginHead::told).collect(),
            takes: device.takeover_wanted().unwrap(),
            down_bytes: 0,
            version: "1".to_owned(),
        },
        key: public(&device.key),
        enrol: None,
        blobs_missing: device.missing.clone(),
    };
    let key = device.key.clone();
    let words = ask.bytes(sealer.header(), &key).unwrap();
    let their: Vec<Told> = (device.acknowledged.iter())
        .map(|(origin, at, head)| (*origin, *at, (*head).into()))
        .collect();
    let blobs: Vec<Hash32> = device.blobs_unsent().unwrap().iter().map(|b| b.0).collect();
    let packing = Packing {
        their: &their,
        own: Some((device.origin, &key)),
        blobs: &blobs,
        blob_bytes,
    };
    let mut blob = |d: &Replica, hash: &Hash32| Ok(d.blobs.get(hash).cloned());
    let packed = pack(device, &mut sealer, &words, &packing, &mut blob).unwrap();
    (sealer.finish().unwrap().0, packed)
}

struct Heard {
    ask: BundleAsk,
    appended: u64,
    refused: Vec<Refused>,
    blobs: Vec<Hash32>,
}

fn open<'a>(bytes: &'a [u8], with: &Opening) -> Result<Unpacking<&'a [u8]>, BundleError> {
    let mut from = bytes;
    let header = Header::read(&mut from)?;
    Unpacking::open(from, header, with)
}

fn hear(hub: &mut Hub, bytes: &[u8]) -> Result<Heard, BundleError> {
    let mut bundle = open(bytes, &Opening::with(&hub.desk.key).unwrap())?;
    let ask = bundle.ask()?;
    let taker = bundle.frames(&mut hub.desk, &mut |_| {})?;
    let desk = &mut hub.desk;
    let blobs = bundle.blobs(&mut |hash, bytes| {
        let is_new = desk.missing.contains(hash);
        desk.missing.retain(|m| m != hash);
        desk.blobs.insert(*hash, bytes.to_vec());
        Ok::<_, crate::memory::MemoryError>(is_new)
    })?;
    Ok(Heard {
        ask,
        appended: taker.appended,
        refused: taker.refused,
        blobs,
    })
}

fn down(hub: &mut Hub, device: DeviceId, key: &Hash32, heard: &Heard) -> Vec<u8> {
    let to = super::Receiver::holder_of(key).unwrap();
    let header = Header {
        to: to.id(),
        ..header(Kind::Down, device, &Opening::with(&hub.desk.key).unwrap())
    };
    let mut sealer = Sealer::new(Vec::new(), &header, &to).unwrap();
    let tell = BundleTell {
        tell: said(&hub.desk, device, heard.refused.clone(), None).unwrap(),
        hub_key: public(&hub.desk.key),
        station: EntityId::NIL,
        station_name: "巴河".to_owned(),
        nonce: None,
        address: None,
        blobs_here: heard.blobs.clone(),
    };
    let key = hub.desk.key.clone();
    let words = tell.bytes(sealer.header(), &key).unwrap();
    let their: Vec<Told> = heard.ask.ask.have.clone();
    let packing = Packing {
        their: &their,
        own: Some((hub.desk.origin, &key)),
        blobs: &heard.ask.blobs_missing,
        blob_bytes: u64::MAX,
    };
    let mut blob = |d: &Replica, hash: &Hash32| Ok(d.blobs.get(hash).cloned());
    pack(&mut hub.desk, &mut sealer, &words, &packing, &mut blob).unwrap();
    sealer.finish().unwrap().0
}

fn carry_down(device: &mut Replica, bytes: &[u8]) -> Result<Carried, BundleError> {
    let mut bundle = open(bytes, &Opening::with(&device.key).unwrap())?;
    let said = bundle.tell(device.hub.as_ref())?;
    take_down(device, bundle, &said, &mut |_| {})
}

#[test]
fn a_day_goes_up_on_a_stick_and_the_answer_comes_back() {
    let (mut hub, mut device) = pair(40);
    let (bytes, packed) = up(&mut device, &hub, 0);
    assert_eq!(packed.facts, 41, "the birth and forty facts");
    let first = hear(&mut hub, &bytes).unwrap();
    assert_eq!(first.appended, 41);
    let again = hear(&mut hub, &bytes).unwrap();
    assert_eq!(again.appended, 0, "the second time brings nothing new");
    assert!(again.refused.is_empty(), "and refuses nothing");
    let (repeated, _) = up(&mut device, &hub, 0);
    assert_eq!(
        hear(&mut hub, &repeated).unwrap().appended,
        0,
        "until the answer comes everything is sent again"
    );
    assert!(device.acknowledged.is_empty());
    let answer = down(&mut hub, device.device, &public(&device.key), &first);
    let carried = carry_down(&mut device, &answer).unwrap();
    assert_eq!(carried.pulled, 2, "the hub's own facts came");
    assert_eq!(device.reaches(), hub.desk.reaches(), "both hold the same");
    let (_, packed) = up(&mut device, &hub, 0);
    assert_eq!(packed.facts, 0, "what is acknowledged is not carried again");
    assert_eq!(carry_down(&mut device, &answer).unwrap().pulled, 0);
}

#[test]
fn sticks_may_come_in_any_order_and_a_late_answer_forgets_nothing() {
    let (mut hub, mut device) = pair(10);
    let (monday, _) = up(&mut device, &hub, 0);
    device.write(vec![draft("星期二")]);
    let (tuesday, _) = up(&mut device, &hub, 0);
    let heard_tuesday = hear(&mut hub, &tuesday).unwrap();
    assert_eq!(heard_tuesday.appended, 12);
    let new = down(
        &mut hub,
        device.device,
        &public(&device.key),
        &heard_tuesday,
    );
    let mut early = Hub::new(7);
    early.desk.clone_from(&hub.desk);
    let heard_monday = hear(&mut hub, &monday).unwrap();
    assert_eq!((heard_monday.appended, heard_monday.refused.len()), (0, 0));
    // The answer to Monday's, by a hub that had Monday's alone.
    let (mut young, mut twin) = pair(10);
    let (bytes, _) = up(&mut twin, &young, 0);
    let heard = hear(&mut young, &bytes).unwrap();
    let old = down(&mut young, device.device, &public(&device.key), &heard);
    carry_down(&mut device, &new).unwrap();
    let known = device.acknowledged.clone();
    carry_down(&mut device, &old).unwrap();
    assert_eq!(
        device.acknowledged, known,
        "an old answer takes nothing back"
    );
    assert!(device.forked.is_empty(), "and is no fork");
}

#[test]
fn a_bundle_cut_anywhere_is_not_whole_and_loses_nothing() {
    let (hub, mut device) = pair(12);
    let (bytes, _) = up(&mut device, &hub, 0);
    for end in 0..bytes.len() {
        let mut other = Hub::new(7);
        other.desk.clone_from(&hub.desk);
        let error = hear(&mut other, &bytes[..end]).err();
        assert!(
            matches!(error, Some(BundleError::Cut)),
            "cut after {end} of {}: {error:?}",
            bytes.len()
        );
    }
    let mut other = Hub::new(7);
    other.desk.clone_from(&hub.desk);
    assert_eq!(hear(&mut other, &bytes).unwrap().appended, 13);
}

#[test]
fn a_long_bundle_cut_between_two_chunks_keeps_what_had_come() {
    let (mut hub, mut device) = pair(0);
    device.write(vec![draft("名")]);
    for i in 0..40u8 {
        // Nothing shrinks it, so that it makes more than one frame.
        let mut noise = vec![0u8; 40_000];
        blake3::Hasher::new()
            .update(&[i])
            .finalize_xof()
            .fill(&mut noise);
        device.write_raw(vec![(EntityId::NIL, noise, None)]);
    }
    let (bytes, _) = up(&mut device, &hub, 0);
    let most = bytes.len() / 10 * 9;
    assert!(matches!(
        hear(&mut hub, &bytes[..most]),
        Err(BundleError::Cut)
    ));
    let before: u64 = hub.desk.reaches()[&device.origin].0;
    assert!(before > 2, "whole frames before the cut count: {before}");
    let heard = hear(&mut hub, &bytes).unwrap();
    assert_eq!(heard.appended, 42 - before, "the rest comes with the whole");
}

#[test]
fn a_flipped_bit_anywhere_is_found_and_nothing_is_taken() {
    let (hub, mut device) = pair(1);
    let (bytes, _) = up(&mut device, &hub, 0);
    let before = hub.desk.reaches();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << bit;
            let mut other = Hub::new(7);
            other.desk.clone_from(&hub.desk);
            let error = hear(&mut other, &flipped).err();
            let is_told = match &error {
                Some(BundleError::NotABundle) => at < MAGIC.len(),
                Some(BundleError::Newer { .. }) => at == MAGIC.len(),
                Some(BundleError::NotOurs) => at < HEADER_BYTES,
                Some(BundleError::Damaged | BundleError::Cut) => at >= MAGIC.len(),
                _ => false,
            };
            assert!(is_told, "bit {bit} of byte {at}: {error:?}");
            assert_eq!(other.desk.reaches(), before, "bit {bit} of byte {at}");
        }
    }
}

#[test]
fn another_receiver_another_key_and_another_format_are_each_told() {
    let (hub, mut device) = pair(3);
    let (bytes, _) = up(&mut device, &hub, 0);
    let mut stranger = Hub::new(8);
    assert!(matches!(
        hear(&mut stranger, &bytes),
        Err(BundleError::NotOurs)
    ));
    assert!(matches!(
        carry_down(&mut device, &bytes),
        Err(BundleError::NotOurs)
    ));
    let mut newer = bytes.clone();
    newer[8] = REVISION + 1;
    assert!(matches!(
        Header::read(&mut newer.as_slice()),
        Err(BundleError::Newer { found: 2 })
    ));
    assert!(matches!(
        Header::read(&mut b"%PDF-1.7 and so on".as_slice()),
        Err(BundleError::NotABundle)
    ));
}

#[test]
fn photos_go_along_as_far_as_there_is_room_and_only_true_ones_stay() {
    let (mut hub, mut device) = pair(1);
    let photos: Vec<Vec<u8>> = (1..=3u8).map(|i| vec![i; 1000]).collect();
    for photo in &photos {
        let hash = Hash32(*blake3::hash(photo).as_bytes());
        device.blobs.insert(hash, photo.clone());
        hub.desk.missing.push(hash);
    }
    let (bytes, packed) = up(&mut device, &hub, 2500);
    assert_eq!((packed.blobs, packed.blobs_left), (2, 1));
    let heard = hear(&mut hub, &bytes).unwrap();
    assert_eq!(heard.blobs.len(), 2);
    let answer = down(&mut hub, device.device, &public(&device.key), &heard);
    carry_down(&mut device, &answer).unwrap();
    assert_eq!(
        device.at_hub.len(),
        2,
        "only the answer says that they came"
    );
    let key = device.key.clone();
    let lie = hostile::sealed(&hub, |out| {
        let ask = BundleAsk {
            ask: SyncAsk::default(),
            key: public(&key),
            enrol: None,
            blobs_missing: Vec::new(),
        };
        let words = ask.bytes(out.header(), &key).unwrap();
        out.write_all(&words).unwrap();
        out.write_all(&[0; 4]).unwrap();
        out.write_all(&40u32.to_le_bytes()).unwrap();
        out.write_all(&[9; 40]).unwrap();
        out.write_all(&[0; 4]).unwrap();
    });
    assert!(matches!(hear(&mut hub, &lie), Err(BundleError::Malformed)));
}

#[test]
fn a_copied_disk_is_found_by_a_stick() {
    let (mut hub, mut device) = pair(2);
    let mut copy = device.clone();
    device.write(vec![draft("一")]);
    let (bytes, _) = up(&mut device, &hub, 0);
    let heard = hear(&mut hub, &bytes).unwrap();
    copy.write(vec![draft("二")]);
    let (forked, _) = up(&mut copy, &hub, 0);
    let refused = hear(&mut hub, &forked).unwrap().refused;
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].code, RefusedCode::Fork);
    let answer = down(&mut hub, device.device, &public(&device.key), &heard);
    carry_down(&mut copy, &answer).unwrap();
    assert_eq!(
        copy.forked,
        vec![copy.origin],
        "the copy learns that it is one"
    );
    carry_down(&mut device, &answer).unwrap();
    assert!(device.forked.is_empty());
}

#[test]
fn a_code_opens_what_it_sealed_however_it_is_typed() {
    let salt = [3; 16];
    let sealing = code::opening("7K2M-0QRX-9ZTB-4HVD", &salt).unwrap();
    let header = Header {
        salt,
        ..header(Kind::Setup, DeviceId(0), &sealing)
    };
    let mut sealer = Sealer::new(Vec::new(), &header, &sealing.receiver()).unwrap();
    sealer.write_all(b"content").unwrap();
    let (bytes, length) = sealer.finish().unwrap();
    assert_eq!(u64::try_from(bytes.len()).unwrap(), length);
    let typed = code::opening(" 7k2m oqrx 9ztb 4hvd", &salt).unwrap();
    let mut opened = open(&bytes, &typed).unwrap();
    assert!(opened.ask().is_err(), "it opens; what is in it is no ask");
    let wrong = code::opening("7K2M-0QRX-9ZTB-4HVE", &salt).unwrap();
    assert!(matches!(open(&bytes, &wrong), Err(BundleError::WrongCode)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_content_comes_back_through_any_pieces(
        content in proptest::collection::vec(any::<u8>(), 0..100_000),
        piece in 1usize..40_000,
    ) {
        let to = Opening::with(&ed25519_dalek::SigningKey::from_bytes(&[4; 32])).unwrap();
        let header = header(Kind::Up, DeviceId(1), &to);
        let mut sealer = Sealer::new(Vec::new(), &header, &to.receiver()).unwrap();
        for part in content.chunks(piece) {
            sealer.write_all(part).unwrap();
        }
        let (bytes, _) = sealer.finish().unwrap();
        let mut from = bytes.as_slice();
        let head = Header::read(&mut from).unwrap();
        let mut back = Vec::new();
        let mut opener = super::Opener::new(from, head, &to).unwrap();
        std::io::Read::read_to_end(&mut opener, &mut back).unwrap();
        prop_assert_eq!(back, content);
    }

    #[test]
    fn any_bytes_at_all_are_refused_without_a_panic(
        noise in proptest::collection::vec(any::<u8>(), 0..4096),
        is_headed in any::<bool>(),
    ) {
        let mut hub = Hub::new(7);
        let bytes = if is_headed {
            let to = Opening::with(&hub.desk.key).unwrap();
            let header = header(Kind::Up, DeviceId(5), &to);
            let mut sealer = Sealer::new(Vec::new(), &header, &to.receiver()).unwrap();
            sealer.write_all(&noise).unwrap();
            sealer.finish().unwrap().0
        } else {
            [MAGIC.as_slice(), &[REVISION], &noise].concat()
        };
        prop_assert!(hear(&mut hub, &bytes).is_err());
    }
}
