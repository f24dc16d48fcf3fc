//! `posting`: the books, derived from orders and movements.

use crate::value::{Id, from_json, json, signed, unsigned};
use crate::{Db, Result};
use rusqlite::params;
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

/// The balance of every account; positive is a debit.
///
/// # Errors
/// Whatever the disk says.
pub fn balances(db: &Db<'_>) -> Result<Vec<(Account, Fen)>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT account, sum(delta_fen) FROM posting GROUP BY account ORDER BY account",
    )?;
    let rows: Vec<(String, i64)> = statement
        .query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    rows.into_iter()
        .map(|(account, fen)| Ok((from_json(&account, "account")?, Fen::new(fen))))
        .collect()
}

/// The balance of one account; positive is a debit.
///
/// # Errors
/// Whatever the disk says.
pub fn balance(db: &Db<'_>, account: &Account) -> Result<Fen> {
    let fen: i64 = db
        .conn
        .prepare_cached("SELECT coalesce(sum(delta_fen), 0) FROM posting WHERE account = ?1")?
        .query_row([json(account)?], |r| r.get(0))?;
    Ok(Fen::new(fen))
}
