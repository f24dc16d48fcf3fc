//! From a station's facts to the rows that staff reads, by the rules that the station runs too.

use crate::error::Result;
use crate::storage::Tables;
use tsong_contract::order_row::{OrderRow, order_row};
use tsong_domain::fact::Fact;
use tsong_domain::field::Personal;
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::order::Order;
use tsong_domain::order::settle::{World, settle};
use tsong_sync::encode::read_fact;

/// What the rules must know about a station's origins.
pub(crate) fn world(tables: &dyn Tables, station: EntityId) -> Result<World> {
    let mut world = World::default();
    for head in tables.origins(station)? {
        world.devices.insert(head.origin, head.device);
    }
    world.close(&tables.closed_origins(station, true)?);
    Ok(world)
}

/// An order's row with the contact that it goes to; lines without a title have their product's key
/// for one. `None` when the entity's facts are no order's.
pub(crate) fn order(
    tables: &dyn Tables,
    station: EntityId,
    entity: EntityId,
    world: &World,
) -> Result<Option<(OrderRow, Option<FactId>)>> {
    let facts: Vec<Fact> = tables
        .facts_of(station, entity)?
        .iter()
        .filter_map(|raw| read_fact(raw).known())
        .collect();
    let order = Order::fold(entity, &facts);
    if order.taken.is_none() && order.marks.is_empty() {
        return Ok(None);
    }
    let settled = settle(order.marks.iter().map(|(id, m)| (*id, &m.mark)), world);
    let contact = order.contact();
    let person = match contact {
        Some(fact) => personal(tables, station, fact)?,
        None => None,
    };
    Ok(Some((
        order_row(&order, &settled, person.as_ref(), |_| String::new()),
        contact,
    )))
}

fn personal(tables: &dyn Tables, station: EntityId, fact: FactId) -> Result<Option<Personal>> {
    let raw = tables.fact(station, fact)?;
    Ok(raw
        .and_then(|raw| read_fact(&raw).known())
        .and_then(|fact| fact.personal))
}

/// Puts the rows of these entities, as far as they are orders.
pub(crate) fn put_orders(
    tables: &dyn Tables,
    station: EntityId,
    entities: impl IntoIterator<Item = EntityId>,
) -> Result<()> {
    let world = world(tables, station)?;
    for entity in entities {
        if let Some((row, contact)) = order(tables, station, entity, &world)? {
            tables.put_order(station, entity, &row, contact)?;
        }
    }
    Ok(())
}
