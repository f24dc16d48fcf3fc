//! Villagers, buyers and operators.

use crate::shop::{KEEPER, Shop, column, matsutake_order, text};
use serde_json::{Value, json};
use tsong_contract::AppError;

#[test]
fn a_villager_keeps_what_a_change_does_not_name() {
    let mut shop = Shop::new();
    let added = json!({"name": "次仁<b>", "name_bo": "ཚེ་རིང", "phone": "１３８ ９０００ １１１１",
        "payout": "wechat", "account": "ciren-wx", "place": "540421"});
    let added = shop.call("villager.add", added);
    assert_eq!(
        added["phone"], "13890001111",
        "full-width digits and blanks are folded"
    );
    assert_eq!(added["name"], "次仁<b>", "markup is part of a name");
    let changed = json!({"id": added["id"], "phone": "+86 139-9999-0000"});
    let changed = shop.call("villager.change", changed);
    assert_eq!(changed["phone"], "13999990000");
    for field in ["name", "name_bo", "payout", "account", "place"] {
        assert_eq!(changed[field], added[field], "{field} stays");
    }
    assert!(text(&changed, "place_name").contains("西藏"), "{changed}");
    for (find, count) in [
        ("次仁", 1),
        ("cr", 1),
        ("ཚེ་རིང", 1),
        ("9999", 1),
        ("1111", 0),
    ] {
        let found = shop.call("villager.list", json!({"find": find}));
        assert_eq!(found.as_array().unwrap().len(), count, "{find}");
    }
    for (field, value) in [
        ("name", json!("\u{202e}\u{200b} ")),
        ("name", json!("名".repeat(81))),
        ("payout", json!("gold")),
        ("place", json!("123")),
    ] {
        let mut input = json!({"name": "某人"});
        input[field] = value;
        assert_eq!(shop.bad_input("villager.add", input).0, field);
    }
    let piled = format!("བ{}", "\u{f72}".repeat(10_000));
    let piled = shop.call("villager.add", json!({"name": piled}));
    assert!(
        text(&piled, "name").chars().count() <= 9,
        "a pile of vowel signs is capped"
    );
}

#[test]
fn a_villager_is_owed_what_was_sold_less_the_commission() {
    let mut shop = Shop::new();
    shop.call("station.change", json!({"commission_permille": 80}));
    let villager = shop.villager("巴桑");
    shop.matsutake(&villager, "2kg");
    let order = shop.order("1.5kg");
    let owed = |shop: &mut Shop| shop.call("villager.list", json!({}))[0]["owed_fen"].clone();
    assert_eq!(owed(&mut shop), 0, "nothing is owed before the goods leave");
    shop.call("order.hand_over", json!({"id": order["id"]}));
    assert_eq!(owed(&mut shop), 82_800, "900 yuan less eight per cent");
    shop.assert_sound();
}

#[test]
fn a_buyer_is_found_again_by_phone() {
    let mut shop = Shop::new();
    let first = json!({"name": "王伟", "phone": "138 0013 8000", "address": "建国路1号"});
    let first = shop.call("buyer.save", first);
    let facts = shop.facts();
    let same = json!({"name": "王伟", "phone": "+86-138-0013-8000", "address": "建国路1号"});
    assert_eq!(shop.call("buyer.save", same)["id"], first["id"]);
    assert_eq!(shop.facts(), facts, "nothing differs, nothing is written");
    let moved = json!({"name": "王伟", "phone": "13800138000", "address": "解放路2号"});
    let moved = shop.call("buyer.save", moved);
    assert_eq!(moved["id"], first["id"]);
    assert_eq!(moved["address"], "解放路2号");
    let other = shop.call(
        "buyer.save",
        json!({"name": "王伟", "phone": "13811112444"}),
    );
    assert_ne!(
        other["id"], first["id"],
        "the same name is not the same buyer"
    );
    shop.call(
        "buyer.save",
        json!({"name": "王伟", "phone": "13824414440"}),
    );
    let found = shop.call("buyer.find", json!({"find": "ww 2444"}));
    assert_eq!(
        column(&found, "id"),
        [text(&other, "id")],
        "244 and 444 apart are not 2444"
    );
    assert_eq!(shop.bad_input("buyer.save", json!({})).1, "empty");
}

#[test]
fn a_pasted_block_tells_who_is_known() {
    let mut shop = Shop::new();
    let block =
        json!({"text": "收货人：李娜\n电话：139 1234 5678\n四川省成都市武侯区人民路12号3栋"});
    let read = shop.call("buyer.paste", block.clone());
    assert_eq!(
        (&read["name"], &read["phone"]),
        (&json!("李娜"), &json!("13912345678"))
    );
    assert_eq!(read["region"], json!(["四川省", "成都市", "武侯区", ""]));
    assert!(read["known"].is_null(), "nobody has this phone yet");
    let mut saved = read.clone();
    for extra in ["note", "doubts"] {
        saved.as_object_mut().unwrap().remove(extra);
    }
    let card = shop.call("buyer.save", saved);
    let again = shop.call("buyer.paste", block);
    assert_eq!(
        again["known"]["id"], card["id"],
        "the phone is known by now"
    );
    let noise = shop.call("buyer.paste", json!({"text": "\u{0}\u{202e}👍👍 1e9"}));
    assert!(
        noise["doubts"].is_array(),
        "any text is read, none is refused"
    );
}

fn everything(shop: &mut Shop) -> String {
    let mut all = String::new();
    for (command, input) in [
        ("buyer.find", json!({})),
        ("order.list", json!({})),
        ("facts.list", json!({})),
        ("find", json!({"text": "刘备"})),
        ("find", json!({"text": "7777"})),
    ] {
        all.push_str(&shop.call(command, input).to_string());
    }
    all
}

#[test]
fn who_asks_to_be_forgotten_is_forgotten_and_the_books_stay() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    shop.matsutake(&villager, "5kg");
    let mut order = matsutake_order("1kg");
    order["buyer"] = json!({"name": "刘备", "phone": "13877770000", "address": "桃园路3号"});
    let order = shop.call("order.place", order);
    shop.call("order.hand_over", json!({"id": order["id"]}));
    let buyer = text(&shop.call("buyer.find", json!({}))[0], "id");
    let before = everything(&mut shop);
    assert!(
        before.contains("刘备") && before.contains("桃园路"),
        "{before}"
    );

    shop.call("person.erase", json!({"id": buyer}));
    let after = everything(&mut shop);
    for word in ["刘备", "13877770000", "桃园路"] {
        assert!(!after.contains(word), "{word} is still there: {after}");
    }
    assert_eq!(
        shop.refused("person.erase", json!({"id": buyer})),
        AppError::AlreadyDone
    );
    shop.assert_sound();
    let owed = shop.call("villager.list", json!({}))[0]["owed_fen"].clone();
    assert_eq!(owed, 60_000, "what was sold was sold");
    let unknown = json!({"id": "0190163d-8694-739b-aea5-966c26f8ad91"});
    assert!(matches!(
        shop.refused("person.erase", unknown),
        AppError::NotFound { .. }
    ));

    let again = json!({"name": "刘备", "phone": "13877770000"});
    let again = shop.call("buyer.save", again);
    assert_ne!(text(&again, "id"), buyer, "who comes back is somebody new");
}

#[test]
fn a_station_keeps_a_keeper_and_names_apart() {
    let mut shop = Shop::new();
    let add = |name: &str| json!({"name": name, "role": "operator", "pin": "8426"});
    assert_eq!(
        shop.refused("operator.add", add(KEEPER)),
        AppError::NameTaken
    );
    let other = shop.call("operator.add", add("扎西"));
    assert_eq!(other["has_pin"], true);
    let keeper = shop.call("operator.list", json!({}))[0].clone();
    for change in [json!({"is_active": false}), json!({"role": "helper"})] {
        let mut input = change;
        input["id"] = keeper["id"].clone();
        assert_eq!(shop.refused("operator.change", input), AppError::LastKeeper);
    }
    let rename = json!({"id": other["id"], "name": format!(" {KEEPER} ")});
    assert_eq!(shop.refused("operator.change", rename), AppError::NameTaken);
    shop.call(
        "operator.change",
        json!({"id": other["id"], "role": "keeper"}),
    );
    shop.call(
        "operator.change",
        json!({"id": keeper["id"], "role": "operator"}),
    );
    let roles: Value = shop.call("operator.list", json!({}));
    assert_eq!(column(&roles, "role"), ["operator", "keeper"]);
    let facts = shop.call("facts.list", json!({})).to_string();
    assert!(
        !facts.contains("argon2"),
        "a PIN's verifier never becomes a fact"
    );
}
