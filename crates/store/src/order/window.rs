//! Orders as a list of 100,000 rows shows them, from anywhere in it.

use crate::find::asked_of_noun;
use crate::order_sum::Goods;
use crate::value::{Id, fact_id, from_json, unsigned};
use crate::{Db, Result};
use rusqlite::{OptionalExtension, Row, params};
use tsong_domain::id::{EntityId, FactId};

/// An order without what only its own screen shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Light {
    /// Which.
    pub id: EntityId,
    /// For people.
    pub number: String,
    /// Fulfilment, a word.
    pub state: String,
    /// Payment, a word.
    pub payment: String,
    /// Why a person has to decide, a word.
    pub doubt: String,
    /// When it was taken.
    pub created_ms: i64,
    /// The contact that it goes to.
    pub contact: Option<FactId>,
    /// The last own fact about it.
    pub own_sequence: u64,
    /// What the buyer pays.
    pub total_fen: i64,
    /// What it has of each product.
    pub goods: Vec<Goods>,
}

const COLUMNS: &str = "id, number, state, payment, doubt, created_ms, contact_origin, \
                       contact_sequence, own_sequence, total_fen, goods";

fn row(r: &Row<'_>) -> rusqlite::Result<(Light, String)> {
    let contact: Option<(i64, i64)> = r.get::<_, Option<i64>>(6)?.zip(r.get(7)?);
    let row = Light {
        id: r.get::<_, Id>(0)?.0,
        number: r.get(1)?,
        state: r.get(2)?,
        payment: r.get(3)?,
        doubt: r.get(4)?,
        created_ms: r.get(5)?,
        contact: contact.map(|(origin, sequence)| fact_id(origin, sequence)),
        own_sequence: unsigned(r.get(8)?),
        total_fen: r.get(9)?,
        goods: Vec::new(),
    };
    Ok((row, r.get(10)?))
}

fn finish((mut row, goods): (Light, String)) -> Result<Light> {
    row.goods = from_json(&goods, "goods")?;
    Ok(row)
}

/// A part of a list, newest first.
#[derive(Clone, Copy, Debug)]
pub struct Span<'a> {
    /// One stage's word; empty for all.
    pub stage: &'a str,
    /// Created at or after, and before.
    pub between_ms: (i64, i64),
    /// How many fit in all.
    pub total: usize,
    /// How many newer ones are passed over.
    pub offset: usize,
    /// At most so many.
    pub limit: usize,
}

/// The orders of a part of a list. Counts from the nearer end of an index that holds nothing else.
///
/// # Errors
/// Whatever the disk says.
pub fn window(db: &Db<'_>, span: &Span<'_>) -> Result<Vec<Light>> {
    let take = span.limit.min(span.total.saturating_sub(span.offset));
    if take == 0 {
        return Ok(Vec::new());
    }
    let is_near_end = span.offset > span.total / 2;
    let (skip, direction) = if is_near_end {
        let newer = span.offset.saturating_add(take);
        (span.total.saturating_sub(newer), "ASC")
    } else {
        (span.offset, "DESC")
    };
    let stage = if span.stage.is_empty() {
        "?1 = ''"
    } else {
        "stage = ?1"
    };
    let mut statement = db.conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM order_row WHERE arrival IN (
             SELECT arrival FROM order_row
             WHERE {stage} AND created_ms >= ?2 AND created_ms < ?3
             ORDER BY created_ms {direction}, arrival {direction} LIMIT ?4 OFFSET ?5)
         ORDER BY created_ms DESC, arrival DESC"
    ))?;
    let (from_ms, until_ms) = span.between_ms;
    let whole = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let rows = statement
        .query_map(
            params![span.stage, from_ms, until_ms, whole(take), whole(skip)],
            row,
        )?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(finish).collect()
}

/// An order that a text finds, as far as a list is sorted and counted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// When it was taken.
    pub created_ms: i64,
    /// The how-manieth order here.
    pub arrival: i64,
    /// Its stage's word.
    pub stage: String,
}

/// Every order that an expression of tokens finds (see [`crate::find::search`]), in no order.
///
/// # Errors
/// Whatever the disk says; an expression that is none.
pub fn found(db: &Db<'_>, expression: &str) -> Result<Vec<Found>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT o.created_ms, o.arrival, o.stage FROM find f
             CROSS JOIN order_row o INDEXED BY order_doc ON o.doc = f.rowid
         WHERE f.find MATCH ?1",
    )?;
    let rows = statement
        .query_map([asked_of_noun("order", expression)], |r| {
            Ok(Found {
                created_ms: r.get(0)?,
                arrival: r.get(1)?,
                stage: r.get(2)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// Where an order stands in a list; `None` when it is none.
///
/// # Errors
/// Whatever the disk says.
pub fn place(db: &Db<'_>, id: EntityId) -> Result<Option<Found>> {
    Ok(db
        .conn
        .prepare_cached("SELECT created_ms, arrival, stage FROM order_row WHERE id = ?1")?
        .query_row([Id(id)], |r| {
            Ok(Found {
                created_ms: r.get(0)?,
                arrival: r.get(1)?,
                stage: r.get(2)?,
            })
        })
        .optional()?)
}

/// Which order arrived so.
///
/// # Errors
/// Whatever the disk says.
pub fn at(db: &Db<'_>, arrival: i64) -> Result<Option<EntityId>> {
    Ok(db
        .conn
        .prepare_cached("SELECT id FROM order_row WHERE arrival = ?1")?
        .query_row([arrival], |r| Ok(r.get::<_, Id>(0)?.0))
        .optional()?)
}

/// One order of a list, by its arrival.
///
/// # Errors
/// Whatever the disk says.
pub fn light(db: &Db<'_>, arrival: i64) -> Result<Option<Light>> {
    db.conn
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM order_row WHERE arrival = ?1"
        ))?
        .query_row([arrival], row)
        .optional()?
        .map(finish)
        .transpose()
}

/// The order that has waited longest at a stage.
///
/// # Errors
/// Whatever the disk says.
pub fn oldest(db: &Db<'_>, stage: &str) -> Result<Option<EntityId>> {
    Ok(db
        .conn
        .prepare_cached(
            "SELECT id FROM order_row WHERE stage = ?1 ORDER BY created_ms, arrival LIMIT 1",
        )?
        .query_row([stage], |r| Ok(r.get::<_, Id>(0)?.0))
        .optional()?)
}

/// When the last order within a span of time was taken.
///
/// # Errors
/// Whatever the disk says.
pub fn latest_ms(db: &Db<'_>, from_ms: i64, until_ms: i64) -> Result<Option<i64>> {
    Ok(db
        .conn
        .prepare_cached(
            "SELECT max(created_ms) FROM order_row WHERE created_ms >= ?1 AND created_ms < ?2",
        )?
        .query_row([from_ms, until_ms], |r| r.get(0))?)
}

/// The last orders of a buyer, newest first.
///
/// # Errors
/// Whatever the disk says.
pub fn of_buyer(db: &Db<'_>, buyer: EntityId, limit: usize) -> Result<Vec<Light>> {
    let mut statement = db.conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM order_row
         WHERE buyer IN (SELECT ?1 UNION ALL SELECT id FROM same WHERE root = ?1 AND id <> ?1)
         ORDER BY created_ms DESC, arrival DESC LIMIT ?2"
    ))?;
    let rows = statement
        .query_map(
            params![Id(buyer), i64::try_from(limit).unwrap_or(i64::MAX)],
            row,
        )?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(finish).collect()
}

/// How many orders a buyer has, and when the last was taken.
///
/// # Errors
/// Whatever the disk says.
pub fn count_of_buyer(db: &Db<'_>, buyer: EntityId) -> Result<(i64, Option<i64>)> {
    Ok(db
        .conn
        .prepare_cached(
            "SELECT count(*), max(created_ms) FROM order_row
             WHERE buyer IN (SELECT ?1 UNION ALL SELECT id FROM same WHERE root = ?1 AND id <> ?1)",
        )?
        .query_row([Id(buyer)], |r| Ok((r.get(0)?, r.get(1)?)))?)
}

/// How many orders of a stage (all when it is empty), created before `until_ms`, are newer than one.
///
/// # Errors
/// Whatever the disk says.
pub fn newer(db: &Db<'_>, stage: &str, until_ms: i64, than: &Found) -> Result<i64> {
    let narrowed = if stage.is_empty() {
        "?1 = ''"
    } else {
        "stage = ?1"
    };
    Ok(db
        .conn
        .prepare_cached(&format!(
            "SELECT count(*) FROM order_row WHERE {narrowed} AND created_ms < ?2
               AND (created_ms, arrival) > (?3, ?4)"
        ))?
        .query_row(
            params![stage, until_ms, than.created_ms, than.arrival],
            |r| r.get(0),
        )?)
}
