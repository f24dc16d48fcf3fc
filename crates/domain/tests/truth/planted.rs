//! Planted mistakes: each is a small wrong variant of a rule, and the very check that the right rule
//! passes catches it. Those that a run of the world can reach are searched for there.

use crate::concurrent::interleavings;
use crate::histories::{CALM, LOST_DISK, run};
use crate::log::{A, B, Log, holder, lot, order, origin, placing};
use crate::view::{Rules, TRUE_RULES, View, settled};
use crate::world::Config;
use crate::world::check::check_postings;
use std::collections::BTreeSet;
use tsong_domain::fact::{Body, Fact};
use tsong_domain::field::{FieldWrite, Fields, Resolved, Value, Version, Write, resolve};
use tsong_domain::id::{EntityId, FactId, Origin};
use tsong_domain::mark::{Mark, MarkKind, Shelf, Stance};
use tsong_domain::order::Order;
use tsong_domain::order::settle::{Settled, State, World};
use tsong_domain::posting::{Posting, of_order};
use tsong_domain::stock::{Cells, LotLedger, decide};
use tsong_domain::time::Hlc;

const RUNS: u64 = 4000;

/// What the random world says of a planted mistake: it must find one, and must find none without.
fn found(planted: &'static Config, right: &'static Config) -> String {
    for seed in 0..RUNS {
        if let Err((_, told)) = run(planted, seed, 40, crate::world::Village::check) {
            let healthy = run(right, seed, 40, crate::world::Village::check);
            assert!(healthy.is_ok(), "the same run under the right rule: {healthy:?}");
            return told;
        }
    }
    panic!("{RUNS} runs did not notice the mistake planted in {}", planted.name);
}

/// Somebody's cancel frees, wherever the goods lie.
fn any_cancel_frees(order: &Order, world: &World) -> Settled {
    let mut order = order.clone();
    for marked in order.marks.values_mut() {
        marked.mark.keeper = None;
    }
    settled(&order, world)
}

/// Effects by the name of the state: what needs a decision has neither gone nor is it held.
fn effects_by_name(order: &Order, world: &World) -> Settled {
    let mut settled = settled(order, world);
    if settled.state == State::NeedsDecision {
        settled.shipment = None;
        settled.holds.clear();
    }
    settled
}

/// Nothing of a lost disk is ever late.
fn nothing_is_late(order: &Order, world: &World) -> Settled {
    settled(order, &World { closed: std::collections::BTreeMap::new(), ..world.clone() })
}

/// A count forgets how far it had seen its older origins.
fn counts_see_nothing(ledger: &LotLedger, world: &World) -> Cells {
    let mut ledger = ledger.clone();
    ledger.moves.iter_mut().for_each(|m| m.saw.clear());
    ledger.cells(world)
}

/// What a lost disk passed to the hub still counts after the takeover.
fn late_grants_count(ledger: &LotLedger, world: &World) -> Cells {
    let mut ledger = ledger.clone();
    ledger.moves.iter_mut().for_each(|m| m.is_paper = false);
    ledger.cells(world)
}

/// Every cancel that knows a placing gives its grams back, one by one.
fn every_cancel_gives_back(order: &Order, world: &World) -> Settled {
    let mut settled = settled(order, world);
    if settled.shipment.is_some() {
        return settled;
    }
    let marks = || order.marks.values().map(|m| &m.mark);
    let cancels = marks().filter(|m| m.kind == MarkKind::Cancelled).count();
    let keyed = marks().filter(|m| m.stance == Stance::Hold).flat_map(|m: &Mark| &m.goods);
    for g in keyed {
        let key = tsong_domain::order::settle::EffectKey {
            line: g.line,
            lot: g.lot,
            holder: g.holder,
            place: g.place,
        };
        let left = g.quantity.get() * (1 - i64::try_from(cancels).unwrap());
        let hold = tsong_domain::order::settle::Hold {
            quantity: tsong_domain::quantity::Quantity::new(left),
            villager: g.villager,
            keepers: BTreeSet::new(),
        };
        settled.holds.insert(key, hold);
    }
    settled
}

macro_rules! planted {
    ($name:literal, $on:expr, $rules:expr) => {
        &Config { name: $name, rules: $rules, ..$on }
    };
}

const fn settling(settle: fn(&Order, &World) -> Settled) -> Rules {
    Rules { settle, ..TRUE_RULES }
}

const fn counting(cells: fn(&LotLedger, &World) -> Cells) -> Rules {
    Rules { cells, ..TRUE_RULES }
}

#[test]
fn a_cancel_that_frees_wherever_the_goods_lie_is_found() {
    const WRONG: &Config = planted!("any cancel frees", CALM, settling(any_cancel_frees));
    let told = found(WRONG, &CALM);
    assert!(told.contains("share") || told.contains("promised"), "{told}");
}

#[test]
fn effects_by_the_states_name_are_found() {
    const WRONG: &Config = planted!("effects by name", CALM, settling(effects_by_name));
    let told = found(WRONG, &CALM);
    assert!(told.contains("shelf") || told.contains("accruals"), "{told}");
}

#[test]
fn a_release_by_every_cancel_is_found() {
    const WRONG: &Config = planted!("releases twice", CALM, settling(every_cancel_gives_back));
    let told = found(WRONG, &CALM);
    assert!(!told.is_empty(), "{told}");
}

#[test]
fn a_lost_disk_whose_late_promises_hold_is_found() {
    const WRONG: &Config = planted!("nothing is late", LOST_DISK, settling(nothing_is_late));
    let told = found(WRONG, &LOST_DISK);
    assert!(told.contains("share") || told.contains("promised"), "{told}");
}

#[test]
fn a_count_that_is_charged_again_by_late_goods_is_found() {
    const WRONG: &Config = planted!("counts see nothing", LOST_DISK, counting(counts_see_nothing));
    let told = found(WRONG, &LOST_DISK);
    assert!(told.contains("shelf") || told.contains("share"), "{told}");
}

#[test]
fn a_late_grant_that_counts_is_found() {
    const WRONG: &Config = planted!("late grants count", LOST_DISK, counting(late_grants_count));
    let told = found(WRONG, &LOST_DISK);
    assert!(told.contains("share") || told.contains("promised"), "{told}");
}

#[test]
fn a_count_that_doubles_carried_goods_is_found() {
    const WRONG: &Config =
        &Config { name: "carries at once", carries_at_once: true, ..CALM };
    let told = found(WRONG, &CALM);
    assert!(told.contains("shelf") || told.contains("share"), "B counts what is to come: {told}");
}

/// Two PCs cancel one order of 2: what everybody may promise afterwards, by `rules`.
fn free_after_two_cancels(rules: Rules) -> Result<(), String> {
    let (a, b, id) = (origin(A, 0), origin(B, 0), order(1));
    let mut log = Log::default();
    log.movement(a, decide::intake(A, lot(1), tsong_domain::quantity::Quantity::new(3)).unwrap());
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
    assert_eq!(wrong, Err("5 free of 3 that lie there".to_owned()), "the mutant gives back twice");
}

/// Accrues for every hand-over instead of once.
fn accrues_each(order: &Order, settled: &Settled, world: &World) -> Vec<Posting> {
    let marks = settled.shipment.iter().flat_map(|s| &s.marks);
    marks.flat_map(|_| of_order(order, settled, world)).collect()
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
    if paid.is_empty() { Ok(only) } else { Err("it depends on the order of delivery".to_owned()) }
}

#[test]
fn a_villager_is_paid_once_when_two_pcs_hand_over() {
    let paid = paid_after_two_hand_overs(of_order);
    assert_eq!(paid, Ok(1900), "20 yuan less 5 %, once");
    let wrong = paid_after_two_hand_overs(accrues_each);
    assert!(wrong.is_err_and(|told| told.contains("twice")), "the mutant accrues twice");
}

type Shown = fn(&[Version<Value>]) -> Option<Resolved<Value>>;

/// The later clock wins, always.
fn latest_clock_wins(versions: &[Version<Value>]) -> Option<Resolved<Value>> {
    let shown = versions.iter().max_by_key(|v| (v.time, v.fact.origin))?;
    let (fact, current) = (shown.fact, vec![shown.fact]);
    Some(Resolved { shown: shown.value.clone(), fact, current, is_contested: false })
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
    let answer = version(origin(A, 0), Hlc::at_ms(1_790_000_000_000), &[wild.fact], 42_00);
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
    assert!(wrong.is_err(), "the mutant shows the price of 2099 for seventy years");
}

#[test]
fn a_wild_clock_is_contested_while_nobody_has_answered_it() {
    let listing = EntityId([9; 16]);
    let price = |fen| {
        let field = "price_fen".to_owned();
        Write { field, value: Value::Int(fen), replaces: Vec::new() }
    };
    let body = |fen| {
        Body::Field(FieldWrite { noun: "listing".to_owned(), writes: vec![price(fen)], at_ms: None })
    };
    let mut log = Log::default();
    log.write(origin(A, 0), listing, body(42_00));
    let wild = log.write(origin(B, 0), listing, body(99_00));
    for fact in log.facts.iter_mut().filter(|f: &&mut Fact| f.header.id == wild) {
        fact.header.time = Hlc::at_ms(4_070_908_800_000);
    }
    let fields: &Fields = &View::of(&log.facts).fields[&listing];
    assert_eq!(fields.int("price_fen"), Some(99_00), "it may win a display");
    assert_eq!(fields.contested(), ["price_fen"], "and a person is asked");
}
