//! `order_sum`: how many orders of each day stand at each stage and what they come to, whole and by
//! product. Kept by the same transaction that writes an order, so that counts over 100,000 orders
//! are read and never counted; the view beside it says whether they still are what counting gives.

use crate::{Db, Result};
use rusqlite::{Row, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub(crate) const SCHEMA: &str = "CREATE TABLE order_sum (
    stage TEXT NOT NULL,
    -- a product's key; empty for the orders as wholes
    product TEXT NOT NULL,
    day INTEGER NOT NULL,
    orders INTEGER NOT NULL, fen INTEGER NOT NULL,
    grams INTEGER NOT NULL, pieces INTEGER NOT NULL,
    PRIMARY KEY (stage, product, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_sum_day ON order_sum (day);
CREATE VIEW order_counted AS
    SELECT stage, product, day, count(*) AS orders, sum(fen) AS fen, sum(grams) AS grams,
        sum(pieces) AS pieces
    FROM (
        SELECT stage, value ->> 0 AS product,
            iif(created_ms BETWEEN 0 AND 9000000000000000,
                (created_ms + 28800000) / 86400000, 0) AS day,
            value ->> 3 AS fen, value ->> 1 AS grams, value ->> 2 AS pieces
        FROM order_row, json_each(goods)
        UNION ALL
        SELECT stage, '',
            iif(created_ms BETWEEN 0 AND 9000000000000000,
                (created_ms + 28800000) / 86400000, 0),
            total_fen,
            (SELECT coalesce(sum(value ->> 1), 0) FROM json_each(goods)),
            (SELECT coalesce(sum(value ->> 2), 0) FROM json_each(goods))
        FROM order_row
    ) GROUP BY stage, product, day;
-- what one count says twice: always empty
CREATE VIEW order_sum_discrepancy AS
    SELECT * FROM (SELECT * FROM order_sum EXCEPT SELECT * FROM order_counted)
    UNION ALL
    SELECT * FROM (SELECT * FROM order_counted EXCEPT SELECT * FROM order_sum);
INSERT INTO order_sum SELECT * FROM order_counted;";

/// Local days are eight hours ahead of Greenwich's, all year.
const AHEAD_MS: i64 = 8 * 3_600_000;
const DAY_MS: i64 = 24 * 3_600_000;
/// A later time is none.
const LAST_MS: i64 = 9_000_000_000_000_000;
/// More than an amount can sanely be counts as this much, so that no sum runs over.
const MOST: i64 = 10_000_000_000_000;

/// The number of the local day of a time, counted from 1970; 0 for what is no time.
#[must_use]
pub const fn day_of(ms: i64) -> i64 {
    if ms < 0 || ms > LAST_MS {
        0
    } else {
        ms.saturating_add(AHEAD_MS).div_euclid(DAY_MS)
    }
}

/// What an order has of one product, its lines together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(String, i64, i64, i64)", into = "(String, i64, i64, i64)")]
pub struct Goods {
    /// The product's key.
    pub product: String,
    /// What is weighed.
    pub grams: i64,
    /// What is counted.
    pub pieces: i64,
    /// What it costs.
    pub fen: i64,
}

impl From<(String, i64, i64, i64)> for Goods {
    fn from((product, grams, pieces, fen): (String, i64, i64, i64)) -> Self {
        Self {
            product,
            grams,
            pieces,
            fen,
        }
    }
}

impl From<Goods> for (String, i64, i64, i64) {
    fn from(goods: Goods) -> Self {
        (goods.product, goods.grams, goods.pieces, goods.fen)
    }
}

/// An amount as it is summed.
#[must_use]
pub fn summed(amount: i64) -> i64 {
    amount.clamp(-MOST, MOST)
}

/// The goods of an order by product, in the order in which they first stand on it.
#[must_use]
pub fn by_product(lines: impl IntoIterator<Item = Goods>) -> Vec<Goods> {
    let mut all: Vec<Goods> = Vec::new();
    // The empty key stands for the orders as wholes.
    for line in lines.into_iter().filter(|l| !l.product.is_empty()) {
        match all.iter_mut().find(|known| known.product == line.product) {
            Some(known) => {
                known.grams = summed(known.grams.saturating_add(line.grams));
                known.pieces = summed(known.pieces.saturating_add(line.pieces));
                known.fen = summed(known.fen.saturating_add(line.fen));
            }
            None => all.push(Goods {
                grams: summed(line.grams),
                pieces: summed(line.pieces),
                fen: summed(line.fen),
                product: line.product,
            }),
        }
    }
    all
}

/// What of an order is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Counted {
    pub(crate) stage: String,
    pub(crate) created_ms: i64,
    pub(crate) total_fen: i64,
    pub(crate) goods: Vec<Goods>,
}

/// Numbers of orders and what they come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many orders.
    pub orders: i64,
    /// What they cost.
    pub fen: i64,
    /// What of them is weighed.
    pub grams: i64,
    /// What of them is counted.
    pub pieces: i64,
}

impl Sum {
    /// Both together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            orders: self.orders.saturating_add(other.orders),
            fen: self.fen.saturating_add(other.fen),
            grams: self.grams.saturating_add(other.grams),
            pieces: self.pieces.saturating_add(other.pieces),
        }
    }

    const fn times(self, sign: i64) -> Self {
        Self {
            orders: self.orders.saturating_mul(sign),
            fen: self.fen.saturating_mul(sign),
            grams: self.grams.saturating_mul(sign),
            pieces: self.pieces.saturating_mul(sign),
        }
    }
}

/// Counts an order as it stands, in place of what it was.
///
/// # Errors
/// Whatever the disk says.
pub(crate) fn change(db: &Db<'_>, was: Option<&Counted>, is: &Counted) -> Result<()> {
    if was == Some(is) {
        return Ok(());
    }
    let mut changes: BTreeMap<(&str, &str, i64), Sum> = BTreeMap::new();
    for (counted, sign) in was.map(|w| (w, -1)).into_iter().chain([(is, 1)]) {
        let day = day_of(counted.created_ms);
        let mut whole = Sum {
            orders: 1,
            fen: counted.total_fen,
            ..Sum::default()
        };
        for goods in &counted.goods {
            let part = Sum {
                orders: 1,
                fen: goods.fen,
                grams: goods.grams,
                pieces: goods.pieces,
            };
            whole.grams = whole.grams.saturating_add(goods.grams);
            whole.pieces = whole.pieces.saturating_add(goods.pieces);
            let sum = changes
                .entry((&counted.stage, &goods.product, day))
                .or_default();
            *sum = sum.plus(part.times(sign));
        }
        let sum = changes.entry((&counted.stage, "", day)).or_default();
        *sum = sum.plus(whole.times(sign));
    }
    let mut add = db.conn.prepare_cached(
        "INSERT INTO order_sum VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (stage, product, day) DO UPDATE SET orders = orders + excluded.orders,
             fen = fen + excluded.fen, grams = grams + excluded.grams,
             pieces = pieces + excluded.pieces",
    )?;
    let mut drop = db.conn.prepare_cached(
        "DELETE FROM order_sum WHERE stage = ?1 AND product = ?2 AND day = ?3 AND orders = 0",
    )?;
    for ((stage, product, day), by) in changes {
        if by == Sum::default() {
            continue;
        }
        add.execute(params![
            stage, product, day, by.orders, by.fen, by.grams, by.pieces
        ])?;
        if by.orders < 0 {
            drop.execute(params![stage, product, day])?;
        }
    }
    Ok(())
}

fn sum(r: &Row<'_>, at: usize) -> rusqlite::Result<Sum> {
    Ok(Sum {
        orders: r.get(at)?,
        fen: r.get(at.saturating_add(1))?,
        grams: r.get(at.saturating_add(2))?,
        pieces: r.get(at.saturating_add(3))?,
    })
}

/// How many orders stand at each stage, of one local day or of all.
///
/// # Errors
/// Whatever the disk says.
pub fn stages(db: &Db<'_>, day: Option<i64>) -> Result<BTreeMap<String, Sum>> {
    let by = |sql: &str, args: &[&dyn rusqlite::ToSql]| -> Result<BTreeMap<String, Sum>> {
        let mut statement = db.conn.prepare_cached(sql)?;
        let rows = statement
            .query_map(args, |r| Ok((r.get(0)?, sum(r, 1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    };
    match day {
        Some(day) => by(
            "SELECT stage, orders, fen, grams, pieces FROM order_sum INDEXED BY order_sum_day
             WHERE day = ?1 AND product = ''",
            &[&day],
        ),
        // Skips from stage to stage: a stage has a row for each product and day.
        None => {
            let mut all = BTreeMap::new();
            for stage in stage_words(db)? {
                let row = db
                    .conn
                    .prepare_cached(
                        "SELECT coalesce(sum(orders), 0), coalesce(sum(fen), 0),
                             coalesce(sum(grams), 0), coalesce(sum(pieces), 0)
                         FROM order_sum WHERE stage = ?1 AND product = ''",
                    )?
                    .query_row([&stage], |r| sum(r, 0))?;
                all.insert(stage, row);
            }
            Ok(all)
        }
    }
}

fn stage_words(db: &Db<'_>) -> Result<Vec<String>> {
    let mut statement = db.conn.prepare_cached(
        "WITH RECURSIVE word (w) AS (
             SELECT min(stage) FROM order_sum
             UNION ALL
             SELECT (SELECT min(stage) FROM order_sum WHERE stage > w) FROM word WHERE w IS NOT NULL
         ) SELECT w FROM word WHERE w IS NOT NULL",
    )?;
    let rows = statement
        .query_map([], |r| r.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// What the orders of one local day have of each product, by stage; the orders as wholes under the
/// empty product.
///
/// # Errors
/// Whatever the disk says.
pub fn of_day(db: &Db<'_>, day: i64) -> Result<Vec<(String, String, Sum)>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT stage, product, orders, fen, grams, pieces
         FROM order_sum INDEXED BY order_sum_day WHERE day = ?1",
    )?;
    let rows = statement
        .query_map([day], |r| Ok((r.get(0)?, r.get(1)?, sum(r, 2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// What the orders at one stage have of each product, those with the most orders first.
///
/// # Errors
/// Whatever the disk says.
pub fn products(db: &Db<'_>, stage: &str) -> Result<Vec<(String, Sum)>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT product, sum(orders), sum(fen), sum(grams), sum(pieces) FROM order_sum
         WHERE stage = ?1 AND product <> '' GROUP BY product ORDER BY 2 DESC, product",
    )?;
    let rows = statement
        .query_map([stage], |r| Ok((r.get(0)?, sum(r, 1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// How many of the kept sums are not what counting the orders gives: none.
///
/// # Errors
/// Whatever the disk says.
pub fn discrepancies(db: &Db<'_>) -> Result<i64> {
    Ok(db
        .conn
        .query_row("SELECT count(*) FROM order_sum_discrepancy", [], |r| {
            r.get(0)
        })?)
}
