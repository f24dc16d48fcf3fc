//! A station in a folder, called as every host calls it.

use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tempfile::TempDir;
use tsong_contract::AppError;
use tsong_contract::command::dispatch;
use tsong_link::{HubLink, LinkOptions};
use tsong_powercut::Image;
use tsong_station::keys::{KeyRing, KeyStore};
use tsong_station::setup::NewStation;
use tsong_station::{BUILD_MS, Host, Station};
use tsong_store::open::FILE;
use tsong_sync::transport::Transport;

pub(crate) const NOW_MS: i64 = BUILD_MS + 3 * 24 * 3_600_000;
const KEEPER: &str = "卓玛";
const PIN: &str = "428613";

/// A wall that the test sets, and a link that is up.
#[derive(Clone)]
pub(crate) struct Wall(Arc<AtomicI64>);

impl Wall {
    pub(crate) fn new() -> Self {
        Self(Arc::new(AtomicI64::new(NOW_MS)))
    }

    pub(crate) fn forward(&self, ms: i64) {
        self.0.fetch_add(ms, Ordering::Relaxed);
    }
}

impl Host for Wall {
    fn now_ms(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }

    fn connect(&self, url: &str, not_before_ms: i64) -> Result<Box<dyn Transport>, AppError> {
        let options = LinkOptions {
            not_before_ms,
            ..LinkOptions::default()
        };
        let link = HubLink::new(url, &options).map_err(|_| AppError::NoLink)?;
        Ok(Box::new(link))
    }
}

pub(crate) fn keys(folder: &Path) -> KeyRing {
    KeyRing::open(folder, KeyStore::File)
}

/// An order of another program.
pub(crate) fn record(n: u32) -> Value {
    let at_ms = 1_767_225_600_000_i64 + i64::from(n) * 60_000;
    json!({
        "id": format!("019b75b7-e000-7abc-8def-{n:012x}"), "station_id": "st-0417",
        "order_no": format!("ST0417-{n:08}"), "status": "created",
        "buyer": {"name": "刘春梅", "phone": format!("138{n:08}"), "province": "四川省",
            "city": "成都市", "county": "武侯区", "town": "", "address": "人民路12号"},
        "lines": [{"product_id": "p-021", "title": "荔浦芋头", "grade": "特级", "weight_g": 1500,
            "unit_price_fen": 1033, "amount_fen": 1549}],
        "goods_fen": 1549, "shipping_fen": 800, "total_fen": 2349, "note": "放门卫处",
        "created_at": at_ms, "updated_at": at_ms,
    })
}

/// A station that was set up and closed, on a real disk.
pub(crate) struct Home {
    dir: TempDir,
    pub(crate) key: [u8; 32],
    pub(crate) image: Image,
    /// A villager, and a listing of matsutake.
    pub(crate) villager: String,
    pub(crate) listing: String,
}

impl Home {
    pub(crate) fn new() -> Self {
        Self::prepared(|_| {})
    }

    /// With some work done before anything is cut.
    pub(crate) fn prepared(work: impl FnOnce(&mut Shop)) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let new = NewStation {
            name: "巴河站",
            place: "",
            operator: KEEPER,
            pin: PIN,
        };
        let wall = Wall::new();
        let host = Box::new(wall.clone());
        let made = Station::create(dir.path(), keys(dir.path()), host, &new).unwrap();
        let mut shop = Shop {
            station: made.station,
            wall,
        };
        let villager = shop.made("villager.add", json!({"name": "扎西次仁"}));
        let listing = json!({"product": "matsutake-fresh", "grade": "a-5-7", "price": "600",
            "state": "on_sale"});
        let listing = shop.made("listing.add", listing);
        work(&mut shop);
        drop(shop);
        let key = *keys(dir.path()).database_key().unwrap().expose();
        let image = Image::read(dir.path(), &[FILE]).unwrap();
        Self {
            dir,
            key,
            image,
            villager,
            listing,
        }
    }

    /// Matsutake to be taken in.
    pub(crate) fn goods(&self) -> Value {
        json!({"villager": self.villager, "product": "matsutake-fresh", "grade": "a-5-7",
            "quantity": "3kg", "keeping": "chilled"})
    }

    /// An order of the n-th buyer, to be paid.
    pub(crate) fn order(&self, n: u32) -> Value {
        json!({"source": "message", "shipping": "18",
            "buyer": {"name": format!("王芳{n}"), "phone": "13812345678", "address": "玉林南路8号"},
            "lines": [{"listing": self.listing, "quantity": "1kg"}],
            "payments": [{"state": "expected", "way": "wechat"}]})
    }

    /// Puts the keys into another folder.
    pub(crate) fn furnish(&self, folder: &Path) {
        copy(&self.dir.path().join("keys"), &folder.join("keys"));
        std::fs::create_dir_all(folder.join("backups")).unwrap();
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let there = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &there);
        } else {
            std::fs::copy(&path, there).unwrap();
        }
    }
}

/// A station that is open.
pub(crate) struct Shop {
    pub(crate) station: Station,
    pub(crate) wall: Wall,
}

impl Shop {
    pub(crate) fn open(folder: &Path) -> Self {
        let mut shop = Self::try_open(folder).unwrap();
        shop.station.sign_in(KEEPER, PIN).unwrap();
        shop
    }

    /// Without anybody signed in.
    pub(crate) fn try_open(folder: &Path) -> Result<Self, AppError> {
        let wall = Wall::new();
        let station = Station::open(folder, keys(folder), Box::new(wall.clone()))?;
        Ok(Self { station, wall })
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

    /// The id of what a command made.
    #[track_caller]
    pub(crate) fn made(&mut self, command: &str, input: Value) -> String {
        let answer = self.call(command, input);
        answer["id"].as_str().unwrap().to_owned()
    }

    /// How many facts are saved.
    pub(crate) fn facts(&mut self) -> u64 {
        self.call("sync.status", json!({}))["saved"]
            .as_u64()
            .unwrap()
    }

    /// What does not fit when everything is computed again.
    pub(crate) fn faults(&mut self) -> Result<(), String> {
        let report = self.try_call("verify", json!({}));
        let report = report.map_err(|e| format!("verify: {e:?}"))?;
        if report["ok"] == true {
            Ok(())
        } else {
            Err(report["faults"].to_string())
        }
    }
}
