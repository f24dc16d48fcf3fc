//! SQLite without us: the same cipher, the same pragmas, the same disk.

use crate::Outcome;
use rusqlite::Connection;
use std::path::Path;
use tsong_contract::AppError;
use tsong_station::keys::{KeyRing, KeyStore};
use tsong_station::setup::NewStation;
use tsong_station::{BUILD_MS, Host, Station};
use tsong_store::open::unlocking;
use tsong_sync::transport::Transport;

pub(crate) const KEEPER: &str = "Tashi";
pub(crate) const PIN: &str = "281904";

/// A wall that stands still, and no link: what is measured in-process needs neither.
struct Still;

impl Host for Still {
    fn now_ms(&self) -> i64 {
        BUILD_MS + 86_400_000
    }

    fn connect(&self, _: &str, _: i64) -> Result<Box<dyn Transport>, AppError> {
        Err(AppError::NoLink)
    }
}

/// A new station with its keeper signed in, the keys in files.
pub(crate) fn station(dir: &Path) -> Outcome<Station> {
    let new = NewStation {
        name: "Bahe",
        place: "",
        operator: KEEPER,
        pin: PIN,
    };
    let keys = KeyRing::open(dir, KeyStore::File);
    std::fs::create_dir_all(dir)?;
    match Station::create(dir, keys, Box::new(Still), &new) {
        Ok(created) => Ok(created.station),
        Err(error) => Err(format!("a station: {error:?}").into()),
    }
}

/// A command of the one list, in-process.
pub(crate) fn call(
    station: &mut Station,
    command: &str,
    input: serde_json::Value,
) -> Outcome<serde_json::Value> {
    tsong_contract::command::dispatch(station, command, input)
        .map_err(|error| format!("{command}: {error:?}").into())
}

/// Opens a database file with the key of the station in `keys_dir`, as the store does.
pub(crate) fn connect(file: &Path, keys_dir: &Path) -> Outcome<Connection> {
    let key = KeyRing::open(keys_dir, KeyStore::File)
        .database_key()
        .map_err(|error| format!("the key: {error:?}"))?;
    let conn = Connection::open(file)?;
    conn.execute_batch(&unlocking(key.expose()))?;
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
         PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;
         PRAGMA journal_size_limit = 16000000;",
    )?;
    conn.set_prepared_statement_cache_capacity(128);
    Ok(conn)
}
