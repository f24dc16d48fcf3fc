//! Postings of an order: double entry, derived from its marks, computed again by `verify`.
//!
//! A debit is positive. At hand-over the buyer owes the order (clearing), and it is owed on to each
//! villager, the station's commission and the carrier; when the money is there, the way by which it
//! came holds it and the clearing account is empty.

use crate::id::{EntityId, FactId};
use crate::mark::{Bearer, PayWay};
use crate::money::{Fen, share_out};
use crate::movement::Account;
use crate::order::Order;
use crate::order::after_sale::{Loss, losses};
use crate::order::due::due;
use crate::order::payment::{Payment, payments};
use crate::order::settle::{Settled, World};
use crate::time::Hlc;
use std::collections::BTreeMap;

/// One entry of the books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    /// What it is, once: `accrue:<line>:<lot>`, `pay:<mark>` …; unique within the order and account.
    pub key: String,
    /// The account.
    pub account: Account,
    /// By how much; positive is a debit.
    pub delta_fen: Fen,
    /// When it happened.
    pub happened: Hlc,
}

/// The postings of an order. They add up to nothing. An order that was lived elsewhere has none.
#[must_use]
pub fn of_order(order: &Order, settled: &Settled, world: &World) -> Vec<Posting> {
    if order.is_record_only() {
        return Vec::new();
    }
    let mut postings = Vec::new();
    if let Some(shipment) = &settled.shipment {
        let first = shipment
            .marks
            .first()
            .and_then(|(id, _)| order.marks.get(id));
        let happened = first.map_or_else(Hlc::default, |m| m.time);
        accrue(order, settled, happened, &mut postings);
    }
    for payment in payments(order) {
        pay(order, &payment, world, &mut postings);
    }
    for loss in losses(order) {
        bear(order, &loss, &mut postings);
    }
    postings
}

fn accrue(order: &Order, settled: &Settled, happened: Hlc, postings: &mut Vec<Posting>) {
    let Some(shipment) = &settled.shipment else {
        return;
    };
    let permille = order
        .taken
        .as_ref()
        .and_then(|(_, t)| t.commission_permille)
        .unwrap_or(0);
    let mut owed = Fen::ZERO;
    let mut push = |key: String, account: Account, delta_fen: Fen| {
        postings.push(Posting {
            key,
            account,
            delta_fen,
            happened,
        });
    };
    for line in due(order, settled).lines {
        // A lot of which two holders shipped is owed for once: a key is posted once to an account.
        let mut goods: BTreeMap<EntityId, (EntityId, i64)> = BTreeMap::new();
        for g in shipment.goods.iter().filter(|g| g.line == line.line) {
            let (_, weight) = goods.entry(g.lot).or_insert((g.villager, 0));
            *weight = weight.saturating_add(g.quantity.get());
        }
        let weights: Vec<i64> = goods.values().map(|(_, weight)| *weight).collect();
        for ((lot, (villager, _)), part) in goods.iter().zip(share_out(line.amount_fen, &weights)) {
            let commission = commission(part, permille);
            let net = part.get().saturating_sub(commission.get());
            let key = format!("accrue:{}:{lot}", line.line);
            push(
                key.clone(),
                Account::Villager(*villager),
                Fen::new(net).negated(),
            );
            if commission != Fen::ZERO {
                push(key, Account::Commission, commission.negated());
            }
            owed = Fen::new(owed.get().saturating_add(part.get()));
        }
    }
    let shipping = order.amounts().shipping_fen;
    if shipping != Fen::ZERO {
        push("freight".to_owned(), Account::Carrier, shipping.negated());
        owed = Fen::new(owed.get().saturating_add(shipping.get()));
    }
    if owed != Fen::ZERO {
        push("owed".to_owned(), Account::Clearing(order.id), owed);
    }
}

/// A refund after a complaint is nobody's debt any more: whoever bears it is charged. The villagers
/// give up what they were owed for it, the station its commission on that, each in proportion; what is
/// beyond the goods, as freight, is the station's.
fn bear(order: &Order, loss: &Loss, postings: &mut Vec<Posting>) {
    let marked = order.marks.get(&loss.fact);
    let happened = marked.map_or_else(Hlc::default, |m| m.time);
    let key = format!("after:{}", loss.fact);
    let mut charged: BTreeMap<Account, i64> = BTreeMap::new();
    match loss.bears {
        Bearer::Villager => {
            let of_line = loss.line.map(|line| format!("accrue:{line}:"));
            let accrued: Vec<(Account, i64)> = postings
                .iter()
                .filter(|p| match &of_line {
                    Some(prefix) => p.key.starts_with(prefix),
                    None => p.key.starts_with("accrue:"),
                })
                .map(|p| (p.account.clone(), p.delta_fen.get().saturating_neg()))
                .collect();
            let goods = accrued
                .iter()
                .fold(0i64, |sum, (_, fen)| sum.saturating_add(*fen));
            let part = loss.amount_fen.get().min(goods);
            let weights: Vec<i64> = accrued.iter().map(|(_, fen)| *fen).collect();
            for ((account, _), fen) in accrued.into_iter().zip(share_out(Fen::new(part), &weights))
            {
                let sum = charged.entry(account).or_default();
                *sum = sum.saturating_add(fen.get());
            }
            let beyond = loss.amount_fen.get().saturating_sub(part);
            charged.insert(Account::Loss, beyond);
        }
        Bearer::Carrier => {
            charged.insert(Account::Carrier, loss.amount_fen.get());
        }
        Bearer::Station | Bearer::Other(_) => {
            charged.insert(Account::Loss, loss.amount_fen.get());
        }
    }
    charged.insert(
        Account::Clearing(order.id),
        loss.amount_fen.get().saturating_neg(),
    );
    for (account, fen) in charged.into_iter().filter(|(_, fen)| *fen != 0) {
        postings.push(Posting {
            key: key.clone(),
            account,
            delta_fen: Fen::new(fen),
            happened,
        });
    }
}

/// The station's part of an amount, rounded half up.
fn commission(amount: Fen, permille: u16) -> Fen {
    let exact = i128::from(amount.get()).saturating_mul(i128::from(permille));
    let rounded = exact.saturating_add(500).div_euclid(1000);
    Fen::new(i64::try_from(rounded).unwrap_or(i64::MAX))
}

fn pay(order: &Order, payment: &Payment, world: &World, postings: &mut Vec<Posting>) {
    let mut both = |fact: FactId, way: &PayWay, amount: Fen| {
        let happened = order.marks.get(&fact).map_or_else(Hlc::default, |m| m.time);
        let account = match (way, world.device(fact)) {
            (PayWay::Cash, Some(device)) => Account::Drawer(device),
            (PayWay::Villager, _) if payment.payee.is_some() => payment
                .payee
                .map_or(Account::Way(PayWay::Villager), Account::Villager),
            (
                PayWay::Cash
                | PayWay::Wechat
                | PayWay::Alipay
                | PayWay::Bank
                | PayWay::Platform
                | PayWay::OnDelivery
                | PayWay::Villager
                | PayWay::Other(_),
                _,
            ) => Account::Way(way.clone()),
        };
        let key = format!("pay:{fact}");
        postings.push(Posting {
            key: key.clone(),
            account,
            delta_fen: amount,
            happened,
        });
        postings.push(Posting {
            key,
            account: Account::Clearing(order.id),
            delta_fen: amount.negated(),
            happened,
        });
    };
    if let Some(fact) = payment.cleared_by {
        both(fact, &payment.way, payment.cleared_fen);
        for (fact, money) in &payment.refunds {
            both(*fact, &money.way, money.amount_fen.negated());
        }
    }
}
