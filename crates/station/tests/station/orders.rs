//! Orders from the till to the buyer, with the link down.

use crate::shop::{DAY_MS, Shop, column, matsutake_order, text};
use serde_json::json;
use tsong_contract::AppError;

fn shop_with(quantity: &str) -> (Shop, String) {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let lot = text(&shop.matsutake(&villager, quantity), "id");
    (shop, lot)
}

#[test]
fn an_order_goes_its_way_and_the_books_balance() {
    let (mut shop, lot) = shop_with("5kg");
    let mut input = matsutake_order("1.5kg");
    input["source"] = json!("phone");
    input["shipping"] = json!("18");
    input["note"] = json!("轻拿轻放");
    input["payments"] = json!([{"state": "expected", "way": "wechat"}]);
    let order = shop.call("order.place", input);
    let id = text(&order, "id");
    assert_eq!(
        (&order["goods_fen"], &order["total_fen"]),
        (&json!(90_000), &json!(91_800))
    );
    assert_eq!(
        (&order["state"], &order["note"]),
        (&json!("Placed"), &json!("轻拿轻放"))
    );
    assert_eq!(order["goods"][0]["lot"], lot);
    assert_eq!(shop.lot_row(&lot)["held"], 1500);
    for (step, state) in [("confirmed", "Confirmed"), ("packing", "Packing")] {
        let stepped = shop.call("order.step", json!({"id": id, "step": step}));
        assert_eq!(stepped["state"], state);
    }
    let payment = order["payments"][0]["id"].clone();
    let paid = json!({"id": id, "payment": payment, "state": "cleared"});
    assert_eq!(shop.call("order.pay", paid)["payment"], "Cleared");
    let gone = shop.call("order.hand_over", json!({"id": id}));
    assert_eq!(gone["goods"][0]["kind"], "ship");
    let row = shop.lot_row(&lot);
    assert_eq!((&row["left"], &row["held"]), (&json!(3500), &json!(0)));
    let done = shop.call("order.step", json!({"id": id, "step": "completed"}));
    assert_eq!(done["state"], "Completed");
    let balances = shop.call("ledger.balances", json!({}));
    let rows = balances.as_array().unwrap();
    let sum: i64 = rows
        .iter()
        .map(|row| row["balance_fen"].as_i64().unwrap())
        .sum();
    assert_eq!(sum, 0, "every fen has two sides");
    let open = rows
        .iter()
        .find(|row| text(row, "account").starts_with("clearing"));
    assert!(
        open.is_none_or(|row| row["balance_fen"] == 0),
        "paid and gone leaves nothing open"
    );
    shop.assert_sound();
}

#[test]
fn no_gram_is_promised_twice() {
    let (mut shop, lot) = shop_with("2kg");
    let mut two = matsutake_order("1.2kg");
    let line = two["lines"][0].clone();
    two["lines"].as_array_mut().unwrap().push(line);
    let error = shop.refused("order.place", two.clone());
    assert!(
        matches!(
            error,
            AppError::NotEnoughStock {
                asked: 1200,
                available: 800,
                ..
            }
        ),
        "the second line sees what the first took: {error:?}"
    );
    two["ask"] = json!(true);
    let asked = shop.call("order.place", two);
    assert_eq!(asked["state"], "Asked", "what is not here can be asked for");
    assert_eq!(shop.lot_row(&lot)["held"], 0);
    let answer = json!({"id": asked["id"]});
    assert_eq!(
        shop.refused("order.answer", answer.clone()).code(),
        "not_enough_stock"
    );
    let villager = shop.villager("扎西");
    shop.matsutake(&villager, "1kg");
    assert_eq!(shop.call("order.answer", answer)["state"], "Placed");
    let error = shop.refused("order.place", matsutake_order("1kg"));
    assert!(
        matches!(error, AppError::NotEnoughStock { available: 600, .. }),
        "{error:?}"
    );
    shop.assert_sound();
}

#[test]
fn the_same_press_twice_is_one_order_and_a_kill_loses_none() {
    let (mut shop, lot) = shop_with("2kg");
    let draft = shop.call("draft.save", json!({"noun": "order", "content": {}}));
    let mut input = matsutake_order("1kg");
    input["id"] = draft["id"].clone();
    let first = shop.call("order.place", input.clone());
    let mut shop = shop.reopened();
    shop.sign_in_keeper();
    let again = shop.call("order.place", input);
    assert_eq!(again["number"], first["number"]);
    assert_eq!(shop.lot_row(&lot)["held"], 1000);
    let next = shop.order("500g");
    assert_ne!(
        next["number"], first["number"],
        "a number is never given twice"
    );
    shop.assert_sound();
}

#[test]
fn undo_frees_the_stock_but_not_for_ever() {
    let (mut shop, lot) = shop_with("2kg");
    let order = shop.order("1kg");
    let id = json!({"id": order["id"]});
    assert!(order["undo_until_ms"].is_i64());
    assert_eq!(shop.call("order.undo", id)["state"], "Cancelled");
    assert_eq!(shop.lot_row(&lot)["here"], 2000);
    let kept = shop.order("1kg");
    shop.wall.forward(11 * 60 * 1000);
    assert_eq!(
        shop.refused("order.undo", json!({"id": kept["id"]})),
        AppError::UndoExpired
    );
    let no_reason = json!({"id": kept["id"], "reason": ""});
    assert_eq!(shop.bad_input("order.cancel", no_reason).0, "reason");
    shop.call(
        "order.cancel",
        json!({"id": kept["id"], "reason": "买家不要了"}),
    );
    let shown = shop.call("order.show", json!({"id": kept["id"]}));
    let history = shown["history"].as_array().unwrap();
    assert_eq!(history.last().unwrap()["reason"], "买家不要了");
    assert_eq!(history[0]["actor"], "卓玛", "each step tells who took it");
    shop.assert_sound();
}

#[test]
fn what_must_go_first_is_sold_first() {
    let (mut shop, ambient) = shop_with("1kg");
    let villager = shop.villager("扎西");
    let chilled = json!({"villager": villager, "product": "matsutake-fresh", "grade": "a-5-7",
        "quantity": "1kg", "keeping": "chilled"});
    let chilled = text(&shop.call("lot.take_in", chilled), "id");
    let lots = |order: &serde_json::Value| column(&order["goods"], "lot");
    assert_eq!(lots(&shop.order("600g")), [ambient.as_str()]);
    let mut chosen = matsutake_order("100g");
    chosen["lines"][0]["lot"] = json!(chilled);
    let chosen = shop.call("order.place", chosen);
    assert_eq!(lots(&chosen), [chilled.as_str()], "a person may choose");
    let mut both = lots(&shop.order("1kg"));
    both.sort();
    let mut expected = [ambient.as_str(), chilled.as_str()];
    expected.sort();
    assert_eq!(both, expected, "one line may need two lots");
    shop.matsutake(&villager, "1kg");
    shop.wall.forward(3 * DAY_MS);
    let error = shop.refused("order.place", matsutake_order("400g"));
    assert!(
        matches!(error, AppError::NotEnoughStock { available: 300, .. }),
        "a kilogram has expired meanwhile: {error:?}"
    );
    shop.order("300g");
    shop.assert_sound();
}

#[test]
fn orders_are_listed_by_state_day_and_text() {
    let (mut shop, _) = shop_with("9kg");
    let mut named = matsutake_order("1kg");
    named["buyer"] = json!({"name": "王伟", "phone": "13800138000"});
    let named = shop.call("order.place", named);
    let (first, number) = (text(&named, "id"), text(&named, "number"));
    shop.wall.forward(DAY_MS);
    let second = text(&shop.order("1kg"), "id");
    shop.call("order.cancel", json!({"id": second, "reason": "x"}));
    let mut ids = |input| column(&shop.call("order.list", input), "id");
    assert_eq!(
        ids(json!({})),
        [first.as_str(), second.as_str()],
        "oldest first"
    );
    assert_eq!(
        ids(json!({"is_newest_first": true, "limit": 1})),
        [second.as_str()]
    );
    assert_eq!(ids(json!({"after": first})), [second.as_str()]);
    assert_eq!(ids(json!({"state": "cancelled"})), [second.as_str()]);
    for text in ["王伟", "ww", "8000", number.as_str(), "王伟 松茸"] {
        assert_eq!(ids(json!({"find": text})), [first.as_str()], "{text}");
    }
    assert_eq!(ids(json!({"day": "2026-11-27"})), [first.as_str()]);
    assert_eq!(
        ids(json!({"day": "2026-11-28", "find": "松茸"})),
        [second.as_str()]
    );
    assert_eq!(
        shop.bad_input("order.list", json!({"day": "2026-02-30"})).0,
        "day"
    );
    let found = shop.call("find", json!({"text": "王伟"}));
    assert_eq!(column(&found, "noun"), ["order", "buyer"]);
}

#[test]
fn only_what_has_the_words_is_found_and_pages_follow_each_other() {
    let (mut shop, _) = shop_with("9kg");
    let buyer = |name: &str, note: &str| {
        let mut order = matsutake_order("10g");
        order["buyer"] = json!({"name": name});
        order["note"] = json!(note);
        order
    };
    // The index knows neighbours: this has 王伟 and 伟芳, but nobody called 王伟芳.
    shop.call("order.place", buyer("王伟", "请交伟芳代收"));
    let ids = |shop: &mut Shop, input| column(&shop.call("order.list", input), "id");
    let found =
        |shop: &mut Shop, what: &str| column(&shop.call("find", json!({"text": what})), "id");
    let mut placed = Vec::new();
    for n in 0..70 {
        shop.wall.forward(60_000);
        placed.push(text(
            &shop.call("order.place", buyer("王伟芳", &format!("n{n}"))),
            "id",
        ));
        if n == 0 {
            let just_now = json!({"find": "王伟芳"});
            assert_eq!(
                ids(&mut shop, just_now),
                placed,
                "found right after it was saved"
            );
            assert_eq!(
                found(&mut shop, "王伟芳").len(),
                2,
                "the order and the buyer"
            );
        }
    }
    assert_eq!(
        ids(&mut shop, json!({"find": "王伟芳"})),
        placed,
        "each once, oldest first, and not the one that only has the pairs"
    );
    let mut pages: Vec<String> = Vec::new();
    while pages.len() < placed.len() {
        let page = ids(
            &mut shop,
            json!({"find": "王伟芳", "limit": 15, "after": pages.last()}),
        );
        assert!(
            !page.is_empty(),
            "a page goes on after {} orders",
            pages.len()
        );
        pages.extend(page);
    }
    assert_eq!(
        pages, placed,
        "pages follow each other without gap and repeat"
    );
    placed.reverse();
    let newest = json!({"find": "王伟芳", "is_newest_first": true, "limit": 3});
    assert_eq!(
        ids(&mut shop, newest),
        placed[..3],
        "from the newest end, too"
    );
    let next = json!({"find": "王伟芳", "is_newest_first": true, "limit": 3, "after": placed[2]});
    assert_eq!(ids(&mut shop, next), placed[3..6]);
    let cancelled = json!({"find": "王伟芳", "state": "cancelled"});
    assert_eq!(ids(&mut shop, cancelled).len(), 0);
    shop.assert_sound();
}

#[test]
fn money_that_cannot_be_is_refused() {
    let (mut shop, _) = shop_with("9kg");
    for (field, value) in [
        ("quantity", json!("1e9")),
        ("quantity", json!("-0")),
        ("quantity", json!("0")),
        ("price", json!("-1")),
        ("price", json!("1.234")),
        ("price", json!("很便宜")),
    ] {
        let mut input = matsutake_order("1kg");
        input["lines"][0][field] = value.clone();
        assert_eq!(shop.bad_input("order.place", input).0, field, "{value}");
    }
    assert_eq!(
        shop.refused("order.place", json!({"lines": []})),
        AppError::NoLines
    );
    let order = shop.order("1kg");
    let over = json!({"id": order["id"], "state": "refunded"});
    shop.refused("order.pay", over);
    let paid = json!({"id": order["id"], "state": "cleared", "way": "cash"});
    let paid = shop.call("order.pay", paid);
    let back = json!({"id": order["id"], "payment": paid["payments"][0]["id"],
        "state": "part_refunded", "amount": "700"});
    shop.refused("order.pay", back);
    shop.assert_sound();
}
