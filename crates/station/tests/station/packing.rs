//! Packing by weight, lines that change, whose goods go by which rule, and questions to a person.

use crate::shop::{HOUR_MS, Shop, column, matsutake_order, text};
use serde_json::{Value, json};
use tsong_contract::AppError;

/// A station with one lot of five kilograms and an order of two.
fn ordered() -> (Shop, String, String) {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let lot = text(&shop.matsutake(&villager, "5kg"), "id");
    let id = text(&shop.order("2kg"), "id");
    (shop, lot, id)
}

fn weighed(id: &str, lot: &str, weight: impl Into<Value>) -> Value {
    json!({"id": id, "weighed": [{"line": 1, "lot": lot, "weight": weight.into()}]})
}

/// What an account has, its sign as the books have it.
fn balance(shop: &mut Shop, account: &str) -> i64 {
    let rows = shop.call("ledger.balances", json!({}));
    let rows = rows.as_array().unwrap().iter();
    rows.filter(|row| text(row, "account").starts_with(account))
        .map(|row| row["balance_fen"].as_i64().unwrap())
        .sum()
}

fn held(shop: &mut Shop, lot: &str) -> i64 {
    shop.lot_row(lot)["held"].as_i64().unwrap()
}

#[test]
fn the_packed_weight_is_what_goes_what_is_owed_and_what_the_villager_gets() {
    let (mut shop, lot, id) = ordered();
    let paid = json!({"id": id, "state": "cleared", "way": "cash", "amount": 120_000});
    shop.call("order.pay", paid);
    let packed = shop.call("order.pack", weighed(&id, &lot, "1.985kg"));
    assert_eq!(
        packed["state"], "Packing",
        "fifteen grams are within two in a hundred"
    );
    let line = &packed["filled"][0];
    assert_eq!(
        (&line["quantity"], &line["packed"], &line["amount_fen"]),
        (&json!(2000), &json!(1985), &json!(119_100)),
        "ordered, packed, and what the packed costs"
    );
    assert_eq!(packed["total_fen"], 119_100);
    assert_eq!(packed["payment"], "Cleared", "more came than is owed");
    assert_eq!(
        held(&mut shop, &lot),
        1985,
        "what did not go in is free again"
    );
    shop.call("order.hand_over", json!({"id": id}));
    assert_eq!(shop.lot_row(&lot)["left"], 5000 - 1985);
    let over = balance(&mut shop, "clearing");
    assert_eq!(over, -900, "nine yuan are the buyer's");
    let accrued = balance(&mut shop, "villager") + balance(&mut shop, "commission");
    assert_eq!(accrued, -119_100, "packed grams are paid, not ordered ones");
    shop.assert_sound();
    let mut shop = shop.reopened();
    shop.sign_in_keeper();
    shop.assert_sound();
}

#[test]
fn a_weight_outside_the_tolerance_asks_a_person() {
    let (mut shop, lot, id) = ordered();
    let packed = shop.call("order.pack", weighed(&id, &lot, "1.5kg"));
    assert_eq!(
        (&packed["state"], &packed["doubt"]),
        (&json!("NeedsDecision"), &json!("weight"))
    );
    let tasks = shop.call("task.list", json!({}));
    assert_eq!(column(&tasks, "kind"), ["needs_decision"]);
    let gone = shop.refused("order.hand_over", json!({"id": id}));
    assert!(matches!(gone, AppError::WrongState { .. }), "{gone:?}");
    for choice in ["confirmed", "cancel", "pack", "amend"] {
        let next = packed["next"].as_array().unwrap();
        assert!(next.contains(&json!(choice)), "{choice} is a way on");
    }
    let again = shop.call("order.pack", weighed(&id, &lot, 2010));
    assert_eq!(
        (&again["state"], &again["doubt"]),
        (&json!("Packing"), &json!(""))
    );
    shop.call("order.pack", weighed(&id, &lot, 1500));
    let agreed = shop.call("order.step", json!({"id": id, "step": "confirmed"}));
    assert_eq!(agreed["state"], "Confirmed");
    let gone = shop.call("order.hand_over", json!({"id": id}));
    assert_eq!(gone["goods"][0]["quantity"], 1500, "as it was packed");
    shop.assert_sound();
}

#[test]
fn what_cannot_be_packed_is_refused_with_a_reason() {
    let (mut shop, lot, id) = ordered();
    let other = shop.villager("扎西");
    let other = text(&shop.matsutake(&other, "1kg"), "id");
    for (weight, reason) in [
        (json!("0"), "zero"),
        (json!(0), "zero"),
        (json!("-1"), "negative"),
        (json!(""), "empty"),
        (json!("两三斤吧"), "not_a_number"),
        (json!(i64::MAX), "too_large"),
    ] {
        let (field, why) = shop.bad_input("order.pack", weighed(&id, &lot, weight));
        assert_eq!((field.as_str(), why.as_str()), ("weight", reason));
    }
    let not_picked = shop.bad_input("order.pack", weighed(&id, &other, "1kg"));
    assert_eq!(not_picked, ("lot".to_owned(), "not_picked".to_owned()));
    let none = shop.bad_input("order.pack", json!({"id": id, "weighed": []}));
    assert_eq!(none, ("weight".to_owned(), "empty".to_owned()));
    let more = shop.refused("order.pack", weighed(&id, &lot, "5.001kg"));
    assert!(
        matches!(&more, AppError::NotEnoughStock { product, asked: 5001, available: 5000 }
            if !product.is_empty()),
        "more than there is: {more:?}"
    );
    assert_eq!(
        held(&mut shop, &lot),
        2000,
        "what is refused changes nothing"
    );
}

#[test]
fn lines_are_added_dropped_and_amended_with_what_is_held() {
    let (mut shop, lot, id) = ordered();
    let walnut =
        json!({"villager": shop.villager("央金"), "product": "walnut-nyingchi", "quantity": "9kg"});
    let walnut = text(&shop.call("lot.take_in", walnut), "id");
    let add = json!([{"product": "walnut-nyingchi", "quantity": "3kg", "price": "40"}]);
    let keep = json!([{"line": 1, "quantity": "2.5kg"}]);
    let input = json!({"id": id, "keep": keep, "add": add});
    let more = shop.call("order.amend", input);
    assert_eq!(
        (&more["total_fen"], &more["state"]),
        (&json!(162_000), &json!("Placed"))
    );
    assert_eq!(
        (held(&mut shop, &lot), held(&mut shop, &walnut)),
        (2500, 3000)
    );
    let whole = shop.call(
        "order.amend",
        json!({"id": id, "keep": [{"line": 1, "quantity": "5kg"}]}),
    );
    assert_eq!(
        whole["filled"].as_array().unwrap().len(),
        1,
        "a line that is not kept is dropped"
    );
    assert_eq!((held(&mut shop, &lot), held(&mut shop, &walnut)), (5000, 0));
    let much = json!({"id": id, "keep": [{"line": 1, "quantity": "5.1kg"}]});
    let much = shop.refused("order.amend", much);
    assert!(
        matches!(
            much,
            AppError::NotEnoughStock {
                available: 5000,
                ..
            }
        ),
        "{much:?}"
    );
    let none = shop.refused("order.amend", json!({"id": id, "keep": []}));
    assert!(matches!(none, AppError::NoLines), "{none:?}");
    let twice = json!([{"line": 1, "quantity": 1}, {"line": 1, "quantity": 1}]);
    let twice = shop.bad_input("order.amend", json!({"id": id, "keep": twice}));
    assert_eq!(twice.0, "line");
    let gone = json!({"id": id, "keep": [{"line": 2, "quantity": 1}]});
    assert!(matches!(
        shop.refused("order.amend", gone),
        AppError::NotFound { .. }
    ));
    let part = json!({"id": id, "keep": [{"line": 1, "quantity": "1kg"}], "is_confirmed": true});
    let part = shop.call("order.amend", part);
    assert_eq!(part["state"], "Confirmed", "the buyer takes what there is");
    assert_eq!(held(&mut shop, &lot), 1000);
    shop.call("order.cancel", json!({"id": id, "reason": "不要了"}));
    assert_eq!(
        held(&mut shop, &lot),
        0,
        "a cancel frees exactly what was held"
    );
    shop.assert_sound();
}

#[test]
fn a_lines_rule_says_whose_goods_go() {
    let mut shop = Shop::new();
    let names = ["巴桑", "扎西", "央金"];
    for (name, weight) in names.iter().zip(["1kg", "2kg", "3kg"]) {
        let villager = shop.villager(name);
        shop.matsutake(&villager, weight);
        shop.wall.forward(HOUR_MS);
    }
    let mut of = |rule: &str, quantity: &str| {
        let mut input = matsutake_order(quantity);
        input["lines"][0]["filling"] = json!(rule);
        let line = shop.call("order.place", input)["filled"][0].clone();
        assert_eq!(
            line["filling"], rule,
            "kept on the line, so that a villager can ask why"
        );
        let grams = |name: &str| -> i64 {
            let from = line["from"].as_array().unwrap().iter();
            let own = from.filter(|part| part["name"] == name);
            own.map(|part| part["quantity"].as_i64().unwrap()).sum()
        };
        names.map(grams)
    };
    assert_eq!(
        of("earliest_expiry", "100g"),
        [100, 0, 0],
        "the oldest goes first"
    );
    assert_eq!(of("rotated", "100g").iter().sum::<i64>(), 100);
    let second = of("rotated", "100g");
    assert_eq!(
        second[0], 0,
        "who sold already waits for the others: {second:?}"
    );
    assert_eq!(of("pooled", "570g").iter().sum::<i64>(), 570);
    let pooled = of("pooled", "513g");
    assert!(
        pooled[0] < pooled[1] && pooled[1] < pooled[2],
        "by what each has: {pooled:?}"
    );
    shop.assert_sound();
    let mut input = matsutake_order("100g");
    input["lines"][0]["filling"] = json!("chosen");
    let bad = shop.bad_input("order.place", input.clone());
    assert_eq!(bad, ("lot".to_owned(), "empty".to_owned()), "which lot?");
    input["lines"][0]["filling"] = json!("by_beauty");
    assert_eq!(shop.bad_input("order.place", input).0, "filling");
}

#[test]
fn a_question_waits_in_the_inbox_until_somebody_decides() {
    let (mut shop, lot, id) = ordered();
    for question in ["short", "late", "unreachable", "price"] {
        let asked = shop.call("order.doubt", json!({"id": id, "question": question}));
        assert_eq!(
            (&asked["state"], &asked["doubt"]),
            (&json!("NeedsDecision"), &json!(question))
        );
        let inbox = shop.call("order.window", json!({"group": "decide", "limit": 9}));
        assert_eq!(inbox["rows"][0]["doubt"], question, "the inbox says why");
        let twice = shop.refused("order.doubt", json!({"id": id, "question": question}));
        assert!(matches!(twice, AppError::WrongState { .. }), "{twice:?}");
        assert_eq!(held(&mut shop, &lot), 2000, "what is held stays held");
        let on = shop.call("order.step", json!({"id": id, "step": "confirmed"}));
        assert_eq!(on["state"], "Confirmed");
    }
    for question in ["weight", "", "weather"] {
        let bad = shop.bad_input("order.doubt", json!({"id": id, "question": question}));
        assert_eq!(bad.0, "question");
    }
    shop.assert_sound();
}
