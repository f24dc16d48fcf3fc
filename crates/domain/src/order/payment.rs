//! Payments of an order. A payment is a thread of marks: its first mark names none, every later one
//! names what it answers. Two devices that clear the same expected payment clear it once.

use crate::id::{EntityId, FactId};
use crate::mark::{Aspect, MarkKind, MarkMoney, PayWay};
use crate::money::Fen;
use crate::order::Order;
use crate::order::settle::State;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The state of one payment, or of all of an order's payments together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayState {
    /// Awaited.
    Expected,
    /// The buyer says that it is paid.
    Reported,
    /// The money is there.
    Cleared,
    /// Some of it went back.
    PartRefunded,
    /// All of it went back.
    Refunded,
    /// Never came, never will.
    Void,
}

impl PayState {
    /// The state's word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Expected => "expected",
            Self::Reported => "reported",
            Self::Cleared => "cleared",
            Self::PartRefunded => "part_refunded",
            Self::Refunded => "refunded",
            Self::Void => "void",
        }
    }
}

/// One payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Its identity: its first mark.
    pub id: FactId,
    /// Where it stands.
    pub state: PayState,
    /// By which way, as last said.
    pub way: PayWay,
    /// What was cleared, or is expected while nothing is; without what went over to another order.
    pub amount_fen: Fen,
    /// What came when it was cleared, whichever order has it now.
    pub cleared_fen: Fen,
    /// What went back.
    pub refunded_fen: Fen,
    /// The mark that cleared it: the smallest, when two did.
    pub cleared_by: Option<FactId>,
    /// The marks by which money went back or over to another order, each counted once.
    pub refunds: Vec<(FactId, MarkMoney)>,
    /// The villager who got it, when it came to no account of the station.
    pub payee: Option<EntityId>,
    /// The marks that a new one has to name.
    pub unanswered: Vec<FactId>,
}

/// The payments of an order, oldest first.
#[must_use]
pub fn payments(order: &Order) -> Vec<Payment> {
    let marks: BTreeMap<FactId, _> = order.of_aspect(&Aspect::Payment).collect();
    let mut root: BTreeMap<FactId, FactId> = marks.keys().map(|id| (*id, *id)).collect();
    // A mark joins the threads that it names; the smallest first mark names the thread. Repeated
    // until nothing moves: threads are short.
    loop {
        let mut moved = false;
        for (id, m) in &marks {
            let group = m
                .mark
                .sees
                .iter()
                .chain([id])
                .filter_map(|s| root.get(s).copied());
            let Some(least) = group.min() else { continue };
            for member in m.mark.sees.iter().chain([id]) {
                if let Some(r) = root.get_mut(member)
                    && *r > least
                {
                    *r = least;
                    moved = true;
                }
            }
        }
        if !moved {
            break;
        }
    }
    let threads: BTreeSet<FactId> = root.values().copied().collect();
    threads
        .into_iter()
        .filter_map(|thread| {
            let members: Vec<_> = marks
                .iter()
                .filter(|(id, _)| root.get(id) == Some(&thread))
                .map(|(id, m)| (*id, &m.mark))
                .collect();
            one(thread, &members)
        })
        .collect()
}

fn one(id: FactId, marks: &[(FactId, &crate::mark::Mark)]) -> Option<Payment> {
    let answered: BTreeSet<FactId> = marks.iter().flat_map(|(_, m)| m.sees.clone()).collect();
    let unanswered: Vec<FactId> = marks
        .iter()
        .map(|(i, _)| *i)
        .filter(|i| !answered.contains(i))
        .collect();
    let with = |kind: &MarkKind| {
        marks
            .iter()
            .filter(|(_, m)| m.kind == *kind)
            .collect::<Vec<_>>()
    };
    let cleared = with(&MarkKind::Cleared);
    // Refunds of one moment, seen apart by two devices, name the same marks: they are one refund.
    let mut refunds: BTreeMap<(Vec<FactId>, Fen), (FactId, MarkMoney)> = BTreeMap::new();
    let mut over_fen = Fen::ZERO;
    for (fact, mark) in marks {
        if matches!(mark.kind, MarkKind::PartRefunded | MarkKind::Refunded)
            && let Some(money) = &mark.money
        {
            let key = (mark.sees.clone(), money.amount_fen);
            if mark.to.is_some() && !refunds.contains_key(&key) {
                over_fen = over_fen.checked_add(money.amount_fen)?;
            }
            refunds.entry(key).or_insert_with(|| (*fact, money.clone()));
        }
    }
    let refunds: Vec<(FactId, MarkMoney)> = refunds.into_values().collect();
    let went_fen = Fen::sum(refunds.iter().map(|(_, m)| m.amount_fen))?;
    let refunded_fen = went_fen.checked_sub(over_fen)?;
    let (cleared_by, money) = match cleared.first() {
        Some((fact, mark)) => (Some(*fact), mark.money.clone()),
        None => (None, marks.iter().rev().find_map(|(_, m)| m.money.clone())),
    };
    let (cleared_fen, way) = money.map_or((Fen::ZERO, PayWay::Cash), |m| (m.amount_fen, m.way));
    let amount_fen = cleared_fen.checked_sub(over_fen)?;
    let has = |kind: &MarkKind| !with(kind).is_empty();
    let state = if cleared_by.is_some() {
        if refunded_fen > Fen::ZERO && refunded_fen >= amount_fen || has(&MarkKind::Refunded) {
            PayState::Refunded
        } else if refunded_fen > Fen::ZERO {
            PayState::PartRefunded
        } else {
            PayState::Cleared
        }
    } else if has(&MarkKind::Void) {
        PayState::Void
    } else if has(&MarkKind::Reported) {
        PayState::Reported
    } else {
        PayState::Expected
    };
    Some(Payment {
        id,
        state,
        way,
        amount_fen,
        cleared_fen,
        refunded_fen,
        cleared_by,
        refunds,
        payee: marks.iter().rev().find_map(|(_, m)| m.payee),
        unanswered,
    })
}

/// What all payments of an order come to: refunded, cleared in full, reported, expected, or void.
#[must_use]
pub fn together(payments: &[Payment], total_fen: Fen, state: State) -> PayState {
    let there = payments.iter().filter(|p| p.cleared_by.is_some());
    let paid = Fen::sum(there.clone().map(|p| p.amount_fen)).unwrap_or_default();
    let back = Fen::sum(there.clone().map(|p| p.refunded_fen)).unwrap_or_default();
    let any = there.clone().next().is_some();
    let all_back = any && there.clone().all(|p| p.state == PayState::Refunded);
    if all_back {
        PayState::Refunded
    } else if back > Fen::ZERO {
        PayState::PartRefunded
    } else if any && paid >= total_fen {
        PayState::Cleared
    } else if state == State::Cancelled && !any {
        PayState::Void
    } else if payments.iter().any(|p| p.state == PayState::Reported) {
        PayState::Reported
    } else {
        PayState::Expected
    }
}
