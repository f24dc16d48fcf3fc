//! `orders`: every order as it stands, derived from its facts, computed again by `verify`.

use super::sqlite::Db;
use super::sums::{Counted, Sums};
use crate::error::{HubError, Result};
use crate::value::{bits, entity, number, sequence};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params, params_from_iter};
use tsong_contract::order_row::{OrderRow, OrderState};
use tsong_domain::id::{EntityId, FactId};

pub(super) const SCHEMA: &str = "CREATE TABLE orders (
    station BLOB NOT NULL,
    entity BLOB NOT NULL,
    state TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    -- the contact that it goes to: an erasure or a late arrival of it changes the row
    contact_origin INTEGER,
    contact_sequence INTEGER,
    -- what staff may look for, in small letters
    words TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (station, entity)
) STRICT;
CREATE INDEX orders_created ON orders (station, created_ms, entity);
CREATE INDEX orders_contact ON orders (station, contact_origin, contact_sequence)
    WHERE contact_origin IS NOT NULL;";

/// Version 2: what the sums count, and finding by state. The sums begin with what is here.
pub(super) const SCHEMA_2: &str = "ALTER TABLE orders
    ADD COLUMN counted_fen INTEGER NOT NULL DEFAULT 0;
UPDATE orders SET counted_fen =
    max(-1000000000000, min(1000000000000, json_extract(body, '$.total_fen')));
INSERT INTO order_sum SELECT station, state, count(*), sum(counted_fen)
    FROM orders GROUP BY station, state;
INSERT INTO day_sum SELECT station,
    (created_ms + 28800000 - iif(created_ms + 28800000 < 0, 86399999, 0)) / 86400000 AS day,
    count(*), sum(counted_fen)
    FROM orders WHERE state NOT IN ('Draft', 'Asked', 'Cancelled') GROUP BY station, day;
CREATE INDEX orders_state ON orders (station, state, created_ms, entity);";

/// The most that one order adds to a sum, in fen: ten thousand million yuan. More is a fault or a
/// joke, and must not carry a sum out of its column.
const MAX_COUNTED_FEN: i64 = 1_000_000_000_000;

/// Whether an order in this state counts as sold.
#[must_use]
pub const fn sold(state: OrderState) -> bool {
    match state {
        OrderState::Draft | OrderState::Asked | OrderState::Cancelled => false,
        OrderState::Placed
        | OrderState::Confirmed
        | OrderState::Packing
        | OrderState::HandedOver
        | OrderState::Completed
        | OrderState::CancelAsked
        | OrderState::NeedsDecision => true,
    }
}

/// Which orders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderQuery {
    /// Only in this state.
    pub state: Option<OrderState>,
    /// Only with this text in number, name, phone, address, note or a line's title.
    pub find: Option<String>,
    /// Only those that were taken from the first of these milliseconds until before the second.
    pub span_ms: Option<(i64, i64)>,
    /// The newest first, not the oldest.
    pub is_newest_first: bool,
    /// Only those that come after this order.
    pub after: Option<EntityId>,
    /// How many to pass over.
    pub offset: u64,
    /// At most so many.
    pub limit: Option<u64>,
}

/// The table.
pub trait Orders {
    /// Puts an order's row.
    ///
    /// # Errors
    /// If the database fails, as do all others.
    fn put_order(
        &self,
        station: EntityId,
        entity: EntityId,
        row: &OrderRow,
        contact: Option<FactId>,
    ) -> Result<()>;
    /// One.
    ///
    /// # Errors
    /// If the database fails.
    fn order(&self, station: EntityId, entity: EntityId) -> Result<Option<OrderRow>>;
    /// Those that a query asks for, oldest first when it does not say otherwise.
    ///
    /// # Errors
    /// If the database fails.
    fn orders(&self, station: EntityId, query: &OrderQuery) -> Result<Vec<OrderRow>>;
    /// How many a query has in all, whatever its window.
    ///
    /// # Errors
    /// If the database fails.
    fn count_orders(&self, station: EntityId, query: &OrderQuery) -> Result<u64>;
    /// The orders that go to a version of a contact.
    ///
    /// # Errors
    /// If the database fails.
    fn orders_to(&self, station: EntityId, contact: FactId) -> Result<Vec<EntityId>>;
}

/// What staff may look for.
fn words(row: &OrderRow) -> String {
    let b = &row.buyer;
    let mut words = vec![
        row.number.as_str(),
        &b.name,
        &b.phone,
        &b.province,
        &b.city,
        &b.county,
    ];
    words.extend([b.town.as_str(), &b.address, &row.note, &row.id]);
    words.extend(
        row.lines
            .iter()
            .flat_map(|l| [l.title.as_str(), &l.product]),
    );
    words.join("\n").to_lowercase()
}

fn read(r: &Row<'_>) -> rusqlite::Result<String> {
    r.get(0)
}

fn parse(body: &str) -> Result<OrderRow> {
    serde_json::from_str(body).map_err(|e| HubError::Broken(format!("an order's row: {e}")))
}

/// The clauses of a query, with what is bound in them.
fn clauses(station: EntityId, query: &OrderQuery) -> (String, Vec<Value>) {
    let mut sql = "station = ?1".to_owned();
    let mut args = vec![Value::Blob(station.0.to_vec())];
    let mut add = |clause: &str, value: Value| {
        args.push(value);
        sql.push_str(&clause.replace('?', &format!("?{}", args.len())));
    };
    if let Some(state) = query.state {
        add(" AND state = ?", Value::Text(state.word().to_owned()));
    }
    if let Some((from, until)) = query.span_ms {
        add(" AND created_ms >= ?", Value::Integer(from));
        add(" AND created_ms < ?", Value::Integer(until));
    }
    let find = query.find.as_deref().map(str::trim);
    if let Some(find) = find.filter(|f| !f.is_empty()) {
        add(" AND instr(words, ?) > 0", Value::Text(find.to_lowercase()));
    }
    (sql, args)
}

impl Db<'_> {
    fn counted(&self, station: EntityId, entity: EntityId) -> Result<Option<Counted>> {
        let sql = "SELECT state, created_ms, counted_fen FROM orders
                   WHERE station = ?1 AND entity = ?2";
        let found: Option<(String, i64, i64)> = self
            .conn
            .prepare_cached(sql)?
            .query_row(params![station.0, entity.0], |r| {
                Ok((r.get(0)?, r.get(1)?, r.get(2)?))
            })
            .optional()?;
        Ok(found.and_then(|(word, created_ms, fen)| {
            let state = OrderState::from_word(&word)?;
            Some(Counted {
                state,
                created_ms,
                fen,
            })
        }))
    }
}

impl Orders for Db<'_> {
    fn put_order(
        &self,
        station: EntityId,
        entity: EntityId,
        row: &OrderRow,
        contact: Option<FactId>,
    ) -> Result<()> {
        let before = self.counted(station, entity)?;
        let after = Counted {
            state: row.state,
            created_ms: row.created_at,
            fen: row.total_fen.clamp(-MAX_COUNTED_FEN, MAX_COUNTED_FEN),
        };
        self.recount(station, before.as_ref(), Some(&after))?;
        let body = serde_json::to_string(row).map_err(|e| HubError::Broken(e.to_string()))?;
        self.conn
            .prepare_cached(
                "INSERT INTO orders (station, entity, state, created_ms, contact_origin,
                     contact_sequence, words, body, counted_fen)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                 ON CONFLICT (station, entity) DO UPDATE SET state = ?3, created_ms = ?4,
                 contact_origin = ?5, contact_sequence = ?6, words = ?7, body = ?8,
                 counted_fen = ?9",
            )?
            .execute(params![
                station.0,
                entity.0,
                row.state.word(),
                row.created_at,
                contact.map(|c| bits(c.origin.0)),
                contact.map(|c| number(c.sequence)),
                words(row),
                body,
                after.fen,
            ])?;
        Ok(())
    }

    fn order(&self, station: EntityId, entity: EntityId) -> Result<Option<OrderRow>> {
        let sql = "SELECT body FROM orders WHERE station = ?1 AND entity = ?2";
        let args = params![station.0, entity.0];
        let body = self
            .conn
            .prepare_cached(sql)?
            .query_row(args, read)
            .optional()?;
        body.map(|b| parse(&b)).transpose()
    }

    fn orders(&self, station: EntityId, query: &OrderQuery) -> Result<Vec<OrderRow>> {
        let (clauses, mut args) = clauses(station, query);
        let mut sql = format!("SELECT body FROM orders WHERE {clauses}");
        let (beyond, order) = if query.is_newest_first {
            ("<", "created_ms DESC, entity DESC")
        } else {
            (">", "created_ms, entity")
        };
        if let Some(after) = query.after {
            args.push(Value::Blob(after.0.to_vec()));
            sql.push_str(&format!(
                " AND (created_ms, entity) {beyond} (SELECT o.created_ms, o.entity FROM orders o
                   WHERE o.station = orders.station AND o.entity = ?{})",
                args.len()
            ));
        }
        args.push(Value::Integer(query.limit.map_or(-1, number)));
        sql.push_str(&format!(" ORDER BY {order} LIMIT ?{}", args.len()));
        args.push(Value::Integer(number(query.offset)));
        sql.push_str(&format!(" OFFSET ?{}", args.len()));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let bodies = statement
            .query_map(params_from_iter(args), read)?
            .collect::<rusqlite::Result<Vec<String>>>()?;
        bodies.iter().map(|b| parse(b)).collect()
    }

    fn count_orders(&self, station: EntityId, query: &OrderQuery) -> Result<u64> {
        let (clauses, args) = clauses(station, query);
        let sql = format!("SELECT count(*) FROM orders WHERE {clauses}");
        Ok(self
            .conn
            .prepare_cached(&sql)?
            .query_row(params_from_iter(args), |r| sequence(r, 0))?)
    }

    fn orders_to(&self, station: EntityId, contact: FactId) -> Result<Vec<EntityId>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT entity FROM orders
             WHERE station = ?1 AND contact_origin = ?2 AND contact_sequence = ?3",
        )?;
        let args = params![station.0, bits(contact.origin.0), number(contact.sequence)];
        let rows = statement
            .query_map(args, |r| entity(r, 0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }
}
