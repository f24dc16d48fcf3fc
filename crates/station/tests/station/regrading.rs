//! Lots sorted, dried and put together, and a shelf counted in one go.

use crate::shop::{DAY_MS, Shop, column, text};
use serde_json::{Value, json};
use tsong_contract::AppError;

fn sort(id: &str, quantity: &str, parts: &[(&str, &str)], lost: &str) -> Value {
    let parts: Vec<Value> = parts
        .iter()
        .map(|(grade, quantity)| json!({"grade": grade, "quantity": quantity}))
        .collect();
    json!({"id": id, "quantity": quantity, "parts": parts, "lost": lost})
}

#[test]
fn a_sorted_lot_is_its_grades_and_its_shrinkage_to_the_gram() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let whole = shop.matsutake(&villager, "5kg");
    let id = text(&whole, "id");
    let parts = [("a-5-7", "3kg"), ("c", "1.8kg")];
    let made = shop.call("lot.regrade", sort(&id, "5kg", &parts, "0.2kg"));
    assert_eq!(made["from"][0]["left"], 0, "all of it went into others");
    let weights: Vec<&Value> = made["made"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| &m["here"])
        .collect();
    assert_eq!(
        weights,
        [&json!(3000), &json!(1800)],
        "they can be sold at once"
    );
    for part in made["made"].as_array().unwrap() {
        assert_eq!(
            part["villager"],
            villager.as_str(),
            "the goods stay the villager's"
        );
        assert_eq!(
            part["expires_ms"], whole["expires_ms"],
            "sorting makes nothing fresher"
        );
        assert_eq!(part["made_of"], json!([whole["number"]]));
    }
    let shown = shop.call("lot.show", json!({"id": id}));
    let told: Vec<(String, i64)> = shown["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (text(row, "kind"), row["quantity"].as_i64().unwrap()))
        .collect();
    let expected = [("intake", 5000), ("regrade", -4800), ("shrink", -200)];
    assert_eq!(
        told,
        expected.map(|(kind, by)| (kind.to_owned(), by)),
        "the loss has a name"
    );
    let numbers = column(&made["made"], "number");
    assert_eq!(shown["history"][1]["others"], json!(numbers));
    shop.assert_sound();
}

#[test]
fn what_does_not_add_up_or_belong_is_refused_and_nothing_moves() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let id = text(&shop.matsutake(&villager, "5kg"), "id");
    let facts = shop.facts();
    let bad = |field: &str, reason: &str| (field.to_owned(), reason.to_owned());
    let cases = [
        (
            sort(&id, "5kg", &[("a-5-7", "3kg")], "1kg"),
            bad("lost", "does_not_add_up"),
        ),
        (
            sort(&id, "5kg", &[("first", "5kg")], "0"),
            bad("grade", "not_in_list"),
        ),
        (sort(&id, "5kg", &[("c", "0")], "5kg"), bad("parts", "zero")),
        (
            sort(&id, "0", &[("c", "1kg")], "0"),
            bad("quantity", "zero"),
        ),
        (sort(&id, "5kg", &[], "5kg"), bad("parts", "empty")),
    ];
    for (input, expected) in cases {
        assert_eq!(shop.bad_input("lot.regrade", input), expected);
    }
    let mut butter = sort(&id, "5kg", &[("first", "5kg")], "0");
    butter["product"] = json!("yak-butter");
    assert_eq!(
        shop.bad_input("lot.regrade", butter),
        bad("product", "not_in_list")
    );
    shop.order("2kg");
    let more = sort(&id, "4kg", &[("c", "4kg")], "0");
    assert!(
        matches!(
            shop.refused("lot.regrade", more),
            AppError::NotEnoughStock {
                available: 3000,
                ..
            }
        ),
        "what an order holds is not sorted away under it"
    );
    assert_eq!(shop.lot_row(&id)["left"], 5000);
    assert!(shop.facts() > facts, "only the order was written");
    shop.assert_sound();
}

#[test]
fn dried_goods_keep_from_the_day_on_which_they_were_dried() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let fresh = shop.matsutake(&villager, "5kg");
    shop.wall.forward(2 * DAY_MS);
    let mut input = sort(&text(&fresh, "id"), "5kg", &[("special", "0.5kg")], "4.5kg");
    input["product"] = json!("matsutake-dried");
    let made = shop.call("lot.regrade", input);
    let dried = &made["made"][0];
    assert_eq!(
        (&dried["product"], &dried["here"]),
        (&json!("matsutake-dried"), &json!(500))
    );
    assert_eq!(
        dried["harvested_ms"], fresh["harvested_ms"],
        "the certificate says when it was gathered"
    );
    assert!(dried["expires_ms"].as_i64() > fresh["expires_ms"].as_i64().map(|ms| ms + 30 * DAY_MS));
    let shown = shop.call("lot.show", json!({"id": fresh["id"]}));
    let kinds = column(&shown["history"], "kind");
    assert_eq!(
        kinds,
        ["intake", "regrade"],
        "water that dried away is yield, no shrinkage"
    );
    let correct = json!({"id": dried["id"], "quantity": "1kg", "reason": "typo"});
    let refused = shop.bad_input("lot.correct", correct);
    assert_eq!(
        refused.1, "made_of_lots",
        "nobody brought it, so there is no intake to put right"
    );
    shop.assert_sound();
}

#[test]
fn only_lots_that_are_alike_are_put_together() {
    let mut shop = Shop::new();
    let (one, two) = (shop.villager("巴桑"), shop.villager("达瓦"));
    let first = shop.matsutake(&one, "2kg");
    shop.wall.forward(3_600_000);
    let second = shop.matsutake(&one, "1.5kg");
    let other = shop.matsutake(&two, "1kg");
    let ids =
        |lots: &[&Value]| json!({"ids": lots.iter().map(|l| l["id"].clone()).collect::<Vec<_>>()});
    let refused = shop.bad_input("lot.merge", ids(&[&first, &other]));
    assert_eq!(
        refused,
        ("ids".to_owned(), "not_alike".to_owned()),
        "whose money would it be?"
    );
    assert_eq!(
        shop.bad_input("lot.merge", ids(&[&first, &first])).1,
        "empty"
    );
    let made = shop.call("lot.merge", ids(&[&first, &second]));
    let merged = &made["made"][0];
    assert_eq!(merged["here"], 3500);
    assert_eq!(
        merged["expires_ms"], first["expires_ms"],
        "as old as the oldest of it"
    );
    assert_eq!(merged["made_of"].as_array().unwrap().len(), 2);
    let gone = shop.refused("lot.merge", ids(&[&first, merged]));
    assert!(
        matches!(
            gone,
            AppError::BadInput { .. } | AppError::NotEnoughStock { .. }
        ),
        "nothing is left of the first: {gone:?}"
    );
    shop.assert_sound();
}

#[test]
fn a_shelf_is_counted_in_one_go_and_tells_what_did_not_fit() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let one = text(&shop.matsutake(&villager, "3kg"), "id");
    let two = text(&shop.matsutake(&villager, "2kg"), "id");
    let order = text(&shop.order("3kg"), "id");
    let count = |rows: &[(&str, &str)]| {
        let rows: Vec<Value> = rows
            .iter()
            .map(|(id, q)| json!({"id": id, "quantity": q}))
            .collect();
        json!({"lots": rows})
    };
    let twice = shop.bad_input("stock.count", count(&[(&one, "3kg"), (&one, "2kg")]));
    assert_eq!(twice.1, "twice");
    assert_eq!(shop.lot_row(&one)["left"], 3000, "nothing was counted");
    let found = shop.call("stock.count", count(&[(&one, "2.5kg"), (&two, "2kg")]));
    assert_eq!(found.as_array().unwrap().len(), 1, "what fits is not told");
    assert_eq!(found[0]["difference"], -500);
    assert_eq!(found[0]["at_risk"], json!([order]));
    let tasks = shop.call("task.list", json!({}));
    let task = tasks
        .as_array()
        .unwrap()
        .iter()
        .find(|t| t["kind"] == "negative_share")
        .unwrap();
    let number = shop.call("order.show", json!({"id": order}))["number"].clone();
    assert_eq!(task["detail"], number, "the task names the orders at risk");
    shop.assert_sound();
}
