//! Rules 4, 8 and 11: shelves are counted, marks speak for themselves.

use super::*;
use tsong_domain::fact::Body;
use tsong_domain::mark::{Aspect, Mark, Stance};

#[test]
fn rule_04_b_counts_before_the_transfer_arrives() {
    let mut log = start();
    let sent = decide::give(
        &cells(&log),
        A,
        &Readiness::default(),
        lot(1),
        Quantity::new(2),
    )
    .unwrap();
    let transfer = log.movement(A0, sent.clone());
    // B has not heard of the transfer; the parcel stands in its hall, not on its shelf.
    let unheard = log.upto(&[(A0, 2)]);
    let at_b = View::of(&unheard).cells.remove(&lot(1)).unwrap_or_default();
    let counted = decide::count(&at_b, B, lot(1), Quantity::ZERO, Vec::new()).unwrap();
    log.movement(B0, counted);
    let view = see(&log);
    assert_eq!(view.shelf(lot(1), AT_B), 0, "carried goods are not B's yet");
    assert_eq!(
        view.share(lot(1), Holder::Transit, Shelf::Transit),
        2,
        "nobody promises them"
    );
    let arrived = decide::receive(
        &cells(&log),
        B,
        (transfer, &sent),
        Quantity::ZERO,
        lot(1),
        Quantity::new(2),
    );
    log.movement(B0, arrived.unwrap());
    let view = see(&log);
    assert_eq!(view.shelf(lot(1), AT_B), 2, "B has them once");
    assert_eq!(view.shelf(lot(1), Shelf::Transit), 0);
    assert_eq!(view.shelf(lot(1), AT_A), 1);
}

#[test]
fn rule_04_a_count_is_against_all_holders_of_the_shelf() {
    let mut log = start();
    let granted = grant(&log, 2).unwrap();
    log.movement(A0, granted);
    let all = decide::count(&cells(&log), A, lot(1), Quantity::new(3), Vec::new()).unwrap();
    assert_eq!(
        all.legs[0].delta,
        Quantity::ZERO,
        "the hub's two lie here too"
    );
    let short = decide::count(&cells(&log), A, lot(1), Quantity::new(2), Vec::new()).unwrap();
    log.movement(A0, short);
    let view = see(&log);
    assert_eq!(
        view.share(lot(1), Holder::Hub, AT_A),
        2,
        "a count takes nothing from the quota"
    );
    assert_eq!(
        view.share(lot(1), holder(A), AT_A),
        0,
        "what is missing is the counter's"
    );
}

#[test]
fn rule_08_the_hand_over_arrives_before_the_hubs_placed() {
    let (mut log, id) = (sold_by_the_hub(), order(1));
    let gone = decided(&log, A, false, |d, o| d.hand_over(o)).unwrap();
    log.drafts(A0, gone);
    let mut unheard = Log::default();
    unheard.facts = log.upto(&[(A0, 9), (H0, 1)]);
    let view = see(&unheard);
    assert_eq!(state(&view, id), State::HandedOver);
    assert_eq!(
        view.shelf(lot(1), AT_A),
        1,
        "the mark carries its own shipment"
    );
    assert_eq!(
        view.share(lot(1), Holder::Hub, AT_A),
        0,
        "charged to the quota"
    );
    for me in [A, B] {
        let done = decided(&unheard, me, true, |d, o| d.step(o, MarkKind::Completed));
        assert_eq!(
            done,
            Err(Refusal::MissingMarks),
            "{me} waits for what it has not heard"
        );
        let cancelled = decided(&unheard, me, true, |d, o| d.cancel(o, "buyer"));
        assert_eq!(cancelled, Err(Refusal::MissingMarks));
    }
    assert!(decided(&log, B, false, |d, o| d.step(o, MarkKind::Completed)).is_ok());
}

/// A mark of a newer version: its word is unknown here, its stance is not.
fn newer(word: &str, stance: Stance, sees: &[FactId], goods: Option<Placing>) -> Body {
    let kind = MarkKind::from(word.to_owned());
    let mut mark = Mark::new(Aspect::Fulfilment, kind, sees.to_vec());
    mark.stance = stance;
    mark.keeper = Some(A);
    mark.goods = goods.into_iter().collect();
    Body::Mark(mark)
}

#[test]
fn rule_11_a_mark_of_a_newer_version_still_holds_ships_and_frees() {
    let (mut log, id) = (start(), order(1));
    log.taken(A0, id, 2);
    let held = log.write(A0, id, newer("set_aside", Stance::Hold, &[], Some(own(2))));
    assert_eq!(see(&log).share(lot(1), holder(A), AT_A), 1, "it holds");
    let mut freed = log.clone();
    freed.write(A0, id, newer("let_go", Stance::Free, &[held], None));
    assert_eq!(see(&freed).share(lot(1), holder(A), AT_A), 3, "it frees");
    log.write(
        A0,
        id,
        newer("sent_by_drone", Stance::Ship, &[held], Some(own(2))),
    );
    let view = see(&log);
    assert_eq!(view.shelf(lot(1), AT_A), 1, "it ships");
    assert_eq!(accruals(&view, id), 1, "and the villager is owed for it");
}
