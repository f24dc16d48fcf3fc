//! A hub that serves on loopback, and stations in folders of their own, called the way every host
//! calls them: by name, with JSON.

use crate::served::served;
use crate::wall::{NOW_MS, Wall};
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tsong_contract::AppError;
use tsong_contract::command::dispatch;
use tsong_domain::id::EntityId;
use tsong_hub::server::{Hub, read::named_orders, read::order_query};
use tsong_hub::staff::Staff;
use tsong_hub::storage::Storage;
use tsong_hub::storage::sqlite::Sqlite;
use tsong_station::Station;
use tsong_station::keys::{KeyRing, KeyStore};
use tsong_station::setup::NewStation;
use tsong_store::Store;
use tsong_store::open::Cipher;

pub(crate) const KEEPER: &str = "卓玛";
pub(crate) const PIN: &str = "428613";

/// A running hub.
pub(crate) struct County {
    pub(crate) hub: Arc<Hub<Sqlite>>,
    pub(crate) address: SocketAddr,
    _runtime: Runtime,
    _dir: TempDir,
}

impl County {
    pub(crate) fn new() -> Self {
        Self::at(|| NOW_MS)
    }

    /// A hub with a clock of its own.
    pub(crate) fn at(now_ms: fn() -> i64) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let loopback = "127.0.0.1:0".parse().unwrap();
        let (hub, address, runtime) = served(dir.path(), loopback, now_ms);
        Self {
            hub,
            address,
            _runtime: runtime,
            _dir: dir,
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    fn console(&self) -> Staff<'_, Sqlite> {
        Staff::console(&self.hub.storage, &self.hub.key, NOW_MS)
    }

    /// A token of the county's staff.
    pub(crate) fn token(&self, name: &str) -> String {
        self.console().add_token(name, true).unwrap()
    }

    /// A station and the one-time code of its first device.
    pub(crate) fn station(&self, name: &str) -> (EntityId, String) {
        let (station, new) = self.console().add_station(name, 540_421_102).unwrap();
        (station, new.code)
    }

    pub(crate) fn code(&self, station: EntityId) -> String {
        self.console().add_code(station).unwrap().code
    }

    /// A station's orders, as the county's staff reads them.
    pub(crate) fn orders(&self, station: EntityId) -> Vec<Value> {
        let query = order_query(None, None, None, None).unwrap();
        let rows = self
            .hub
            .storage
            .read(|t| named_orders(t, station, &query))
            .unwrap();
        rows.iter().map(|row| json!(row)).collect()
    }

    /// How many facts the hub has; everything computed again fits.
    #[track_caller]
    pub(crate) fn sound_facts(&self) -> u64 {
        let hub = &self.hub;
        let verdict = tsong_hub::verify::verify(&hub.storage, &hub.key, NOW_MS).unwrap();
        assert!(
            verdict.ok,
            "the hub's tables are not what its facts say: {:?}",
            verdict.problems
        );
        verdict.facts
    }
}

/// A station's PC.
pub(crate) struct Till {
    pub(crate) station: Station,
    pub(crate) wall: Wall,
    pub(crate) recovery_key: String,
    pub(crate) dir: TempDir,
}

fn keys(dir: &Path) -> KeyRing {
    KeyRing::open(dir, KeyStore::File)
}

impl Till {
    /// The station's database by another hand.
    pub(crate) fn beside(&self, work: impl FnOnce(&mut Store)) {
        let key = keys(self.dir.path()).database_key().unwrap();
        let mut store = Store::open(self.dir.path(), Cipher::Key(key.expose())).unwrap();
        work(&mut store);
    }

    pub(crate) fn new(name: &str) -> Self {
        Self::kept_by(name, KEEPER)
    }

    pub(crate) fn kept_by(name: &str, operator: &str) -> Self {
        let (dir, wall) = (tempfile::tempdir().unwrap(), Wall::new());
        let new = NewStation {
            name,
            place: "",
            operator,
            pin: PIN,
        };
        let host = Box::new(wall.clone());
        let made = Station::create(dir.path(), keys(dir.path()), host, &new).unwrap();
        Self {
            station: made.station,
            wall,
            recovery_key: made.recovery_key,
            dir,
        }
    }

    /// A new PC, filled from a backup file with the recovery key.
    pub(crate) fn restored(file: &Path, recovery_key: &str, wall: &Wall) -> Self {
        let (dir, wall) = (tempfile::tempdir().unwrap(), wall.clone());
        let host = Box::new(wall.clone());
        let mut station =
            Station::restore(dir.path(), keys(dir.path()), host, file, recovery_key).unwrap();
        station.sign_in(KEEPER, PIN).unwrap();
        Self {
            station,
            wall,
            recovery_key: recovery_key.to_owned(),
            dir,
        }
    }

    /// The same PC, its disk replaced by an older copy of it, keys and all.
    pub(crate) fn put_back(self, dir: TempDir) -> Self {
        let Self {
            station,
            wall,
            recovery_key,
            dir: _gone,
        } = self;
        drop(station);
        let host = Box::new(wall.clone());
        let mut station = Station::open(dir.path(), keys(dir.path()), host).unwrap();
        station.sign_in(KEEPER, PIN).unwrap();
        Self {
            station,
            wall,
            recovery_key,
            dir,
        }
    }

    pub(crate) fn try_call(&mut self, command: &str, input: Value) -> Result<Value, AppError> {
        dispatch(&mut self.station, command, input)
    }

    #[track_caller]
    pub(crate) fn call(&mut self, command: &str, input: Value) -> Value {
        match self.try_call(command, input.clone()) {
            Ok(output) => output,
            Err(error) => panic!("{command} {input} was refused: {error:?}"),
        }
    }

    #[track_caller]
    pub(crate) fn refused(&mut self, command: &str, input: Value) -> AppError {
        match self.try_call(command, input.clone()) {
            Ok(output) => panic!("{command} {input} was not refused, it gave {output}"),
            Err(error) => error,
        }
    }

    #[track_caller]
    pub(crate) fn enrol(&mut self, hub: &str, code: &str) {
        self.wall.link(true);
        self.call("hub.enroll", json!({"hub": hub, "code": code}));
    }

    #[track_caller]
    pub(crate) fn sync(&mut self) -> Value {
        let report = self.call("sync.run", json!({}));
        assert_eq!(
            report["refused"],
            json!([]),
            "the hub takes what an honest station sends"
        );
        report
    }

    /// The digest of all that the station holds; everything computed again fits.
    #[track_caller]
    pub(crate) fn sound_digest(&mut self) -> String {
        let report = self.call("verify", json!({}));
        assert_eq!(
            report["faults"],
            json!([]),
            "the log and the tables say the same"
        );
        text(&report, "state_digest")
    }

    /// Fresh matsutake of a new villager; the lot's id.
    pub(crate) fn matsutake(&mut self, villager: &str, quantity: &str) -> String {
        let villager = text(&self.call("villager.add", json!({"name": villager})), "id");
        let input = json!({"villager": villager, "product": "matsutake-fresh", "grade": "a-5-7",
            "quantity": quantity, "keeping": "chilled"});
        text(&self.call("lot.take_in", input), "id")
    }

    pub(crate) fn lot(&mut self, id: &str) -> Value {
        let all = self.call("lot.list", json!({"with_empty": true}));
        let found = all.as_array().unwrap().iter().find(|row| row["id"] == id);
        found
            .cloned()
            .unwrap_or_else(|| panic!("lot {id} is not in {all}"))
    }
}

/// An order for fresh matsutake at 600 yuan a kilogram.
pub(crate) fn order(quantity: &str) -> Value {
    json!({"lines": [{"product": "matsutake-fresh", "grade": "a-5-7", "quantity": quantity,
        "price": "600"}]})
}

/// Syncs both until neither has news for the other; then both hold the same.
#[track_caller]
pub(crate) fn converge(a: &mut Till, b: &mut Till) -> String {
    for round in 0.. {
        let (first, second) = (a.sync(), b.sync());
        let is_still = [first, second]
            .iter()
            .all(|r| r["pushed"] == 0 && r["pulled"] == 0);
        if is_still {
            break;
        }
        assert!(round < 6, "two devices without new work must fall silent");
    }
    let digest = a.sound_digest();
    assert_eq!(
        digest,
        b.sound_digest(),
        "after syncing, both devices hold the same"
    );
    digest
}

/// A text field of an answer.
#[track_caller]
pub(crate) fn text(value: &Value, field: &str) -> String {
    value[field]
        .as_str()
        .unwrap_or_else(|| panic!("no {field} in {value}"))
        .to_owned()
}
