//! Lots and listings.

use super::{Desk, PLACE, wall::now_ms};
use serde_json::json;
use tsong_contract::AppError;

const HOUR_MS: i64 = 3_600_000;
pub(super) const PERMIT: &str = "采集许可 2026-118";

/// A lot: whose (a number of the villagers), product, grade, how much, gathered so many hours ago,
/// kept how, on which shelf.
type Lot = (
    usize,
    &'static str,
    &'static str,
    &'static str,
    i64,
    &'static str,
    &'static str,
);

const LOTS: &[Lot] = &[
    (
        0,
        "matsutake-fresh",
        "a-5-7",
        "8.4kg",
        30,
        "chilled",
        "A-01",
    ),
    (1, "matsutake-fresh", "a-5-7", "5.2kg", 6, "chilled", "A-01"),
    (2, "matsutake-fresh", "a-7-9", "6kg", 9, "chilled", "A-02"),
    (3, "matsutake-fresh", "c", "11斤", 4, "chilled", "A-03"),
    (4, "yak-butter", "first", "24kg", 60, "chilled", "B-01"),
    (4, "yak-butter", "first", "10kg", 62, "chilled", "B-01"),
    (3, "cheese-hard", "first", "9.5kg", 200, "", "B-02"),
    (5, "yak-meat-dried", "first", "14kg", 300, "", "B-03"),
    (6, "walnut-nyingchi", "first", "60斤", 500, "", "C-01"),
    (7, "barley-grain", "white", "120kg", 900, "", "C-02"),
    (1, "cordyceps", "1500-2000", "350g", 1200, "", "D-01"),
    (2, "matsutake-dried", "special", "3.6kg", 700, "", "D-02"),
    (6, "tibetan-chicken-eggs", "large", "180", 20, "", "B-04"),
];

/// Product, grade, price in yuan for a kilogram or a piece, state.
const LISTINGS: &[(&str, &str, &str, &str)] = &[
    ("matsutake-fresh", "a-5-7", "680", "on_sale"),
    ("matsutake-fresh", "a-7-9", "820", "on_sale"),
    ("matsutake-fresh", "c", "260", "on_sale"),
    ("yak-butter", "first", "96", "on_sale"),
    ("cheese-hard", "first", "120", "on_sale"),
    ("yak-meat-dried", "first", "240", "on_sale"),
    ("walnut-nyingchi", "first", "45", "on_sale"),
    ("barley-grain", "white", "9.8", "on_sale"),
    ("matsutake-dried", "special", "1480", "on_sale"),
    ("tibetan-chicken-eggs", "large", "2.5", "on_sale"),
    ("cordyceps", "1500-2000", "98000", "paused"),
];

/// Takes the lots in.
pub(super) fn lots(desk: &mut Desk, villagers: &[String]) -> Result<(), AppError> {
    for (whose, product, grade, quantity, hours, keeping, shelf) in LOTS {
        let needs_permit = product.starts_with("matsutake") || *product == "cordyceps";
        desk.call(
            "lot.take_in",
            json!({ "villager": villagers.get(*whose), "product": product, "grade": grade,
                "quantity": quantity, "harvested_ms": now_ms() - hours * HOUR_MS,
                "place": PLACE, "keeping": keeping, "shelf": shelf,
                "permit": if needs_permit { PERMIT } else { "" } }),
        )?;
    }
    Ok(())
}

/// Other prices of the first listing, and what the first villager does not sell below.
pub(super) fn prices(
    desk: &mut Desk,
    listings: &[String],
    villagers: &[String],
) -> Result<(), AppError> {
    for (source, from, until, price) in [
        ("", "5kg", "", "640"),
        ("livestream", "", "", "660"),
        ("platform", "", "", "720"),
        ("", "", "2026-05-05", "600"),
    ] {
        let mut input = json!({ "listing": listings.first(), "source": source, "until": until,
            "price": price });
        if let Some(fields) = input.as_object_mut().filter(|_| !from.is_empty()) {
            fields.insert("from".to_owned(), json!(from));
        }
        desk.call("price.set", input)?;
    }
    let (product, grade, _, _) = LISTINGS.first().copied().unwrap_or_default();
    desk.call(
        "floor.set",
        json!({ "villager": villagers.first(), "product": product, "grade": grade, "price": "600" }),
    )
    .map(drop)
}

/// Lets the hub sell some of the walnuts, and asks some of that back.
pub(super) fn grant(desk: &mut Desk) -> Result<(), AppError> {
    let lots = desk.call("lot.list", json!({ "product": "walnut-nyingchi" }))?;
    let Some(lot) = lots.get(0).and_then(|lot| lot.get("id")) else {
        return Ok(());
    };
    desk.call(
        "lot.transfer",
        json!({ "id": lot, "quantity": "8kg", "to": "hub", "until": "" }),
    )?;
    desk.call("lot.recall", json!({ "id": lot, "quantity": "3kg" }))
        .map(drop)
}

/// Offers the goods and answers the listings' ids, in the order of [`LISTINGS`].
pub(super) fn listings(desk: &mut Desk) -> Result<Vec<String>, AppError> {
    LISTINGS
        .iter()
        .map(|(product, grade, price, state)| {
            desk.made(
                "listing.add",
                json!({ "product": product, "grade": grade, "price": price, "state": state }),
            )
        })
        .collect()
}
