//! A placed order changed: its lines, what is held for them, and the questions that somebody asks.

use super::Decider;
use super::pack::sane;
use crate::fact::{Body, Draft};
use crate::field::{FieldWrite, Value};
use crate::id::FactId;
use crate::mark::{Aspect, Mark, MarkKind, Placing, Question};
use crate::order::settle::{Settled, State};
use crate::order::{Amounts, Line, Order, fields};
use crate::refusal::Refusal;

impl Decider<'_> {
    /// Other lines for an order that was not handed over: added, dropped or amended. `goods` were
    /// filled for all of them, out of this device's own share and what the order held already;
    /// they take the place of what was held in the same transaction. An asked order, for which
    /// nothing is held, has its lines changed by anybody, and takes no goods.
    ///
    /// # Errors
    /// In this order: [`Refusal::MissingMarks`], [`Refusal::WrongState`],
    /// [`Refusal::NeedsTakeover`], [`Refusal::NotTheKeeper`], [`Refusal::NoLines`],
    /// [`Refusal::Input`] for a quantity that cannot be, [`Refusal::TooLarge`].
    pub fn amend(
        &self,
        order: &Order,
        lines: &[Line],
        goods: Vec<Placing>,
    ) -> Result<Vec<Draft>, Refusal> {
        self.may_amend(order)?;
        let settled = self.settled(order)?;
        let is_asked = is_asked(&settled);
        if lines.is_empty() {
            return Err(Refusal::NoLines);
        }
        for line in lines {
            sane("quantity", line.quantity)?;
        }
        let shipping_fen = order.amounts().shipping_fen;
        let amounts = Amounts::of(lines, shipping_fen).ok_or(Refusal::TooLarge)?;
        let write = |field, value| order.fields.write(field, value);
        let body = Body::Field(FieldWrite {
            noun: "order".to_owned(),
            writes: vec![
                write(fields::LINES, Value::Lines(lines.to_vec())),
                write(fields::GOODS, Value::Int(amounts.goods_fen.get())),
                write(fields::TOTAL, Value::Int(amounts.total_fen.get())),
            ],
            at_ms: None,
        });
        let mut drafts = vec![Draft::plain(order.id, body)];
        if !is_asked {
            let mut mark = self.replacing(order, settled, MarkKind::Placed);
            mark.goods = goods;
            drafts.push(Draft::plain(order.id, Body::Mark(mark)));
        }
        Ok(drafts)
    }

    /// Whether lines of an order may be changed here at all: looked at before anything is filled.
    ///
    /// # Errors
    /// In this order: [`Refusal::MissingMarks`], [`Refusal::WrongState`],
    /// [`Refusal::NeedsTakeover`], [`Refusal::NotTheKeeper`].
    pub fn may_amend(&self, order: &Order) -> Result<(), Refusal> {
        let settled = self.settled(order)?;
        if is_asked(&settled) {
            return Ok(());
        }
        self.may_work(order, &settled)
    }

    /// Somebody asks a person to decide before the order goes on; what is held stays held.
    ///
    /// # Errors
    /// [`Refusal::MissingMarks`], then [`Refusal::WrongState`].
    pub fn doubt(&self, order: &Order, question: Question) -> Result<Vec<Draft>, Refusal> {
        let settled = self.settled(order)?;
        let is_open = matches!(
            settled.state,
            State::Placed | State::Confirmed | State::Packing
        );
        if !is_open || order.is_record_only() {
            return Err(Refusal::WrongState {
                state: settled.state.word(),
            });
        }
        let mut mark = Mark::new(Aspect::Fulfilment, MarkKind::Doubted, settled.unanswered);
        mark.asks = Some(question);
        Ok(vec![Draft::plain(order.id, Body::Mark(mark))])
    }
}

/// Nothing is held for it: anybody changes its lines.
fn is_asked(settled: &Settled) -> bool {
    settled.state == State::Asked && settled.live.is_empty()
}

/// Agreed with the buyer in the same transaction in which it was placed anew.
#[must_use]
pub fn confirmed_at_once(order: &Order, placed: FactId) -> Draft {
    let mark = Mark::new(Aspect::Fulfilment, MarkKind::Confirmed, vec![placed]);
    Draft::plain(order.id, Body::Mark(mark))
}
