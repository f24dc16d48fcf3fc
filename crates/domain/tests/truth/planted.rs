//! Planted mistakes: each is a small wrong variant of a rule, and the very check that the right rule
//! passes catches it. Those that a run of the world can reach are searched for there.

mod by_hand;

use crate::histories::{CALM, LOST_DISK, run};
use crate::view::{Rules, TRUE_RULES, settled};
use crate::world::Config;
use std::collections::BTreeSet;
use tsong_domain::mark::{Mark, MarkKind, Stance};
use tsong_domain::order::Order;
use tsong_domain::order::settle::{Settled, State, World};
use tsong_domain::stock::{Cells, LotLedger};

const RUNS: u64 = 4000;

/// What the random world says of a planted mistake: it must find one, and must find none without.
fn found(planted: &'static Config, right: &'static Config) -> String {
    for seed in 0..RUNS {
        if let Err((_, told)) = run(planted, seed, 40, crate::world::Village::check) {
            let healthy = run(right, seed, 40, crate::world::Village::check);
            assert!(
                healthy.is_ok(),
                "the same run under the right rule: {healthy:?}"
            );
            return told;
        }
    }
    panic!(
        "{RUNS} runs did not notice the mistake planted in {}",
        planted.name
    );
}

/// Somebody's cancel frees, wherever the goods lie.
fn any_cancel_frees(order: &Order, world: &World) -> Settled {
    let mut order = order.clone();
    for marked in order.marks.values_mut() {
        marked.mark.keeper = None;
    }
    settled(&order, world)
}

/// Effects by the name of the state: what needs a decision has neither gone nor is it held.
fn effects_by_name(order: &Order, world: &World) -> Settled {
    let mut settled = settled(order, world);
    if settled.state == State::NeedsDecision {
        settled.shipment = None;
        settled.holds.clear();
    }
    settled
}

/// Nothing of a lost disk is ever late.
fn nothing_is_late(order: &Order, world: &World) -> Settled {
    settled(
        order,
        &World {
            closed: std::collections::BTreeMap::new(),
            ..world.clone()
        },
    )
}

/// A count forgets how far it had seen its older origins.
fn counts_see_nothing(ledger: &LotLedger, world: &World) -> Cells {
    let mut ledger = ledger.clone();
    ledger.moves.iter_mut().for_each(|m| m.saw.clear());
    ledger.cells(world)
}

/// What is packed is weighed, but what it is heavier than what was held is promised to others.
fn overweight_is_not_held(order: &Order, world: &World) -> Settled {
    let mut order = order.clone();
    for marked in order.marks.values_mut() {
        if marked.mark.kind == MarkKind::Packed {
            marked.mark.kind = MarkKind::Packing;
            marked.mark.frees.clear();
        }
    }
    settled(&order, world)
}

/// What a lost disk passed to the hub still counts after the takeover.
fn late_grants_count(ledger: &LotLedger, world: &World) -> Cells {
    let mut ledger = ledger.clone();
    ledger.moves.iter_mut().for_each(|m| m.is_paper = false);
    ledger.cells(world)
}

/// Every cancel that knows a placing gives its grams back, one by one.
fn every_cancel_gives_back(order: &Order, world: &World) -> Settled {
    let mut settled = settled(order, world);
    if settled.shipment.is_some() {
        return settled;
    }
    let marks = || order.marks.values().map(|m| &m.mark);
    let cancels = marks().filter(|m| m.kind == MarkKind::Cancelled).count();
    let keyed = marks()
        .filter(|m| m.stance == Stance::Hold)
        .flat_map(|m: &Mark| &m.goods);
    for g in keyed {
        let key = tsong_domain::order::settle::EffectKey {
            line: g.line,
            lot: g.lot,
            holder: g.holder,
            place: g.place,
        };
        let left = g.quantity.get() * (1 - i64::try_from(cancels).unwrap());
        let hold = tsong_domain::order::settle::Hold {
            quantity: tsong_domain::quantity::Quantity::new(left),
            villager: g.villager,
            keepers: BTreeSet::new(),
        };
        settled.holds.insert(key, hold);
    }
    settled
}

macro_rules! planted {
    ($name:literal, $on:expr, $rules:expr) => {
        &Config {
            name: $name,
            rules: $rules,
            ..$on
        }
    };
}

const fn settling(settle: fn(&Order, &World) -> Settled) -> Rules {
    Rules {
        settle,
        ..TRUE_RULES
    }
}

const fn counting(cells: fn(&LotLedger, &World) -> Cells) -> Rules {
    Rules {
        cells,
        ..TRUE_RULES
    }
}

#[test]
fn a_cancel_that_frees_wherever_the_goods_lie_is_found() {
    const WRONG: &Config = planted!("any cancel frees", CALM, settling(any_cancel_frees));
    let told = found(WRONG, &CALM);
    assert!(
        told.contains("share") || told.contains("promised"),
        "{told}"
    );
}

#[test]
fn effects_by_the_states_name_are_found() {
    const WRONG: &Config = planted!("effects by name", CALM, settling(effects_by_name));
    let told = found(WRONG, &CALM);
    assert!(
        told.contains("shelf") || told.contains("accruals"),
        "{told}"
    );
}

#[test]
fn a_release_by_every_cancel_is_found() {
    const WRONG: &Config = planted!("releases twice", CALM, settling(every_cancel_gives_back));
    drop(found(WRONG, &CALM));
}

#[test]
fn an_overweight_that_nothing_holds_is_found() {
    const BUSY: Config = Config {
        extras: true,
        ..CALM
    };
    const WRONG: &Config = planted!("overweight", BUSY, settling(overweight_is_not_held));
    let told = found(WRONG, &BUSY);
    assert!(
        told.contains("share") || told.contains("promised"),
        "{told}"
    );
}

#[test]
fn a_lost_disk_whose_late_promises_hold_is_found() {
    const WRONG: &Config = planted!("nothing is late", LOST_DISK, settling(nothing_is_late));
    drop(found(WRONG, &LOST_DISK));
}

#[test]
fn a_count_that_is_charged_again_by_late_goods_is_found() {
    const WRONG: &Config = planted!(
        "counts see nothing",
        LOST_DISK,
        counting(counts_see_nothing)
    );
    let told = found(WRONG, &LOST_DISK);
    assert!(told.contains("shelf") || told.contains("share"), "{told}");
}

#[test]
fn a_count_that_doubles_carried_goods_is_found() {
    const WRONG: &Config = &Config {
        name: "carries at once",
        carries_at_once: true,
        ..CALM
    };
    let told = found(WRONG, &CALM);
    assert!(
        told.contains("shelf") || told.contains("share"),
        "B counts what is to come: {told}"
    );
}
