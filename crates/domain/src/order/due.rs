//! What a buyer owes: what was packed, once it was weighed; what went, once it went; until then
//! what was ordered.
//!
//! A line of another weight than was ordered is charged by its price, rounded once; where its amount
//! was agreed upon and is not price times quantity, by its part of that amount.

use crate::mark::{MarkKind, Placing};
use crate::money::Fen;
use crate::order::settle::Settled;
use crate::order::{Line, Order};
use crate::quantity::Quantity;

/// What is owed for one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueLine {
    /// The line.
    pub line: u32,
    /// How much of it goes or went to the buyer.
    pub quantity: Quantity,
    /// What that costs.
    pub amount_fen: Fen,
}

/// What is owed for an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Its lines, in their order.
    pub lines: Vec<DueLine>,
    /// Their sum.
    pub goods_fen: Fen,
    /// With the freight.
    pub total_fen: Fen,
    /// The lines are what was weighed or went, no more what was ordered.
    pub is_weighed: bool,
}

/// What an order owes as it stands. An order that was lived elsewhere is kept as it came.
#[must_use]
pub fn due(order: &Order, settled: &Settled) -> Due {
    let goods = weighed(order, settled);
    let lines: Vec<DueLine> = order
        .lines()
        .iter()
        .map(|line| match goods {
            Some(goods) => part(line, sum(goods, line.line)),
            None => DueLine {
                line: line.line,
                quantity: line.quantity,
                amount_fen: line.amount_fen,
            },
        })
        .collect();
    if goods.is_none() {
        let amounts = order.amounts();
        return Due {
            lines,
            goods_fen: amounts.goods_fen,
            total_fen: amounts.total_fen,
            is_weighed: false,
        };
    }
    // What came from elsewhere may be of any size: it is shown, never wrapped.
    let goods_fen = lines.iter().fold(Fen::ZERO, |all, line| {
        Fen::new(all.get().saturating_add(line.amount_fen.get()))
    });
    let shipping_fen = order.amounts().shipping_fen;
    Due {
        lines,
        goods_fen,
        total_fen: Fen::new(goods_fen.get().saturating_add(shipping_fen.get())),
        is_weighed: true,
    }
}

/// The goods that went, else those that were packed last; `None` while nothing was weighed.
fn weighed<'a>(order: &'a Order, settled: &'a Settled) -> Option<&'a [Placing]> {
    if order.is_record_only() {
        return None;
    }
    if let Some(shipment) = &settled.shipment {
        return (!shipment.goods.is_empty()).then_some(shipment.goods.as_slice());
    }
    let live = settled.live.iter().rev();
    live.filter_map(|id| order.marks.get(id))
        .find(|m| m.mark.kind == MarkKind::Packed)
        .map(|m| m.mark.goods.as_slice())
}

fn sum(goods: &[Placing], line: u32) -> Quantity {
    goods
        .iter()
        .filter(|g| g.line == line)
        .fold(Quantity::ZERO, |sum, g| sum.plus(g.quantity))
}

fn part(line: &Line, quantity: Quantity) -> DueLine {
    let amount_fen = if quantity == line.quantity {
        line.amount_fen
    } else {
        amount(line, quantity)
    };
    DueLine {
        line: line.line,
        quantity,
        amount_fen,
    }
}

fn amount(line: &Line, quantity: Quantity) -> Fen {
    if line.computed_amount() == Some(line.amount_fen) {
        let weighed = Line {
            quantity,
            ..line.clone()
        };
        return weighed.computed_amount().unwrap_or(line.amount_fen);
    }
    let ordered = i128::from(line.quantity.get());
    if ordered <= 0 {
        return line.amount_fen;
    }
    let exact = i128::from(line.amount_fen.get()).saturating_mul(i128::from(quantity.get()));
    let rounded = exact
        .saturating_mul(2)
        .saturating_add(ordered)
        .div_euclid(ordered.saturating_mul(2));
    i64::try_from(rounded).map_or(line.amount_fen, Fen::new)
}
