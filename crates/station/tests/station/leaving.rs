//! A villager who left or died: what is open, and who gets it.

use crate::shop::{Shop, column, text};
use serde_json::{Value, json};

fn tasks(shop: &mut Shop) -> Vec<Value> {
    let all = shop.call("task.list", json!({}));
    let left = all
        .as_array()
        .unwrap()
        .iter()
        .filter(|t| t["kind"] == "left");
    left.cloned().collect()
}

#[test]
fn who_left_brings_nothing_more_and_leaves_a_task_until_an_heir_is_named() {
    let mut shop = Shop::new();
    let (old, heir) = (shop.villager("巴桑"), shop.villager("达瓦"));
    shop.matsutake(&old, "2kg");
    let order = text(&shop.order("2kg"), "id");
    shop.call("order.hand_over", json!({"id": order}));
    assert!(tasks(&mut shop).is_empty(), "who is here is no task");
    shop.call("villager.change", json!({"id": old, "is_active": false}));
    let open = tasks(&mut shop);
    assert_eq!(
        (&open[0]["id"], &open[0]["label"]),
        (&json!(old), &json!("巴桑"))
    );

    let basket =
        json!({"villager": old, "product": "matsutake-fresh", "grade": "c", "quantity": "1kg"});
    let bad = ("villager".to_owned(), "villager_left".to_owned());
    assert_eq!(shop.bad_input("lot.take_in", basket.clone()), bad);
    assert_eq!(
        shop.bad_input("promise.save", basket),
        bad,
        "nor is anything asked of them"
    );

    let itself = json!({"id": old, "heir": old});
    assert_eq!(shop.bad_input("villager.change", itself).0, "heir");
    let named = shop.call("villager.change", json!({"id": old, "heir": heir}));
    assert_eq!(
        (&named["heir"], &named["heir_name"]),
        (&json!(heir), &json!("达瓦"))
    );
    assert_eq!(named["owed_fen"], 120_000, "the account stays whose it was");
    assert!(
        tasks(&mut shop).is_empty(),
        "it is known who gets the money"
    );
    let back = shop.call(
        "villager.change",
        json!({"id": old, "heir": "", "is_active": true}),
    );
    assert_eq!(back["heir"], "");
    shop.assert_sound();
}

#[test]
fn goods_of_who_left_are_a_task_as_long_as_they_lie_here() {
    let mut shop = Shop::new();
    let (old, heir) = (shop.villager("巴桑"), shop.villager("达瓦"));
    let lot = text(&shop.matsutake(&old, "2kg"), "id");
    shop.call(
        "villager.change",
        json!({"id": old, "is_active": false, "heir": heir}),
    );
    assert_eq!(
        column(&json!(tasks(&mut shop)), "detail"),
        ["达瓦"],
        "the heir is asked about the goods"
    );
    shop.order("1kg");
    assert_eq!(tasks(&mut shop).len(), 1, "they may still be sold");
    shop.call(
        "lot.lose",
        json!({"id": lot, "quantity": "1kg", "kind": "spoil"}),
    );
    let order = shop.call("order.list", json!({}))[0]["id"].clone();
    shop.call("order.hand_over", json!({"id": order}));
    let named = shop.call("villager.list", json!({"find": ""}));
    assert_eq!(
        named.as_array().unwrap().len(),
        2,
        "who left stays in the list"
    );
    assert!(tasks(&mut shop).is_empty());
}
