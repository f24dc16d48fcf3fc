//! Listings: what is offered, and what can be sold of it.

use crate::shop::{DAY_MS, Shop, column, text};
use serde_json::json;
use tsong_contract::AppError;

#[test]
fn what_can_be_sold_is_derived_at_every_look() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let graded = shop.listing("matsutake-fresh", "a-5-7", "600");
    let any = shop.listing("matsutake-fresh", "", "５８０元");
    let look = |shop: &mut Shop| {
        let rows = shop.call("listing.list", json!({}));
        assert_eq!(column(&rows, "id"), [graded.clone(), any.clone()]);
        (
            rows[0]["here"].as_i64().unwrap(),
            rows[1]["here"].as_i64().unwrap(),
        )
    };
    assert_eq!(look(&mut shop), (0, 0));
    shop.matsutake(&villager, "3kg");
    let other = json!({"villager": villager, "product": "matsutake-fresh", "grade": "d",
        "quantity": "2kg", "keeping": "chilled"});
    let other = text(&shop.call("lot.take_in", other), "id");
    assert_eq!(
        look(&mut shop),
        (3000, 5000),
        "a listing without a grade offers all of them"
    );
    let order = text(&shop.order("1kg"), "id");
    assert_eq!(look(&mut shop), (2000, 4000));
    shop.call("order.cancel", json!({"id": order, "reason": "买家改主意"}));
    assert_eq!(
        look(&mut shop),
        (3000, 5000),
        "what is cancelled is free again"
    );
    shop.enrol();
    shop.call(
        "lot.transfer",
        json!({"id": other, "quantity": "500g", "to": "hub"}),
    );
    assert_eq!(look(&mut shop), (3000, 4500));
    assert_eq!(shop.call("listing.list", json!({}))[1]["at_hub"], 500);
    shop.wall.forward(3 * DAY_MS);
    assert_eq!(
        look(&mut shop),
        (0, 1500),
        "what has expired is not offered"
    );
    shop.assert_sound();
}

#[test]
fn a_change_writes_only_what_differs() {
    let mut shop = Shop::new();
    let id = shop.listing("yak-butter", "first", "96.5");
    let facts = shop.facts();
    let same = json!({"id": id, "price": 9650, "state": "on_sale", "title": {}});
    shop.call("listing.change", same);
    assert_eq!(shop.facts(), facts, "9650 fen are 96.5 yuan");
    let change = json!({"id": id, "price": "一百零五", "wording": {"zh-CN": "巴河\r\n\n\n\n手打",
        "bo": "འབྲི་མར"}, "title": {"en": " Butter<b> \u{202e}"}});
    let row = shop.call("listing.change", change);
    assert_eq!(row["price_fen"], 10500);
    assert_eq!(
        row["title"]["en"], "Butter<b>",
        "markup is four characters, bidi marks go"
    );
    assert_eq!(row["wording"]["zh-CN"], "巴河\n\n手打");
    assert_eq!(row["state"], "on_sale");
    shop.call("listing.change", json!({"id": id, "state": "paused"}));
    let listed = shop.call("listing.list", json!({"state": "on_sale"}));
    assert_eq!(listed, json!([]), "a paused listing is not on sale");
    let paused = shop.call("listing.list", json!({"state": "paused"}));
    assert_eq!(paused[0]["price_fen"], 10500, "pausing keeps the price");
}

#[test]
fn listings_are_found_by_text_and_page_by_page() {
    let mut shop = Shop::new();
    let ids: Vec<String> = ["matsutake-fresh", "yak-butter", "honey", "tsampa"]
        .iter()
        .map(|product| shop.listing(product, "", "10"))
        .collect();
    let mut found = |input| column(&shop.call("listing.list", input), "id");
    assert_eq!(
        found(json!({"find": "sy"})),
        [ids[1].clone()],
        "酥油 by its initials"
    );
    assert_eq!(found(json!({"find": "རྩམ་པ"})), [ids[3].clone()]);
    assert_eq!(
        found(json!({"find": "honey", "state": "paused"})),
        Vec::<String>::new()
    );
    assert_eq!(found(json!({"limit": 2})), ids[..2]);
    assert_eq!(found(json!({"limit": 2, "after": ids[1]})), ids[2..]);
    assert_eq!(found(json!({"find": "\" OR 1"})), Vec::<String>::new());
}

#[test]
fn a_listing_that_cannot_be_names_its_field() {
    let mut shop = Shop::new();
    let good = json!({"product": "yak-butter", "grade": "first", "price": "90"});
    for (field, value) in [
        ("price", json!("-1")),
        ("price", json!("1e9")),
        ("price", json!("0.001")),
        ("price", json!("99999999999")),
        ("grade", json!("golden")),
        ("state", json!("sold")),
        ("photo", json!("0".repeat(63))),
    ] {
        let mut input = good.clone();
        input[field] = value.clone();
        assert_eq!(shop.bad_input("listing.add", input).0, field, "{value}");
    }
    let mut free = good.clone();
    free["price"] = json!(0);
    let draft = shop.call("listing.add", free);
    assert_eq!(
        draft["state"], "draft",
        "a new listing is not offered before somebody says so"
    );
    let offer = json!({"id": draft["id"], "state": "on_sale"});
    assert_eq!(
        shop.bad_input("listing.change", offer).0,
        "price",
        "nothing is sold for nothing"
    );
    let mut unknown = good;
    unknown["product"] = json!("unobtainium");
    assert!(matches!(
        shop.refused("listing.add", unknown),
        AppError::NotFound { .. }
    ));
    let villager = shop.villager("巴桑");
    let other = shop.refused("listing.change", json!({"id": villager, "price": "1"}));
    assert!(
        matches!(other, AppError::NotFound { .. }),
        "a villager has no price: {other:?}"
    );
}
