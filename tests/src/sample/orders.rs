//! Orders: those of earlier days from another program, the morning's, and those since the sync.

use super::Desk;
use super::people::buyer;
use super::wall::now_ms;
use serde_json::{Value, json};
use std::path::Path;
use tsong_contract::AppError;

const DAY_MS: i64 = 86_400_000;

/// An order: by which way it came, what of which listing, freight in yuan, how it is paid, and how
/// far it has come.
struct Plan {
    source: &'static str,
    lines: &'static [(usize, &'static str)],
    shipping: &'static str,
    paid: (&'static str, &'static str),
    reached: Reached,
}

#[derive(Clone, Copy)]
enum Reached {
    /// More than lies here: somebody has to decide.
    Asked,
    Placed,
    Confirmed,
    Packing,
    HandedOver,
    Completed,
    Cancelled(&'static str),
}

const fn plan(
    source: &'static str,
    lines: &'static [(usize, &'static str)],
    shipping: &'static str,
    paid: (&'static str, &'static str),
    reached: Reached,
) -> Plan {
    Plan {
        source,
        lines,
        shipping,
        paid,
        reached,
    }
}

const WECHAT: (&str, &str) = ("cleared", "wechat");
const CASH: (&str, &str) = ("cleared", "cash");
const LATER: (&str, &str) = ("expected", "wechat");
const SAID: (&str, &str) = ("reported", "bank");

const MORNING: &[Plan] = &[
    plan("message", &[(0, "2斤")], "38", WECHAT, Reached::Completed),
    plan(
        "phone",
        &[(3, "2kg"), (4, "500g")],
        "22",
        WECHAT,
        Reached::Completed,
    ),
    plan("counter", &[(9, "30")], "", CASH, Reached::Completed),
    plan(
        "livestream",
        &[(0, "1kg"), (1, "500g")],
        "38",
        WECHAT,
        Reached::HandedOver,
    ),
    plan(
        "message",
        &[(5, "1.5kg")],
        "18",
        WECHAT,
        Reached::HandedOver,
    ),
    plan("message", &[(8, "250g")], "12", SAID, Reached::HandedOver),
    plan("phone", &[(6, "5kg")], "15", WECHAT, Reached::HandedOver),
    plan("livestream", &[(1, "1kg")], "38", WECHAT, Reached::Packing),
    plan("message", &[(0, "1.5kg")], "38", WECHAT, Reached::Packing),
    plan(
        "livestream",
        &[(2, "2kg")],
        "38",
        LATER,
        Reached::Cancelled("buyer"),
    ),
    plan("phone", &[(7, "25kg")], "40", LATER, Reached::Confirmed),
    plan(
        "message",
        &[(4, "1kg"), (3, "1kg")],
        "20",
        WECHAT,
        Reached::Confirmed,
    ),
];

const SINCE: &[Plan] = &[
    plan("livestream", &[(0, "500g")], "38", WECHAT, Reached::Packing),
    plan(
        "message",
        &[(1, "500g"), (3, "500g")],
        "38",
        SAID,
        Reached::Confirmed,
    ),
    plan("message", &[(2, "1kg")], "28", WECHAT, Reached::Confirmed),
    plan("counter", &[(3, "3斤")], "", CASH, Reached::HandedOver),
    plan("phone", &[(5, "500g")], "15", LATER, Reached::Placed),
    plan("message", &[(0, "1kg")], "38", WECHAT, Reached::Placed),
    plan("livestream", &[(9, "60")], "25", WECHAT, Reached::Placed),
    plan(
        "phone",
        &[(6, "10斤")],
        "18",
        LATER,
        Reached::Cancelled("too_late"),
    ),
    plan("message", &[(1, "12kg")], "60", LATER, Reached::Asked),
    plan(
        "counter",
        &[(0, "300g")],
        "",
        ("expected", "cash"),
        Reached::Placed,
    ),
];

/// Nine orders of the days before, as another program exported them.
pub(super) fn earlier(desk: &mut Desk, dir: &Path) -> Result<(), AppError> {
    const STATES: [&str; 9] = [
        "delivered",
        "delivered",
        "delivered",
        "refunded",
        "delivered",
        "shipped",
        "shipped",
        "packed",
        "paid",
    ];
    let io = |error: std::io::Error| AppError::Io {
        detail: error.to_string(),
    };
    let mut text = String::new();
    for (number, status) in (1u32..).zip(STATES) {
        let at_ms = now_ms() - i64::from(10 - number) * DAY_MS;
        text.push_str(&record(number, status, at_ms).to_string());
        text.push('\n');
    }
    let file = dir.join("earlier.jsonl");
    std::fs::write(&file, text).map_err(io)?;
    desk.call("import.run", json!({ "path": file }))?;
    std::fs::remove_file(&file).map_err(io)
}

fn record(number: u32, status: &str, at_ms: i64) -> Value {
    let who = buyer(usize::try_from(number).unwrap_or_default());
    let weight = 500 * i64::from(1 + number % 4);
    let goods = 68 * weight;
    let of = |key: &str| who.get(key).cloned().unwrap_or_default();
    let region = |at: usize| {
        who.get("region")
            .and_then(|r| r.get(at))
            .cloned()
            .unwrap_or_default()
    };
    json!({
        "id": format!("019b75b7-e000-7abc-8def-{number:012x}"), "station_id": "st-0417",
        "order_no": format!("BH-{number:05}"), "status": status,
        "buyer": { "name": of("name"), "phone": of("phone"), "province": region(0),
            "city": region(1), "county": region(2), "town": "", "address": of("address") },
        "lines": [{ "product_id": "p-001", "title": "松茸", "grade": "A 5–7 cm",
            "weight_g": weight, "unit_price_fen": 68_000, "amount_fen": goods }],
        "goods_fen": goods, "shipping_fen": 3800, "total_fen": goods + 3800, "note": "",
        "created_at": at_ms, "updated_at": at_ms,
    })
}

/// The orders before the sync.
pub(super) fn of_the_morning(desk: &mut Desk, listings: &[String]) -> Result<(), AppError> {
    for (number, plan) in MORNING.iter().enumerate() {
        play(desk, listings, number, plan)?;
    }
    Ok(())
}

/// The orders since, and one that is half typed.
pub(super) fn since_the_sync(desk: &mut Desk, listings: &[String]) -> Result<(), AppError> {
    for (number, plan) in SINCE.iter().enumerate() {
        play(desk, listings, number + 2, plan)?;
    }
    Ok(())
}

fn play(desk: &mut Desk, listings: &[String], number: usize, plan: &Plan) -> Result<(), AppError> {
    let lines: Vec<Value> = plan
        .lines
        .iter()
        .map(|(listing, quantity)| {
            json!({ "listing": listings.get(*listing), "quantity": quantity })
        })
        .collect();
    let (state, way) = plan.paid;
    let mut order = serde_json::Map::new();
    order.insert("source".to_owned(), json!(plan.source));
    order.insert("lines".to_owned(), json!(lines));
    let payments = json!([{ "state": state, "way": way }]);
    order.insert("payments".to_owned(), payments);
    if plan.source != "counter" {
        order.insert("buyer".to_owned(), buyer(number));
    }
    if !plan.shipping.is_empty() {
        order.insert("shipping".to_owned(), json!(plan.shipping));
    }
    let is_asked = matches!(plan.reached, Reached::Asked);
    order.insert("ask".to_owned(), json!(is_asked));
    let id = desk.made("order.place", Value::Object(order))?;
    let step = |step: &str| json!({ "id": id, "step": step });
    if let Reached::Cancelled(reason) = plan.reached {
        return desk
            .call("order.cancel", json!({ "id": id, "reason": reason }))
            .map(drop);
    }
    let far = match plan.reached {
        Reached::Asked | Reached::Placed | Reached::Cancelled(_) => 0,
        Reached::Confirmed => 1,
        Reached::Packing => 2,
        Reached::HandedOver => 3,
        Reached::Completed => 4,
    };
    if far > 0 {
        desk.call("order.step", step("confirmed"))?;
    }
    if far > 1 {
        desk.call("order.step", step("packing"))?;
    }
    if far > 2 {
        desk.call("order.hand_over", json!({ "id": id }))?;
    }
    if far > 3 {
        desk.call("order.step", step("completed"))?;
    }
    Ok(())
}
