//! Decisions about an order: what a device may mark, given what it has seen. `now` never enters a
//! rule by itself; what depends on it is handed in.

mod after;
mod amend;
mod pack;
mod pay;
mod split;
mod take;

pub use after::{Claim, Refund, comes_after, refundable};
pub use amend::confirmed_at_once;
pub use pack::{Weighed, tolerated};
pub use pay::{follows, pay};
pub use split::{Part, Split};
pub use take::{Offer, Rule, ask, fill, fill_by, fill_from, take, taken_draft};

use crate::fact::{Body, Draft};
use crate::id::DeviceId;
use crate::mark::{Aspect, Mark, MarkKind, Placing};
use crate::order::Order;
use crate::order::payment;
use crate::order::settle::{Settled, State, World, settle};
use crate::refusal::Refusal;
use crate::stock::Readiness;

/// How long a saved order can be undone: ten minutes.
pub const UNDO_MS: i64 = 10 * 60 * 1000;

/// Who decides, and on what ground.
#[derive(Clone, Debug)]
pub struct Decider<'a> {
    /// This device.
    pub me: DeviceId,
    /// Where it stands after a restore.
    pub readiness: &'a Readiness,
    /// Origins and takeovers.
    pub world: &'a World,
    /// The person was warned that the goods lie elsewhere and goes on.
    pub is_warned: bool,
}

impl Decider<'_> {
    fn settled(&self, order: &Order) -> Result<Settled, Refusal> {
        if !order.is_complete() {
            return Err(Refusal::MissingMarks);
        }
        Ok(settle(
            order.marks.iter().map(|(id, m)| (*id, &m.mark)),
            self.world,
        ))
    }

    fn keeps(&self, order: &Order, settled: &Settled) -> bool {
        settled
            .live
            .iter()
            .filter_map(|id| order.marks.get(id))
            .any(|m| m.mark.keeper.is_none_or(|keeper| keeper == self.me))
    }

    /// Confirmed, packing or completed.
    ///
    /// # Errors
    /// [`Refusal::MissingMarks`], then [`Refusal::WrongState`].
    pub fn step(&self, order: &Order, kind: MarkKind) -> Result<Vec<Draft>, Refusal> {
        let settled = self.settled(order)?;
        let allowed = match kind {
            // Who goes on with what a person was asked agrees to it as it is.
            MarkKind::Confirmed => {
                settled.state == State::Placed || settled.doubt.is_some_and(|d| d.is_question())
            }
            MarkKind::Packing => matches!(settled.state, State::Placed | State::Confirmed),
            // A person who completes what was handed over and cancelled says that it went.
            MarkKind::Completed => {
                settled.shipment.is_some()
                    && matches!(settled.state, State::HandedOver | State::NeedsDecision)
            }
            MarkKind::Asked
            | MarkKind::Placed
            | MarkKind::Packed
            | MarkKind::Doubted
            | MarkKind::HandedOver
            | MarkKind::Cancelled
            | MarkKind::Expected
            | MarkKind::Reported
            | MarkKind::Cleared
            | MarkKind::PartRefunded
            | MarkKind::Refunded
            | MarkKind::Void
            | MarkKind::Requested
            | MarkKind::Agreed
            | MarkKind::AwaitGoods
            | MarkKind::Inspected
            | MarkKind::Refused
            | MarkKind::Withdrawn
            | MarkKind::Other(_) => false,
        };
        if !allowed {
            return Err(Refusal::WrongState {
                state: settled.state.word(),
            });
        }
        let mark = Mark::new(Aspect::Fulfilment, kind, settled.unanswered);
        Ok(vec![Draft::plain(order.id, Body::Mark(mark))])
    }

    /// The goods leave the house. Only the keeper hands over; another does so after a warning, and
    /// then charges the keeper (`rules.md` 2). The mark carries its own shipment (8).
    ///
    /// # Errors
    /// In this order: [`Refusal::MissingMarks`], [`Refusal::WrongState`],
    /// [`Refusal::NeedsTakeover`], [`Refusal::NotTheKeeper`].
    pub fn hand_over(&self, order: &Order) -> Result<Vec<Draft>, Refusal> {
        let settled = self.settled(order)?;
        if !matches!(
            settled.state,
            State::Placed | State::Confirmed | State::Packing
        ) {
            return Err(Refusal::WrongState {
                state: settled.state.word(),
            });
        }
        if !self.readiness.may_release() {
            return Err(Refusal::NeedsTakeover);
        }
        if !self.keeps(order, &settled) && !self.is_warned {
            return Err(Refusal::NotTheKeeper);
        }
        Ok(vec![self.gone(order, &settled, false)])
    }

    /// A hand-over that the lost disk had written or should have: the goods went before this device
    /// was restored, and a person says so now (`rules.md` 5). What has been counted since is marked
    /// "before the count", so that the shelf is not charged twice.
    ///
    /// # Errors
    /// In this order: [`Refusal::MissingMarks`], [`Refusal::WrongState`] (also on a device that was
    /// never restored), [`Refusal::NotTheKeeper`], [`Refusal::NeedsRecount`] when some of its lots
    /// were counted and some not.
    pub fn hand_over_late(&self, order: &Order) -> Result<Vec<Draft>, Refusal> {
        let settled = self.settled(order)?;
        let is_open = matches!(
            settled.state,
            State::Placed | State::Confirmed | State::Packing | State::CancelAsked
        );
        if !is_open || !self.readiness.is_restored {
            return Err(Refusal::WrongState {
                state: settled.state.word(),
            });
        }
        if !self.keeps(order, &settled) {
            return Err(Refusal::NotTheKeeper);
        }
        let goods = self
            .packed(order, &settled)
            .map(|m| m.goods.as_slice())
            .unwrap_or_default();
        let counted = |g: &&Placing| self.readiness.counted.contains(&g.lot);
        let is_counted = goods.iter().any(|g| counted(&g));
        if is_counted && let Some(g) = goods.iter().find(|g| !counted(g)) {
            return Err(Refusal::NeedsRecount { lot: g.lot });
        }
        Ok(vec![self.gone(order, &settled, is_counted)])
    }

    /// What was packed: of several live placings the latest that this device keeps, since only it
    /// can reach those goods; on another device, after a warning, the latest of all.
    fn packed<'o>(&self, order: &'o Order, settled: &Settled) -> Option<&'o Mark> {
        let live = || {
            settled
                .live
                .iter()
                .rev()
                .filter_map(|id| order.marks.get(id))
        };
        let own = live().find(|m| m.mark.keeper.is_none_or(|keeper| keeper == self.me));
        own.or_else(|| live().next()).map(|m| &m.mark)
    }

    fn gone(&self, order: &Order, settled: &Settled, is_before_count: bool) -> Draft {
        let sees = settled.unanswered.clone();
        let mut mark = Mark::new(Aspect::Fulfilment, MarkKind::HandedOver, sees);
        let packed = self.packed(order, settled);
        mark.goods = packed.map(|m| m.goods.clone()).unwrap_or_default();
        mark.keeper = packed.and_then(|m| m.keeper);
        mark.before_count = is_before_count;
        Draft::plain(order.id, Body::Mark(mark))
    }

    /// Not to be. The keeper's cancel says "the goods are in my hands" and frees; another's asks.
    ///
    /// # Errors
    /// In this order: [`Refusal::MissingMarks`], [`Refusal::WrongState`],
    /// [`Refusal::NeedsTakeover`].
    pub fn cancel(&self, order: &Order, reason: &str) -> Result<Vec<Draft>, Refusal> {
        let settled = self.settled(order)?;
        let keeps = self.keeps(order, &settled);
        let allowed = match settled.state {
            State::Asked | State::Placed | State::Confirmed | State::Packing => true,
            State::CancelAsked => keeps,
            State::NeedsDecision => settled.shipment.is_none(),
            State::Draft | State::HandedOver | State::Completed | State::Cancelled => false,
        };
        if !allowed {
            return Err(Refusal::WrongState {
                state: settled.state.word(),
            });
        }
        if keeps && !self.readiness.may_release() {
            return Err(Refusal::NeedsTakeover);
        }
        let mut mark = Mark::new(Aspect::Fulfilment, MarkKind::Cancelled, settled.unanswered);
        mark.reason = Some(reason.to_owned());
        Ok(vec![Draft::plain(order.id, Body::Mark(mark))])
    }

    /// A new placing by this holder: answers an asked order, and reopens a cancelled or late one
    /// (`rules.md` 1). `goods` were filled from this device's own share.
    ///
    /// # Errors
    /// [`Refusal::MissingMarks`], [`Refusal::WrongState`].
    pub fn place(&self, order: &Order, goods: Vec<Placing>) -> Result<Vec<Draft>, Refusal> {
        let settled = self.settled(order)?;
        let allowed = match settled.state {
            State::Asked | State::Cancelled => true,
            State::NeedsDecision => settled.shipment.is_none() && settled.live.is_empty(),
            State::Draft
            | State::Placed
            | State::Confirmed
            | State::Packing
            | State::HandedOver
            | State::Completed
            | State::CancelAsked => false,
        };
        if !allowed {
            return Err(Refusal::WrongState {
                state: settled.state.word(),
            });
        }
        let mut mark = Mark::new(Aspect::Fulfilment, MarkKind::Placed, settled.unanswered);
        mark.keeper = Some(self.me);
        mark.goods = goods;
        Ok(vec![Draft::plain(order.id, Body::Mark(mark))])
    }

    /// Takes a saved order back: frees what it held and gives back what was paid, as facts that
    /// reverse it. Offered for [`UNDO_MS`] after it was saved.
    ///
    /// # Errors
    /// As [`Decider::cancel`], and [`Refusal::UndoExpired`], [`Refusal::NotTheKeeper`].
    pub fn undo(&self, order: &Order, now_ms: i64) -> Result<Vec<Draft>, Refusal> {
        let settled = self.settled(order)?;
        if !matches!(settled.state, State::Asked | State::Placed) {
            return Err(Refusal::WrongState {
                state: settled.state.word(),
            });
        }
        if settled.state == State::Placed && !self.keeps(order, &settled) {
            return Err(Refusal::NotTheKeeper);
        }
        let taken_ms = order.taken.as_ref().map_or(0, |(_, t)| t.created_ms);
        if now_ms.saturating_sub(taken_ms).abs() > UNDO_MS {
            return Err(Refusal::UndoExpired);
        }
        let mut drafts = self.cancel(order, "undo")?;
        for paid in payment::payments(order) {
            drafts.extend(pay::give_back(order.id, &paid));
        }
        Ok(drafts)
    }
}
