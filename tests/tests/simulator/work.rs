//! What people do at a till, whatever stands there to be done.

use crate::action::{Action, What};
use crate::dice::Dice;
use crate::photos::Photo;
use crate::till::{Till, text};
use serde_json::{Value, json};
use tsong_contract::AppError;

/// A command that may be refused.
pub(crate) type Wanted = (&'static str, Value);

/// What an action comes to at a till; `None` when there is nothing to do it with.
pub(crate) fn wanted(till: &mut Till, action: &Action, peers: &[String]) -> Option<Wanted> {
    let mut dice = Dice::new(action.pick);
    let dice = &mut dice;
    match action.what {
        What::TakeIn => Some(take_in(till, action.number, dice)),
        What::Photo => photo(till, action, dice),
        What::Place => place(till, action.number, dice),
        What::Step => on_order(till, dice, "order.step", |dice| {
            let step = *dice.one(&["confirmed", "packing", "packing", "completed"])?;
            Some(json!({"step": step}))
        }),
        What::HandOver => on_order(till, dice, "order.hand_over", |_| Some(json!({}))),
        What::Cancel => on_order(till, dice, "order.cancel", |_| {
            Some(json!({"reason": "买家不要了"}))
        }),
        What::Pay => pay(till, dice),
        What::Answer => on_order(till, dice, "order.answer", |_| Some(json!({}))),
        What::Note => on_order(till, dice, "order.change", |_| {
            Some(json!({"note": format!("备注{}", action.number)}))
        }),
        What::Grant => transfer(till, dice, &["hub".to_owned()]),
        What::Carry => transfer(till, dice, peers),
        What::Receive => receive(till, dice),
        What::Lose => {
            let (id, here) = lot(till, dice, "here")?;
            let (grams, kind) = (part(dice, here / 3), *dice.one(&["spoil", "shrink"])?);
            Some((
                "lot.lose",
                json!({"id": id, "quantity": grams, "kind": kind}),
            ))
        }
        What::Correct => {
            let (id, taken_in) = lot(till, dice, "taken_in")?;
            let grams = format!("{}g", taken_in - 10 + i64::try_from(dice.below(60)).ok()?);
            let input = json!({"id": id, "quantity": grams, "reason": "称错了"});
            Some(("lot.correct", input))
        }
        What::Count => {
            let (id, _) = lot(till, dice, "taken_in")?;
            Some(count(till, &id))
        }
        What::Listing => listing(till, action.number, dice),
        What::Villager => villager(till, action.number, dice),
        What::Choose => choose(till, dice),
        What::Erase => erase(till, dice),
        What::Newer
        | What::StickOut
        | What::StickAtHub
        | What::StickBack
        | What::Sync(_)
        | What::Crash
        | What::KeepBackup
        | What::Restore
        | What::KeepDisk
        | What::PutBack
        | What::KeepHub
        | What::RestoreHub
        | What::CrashHub
        | What::Clock(_) => None,
    }
}

fn transfer(till: &mut Till, dice: &mut Dice, to: &[String]) -> Option<Wanted> {
    let (id, here) = lot(till, dice, "here")?;
    let (grams, to) = (part(dice, here), dice.one(to)?);
    let input = json!({"id": id, "quantity": grams, "to": to});
    Some(("lot.transfer", input))
}

/// Somebody asks to be forgotten.
fn erase(till: &mut Till, dice: &mut Dice) -> Option<Wanted> {
    let rows = till.call("buyer.list", json!({"limit": 20}));
    let id = text(dice.one(rows["rows"].as_array()?)?, "id");
    Some(("person.erase", json!({"id": id})))
}

/// A command about an order that the dice choose; `more` is the rest of what it takes.
fn on_order(
    till: &mut Till,
    dice: &mut Dice,
    command: &'static str,
    more: impl FnOnce(&mut Dice) -> Option<Value>,
) -> Option<Wanted> {
    let id = order(till, dice)?;
    let mut input = more(dice)?;
    input["id"] = json!(id);
    Some((command, input))
}

/// Refusals that people meet when they want what cannot be.
pub(crate) fn is_refusal(error: &AppError) -> bool {
    match error {
        AppError::NotEnoughStock { .. }
        | AppError::WrongState { .. }
        | AppError::MissingMarks
        | AppError::NotTheKeeper
        | AppError::NeedsRecount
        | AppError::NeedsTakeover
        | AppError::AlreadyDone
        | AppError::NotEnrolled
        | AppError::NotFound { .. }
        | AppError::UndoExpired => true,
        AppError::BadInput { field, .. } => ["transfer", "to", "quantity"].contains(&&**field),
        _ => false,
    }
}

fn grams(below: u64, dice: &mut Dice) -> String {
    format!("{}g", dice.below(below) + 1)
}

/// Up to all of it, sometimes more than there is.
fn part(dice: &mut Dice, here: i64) -> String {
    let most = u64::try_from(here).unwrap_or(0).max(1);
    if dice.percent(10) {
        format!("{}g", most + 1)
    } else {
        grams(most, dice)
    }
}

fn take_in(till: &mut Till, number: u32, dice: &mut Dice) -> Wanted {
    let known = till.call("villager.list", json!({}));
    let known = dice.one(known.as_array().unwrap()).cloned();
    let villager = match known {
        Some(row) if dice.percent(50) => text(&row, "id"),
        _ => {
            let name = format!("村民{number}");
            return ("villager.add", json!({"name": name}));
        }
    };
    let input = json!({"villager": villager, "product": "matsutake-fresh", "grade": "a-5-7",
        "quantity": grams(3000, dice), "keeping": "chilled"});
    ("lot.take_in", input)
}

/// A lot and how much of it there is by a column of its row.
fn lot(till: &mut Till, dice: &mut Dice, by: &str) -> Option<(String, i64)> {
    let rows = till.call("lot.list", json!({"with_empty": true}));
    let rows: Vec<&Value> = rows.as_array()?.iter().collect();
    let with = |row: &&&Value| row[by].as_i64().unwrap_or(0) > 0;
    let some: Vec<&Value> = rows.iter().filter(with).copied().collect();
    let row = dice.one(&some)?;
    Some((text(row, "id"), row[by].as_i64()?))
}

fn order(till: &mut Till, dice: &mut Dice) -> Option<String> {
    let rows = till.call("order.list", json!({"limit": 40}));
    Some(text(dice.one(rows.as_array()?)?, "id"))
}

fn place(till: &mut Till, number: u32, dice: &mut Dice) -> Option<Wanted> {
    let (id, here) = if dice.percent(85) {
        lot(till, dice, "here")?
    } else {
        lot(till, dice, "taken_in")?
    };
    let mut input = json!({"lines": [{"product": "matsutake-fresh", "grade": "a-5-7",
        "quantity": part(dice, here / 2), "price": "600", "lot": id}]});
    if dice.percent(20) {
        input["ask"] = json!(true);
    }
    if dice.percent(60) {
        let phone = format!("1381234567{}", dice.below(4));
        input["buyer"] = json!({"name": format!("买家{number}"), "phone": phone,
            "address": "玉林南路8号"});
    }
    Some(("order.place", input))
}

fn pay(till: &mut Till, dice: &mut Dice) -> Option<Wanted> {
    let id = order(till, dice)?;
    let shown = till.call("order.show", json!({"id": id}));
    let state = *dice.one(&["reported", "cleared", "refunded"])?;
    let input = match dice.one(shown["payments"].as_array()?) {
        Some(row) if dice.percent(70) => json!({"id": id, "payment": row["id"], "state": state}),
        _ => json!({"id": id, "state": "reported", "way": "cash", "amount": 4200}),
    };
    Some(("order.pay", input))
}

fn receive(till: &mut Till, dice: &mut Dice) -> Option<Wanted> {
    let rows = till.call("lot.list", json!({"with_empty": true}));
    let ids: Vec<String> = rows.as_array()?.iter().map(|r| text(r, "id")).collect();
    let mut open = Vec::new();
    for id in ids {
        let shown = till.call("lot.show", json!({"id": id}));
        let under_way = shown["under_way"].as_array()?.clone();
        open.extend(under_way.into_iter().map(|row| (id.clone(), row)));
    }
    let (id, row) = dice.one(&open)?;
    let quantity = part(dice, row["quantity"].as_i64()?);
    let input = json!({"id": id, "quantity": quantity, "transfer": row["transfer"]});
    Some(("lot.receive", input))
}

/// The scale says what the books say: a count that finds nothing.
pub(crate) fn count(till: &mut Till, id: &str) -> Wanted {
    let shown = till.call("lot.show", json!({"id": id}));
    let here = format!("device:{}", till.me().device);
    let at = shown["holders"].as_array().unwrap().iter();
    let on_shelf: i64 = at
        .filter(|row| row["place"] == here)
        .map(|row| row["on_hand"].as_i64().unwrap())
        .sum();
    let input = json!({"id": id, "quantity": format!("{}g", on_shelf.max(0))});
    ("lot.count", input)
}

fn listing(till: &mut Till, number: u32, dice: &mut Dice) -> Option<Wanted> {
    let price = format!("{}", 300 + dice.below(400));
    let rows = till.call("listing.list", json!({}));
    match dice.one(rows.as_array()?) {
        Some(row) if dice.percent(80) => {
            let change = if dice.percent(50) {
                json!({"id": row["id"], "price": price})
            } else {
                json!({"id": row["id"], "title": {"zh": format!("松茸{number}")}})
            };
            Some(("listing.change", change))
        }
        _ => {
            let input = json!({"product": "matsutake-fresh", "grade": "a-5-7", "price": price,
                "title": {"zh": format!("松茸{number}")}, "state": "on_sale"});
            Some(("listing.add", input))
        }
    }
}

/// A picture of what is offered.
fn photo(till: &mut Till, action: &Action, dice: &mut Dice) -> Option<Wanted> {
    let rows = till.call("listing.list", json!({}));
    let [main, thumbnail] = till
        .take_photo(&Photo::of(action))
        .map(|hash| hash.to_string());
    let Some(row) = dice.one(rows.as_array()?) else {
        let input = json!({"product": "matsutake-fresh", "grade": "a-5-7", "price": "400",
            "title": {"zh": "松茸"}, "photo": main, "thumbnail": thumbnail});
        return Some(("listing.add", input));
    };
    let input = json!({"id": row["id"], "photo": main, "thumbnail": thumbnail});
    Some(("listing.change", input))
}

fn villager(till: &mut Till, number: u32, dice: &mut Dice) -> Option<Wanted> {
    let rows = till.call("villager.list", json!({}));
    let id = text(dice.one(rows.as_array()?)?, "id");
    let input = if dice.percent(50) {
        json!({"id": id, "phone": format!("1390000{number:04}")})
    } else {
        json!({"id": id, "name": format!("村民{number}")})
    };
    Some(("villager.change", input))
}

/// Chooses between two values of the first thing on which people disagree.
fn choose(till: &mut Till, dice: &mut Dice) -> Option<Wanted> {
    let mut things = till.call("listing.list", json!({})).as_array()?.clone();
    things.extend(till.call("villager.list", json!({})).as_array()?.clone());
    let contested: Vec<Value> = things
        .into_iter()
        .filter(|row| row["contested"].as_array().is_some_and(|c| !c.is_empty()))
        .collect();
    let id = text(dice.one(&contested)?, "id");
    let fields = till.call("contested.show", json!({"id": id}));
    let field = dice.one(fields.as_array()?)?;
    let value = dice.one(field["values"].as_array()?)?;
    let choice = json!({"id": id, "field": field["field"], "fact": value["fact"]});
    Some(("contested.choose", choice))
}
