//! Keys that were lost or damaged, and how they come back.

use std::fs;

use super::super::{KeyError, KeyStore, SecretKey, recovery};
use super::{BOTH, Bench, Mood};

#[test]
fn the_recovery_key_brings_the_database_key_back() {
    for store in BOTH {
        let bench = Bench::new();
        let key = bench.ring(store).create_database_key().unwrap();
        let paper = recovery::encode(key.expose());

        let fresh = Bench::new();
        let typed = SecretKey::from_bytes(recovery::decode(&paper.to_lowercase()).unwrap());
        fresh.ring(store).put_database_key(&typed).unwrap();
        fresh.ring(store).put_database_key(&typed).unwrap();
        assert!(
            fresh.ring(store).database_key().unwrap().same_as(&key),
            "restored in {store:?}"
        );
        let other = SecretKey::from_bytes([1; 32]);
        let put = fresh.ring(store).put_database_key(&other);
        assert!(
            matches!(put, Err(KeyError::Exists)),
            "another key never replaces it: {put:?}"
        );
        assert!(
            fresh.ring(store).device_key().unwrap().is_none(),
            "a restored device is new"
        );
    }
}

#[test]
fn a_lost_keyring_can_be_left_for_files() {
    let bench = Bench::new();
    let key = bench.ring(KeyStore::Keyring).create_database_key().unwrap();
    bench.ring(KeyStore::Keyring).create_device_key().unwrap();
    bench.make_database();
    let other = bench
        .ring(KeyStore::File)
        .put_database_key(&SecretKey::from_bytes([1; 32]));
    assert!(
        matches!(other, Err(KeyError::Exists)),
        "a reachable keyring objects: {other:?}"
    );
    bench.desk.feel(Mood::Gone);
    bench.ring(KeyStore::File).put_database_key(&key).unwrap();
    let later = bench.ring(KeyStore::Keyring);
    assert!(
        later.database_key().unwrap().same_as(&key),
        "the files have it now"
    );
    assert!(
        later.device_key().unwrap().is_none(),
        "the device has to enrol again"
    );
}

#[test]
fn a_damaged_key_file_is_named_and_never_replaced_by_a_new_key() {
    let bench = Bench::new();
    let ring = bench.ring(KeyStore::File);
    let key = ring.create_database_key().unwrap();
    let path = bench.dir.path().join("keys/database.key");
    for damage in [
        Vec::new(),
        fs::read(&path).unwrap()[..20].to_vec(),
        vec![0; 100_000],
    ] {
        fs::write(&path, &damage).unwrap();
        assert!(
            matches!(ring.database_key(), Err(KeyError::Damaged)),
            "{} bytes",
            damage.len()
        );
        let made = ring.create_database_key();
        assert!(
            matches!(made, Err(KeyError::Damaged)),
            "no new key over it: {made:?}"
        );
    }
    ring.put_database_key(&key).unwrap();
    assert!(
        ring.database_key().unwrap().same_as(&key),
        "the recovery key mends it"
    );
    fs::write(bench.dir.path().join("keys/where"), "cloud").unwrap();
    assert!(
        matches!(ring.database_key(), Err(KeyError::Damaged)),
        "an unknown place is damage"
    );
}

#[test]
fn what_a_power_cut_left_does_not_stop_the_next_set_up() {
    let bench = Bench::new();
    fs::create_dir(bench.dir.path().join("keys")).unwrap();
    fs::write(bench.dir.path().join("keys/database.key.new"), b"half").unwrap();
    let key = bench.ring(KeyStore::File).create_database_key().unwrap();
    assert!(
        bench
            .ring(KeyStore::File)
            .database_key()
            .unwrap()
            .same_as(&key)
    );
}
