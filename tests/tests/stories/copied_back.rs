//! A disk that was copied back: the hub holds another history of the device's origin than the disk
//! does (`rules.md` 11).

use crate::house::{County, Till, order, text};
use crate::programs::{Serving, Tsong, record};
use crate::proxy::Relay;
use serde_json::{Value, json};
use std::path::Path;
use tsong_contract::AppError;
use tsong_domain::id::EntityId;

/// Copies a folder with everything in it, as somebody does who saves a whole disk.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The ids of a station's orders, sorted.
fn ids(rows: &[Value]) -> Vec<String> {
    let mut ids: Vec<String> = rows.iter().map(|row| text(row, "id")).collect();
    ids.sort_unstable();
    ids
}

/// A till that has synced one order, went on with a second, and was then put back to the disk of
/// the first, on which a third was taken.
struct Copied {
    county: County,
    relay: Relay,
    station: EntityId,
    till: Till,
    lot: String,
    orders: Vec<String>,
    origin: Value,
}

fn copied_back() -> Copied {
    let county = County::new();
    let (station, code) = county.station("巴河");
    let relay = Relay::before(county.address);
    let mut till = Till::new("巴河站");
    let lot = till.matsutake("扎西次仁", "3kg");
    till.enrol(&format!("http://{}", relay.address), &code);
    let first = text(&till.call("order.place", order("1kg")), "id");
    till.sync();
    let kept = tempfile::tempdir().unwrap();
    copy(till.dir.path(), kept.path());
    let second = text(&till.call("order.place", order("500g")), "id");
    till.sync();

    let mut till = till.put_back(kept);
    // An order's id begins with its moment: nobody sells twice in the very same one.
    till.wall.forward(60_000);
    let origin = till.call("station.status", json!({}))["origin"].clone();
    let mut named = order("700g");
    named["buyer"] = json!({"name": "王芳", "phone": "13812345678", "address": "玉林南路8号"});
    let third = text(&till.call("order.place", named), "id");
    let mut orders = vec![first, second, third];
    orders.sort_unstable();
    Copied {
        county,
        relay,
        station,
        till,
        lot,
        orders,
        origin,
    }
}

/// Nothing is lost: hub and station have all three orders, and the lot is held three times.
#[track_caller]
fn is_whole(copied: &mut Copied) {
    let Copied { county, till, .. } = copied;
    till.sync();
    let quiet = till.sync();
    assert_eq!(
        (&quiet["pushed"], &quiet["pulled"]),
        (&json!(0), &json!(0)),
        "both sides have told all that they know"
    );
    let here = till.call("order.list", json!({}));
    assert_eq!(
        ids(here.as_array().unwrap()),
        copied.orders,
        "the station has what the disk before it sold and what it sold itself"
    );
    assert_eq!(
        ids(&county.orders(copied.station)),
        copied.orders,
        "and so has the hub"
    );
    let row = till.lot(&copied.lot);
    assert_eq!(
        (&row["left"], &row["held"]),
        (&json!(3000), &json!(2200)),
        "every gram that was promised is held, once"
    );
    let buyers = till.call("buyer.find", json!({"find": "王芳"}));
    assert_eq!(
        buyers.as_array().unwrap().len(),
        1,
        "the buyer is there once"
    );
    let status = till.call("station.status", json!({}));
    assert_ne!(
        status["origin"], copied.origin,
        "the device writes a new log"
    );
    assert_eq!(
        till.refused("order.place", order("100g")),
        AppError::NeedsRecount,
        "it counts as restored: it sells again after a recount"
    );
    till.call("lot.count", json!({"id": copied.lot, "quantity": "3kg"}));
    till.call("order.place", order("800g"));
    let error = till.refused("order.place", order("100g"));
    assert!(
        matches!(error, AppError::NotEnoughStock { available: 0, .. }),
        "what the other history promised is not promised again: {error:?}"
    );
    till.sync();
    county.sound_facts();
    till.sound_digest();
}

#[test]
fn a_disk_that_was_copied_back_loses_nothing() {
    let mut copied = copied_back();
    copied.till.call("sync.run", json!({}));
    is_whole(&mut copied);
}

#[test]
fn a_sync_that_is_cut_after_the_fork_was_found_loses_nothing_either() {
    let mut left_and_cut = 0;
    for bytes_down in (300..).step_by(250) {
        let mut copied = copied_back();
        copied.relay.allow(usize::MAX, bytes_down);
        let outcome = copied.till.try_call("sync.run", json!({}));
        let was_cut = copied.relay.was_cut();
        copied.relay.allow(usize::MAX, usize::MAX);
        let status = copied.till.call("station.status", json!({}));
        left_and_cut += u32::from(outcome.is_err() && status["origin"] != copied.origin);
        // A cut before the fork was found leaves it to this one, which tells of it.
        copied.till.call("sync.run", json!({}));
        is_whole(&mut copied);
        if !was_cut {
            break;
        }
    }
    assert!(
        left_and_cut > 0,
        "some cut fell between leaving the origin and writing again"
    );
}

#[test]
fn the_programs_go_on_after_their_folder_was_copied_back() {
    let hub = Serving::new();
    let till = Tsong::new();
    let station = hub.let_in(&till);
    let import = |n: u32| {
        let file = till.dir.path().join("orders.jsonl");
        std::fs::write(&file, format!("{}\n", record(n))).unwrap();
        till.must(&["import", file.to_str().unwrap()]);
    };
    import(1);
    till.must(&["sync"]);
    let kept = till.dir.path().join("kept");
    copy(&till.data(), &kept);
    import(2);
    till.must(&["sync"]);
    std::fs::remove_dir_all(till.data()).unwrap();
    copy(&kept, &till.data());
    import(3);
    till.must(&["sync"]);
    till.must(&["sync"]);
    let here = till.must(&["orders"]);
    let there = hub.must(&["orders", "--station", &station]);
    assert_eq!(here.len(), 3, "both histories are here: {here:?}");
    assert_eq!(ids(&here), ids(&there), "and at the hub");
    till.sound();
    assert_eq!(hub.must(&["verify"])[0]["ok"], true);
}
