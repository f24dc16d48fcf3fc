//! A lost disk: a backup, a new PC, the takeover, the recount.

use crate::house::{County, Till, converge, order, text};
use serde_json::json;
use tsong_contract::AppError;

#[test]
fn a_restored_till_takes_over_counts_and_then_sells() {
    let county = County::new();
    let (station, code) = county.station("巴河");
    let mut old = Till::new("巴河站");
    let lot = old.matsutake("扎西次仁", "3kg");
    old.enrol(&county.url(), &code);
    old.sync();
    let file = old.dir.path().join("kept.db");
    old.call("backup.write", json!({"path": file}));
    let late = text(&old.call("order.place", order("1kg")), "id");
    old.sync();
    let origin = old.call("station.status", json!({}))["origin"].clone();

    let mut new = Till::restored(&file, &old.recovery_key, &old.wall);
    let Till {
        station: lost,
        dir: _disk,
        ..
    } = old;
    drop(lost);
    assert_eq!(
        new.call("order.list", json!({})),
        json!([]),
        "the backup is older than the order"
    );
    let status = new.call("station.status", json!({}));
    assert_ne!(status["origin"], origin, "its log is a new one");
    assert_eq!(
        new.refused("order.place", order("1kg")),
        AppError::NeedsRecount
    );
    let used = new.refused("hub.enroll", json!({"hub": county.url(), "code": code}));
    assert_eq!(used, AppError::CodeUsed);
    new.enrol(&county.url(), &county.code(station));
    new.sync();
    new.sync();
    let shown = new.call("order.show", json!({"id": late}));
    assert_eq!(
        shown["state"], "Placed",
        "what had reached the hub comes back"
    );
    assert_eq!(
        new.call("station.status", json!({}))["needs_takeover"],
        false,
        "taken over"
    );
    assert_eq!(
        new.refused("order.place", order("500g")),
        AppError::NeedsRecount
    );
    assert!(
        shown["next"].to_string().contains("hand_over_late"),
        "the order may have left before the disk was lost: {shown}"
    );
    new.call("lot.count", json!({"id": lot, "quantity": "3kg"}));
    let error = new.refused("order.place", order("2.5kg"));
    assert!(
        matches!(
            error,
            AppError::NotEnoughStock {
                available: 2000,
                ..
            }
        ),
        "the order that the lost disk took still holds its kilogram: {error:?}"
    );
    new.call("order.place", order("2kg"));
    new.sync();
    assert_eq!(county.orders(station).len(), 2);
    county.sound_facts();
    new.sound_digest();
}

#[test]
fn goods_that_left_before_the_disk_was_lost_are_handed_over_late() {
    let county = County::new();
    let (station, code) = county.station("巴河");
    let mut old = Till::new("巴河站");
    let lot = old.matsutake("扎西次仁", "3kg");
    old.enrol(&county.url(), &code);
    let orders: Vec<String> = ["1kg", "500g"]
        .iter()
        .map(|quantity| text(&old.call("order.place", order(quantity)), "id"))
        .collect();
    let late = |n: usize| json!({"id": orders[n], "is_late": true});
    let error = old.refused("order.hand_over", late(0));
    assert!(
        matches!(error, AppError::WrongState { .. }),
        "a device that was never restored hands over now or not at all: {error:?}"
    );
    old.sync();
    let file = old.dir.path().join("kept.db");
    old.call("backup.write", json!({"path": file}));
    // Handed over, and the disk is gone before the next sync.
    old.call("order.hand_over", json!({"id": orders[0]}));
    old.call("order.hand_over", json!({"id": orders[1]}));
    let mut new = Till::restored(&file, &old.recovery_key, &old.wall);
    drop(old);

    let said = new.call("order.hand_over", late(0));
    assert_eq!(
        said["state"], "HandedOver",
        "known before anything was counted"
    );
    let row = new.lot(&lot);
    assert_eq!(
        (&row["left"], &row["held"]),
        (&json!(2000), &json!(500)),
        "it left the shelf"
    );
    new.enrol(&county.url(), &county.code(station));
    new.sync();
    new.sync();
    // What lies there is what both orders left: 1.5 kg.
    new.call("lot.count", json!({"id": lot, "quantity": "1.5kg"}));
    let said = new.call("order.hand_over", late(1));
    assert_eq!(said["state"], "HandedOver");
    let row = new.lot(&lot);
    assert_eq!(
        (&row["left"], &row["held"]),
        (&json!(1500), &json!(0)),
        "the count had noticed already that it was gone: the shelf is not charged twice"
    );
    new.sync();
    assert!(
        county
            .orders(station)
            .iter()
            .all(|o| o["state"] == "HandedOver"),
        "the hub hears of both"
    );
    county.sound_facts();
    new.sound_digest();
}

#[test]
fn a_sync_repeated_and_a_till_put_back_add_nothing() {
    let county = County::new();
    let (station, code) = county.station("巴河");
    let (mut a, mut b) = (Till::new("巴河站"), Till::kept_by("二号", "央金"));
    a.matsutake("扎西次仁", "3kg");
    a.call("order.place", order("1kg"));
    a.enrol(&county.url(), &code);
    b.enrol(&county.url(), &county.code(station));
    let digest = converge(&mut a, &mut b);
    let facts = county.sound_facts();
    for _ in 0..3 {
        assert_eq!(
            converge(&mut a, &mut b),
            digest,
            "a repeated sync changes nothing"
        );
    }
    assert_eq!(county.sound_facts(), facts);

    // An old copy of A's log comes back by a new disk: the hub has all of it already.
    let file = a.dir.path().join("kept.db");
    a.call("backup.write", json!({"path": file}));
    let mut again = Till::restored(&file, &a.recovery_key, &a.wall);
    drop(a);
    again.enrol(&county.url(), &county.code(station));
    converge(&mut again, &mut b);
    assert_eq!(
        county.orders(station).len(),
        1,
        "the order is not there twice"
    );
    let kilos = again.call("lot.list", json!({}));
    assert_eq!(kilos[0]["taken_in"], 3000, "nor the kilograms");
    county.sound_facts();
}
