//! The morning's calls and the day's board.

use crate::shop::{DAY_MS, HOUR_MS, Shop, column, matsutake_order, text};
use serde_json::{Value, json};

fn asked(shop: &mut Shop, quantity: &str) {
    let mut order = matsutake_order(quantity);
    order["ask"] = json!(true);
    let placed = shop.call("order.place", order);
    assert_eq!(placed["state"], "Asked", "nothing of it lies here");
}

fn promise(shop: &mut Shop, villager: &str, quantity: &str) -> Value {
    let input = json!({"villager": villager, "product": "matsutake-fresh", "grade": "a-5-7",
        "quantity": quantity});
    shop.call("promise.save", input)
}

#[test]
fn who_brought_such_goods_lately_is_called_for_what_orders_wait_for() {
    let mut shop = Shop::new();
    let (one, two) = (shop.villager("巴桑"), shop.villager("达瓦"));
    for (villager, quantity) in [(&one, "3kg"), (&two, "1kg")] {
        let lot = text(&shop.matsutake(villager, quantity), "id");
        shop.call(
            "lot.lose",
            json!({"id": lot, "quantity": quantity, "kind": "spoil"}),
        );
    }
    shop.wall.forward(DAY_MS);
    asked(&mut shop, "2kg");
    asked(&mut shop, "2kg");
    let calls = shop.call("morning.calls", json!({}));
    let need = &calls["needs"][0];
    assert_eq!(
        (&need["wanted"], &need["orders"], &need["open"]),
        (&json!(4000), &json!(2), &json!(4000))
    );
    let offers: Vec<&Value> = need["candidates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| &c["offer"])
        .collect();
    assert_eq!(
        offers,
        [&json!(3000), &json!(1000)],
        "in proportion to what each brought"
    );

    let calls = promise(&mut shop, &one, "2.5kg");
    let need = &calls["needs"][0];
    assert_eq!(
        (&need["coming"], &need["open"]),
        (&json!(2500), &json!(1500))
    );
    assert_eq!(
        column(&need["candidates"], "name"),
        ["达瓦"],
        "who has answered is not asked again"
    );
    let calls = promise(&mut shop, &two, "0");
    assert_eq!(
        calls["needs"][0]["candidates"],
        json!([]),
        "who cannot is not asked again either"
    );

    shop.matsutake(&one, "2kg");
    let calls = shop.call("morning.calls", json!({}));
    let row = &calls["villagers"][0]["rows"][0];
    assert_eq!(
        (&row["promised"], &row["brought"], &row["short"]),
        (&json!(2500), &json!(2000), &json!(500))
    );
    let need = &calls["needs"][0];
    assert_eq!(
        (&need["here"], &need["coming"], &need["open"]),
        (&json!(2000), &json!(500), &json!(1500)),
        "what was brought lies here, and is not counted as coming"
    );
    let calls = promise(&mut shop, &one, "2kg");
    assert_eq!(
        calls["villagers"][0]["rows"][0]["short"], 0,
        "said again it is said anew"
    );
    shop.assert_sound();
}

#[test]
fn a_promise_that_cannot_be_is_refused() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let with = |field: &str, value: Value| {
        let mut input = json!({"villager": villager, "product": "matsutake-fresh", "grade": "c", "quantity": "1kg"});
        input[field] = value;
        input
    };
    let bad = |shop: &mut Shop, field: &str, value: Value| {
        shop.bad_input("promise.save", with(field, value)).1
    };
    assert_eq!(bad(&mut shop, "day", json!("tomorrow")), "bad_date");
    assert_eq!(bad(&mut shop, "grade", json!("first")), "not_in_list");
    assert_eq!(bad(&mut shop, "quantity", json!("-1")), "negative");
}

#[test]
fn the_board_says_what_leaves_with_which_carrier_and_what_is_late() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let grain = json!({"villager": villager, "product": "barley-grain", "grade": "white", "quantity": "90kg"});
    shop.call("lot.take_in", grain);
    shop.call(
        "station.change",
        json!({"cut_off_minutes": 960, "packing_capacity": 2}),
    );
    let order = || json!({"source": "counter", "lines": [{"product": "barley-grain", "grade": "white", "quantity": "1kg", "price": "10"}]});
    let count = |board: &Value, id: &str| {
        let columns = board["columns"].as_array().unwrap();
        columns.iter().find(|c| c["id"] == id).unwrap()["count"].clone()
    };
    let old = text(&shop.call("order.place", order()), "id");
    shop.wall.forward(2 * DAY_MS);
    let (first, second) = (
        text(&shop.call("order.place", order()), "id"),
        text(&shop.call("order.place", order()), "id"),
    );
    shop.call("order.step", json!({"id": first, "step": "confirmed"}));
    shop.call("order.step", json!({"id": second, "step": "packing"}));
    let board = shop.call("day.board", json!({}));
    assert_eq!(board["columns"][0]["id"], "late");
    assert_eq!(
        board["columns"][0]["orders"][0]["id"],
        old.as_str(),
        "its carrier came without it"
    );
    assert_eq!(
        [
            count(&board, "late"),
            count(&board, "confirm"),
            count(&board, "pack"),
            count(&board, "hand_over")
        ],
        [json!(1), json!(0), json!(1), json!(1)]
    );
    let cut_off = board["cut_off_ms"].as_i64().unwrap();
    let now = board["now_ms"].as_i64().unwrap();
    assert!(cut_off > now && cut_off - now <= 24 * HOUR_MS);
    assert_eq!(board["waiting"], 3);
    let status = shop.call("station.status", json!({}));
    let next = shop.call("day.show", json!({}))["date"].clone();
    assert!(
        status["leaves_on"].as_str() > next.as_str(),
        "three wait and two a day can be packed: not today any more"
    );
    let too_many = shop.bad_input("station.change", json!({"cut_off_minutes": 1440}));
    assert_eq!(too_many.0, "cut_off_minutes");
    shop.assert_sound();
}

#[test]
fn what_would_not_arrive_fresh_is_said_before_the_order_is_taken() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    shop.matsutake(&villager, "2kg");
    let check = |shop: &mut Shop, source: &str| {
        let line = json!({"product": "matsutake-fresh", "grade": "a-5-7", "quantity": "500g"});
        shop.call("order.fresh", json!({"source": source, "lines": [line]}))
    };
    assert_eq!(
        check(&mut shop, "message"),
        json!([]),
        "gathered now, it leaves with the next carrier"
    );
    shop.wall.forward(20 * HOUR_MS);
    let stale = check(&mut shop, "message");
    let row = &stale[0];
    assert!(row["ship_by_ms"].as_i64() < row["leaves_ms"].as_i64());
    assert_eq!(
        row["becomes"],
        json!(["matsutake-dried", "matsutake-frozen"])
    );
    assert_eq!(
        check(&mut shop, "counter"),
        json!([]),
        "what is taken along is as fresh as it is"
    );
    shop.matsutake(&villager, "2kg");
    assert_eq!(
        check(&mut shop, "phone").as_array().unwrap().len(),
        1,
        "the older goes first"
    );
}
