//! Payments and after-sale: threads of marks by two devices, told in every order.

use crate::concurrent::interleavings;
use crate::log::{A, B, HUB, Log, holder, lot, order, origin, placing};
use crate::view::View;
use crate::world::check::check_postings;
use proptest::prelude::*;
use std::collections::BTreeSet;
use tsong_domain::fact::{Body, Fact};
use tsong_domain::id::{FactId, Origin};
use tsong_domain::mark::{Aspect, Mark, MarkKind, MarkMoney, PayWay};
use tsong_domain::money::Fen;
use tsong_domain::movement::Account;
use tsong_domain::order::after_sale::{AfterSale, complaint};
use tsong_domain::order::decide::pay;
use tsong_domain::order::payment::{PayState, payments, together};
use tsong_domain::order::settle::State;

const A0: Origin = origin(A, 0);
const B0: Origin = origin(B, 0);

fn start() -> Log {
    let mut log = Log::default();
    log.placed(A0, order(1), placing(lot(1), holder(A), A, 2));
    log.movement(
        B0,
        tsong_domain::movement::Movement::of(
            tsong_domain::movement::MoveKind::Correction,
            Vec::new(),
        ),
    );
    log
}

/// A payment's next mark, decided on what `known` knows; nothing where it is refused.
fn press(log: &mut Log, known: &Log, from: Origin, kind: MarkKind, fen: i64) -> Vec<FactId> {
    let view = View::of(&known.facts);
    let order = &view.orders[&order(1)];
    let thread = payments(order);
    match pay(
        order,
        thread.first(),
        kind,
        Fen::new(fen),
        PayWay::Cash,
        None,
    ) {
        Ok(drafts) => log.drafts(from, drafts),
        Err(_) => Vec::new(),
    }
}

fn told(facts: &[Fact], mut each: impl FnMut(&View)) {
    let mut ends = BTreeSet::new();
    for told in interleavings(facts) {
        let view = View::of(told.iter().copied().chain(told.iter().copied()));
        assert_eq!(check_postings(&view.postings(order(1))), Ok(()));
        ends.insert(format!("{:?}", view.postings(order(1))));
        each(&view);
    }
    assert_eq!(
        ends.len(),
        1,
        "the books do not depend on who told what first"
    );
}

fn balance(view: &View, account: &Account) -> i64 {
    let postings = view.postings(order(1));
    postings
        .iter()
        .filter(|p| p.account == *account)
        .map(|p| p.delta_fen.get())
        .sum()
}

#[test]
fn two_devices_that_clear_one_expected_payment_clear_it_once() {
    let mut log = start();
    let known = log.clone();
    press(&mut log, &known, A0, MarkKind::Expected, 2300);
    let known = log.clone();
    press(&mut log, &known, A0, MarkKind::Cleared, 2300);
    press(&mut log, &known, B0, MarkKind::Cleared, 2300);
    told(&log.facts, |view| {
        let all = payments(&view.orders[&order(1)]);
        assert_eq!(all.len(), 1, "one payment, whoever saw the money");
        assert_eq!(all[0].state, PayState::Cleared);
        let drawers = [A, B].map(|d| balance(view, &Account::Drawer(d)));
        assert_eq!(
            drawers.iter().sum::<i64>(),
            2300,
            "it lies in one drawer: {drawers:?}"
        );
        assert_eq!(
            balance(view, &Account::Clearing(order(1))),
            -2300,
            "still to be sent out"
        );
    });
}

#[test]
fn two_devices_that_give_the_same_money_back_give_it_back_once() {
    let mut log = start();
    let known = log.clone();
    press(&mut log, &known, A0, MarkKind::Cleared, 2300);
    let known = log.clone();
    press(&mut log, &known, A0, MarkKind::Refunded, 2300);
    press(&mut log, &known, B0, MarkKind::Refunded, 2300);
    told(&log.facts, |view| {
        let all = payments(&view.orders[&order(1)]);
        assert_eq!(
            (all[0].state, all[0].refunded_fen.get()),
            (PayState::Refunded, 2300)
        );
        assert_eq!(balance(view, &Account::Clearing(order(1))), 0, "in and out");
        assert_eq!(
            together(&all, Fen::new(2300), State::Placed),
            PayState::Refunded
        );
    });
}

#[test]
fn a_paid_and_delivered_order_leaves_nothing_between_goods_and_money() {
    let mut log = start();
    let known = log.clone();
    press(&mut log, &known, A0, MarkKind::Cleared, 2300);
    let placed = FactId::new(A0, 3);
    log.handed(B0, order(1), &[placed], placing(lot(1), holder(A), A, 2));
    told(&log.facts, |view| {
        assert_eq!(balance(view, &Account::Clearing(order(1))), 0);
        assert_eq!(
            balance(view, &Account::Villager(crate::log::villager())),
            -1900
        );
        assert_eq!(balance(view, &Account::Commission), -100, "5 % of 20 yuan");
        assert_eq!(balance(view, &Account::Carrier), -300, "freight");
        assert_eq!(balance(view, &Account::Drawer(A)), 2300);
    });
}

#[test]
fn a_lot_that_two_holders_shipped_is_owed_for_once() {
    let mut log = Log::default();
    let placed = log.placed(A0, order(1), placing(lot(1), holder(A), A, 3));
    let mut mark = Mark::new(Aspect::Fulfilment, MarkKind::HandedOver, vec![placed]);
    mark.goods = vec![
        placing(lot(1), holder(A), A, 1),
        placing(lot(1), holder(HUB), A, 1),
        placing(lot(2), holder(A), A, 1),
    ];
    log.write(A0, order(1), Body::Mark(mark));
    told(&log.facts, |view| {
        let postings = view.postings(order(1));
        let villager = Account::Villager(crate::log::villager());
        let parts = postings.iter().filter(|p| p.account == villager);
        let parts: Vec<i64> = parts.map(|p| -p.delta_fen.get()).collect();
        assert_eq!(
            parts,
            [1900, 950],
            "two of lot 1, one of lot 2, less 5 % each"
        );
    });
}

const KINDS: [MarkKind; 6] = [
    MarkKind::Expected,
    MarkKind::Reported,
    MarkKind::Cleared,
    MarkKind::PartRefunded,
    MarkKind::Refunded,
    MarkKind::Void,
];

const COMPLAINTS: [MarkKind; 7] = [
    MarkKind::Requested,
    MarkKind::Agreed,
    MarkKind::AwaitGoods,
    MarkKind::Inspected,
    MarkKind::Refused,
    MarkKind::Withdrawn,
    MarkKind::Refunded,
];

/// What two devices press; each hears the other only where `hears` says so.
fn presses() -> impl Strategy<Value = Vec<(bool, usize, i64, bool)>> {
    let one = (any::<bool>(), 0..KINDS.len(), 1..2500i64, any::<bool>());
    proptest::collection::vec(one, 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    #[test]
    fn payments_come_to_the_same_in_every_order(presses in presses()) {
        let mut log = start();
        let mut last = [log.clone(), log.clone()];
        for (is_b, kind, fen, hears) in presses {
            let (from, own) = if is_b { (B0, 1) } else { (A0, 0) };
            if hears {
                last[own] = log.clone();
            }
            let mut known = last[own].clone();
            let mine = log.facts.iter().filter(|f| f.header.id.origin == from);
            let unheard: Vec<Fact> =
                mine.filter(|f| !known.facts.contains(f)).cloned().collect();
            known.facts.extend(unheard);
            press(&mut log, &known, from, KINDS[kind].clone(), fen);
        }
        let mut ends = BTreeSet::new();
        told(&log.facts, |view| {
            let all = payments(&view.orders[&order(1)]);
            for p in &all {
                let went: i64 = p.refunds.iter().map(|(_, m)| m.amount_fen.get()).sum();
                assert_eq!(went, p.refunded_fen.get());
                assert_eq!(p.cleared_by.is_some(), matches!(
                    p.state,
                    PayState::Cleared | PayState::PartRefunded | PayState::Refunded
                ), "{p:?}");
            }
            let paid: i64 = all.iter().filter(|p| p.cleared_by.is_some())
                .map(|p| p.amount_fen.get() - p.refunded_fen.get()).sum();
            let drawers: i64 = [A, B].map(|d| balance(view, &Account::Drawer(d))).iter().sum();
            assert_eq!(drawers, paid, "the drawers hold what was paid and not given back");
            ends.insert(format!("{all:?}"));
        });
        prop_assert_eq!(ends.len(), 1);
    }

    #[test]
    fn complaints_come_to_the_same_in_every_order(
        marks in proptest::collection::vec((0..3usize, 0..COMPLAINTS.len(), any::<bool>()), 1..6),
    ) {
        let mut log = start();
        for (who, kind, answers) in marks {
            let known = View::of(&log.facts);
            let open = complaint(&known.orders[&order(1)]).map(|one| one.unanswered);
            let sees = open.filter(|_| answers).unwrap_or_default();
            let mark = Mark::new(Aspect::AfterSale, COMPLAINTS[kind].clone(), sees);
            log.write(origin([A, B, HUB][who], 0), order(1), Body::Mark(mark));
        }
        let settled = |view: &View| complaint(&view.orders[&order(1)]).map(|one| (one.state, one.unanswered));
        let end = settled(&View::of(&log.facts));
        for told in interleavings(&log.facts) {
            prop_assert_eq!(settled(&View::of(told)), end.clone());
        }
        let (_, open) = end.unwrap();
        let mut answer = Mark::new(Aspect::AfterSale, MarkKind::Withdrawn, open);
        answer.reason = Some("buyer".to_owned());
        let id = log.write(B0, order(1), Body::Mark(answer));
        let after = settled(&View::of(&log.facts));
        prop_assert_eq!(after, Some((AfterSale::Withdrawn, vec![id])), "who answers all, settles");
    }
}

#[test]
fn a_payment_of_absurd_size_is_shown_and_wraps_nowhere() {
    let mut log = start();
    let mut mark = Mark::new(Aspect::Payment, MarkKind::Cleared, Vec::new());
    mark.money = Some(MarkMoney {
        amount_fen: Fen::new(i64::MAX),
        way: PayWay::Bank,
    });
    log.write(B0, order(1), Body::Mark(mark));
    let view = View::of(&log.facts);
    assert_eq!(payments(&view.orders[&order(1)]).len(), 1);
    assert_eq!(check_postings(&view.postings(order(1))), Ok(()));
}
