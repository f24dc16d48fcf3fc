//! Decisions about a complaint after the goods went.

use super::Decider;
use crate::fact::{Body, Draft};
use crate::mark::{Aspect, Bearer, Mark, MarkKind, MarkMoney, PayWay};
use crate::money::Fen;
use crate::order::Order;
use crate::order::after_sale::{AfterSale, complaint};
use crate::order::payment::{PayState, payments};
use crate::produce::PhotoRef;
use crate::refusal::Refusal;
use crate::text::InputError;

/// Money that goes back after a complaint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refund {
    /// How much.
    pub amount_fen: Fen,
    /// By which way.
    pub way: PayWay,
    /// Who bears it.
    pub bears: Bearer,
    /// The line that it is for; all of them when absent.
    pub line: Option<u32>,
}

/// A step of a complaint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Which step.
    pub kind: MarkKind,
    /// Why, in a word or a person's words.
    pub reason: String,
    /// What it looks like.
    pub photo: Option<PhotoRef>,
    /// The money, with [`MarkKind::Refunded`] and only with it.
    pub refund: Option<Refund>,
}

/// The states after which a step of a complaint may come, `None` among them where it may be the
/// first; nothing for what is no such step. Source: the design's after-sale.
#[must_use]
pub const fn comes_after(kind: &MarkKind) -> Option<&'static [Option<AfterSale>]> {
    Some(match kind {
        MarkKind::Requested => &[
            None,
            Some(AfterSale::Refused),
            Some(AfterSale::Withdrawn),
            Some(AfterSale::Refunded),
        ],
        MarkKind::Agreed | MarkKind::Refused => &[Some(AfterSale::Requested)],
        MarkKind::Withdrawn => &[
            Some(AfterSale::Requested),
            Some(AfterSale::Agreed),
            Some(AfterSale::AwaitGoods),
        ],
        MarkKind::AwaitGoods => &[Some(AfterSale::Agreed)],
        MarkKind::Inspected => &[Some(AfterSale::AwaitGoods)],
        MarkKind::Refunded => &[Some(AfterSale::Agreed), Some(AfterSale::Inspected)],
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
        | MarkKind::Other(_) => return None,
    })
}

/// What of the money that came can still go back.
#[must_use]
pub fn refundable(order: &Order) -> Fen {
    let there = payments(order)
        .into_iter()
        .filter(|p| p.cleared_by.is_some());
    there.fold(Fen::ZERO, |sum, p| {
        let rest = p.amount_fen.get().saturating_sub(p.refunded_fen.get());
        Fen::new(sum.get().saturating_add(rest.max(0)))
    })
}

impl Decider<'_> {
    /// A step of a complaint. What is refunded goes back from the payments that are there, those of
    /// the same way first; who bears it is said in the same mark. What perishes is not sent back.
    ///
    /// # Errors
    /// In this order: [`Refusal::MissingMarks`]; [`Refusal::WrongState`] before the goods went, for
    /// a record of another program, and for a step that does not follow; [`Refusal::Perishes`];
    /// [`Refusal::Input`] for a refund of nothing or without its money; [`Refusal::MoreThanPaid`].
    pub fn after_sale(
        &self,
        order: &Order,
        claim: Claim,
        is_perishable: bool,
    ) -> Result<Vec<Draft>, Refusal> {
        let settled = self.settled(order)?;
        if settled.shipment.is_none() || order.is_record_only() {
            return Err(Refusal::WrongState {
                state: settled.state.word(),
            });
        }
        let open = complaint(order);
        let state = open.as_ref().map(|one| one.state);
        if !comes_after(&claim.kind).is_some_and(|after| after.contains(&state)) {
            return Err(Refusal::WrongState {
                state: state.map_or("none", AfterSale::word),
            });
        }
        if is_perishable && claim.kind == MarkKind::AwaitGoods {
            return Err(Refusal::Perishes);
        }
        let sees = open.map(|one| one.unanswered).unwrap_or_default();
        let mut mark = Mark::new(Aspect::AfterSale, claim.kind.clone(), sees);
        mark.reason = Some(claim.reason).filter(|reason| !reason.is_empty());
        mark.photo = claim.photo;
        let mut back = Vec::new();
        if claim.kind == MarkKind::Refunded {
            let refund = claim.refund.ok_or(Refusal::Input {
                field: "amount",
                error: InputError::Empty,
            })?;
            back = give_back(order, &refund)?;
            mark.money = Some(MarkMoney {
                amount_fen: refund.amount_fen,
                way: refund.way,
            });
            mark.bears = Some(refund.bears);
            mark.line = refund.line;
        }
        let mut drafts = vec![Draft::plain(order.id, Body::Mark(mark))];
        drafts.extend(back);
        Ok(drafts)
    }
}

/// The marks by which an amount goes back, from as many payments as it takes.
fn give_back(order: &Order, refund: &Refund) -> Result<Vec<Draft>, Refusal> {
    if refund.amount_fen <= Fen::ZERO {
        return Err(Refusal::Input {
            field: "amount",
            error: InputError::Zero,
        });
    }
    let most = refundable(order);
    if refund.amount_fen > most {
        return Err(Refusal::MoreThanPaid { most_fen: most });
    }
    let mut there: Vec<_> = payments(order)
        .into_iter()
        .filter(|p| matches!(p.state, PayState::Cleared | PayState::PartRefunded))
        .collect();
    there.sort_by_key(|p| (p.way != refund.way, p.id));
    let mut left = refund.amount_fen.get();
    let mut drafts = Vec::new();
    for payment in there {
        let rest = payment
            .amount_fen
            .get()
            .saturating_sub(payment.refunded_fen.get());
        let part = left.min(rest);
        if part <= 0 {
            continue;
        }
        let kind = if part == rest {
            MarkKind::Refunded
        } else {
            MarkKind::PartRefunded
        };
        let mut mark = Mark::new(Aspect::Payment, kind, payment.unanswered);
        mark.payee = payment.payee.filter(|_| refund.way == PayWay::Villager);
        mark.money = Some(MarkMoney {
            amount_fen: Fen::new(part),
            way: refund.way.clone(),
        });
        drafts.push(Draft::plain(order.id, Body::Mark(mark)));
        left = left.saturating_sub(part);
    }
    Ok(drafts)
}
