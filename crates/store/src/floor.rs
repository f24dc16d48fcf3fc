//! `floor`: below which price a villager's goods are not sold.

use crate::value::Id;
use crate::{Db, Result};
use rusqlite::params;
use tsong_domain::id::EntityId;
use tsong_domain::money::Fen;

pub(crate) const SCHEMA: &str = "CREATE TABLE floor (
    product TEXT NOT NULL, villager BLOB NOT NULL, grade TEXT NOT NULL, price_fen INTEGER NOT NULL,
    PRIMARY KEY (product, villager, grade)
) STRICT, WITHOUT ROWID;
CREATE INDEX floor_villager ON floor (villager);";

/// One villager's floor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FloorRow {
    /// Whose goods.
    pub villager: EntityId,
    /// The product's key.
    pub product: String,
    /// The grade's key; empty for grades that have none of their own.
    pub grade: String,
    /// Fen for a kilogram or a piece.
    pub price_fen: Fen,
}

/// Writes all floors of a villager as they stand.
///
/// # Errors
/// Whatever the disk says.
pub fn put(db: &Db<'_>, villager: EntityId, floors: &[(String, String, Fen)]) -> Result<()> {
    db.conn
        .prepare_cached("DELETE FROM floor WHERE villager = ?1")?
        .execute([Id(villager)])?;
    let mut insert = db
        .conn
        .prepare_cached("INSERT INTO floor VALUES (?1, ?2, ?3, ?4)")?;
    for (product, grade, price_fen) in floors {
        insert.execute(params![product, Id(villager), grade, price_fen.get()])?;
    }
    Ok(())
}

/// The floors for a product, each by who stands for the villager.
///
/// # Errors
/// Whatever the disk says.
pub fn of_product(db: &Db<'_>, product: &str) -> Result<Vec<FloorRow>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT coalesce((SELECT root FROM same WHERE same.id = villager), villager),
             product, grade, price_fen FROM floor WHERE product = ?1",
    )?;
    let rows = statement
        .query_map([product], |r| {
            Ok(FloorRow {
                villager: r.get::<_, Id>(0)?.0,
                product: r.get(1)?,
                grade: r.get(2)?,
                price_fen: Fen::new(r.get(3)?),
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}
