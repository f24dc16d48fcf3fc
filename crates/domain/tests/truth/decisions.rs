//! What a decision refuses, and what it looks at first: each table is in the order of the rules.

mod goods;
mod packing;
mod sale;
mod splitting;

use crate::log::{A, B, Log, holder, lot, order, origin, placing};
use crate::view::View;
use tsong_domain::fact::{Body, Draft};
use tsong_domain::id::{DeviceId, EntityId, FactId, Origin};
use tsong_domain::mark::{Aspect, Mark, MarkKind};
use tsong_domain::order::Order;
use tsong_domain::order::decide::{Decider, UNDO_MS};
use tsong_domain::order::settle::World;
use tsong_domain::quantity::Quantity;
use tsong_domain::refusal::Refusal;
use tsong_domain::stock::Readiness;
use tsong_domain::stock::decide;

const A0: Origin = origin(A, 0);
const B0: Origin = origin(B, 0);

fn restored(has_taken_over: bool, counted: &[EntityId]) -> Readiness {
    Readiness {
        is_restored: true,
        has_taken_over,
        counted: counted.iter().copied().collect(),
    }
}

/// An order in each state, of 2 that A placed (or B asked for).
fn in_state(state: &str) -> (Order, World) {
    let (mut log, id) = (Log::default(), order(1));
    log.movement(A0, decide::intake(A, lot(1), Quantity::new(3)).unwrap());
    log.movement(B0, decide::intake(B, lot(1), Quantity::new(3)).unwrap());
    let goods = placing(lot(1), holder(A), A, 2);
    if state == "asked" {
        log.taken(B0, id, 2);
        log.mark(B0, id, MarkKind::Asked, &[]);
    } else if state == "draft" {
        log.taken(A0, id, 2);
    } else {
        let placed = log.placed(A0, id, goods);
        match state {
            "placed" => {}
            "confirmed" => drop(log.mark(A0, id, MarkKind::Confirmed, &[placed])),
            "packing" => drop(log.mark(A0, id, MarkKind::Packing, &[placed])),
            "handed_over" => drop(log.handed(A0, id, &[placed], goods)),
            "completed" => {
                let gone = log.handed(A0, id, &[placed], goods);
                log.mark(A0, id, MarkKind::Completed, &[gone]);
            }
            "cancel_asked" => drop(log.mark(B0, id, MarkKind::Cancelled, &[placed])),
            "cancelled" => drop(log.mark(A0, id, MarkKind::Cancelled, &[placed])),
            "needs_decision" => {
                log.handed(A0, id, &[placed], goods);
                log.mark(B0, id, MarkKind::Cancelled, &[placed]);
            }
            "late" => {
                let closed = vec![FactId::new(A0, 2)];
                let takes = tsong_domain::fact::Takes { device: A, closed };
                log.write(origin(A, 1), EntityId::NIL, Body::Takes(takes));
            }
            "missing" => drop(log.mark(A0, id, MarkKind::Confirmed, &[FactId::new(B0, 99)])),
            other => panic!("no state {other}"),
        }
    }
    let mut view = View::of(&log.facts);
    (view.orders.remove(&id).unwrap(), view.world)
}

const STATES: [&str; 10] = [
    "draft",
    "asked",
    "placed",
    "confirmed",
    "packing",
    "handed_over",
    "completed",
    "cancel_asked",
    "cancelled",
    "needs_decision",
];

type Decision<'a> = &'a dyn Fn(&Decider<'_>, &Order) -> Result<Vec<Draft>, Refusal>;

fn decided(me: DeviceId, state: &str, ready: &Readiness, by: Decision<'_>) -> Result<(), Refusal> {
    let (order, world) = in_state(state);
    let decider = Decider {
        me,
        readiness: ready,
        world: &world,
        is_warned: false,
    };
    by(&decider, &order).map(|_| ())
}

/// The states in which `me` may decide so; in all others the state itself is refused, by name.
fn allowed(me: DeviceId, by: Decision<'_>) -> Vec<&'static str> {
    let ready = Readiness::default();
    let missing = decided(me, "missing", &ready, by);
    assert_eq!(
        missing,
        Err(Refusal::MissingMarks),
        "what has not arrived is looked at first"
    );
    let may = |state: &&str| match decided(me, state, &ready, by) {
        Ok(()) => true,
        Err(refusal) => {
            let state: &str = state;
            let by_state = matches!(refusal, Refusal::WrongState { state: s } if s == state);
            assert!(
                by_state || refusal == Refusal::NotTheKeeper,
                "{state}: {refusal:?}"
            );
            false
        }
    };
    STATES.into_iter().filter(may).collect()
}

#[test]
fn steps_go_only_forward() {
    let steps: [(MarkKind, &[&str]); 5] = [
        (MarkKind::Confirmed, &["placed"]),
        (MarkKind::Packing, &["placed", "confirmed"]),
        (MarkKind::Completed, &["handed_over", "needs_decision"]),
        (MarkKind::HandedOver, &[]),
        (MarkKind::Cleared, &[]),
    ];
    for (kind, states) in steps {
        for me in [A, B] {
            assert_eq!(
                allowed(me, &|d, o| d.step(o, kind.clone())),
                states,
                "{kind:?} by {me}"
            );
        }
    }
}

#[test]
fn only_the_keeper_hands_over() {
    let hand_over: Decision<'_> = &|d, o| d.hand_over(o);
    assert_eq!(allowed(A, hand_over), ["placed", "confirmed", "packing"]);
    assert_eq!(allowed(B, hand_over), [""; 0], "the goods lie at A");
    let lost = restored(false, &[]);
    let wrong = Err(Refusal::WrongState { state: "cancelled" });
    assert_eq!(
        decided(A, "cancelled", &lost, hand_over),
        wrong,
        "the state, then the takeover"
    );
    assert_eq!(
        decided(B, "placed", &lost, hand_over),
        Err(Refusal::NeedsTakeover)
    );
    let ready = Readiness::default();
    assert_eq!(
        decided(B, "placed", &ready, hand_over),
        Err(Refusal::NotTheKeeper)
    );
    assert_eq!(
        decided(A, "placed", &restored(true, &[]), hand_over),
        Ok(())
    );
}

#[test]
fn cancelling_stops_at_the_door() {
    let cancel: Decision<'_> = &|d, o| d.cancel(o, "buyer");
    let open = ["asked", "placed", "confirmed", "packing"];
    assert_eq!(
        allowed(A, cancel),
        [&open[..], &["cancel_asked"]].concat(),
        "the keeper answers"
    );
    assert_eq!(
        allowed(B, cancel),
        open,
        "who asked already cannot ask again"
    );
    let lost = restored(false, &[]);
    assert_eq!(
        decided(A, "placed", &lost, cancel),
        Err(Refusal::NeedsTakeover)
    );
    assert_eq!(
        decided(B, "placed", &lost, cancel),
        Ok(()),
        "asking frees nothing"
    );
    let wrong = Err(Refusal::WrongState { state: "completed" });
    assert_eq!(decided(A, "completed", &lost, cancel), wrong);
    assert_eq!(decided(A, "late", &Readiness::default(), cancel), Ok(()));
}

#[test]
fn placing_answers_an_asked_order_and_reopens_a_cancelled_one() {
    let goods = || vec![placing(lot(1), holder(B), B, 2)];
    assert_eq!(
        allowed(B, &|d, o| d.place(o, goods())),
        ["asked", "cancelled"]
    );
    let ready = Readiness::default();
    assert_eq!(
        decided(B, "late", &ready, &|d, o| d.place(o, goods())),
        Ok(()),
        "again, by itself"
    );
}

#[test]
fn undo_lasts_ten_minutes() {
    let undo = |now: i64| move |d: &Decider<'_>, o: &Order| d.undo(o, now);
    assert_eq!(allowed(A, &undo(0)), ["asked", "placed"]);
    let ready = Readiness::default();
    let at = |now| decided(A, "placed", &ready, &undo(now));
    assert_eq!(at(UNDO_MS), Ok(()));
    assert_eq!(at(UNDO_MS + 1), Err(Refusal::UndoExpired));
    assert_eq!(
        at(-UNDO_MS - 1),
        Err(Refusal::UndoExpired),
        "a clock set back undoes nothing"
    );
    let late = decided(B, "placed", &ready, &undo(UNDO_MS + 1));
    assert_eq!(
        late,
        Err(Refusal::NotTheKeeper),
        "whose goods they are comes before the time"
    );
    let lost = decided(A, "placed", &restored(false, &[]), &undo(UNDO_MS + 1));
    assert_eq!(
        lost,
        Err(Refusal::UndoExpired),
        "the time comes before the takeover"
    );
}

#[test]
fn a_late_hand_over_is_for_restored_devices() {
    let late: Decision<'_> = &|d, o| d.hand_over_late(o);
    assert_eq!(
        decided(A, "placed", &Readiness::default(), late),
        Err(Refusal::WrongState { state: "placed" }),
        "a device that lost nothing hands over as it happens"
    );
    let lost = restored(false, &[]);
    assert_eq!(
        decided(A, "missing", &lost, late),
        Err(Refusal::MissingMarks)
    );
    assert_eq!(
        decided(B, "placed", &lost, late),
        Err(Refusal::NotTheKeeper)
    );
    assert_eq!(decided(A, "cancel_asked", &lost, late), Ok(()));
    let (order, world) = in_state("placed");
    for (counted, before) in [(vec![], false), (vec![lot(1)], true)] {
        let ready = restored(true, &counted);
        let decider = Decider {
            me: A,
            readiness: &ready,
            world: &world,
            is_warned: false,
        };
        let drafts = decider.hand_over_late(&order).unwrap();
        let Body::Mark(mark) = &drafts[0].body else {
            panic!("a mark")
        };
        assert_eq!(
            mark.before_count, before,
            "a count after it went has noticed it already"
        );
    }
}

#[test]
fn a_late_hand_over_of_two_lots_waits_until_both_are_counted() {
    let (mut log, id) = (Log::default(), order(1));
    log.taken(A0, id, 4);
    let mut mark = Mark::new(Aspect::Fulfilment, MarkKind::Placed, Vec::new());
    mark.keeper = Some(A);
    mark.goods = vec![
        placing(lot(1), holder(A), A, 2),
        placing(lot(2), holder(A), A, 2),
    ];
    log.write(A0, id, Body::Mark(mark));
    let view = View::of(&log.facts);
    let late = |counted: &[EntityId]| {
        let ready = restored(true, counted);
        let world = &view.world;
        let decider = Decider {
            me: A,
            readiness: &ready,
            world,
            is_warned: false,
        };
        decider.hand_over_late(&view.orders[&id]).map(|_| ())
    };
    assert_eq!(late(&[]), Ok(()));
    assert_eq!(late(&[lot(2)]), Err(Refusal::NeedsRecount { lot: lot(1) }));
    assert_eq!(late(&[lot(1), lot(2)]), Ok(()));
}
