//! What packing, amending and doubting refuse, in the order in which the rules look; and what the
//! buyer and the villagers get of it, to the gram and the fen.

use super::{Decision, allowed, decided, in_state, restored};
use crate::log::{A, B, HUB, Log, holder, lot, order, origin, placing, taken};
use crate::view::View;
use crate::world::check::check_postings;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use tsong_domain::fact::Body;
use tsong_domain::id::{DeviceId, EntityId, Origin};
use tsong_domain::mark::{Holder, MarkKind, Placing, Question, Shelf};
use tsong_domain::money::Fen;
use tsong_domain::movement::Account;
use tsong_domain::order::decide::{Decider, Offer, Rule, Weighed, fill_by, tolerated};
use tsong_domain::order::due::due;
use tsong_domain::order::settle::{Doubt, State};
use tsong_domain::order::{Line, Order};
use tsong_domain::quantity::{LIMIT_QUANTITY, Quantity};
use tsong_domain::refusal::Refusal;
use tsong_domain::stock::{Readiness, decide};
use tsong_domain::text::InputError;

const A0: Origin = origin(A, 0);
const B0: Origin = origin(B, 0);

fn weighed(number: u8, quantity: i64) -> Weighed {
    Weighed {
        line: 1,
        lot: lot(number),
        quantity: Quantity::new(quantity),
    }
}

/// Packs with half of the weight tolerated and `spare` left of every lot.
fn pack(
    d: &Decider<'_>,
    o: &Order,
    all: &[Weighed],
    spare: i64,
) -> Result<Vec<tsong_domain::fact::Draft>, Refusal> {
    d.pack(o, all, |_| 500, |_| Quantity::new(spare))
}

fn input(field: &'static str, error: InputError) -> Result<(), Refusal> {
    Err(Refusal::Input { field, error })
}

#[test]
fn only_the_keeper_packs_what_is_held() {
    let two = [weighed(1, 2)];
    let by: Decision<'_> = &|d, o| pack(d, o, &two, 0);
    assert_eq!(allowed(A, by), ["placed", "confirmed", "packing"]);
    assert_eq!(allowed(B, by), [""; 0], "the goods lie at A");
    let nothing: Decision<'_> = &|d, o| pack(d, o, &[weighed(9, 0)], 0);
    let lost = restored(false, &[]);
    let wrong = Err(Refusal::WrongState { state: "completed" });
    assert_eq!(
        decided(A, "missing", &lost, nothing),
        Err(Refusal::MissingMarks)
    );
    assert_eq!(decided(A, "completed", &lost, nothing), wrong);
    assert_eq!(
        decided(B, "placed", &lost, nothing),
        Err(Refusal::NeedsTakeover)
    );
    let ready = Readiness::default();
    assert_eq!(
        decided(B, "placed", &ready, nothing),
        Err(Refusal::NotTheKeeper)
    );
    let at = |all: &[Weighed], spare| decided(A, "placed", &ready, &|d, o| pack(d, o, all, spare));
    assert_eq!(at(&[weighed(9, 0)], 0), input("weight", InputError::Zero));
    assert_eq!(
        at(&[weighed(9, -1)], 0),
        input("weight", InputError::Negative)
    );
    let huge = [weighed(9, LIMIT_QUANTITY + 1)];
    assert_eq!(at(&huge, 0), input("weight", InputError::TooLarge));
    let not_picked = |number| {
        Err(Refusal::NotPicked {
            line: 1,
            lot: lot(number),
        })
    };
    assert_eq!(at(&[weighed(9, 2)], 0), not_picked(9));
    assert_eq!(
        at(&[weighed(1, 1), weighed(1, 1)], 0),
        not_picked(1),
        "once each"
    );
    assert_eq!(at(&[], 0), input("weight", InputError::Empty));
    let more = Err(Refusal::NotEnough {
        line: 1,
        lot: Some(lot(1)),
        asked: Quantity::new(3),
        available: Quantity::new(2),
    });
    assert_eq!(
        at(&[weighed(1, 3)], 0),
        more,
        "more than was picked is nobody's"
    );
    assert_eq!(
        at(&[weighed(1, 3)], -4),
        more,
        "nor does a short lot lend any"
    );
    assert_eq!(at(&[weighed(1, 3)], 1), Ok(()));
}

#[test]
fn lines_change_until_the_goods_leave() {
    let lines = taken(1).lines;
    let goods = || vec![placing(lot(1), holder(A), A, 1)];
    let by: Decision<'_> = &|d, o| d.amend(o, &lines, goods());
    assert_eq!(allowed(A, by), ["asked", "placed", "confirmed", "packing"]);
    assert_eq!(allowed(B, by), ["asked"], "where nothing is held, anybody");
    let lost = restored(false, &[]);
    let none: Decision<'_> = &|d, o| d.amend(o, &[], goods());
    let wrong = Err(Refusal::WrongState {
        state: "handed_over",
    });
    assert_eq!(
        decided(A, "missing", &lost, none),
        Err(Refusal::MissingMarks)
    );
    assert_eq!(decided(A, "handed_over", &lost, none), wrong);
    assert_eq!(
        decided(B, "placed", &lost, none),
        Err(Refusal::NeedsTakeover)
    );
    let ready = Readiness::default();
    assert_eq!(
        decided(B, "placed", &ready, none),
        Err(Refusal::NotTheKeeper)
    );
    assert_eq!(decided(A, "placed", &ready, none), Err(Refusal::NoLines));
    let with = |quantity: i64, amount: i64| {
        let mut lines = taken(1).lines;
        lines[0].quantity = Quantity::new(quantity);
        lines[0].amount_fen = Fen::new(amount);
        decided(A, "placed", &ready, &|d, o| d.amend(o, &lines, goods()))
    };
    assert_eq!(with(0, i64::MAX), input("quantity", InputError::Zero));
    assert_eq!(with(1, i64::MAX), Err(Refusal::TooLarge));
}

#[test]
fn a_question_stops_an_order_and_a_person_goes_on_with_it() {
    let doubt: Decision<'_> = &|d, o| d.doubt(o, Question::Unreachable);
    for me in [A, B] {
        assert_eq!(
            allowed(me, doubt),
            ["placed", "confirmed", "packing"],
            "who cannot reach the buyer says so, wherever the goods lie"
        );
    }
    let questions = [
        (Question::Weight, Doubt::Weight),
        (Question::Short, Doubt::Short),
        (Question::Late, Doubt::Late),
        (Question::Unreachable, Doubt::Unreachable),
        (Question::Price, Doubt::Price),
        (Question::Other("weather".to_owned()), Doubt::Unknown),
    ];
    for (question, named) in questions {
        let (mut log, id) = placed_at_a();
        log.drafts(
            B0,
            by(&log, B, |d, o| d.doubt(o, question.clone())).unwrap(),
        );
        let view = View::of(&log.facts);
        let settled = &view.settled[&id];
        assert_eq!(
            (settled.state, settled.doubt),
            (State::NeedsDecision, Some(named))
        );
        assert_eq!(view.holds(id).len(), 1, "what is held stays held");
        let gone = by(&log, A, |d, o| d.hand_over(o));
        let state = "needs_decision";
        assert_eq!(gone, Err(Refusal::WrongState { state }));
        let again = by(&log, A, |d, o| d.place(o, Vec::new()));
        assert_eq!(
            again,
            Err(Refusal::WrongState { state }),
            "it is placed already"
        );
        log.drafts(
            A0,
            by(&log, A, |d, o| d.step(o, MarkKind::Confirmed)).unwrap(),
        );
        assert_eq!(View::of(&log.facts).settled[&id].state, State::Confirmed);
    }
}

fn placed_at_a() -> (Log, EntityId) {
    let (mut log, id) = (Log::default(), order(1));
    log.movement(A0, decide::intake(A, lot(1), Quantity::new(9)).unwrap());
    log.movement(B0, decide::intake(B, lot(2), Quantity::new(9)).unwrap());
    log.placed(A0, id, placing(lot(1), holder(A), A, 4));
    (log, id)
}

fn by(
    log: &Log,
    me: DeviceId,
    decide: impl Fn(&Decider<'_>, &Order) -> Result<Vec<tsong_domain::fact::Draft>, Refusal>,
) -> Result<Vec<tsong_domain::fact::Draft>, Refusal> {
    let view = View::of(&log.facts);
    let readiness = Readiness::default();
    let decider = Decider {
        me,
        readiness: &readiness,
        world: &view.world,
        is_warned: false,
    };
    decide(&decider, &view.orders[&order(1)])
}

fn share(view: &View, number: u8) -> i64 {
    view.share(lot(number), holder(A), Shelf::Device(A))
}

#[test]
fn the_packed_weight_is_held_shipped_charged_and_accrued() {
    for (packed, doubt) in [
        (3, None),
        (4, None),
        (5, None),
        (6, None),
        (1, Some(Doubt::Weight)),
    ] {
        let (mut log, id) = placed_at_a();
        let drafts = by(&log, A, |d, o| pack(d, o, &[weighed(1, packed)], 5)).unwrap();
        log.drafts(A0, drafts);
        let view = View::of(&log.facts);
        assert_eq!(view.settled[&id].doubt, doubt, "half of four is tolerated");
        assert_eq!(share(&view, 1), 9 - packed, "held is what lies in the box");
        if doubt.is_some() {
            log.drafts(
                A0,
                by(&log, A, |d, o| d.step(o, MarkKind::Confirmed)).unwrap(),
            );
        }
        log.drafts(A0, by(&log, A, |d, o| d.hand_over(o)).unwrap());
        let view = View::of(&log.facts);
        assert_eq!(view.shelf(lot(1), Shelf::Device(A)), 9 - packed);
        let owed = due(&view.orders[&id], &view.settled[&id]);
        assert_eq!(owed.total_fen.get(), packed * 1000 + 300);
        let postings = view.postings(id);
        assert_eq!(check_postings(&postings), Ok(()));
        let of = |account: &Account| -> i64 {
            let own = postings.iter().filter(|p| p.account == *account);
            own.map(|p| p.delta_fen.get()).sum()
        };
        assert_eq!(
            of(&Account::Clearing(id)),
            owed.total_fen.get(),
            "the buyer owes it"
        );
        let villager = of(&Account::Villager(crate::log::villager()));
        assert_eq!(
            villager,
            -packed * 950,
            "five in a hundred are the station's"
        );
    }
}

#[test]
fn cancelling_frees_exactly_what_is_held_at_each_stage() {
    let steps: [&[&str]; 5] = [
        &[],
        &["confirm"],
        &["pack"],
        &["pack", "doubt"],
        &["amend", "pack"],
    ];
    for stage in steps {
        let (mut log, id) = placed_at_a();
        for step in stage {
            let lines = taken(6).lines;
            let drafts = by(&log, A, |d, o| match *step {
                "confirm" => d.step(o, MarkKind::Confirmed),
                "pack" => pack(d, o, &[weighed(1, 5)], 9),
                "amend" => d.amend(o, &lines, vec![placing(lot(1), holder(A), A, 6)]),
                _ => d.doubt(o, Question::Short),
            });
            log.drafts(A0, drafts.unwrap());
        }
        let asked = by(&log, B, |d, o| d.cancel(o, "buyer")).unwrap();
        log.drafts(B0, asked);
        let view = View::of(&log.facts);
        assert!(
            share(&view, 1) < 9,
            "{stage:?}: another's cancel frees nothing"
        );
        assert_eq!(view.settled[&id].state, State::CancelAsked);
        log.drafts(A0, by(&log, A, |d, o| d.cancel(o, "buyer")).unwrap());
        let view = View::of(&log.facts);
        assert_eq!((share(&view, 1), view.holds(id)), (9, vec![]), "{stage:?}");
        assert_eq!(view.settled[&id].state, State::Cancelled);
    }
}

#[test]
fn of_two_devices_that_confirm_and_cancel_unheard_the_keeper_decides() {
    for (keeper, state) in [(A, State::Cancelled), (B, State::CancelAsked)] {
        let (mut log, id) = placed_at_a();
        let (confirms, cancels) = if keeper == A { (B, A) } else { (A, B) };
        let agreed = by(&log, confirms, |d, o| d.step(o, MarkKind::Confirmed)).unwrap();
        let ended = by(&log, cancels, |d, o| d.cancel(o, "buyer")).unwrap();
        log.drafts(origin(confirms, 0), agreed);
        log.drafts(origin(cancels, 0), ended);
        let view = View::of(&log.facts);
        assert_eq!(view.settled[&id].state, state);
        let held = if state == State::Cancelled { 0 } else { 4 };
        assert_eq!(
            share(&view, 1),
            9 - held,
            "held until the keeper has answered"
        );
    }
}

#[test]
fn what_another_device_writes_frees_nothing_of_the_keepers() {
    let (mut log, id) = placed_at_a();
    let mut drafts = by(&log, A, |d, o| pack(d, o, &[weighed(1, 2)], 0)).unwrap();
    let Body::Mark(mark) = &mut drafts[0].body else {
        panic!("a mark")
    };
    mark.keeper = Some(B);
    mark.goods = vec![placing(lot(2), holder(B), B, 2)];
    log.drafts(B0, drafts);
    let view = View::of(&log.facts);
    assert_eq!(share(&view, 1), 5, "A's goods are in A's hands");
    assert_eq!(view.holds(id).len(), 2);
}

#[test]
fn a_hub_sale_that_weighs_more_takes_the_rest_from_the_packers_own() {
    let (mut log, id) = (Log::default(), order(1));
    log.movement(A0, decide::intake(A, lot(1), Quantity::new(9)).unwrap());
    log.placed(A0, id, placing(lot(1), Holder::Hub, A, 4));
    let drafts = by(&log, A, |d, o| pack(d, o, &[weighed(1, 6)], 5)).unwrap();
    log.drafts(A0, drafts);
    let holds: BTreeMap<Holder, i64> = View::of(&log.facts)
        .holds(id)
        .into_iter()
        .map(|(_, who, _, grams)| (who, grams))
        .collect();
    let wanted = BTreeMap::from([(Holder::Hub, 4), (Holder::Device(A), 2)]);
    assert_eq!(
        holds, wanted,
        "the hub's quota is the hub's to spend: {HUB:?}"
    );
}

#[test]
fn a_tolerance_is_never_exceeded_by_its_rounding() {
    for (ordered, permille, grams) in [
        (999, 10, 9),
        (1000, 10, 10),
        (50, 10, 0),
        (5000, 0, 0),
        (LIMIT_QUANTITY, u16::MAX, 6_553_500_000),
    ] {
        assert_eq!(tolerated(Quantity::new(ordered), permille).get(), grams);
    }
}

#[test]
fn an_amount_that_was_agreed_upon_is_charged_by_its_part() {
    let (order, world) = in_state("placed");
    let mut log = Log::default();
    log.movement(A0, decide::intake(A, lot(1), Quantity::new(9)).unwrap());
    let mut first = order.taken.clone().unwrap().1;
    first.lines = vec![Line {
        amount_fen: Fen::new(1999),
        ..first.lines[0].clone()
    }];
    log.write(A0, order.id, Body::Order(first));
    let mut mark = order.marks.values().next().unwrap().mark.clone();
    mark.kind = MarkKind::Packed;
    mark.goods = vec![placing(lot(1), holder(A), A, 1)];
    log.write(A0, order.id, Body::Mark(mark));
    let view = View::of(&log.facts);
    let owed = due(&view.orders[&order.id], &view.settled[&order.id]);
    assert_eq!(owed.goods_fen.get(), 1000, "half of 19.99, half up");
    assert!(world.closed.is_empty());
}

fn offers() -> impl Strategy<Value = Vec<Offer>> {
    let one = (1u8..9, 1u8..5, 0i64..4, 0i64..9_000);
    prop::collection::vec(one, 1..9).prop_map(|all| {
        let mut known = BTreeSet::new();
        all.into_iter()
            .filter(|(number, ..)| known.insert(*number))
            .map(|(number, who, expires_ms, share)| Offer {
                lot: lot(number),
                villager: EntityId([who; 16]),
                expires_ms,
                share: Quantity::new(share),
                is_sellable: true,
            })
            .collect()
    })
}

fn summed(goods: &[Placing]) -> i64 {
    goods.iter().map(|g| g.quantity.get()).sum()
}

proptest! {
    /// No rule promises a gram that is not there, and each fills to the gram or not at all.
    #[test]
    fn every_rule_fills_to_the_gram_and_out_of_what_is_there(
        offers in offers(), quantity in 1i64..20_000, rule in 0usize..4, turn in 1u8..5,
    ) {
        let gone = BTreeMap::from([(EntityId([turn; 16]), Quantity::new(5))]);
        let first = offers[0].lot;
        let rules = [Rule::EarliestExpiry, Rule::Chosen(first), Rule::Rotated(&gone), Rule::Pooled];
        let fits = |o: &&Offer| rule != 1 || o.lot == first;
        let there: i64 = offers.iter().filter(fits).map(|o| o.share.get()).sum();
        let mut left = offers.clone();
        let filled = fill_by(1, Quantity::new(quantity), rules[rule], &mut left, A);
        let Ok(goods) = filled else {
            prop_assert!(quantity > there, "refused though {there} are there");
            return Ok(());
        };
        prop_assert_eq!(summed(&goods), quantity);
        prop_assert!(left.iter().all(|o| o.share.get() >= 0));
        let after: i64 = left.iter().filter(fits).map(|o| o.share.get()).sum();
        prop_assert_eq!(after, there - quantity, "the offers are charged once");
        let mut shuffled = offers.clone();
        shuffled.reverse();
        let again = fill_by(1, Quantity::new(quantity), rules[rule], &mut shuffled, A);
        prop_assert_eq!(again, Ok(goods.clone()), "whatever order the lots come in");
        if rule == 3 {
            let mut have: BTreeMap<EntityId, i64> = BTreeMap::new();
            offers.iter().for_each(|o| *have.entry(o.villager).or_default() += o.share.get());
            for (who, grams) in have {
                let own = goods.iter().filter(|g| g.villager == who);
                let got: i64 = own.map(|g| g.quantity.get()).sum();
                let exact = i128::from(quantity) * i128::from(grams);
                let off = i128::from(got) * i128::from(there) - exact;
                prop_assert!(off.abs() < i128::from(there), "{got} of {grams}: less than a gram off");
            }
        }
    }

    /// What is packed, what the buyer owes and what the villagers get agree to the fen.
    #[test]
    fn packed_goods_are_accrued_to_the_fen(
        parts in prop::collection::vec((1u8..6, 1i64..4_000), 1..5),
        price in 1i64..900_000, permille in 0u16..1000,
    ) {
        let (mut log, id) = (Log::default(), order(1));
        let mut first = taken(1);
        let ordered: i64 = parts.iter().map(|p| p.1).sum::<i64>() + 7;
        first.commission_permille = Some(permille);
        first.lines[0].measure = tsong_domain::quantity::Measure::Weight;
        first.lines[0].quantity = Quantity::new(ordered);
        first.lines[0].price_fen = Fen::new(price);
        first.lines[0].amount_fen = first.lines[0].computed_amount().unwrap();
        let line = first.lines[0].clone();
        log.write(A0, id, Body::Order(first));
        let mut mark = tsong_domain::mark::Mark::new(
            tsong_domain::mark::Aspect::Fulfilment, MarkKind::HandedOver, Vec::new());
        mark.goods = (1u8..).zip(&parts).map(|(number, (who, grams))| Placing {
            villager: EntityId([*who; 16]),
            ..placing(lot(number), holder(A), A, *grams)
        }).collect();
        let packed = summed(&mark.goods);
        log.write(A0, id, Body::Mark(mark));
        let view = View::of(&log.facts);
        let wanted = Line { quantity: Quantity::new(packed), ..line }.computed_amount().unwrap();
        let owed = due(&view.orders[&id], &view.settled[&id]);
        prop_assert_eq!(owed.goods_fen, wanted, "price times what was packed, rounded once");
        let postings = view.postings(id);
        prop_assert_eq!(check_postings(&postings), Ok(()));
        let of = |wanted: &dyn Fn(&Account) -> bool| -> i64 {
            postings.iter().filter(|p| wanted(&p.account)).map(|p| p.delta_fen.get()).sum()
        };
        let villagers = of(&|a| matches!(a, Account::Villager(_) | Account::Commission));
        prop_assert_eq!(-villagers, wanted.get());
        prop_assert_eq!(of(&|a| matches!(a, Account::Clearing(_))), owed.total_fen.get());
    }
}
