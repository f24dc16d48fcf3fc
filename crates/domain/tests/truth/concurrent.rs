//! Two PCs decide at the same time; their facts arrive in every order, and again. All end the same,
//! and right.

use crate::log::{A, B, Log, holder, lot, order, origin, placing};
use crate::view::{View, settled};
use crate::world::check::check_postings;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use tsong_domain::fact::{Body, Draft, Fact};
use tsong_domain::field::{FieldWrite, Value};
use tsong_domain::id::{DeviceId, EntityId, Origin};
use tsong_domain::mark::{MarkKind, PayWay, Shelf};
use tsong_domain::money::Fen;
use tsong_domain::order::Order;
use tsong_domain::order::decide::{Decider, pay};
use tsong_domain::order::payment::payments;
use tsong_domain::order::settle::State;
use tsong_domain::quantity::Quantity;
use tsong_domain::refusal::Refusal;
use tsong_domain::stock::{Readiness, decide};

/// Every order in which facts can arrive: each origin's in their own order.
pub(crate) fn interleavings(facts: &[Fact]) -> Vec<Vec<&Fact>> {
    let mut logs: BTreeMap<Origin, Vec<&Fact>> = BTreeMap::new();
    for fact in facts {
        logs.entry(fact.header.id.origin).or_default().push(fact);
    }
    let logs: Vec<Vec<&Fact>> = logs.into_values().collect();
    let mut all = Vec::new();
    weave(&logs, &mut vec![0; logs.len()], &mut Vec::new(), &mut all);
    all
}

fn weave<'a>(
    logs: &[Vec<&'a Fact>],
    at: &mut Vec<usize>,
    told: &mut Vec<&'a Fact>,
    all: &mut Vec<Vec<&'a Fact>>,
) {
    let mut is_end = true;
    for i in 0..logs.len() {
        if let Some(fact) = logs[i].get(at[i]) {
            is_end = false;
            at[i] += 1;
            told.push(fact);
            weave(logs, at, told, all);
            told.pop();
            at[i] -= 1;
        }
    }
    if is_end {
        all.push(told.clone());
    }
}

/// What an operator can press on one order and its listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Command {
    Confirm,
    Pack,
    HandOver,
    Complete,
    Cancel,
    Undo,
    Reopen,
    Cash,
    Refund,
    Price(i64),
}

const COMMANDS: [Command; 11] = [
    Command::Confirm,
    Command::Pack,
    Command::HandOver,
    Command::Complete,
    Command::Cancel,
    Command::Undo,
    Command::Reopen,
    Command::Cash,
    Command::Refund,
    Command::Price(900),
    Command::Price(1100),
];

const LISTING: EntityId = EntityId([9; 16]);

fn decide_one(me: DeviceId, view: &View, command: Command) -> Result<Vec<Draft>, Refusal> {
    let readiness = Readiness::default();
    let decider = Decider {
        me,
        readiness: &readiness,
        world: &view.world,
        is_warned: true,
    };
    let order = &view.orders[&order(1)];
    let paid = payments(order);
    match command {
        Command::Confirm => decider.step(order, MarkKind::Confirmed),
        Command::Pack => decider.step(order, MarkKind::Packing),
        Command::Complete => decider.step(order, MarkKind::Completed),
        Command::HandOver => decider.hand_over(order),
        Command::Cancel => decider.cancel(order, "buyer"),
        Command::Undo => decider.undo(order, 1),
        Command::Reopen => decider.place(order, vec![placing(lot(1), holder(me), me, 2)]),
        Command::Cash => pay(
            order,
            paid.first(),
            MarkKind::Cleared,
            Fen::new(2300),
            PayWay::Cash,
            None,
        ),
        Command::Refund => pay(
            order,
            paid.first(),
            MarkKind::Refunded,
            Fen::new(2300),
            PayWay::Cash,
            None,
        ),
        Command::Price(fen) => {
            let fields = view.fields.get(&LISTING).cloned().unwrap_or_default();
            let writes = vec![fields.write("price_fen", Value::Int(fen))];
            let noun = "listing".to_owned();
            let write = Body::Field(FieldWrite {
                noun,
                writes,
                at_ms: None,
            });
            Ok(vec![Draft::plain(LISTING, write)])
        }
    }
}

/// An order of 2 that A placed and both know, of a lot of which each has 3.
fn start() -> Log {
    let mut log = Log::default();
    for device in [A, B] {
        let three = decide::intake(device, lot(1), Quantity::new(3)).unwrap();
        log.movement(origin(device, 0), three);
    }
    log.placed(origin(A, 0), order(1), placing(lot(1), holder(A), A, 2));
    log
}

/// What a device writes when it presses these one after another, hearing nobody. `None` when one is
/// refused.
fn write(from: DeviceId, start: &Log, commands: &[Command]) -> Option<Vec<Fact>> {
    let mut log = start.clone();
    for command in commands {
        let drafts = decide_one(from, &View::of(&log.facts), *command).ok()?;
        log.drafts(origin(from, 0), drafts);
    }
    Some(log.facts[start.facts.len()..].to_vec())
}

/// All that must hold of the end, whoever asks.
fn check(view: &View, facts: &[Fact]) -> Result<(), String> {
    let id = order(1);
    let settled = &view.settled[&id];
    let postings = view.postings(id);
    check_postings(&postings)?;
    let is_hand_over =
        |f: &Fact| matches!(&f.body, Body::Mark(mark) if mark.kind == MarkKind::HandedOver);
    let handed = facts.iter().any(is_hand_over);
    let accrued = postings
        .iter()
        .filter(|p| p.key.starts_with("accrue:"))
        .count();
    if accrued != if handed { 2 } else { 0 } {
        return Err(format!("{accrued} accruals, handed over: {handed}"));
    }
    if handed && !view.holds(id).is_empty() {
        return Err("held though it went".to_owned());
    }
    let stays = matches!(settled.state, State::Cancelled);
    if stays && !(view.holds(id).is_empty() && settled.live.is_empty()) {
        return Err("cancelled and still held".to_owned());
    }
    for device in [A, B] {
        let place = Shelf::Device(device);
        let share = view.share(lot(1), holder(device), place);
        let on_hand = view.on_hand(lot(1), holder(device), place);
        if !(0..=3).contains(&share) || !(1..=3).contains(&on_hand) {
            return Err(format!("{device}: {share} to promise, {on_hand} there"));
        }
    }
    let shipped = 6 - view.shelf(lot(1), Shelf::Device(A)) - view.shelf(lot(1), Shelf::Device(B));
    if shipped != if handed { 2 } else { 0 } {
        return Err(format!("{shipped} of 2 shipped"));
    }
    let clearings = payments(&view.orders[&id]);
    if clearings.iter().any(|p| p.refunded_fen > p.amount_fen) {
        return Err("more went back than came".to_owned());
    }
    Ok(())
}

/// Tells `later` on top of what all know, in one order, some of it twice; every step must hold.
fn told<'a>(start: &'a Log, later: &[&'a Fact]) -> Result<View, String> {
    let mut known: Vec<&Fact> = start.facts.iter().collect();
    for fact in later {
        known.push(fact);
        known.push(later[0]);
        let so_far: Vec<Fact> = known.iter().map(|f| (*f).clone()).collect();
        check(&View::of(so_far.iter()), &so_far)?;
    }
    Ok(View::of(known))
}

fn all_orders_agree(a: &[Command], b: &[Command]) -> Result<bool, String> {
    let start = start();
    let (Some(mut later), Some(from_b)) = (write(A, &start, a), write(B, &start, b)) else {
        return Ok(false);
    };
    later.extend(from_b);
    let mut first: Option<View> = None;
    for order in interleavings(&later) {
        let view = told(&start, &order)?;
        match &first {
            None => first = Some(view),
            Some(known) if *known == view => {}
            Some(known) => {
                return Err(format!(
                    "{order:?} ends otherwise: {view:?} against {known:?}"
                ));
            }
        }
    }
    Ok(true)
}

fn sequences(length: usize) -> Vec<Vec<Command>> {
    let mut all: Vec<Vec<Command>> = vec![Vec::new()];
    for _ in 0..length {
        let longer = |s: &Vec<Command>| {
            let s = s.clone();
            COMMANDS.iter().map(move |c| [s.as_slice(), &[*c]].concat())
        };
        all = all.iter().flat_map(longer).collect();
    }
    all
}

/// The sequences up to `length` that `from` is allowed to press.
fn allowed(from: DeviceId, length: usize) -> Vec<Vec<Command>> {
    let start = start();
    let all = (1..=length).flat_map(sequences);
    all.filter(|s| write(from, &start, s).is_some()).collect()
}

#[test]
fn any_two_commands_against_any_two_end_the_same_in_every_order() {
    let (of_a, of_b) = (allowed(A, 2), allowed(B, 2));
    let mut tried = 0;
    for a in &of_a {
        for b in &of_b {
            match all_orders_agree(a, b) {
                Ok(done) => tried += usize::from(done),
                Err(wrong) => panic!("A {a:?}, B {b:?}: {wrong}"),
            }
        }
    }
    assert!(tried > 1000, "{tried} pairs");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..Default::default() })]

    #[test]
    fn three_commands_against_three_end_the_same_in_every_order(
        a in 0..10_000usize,
        b in 0..10_000usize,
    ) {
        let (of_a, of_b) = three();
        let (a, b) = (&of_a[a % of_a.len()], &of_b[b % of_b.len()]);
        let agreed = all_orders_agree(a, b);
        prop_assert!(agreed == Ok(true), "A {:?}, B {:?}: {:?}", a, b, agreed);
    }
}

type Sequences = Vec<Vec<Command>>;

fn three() -> &'static (Sequences, Sequences) {
    static THREE: std::sync::OnceLock<(Sequences, Sequences)> = std::sync::OnceLock::new();
    THREE.get_or_init(|| (allowed(A, 3), allowed(B, 3)))
}

#[test]
fn an_order_is_the_same_whatever_is_told_twice() {
    let start = start();
    let facts = start.facts.iter();
    let once = Order::fold(order(1), facts.clone());
    let again = Order::fold(order(1), facts.clone().rev().chain(facts));
    assert_eq!(once, again, "a stick repeats what the link brought");
    let world = View::of(&start.facts).world;
    assert_eq!(settled(&once, &world).live.len(), 1);
    let ids: BTreeSet<_> = start.facts.iter().map(|f| f.header.id).collect();
    assert_eq!(ids.len(), start.facts.len());
}
