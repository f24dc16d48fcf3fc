//! `lot`, `quota`, `unsure`: the lots of which the hub may sell, and what of its quota is asked back.

use super::span;
use super::sqlite::Db;
use super::stock::{json, read};
use crate::error::Result;
use crate::value::{bits, device, entity, fact, number};
use rusqlite::{OptionalExtension, Row, params};
use tsong_domain::id::{DeviceId, EntityId, FactId};
use tsong_domain::mark::Holder;
use tsong_domain::produce::LotTaken;
use tsong_domain::quantity::Quantity;

pub(super) const SCHEMA: &str = "CREATE TABLE lot (
    station BLOB NOT NULL, lot BLOB NOT NULL, origin INTEGER NOT NULL, sequence INTEGER NOT NULL,
    product TEXT NOT NULL, grade TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (station, lot)
) STRICT, WITHOUT ROWID;
CREATE INDEX lot_product ON lot (station, product, grade);
CREATE TABLE quota (
    station BLOB NOT NULL, lot BLOB NOT NULL, device INTEGER NOT NULL,
    until_ms INTEGER,
    -- the fact that asks some of it back, how much, and what was given since
    ask_origin INTEGER, ask_sequence INTEGER,
    asked INTEGER NOT NULL, given INTEGER NOT NULL,
    PRIMARY KEY (station, lot, device)
) STRICT, WITHOUT ROWID;
CREATE INDEX quota_until ON quota (until_ms) WHERE until_ms IS NOT NULL;
-- the hub was put back: until every device was heard, sales may be missing here
CREATE TABLE unsure (station BLOB PRIMARY KEY, since_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;";

/// A lot as it was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LotRow {
    /// Which.
    pub lot: EntityId,
    /// The fact that says so.
    pub fact: FactId,
    /// What it says.
    pub taken: LotTaken,
}

/// What is said of the hub's quota of a lot at a device's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotaRow {
    /// Which lot.
    pub lot: EntityId,
    /// Whose place, who granted it.
    pub device: DeviceId,
    /// From then on the hub gives back what it has not sold, milliseconds since 1970.
    pub until_ms: Option<i64>,
    /// The fact that asks for some of it.
    pub ask: Option<FactId>,
    /// How much that asks for.
    pub asked: Quantity,
    /// How much was given back for it.
    pub given: Quantity,
}

/// The tables.
pub trait Quotas {
    /// Puts a lot; of two facts that take in the same the smaller stands.
    ///
    /// # Errors
    /// If the database fails, as do all others.
    fn put_lot(&self, station: EntityId, row: &LotRow) -> Result<()>;
    /// One lot.
    ///
    /// # Errors
    /// If the database fails.
    fn lot(&self, station: EntityId, lot: EntityId) -> Result<Option<LotRow>>;
    /// The lots of a product, of a grade or of all when it is empty, of which the hub has any.
    ///
    /// # Errors
    /// If the database fails.
    fn lots_with_quota(&self, station: EntityId, product: &str, grade: &str)
    -> Result<Vec<LotRow>>;
    /// Puts what is said of a quota.
    ///
    /// # Errors
    /// If the database fails.
    fn put_quota(&self, station: EntityId, row: &QuotaRow) -> Result<()>;
    /// What is said of the quotas of a lot.
    ///
    /// # Errors
    /// If the database fails.
    fn quotas(&self, station: EntityId, lot: EntityId) -> Result<Vec<QuotaRow>>;
    /// The lots, of one station or of all, of which some is asked back or whose time is over.
    ///
    /// # Errors
    /// If the database fails.
    fn quotas_due(
        &self,
        station: Option<EntityId>,
        now_ms: i64,
    ) -> Result<Vec<(EntityId, EntityId)>>;
    /// Sales of a station may be missing here since then.
    ///
    /// # Errors
    /// If the database fails.
    fn set_unsure(&self, station: EntityId, since_ms: Option<i64>) -> Result<()>;
    /// Since when, if they may.
    ///
    /// # Errors
    /// If the database fails.
    fn unsure_since(&self, station: EntityId) -> Result<Option<i64>>;
}

type LotText = (EntityId, FactId, String);

fn lot_text(r: &Row<'_>) -> rusqlite::Result<LotText> {
    Ok((entity(r, 0)?, fact(r, 1)?, r.get(3)?))
}

fn lot_row((lot, fact, body): LotText) -> Result<LotRow> {
    Ok(LotRow {
        lot,
        fact,
        taken: read(&body)?,
    })
}

fn quota_row(r: &Row<'_>) -> rusqlite::Result<QuotaRow> {
    let has_ask: Option<i64> = r.get(3)?;
    Ok(QuotaRow {
        lot: entity(r, 0)?,
        device: device(r, 1)?,
        until_ms: r.get(2)?,
        ask: has_ask.map(|_| fact(r, 3)).transpose()?,
        asked: Quantity::new(r.get(5)?),
        given: Quantity::new(r.get(6)?),
    })
}

impl Quotas for Db<'_> {
    fn put_lot(&self, station: EntityId, row: &LotRow) -> Result<()> {
        if self
            .lot(station, row.lot)?
            .is_some_and(|known| known.fact < row.fact)
        {
            return Ok(());
        }
        self.conn
            .prepare_cached("INSERT OR REPLACE INTO lot VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
            .execute(params![
                station.0,
                row.lot.0,
                bits(row.fact.origin.0),
                number(row.fact.sequence),
                row.taken.product,
                row.taken.grade,
                json(&row.taken)?,
            ])?;
        Ok(())
    }

    fn lot(&self, station: EntityId, lot: EntityId) -> Result<Option<LotRow>> {
        self.conn
            .prepare_cached(
                "SELECT lot, origin, sequence, body FROM lot WHERE station = ?1 AND lot = ?2",
            )?
            .query_row(params![station.0, lot.0], lot_text)
            .optional()?
            .map(lot_row)
            .transpose()
    }

    fn lots_with_quota(
        &self,
        station: EntityId,
        product: &str,
        grade: &str,
    ) -> Result<Vec<LotRow>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT lot, origin, sequence, body FROM lot
             WHERE station = ?1 AND product = ?2 AND (?3 = '' OR grade = ?3)
             AND EXISTS (SELECT 1 FROM cell WHERE cell.station = ?1 AND cell.lot = lot.lot
                AND holder = ?4 AND on_hand > held)
             ORDER BY lot",
        )?;
        let hub = json(&Holder::Hub)?;
        let rows = statement
            .query_map(params![station.0, product, grade, hub], lot_text)?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        rows.into_iter().map(lot_row).collect()
    }

    fn put_quota(&self, station: EntityId, row: &QuotaRow) -> Result<()> {
        self.conn
            .prepare_cached("INSERT OR REPLACE INTO quota VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?
            .execute(params![
                station.0,
                row.lot.0,
                bits(row.device.0),
                row.until_ms,
                row.ask.map(|f| bits(f.origin.0)),
                row.ask.map(|f| number(f.sequence)),
                row.asked.get(),
                row.given.get(),
            ])?;
        Ok(())
    }

    fn quotas(&self, station: EntityId, lot: EntityId) -> Result<Vec<QuotaRow>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT lot, device, until_ms, ask_origin, ask_sequence, asked, given FROM quota
             WHERE station = ?1 AND lot = ?2 ORDER BY device",
        )?;
        let rows = statement
            .query_map(params![station.0, lot.0], quota_row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }

    fn quotas_due(
        &self,
        station: Option<EntityId>,
        now_ms: i64,
    ) -> Result<Vec<(EntityId, EntityId)>> {
        let (first, last) = span(station);
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT station, lot FROM quota
             WHERE station BETWEEN ?1 AND ?2 AND (until_ms <= ?3 OR asked > given)",
        )?;
        let rows = statement
            .query_map(params![first.0, last.0, now_ms], |r| {
                Ok((entity(r, 0)?, entity(r, 1)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }

    fn set_unsure(&self, station: EntityId, since_ms: Option<i64>) -> Result<()> {
        match since_ms {
            Some(since_ms) => self
                .conn
                .prepare_cached("INSERT OR REPLACE INTO unsure VALUES (?1, ?2)")?
                .execute(params![station.0, since_ms])?,
            None => self
                .conn
                .prepare_cached("DELETE FROM unsure WHERE station = ?1")?
                .execute([station.0])?,
        };
        Ok(())
    }

    fn unsure_since(&self, station: EntityId) -> Result<Option<i64>> {
        Ok(self
            .conn
            .prepare_cached("SELECT since_ms FROM unsure WHERE station = ?1")?
            .query_row([station.0], |r| r.get(0))
            .optional()?)
    }
}
