//! Taking facts in: the log and everything derived from it, in one transaction.

use crate::derive::{self, StockTouched};
use crate::error::{HubError, Result};
use crate::own;
use crate::storage::Tables;
use std::collections::BTreeSet;
use tsong_domain::fact::{Access, Body, RawFact, Sealed};
use tsong_domain::field::{FieldWrite, Value};
use tsong_domain::id::{DeviceId, EntityId, FactId, Hash32};
use tsong_domain::produce::listing;
use tsong_sync::chain::personal_commitment;
use tsong_sync::encode::{Read, read_fact};
use tsong_sync::peer::Verified;
use tsong_sync::salt::shared;

/// What facts changed besides the log.
#[derive(Default)]
struct Touched {
    orders: BTreeSet<EntityId>,
    erased: BTreeSet<FactId>,
    closed: Vec<FactId>,
    stock: StockTouched,
}

/// Takes in verified facts of a station.
pub(crate) fn ingest(
    tables: &dyn Tables,
    station: EntityId,
    verified: &Verified,
    now_ms: i64,
) -> Result<()> {
    let frame = &verified.frame;
    let find = || -> Result<Option<_>> {
        let origins = tables.origins(station)?;
        Ok(origins.into_iter().find(|h| h.origin == frame.origin))
    };
    let known = match (find()?, &verified.born) {
        (None, Some(born)) => {
            tables.add_origin(station, frame.origin, born)?;
            None
        }
        (known, _) => known,
    };
    let device = known
        .map(|h| h.device)
        .or(verified.born.as_ref().map(|b| b.device))
        .ok_or_else(|| HubError::Broken(format!("origin {} has no birth", frame.origin)))?;
    // A request that was cut may still be at work while its retry brings the same facts: what got
    // in since they were verified is passed over here, where nobody writes in between.
    let reached = known.map_or(0, |h| h.sequence);
    let is_other = |(fact, head): (&RawFact, &Hash32)| {
        fact.header.id.sequence == reached && known.is_some_and(|h| h.head != *head)
    };
    if reached.saturating_add(1) < frame.first
        || frame.facts.iter().zip(&verified.heads).any(is_other)
    {
        return Err(HubError::Broken(format!(
            "{}-{} does not go on from what is here",
            frame.origin, frame.first
        )));
    }
    if frame
        .facts
        .last()
        .is_some_and(|f| f.header.id.sequence <= reached)
    {
        return Ok(());
    }
    let mut touched = Touched::default();
    let news = frame.facts.iter().zip(&verified.heads);
    for (fact, head) in news.filter(|(f, _)| f.header.id.sequence > reached) {
        let fact = without_erased(tables, station, fact)?;
        tables.append_fact(station, &fact, head)?;
        note(tables, station, device, &fact, now_ms, &mut touched)?;
    }
    let (Some(last), Some(head)) = (frame.facts.last(), verified.heads.last()) else {
        return Err(HubError::Broken("a frame without facts".to_owned()));
    };
    let last = last.header.id;
    tables.reach_origin(station, frame.origin, last.sequence, head)?;
    tables.put_signature(station, last, &frame.signature)?;
    for seed in &frame.seeds {
        // A seed tells every salt under it, also that of an erased section, and the transactions of
        // its run may have the same.
        let (from, _) = shared(seed.first);
        if tables.is_any_buried(station, frame.origin, from, seed.last)? {
            tables.forget_seed(station, frame.origin, &seed.seed)?;
        } else {
            tables.put_seed(station, frame.origin, seed)?;
        }
    }
    settle(tables, station, touched)
}

/// A fact whose person was erased before it came is kept without its section: erasures stick, also
/// when an old stick brings the person back.
fn without_erased(tables: &dyn Tables, station: EntityId, fact: &RawFact) -> Result<RawFact> {
    let mut fact = fact.clone();
    if let Some(section @ Sealed::Open { .. }) = &fact.personal
        && tables.is_buried(station, fact.header.id)?
    {
        fact.personal = Some(Sealed::Erased(personal_commitment(section)));
    }
    Ok(fact)
}

fn note(
    tables: &dyn Tables,
    station: EntityId,
    device: DeviceId,
    raw: &RawFact,
    now_ms: i64,
    touched: &mut Touched,
) -> Result<()> {
    let id = raw.header.id;
    let fact = match read_fact(raw) {
        Read::Known(fact) => fact,
        // Kept raw and passed on; read when this program knows the kind.
        Read::Unknown => return Ok(()),
        Read::Malformed => return tables.quarantine(station, id, "unreadable", now_ms),
    };
    let entity = fact.header.entity;
    touched.stock.note(tables, station, &fact)?;
    match &fact.body {
        Body::Order(_) | Body::Mark(_) => {
            touched.orders.insert(entity);
        }
        Body::Field(write) => {
            if write.noun == "order" {
                touched.orders.insert(entity);
            }
            for (hash, is_thumbnail) in blobs(write) {
                tables.want_blob(station, &hash, is_thumbnail, device)?;
            }
            // Orders may have come before the contact that they go to.
            if fact.personal.is_some() {
                touched.orders.extend(tables.orders_to(station, id)?);
            }
        }
        Body::Lot(lot) => {
            if let Some(photo) = &lot.photo {
                tables.want_blob(station, &photo.main, false, device)?;
                tables.want_blob(station, &photo.thumbnail, true, device)?;
            }
        }
        Body::Takes(takes) => touched.closed.extend(&takes.closed),
        Body::Erase(erase) => touched.erased.extend(&erase.facts),
        Body::Access(access) if device == own::HUB_DEVICE => {
            return remember(tables, station, access, now_ms);
        }
        Body::Origin(_) | Body::Retire(_) | Body::Move(_) | Body::Access(_) => {}
    }
    Ok(())
}

/// What the hub itself had decided and forgot when a backup was put back: whose facts count, and
/// who was shut out. Who was let in since enrols again, for the nonce is lost.
fn remember(tables: &dyn Tables, station: EntityId, access: &Access, now_ms: i64) -> Result<()> {
    if access.allowed {
        return tables.know_key(station, access.device, &access.key, now_ms);
    }
    let known = tables.device(access.device)?;
    if known.is_some_and(|d| d.station == station && d.key == access.key) {
        tables.revoke_device(station, access.device, ("", ""), now_ms)?;
    }
    Ok(())
}

fn blobs(write: &FieldWrite) -> Vec<(Hash32, bool)> {
    let mut found = Vec::new();
    for w in &write.writes {
        if let Value::Hash(hash) = &w.value {
            found.push((*hash, w.field == listing::THUMBNAIL));
        }
    }
    found
}

fn settle(tables: &dyn Tables, station: EntityId, mut touched: Touched) -> Result<()> {
    for fact in &touched.erased {
        tables.bury(station, *fact)?;
        let Some(raw) = tables.fact(station, *fact)? else {
            continue;
        };
        if let Some(section) = &raw.personal {
            tables.erase_fact(station, *fact, &personal_commitment(section))?;
        }
        touched.orders.insert(raw.header.entity);
        touched.orders.extend(tables.orders_to(station, *fact)?);
    }
    for closed in &touched.closed {
        tables.close_origin(station, *closed, true)?;
        touched
            .orders
            .extend(tables.entities_beyond(station, *closed)?);
    }
    let world = derive::world(tables, station)?;
    let lots = derive::put_orders(tables, station, touched.orders, &world)?;
    touched.stock.lots.extend(lots);
    touched.stock.settle(tables, station, &world)
}
