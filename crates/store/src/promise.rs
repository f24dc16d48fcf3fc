//! `promise`: what villagers promised to bring on a day.

use crate::value::Id;
use crate::{Db, Result};
use rusqlite::params;
use tsong_domain::id::EntityId;

pub(crate) const SCHEMA: &str = "CREATE TABLE promise (
    id BLOB PRIMARY KEY,
    day TEXT NOT NULL, villager BLOB NOT NULL, product TEXT NOT NULL, grade TEXT NOT NULL,
    quantity INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX promise_day ON promise (day);";

/// A promise as its fields stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseRow {
    /// Which.
    pub id: EntityId,
    /// The local day, `2026-08-18`.
    pub day: String,
    /// Who.
    pub villager: EntityId,
    /// The product's key.
    pub product: String,
    /// The grade's key.
    pub grade: String,
    /// How much, in the product's unit; nothing when the villager cannot.
    pub quantity: i64,
}

/// Writes a promise as it stands.
///
/// # Errors
/// Whatever the disk says.
pub fn put(db: &Db<'_>, p: &PromiseRow) -> Result<()> {
    db.conn
        .prepare_cached("INSERT OR REPLACE INTO promise VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute(params![
            Id(p.id),
            p.day,
            Id(p.villager),
            p.product,
            p.grade,
            p.quantity
        ])?;
    Ok(())
}

/// The promises of a day.
///
/// # Errors
/// Whatever the disk says.
pub fn of_day(db: &Db<'_>, day: &str) -> Result<Vec<PromiseRow>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT id, day, coalesce((SELECT root FROM same WHERE same.id = villager), villager), product,
             grade, quantity FROM promise WHERE day = ?1 ORDER BY id",
    )?;
    let rows = statement
        .query_map([day], |r| {
            Ok(PromiseRow {
                id: r.get::<_, Id>(0)?.0,
                day: r.get(1)?,
                villager: r.get::<_, Id>(2)?.0,
                product: r.get(3)?,
                grade: r.get(4)?,
                quantity: r.get(5)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}
