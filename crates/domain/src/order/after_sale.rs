//! After-sale: a complaint and what became of it.

use crate::id::FactId;
use crate::mark::{Aspect, Bearer, MarkKind};
use crate::money::Fen;
use crate::order::Order;
use crate::produce::PhotoRef;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The state of an order's after-sale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AfterSale {
    /// Asked for.
    Requested,
    /// The station agrees.
    Agreed,
    /// The goods are awaited back.
    AwaitGoods,
    /// They came and were looked at.
    Inspected,
    /// The station does not agree.
    Refused,
    /// The buyer lets it be.
    Withdrawn,
    /// The money went back.
    Refunded,
}

impl AfterSale {
    /// The state's word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Agreed => "agreed",
            Self::AwaitGoods => "await_goods",
            Self::Inspected => "inspected",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Refunded => "refunded",
        }
    }
}

/// A complaint as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// How far it has come.
    pub state: AfterSale,
    /// The marks that a new one has to name.
    pub unanswered: Vec<FactId>,
    /// Why, as was said last.
    pub reason: String,
    /// What it looks like, as was shown last.
    pub photo: Option<PhotoRef>,
}

/// The complaint about an order; `None` without one.
#[must_use]
pub fn complaint(order: &Order) -> Option<Complaint> {
    let marks: Vec<_> = order.of_aspect(&Aspect::AfterSale).collect();
    let answered: BTreeSet<FactId> = marks
        .iter()
        .flat_map(|(_, m)| m.mark.sees.clone())
        .collect();
    let open: Vec<_> = marks
        .iter()
        .filter(|(id, _)| !answered.contains(id))
        .collect();
    let state = open
        .iter()
        .filter_map(|(_, m)| state_of(&m.mark.kind))
        .max()?;
    let mut said: Vec<_> = marks.iter().collect();
    said.sort_by_key(|(id, m)| (m.time, *id));
    let last = || said.iter().rev();
    Some(Complaint {
        state,
        unanswered: open.iter().map(|(id, _)| *id).collect(),
        reason: last()
            .find_map(|(_, m)| m.mark.reason.clone())
            .unwrap_or_default(),
        photo: last().find_map(|(_, m)| m.mark.photo),
    })
}

/// What a complaint cost, and who bears it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The mark that says so.
    pub fact: FactId,
    /// How much went back.
    pub amount_fen: Fen,
    /// Who bears it.
    pub bears: Bearer,
    /// The line that it is for; all of them when absent.
    pub line: Option<u32>,
}

/// Every refund after a complaint. Two devices that write the same one apart write it once, as with
/// the payments that it goes back from.
#[must_use]
pub fn losses(order: &Order) -> Vec<Loss> {
    let mut seen = BTreeSet::new();
    let mut losses = Vec::new();
    for (fact, marked) in order.of_aspect(&Aspect::AfterSale) {
        let mark = &marked.mark;
        let (Some(money), Some(bears)) = (&mark.money, &mark.bears) else {
            continue;
        };
        if mark.kind == MarkKind::Refunded && seen.insert((mark.sees.clone(), money.amount_fen)) {
            losses.push(Loss {
                fact,
                amount_fen: money.amount_fen,
                bears: bears.clone(),
                line: mark.line,
            });
        }
    }
    losses
}

fn state_of(kind: &MarkKind) -> Option<AfterSale> {
    match kind {
        MarkKind::Requested => Some(AfterSale::Requested),
        MarkKind::Agreed => Some(AfterSale::Agreed),
        MarkKind::AwaitGoods => Some(AfterSale::AwaitGoods),
        MarkKind::Inspected => Some(AfterSale::Inspected),
        MarkKind::Refused => Some(AfterSale::Refused),
        MarkKind::Withdrawn => Some(AfterSale::Withdrawn),
        MarkKind::Refunded => Some(AfterSale::Refunded),
        MarkKind::Asked
        | MarkKind::Placed
        | MarkKind::Confirmed
        | MarkKind::Packing
        | MarkKind::Packed
        | MarkKind::Doubted
        | MarkKind::HandedOver
        | MarkKind::Completed
        | MarkKind::Cancelled
        | MarkKind::Expected
        | MarkKind::Reported
        | MarkKind::Cleared
        | MarkKind::PartRefunded
        | MarkKind::Void
        | MarkKind::Other(_) => None,
    }
}
