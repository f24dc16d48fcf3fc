//! What waits for the hub.

use crate::shop::Shop;
use serde_json::json;
use tsong_contract::AppError;
use tsong_domain::id::FactId;
use tsong_store::quarantine;

#[test]
fn what_waits_is_told_by_kind_and_size() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    shop.matsutake(&villager, "3kg");
    for _ in 0..3 {
        shop.order("500g");
    }
    let status = shop.call("sync.status", json!({}));
    let kinds: Vec<(String, u64)> = status["waiting_kinds"]
        .as_array()
        .unwrap()
        .iter()
        .map(|k| {
            let kind = k["kind"].as_str().unwrap().to_owned();
            (kind, k["things"].as_u64().unwrap())
        })
        .collect();
    for wanted in [("order", 3), ("lot", 1), ("villager", 1)] {
        assert!(
            kinds.contains(&(wanted.0.to_owned(), wanted.1)),
            "{wanted:?} waits, not only {kinds:?}"
        );
    }
    assert!(
        kinds.is_sorted_by(|a, b| a.1 >= b.1),
        "the most first: {kinds:?}"
    );
    assert!(
        status["waiting_bytes"].as_u64().unwrap() > 500,
        "that takes bytes: {status}"
    );
    assert_eq!(
        status.get("waiting_seconds"),
        None,
        "how long nobody knows before the first sync"
    );
}

#[test]
fn what_was_set_aside_waits_until_somebody_has_seen_it() {
    let mut shop = Shop::new();
    let origin = shop.call("station.status", json!({}))["origin"].clone();
    let fact = format!("{}-2", origin.as_str().unwrap());
    let set_aside = |shop: &Shop, code: &str| {
        let id: FactId = fact.parse().unwrap();
        shop.beside(|store| {
            store.write(|db| quarantine::put(db, id, code, 1)).unwrap();
        });
    };
    let waiting = |shop: &mut Shop| {
        let refused = shop.call("sync.status", json!({}))["refused"].clone();
        let tasks = shop.call("task.list", json!({}));
        let tasks = tasks.as_array().unwrap().iter();
        let tasks = tasks.filter(|t| t["kind"] == "quarantine").count();
        (refused, tasks)
    };
    set_aside(&shop, "gap");
    assert_eq!(waiting(&mut shop), (json!([format!("{fact}: gap")]), 1));
    shop.call("refusal.close", json!({"fact": fact}));
    assert_eq!(waiting(&mut shop), (json!([]), 0));
    set_aside(&shop, "gap");
    assert_eq!(
        waiting(&mut shop),
        (json!([]), 0),
        "the same again, which every sync brings, is seen already"
    );
    set_aside(&shop, "fork");
    assert_eq!(waiting(&mut shop).1, 1, "something else is not");
    assert_eq!(
        shop.bad_input("refusal.close", json!({"fact": "2"})).0,
        "fact"
    );
    let other = json!({"fact": format!("{fact}00")});
    assert!(matches!(
        shop.refused("refusal.close", other),
        AppError::NotFound { .. }
    ));
}
