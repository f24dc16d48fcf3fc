//! A search by text: the index says what may match, the things themselves say what does.

use crate::fault::Fault;
use crate::indexing;
use crate::products::Titles;
use crate::tokens::{confirms, query};
use std::collections::{BTreeMap, BTreeSet};
use tsong_domain::id::EntityId;
use tsong_store::order::{Found, OrderRecord, Wanted};
use tsong_store::{Db, find, order};

/// How many candidates the index is asked for in one go.
const PAGE: usize = 100;
/// Up to so many orders each is looked at before they are counted.
const CONFIRMED: usize = 200;

/// A text that somebody looks for.
pub(crate) struct Search<'a> {
    db: &'a Db<'a>,
    text: &'a str,
    expression: String,
    titles: Titles,
}

impl<'a> Search<'a> {
    /// Readies a search; `None` when nothing in the text can be looked for.
    pub(crate) fn of(db: &'a Db<'a>, text: &'a str) -> Result<Option<Self>, Fault> {
        let Some(expression) = query(text) else {
            return Ok(None);
        };
        Ok(Some(Self {
            db,
            text,
            expression,
            titles: Titles::load(db)?,
        }))
    }

    /// What products are called.
    pub(crate) const fn titles(&self) -> &Titles {
        &self.titles
    }

    /// Hands over what a noun has, newest first, until `take` wants no more.
    pub(crate) fn each(
        &self,
        noun: &str,
        mut take: impl FnMut(EntityId) -> Result<bool, Fault>,
    ) -> Result<(), Fault> {
        let fresh = find::fresh(self.db, noun)?;
        for id in &fresh {
            if self.confirms(noun, *id)? && !take(*id)? {
                return Ok(());
            }
        }
        let fresh: BTreeSet<EntityId> = fresh.into_iter().collect();
        let mut after = None;
        loop {
            let page = find::search(self.db, noun, &self.expression, PAGE, after)?;
            let Some((last, _)) = page.last().copied() else {
                return Ok(());
            };
            after = Some(last);
            for (_, id) in page {
                if !fresh.contains(&id) && self.confirms(noun, id)? && !take(id)? {
                    return Ok(());
                }
            }
        }
    }

    /// Up to `limit` of what a noun has that is older than `after`, newest first by identity, so
    /// that a page goes on where the one before ended.
    pub(crate) fn page(
        &self,
        noun: &str,
        after: Option<EntityId>,
        limit: usize,
        mut take: impl FnMut(EntityId) -> Result<bool, Fault>,
    ) -> Result<(), Fault> {
        let indexed = find::search(self.db, noun, &self.expression, usize::MAX, None)?;
        let mut candidates: BTreeSet<EntityId> = indexed.into_iter().map(|(_, id)| id).collect();
        candidates.extend(find::fresh(self.db, noun)?);
        let mut taken = 0;
        for id in candidates.into_iter().rev() {
            if taken >= limit {
                break;
            }
            if after.is_none_or(|after| id < after) && self.confirms(noun, id)? && take(id)? {
                taken += 1;
            }
        }
        Ok(())
    }

    /// Where in a list the orders stand, oldest first; of more than [`CONFIRMED`] what the index
    /// proposes.
    pub(crate) fn places(&self) -> Result<Vec<Found>, Fault> {
        let mut found = order::found(self.db, &self.expression)?;
        let mut fresh = BTreeMap::new();
        for id in find::fresh(self.db, "order")? {
            if let Some(place) = order::place(self.db, id)? {
                fresh.insert(place.arrival, (place, self.confirms("order", id)?));
            }
        }
        found.retain(|place| !fresh.contains_key(&place.arrival));
        if found.len() <= CONFIRMED {
            let mut sure = Vec::with_capacity(found.len());
            for place in found {
                if self.has(&place)? {
                    sure.push(place);
                }
            }
            found = sure;
        }
        found.extend(
            fresh
                .into_values()
                .filter_map(|(place, is_it)| is_it.then_some(place)),
        );
        found.sort_unstable();
        Ok(found)
    }

    fn has(&self, place: &Found) -> Result<bool, Fault> {
        match order::at(self.db, place.arrival)? {
            Some(id) => self.confirms("order", id),
            None => Ok(false),
        }
    }

    /// The orders of a list, in its order.
    pub(crate) fn orders(&self, wanted: &Wanted<'_>) -> Result<Vec<OrderRecord>, Fault> {
        let mut places = self.places()?;
        places.retain(|place| fits(place, wanted));
        if wanted.is_newest_first {
            places.reverse();
        }
        let mut records = Vec::new();
        for place in &places {
            if records.len() >= wanted.limit {
                break;
            }
            let Some(id) = order::at(self.db, place.arrival)? else {
                continue;
            };
            if let Some(record) = order::get(self.db, id)?
                && (wanted.state.is_empty() || record.state == wanted.state)
                && self.confirms("order", id)?
            {
                records.push(record);
            }
        }
        Ok(records)
    }

    fn confirms(&self, noun: &str, id: EntityId) -> Result<bool, Fault> {
        let said = indexing::words(self.db, noun, id, &self.titles, |texts| {
            confirms(self.text, texts)
        })?;
        Ok(said.unwrap_or(false))
    }
}

/// Whether an order at a place is one of those that are to be shown, as far as places tell.
fn fits(place: &Found, wanted: &Wanted<'_>) -> bool {
    let is_past = wanted.after.as_ref().is_none_or(|after| {
        let (edge, here) = (
            (after.created_ms, after.arrival),
            (place.created_ms, place.arrival),
        );
        if wanted.is_newest_first {
            here < edge
        } else {
            here > edge
        }
    });
    is_past
        && (wanted.stage.is_empty() || place.stage == wanted.stage)
        && wanted.from_ms.is_none_or(|from| place.created_ms >= from)
        && wanted.until_ms.is_none_or(|until| place.created_ms < until)
}
