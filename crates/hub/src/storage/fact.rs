//! `fact`: the logs. Bodies stay the bytes that their authors wrote.

use super::sqlite::Db;
use crate::error::Result;
use crate::value::{bits, entity, fact, hash, number, sequence, unbits};
use rusqlite::{OptionalExtension, Row, params};
use tsong_domain::fact::{Actor, Header, RawFact, Sealed};
use tsong_domain::id::{EntityId, FactId, Hash32, Origin};
use tsong_domain::time::Hlc;

pub(super) const SCHEMA: &str = "CREATE TABLE fact (
    station BLOB NOT NULL,
    origin INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    time INTEGER NOT NULL,
    -- 1: more of the transaction follows, 2: the date is unconfirmed
    flags INTEGER NOT NULL,
    actor BLOB,
    entity BLOB NOT NULL,
    body BLOB NOT NULL,
    -- the personal section: salt and bytes, or after an erasure the commitment alone
    salt BLOB,
    personal BLOB,
    erased BLOB,
    head BLOB NOT NULL,
    PRIMARY KEY (station, origin, sequence)
) STRICT;
CREATE INDEX fact_entity ON fact (station, entity, origin, sequence);";

/// The table.
pub trait Facts {
    /// Appends a fact; the caller has checked that it extends its chain.
    ///
    /// # Errors
    /// If the database fails, as do all others; a second fact of the same id is such a failure.
    fn append_fact(&self, station: EntityId, raw: &RawFact, head: &Hash32) -> Result<()>;
    /// The chain's head after a fact.
    ///
    /// # Errors
    /// If the database fails.
    fn fact_head(&self, station: EntityId, fact: FactId) -> Result<Option<Hash32>>;
    /// Consecutive facts with the heads after them, about `max_bytes` of content, at least to the
    /// end of one transaction.
    ///
    /// # Errors
    /// If the database fails.
    fn facts_from(
        &self,
        station: EntityId,
        from: FactId,
        max_bytes: usize,
    ) -> Result<Vec<(RawFact, Hash32)>>;
    /// One fact.
    ///
    /// # Errors
    /// If the database fails.
    fn fact(&self, station: EntityId, fact: FactId) -> Result<Option<RawFact>>;
    /// All facts that speak of an entity.
    ///
    /// # Errors
    /// If the database fails.
    fn facts_of(&self, station: EntityId, entity: EntityId) -> Result<Vec<RawFact>>;
    /// What an origin's facts past a sequence speak of.
    ///
    /// # Errors
    /// If the database fails.
    fn entities_beyond(&self, station: EntityId, last: FactId) -> Result<Vec<EntityId>>;
    /// The first fact of an origin before a sequence that speaks of an entity.
    ///
    /// # Errors
    /// If the database fails.
    fn birth_of(
        &self,
        station: EntityId,
        origin: Origin,
        before: u64,
        entity: &EntityId,
    ) -> Result<Option<FactId>>;
    /// What a fact speaks of.
    ///
    /// # Errors
    /// If the database fails.
    fn entity_of(&self, station: EntityId, fact: FactId) -> Result<Option<EntityId>>;
    /// Puts a commitment in the place of a personal section.
    ///
    /// # Errors
    /// If the database fails.
    fn erase_fact(&self, station: EntityId, fact: FactId, commitment: &Hash32) -> Result<()>;
}

const COLUMNS: &str =
    "origin, sequence, time, flags, actor, entity, body, salt, personal, erased, head";

fn raw(r: &Row<'_>) -> rusqlite::Result<RawFact> {
    let flags: i64 = r.get(3)?;
    let actor: Option<[u8; 16]> = r.get(4)?;
    let erased: Option<[u8; 32]> = r.get(9)?;
    let section = (
        r.get::<_, Option<[u8; 16]>>(7)?,
        r.get::<_, Option<Vec<u8>>>(8)?,
    );
    Ok(RawFact {
        header: Header {
            id: fact(r, 0)?,
            time: Hlc::from_raw(unbits(r.get(2)?)),
            more: flags & 1 != 0,
            doubtful: flags & 2 != 0,
            actor: actor.map_or(Actor::Station, |id| Actor::Person(EntityId(id))),
            entity: entity(r, 5)?,
        },
        body: r.get(6)?,
        personal: match (erased, section) {
            (Some(commitment), _) => Some(Sealed::Erased(Hash32(commitment))),
            (None, (Some(salt), Some(bytes))) => Some(Sealed::Open { salt, bytes }),
            (None, _) => None,
        },
    })
}

fn weight(fact: &RawFact) -> usize {
    let section = match &fact.personal {
        Some(Sealed::Open { bytes, .. }) => bytes.len(),
        Some(Sealed::Erased(_)) | None => 0,
    };
    fact.body.len().saturating_add(section).saturating_add(64)
}

impl Facts for Db<'_> {
    fn append_fact(&self, station: EntityId, raw: &RawFact, head: &Hash32) -> Result<()> {
        let h = &raw.header;
        let (salt, bytes, erased) = match &raw.personal {
            None => (None, None, None),
            Some(Sealed::Open { salt, bytes }) => (Some(salt), Some(bytes), None),
            Some(Sealed::Erased(commitment)) => (None, None, Some(commitment.0)),
        };
        let actor = match h.actor {
            Actor::Station => None,
            Actor::Person(id) => Some(id.0),
        };
        self.conn
            .prepare_cached(&format!(
                "INSERT INTO fact (station, {COLUMNS})
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
            ))?
            .execute(params![
                station.0,
                bits(h.id.origin.0),
                number(h.id.sequence),
                bits(h.time.raw()),
                i64::from(h.more) | (i64::from(h.doubtful) << 1),
                actor,
                h.entity.0,
                raw.body,
                salt,
                bytes,
                erased,
                head.0,
            ])?;
        Ok(())
    }

    fn fact_head(&self, station: EntityId, fact: FactId) -> Result<Option<Hash32>> {
        let sql = "SELECT head FROM fact WHERE station = ?1 AND origin = ?2 AND sequence = ?3";
        let args = params![station.0, bits(fact.origin.0), number(fact.sequence)];
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_row(args, |r| hash(r, 0))
            .optional()?)
    }

    fn facts_from(
        &self,
        station: EntityId,
        from: FactId,
        max_bytes: usize,
    ) -> Result<Vec<(RawFact, Hash32)>> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM fact WHERE station = ?1 AND origin = ?2 AND sequence >= ?3
             ORDER BY sequence"
        ))?;
        let args = params![station.0, bits(from.origin.0), number(from.sequence)];
        let mut rows = statement.query(args)?;
        let mut facts: Vec<(RawFact, Hash32)> = Vec::new();
        let mut bytes = 0usize;
        while let Some(r) = rows.next()? {
            let is_end = facts.last().is_some_and(|(f, _)| !f.header.more);
            if bytes >= max_bytes && is_end {
                break;
            }
            let fact = raw(r)?;
            bytes = bytes.saturating_add(weight(&fact));
            facts.push((fact, hash(r, 10)?));
        }
        Ok(facts)
    }

    fn fact(&self, station: EntityId, fact: FactId) -> Result<Option<RawFact>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM fact WHERE station = ?1 AND origin = ?2 AND sequence = ?3"
        );
        let args = params![station.0, bits(fact.origin.0), number(fact.sequence)];
        Ok(self
            .conn
            .prepare_cached(&sql)?
            .query_row(args, raw)
            .optional()?)
    }

    fn facts_of(&self, station: EntityId, entity: EntityId) -> Result<Vec<RawFact>> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM fact WHERE station = ?1 AND entity = ?2
             ORDER BY origin, sequence"
        ))?;
        let facts = statement
            .query_map(params![station.0, entity.0], raw)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(facts)
    }

    fn entities_beyond(&self, station: EntityId, last: FactId) -> Result<Vec<EntityId>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT entity FROM fact
             WHERE station = ?1 AND origin = ?2 AND sequence > ?3",
        )?;
        let args = params![station.0, bits(last.origin.0), number(last.sequence)];
        let entities = statement
            .query_map(args, |r| entity(r, 0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(entities)
    }

    fn birth_of(
        &self,
        station: EntityId,
        origin: Origin,
        before: u64,
        entity: &EntityId,
    ) -> Result<Option<FactId>> {
        let sql = "SELECT sequence FROM fact
                   WHERE station = ?1 AND entity = ?2 AND origin = ?3 AND sequence < ?4
                   ORDER BY sequence LIMIT 1";
        let args = params![station.0, entity.0, bits(origin.0), number(before)];
        let first = self
            .conn
            .prepare_cached(sql)?
            .query_row(args, |r| sequence(r, 0))
            .optional()?;
        Ok(first.map(|at| FactId::new(origin, at)))
    }

    fn entity_of(&self, station: EntityId, fact: FactId) -> Result<Option<EntityId>> {
        let sql = "SELECT entity FROM fact WHERE station = ?1 AND origin = ?2 AND sequence = ?3";
        let args = params![station.0, bits(fact.origin.0), number(fact.sequence)];
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_row(args, |r| entity(r, 0))
            .optional()?)
    }

    fn erase_fact(&self, station: EntityId, fact: FactId, commitment: &Hash32) -> Result<()> {
        let sql = "UPDATE fact SET salt = NULL, personal = NULL, erased = ?4
                   WHERE station = ?1 AND origin = ?2 AND sequence = ?3 AND personal IS NOT NULL";
        let args = params![
            station.0,
            bits(fact.origin.0),
            number(fact.sequence),
            commitment.0
        ];
        self.conn.prepare_cached(sql)?.execute(args)?;
        Ok(())
    }
}
