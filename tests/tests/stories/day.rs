//! A day with the link down, and one sync in the evening.

use crate::house::{County, Till, order, text};
use crate::wall::DAY_MS;
use serde_json::json;
use tsong_contract::AppError;

#[test]
fn a_day_without_a_link_reaches_the_county_in_one_sync() {
    let county = County::new();
    let mut till = Till::new("巴河站");
    let lot = till.matsutake("扎西次仁", "3kg");
    let listing = json!({"product": "matsutake-fresh", "grade": "a-5-7", "price": "600",
        "state": "on_sale"});
    let listing = text(&till.call("listing.add", listing), "id");
    let first = json!({"source": "message", "shipping": "18", "note": "到货前打电话",
        "buyer": {"name": "王芳", "phone": "13812345678", "address": "玉林南路8号"},
        "lines": [{"listing": listing, "quantity": "1kg"}],
        "payments": [{"state": "expected", "way": "wechat"}]});
    let first = till.call("order.place", first);
    let second = till.call(
        "order.place",
        json!({"lines": [{"listing": listing, "quantity": "1斤"}]}),
    );
    assert_eq!(
        (&first["total_fen"], &second["total_fen"]),
        (&json!(61_800), &json!(30_000)),
        "600 yuan a kilogram, and 18 of freight on the first"
    );
    let id = text(&first, "id");
    for step in ["confirmed", "packing"] {
        till.call("order.step", json!({"id": id, "step": step}));
    }
    till.call("order.hand_over", json!({"id": id}));
    let paid = json!({"id": id, "payment": first["payments"][0]["id"], "state": "cleared"});
    assert_eq!(till.call("order.pay", paid)["payment"], "Cleared");
    let row = till.lot(&lot);
    assert_eq!(
        (&row["left"], &row["held"], &row["here"]),
        (&json!(2000), &json!(500), &json!(1500)),
        "one kilogram is gone, a pound is promised"
    );

    let (at_county, code) = county.station("巴河");
    assert_eq!(till.refused("sync.run", json!({})), AppError::NotEnrolled);
    till.enrol(&county.url(), &code);
    till.wall.link(false);
    assert_eq!(till.refused("sync.run", json!({})), AppError::NoLink);
    till.wall.forward(20 * DAY_MS);
    till.wall.link(true);
    till.sync();
    assert_eq!(
        till.call("sync.status", json!({}))["waiting"],
        0,
        "one sync brings everything"
    );
    let orders = county.orders(at_county);
    let seen: Vec<_> = orders
        .iter()
        .map(|o| (text(o, "id"), text(o, "state"), o["total_fen"].clone()))
        .collect();
    let expected = [
        (id, "HandedOver".to_owned(), json!(61_800)),
        (text(&second, "id"), "Placed".to_owned(), json!(30_000)),
    ];
    assert_eq!(
        seen, expected,
        "staff reads both orders as the station left them"
    );
    let facts = county.sound_facts();
    let quiet = till.sync();
    assert_eq!(
        (&quiet["pushed"], &quiet["requests"]),
        (&json!(0), &json!(1)),
        "with nothing new a sync is one request"
    );
    assert_eq!(county.sound_facts(), facts);
    till.sound_digest();
}

#[test]
fn another_station_sees_nothing() {
    let county = County::new();
    let (bahe, code) = county.station("巴河");
    let mut till = Till::new("巴河站");
    till.matsutake("扎西次仁", "3kg");
    let mut named = order("1kg");
    named["buyer"] = json!({"name": "王芳", "phone": "13812345678"});
    till.call("order.place", named);
    till.enrol(&county.url(), &code);
    till.sync();

    let (lulang, code) = county.station("鲁朗");
    let mut other = Till::new("鲁朗站");
    other.enrol(&county.url(), &code);
    other.sync();
    other.sync();
    assert_eq!(
        other.call("order.list", json!({})),
        json!([]),
        "no order of Bahe's"
    );
    assert_eq!(
        other.call("villager.list", json!({})),
        json!([]),
        "no villager of Bahe's"
    );
    assert_eq!(
        other.call("buyer.find", json!({"find": "王芳"})),
        json!([]),
        "no buyer of Bahe's"
    );
    assert_eq!(
        (county.orders(bahe).len(), county.orders(lulang).len()),
        (1, 0)
    );
    // The answer may have been lost: the same device asks again with the same code.
    other.call("hub.enroll", json!({"hub": county.url(), "code": code}));
    let elsewhere = json!({"hub": "http://127.0.0.1:9", "code": code});
    assert_eq!(
        other.refused("hub.enroll", elsewhere),
        AppError::AlreadyEnrolled,
        "a station belongs to one hub"
    );
    let mut third = Till::new("鲁朗二站");
    third.wall.link(true);
    let used = third.refused("hub.enroll", json!({"hub": county.url(), "code": code}));
    assert_eq!(used, AppError::CodeUsed, "a code lets one device in");
}
