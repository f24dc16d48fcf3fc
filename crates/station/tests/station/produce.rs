//! Products of the catalogue, products of the station's own, places.

use crate::shop::{Shop, column};
use serde_json::json;
use tsong_contract::AppError;

#[test]
fn products_are_found_in_every_script() {
    let mut shop = Shop::new();
    for text in ["松茸", "xsr", "མཱ", "matsutake", "SR"] {
        let found = shop.call("product.list", json!({"find": text}));
        if text == "མཱ" {
            assert_eq!(
                found,
                json!([]),
                "a syllable that no product has finds nothing"
            );
            continue;
        }
        let keys = column(&found, "key");
        assert!(
            keys.contains(&"matsutake-fresh".to_owned()),
            "{text} finds {keys:?}"
        );
    }
    for (text, key) in [
        ("འབྲི་མར", "yak-butter"),
        ("酥油", "yak-butter"),
        ("qk", "barley-grain"),
    ] {
        let keys = column(&shop.call("product.list", json!({"find": text})), "key");
        assert!(keys.contains(&key.to_owned()), "{text} finds {keys:?}");
    }
    let all = shop.call("product.list", json!({}));
    let keys = column(&all, "key");
    assert!(
        keys.len() >= 40,
        "the region sells more than {} products",
        keys.len()
    );
    let page = shop.call("product.list", json!({"limit": 2, "after": keys[2]}));
    assert_eq!(
        column(&page, "key"),
        keys[3..5],
        "a list goes on where it stopped"
    );
    assert_eq!(all[0]["measure"], "weight");
    assert!(all[0]["grades"].as_array().unwrap().len() > 1);
    assert_eq!(
        shop.call("product.list", json!({"find": "\"*\" NEAR("})),
        json!([])
    );
}

#[test]
fn a_product_of_ones_own_is_added_and_renamed() {
    let mut shop = Shop::new();
    let mut input = json!({"key": "nettle-tea", "names": {"zh-CN": "荨麻茶", "bo": "ཟྭ་ཇ"},
        "measure": "weight"});
    let added = shop.call("product.save", input.clone());
    assert_eq!(added["is_own"], true);
    let facts = shop.facts();
    shop.call("product.save", input.clone());
    assert_eq!(
        shop.facts(),
        facts,
        "saving what is known already writes nothing"
    );
    input["names"]["en"] = json!("Nettle  tea\u{202e}");
    shop.call("product.save", input.clone());
    let found = shop.call("product.list", json!({"find": "nettle"}));
    assert_eq!(
        found[0]["names"],
        json!({"zh-CN": "荨麻茶", "bo": "ཟྭ་ཇ", "en": "Nettle tea"})
    );

    input["measure"] = json!("piece");
    shop.call("product.save", input.clone());
    let villager = shop.villager("巴桑");
    let lot = json!({"villager": villager, "product": "nettle-tea", "quantity": "12"});
    let lot = shop.call("lot.take_in", lot);
    assert_eq!(
        (&lot["measure"], &lot["left"]),
        (&json!("piece"), &json!(12))
    );
    assert_eq!(
        lot["expires_ms"],
        json!(null),
        "nobody knows how long it keeps"
    );
    input["measure"] = json!("weight");
    let (field, _) = shop.bad_input("product.save", input);
    assert_eq!(
        field, "measure",
        "twelve packets do not become twelve grams"
    );
    shop.assert_sound();
}

#[test]
fn a_product_that_cannot_be_saved_says_why() {
    let mut shop = Shop::new();
    let product = |key: &str, name: &str, measure: &str| json!({"key": key, "names": {"zh-CN": name}, "measure": measure});
    let taken = shop.refused("product.save", product("yak-butter", "酥油", "weight"));
    assert_eq!(
        taken,
        AppError::NameTaken,
        "a key of the catalogue stays the catalogue's"
    );
    for (input, field) in [
        (product("Tea", "茶", "weight"), "key"),
        (product("-tea", "茶", "weight"), "key"),
        (product("", "茶", "weight"), "key"),
        (product(&"t".repeat(41), "茶", "weight"), "key"),
        (product("tea", "\u{200b} ", "weight"), "names"),
        (product("tea", "茶", "litre"), "measure"),
    ] {
        assert_eq!(shop.bad_input("product.save", input).0, field);
    }
}

#[test]
fn places_are_found_before_anybody_has_signed_in() {
    let find = |input: serde_json::Value| {
        let input = serde_json::from_value(input).unwrap();
        serde_json::to_value(tsong_station::produce::place_find(&input).unwrap()).unwrap()
    };
    let found = find(json!({"find": "林芝 巴河", "limit": 3}));
    assert_eq!(found[0]["name"], "巴河镇");
    assert_eq!(found[0]["level"], "town");
    assert_eq!(found[0]["path"][0], "西藏自治区");
    let code = find(json!({"find": found[0]["code"], "limit": 1}));
    assert_eq!(code[0], found[0], "a place is found by its code");
    let provinces = find(json!({}));
    assert!(
        provinces
            .as_array()
            .unwrap()
            .iter()
            .all(|p| p["level"] == "province")
    );
    assert!(
        provinces.as_array().unwrap().len() > 30,
        "no text asks for the provinces"
    );
}
