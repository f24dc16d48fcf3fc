//! Packing: what was picked is weighed, and what was weighed takes the place of what was placed.

use super::Decider;
use crate::fact::{Body, Draft};
use crate::id::{EntityId, FactId};
use crate::mark::{Aspect, Holder, Mark, MarkKind, Placing, Question, Shelf};
use crate::order::settle::{Settled, State};
use crate::order::{Line, Order};
use crate::quantity::{LIMIT_QUANTITY, Quantity};
use crate::refusal::Refusal;
use crate::text::InputError;

/// What the scale, or the count, said of one lot in one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// The line.
    pub line: u32,
    /// The lot.
    pub lot: EntityId,
    /// How much.
    pub quantity: Quantity,
}

/// How far `packed` may be from `ordered` at most, for a tolerance in thousandths: rounded down to
/// the gram, so that a tolerance is never exceeded.
#[must_use]
pub fn tolerated(ordered: Quantity, permille: u16) -> Quantity {
    let exact = i128::from(ordered.get()).saturating_mul(i128::from(permille));
    i64::try_from(exact.div_euclid(1000)).map_or(Quantity::ZERO, Quantity::new)
}

const fn weight(error: InputError) -> Refusal {
    Refusal::Input {
        field: "weight",
        error,
    }
}

/// Whether a line or a scale can say so much.
pub(super) fn sane(field: &'static str, quantity: Quantity) -> Result<(), Refusal> {
    let error = match quantity.get() {
        0 => InputError::Zero,
        i64::MIN..0 => InputError::Negative,
        1..=LIMIT_QUANTITY => return Ok(()),
        _ => InputError::TooLarge,
    };
    Err(Refusal::Input { field, error })
}

impl Decider<'_> {
    /// Weighs what was picked. Every lot that is held for a line is weighed once. What is heavier
    /// than what was held comes out of this device's own share, `spare` of a lot; what is lighter
    /// is free at once. Outside `tolerance` (in thousandths of a line's ordered weight) the mark
    /// asks a person. Packed again, it stands in place of what was packed before.
    ///
    /// # Errors
    /// In this order: [`Refusal::MissingMarks`], [`Refusal::WrongState`],
    /// [`Refusal::NeedsTakeover`], [`Refusal::NotTheKeeper`], [`Refusal::Input`] for a weight
    /// that cannot be, [`Refusal::NotPicked`] for a lot that was not picked or stands twice,
    /// [`Refusal::Input`] (empty) for one that was not weighed, [`Refusal::NotEnough`].
    pub fn pack(
        &self,
        order: &Order,
        weighed: &[Weighed],
        tolerance: impl Fn(&Line) -> u16,
        spare: impl Fn(EntityId) -> Quantity,
    ) -> Result<Vec<Draft>, Refusal> {
        let settled = self.settled(order)?;
        self.may_work(order, &settled)?;
        let picked = self
            .packed(order, &settled)
            .map(|m| m.goods.clone())
            .unwrap_or_default();
        check(&picked, weighed)?;
        let goods = self.reweighed(&picked, weighed);
        within(&picked, &goods, spare)?;
        let mut mark = self.replacing(order, settled, MarkKind::Packed);
        let beyond = |line: &Line| {
            let packed = goods.iter().filter(|g| g.line == line.line);
            let packed = packed.fold(Quantity::ZERO, |sum, g| sum.plus(g.quantity));
            let off = packed.minus(line.quantity).get().saturating_abs();
            off > tolerated(line.quantity, tolerance(line)).get()
        };
        mark.asks = order.lines().iter().any(beyond).then_some(Question::Weight);
        mark.goods = goods;
        Ok(vec![Draft::plain(order.id, Body::Mark(mark))])
    }

    /// Whether the goods of an order may be worked on here: they are held, and they lie here.
    pub(super) fn may_work(&self, order: &Order, settled: &Settled) -> Result<(), Refusal> {
        let is_open = match settled.state {
            State::Placed | State::Confirmed | State::Packing => !order.is_record_only(),
            State::NeedsDecision => settled.doubt.is_some_and(|doubt| doubt.is_question()),
            State::Draft
            | State::Asked
            | State::HandedOver
            | State::Completed
            | State::CancelAsked
            | State::Cancelled => false,
        };
        if !is_open {
            return Err(Refusal::WrongState {
                state: settled.state.word(),
            });
        }
        if !self.readiness.may_release() {
            return Err(Refusal::NeedsTakeover);
        }
        if !self.keeps(order, settled) {
            return Err(Refusal::NotTheKeeper);
        }
        Ok(())
    }

    /// A mark whose goods stand in place of all that this device keeps for the order.
    pub(super) fn replacing(&self, order: &Order, settled: Settled, kind: MarkKind) -> Mark {
        let own = |id: &FactId| {
            let keeper = order.marks.get(id).and_then(|m| m.mark.keeper);
            keeper.is_none_or(|keeper| keeper == self.me)
        };
        let frees = settled.live.iter().copied().filter(own).collect();
        let mut mark = Mark::new(Aspect::Fulfilment, kind, settled.unanswered);
        mark.keeper = Some(self.me);
        mark.frees = frees;
        mark
    }

    /// The picked goods at their weighed quantities. What the scale says beyond them is this
    /// device's own.
    fn reweighed(&self, picked: &[Placing], weighed: &[Weighed]) -> Vec<Placing> {
        let mut goods: Vec<Placing> = Vec::new();
        for one in weighed {
            let mut left = one.quantity;
            let mut villager = None;
            for held in picked
                .iter()
                .filter(|g| g.line == one.line && g.lot == one.lot)
            {
                let take = left.min(held.quantity);
                villager = Some(held.villager);
                left = left.minus(take);
                if take > Quantity::ZERO {
                    goods.push(Placing {
                        quantity: take,
                        ..*held
                    });
                }
            }
            let Some(villager) = villager.filter(|_| left > Quantity::ZERO) else {
                continue;
            };
            let (holder, place) = (Holder::Device(self.me), Shelf::Device(self.me));
            let own = goods.iter_mut().find(|g| {
                g.line == one.line && g.lot == one.lot && g.holder == holder && g.place == place
            });
            match own {
                Some(own) => own.quantity = own.quantity.plus(left),
                None => goods.push(Placing {
                    line: one.line,
                    lot: one.lot,
                    villager,
                    holder,
                    place,
                    quantity: left,
                }),
            }
        }
        goods.sort_unstable();
        goods
    }
}

/// Whether exactly what was picked was weighed, each once and with a weight that can be.
fn check(picked: &[Placing], weighed: &[Weighed]) -> Result<(), Refusal> {
    for one in weighed {
        sane("weight", one.quantity)?;
    }
    let same = |a: &Weighed, line: u32, lot: EntityId| a.line == line && a.lot == lot;
    for (at, one) in weighed.iter().enumerate() {
        let is_picked = picked.iter().any(|g| same(one, g.line, g.lot));
        let is_twice = weighed.iter().take(at).any(|w| same(w, one.line, one.lot));
        if !is_picked || is_twice {
            return Err(Refusal::NotPicked {
                line: one.line,
                lot: one.lot,
            });
        }
    }
    let is_left = |g: &Placing| !weighed.iter().any(|w| same(w, g.line, g.lot));
    if picked.is_empty() || picked.iter().any(is_left) {
        return Err(weight(InputError::Empty));
    }
    Ok(())
}

/// What was packed beyond what was held has to be in this device's own share.
fn within(
    picked: &[Placing],
    goods: &[Placing],
    spare: impl Fn(EntityId) -> Quantity,
) -> Result<(), Refusal> {
    let own_of = |all: &[Placing], of: &Placing| {
        all.iter()
            .filter(|g| g.lot == of.lot && g.holder == of.holder && g.place == of.place)
            .fold(Quantity::ZERO, |sum, g| sum.plus(g.quantity))
    };
    for good in goods {
        let (now, before) = (own_of(goods, good), own_of(picked, good));
        let more = now.minus(before);
        let available = spare(good.lot).max(Quantity::ZERO);
        if more > available {
            return Err(Refusal::NotEnough {
                line: good.line,
                lot: Some(good.lot),
                asked: now,
                available: before.plus(available),
            });
        }
    }
    Ok(())
}
