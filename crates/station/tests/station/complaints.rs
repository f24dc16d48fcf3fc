//! Complaints: who may ask when, what goes back, and who bears it.

use crate::shop::{Shop, matsutake_order, text};
use data_encoding::BASE64;
use serde_json::{Value, json};
use tsong_contract::AppError;

fn balance(shop: &mut Shop, account: &str) -> i64 {
    let rows = shop.call("ledger.balances", json!({}));
    let rows = rows.as_array().unwrap().iter();
    rows.filter(|row| text(row, "account").starts_with(account))
        .map(|row| row["balance_fen"].as_i64().unwrap())
        .sum()
}

/// An order of two kilograms at 1,200 yuan, paid by WeChat and gone.
fn gone() -> (Shop, String) {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    shop.matsutake(&villager, "5kg");
    shop.call("station.change", json!({"commission_permille": 50}));
    let mut order = matsutake_order("2kg");
    order["payments"] = json!([{"state": "cleared", "way": "wechat"}]);
    let id = text(&shop.call("order.place", order), "id");
    shop.call("order.hand_over", json!({"id": id}));
    (shop, id)
}

fn step(shop: &mut Shop, id: &str, step: &str) -> Value {
    shop.call(
        "order.after_sale",
        json!({"id": id, "step": step, "reason": "spoilt"}),
    )
}

fn refund(id: &str, amount: &str, bears: &str) -> Value {
    json!({"id": id, "step": "refunded", "amount": amount, "way": "wechat", "bears": bears})
}

#[test]
fn what_perishes_is_refunded_without_coming_back_and_the_villager_bears_it() {
    let (mut shop, id) = gone();
    let asked = step(&mut shop, &id, "requested");
    assert_eq!(asked["complaint"]["state"], "requested");
    assert_eq!(
        asked["complaint"]["next"],
        json!(["agreed", "refused", "withdrawn"])
    );
    let agreed = step(&mut shop, &id, "agreed");
    assert_eq!(
        agreed["complaint"]["next"],
        json!(["refunded", "withdrawn"]),
        "mushrooms are not sent back"
    );
    let back = json!({"id": id, "step": "await_goods"});
    assert_eq!(shop.bad_input("order.after_sale", back).1, "perishes");
    let (villager, commission) = (
        balance(&mut shop, "villager"),
        balance(&mut shop, "commission"),
    );
    assert_eq!((villager, commission), (-114_000, -6_000));
    let done = shop.call("order.after_sale", refund(&id, "300", "villager"));
    assert_eq!(done["complaint"]["state"], "refunded");
    assert_eq!(done["payment"], "PartRefunded");
    assert_eq!(done["after_sale"], "Refunded");
    assert_eq!(
        balance(&mut shop, "villager"),
        -114_000 + 28_500,
        "a quarter of it, less the commission on it"
    );
    assert_eq!(balance(&mut shop, "commission"), -6_000 + 1_500);
    assert_eq!(
        balance(&mut shop, "way:wechat"),
        90_000,
        "the money went back the way it came"
    );
    assert_eq!(
        balance(&mut shop, "clearing"),
        0,
        "the buyer owes nothing and is owed nothing"
    );
    assert_eq!(done["complaint"]["refundable_fen"], 90_000);
    shop.assert_sound();
}

#[test]
fn station_and_carrier_bear_what_they_are_said_to_bear() {
    for (bears, account) in [("station", "loss"), ("carrier", "carrier")] {
        let (mut shop, id) = gone();
        step(&mut shop, &id, "requested");
        step(&mut shop, &id, "agreed");
        let villager = balance(&mut shop, "villager");
        shop.call("order.after_sale", refund(&id, "1200", bears));
        assert_eq!(balance(&mut shop, account), 120_000, "{bears}");
        assert_eq!(
            balance(&mut shop, "villager"),
            villager,
            "the villager keeps what was earned"
        );
        assert_eq!(balance(&mut shop, "clearing"), 0);
        shop.assert_sound();
    }
}

#[test]
fn a_complaint_is_refused_with_a_sentence_where_it_cannot_be() {
    let (mut shop, id) = gone();
    let before = text(&shop.order("1kg"), "id");
    let early = json!({"id": before, "step": "requested", "reason": "late"});
    assert!(
        matches!(
            shop.refused("order.after_sale", early),
            AppError::WrongState { .. }
        ),
        "before the goods went it is a cancel"
    );
    let bad = |field: &str, reason: &str| (field.to_owned(), reason.to_owned());
    let silent = json!({"id": id, "step": "requested"});
    assert_eq!(
        shop.bad_input("order.after_sale", silent),
        bad("reason", "empty")
    );
    let odd = json!({"id": id, "step": "eaten"});
    assert_eq!(
        shop.bad_input("order.after_sale", odd),
        bad("step", "not_in_list")
    );
    let at_once = refund(&id, "300", "villager");
    assert!(matches!(
        shop.refused("order.after_sale", at_once),
        AppError::WrongState { .. }
    ));
    step(&mut shop, &id, "requested");
    step(&mut shop, &id, "agreed");
    let cases = [
        (
            refund(&id, "1200.01", "station"),
            bad("amount", "more_than_paid"),
        ),
        (refund(&id, "0", "station"), bad("amount", "zero")),
        (refund(&id, "10", "nobody"), bad("bears", "not_in_list")),
    ];
    for (input, expected) in cases {
        assert_eq!(shop.bad_input("order.after_sale", input), expected);
    }
    let mut other = refund(&id, "10", "station");
    other["line"] = json!(7);
    assert_eq!(
        shop.bad_input("order.after_sale", other),
        bad("line", "not_in_list")
    );
    assert_eq!(
        balance(&mut shop, "way:wechat"),
        120_000,
        "nothing went back"
    );
}

#[test]
fn a_refused_complaint_can_be_raised_again() {
    let (mut shop, id) = gone();
    step(&mut shop, &id, "requested");
    let refused = step(&mut shop, &id, "refused");
    assert_eq!(refused["complaint"]["next"], json!(["requested"]));
    assert_eq!(
        step(&mut shop, &id, "requested")["complaint"]["state"],
        "requested"
    );
}

#[test]
fn a_payment_proposes_what_is_still_due() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let lot = text(&shop.matsutake(&villager, "5kg"), "id");
    let id = text(&shop.order("2kg"), "id");
    shop.call(
        "order.pay",
        json!({"id": id, "state": "cleared", "way": "cash", "amount": "200"}),
    );
    let packed = json!({"id": id, "weighed": [{"line": 1, "lot": lot, "weight": "1.99kg"}]});
    shop.call("order.pack", packed);
    let paid = shop.call(
        "order.pay",
        json!({"id": id, "state": "cleared", "way": "wechat"}),
    );
    let amounts: Vec<&Value> = paid["payments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| &p["amount_fen"])
        .collect();
    assert_eq!(
        amounts,
        [&json!(20_000), &json!(99_400)],
        "1,194 yuan for what was packed, less 200"
    );
    assert_eq!(paid["payment"], "Cleared");
    let again = json!({"id": id, "state": "cleared", "way": "wechat"});
    assert_eq!(
        shop.bad_input("order.pay", again).1,
        "nothing_due",
        "that more came than is owed is said by a person"
    );
}

#[test]
fn money_at_the_villagers_own_account_is_owed_no_more() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let stranger = shop.villager("达瓦");
    shop.matsutake(&villager, "5kg");
    let id = text(&shop.order("2kg"), "id");
    shop.call("order.hand_over", json!({"id": id}));
    assert_eq!(balance(&mut shop, "villager"), -120_000);
    let pay = |who: Option<&str>| {
        let mut input = json!({"id": id, "state": "cleared", "way": "villager", "amount": "1200"});
        if let Some(who) = who {
            input["villager"] = json!(who);
        }
        input
    };
    let bad = ("villager".to_owned(), "empty".to_owned());
    assert_eq!(shop.bad_input("order.pay", pay(None)), bad);
    assert_eq!(
        shop.bad_input("order.pay", pay(Some(&stranger))),
        bad,
        "none of the goods are hers"
    );
    let paid = shop.call("order.pay", pay(Some(&villager)));
    assert_eq!(paid["payments"][0]["villager"], villager.as_str());
    assert_eq!(paid["payment"], "Cleared");
    assert_eq!(
        balance(&mut shop, "villager"),
        0,
        "the villager has it already"
    );
    assert_eq!(balance(&mut shop, "clearing"), 0);
    shop.assert_sound();
}

#[test]
fn the_stations_code_is_kept_and_taken_out_again() {
    let mut shop = Shop::new();
    let picture = BASE64.encode(&crate::photos::picture());
    let put = shop.call("photo.put", json!({"base64": picture}));
    let photo = text(&put, "photo");
    let codes = |wechat: &str| json!({"pay_codes": {"wechat": wechat, "alipay": ""}});
    let kept = shop.call("station.change", codes(&photo));
    assert_eq!(kept["pay_codes"], json!({"wechat": photo, "alipay": ""}));
    let other = "0".repeat(64);
    assert!(
        shop.refused("station.change", codes(&other)).code() != "",
        "a picture that nobody has"
    );
    let gone = shop.call("station.change", codes(""));
    assert_eq!(gone["pay_codes"]["wechat"], "");
    shop.assert_sound();
}

#[test]
fn what_a_buyer_sent_back_is_taken_in_again_and_no_more() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let lot = json!({"villager": villager, "product": "barley-grain", "quantity": "10kg"});
    let lot = text(&shop.call("lot.take_in", lot), "id");
    let order = json!({"lines": [{"product": "barley-grain", "quantity": "4kg", "price": "10"}],
        "payments": [{"state": "cleared", "way": "cash"}]});
    let id = text(&shop.call("order.place", order), "id");
    shop.call("order.hand_over", json!({"id": id}));
    let back = |quantity: &str| json!({"id": id, "goods": [{"lot": lot, "quantity": quantity}]});
    let early = shop.refused("order.take_back", back("1kg"));
    assert!(
        matches!(early, AppError::WrongState { .. }),
        "nobody looked at it yet: {early:?}"
    );
    for step in ["requested", "agreed", "await_goods", "inspected"] {
        shop.call(
            "order.after_sale",
            json!({"id": id, "step": step, "reason": "wrong"}),
        );
    }
    let shown = shop.call("order.show", json!({"id": id}));
    assert_eq!(shown["complaint"]["back"][0]["quantity"], 4_000);
    let shown = shop.call("order.take_back", back("3kg"));
    assert_eq!(
        shown["complaint"]["back"][0]["quantity"], 1_000,
        "one kilogram is missing"
    );
    assert_eq!(shop.lot_row(&lot)["here"], 9_000, "it may be sold again");
    let more = shop.refused("order.take_back", back("1001g"));
    assert!(
        matches!(
            more,
            AppError::NotEnoughStock {
                available: 1_000,
                ..
            }
        ),
        "{more:?}"
    );
    assert_eq!(shop.bad_input("order.take_back", back("0")).1, "zero");
    assert_eq!(shown["state"], "HandedOver", "that it went stays written");
    shop.assert_sound();
}
