//! A device whose disk was copied back: the hub holds another history of its origin than the disk
//! does (`rules.md` 11). The device counts as restored. What only this disk holds is set aside,
//! and written again under the new origin once the hub's history has come.

use crate::apply::{self, stock};
use crate::fault::Fault;
use crate::me::Me;
use crate::setup;
use crate::work::Work;
use std::collections::BTreeMap;
use tsong_domain::fact::{Actor, Body, Draft};
use tsong_domain::field::Value;
use tsong_domain::id::{EntityId, FactId, Hash32, Origin};
use tsong_store::{Db, effect, fact, lost, origin, party, person};
use tsong_sync::chain::GENESIS;
use tsong_sync::encode::{Read, read_fact};

/// Leaves a forked origin: facts past what the hub acknowledged are set aside, and a new origin
/// begins.
pub(crate) fn leave(db: &Db<'_>, forked: Origin, key: Hash32, now_ms: i64) -> Result<Me, Fault> {
    let Some(mut row) = origin::get(db, forked)? else {
        return Me::load(db);
    };
    let common = row.at_hub;
    let mut touched: Vec<EntityId> = Vec::new();
    let mut lots: Vec<EntityId> = Vec::new();
    let mut next = common.saturating_add(1);
    loop {
        let page = fact::of_origin(db, forked, next, 500)?;
        if page.is_empty() {
            break;
        }
        for stored in page {
            next = next.saturating_add(1);
            touched.push(stored.raw.header.entity);
            if let Read::Known(f) = read_fact(&stored.raw)
                && let Body::Move(movement) = &f.body
            {
                lots.extend(movement.legs.iter().map(|l| l.lot));
                stock::unpost_movement(db, f.header.id, now_ms)?;
            }
            lost::put(db, &stored)?;
        }
    }
    lost::cut(db, forked, common)?;
    row.sequence = common;
    row.head = match fact::get(db, FactId::new(forked, common))? {
        Some(stored) => stored.head,
        None => GENESIS,
    };
    origin::put(db, &row)?;
    touched.sort_unstable();
    touched.dedup();
    // Who may sign in does so while this history is on its way back.
    let operators = party::all(db, "operator")?;
    touched.retain(|id| !operators.iter().any(|o| o.id == *id));
    for id in &touched {
        lots.extend(effect::drop(db, *id)?);
    }
    lots.extend(touched.iter().copied());
    apply::derive_again(db, &touched, &lots, now_ms)?;
    let bond = crate::me::Bond::load(db)?;
    setup::new_origin(db, key, now_ms)?;
    if let Some(bond) = bond {
        // The key is the one that the hub knows: no new enrolment is needed.
        bond.save(db)?;
    }
    Me::load(db)
}

/// Writes what was set aside again, as far as the hub's history does not hold it after all.
pub(crate) fn write_again(db: &Db<'_>, now_ms: i64) -> Result<u32, Fault> {
    let aside = lost::all(db)?;
    if aside.is_empty() {
        return Ok(0);
    }
    let mut work = Work::begin(db, Actor::Station, now_ms)?;
    let mut written = 0u32;
    let mut anew: BTreeMap<FactId, FactId> = BTreeMap::new();
    for stored in &aside {
        let id = stored.raw.header.id;
        let is_there = fact::get(db, id)?.is_some_and(|f| f.head == stored.head);
        if is_there {
            continue;
        }
        let Read::Known(f) = read_fact(&stored.raw) else {
            continue;
        };
        if matches!(f.body, Body::Origin(_) | Body::Takes(_)) {
            continue;
        }
        work.actor = f.header.actor;
        let body = renamed(f.body, &anew);
        let draft = Draft {
            entity: f.header.entity,
            body,
            personal: f.personal,
        };
        anew.insert(id, work.write_one(draft));
        written = written.saturating_add(1);
    }
    work.finish()?;
    lost::clear(db)?;
    for stored in &aside {
        let id = stored.raw.header.id;
        if fact::get(db, id)?.is_none_or(|f| f.raw.personal.is_none()) {
            person::drop(db, id)?;
        }
    }
    Ok(written)
}

/// A body whose references to facts that were written again name the new ones.
fn renamed(mut body: Body, anew: &BTreeMap<FactId, FactId>) -> Body {
    let rename = |id: &mut FactId| {
        if let Some(new) = anew.get(id) {
            *id = *new;
        }
    };
    match &mut body {
        Body::Field(write) => {
            for w in &mut write.writes {
                w.replaces.iter_mut().for_each(rename);
                if let Value::Fact(fact) = &mut w.value {
                    rename(fact);
                }
            }
        }
        Body::Order(taken) => taken.contact.iter_mut().for_each(rename),
        Body::Mark(mark) => mark.sees.iter_mut().for_each(rename),
        Body::Move(movement) => movement.about.iter_mut().for_each(rename),
        Body::Erase(erase) => erase.facts.iter_mut().for_each(rename),
        Body::Origin(_) | Body::Takes(_) | Body::Retire(_) | Body::Lot(_) | Body::Access(_) => {}
    }
    body
}
