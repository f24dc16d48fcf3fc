//! Stations that were set up once for all runs: a run begins with copies of their disks.

use crate::air::{Air, START_MS, Wall};
use crate::county::County;
use crate::folder::{Shelf, fast};
use crate::till::{Owner, PIN, keys, store};
use argon2::password_hash::PasswordHasher;
use argon2::{Algorithm, Argon2, Params, Version};
use std::path::PathBuf;
use std::sync::OnceLock;
use tempfile::TempDir;
use tsong_domain::id::EntityId;
use tsong_station::Station;
use tsong_station::setup::NewStation;
use tsong_sync::chance;

/// How many sets of devices there are: their origins sort differently.
const SETS: usize = 4;
/// How many devices a set has.
pub(crate) const DEVICES: usize = 3;
const KEEPERS: [&str; DEVICES] = ["卓玛", "央金", "扎西"];

/// A device as it comes from the shop: set up, not enrolled.
pub(crate) struct Template {
    pub(crate) owner: Owner,
    pub(crate) disk: PathBuf,
}

struct Templates {
    sets: Vec<Vec<Template>>,
    _dir: TempDir,
}

static TEMPLATES: OnceLock<Templates> = OnceLock::new();

/// The devices of one run.
pub(crate) fn devices(seed: u64) -> &'static [Template] {
    let all = TEMPLATES.get_or_init(make);
    let set = usize::try_from(seed % SETS as u64).unwrap();
    &all.sets[set]
}

fn make() -> Templates {
    let dir = fast();
    let shelf = Shelf::new();
    let hub = shelf.free();
    let air = Air::new(shelf, County::open(&hub, START_MS));
    let sets = (0..SETS)
        .map(|set| {
            (0..DEVICES)
                .map(|device| {
                    chance::seed(format!("template {set} {device}").as_bytes());
                    let disk = dir.path().join(format!("{set}-{device}"));
                    let wall = Wall {
                        air: air.clone(),
                        device,
                        disk: disk.clone(),
                    };
                    let new = NewStation {
                        name: "巴河站",
                        place: "",
                        operator: KEEPERS[device],
                        pin: PIN,
                    };
                    let made = Station::create(&disk, keys(&disk), Box::new(wall), &new).unwrap();
                    let keeper = made.station.signed_in().unwrap().id;
                    drop(made.station);
                    cheapen(&disk, keeper);
                    let owner = Owner {
                        device,
                        keeper: KEEPERS[device],
                        recovery_key: made.recovery_key,
                    };
                    Template { owner, disk }
                })
                .collect()
        })
        .collect();
    Templates { sets, _dir: dir }
}

/// A verifier of the same PIN that costs nothing to check.
fn cheapen(disk: &std::path::Path, keeper: EntityId) {
    let params = Params::new(8, 1, 1, None).unwrap();
    let hash = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_with_salt(PIN.as_bytes(), &[7; 16])
        .unwrap();
    let mut store = store(disk);
    let (_, tries) = store
        .read(|db| tsong_store::pin::get(db, keeper))
        .unwrap()
        .unwrap();
    store
        .write(|db| tsong_store::pin::set(db, keeper, &hash.to_string(), &tries))
        .unwrap();
    store.checkpoint().unwrap();
}
