//! Shares passed on: to the hub's quota, and carried to another device.

use crate::shop::{Shop, matsutake_order, text};
use serde_json::{Value, json};
use tsong_contract::AppError;

fn shop_with_lot(quantity: &str) -> (Shop, String) {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let id = text(&shop.matsutake(&villager, quantity), "id");
    (shop, id)
}

fn to(id: &str, quantity: &str, whom: &str) -> Value {
    json!({"id": id, "quantity": quantity, "to": whom})
}

#[test]
fn what_the_hub_may_sell_the_station_no_longer_sells() {
    let (mut shop, id) = shop_with_lot("10kg");
    let alone = shop.refused("lot.transfer", to(&id, "4kg", "hub"));
    assert_eq!(
        alone,
        AppError::NotEnrolled,
        "without a hub nobody could sell it"
    );
    shop.enrol();
    let lot = shop.call("lot.transfer", to(&id, "4kg", "hub"));
    assert_eq!(
        (&lot["here"], &lot["at_hub"], &lot["left"]),
        (&json!(6000), &json!(4000), &json!(10000))
    );
    let holders = lot["holders"].as_array().unwrap();
    let hub = holders.iter().find(|h| h["holder"] == "hub").unwrap();
    assert!(
        text(hub, "place").starts_with("device:"),
        "the quota's goods lie on this shelf"
    );
    let error = shop.refused("order.place", matsutake_order("7kg"));
    assert!(
        matches!(
            error,
            AppError::NotEnoughStock {
                available: 6000,
                ..
            }
        ),
        "{error:?}"
    );
    shop.order("6kg");
    let error = shop.refused("lot.transfer", to(&id, "1g", "hub"));
    assert!(
        matches!(error, AppError::NotEnoughStock { .. }),
        "promised once: {error:?}"
    );
    let counted = shop.call("lot.count", json!({"id": id, "quantity": "10kg"}));
    assert_eq!(
        counted["difference"], 0,
        "a count is against all holders on the shelf"
    );
    shop.assert_sound();
}

#[test]
fn carried_goods_are_nobodys_until_they_arrive() {
    let (mut shop, id) = shop_with_lot("10kg");
    let other = shop.second_device();
    let lot = shop.call("lot.transfer", to(&id, "3kg", &other));
    assert_eq!((&lot["here"], &lot["left"]), (&json!(7000), &json!(10000)));
    let counted = shop.call("lot.count", json!({"id": id, "quantity": "7kg"}));
    assert_eq!(
        counted["difference"], 0,
        "what is on the road is not missed on the shelf"
    );
    assert_eq!(
        shop.refused("order.place", matsutake_order("8kg")).code(),
        "not_enough_stock",
        "what is on the road is not sold"
    );

    let receive = |quantity: &str| json!({"id": id, "quantity": quantity});
    let error = shop.refused("lot.receive", receive("3.1kg"));
    assert!(
        matches!(
            error,
            AppError::NotEnoughStock {
                available: 3000,
                ..
            }
        ),
        "{error:?}"
    );
    shop.call("lot.receive", receive("1kg"));
    let whole = shop.call("lot.receive", receive("2kg"));
    assert_eq!(whole["here"], 10000, "it came back in two parts");
    assert_eq!(
        shop.refused("lot.receive", receive("1g")),
        AppError::AlreadyDone
    );
    shop.assert_sound();
}

#[test]
fn of_two_loads_on_the_road_one_has_to_be_named() {
    let (mut shop, id) = shop_with_lot("10kg");
    let other = shop.second_device();
    let nothing = shop.refused("lot.receive", json!({"id": id, "quantity": "1kg"}));
    assert!(
        matches!(nothing, AppError::NotFound { .. }),
        "nothing is under way: {nothing:?}"
    );
    shop.call("lot.transfer", to(&id, "1kg", &other));
    shop.call("lot.transfer", to(&id, "2kg", &format!("device:{other}")));
    let unnamed = json!({"id": id, "quantity": "1kg"});
    assert_eq!(shop.bad_input("lot.receive", unnamed).0, "transfer");
    let facts = shop.call("facts.list", json!({}));
    let transfers: Vec<&Value> = facts
        .as_array()
        .unwrap()
        .iter()
        .filter(|f| f["body"]["kind"] == "transfer")
        .map(|f| &f["id"])
        .collect();
    let named = json!({"id": id, "quantity": "2kg", "transfer": transfers[1]});
    shop.call("lot.receive", named.clone());
    assert_eq!(shop.refused("lot.receive", named), AppError::AlreadyDone);
    let rest = shop.call("lot.receive", json!({"id": id, "quantity": "1kg"}));
    assert_eq!(rest["here"], 10000, "the only one left needs no name");
    shop.assert_sound();
}

#[test]
fn goods_go_only_to_devices_of_the_station() {
    let (mut shop, id) = shop_with_lot("1kg");
    let status = shop.call("station.status", json!({}));
    let own = text(&status, "device");
    for whom in [own.as_str(), "00000000deadbeef", "杂货铺", ""] {
        assert_eq!(
            shop.bad_input("lot.transfer", to(&id, "100g", whom)).0,
            "to",
            "{whom}"
        );
    }
}
