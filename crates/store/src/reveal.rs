//! `reveal`: who looked at whose number on this device; never a fact, never synced.

use crate::value::Id;
use crate::{Db, Result};
use rusqlite::params;
use tsong_domain::fact::Actor;
use tsong_domain::id::EntityId;

pub(crate) const SCHEMA: &str = "CREATE TABLE reveal (
    id INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, doubtful INTEGER NOT NULL,
    -- null: the program itself
    actor BLOB,
    -- the buyer, the villager or the order
    about BLOB NOT NULL, why TEXT NOT NULL
) STRICT;";

/// One look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevealRow {
    /// When, by the wall.
    pub at_ms: i64,
    /// The wall was doubted.
    pub doubtful: bool,
    /// Who looked.
    pub actor: Actor,
    /// At whom, or at which order.
    pub about: EntityId,
    /// Why.
    pub why: String,
}

/// Notes a look.
///
/// # Errors
/// Whatever the disk says.
pub fn put(db: &Db<'_>, r: &RevealRow) -> Result<()> {
    let actor = match r.actor {
        Actor::Station => None,
        Actor::Person(id) => Some(Id(id)),
    };
    db.conn
        .prepare_cached(
            "INSERT INTO reveal (at_ms, doubtful, actor, about, why) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![r.at_ms, r.doubtful, actor, Id(r.about), r.why])?;
    Ok(())
}

/// The last looks, latest first.
///
/// # Errors
/// Whatever the disk says.
pub fn last(db: &Db<'_>, limit: usize) -> Result<Vec<RevealRow>> {
    let mut statement = db.conn.prepare_cached(
        "SELECT at_ms, doubtful, actor, about, why FROM reveal ORDER BY id DESC LIMIT ?1",
    )?;
    let rows = statement
        .query_map([i64::try_from(limit).unwrap_or(i64::MAX)], |r| {
            Ok(RevealRow {
                at_ms: r.get(0)?,
                doubtful: r.get(1)?,
                actor: r
                    .get::<_, Option<Id>>(2)?
                    .map_or(Actor::Station, |id| Actor::Person(id.0)),
                about: r.get::<_, Id>(3)?.0,
                why: r.get(4)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}
