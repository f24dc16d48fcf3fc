//! Taking a record in of which an order is known: facts for what changed, and nothing else.

use super::line::{Change, Taken, amounts};
use super::record::{Record, Status};
use crate::fault::Fault;
use crate::world;
use tsong_domain::fact::{Body, Draft};
use tsong_domain::field::{FieldWrite, Personal, Value, Write};
use tsong_domain::id::FactId;
use tsong_domain::mark::{Aspect, MarkKind};
use tsong_domain::order::payment::payments;
use tsong_domain::order::settle::settle;
use tsong_domain::order::{Order, fields};

impl Change<'_, '_> {
    /// Compares a record with the order and writes what differs.
    pub(super) fn change(&mut self, r: &Record) -> Result<Taken, Fault> {
        let Some(order) = world::order(self.w.db, r.id)? else {
            return Ok(Taken::Refused("bad_id"));
        };
        let from = reached(&order);
        if r.status < from {
            // A mark cannot be unsaid by a file; what goes back is a person's decision.
            return Ok(Taken::Refused("wrong_state"));
        }
        let before = self.w.len();
        let (writes, personal) = self.differing(r, &order)?;
        let is_later = order.at_ms.is_none_or(|at| r.updated_ms > at);
        let mut at_ms = (r.status == from && is_later).then_some(r.updated_ms);
        if r.status > from {
            let world = world::world(self.w.db)?;
            let settled = settle(order.marks.iter().map(|(id, m)| (*id, &m.mark)), &world);
            let cleared: Option<FactId> = payments(&order)
                .iter()
                .find_map(|p| p.unanswered.first().copied());
            self.advance(r, Some(from), &settled.unanswered, cleared);
        }
        if !writes.is_empty() || at_ms.is_some() {
            let body = Body::Field(FieldWrite {
                noun: "order".to_owned(),
                writes,
                at_ms: at_ms.take(),
            });
            self.w.write_one(Draft {
                entity: r.id,
                body,
                personal,
            });
        }
        Ok(if self.w.len() > before {
            Taken::Changed
        } else {
            Taken::Unchanged
        })
    }

    /// The fields in which a record differs from the order.
    fn differing(
        &mut self,
        r: &Record,
        order: &Order,
    ) -> Result<(Vec<Write>, Option<Personal>), Fault> {
        let mut writes = Vec::new();
        let mut personal = None;
        let lines = self.lines(r);
        if lines != order.lines() {
            writes.push(order.fields.write(fields::LINES, Value::Lines(lines)));
        }
        let (new, old) = (amounts(r), order.amounts());
        for (field, new, old) in [
            (fields::GOODS, new.goods_fen, old.goods_fen),
            (fields::SHIPPING, new.shipping_fen, old.shipping_fen),
            (fields::TOTAL, new.total_fen, old.total_fen),
        ] {
            if new != old {
                writes.push(order.fields.write(field, Value::Int(new.get())));
            }
        }
        let contact = self.contact(&r.buyer)?;
        if contact.map(|c| c.1) != order.contact() {
            let (buyer, fact) = match contact {
                Some((buyer, fact)) => (Value::Id(buyer), Value::Fact(fact)),
                None => (Value::Nothing, Value::Nothing),
            };
            if contact.map(|c| c.0) != order.buyer() {
                writes.push(order.fields.write(fields::BUYER, buyer));
            }
            writes.push(order.fields.write(fields::CONTACT, fact));
        }
        if r.note != order.note() {
            let value = if r.note.is_empty() {
                Value::Nothing
            } else {
                Value::Personal
            };
            writes.push(order.fields.write(fields::NOTE, value));
            personal = (!r.note.is_empty()).then(|| Personal {
                note: r.note.clone(),
                ..Personal::default()
            });
        }
        Ok((writes, personal))
    }
}

/// How far an order has come, in the words of an import.
fn reached(order: &Order) -> Status {
    let has = |aspect: Aspect, kind: MarkKind| {
        order
            .marks
            .values()
            .any(|m| m.mark.aspect == aspect && m.mark.kind == kind)
    };
    if has(Aspect::AfterSale, MarkKind::Refunded) {
        Status::Refunded
    } else if has(Aspect::Fulfilment, MarkKind::Completed) {
        Status::Delivered
    } else if has(Aspect::Fulfilment, MarkKind::HandedOver) {
        Status::Shipped
    } else if has(Aspect::Fulfilment, MarkKind::Packing) {
        Status::Packed
    } else if has(Aspect::Payment, MarkKind::Cleared) {
        Status::Paid
    } else {
        Status::Created
    }
}
