//! Some of an order goes in a parcel of its own.

use crate::shop::{Shop, text};
use serde_json::{Value, json};
use tsong_contract::AppError;

fn two_lines(shop: &mut Shop, payments: Value) -> Value {
    let villager = shop.villager("巴桑");
    shop.matsutake(&villager, "5kg");
    let lot = json!({"villager": villager, "product": "yak-butter", "grade": "first",
        "quantity": "9kg", "keeping": "chilled"});
    shop.call("lot.take_in", lot);
    shop.call(
        "order.place",
        json!({"source": "message", "shipping": "20",
            "buyer": {"name": "李建国", "phone": "13812341234"},
            "lines": [
                {"product": "matsutake-fresh", "quantity": "2kg", "price": "600"},
                {"product": "yak-butter", "grade": "first", "quantity": "3kg", "price": "90"},
            ],
            "payments": payments}),
    )
}

/// What is held of all lots, in grams.
fn held(shop: &mut Shop) -> i64 {
    let lots = shop.call("lot.list", json!({}));
    lots.as_array()
        .unwrap()
        .iter()
        .map(|l| l["left"].as_i64().unwrap() - l["here"].as_i64().unwrap())
        .sum()
}

#[test]
fn goods_go_apart_and_every_gram_and_fen_is_in_one_of_both() {
    let mut shop = Shop::new();
    let order = two_lines(&mut shop, json!([{"state": "cleared", "way": "cash"}]));
    let id = text(&order, "id");
    assert_eq!(order["total_fen"], 120_000 + 27_000 + 2_000);
    let before = held(&mut shop);
    shop.call("order.step", json!({"id": id, "step": "confirmed"}));
    let first = shop.call(
        "order.split",
        json!({"id": id, "parts": [{"line": 2, "quantity": "3kg"}, {"line": 1, "quantity": "500g"}],
            "shipping": "12"}),
    );
    assert_eq!(
        held(&mut shop),
        before,
        "not a gram more or less is promised"
    );
    let other = shop.call("order.show", json!({"id": first["parts"][0]["id"]}));
    assert_eq!(other["part_of"]["id"], json!(id));
    assert_eq!(
        (&first["state"], &other["state"]),
        (&json!("Confirmed"), &json!("Confirmed"))
    );
    assert_eq!(first["total_fen"], 90_000 + 2_000);
    assert_eq!(other["total_fen"], 30_000 + 27_000 + 1_200);
    assert_eq!(
        other["buyer"]["name"], "李建国",
        "it goes to the same buyer"
    );
    assert_eq!(
        (&first["payment"], &other["payment"]),
        (&json!("Cleared"), &json!("Expected")),
        "what came pays the first whole; the other lacks its own freight"
    );
    assert_eq!(other["payments"][0]["amount_fen"], 57_000);

    shop.call(
        "order.pay",
        json!({"id": other["id"], "state": "cleared", "way": "cash"}),
    );
    for id in [&first["id"], &other["id"]] {
        shop.call("order.hand_over", json!({"id": id}));
    }
    let drawer = shop.call("shift.show", json!({}))["drawer_fen"].clone();
    assert_eq!(
        drawer,
        149_000 + 1_200,
        "the drawer has what the buyer gave"
    );
    assert_eq!(
        shop.call("villager.list", json!({"find": ""}))[0]["owed_fen"],
        147_000
    );
    assert_eq!(held(&mut shop), 0);
    shop.assert_sound();
}

#[test]
fn what_is_awaited_is_awaited_in_two_parts() {
    let mut shop = Shop::new();
    let order = two_lines(&mut shop, json!([{"state": "expected", "way": "wechat"}]));
    let parts = json!([{"line": 2, "quantity": "1kg"}]);
    let first = shop.call("order.split", json!({"id": order["id"], "parts": parts}));
    let other = shop.call("order.show", json!({"id": first["parts"][0]["id"]}));
    let open = |order: &Value| -> Vec<i64> {
        let all = order["payments"].as_array().unwrap().iter();
        all.filter(|p| p["state"] == "expected")
            .map(|p| p["amount_fen"].as_i64().unwrap())
            .collect()
    };
    assert_eq!((open(&first), open(&other)), (vec![140_000], vec![9_000]));
    let undone = shop.call("order.undo", json!({"id": other["id"]}));
    assert_eq!(
        undone["state"], "Cancelled",
        "a part may be taken back by itself"
    );
    shop.assert_sound();
}

#[test]
fn what_cannot_be_split_is_refused_and_nothing_changes() {
    let mut shop = Shop::new();
    let order = two_lines(&mut shop, json!([]));
    let id = text(&order, "id");
    let facts = shop.facts();
    let part = |line: u32, quantity: &str| json!({"line": line, "quantity": quantity});
    let split = |parts: Value| json!({"id": id, "parts": parts});
    assert_eq!(
        shop.refused("order.split", split(json!([]))),
        AppError::NoLines
    );
    let all = json!([part(1, "2kg"), part(2, "3kg")]);
    assert_eq!(
        shop.refused("order.split", split(all)),
        AppError::NoLines,
        "nothing would stay"
    );
    for (parts, reason) in [
        (json!([part(1, "2001g")]), "too_large"),
        (json!([part(1, "1kg"), part(1, "1kg")]), "too_large"),
        (json!([part(1, "0")]), "zero"),
    ] {
        assert_eq!(
            shop.bad_input("order.split", split(parts)),
            ("quantity".to_owned(), reason.to_owned())
        );
    }
    assert!(matches!(
        shop.refused("order.split", split(json!([part(7, "1kg")]))),
        AppError::NotFound { .. }
    ));
    assert_eq!(shop.facts(), facts);
    shop.call("order.step", json!({"id": id, "step": "packing"}));
    let late = shop.refused("order.split", split(json!([part(1, "1kg")])));
    assert!(
        matches!(late, AppError::WrongState { .. }),
        "what is being packed stays together"
    );
}
