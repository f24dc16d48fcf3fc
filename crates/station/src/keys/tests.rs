//! Stories of a data directory's keys, on real folders and a keyring made up for the test.

mod mended;

use std::collections::BTreeMap;
use std::fs;
use std::sync::{Arc, Barrier, Mutex};

use tempfile::TempDir;
use zeroize::Zeroizing;

use super::vault::Vault;
use super::{KeyError, KeyRing, KeyStore, SecretKey, device_signer};

/// A keyring in memory, which can be taken away.
#[derive(Default)]
struct Desk {
    entries: Mutex<BTreeMap<String, Vec<u8>>>,
    mood: Mutex<Mood>,
}

#[derive(Default, Clone, Copy, PartialEq)]
enum Mood {
    #[default]
    Fine,
    Gone,
    Forgetful,
}

impl Desk {
    fn feel(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    fn answer(&self) -> Result<(), KeyError> {
        match *self.mood.lock().unwrap() {
            Mood::Gone => Err(KeyError::KeyringUnavailable("no session".to_owned())),
            Mood::Fine | Mood::Forgetful => Ok(()),
        }
    }
}

impl Vault for Desk {
    fn read(&self, account: &str) -> Result<Option<Zeroizing<Vec<u8>>>, KeyError> {
        self.answer()?;
        Ok(self
            .entries
            .lock()
            .unwrap()
            .get(account)
            .cloned()
            .map(Zeroizing::new))
    }

    fn write(&self, account: &str, secret: &[u8]) -> Result<(), KeyError> {
        self.answer()?;
        if *self.mood.lock().unwrap() != Mood::Forgetful {
            self.entries
                .lock()
                .unwrap()
                .insert(account.to_owned(), secret.to_vec());
        }
        Ok(())
    }
}

struct Bench {
    dir: TempDir,
    desk: Arc<Desk>,
}

impl Bench {
    fn new() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
            desk: Arc::default(),
        }
    }

    fn ring(&self, wish: KeyStore) -> KeyRing {
        KeyRing::with_vault(self.dir.path(), wish, self.desk.clone())
    }

    fn make_database(&self) {
        fs::write(self.dir.path().join("station.db"), b"not really").unwrap();
    }

    fn recorded(&self) -> Option<String> {
        fs::read_to_string(self.dir.path().join("keys/where")).ok()
    }
}

const BOTH: [KeyStore; 2] = [KeyStore::Keyring, KeyStore::File];

#[test]
fn keys_come_back_in_a_later_run_whatever_it_wishes() {
    for store in BOTH {
        let bench = Bench::new();
        let database = bench.ring(store).create_database_key().unwrap();
        let device = bench.ring(store).create_device_key().unwrap();
        assert!(!database.same_as(&device), "two secrets, not one twice");
        assert_eq!(
            bench.recorded(),
            Some(format!("{}\n", store.word())),
            "the place is recorded"
        );
        for wish in BOTH {
            let later = bench.ring(wish);
            assert_eq!(
                later.store().unwrap(),
                store,
                "what is recorded wins over {wish:?}"
            );
            assert!(
                later.database_key().unwrap().same_as(&database),
                "{store:?} under {wish:?}"
            );
            assert!(
                later.device_key().unwrap().unwrap().same_as(&device),
                "the device too"
            );
        }
    }
}

#[test]
fn no_second_key_is_made_for_a_database_that_exists() {
    for store in BOTH {
        let bench = Bench::new();
        bench.make_database();
        let made = bench.ring(store).create_database_key();
        assert!(
            matches!(made, Err(KeyError::Exists)),
            "a database alone forbids it: {made:?}"
        );
        let read = bench.ring(store).database_key();
        assert!(
            matches!(read, Err(KeyError::Missing)),
            "and nothing was made: {read:?}"
        );

        let bench = Bench::new();
        let first = bench.ring(store).create_database_key().unwrap();
        for wish in BOTH {
            let again = bench.ring(wish).create_database_key();
            assert!(
                matches!(again, Err(KeyError::Exists)),
                "a key alone forbids it: {again:?}"
            );
        }
        assert!(
            bench.ring(store).database_key().unwrap().same_as(&first),
            "the first is kept"
        );
        bench.ring(store).create_device_key().unwrap();
        let again = bench.ring(store).create_device_key();
        assert!(
            matches!(again, Err(KeyError::Exists)),
            "nor a second device: {again:?}"
        );
    }
}

#[test]
fn of_many_set_ups_at_once_one_makes_the_key() {
    let bench = Bench::new();
    let start = Barrier::new(8);
    let made: Vec<SecretKey> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| {
                    start.wait();
                    bench.ring(KeyStore::Keyring).create_database_key()
                })
            })
            .collect();
        threads
            .into_iter()
            .filter_map(|thread| thread.join().unwrap().ok())
            .collect()
    });
    assert_eq!(made.len(), 1, "exactly one was told that it made the key");
    assert!(
        bench
            .ring(KeyStore::Keyring)
            .database_key()
            .unwrap()
            .same_as(&made[0])
    );
}

#[test]
fn without_a_keyring_nothing_is_decided_and_a_file_will_do() {
    let bench = Bench::new();
    for mood in [Mood::Gone, Mood::Forgetful] {
        bench.desk.feel(mood);
        let made = bench.ring(KeyStore::Keyring).create_database_key();
        assert!(
            matches!(made, Err(KeyError::KeyringUnavailable(_))),
            "said openly: {made:?}"
        );
        assert_eq!(bench.recorded(), None, "nothing is recorded that is not so");
    }
    let key = bench.ring(KeyStore::File).create_database_key().unwrap();
    assert!(
        bench
            .ring(KeyStore::Keyring)
            .database_key()
            .unwrap()
            .same_as(&key),
        "later runs know"
    );
}

#[test]
fn a_keyring_that_went_away_is_not_a_missing_key() {
    let bench = Bench::new();
    bench.ring(KeyStore::Keyring).create_database_key().unwrap();
    bench.make_database();
    bench.desk.feel(Mood::Gone);
    for wish in BOTH {
        let read = bench.ring(wish).database_key();
        assert!(
            matches!(read, Err(KeyError::KeyringUnavailable(_))),
            "{wish:?}: {read:?}"
        );
    }
}

#[test]
fn two_directories_in_one_keyring_never_share() {
    let here = Bench::new();
    let there = Bench {
        dir: tempfile::tempdir().unwrap(),
        desk: Arc::clone(&here.desk),
    };
    let a = here.ring(KeyStore::Keyring).create_database_key().unwrap();
    let b = there.ring(KeyStore::Keyring).create_database_key().unwrap();
    assert!(
        here.ring(KeyStore::Keyring)
            .database_key()
            .unwrap()
            .same_as(&a)
    );
    assert!(
        there
            .ring(KeyStore::Keyring)
            .database_key()
            .unwrap()
            .same_as(&b)
    );
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Bench::new();
    let dir = bench.dir.path().join("deep/station");
    let ring = KeyRing::open(&dir, KeyStore::File);
    let key = ring.create_database_key().unwrap();
    ring.create_device_key().unwrap();
    let mode = |name: &str| fs::metadata(dir.join(name)).unwrap().permissions().mode() & 0o777;
    for name in ["keys/database.key", "keys/device.key"] {
        assert_eq!(mode(name), 0o600, "{name}");
        fs::set_permissions(dir.join(name), fs::Permissions::from_mode(0o644)).unwrap();
    }
    fs::set_permissions(dir.join("keys"), fs::Permissions::from_mode(0o755)).unwrap();
    assert!(
        ring.database_key().unwrap().same_as(&key),
        "copied with open rights, still read"
    );
    assert_eq!(mode("keys/database.key"), 0o600, "and closed again");
    assert_eq!(mode("keys"), 0o700, "the folder too");
    let lost = fs::read_dir(dir.join("keys")).unwrap().count();
    assert_eq!(
        lost, 4,
        "two keys, the place and the lock; nothing half written is left"
    );
}

#[test]
fn a_device_signs_with_its_seed() {
    use ed25519_dalek::{Signer, Verifier};
    let seed = SecretKey::from_bytes([3; 32]);
    let signature = device_signer(&seed).sign(b"frame");
    let same_device = device_signer(&seed.clone()).verifying_key();
    assert!(
        same_device.verify(b"frame", &signature).is_ok(),
        "the seed alone makes the key"
    );
    let other = device_signer(&SecretKey::from_bytes([4; 32])).verifying_key();
    assert!(
        other.verify(b"frame", &signature).is_err(),
        "another device did not sign it"
    );
}
