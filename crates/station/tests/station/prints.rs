//! A second paper says that it is a copy.

use crate::shop::{Shop, matsutake_order, text};
use serde_json::json;
use tsong_contract::AppError;

#[test]
fn a_second_paper_is_counted_as_a_copy_by_what_it_is() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    shop.matsutake(&villager, "5kg");
    let order = shop.call("order.place", matsutake_order("1kg"));
    let id = text(&order, "id");
    let lot = shop.call("lot.list", json!({}))[0]["id"].clone();
    let before = shop.facts();

    let slip = json!({"id": id, "what": "slip"});
    assert_eq!(shop.call("print.note", slip.clone()), json!({"times": 1}));
    assert_eq!(
        shop.call("print.note", json!({"id": lot, "what": "receipt"})),
        json!({"times": 1}),
        "another paper has its own count"
    );
    let mut shop = shop.reopened();
    shop.sign_in_keeper();
    assert_eq!(
        shop.call("print.note", slip),
        json!({"times": 2}),
        "a restart forgets no paper"
    );
    assert_eq!(shop.facts(), before, "paper is no fact: it is never synced");
}

#[test]
fn only_papers_of_what_is_here_are_counted() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    shop.matsutake(&villager, "5kg");
    let lot = shop.call("lot.list", json!({}))[0]["id"].clone();
    assert!(matches!(
        shop.refused("print.note", json!({"id": lot, "what": "slip"})),
        AppError::NotFound { what, .. } if what == "order"
    ));
    assert!(matches!(
        shop.refused("print.note", json!({"id": lot, "what": "poster"})),
        AppError::BadInput { field, .. } if field == "what"
    ));
}
