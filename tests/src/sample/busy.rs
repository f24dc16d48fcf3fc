//! The last weeks of a busy station: sixty villagers, and two thousand orders that it took itself.

use super::wall::{live_at, now_ms};
use super::{Desk, PLACE, goods};
use crate::records::Dice;
use serde_json::{Value, json};
use tsong_contract::AppError;

const HOUR_MS: i64 = 3_600_000;
pub(super) const DAY_MS: i64 = 24 * HOUR_MS;
/// It sells so many days before today, where the program was built before that: no clock of a
/// station goes further back.
const MOST_DAYS: i64 = 30;
const VILLAGERS: usize = 60;
const ORDERS: i64 = 2_000;
/// The last ones, at which people still work.
const OPEN: i64 = 140;

/// Halves of names, in Chinese and in Tibetan. The people are invented.
const HALVES: &[(&str, &str)] = &[
    ("扎西", "བཀྲ་ཤིས"),
    ("次仁", "ཚེ་རིང"),
    ("洛桑", "བློ་བཟང"),
    ("旦增", "བསྟན་འཛིན"),
    ("白玛", "པདྨ"),
    ("格桑", "སྐལ་བཟང"),
    ("仁青", "རིན་ཆེན"),
    ("多吉", "རྡོ་རྗེ"),
    ("索朗", "བསོད་ནམས"),
    ("卓玛", "སྒྲོལ་མ"),
    ("拉姆", "ལྷ་མོ"),
];

/// What is brought of a listing's goods, each of so many days; whether they spoil within a week.
struct Harvest {
    product: &'static str,
    grade: &'static str,
    quantity: &'static str,
    every_days: i64,
    keeping: &'static str,
    is_fresh: bool,
}

const fn harvest(
    goods: (&'static str, &'static str),
    quantity: &'static str,
    every_days: i64,
    keeping: &'static str,
    is_fresh: bool,
) -> Harvest {
    Harvest {
        product: goods.0,
        grade: goods.1,
        quantity,
        every_days,
        keeping,
        is_fresh,
    }
}

/// In the order of the sample's listings.
const HARVESTS: &[Harvest] = &[
    harvest(("matsutake-fresh", "a-5-7"), "9kg", 1, "chilled", true),
    harvest(("matsutake-fresh", "a-7-9"), "9kg", 1, "chilled", true),
    harvest(("matsutake-fresh", "c"), "9kg", 1, "chilled", true),
    harvest(("yak-butter", "first"), "90kg", 5, "chilled", false),
    harvest(("cheese-hard", "first"), "90kg", 5, "", false),
    harvest(("yak-meat-dried", "first"), "90kg", 5, "", false),
    harvest(("walnut-nyingchi", "first"), "120kg", 6, "", false),
    harvest(("barley-grain", "white"), "150kg", 6, "", false),
    harvest(("matsutake-dried", "special"), "80kg", 5, "", false),
    harvest(("tibetan-chicken-eggs", "large"), "500", 1, "", true),
];
const SHELVES: [char; 4] = ['A', 'B', 'C', 'D'];
const EGGS: usize = 9;

/// So many days before now it opens.
pub(super) fn days() -> i64 {
    ((now_ms() - tsong_station::BUILD_MS) / DAY_MS).clamp(1, MOST_DAYS)
}

/// Lives that many days, and answers the listings.
pub(super) fn weeks(desk: &mut Desk, first: &[String], days: i64) -> Result<Vec<String>, AppError> {
    let opened_ms = now_ms();
    let mut dice = Dice(60_2000);
    let villagers = villagers(desk, first)?;
    let listings = goods::listings(desk)?;
    let mut buyers: Vec<Value> = Vec::new();
    let mut fresh: Vec<(i64, String)> = Vec::new();
    let parts = 2 * MOST_DAYS / days;
    let mut taken = 0;
    for day in 0..days {
        let morning_ms = opened_ms + day * DAY_MS + HOUR_MS;
        live_at(morning_ms);
        spoil(desk, &mut fresh, day)?;
        bring(desk, &mut dice, &villagers, (day, parts, &mut fresh))?;
        let until = ORDERS * (day + 1) / days;
        let of_day = until - taken;
        for number in 0..of_day {
            live_at(morning_ms + HOUR_MS + number * 11 * HOUR_MS / of_day);
            let is_closed = taken + number < ORDERS - OPEN;
            order(desk, &mut dice, (&listings, &mut buyers), is_closed)?;
        }
        taken = until;
    }
    Ok(listings)
}

fn villagers(desk: &mut Desk, first: &[String]) -> Result<Vec<String>, AppError> {
    let mut all = first.to_vec();
    let pairs = HALVES
        .iter()
        .flat_map(|one| HALVES.iter().map(move |two| (one, two)));
    let others = pairs.filter(|(one, two)| one != two).step_by(2);
    for (number, (one, two)) in (0..VILLAGERS.saturating_sub(first.len())).zip(others) {
        let payout = ["cash", "wechat", "alipay", "bank"].get(number % 4);
        all.push(desk.made(
            "villager.add",
            json!({ "name": format!("{}{}", one.0, two.0), "name_bo": format!("{}་{}", one.1, two.1),
                "phone": format!("1398902{number:04}"), "payout": payout, "place": PLACE }),
        )?);
    }
    Ok(all)
}

/// What the villagers bring on a day, each kind by somebody else.
fn bring(
    desk: &mut Desk,
    dice: &mut Dice,
    villagers: &[String],
    (day, parts, fresh): (i64, i64, &mut Vec<(i64, String)>),
) -> Result<(), AppError> {
    for (kind, harvest) in HARVESTS.iter().enumerate() {
        if day % harvest.every_days != 0 {
            continue;
        }
        let hours = 2 + i64::try_from(dice.roll(8)).unwrap_or_default();
        let needs_permit = harvest.product.starts_with("matsutake");
        for part in 0..parts {
            let whose = dice.roll(u64::try_from(villagers.len()).unwrap_or(1));
            let id = desk.made(
                "lot.take_in",
                json!({ "villager": villagers.get(usize::try_from(whose).unwrap_or_default()),
                    "product": harvest.product, "grade": harvest.grade,
                    "quantity": harvest.quantity, "harvested_ms": now_ms() - hours * HOUR_MS,
                    "place": PLACE, "keeping": harvest.keeping,
                    "shelf": format!("{}-{:02}", SHELVES.get(kind % 4).unwrap_or(&'A'), 1 + part),
                    "permit": if needs_permit { goods::PERMIT } else { "" } }),
            )?;
            if harvest.is_fresh {
                fresh.push((day, id));
            }
        }
    }
    Ok(())
}

/// What is left of fresh goods after four days is spoilt.
fn spoil(desk: &mut Desk, fresh: &mut Vec<(i64, String)>, day: i64) -> Result<(), AppError> {
    let is_old = |(brought, _): &(i64, String)| day - brought > 3;
    for (_, id) in fresh.iter().filter(|lot| is_old(lot)) {
        let shown = desk.call("lot.show", json!({ "id": id }))?;
        let here = shown
            .get("here")
            .and_then(Value::as_i64)
            .unwrap_or_default();
        if here > 0 {
            desk.call(
                "lot.lose",
                json!({ "id": id, "quantity": here, "kind": "spoil", "reason": "变质" }),
            )?;
        }
    }
    fresh.retain(|lot| !is_old(lot));
    Ok(())
}

fn order(
    desk: &mut Desk,
    dice: &mut Dice,
    (listings, buyers): (&[String], &mut Vec<Value>),
    is_closed: bool,
) -> Result<(), AppError> {
    let lines: Vec<Value> = (0..=dice.roll(3).min(dice.roll(3)))
        .map(|_| {
            let kind = usize::try_from(dice.roll(10)).unwrap_or_default();
            let quantity = if kind == EGGS {
                10 * (1 + dice.roll(3))
            } else {
                250 * (1 + dice.roll(4))
            };
            json!({ "listing": listings.get(kind), "quantity": quantity })
        })
        .collect();
    let source = dice.word(&[
        "counter",
        "phone",
        "message",
        "message",
        "livestream",
        "livestream",
    ]);
    let mut order = json!({ "source": source, "lines": lines, "payments": [paid(dice, source)] });
    if let Some(order) = order.as_object_mut().filter(|_| source != "counter") {
        order.insert("buyer".to_owned(), buyer(dice, buyers));
        order.insert("shipping".to_owned(), json!(600 + 100 * dice.roll(30)));
    }
    let placed = desk.call("order.place", order)?;
    let id = placed.get("id").cloned().unwrap_or_default();
    live_on(desk, dice, (&id, &placed), is_closed)
}

fn buyer(dice: &mut Dice, buyers: &mut Vec<Value>) -> Value {
    let known = dice.roll(u64::try_from(buyers.len()).unwrap_or(1));
    if dice.roll(100) < 35
        && let Some(buyer) = buyers.get(usize::try_from(known).unwrap_or_default())
    {
        return buyer.clone();
    }
    let made = dice.buyer();
    let of = |key: &str| made.get(key).cloned().unwrap_or_default();
    let region = [of("province"), of("city"), of("county")];
    let buyer = json!({ "name": of("name"), "phone": of("phone"), "region": region,
        "address": of("address") });
    buyers.push(buyer.clone());
    buyer
}

fn paid(dice: &mut Dice, source: &str) -> Value {
    if source == "counter" {
        return json!({ "state": "cleared", "way": dice.word(&["cash", "cash", "wechat"]) });
    }
    let state = dice.word(&["cleared", "cleared", "cleared", "reported", "expected"]);
    let way = dice.word(&["wechat", "wechat", "alipay", "bank", "on_delivery"]);
    json!({ "state": if way == "on_delivery" { "expected" } else { state }, "way": way })
}

/// How far it came: of the older days everything is closed, of the last two all stages stand.
fn live_on(
    desk: &mut Desk,
    dice: &mut Dice,
    (id, placed): (&Value, &Value),
    is_closed: bool,
) -> Result<(), AppError> {
    let fate = dice.roll(100);
    if fate < 6 {
        let reason = dice.word(&["buyer", "too_late", "mistake"]);
        desk.call("order.cancel", json!({ "id": id, "reason": reason }))?;
        return Ok(());
    }
    let stages = 4;
    let far = if is_closed {
        stages
    } else {
        dice.roll(stages + 1)
    };
    let step = |step: &str| json!({ "id": id, "step": step });
    if far == 0 || (!is_closed && fate > 92) {
        if fate > 70 {
            let question = dice.word(&["short", "late", "unreachable", "price"]);
            desk.call("order.doubt", json!({ "id": id, "question": question }))?;
        }
        return Ok(());
    }
    desk.call("order.step", step("confirmed"))?;
    if far > 1 {
        let state = pack(desk, dice, id, placed)?;
        if state == "NeedsDecision" {
            if !is_closed {
                return Ok(());
            }
            desk.call("order.step", step("confirmed"))?;
        }
    }
    if far > 2 {
        desk.call("order.hand_over", json!({ "id": id }))?;
    }
    if far > 3 {
        desk.call("order.step", step("completed"))?;
    }
    Ok(())
}

/// A third of the orders are weighed anew when they are packed, a few grams less. Answers the state:
/// where the product allows of no difference, a person has to decide.
fn pack(desk: &mut Desk, dice: &mut Dice, id: &Value, placed: &Value) -> Result<String, AppError> {
    let goods = placed.get("goods").and_then(Value::as_array);
    let goods = goods.filter(|goods| !goods.is_empty() && dice.roll(3) == 0);
    let packed = match goods {
        None => desk.call("order.step", json!({ "id": id, "step": "packing" }))?,
        Some(goods) => {
            let weighed: Vec<Value> = goods.iter().map(|part| weigh(dice, part)).collect();
            desk.call("order.pack", json!({ "id": id, "weighed": weighed }))?
        }
    };
    let state = packed.get("state").and_then(Value::as_str);
    Ok(state.unwrap_or_default().to_owned())
}

fn weigh(dice: &mut Dice, part: &Value) -> Value {
    let held = part.get("quantity").and_then(Value::as_i64);
    let held = held.unwrap_or_default();
    let thousandths = i64::try_from(dice.roll(15)).unwrap_or_default();
    json!({ "line": part.get("line"), "lot": part.get("lot"),
        "weight": held - held * thousandths / 1000 })
}
