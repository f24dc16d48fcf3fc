//! A hub that takes in a station's syncs, under power cuts.

use crate::cuts::{Program, Story, states};
use crate::dump;
use crate::served::served;
use crate::shop::{Home, NOW_MS, Shop, record};
use serde_json::json;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tsong_hub::identity;
use tsong_hub::server::Hub;
use tsong_hub::staff::Staff;
use tsong_hub::storage::sqlite::{FILE, Sqlite};
use tsong_powercut::{Disk, Flaw, Image};

const ROUNDS: u32 = 14;
const IMPORTED: u32 = 150;

/// A hub that was set up and closed, on a real disk.
pub(crate) struct Hall {
    dir: TempDir,
    pub(crate) image: Image,
    /// The one-time code of its one station's first device.
    pub(crate) code: String,
}

impl Hall {
    pub(crate) fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let storage = Sqlite::open(dir.path()).unwrap();
        let key = identity::load(dir.path(), &storage).unwrap();
        let staff = Staff::console(&storage, &key, NOW_MS);
        let (_, new) = staff.add_station("巴河", 540_421_102).unwrap();
        drop(storage);
        let image = Image::read(dir.path(), &[FILE]).unwrap();
        let code = new.code;
        Self { dir, image, code }
    }
}

impl Program for Hall {
    fn furnish(&self, folder: &Path) {
        for entry in std::fs::read_dir(self.dir.path()).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_owned();
            if !name.to_string_lossy().starts_with(FILE) {
                std::fs::copy(&path, folder.join(name)).unwrap();
            }
        }
    }

    fn open(&self, folder: &Path) -> Result<u64, String> {
        let storage = Sqlite::open(folder).map_err(|e| e.to_string())?;
        let faults = storage.integrity().map_err(|e| e.to_string())?;
        if !faults.is_empty() {
            return Err(faults.join("; "));
        }
        dump::rows(&folder.join(FILE), None)
    }

    fn verify(&self, folder: &Path) -> Result<(), String> {
        let storage = Sqlite::open(folder).map_err(|e| e.to_string())?;
        sound(&storage, folder)
    }
}

fn sound(storage: &Sqlite, folder: &Path) -> Result<(), String> {
    let key = identity::load(folder, storage).map_err(|e| e.to_string())?;
    let verdict = tsong_hub::verify::verify(storage, &key, NOW_MS).map_err(|e| e.to_string())?;
    if verdict.ok {
        Ok(())
    } else {
        Err(verdict.problems.join("; "))
    }
}

/// A hub that serves on loopback.
pub(crate) struct County {
    address: SocketAddr,
    pub(crate) hub: Arc<Hub<Sqlite>>,
    runtime: Runtime,
}

impl County {
    pub(crate) fn open(folder: &Path) -> Self {
        Self::at(folder, "127.0.0.1:0".parse().unwrap())
    }

    fn at(folder: &Path, address: SocketAddr) -> Self {
        let (hub, address, runtime) = served(folder, address, || NOW_MS);
        Self {
            address,
            hub,
            runtime,
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What does not fit when everything is computed again.
    pub(crate) fn faults(&self, folder: &Path) -> Result<(), String> {
        sound(&self.hub.storage, folder)
    }

    pub(crate) fn close(self) {
        let Self { hub, runtime, .. } = self;
        runtime.shutdown_timeout(Duration::from_secs(20));
        drop(hub);
    }
}

/// A season's syncs at a hub, recorded.
fn season(hall: &Hall, flaw: Flaw) -> Story {
    let folder = tempfile::tempdir().unwrap();
    hall.furnish(folder.path());
    let disk = Disk::mount(folder.path(), hall.image.clone());
    disk.plant(flaw);
    let mut saved = Vec::new();
    let mut county = County::open(folder.path());

    // The till's own disk is never cut here.
    let (home, till) = (Home::new(), tempfile::tempdir().unwrap());
    home.furnish(till.path());
    let till_disk = Disk::mount(till.path(), home.image.clone());
    let mut shop = Shop::open(till.path());
    let enrol = json!({"hub": county.url(), "code": hall.code});
    shop.call("hub.enroll", enrol);
    saved.push(disk.now());
    for n in 0..ROUNDS {
        if n == 4 {
            let orders = till.path().join("orders.jsonl");
            let records: String = (1..=IMPORTED).map(|n| format!("{}\n", record(n))).collect();
            std::fs::write(&orders, records).unwrap();
            shop.call("import.run", json!({"path": orders.display().to_string()}));
        }
        if n == 8 {
            // The hub is closed and comes back: its write-ahead log is a new one.
            let address = county.address;
            county.close();
            county = County::at(folder.path(), address);
        }
        shop.call("lot.take_in", home.goods());
        shop.call("order.place", home.order(n));
        let report = shop.call("sync.run", json!({}));
        assert_eq!(report["refused"], json!([]), "the hub takes honest work");
        saved.push(disk.now());
        shop.wall.forward(60_000);
    }
    county.close();
    drop((shop, till_disk));
    Story::new(hall, disk.recording(), saved)
}

#[test]
fn what_a_hub_acknowledged_survives_a_power_cut() {
    let hall = Hall::new();
    let story = season(&hall, Flaw::None);
    assert!(
        story.recording().syncs() >= story.acknowledged().len(),
        "every frame is synced: a run without syncs tries nothing"
    );
    story.holds(&hall, states(40));
}

#[test]
fn a_hub_that_does_not_wait_for_its_disk_loses_what_it_acknowledged() {
    let hall = Hall::new();
    for flaw in [Flaw::SynchronousOff, Flaw::NoSync] {
        let found = season(&hall, flaw).cut(&hall, 150, crate::cuts::seed());
        let kinds = Story::kinds(&found);
        assert!(
            kinds.contains("lost"),
            "{flaw:?} must be seen to lose what a station was told is there: {kinds:?}"
        );
    }
}
