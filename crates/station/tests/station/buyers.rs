//! Buyers in a long list, one of them whole, and numbers that are looked at.

use crate::shop::{HOUR_MS, Shop, column, matsutake_order, text};
use serde_json::{Value, json};
use tsong_contract::AppError;

fn ordering(shop: &mut Shop, name: &str, phone: &str) -> String {
    let mut order = matsutake_order("100g");
    order["buyer"] = json!({"name": name, "phone": phone,
        "region": ["四川省", "成都市"], "address": "人民南路四段1号"});
    shop.wall.forward(HOUR_MS);
    text(&shop.call("order.place", order), "id")
}

fn stocked() -> Shop {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    shop.matsutake(&villager, "20kg");
    shop
}

#[test]
fn who_came_last_stands_first_in_any_part_of_the_list() {
    let mut shop = stocked();
    for n in 0..7 {
        ordering(&mut shop, &format!("买家{n}"), &format!("1380013800{n}"));
    }
    shop.call(
        "buyer.save",
        json!({"name": "还没买", "phone": "13900139000"}),
    );
    let names = |shown: &Value| column(&shown["rows"], "name");
    let all = shop.call("buyer.list", json!({"limit": 50}));
    assert_eq!(all["total"], 8);
    assert_eq!(names(&all)[..2], ["还没买", "买家6"]);
    let never = &all["rows"][0];
    assert_eq!(never["orders"], 0);
    assert!(
        never.get("last_ms").is_none(),
        "who never ordered has no last order"
    );
    ordering(&mut shop, "买家2", "13800138002");
    let all = names(&all);
    for offset in [0, 3, 5, 7, 8] {
        let part = shop.call("buyer.list", json!({"offset": offset, "limit": 2}));
        let wanted: Vec<String> = all.iter().skip(offset).take(2).cloned().collect();
        assert_eq!(names(&part), wanted, "the rows from {offset} on");
    }
    let found = shop.call("buyer.list", json!({"find": "8002", "limit": 5}));
    assert_eq!(
        (&found["total"], names(&found)),
        (&json!(1), vec!["买家2".to_owned()])
    );
    let row = &found["rows"][0];
    assert_eq!(row["phone_masked"], "138****8002");
    assert_eq!(
        (&row["orders"], &row["region"]),
        (&json!(2), &json!("四川 成都"))
    );
    assert!(
        !found.to_string().contains("13800138002"),
        "a list does not hold the whole number"
    );
}

#[test]
fn one_buyer_is_shown_with_the_last_orders() {
    let mut shop = stocked();
    let first = ordering(&mut shop, "王伟", "13800138000");
    let second = ordering(&mut shop, "王伟", "13800138000");
    let buyer = text(
        &shop.call("buyer.list", json!({"limit": 1}))["rows"][0],
        "id",
    );
    let shown = shop.call("buyer.show", json!({"id": buyer}));
    assert_eq!(column(&shown["last"], "id"), [second.clone(), first]);
    assert_eq!(
        (&shown["orders"], &shown["is_erased"]),
        (&json!(2), &json!(false))
    );
    assert_eq!(shown["phone_masked"], "138****8000");
    assert_eq!(
        shop.call("order.show", json!({"id": second}))["buyer_id"],
        json!(buyer)
    );

    shop.call("person.erase", json!({"id": buyer}));
    assert_eq!(
        shop.call("buyer.list", json!({"limit": 9}))["total"],
        0,
        "who was erased is in no list"
    );
    let after = shop.call("buyer.show", json!({"id": buyer}));
    assert_eq!(
        (&after["is_erased"], &after["name"]),
        (&json!(true), &json!(""))
    );
    assert_eq!(
        after["last"].as_array().unwrap().len(),
        2,
        "the orders stay"
    );
    let order = shop.call("order.show", json!({"id": second}));
    assert_eq!(order["is_erased"], true);
    let counter = text(&shop.order("100g"), "id");
    assert_eq!(
        shop.call("order.show", json!({"id": counter}))["is_erased"],
        false,
        "a buyer at the counter was never known"
    );
    shop.assert_sound();
}

#[test]
fn a_number_that_is_looked_at_is_noted() {
    let mut shop = stocked();
    let order = ordering(&mut shop, "王伟", "13800138000");
    let buyer = text(&shop.call("order.show", json!({"id": order})), "buyer_id");
    let facts = shop.facts();
    let whole = shop.call("person.reveal", json!({"id": buyer}));
    assert_eq!(whole["phone"], "13800138000");
    assert_eq!(whole["region"], json!(["四川省", "成都市"]));
    shop.sign_in_as("次仁", "helper");
    let printed = shop.call("person.reveal", json!({"id": order, "why": "print"}));
    assert_eq!(
        (&printed["name"], &printed["address"]),
        (&json!("王伟"), &json!("人民南路四段1号")),
        "who packs addresses the parcel"
    );
    let error = shop.refused("person.reveal", json!({"id": buyer}));
    assert!(
        matches!(error, AppError::NotAllowed { .. }),
        "a helper does not leaf through the buyers: {error:?}"
    );
    shop.sign_in_keeper();
    let looks = shop.call("person.reveals", json!({}));
    assert_eq!(column(&looks, "actor"), ["次仁", "卓玛"], "latest first");
    assert_eq!(column(&looks, "why"), ["print", "screen"]);
    assert_eq!(looks[1]["label"], "王伟");
    assert_eq!(
        shop.bad_input("person.reveal", json!({"id": buyer, "why": "fun"}))
            .0,
        "why"
    );
    shop.call("person.erase", json!({"id": buyer}));
    let error = shop.refused("person.reveal", json!({"id": order}));
    assert!(matches!(error, AppError::NotFound { .. }), "{error:?}");
    let looks = shop.call("person.reveals", json!({}));
    assert_eq!(looks[1]["label"], "", "the note does not keep the name");
    assert_eq!(
        shop.facts(),
        facts + 2,
        "a look is no fact: the operator and the erasure are"
    );
}
