//! From a station's facts to the rows that staff reads and to the stock that the hub sells of, by the
//! rules that the station runs too.

use crate::error::{HubError, Result};
use crate::storage::Tables;
use crate::storage::quota::{LotRow, QuotaRow};
use std::collections::BTreeSet;
use tsong_contract::order_row::{OrderRow, order_row};
use tsong_domain::fact::{Body, Fact};
use tsong_domain::field::{Fields, Personal};
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::mark::{Holder, Shelf};
use tsong_domain::movement::{MoveKind, Movement};
use tsong_domain::order::Order;
use tsong_domain::order::settle::{Settled, World, settle};
use tsong_domain::quantity::Quantity;
use tsong_domain::quota;
use tsong_sync::encode::read_fact;

/// So many bytes of a log are read at once when stock is derived anew.
const WINDOW_BYTES: usize = 1024 * 1024;

/// What the rules must know about a station's origins.
pub(crate) fn world(tables: &dyn Tables, station: EntityId) -> Result<World> {
    let mut world = World::default();
    for head in tables.origins(station)? {
        world.devices.insert(head.origin, head.device);
    }
    world.close(&tables.closed_origins(station, true)?);
    Ok(world)
}

/// The readable facts of an entity.
pub(crate) fn facts(tables: &dyn Tables, station: EntityId, entity: EntityId) -> Result<Vec<Fact>> {
    let facts = tables.facts_of(station, entity)?;
    Ok(facts
        .iter()
        .filter_map(|raw| read_fact(raw).known())
        .collect())
}

/// An order and what its marks come to; `None` when the entity's facts are no order's.
pub(crate) fn folded(
    tables: &dyn Tables,
    station: EntityId,
    entity: EntityId,
    world: &World,
) -> Result<Option<(Order, Settled)>> {
    let order = Order::fold(entity, &facts(tables, station, entity)?);
    if order.taken.is_none() && order.marks.is_empty() {
        return Ok(None);
    }
    let settled = settled(&order, world);
    Ok(Some((order, settled)))
}

/// What an order's marks come to.
pub(crate) fn settled(order: &Order, world: &World) -> Settled {
    settle(order.marks.iter().map(|(id, m)| (*id, &m.mark)), world)
}

/// An order's row with the contact that it goes to; lines without a title have their product's key
/// for one. `None` when the entity's facts are no order's.
pub(crate) fn order(
    tables: &dyn Tables,
    station: EntityId,
    entity: EntityId,
    world: &World,
) -> Result<Option<(OrderRow, Option<FactId>)>> {
    match folded(tables, station, entity, world)? {
        Some((order, settled)) => Ok(Some(row(tables, station, &order, &settled)?)),
        None => Ok(None),
    }
}

fn row(
    tables: &dyn Tables,
    station: EntityId,
    order: &Order,
    settled: &Settled,
) -> Result<(OrderRow, Option<FactId>)> {
    let contact = order.contact();
    let person = match contact {
        Some(fact) => personal(tables, station, fact)?,
        None => None,
    };
    let row = order_row(order, settled, person.as_ref(), |_| String::new());
    Ok((row, contact))
}

/// The personal section of a fact, unless it was erased or never came.
pub(crate) fn personal(
    tables: &dyn Tables,
    station: EntityId,
    fact: FactId,
) -> Result<Option<Personal>> {
    let raw = tables.fact(station, fact)?;
    Ok(raw
        .and_then(|raw| read_fact(&raw).known())
        .and_then(|fact| fact.personal))
}

/// Puts the rows of these entities, as far as they are orders, and what they do to stock. The lots
/// whose cells have to be derived after it.
pub(crate) fn put_orders(
    tables: &dyn Tables,
    station: EntityId,
    entities: impl IntoIterator<Item = EntityId>,
    world: &World,
) -> Result<BTreeSet<EntityId>> {
    let mut lots = BTreeSet::new();
    for entity in entities {
        if let Some((order, settled)) = folded(tables, station, entity, world)? {
            let (row, contact) = row(tables, station, &order, &settled)?;
            tables.put_order(station, entity, &row, contact)?;
            lots.extend(effects(tables, station, &order, &settled)?);
        }
    }
    Ok(lots)
}

/// Puts what an order does to stock. What it only holds changes the cells at once; the lots whose
/// cells have to be derived whole are answered.
pub(crate) fn effects(
    tables: &dyn Tables,
    station: EntityId,
    order: &Order,
    settled: &Settled,
) -> Result<BTreeSet<EntityId>> {
    if order.is_record_only() && settled.holds.is_empty() {
        return Ok(BTreeSet::new());
    }
    let marks = order.marks.values();
    let lots: BTreeSet<EntityId> = marks
        .flat_map(|m| m.mark.goods.iter().map(|g| g.lot))
        .collect();
    let changed = tables.put_effects(station, order.id, &lots, settled)?;
    let mut whole = changed.lots;
    for ((lot, holder, place), delta) in changed.held {
        if !whole.contains(&lot) && !tables.shift_held(station, lot, (holder, place), delta)? {
            whole.insert(lot);
        }
    }
    Ok(whole)
}

/// Derives the cells of these lots by the one equation.
pub(crate) fn cells(
    tables: &dyn Tables,
    station: EntityId,
    lots: impl IntoIterator<Item = EntityId>,
    world: &World,
) -> Result<()> {
    for lot in lots {
        let cells = tables.ledger(station, lot)?.cells(world);
        tables.put_cells(station, lot, &cells)?;
    }
    Ok(())
}

/// What facts say of stock, put where it belongs.
#[derive(Default)]
pub(crate) struct StockTouched {
    /// Lots whose cells have to be derived.
    pub(crate) lots: BTreeSet<EntityId>,
    /// Quotas of which something was said.
    pub(crate) quotas: BTreeSet<EntityId>,
}

impl StockTouched {
    /// Puts down what one fact says.
    pub(crate) fn note(
        &mut self,
        tables: &dyn Tables,
        station: EntityId,
        fact: &Fact,
    ) -> Result<()> {
        let id = fact.header.id;
        match &fact.body {
            Body::Move(movement) => self.moved(tables, station, id, movement),
            Body::Retire(retire) => {
                let kind = MoveKind::Other("retire".to_owned());
                let movement = Movement::of(kind, retire.legs.clone());
                self.moved(tables, station, id, &movement)
            }
            Body::Lot(taken) => {
                let row = LotRow {
                    lot: fact.header.entity,
                    fact: id,
                    taken: taken.clone(),
                };
                tables.put_lot(station, &row)
            }
            Body::Field(write) => {
                if write.noun == quota::NOUN {
                    self.quotas.insert(fact.header.entity);
                }
                Ok(())
            }
            Body::Takes(takes) => {
                for last in &takes.closed {
                    self.lots.extend(tables.lots_moved_past(station, *last)?);
                }
                Ok(())
            }
            Body::Origin(_) | Body::Order(_) | Body::Mark(_) | Body::Erase(_) | Body::Access(_) => {
                Ok(())
            }
        }
    }

    fn moved(
        &mut self,
        tables: &dyn Tables,
        station: EntityId,
        fact: FactId,
        movement: &Movement,
    ) -> Result<()> {
        tables.put_legs(station, fact, movement)?;
        self.lots.extend(movement.legs.iter().map(|leg| leg.lot));
        Ok(())
    }

    /// Derives cells and quotas.
    pub(crate) fn settle(
        &self,
        tables: &dyn Tables,
        station: EntityId,
        world: &World,
    ) -> Result<()> {
        cells(tables, station, self.lots.iter().copied(), world)?;
        for entity in &self.quotas {
            if let Some(row) = quota_row(tables, station, *entity, world)? {
                tables.put_quota(station, &row)?;
            }
        }
        Ok(())
    }
}

/// What the device at whose place the grams lie says of their quota; others have no say in it.
fn quota_row(
    tables: &dyn Tables,
    station: EntityId,
    entity: EntityId,
    world: &World,
) -> Result<Option<QuotaRow>> {
    let mut fields = Fields::new();
    for fact in facts(tables, station, entity)? {
        if let Body::Field(write) = &fact.body {
            fields.apply(fact.header.id, fact.header.time, write);
        }
    }
    let (Some(lot), Some(device)) = (
        fields.id(quota::fields::LOT),
        fields.int(quota::fields::DEVICE).map(quota::device_of),
    ) else {
        return Ok(None);
    };
    let is_own = |fact: FactId| world.device(fact) == Some(device);
    let said = |field: &str| fields.get(field).filter(|r| is_own(r.fact));
    let until_ms = said(quota::fields::UNTIL).and_then(|_| fields.int(quota::fields::UNTIL));
    let ask = said(quota::fields::RECALL).map(|r| r.fact);
    let asked = ask.and_then(|_| fields.int(quota::fields::RECALL));
    let mut given = Quantity::ZERO;
    for fact in facts(tables, station, lot)? {
        if let Body::Move(movement) = &fact.body
            && movement.about.is_some()
            && movement.about == ask
        {
            let back = movement.legs.iter().filter(|leg| {
                leg.lot == lot
                    && leg.holder == Holder::Device(device)
                    && leg.place == Shelf::Device(device)
            });
            given = back.fold(given, |sum, leg| sum.plus(leg.delta));
        }
    }
    Ok(Some(QuotaRow {
        lot,
        device,
        until_ms,
        ask,
        asked: Quantity::new(asked.unwrap_or_default()),
        given,
    }))
}

/// Derives the stock of every station from its whole log: a program that did not look at it took the
/// facts in.
///
/// # Errors
/// If the database fails.
pub(crate) fn stock_again(tables: &dyn Tables) -> Result<()> {
    for station in tables.stations()? {
        let station = station.station;
        let world = world(tables, station)?;
        let mut touched = StockTouched::default();
        let mut orders = BTreeSet::new();
        for head in tables.origins(station)? {
            let mut next = 1u64;
            while next <= head.sequence {
                let page =
                    tables.facts_from(station, FactId::new(head.origin, next), WINDOW_BYTES)?;
                let last = page.last().map(|(raw, _)| raw.header.id.sequence);
                next = last
                    .ok_or_else(|| HubError::Broken(format!("{} has a gap", head.origin)))?
                    .saturating_add(1);
                for fact in page.iter().filter_map(|(raw, _)| read_fact(raw).known()) {
                    if matches!(fact.body, Body::Order(_) | Body::Mark(_)) {
                        orders.insert(fact.header.entity);
                    }
                    touched.note(tables, station, &fact)?;
                }
            }
        }
        for entity in orders {
            if let Some((order, settled)) = folded(tables, station, entity, &world)? {
                touched
                    .lots
                    .extend(effects(tables, station, &order, &settled)?);
            }
        }
        touched.settle(tables, station, &world)?;
    }
    Ok(())
}
