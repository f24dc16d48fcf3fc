//! Taking an order: filled from what this device may promise, placed or asked.

use crate::fact::{Body, Draft};
use crate::id::{DeviceId, EntityId};
use crate::mark::{Aspect, Holder, Mark, MarkKind, Placing, Shelf};
use crate::order::OrderTaken;
use crate::quantity::Quantity;
use crate::refusal::Refusal;

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

/// Fills a line from offers: the chosen lot, or what expires first. The offers are charged, so that
/// a second line sees what the first left.
///
/// # Errors
/// [`Refusal::NotEnough`] when the shares do not suffice, [`Refusal::NeedsRecount`] when they would
/// but the device was restored and has not counted.
pub fn fill(
    line: u32,
    quantity: Quantity,
    chosen: Option<EntityId>,
    offers: &mut [Offer],
    me: DeviceId,
) -> Result<Vec<Placing>, Refusal> {
    offers.sort_by_key(|o| (o.expires_ms, o.lot));
    let mut left = quantity;
    let mut placings = Vec::new();
    let fits = |o: &&mut Offer| chosen.is_none_or(|lot| lot == o.lot);
    let blocked = offers
        .iter()
        .find(|o| chosen.is_none_or(|lot| lot == o.lot) && !o.is_sellable && o.share.get() > 0)
        .map(|o| o.lot);
    for offer in offers.iter_mut().filter(|o| o.is_sellable).filter(fits) {
        let take = left.min(offer.share);
        if take.get() <= 0 {
            continue;
        }
        offer.share = offer.share.minus(take);
        left = left.minus(take);
        placings.push(Placing {
            line,
            lot: offer.lot,
            villager: offer.villager,
            holder: Holder::Device(me),
            place: Shelf::Device(me),
            quantity: take,
        });
    }
    if left.get() > 0 {
        return Err(match blocked {
            Some(lot) => Refusal::NeedsRecount { lot },
            None => Refusal::NotEnough {
                line,
                lot: chosen,
                asked: quantity,
                available: quantity.minus(left),
            },
        });
    }
    placings.sort_unstable();
    Ok(placings)
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
