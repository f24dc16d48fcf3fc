//! What a split refuses, in the order in which the rules look; and that every gram and every fen is
//! in one of both orders afterwards.

use super::{Decision, allowed, decided, restored};
use crate::log::{A, B, Log, holder, lot, order, origin, placing};
use crate::view::View;
use proptest::prelude::*;
use std::collections::BTreeMap;
use tsong_domain::fact::{Body, Draft};
use tsong_domain::id::EntityId;
use tsong_domain::mark::{Aspect, Mark, MarkKind, MarkMoney, PayWay, Placing};
use tsong_domain::money::Fen;
use tsong_domain::order::decide::{Decider, Part, Split};
use tsong_domain::order::payment::payments;
use tsong_domain::order::settle::settle;
use tsong_domain::order::{Amounts, Line, Order};
use tsong_domain::posting;
use tsong_domain::quantity::Quantity;
use tsong_domain::refusal::Refusal;
use tsong_domain::stock::{Readiness, decide};
use tsong_domain::text::InputError;

fn other() -> Split {
    Split {
        id: order(2),
        number: "2".to_owned(),
        shipping_fen: Fen::new(500),
        created_ms: 1,
    }
}

fn part(line: u32, quantity: i64) -> Part {
    Part {
        line,
        quantity: Quantity::new(quantity),
    }
}

#[test]
fn only_the_keeper_takes_goods_out_before_they_are_packed() {
    let one = [part(1, 1)];
    let by: Decision<'_> = &|d, o| d.split(o, &one, &other());
    assert_eq!(allowed(A, by), ["placed", "confirmed"]);
    assert_eq!(allowed(B, by), [""; 0], "the goods lie at A");
    let ready = Readiness::default();
    let at = |state, all: &[Part]| decided(A, state, &ready, &|d, o| d.split(o, all, &other()));
    assert_eq!(
        decided(A, "missing", &ready, by),
        Err(Refusal::MissingMarks)
    );
    assert_eq!(
        at("packing", &[]),
        Err(Refusal::WrongState { state: "packing" })
    );
    let lost = restored(false, &[]);
    assert_eq!(decided(B, "placed", &lost, by), Err(Refusal::NeedsTakeover));
    assert_eq!(decided(B, "placed", &ready, by), Err(Refusal::NotTheKeeper));
    let input = |error| {
        Err(Refusal::Input {
            field: "quantity",
            error,
        })
    };
    assert_eq!(at("placed", &[part(1, 0)]), input(InputError::Zero));
    assert_eq!(at("placed", &[part(1, -1)]), input(InputError::Negative));
    assert_eq!(at("placed", &[part(1, 3)]), input(InputError::TooLarge));
    assert_eq!(at("placed", &[part(9, 1)]), input(InputError::TooLarge));
    assert_eq!(
        at("placed", &[part(1, 1), part(1, 1)]),
        input(InputError::TooLarge)
    );
    assert_eq!(at("placed", &[]), Err(Refusal::NoLines), "nothing goes");
    assert_eq!(
        at("placed", &[part(1, 2)]),
        Err(Refusal::NoLines),
        "nothing stays"
    );
}

fn line(number: u32, quantity: i64, price: i64, off: i64) -> Line {
    let mut line = Line {
        line: number,
        quantity: Quantity::new(quantity),
        price_fen: Fen::new(price),
        ..crate::log::taken(1).lines.remove(0)
    };
    let agreed = line.computed_amount().unwrap().get() + off;
    line.amount_fen = Fen::new(agreed.max(0));
    line
}

fn cleared(fen: i64) -> Body {
    let mut mark = Mark::new(Aspect::Payment, MarkKind::Cleared, Vec::new());
    mark.money = Some(MarkMoney {
        amount_fen: Fen::new(fen),
        way: PayWay::Wechat,
    });
    Body::Mark(mark)
}

/// Grams by lot, holder and villager.
fn grams(orders: &[&Order], world: &tsong_domain::order::settle::World) -> BTreeMap<EntityId, i64> {
    let mut sums = BTreeMap::new();
    for order in orders {
        let settled = settle(order.marks.iter().map(|(id, m)| (*id, &m.mark)), world);
        for (key, hold) in settled.holds {
            *sums.entry(key.lot).or_default() += hold.quantity.get();
        }
    }
    sums
}

proptest! {
    #[test]
    fn every_gram_and_every_fen_is_in_one_of_both(
        lines in prop::collection::vec((1i64..40, 1i64..9_999, -50i64..50), 1..4),
        parts in prop::collection::vec(0i64..40, 3),
        paid in prop::collection::vec(1i64..200_000, 0..3),
        shipping in 0i64..3_000,
    ) {
        let (mut log, id, a0) = (Log::default(), order(1), origin(A, 0));
        let lines: Vec<Line> = (1u32..).zip(&lines).map(|(n, (q, p, off))| line(n, *q, *p, *off)).collect();
        let mut goods: Vec<Placing> = Vec::new();
        for l in &lines {
            // Each line out of two lots, so that the cut goes through the midst of a placing.
            let first = l.quantity.get() / 2;
            for (lot_number, quantity) in [(1, first), (2, l.quantity.get() - first)] {
                if quantity > 0 {
                    let one = placing(lot(lot_number), holder(A), A, quantity);
                    goods.push(Placing { line: l.line, ..one });
                }
            }
        }
        for number in [1, 2] {
            log.movement(a0, decide::intake(A, lot(number), Quantity::new(1000)).unwrap());
        }
        let mut taken = crate::log::taken(1);
        taken.amounts = Amounts::of(&lines, Fen::new(shipping)).unwrap();
        taken.lines = lines.clone();
        log.write(a0, id, Body::Order(taken));
        let mut placed = Mark::new(Aspect::Fulfilment, MarkKind::Placed, Vec::new());
        placed.keeper = Some(A);
        placed.goods = goods;
        log.write(a0, id, Body::Mark(placed));
        for fen in &paid {
            log.write(a0, id, cleared(*fen));
        }
        let known = View::of(&log.facts);
        let (world, before) = (known.world.clone(), known.orders[&id].clone());
        let readiness = Readiness::default();
        let decider = Decider { me: A, readiness: &readiness, world: &world, is_warned: false };
        let wanted: Vec<Part> = lines.iter().zip(&parts)
            .map(|(l, q)| part(l.line, (*q).min(l.quantity.get())))
            .filter(|p| p.quantity > Quantity::ZERO).collect();
        let Ok(drafts) = decider.split(&before, &wanted, &other()) else { return Ok(()); };
        for Draft { entity, body, .. } in drafts {
            log.write(a0, entity, body);
        }
        let known = View::of(&log.facts);
        let (first, second) = (known.orders[&id].clone(), known.orders[&order(2)].clone());
        prop_assert_eq!(grams(&[&before], &world), grams(&[&first, &second], &world));
        let goods_fen = |o: &Order| o.amounts().goods_fen.get();
        let cut = lines.iter().filter(|l| wanted.iter().any(|p| p.line == l.line && p.quantity < l.quantity));
        // By its price each half of a cut line is rounded once: half a fen each at most.
        let off = goods_fen(&first) + goods_fen(&second) - goods_fen(&before);
        prop_assert!(off.abs() <= i64::try_from(cut.count()).unwrap(), "{}", off);
        let there = |o: &Order| payments(o).iter().map(|p| p.amount_fen.get()).sum::<i64>();
        prop_assert_eq!(there(&first) + there(&second), paid.iter().sum::<i64>());
        let mut accounts: BTreeMap<String, i64> = BTreeMap::new();
        for o in [&first, &second] {
            let settled = settle(o.marks.iter().map(|(id, m)| (*id, &m.mark)), &world);
            for p in posting::of_order(o, &settled, &world) {
                *accounts.entry(format!("{:?}", p.account)).or_default() += p.delta_fen.get();
            }
        }
        prop_assert_eq!(accounts.values().sum::<i64>(), 0, "debits equal credits");
        let wechat = accounts.iter().find(|(name, _)| name.contains("Wechat")).map_or(0, |(_, fen)| *fen);
        prop_assert_eq!(wechat, paid.iter().sum::<i64>(), "no account has more or less");
        prop_assert!(there(&second) <= second.amounts().total_fen.get());
    }
}
