//! One shift hands over to the next.

use crate::shop::{Shop, text};
use serde_json::json;

#[test]
fn the_next_one_reads_what_was_counted_and_what_to_know() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    shop.matsutake(&villager, "5kg");
    let mut order = crate::shop::matsutake_order("1kg");
    order["payments"] = json!([{"state": "cleared", "way": "cash"}]);
    shop.call("order.place", order);
    let before = shop.call("shift.show", json!({}));
    assert!(before.get("last").is_none(), "nobody handed over yet");
    assert_eq!(
        (&before["drawer_fen"], &before["pack"]),
        (&json!(60_000), &json!(1))
    );
    let handed = shop.call(
        "shift.hand_over",
        json!({"counted": "595.5", "note": "顺丰明天九点来\n酥油留两块给王芳"}),
    );
    let last = &handed["last"];
    assert_eq!(
        (&last["books_fen"], &last["counted_fen"]),
        (&json!(60_000), &json!(59_550))
    );
    let second = shop.sign_in_as("扎西", "operator");
    let seen = shop.call("shift.show", json!({}));
    assert_eq!(
        text(&seen["last"], "note"),
        "顺丰明天九点来\n酥油留两块给王芳"
    );
    assert_ne!(
        text(&seen["last"], "from"),
        second,
        "somebody else handed over"
    );
    assert_eq!(
        seen["drawer_fen"], 60_000,
        "a count notes a difference, it books none"
    );
    let bad = |shop: &mut Shop, input| shop.bad_input("shift.hand_over", input);
    assert_eq!(bad(&mut shop, json!({"counted": "-1"})).0, "counted");
    assert_eq!(
        bad(&mut shop, json!({"counted": "1", "to": villager})).0,
        "to"
    );
    shop.wall.forward(60_000);
    let again = shop.call("shift.hand_over", json!({"counted": "600", "to": second}));
    assert_eq!(again["last"]["to_name"], "扎西", "the latest counts");
    assert_eq!(again["last"]["note"], "");
    shop.assert_sound();
}
