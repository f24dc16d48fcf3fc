//! Rules 7 and 9 to 11: what a takeover closes, and a hub that forgot.

use super::restored::{judged, readiness, recount, take_over};
use super::*;
use tsong_domain::fact::Takes;

#[test]
fn rule_07_a_stick_brings_a_grant_of_the_old_origin() {
    let mut log = start();
    let lost = grant(&log, 2).unwrap();
    log.movement(A0, lost);
    take_over(&mut log, 2);
    recount(&mut log, 2, 3);
    log.placed(A1, order(1), own(3));
    for told in interleavings(&log.facts) {
        let view = View::of(told);
        assert_eq!(
            view.share(lot(1), Holder::Hub, AT_A),
            0,
            "the late grant is void"
        );
        assert_eq!(
            view.share(lot(1), holder(A), AT_A),
            0,
            "the three are the new order's"
        );
    }
}

#[test]
fn rule_07_past_the_takeover_placings_hold_nothing_and_cancels_only_ask() {
    let (mut log, id) = (start(), order(1));
    let kept = log.placed(A0, order(2), own(1));
    log.placed(A0, id, own(2));
    log.mark(A0, order(2), MarkKind::Cancelled, &[kept]);
    take_over(&mut log, 4);
    let view = see(&log);
    assert_eq!(state(&view, id), State::NeedsDecision);
    assert_eq!(
        view.settled[&id].doubt,
        Some(Doubt::LateOrder),
        "a task: an order nobody knew"
    );
    assert!(view.holds(id).is_empty());
    assert_eq!(
        state(&view, order(2)),
        State::CancelAsked,
        "the lost disk's cancel only asks"
    );
    assert_eq!(
        view.share(lot(1), holder(A), AT_A),
        2,
        "three, less the one that is still held"
    );
    let again = judged(&log, &readiness(true, &[lot(1)]), |d, o| {
        d.place(o, vec![own(2)])
    });
    log.drafts(A1, again.unwrap());
    assert_eq!(
        state(&see(&log), id),
        State::Placed,
        "the person took the order anew"
    );
}

#[test]
fn rule_07_past_the_takeover_hand_overs_and_carried_goods_count() {
    let (mut log, id) = (start(), order(1));
    let placed = log.placed(A0, id, own(1));
    log.handed(A0, id, &[placed], own(1));
    let sent = decide::give(
        &cells(&log),
        A,
        &Readiness::default(),
        lot(1),
        Quantity::new(1),
    );
    log.movement(A0, sent.unwrap());
    take_over(&mut log, 4);
    let view = see(&log);
    assert_eq!(state(&view, id), State::HandedOver, "what went is gone");
    assert_eq!(accruals(&view, id), 1);
    assert_eq!(
        (view.shelf(lot(1), AT_A), view.shelf(lot(1), Shelf::Transit)),
        (1, 1)
    );
}

#[test]
fn rule_07_of_two_takeovers_the_earlier_end_counts() {
    let (mut log, id) = (start(), order(1));
    log.placed(A0, id, own(2));
    take_over(&mut log, 2);
    let closed = vec![FactId::new(A0, 4)];
    log.write(
        origin(A, 2),
        EntityId::NIL,
        Body::Takes(Takes { device: A, closed }),
    );
    for told in interleavings(&log.facts) {
        assert!(
            View::of(told).holds(id).is_empty(),
            "what was void does not come to life again"
        );
    }
}

#[test]
fn rule_09_a_restored_hub_holds_no_quota_until_all_is_back() {
    let log = sold_by_the_hub();
    let mut forgot = Log::default();
    forgot.facts = log.upto(&[(A0, 9), (H0, 1)]);
    let back = |has_heard_all, has_polled| {
        let hub = HubReadiness {
            is_restored: true,
            has_heard_all,
            has_polled,
        };
        decide::hand_back(
            &cells(&forgot),
            A,
            hub,
            lot(1),
            Quantity::ZERO,
            Quantity::new(2),
        )
    };
    let share = see(&forgot).share(lot(1), Holder::Hub, AT_A);
    assert_eq!(share, 2, "its books say two: the sale is forgotten");
    for (heard, polled) in [(false, false), (true, false), (false, true)] {
        assert_eq!(
            back(heard, polled),
            Err(Refusal::MissingMarks),
            "{heard} {polled}"
        );
    }
    assert!(
        back(true, true).is_ok(),
        "nobody can bring a forgotten sale any more"
    );
    let all_back = decide::hand_back(
        &cells(&log),
        A,
        HubReadiness::default(),
        lot(1),
        Quantity::ZERO,
        Quantity::new(2),
    );
    assert!(
        all_back.is_err(),
        "with the sale back there is nothing to give"
    );
}

#[test]
fn rule_09_a_sale_polled_back_and_then_found_again_is_held_once() {
    let (mut log, id) = (sold_by_the_hub(), order(1));
    // The shop tells the restored hub of the sale, and then a device returns the forgotten fact.
    log.placed(origin(HUB, 1), id, placing(lot(1), Holder::Hub, A, 2));
    for told in interleavings(&log.facts) {
        let view = View::of(told);
        assert_eq!(state(&view, id), State::Placed);
        assert_eq!(
            view.holds(id),
            [(lot(1), Holder::Hub, AT_A, 2)],
            "one sale, two grams"
        );
        assert_eq!(
            view.share(lot(1), Holder::Hub, AT_A),
            0,
            "not two less than none"
        );
    }
    log.placed(origin(HUB, 2), id, placing(lot(1), Holder::Hub, A, 1));
    assert_eq!(
        see(&log).holds(id)[0].3,
        2,
        "of two that disagree the larger holds"
    );
}

#[test]
fn rule_10_both_restored_the_quota_is_void_and_a_person_recounts() {
    // The sale is in nobody's backup; its goods went. The quota of two looks whole.
    let log = sold_by_the_hub();
    let mut both = Log::default();
    both.facts = log.upto(&[(A0, 3), (H0, 1)]);
    let lost = HubReadiness {
        is_restored: true,
        ..HubReadiness::default()
    };
    let (ready, early) = (readiness(true, &[]), readiness(false, &[]));
    let void = |hub, ready: &Readiness| decide::void_quota(&cells(&both), A, ready, hub, lot(1));
    assert_eq!(void(lost, &early), Err(Refusal::NeedsTakeover));
    assert_eq!(
        void(lost, &Readiness::default()),
        Err(Refusal::NeedsTakeover),
        "A lost nothing"
    );
    let alive = void(HubReadiness::default(), &ready);
    assert_eq!(
        alive,
        Err(Refusal::AlreadyDone),
        "a hub that remembers keeps its quota"
    );
    let voided = void(lost, &ready).unwrap();
    both.movement(A1, voided);
    recount(&mut both, 3, 1);
    let view = see(&both);
    assert_eq!(
        view.share(lot(1), Holder::Hub, AT_A),
        0,
        "the hub promises nothing from here"
    );
    assert_eq!(
        view.share(lot(1), holder(A), AT_A),
        1,
        "what lies there is A's to promise"
    );
    let again = decide::void_quota(&cells(&both), A, &ready, lost, lot(1));
    assert_eq!(again, Err(Refusal::AlreadyDone));
}

#[test]
fn rule_11_the_lost_suffix_written_again_under_a_new_origin_counts_once() {
    // The disk was copied back; the part that nobody heard is written again by A1, and then the
    // copy turns up after all.
    let (mut log, id) = (start(), order(1));
    let goods = own(2);
    for from in [A0, A1] {
        let placed = log.placed(from, id, goods);
        log.handed(from, id, &[placed], goods);
    }
    for told in interleavings(&log.facts) {
        let view = View::of(told);
        assert_eq!(state(&view, id), State::HandedOver);
        assert_eq!(view.shelf(lot(1), AT_A), 1, "two went, not four");
        assert_eq!(accruals(&view, id), 1, "and are owed for once");
    }
}
