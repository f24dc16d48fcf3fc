//! Counter-examples of decision 26: packed and amended orders of a lost disk.

use crate::log::{A, Log, holder, lot, order, origin, placing};
use crate::view::View;
use tsong_domain::fact::{Body, Takes};
use tsong_domain::id::{EntityId, FactId, Origin};
use tsong_domain::mark::{Aspect, Mark, MarkKind, Shelf};
use tsong_domain::order::settle::State;
use tsong_domain::quantity::Quantity;
use tsong_domain::stock::decide;

const A0: Origin = origin(A, 0);
const A1: Origin = origin(A, 1);

/// Taken in 3, placed 2; the lost disk then packed 1 of them.
fn packed_and_lost() -> (Log, FactId, FactId) {
    let mut log = Log::default();
    log.movement(A0, decide::intake(A, lot(1), Quantity::new(3)).unwrap());
    let placed = log.placed(A0, order(1), placing(lot(1), holder(A), A, 2));
    let mut mark = Mark::new(Aspect::Fulfilment, MarkKind::Packed, vec![placed]);
    mark.keeper = Some(A);
    mark.frees = vec![placed];
    mark.goods = vec![placing(lot(1), holder(A), A, 1)];
    let packed = log.write(A0, order(1), Body::Mark(mark));
    (log, placed, packed)
}

fn take_over(log: &mut Log, last: FactId) {
    let closed = vec![last];
    log.write(A1, EntityId::NIL, Body::Takes(Takes { device: A, closed }));
}

fn share(view: &View) -> i64 {
    view.share(lot(1), holder(A), Shelf::Device(A))
}

#[test]
fn what_a_lost_disk_packed_past_its_takeover_frees_nothing() {
    let (mut log, placed, _) = packed_and_lost();
    assert_eq!(
        share(&View::of(&log.facts)),
        2,
        "one of three lies in the box"
    );
    take_over(&mut log, placed);
    let view = View::of(&log.facts);
    assert_eq!(
        share(&view),
        1,
        "the restored device knows two to be promised"
    );
    assert_eq!(view.settled[&order(1)].state, State::Packing);
}

#[test]
fn a_person_who_says_what_went_stands_before_what_turns_up_of_the_lost_disk() {
    let (mut log, placed, packed) = packed_and_lost();
    let one = placing(lot(1), holder(A), A, 1);
    log.handed(A0, order(1), &[packed], one);
    take_over(&mut log, placed);
    // The restored device hands over as it knows it, then counts what is left.
    log.handed(A1, order(1), &[placed], placing(lot(1), holder(A), A, 2));
    let mut known = View::of(&log.facts);
    let cells = known.cells.remove(&lot(1)).unwrap();
    let count = decide::count(&cells, A, lot(1), Quantity::new(1), vec![placed]).unwrap();
    log.movement(A1, count);
    let view = View::of(&log.facts);
    let went = &view.settled[&order(1)].shipment.as_ref().unwrap().goods;
    assert_eq!(went[0].quantity.get(), 2, "the count has gone by two");
    let shelf = view.shelf(lot(1), Shelf::Device(A));
    assert_eq!(shelf, 1, "and what was counted lies there");
}
