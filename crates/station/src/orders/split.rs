//! Some of an order goes in a parcel of its own.

use super::act::{act, decided};
use crate::fault::Fault;
use crate::station::Station;
use crate::typed;
use crate::world;
use tsong_contract::AppError;
use tsong_contract::io::{OrderShown, OrderSplit};
use tsong_domain::fact::{Body, Draft};
use tsong_domain::mark::MarkKind;
use tsong_domain::money::Fen;
use tsong_domain::order::Order;
use tsong_domain::order::decide::{Part, Split, confirmed_at_once};
use tsong_domain::order::settle::{State, settle};
use tsong_domain::people::Right;

/// `order.split`: answers the first order, with the other among its parts. What was agreed with the
/// buyer stays agreed in both.
///
/// # Errors
/// In this order: [`AppError::BadInput`] for what was typed, [`AppError::NotFound`],
/// [`AppError::MissingMarks`], [`AppError::WrongState`], [`AppError::NeedsTakeover`],
/// [`AppError::NotTheKeeper`], [`AppError::NoLines`], [`AppError::BadInput`] for more than a line has.
pub fn split(station: &mut Station, input: OrderSplit) -> Result<OrderShown, AppError> {
    act(station, Right::Sell, &input.id, |w, order| {
        let parts = parts(order, &input)?;
        let other = Split {
            id: w.mint(),
            number: w.order_number(),
            shipping_fen: match &input.shipping {
                Some(typed) => typed::fen(typed, "shipping")?,
                None => Fen::ZERO,
            },
            created_ms: w.believed_ms,
        };
        let world = world::world(w.db)?;
        let settled = settle(order.marks.iter().map(|(i, m)| (*i, &m.mark)), &world);
        let drafts = decided(w, false, |d| d.split(order, &parts, &other))?;
        let placed: Vec<bool> = drafts.iter().map(is_placed).collect();
        let whose: Vec<_> = drafts.iter().map(|draft| draft.entity).collect();
        let written = w.write(drafts);
        if settled.state != State::Confirmed {
            return Ok(Vec::new());
        }
        let both = written.into_iter().zip(whose).zip(placed);
        Ok(both
            .filter(|(_, is_placed)| *is_placed)
            .map(|((fact, entity), _)| Draft {
                entity,
                ..confirmed_at_once(order, fact)
            })
            .collect())
    })
}

fn is_placed(draft: &Draft) -> bool {
    matches!(&draft.body, Body::Mark(mark) if mark.kind == MarkKind::Placed)
}

fn parts(order: &Order, input: &OrderSplit) -> Result<Vec<Part>, Fault> {
    let lines = order.lines();
    let read = |part: &tsong_contract::io::SplitPart| {
        let line = lines.iter().find(|l| l.line == part.line);
        let line = line.ok_or_else(|| AppError::missing("line", part.line))?;
        Ok(Part {
            line: part.line,
            quantity: typed::quantity(&part.quantity, line.measure, "quantity")?,
        })
    };
    input.parts.iter().map(read).collect()
}
