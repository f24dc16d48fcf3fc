//! The shelf counted: what is missing, what is at risk, and what a restored device may sell.

use crate::shop::{Shop, column, matsutake_order, text};
use serde_json::json;
use tsong_contract::AppError;

#[test]
fn a_short_count_names_the_orders_at_risk() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let id = text(&shop.matsutake(&villager, "3kg"), "id");
    let order = text(&shop.order("2kg"), "id");
    let count = |quantity: &str| json!({"id": id, "quantity": quantity});
    let fine = shop.call("lot.count", count("2.9kg"));
    assert_eq!(fine["difference"], -100);
    assert_eq!(
        fine["at_risk"],
        json!([]),
        "what is promised still lies there"
    );
    let short = shop.call("lot.count", count("1.5kg"));
    assert_eq!(short["at_risk"], json!([order]));
    assert_eq!(
        short["lot"]["here"], 0,
        "less than nothing can be sold is nothing"
    );
    let tasks = column(&shop.call("task.list", json!({})), "kind");
    assert!(
        tasks.contains(&"negative_share".to_owned()),
        "a person is told: {tasks:?}"
    );
    let found = shop.call("lot.count", count("2.5kg"));
    assert_eq!(
        (&found["difference"], &found["at_risk"]),
        (&json!(1000), &json!([]))
    );
    let none = shop.call("lot.count", count("0"));
    assert_eq!(none["lot"]["left"], 0, "an empty shelf can be counted");
    shop.assert_sound();
}

#[test]
fn a_restored_device_counts_before_it_sells() {
    let mut old = Shop::new();
    let villager = old.villager("巴桑");
    let id = text(&old.matsutake(&villager, "3kg"), "id");
    let mut early = old.restored(false);
    early.call("lot.count", json!({"id": id, "quantity": "3kg"}));
    let error = early.refused("order.place", matsutake_order("1kg"));
    assert_eq!(
        error,
        AppError::NeedsRecount,
        "before the takeover nothing is sold"
    );

    let mut shop = old.restored(true);
    assert_eq!(shop.lot_row(&id)["here"], 0);
    let error = shop.refused("order.place", matsutake_order("1kg"));
    assert_eq!(error, AppError::NeedsRecount);
    let lose = json!({"id": id, "quantity": "1kg", "kind": "spoil"});
    assert_eq!(shop.refused("lot.lose", lose), AppError::NeedsRecount);
    let fresh = shop.matsutake(&villager, "1kg");
    assert_eq!(
        fresh["here"], 1000,
        "what was weighed just now needs no second count"
    );
    let counted = shop.call("lot.count", json!({"id": id, "quantity": "2.7kg"}));
    assert_eq!(counted["lot"]["here"], 2700);
    shop.order("3.7kg");
    shop.assert_sound();
}
