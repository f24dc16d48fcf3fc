//! What a decision about goods refuses, in the order in which the rules look.

use super::restored;
use crate::log::{A, B, HUB, Log, holder, lot, order, origin, placing};
use crate::view::View;
use std::collections::BTreeSet;
use tsong_domain::id::{FactId, Origin};
use tsong_domain::mark::{Holder, Shelf};
use tsong_domain::movement::{MoveKind, Movement};
use tsong_domain::order::settle::World;
use tsong_domain::quantity::Quantity;
use tsong_domain::refusal::Refusal;
use tsong_domain::stock::decide::{self, HubReadiness, Loss, Made, Source};
use tsong_domain::stock::{Cells, Readiness};
use tsong_domain::text::InputError;

const A0: Origin = origin(A, 0);
const B0: Origin = origin(B, 0);

fn cells(log: &Log) -> Cells {
    View::of(&log.facts).cells.remove(&lot(1)).unwrap()
}

#[test]
fn goods_move_only_out_of_the_own_share() {
    let mut log = Log::default();
    let intake = log.movement(A0, decide::intake(A, lot(1), Quantity::new(3)).unwrap());
    log.placed(A0, order(1), placing(lot(1), holder(A), A, 2));
    let (cells, one, two) = (cells(&log), Quantity::new(1), Quantity::new(2));
    let short = Refusal::NotEnough {
        line: 0,
        lot: Some(lot(1)),
        asked: two,
        available: one,
    };
    type Move<'a> = &'a dyn Fn(&Readiness, Quantity) -> Result<Movement, Refusal>;
    let moves: [Move<'_>; 5] = [
        &|r, q| decide::grant(&cells, A, r, lot(1), q),
        &|r, q| decide::give(&cells, A, r, lot(1), q),
        &|r, q| decide::spoil(&cells, A, r, lot(1), q, "mould"),
        &|r, q| decide::shrink(&cells, A, r, lot(1), q, "dried"),
        &|r, q| decide::correct(&cells, A, r, lot(1), q.negated(), intake, "typo"),
    ];
    for (at, decide) in moves.iter().enumerate() {
        let ready = Readiness::default();
        let zero = Refusal::Input {
            field: "quantity",
            error: InputError::Zero,
        };
        let none = restored(false, &[]);
        assert_eq!(
            decide(&none, Quantity::ZERO),
            Err(zero),
            "move {at}: the amount first"
        );
        assert_eq!(decide(&none, two), Err(Refusal::NeedsTakeover), "move {at}");
        let taken_over = restored(true, &[lot(2)]);
        let uncounted = Err(Refusal::NeedsRecount { lot: lot(1) });
        assert_eq!(decide(&taken_over, two), uncounted, "move {at}");
        assert_eq!(
            decide(&ready, two),
            Err(short.clone()),
            "move {at}: two are promised"
        );
        assert!(decide(&ready, one).is_ok(), "move {at}");
        assert!(decide(&restored(true, &[lot(1)]), one).is_ok(), "move {at}");
    }
    let more = decide::correct(
        &cells,
        A,
        &restored(false, &[]),
        lot(1),
        two,
        intake,
        "typo",
    );
    assert_eq!(
        more.unwrap().about,
        Some(intake),
        "what adds takes from nobody's share"
    );
}

#[test]
fn what_is_carried_arrives_once() {
    let mut log = Log::default();
    log.movement(A0, decide::intake(A, lot(1), Quantity::new(3)).unwrap());
    let sent = decide::give(
        &cells(&log),
        A,
        &Readiness::default(),
        lot(1),
        Quantity::new(2),
    );
    let sent = sent.unwrap();
    let fact = log.movement(A0, sent.clone());
    let receive = |log: &Log, moved: &Movement, lot, grams| {
        let received = View::of(&log.facts).received(fact, lot);
        let transfer = (fact, moved);
        decide::receive(
            &cells(log),
            B,
            transfer,
            received,
            lot,
            Quantity::new(grams),
        )
    };
    let zero = Err(Refusal::Input {
        field: "quantity",
        error: InputError::Zero,
    });
    assert_eq!(receive(&log, &sent, lot(2), 0), zero, "the amount first");
    assert_eq!(
        receive(&log, &sent, lot(2), 1),
        Err(Refusal::AlreadyDone),
        "it carried no lot 2"
    );
    let intake = decide::intake(A, lot(1), Quantity::new(3)).unwrap();
    assert_eq!(
        receive(&log, &intake, lot(1), 1),
        Err(Refusal::AlreadyDone),
        "it is no transfer"
    );
    let (asked, available) = (Quantity::new(3), Quantity::new(2));
    let more = Err(Refusal::NotEnough {
        line: 0,
        lot: Some(lot(1)),
        asked,
        available,
    });
    assert_eq!(receive(&log, &sent, lot(1), 3), more, "two are on the road");
    let arrived = receive(&log, &sent, lot(1), 2).unwrap();
    assert_eq!(
        (arrived.kind.clone(), arrived.about),
        (MoveKind::Receive, Some(fact))
    );
    log.movement(B0, arrived);
    assert_eq!(
        receive(&log, &sent, lot(1), 1),
        Err(Refusal::AlreadyDone),
        "all of it is here"
    );
    assert_eq!(
        View::of(&log.facts).share(lot(1), holder(B), Shelf::Device(B)),
        2
    );
}

#[test]
fn a_takeover_needs_a_hub_that_has_told_everything() {
    let older = [A0];
    let heard = |a: u64, b: u64| decide::Heard::from([(A0, a), (B0, b)]);
    let over = |ready: &Readiness, mine, hub| decide::takeover(A, ready, &older, &mine, &hub);
    let lost = restored(false, &[]);
    let done = Err(Refusal::AlreadyDone);
    assert_eq!(
        over(&Readiness::default(), heard(1, 1), heard(9, 9)),
        done,
        "nothing was lost"
    );
    assert_eq!(over(&restored(true, &[]), heard(1, 1), heard(9, 9)), done);
    let behind = over(&lost, heard(3, 1), heard(3, 2));
    assert_eq!(behind, Err(Refusal::MissingMarks), "of any origin");
    let takes = over(&lost, heard(3, 2), heard(3, 2)).unwrap();
    assert_eq!(
        (takes.device, &takes.closed),
        (A, &vec![FactId::new(A0, 3)])
    );
    let world = World {
        devices: [(A0, A), (B0, B)].into(),
        ..World::default()
    };
    assert!(decide::is_takeover_acceptable(&takes, &world, &heard(3, 9)));
    assert!(
        !decide::is_takeover_acceptable(&takes, &world, &heard(4, 0)),
        "the hub holds more"
    );
    let theirs = tsong_domain::fact::Takes {
        device: A,
        closed: vec![FactId::new(B0, 9)],
    };
    assert!(
        !decide::is_takeover_acceptable(&theirs, &world, &heard(0, 0)),
        "B is alive"
    );
}

#[test]
fn a_count_writes_what_it_saw_even_of_an_origin_it_never_heard() {
    let older = [origin(A, 1), A0, A0];
    let saw = decide::saw(&older, &decide::Heard::from([(A0, 7)]));
    assert_eq!(saw, [FactId::new(A0, 7), FactId::new(origin(A, 1), 0)]);
    let counted = decide::count(&Cells::new(), A, lot(1), Quantity::ZERO, saw.clone()).unwrap();
    assert_eq!(
        (counted.legs.len(), counted.saw),
        (1, saw),
        "an empty shelf is counted too"
    );
    let wrong = decide::count(&Cells::new(), A, lot(1), Quantity::new(-1), Vec::new());
    let negative = Refusal::Input {
        field: "quantity",
        error: InputError::Negative,
    };
    assert_eq!(wrong, Err(negative));
}

#[test]
fn the_hub_gives_back_no_more_than_its_quota() {
    let mut log = Log::default();
    log.movement(A0, decide::intake(A, lot(1), Quantity::new(3)).unwrap());
    let ready = Readiness::default();
    let grant = decide::grant(&cells(&log), A, &ready, lot(1), Quantity::new(2)).unwrap();
    log.movement(A0, grant);
    let with_offered = |hub, offered, grams| {
        let (offered, grams) = (Quantity::new(offered), Quantity::new(grams));
        decide::hand_back(&cells(&log), A, hub, lot(1), offered, grams)
    };
    let hand_back = |hub, grams| with_offered(hub, 0, grams);
    let lost = |has_heard_all, has_polled| HubReadiness {
        is_restored: true,
        has_heard_all,
        has_polled,
    };
    assert_eq!(hand_back(lost(true, false), 3), Err(Refusal::MissingMarks));
    assert_eq!(hand_back(lost(false, true), 3), Err(Refusal::MissingMarks));
    let (asked, available) = (Quantity::new(3), Quantity::new(2));
    let more = Err(Refusal::NotEnough {
        line: 0,
        lot: Some(lot(1)),
        asked,
        available,
    });
    assert_eq!(hand_back(lost(true, true), 3), more);
    let free = Err(Refusal::NotEnough {
        line: 0,
        lot: Some(lot(1)),
        asked: available,
        available: Quantity::new(1),
    });
    let offered = with_offered(HubReadiness::default(), 1, 2);
    assert_eq!(offered, free, "a shop may have sold the other");
    let back = hand_back(HubReadiness::default(), 2).unwrap();
    let at_hub = back.legs.iter().filter(|l| l.holder == Holder::Hub);
    assert_eq!(at_hub.map(|l| l.delta.get()).sum::<i64>(), -2);
    log.movement(origin(HUB, 0), back);
    let places: BTreeSet<_> = cells(&log).into_keys().map(|(_, place)| place).collect();
    assert_eq!(
        places,
        [Shelf::Device(A)].into(),
        "the grams lay at A all the time"
    );
    assert_eq!(
        View::of(&log.facts).share(lot(1), holder(A), Shelf::Device(A)),
        3
    );
}

/// Some of lot 1, of which five lie here and two are promised, made into lots 2 and following.
fn regraded(
    readiness: &Readiness,
    taken: i64,
    made: &[i64],
    lost: (i64, Loss),
) -> Result<Vec<Movement>, Refusal> {
    let mut log = Log::default();
    log.movement(A0, decide::intake(A, lot(1), Quantity::new(5)).unwrap());
    log.placed(A0, order(1), placing(lot(1), holder(A), A, 2));
    let source = Source {
        lot: lot(1),
        cells: &cells(&log),
        quantity: Quantity::new(taken),
    };
    let made: Vec<Made> = (2u8..)
        .zip(made)
        .map(|(n, quantity)| Made {
            lot: lot(n),
            quantity: Quantity::new(*quantity),
        })
        .collect();
    let lost = (Quantity::new(lost.0), lost.1);
    decide::regrade(&[source], A, readiness, &made, lost)
}

#[test]
fn lots_become_others_to_the_gram_and_out_of_the_own_share() {
    let ready = Readiness::default();
    let none = restored(false, &[]);
    let zero = |field| Refusal::Input {
        field,
        error: InputError::Zero,
    };
    assert_eq!(
        regraded(&none, 0, &[], (0, Loss::Yield)),
        Err(Refusal::NoLines)
    );
    assert_eq!(
        regraded(&none, 0, &[1], (0, Loss::Yield)),
        Err(zero("quantity"))
    );
    assert_eq!(
        regraded(&none, 1, &[0], (1, Loss::Yield)),
        Err(zero("quantity"))
    );
    let off = Refusal::DoesNotAddUp {
        taken: Quantity::new(4),
        out: Quantity::new(2),
        lost: Quantity::new(1),
    };
    assert_eq!(
        regraded(&none, 4, &[2], (1, Loss::Shrinkage)),
        Err(off),
        "the sum before the share"
    );
    assert_eq!(
        regraded(&none, 4, &[4], (0, Loss::Yield)),
        Err(Refusal::NeedsTakeover)
    );
    let uncounted = Err(Refusal::NeedsRecount { lot: lot(1) });
    assert_eq!(
        regraded(&restored(true, &[]), 4, &[4], (0, Loss::Yield)),
        uncounted
    );
    assert!(matches!(
        regraded(&ready, 4, &[4], (0, Loss::Yield)),
        Err(Refusal::NotEnough { .. })
    ));
    let deltas =
        |movement: &Movement| -> Vec<i64> { movement.legs.iter().map(|l| l.delta.get()).collect() };
    let sorted = regraded(&ready, 3, &[1, 1], (1, Loss::Shrinkage)).unwrap();
    let told: Vec<_> = sorted.iter().map(|m| (m.kind.clone(), deltas(m))).collect();
    let expected = [
        (MoveKind::Regrade, vec![-2, 1, 1]),
        (MoveKind::Shrink, vec![-1]),
    ];
    assert_eq!(told, expected, "the loss has a movement of its own");
    let dried = regraded(&ready, 3, &[1], (2, Loss::Yield)).unwrap();
    assert_eq!(dried.iter().map(deltas).collect::<Vec<_>>(), [vec![-3, 1]]);
}
