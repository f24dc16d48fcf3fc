//! `person`: personal data, in rows of its own, one a fact that carries some.

use crate::value::{Id, fact_id, from_json, json, signed, unsigned};
use crate::{Db, Result};
use rusqlite::{OptionalExtension, Row, params};
use tsong_domain::field::Personal;
use tsong_domain::id::{EntityId, FactId};

pub(crate) const SCHEMA: &str = "CREATE TABLE person (
    origin INTEGER NOT NULL, sequence INTEGER NOT NULL,
    entity BLOB NOT NULL,
    name TEXT NOT NULL, name_bo TEXT NOT NULL, phone TEXT NOT NULL, region TEXT NOT NULL,
    place INTEGER, address TEXT NOT NULL, account TEXT NOT NULL, note TEXT NOT NULL,
    PRIMARY KEY (origin, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_phone ON person (phone) WHERE phone <> '';";

const COLUMNS: &str =
    "origin, sequence, entity, name, name_bo, phone, region, place, address, account, note";

/// One personal section and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// The fact that carries it.
    pub fact: FactId,
    /// The villager, buyer, operator or order that it belongs to.
    pub entity: EntityId,
    /// The data.
    pub personal: Personal,
}

fn row(r: &Row<'_>) -> rusqlite::Result<(PersonRow, String)> {
    let region: String = r.get(6)?;
    let row = PersonRow {
        fact: fact_id(r.get(0)?, r.get(1)?),
        entity: r.get::<_, Id>(2)?.0,
        personal: Personal {
            name: r.get(3)?,
            name_bo: r.get(4)?,
            phone: r.get(5)?,
            region: Vec::new(),
            place: r.get::<_, Option<i64>>(7)?.map(unsigned),
            address: r.get(8)?,
            account: r.get(9)?,
            note: r.get(10)?,
        },
    };
    Ok((row, region))
}

fn with_region((mut row, region): (PersonRow, String)) -> Result<PersonRow> {
    row.personal.region = from_json(&region, "region")?;
    Ok(row)
}

/// Writes down a fact's personal section.
///
/// # Errors
/// Whatever the disk says.
pub fn put(db: &Db<'_>, fact: FactId, entity: EntityId, p: &Personal) -> Result<()> {
    db.conn
        .prepare_cached(
            "INSERT OR REPLACE INTO person VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(params![
            signed(fact.origin.0),
            signed(fact.sequence),
            Id(entity),
            p.name,
            p.name_bo,
            p.phone,
            json(&p.region)?,
            p.place.map(signed),
            p.address,
            p.account,
            p.note,
        ])?;
    Ok(())
}

/// One personal section; `None` when there is none or it was erased.
///
/// # Errors
/// Whatever the disk says.
pub fn get(db: &Db<'_>, fact: FactId) -> Result<Option<Personal>> {
    db.conn
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM person WHERE origin = ?1 AND sequence = ?2"
        ))?
        .query_row(params![signed(fact.origin.0), signed(fact.sequence)], row)
        .optional()?
        .map(with_region)
        .transpose()
        .map(|row| row.map(|r| r.personal))
}

/// All sections with exactly this phone, latest last.
///
/// # Errors
/// Whatever the disk says.
pub fn by_phone(db: &Db<'_>, phone: &str) -> Result<Vec<PersonRow>> {
    let mut statement = db.conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM person WHERE phone = ?1 AND phone <> '' ORDER BY origin, sequence"
    ))?;
    let rows = statement
        .query_map([phone], row)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(with_region).collect()
}

/// Drops a section: the person asked to be forgotten.
///
/// # Errors
/// Whatever the disk says.
pub fn drop(db: &Db<'_>, fact: FactId) -> Result<()> {
    db.conn
        .prepare_cached("DELETE FROM person WHERE origin = ?1 AND sequence = ?2")?
        .execute(params![signed(fact.origin.0), signed(fact.sequence)])?;
    Ok(())
}
