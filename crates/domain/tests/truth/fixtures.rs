//! Histories that the executable model wrote (`fixtures/truth/make.py`), replayed: what the model
//! itself saw in each replica is what the crate and the reference see.

use crate::log::{A, B, HUB, born, device_of, header, holder, lot, origin, placing, taken};
use crate::reference::{self, Seen};
use crate::view::View;
use crate::world::compare::{self, letter_device, state_word};
use serde_json::Value;
use std::collections::BTreeMap;
use tsong_domain::fact::{Body, Fact, Takes};
use tsong_domain::id::{EntityId, FactId, Origin};
use tsong_domain::mark::{Aspect, Holder, Mark, MarkKind, Placing, Shelf};
use tsong_domain::movement::{Leg, MoveKind, Movement};
use tsong_domain::quantity::Quantity;

const HISTORIES: &str = include_str!("../fixtures/truth/histories.jsonl");

fn chars(text: &str) -> (u8, char, char) {
    let mut all = text.chars();
    let mut next = || all.next().unwrap();
    (
        u8::try_from(next().to_digit(10).unwrap()).unwrap(),
        next(),
        next(),
    )
}

fn shelf(letter: char) -> Shelf {
    if letter == 'T' {
        Shelf::Transit
    } else {
        Shelf::Device(letter_device(letter))
    }
}

fn owner(letter: char) -> Holder {
    if letter == 'T' {
        Holder::Transit
    } else {
        holder(letter_device(letter))
    }
}

fn origin_of(name: &str) -> Origin {
    let (letter, life) = name.split_at(1);
    origin(
        letter_device(letter.chars().next().unwrap()),
        life.parse().unwrap(),
    )
}

/// The model's n-th fact of an origin is ours n + 1: ours begin with the origin's birth.
fn fact_id(name: &str) -> FactId {
    let (origin, n) = name.split_once('.').unwrap();
    FactId::new(origin_of(origin), n.parse::<u64>().unwrap() + 1)
}

fn closed(of: &Value) -> Vec<FactId> {
    let pairs = of.as_object().unwrap().iter();
    pairs
        .map(|(o, n)| FactId::new(origin_of(o), n.as_u64().unwrap() + 1))
        .collect()
}

fn goods(alloc: &Value) -> Option<Placing> {
    let (number, who, place) = chars(alloc.get(0)?.as_str().unwrap());
    Some(placing(
        lot(number),
        owner(who),
        letter_device(place),
        alloc[2].as_i64().unwrap(),
    ))
}

fn order_id(name: &str) -> EntityId {
    crate::log::order(name[1..].parse().unwrap())
}

fn body(fact: &Value) -> (EntityId, Body) {
    match fact[0].as_str().unwrap() {
        "m" => {
            let word = fact[2].as_str().unwrap();
            let kind = compare::kind_of(word);
            let sees = fact[3]
                .as_str()
                .unwrap()
                .split_whitespace()
                .map(fact_id)
                .collect();
            let mut mark = Mark::new(Aspect::Fulfilment, kind, sees);
            let carried = if mark.kind == MarkKind::HandedOver {
                &fact[7]
            } else {
                &fact[4]
            };
            mark.goods = goods(carried).into_iter().collect();
            mark.keeper = carried.get(1).map(|k| letter_device(compare::char_of(k)));
            mark.before_count = fact[6] == 1;
            (order_id(fact[1].as_str().unwrap()), Body::Mark(mark))
        }
        "k" => (
            EntityId::NIL,
            Body::Takes(Takes {
                device: A,
                closed: closed(&fact[1]),
            }),
        ),
        "t" => {
            let legs = fact[2].as_array().unwrap().iter().map(|leg| {
                let (number, who, place) = chars(leg[0].as_str().unwrap());
                let delta = Quantity::new(leg[1].as_i64().unwrap());
                Leg {
                    lot: lot(number),
                    holder: owner(who),
                    place: shelf(place),
                    delta,
                }
            });
            let kind = MoveKind::from(fact[1].as_str().unwrap().to_lowercase());
            let mut movement = Movement::of(kind, legs.collect());
            movement.saw = closed(&fact[3]);
            (EntityId::NIL, Body::Move(movement))
        }
        other => panic!("a fact of kind {other}"),
    }
}

fn logs(history: &Value) -> BTreeMap<Origin, Vec<Fact>> {
    let mut logs: BTreeMap<Origin, Vec<Fact>> = BTreeMap::new();
    for device in [A, B, HUB] {
        for life in 0..2 {
            logs.insert(
                origin(device, life),
                vec![born(origin(device, life), Vec::new())],
            );
        }
    }
    for (name, facts) in history["logs"].as_object().unwrap() {
        let from = origin_of(name);
        for (sequence, fact) in (2..).zip(facts.as_array().unwrap()) {
            let (entity, body) = body(fact);
            let header = header(FactId::new(from, sequence), entity);
            logs.get_mut(&from).unwrap().push(Fact {
                header,
                body,
                personal: None,
            });
        }
    }
    logs
}

fn cells(of: &Value) -> BTreeMap<(u8, char, char), i64> {
    of.as_object()
        .unwrap()
        .iter()
        .map(|(k, g)| (chars(k), g.as_i64().unwrap()))
        .collect()
}

fn expected(view: &Value) -> Seen {
    let cell = |pair: &Value| {
        let (l, h, p) = chars(pair[0].as_str().unwrap());
        (l, h, p, pair[1].as_i64().unwrap())
    };
    let each = |of: &Value| of.as_object().unwrap().clone().into_iter();
    Seen {
        state: each(&view["state"])
            .map(|(o, s)| (o, state_word(s.as_str().unwrap())))
            .collect(),
        on_hand: cells(&view["on_hand"]),
        share: cells(&view["share"]),
        hold: each(&view["hold"])
            .map(|(o, hs)| (o, hs.as_array().unwrap().iter().map(cell).collect()))
            .collect(),
        ship: each(&view["ship"])
            .map(|(o, s)| (o, vec![cell(&s)]))
            .collect(),
    }
}

#[test]
fn the_models_own_histories_give_the_models_own_views() {
    let (mut views, mut late, mut torn) = (0, 0, 0);
    for (number, line) in HISTORIES.lines().enumerate() {
        let history: Value = serde_json::from_str(line).unwrap();
        let logs = logs(&history);
        for (at, view) in history["views"].as_array().unwrap().iter().enumerate() {
            let heard = view["heard"].as_object().unwrap();
            let births = logs.values().map(|log| &log[0]);
            let known: Vec<Fact> = births
                .chain(heard.iter().flat_map(|(name, n)| {
                    let n = usize::try_from(n.as_u64().unwrap()).unwrap();
                    logs[&origin_of(name)].iter().skip(1).take(n)
                }))
                .cloned()
                .collect();
            let model = expected(view);
            let told = format!("history {number} ({}), view {at}", history["config"]);
            let ours = compare::seen(&View::of(&known));
            assert_eq!(ours, model, "{told}: the crate sees what the model sees");
            let reference = compare::normal(reference::view(&compare::facts(&known)));
            assert_eq!(reference, model, "{told}: so does the reference");
            views += 1;
            late += model.state.values().filter(|s| **s == "LateOrder").count();
            torn += model
                .state
                .values()
                .filter(|s| **s == "NeedsDecision")
                .count();
        }
    }
    assert!(views > 1500, "the fixture is whole: {views} views");
    assert!(
        late > 50 && torn > 50,
        "it reaches lost disks ({late}) and contradictions ({torn})"
    );
}

#[test]
fn a_mark_knows_its_author_by_its_origin() {
    assert_eq!(
        device_of(origin(B, 1)),
        B,
        "a restore changes the origin, never the device"
    );
    assert_eq!(taken(2).amounts.total_fen.get(), 2300);
}
