//! A station set up in a folder of its own, and short words for what the tests do with it.

use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tempfile::TempDir;
use tsong_contract::AppError;
use tsong_contract::command::dispatch;
use tsong_domain::id::{DeviceId, Hash32, Origin};
use tsong_station::keys::{KeyRing, KeyStore};
use tsong_station::me::Bond;
use tsong_station::setup::NewStation;
use tsong_station::{BUILD_MS, Host, Station};
use tsong_store::open::Cipher;
use tsong_store::origin::OriginRow;
use tsong_store::{Store, origin};
use tsong_sync::transport::Transport;

pub(crate) const HOUR_MS: i64 = 3_600_000;
pub(crate) const DAY_MS: i64 = 24 * HOUR_MS;
/// Three days after the program was finished.
pub(crate) const NOW_MS: i64 = BUILD_MS + 3 * DAY_MS;
pub(crate) const KEEPER: &str = "卓玛";
pub(crate) const PIN: &str = "428613";

/// A wall that the test sets, and no link.
#[derive(Clone)]
pub(crate) struct Wall(Arc<AtomicI64>);

impl Wall {
    pub(crate) fn new() -> Self {
        Self(Arc::new(AtomicI64::new(NOW_MS)))
    }

    pub(crate) fn set(&self, ms: i64) {
        self.0.store(ms, Ordering::Relaxed);
    }

    pub(crate) fn forward(&self, ms: i64) {
        self.0.fetch_add(ms, Ordering::Relaxed);
    }
}

impl Host for Wall {
    fn now_ms(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }

    fn connect(&self, _: &str, _: i64) -> Result<Box<dyn Transport>, AppError> {
        Err(AppError::NoLink)
    }
}

pub(crate) fn keys(dir: &Path) -> KeyRing {
    KeyRing::open(dir, KeyStore::File)
}

pub(crate) struct Shop {
    pub(crate) station: Station,
    pub(crate) wall: Wall,
    pub(crate) recovery_key: String,
    pub(crate) dir: TempDir,
}

impl Shop {
    pub(crate) fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let wall = Wall::new();
        let new = NewStation {
            name: "巴河站",
            place: "",
            operator: KEEPER,
            pin: PIN,
        };
        let created =
            Station::create(dir.path(), keys(dir.path()), Box::new(wall.clone()), &new).unwrap();
        Self {
            station: created.station,
            wall,
            recovery_key: created.recovery_key,
            dir,
        }
    }

    /// What a kill and a new start leave.
    pub(crate) fn reopened(self) -> Self {
        let Self {
            station,
            wall,
            recovery_key,
            dir,
        } = self;
        drop(station);
        let host = Box::new(wall.clone());
        let station = Station::open(dir.path(), keys(dir.path()), host).unwrap();
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
        let before = self.facts();
        let error = match self.try_call(command, input.clone()) {
            Ok(output) => panic!("{command} {input} was not refused, it gave {output}"),
            Err(error) => error,
        };
        assert_eq!(self.facts(), before, "what is refused writes nothing");
        error
    }

    /// The field that the station did not like, and why.
    #[track_caller]
    pub(crate) fn bad_input(&mut self, command: &str, input: Value) -> (String, String) {
        let error = self.refused(command, input);
        let AppError::BadInput { field, reason } = error else {
            panic!("{command} blamed no field: {error:?}");
        };
        (field, reason)
    }

    /// How many facts are saved.
    pub(crate) fn facts(&mut self) -> u64 {
        let status = dispatch(&mut self.station, "sync.status", json!({})).unwrap();
        status["saved"].as_u64().unwrap()
    }

    /// Everything recomputed from the log is what the tables say.
    #[track_caller]
    pub(crate) fn assert_sound(&mut self) {
        let report = self.call("verify", json!({}));
        assert_eq!(
            report["faults"],
            json!([]),
            "the log and the tables say the same"
        );
        assert_eq!(report["ok"], true);
    }

    pub(crate) fn villager(&mut self, name: &str) -> String {
        text(&self.call("villager.add", json!({"name": name})), "id")
    }

    /// A lot of fresh matsutake, first grade, taken in now.
    pub(crate) fn matsutake(&mut self, villager: &str, quantity: &str) -> Value {
        let input = json!({"villager": villager, "product": "matsutake-fresh", "grade": "a-5-7",
            "quantity": quantity});
        self.call("lot.take_in", input)
    }

    pub(crate) fn listing(&mut self, product: &str, grade: &str, price: &str) -> String {
        let input = json!({"product": product, "grade": grade, "price": price, "state": "on_sale"});
        text(&self.call("listing.add", input), "id")
    }

    /// An order at the counter for fresh matsutake at 600 yuan a kilogram.
    pub(crate) fn order(&mut self, quantity: &str) -> Value {
        self.call("order.place", matsutake_order(quantity))
    }

    pub(crate) fn lot_row(&mut self, id: &str) -> Value {
        let all = self.call("lot.list", json!({"with_empty": true}));
        let found = all.as_array().unwrap().iter().find(|row| row["id"] == id);
        found.cloned().expect("the lot is in the list")
    }

    /// Signs somebody of a role in, who is added for it.
    pub(crate) fn sign_in_as(&mut self, name: &str, role: &str) -> String {
        let added = self.call(
            "operator.add",
            json!({"name": name, "role": role, "pin": "8426"}),
        );
        self.station.sign_in(name, "8426").unwrap();
        text(&added, "id")
    }

    pub(crate) fn sign_in_keeper(&mut self) {
        self.station.sign_in(KEEPER, PIN).unwrap();
    }

    pub(crate) fn beside(&self, work: impl FnOnce(&mut Store)) {
        let key = keys(self.dir.path()).database_key().unwrap();
        let mut store = Store::open(self.dir.path(), Cipher::Key(key.expose())).unwrap();
        work(&mut store);
    }

    /// Leaves what an enrolment leaves.
    pub(crate) fn enrol(&self) {
        let bond = Bond {
            url: "http://127.0.0.1:9".to_owned(),
            hub_key: Hash32([7; 32]),
            station: "0190163d-8694-739b-aea5-966c26f8ad91".parse().unwrap(),
            nonce: [1; 16],
            request_sequence: 0,
            heard_ms: None,
            code: None,
        };
        self.beside(|store| store.write(|db| bond.save(db)).unwrap());
    }

    /// Leaves what a sync leaves when the station has got a second device; gives its id.
    pub(crate) fn second_device(&self) -> String {
        let device = DeviceId(0xb0b0);
        let row = OriginRow {
            origin: Origin(0xbeef),
            device,
            key: Hash32([2; 32]),
            is_hub: false,
            sequence: 0,
            head: tsong_sync::chain::GENESIS,
            closed: None,
            at_hub: 0,
        };
        self.beside(|store| store.write(|db| origin::put(db, &row)).unwrap());
        device.to_string()
    }

    /// Restores a backup of this station into a new folder, on a new disk of the same device. The
    /// hub has accepted its takeover when `has_taken_over`.
    pub(crate) fn restored(&mut self, has_taken_over: bool) -> Self {
        let file = self.dir.path().join(format!("kept-{has_taken_over}.db"));
        self.call("backup.write", json!({"path": file}));
        let dir = tempfile::tempdir().unwrap();
        let wall = self.wall.clone();
        let host = Box::new(wall.clone());
        let station = Station::restore(
            dir.path(),
            keys(dir.path()),
            host,
            &file,
            &self.recovery_key,
        )
        .unwrap();
        let mut shop = Self {
            station,
            wall,
            recovery_key: self.recovery_key.clone(),
            dir,
        };
        if has_taken_over {
            shop.beside(|store| {
                let taken = store.write(|db| {
                    let mut me = tsong_station::me::Me::load(db)?;
                    me.has_taken_over = true;
                    me.save(db)
                });
                taken.unwrap();
            });
        }
        shop.sign_in_keeper();
        shop
    }
}

pub(crate) fn matsutake_order(quantity: &str) -> Value {
    json!({"lines": [{"product": "matsutake-fresh", "grade": "a-5-7", "quantity": quantity,
        "price": "600"}]})
}

/// A text field of an answer.
#[track_caller]
pub(crate) fn text(value: &Value, field: &str) -> String {
    value[field]
        .as_str()
        .unwrap_or_else(|| panic!("no {field} in {value}"))
        .to_owned()
}

/// The values of one field of a list's rows.
pub(crate) fn column(rows: &Value, field: &str) -> Vec<String> {
    rows.as_array()
        .unwrap()
        .iter()
        .map(|row| text(row, field))
        .collect()
}
