//! `leg`: the legs of every movement, also of kinds that this version does not know.

use crate::value::{Id, fact_id, from_json, json, signed};
use crate::{Db, Result};
use rusqlite::params;
use std::collections::BTreeMap;
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::movement::{MoveKind, Movement};
use tsong_domain::stock::LotMove;

pub(crate) const SCHEMA: &str = "CREATE TABLE leg (
    origin INTEGER NOT NULL, sequence INTEGER NOT NULL, n INTEGER NOT NULL,
    lot BLOB NOT NULL, holder TEXT NOT NULL, place TEXT NOT NULL, delta INTEGER NOT NULL,
    -- it only passes shares between holders; void when it came late from a taken-over origin
    is_paper INTEGER NOT NULL, is_void INTEGER NOT NULL DEFAULT 0,
    -- a count: how far it had seen each older origin of its device
    saw TEXT NOT NULL,
    PRIMARY KEY (origin, sequence, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX leg_lot ON leg (lot);";

/// Writes the legs of a movement down.
///
/// # Errors
/// Whatever the disk says.
pub fn put(db: &Db<'_>, fact: FactId, movement: &Movement) -> Result<()> {
    let saw: &[FactId] = if movement.kind == MoveKind::Count {
        &movement.saw
    } else {
        &[]
    };
    let saw = json(&saw)?;
    let mut insert = db.conn.prepare_cached(
        "INSERT OR REPLACE INTO leg (origin, sequence, n, lot, holder, place, delta, is_paper, saw)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    for (n, leg) in (0i64..).zip(&movement.legs) {
        insert.execute(params![
            signed(fact.origin.0),
            signed(fact.sequence),
            n,
            Id(leg.lot),
            json(&leg.holder)?,
            json(&leg.place)?,
            leg.delta.get(),
            movement.is_paper_transfer(),
            saw,
        ])?;
    }
    Ok(())
}

/// All movements of a lot.
///
/// # Errors
/// Whatever the disk says.
pub fn of_lot(db: &Db<'_>, lot: EntityId) -> Result<Vec<LotMove>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT origin, sequence, holder, place, delta, is_paper, saw FROM leg
         WHERE lot = ?1 ORDER BY origin, sequence, n",
    )?;
    let rows: Vec<(FactId, String, String, i64, bool, String)> = statement
        .query_map([Id(lot)], |r| {
            let fact = fact_id(r.get(0)?, r.get(1)?);
            Ok((fact, r.get(2)?, r.get(3)?, r.get(4)?, r.get(5)?, r.get(6)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let mut moves: BTreeMap<FactId, LotMove> = BTreeMap::new();
    for (fact, holder, place, delta, is_paper, saw) in rows {
        let saw = from_json(&saw, "saw")?;
        let leg = (
            from_json(&holder, "holder")?,
            from_json(&place, "place")?,
            tsong_domain::quantity::Quantity::new(delta),
        );
        moves
            .entry(fact)
            .or_insert_with(|| LotMove {
                fact,
                is_paper,
                saw,
                legs: Vec::new(),
            })
            .legs
            .push(leg);
    }
    Ok(moves.into_values().collect())
}

/// Marks the paper transfers of an origin past a sequence void: a takeover closed it there.
///
/// # Errors
/// Whatever the disk says.
pub fn void_late(db: &Db<'_>, last: FactId) -> Result<()> {
    db.conn
        .prepare_cached(
            "UPDATE leg SET is_void = 1 WHERE origin = ?1 AND sequence > ?2 AND is_paper = 1",
        )?
        .execute(params![signed(last.origin.0), signed(last.sequence)])?;
    Ok(())
}

/// The lots that an origin moved past a sequence.
///
/// # Errors
/// Whatever the disk says.
pub fn lots_past(db: &Db<'_>, last: FactId) -> Result<Vec<EntityId>> {
    let mut statement = db
        .conn
        .prepare_cached("SELECT DISTINCT lot FROM leg WHERE origin = ?1 AND sequence > ?2")?;
    let rows = statement
        .query_map(params![signed(last.origin.0), signed(last.sequence)], |r| {
            Ok(r.get::<_, Id>(0)?.0)
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// Every lot that ever moved.
///
/// # Errors
/// Whatever the disk says.
pub fn lots(db: &Db<'_>) -> Result<Vec<EntityId>> {
    let mut statement = db
        .conn
        .prepare_cached("SELECT DISTINCT lot FROM leg ORDER BY lot")?;
    let rows = statement
        .query_map([], |r| Ok(r.get::<_, Id>(0)?.0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}
