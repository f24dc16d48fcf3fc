//! Prices under conditions, floors of villagers, and prices that were haggled.

use crate::shop::{Shop, matsutake_order, text};
use serde_json::{Value, json};
use tsong_contract::AppError;

fn listed_order(listing: &str, source: &str, quantity: &str) -> Value {
    json!({"source": source, "lines": [{"listing": listing, "quantity": quantity}]})
}

/// What a kilogram or piece of the one line costs.
fn price_of(shop: &mut Shop, order: Value) -> i64 {
    let placed = shop.call("order.place", order);
    placed["filled"][0]["price_fen"].as_i64().unwrap()
}

#[test]
fn a_line_costs_what_its_way_in_its_quantity_and_the_day_say() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    shop.matsutake(&villager, "90kg");
    let listing = shop.listing("matsutake-fresh", "", "600");
    let set = |shop: &mut Shop, more: Value| {
        let mut input = json!({"listing": listing});
        input
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        shop.call("price.set", input)
    };
    set(&mut shop, json!({"from": "5kg", "price": "550"}));
    set(&mut shop, json!({"source": "livestream", "price": "650"}));
    set(
        &mut shop,
        json!({"since": "2030-01-01", "until": "2030-01-31", "price": "1"}),
    );
    let shown = set(&mut shop, json!({"until": "2020-01-31", "price": "2"}));
    assert_eq!(
        shown["prices"][3]["is_over"], true,
        "what is over stands last"
    );

    assert_eq!(
        price_of(&mut shop, listed_order(&listing, "counter", "4.9kg")),
        60_000
    );
    assert_eq!(
        price_of(&mut shop, listed_order(&listing, "counter", "5kg")),
        55_000
    );
    assert_eq!(
        price_of(&mut shop, listed_order(&listing, "livestream", "5kg")),
        65_000
    );
    let steps = shop.call("listing.list", json!({"find": ""}))[0]["steps"].clone();
    let counter: Vec<_> = steps
        .as_array()
        .unwrap()
        .iter()
        .filter(|s| s["source"] == "counter")
        .collect();
    assert_eq!(counter.len(), 2, "the till sees today's steps: {counter:?}");

    let shown = shop.call("price.set", json!({"listing": listing, "from": "5kg"}));
    assert_eq!(shown["prices"].as_array().unwrap().len(), 3, "taken away");
    assert_eq!(
        price_of(&mut shop, listed_order(&listing, "counter", "5kg")),
        60_000
    );
    let first = &shown["history"][0];
    assert_eq!(
        (&first["is_gone"], &first["was_fen"]),
        (&json!(true), &json!(55_000))
    );
    assert_ne!(text(first, "actor"), "", "and by whom is known");
    assert_eq!(
        shown["history"].as_array().unwrap().last().unwrap()["what"],
        "price"
    );
    shop.assert_sound();
}

#[test]
fn a_condition_that_never_comes_is_refused() {
    let mut shop = Shop::new();
    let listing = shop.listing("matsutake-fresh", "", "600");
    for (more, field, reason) in [
        (json!({"price": "5"}), "source", "empty"),
        (
            json!({"source": "import", "price": "5"}),
            "source",
            "not_in_list",
        ),
        (
            json!({"since": "2026-02-30", "price": "5"}),
            "since",
            "bad_date",
        ),
        (
            json!({"since": "2026-09-02", "until": "2026-09-01", "price": "5"}),
            "until",
            "too_early",
        ),
        (json!({"from": "-1", "price": "5"}), "from", "negative"),
        (json!({"from": "1kg", "price": "0"}), "price", "zero"),
    ] {
        let mut input = json!({"listing": listing});
        input
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        assert_eq!(
            shop.bad_input("price.set", input),
            (field.to_owned(), reason.to_owned())
        );
    }
}

#[test]
fn a_price_that_was_haggled_stands_beside_the_one_that_was_asked() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    shop.matsutake(&villager, "5kg");
    let listing = shop.listing("matsutake-fresh", "", "600");
    let mut order = listed_order(&listing, "message", "1kg");
    order["lines"][0]["price"] = json!("580");
    let placed = shop.call("order.place", order);
    let line = placed["filled"][0].clone();
    assert_eq!(
        (&line["price_fen"], &line["asked_fen"]),
        (&json!(58_000), &json!(60_000))
    );
    let keep = json!([{"line": line["line"], "quantity": "1kg", "price": "600"}]);
    let amended = shop.call("order.amend", json!({"id": placed["id"], "keep": keep}));
    assert!(
        amended["filled"][0].get("asked_fen").is_none(),
        "sold for what was asked after all"
    );
    shop.assert_sound();
}

#[test]
fn goods_that_are_all_promised_are_missing_not_too_dear() {
    let mut shop = Shop::new();
    let dear = shop.villager("巴桑");
    shop.matsutake(&dear, "2kg");
    let floor = json!({"villager": dear, "product": "matsutake-fresh", "price": "590"});
    shop.call("floor.set", floor);
    shop.call("order.place", matsutake_order("2kg"));
    let mut low = matsutake_order("1kg");
    low["lines"][0]["price"] = json!("580");
    let refused = shop.refused("order.place", low);
    assert!(
        matches!(refused, AppError::NotEnoughStock { available: 0, .. }),
        "a better price would not help: {refused:?}"
    );
}

#[test]
fn nobody_s_goods_are_sold_below_their_floor() {
    let mut shop = Shop::new();
    let (dear, cheap) = (shop.villager("巴桑"), shop.villager("达瓦"));
    shop.matsutake(&dear, "5kg");
    shop.wall.forward(1000);
    shop.matsutake(&cheap, "2kg");
    let floor = json!({"villager": dear, "product": "matsutake-fresh", "price": "590"});
    let rows = shop.call("floor.set", floor);
    assert_eq!(rows[0]["price_fen"], 59_000);

    let mut order = matsutake_order("2kg");
    order["lines"][0]["price"] = json!("580");
    let placed = shop.call("order.place", order.clone());
    let villagers = placed["filled"][0]["from"].as_array().unwrap().clone();
    assert!(
        villagers.iter().all(|g| g["villager"] == json!(cheap)),
        "{villagers:?}"
    );
    let refused = shop.refused("order.place", order.clone());
    assert_eq!(
        refused,
        AppError::BelowFloor {
            product: "鲜松茸".to_owned(),
            villager: "巴桑".to_owned(),
            floor: "590.00".to_owned(),
        }
    );
    let held = matsutake_order("1kg");
    let held = shop.call("order.place", held);
    let keep = json!([{"line": 1, "quantity": "1kg", "price": "580"}]);
    let amended = shop.refused("order.amend", json!({"id": held["id"], "keep": keep}));
    assert!(
        matches!(amended, AppError::BelowFloor { .. }),
        "nor afterwards: {amended:?}"
    );

    let gone = json!({"villager": dear, "product": "matsutake-fresh"});
    assert_eq!(shop.call("floor.set", gone), json!([]));
    shop.call("order.place", order);
    shop.assert_sound();
}
