//! A disk that is full, and calls that fail: at a hub that takes in a station's syncs.

use crate::county::{County, Hall};
use crate::cuts::Program;
use crate::shop::{Home, Shop};
use crate::troubles::{count, strikes};
use serde_json::json;
use std::collections::BTreeMap;
use tempfile::TempDir;
use tsong_hub::storage::sqlite::FILE;
use tsong_powercut::{Disk, Trouble};

/// The troubles that a sync is put through in every run; all of them with `TSONG_LONG`.
const TRIES: u64 = 40;
const PAGE_BYTES: u64 = 4096;

/// A station that syncs with a hub over a disk that may be troubled.
struct Line {
    home: Home,
    till: TempDir,
    shop: Shop,
    folder: TempDir,
    disk: Disk,
    county: County,
    sales: u32,
    codes: BTreeMap<String, u32>,
}

impl Line {
    fn new() -> Self {
        let (hall, folder) = (Hall::new(), tempfile::tempdir().unwrap());
        hall.furnish(folder.path());
        let disk = Disk::mount(folder.path(), hall.image.clone());
        let county = County::open(folder.path());
        let (home, till) = (Home::new(), tempfile::tempdir().unwrap());
        home.furnish(till.path());
        for (name, bytes) in &home.image.0 {
            std::fs::write(till.path().join(name), bytes).unwrap();
        }
        let mut shop = Shop::open(till.path());
        let enrol = json!({"hub": county.url(), "code": hall.code});
        shop.call("hub.enroll", enrol);
        let mut line = Self {
            home,
            till,
            shop,
            folder,
            disk,
            county,
            sales: 0,
            codes: BTreeMap::new(),
        };
        line.sell();
        line.shop.call("sync.run", json!({}));
        line
    }

    fn sell(&mut self) {
        self.sales += 1;
        self.shop.call("lot.take_in", self.home.goods());
        self.shop.call("order.place", self.home.order(self.sales));
    }

    /// A sync whose hub is in trouble, and one after it; false when the trouble did not come to pass.
    fn try_one(&mut self, trouble: Trouble) -> bool {
        self.sell();
        self.fold();
        let trouble = trouble.beyond(self.disk.used());
        self.disk.trouble(trouble);
        let first = self.shop.try_call("sync.run", json!({}));
        let has_struck = self.disk.has_struck();
        self.disk.trouble(Trouble::None);
        if let Err(error) = first {
            assert!(has_struck, "a sync without trouble: {error:?}");
            let code = error.code().to_owned();
            // The station is told that it is the hub, and never that it is shut out.
            assert!(
                ["hub_refused", "link_stalled"].contains(&code.as_str()),
                "under {trouble:?} the station is told {error:?}"
            );
            *self.codes.entry(format!("{error:?}")).or_default() += 1;
        }
        let report = self.shop.call("sync.run", json!({}));
        assert_eq!(report["refused"], json!([]), "after {trouble:?}");
        let status = self.shop.call("sync.status", json!({}));
        assert_eq!(status["waiting"], 0, "after {trouble:?} all of it arrives");
        has_struck
    }

    /// The log is folded back and cut to nothing, so that the next frame needs room.
    fn fold(&self) {
        let conn = rusqlite::Connection::open(self.folder.path().join(FILE)).unwrap();
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
            .unwrap();
    }

    fn try_all(&mut self, kind: impl Fn(u64) -> Trouble) {
        self.sell();
        self.fold();
        self.disk.trouble(Trouble::None);
        let used = self.disk.used();
        self.shop.call("sync.run", json!({}));
        let pages = self.disk.used().saturating_sub(used) / PAGE_BYTES;
        let all = count(&self.disk, kind(0), pages);
        let struck = strikes(all, TRIES, |n| self.try_one(kind(n)));
        assert!(struck > 3, "the troubles came to pass {struck} times");
        self.county.faults(self.folder.path()).unwrap();
    }

    /// The hub is closed and opened: it has all that it acknowledged, once.
    fn end(mut self) {
        let saved = self.shop.facts();
        self.shop.faults().unwrap();
        drop(self.shop);
        self.county.close();
        let county = County::open(self.folder.path());
        county.faults(self.folder.path()).unwrap();
        let storage = &county.hub.storage;
        let verdict = tsong_hub::verify::verify(storage, &county.hub.key, 0).unwrap();
        assert!(
            verdict.facts >= saved && verdict.orders == u64::from(self.sales),
            "{} facts and {} orders of {saved} and {}",
            verdict.facts,
            verdict.orders,
            self.sales
        );
        county.close();
        println!("told: {:?}", self.codes);
        drop(self.till);
    }
}

#[test]
fn a_hub_whose_disk_is_full_or_fails_loses_nothing_and_goes_on() {
    let mut line = Line::new();
    line.try_all(|n| Trouble::Full {
        room: n * PAGE_BYTES,
    });
    line.try_all(|nth| Trouble::Call { nth });
    line.try_all(|nth| Trouble::From { nth });
    line.end();
}
