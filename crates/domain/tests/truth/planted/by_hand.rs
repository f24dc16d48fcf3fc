//! Planted mistakes that a history written by hand catches.

use super::{counting, every_cancel_gives_back, late_grants_count, settling};
use crate::concurrent::interleavings;
use crate::log::{A, B, Log, holder, lot, order, origin, placing};
use crate::view::{Rules, TRUE_RULES, View};
use crate::world::check::check_postings;
use std::collections::BTreeSet;
use tsong_domain::fact::{Body, Fact};
use tsong_domain::field::{FieldWrite, Fields, Resolved, Value, Version, Write, resolve};
use tsong_domain::id::{EntityId, FactId, Origin};
use tsong_domain::mark::{MarkKind, Shelf};
use tsong_domain::order::Order;
use tsong_domain::order::settle::{Settled, World};
use tsong_domain::posting::{Posting, of_order};
use tsong_domain::stock::decide;
use tsong_domain::time::Hlc;

/// The lost disk granted 2 of 3; the new one took over, counted and sold all 3; then a stick brings
/// the grant. What the hub may still sell of it, by `rules`.
fn quota_after_a_late_grant(rules: Rules) -> i64 {
    let (a0, a1, grams) = (
        origin(A, 0),
        origin(A, 1),
        tsong_domain::quantity::Quantity::new,
    );
    let mut log = Log::default();
    let last = log.movement(a0, decide::intake(A, lot(1), grams(3)).unwrap());
    let ready = tsong_domain::stock::Readiness::default();
    let cells = View::of(&log.facts).cells.remove(&lot(1)).unwrap();
    log.movement(
        a0,
        decide::grant(&cells, A, &ready, lot(1), grams(2)).unwrap(),
    );
    let takes = tsong_domain::fact::Takes {
        device: A,
        closed: vec![last],
    };
    log.write(a1, EntityId::NIL, Body::Takes(takes));
    log.movement(
        a1,
        decide::count(&cells, A, lot(1), grams(3), vec![last]).unwrap(),
    );
    log.placed(a1, order(1), placing(lot(1), holder(A), A, 3));
    let view = View::under(rules, &log.facts);
    view.share(lot(1), holder(crate::log::HUB), Shelf::Device(A))
}

#[test]
fn a_late_grant_does_not_sell_what_the_new_disk_sold() {
    assert_eq!(quota_after_a_late_grant(TRUE_RULES), 0);
    let wrong = quota_after_a_late_grant(counting(late_grants_count));
    assert_eq!(
        wrong, 2,
        "the mutant lets the hub promise two grams a second time"
    );
}

/// Two PCs cancel one order of 2: what everybody may promise afterwards, by `rules`.
fn free_after_two_cancels(rules: Rules) -> Result<(), String> {
    let (a, b, id) = (origin(A, 0), origin(B, 0), order(1));
    let mut log = Log::default();
    log.movement(
        a,
        decide::intake(A, lot(1), tsong_domain::quantity::Quantity::new(3)).unwrap(),
    );
    let placed = log.placed(a, id, placing(lot(1), holder(A), A, 2));
    log.mark(a, id, MarkKind::Cancelled, &[placed]);
    log.mark(b, id, MarkKind::Cancelled, &[placed]);
    for told in interleavings(&log.facts) {
        let view = View::under(rules, told);
        let free = view.share(lot(1), holder(A), Shelf::Device(A));
        if free != 3 {
            return Err(format!("{free} free of 3 that lie there"));
        }
    }
    Ok(())
}

#[test]
fn a_release_counts_once_when_two_pcs_cancel() {
    assert_eq!(free_after_two_cancels(TRUE_RULES), Ok(()));
    let wrong = free_after_two_cancels(settling(every_cancel_gives_back));
    assert_eq!(
        wrong,
        Err("5 free of 3 that lie there".to_owned()),
        "the mutant gives back twice"
    );
}

/// Accrues for every hand-over instead of once.
fn accrues_each(order: &Order, settled: &Settled, world: &World) -> Vec<Posting> {
    let marks = settled.shipment.iter().flat_map(|s| &s.marks);
    marks
        .flat_map(|_| of_order(order, settled, world))
        .collect()
}

type Books = fn(&Order, &Settled, &World) -> Vec<Posting>;

/// Two PCs hand over one order of 20 yuan: what its villager gets, by `books`.
fn paid_after_two_hand_overs(books: Books) -> Result<i64, String> {
    let (a, b, id) = (origin(A, 0), origin(B, 0), order(1));
    let goods = placing(lot(1), holder(A), A, 2);
    let mut log = Log::default();
    let placed = log.placed(a, id, goods);
    log.handed(a, id, &[placed], goods);
    log.handed(b, id, &[placed], goods);
    let mut paid = BTreeSet::new();
    for told in interleavings(&log.facts) {
        let view = View::of(told);
        let postings = books(&view.orders[&id], &view.settled[&id], &view.world);
        check_postings(&postings)?;
        let villager = postings.iter().filter(|p| {
            p.account == tsong_domain::movement::Account::Villager(crate::log::villager())
        });
        paid.insert(-villager.map(|p| p.delta_fen.get()).sum::<i64>());
    }
    let only = paid.pop_first().unwrap();
    if paid.is_empty() {
        Ok(only)
    } else {
        Err("it depends on the order of delivery".to_owned())
    }
}

#[test]
fn a_villager_is_paid_once_when_two_pcs_hand_over() {
    let paid = paid_after_two_hand_overs(of_order);
    assert_eq!(paid, Ok(1900), "20 yuan less 5 %, once");
    let wrong = paid_after_two_hand_overs(accrues_each);
    assert!(
        wrong.is_err_and(|told| told.contains("twice")),
        "the mutant accrues twice"
    );
}

type Shown = fn(&[Version<Value>]) -> Option<Resolved<Value>>;

/// The later clock wins, always.
fn latest_clock_wins(versions: &[Version<Value>]) -> Option<Resolved<Value>> {
    let shown = versions.iter().max_by_key(|v| (v.time, v.fact.origin))?;
    let (fact, current) = (shown.fact, vec![shown.fact]);
    Some(Resolved {
        shown: shown.value.clone(),
        fact,
        current,
        is_contested: false,
    })
}

/// B's clock says 2099; A saw B's price and set another. What the screen shows, by `resolve`.
fn price_after_the_answer(shown: Shown) -> Result<(), String> {
    let year_2099 = Hlc::at_ms(4_070_908_800_000);
    let version = |from: Origin, time, replaces: &[FactId], fen| Version {
        fact: FactId::new(from, 2),
        time,
        replaces: replaces.to_vec(),
        value: Value::Int(fen),
    };
    let wild = version(origin(B, 0), year_2099, &[], 99_00);
    let answer = version(
        origin(A, 0),
        Hlc::at_ms(1_790_000_000_000),
        &[wild.fact],
        42_00,
    );
    for told in [[wild.clone(), answer.clone()], [answer, wild]] {
        let now = shown(&told).ok_or("no price")?;
        if now.shown != Value::Int(42_00) {
            return Err(format!("still {:?}, whatever anybody writes", now.shown));
        }
    }
    Ok(())
}

#[test]
fn a_clock_of_2099_does_not_win_for_ever() {
    assert_eq!(price_after_the_answer(resolve), Ok(()));
    let wrong = price_after_the_answer(latest_clock_wins);
    assert!(
        wrong.is_err(),
        "the mutant shows the price of 2099 for seventy years"
    );
}

#[test]
fn a_wild_clock_is_contested_while_nobody_has_answered_it() {
    let listing = EntityId([9; 16]);
    let price = |fen| {
        let field = "price_fen".to_owned();
        Write {
            field,
            value: Value::Int(fen),
            replaces: Vec::new(),
        }
    };
    let body = |fen| {
        Body::Field(FieldWrite {
            noun: "listing".to_owned(),
            writes: vec![price(fen)],
            at_ms: None,
        })
    };
    let mut log = Log::default();
    log.write(origin(A, 0), listing, body(42_00));
    let wild = log.write(origin(B, 0), listing, body(99_00));
    for fact in log
        .facts
        .iter_mut()
        .filter(|f: &&mut Fact| f.header.id == wild)
    {
        fact.header.time = Hlc::at_ms(4_070_908_800_000);
    }
    let fields: &Fields = &View::of(&log.facts).fields[&listing];
    assert_eq!(fields.int("price_fen"), Some(99_00), "it may win a display");
    assert_eq!(fields.contested(), ["price_fen"], "and a person is asked");
}
