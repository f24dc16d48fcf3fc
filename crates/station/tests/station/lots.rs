//! Lots: what a villager brought, put right, lost and counted.

use crate::shop::{DAY_MS, HOUR_MS, NOW_MS, Shop, column, text};
use serde_json::json;
use tsong_contract::AppError;

#[test]
fn a_lot_is_taken_in_with_what_the_catalogue_knows() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let lot = shop.matsutake(&villager, "２.5公斤");
    assert_eq!(
        lot["taken_in"], 2500,
        "full-width digits and the Chinese unit are read"
    );
    assert_eq!(
        (&lot["left"], &lot["here"], &lot["held"]),
        (&json!(2500), &json!(2500), &json!(0))
    );
    assert_eq!(lot["villager_name"], "巴桑");
    assert_eq!(lot["harvested_ms"], NOW_MS, "nothing said means now");
    assert_eq!(
        lot["expires_ms"],
        NOW_MS + 48 * HOUR_MS,
        "on the shelf it keeps two days"
    );
    let chilled = json!({"villager": villager, "product": "matsutake-fresh", "quantity": 800,
        "keeping": "chilled", "harvested_ms": NOW_MS - DAY_MS, "place": "540421", "shelf": " A 3 ",
        "permit": "藏林采〔2026〕17号"});
    let chilled = shop.call("lot.take_in", chilled);
    assert_eq!(
        chilled["expires_ms"],
        NOW_MS - DAY_MS + 168 * HOUR_MS,
        "a week when cold"
    );
    assert_eq!(
        (&chilled["shelf"], &chilled["taken_in"]),
        (&json!("A 3"), &json!(800))
    );
    let frozen = json!({"villager": villager, "product": "matsutake-dried", "quantity": "1斤",
        "keeping": "frozen"});
    let frozen = shop.call("lot.take_in", frozen);
    assert_eq!(frozen["taken_in"], 500);
    let shelf_life = NOW_MS + 12_960 * HOUR_MS;
    assert_eq!(
        frozen["expires_ms"], shelf_life,
        "colder than need be keeps as long"
    );
    let cheese = json!({"villager": villager, "product": "cheese-soft", "quantity": "1"});
    let cheese = shop.call("lot.take_in", cheese);
    assert_eq!(
        cheese["keeping"], "chilled",
        "soft cheese is not left on the shelf"
    );
    assert_ne!(lot["number"], chilled["number"]);
    shop.assert_sound();
}

#[test]
fn the_same_press_twice_is_one_lot() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let draft = shop.call("draft.save", json!({"noun": "lot", "content": {}}));
    let input = json!({"id": draft["id"], "villager": villager, "product": "yak-butter",
        "quantity": "3kg"});
    let first = shop.call("lot.take_in", input.clone());
    let facts = shop.facts();
    let second = shop.call("lot.take_in", input.clone());
    assert_eq!(first, second);
    assert_eq!(shop.facts(), facts, "three kilograms are not six");
    assert_eq!(shop.call("draft.list", json!({"noun": "lot"})), json!([]));
    let other = json!({"id": villager, "villager": villager, "product": "yak-butter",
        "quantity": "3kg"});
    assert_eq!(
        shop.bad_input("lot.take_in", other).0,
        "id",
        "a villager does not become a lot"
    );
}

#[test]
fn what_cannot_be_taken_in_names_its_field() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let buyer = shop.call(
        "buyer.save",
        json!({"name": "王伟", "phone": "13800138000"}),
    );
    let good = json!({"villager": villager, "product": "matsutake-fresh", "quantity": "1kg"});
    let cases = [
        ("quantity", json!("1e9"), "not_a_number"),
        ("quantity", json!("-0"), "negative"),
        ("quantity", json!("0"), "zero"),
        ("quantity", json!(-5), "negative"),
        ("quantity", json!("99999999999999999999"), "too_large"),
        ("quantity", json!("0.0001kg"), "too_precise"),
        ("grade", json!("z-9"), "not_in_list"),
        ("keeping", json!("warm"), "not_in_list"),
        ("place", json!("999999"), "place_unknown"),
        ("villager", json!("巴桑"), "bad_id"),
        ("photo", json!("xyz"), "bad_id"),
        ("harvested_ms", json!(NOW_MS + 2 * DAY_MS), "in_the_future"),
        ("harvested_ms", json!(i64::MIN), "too_early"),
    ];
    for (field, value, why) in cases {
        let mut input = good.clone();
        input[field] = value.clone();
        let blamed = shop.bad_input("lot.take_in", input);
        assert_eq!(blamed, (field.to_owned(), why.to_owned()), "for {value}");
    }
    let mut warm = good.clone();
    warm["product"] = json!("cheese-soft");
    warm["keeping"] = json!("ambient");
    assert_eq!(shop.bad_input("lot.take_in", warm).1, "spoils");
    let unknown = [
        ("villager", buyer["id"].clone()),
        ("product", json!("unobtainium")),
    ];
    for (field, value) in unknown {
        let mut input = good.clone();
        input[field] = value;
        let error = shop.refused("lot.take_in", input);
        assert!(
            matches!(error, AppError::NotFound { .. }),
            "{field}: {error:?}"
        );
    }
    let mut photo = good;
    photo["photo"] = json!("1".repeat(64));
    photo["thumbnail"] = json!("2".repeat(64));
    let error = shop.refused("lot.take_in", photo);
    assert!(
        matches!(error, AppError::NotFound { .. }),
        "a photo that nobody has: {error:?}"
    );
}

#[test]
fn a_dead_clock_does_not_stop_an_intake() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    shop.wall.set(0);
    let lot = shop.matsutake(&villager, "1kg");
    assert!(
        lot["harvested_ms"].as_i64().unwrap() >= NOW_MS,
        "1970 is not believed"
    );
    let said = NOW_MS + 20 * DAY_MS;
    let input = json!({"villager": villager, "product": "yak-butter", "quantity": "1kg",
        "harvested_ms": said});
    let told = shop.call("lot.take_in", input);
    assert_eq!(
        told["harvested_ms"], said,
        "the person knows the day, the clock does not"
    );
}

#[test]
fn a_wrong_intake_is_put_right_with_its_reason() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let id = text(&shop.matsutake(&villager, "50kg"), "id");
    let no_reason = json!({"id": id, "quantity": "5kg", "reason": " \u{200e}"});
    assert_eq!(shop.bad_input("lot.correct", no_reason).0, "reason");
    let correct =
        |quantity: &str| json!({"id": id, "quantity": quantity, "reason": "多打了一个零"});
    let right = shop.call("lot.correct", correct("5kg"));
    assert_eq!(
        (&right["taken_in"], &right["left"]),
        (&json!(5000), &json!(5000))
    );
    let again = shop.call("lot.correct", correct("5.2kg"));
    assert_eq!(
        again["taken_in"], 5200,
        "a second correction starts from the first"
    );
    assert_eq!(shop.lot_row(&id)["taken_in"], 5200);
    assert_eq!(shop.bad_input("lot.correct", correct("5.2kg")).1, "zero");

    shop.order("5kg");
    let error = shop.refused("lot.correct", correct("4kg"));
    assert!(
        matches!(
            error,
            AppError::NotEnoughStock {
                asked: 1200,
                available: 200,
                ..
            }
        ),
        "five kilograms are promised: {error:?}"
    );
    let words = error.sentence(tsong_contract::wording::Language::Zh);
    assert!(
        words.contains("鲜松茸"),
        "the sentence names the goods: {words}"
    );
    shop.assert_sound();

    let twice = text(&shop.matsutake(&villager, "1kg"), "id");
    let nothing = json!({"id": twice, "quantity": "0", "reason": "记了两次"});
    assert_eq!(
        shop.call("lot.correct", nothing)["left"],
        0,
        "a lot can turn out to be none"
    );
    let listed = column(&shop.call("lot.list", json!({})), "id");
    assert_eq!(listed, [id], "and is no longer listed");
}

#[test]
fn only_what_is_free_can_be_lost() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let id = text(&shop.matsutake(&villager, "3kg"), "id");
    shop.order("2kg");
    let lose = |quantity: &str, kind: &str| json!({"id": id, "quantity": quantity, "kind": kind});
    let lost = shop.call("lot.lose", lose("400g", "spoil"));
    assert_eq!((&lost["left"], &lost["here"]), (&json!(2600), &json!(600)));
    shop.call("lot.lose", lose("600g", "shrink"));
    let error = shop.refused("lot.lose", lose("1g", "spoil"));
    assert!(
        matches!(error, AppError::NotEnoughStock { available: 0, .. }),
        "{error:?}"
    );
    assert_eq!(shop.bad_input("lot.lose", lose("1g", "eaten")).0, "kind");
    assert_eq!(
        shop.lot_row(&id)["taken_in"],
        3000,
        "a loss is no correction"
    );
    shop.assert_sound();
}

#[test]
fn lots_are_listed_by_product_villager_and_text() {
    let mut shop = Shop::new();
    let (basang, tashi) = (shop.villager("巴桑"), shop.villager("扎西"));
    let first = text(&shop.matsutake(&basang, "1kg"), "id");
    let second = text(&shop.matsutake(&tashi, "2kg"), "id");
    let butter = json!({"villager": tashi, "product": "yak-butter", "quantity": "5"});
    let butter = text(&shop.call("lot.take_in", butter), "id");
    let mut ids = |input| column(&shop.call("lot.list", input), "id");
    assert_eq!(
        ids(json!({})),
        [first.as_str(), second.as_str(), butter.as_str()]
    );
    assert_eq!(
        ids(json!({"product": "matsutake-fresh"})),
        [first.as_str(), second.as_str()]
    );
    assert_eq!(
        ids(json!({"villager": tashi})),
        [second.as_str(), butter.as_str()]
    );
    let both = json!({"villager": tashi, "product": "yak-butter"});
    assert_eq!(ids(both), [butter.as_str()]);
    assert_eq!(ids(json!({"find": "扎西 松茸"})), [second.as_str()]);
    assert_eq!(ids(json!({"find": "zx", "limit": 1})), [second.as_str()]);
    assert_eq!(ids(json!({"find": "འབྲི་མར"})), [butter.as_str()]);
    assert_eq!(
        shop.bad_input("lot.list", json!({"villager": "扎西"})).0,
        "villager"
    );
}
