//! Opening a station as the command line says: its keys, its operator.

use crate::args::Args;
use crate::out::Out;
use std::io::Read;
use tsong_contract::AppError;
use tsong_host::{Machine, choose};
use tsong_station::Station;
use tsong_station::keys::KeyRing;

/// The most that is read of a PIN or a recovery key.
const SECRET_BYTES: u64 = 4096;

/// Does something with the keyring, and, where there is none and the person did not insist, with
/// files instead, saying so.
pub(crate) fn with_keys<T>(
    args: &Args,
    out: &Out,
    work: impl Fn(KeyRing) -> Result<T, AppError>,
) -> Result<T, AppError> {
    let (done, are_keys_in_files) = tsong_host::with_keys(&args.data, args.keyring.into(), work)?;
    if are_keys_in_files {
        out.notice("keys-in-files");
    }
    Ok(done)
}

/// The station, somebody signed in if somebody was named.
pub(crate) fn station(args: &Args) -> Result<Station, AppError> {
    let host = Box::new(Machine::new(&args.data, args.ca.clone()));
    let keys = choose(&args.data, args.keyring.into());
    let mut station = Station::open(&args.data, keys, host)?;
    if let Some(name) = &args.operator {
        station.sign_in(name, &pin(args)?)?;
    }
    Ok(station)
}

/// The PIN, from the file, standard input or TSONG_PIN.
pub(crate) fn pin(args: &Args) -> Result<String, AppError> {
    match &args.pin_file {
        Some(source) => secret(source),
        None => std::env::var("TSONG_PIN").map_err(|_| AppError::BadInput {
            field: "pin".to_owned(),
            reason: "empty".to_owned(),
        }),
    }
}

/// The first line of a file, or of standard input.
pub(crate) fn secret(source: &str) -> Result<String, AppError> {
    let io = |e: std::io::Error| AppError::Io {
        detail: e.to_string(),
    };
    let mut text = String::new();
    if source == "-" {
        std::io::stdin()
            .take(SECRET_BYTES)
            .read_to_string(&mut text)
            .map_err(io)?;
    } else {
        let file = std::fs::File::open(source).map_err(io)?;
        file.take(SECRET_BYTES)
            .read_to_string(&mut text)
            .map_err(io)?;
    }
    Ok(text.lines().next().unwrap_or_default().trim().to_owned())
}
