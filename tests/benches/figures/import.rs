//! Importing orders against SQLite inserting the rows that the import made.

use crate::table::Table;
use crate::{Outcome, bare, records};
use rusqlite::types::Value;
use rusqlite::{Connection, TransactionBehavior, params_from_iter};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

/// How many orders are imported.
pub(crate) const ORDERS: u64 = 10_000;

/// Imports into a new station in `dir` and leaves it there.
pub(crate) fn measure(dir: &Path, table: &mut Table) -> Outcome<()> {
    let file = dir.with_extension("jsonl");
    records::write(&file, records::new(0, ORDERS))?;
    let mut station = bare::station(dir)?;
    let begun = Instant::now();
    let report = bare::call(&mut station, "import.run", json!({"path": file}))?;
    let ours = begun.elapsed();
    if report.get("added") != Some(&json!(ORDERS)) {
        return Err(format!("not all orders were imported: {report}").into());
    }
    drop(station);
    let source = bare::connect(&dir.join("station.db"), dir)?;
    let bare_file = dir.with_extension("bare.db");
    let theirs = insert_again(&source, bare::connect(&bare_file, dir)?)?;
    table.add_ratio("importing 10,000 orders", ours, theirs, 5);
    Ok(())
}

/// Every row of the source, the index's texts among them, inserted in one transaction.
fn insert_again(source: &Connection, mut target: Connection) -> Outcome<Duration> {
    let schema = schema(source)?;
    let mut rows = BTreeMap::new();
    for (name, sql) in &schema {
        target.execute_batch(sql)?;
        if sql.starts_with("CREATE TABLE") {
            rows.insert(name.as_str(), all_rows(source, name)?);
        }
    }
    // As the store makes its index.
    target.execute_batch("INSERT INTO find (find, rank) VALUES ('pgsz', 3900)")?;
    let texts = index_texts(source)?;

    let begun = Instant::now();
    let tx = target.transaction_with_behavior(TransactionBehavior::Immediate)?;
    tx.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    for (name, rows) in &rows {
        let places = vec!["?"; rows.first().map_or(0, Vec::len)].join(",");
        if places.is_empty() {
            continue;
        }
        let mut insert = tx.prepare(&format!("INSERT INTO {name} VALUES ({places})"))?;
        for row in rows {
            insert.execute(params_from_iter(row))?;
        }
    }
    let mut insert = tx.prepare("INSERT INTO find (rowid, tokens) VALUES (?1, ?2)")?;
    for (doc, tokens) in &texts {
        insert.execute((doc, tokens))?;
    }
    drop(insert);
    tx.commit()?;
    Ok(begun.elapsed())
}

/// Tables, indexes and views as they were made; not those that FTS5 keeps for itself.
fn schema(source: &Connection) -> Outcome<Vec<(String, String)>> {
    let mut statement = source.prepare(
        "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_%'
         ESCAPE '~' AND (name = 'find_doc' OR name NOT LIKE 'find~_%' ESCAPE '~')
         ORDER BY type = 'view', type = 'index', rowid",
    )?;
    let all = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

fn all_rows(source: &Connection, name: &str) -> Outcome<Vec<Vec<Value>>> {
    let mut statement = source.prepare(&format!("SELECT * FROM {name}"))?;
    let columns = statement.column_count();
    let all = statement
        .query_map([], |row| (0..columns).map(|at| row.get(at)).collect())?
        .collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// The index keeps no texts: they are put together again from its words.
fn index_texts(source: &Connection) -> Outcome<BTreeMap<i64, String>> {
    source.execute_batch("CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, find, instance)")?;
    let mut statement = source.prepare("SELECT doc, term FROM temp.word")?;
    let mut rows = statement.query([])?;
    let mut texts: BTreeMap<i64, String> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let text = texts.entry(row.get(0)?).or_default();
        text.push_str(&row.get::<_, String>(1)?);
        text.push(' ');
    }
    Ok(texts)
}
