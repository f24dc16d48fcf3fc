//! Two people changed the same thing without knowing of each other: a person chooses.

use crate::shop::{NOW_MS, Shop, column, text};
use serde_json::json;
use tsong_contract::AppError;
use tsong_domain::fact::{Actor, Body, Draft};
use tsong_domain::field::{FieldWrite, Fields, Personal, Value};
use tsong_domain::id::EntityId;
use tsong_station::fault::Fault;
use tsong_station::work::Work;

/// Writes a field as somebody does who has seen nothing of it.
fn unaware(
    shop: &Shop,
    noun: &str,
    id: &str,
    field: &str,
    value: Value,
    personal: Option<Personal>,
) {
    let entity: EntityId = id.parse().unwrap();
    shop.beside(|store| {
        let written = store.write(|db| {
            let mut work = Work::begin(db, Actor::Station, NOW_MS + 1000)?;
            work.write_one(Draft {
                entity,
                body: Body::Field(FieldWrite {
                    noun: noun.to_owned(),
                    writes: vec![Fields::new().write(field, value)],
                    at_ms: None,
                }),
                personal,
            });
            work.finish()?;
            Ok::<(), Fault>(())
        });
        assert!(written.is_ok());
    });
}

#[test]
fn both_prices_of_a_listing_are_shown_and_one_is_chosen() {
    let mut shop = Shop::new();
    let id = shop.listing("matsutake-fresh", "a-5-7", "380");
    assert_eq!(
        shop.call("listing.show", json!({"id": id}))["values"],
        json!([])
    );
    unaware(&shop, "listing", &id, "price_fen", Value::Int(42_000), None);
    let shown = shop.call("listing.show", json!({"id": id}));
    assert_eq!(shown["contested"], json!(["price_fen"]));
    let price = &shown["values"][0];
    assert_eq!(price["field"], "price");
    let prices: Vec<i64> = price["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|value| value["change"]["price"].as_i64().unwrap())
        .collect();
    assert_eq!(prices, [42_000, 38_000], "what is shown stands first");
    assert_eq!(column(&price["values"], "actor"), ["station", "卓玛"]);
    let waits = shop.call("task.list", json!({}));
    assert_eq!(
        (&waits[0]["kind"], &waits[0]["id"]),
        (&json!("contested"), &json!(id))
    );

    let chosen = shop.call("listing.change", price["values"][0]["change"].clone());
    assert_eq!(
        chosen["contested"],
        json!([]),
        "choosing what is shown settles it, too"
    );
    assert_eq!(chosen["price_fen"], 42_000);
    assert_eq!(shop.call("task.list", json!({})), json!([]));
    shop.assert_sound();
}

#[test]
fn a_persons_contact_is_chosen_with_its_section() {
    let mut shop = Shop::new();
    let id = shop.villager("扎西");
    let other = Personal {
        name: "扎西顿珠".to_owned(),
        phone: "13800138000".to_owned(),
        ..Personal::default()
    };
    unaware(
        &shop,
        "villager",
        &id,
        "contact",
        Value::Personal,
        Some(other),
    );
    let shown = shop.call("contested.show", json!({"id": id}));
    assert_eq!(shown[0]["field"], "contact");
    let values = &shown[0]["values"];
    assert_eq!(values[0]["value"]["name"], "扎西顿珠");
    assert_eq!(
        values[0]["value"]["phone"], "138****8000",
        "masked as everywhere"
    );
    assert_eq!(values[1]["value"]["name"], "扎西");
    let choose = json!({"id": id, "field": "contact", "fact": values[1]["fact"]});
    shop.call("contested.choose", choose.clone());
    let row = shop.call("villager.list", json!({}))[0].clone();
    assert_eq!(
        (text(&row, "name"), &row["contested"]),
        ("扎西".to_owned(), &json!([]))
    );
    assert_eq!(shop.call("contested.show", json!({"id": id})), json!([]));
    assert_eq!(
        shop.refused("contested.choose", choose),
        AppError::AlreadyDone
    );
    shop.assert_sound();
}

#[test]
fn who_may_not_change_a_thing_does_not_choose() {
    let mut shop = Shop::new();
    let id = shop.listing("matsutake-fresh", "a-5-7", "380");
    unaware(
        &shop,
        "listing",
        &id,
        "state",
        Value::Text("paused".to_owned()),
        None,
    );
    let shown = shop.call("contested.show", json!({"id": id}));
    let choose = json!({"id": id, "field": "state", "fact": shown[0]["values"][1]["fact"]});
    shop.sign_in_as("次仁", "helper");
    let error = shop.refused("contested.choose", choose.clone());
    assert!(matches!(error, AppError::NotAllowed { .. }), "{error:?}");
    shop.sign_in_keeper();
    let mut unknown = choose.clone();
    unknown["fact"] = json!("00000000000000aa-7");
    let error = shop.refused("contested.choose", unknown);
    assert!(
        matches!(error, AppError::NotFound { .. } | AppError::BadInput { .. }),
        "a value that nobody wrote: {error:?}"
    );
    shop.call("contested.choose", choose);
    assert_eq!(shop.call("listing.list", json!({}))[0]["state"], "on_sale");
}
