//! All rows of a database as one number.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use tsong_store::open::unlocking;

/// A digest of every row of every table; `key` is the cipher's.
pub(crate) fn rows(file: &Path, key: Option<&[u8; 32]>) -> Result<u64, String> {
    read(file, key).map_err(|error| format!("a second reader: {error}"))
}

fn read(file: &Path, key: Option<&[u8; 32]>) -> rusqlite::Result<u64> {
    let conn = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    if let Some(key) = key {
        conn.execute_batch(&unlocking(key))?;
    }
    let mut tables = conn.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name",
    )?;
    let names = tables
        .query_map([], |r| r.get::<_, String>(0))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut hasher = DefaultHasher::new();
    for name in names {
        name.hash(&mut hasher);
        let mut statement = conn.prepare(&format!("SELECT * FROM \"{name}\" NOT INDEXED"))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                match row.get_ref(column)? {
                    ValueRef::Null => 0u8.hash(&mut hasher),
                    ValueRef::Integer(n) => n.hash(&mut hasher),
                    ValueRef::Real(x) => x.to_bits().hash(&mut hasher),
                    ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes.hash(&mut hasher),
                }
            }
        }
    }
    Ok(hasher.finish())
}
