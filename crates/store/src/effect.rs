//! `effect`: what orders do to stock, derived from their marks and replaced when these change.

use crate::value::{Id, from_json, json};
use crate::{Db, Result};
use rusqlite::params;
use tsong_domain::id::EntityId;
use tsong_domain::order::settle::Settled;
use tsong_domain::quantity::Quantity;
use tsong_domain::stock::{LotHold, LotLedger, LotShipment};

pub(crate) const SCHEMA: &str = "CREATE TABLE effect (
    order_id BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('hold', 'ship')),
    line INTEGER NOT NULL, lot BLOB NOT NULL, holder TEXT NOT NULL, place TEXT NOT NULL,
    n INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    marks TEXT NOT NULL,
    PRIMARY KEY (order_id, kind, line, lot, holder, place, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX effect_lot ON effect (lot);";

/// Replaces the effects of an order; returns every lot that it touched before or touches now.
///
/// # Errors
/// Whatever the disk says.
pub fn replace(db: &Db<'_>, order: EntityId, settled: &Settled) -> Result<Vec<EntityId>> {
    let mut lots: Vec<EntityId> = db
        .conn
        .prepare_cached("SELECT DISTINCT lot FROM effect WHERE order_id = ?1")?
        .query_map([Id(order)], |r| Ok(r.get::<_, Id>(0)?.0))?
        .collect::<rusqlite::Result<_>>()?;
    if !lots.is_empty() {
        db.conn
            .prepare_cached("DELETE FROM effect WHERE order_id = ?1")?
            .execute([Id(order)])?;
    }
    let mut insert = db
        .conn
        .prepare_cached("INSERT INTO effect VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?;
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
        lots.push(key.lot);
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
            lots.push(good.lot);
        }
    }
    lots.sort_unstable();
    lots.dedup();
    Ok(lots)
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
