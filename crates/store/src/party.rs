//! `party`: villagers, buyers and operators as their fields stand; names are in `person`.

use crate::value::{H32, Id, fact_id, from_json, json, signed};
use crate::{Db, Result};
use rusqlite::{OptionalExtension, Row, params};
use tsong_domain::id::{EntityId, FactId, Hash32};

pub(crate) const SCHEMA: &str = "CREATE TABLE party (
    id BLOB PRIMARY KEY,
    noun TEXT NOT NULL,
    -- the fact whose personal section holds the contact, and the payout account
    contact_origin INTEGER, contact_sequence INTEGER,
    account_origin INTEGER, account_sequence INTEGER,
    payout TEXT NOT NULL, place INTEGER, photo BLOB,
    role TEXT NOT NULL, active INTEGER NOT NULL,
    contested TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- nearly all are buyers: these are read through as they lie, and the few others by their noun
CREATE INDEX party_noun ON party (noun) WHERE noun <> 'buyer';";

/// Added by the second migration.
pub(crate) const THUMBNAIL: &str = "ALTER TABLE party ADD COLUMN thumbnail BLOB;
CREATE INDEX party_contested ON party (noun) WHERE contested <> '[]';";

/// Added by the third migration: who is listed, which who was erased is not.
pub(crate) const LISTED: &str = "UPDATE party SET contact_origin = NULL, contact_sequence = NULL
    WHERE contact_origin IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person
        WHERE person.origin = contact_origin AND person.sequence = contact_sequence);
DROP INDEX party_noun;
CREATE INDEX party_noun ON party (noun, contact_origin IS NULL);";

/// A villager, a buyer or an operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyRow {
    /// Who.
    pub id: EntityId,
    /// `villager`, `buyer` or `operator`.
    pub noun: String,
    /// The current contact's fact; absent once the person was erased.
    pub contact: Option<FactId>,
    /// The current payout account's fact.
    pub account: Option<FactId>,
    /// A villager's payout way; empty when unknown.
    pub payout: String,
    /// A place code.
    pub place: Option<i64>,
    /// A photo's blob.
    pub photo: Option<Hash32>,
    /// Its thumbnail's blob.
    pub thumbnail: Option<Hash32>,
    /// An operator's role; empty for others.
    pub role: String,
    /// Still here.
    pub is_active: bool,
    /// The fields on which two people disagree.
    pub contested: Vec<String>,
}

const COLUMNS: &str = "id, noun, contact_origin, contact_sequence, account_origin, \
                       account_sequence, payout, place, photo, role, active, contested, thumbnail";

fn row(r: &Row<'_>) -> rusqlite::Result<(PartyRow, String)> {
    let fact = |a: Option<i64>, b: Option<i64>| a.zip(b).map(|(o, s)| fact_id(o, s));
    let row = PartyRow {
        id: r.get::<_, Id>(0)?.0,
        noun: r.get(1)?,
        contact: fact(r.get(2)?, r.get(3)?),
        account: fact(r.get(4)?, r.get(5)?),
        payout: r.get(6)?,
        place: r.get(7)?,
        photo: r.get::<_, Option<H32>>(8)?.map(|h| h.0),
        role: r.get(9)?,
        is_active: r.get(10)?,
        contested: Vec::new(),
        thumbnail: r.get::<_, Option<H32>>(12)?.map(|h| h.0),
    };
    Ok((row, r.get(11)?))
}

fn finish((mut row, contested): (PartyRow, String)) -> Result<PartyRow> {
    row.contested = from_json(&contested, "contested")?;
    Ok(row)
}

/// Writes a party as it stands.
///
/// # Errors
/// Whatever the disk says.
pub fn put(db: &Db<'_>, p: &PartyRow) -> Result<()> {
    let origin = |f: Option<FactId>| f.map(|f| signed(f.origin.0));
    let sequence = |f: Option<FactId>| f.map(|f| signed(f.sequence));
    db.conn
        .prepare_cached(
            "INSERT OR REPLACE INTO party
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,
                 EXISTS (SELECT 1 FROM same WHERE id = ?1 AND root <> ?1))",
        )?
        .execute(params![
            Id(p.id),
            p.noun,
            origin(p.contact),
            sequence(p.contact),
            origin(p.account),
            sequence(p.account),
            p.payout,
            p.place,
            p.photo.map(H32),
            p.role,
            p.is_active,
            json(&p.contested)?,
            p.thumbnail.map(H32),
        ])?;
    Ok(())
}

/// One party.
///
/// # Errors
/// Whatever the disk says.
pub fn get(db: &Db<'_>, id: EntityId) -> Result<Option<PartyRow>> {
    db.conn
        .prepare_cached(&format!("SELECT {COLUMNS} FROM party WHERE id = ?1"))?
        .query_row([Id(id)], row)
        .optional()?
        .map(finish)
        .transpose()
}

/// All of one noun, oldest first; not who is the same as another.
///
/// # Errors
/// Whatever the disk says.
pub fn all(db: &Db<'_>, noun: &str) -> Result<Vec<PartyRow>> {
    let few = if noun == "buyer" {
        ""
    } else {
        "AND noun <> 'buyer'"
    };
    let mut statement = db.conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM party WHERE noun = ?1 {few} AND NOT merged ORDER BY id"
    ))?;
    let rows = statement
        .query_map([noun], row)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(finish).collect()
}

/// Those of one noun about whom two people disagree, oldest first.
///
/// # Errors
/// Whatever the disk says.
pub fn contested(db: &Db<'_>, noun: &str) -> Result<Vec<PartyRow>> {
    let mut statement = db.conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM party WHERE noun = ?1 AND contested <> '[]' ORDER BY id"
    ))?;
    let rows = statement
        .query_map([noun], row)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(finish).collect()
}

/// Those of one noun who left, oldest first.
///
/// # Errors
/// Whatever the disk says.
pub fn gone(db: &Db<'_>, noun: &str) -> Result<Vec<PartyRow>> {
    let mut statement = db.conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM party
         WHERE noun = ?1 AND noun <> 'buyer' AND active = 0 AND NOT merged ORDER BY id"
    ))?;
    let rows = statement
        .query_map([noun], row)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(finish).collect()
}

/// How many of one noun are listed: all but those who were erased or are the
/// same as another.
///
/// # Errors
/// Whatever the disk says.
pub fn count(db: &Db<'_>, noun: &str) -> Result<usize> {
    let count: i64 = db
        .conn
        .prepare_cached(
            "SELECT count(*) FROM party WHERE noun = ?1 AND (contact_origin IS NULL OR merged) = 0",
        )?
        .query_row([noun], |r| r.get(0))?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// A part of those of one noun who are listed, of `total` in all, newest first. Counts from the
/// nearer end.
///
/// # Errors
/// Whatever the disk says.
pub fn window(
    db: &Db<'_>,
    noun: &str,
    total: usize,
    offset: usize,
    limit: usize,
) -> Result<Vec<EntityId>> {
    let take = limit.min(total.saturating_sub(offset));
    let is_near_end = offset > total / 2;
    let (skip, direction) = if is_near_end {
        (total.saturating_sub(offset.saturating_add(take)), "ASC")
    } else {
        (offset, "DESC")
    };
    let mut statement = db.conn.prepare_cached(&format!(
        "SELECT id FROM party WHERE noun = ?1 AND (contact_origin IS NULL OR merged) = 0
         ORDER BY id {direction} LIMIT ?2 OFFSET ?3"
    ))?;
    let whole = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let mut rows: Vec<EntityId> = statement
        .query_map(params![noun, whole(take), whole(skip)], |r| {
            Ok(r.get::<_, Id>(0)?.0)
        })?
        .collect::<rusqlite::Result<_>>()?;
    if is_near_end {
        rows.reverse();
    }
    Ok(rows)
}
