//! The floor of a save: the same rows into the same tables and indexes, by SQLite without us.

use crate::{Outcome, bare};
use rusqlite::types::Value;
use rusqlite::{Connection, TransactionBehavior, params_from_iter};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

/// A copy of a station's database that takes over, row by row, what the station wrote. The index of
/// words is left out: it is written once in some forty orders.
pub(crate) struct Mirror {
    station: Connection,
    copy: Connection,
    tables: Vec<Table>,
}

struct Table {
    name: String,
    columns: Vec<String>,
    /// The places of the key's columns.
    key: Vec<usize>,
    /// By key, as text: every row that the copy has.
    rows: BTreeMap<String, Vec<Value>>,
}

/// One statement, and what is bound to it.
type Change = (String, Vec<Value>);

impl Mirror {
    /// Copies the database of the station in `home` to `file`.
    pub(crate) fn of(home: &Path, file: &Path) -> Outcome<Self> {
        let database = home.join(tsong_store::open::FILE);
        let station = bare::connect(&database, home)?;
        station.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        std::fs::copy(&database, file)?;
        let tables = tables(&station)?;
        let copy = bare::connect(file, home)?;
        let mut mirror = Self {
            station,
            copy,
            tables,
        };
        mirror.changes()?;
        Ok(mirror)
    }

    /// Writes what the station wrote since the last time, in one durable transaction; says how many
    /// rows that were, and how long it took with every statement ready.
    pub(crate) fn follow(&mut self) -> Outcome<(usize, Duration)> {
        let changes = self.changes()?;
        for (sql, _) in &changes {
            self.copy.prepare_cached(sql)?;
        }
        let begun = Instant::now();
        let tx = self
            .copy
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (sql, values) in &changes {
            tx.prepare_cached(sql)?.execute(params_from_iter(values))?;
        }
        tx.commit()?;
        Ok((changes.len(), begun.elapsed()))
    }

    /// What differs between the station's rows and the copy's.
    fn changes(&mut self) -> Outcome<Vec<Change>> {
        let mut changes = Vec::new();
        for table in &mut self.tables {
            table.compare(&self.station, &mut changes)?;
        }
        Ok(changes)
    }
}

fn tables(conn: &Connection) -> Outcome<Vec<Table>> {
    let mut names = conn.prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
             AND name NOT LIKE 'sqlite%'",
    )?;
    let names: Vec<String> = names
        .query_map([], |r| r.get(0))?
        .collect::<Result<_, _>>()?;
    let mut tables = Vec::new();
    for name in names {
        let mut info = conn.prepare("SELECT name, pk FROM pragma_table_info(?1)")?;
        let columns: Vec<(String, i64)> = info
            .query_map([&name], |r| Ok((r.get(0)?, r.get(1)?)))?
            .collect::<Result<_, _>>()?;
        let key = columns.iter().enumerate().filter(|(_, (_, pk))| *pk > 0);
        tables.push(Table {
            key: key.map(|(at, _)| at).collect(),
            columns: columns.into_iter().map(|(name, _)| name).collect(),
            name,
            rows: BTreeMap::new(),
        });
    }
    Ok(tables)
}

impl Table {
    fn compare(&mut self, station: &Connection, changes: &mut Vec<Change>) -> Outcome<()> {
        let sql = format!("SELECT {} FROM \"{}\"", self.columns.join(", "), self.name);
        let mut statement = station.prepare_cached(&sql)?;
        let width = self.columns.len();
        let found = statement.query_map([], |r| {
            (0..width)
                .map(|at| r.get(at))
                .collect::<Result<Vec<Value>, _>>()
        })?;
        let mut now = BTreeMap::new();
        for row in found {
            let row = row?;
            now.insert(self.key_of(&row), row);
        }
        for (key, row) in &now {
            match self.rows.get(key) {
                Some(known) if known == row => {}
                Some(known) => changes.push(self.update(known, row)),
                None => changes.push(self.insert(row)),
            }
        }
        for (key, gone) in &self.rows {
            if !now.contains_key(key) {
                changes.push(self.delete(gone));
            }
        }
        self.rows = now;
        Ok(())
    }

    fn key_of(&self, row: &[Value]) -> String {
        format!("{:?}", self.keys(row).collect::<Vec<_>>())
    }

    fn keys<'r>(&'r self, row: &'r [Value]) -> impl Iterator<Item = &'r Value> {
        self.key.iter().filter_map(|at| row.get(*at))
    }

    fn insert(&self, row: &[Value]) -> Change {
        let marks = vec!["?"; row.len()].join(", ");
        let columns = self.columns.join(", ");
        let sql = format!("INSERT INTO \"{}\" ({columns}) VALUES ({marks})", self.name);
        (sql, row.to_vec())
    }

    fn update(&self, known: &[Value], row: &[Value]) -> Change {
        let all = self.columns.iter().zip(known.iter().zip(row));
        let changed = all.filter(|(_, (was, is))| was != is);
        let (names, mut values): (Vec<String>, Vec<Value>) = changed
            .map(|(column, (_, is))| (format!("{column} = ?"), is.clone()))
            .unzip();
        values.extend(self.keys(row).cloned());
        let sql = format!(
            "UPDATE \"{}\" SET {} WHERE {}",
            self.name,
            names.join(", "),
            self.is_key()
        );
        (sql, values)
    }

    fn delete(&self, gone: &[Value]) -> Change {
        let sql = format!("DELETE FROM \"{}\" WHERE {}", self.name, self.is_key());
        (sql, self.keys(gone).cloned().collect())
    }

    fn is_key(&self) -> String {
        let columns = self.key.iter().filter_map(|at| self.columns.get(*at));
        let each: Vec<String> = columns.map(|column| format!("{column} = ?")).collect();
        each.join(" AND ")
    }
}
