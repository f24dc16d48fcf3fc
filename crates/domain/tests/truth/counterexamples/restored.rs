//! Rules 5 and 6: what is lost with a disk, and what comes late.

use super::*;
use tsong_domain::fact::Takes;
use tsong_domain::order::decide::{Offer, fill};

/// A's disk is back from a backup that held its first `last` facts.
fn restored(log: &Log, last: u64) -> Log {
    let mut known = Log::default();
    known.facts = log.upto(&[(A0, last), (B0, 99), (H0, 99)]);
    known
}

pub(super) fn readiness(has_taken_over: bool, counted: &[EntityId]) -> Readiness {
    Readiness {
        is_restored: true,
        has_taken_over,
        counted: counted.iter().copied().collect(),
    }
}

pub(super) fn take_over(log: &mut Log, last: u64) {
    let closed = vec![FactId::new(A0, last)];
    log.write(A1, EntityId::NIL, Body::Takes(Takes { device: A, closed }));
}

/// A1 counts `found`, knowing A0 as far as `last`.
pub(super) fn recount(log: &mut Log, last: u64, found: i64) {
    let mut known = Log::default();
    known.facts = log.upto(&[(A0, last), (A1, 99), (B0, 99), (H0, 99)]);
    let saw = decide::saw(&[A0], &decide::Heard::from([(A0, last)]));
    let counted = decide::count(&cells(&known), A, lot(1), Quantity::new(found), saw).unwrap();
    log.movement(A1, counted);
}

fn offered(log: &Log, ready: &Readiness) -> Result<Vec<Placing>, Refusal> {
    let share = Quantity::new(see(log).share(lot(1), holder(A), AT_A));
    let (is_sellable, villager) = (ready.may_sell(lot(1)), crate::log::villager());
    let mut offers = [Offer {
        lot: lot(1),
        villager,
        expires_ms: i64::MAX,
        share,
        is_sellable,
    }];
    fill(1, Quantity::new(1), Some(lot(1)), &mut offers, A)
}

pub(super) fn judged(
    log: &Log,
    ready: &Readiness,
    judge: impl Fn(&Decider<'_>, &Order) -> Result<Vec<Draft>, Refusal>,
) -> Result<Vec<Draft>, Refusal> {
    let view = see(log);
    let decider = Decider {
        me: A,
        readiness: ready,
        world: &view.world,
        is_warned: false,
    };
    judge(&decider, &view.orders[&order(1)])
}

#[test]
fn rule_05_a_restored_device_sells_only_after_takeover_and_recount() {
    let (mut log, id) = (start(), order(1));
    log.placed(A0, id, own(1));
    let recount_first = Err(Refusal::NeedsRecount { lot: lot(1) });
    for ready in [
        readiness(false, &[]),
        readiness(false, &[lot(1)]),
        readiness(true, &[]),
    ] {
        assert_eq!(offered(&log, &ready), recount_first, "{ready:?}");
        let grant = decide::grant(&cells(&log), A, &ready, lot(1), Quantity::new(1));
        assert!(
            grant.is_err(),
            "what cannot be sold cannot be granted: {ready:?}"
        );
    }
    assert!(offered(&log, &readiness(true, &[lot(1)])).is_ok());
    let lost = readiness(false, &[lot(1)]);
    let first = Err(Refusal::NeedsTakeover);
    assert_eq!(
        judged(&log, &lost, |d, o| d.hand_over(o)),
        first,
        "it may have gone already"
    );
    assert_eq!(judged(&log, &lost, |d, o| d.cancel(o, "buyer")), first);
    let back = readiness(true, &[]);
    assert!(
        judged(&log, &back, |d, o| d.hand_over(o)).is_ok(),
        "what is known may go out"
    );
}

#[test]
fn rule_05_goods_that_went_before_the_loss_are_written_late_and_charged_once() {
    let (mut log, id) = (start(), order(1));
    log.placed(A0, id, own(2));
    take_over(&mut log, 4);
    recount(&mut log, 4, 1);
    assert_eq!(
        see(&log).share(lot(1), holder(A), AT_A),
        -1,
        "the promise is at risk: a task"
    );
    let late = judged(&log, &readiness(true, &[lot(1)]), |d, o| {
        d.hand_over_late(o)
    })
    .unwrap();
    log.drafts(A1, late);
    let view = see(&log);
    assert_eq!(state(&view, id), State::HandedOver);
    assert_eq!(
        view.shelf(lot(1), AT_A),
        1,
        "the count had noticed it already"
    );
    assert_eq!(accruals(&view, id), 1);
}

#[test]
fn rule_06_a_late_transfer_of_the_old_origin_is_not_subtracted_twice() {
    let mut log = start();
    let lost = decide::give(
        &cells(&log),
        A,
        &Readiness::default(),
        lot(1),
        Quantity::new(1),
    );
    log.movement(A0, lost.unwrap());
    assert_eq!(
        see(&restored(&log, 2)).shelf(lot(1), AT_A),
        3,
        "the backup knows of three"
    );
    recount(&mut log, 2, 2);
    assert_eq!(see(&restored_with_count(&log)).shelf(lot(1), AT_A), 2);
    for told in interleavings(&log.facts) {
        let view = View::of(told);
        assert_eq!(
            view.shelf(lot(1), AT_A),
            2,
            "the count saw the shelf without the one"
        );
        assert_eq!(
            view.shelf(lot(1), Shelf::Transit),
            1,
            "it is on the road to B"
        );
    }
}

fn restored_with_count(log: &Log) -> Log {
    let mut known = Log::default();
    known.facts = log.upto(&[(A0, 2), (A1, 99)]);
    known
}

#[test]
fn rule_06_a_late_hand_over_of_the_old_origin_is_not_subtracted_twice() {
    let (mut log, id) = (start(), order(1));
    let placed = log.placed(A0, id, own(2));
    log.handed(A0, id, &[placed], own(2));
    recount(&mut log, 4, 1);
    let view = see(&log);
    assert_eq!(view.shelf(lot(1), AT_A), 1);
    assert_eq!(view.share(lot(1), holder(A), AT_A), 1);
    assert_eq!(accruals(&view, id), 1, "late, and owed for all the same");
}

#[test]
fn rule_06_the_road_is_not_counted_at_the_shelf() {
    // A lot that was carried from A to B: a count of A's disk says nothing of B's shelf.
    let mut log = start();
    let sent = decide::give(
        &cells(&log),
        A,
        &Readiness::default(),
        lot(1),
        Quantity::new(2),
    );
    let (sent, two) = (sent.unwrap(), Quantity::new(2));
    let transfer = log.movement(A0, sent.clone());
    let arrived = decide::receive(
        &cells(&log),
        B,
        (transfer, &sent),
        Quantity::ZERO,
        lot(1),
        two,
    )
    .unwrap();
    log.movement(B0, arrived);
    recount(&mut log, 2, 1);
    let view = see(&log);
    let shelves = [AT_A, Shelf::Transit, AT_B].map(|place| view.shelf(lot(1), place));
    assert_eq!(shelves, [1, 0, 2]);
}
