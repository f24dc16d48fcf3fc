//! Some of an order's goods go in a parcel of their own: as an order of its own, with its part of the
//! goods that are held and of the money that came.

use super::Decider;
use super::pack::sane;
use super::take::take;
use crate::fact::{Body, Draft};
use crate::field::{FieldWrite, Value};
use crate::id::EntityId;
use crate::mark::{Aspect, Mark, MarkKind, MarkMoney, Placing};
use crate::money::{Fen, share_out};
use crate::order::payment::{PayState, Payment, payments};
use crate::order::settle::State;
use crate::order::{Amounts, Line, Order, OrderTaken, fields};
use crate::quantity::Quantity;
use crate::refusal::Refusal;

/// How much of a line goes in the other parcel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The line.
    pub line: u32,
    /// How much of it, in grams or pieces.
    pub quantity: Quantity,
}

/// The order that the goods go over to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// Its identity.
    pub id: EntityId,
    /// For people.
    pub number: String,
    /// Its freight.
    pub shipping_fen: Fen,
    /// When, by the clock that is there.
    pub created_ms: i64,
}

/// Lines and goods of the one order or of the other.
#[derive(Default)]
struct Side {
    lines: Vec<Line>,
    goods: Vec<Placing>,
}

impl Decider<'_> {
    /// Takes some of a placed order out of it, before it is packed. Grams, holders and villagers stay
    /// what they are; the two orders are placed in one transaction. What came beyond what the first
    /// still costs goes over, up to what the second costs; what is awaited is awaited in two parts.
    ///
    /// # Errors
    /// In this order: [`Refusal::MissingMarks`], [`Refusal::WrongState`] (also once it is being packed
    /// or was weighed otherwise than ordered, or a person is asked), [`Refusal::NeedsTakeover`], [`Refusal::NotTheKeeper`],
    /// [`Refusal::NoLines`] when nothing goes or nothing stays, [`Refusal::Input`] for a quantity that
    /// cannot be or is more than the line has, [`Refusal::TooLarge`].
    pub fn split(
        &self,
        order: &Order,
        parts: &[Part],
        other: &Split,
    ) -> Result<Vec<Draft>, Refusal> {
        let settled = self.settled(order)?;
        if !matches!(settled.state, State::Placed | State::Confirmed) {
            return Err(Refusal::WrongState {
                state: settled.state.word(),
            });
        }
        self.may_work(order, &settled)?;
        let held = self
            .packed(order, &settled)
            .map(|m| m.goods.clone())
            .unwrap_or_default();
        // What was weighed otherwise than ordered is packed: nobody can say which part of it goes.
        let is_whole = |line: &Line| {
            let own = held.iter().filter(|g| g.line == line.line);
            own.fold(Quantity::ZERO, |sum, g| sum.plus(g.quantity)) == line.quantity
        };
        if !order.lines().iter().all(is_whole) {
            return Err(Refusal::WrongState {
                state: State::Packing.word(),
            });
        }
        let (stays, goes) = divide(&order.lines(), &held, parts)?;
        if stays.lines.is_empty() || goes.lines.is_empty() {
            return Err(Refusal::NoLines);
        }
        let amounts = Amounts::of(&goes.lines, other.shipping_fen).ok_or(Refusal::TooLarge)?;
        let mut drafts = self.amend(order, &stays.lines, stays.goods)?;
        drafts.push(named(order, other));
        let Some((_, was)) = &order.taken else {
            return Err(Refusal::MissingMarks);
        };
        let taken = OrderTaken {
            number: other.number.clone(),
            buyer: order.buyer(),
            contact: order.contact(),
            lines: goes.lines,
            amounts,
            created_ms: other.created_ms,
            at_ms: None,
            noted: false,
            part_of: Some(order.id),
            ..was.clone()
        };
        drafts.extend(take(other.id, taken, order.note(), goes.goods, self.me)?);
        let first_fen = Amounts::of(&stays.lines, order.amounts().shipping_fen)
            .map_or(Fen::ZERO, |a| a.total_fen);
        drafts.extend(money(order, other.id, first_fen, amounts.total_fen));
        Ok(drafts)
    }
}

/// The first order says what was taken out of it.
fn named(order: &Order, other: &Split) -> Draft {
    let field = format!("{}{}", fields::PART, other.id);
    let number = Value::Text(other.number.clone());
    let body = Body::Field(FieldWrite {
        noun: "order".to_owned(),
        writes: vec![order.fields.write(&field, number)],
        at_ms: None,
    });
    Draft::plain(order.id, body)
}

fn divide(lines: &[Line], held: &[Placing], parts: &[Part]) -> Result<(Side, Side), Refusal> {
    let most = |line: u32| lines.iter().find(|l| l.line == line).map(|l| l.quantity);
    for (at, part) in parts.iter().enumerate() {
        sane("quantity", part.quantity)?;
        let is_twice = parts.iter().take(at).any(|p| p.line == part.line);
        if is_twice || most(part.line).is_none_or(|most| part.quantity > most) {
            return Err(Refusal::Input {
                field: "quantity",
                error: crate::text::InputError::TooLarge,
            });
        }
    }
    let (mut stays, mut goes) = (Side::default(), Side::default());
    for line in lines {
        let part = parts.iter().find(|p| p.line == line.line);
        let quantity = part.map_or(Quantity::ZERO, |p| p.quantity);
        let rest = line.quantity.minus(quantity);
        let amounts = share_out(line.amount_fen, &[quantity.get(), rest.get()]);
        for (side, quantity, amount) in [
            (&mut goes, quantity, amounts.first()),
            (&mut stays, rest, amounts.get(1)),
        ] {
            if quantity > Quantity::ZERO {
                side.lines.push(of_line(line, quantity, amount.copied()));
            }
        }
        let mut left = quantity;
        for placing in held.iter().filter(|g| g.line == line.line) {
            let over = left.min(placing.quantity);
            left = left.minus(over);
            let here = placing.quantity.minus(over);
            for (side, quantity) in [(&mut goes, over), (&mut stays, here)] {
                if quantity > Quantity::ZERO {
                    side.goods.push(Placing {
                        quantity,
                        ..*placing
                    });
                }
            }
        }
    }
    Ok((stays, goes))
}

/// A line of another quantity: by its price, or by its part of the amount that was agreed upon.
fn of_line(line: &Line, quantity: Quantity, part: Option<Fen>) -> Line {
    let mut own = Line {
        quantity,
        ..line.clone()
    };
    if quantity == line.quantity {
        return own;
    }
    let by_price = (line.computed_amount() == Some(line.amount_fen))
        .then(|| own.computed_amount())
        .flatten();
    own.amount_fen = by_price.or(part).unwrap_or(line.amount_fen);
    own
}

/// The money that goes along.
fn money(order: &Order, other: EntityId, first_fen: Fen, other_fen: Fen) -> Vec<Draft> {
    let all = payments(order);
    let stands = |p: &Payment| p.amount_fen.get().saturating_sub(p.refunded_fen.get());
    let there = all.iter().filter(|p| p.cleared_by.is_some());
    let paid = there
        .clone()
        .fold(0i64, |sum, p| sum.saturating_add(stands(p)));
    let mut left = paid
        .saturating_sub(first_fen.get())
        .clamp(0, other_fen.get().max(0));
    let mut drafts = Vec::new();
    // What came last goes over first: it is the most likely to be for the rest.
    for payment in there.rev() {
        let over = stands(payment).min(left);
        if over > 0 {
            left = left.saturating_sub(over);
            drafts.extend(over_to(order.id, other, payment, Fen::new(over)));
        }
    }
    let mut open_first = first_fen.get().saturating_sub(paid).max(0);
    let awaited = |p: &&Payment| matches!(p.state, PayState::Expected | PayState::Reported);
    for payment in all.iter().filter(awaited) {
        let amount = payment.amount_fen.get();
        let stays = amount.min(open_first);
        open_first = open_first.saturating_sub(stays);
        if stays < amount {
            drafts.extend(awaited_apart(order.id, other, payment, stays));
        }
    }
    drafts
}

/// Money that is there goes over by the way by which it came: no account has more or less of it.
fn over_to(from: EntityId, to: EntityId, payment: &Payment, amount_fen: Fen) -> [Draft; 2] {
    let money = MarkMoney {
        amount_fen,
        way: payment.way.clone(),
    };
    let mut gone = Mark::new(
        Aspect::Payment,
        MarkKind::PartRefunded,
        payment.unanswered.clone(),
    );
    gone.money = Some(money.clone());
    gone.payee = payment.payee;
    gone.to = Some(to);
    let mut come = Mark::new(Aspect::Payment, MarkKind::Cleared, Vec::new());
    come.money = Some(money);
    come.payee = payment.payee;
    [
        Draft::plain(from, Body::Mark(gone)),
        Draft::plain(to, Body::Mark(come)),
    ]
}

/// An awaited payment is void, and awaited again in its two parts.
fn awaited_apart(from: EntityId, to: EntityId, payment: &Payment, stays_fen: i64) -> Vec<Draft> {
    let mark = |kind, sees, fen: i64| {
        let mut mark = Mark::new(Aspect::Payment, kind, sees);
        mark.money = Some(MarkMoney {
            amount_fen: Fen::new(fen),
            way: payment.way.clone(),
        });
        mark.payee = payment.payee;
        Body::Mark(mark)
    };
    let kind = if payment.state == PayState::Reported {
        MarkKind::Reported
    } else {
        MarkKind::Expected
    };
    let amount = payment.amount_fen.get();
    let void = mark(MarkKind::Void, payment.unanswered.clone(), amount);
    let mut drafts = vec![Draft::plain(from, void)];
    for (order, fen) in [(from, stays_fen), (to, amount.saturating_sub(stays_fen))] {
        if fen > 0 {
            drafts.push(Draft::plain(order, mark(kind.clone(), Vec::new(), fen)));
        }
    }
    drafts
}
