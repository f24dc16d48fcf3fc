use crate::house::{House, uuid};
use tsong_domain::fact::{Body, Draft};
use tsong_domain::field::{FieldWrite, Value, Write};
use tsong_domain::id::Hash32;

fn photo(seed: u8, size: usize) -> (Hash32, Vec<u8>) {
    let mut bytes = vec![0; size];
    blake3::Hasher::new()
        .update(&[seed])
        .finalize_xof()
        .fill(&mut bytes);
    (Hash32(*blake3::hash(&bytes).as_bytes()), bytes)
}

fn names(photo: Hash32, thumbnail: Hash32) -> Draft {
    let write = |field: &str, hash| Write {
        field: field.into(),
        value: Value::Hash(hash),
        replaces: Vec::new(),
    };
    let writes = vec![write("photo", photo), write("thumbnail", thumbnail)];
    Draft::plain(
        uuid(1),
        Body::Field(FieldWrite {
            noun: "listing".into(),
            writes,
            at_ms: None,
        }),
    )
}

#[test]
fn photos_follow_their_facts_to_the_hub_and_to_the_other_device() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let (mut a, mut b) = (house.device(station, 1, 1), house.device(station, 2, 2));
    let ((main, main_bytes), (thumb, thumb_bytes)) = (photo(1, 120_000), photo(2, 5_000));
    a.blobs
        .extend([(main, main_bytes.clone()), (thumb, thumb_bytes)]);
    a.write(vec![names(main, thumb)]);
    let report = house.sync(&mut a).unwrap();
    assert_eq!(report.blobs_up, 2);
    assert_eq!(
        report.requests,
        1 + 1 + 4,
        "the facts, the thumbnail, four pieces of the photo"
    );
    assert_eq!(
        house.sync(&mut a).unwrap().requests,
        1,
        "they are not asked for again"
    );
    house.sync(&mut b).unwrap();
    b.missing = vec![thumb, main];
    b.blobs.insert(main, main_bytes[..70_000].to_vec());
    assert_eq!(house.sync(&mut b).unwrap().blobs_down, 2);
    assert_eq!(
        b.blobs[&main], main_bytes,
        "going on from where it had stopped"
    );
}

#[test]
fn a_blob_of_another_station_is_neither_given_nor_taken() {
    let house = House::new();
    let (here, _) = house.station("巴河站");
    let (there, _) = house.station("鲁朗站");
    let (mut a, mut x) = (house.device(here, 1, 1), house.device(there, 2, 2));
    let ((main, bytes), (thumb, small)) = (photo(1, 40_000), photo(2, 500));
    a.blobs.extend([(main, bytes), (thumb, small)]);
    a.write(vec![names(main, thumb)]);
    house.sync(&mut a).unwrap();
    x.missing = vec![main];
    let report = house.sync(&mut x).unwrap();
    assert_eq!(report.blobs_down, 0, "knowing its address is not enough");
    assert!(!x.blobs.contains_key(&main));
}

#[test]
fn content_that_is_not_its_address_is_thrown_away() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let mut a = house.device(station, 1, 1);
    let ((main, mut bytes), (thumb, small)) = (photo(1, 40_000), photo(2, 500));
    bytes[39_999] ^= 1;
    a.blobs.extend([(main, bytes.clone()), (thumb, small)]);
    a.write(vec![names(main, thumb)]);
    let error = house.sync(&mut a).unwrap_err();
    assert_eq!(error.code(), "blob_mismatch");
    bytes[39_999] ^= 1;
    a.blobs.insert(main, bytes);
    assert_eq!(
        house.sync(&mut a).unwrap().blobs_up,
        1,
        "the right content is taken afterwards"
    );
}
