//! Lines filled from lots, each by its rule.

use super::floors::{Floors, refused};
use super::place::{offers, offers_with_promised};
use crate::fault::Fault;
use crate::products::Titles;
use crate::work::Work;
use std::collections::BTreeMap;
use tsong_contract::AppError;
use tsong_domain::id::EntityId;
use tsong_domain::mark::{Holder, Placing};
use tsong_domain::order::decide::{Offer, Rule, fill_by};
use tsong_domain::order::{Filling, Line};
use tsong_domain::quantity::Quantity;
use tsong_domain::refusal::Refusal;
use tsong_domain::stock::LotLedger;
use tsong_store::{Db, effect};

/// A line's rule as it was asked for: a lot that was named is the chosen one.
pub(super) fn filling(word: Option<&str>, chosen: Option<EntityId>) -> Result<Filling, AppError> {
    let bad = |field: &str, reason: &str| AppError::BadInput {
        field: field.to_owned(),
        reason: reason.to_owned(),
    };
    let rule = match word {
        None | Some("") if chosen.is_some() => Filling::Chosen,
        None | Some("") => Filling::default(),
        Some(word) => Filling::from_word(word).ok_or_else(|| bad("filling", "not_in_list"))?,
    };
    match (rule, chosen) {
        (Filling::Chosen, None) => Err(bad("lot", "empty")),
        (Filling::EarliestExpiry | Filling::Rotated | Filling::Pooled, Some(_)) => {
            Err(bad("lot", "not_in_list"))
        }
        (Filling::Chosen, Some(_))
        | (Filling::EarliestExpiry | Filling::Rotated | Filling::Pooled, None) => Ok(rule),
    }
}

/// Fills lines from this device's own shares, the later ones from what the earlier left. `freed`
/// are goods that the same transaction frees: they count as this device's again.
pub(super) fn fill_lines(
    w: &Work<'_>,
    lines: &[(&Line, Option<EntityId>)],
    freed: &[Placing],
    titles: &Titles,
) -> Result<Vec<Placing>, Fault> {
    let own = |g: &&Placing| g.holder == Holder::Device(w.me.device);
    let mut goods: Vec<Placing> = Vec::new();
    for (line, chosen) in lines {
        // What is promised whole may be free again, and counts when villagers take turns.
        let is_with_promised = !freed.is_empty() || line.filling == Filling::Rotated;
        let read = if is_with_promised {
            offers_with_promised
        } else {
            offers
        };
        let mut offers = read(w, &line.product, &line.grade)?;
        for offer in &mut offers {
            for back in freed.iter().filter(own).filter(|g| g.lot == offer.lot) {
                offer.share = offer.share.plus(back.quantity);
            }
            for earlier in goods.iter().filter(|g| g.lot == offer.lot) {
                offer.share = offer.share.minus(earlier.quantity);
            }
        }
        let floors = Floors::of(w.db, line)?;
        let too_dear = floors.set_aside(w.db, &mut offers, line.price_fen)?;
        let gone = match line.filling {
            Filling::Rotated => gone(w.db, &offers)?,
            Filling::EarliestExpiry | Filling::Chosen | Filling::Pooled => BTreeMap::new(),
        };
        let rule = match (line.filling, *chosen) {
            (_, Some(lot)) => Rule::Chosen(lot),
            (Filling::EarliestExpiry | Filling::Chosen, None) => Rule::EarliestExpiry,
            (Filling::Rotated, None) => Rule::Rotated(&gone),
            (Filling::Pooled, None) => Rule::Pooled,
        };
        let filled = fill_by(line.line, line.quantity, rule, &mut offers, w.me.device);
        goods.extend(match filled {
            Ok(filled) => filled,
            // There is enough, but not at this price.
            Err(Refusal::NotEnough { .. }) if !too_dear.is_empty() => {
                return Err(refused(w.db, line, &too_dear, titles)?);
            }
            Err(refusal) => return Err(named(refusal, &titles.of(&line.product))),
        });
    }
    goods.sort_unstable();
    Ok(goods)
}

/// What of the offered lots is promised or went already, by villager.
fn gone(db: &Db<'_>, offers: &[Offer]) -> Result<BTreeMap<EntityId, Quantity>, Fault> {
    let mut gone: BTreeMap<EntityId, Quantity> = BTreeMap::new();
    for offer in offers {
        let mut ledger = LotLedger::default();
        effect::of_lot(db, offer.lot, &mut ledger)?;
        let held = ledger.holds.iter().map(|h| h.quantity);
        let sold = held.chain(ledger.shipments.iter().map(|s| s.quantity));
        let sum = gone.entry(offer.villager).or_default();
        *sum = sold.fold(*sum, Quantity::plus);
    }
    Ok(gone)
}

/// Says which product fell short.
pub(super) fn named(refusal: Refusal, product: &str) -> Fault {
    let Refusal::NotEnough {
        asked, available, ..
    } = refusal
    else {
        return refusal.into();
    };
    AppError::NotEnoughStock {
        product: product.to_owned(),
        asked: asked.get(),
        available: available.get(),
    }
    .into()
}
