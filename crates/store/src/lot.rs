//! `lot` and `cell`: lots as they were taken in, and what each holder has of them where.

use crate::value::{Id, fact_id, from_json, json, signed};
use crate::{Db, Result};
use rusqlite::{OptionalExtension, Row, params};
use std::collections::BTreeMap;
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::mark::{Holder, Shelf};
use tsong_domain::produce::LotTaken;
use tsong_domain::quantity::Quantity;
use tsong_domain::stock::Cell;

pub(crate) const SCHEMA: &str = "CREATE TABLE lot (
    arrival INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    number TEXT NOT NULL,
    origin INTEGER NOT NULL, sequence INTEGER NOT NULL,
    villager BLOB NOT NULL, product TEXT NOT NULL, grade TEXT NOT NULL,
    taken TEXT NOT NULL
) STRICT;
CREATE INDEX lot_product ON lot (product, grade);
CREATE INDEX lot_villager ON lot (villager);
CREATE TABLE cell (
    lot BLOB NOT NULL, holder TEXT NOT NULL, place TEXT NOT NULL,
    on_hand INTEGER NOT NULL, held INTEGER NOT NULL,
    PRIMARY KEY (lot, holder, place)
) STRICT, WITHOUT ROWID;
-- what one equation says twice: always empty
CREATE VIEW stock_discrepancy AS
    SELECT lot, sum(on_hand) AS derived,
        (SELECT coalesce(sum(delta), 0) FROM leg WHERE leg.lot = cell.lot AND leg.is_void = 0)
        - (SELECT coalesce(sum(quantity), 0) FROM effect WHERE effect.lot = cell.lot AND kind = 'ship')
        + (SELECT coalesce(sum(delta), 0) FROM stock_offset o WHERE o.lot = cell.lot) AS summed
    FROM cell GROUP BY lot HAVING derived <> summed;
CREATE TABLE stock_offset (
    lot BLOB NOT NULL, place TEXT NOT NULL, delta INTEGER NOT NULL,
    PRIMARY KEY (lot, place)
) STRICT, WITHOUT ROWID;";

/// Added by the second migration: when each lot was brought, and which have anything left.
pub(crate) const BROUGHT: &str = "ALTER TABLE lot ADD COLUMN brought_ms INTEGER NOT NULL DEFAULT 0;
UPDATE lot SET brought_ms = coalesce((SELECT time >> 16 FROM fact
    WHERE fact.origin = lot.origin AND fact.sequence = lot.sequence), 0);
DROP INDEX lot_villager;
CREATE INDEX lot_villager ON lot (villager, brought_ms);
CREATE INDEX lot_brought ON lot (brought_ms);
-- set when the cell is derived whole; a cell with something held has something, so that to hold more
-- of it leaves this index as it is
ALTER TABLE cell ADD COLUMN is_open INTEGER NOT NULL DEFAULT 0;
UPDATE cell SET is_open = on_hand <> 0 OR held <> 0;
CREATE INDEX cell_open ON cell (lot) WHERE is_open = 1;
CREATE INDEX cell_short ON cell (lot) WHERE on_hand < held;";

/// Added by the seventh migration: which lots there are of a product is told by the index alone, so
/// that those that are promised whole are passed over without opening them.
pub(crate) const OF_PRODUCT: &str = "DROP INDEX lot_product;
CREATE INDEX lot_product ON lot (product, grade, id);";

/// A lot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LotRow {
    /// Which.
    pub id: EntityId,
    /// The fact that took it in.
    pub fact: FactId,
    /// When it was brought, by that fact, milliseconds since 1970.
    pub brought_ms: i64,
    /// As it was taken in.
    pub taken: LotTaken,
}

/// The last says who stands for the villager, where that is another.
const COLUMNS: &str = "id, origin, sequence, taken, brought_ms,
    (SELECT root FROM same WHERE same.id = lot.villager)";

type Found = (EntityId, FactId, String, i64, Option<Id>);

fn row(r: &Row<'_>) -> rusqlite::Result<Found> {
    Ok((
        r.get::<_, Id>(0)?.0,
        fact_id(r.get(1)?, r.get(2)?),
        r.get(3)?,
        r.get(4)?,
        r.get(5)?,
    ))
}

fn finish((id, fact, taken, brought_ms, root): Found) -> Result<LotRow> {
    let mut taken: LotTaken = from_json(&taken, "lot")?;
    if let Some(root) = root {
        taken.villager = root.0;
    }
    Ok(LotRow {
        id,
        fact,
        brought_ms,
        taken,
    })
}

/// Writes a lot down; of two facts that take in the same lot the smaller stands.
///
/// # Errors
/// Whatever the disk says.
pub fn put(db: &Db<'_>, lot: &LotRow) -> Result<()> {
    db.conn
        .prepare_cached(
            "INSERT INTO lot (id, number, origin, sequence, villager, product, grade, taken,
                 brought_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (id) DO UPDATE SET number = excluded.number, origin = excluded.origin,
                 sequence = excluded.sequence, villager = excluded.villager,
                 product = excluded.product, grade = excluded.grade, taken = excluded.taken,
                 brought_ms = excluded.brought_ms",
        )?
        .execute(params![
            Id(lot.id),
            lot.taken.number,
            signed(lot.fact.origin.0),
            signed(lot.fact.sequence),
            Id(lot.taken.villager),
            lot.taken.product,
            lot.taken.grade,
            json(&lot.taken)?,
            lot.brought_ms,
        ])?;
    Ok(())
}

/// One lot.
///
/// # Errors
/// Whatever the disk says.
pub fn get(db: &Db<'_>, id: EntityId) -> Result<Option<LotRow>> {
    db.conn
        .prepare_cached(&format!("SELECT {COLUMNS} FROM lot WHERE id = ?1"))?
        .query_row([Id(id)], row)
        .optional()?
        .map(finish)
        .transpose()
}

const OPEN: &str = "id IN (SELECT lot FROM cell WHERE is_open = 1)";

fn list(db: &Db<'_>, tail: &str, args: impl rusqlite::Params) -> Result<Vec<LotRow>> {
    let mut statement = db
        .conn
        .prepare_cached(&format!("SELECT {COLUMNS} FROM lot {tail}"))?;
    let rows = statement
        .query_map(args, row)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(finish).collect()
}

/// The lots of a product and grade (all grades when `grade` is empty) of which anything is left or
/// promised, oldest first.
///
/// # Errors
/// Whatever the disk says.
pub fn open_of_product(db: &Db<'_>, product: &str, grade: &str) -> Result<Vec<LotRow>> {
    list(
        db,
        &format!("WHERE {OPEN} AND product = ?1 AND (?2 = '' OR grade = ?2) ORDER BY arrival"),
        [product, grade],
    )
}

/// What a holder may still promise of a lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Free {
    /// The lot.
    pub lot: EntityId,
    /// Who brought it, or stands for who did.
    pub villager: EntityId,
    /// When it has to be gone, milliseconds since 1970; `None` when it keeps.
    pub expires_ms: Option<i64>,
    /// How much.
    pub share: Quantity,
}

/// What a holder may still promise at a place of a product and grade (all grades when `grade` is
/// empty). What is promised whole is passed over unread: at a busy station that is nearly all.
///
/// # Errors
/// Whatever the disk says.
pub fn free(
    db: &Db<'_>,
    (product, grade): (&str, &str),
    (holder, place): (Holder, Shelf),
) -> Result<Vec<Free>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT id, coalesce((SELECT root FROM same WHERE same.id = lot.villager), villager),
             taken ->> 'expires_ms', on_hand - held
         FROM lot JOIN cell ON cell.lot = lot.id AND holder = ?3 AND place = ?4
         WHERE product = ?1 AND (?2 = '' OR grade = ?2) AND on_hand > held",
    )?;
    let rows = statement
        .query_map(
            params![product, grade, json(&holder)?, json(&place)?],
            |r| {
                Ok(Free {
                    lot: r.get::<_, Id>(0)?.0,
                    villager: r.get::<_, Id>(1)?.0,
                    expires_ms: r.get(2)?,
                    share: Quantity::new(r.get(3)?),
                })
            },
        )?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// All lots of a product, oldest first.
///
/// # Errors
/// Whatever the disk says.
pub fn of_product(db: &Db<'_>, product: &str) -> Result<Vec<LotRow>> {
    list(db, "WHERE product = ?1 ORDER BY arrival", [product])
}

/// Whether there ever was a lot of a product.
///
/// # Errors
/// Whatever the disk says.
pub fn is_any_of(db: &Db<'_>, product: &str) -> Result<bool> {
    Ok(db
        .conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM lot WHERE product = ?1)")?
        .query_row([product], |r| r.get(0))?)
}

/// The lots of which anything is left or promised, oldest first.
///
/// # Errors
/// Whatever the disk says.
pub fn open(db: &Db<'_>) -> Result<Vec<LotRow>> {
    list(db, &format!("WHERE {OPEN} ORDER BY arrival"), [])
}

/// The lots of which a holder promised more than it has, oldest first.
///
/// # Errors
/// Whatever the disk says.
pub fn short(db: &Db<'_>) -> Result<Vec<LotRow>> {
    list(
        db,
        "WHERE id IN (SELECT lot FROM cell WHERE on_hand < held) ORDER BY arrival",
        [],
    )
}

/// The lots that were brought within a span of time, earliest first.
///
/// # Errors
/// Whatever the disk says.
pub fn brought(db: &Db<'_>, from_ms: i64, until_ms: i64) -> Result<Vec<LotRow>> {
    list(
        db,
        "WHERE brought_ms >= ?1 AND brought_ms < ?2 ORDER BY brought_ms, arrival",
        [from_ms, until_ms],
    )
}

/// How many lots a villager ever brought, and when the last.
///
/// # Errors
/// Whatever the disk says.
pub fn of_villager(db: &Db<'_>, villager: EntityId) -> Result<(i64, Option<i64>)> {
    Ok(db
        .conn
        .prepare_cached(
            "SELECT count(*), max(brought_ms) FROM lot
             WHERE villager IN (SELECT ?1 UNION ALL SELECT id FROM same WHERE root = ?1 AND id <> ?1)",
        )?
        .query_row([Id(villager)], |r| Ok((r.get(0)?, r.get(1)?)))?)
}

/// Whether anything of a villager's goods is left or promised.
///
/// # Errors
/// Whatever the disk says.
pub fn is_any_left_of(db: &Db<'_>, villager: EntityId) -> Result<bool> {
    Ok(db
        .conn
        .prepare_cached(&format!(
            "SELECT EXISTS (SELECT 1 FROM lot WHERE villager IN
                 (SELECT ?1 UNION ALL SELECT id FROM same WHERE root = ?1 AND id <> ?1) AND {OPEN})"
        ))?
        .query_row([Id(villager)], |r| r.get(0))?)
}

/// All lots, oldest first.
///
/// # Errors
/// Whatever the disk says.
pub fn all(db: &Db<'_>) -> Result<Vec<LotRow>> {
    list(db, "ORDER BY arrival", [])
}

/// What every holder has of a lot.
pub type Cells = BTreeMap<(Holder, Shelf), Cell>;

/// Replaces the derived cells of a lot, and what counts offset at each place.
///
/// # Errors
/// Whatever the disk says.
pub fn put_cells(
    db: &Db<'_>,
    lot: EntityId,
    cells: &Cells,
    offsets: &BTreeMap<Shelf, Quantity>,
) -> Result<()> {
    db.conn
        .prepare_cached("DELETE FROM cell WHERE lot = ?1")?
        .execute([Id(lot)])?;
    db.conn
        .prepare_cached("DELETE FROM stock_offset WHERE lot = ?1")?
        .execute([Id(lot)])?;
    let mut insert = db.conn.prepare_cached(
        "INSERT INTO cell (lot, holder, place, on_hand, held, is_open)
             VALUES (?1, ?2, ?3, ?4, ?5, ?4 <> 0 OR ?5 <> 0)",
    )?;
    for ((holder, place), cell) in cells {
        insert.execute(params![
            Id(lot),
            json(holder)?,
            json(place)?,
            cell.on_hand.get(),
            cell.held.get()
        ])?;
    }
    let mut insert = db
        .conn
        .prepare_cached("INSERT INTO stock_offset VALUES (?1, ?2, ?3)")?;
    for (place, delta) in offsets {
        insert.execute(params![Id(lot), json(place)?, delta.get()])?;
    }
    Ok(())
}

/// Changes what a holder has promised of a lot at a place by what one order's holds changed. Says
/// whether that could be done: a cell that is not there, that has nothing or that comes to hold
/// nothing is derived with its whole lot.
///
/// # Errors
/// Whatever the disk says.
pub fn shift_held(
    db: &Db<'_>,
    lot: EntityId,
    holder: &Holder,
    place: &Shelf,
    delta: Quantity,
) -> Result<bool> {
    let changed = db
        .conn
        .prepare_cached(
            "UPDATE cell SET held = held + ?4
             WHERE lot = ?1 AND holder = ?2 AND place = ?3 AND held + ?4 > 0
                 AND is_open = 1",
        )?
        .execute(params![Id(lot), json(holder)?, json(place)?, delta.get()])?;
    Ok(changed == 1)
}

/// The derived cells of a lot.
///
/// # Errors
/// Whatever the disk says.
pub fn cells(db: &Db<'_>, lot: EntityId) -> Result<Cells> {
    let mut statement = db
        .conn
        .prepare_cached("SELECT holder, place, on_hand, held FROM cell WHERE lot = ?1")?;
    let rows: Vec<(String, String, i64, i64)> = statement
        .query_map([Id(lot)], |r| {
            Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let mut cells = Cells::new();
    for (holder, place, on_hand, held) in rows {
        let cell = Cell {
            on_hand: Quantity::new(on_hand),
            held: Quantity::new(held),
        };
        cells.insert(
            (from_json(&holder, "holder")?, from_json(&place, "place")?),
            cell,
        );
    }
    Ok(cells)
}

/// The lots whose derived stock is not the sum of its parts: always empty.
///
/// # Errors
/// Whatever the disk says.
pub fn discrepancies(db: &Db<'_>) -> Result<Vec<EntityId>> {
    let mut statement = db.conn.prepare("SELECT lot FROM stock_discrepancy")?;
    let rows = statement
        .query_map([], |r| Ok(r.get::<_, Id>(0)?.0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}
