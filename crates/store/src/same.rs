//! `same`: people who were put down twice, and who stands for them; `alike`: who may be.

use crate::value::Id;
use crate::{Db, Result};
use rusqlite::{OptionalExtension, params};
use std::collections::{BTreeMap, BTreeSet};
use tsong_domain::id::EntityId;

pub(crate) const SCHEMA: &str = "CREATE TABLE same (
    id BLOB PRIMARY KEY,
    -- whom a person named, and who stands for all of them
    named BLOB NOT NULL, root BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX same_root ON same (root);
CREATE TABLE alike (
    id BLOB PRIMARY KEY, noun TEXT NOT NULL, other BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX alike_other ON alike (other);
ALTER TABLE party ADD COLUMN merged INTEGER NOT NULL DEFAULT 0;
DROP INDEX party_noun;
CREATE INDEX party_noun ON party (noun, contact_origin IS NULL OR merged);";

/// Puts down whom somebody is said to be the same as, or that it is nobody, and settles who stands
/// for whom. What does not change costs one look.
///
/// # Errors
/// Whatever the disk says.
pub fn link(db: &Db<'_>, id: EntityId, named: Option<EntityId>) -> Result<()> {
    let was: Option<Id> = db
        .conn
        .prepare_cached("SELECT named FROM same WHERE id = ?1")?
        .query_row([Id(id)], |r| r.get(0))
        .optional()?;
    let was = was.map(|id| id.0);
    match named {
        Some(named) => db
            .conn
            .prepare_cached("INSERT OR REPLACE INTO same VALUES (?1, ?2, ?2)")?
            .execute(params![Id(id), Id(named)])?,
        None if was.is_none() => return Ok(()),
        None => db
            .conn
            .prepare_cached("DELETE FROM same WHERE id = ?1")?
            .execute([Id(id)])?,
    };
    settle(db)
}

/// Who stands for each: the end of the names; of a circle, which two PCs can make, the smallest.
fn settle(db: &Db<'_>) -> Result<()> {
    let named: BTreeMap<EntityId, EntityId> = db
        .conn
        .prepare_cached("SELECT id, named FROM same")?
        .query_map([], |r| Ok((r.get::<_, Id>(0)?.0, r.get::<_, Id>(1)?.0)))?
        .collect::<rusqlite::Result<_>>()?;
    db.conn
        .prepare_cached("UPDATE party SET merged = 0 WHERE merged")?
        .execute([])?;
    let mut put = db
        .conn
        .prepare_cached("UPDATE same SET root = ?2 WHERE id = ?1")?;
    let mut hide = db
        .conn
        .prepare_cached("UPDATE party SET merged = 1 WHERE id = ?1")?;
    for id in named.keys() {
        let root = stands_for(&named, *id);
        put.execute(params![Id(*id), Id(root)])?;
        if root != *id {
            hide.execute([Id(*id)])?;
        }
    }
    Ok(())
}

fn stands_for(named: &BTreeMap<EntityId, EntityId>, id: EntityId) -> EntityId {
    let mut passed = BTreeSet::new();
    let mut at = id;
    while let Some(next) = named.get(&at) {
        if !passed.insert(at) {
            break;
        }
        at = *next;
    }
    if !passed.contains(&at) {
        return at;
    }
    // A circle: `at` lies on it.
    let mut smallest = at;
    let mut on = at;
    while let Some(next) = named.get(&on).filter(|next| **next != at) {
        on = *next;
        smallest = smallest.min(on);
    }
    smallest
}

/// Who stands for somebody; itself for nearly all.
///
/// # Errors
/// Whatever the disk says.
pub fn root(db: &Db<'_>, id: EntityId) -> Result<EntityId> {
    let root: Option<Id> = db
        .conn
        .prepare_cached("SELECT root FROM same WHERE id = ?1")?
        .query_row([Id(id)], |r| r.get(0))
        .optional()?;
    Ok(root.map_or(id, |root| root.0))
}

/// The others that somebody stands for.
///
/// # Errors
/// Whatever the disk says.
pub fn others(db: &Db<'_>, root: EntityId) -> Result<Vec<EntityId>> {
    let mut statement = db
        .conn
        .prepare_cached("SELECT id FROM same WHERE root = ?1 AND id <> ?1 ORDER BY id")?;
    let rows = statement
        .query_map([Id(root)], |r| Ok(r.get::<_, Id>(0)?.0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// Puts down who looks like whom: the younger, and the older; nobody any more for `None`.
///
/// # Errors
/// Whatever the disk says.
pub fn put_alike(db: &Db<'_>, noun: &str, id: EntityId, other: Option<EntityId>) -> Result<()> {
    match other {
        Some(other) => db
            .conn
            .prepare_cached("INSERT OR REPLACE INTO alike VALUES (?1, ?2, ?3)")?
            .execute(params![Id(id), noun, Id(other)])?,
        None => db
            .conn
            .prepare_cached("DELETE FROM alike WHERE id = ?1")?
            .execute([Id(id)])?,
    };
    Ok(())
}

/// Whom somebody looks like, and the noun of both.
///
/// # Errors
/// Whatever the disk says.
pub fn alike(db: &Db<'_>, id: EntityId) -> Result<Option<EntityId>> {
    let other: Option<Id> = db
        .conn
        .prepare_cached("SELECT other FROM alike WHERE id = ?1")?
        .query_row([Id(id)], |r| r.get(0))
        .optional()?;
    Ok(other.map(|other| other.0))
}

/// Everybody who looks like somebody older, and who that is.
///
/// # Errors
/// Whatever the disk says.
pub fn all_alike(db: &Db<'_>) -> Result<Vec<(EntityId, EntityId)>> {
    let mut statement = db
        .conn
        .prepare_cached("SELECT id, other FROM alike ORDER BY id")?;
    let rows = statement
        .query_map([], |r| Ok((r.get::<_, Id>(0)?.0, r.get::<_, Id>(1)?.0)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// Who looks like somebody.
///
/// # Errors
/// Whatever the disk says.
pub fn looking_like(db: &Db<'_>, other: EntityId) -> Result<Vec<EntityId>> {
    let mut statement = db
        .conn
        .prepare_cached("SELECT id FROM alike WHERE other = ?1 ORDER BY id")?;
    let rows = statement
        .query_map([Id(other)], |r| Ok(r.get::<_, Id>(0)?.0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_of_names_ends_at_its_smallest() {
        let id = |n: u8| EntityId([n; 16]);
        let named: BTreeMap<_, _> = [(1, 2), (2, 3), (3, 2), (4, 1), (6, 5)]
            .map(|(a, b)| (id(a), id(b)))
            .into();
        for (who, root) in [(1, 2), (2, 2), (3, 2), (4, 2), (6, 5), (5, 5)] {
            assert_eq!(stands_for(&named, id(who)), id(root), "{who}");
        }
    }
}
