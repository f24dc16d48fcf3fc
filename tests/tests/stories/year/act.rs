//! What an operator does, and how the station is told.

use super::House;
use super::filling::{Rule, Wish};
use super::model::{Model, PRODUCTS};
use proptest::prelude::*;
use serde_json::{Value, json};

/// One thing that is done. Orders and lots are named by their place in the reference's lists.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    /// A villager brings goods.
    Intake {
        villager: usize,
        product: usize,
        grams: i64,
    },
    /// An order of lines, paid in cash at once or not.
    Order {
        lines: Vec<Wish>,
        freight_fen: i64,
        is_paid: bool,
    },
    Confirm(usize),
    Packing(usize),
    /// The scale says so many thousandths more or less of the first line.
    Pack {
        order: usize,
        permille: i64,
    },
    HandOver(usize),
    Complete(usize),
    Cancel(usize),
    Undo(usize),
    /// The first line in another weight.
    Amend {
        order: usize,
        grams: i64,
    },
    /// Some of the first line in a parcel of its own.
    Split {
        order: usize,
        grams: i64,
    },
    Pay {
        order: usize,
        fen: i64,
    },
    /// Some of the first payment that is there goes back.
    Refund {
        order: usize,
        fen: i64,
    },
    Lose {
        lot: usize,
        grams: i64,
    },
    Count {
        lot: usize,
        grams: i64,
    },
    Days(u8),
    Restart,
}

/// What may be done next: more of what moves goods on than of what ends them.
pub(crate) fn acts(model: &Model) -> BoxedStrategy<Act> {
    let grams = prop_oneof![8 => 1i64..3_000, 1 => Just(0i64), 1 => Just(2_000_000_000)];
    let product = 0..PRODUCTS.len();
    let intake = (0usize..3, product.clone(), grams.clone());
    let intake = intake.prop_map(|(villager, product, grams)| Act::Intake {
        villager,
        product,
        grams,
    });
    if model.lots.is_empty() {
        return intake.boxed();
    }
    let order = orders(model);
    let lot = 0..model.lots.len();
    let lose = (lot.clone(), grams.clone());
    let lose = lose.prop_map(|(lot, grams)| Act::Lose { lot, grams });
    let count = (lot, 0i64..3_000).prop_map(|(lot, grams)| Act::Count { lot, grams });
    let days = (1u8..5).prop_map(Act::Days);
    if model.orders.is_empty() {
        return prop_oneof![intake, order, lose].boxed();
    }
    let one = 0..model.orders.len();
    let of = |with: fn(usize) -> Act| one.clone().prop_map(with);
    let fen = prop_oneof![8 => 1i64..200_000, 1 => Just(0i64)];
    let permille = prop_oneof![-30i64..30, Just(-400i64)];
    let pack = (one.clone(), permille);
    let pack = pack.prop_map(|(order, permille)| Act::Pack { order, permille });
    let amend = (one.clone(), 1i64..2_000);
    let amend = amend.prop_map(|(order, grams)| Act::Amend { order, grams });
    let split = (one.clone(), 0i64..1_500);
    let split = split.prop_map(|(order, grams)| Act::Split { order, grams });
    let pay = (one.clone(), fen.clone()).prop_map(|(order, fen)| Act::Pay { order, fen });
    let refund = (one.clone(), fen).prop_map(|(order, fen)| Act::Refund { order, fen });
    prop_oneof![
        6 => intake,
        6 => order,
        3 => of(Act::Confirm),
        1 => of(Act::Packing),
        4 => pack,
        4 => of(Act::HandOver),
        1 => of(Act::Complete),
        2 => of(Act::Cancel),
        1 => of(Act::Undo),
        3 => amend,
        3 => split,
        2 => pay,
        2 => refund,
        1 => lose,
        1 => count,
        1 => days,
        1 => Just(Act::Restart),
    ]
    .boxed()
}

/// Lines by every rule.
fn orders(model: &Model) -> impl Strategy<Value = Act> + use<> {
    let rule = prop_oneof![
        3 => Just(Rule::Oldest),
        1 => (0..model.lots.len()).prop_map(Rule::Chosen),
        2 => Just(Rule::InTurns),
        2 => Just(Rule::Pooled),
    ];
    let grams = prop_oneof![9 => 1i64..1_500, 1 => Just(0i64)];
    let wish = (0..PRODUCTS.len(), grams, 1i64..90_000, rule);
    let wish = wish.prop_map(|(product, grams, price_fen, rule)| Wish {
        product,
        grams,
        price_fen,
        rule,
    });
    let lines = prop::collection::vec(wish, 1..4);
    let order = (lines, 0i64..3_000, any::<bool>());
    order.prop_map(|(lines, freight_fen, is_paid)| Act::Order {
        lines,
        freight_fen,
        is_paid,
    })
}

impl Act {
    /// The command and its input.
    pub(crate) fn as_command(&self, house: &mut House) -> (&'static str, Value) {
        let id = |order: &usize| house.orders[*order].clone();
        match self {
            Self::Intake {
                villager,
                product,
                grams,
            } => (
                "lot.take_in",
                json!({"villager": house.villagers[*villager], "product": PRODUCTS[*product].0,
                    "quantity": grams}),
            ),
            Self::Order {
                lines,
                freight_fen,
                is_paid,
            } => ("order.place", ordered(house, lines, *freight_fen, *is_paid)),
            Self::Confirm(order) => ("order.step", json!({"id": id(order), "step": "confirmed"})),
            Self::Packing(order) => ("order.step", json!({"id": id(order), "step": "packing"})),
            Self::Complete(order) => ("order.step", json!({"id": id(order), "step": "completed"})),
            Self::HandOver(order) => ("order.hand_over", json!({"id": id(order)})),
            Self::Cancel(order) => ("order.cancel", json!({"id": id(order), "reason": "buyer"})),
            Self::Undo(order) => ("order.undo", json!({"id": id(order)})),
            Self::Split { order, grams } => {
                let id = id(order);
                let shown = house.till.call("order.show", json!({"id": id}));
                let first = &shown["filled"][0]["line"];
                (
                    "order.split",
                    json!({"id": id, "parts": [{"line": first, "quantity": grams}]}),
                )
            }
            Self::Pay { order, fen } => (
                "order.pay",
                json!({"id": id(order), "state": "cleared", "way": "cash", "amount": fen}),
            ),
            Self::Lose { lot, grams } => (
                "lot.lose",
                json!({"id": house.lots[*lot], "quantity": grams,
                    "kind": if grams % 2 == 0 { "spoil" } else { "shrink" }}),
            ),
            Self::Count { lot, grams } => (
                "lot.count",
                json!({"id": house.lots[*lot], "quantity": grams}),
            ),
            Self::Pack { order, permille } => {
                let id = id(order);
                ("order.pack", weighed(house, &id, *permille))
            }
            Self::Amend { order, grams } => {
                let id = id(order);
                ("order.amend", amended(house, &id, *grams))
            }
            Self::Refund { order, fen } => {
                let id = id(order);
                ("order.pay", refunded(house, &id, *fen))
            }
            Self::Days(_) | Self::Restart => unreachable!("no command"),
        }
    }
}

fn ordered(house: &House, wishes: &[Wish], freight_fen: i64, is_paid: bool) -> Value {
    let lines = wishes.iter().map(|wish| {
        let mut line = json!({"product": PRODUCTS[wish.product].0, "quantity": wish.grams,
            "price": wish.price_fen});
        match wish.rule {
            Rule::Oldest => {}
            Rule::Chosen(lot) => line["lot"] = json!(house.lots[lot]),
            Rule::InTurns => line["filling"] = json!("rotated"),
            Rule::Pooled => line["filling"] = json!("pooled"),
        }
        line
    });
    let lines: Vec<Value> = lines.collect();
    let payments = if is_paid {
        json!([{"state": "cleared", "way": "cash"}])
    } else {
        json!([])
    };
    json!({"source": "phone", "lines": lines, "shipping": freight_fen, "payments": payments})
}

/// Some of the first payment that is there goes back.
fn refunded(house: &mut House, id: &str, fen: i64) -> Value {
    let shown = house.till.call("order.show", json!({"id": id}));
    let number = |p: &Value, field: &str| p[field].as_i64().unwrap();
    let is_there =
        |p: &&Value| number(p, "amount_fen") > number(p, "refunded_fen") && p["state"] != "void";
    let first = shown["payments"].as_array().unwrap().iter().find(is_there);
    json!({"id": id, "payment": first.map(|p| p["id"].clone()), "state": "part_refunded",
        "way": "cash", "amount": fen})
}

/// What the scale says: all of the difference is in the first line's first lot.
fn weighed(house: &mut House, id: &str, permille: i64) -> Value {
    let shown = house.till.call("order.show", json!({"id": id}));
    let mut rows = Vec::new();
    for (number, line) in shown["filled"].as_array().unwrap().iter().enumerate() {
        for (at, from) in line["from"].as_array().unwrap().iter().enumerate() {
            let mut grams = from["quantity"].as_i64().unwrap();
            if number == 0 && at == 0 {
                grams = Model::weighed(grams, permille);
            }
            rows.push(json!({"line": line["line"], "lot": from["lot"], "weight": grams}));
        }
    }
    json!({"id": id, "weighed": rows})
}

fn amended(house: &mut House, id: &str, grams: i64) -> Value {
    let shown = house.till.call("order.show", json!({"id": id}));
    let keep = shown["filled"]
        .as_array()
        .unwrap()
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let quantity = if at == 0 {
                json!(grams)
            } else {
                line["quantity"].clone()
            };
            json!({"line": line["line"], "quantity": quantity})
        });
    json!({"id": id, "keep": keep.collect::<Vec<_>>()})
}
