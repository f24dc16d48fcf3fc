//! People who were put down twice: joined, parted, told apart.

use crate::shop::{Shop, text};
use serde_json::{Value, json};

fn named(shop: &mut Shop, name: &str, phone: &str) -> String {
    let added = shop.call("villager.add", json!({"name": name, "phone": phone}));
    text(&added, "id")
}

fn villagers(shop: &mut Shop) -> Vec<Value> {
    let all = shop.call("villager.list", json!({"find": ""}));
    all.as_array().unwrap().clone()
}

fn alike_tasks(shop: &mut Shop) -> usize {
    let all = shop.call("task.list", json!({}));
    let alike = |t: &&Value| text(t, "kind").starts_with("alike_");
    all.as_array().unwrap().iter().filter(alike).count()
}

#[test]
fn one_villager_under_two_names_is_one_account_and_can_be_two_again() {
    let mut shop = Shop::new();
    let first = named(&mut shop, "巴桑", "13900000001");
    let second = named(&mut shop, "巴桑次仁", "139 0000 0001");
    assert_eq!(
        alike_tasks(&mut shop),
        1,
        "one telephone: somebody is asked"
    );
    for villager in [&first, &second] {
        shop.matsutake(villager, "1kg");
        let order = text(&shop.order("1kg"), "id");
        shop.call("order.hand_over", json!({"id": order}));
    }
    shop.matsutake(&second, "2kg");

    shop.call("person.join", json!({"id": second, "other": first}));
    let all = villagers(&mut shop);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0]["owed_fen"], 2 * 60_000, "what is owed is added up");
    assert_eq!(all[0]["lots"], 3);
    assert_eq!(all[0]["twins"]["same"][0]["id"], json!(second));
    assert_eq!(alike_tasks(&mut shop), 0);
    let lots = shop.call("lot.list", json!({"villager": first}));
    assert_eq!(
        lots.as_array().unwrap().len(),
        1,
        "goods stand under one name"
    );
    let order = shop.order("1kg");
    assert_eq!(
        order["filled"][0]["from"][0]["villager"],
        json!(first),
        "and are paid to one"
    );

    assert_eq!(
        shop.bad_input("person.join", json!({"id": first, "other": second})),
        ("other".to_owned(), "twice".to_owned()),
        "no circle is made by hand"
    );
    shop.call("person.join", json!({"id": second}));
    let all = villagers(&mut shop);
    assert_eq!(all.len(), 2, "parted again");
    assert!(
        all.iter().all(|v| v["owed_fen"] == 60_000),
        "each has what is their own"
    );
    assert_eq!(alike_tasks(&mut shop), 1);
    shop.call("person.apart", json!({"id": first, "other": second}));
    assert_eq!(alike_tasks(&mut shop), 0, "nobody asks again");
    shop.call("villager.change", json!({"id": second, "name": "巴桑次仁"}));
    assert_eq!(alike_tasks(&mut shop), 0);
    shop.assert_sound();
}

#[test]
fn a_buyer_of_two_pcs_is_one_with_all_orders_and_is_forgotten_whole() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    shop.matsutake(&villager, "9kg");
    let mut ids = Vec::new();
    for (name, phone) in [("李建国", "13812341234"), ("李建国", "13812345678")] {
        let mut order = crate::shop::matsutake_order("1kg");
        order["buyer"] = json!({"name": name, "phone": phone});
        let placed = shop.call("order.place", order);
        ids.push(text(&placed, "buyer_id"));
    }
    shop.call("person.join", json!({"id": ids[1], "other": ids[0]}));
    let list = shop.call("buyer.list", json!({"find": "", "offset": 0, "limit": 10}));
    assert_eq!(
        (&list["total"], &list["rows"][0]["orders"]),
        (&json!(1), &json!(2))
    );
    let shown = shop.call("buyer.show", json!({"id": ids[1]}));
    assert_eq!(shown["id"], json!(ids[0]), "who stands for both is shown");
    assert_eq!(shown["last"].as_array().unwrap().len(), 2);
    let found = shop.call(
        "buyer.paste",
        json!({"text": "李建国 13812345678 北京市朝阳区"}),
    );
    assert_eq!(
        found["known"]["id"],
        json!(ids[0]),
        "either telephone finds the one"
    );

    shop.call("person.erase", json!({"id": ids[0]}));
    let found = shop.call(
        "buyer.paste",
        json!({"text": "李建国 13812345678 北京市朝阳区"}),
    );
    assert!(found.get("known").is_none(), "nothing of either is left");
    shop.assert_sound();
}
