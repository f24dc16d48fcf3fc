//! Decisions about an order's money.

use crate::fact::{Body, Draft};
use crate::id::EntityId;
use crate::mark::{Aspect, Mark, MarkKind, MarkMoney, PayWay};
use crate::money::Fen;
use crate::order::Order;
use crate::order::payment::{self, PayState};
use crate::refusal::Refusal;
use crate::text::InputError;

/// What undoes a payment: a void before the money is there, a refund of the rest after.
pub(super) fn give_back(order: EntityId, paid: &payment::Payment) -> Option<Draft> {
    let kind = match paid.state {
        PayState::Expected | PayState::Reported => MarkKind::Void,
        PayState::Cleared | PayState::PartRefunded => MarkKind::Refunded,
        PayState::Refunded | PayState::Void => return None,
    };
    let mut mark = Mark::new(Aspect::Payment, kind, paid.unanswered.clone());
    mark.money = Some(MarkMoney {
        amount_fen: paid.amount_fen.checked_sub(paid.refunded_fen)?,
        way: paid.way.clone(),
    });
    mark.payee = paid.payee;
    Some(Draft::plain(order, Body::Mark(mark)))
}

/// The states of a payment after which a mark may come, `None` among them where it may be the
/// first; nothing for what is no step of a payment.
#[must_use]
pub const fn follows(kind: &MarkKind) -> Option<&'static [Option<PayState>]> {
    Some(match kind {
        MarkKind::Expected => &[None],
        MarkKind::Reported => &[None, Some(PayState::Expected)],
        MarkKind::Cleared => &[None, Some(PayState::Expected), Some(PayState::Reported)],
        MarkKind::Void => &[Some(PayState::Expected), Some(PayState::Reported)],
        MarkKind::PartRefunded | MarkKind::Refunded => {
            &[Some(PayState::Cleared), Some(PayState::PartRefunded)]
        }
        MarkKind::Asked
        | MarkKind::Placed
        | MarkKind::Confirmed
        | MarkKind::Packing
        | MarkKind::Packed
        | MarkKind::Doubted
        | MarkKind::HandedOver
        | MarkKind::Completed
        | MarkKind::Cancelled
        | MarkKind::Requested
        | MarkKind::Agreed
        | MarkKind::AwaitGoods
        | MarkKind::Inspected
        | MarkKind::Refused
        | MarkKind::Withdrawn
        | MarkKind::Other(_) => return None,
    })
}

/// A new payment of an order, or the next step of one.
///
/// # Errors
/// In this order: [`Refusal::MissingMarks`], [`Refusal::WrongState`] (of the payment),
/// [`Refusal::MoreThanPaid`] for a refund above what is there, [`Refusal::TooLarge`] for an amount that
/// is not above zero, [`Refusal::Input`] for money at a villager whose goods these are not.
pub fn pay(
    order: &Order,
    thread: Option<&payment::Payment>,
    kind: MarkKind,
    amount_fen: Fen,
    way: PayWay,
    payee: Option<EntityId>,
) -> Result<Vec<Draft>, Refusal> {
    if !order.is_complete() {
        return Err(Refusal::MissingMarks);
    }
    let state = thread.map(|p| p.state);
    let allowed = follows(&kind).is_some_and(|after| after.contains(&state));
    if !allowed {
        return Err(Refusal::WrongState {
            state: state.map_or("none", PayState::word),
        });
    }
    let rest = thread
        .and_then(|p| p.amount_fen.checked_sub(p.refunded_fen))
        .filter(|_| matches!(kind, MarkKind::PartRefunded | MarkKind::Refunded));
    if let Some(most_fen) = rest.filter(|rest| amount_fen > *rest) {
        return Err(Refusal::MoreThanPaid { most_fen });
    }
    if amount_fen <= Fen::ZERO || !amount_fen.is_sane() {
        return Err(Refusal::TooLarge);
    }
    let payee = payee.or_else(|| thread.and_then(|p| p.payee));
    let payee = payee.filter(|_| way == PayWay::Villager);
    if way == PayWay::Villager {
        let fits = payee.is_some_and(|villager| order.villagers().contains(&villager));
        if !fits {
            return Err(Refusal::Input {
                field: "villager",
                error: InputError::Empty,
            });
        }
    }
    let sees = thread.map(|p| p.unanswered.clone()).unwrap_or_default();
    let mut mark = Mark::new(Aspect::Payment, kind, sees);
    mark.money = Some(MarkMoney { amount_fen, way });
    mark.payee = payee;
    Ok(vec![Draft::plain(order.id, Body::Mark(mark))])
}
