//! Taking an order: filled from what this device may promise, placed or asked.

use crate::fact::{Body, Draft};
use crate::id::{DeviceId, EntityId};
use crate::mark::{Aspect, Holder, Mark, MarkKind, Placing, Shelf};
use crate::money::{Fen, share_out};
use crate::order::OrderTaken;
use crate::quantity::Quantity;
use crate::refusal::Refusal;
use std::collections::BTreeMap;

/// A lot as a holder can sell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The lot.
    pub lot: EntityId,
    /// Whose goods.
    pub villager: EntityId,
    /// When it has to be gone, milliseconds since 1970; `i64::MAX` when it keeps.
    pub expires_ms: i64,
    /// What this device's own share of it is.
    pub share: Quantity,
    /// Whether the device may sell of it at all (`rules.md` 5).
    pub is_sellable: bool,
}

/// By which rule a line is filled, with what the rule goes by.
#[derive(Clone, Copy, Debug)]
pub enum Rule<'a> {
    /// What must go first goes first.
    EarliestExpiry,
    /// The lot that a person chose.
    Chosen(EntityId),
    /// Villagers take turns: whose goods went least so far is first. By villager, what of the lots
    /// that are offered is promised or gone already.
    Rotated(&'a BTreeMap<EntityId, Quantity>),
    /// All villagers who have of it sell together, each by the weight that he has here.
    Pooled,
}

/// Fills a line from offers: the chosen lot, or what expires first. The offers are charged, so that
/// a second line sees what the first left.
///
/// # Errors
/// As [`fill_by`].
pub fn fill(
    line: u32,
    quantity: Quantity,
    chosen: Option<EntityId>,
    offers: &mut [Offer],
    me: DeviceId,
) -> Result<Vec<Placing>, Refusal> {
    let rule = chosen.map_or(Rule::EarliestExpiry, Rule::Chosen);
    fill_by(line, quantity, rule, offers, me)
}

/// Fills a line from offers by a rule. The offers are charged, so that a second line sees what the
/// first left. The same offers give the same goods, whatever order they come in.
///
/// # Errors
/// [`Refusal::NotEnough`] when the shares do not suffice, [`Refusal::NeedsRecount`] when they would
/// but the device was restored and has not counted.
pub fn fill_by(
    line: u32,
    quantity: Quantity,
    rule: Rule<'_>,
    offers: &mut [Offer],
    me: DeviceId,
) -> Result<Vec<Placing>, Refusal> {
    let own = (Holder::Device(me), Shelf::Device(me));
    fill_from(line, quantity, rule, offers, own)
}

/// As [`fill_by`], out of what any holder has at a place: the hub out of its quota.
///
/// # Errors
/// As [`fill_by`].
pub fn fill_from(
    line: u32,
    quantity: Quantity,
    rule: Rule<'_>,
    offers: &mut [Offer],
    (holder, place): (Holder, Shelf),
) -> Result<Vec<Placing>, Refusal> {
    let chosen = match rule {
        Rule::Chosen(lot) => Some(lot),
        Rule::EarliestExpiry | Rule::Rotated(_) | Rule::Pooled => None,
    };
    offers.sort_by_key(|o| (o.expires_ms, o.lot));
    let fits = |o: &Offer| chosen.is_none_or(|lot| lot == o.lot) && o.share > Quantity::ZERO;
    let blocked = offers.iter().find(|o| fits(o) && !o.is_sellable);
    let blocked = blocked.map(|o| o.lot);
    let mut from: Vec<&mut Offer> = offers
        .iter_mut()
        .filter(|o| fits(o) && o.is_sellable)
        .collect();
    let there = from.iter().fold(Quantity::ZERO, |all, o| all.plus(o.share));
    if there < quantity {
        return Err(match blocked {
            Some(lot) => Refusal::NeedsRecount { lot },
            None => Refusal::NotEnough {
                line,
                lot: chosen,
                asked: quantity,
                available: there,
            },
        });
    }
    let mut placings = Vec::new();
    let mut take = |offer: &mut Offer, left: &mut Quantity| {
        let taken = (*left).min(offer.share);
        if taken <= Quantity::ZERO {
            return;
        }
        offer.share = offer.share.minus(taken);
        *left = left.minus(taken);
        placings.push(Placing {
            line,
            lot: offer.lot,
            villager: offer.villager,
            holder,
            place,
            quantity: taken,
        });
    };
    let mut left = quantity;
    match rule {
        Rule::EarliestExpiry | Rule::Chosen(_) => {
            from.into_iter().for_each(|o| take(o, &mut left));
        }
        Rule::Rotated(gone) => {
            let gone_of = |o: &Offer| gone.get(&o.villager).copied().unwrap_or_default();
            // Stable: of one villager what must go first goes first.
            from.sort_by_key(|o| (gone_of(o), o.villager));
            from.into_iter().for_each(|o| take(o, &mut left));
        }
        Rule::Pooled => {
            let mut parts = pooled(&from, quantity);
            for offer in from {
                if let Some(part) = parts.get_mut(&offer.villager) {
                    take(offer, part);
                }
            }
        }
    }
    placings.sort_unstable();
    Ok(placings)
}

/// Each villager's part of `quantity` by what he has here, to the gram, by largest remainder.
fn pooled(offers: &[&mut Offer], quantity: Quantity) -> BTreeMap<EntityId, Quantity> {
    let mut have: BTreeMap<EntityId, i64> = BTreeMap::new();
    for offer in offers {
        let sum = have.entry(offer.villager).or_default();
        *sum = sum.saturating_add(offer.share.get());
    }
    let weights: Vec<i64> = have.values().copied().collect();
    let parts = share_out(Fen::new(quantity.get()), &weights);
    let parts = parts.into_iter().map(|part| Quantity::new(part.get()));
    have.into_keys().zip(parts).collect()
}

/// A new order of this device's own stock: taken and placed in one transaction.
///
/// # Errors
/// [`Refusal::NoLines`], [`Refusal::TooLarge`].
pub fn take(
    id: EntityId,
    taken: OrderTaken,
    note: &str,
    goods: Vec<Placing>,
    me: DeviceId,
) -> Result<Vec<Draft>, Refusal> {
    if taken.lines.is_empty() {
        return Err(Refusal::NoLines);
    }
    if !taken.amounts.total_fen.is_sane() {
        return Err(Refusal::TooLarge);
    }
    let mut mark = Mark::new(Aspect::Fulfilment, MarkKind::Placed, Vec::new());
    mark.keeper = Some(me);
    mark.goods = goods;
    Ok(vec![
        taken_draft(id, taken, note),
        Draft::plain(id, Body::Mark(mark)),
    ])
}

/// An order that this device takes without a share of its own: asked, and placed when the holder
/// answers.
///
/// # Errors
/// [`Refusal::NoLines`].
pub fn ask(id: EntityId, taken: OrderTaken, note: &str) -> Result<Vec<Draft>, Refusal> {
    if taken.lines.is_empty() {
        return Err(Refusal::NoLines);
    }
    let mark = Mark::new(Aspect::Fulfilment, MarkKind::Asked, Vec::new());
    Ok(vec![
        taken_draft(id, taken, note),
        Draft::plain(id, Body::Mark(mark)),
    ])
}

/// The fact that an order was taken, its note in the personal section.
#[must_use]
pub fn taken_draft(id: EntityId, mut taken: OrderTaken, note: &str) -> Draft {
    taken.noted = !note.is_empty();
    let personal = taken.noted.then(|| crate::field::Personal {
        note: note.to_owned(),
        ..crate::field::Personal::default()
    });
    Draft {
        entity: id,
        body: Body::Order(taken),
        personal,
    }
}
