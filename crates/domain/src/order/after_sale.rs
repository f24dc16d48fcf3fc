//! After-sale: a complaint and what became of it.

use crate::id::FactId;
use crate::mark::{Aspect, MarkKind};
use crate::order::Order;
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

/// The after-sale of an order and the marks that a new one has to name; `None` without one.
#[must_use]
pub fn after_sale(order: &Order) -> Option<(AfterSale, Vec<FactId>)> {
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
    Some((state, open.iter().map(|(id, _)| *id).collect()))
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
