//! `posting`: the books, derived from orders and movements.

use crate::value::{Id, from_json, json, signed, unsigned};
use crate::{Db, Result, same};
use rusqlite::{OptionalExtension, params};
use std::collections::BTreeMap;
use tsong_domain::id::EntityId;
use tsong_domain::money::Fen;
use tsong_domain::movement::Account;
use tsong_domain::posting::Posting;
use tsong_domain::time::Hlc;

pub(crate) const SCHEMA: &str = "CREATE TABLE posting (
    -- the order, or the entity of a movement
    about BLOB NOT NULL, key TEXT NOT NULL, account TEXT NOT NULL,
    delta_fen INTEGER NOT NULL,
    -- when it happened, and the local day on which it was first booked here
    happened INTEGER NOT NULL, booked_day TEXT NOT NULL,
    PRIMARY KEY (about, key, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX posting_account ON posting (account);";

/// Added by the second migration: the sum of every account that is not at nothing, kept with its
/// entries. The clearing accounts of finished orders, one an order, do not stand in it.
pub(crate) const BALANCE: &str = "CREATE TABLE balance (
    account TEXT PRIMARY KEY, fen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO balance SELECT account, sum(delta_fen) AS fen FROM posting GROUP BY account
    HAVING fen <> 0;
-- the accounts whose sum is not that of their entries: always empty
CREATE VIEW balance_discrepancy AS
    SELECT account FROM (SELECT account, sum(delta_fen) AS summed FROM posting GROUP BY account)
        LEFT JOIN balance USING (account)
    WHERE summed <> coalesce(fen, 0)
    UNION
    SELECT account FROM balance WHERE account NOT IN (SELECT account FROM posting);";

/// Replaces the postings about one thing. An entry that was there keeps its booked day.
///
/// # Errors
/// Whatever the disk says.
pub fn replace(db: &Db<'_>, about: EntityId, postings: &[Posting], today: &str) -> Result<()> {
    let known = of(db, about)?;
    let wanted: Vec<(&Posting, String)> = postings
        .iter()
        .map(|p| Ok((p, json(&p.account)?)))
        .collect::<Result<_>>()?;
    balance_again(db, &known, &wanted)?;
    for old in &known {
        if !wanted
            .iter()
            .any(|(p, _)| p.key == old.key && p.account == old.account)
        {
            db.conn
                .prepare_cached(
                    "DELETE FROM posting WHERE about = ?1 AND key = ?2 AND account = ?3",
                )?
                .execute(params![Id(about), old.key, json(&old.account)?])?;
        }
    }
    let mut upsert = db.conn.prepare_cached(
        "INSERT INTO posting VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (about, key, account) DO UPDATE SET delta_fen = excluded.delta_fen,
             happened = excluded.happened",
    )?;
    for (p, account) in wanted {
        upsert.execute(params![
            Id(about),
            p.key,
            account,
            p.delta_fen.get(),
            signed(p.happened.raw()),
            today
        ])?;
    }
    Ok(())
}

/// Moves the accounts' sums from what was posted to what is.
fn balance_again(db: &Db<'_>, known: &[Posting], wanted: &[(&Posting, String)]) -> Result<()> {
    let mut changes: BTreeMap<String, i64> = BTreeMap::new();
    for old in known {
        let by = changes.entry(json(&old.account)?).or_default();
        *by = by.saturating_sub(old.delta_fen.get());
    }
    for (new, account) in wanted {
        let by = changes.entry(account.clone()).or_default();
        *by = by.saturating_add(new.delta_fen.get());
    }
    let mut add = db.conn.prepare_cached(
        "INSERT INTO balance VALUES (?1, ?2)
         ON CONFLICT (account) DO UPDATE SET fen = fen + excluded.fen",
    )?;
    let mut drop = db
        .conn
        .prepare_cached("DELETE FROM balance WHERE account = ?1 AND fen = 0")?;
    for (account, by) in changes.into_iter().filter(|(_, by)| *by != 0) {
        add.execute(params![account, by])?;
        drop.execute([account])?;
    }
    Ok(())
}

/// How many accounts' sums are not those of their entries: none.
///
/// # Errors
/// Whatever the disk says.
pub fn discrepancies(db: &Db<'_>) -> Result<i64> {
    Ok(db
        .conn
        .query_row("SELECT count(*) FROM balance_discrepancy", [], |r| r.get(0))?)
}

/// The postings about one thing, by key and account.
///
/// # Errors
/// Whatever the disk says.
pub fn of(db: &Db<'_>, about: EntityId) -> Result<Vec<Posting>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT key, account, delta_fen, happened FROM posting WHERE about = ?1
         ORDER BY key, account",
    )?;
    let rows: Vec<(String, String, i64, i64)> = statement
        .query_map([Id(about)], |r| {
            Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    rows.into_iter()
        .map(|(key, account, delta_fen, happened)| {
            Ok(Posting {
                key,
                account: from_json(&account, "account")?,
                delta_fen: Fen::new(delta_fen),
                happened: Hlc::from_raw(unsigned(happened)),
            })
        })
        .collect()
}

/// The balance of every account that is not at nothing; positive is a debit.
///
/// # Errors
/// Whatever the disk says.
pub fn balances(db: &Db<'_>) -> Result<Vec<(Account, Fen)>> {
    let mut statement = db
        .conn
        .prepare_cached("SELECT account, fen FROM balance ORDER BY account")?;
    let rows: Vec<(String, i64)> = statement
        .query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    rows.into_iter()
        .map(|(account, fen)| Ok((from_json(&account, "account")?, Fen::new(fen))))
        .collect()
}

/// The villagers to whom the station owes something, the most first.
///
/// # Errors
/// Whatever the disk says.
pub fn owed(db: &Db<'_>) -> Result<Vec<(EntityId, Fen)>> {
    // Their accounts are neighbours: the text of an account begins with its kind.
    let mut statement = db.conn.prepare_cached(
        "SELECT account, -fen FROM balance
         WHERE account >= '{\"villager\"' AND account < '{\"villager#' AND fen <> 0",
    )?;
    let rows: Vec<(String, i64)> = statement
        .query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut sums: BTreeMap<EntityId, i64> = BTreeMap::new();
    for (account, fen) in rows {
        if let Account::Villager(id) = from_json(&account, "account")? {
            let sum = sums.entry(same::root(db, id)?).or_default();
            *sum = sum.saturating_add(fen);
        }
    }
    let mut owed: Vec<_> = sums.into_iter().filter(|(_, fen)| *fen > 0).collect();
    owed.sort_unstable_by_key(|(id, fen)| (std::cmp::Reverse(*fen), *id));
    Ok(owed
        .into_iter()
        .map(|(id, fen)| (id, Fen::new(fen)))
        .collect())
}

/// The balance of one account; positive is a debit.
///
/// # Errors
/// Whatever the disk says.
pub fn balance(db: &Db<'_>, account: &Account) -> Result<Fen> {
    let fen: Option<i64> = db
        .conn
        .prepare_cached("SELECT fen FROM balance WHERE account = ?1")?
        .query_row([json(account)?], |r| r.get(0))
        .optional()?;
    Ok(Fen::new(fen.unwrap_or_default()))
}
