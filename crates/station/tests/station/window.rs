//! A long list of orders, looked at from anywhere, and one order whole.

use crate::shop::{DAY_MS, HOUR_MS, Shop, column, matsutake_order, text};
use serde_json::{Value, json};

fn many(shop: &mut Shop, orders: usize) -> Vec<String> {
    let villager = shop.villager("巴桑");
    shop.matsutake(&villager, "50kg");
    (0..orders)
        .map(|_| {
            shop.wall.forward(60_000);
            text(&shop.order("100g"), "id")
        })
        .collect()
}

#[test]
fn any_part_of_the_list_is_there_newest_first() {
    let mut shop = Shop::new();
    let mut ids = many(&mut shop, 23);
    ids.reverse();
    for offset in [0, 1, 7, 11, 12, 20, 22, 23, 99] {
        let shown = shop.call("order.window", json!({"offset": offset, "limit": 5}));
        assert_eq!(shown["total"], 23);
        let wanted: Vec<String> = ids.iter().skip(offset).take(5).cloned().collect();
        assert_eq!(
            column(&shown["rows"], "id"),
            wanted,
            "the rows from {offset} on, from whichever end they are counted"
        );
    }
    let numbers = shop.call("order.window", json!({}));
    assert_eq!(
        numbers["rows"],
        json!([]),
        "the numbers alone can be asked for"
    );
    assert_eq!(numbers["counts"]["pack"], 23);
    shop.assert_sound();
}

#[test]
fn groups_count_and_filter_with_day_and_text() {
    let mut shop = Shop::new();
    let ids = many(&mut shop, 6);
    shop.call("order.hand_over", json!({"id": ids[0]}));
    shop.call("order.hand_over", json!({"id": ids[1]}));
    shop.call("order.step", json!({"id": ids[1], "step": "completed"}));
    shop.call("order.cancel", json!({"id": ids[2], "reason": "不要了"}));
    let mut asked = matsutake_order("500kg");
    asked["ask"] = json!(true);
    let asked = text(&shop.call("order.place", asked), "id");
    shop.wall.forward(DAY_MS);
    let mut named = matsutake_order("300g");
    named["buyer"] = json!({"name": "刘敏", "phone": "13900139000",
        "region": ["四川省", "成都市", "武侯区"]});
    let named = text(&shop.call("order.place", named), "id");

    let mut of = |input: Value| shop.call("order.window", input);
    let all = of(json!({"limit": 50}));
    let counts = json!({"all": 8, "decide": 1, "pack": 4, "road": 1, "done": 1, "cancelled": 1});
    assert_eq!((&all["total"], &all["counts"]), (&json!(8), &counts));
    for (group, wanted) in [
        ("decide", vec![asked.clone()]),
        (
            "pack",
            vec![
                named.clone(),
                ids[5].clone(),
                ids[4].clone(),
                ids[3].clone(),
            ],
        ),
        ("road", vec![ids[0].clone()]),
        ("done", vec![ids[1].clone()]),
        ("cancelled", vec![ids[2].clone()]),
    ] {
        let shown = of(json!({"group": group, "limit": 50}));
        assert_eq!(column(&shown["rows"], "id"), wanted, "{group}");
        assert_eq!(shown["total"], wanted.len(), "{group}");
        assert_eq!(shown["counts"], counts, "the tabs keep their numbers");
    }
    let found = of(json!({"find": "刘敏", "limit": 50}));
    assert_eq!(column(&found["rows"], "id"), [named.as_str()]);
    assert_eq!(
        (&found["counts"]["all"], &found["counts"]["pack"]),
        (&json!(1), &json!(1))
    );
    let row = &found["rows"][0];
    assert_eq!(
        (&row["buyer"], &row["region"]),
        (&json!("刘敏"), &json!("四川 成都"))
    );
    assert_eq!(row["products"], json!(["matsutake-fresh"]));
    assert_eq!(
        (&row["total_fen"], &row["state"]),
        (&json!(18_000), &json!("Placed"))
    );
    assert_eq!(row["at_hub"], false);
    assert!(
        row["waiting"].as_i64().unwrap() > 0,
        "saved here, not yet sent"
    );
    let goods = of(json!({"find": "松茸", "group": "pack", "offset": 1, "limit": 2}));
    assert_eq!(
        column(&goods["rows"], "id"),
        [ids[5].as_str(), ids[4].as_str()]
    );
    assert_eq!(
        (&goods["total"], &goods["counts"]["all"]),
        (&json!(4), &json!(8))
    );
    let yesterday = of(json!({"day": "2026-11-27", "limit": 50}));
    assert_eq!(yesterday["total"], 7);
    assert_eq!(yesterday["counts"]["pack"], 3);
    let both = of(json!({"day": "2026-11-28", "find": "松茸", "limit": 50}));
    assert_eq!(column(&both["rows"], "id"), [named.as_str()]);
    assert_eq!(
        of(json!({"find": "…"}))["total"],
        0,
        "what says nothing finds nothing"
    );
    assert_eq!(
        shop.bad_input("order.window", json!({"group": "x"})).0,
        "group"
    );
    assert_eq!(shop.bad_input("order.window", json!({"day": "x"})).0, "day");
    shop.assert_sound();
}

#[test]
fn an_order_shows_whose_goods_fill_it_and_what_it_reached() {
    let mut shop = Shop::new();
    let (basang, tashi) = (shop.villager("巴桑"), shop.villager("扎西"));
    shop.matsutake(&basang, "1.2kg");
    shop.wall.forward(HOUR_MS);
    shop.matsutake(&tashi, "2kg");
    let id = text(&shop.order("2kg"), "id");
    let shown = shop.call("order.show", json!({"id": id}));
    let line = &shown["filled"][0];
    assert_eq!(
        (&line["quantity"], &line["price_fen"], &line["amount_fen"]),
        (&json!(2000), &json!(60_000), &json!(120_000))
    );
    assert_eq!(line["picture"], "matsutake.svg");
    let from: Vec<(&str, i64)> = line["from"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| {
            (
                part["name"].as_str().unwrap(),
                part["quantity"].as_i64().unwrap(),
            )
        })
        .collect();
    assert_eq!(from.len(), 2, "two villagers fill it");
    assert!(
        from.contains(&("巴桑", 1200)),
        "the older lot goes first, whole: {from:?}"
    );
    assert!(
        from.contains(&("扎西", 800)),
        "the rest is the next one's: {from:?}"
    );
    assert_eq!(shown["taken_by"], "卓玛");
    assert_eq!(column(&shown["reached"], "step"), ["taken", "placed"]);
    assert!(shown["waiting"].as_i64().unwrap() >= 2);
    assert_eq!(shown["is_record"], false);

    shop.wall.forward(HOUR_MS);
    shop.call("order.step", json!({"id": id, "step": "packing"}));
    shop.sign_in_as("次仁", "helper");
    let gone = shop.call("order.hand_over", json!({"id": id}));
    assert_eq!(
        column(&gone["reached"], "step"),
        ["taken", "placed", "packing", "handed_over"],
        "what was passed over is not made up"
    );
    assert_eq!(gone["reached"][3]["actor"], "次仁");
    assert_eq!(gone["filled"][0]["from"][0]["kind"], "ship");
}
