//! What taking an order and its money refuses, in the order in which the rules look.

use crate::log::{A, Log, holder, lot, order, origin, placing, taken};
use crate::view::View;
use tsong_domain::mark::{MarkKind, PayWay, Placing};
use tsong_domain::money::Fen;
use tsong_domain::order::decide::{Offer, ask, fill, pay, take};
use tsong_domain::order::payment::payments;
use tsong_domain::quantity::Quantity;
use tsong_domain::refusal::Refusal;

const A0: tsong_domain::id::Origin = origin(A, 0);

fn offer(number: u8, share: i64, expires_ms: i64, is_sellable: bool) -> Offer {
    let villager = crate::log::villager();
    Offer {
        lot: lot(number),
        villager,
        expires_ms,
        share: Quantity::new(share),
        is_sellable,
    }
}

fn filled(goods: &[Placing]) -> Vec<(u8, i64)> {
    goods
        .iter()
        .map(|g| (g.lot.0[0], g.quantity.get()))
        .collect()
}

#[test]
fn lines_are_filled_by_what_must_go_first_and_never_twice() {
    let mut offers = [
        offer(1, 5, 900, true),
        offer(2, 3, 100, true),
        offer(3, 9, 50, false),
    ];
    let four = fill(1, Quantity::new(4), None, &mut offers, A).unwrap();
    assert_eq!(
        filled(&four),
        [(1, 1), (2, 3)],
        "lot 2 expires first; lot 3 waits for its count"
    );
    let next = fill(2, Quantity::new(4), None, &mut offers, A).unwrap();
    assert_eq!(
        filled(&next),
        [(1, 4)],
        "the second line sees what the first left"
    );
    let none = fill(3, Quantity::new(1), Some(lot(1)), &mut offers, A);
    let (asked, available) = (Quantity::new(1), Quantity::ZERO);
    assert_eq!(
        none,
        Err(Refusal::NotEnough {
            line: 3,
            lot: Some(lot(1)),
            asked,
            available
        })
    );
    let wait = fill(3, Quantity::new(1), None, &mut offers, A);
    assert_eq!(
        wait,
        Err(Refusal::NeedsRecount { lot: lot(3) }),
        "a count would help: say so"
    );
}

#[test]
fn an_order_needs_lines_and_a_sum_that_can_be() {
    let mut empty = taken(1);
    empty.lines.clear();
    empty.amounts.total_fen = Fen::new(-1);
    let no_lines = Err(Refusal::NoLines);
    assert_eq!(take(order(1), empty.clone(), "", Vec::new(), A), no_lines);
    assert_eq!(ask(order(1), empty, ""), no_lines);
    let mut absurd = taken(1);
    absurd.amounts.total_fen = Fen::new(i64::MAX);
    assert_eq!(
        take(order(1), absurd, "", Vec::new(), A),
        Err(Refusal::TooLarge)
    );
    let drafts = take(order(1), taken(1), "ring twice", Vec::new(), A).unwrap();
    assert_eq!(
        drafts[0].personal.as_ref().unwrap().note,
        "ring twice",
        "a note can be erased"
    );
}

#[test]
fn money_is_refused_by_state_before_amount() {
    let (mut log, id) = (Log::default(), order(1));
    log.placed(A0, id, placing(lot(1), holder(A), A, 2));
    let part = |log: &mut Log, kind, fen| {
        let view = View::of(&log.facts);
        let order = &view.orders[&id];
        let thread = payments(order);
        let drafts = pay(
            order,
            thread.first(),
            kind,
            Fen::new(fen),
            PayWay::Cash,
            None,
        )?;
        log.drafts(A0, drafts);
        Ok::<(), Refusal>(())
    };
    let wrong = |state| Err(Refusal::WrongState { state });
    assert_eq!(part(&mut log, MarkKind::Refunded, -5), wrong("none"));
    assert_eq!(part(&mut log, MarkKind::Cleared, 0), Err(Refusal::TooLarge));
    assert_eq!(part(&mut log, MarkKind::Expected, 2300), Ok(()));
    assert_eq!(part(&mut log, MarkKind::Expected, 2300), wrong("expected"));
    assert_eq!(part(&mut log, MarkKind::Cleared, 2300), Ok(()));
    assert_eq!(part(&mut log, MarkKind::Void, 2300), wrong("cleared"));
    assert_eq!(part(&mut log, MarkKind::PartRefunded, 300), Ok(()));
    let more = part(&mut log, MarkKind::Refunded, 2001);
    assert_eq!(
        more,
        Err(Refusal::MoreThanPaid {
            most_fen: Fen::new(2000)
        }),
        "no more goes back than is there"
    );
    assert_eq!(part(&mut log, MarkKind::Refunded, 2000), Ok(()));
    assert_eq!(part(&mut log, MarkKind::Refunded, 1), wrong("refunded"));
}
