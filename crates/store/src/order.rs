//! `order_row`: every order as its facts come to, for lists; nothing personal stands here.

mod window;

pub use window::{
    Found, Light, Span, at, count_of_buyer, found, latest_ms, light, newer, of_buyer, oldest,
    place, window,
};

use crate::order_sum::{self, Counted, Goods};
use crate::value::{Id, fact_id, from_json, json, signed, unsigned};
use crate::{Db, Result};
use rusqlite::{OptionalExtension, Row, params};
use tsong_domain::id::{EntityId, FactId};

// Each index is one more page of every save: there is one only where a list needs it.
pub(crate) const SCHEMA: &str = "CREATE TABLE order_row (
    arrival INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    number TEXT NOT NULL,
    state TEXT NOT NULL, payment TEXT NOT NULL, after_sale TEXT NOT NULL,
    created_ms INTEGER NOT NULL, at_ms INTEGER,
    buyer BLOB,
    contact_origin INTEGER, contact_sequence INTEGER,
    note_origin INTEGER, note_sequence INTEGER,
    -- the last fact of this device's own origin that speaks of it: at the hub once acknowledged
    own_sequence INTEGER NOT NULL,
    shown TEXT NOT NULL
) STRICT;
CREATE INDEX order_created ON order_row (created_ms);
-- orders that arrived before the contact that they go to
CREATE TABLE order_wait (
    origin INTEGER NOT NULL, sequence INTEGER NOT NULL, id BLOB NOT NULL,
    PRIMARY KEY (origin, sequence, id)
) STRICT, WITHOUT ROWID;";

/// What lists of 100,000 rows need without opening `shown`: added by the second migration.
pub(crate) const LIGHT: &str = "ALTER TABLE order_row ADD COLUMN stage TEXT NOT NULL DEFAULT '';
ALTER TABLE order_row ADD COLUMN doubt TEXT NOT NULL DEFAULT '';
ALTER TABLE order_row ADD COLUMN total_fen INTEGER NOT NULL DEFAULT 0;
-- by product: key, grams, pieces, fen
ALTER TABLE order_row ADD COLUMN goods TEXT NOT NULL DEFAULT '[]';
-- where its words stand in the index, once they do
ALTER TABLE order_row ADD COLUMN doc INTEGER;
UPDATE order_row SET
    stage = CASE state
        WHEN 'Asked' THEN 'decide' WHEN 'CancelAsked' THEN 'decide'
        WHEN 'NeedsDecision' THEN 'decide'
        WHEN 'Placed' THEN 'pack' WHEN 'Confirmed' THEN 'pack' WHEN 'Packing' THEN 'pack'
        WHEN 'HandedOver' THEN 'road' WHEN 'Completed' THEN 'done'
        WHEN 'Cancelled' THEN 'cancelled' ELSE 'draft' END,
    doubt = iif(state <> 'NeedsDecision', '', iif(EXISTS (
        SELECT 1 FROM effect WHERE effect.order_id = order_row.id AND kind = 'ship'),
        'handed_over_and_cancelled', 'late_order')),
    total_fen = max(-10000000000000, min(10000000000000, shown ->> 'total_fen')),
    goods = (
        SELECT coalesce(json_group_array(json_array(product, grams, pieces, fen)), '[]') FROM (
            SELECT l.value ->> 'product' AS product,
                max(-10000000000000, min(10000000000000,
                    sum(coalesce(l.value ->> 'weight_g', 0)))) AS grams,
                max(-10000000000000, min(10000000000000,
                    sum(coalesce(l.value ->> 'pieces', 0)))) AS pieces,
                max(-10000000000000, min(10000000000000, sum(l.value ->> 'amount_fen'))) AS fen
            FROM json_each(order_row.shown, '$.lines') AS l
            WHERE product <> '' GROUP BY product ORDER BY min(l.key))),
    doc = (SELECT doc FROM find_doc d WHERE d.noun = 'order' AND d.id = order_row.id);
CREATE INDEX order_stage ON order_row (stage, created_ms);
CREATE INDEX order_doc ON order_row (doc, stage, created_ms) WHERE doc IS NOT NULL;";

/// Added by the third migration: a buyer's orders.
pub(crate) const OF_BUYER: &str =
    "CREATE INDEX order_buyer ON order_row (buyer, created_ms) WHERE buyer IS NOT NULL;";

/// An order as lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderRecord {
    /// Which.
    pub id: EntityId,
    /// For people.
    pub number: String,
    /// Fulfilment, a word.
    pub state: String,
    /// Whom it waits for: `decide`, `pack`, `road`, `done`, `cancelled` or `draft`.
    pub stage: String,
    /// Why a person has to decide, a word; empty when nobody has to.
    pub doubt: String,
    /// What the buyer pays.
    pub total_fen: i64,
    /// What it has of each product.
    pub goods: Vec<Goods>,
    /// Payment, a word.
    pub payment: String,
    /// After-sale, a word; empty without one.
    pub after_sale: String,
    /// When it was taken.
    pub created_ms: i64,
    /// When an imported record says that it last changed.
    pub at_ms: Option<i64>,
    /// The buyer.
    pub buyer: Option<EntityId>,
    /// The contact that it goes to.
    pub contact: Option<FactId>,
    /// The fact whose personal section is its note.
    pub note: Option<FactId>,
    /// The last own fact about it.
    pub own_sequence: u64,
    /// The rest, as JSON.
    pub shown: String,
}

const COLUMNS: &str = "id, number, state, payment, after_sale, created_ms, at_ms, buyer, \
                       contact_origin, contact_sequence, note_origin, note_sequence, \
                       own_sequence, shown, stage, doubt, total_fen, goods";

fn row(r: &Row<'_>) -> rusqlite::Result<(OrderRecord, String)> {
    let fact = |a: Option<i64>, b: Option<i64>| a.zip(b).map(|(o, s)| fact_id(o, s));
    let record = OrderRecord {
        id: r.get::<_, Id>(0)?.0,
        number: r.get(1)?,
        state: r.get(2)?,
        payment: r.get(3)?,
        after_sale: r.get(4)?,
        created_ms: r.get(5)?,
        at_ms: r.get(6)?,
        buyer: r.get::<_, Option<Id>>(7)?.map(|id| id.0),
        contact: fact(r.get(8)?, r.get(9)?),
        note: fact(r.get(10)?, r.get(11)?),
        own_sequence: unsigned(r.get(12)?),
        shown: r.get(13)?,
        stage: r.get(14)?,
        doubt: r.get(15)?,
        total_fen: r.get(16)?,
        goods: Vec::new(),
    };
    Ok((record, r.get(17)?))
}

fn finish((mut record, goods): (OrderRecord, String)) -> Result<OrderRecord> {
    record.goods = from_json(&goods, "goods")?;
    Ok(record)
}

fn counted(db: &Db<'_>, id: EntityId) -> Result<Option<Counted>> {
    let known: Option<(String, i64, i64, String)> = db
        .conn
        .prepare_cached("SELECT stage, created_ms, total_fen, goods FROM order_row WHERE id = ?1")?
        .query_row([Id(id)], |r| {
            Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?))
        })
        .optional()?;
    known
        .map(|(stage, created_ms, total_fen, goods)| {
            Ok(Counted {
                stage,
                created_ms,
                total_fen,
                goods: from_json(&goods, "goods")?,
            })
        })
        .transpose()
}

/// Writes an order as it stands, and counts it so.
///
/// # Errors
/// Whatever the disk says.
pub fn put(db: &Db<'_>, o: &OrderRecord) -> Result<()> {
    let origin = |f: Option<FactId>| f.map(|f| signed(f.origin.0));
    let sequence = |f: Option<FactId>| f.map(|f| signed(f.sequence));
    let now = Counted {
        stage: o.stage.clone(),
        created_ms: o.created_ms,
        total_fen: order_sum::summed(o.total_fen),
        goods: o.goods.clone(),
    };
    order_sum::change(db, counted(db, o.id)?.as_ref(), &now)?;
    db.conn
        .prepare_cached(
            "INSERT INTO order_row (id, number, state, payment, after_sale, created_ms, at_ms,
                 buyer, contact_origin, contact_sequence, note_origin, note_sequence,
                 own_sequence, shown, stage, doubt, total_fen, goods)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
                 ?18)
             ON CONFLICT (id) DO UPDATE SET number = excluded.number, state = excluded.state,
                 payment = excluded.payment, after_sale = excluded.after_sale,
                 created_ms = excluded.created_ms, at_ms = excluded.at_ms,
                 buyer = excluded.buyer, contact_origin = excluded.contact_origin,
                 contact_sequence = excluded.contact_sequence,
                 note_origin = excluded.note_origin, note_sequence = excluded.note_sequence,
                 own_sequence = excluded.own_sequence, shown = excluded.shown,
                 stage = excluded.stage, doubt = excluded.doubt, total_fen = excluded.total_fen,
                 goods = excluded.goods",
        )?
        .execute(params![
            Id(o.id),
            o.number,
            o.state,
            o.payment,
            o.after_sale,
            o.created_ms,
            o.at_ms,
            o.buyer.map(Id),
            origin(o.contact),
            sequence(o.contact),
            origin(o.note),
            sequence(o.note),
            signed(o.own_sequence),
            o.shown,
            o.stage,
            o.doubt,
            now.total_fen,
            json(&o.goods)?,
        ])?;
    Ok(())
}

/// One order.
///
/// # Errors
/// Whatever the disk says.
pub fn get(db: &Db<'_>, id: EntityId) -> Result<Option<OrderRecord>> {
    db.conn
        .prepare_cached(&format!("SELECT {COLUMNS} FROM order_row WHERE id = ?1"))?
        .query_row([Id(id)], row)
        .optional()?
        .map(finish)
        .transpose()
}

/// Notes where the words of an order stand in the index.
///
/// # Errors
/// Whatever the disk says.
pub fn indexed(db: &Db<'_>, id: EntityId, doc: i64) -> Result<()> {
    db.conn
        .prepare_cached("UPDATE order_row SET doc = ?2 WHERE id = ?1 AND doc IS NOT ?2")?
        .execute(params![Id(id), doc])?;
    Ok(())
}

/// What a page of orders is to show.
#[derive(Clone, Debug, Default)]
pub struct Wanted<'a> {
    /// One state's word; empty for all.
    pub state: &'a str,
    /// That state's stage.
    pub stage: &'a str,
    /// Created at or after.
    pub from_ms: Option<i64>,
    /// Created before.
    pub until_ms: Option<i64>,
    /// Newest first.
    pub is_newest_first: bool,
    /// Where the page before ended.
    pub after: Option<Found>,
    /// At most so many.
    pub limit: usize,
}

/// A page of orders, by time.
///
/// # Errors
/// Whatever the disk says.
pub fn page(db: &Db<'_>, wanted: &Wanted<'_>) -> Result<Vec<OrderRecord>> {
    let (compare, direction) = if wanted.is_newest_first {
        ("<", "DESC")
    } else {
        (">", "ASC")
    };
    let state = if wanted.state.is_empty() {
        "?1 = '' AND ?7 = ''"
    } else {
        "stage = ?7 AND state = ?1"
    };
    let (edge_ms, edge) = wanted
        .after
        .as_ref()
        .map(|a| (a.created_ms, a.arrival))
        .unzip();
    let mut statement = db.conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM order_row
         WHERE {state} AND created_ms >= ?2 AND created_ms < ?3
           AND (?4 IS NULL OR (created_ms, arrival) {compare} (?4, ?5))
         ORDER BY created_ms {direction}, arrival {direction} LIMIT ?6"
    ))?;
    let rows = statement
        .query_map(
            params![
                wanted.state,
                wanted.from_ms.unwrap_or(i64::MIN),
                wanted.until_ms.unwrap_or(i64::MAX),
                edge_ms,
                edge,
                i64::try_from(wanted.limit).unwrap_or(i64::MAX),
                wanted.stage,
            ],
            row,
        )?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(finish).collect()
}

/// Notes that an order waits for a contact to arrive.
///
/// # Errors
/// Whatever the disk says.
pub fn wait(db: &Db<'_>, contact: FactId, id: EntityId) -> Result<()> {
    db.conn
        .prepare_cached("INSERT OR IGNORE INTO order_wait VALUES (?1, ?2, ?3)")?
        .execute(params![
            signed(contact.origin.0),
            signed(contact.sequence),
            Id(id)
        ])?;
    Ok(())
}

/// The orders that waited for a contact, which is here now.
///
/// # Errors
/// Whatever the disk says.
pub fn waited(db: &Db<'_>, contact: FactId) -> Result<Vec<EntityId>> {
    let mut statement = db.conn.prepare_cached(
        "DELETE FROM order_wait WHERE origin = ?1 AND sequence = ?2 RETURNING id",
    )?;
    let rows = statement
        .query_map(
            params![signed(contact.origin.0), signed(contact.sequence)],
            |r| Ok(r.get::<_, Id>(0)?.0),
        )?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// The orders that go to a contact: shown anew when the person is forgotten. Reads every order;
/// an index for this would cost each save more than it ever gives back.
///
/// # Errors
/// Whatever the disk says.
pub fn with_contact(db: &Db<'_>, contact: FactId) -> Result<Vec<EntityId>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT id FROM order_row WHERE contact_origin = ?1 AND contact_sequence = ?2",
    )?;
    let rows = statement
        .query_map(
            params![signed(contact.origin.0), signed(contact.sequence)],
            |r| Ok(r.get::<_, Id>(0)?.0),
        )?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// Every order's identity, in order.
///
/// # Errors
/// Whatever the disk says.
pub fn ids(db: &Db<'_>) -> Result<Vec<EntityId>> {
    let mut statement = db
        .conn
        .prepare_cached("SELECT id FROM order_row ORDER BY id")?;
    let rows = statement
        .query_map([], |r| Ok(r.get::<_, Id>(0)?.0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}
