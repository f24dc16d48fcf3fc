//! The counter-examples of the rules of truth, each by its number: the story that an earlier form
//! of the rule got wrong, and what a person sees now.

mod packed;
mod restored;
mod shelves;
mod takeover;

use crate::concurrent::interleavings;
use crate::log::{A, B, HUB, Log, holder, lot, order, origin, placing};
use crate::view::View;
use crate::world::check::check_postings;
use tsong_domain::fact::{Body, Draft};
use tsong_domain::id::{DeviceId, EntityId, FactId, Origin};
use tsong_domain::mark::{Holder, MarkKind, Placing, Shelf};
use tsong_domain::movement::Movement;
use tsong_domain::order::Order;
use tsong_domain::order::decide::Decider;
use tsong_domain::order::settle::{Doubt, State};
use tsong_domain::quantity::Quantity;
use tsong_domain::refusal::Refusal;
use tsong_domain::stock::decide::{self, HubReadiness};
use tsong_domain::stock::{Cells, Readiness};

const A0: Origin = origin(A, 0);
const A1: Origin = origin(A, 1);
const B0: Origin = origin(B, 0);
const H0: Origin = origin(HUB, 0);
const AT_A: Shelf = Shelf::Device(A);
const AT_B: Shelf = Shelf::Device(B);

/// A has taken in 3 of lot 1.
fn start() -> Log {
    let mut log = Log::default();
    log.movement(A0, decide::intake(A, lot(1), Quantity::new(3)).unwrap());
    log
}

fn see(log: &Log) -> View {
    View::of(&log.facts)
}

fn cells(log: &Log) -> Cells {
    see(log).cells.remove(&lot(1)).unwrap_or_default()
}

fn state(view: &View, id: EntityId) -> State {
    view.settled[&id].state
}

fn own(quantity: i64) -> Placing {
    placing(lot(1), holder(A), A, quantity)
}

/// What a device decides on what it has heard.
fn decided(
    known: &Log,
    me: DeviceId,
    is_warned: bool,
    decide: impl Fn(&Decider<'_>, &Order) -> Result<Vec<Draft>, Refusal>,
) -> Result<Vec<Draft>, Refusal> {
    let view = see(known);
    let readiness = Readiness::default();
    let decider = Decider {
        me,
        readiness: &readiness,
        world: &view.world,
        is_warned,
    };
    decide(&decider, &view.orders[&order(1)])
}

fn grant(log: &Log, grams: i64) -> Result<Movement, Refusal> {
    decide::grant(
        &cells(log),
        A,
        &Readiness::default(),
        lot(1),
        Quantity::new(grams),
    )
}

fn accruals(view: &View, id: EntityId) -> usize {
    let postings = view.postings(id);
    assert_eq!(check_postings(&postings), Ok(()), "debits equal credits");
    postings
        .iter()
        .filter(|p| p.key.starts_with("accrue:"))
        .count()
        / 2
}

#[test]
fn rule_01_hand_over_then_cancel_unaware() {
    let (mut log, id) = (start(), order(1));
    let placed = log.placed(A0, id, own(2));
    let both = log.clone();
    let gone = decided(&both, A, false, |d, o| d.hand_over(o)).unwrap();
    let cancelled = decided(&both, B, false, |d, o| d.cancel(o, "buyer")).unwrap();
    log.drafts(A0, gone);
    log.drafts(B0, cancelled);
    for told in interleavings(&log.facts) {
        let view = View::of(told);
        assert_eq!(state(&view, id), State::NeedsDecision, "a person is asked");
        assert_eq!(view.settled[&id].doubt, Some(Doubt::HandedOverAndCancelled));
        assert_eq!(
            view.shelf(lot(1), AT_A),
            1,
            "two have left the shelf, whatever it is called"
        );
        assert_eq!(
            view.share(lot(1), holder(A), AT_A),
            1,
            "and nothing is held besides"
        );
        assert_eq!(accruals(&view, id), 1, "the villager is owed for what went");
    }
    let done = decided(&log, B, false, |d, o| d.step(o, MarkKind::Completed)).unwrap();
    log.drafts(B0, done);
    assert_eq!(
        state(&see(&log), id),
        State::Completed,
        "the person said: it went"
    );
    assert!(see(&log).orders[&id].marks.contains_key(&placed));
}

#[test]
fn rule_01_reopening_is_a_new_placing_out_of_the_own_share() {
    let (mut log, id) = (start(), order(1));
    log.placed(A0, id, own(2));
    let freed = decided(&log, A, false, |d, o| d.cancel(o, "buyer")).unwrap();
    log.drafts(A0, freed);
    let confirm = decided(&log, A, false, |d, o| d.step(o, MarkKind::Confirmed));
    let wrong = Err(Refusal::WrongState { state: "cancelled" });
    assert_eq!(confirm, wrong, "its grams may be sold already");
    log.placed(A0, order(2), own(2));
    assert_eq!(
        see(&log).share(lot(1), holder(A), AT_A),
        1,
        "two of three went to another"
    );
    let again = decided(&log, A, false, |d, o| d.place(o, vec![own(1)])).unwrap();
    log.drafts(A0, again);
    let view = see(&log);
    assert_eq!(
        (state(&view, id), view.share(lot(1), holder(A), AT_A)),
        (State::Placed, 0)
    );
}

#[test]
fn rule_02_b_hands_over_and_a_cancels_unaware_and_grants_the_grams() {
    let (mut log, id) = (start(), order(1));
    log.placed(A0, id, own(3));
    let both = log.clone();
    let refused = decided(&both, B, false, |d, o| d.hand_over(o));
    assert_eq!(
        refused,
        Err(Refusal::NotTheKeeper),
        "B is told that the goods lie at A"
    );
    let warned = decided(&both, B, true, |d, o| d.hand_over(o)).unwrap();
    let freed = decided(&both, A, false, |d, o| d.cancel(o, "buyer")).unwrap();
    log.drafts(A0, freed);
    let granted = grant(&log, 3).unwrap();
    log.movement(A0, granted);
    log.drafts(B0, warned);
    let view = see(&log);
    assert_eq!(
        state(&view, id),
        State::NeedsDecision,
        "after the warning it becomes a task"
    );
    let goods = &view.settled[&id].shipment.as_ref().unwrap().goods;
    assert_eq!(goods, &[own(3)], "it carries A's holder and place");
    assert_eq!(
        view.share(lot(1), holder(A), AT_A),
        -3,
        "and charges A, whose promise it broke"
    );
    assert_eq!(
        view.share(lot(1), holder(B), AT_B),
        0,
        "B sold nothing of its own"
    );
}

#[test]
fn rule_02_anothers_cancel_only_asks() {
    let (mut log, id) = (start(), order(1));
    log.placed(A0, id, own(3));
    let asked = decided(&log, B, false, |d, o| d.cancel(o, "buyer")).unwrap();
    log.drafts(B0, asked);
    let view = see(&log);
    assert_eq!(state(&view, id), State::CancelAsked);
    assert_eq!(
        view.share(lot(1), holder(A), AT_A),
        0,
        "held until A has it in its hands"
    );
    assert!(grant(&log, 1).is_err(), "so nobody else gets the grams");
    let freed = decided(&log, A, false, |d, o| d.cancel(o, "buyer")).unwrap();
    log.drafts(A0, freed);
    assert_eq!(state(&see(&log), id), State::Cancelled);
    assert!(grant(&log, 3).is_ok(), "the keeper has answered");
}

#[test]
fn rule_02_of_two_who_answered_each_hands_over_what_lies_there() {
    let (mut log, id) = (start(), order(1));
    log.movement(B0, decide::intake(B, lot(1), Quantity::new(3)).unwrap());
    log.taken(B0, id, 2);
    log.mark(B0, id, MarkKind::Asked, &[]);
    let asked = log.clone();
    for (from, me) in [(A0, A), (B0, B)] {
        let goods = vec![placing(lot(1), holder(me), me, 2)];
        let answer = decided(&asked, me, false, |d, o| d.place(o, goods.clone())).unwrap();
        log.drafts(from, answer);
    }
    let shares = [(A, AT_A), (B, AT_B)].map(|(d, at)| see(&log).share(lot(1), holder(d), at));
    assert_eq!(shares, [1, 1], "both hold until one has gone");
    for (from, me, left) in [(A0, A, [1, 3]), (B0, B, [3, 1])] {
        let mut gone = log.clone();
        let drafts = decided(&log, me, false, |d, o| d.hand_over(o)).unwrap();
        gone.drafts(from, drafts);
        let view = see(&gone);
        let shelves = [AT_A, AT_B].map(|at| view.shelf(lot(1), at));
        assert_eq!(
            shelves, left,
            "{me} reaches only its own shelf; the other is free again"
        );
    }
}

/// A grants 2, the hub sells them as order 1 with A as the keeper; both know.
fn sold_by_the_hub() -> Log {
    let mut log = start();
    let granted = grant(&log, 2).unwrap();
    log.movement(A0, granted);
    log.placed(H0, order(1), placing(lot(1), Holder::Hub, A, 2));
    log
}

fn hand_back(log: &Log) -> Result<Movement, Refusal> {
    decide::hand_back(
        &cells(log),
        A,
        HubReadiness::default(),
        lot(1),
        Quantity::ZERO,
        Quantity::new(2),
    )
}

#[test]
fn rule_03_the_hub_cancels_and_gives_back_what_a_just_shipped() {
    let (mut log, id) = (sold_by_the_hub(), order(1));
    let gone = decided(&log, A, false, |d, o| d.hand_over(o)).unwrap();
    let cancelled = decided(&log, HUB, false, |d, o| d.cancel(o, "platform")).unwrap();
    log.drafts(H0, cancelled);
    assert_eq!(
        state(&see(&log), id),
        State::CancelAsked,
        "the hub cannot know better"
    );
    assert!(hand_back(&log).is_err(), "it has nothing to give back yet");
    log.drafts(A0, gone);
    let view = see(&log);
    assert_eq!(state(&view, id), State::NeedsDecision);
    assert_eq!(
        view.share(lot(1), Holder::Hub, AT_A),
        0,
        "the quota is used up, not free again"
    );
    assert_eq!(view.share(lot(1), holder(A), AT_A), 1);
    assert!(hand_back(&log).is_err());
}

#[test]
fn rule_03_what_a_cancelled_hub_sale_frees_stays_quota() {
    let (mut log, id) = (sold_by_the_hub(), order(1));
    let cancelled = decided(&log, HUB, false, |d, o| d.cancel(o, "platform")).unwrap();
    log.drafts(H0, cancelled);
    let freed = decided(&log, A, false, |d, o| d.cancel(o, "platform")).unwrap();
    log.drafts(A0, freed);
    let view = see(&log);
    assert_eq!(state(&view, id), State::Cancelled);
    assert_eq!(
        view.share(lot(1), Holder::Hub, AT_A),
        2,
        "the shops may sell it once more"
    );
    assert_eq!(
        view.share(lot(1), holder(A), AT_A),
        1,
        "A may not, until the hub gives it back"
    );
    let back = hand_back(&log).unwrap();
    log.movement(H0, back);
    assert_eq!(see(&log).share(lot(1), holder(A), AT_A), 3);
}
