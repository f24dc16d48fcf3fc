//! What lies on a stick.

use super::failed;
use crate::fault;
use crate::signin;
use crate::station::Station;
use std::path::Path;
use tsong_contract::AppError;
use tsong_contract::io::{BundleRow, PathInput};
use tsong_domain::people::Right;
use tsong_sync::bundle::{Header, Kind, Opening, file};

/// `bundle.look`: a folder's bundles, or the one file. Only their outsides are read: whether one is
/// whole is known when it is taken in.
///
/// # Errors
/// What the disk says of the folder.
pub fn look(station: &mut Station, input: PathInput) -> Result<Vec<BundleRow>, AppError> {
    station.by(Right::See)?;
    let path = Path::new(&input.path);
    if path.is_dir() {
        rows(station, path)
    } else {
        Ok(vec![row(station, path)?])
    }
}

/// A folder's bundles, oldest first: an answer that was written later knows more.
pub(super) fn rows(station: &Station, folder: &Path) -> Result<Vec<BundleRow>, AppError> {
    let files = file::list(folder).map_err(|e| fault::io(&e))?;
    let mut rows = Vec::with_capacity(files.len());
    for path in &files {
        rows.push(row(station, path)?);
    }
    rows.sort_by_key(|r| r.made_ms);
    Ok(rows)
}

pub(super) fn row(station: &Station, path: &Path) -> Result<BundleRow, AppError> {
    let bytes = std::fs::metadata(path).map_err(|e| fault::io(&e))?.len();
    let plain = BundleRow {
        path: path.display().to_string(),
        bytes,
        kind: String::new(),
        made_ms: None,
        is_ours: false,
        trouble: None,
    };
    Ok(match file::open(path) {
        Ok((_, (header, _))) => BundleRow {
            kind: header.kind.word().to_owned(),
            made_ms: Some(header.made_ms),
            is_ours: is_ours(station, &header)?,
            ..plain
        },
        Err(error) => BundleRow {
            trouble: Some(failed(error)),
            ..plain
        },
    })
}

fn is_ours(station: &Station, header: &Header) -> Result<bool, AppError> {
    Ok(match header.kind {
        Kind::Up => header.device == station.me()?.device,
        Kind::Down => {
            let key = signin::signer(station)?;
            Opening::with(&key).map_err(failed)?.receiver().id() == header.to
        }
        // Whose it is, its code tells.
        Kind::Setup => true,
    })
}
