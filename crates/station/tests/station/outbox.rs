//! What waits for the hub.

use crate::shop::Shop;
use serde_json::json;

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
