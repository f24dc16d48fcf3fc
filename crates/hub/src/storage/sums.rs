//! `order_sum` and `day_sum`: how many orders stand where, kept with every order's row, so that the
//! county's desk counts no order. `verify` counts them all again.

use super::order::sold;
use super::span;
use super::sqlite::Db;
use crate::day::day_of;
use crate::error::{HubError, Result};
use crate::value::{entity, sequence};
use rusqlite::{Row, params};
use tsong_contract::desk::{Sales, StateSum};
use tsong_contract::order_row::OrderState;
use tsong_domain::id::EntityId;

pub(super) const SCHEMA: &str = "CREATE TABLE order_sum (
    station BLOB NOT NULL,
    state TEXT NOT NULL,
    orders INTEGER NOT NULL,
    fen INTEGER NOT NULL,
    PRIMARY KEY (station, state)
) STRICT, WITHOUT ROWID;
-- of what was sold alone
CREATE TABLE day_sum (
    station BLOB NOT NULL,
    -- days since 1970, in Beijing
    day INTEGER NOT NULL,
    orders INTEGER NOT NULL,
    fen INTEGER NOT NULL,
    PRIMARY KEY (station, day)
) STRICT, WITHOUT ROWID;";

/// An order as the sums count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Where it stands.
    pub state: OrderState,
    /// When it was taken, milliseconds since 1970.
    pub created_ms: i64,
    /// What its buyer pays, as far as it is counted.
    pub fen: i64,
}

/// What a station sold on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaySum {
    /// The station.
    pub station: EntityId,
    /// Days since 1970, in Beijing.
    pub day: i64,
    /// How much.
    pub sales: Sales,
}

/// The tables.
pub trait Sums {
    /// Takes an order out of the sums as it was, and into them as it is.
    ///
    /// # Errors
    /// If the database fails, as do all others.
    fn recount(
        &self,
        station: EntityId,
        before: Option<&Counted>,
        after: Option<&Counted>,
    ) -> Result<()>;
    /// How many orders stand in each state, of one station or of all; none is left out that has
    /// any.
    ///
    /// # Errors
    /// If the database fails.
    fn state_sums(&self, station: Option<EntityId>) -> Result<Vec<(EntityId, StateSum)>>;
    /// What was sold on the days `from..=to`, of one station or of all.
    ///
    /// # Errors
    /// If the database fails.
    fn day_sums(&self, station: Option<EntityId>, from: i64, to: i64) -> Result<Vec<DaySum>>;
    /// How many orders stand in each state in the whole county.
    ///
    /// # Errors
    /// If the database fails.
    fn county_states(&self) -> Result<Vec<StateSum>>;
    /// What the whole county sold on the days `from..=to`; days without sales are left out.
    ///
    /// # Errors
    /// If the database fails.
    fn county_days(&self, from: i64, to: i64) -> Result<Vec<(i64, Sales)>>;
    /// Whether a station's sums are what its orders add up to.
    ///
    /// # Errors
    /// If the database fails.
    fn sums_fit(&self, station: EntityId) -> Result<bool>;
}

fn state(r: &Row<'_>, at: usize) -> rusqlite::Result<Option<OrderState>> {
    Ok(OrderState::from_word(&r.get::<_, String>(at)?))
}

fn stateless() -> HubError {
    HubError::Broken("a sum of no state".to_owned())
}

impl Db<'_> {
    fn add_order(&self, station: EntityId, order: &Counted, by: i64) -> Result<()> {
        let fen = order.fen.saturating_mul(by);
        self.conn
            .prepare_cached(
                "INSERT INTO order_sum VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT DO UPDATE SET orders = orders + ?3, fen = fen + ?4",
            )?
            .execute(params![station.0, order.state.word(), by, fen])?;
        if !sold(order.state) {
            return Ok(());
        }
        self.conn
            .prepare_cached(
                "INSERT INTO day_sum VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT DO UPDATE SET orders = orders + ?3, fen = fen + ?4",
            )?
            .execute(params![station.0, day_of(order.created_ms), by, fen])?;
        Ok(())
    }
}

impl Sums for Db<'_> {
    fn recount(
        &self,
        station: EntityId,
        before: Option<&Counted>,
        after: Option<&Counted>,
    ) -> Result<()> {
        if before == after {
            return Ok(());
        }
        if let Some(before) = before {
            self.add_order(station, before, -1)?;
        }
        match after {
            Some(after) => self.add_order(station, after, 1),
            None => Ok(()),
        }
    }

    fn state_sums(&self, station: Option<EntityId>) -> Result<Vec<(EntityId, StateSum)>> {
        let (from, to) = span(station);
        let mut statement = self.conn.prepare_cached(
            "SELECT station, state, orders, fen FROM order_sum
             WHERE station BETWEEN ?1 AND ?2 AND orders > 0",
        )?;
        let rows = statement
            .query_map(params![from.0, to.0], |r| {
                Ok((entity(r, 0)?, state(r, 1)?, sequence(r, 2)?, r.get(3)?))
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        rows.into_iter()
            .map(|(station, state, orders, fen)| {
                let state = state.ok_or_else(stateless)?;
                Ok((station, StateSum { state, orders, fen }))
            })
            .collect()
    }

    fn day_sums(&self, station: Option<EntityId>, from: i64, to: i64) -> Result<Vec<DaySum>> {
        let (low, high) = span(station);
        // Station by station, so that days long past are not read.
        let mut statement = self.conn.prepare_cached(
            "SELECT d.station, d.day, d.orders, d.fen FROM station s
             CROSS JOIN day_sum d ON d.station = s.station AND d.day BETWEEN ?3 AND ?4
             WHERE s.station BETWEEN ?1 AND ?2 AND d.orders > 0",
        )?;
        let rows = statement
            .query_map(params![low.0, high.0, from, to], |r| {
                Ok(DaySum {
                    station: entity(r, 0)?,
                    day: r.get(1)?,
                    sales: Sales {
                        orders: sequence(r, 2)?,
                        fen: r.get(3)?,
                    },
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }

    fn county_states(&self) -> Result<Vec<StateSum>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT state, sum(orders), sum(fen) FROM order_sum
             WHERE orders > 0 GROUP BY state",
        )?;
        let rows = statement
            .query_map([], |r| Ok((state(r, 0)?, sequence(r, 1)?, r.get(2)?)))?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        rows.into_iter()
            .map(|(state, orders, fen)| {
                let state = state.ok_or_else(stateless)?;
                Ok(StateSum { state, orders, fen })
            })
            .collect()
    }

    fn county_days(&self, from: i64, to: i64) -> Result<Vec<(i64, Sales)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT d.day, sum(d.orders), sum(d.fen) FROM station s
             CROSS JOIN day_sum d ON d.station = s.station AND d.day BETWEEN ?1 AND ?2
             WHERE d.orders > 0 GROUP BY d.day",
        )?;
        let rows = statement
            .query_map(params![from, to], |r| {
                let (orders, fen) = (sequence(r, 1)?, r.get(2)?);
                Ok((r.get(0)?, Sales { orders, fen }))
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }

    fn sums_fit(&self, station: EntityId) -> Result<bool> {
        let mut wanted = std::collections::BTreeMap::<&str, (u64, i64)>::new();
        let mut days = std::collections::BTreeMap::<i64, Sales>::new();
        let mut statement = self.conn.prepare_cached(
            "SELECT state, created_ms, counted_fen FROM orders WHERE station = ?1",
        )?;
        let mut rows = statement.query([station.0])?;
        while let Some(r) = rows.next()? {
            let broken = || HubError::Broken("an order in no state".to_owned());
            let state = state(r, 0)?.ok_or_else(broken)?;
            let (created_ms, fen): (i64, i64) = (r.get(1)?, r.get(2)?);
            let sum = wanted.entry(state.word()).or_default();
            *sum = (sum.0.saturating_add(1), sum.1.saturating_add(fen));
            if sold(state) {
                let sales = days.entry(day_of(created_ms)).or_default();
                sales.orders = sales.orders.saturating_add(1);
                sales.fen = sales.fen.saturating_add(fen);
            }
        }
        let kept = self.state_sums(Some(station))?;
        let kept_days = self.day_sums(Some(station), i64::MIN, i64::MAX)?;
        let fits = |s: &StateSum| wanted.get(s.state.word()) == Some(&(s.orders, s.fen));
        Ok(kept.len() == wanted.len()
            && kept.iter().all(|(_, s)| fits(s))
            && kept_days.len() == days.len()
            && kept_days.iter().all(|d| days.get(&d.day) == Some(&d.sales)))
    }
}
