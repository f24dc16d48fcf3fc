//! `orders`: every order as it stands, derived from its facts, computed again by `verify`.

use super::sqlite::Db;
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

/// Which orders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderQuery {
    /// Only in this state.
    pub state: Option<OrderState>,
    /// Only with this text in number, name, phone, address, note or a line's title.
    pub find: Option<String>,
    /// Only those that come after this order.
    pub after: Option<EntityId>,
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
    /// Those that a query asks for, oldest first.
    ///
    /// # Errors
    /// If the database fails.
    fn orders(&self, station: EntityId, query: &OrderQuery) -> Result<Vec<OrderRow>>;
    /// How many there are.
    ///
    /// # Errors
    /// If the database fails.
    fn count_orders(&self, station: EntityId) -> Result<u64>;
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

impl Orders for Db<'_> {
    fn put_order(
        &self,
        station: EntityId,
        entity: EntityId,
        row: &OrderRow,
        contact: Option<FactId>,
    ) -> Result<()> {
        let body = serde_json::to_string(row).map_err(|e| HubError::Broken(e.to_string()))?;
        self.conn
            .prepare_cached(
                "INSERT INTO orders VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                 ON CONFLICT (station, entity) DO UPDATE SET state = ?3, created_ms = ?4,
                 contact_origin = ?5, contact_sequence = ?6, words = ?7, body = ?8",
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
        let mut sql = "SELECT body FROM orders WHERE station = ?1".to_owned();
        let mut args = vec![Value::Blob(station.0.to_vec())];
        let mut add = |clause: &str, value: Value| {
            args.push(value);
            sql.push_str(&clause.replace('?', &format!("?{}", args.len())));
        };
        if let Some(state) = query.state {
            add(" AND state = ?", Value::Text(state.word().to_owned()));
        }
        if let Some(find) = query
            .find
            .as_deref()
            .map(str::trim)
            .filter(|f| !f.is_empty())
        {
            add(" AND instr(words, ?) > 0", Value::Text(find.to_lowercase()));
        }
        if let Some(after) = query.after {
            add(
                " AND (created_ms, entity) > (SELECT o.created_ms, o.entity FROM orders o
                   WHERE o.station = orders.station AND o.entity = ?)",
                Value::Blob(after.0.to_vec()),
            );
        }
        sql.push_str(" ORDER BY created_ms, entity");
        if let Some(limit) = query.limit {
            args.push(Value::Integer(number(limit)));
            sql.push_str(&format!(" LIMIT ?{}", args.len()));
        }
        let mut statement = self.conn.prepare_cached(&sql)?;
        let bodies = statement
            .query_map(params_from_iter(args), read)?
            .collect::<rusqlite::Result<Vec<String>>>()?;
        bodies.iter().map(|b| parse(b)).collect()
    }

    fn count_orders(&self, station: EntityId) -> Result<u64> {
        let sql = "SELECT count(*) FROM orders WHERE station = ?1";
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_row([station.0], |r| sequence(r, 0))?)
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
