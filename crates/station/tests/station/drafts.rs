//! Half-typed work survives a kill and never leaves the device.

use crate::shop::{Shop, matsutake_order, text};
use serde_json::json;
use tsong_contract::AppError;

#[test]
fn half_typed_work_is_there_after_a_kill_and_gone_once_finished() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    shop.matsutake(&villager, "5kg");
    let content = json!({"step": 2, "buyer": {"name": "王<b>"}, "lines": [null, 1.5]});
    let kept = shop.call("draft.save", json!({"noun": "order", "content": content}));
    let id = text(&kept, "id");
    shop.wall.forward(1000);
    let later = json!({"id": id, "noun": "order", "content": {"step": 3}});
    shop.call("draft.save", later);

    let mut shop = shop.reopened();
    shop.sign_in_keeper();
    let drafts = shop.call("draft.list", json!({"noun": "order"}));
    assert_eq!(
        drafts[0]["content"],
        json!({"step": 3}),
        "the latest keystroke is kept"
    );
    assert_eq!(
        drafts.as_array().unwrap().len(),
        1,
        "one piece of work is one draft"
    );
    assert_eq!(shop.call("draft.list", json!({"noun": "lot"})), json!([]));

    let mut order = matsutake_order("1kg");
    order["id"] = json!(id);
    assert_eq!(
        text(&shop.call("order.place", order), "id"),
        id,
        "the order has the draft's id"
    );
    assert_eq!(shop.call("draft.list", json!({"noun": "order"})), json!([]));
    let late = json!({"id": id, "noun": "order", "content": {"step": 4}});
    let error = shop.refused("draft.save", late);
    assert_eq!(
        error,
        AppError::AlreadyDone,
        "a late keystroke does not bring the draft back"
    );
}

#[test]
fn drafts_are_no_facts_and_can_be_thrown_away() {
    let mut shop = Shop::new();
    let before = shop.facts();
    let kept = shop.call("draft.save", json!({"noun": "lot", "content": "斤"}));
    assert_eq!(
        shop.facts(),
        before,
        "a draft is no fact: it is never synced"
    );
    let other = shop.call("draft.save", json!({"noun": "lot", "content": null}));
    assert_ne!(
        kept["id"], other["id"],
        "each new piece of work has an id of its own"
    );
    for _ in 0..2 {
        shop.call("draft.drop", json!({"id": kept["id"]}));
    }
    let left = shop.call("draft.list", json!({"noun": "lot"}));
    assert_eq!(left[0]["id"], other["id"]);
    assert_eq!(left.as_array().unwrap().len(), 1);
}

#[test]
fn a_draft_that_cannot_be_one_is_refused() {
    let mut shop = Shop::new();
    let large = "果".repeat(100_000);
    let inputs = [
        (json!({"noun": "lot", "content": large}), "content"),
        (json!({"noun": "", "content": 1}), "noun"),
        (json!({"noun": "Order; --", "content": 1}), "noun"),
        (json!({"noun": "lot", "content": 1, "id": "1"}), "id"),
    ];
    for (input, field) in inputs {
        assert_eq!(shop.bad_input("draft.save", input).0, field);
    }
    let kept = shop.call("draft.save", json!({"noun": "lot", "content": 1}));
    let stolen = json!({"noun": "order", "content": 2, "id": kept["id"]});
    assert_eq!(
        shop.bad_input("draft.save", stolen).0,
        "id",
        "a lot's draft becomes no order"
    );
}

#[test]
fn who_may_do_the_work_may_keep_it_half_done() {
    let mut shop = Shop::new();
    shop.sign_in_as("次仁", "helper");
    let kept = shop.call("draft.save", json!({"noun": "lot", "content": {"kg": "2"}}));
    assert_eq!(
        shop.call("draft.list", json!({"noun": "lot"}))[0]["id"],
        kept["id"]
    );
    let order = shop.refused("draft.save", json!({"noun": "order", "content": {}}));
    assert!(
        matches!(order, AppError::NotAllowed { .. }),
        "a helper sells nothing: {order:?}"
    );
    shop.sign_in_keeper();
    let orders: Vec<_> = (0..3)
        .map(|n| {
            shop.wall.forward(1000);
            let content = json!({"summary": format!("第{n}单")});
            text(
                &shop.call("draft.save", json!({"noun": "order", "content": content})),
                "id",
            )
        })
        .collect();
    let parked = shop.call("draft.list", json!({"noun": "order"}));
    assert_eq!(
        parked.as_array().unwrap().len(),
        3,
        "orders are put aside, several at a time"
    );
    assert_eq!(parked[0]["id"], json!(orders[2]), "the latest first");
    assert!(parked[0]["saved_ms"].as_i64() > parked[1]["saved_ms"].as_i64());
    shop.sign_in_as("达瓦", "helper");
    let error = shop.refused("draft.drop", json!({"id": orders[0]}));
    assert!(matches!(error, AppError::NotAllowed { .. }), "{error:?}");
    shop.call("draft.drop", json!({"id": kept["id"]}));
    assert_eq!(shop.call("draft.list", json!({"noun": "lot"})), json!([]));
}
