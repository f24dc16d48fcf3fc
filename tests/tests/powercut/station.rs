//! A station's day under power cuts.

use crate::cuts::{Program, Story, states};
use crate::dump;
use crate::shop::{Home, Shop, record};
use serde_json::json;
use std::path::Path;
use tsong_powercut::{Disk, Flaw};
use tsong_store::Store;
use tsong_store::open::{Cipher, FILE};

const ROUNDS: u32 = 12;
const IMPORTED: u32 = 60;

impl Program for Home {
    fn furnish(&self, folder: &Path) {
        Home::furnish(self, folder);
    }

    fn open(&self, folder: &Path) -> Result<u64, String> {
        let store = Store::open(folder, Cipher::Key(&self.key)).map_err(|e| e.to_string())?;
        let faults = store.integrity().map_err(|e| e.to_string())?;
        if !faults.is_empty() {
            return Err(faults.join("; "));
        }
        dump::rows(&folder.join(FILE), Some(&self.key))
    }

    fn verify(&self, folder: &Path) -> Result<(), String> {
        let mut shop = Shop::try_open(folder).map_err(|e| format!("{e:?}"))?;
        shop.faults()
    }
}

/// Somebody at work, who notes when the screen said "saved".
struct Day<'a> {
    shop: Shop,
    disk: &'a Disk,
    saved: Vec<usize>,
}

impl Day<'_> {
    #[track_caller]
    fn call(&mut self, command: &str, input: serde_json::Value) -> serde_json::Value {
        let answer = self.shop.call(command, input);
        self.saved.push(self.disk.now());
        answer
    }

    /// Goods come in, an order is placed, packed, paid and handed over; one stays half typed.
    fn round(&mut self, home: &Home, n: u32) {
        self.call("lot.take_in", home.goods());
        let order = self.call("order.place", home.order(n));
        let id = &order["id"];
        self.call("order.step", json!({"id": id, "step": "confirmed"}));
        let draft = json!({"noun": "order", "content": {"quantity": "３斤", "n": n}});
        self.call("draft.save", draft);
        let payment = &order["payments"][0]["id"];
        self.call(
            "order.pay",
            json!({"id": id, "payment": payment, "state": "cleared"}),
        );
        if n.is_multiple_of(3) {
            self.call("order.step", json!({"id": id, "step": "packing"}));
            self.call("order.hand_over", json!({"id": id}));
        }
        self.shop.wall.forward(60_000);
    }
}

/// A day's work on a disk, recorded.
pub(crate) fn day(home: &Home, flaw: Flaw) -> Story {
    let folder = tempfile::tempdir().unwrap();
    Program::furnish(home, folder.path());
    let orders = folder.path().join("orders.jsonl");
    let records: String = (1..=IMPORTED).map(|n| format!("{}\n", record(n))).collect();
    std::fs::write(&orders, records).unwrap();
    let disk = Disk::mount(folder.path(), home.image.clone());
    disk.plant(flaw);
    let mut day = Day {
        shop: Shop::open(folder.path()),
        disk: &disk,
        saved: Vec::new(),
    };
    for n in 0..ROUNDS {
        if n == 3 {
            let store = Store::open(folder.path(), Cipher::Key(&home.key)).unwrap();
            store.checkpoint().unwrap();
        }
        if n == 5 {
            day.call("import.run", json!({"path": orders.display().to_string()}));
        }
        if n == 7 {
            // Closed for the night: the write-ahead log goes, and a new one is begun.
            drop(day.shop);
            day.shop = Shop::open(folder.path());
        }
        if n == 9 {
            let backup = day.shop.station.keep_daily_backup().unwrap();
            assert!(backup.is_some(), "the day's first backup");
        }
        day.round(home, n);
    }
    let saved = day.saved;
    drop(day.shop);
    Story::new(home, disk.recording(), saved)
}

#[test]
fn what_a_station_calls_saved_survives_a_power_cut() {
    let home = Home::new();
    let story = day(&home, Flaw::None);
    assert!(
        story.recording().syncs() >= story.acknowledged().len(),
        "every save is synced: a run without syncs tries nothing"
    );
    story.holds(&home, states(60));
}
