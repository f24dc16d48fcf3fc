//! Loading what the rules judge by: origins and takeovers, folded entities.

use crate::fault::Fault;
use tsong_domain::fact::Body;
use tsong_domain::fact::Fact;
use tsong_domain::field::Fields;
use tsong_domain::id::EntityId;
use tsong_domain::order::Order;
use tsong_domain::order::settle::World;
use tsong_store::{Db, fact, origin};
use tsong_sync::encode::{Read, read_fact};

/// Whose each origin is, and where takeovers closed them.
///
/// # Errors
/// Whatever the store says.
pub fn world(db: &Db<'_>) -> Result<World, Fault> {
    let mut world = World::default();
    for row in origin::all(db)? {
        world.devices.insert(row.origin, row.device);
        if let Some(last) = row.closed {
            world.closed.insert(row.origin, last);
        }
    }
    Ok(world)
}

/// The readable facts of an entity.
///
/// # Errors
/// Whatever the store says.
pub fn facts(db: &Db<'_>, entity: EntityId) -> Result<Vec<Fact>, Fault> {
    Ok(fact::of_entity(db, entity)?
        .into_iter()
        .filter_map(|stored| match read_fact(&stored.raw) {
            Read::Known(fact) => Some(fact),
            Read::Unknown | Read::Malformed => None,
        })
        .collect())
}

/// An order, folded; `None` when nothing is known of it.
///
/// # Errors
/// Whatever the store says.
pub fn order(db: &Db<'_>, id: EntityId) -> Result<Option<Order>, Fault> {
    let facts = facts(db, id)?;
    let is_order = facts
        .iter()
        .any(|f| matches!(f.body, Body::Order(_) | Body::Mark(_)));
    Ok(is_order.then(|| Order::fold(id, &facts)))
}

/// The fields of an entity, and its noun; `None` when none was ever written.
///
/// # Errors
/// Whatever the store says.
pub fn fields(db: &Db<'_>, id: EntityId) -> Result<Option<(String, Fields)>, Fault> {
    Ok(fold_fields(&facts(db, id)?))
}

/// Folds the field writes among facts of one entity.
#[must_use]
pub fn fold_fields(facts: &[Fact]) -> Option<(String, Fields)> {
    let mut noun: Option<(tsong_domain::id::FactId, String)> = None;
    let mut fields = Fields::new();
    for fact in facts {
        if let Body::Field(write) = &fact.body {
            fields.apply(fact.header.id, fact.header.time, write);
            // The smallest fact names the noun, so that every replica agrees.
            if noun.as_ref().is_none_or(|(id, _)| fact.header.id < *id) {
                noun = Some((fact.header.id, write.noun.clone()));
            }
        }
    }
    noun.map(|(_, noun)| (noun, fields))
}
