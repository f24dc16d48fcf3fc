//! Orders derived: their row, their effects on stock, their postings, their words to be found by.

use super::Batch;
use crate::day;
use crate::fault::Fault;
use crate::indexing;
use crate::tokens::index;
use std::collections::BTreeSet;
use tsong_contract::order_row::{OrderRow, order_row};
use tsong_domain::fact::Body;
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::order::settle::{Doubt, Settled, settle};
use tsong_domain::order::{Order, fields};
use tsong_domain::posting;
use tsong_store::order::OrderRecord;
use tsong_store::order_sum::{self, Goods};
use tsong_store::{effect, lot, order, posting as books, undated};

/// Derives one order; returns the lots that have to be derived after it. Does nothing for what is
/// no order.
pub(super) fn derive(batch: &Batch<'_>, id: EntityId) -> Result<BTreeSet<EntityId>, Fault> {
    let facts = batch.facts_of(id)?;
    if !facts
        .iter()
        .any(|f| matches!(f.body, Body::Order(_) | Body::Mark(_)))
    {
        return Ok(BTreeSet::new());
    }
    let folded = Order::fold(id, &facts);
    let settled = settle(
        folded.marks.iter().map(|(i, m)| (*i, &m.mark)),
        &batch.world,
    );
    let is_bare = folded.is_record_only() && settled.holds.is_empty();
    let lots = if is_bare {
        BTreeSet::new()
    } else {
        let marks = folded.marks.values();
        let lots: BTreeSet<EntityId> = marks
            .flat_map(|m| m.mark.goods.iter().map(|g| g.lot))
            .collect();
        hold(batch, &effect::replace(batch.db, id, &lots, &settled)?)?
    };
    if !is_bare {
        let postings = posting::of_order(&folded, &settled, &batch.world);
        books::replace(
            batch.db,
            id,
            &postings,
            &day::local_day(batch.arrival.now_ms),
        )?;
    }
    let own_sequence = facts
        .iter()
        .filter(|f| f.header.id.origin == batch.own)
        .map(|f| f.header.id.sequence)
        .max()
        .unwrap_or(0);
    write_row(batch, &folded, &settled, own_sequence)?;
    Ok(lots)
}

/// What is only held changes a cell by as much as the order's own effects changed: a lot of which
/// a thousand orders hold is not read again for each. What was shipped depends on counts.
fn hold(batch: &Batch<'_>, changed: &effect::Changed) -> Result<BTreeSet<EntityId>, Fault> {
    let mut lots = changed.lots.clone();
    for ((id, holder, place), delta) in &changed.held {
        if !lots.contains(id) && !lot::shift_held(batch.db, *id, holder, place, *delta)? {
            lots.insert(*id);
        }
    }
    Ok(lots)
}

fn write_row(
    batch: &Batch<'_>,
    folded: &Order,
    settled: &Settled,
    own_sequence: u64,
) -> Result<(), Fault> {
    let contact_fact = folded.contact();
    let contact = contact_fact
        .map(|c| batch.personal_of(c))
        .transpose()?
        .flatten();
    if let (Some(fact), None) = (contact_fact, &contact) {
        order::wait(batch.db, fact, folded.id)?;
    }
    let titles = batch.titles()?;
    let mut shown = order_row(folded, settled, None, |key| titles.of(key));
    let note = std::mem::take(&mut shown.note);
    let note_fact: Option<FactId> = folded
        .fields
        .get(fields::NOTE)
        .map(|r| r.fact)
        .filter(|f| folded.notes.contains_key(f));
    let record = OrderRecord {
        id: folded.id,
        number: shown.number.clone(),
        state: shown.state.word().to_owned(),
        stage: shown.state.stage().to_owned(),
        doubt: doubt_word(settled.doubt).to_owned(),
        total_fen: shown.total_fen,
        goods: goods(&shown),
        payment: shown.payment.word().to_owned(),
        after_sale: shown
            .after_sale
            .map_or_else(String::new, |a| a.word().to_owned()),
        created_ms: shown.created_at,
        at_ms: folded.at_ms,
        buyer: folded.buyer(),
        contact: contact_fact,
        note: note_fact,
        own_sequence,
        shown: row_json(&shown)?,
    };
    order::put(batch.db, &record)?;
    // Nearly every order has a good date from the first.
    if folded.was_clock_doubted {
        undated::put(batch.db, folded.id, folded.is_undated())?;
    }
    batch.to_be_found("order", folded.id, || {
        indexing::of_order(&shown, contact.as_ref(), &note, titles, index)
    })
}

/// Why a person has to decide, as lists and screens read it; empty when nobody has to.
pub(crate) const fn doubt_word(doubt: Option<Doubt>) -> &'static str {
    match doubt {
        None => "",
        Some(Doubt::HandedOverAndCancelled) => "handed_over_and_cancelled",
        Some(Doubt::LateOrder) => "late_order",
        Some(Doubt::Weight) => "weight",
        Some(Doubt::Short) => "short",
        Some(Doubt::Late) => "late",
        Some(Doubt::Unreachable) => "unreachable",
        Some(Doubt::Price) => "price",
        Some(Doubt::Unknown) => "unknown",
    }
}

fn goods(row: &OrderRow) -> Vec<Goods> {
    order_sum::by_product(row.lines.iter().map(|line| Goods {
        product: line.product.clone(),
        grams: line.weight_g.unwrap_or_default(),
        pieces: line.pieces.unwrap_or_default(),
        fen: line.amount_fen,
    }))
}

fn row_json(row: &OrderRow) -> Result<String, Fault> {
    serde_json::to_string(row)
        .map_err(|_| Fault::Store(tsong_store::StoreError::Unreadable { what: "order" }))
}
