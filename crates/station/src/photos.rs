//! Photos: taken in reduced, kept by their content.

use crate::fault;
use crate::photo::{self, PhotoError};
use crate::station::Station;
use data_encoding::BASE64;
use std::io::Read;
use std::path::Path;
use tsong_contract::AppError;
use tsong_contract::io::{PhotoBytes, PhotoGet, PhotoInput, PhotoRow};
use tsong_domain::id::Hash32;
use tsong_domain::people::Right;
use tsong_store::{Db, blob};

/// More bytes than any photo that is taken in has (40 MB, see [`photo::reduce`]).
const MAX_FILE_BYTES: u64 = 40_000_000;
/// The same in base64.
const MAX_TEXT_BYTES: usize = 55_000_000;

/// `photo.put`: keeps a reduced photo and its thumbnail; the same photo twice is one.
///
/// # Errors
/// [`AppError::BadInput`] when neither file nor bytes are given, [`AppError::Io`] for a file that
/// cannot be read, [`AppError::NotAPhoto`], [`AppError::PhotoTooLarge`].
pub fn put(station: &mut Station, input: PhotoInput) -> Result<PhotoRow, AppError> {
    station.by(Right::Stock)?;
    let bytes = if input.path.is_empty() {
        decoded(&input.base64)?
    } else {
        file(&input.path)?
    };
    let reduced = photo::reduce(&bytes).map_err(|error| match error {
        PhotoError::NotAPhoto => AppError::NotAPhoto,
        PhotoError::TooLarge { .. } => AppError::PhotoTooLarge,
    })?;
    let main = hash(&reduced.main);
    let thumbnail = hash(&reduced.thumbnail);
    station.write(Right::Stock, |w| {
        blob::put(w.db, &thumbnail, true, &reduced.thumbnail)?;
        Ok(blob::put(w.db, &main, false, &reduced.main)?)
    })?;
    Ok(PhotoRow {
        photo: main.to_string(),
        thumbnail: thumbnail.to_string(),
        bytes: u32::try_from(reduced.main.len()).map_err(|_| AppError::PhotoTooLarge)?,
        width: reduced.width,
        height: reduced.height,
    })
}

fn hash(bytes: &[u8]) -> Hash32 {
    Hash32(*blake3::hash(bytes).as_bytes())
}

fn file(path: &str) -> Result<Vec<u8>, AppError> {
    let file = std::fs::File::open(Path::new(path)).map_err(|e| fault::io(&e))?;
    let mut bytes = Vec::new();
    let limit = MAX_FILE_BYTES.saturating_add(1);
    let read = file
        .take(limit)
        .read_to_end(&mut bytes)
        .map_err(|e| fault::io(&e))?;
    if u64::try_from(read).is_ok_and(|read| read > MAX_FILE_BYTES) {
        return Err(AppError::PhotoTooLarge);
    }
    Ok(bytes)
}

/// Base64 as screens give it: perhaps with a `data:` address before it and line ends in it.
fn decoded(text: &str) -> Result<Vec<u8>, AppError> {
    if text.len() > MAX_TEXT_BYTES {
        return Err(AppError::PhotoTooLarge);
    }
    let body = match text.split_once(',') {
        Some((before, rest)) if before.starts_with("data:") => rest,
        Some(_) | None => text,
    };
    let bare: Vec<u8> = body.bytes().filter(|b| !b.is_ascii_whitespace()).collect();
    if bare.is_empty() {
        return Err(AppError::BadInput {
            field: "path".into(),
            reason: "empty".into(),
        });
    }
    BASE64.decode(&bare).map_err(|_| AppError::NotAPhoto)
}

/// `photo.get`.
///
/// # Errors
/// [`AppError::BadInput`] for what is no address, [`AppError::NotFound`] while it is not here.
pub fn get(station: &mut Station, input: PhotoGet) -> Result<PhotoBytes, AppError> {
    station.by(Right::See)?;
    let hash = address("hash", &input.hash)?;
    let bytes = station
        .read(|db| Ok(blob::get(db, &hash)?))?
        .ok_or_else(|| AppError::missing("photo", hash))?;
    Ok(PhotoBytes {
        base64: BASE64.encode(&bytes),
    })
}

/// Reads a photo's address.
///
/// # Errors
/// [`AppError::BadInput`] naming the field.
pub(crate) fn address(field: &str, text: &str) -> Result<Hash32, AppError> {
    text.trim().parse().map_err(|_| AppError::BadInput {
        field: field.to_owned(),
        reason: "bad_id".to_owned(),
    })
}

/// Checks that a photo is here: an address that nobody has would be asked for at every sync.
///
/// # Errors
/// [`AppError::NotFound`], and whatever the store says.
pub(crate) fn check_here(db: &Db<'_>, hash: &Hash32) -> Result<(), fault::Fault> {
    match blob::get(db, hash)? {
        Some(_) => Ok(()),
        None => Err(AppError::missing("photo", hash).into()),
    }
}
