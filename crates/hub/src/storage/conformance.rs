//! What every storage must do. Written against [`Storage`] alone: a second implementation passes it
//! by adding one line at the end.

mod county;
mod orders;
mod stock;

use super::device::DeviceRow;
use super::sqlite::Sqlite;
use super::station::StationRow;
use super::{Storage, blob::BlobRow};
use crate::error::HubError;
use tsong_domain::fact::{Actor, Header, OriginBorn, RawFact, Sealed};
use tsong_domain::id::{DeviceId, EntityId, FactId, Hash32, Origin};
use tsong_domain::time::Hlc;
use tsong_sync::salt::SaltSeed;
use tsong_sync::sign::Signature64;

const HERE: EntityId = EntityId([1; 16]);
const THERE: EntityId = EntityId([2; 16]);
const WIDE: Origin = Origin(u64::MAX - 5);

fn station(storage: &impl Storage, station: EntityId, name: &str) {
    let row = StationRow {
        station,
        name: name.into(),
        place: 54,
        created_ms: 7,
        hub_origin: None,
    };
    storage.write(|t| t.add_station(&row)).unwrap();
}

fn fact(origin: Origin, sequence: u64, entity: u8, more: bool) -> RawFact {
    RawFact {
        header: Header {
            id: FactId::new(origin, sequence),
            time: Hlc::from_raw(u64::MAX - sequence),
            doubtful: sequence == 2,
            actor: if more {
                Actor::Person(EntityId([9; 16]))
            } else {
                Actor::Station
            },
            entity: EntityId([entity; 16]),
            more,
        },
        body: vec![entity; 3],
        personal: (sequence == 2).then(|| Sealed::Open {
            salt: [3; 16],
            bytes: vec![4, 5],
        }),
    }
}

fn born(device: u64, after: Vec<Origin>) -> OriginBorn {
    OriginBorn {
        device: DeviceId(device),
        key: Hash32([7; 32]),
        after,
        hub: false,
    }
}

fn failed_work_leaves_nothing(storage: &impl Storage) {
    let result = storage.write(|t| {
        t.set_meta("half", "done")?;
        Err::<(), _>(HubError::refused("stop", "stop"))
    });
    assert_eq!(result.unwrap_err().code(), "stop");
    assert_eq!(
        storage.read(|t| t.meta("half")).unwrap(),
        None,
        "half a transaction was kept"
    );
}

fn logs_are_kept_to_the_bit_and_apart(storage: &impl Storage) {
    let facts = [
        fact(WIDE, 1, 1, false),
        fact(WIDE, 2, 2, true),
        fact(WIDE, 3, 1, false),
        fact(WIDE, 4, 3, false),
    ];
    storage
        .write(|t| {
            t.add_origin(HERE, WIDE, &born(1, vec![Origin(3)]))?;
            for (i, f) in facts.iter().enumerate() {
                t.append_fact(HERE, f, &Hash32([u8::try_from(i).unwrap(); 32]))?;
            }
            t.reach_origin(HERE, WIDE, 4, &Hash32([3; 32]))
        })
        .unwrap();
    let (all, some, one) = storage
        .read(|t| {
            let all = t.facts_from(HERE, FactId::new(WIDE, 1), usize::MAX)?;
            let some = t.facts_from(HERE, FactId::new(WIDE, 2), 1)?;
            Ok((all, some, t.fact(HERE, FactId::new(WIDE, 2))?))
        })
        .unwrap();
    assert_eq!(
        all.iter().map(|(f, _)| f.clone()).collect::<Vec<_>>(),
        facts
    );
    assert_eq!(some.len(), 2, "a transaction is read to its end");
    assert_eq!(one.as_ref(), Some(&facts[1]));
    storage
        .read(|t| {
            assert!(
                t.facts_from(THERE, FactId::new(WIDE, 1), 9)?.is_empty(),
                "another station's"
            );
            assert!(t.fact(THERE, FactId::new(WIDE, 1))?.is_none());
            assert!(t.facts_of(THERE, EntityId([1; 16]))?.is_empty());
            assert!(t.origins(THERE)?.is_empty());
            assert_eq!(t.facts_of(HERE, EntityId([1; 16]))?.len(), 2);
            assert_eq!(t.origins(HERE)?[0].sequence, 4);
            assert_eq!(t.vouched_origins(HERE, 1)?, vec![Origin(3)]);
            assert_eq!(
                t.fact_head(HERE, FactId::new(WIDE, 3))?,
                Some(Hash32([2; 32]))
            );
            let birth = |before| t.birth_of(HERE, WIDE, before, &EntityId([1; 16]));
            assert_eq!(birth(9)?, Some(FactId::new(WIDE, 1)), "the first one");
            assert_eq!(birth(1)?, None, "nothing before the first");
            let beyond = t.entities_beyond(HERE, FactId::new(WIDE, 3))?;
            assert_eq!(beyond, vec![EntityId([3; 16])]);
            Ok(())
        })
        .unwrap();
    let twice = storage.write(|t| t.append_fact(HERE, &facts[0], &Hash32([0; 32])));
    assert!(twice.is_err(), "a fact is stored once");
}

fn erasures_stick(storage: &impl Storage) {
    let (seed, at) = (
        SaltSeed {
            first: 1,
            last: 4,
            seed: [8; 16],
        },
        FactId::new(WIDE, 2),
    );
    storage
        .write(|t| {
            t.put_seed(HERE, WIDE, &seed)?;
            t.put_seed(
                HERE,
                WIDE,
                &SaltSeed {
                    first: 5,
                    last: 9,
                    seed: [9; 16],
                },
            )?;
            let same = SaltSeed {
                first: 10,
                last: 12,
                seed: [8; 16],
            };
            t.put_seed(HERE, WIDE, &same)?;
            assert_eq!(t.seeds(HERE, WIDE, 4, 5)?.len(), 2);
            t.bury(HERE, at)?;
            t.erase_fact(HERE, at, &Hash32([6; 32]))
        })
        .unwrap();
    storage
        .read(|t| {
            let erased = t.fact(HERE, at)?.unwrap();
            assert_eq!(erased.personal, Some(Sealed::Erased(Hash32([6; 32]))));
            assert!(t.is_buried(HERE, at)? && !t.is_buried(THERE, at)?);
            assert_eq!(
                t.seeds(HERE, WIDE, 1, 12)?.len(),
                1,
                "the seed that tells its salt is gone, also where it stands again"
            );
            Ok(())
        })
        .unwrap();
}

fn devices_belong_to_one_station(storage: &impl Storage) {
    let row = |station, key| DeviceRow {
        station,
        device: DeviceId(u64::MAX),
        key: Hash32([key; 32]),
        nonce: [1; 16],
        name: "till".into(),
        version: "0".into(),
        enrolled_ms: 1,
        revoked_ms: None,
        revoked_by: None,
        revoked_reason: None,
        last_heard_ms: None,
        waiting: 0,
        request_sequence: 0,
    };
    storage.write(|t| t.put_device(&row(HERE, 1))).unwrap();
    storage.write(|t| t.put_device(&row(HERE, 2))).unwrap();
    storage
        .write(|t| {
            let d = DeviceId(u64::MAX);
            assert!(
                t.was_let_in(HERE, d, &Hash32([1; 32]))?,
                "an old key still counts"
            );
            assert!(!t.was_let_in(THERE, d, &Hash32([1; 32]))?);
            assert!(
                t.take_request(HERE, d, 5)? && !t.take_request(HERE, d, 5)?,
                "once"
            );
            assert!(!t.take_request(HERE, d, u64::MAX)?, "past the range");
            t.heard_device(HERE, d, "2", 3, 44)?;
            assert!(
                !t.revoke_device(THERE, d, ("x", "y"), 9)?,
                "another station shuts nobody out here"
            );
            assert!(t.revoke_device(HERE, d, ("卓玛", "lost"), 9)?);
            assert!(t.revoke_device(HERE, d, ("扎西", "again"), 10)?);
            let known = t.device(d)?.unwrap();
            assert_eq!(
                (known.last_heard_ms, known.waiting, known.revoked_ms),
                (Some(44), 3, Some(9))
            );
            assert_eq!(known.revoked_by.as_deref(), Some("卓玛"), "who was first");
            assert_eq!(known.revoked_reason.as_deref(), Some("lost"));
            Ok(())
        })
        .unwrap();
}

fn codes_are_used_once(storage: &impl Storage) {
    let (hash, key) = (Hash32([5; 32]), Hash32([6; 32]));
    storage
        .write(|t| {
            t.add_code(HERE, &hash, 1, 99)?;
            assert_eq!(t.code(&hash)?.unwrap().expires_ms, Some(99));
            assert!(t.use_code(&hash, DeviceId(4), &key, 2)?);
            assert!(!t.use_code(&hash, DeviceId(5), &key, 3)?, "once");
            assert_eq!(t.code(&hash)?.unwrap().used_by, Some((DeviceId(4), key)));
            Ok(())
        })
        .unwrap();
}

fn the_rest_is_kept(storage: &impl Storage) {
    let hash = |n: u8| Hash32([n; 32]);
    storage
        .write(|t| {
            for at in [7, 3] {
                let signature = Signature64([u8::try_from(at).unwrap(); 64]);
                t.put_signature(HERE, FactId::new(WIDE, at), &signature)?;
            }
            assert_eq!(t.signatures_from(HERE, FactId::new(WIDE, 4))?.len(), 1);
            assert_eq!(
                t.signatures_from(HERE, FactId::new(WIDE, 1))?[0].0,
                3,
                "ascending"
            );
            t.close_origin(HERE, FactId::new(WIDE, 9), true)?;
            t.close_origin(HERE, FactId::new(WIDE, 4), true)?;
            t.close_origin(HERE, FactId::new(WIDE, 6), true)?;
            assert_eq!(
                t.closed_origins(HERE, true)?,
                vec![FactId::new(WIDE, 4)],
                "the lowest"
            );
            assert!(
                t.closed_origins(HERE, false)?.is_empty()
                    && t.closed_origins(THERE, true)?.is_empty()
            );
            t.want_blob(HERE, &hash(1), false, DeviceId(1))?;
            t.want_blob(HERE, &hash(2), true, DeviceId(1))?;
            t.want_blob(HERE, &hash(3), true, DeviceId(2))?;
            t.put_blob(
                HERE,
                &hash(1),
                &BlobRow {
                    is_whole: false,
                    bytes: vec![1, 2],
                },
            )?;
            t.want_blob(HERE, &hash(1), false, DeviceId(1))?;
            let wanted = t.wanted_blobs(HERE, DeviceId(1), 9)?;
            assert_eq!(
                wanted,
                vec![(hash(2), 0), (hash(1), 2), (hash(3), 0)],
                "own, thumbnails first"
            );
            assert!(t.blob(THERE, &hash(1))?.is_none());
            t.quarantine(HERE, FactId::new(WIDE, 1), "fork", 5)?;
            t.quarantine(HERE, FactId::new(WIDE, 1), "fork", 6)?;
            assert_eq!(
                (t.quarantined(HERE)?[0].times, t.quarantined(HERE)?.len()),
                (2, 1)
            );
            t.set_hub_origin(HERE, WIDE)?;
            assert_eq!(t.station(HERE)?.unwrap().hub_origin, Some(WIDE));
            assert_eq!(t.stations()?.len(), 2);
            Ok(())
        })
        .unwrap();
}

/// Everything that a storage must do.
fn conforms(storage: &impl Storage) {
    station(storage, HERE, "here");
    station(storage, THERE, "there");
    failed_work_leaves_nothing(storage);
    logs_are_kept_to_the_bit_and_apart(storage);
    erasures_stick(storage);
    devices_belong_to_one_station(storage);
    codes_are_used_once(storage);
    orders::orders_are_found(storage);
    the_rest_is_kept(storage);
    county::stations_are_gauged(storage);
    county::sums_follow_the_orders(storage);
    county::tokens_and_sessions_end(storage);
    county::staffs_log_is_kept(storage);
    stock::stock(storage);
}

#[test]
fn sqlite_conforms() {
    let dir = tempfile::TempDir::new().unwrap();
    conforms(&Sqlite::open(dir.path()).unwrap());
}
