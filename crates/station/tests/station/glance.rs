//! The home screen: one day in one answer.

use crate::shop::{DAY_MS, HOUR_MS, NOW_MS, Shop, matsutake_order, text};
use serde_json::{Value, json};

const FRESH: &str = "matsutake-fresh";

fn day(shop: &mut Shop) -> Value {
    shop.call("day.show", json!({}))
}

#[test]
fn an_empty_day_has_its_date_and_nothing_to_do() {
    let mut shop = Shop::new();
    let shown = day(&mut shop);
    assert_eq!(shown["date"], "2026-11-27");
    assert_eq!(shown["weekday"], 5, "it is a Friday");
    assert_eq!(shown["is_clock_doubted"], false);
    assert_eq!(shown["sold"]["orders"], 0);
    assert_eq!(
        shown["pack"],
        json!({"orders": 0, "products": [], "more": 0})
    );
    assert_eq!(shown["decide"], json!({"orders": 0, "tasks": 0}));
    assert_eq!(shown["owed"]["total_fen"], 0);
    assert!(shown.get("first").is_none_or(Value::is_null));
    assert_eq!(shown["timeline"], json!([]));
    shop.wall.set(0);
    assert_eq!(
        day(&mut shop)["is_clock_doubted"],
        true,
        "1970 is asked about"
    );
    assert_eq!(
        shop.bad_input("day.show", json!({"day": "2026-13-01"})).0,
        "day"
    );
}

#[test]
fn the_day_is_what_was_sold_and_what_waits() {
    let mut shop = Shop::new();
    let (basang, tashi) = (shop.villager("巴桑"), shop.villager("扎西"));
    shop.matsutake(&basang, "5kg");
    let walnut = json!({"villager": tashi, "product": "walnut-gyirong", "quantity": "20kg"});
    shop.call("lot.take_in", walnut);
    shop.wall.forward(HOUR_MS);
    shop.order("2kg");
    let mixed = json!({"shipping": "12", "buyer": {"name": "王伟", "phone": "13800138000"},
        "lines": [{"product": FRESH, "grade": "a-5-7", "quantity": "1kg", "price": "600"},
            {"product": "walnut-gyirong", "quantity": "3kg", "price": "36"}]});
    let mixed = text(&shop.call("order.place", mixed), "id");
    let gone = text(&shop.order("500g"), "id");
    shop.call("order.cancel", json!({"id": gone, "reason": "不要了"}));
    let mut asked = matsutake_order("40kg");
    asked["ask"] = json!(true);
    asked["buyer"] = json!({"name": "刘敏", "phone": "13900139000"});
    let asked = text(&shop.call("order.place", asked), "id");

    let shown = day(&mut shop);
    assert_eq!(
        shown["sold"],
        json!({"orders": 2, "total_fen": 192_000, "grams": 6000, "pieces": 0,
            "products": [{"product": FRESH, "fen": 180_000}, {"product": "walnut-gyirong", "fen": 10_800}],
            "other_fen": 1_200}),
        "what was cancelled or only asked for is not sold; freight is the rest"
    );
    assert_eq!(
        shown["pack"],
        json!({"orders": 2, "products": [{"product": FRESH, "orders": 2},
            {"product": "walnut-gyirong", "orders": 1}], "more": 0})
    );
    let waits = &shown["decide"]["order"];
    assert_eq!(shown["decide"]["orders"], 1);
    assert_eq!(
        (&waits["id"], &waits["buyer"], &waits["state"]),
        (&json!(asked), &json!("刘敏"), &json!("Asked"))
    );
    assert_eq!(
        (&waits["asked"], &waits["here"], &waits["product"]),
        (&json!(40_000), &json!(2000), &json!(FRESH)),
        "how much is wanted and how much is free"
    );
    assert_eq!(shown["on_the_road"], 0);
    let kinds: Vec<&str> = shown["timeline"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["intake", "orders"], "earliest first");
    assert_eq!(shown["timeline"][0]["count"], 2);
    assert_eq!(shown["timeline"][0]["villagers"], 2);
    assert_eq!(shown["timeline"][0]["grams"], 25_000);

    shop.call("order.hand_over", json!({"id": mixed}));
    let after = day(&mut shop);
    assert_eq!(
        after["sold"], shown["sold"],
        "what left the house stays sold"
    );
    assert_eq!(
        (&after["on_the_road"], &after["pack"]["orders"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(
        (&after["owed"]["villagers"], &after["owed"]["total_fen"]),
        (&json!(2), &json!(70_800)),
        "both villagers are owed what went"
    );
    assert_eq!(
        after["owed"]["largest"][0]["name"], "巴桑",
        "the most first"
    );
    shop.assert_sound();

    shop.wall.forward(DAY_MS);
    let tomorrow = day(&mut shop);
    assert_eq!(
        tomorrow["sold"]["orders"], 0,
        "a new day begins with nothing"
    );
    assert_eq!(tomorrow["pack"]["orders"], 1, "what waits still waits");
    let back = shop.call("day.show", json!({"day": "2026-11-27"}));
    assert_eq!(back["sold"], shown["sold"], "yesterday can be looked at");
}

#[test]
fn what_must_go_first_is_named_with_its_hours() {
    let mut shop = Shop::new();
    let (basang, tashi) = (shop.villager("巴桑"), shop.villager("扎西"));
    let chilled = |villager: &str, hours_ago: i64, quantity: &str| {
        json!({"villager": villager, "product": FRESH, "grade": "a-5-7", "quantity": quantity,
            "keeping": "chilled", "harvested_ms": NOW_MS - hours_ago * HOUR_MS})
    };
    // A week in the cold less 38 hours on the road: 130 hours after harvest it has to leave.
    let first = text(
        &shop.call("lot.take_in", chilled(&basang, 125, "3kg")),
        "id",
    );
    let second = text(&shop.call("lot.take_in", chilled(&tashi, 124, "2kg")), "id");
    shop.call("lot.take_in", chilled(&basang, 20, "9kg"));
    let butter = json!({"villager": tashi, "product": "yak-butter", "quantity": "5kg"});
    shop.call("lot.take_in", butter);
    let shown = day(&mut shop)["first"].clone();
    assert_eq!(shown["product"], FRESH);
    assert_eq!(
        shown["lots"],
        json!([first, second]),
        "the same last day goes together"
    );
    assert_eq!(shown["quantity"], 5000);
    assert_eq!(shown["ship_by_ms"], NOW_MS + 5 * HOUR_MS);
    assert_eq!(shown["minutes_left"], 300);
    assert_eq!(shown["life"], "last_call");
    let names: Vec<&str> = shown["villagers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|villager| villager["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["巴桑", "扎西"]);

    shop.order("3kg");
    assert_eq!(
        day(&mut shop)["first"]["lots"],
        json!([second]),
        "what is promised need not be sold any more"
    );
    shop.wall.forward(7 * HOUR_MS);
    assert_eq!(
        day(&mut shop)["first"]["quantity"],
        9000,
        "what would not arrive in time is no longer offered to be sent"
    );
}
