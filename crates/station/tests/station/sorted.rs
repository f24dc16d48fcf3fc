//! Lists in the order of a language, and what goods are found by.

use crate::shop::{DAY_MS, HOUR_MS, NOW_MS, Shop, column, text};
use ewts::EwtsConverter;
use serde_json::json;
use tsong_contract::AppError;
use tsong_domain::text::wylie::wylie;
use tsong_station::products;

fn village(shop: &mut Shop) {
    for (name, name_bo) in [
        ("卓玛", "སྒྲོལ་མ"),
        ("白玛", "པདྨ"),
        ("次仁", "ཚེ་རིང"),
        ("阿旺", "ངག་དབང"),
        ("格桑", "སྐལ་བཟང"),
        ("扎西", "བཀྲ་ཤིས"),
    ] {
        shop.call("villager.add", json!({"name": name, "name_bo": name_bo}));
    }
}

#[test]
fn villagers_are_sorted_as_each_language_sorts() {
    let mut shop = Shop::new();
    village(&mut shop);
    let mut of = |language: &str| {
        column(
            &shop.call("villager.list", json!({"language": language})),
            "name",
        )
    };
    assert_eq!(
        of(""),
        ["卓玛", "白玛", "次仁", "阿旺", "格桑", "扎西"],
        "as they came"
    );
    assert_eq!(
        of("zh-CN"),
        ["阿旺", "白玛", "次仁", "格桑", "扎西", "卓玛"],
        "pinyin"
    );
    assert_eq!(
        of("bo"),
        ["扎西", "格桑", "卓玛", "阿旺", "白玛", "次仁"],
        "under their roots: ka, ka, ga, nga, pa, tsha"
    );
    let first = shop.call("villager.list", json!({"language": "bo", "limit": 1}));
    assert_eq!(column(&first, "name"), ["扎西"], "sorted before it is cut");
    assert_eq!(
        shop.bad_input("villager.list", json!({"language": "fr"})).0,
        "language"
    );
}

#[test]
fn a_villager_has_lots_the_last_intake_and_letters_for_a_tile() {
    let mut shop = Shop::new();
    let added = shop.call("villager.add", json!({"name": "次仁", "name_bo": "ཚེ་རིང"}));
    assert_eq!(
        (&added["initials"], &added["lots"]),
        (&json!("ཚེ"), &json!(0))
    );
    assert!(added.get("last_ms").is_none(), "nothing was brought yet");
    let id = text(&added, "id");
    shop.matsutake(&id, "1kg");
    shop.wall.forward(HOUR_MS);
    shop.matsutake(&id, "2kg");
    let row = shop.call("villager.list", json!({}))[0].clone();
    assert_eq!(
        (&row["lots"], &row["last_ms"]),
        (&json!(2), &json!(NOW_MS + HOUR_MS))
    );
}

#[test]
fn villagers_with_lots_stand_the_most_urgent_first() {
    let mut shop = Shop::new();
    let ids: Vec<String> = ["扎西", "白玛", "次仁"]
        .iter()
        .map(|n| shop.villager(n))
        .collect();
    let lot = |villager: &str, hours_ago: i64| {
        json!({"villager": villager, "product": "matsutake-fresh", "grade": "a-5-7",
            "quantity": "2kg", "keeping": "chilled", "harvested_ms": NOW_MS - hours_ago * HOUR_MS})
    };
    shop.call("lot.take_in", lot(&ids[0], 10));
    shop.call("lot.take_in", lot(&ids[0], 122));
    shop.call("lot.take_in", lot(&ids[1], 10));
    shop.call("lot.take_in", lot(&ids[2], 125));
    shop.call("lot.take_in", lot(&ids[2], 150));
    let rows = shop.call("lot.by_villager", json!({"language": "zh-CN"}));
    assert_eq!(
        column(&rows, "name"),
        ["次仁", "扎西", "白玛"],
        "five hours, eight hours, days"
    );
    assert_eq!(
        (&rows[0]["lots"], &rows[0]["urgent"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(
        rows[0]["ship_by_ms"],
        NOW_MS + 5 * HOUR_MS,
        "what is too late no longer presses"
    );
    assert_eq!(rows[1]["here_grams"], 4000);
    assert_eq!(rows[2]["urgent"], 0);
    let found = shop.call("lot.by_villager", json!({"find": "白玛"}));
    assert_eq!(column(&found, "name"), ["白玛"]);
}

#[test]
fn a_lot_is_shown_with_what_hangs_on_it() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let input = json!({"villager": villager, "product": "matsutake-fresh", "grade": "a-5-7",
        "quantity": "3kg", "place": "540421"});
    let id = text(&shop.call("lot.take_in", input), "id");
    let mut order = crate::shop::matsutake_order("1kg");
    order["buyer"] = json!({"name": "王伟", "phone": "13800138000"});
    let order = text(&shop.call("order.place", order), "id");
    let shown = shop.call("lot.show", json!({"id": id}));
    assert_eq!(shown["picture"], "matsutake.svg");
    assert!(
        text(&shown, "place_name").contains("工布江达县"),
        "{}",
        shown["place_name"]
    );
    assert_eq!(
        (&shown["orders"][0]["id"], &shown["orders"][0]["buyer"]),
        (&json!(order), &json!("王伟"))
    );
    assert_eq!(shown["orders"][0]["quantity"], 1000);
    assert_eq!(shown["under_way"], json!([]));
    assert_eq!(
        text(&shown["holders"][0], "name").len(),
        3,
        "the letters of this device"
    );
    assert_eq!(
        (&shown["life"], &shown["road_hours"]),
        (&json!("last_call"), &json!(38)),
        "two days on the shelf less the road are ten hours"
    );
    let other = shop.second_device();
    shop.call(
        "lot.transfer",
        json!({"id": id, "quantity": "500g", "to": other}),
    );
    let way = &shop.call("lot.show", json!({"id": id}))["under_way"][0];
    assert_eq!(
        (&way["quantity"], &way["is_own"]),
        (&json!(500), &json!(true))
    );
    let error = shop.refused("lot.show", json!({"id": villager}));
    assert!(matches!(error, AppError::NotFound { .. }), "{error:?}");
}

#[test]
fn the_road_is_the_catalogues_until_the_station_knows_better() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let lot = json!({"villager": villager, "product": "matsutake-fresh", "grade": "a-5-7",
        "quantity": "1kg", "keeping": "chilled"});
    let lot = shop.call("lot.take_in", lot);
    assert_eq!(lot["ship_by_ms"], NOW_MS + (168 - 38) * HOUR_MS);
    assert_eq!(lot["life"], "on_sale");
    let status = shop.call("station.status", json!({}));
    assert_eq!(
        status["road_hours"],
        json!({"ambient": 96, "chilled": 38, "frozen": 38})
    );
    assert_eq!(status["devices"], 1);
    let change = json!({"road_hours": {"ambient": 120, "chilled": 60, "frozen": 70},
        "phone": " 0894-5822123 ", "place": "540421"});
    let status = shop.call("station.change", change);
    assert_eq!(status["phone"], "0894-5822123");
    assert!(text(&status, "place_name").ends_with("工布江达县"));
    let id = text(&lot, "id");
    assert_eq!(
        shop.lot_row(&id)["ship_by_ms"],
        NOW_MS + (168 - 60) * HOUR_MS
    );
    let none = json!({"road_hours": {"ambient": 0, "chilled": 60, "frozen": 70}});
    assert_eq!(shop.bad_input("station.change", none).0, "road_hours");

    shop.wall.forward(5 * DAY_MS);
    assert_eq!(
        shop.lot_row(&id)["life"],
        "too_late",
        "it would not arrive in time"
    );
    assert!(
        shop.lot_row(&id)["here"].as_i64().unwrap() > 0,
        "who comes by may have it until it expires"
    );
    shop.order("1kg");
    assert_eq!(shop.lot_row(&id)["here"], 0);
    let honey = json!({"villager": villager, "product": "wool-raw", "quantity": "1kg"});
    if let Ok(wool) = shop.try_call("lot.take_in", honey) {
        assert_eq!(wool["life"], "keeps");
    }
}

#[test]
fn goods_carry_what_they_are_found_by() {
    let mut shop = Shop::new();
    let all = shop.call("product.list", json!({}));
    let fresh = all
        .as_array()
        .unwrap()
        .iter()
        .find(|p| p["key"] == "matsutake-fresh")
        .unwrap();
    let keys = text(fresh, "keys");
    for key in [
        "sr",
        "matsutake-fresh",
        "xsr",
        "xiansongrong",
        "be",
        "sha",
        "beshagsarpa",
    ] {
        assert!(keys.split(' ').any(|k| k == key), "{key} in {keys}");
    }
    assert_eq!(
        (&fresh["code"], &fresh["category"], &fresh["cold_chain"]),
        (&json!("SR"), &json!("fungi"), &json!("chilled"))
    );
    assert_eq!(
        fresh["keepings"],
        json!([{"keeping": "ambient", "hours": 48}, {"keeping": "chilled", "hours": 168}])
    );
    assert_eq!(
        (&fresh["season"], &fresh["in_season"]),
        (&json!([7, 8, 9]), &json!(false))
    );
    let own = json!({"key": "pigments", "names": {"zh-CN": "矿物颜料"}, "measure": "weight"});
    assert!(text(&shop.call("product.save", own), "keys").contains("kwyl"));
    let listing = shop.listing("matsutake-fresh", "a-5-7", "380");
    let listed = shop.call("listing.list", json!({}))[0].clone();
    assert_eq!(
        (text(&listed, "id"), text(&listed, "code")),
        (listing, "SR".to_owned())
    );
    assert!(text(&listed, "keys").contains("xiansongrong"));
    assert_eq!(
        (&listed["picture"], &listed["life"]),
        (&json!("matsutake.svg"), &json!("sold_out")),
        "nothing was brought"
    );
    let villager = shop.villager("巴桑");
    shop.matsutake(&villager, "1kg");
    let listed = shop.call("listing.list", json!({}))[0].clone();
    assert_eq!(listed["life"], "last_call");
    assert_eq!(listed["ship_by_ms"], NOW_MS + 10 * HOUR_MS);
    for text in ["xsr", "SR", "be sha gsar", "松茸"] {
        let found = shop.call("product.list", json!({"find": text}));
        assert!(
            column(&found, "key").contains(&"matsutake-fresh".to_owned()),
            "intake searches by {text}"
        );
    }
}

#[test]
fn products_and_listings_can_be_sorted_by_name() {
    let mut shop = Shop::new();
    let (butter, fresh) = (
        shop.listing("yak-butter", "", "96"),
        shop.listing("matsutake-fresh", "a-5-7", "380"),
    );
    let mut of = |language: &str| {
        column(
            &shop.call("listing.list", json!({"language": language})),
            "id",
        )
    };
    assert_eq!(
        of("en"),
        [fresh.clone(), butter.clone()],
        "Fresh matsutake, Yak butter"
    );
    assert_eq!(
        of("bo"),
        [fresh.clone(), butter.clone()],
        "ba, 'bri under ba-ra"
    );
    let after = json!({"language": "en", "after": fresh, "limit": 5});
    assert_eq!(column(&shop.call("listing.list", after), "id"), [butter]);
    let first = shop.call("product.list", json!({"language": "en"}));
    let names: Vec<String> = first
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["names"]["en"].as_str().unwrap().to_lowercase())
        .collect();
    assert!(names.is_sorted(), "{names:?}");
}

#[test]
fn wylie_of_every_name_in_the_catalogue_reads_back() {
    let converter = EwtsConverter::create();
    for product in &products::catalogue().unwrap().products {
        let letters = |text: &str| -> String {
            text.chars()
                .filter(|c| ('\u{f40}'..='\u{fbc}').contains(c))
                .collect()
        };
        let latin = wylie(&product.names.bo);
        let back = converter.ewts_to_unicode(&latin);
        assert_eq!(
            letters(&back),
            letters(&product.names.bo),
            "by way of {latin}"
        );
    }
}
