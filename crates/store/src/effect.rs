//! `effect`: what orders do to stock, derived from their marks and replaced when these change.

use crate::value::{Id, from_json, json};
use crate::{Db, Result};
use rusqlite::params;
use std::collections::{BTreeMap, BTreeSet};
use tsong_domain::id::EntityId;
use tsong_domain::mark::{Holder, Shelf};
use tsong_domain::order::settle::Settled;
use tsong_domain::quantity::Quantity;
use tsong_domain::stock::{LotHold, LotLedger, LotShipment};

pub(crate) const SCHEMA: &str = "CREATE TABLE effect (
    lot BLOB NOT NULL, order_id BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('hold', 'ship')),
    line INTEGER NOT NULL, holder TEXT NOT NULL, place TEXT NOT NULL,
    n INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    marks TEXT NOT NULL,
    PRIMARY KEY (lot, order_id, kind, line, holder, place, n)
) STRICT, WITHOUT ROWID;";

/// What replacing the effects of an order changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// The lots of which something was shipped, before or now: to be derived whole.
    pub lots: BTreeSet<EntityId>,
    /// For the other lots, by how much what a holder has promised of them at a place differs.
    pub held: BTreeMap<(EntityId, Holder, Shelf), Quantity>,
}

/// Replaces the effects of an order; `lots` are all that its marks ever named.
///
/// # Errors
/// Whatever the disk says.
pub fn replace(
    db: &Db<'_>,
    order: EntityId,
    lots: &BTreeSet<EntityId>,
    settled: &Settled,
) -> Result<Changed> {
    let mut changed = Changed::default();
    for lot in lots {
        take_out(db, order, *lot, &mut changed)?;
    }
    let mut insert = db.conn.prepare_cached(
        "INSERT INTO effect (order_id, kind, line, lot, holder, place, n, quantity, marks)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    for (key, hold) in &settled.holds {
        insert.execute(params![
            Id(order),
            "hold",
            key.line,
            Id(key.lot),
            json(&key.holder)?,
            json(&key.place)?,
            0,
            hold.quantity.get(),
            "[]",
        ])?;
        let key = (key.lot, key.holder, key.place);
        let held = changed.held.entry(key).or_default();
        *held = held.plus(hold.quantity);
    }
    if let Some(shipment) = &settled.shipment {
        let marks = json(&shipment.marks)?;
        for (n, good) in (0i64..).zip(&shipment.goods) {
            insert.execute(params![
                Id(order),
                "ship",
                good.line,
                Id(good.lot),
                json(&good.holder)?,
                json(&good.place)?,
                n,
                good.quantity.get(),
                marks,
            ])?;
            changed.lots.insert(good.lot);
        }
    }
    let lots = &changed.lots;
    changed
        .held
        .retain(|(lot, _, _), held| *held != Quantity::ZERO && !lots.contains(lot));
    Ok(changed)
}

/// Drops the effects of an order on a lot.
fn take_out(db: &Db<'_>, order: EntityId, lot: EntityId, changed: &mut Changed) -> Result<()> {
    let before: Vec<(String, String, String, i64)> = db
        .conn
        .prepare_cached(
            "SELECT kind, holder, place, quantity FROM effect WHERE lot = ?1 AND order_id = ?2",
        )?
        .query_map([Id(lot), Id(order)], |r| {
            Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    if before.is_empty() {
        return Ok(());
    }
    db.conn
        .prepare_cached("DELETE FROM effect WHERE lot = ?1 AND order_id = ?2")?
        .execute([Id(lot), Id(order)])?;
    for (kind, holder, place, quantity) in before {
        if kind == "ship" {
            changed.lots.insert(lot);
        } else {
            let key = (
                lot,
                from_json(&holder, "holder")?,
                from_json(&place, "place")?,
            );
            let held = changed.held.entry(key).or_default();
            *held = held.minus(Quantity::new(quantity));
        }
    }
    Ok(())
}

/// Drops the effects of an order whose marks were cut off; the lots that they touched. Reads every
/// effect.
///
/// # Errors
/// Whatever the disk says.
pub fn drop(db: &Db<'_>, order: EntityId) -> Result<Vec<EntityId>> {
    let mut statement = db
        .conn
        .prepare_cached("DELETE FROM effect WHERE order_id = ?1 RETURNING lot")?;
    let rows = statement
        .query_map([Id(order)], |r| Ok(r.get::<_, Id>(0)?.0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// Adds what orders do to a lot to its ledger.
///
/// # Errors
/// Whatever the disk says.
pub fn of_lot(db: &Db<'_>, lot: EntityId, ledger: &mut LotLedger) -> Result<()> {
    let mut statement = db
        .conn
        .prepare_cached("SELECT kind, holder, place, quantity, marks FROM effect WHERE lot = ?1")?;
    let rows: Vec<(String, String, String, i64, String)> = statement
        .query_map([Id(lot)], |r| {
            Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    for (kind, holder, place, quantity, marks) in rows {
        let holder = from_json(&holder, "holder")?;
        let place = from_json(&place, "place")?;
        let quantity = Quantity::new(quantity);
        if kind == "ship" {
            let marks = from_json(&marks, "marks")?;
            ledger.shipments.push(LotShipment {
                marks,
                holder,
                place,
                quantity,
            });
        } else {
            ledger.holds.push(LotHold {
                holder,
                place,
                quantity,
            });
        }
    }
    Ok(())
}

/// The orders that hold some of a lot: whom a short count puts at risk.
///
/// # Errors
/// Whatever the disk says.
pub fn holders_of(db: &Db<'_>, lot: EntityId) -> Result<Vec<EntityId>> {
    let mut statement = db
        .conn
        .prepare_cached("SELECT DISTINCT order_id FROM effect WHERE lot = ?1 AND kind = 'hold'")?;
    let rows = statement
        .query_map([Id(lot)], |r| Ok(r.get::<_, Id>(0)?.0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// The orders that hold some of a lot, and how much each.
///
/// # Errors
/// Whatever the disk says.
pub fn held(db: &Db<'_>, lot: EntityId) -> Result<Vec<(EntityId, Quantity)>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT order_id, sum(quantity) FROM effect WHERE lot = ?1 AND kind = 'hold'
         GROUP BY order_id ORDER BY order_id",
    )?;
    let rows = statement
        .query_map([Id(lot)], |r| {
            Ok((r.get::<_, Id>(0)?.0, Quantity::new(r.get(1)?)))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}
