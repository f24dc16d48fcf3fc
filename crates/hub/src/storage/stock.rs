//! `leg`, `effect`, `cell`: what lies at a station's places and who may promise it, derived from facts.

use super::sqlite::Db;
use crate::error::{HubError, Result};
use crate::value::{bits, entity, fact, number};
use rusqlite::params;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::mark::{Holder, Shelf};
use tsong_domain::movement::{MoveKind, Movement};
use tsong_domain::order::settle::Settled;
use tsong_domain::quantity::Quantity;
use tsong_domain::stock::{Cell, Cells, LotHold, LotLedger, LotMove, LotShipment};

pub(super) const SCHEMA: &str = "CREATE TABLE leg (
    station BLOB NOT NULL, origin INTEGER NOT NULL, sequence INTEGER NOT NULL, n INTEGER NOT NULL,
    lot BLOB NOT NULL, holder TEXT NOT NULL, place TEXT NOT NULL, delta INTEGER NOT NULL,
    is_paper INTEGER NOT NULL, saw TEXT NOT NULL,
    PRIMARY KEY (station, origin, sequence, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX leg_lot ON leg (station, lot);
CREATE TABLE effect (
    station BLOB NOT NULL, lot BLOB NOT NULL, entity BLOB NOT NULL, n INTEGER NOT NULL,
    is_ship INTEGER NOT NULL, holder TEXT NOT NULL, place TEXT NOT NULL,
    quantity INTEGER NOT NULL, marks TEXT NOT NULL,
    PRIMARY KEY (station, lot, entity, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE cell (
    station BLOB NOT NULL, lot BLOB NOT NULL, holder TEXT NOT NULL, place TEXT NOT NULL,
    on_hand INTEGER NOT NULL, held INTEGER NOT NULL,
    PRIMARY KEY (station, lot, holder, place)
) STRICT, WITHOUT ROWID;";

/// What replacing the effects of an order changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// Lots of which something was shipped, before or now: their cells are derived whole.
    pub lots: BTreeSet<EntityId>,
    /// For the others, by how much more or less a holder has promised at a place.
    pub held: BTreeMap<(EntityId, Holder, Shelf), Quantity>,
}

/// The tables.
pub trait Stocks {
    /// Puts down the legs of a movement.
    ///
    /// # Errors
    /// If the database fails, as do all others.
    fn put_legs(&self, station: EntityId, fact: FactId, movement: &Movement) -> Result<()>;
    /// The lots that an origin moved past a sequence.
    ///
    /// # Errors
    /// If the database fails.
    fn lots_moved_past(&self, station: EntityId, last: FactId) -> Result<Vec<EntityId>>;
    /// Replaces what an order does; `lots` are all that its marks ever named.
    ///
    /// # Errors
    /// If the database fails.
    fn put_effects(
        &self,
        station: EntityId,
        order: EntityId,
        lots: &BTreeSet<EntityId>,
        settled: &Settled,
    ) -> Result<Changed>;
    /// All that happened to a lot.
    ///
    /// # Errors
    /// If the database fails.
    fn ledger(&self, station: EntityId, lot: EntityId) -> Result<LotLedger>;
    /// Puts a lot's cells.
    ///
    /// # Errors
    /// If the database fails.
    fn put_cells(&self, station: EntityId, lot: EntityId, cells: &Cells) -> Result<()>;
    /// A lot's cells.
    ///
    /// # Errors
    /// If the database fails.
    fn cells(&self, station: EntityId, lot: EntityId) -> Result<Cells>;
    /// Every lot of which anything is known.
    ///
    /// # Errors
    /// If the database fails.
    fn lots_of_cells(&self, station: EntityId) -> Result<Vec<EntityId>>;
    /// Changes what a holder has promised of a lot at a place; false when there is no such cell yet.
    ///
    /// # Errors
    /// If the database fails.
    fn shift_held(
        &self,
        station: EntityId,
        lot: EntityId,
        at: (Holder, Shelf),
        delta: Quantity,
    ) -> Result<bool>;
}

pub(super) fn json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|e| HubError::Broken(e.to_string()))
}

pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|e| HubError::Broken(e.to_string()))
}

impl Db<'_> {
    fn moves(&self, station: EntityId, lot: EntityId) -> Result<Vec<LotMove>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT origin, sequence, holder, place, delta, is_paper, saw FROM leg
             WHERE station = ?1 AND lot = ?2 ORDER BY origin, sequence, n",
        )?;
        type Found = (FactId, String, String, i64, bool, String);
        let rows: Vec<Found> = statement
            .query_map(params![station.0, lot.0], |r| {
                let at = fact(r, 0)?;
                Ok((at, r.get(2)?, r.get(3)?, r.get(4)?, r.get(5)?, r.get(6)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        let mut moves: BTreeMap<FactId, LotMove> = BTreeMap::new();
        for (fact, holder, place, delta, is_paper, saw) in rows {
            let saw = read(&saw)?;
            let leg = (read(&holder)?, read(&place)?, Quantity::new(delta));
            let known = moves.entry(fact).or_insert_with(|| LotMove {
                fact,
                is_paper,
                saw,
                legs: Vec::new(),
            });
            known.legs.push(leg);
        }
        Ok(moves.into_values().collect())
    }

    /// Takes what an order did to a lot out, and notes what that changes.
    fn drop_effects(
        &self,
        station: EntityId,
        order: EntityId,
        lot: EntityId,
        changed: &mut Changed,
    ) -> Result<()> {
        let mut statement = self.conn.prepare_cached(
            "DELETE FROM effect WHERE station = ?1 AND lot = ?2 AND entity = ?3
             RETURNING is_ship, holder, place, quantity",
        )?;
        let gone: Vec<(bool, String, String, i64)> = statement
            .query_map(params![station.0, lot.0, order.0], |r| {
                Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        for (is_ship, holder, place, quantity) in gone {
            if is_ship {
                changed.lots.insert(lot);
            } else {
                let key = (lot, read(&holder)?, read(&place)?);
                let held = changed.held.entry(key).or_default();
                *held = held.minus(Quantity::new(quantity));
            }
        }
        Ok(())
    }
}

impl Stocks for Db<'_> {
    fn put_legs(&self, station: EntityId, fact: FactId, movement: &Movement) -> Result<()> {
        let saw: &[FactId] = if movement.kind == MoveKind::Count {
            &movement.saw
        } else {
            &[]
        };
        let saw = json(&saw)?;
        let mut insert = self.conn.prepare_cached(
            "INSERT OR REPLACE INTO leg VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?;
        for (n, leg) in (0i64..).zip(&movement.legs) {
            insert.execute(params![
                station.0,
                bits(fact.origin.0),
                number(fact.sequence),
                n,
                leg.lot.0,
                json(&leg.holder)?,
                json(&leg.place)?,
                leg.delta.get(),
                movement.is_paper_transfer(),
                saw,
            ])?;
        }
        Ok(())
    }

    fn lots_moved_past(&self, station: EntityId, last: FactId) -> Result<Vec<EntityId>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT lot FROM leg WHERE station = ?1 AND origin = ?2 AND sequence > ?3",
        )?;
        let args = params![station.0, bits(last.origin.0), number(last.sequence)];
        let lots = statement
            .query_map(args, |r| entity(r, 0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(lots)
    }

    fn put_effects(
        &self,
        station: EntityId,
        order: EntityId,
        lots: &BTreeSet<EntityId>,
        settled: &Settled,
    ) -> Result<Changed> {
        let mut changed = Changed::default();
        for lot in lots {
            self.drop_effects(station, order, *lot, &mut changed)?;
        }
        let mut insert = self
            .conn
            .prepare_cached("INSERT INTO effect VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?;
        let mut n = 0i64;
        for (key, hold) in &settled.holds {
            insert.execute(params![
                station.0,
                key.lot.0,
                order.0,
                n,
                false,
                json(&key.holder)?,
                json(&key.place)?,
                hold.quantity.get(),
                "[]",
            ])?;
            n = n.saturating_add(1);
            let at = (key.lot, key.holder, key.place);
            let held = changed.held.entry(at).or_default();
            *held = held.plus(hold.quantity);
        }
        if let Some(shipment) = &settled.shipment {
            let marks = json(&shipment.marks)?;
            for good in &shipment.goods {
                insert.execute(params![
                    station.0,
                    good.lot.0,
                    order.0,
                    n,
                    true,
                    json(&good.holder)?,
                    json(&good.place)?,
                    good.quantity.get(),
                    marks,
                ])?;
                n = n.saturating_add(1);
                changed.lots.insert(good.lot);
            }
        }
        let whole = &changed.lots;
        changed
            .held
            .retain(|(lot, _, _), held| *held != Quantity::ZERO && !whole.contains(lot));
        Ok(changed)
    }

    fn ledger(&self, station: EntityId, lot: EntityId) -> Result<LotLedger> {
        let mut ledger = LotLedger {
            moves: self.moves(station, lot)?,
            ..LotLedger::default()
        };
        let mut statement = self.conn.prepare_cached(
            "SELECT is_ship, holder, place, quantity, marks FROM effect
             WHERE station = ?1 AND lot = ?2",
        )?;
        let rows: Vec<(bool, String, String, i64, String)> = statement
            .query_map(params![station.0, lot.0], |r| {
                Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        for (is_ship, holder, place, quantity, marks) in rows {
            let (holder, place) = (read(&holder)?, read(&place)?);
            let quantity = Quantity::new(quantity);
            if is_ship {
                ledger.shipments.push(LotShipment {
                    marks: read(&marks)?,
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
        Ok(ledger)
    }

    fn put_cells(&self, station: EntityId, lot: EntityId, cells: &Cells) -> Result<()> {
        self.conn
            .prepare_cached("DELETE FROM cell WHERE station = ?1 AND lot = ?2")?
            .execute(params![station.0, lot.0])?;
        let mut insert = self
            .conn
            .prepare_cached("INSERT INTO cell VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
        for ((holder, place), cell) in cells {
            insert.execute(params![
                station.0,
                lot.0,
                json(holder)?,
                json(place)?,
                cell.on_hand.get(),
                cell.held.get(),
            ])?;
        }
        Ok(())
    }

    fn cells(&self, station: EntityId, lot: EntityId) -> Result<Cells> {
        let mut statement = self.conn.prepare_cached(
            "SELECT holder, place, on_hand, held FROM cell WHERE station = ?1 AND lot = ?2",
        )?;
        let rows: Vec<(String, String, i64, i64)> = statement
            .query_map(params![station.0, lot.0], |r| {
                Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        let mut cells = Cells::new();
        for (holder, place, on_hand, held) in rows {
            let cell = Cell {
                on_hand: Quantity::new(on_hand),
                held: Quantity::new(held),
            };
            cells.insert((read(&holder)?, read(&place)?), cell);
        }
        Ok(cells)
    }

    fn lots_of_cells(&self, station: EntityId) -> Result<Vec<EntityId>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT lot FROM cell WHERE station = ?1 UNION SELECT lot FROM leg WHERE station = ?1",
        )?;
        let lots = statement
            .query_map([station.0], |r| entity(r, 0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(lots)
    }

    fn shift_held(
        &self,
        station: EntityId,
        lot: EntityId,
        (holder, place): (Holder, Shelf),
        delta: Quantity,
    ) -> Result<bool> {
        let changed = self
            .conn
            .prepare_cached(
                "UPDATE cell SET held = held + ?5
                 WHERE station = ?1 AND lot = ?2 AND holder = ?3 AND place = ?4",
            )?
            .execute(params![
                station.0,
                lot.0,
                json(&holder)?,
                json(&place)?,
                delta.get()
            ])?;
        Ok(changed > 0)
    }
}
