//! `listing` and `product`: what is offered, and the station's own products.

use crate::value::{H32, Id, from_json, json};
use crate::{Db, Result};
use rusqlite::{OptionalExtension, Row, params};
use tsong_domain::id::{EntityId, Hash32};
use tsong_domain::money::Fen;
use tsong_domain::names::Names;
use tsong_domain::price::{Condition, Prices};

pub(crate) const SCHEMA: &str = "CREATE TABLE listing (
    id BLOB PRIMARY KEY,
    product TEXT NOT NULL, grade TEXT NOT NULL, measure TEXT NOT NULL,
    price_fen INTEGER NOT NULL, title TEXT NOT NULL, wording TEXT NOT NULL,
    photo BLOB, thumbnail BLOB, state TEXT NOT NULL, contested TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX listing_product ON listing (product, grade);
CREATE TABLE product (
    key TEXT PRIMARY KEY, id BLOB NOT NULL, names TEXT NOT NULL, measure TEXT NOT NULL
) STRICT, WITHOUT ROWID;";

/// Added by the second migration.
pub(crate) const CONTESTED: &str =
    "CREATE INDEX listing_contested ON listing (id) WHERE contested <> '[]';";

/// Added by the sixth: prices under conditions, by the names of their fields.
pub(crate) const PRICES: &str = "ALTER TABLE listing ADD COLUMN prices TEXT NOT NULL DEFAULT '[]';";

/// A listing as its fields stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListingRow {
    /// Which.
    pub id: EntityId,
    /// The product's key.
    pub product: String,
    /// The grade's key.
    pub grade: String,
    /// `weight` or `piece`.
    pub measure: String,
    /// Fen for a kilogram or a piece.
    pub price_fen: i64,
    /// Its title; empty where the product's name serves.
    pub title: Names,
    /// Its description.
    pub wording: Names,
    /// Photo blob.
    pub photo: Option<Hash32>,
    /// Thumbnail blob.
    pub thumbnail: Option<Hash32>,
    /// `draft`, `on_sale`, `paused`.
    pub state: String,
    /// The fields on which two people disagree.
    pub contested: Vec<String>,
    /// Prices under conditions.
    pub under: Vec<(Condition, Fen)>,
}

impl ListingRow {
    /// All its prices.
    #[must_use]
    pub fn prices(&self) -> Prices {
        Prices {
            base_fen: Fen::new(self.price_fen),
            under: self.under.clone(),
        }
    }
}

const COLUMNS: &str = "id, product, grade, measure, price_fen, title, wording, photo, thumbnail, state, contested, prices";

fn row(r: &Row<'_>) -> rusqlite::Result<(ListingRow, [String; 4])> {
    let row = ListingRow {
        id: r.get::<_, Id>(0)?.0,
        product: r.get(1)?,
        grade: r.get(2)?,
        measure: r.get(3)?,
        price_fen: r.get(4)?,
        title: Names::default(),
        wording: Names::default(),
        photo: r.get::<_, Option<H32>>(7)?.map(|h| h.0),
        thumbnail: r.get::<_, Option<H32>>(8)?.map(|h| h.0),
        state: r.get(9)?,
        contested: Vec::new(),
        under: Vec::new(),
    };
    Ok((row, [r.get(5)?, r.get(6)?, r.get(10)?, r.get(11)?]))
}

fn finish(found: (ListingRow, [String; 4])) -> Result<ListingRow> {
    let (mut row, [title, wording, contested, prices]) = found;
    row.title = from_json(&title, "title")?;
    row.wording = from_json(&wording, "wording")?;
    row.contested = from_json(&contested, "contested")?;
    let prices: Vec<(String, i64)> = from_json(&prices, "prices")?;
    let known = |(name, fen): (String, i64)| Some((Condition::of_field(&name)?, Fen::new(fen)));
    row.under = prices.into_iter().filter_map(known).collect();
    Ok(row)
}

/// Writes a listing as it stands.
///
/// # Errors
/// Whatever the disk says.
pub fn put(db: &Db<'_>, l: &ListingRow) -> Result<()> {
    let named = |(c, fen): &(Condition, Fen)| (c.field(), fen.get());
    let prices: Vec<(String, i64)> = l.under.iter().map(named).collect();
    db.conn
        .prepare_cached(
            "INSERT OR REPLACE INTO listing
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            Id(l.id),
            l.product,
            l.grade,
            l.measure,
            l.price_fen,
            json(&l.title)?,
            json(&l.wording)?,
            l.photo.map(H32),
            l.thumbnail.map(H32),
            l.state,
            json(&l.contested)?,
            json(&prices)?,
        ])?;
    Ok(())
}

/// One listing.
///
/// # Errors
/// Whatever the disk says.
pub fn get(db: &Db<'_>, id: EntityId) -> Result<Option<ListingRow>> {
    db.conn
        .prepare_cached(&format!("SELECT {COLUMNS} FROM listing WHERE id = ?1"))?
        .query_row([Id(id)], row)
        .optional()?
        .map(finish)
        .transpose()
}

/// Up to `limit` listings after `after`, oldest first; `state` empty for all.
///
/// # Errors
/// Whatever the disk says.
pub fn page(
    db: &Db<'_>,
    state: &str,
    after: Option<EntityId>,
    limit: usize,
) -> Result<Vec<ListingRow>> {
    let mut statement = db.conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM listing WHERE id > ?1 AND (?2 = '' OR state = ?2)
         ORDER BY id LIMIT ?3"
    ))?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = statement
        .query_map(params![Id(after.unwrap_or_default()), state, limit], row)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(finish).collect()
}

/// The listings on which two people disagree, oldest first.
///
/// # Errors
/// Whatever the disk says.
pub fn contested(db: &Db<'_>) -> Result<Vec<ListingRow>> {
    let mut statement = db.conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM listing WHERE contested <> '[]' ORDER BY id"
    ))?;
    let rows = statement
        .query_map([], row)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(finish).collect()
}

/// One of the station's own products.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductRow {
    /// Its key.
    pub key: String,
    /// Its identity, named by the key.
    pub id: EntityId,
    /// Its name.
    pub names: Names,
    /// `weight` or `piece`.
    pub measure: String,
}

/// Writes one of the station's own products as it stands.
///
/// # Errors
/// Whatever the disk says.
pub fn put_product(db: &Db<'_>, p: &ProductRow) -> Result<()> {
    db.conn
        .prepare_cached("INSERT OR REPLACE INTO product VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![p.key, Id(p.id), json(&p.names)?, p.measure])?;
    Ok(())
}

/// All of the station's own products, by key.
///
/// # Errors
/// Whatever the disk says.
pub fn products(db: &Db<'_>) -> Result<Vec<ProductRow>> {
    let mut statement = db
        .conn
        .prepare_cached("SELECT key, id, names, measure FROM product ORDER BY key")?;
    let rows: Vec<(String, Id, String, String)> = statement
        .query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))?
        .collect::<rusqlite::Result<_>>()?;
    rows.into_iter()
        .map(|(key, id, names, measure)| {
            Ok(ProductRow {
                key,
                id: id.0,
                names: from_json(&names, "names")?,
                measure,
            })
        })
        .collect()
}
