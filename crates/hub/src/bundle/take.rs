//! Taking in what a device carried here.

use super::failed;
use super::give::{self, To};
use crate::code::hash_code;
use crate::desk::StationLog;
use crate::enroll::enroll;
use crate::error::{HubError, Result};
use crate::storage::Storage;
use crate::storage::blob::BlobRow;
use crate::storage::device::DeviceRow;
use ed25519_dalek::SigningKey;
use serde::Serialize;
use std::path::{Path, PathBuf};
use tsong_domain::id::Hash32;
use tsong_sync::bundle::{BundleAsk, BundleError, Header, Kind, Opening, Unpacking, file};
use tsong_sync::exchange::serve::{Desk, Heard};
use tsong_sync::peer::{Offering, Refused};

/// The most photos that an answer says it has: their addresses stand in the signed words.
const MAX_BLOBS_TOLD: usize = 4000;

/// Where answers go.
#[derive(Clone, Debug)]
pub struct Answering {
    /// A folder, or the file for the one answer.
    pub path: PathBuf,
    /// The most that all photos of one answer may have together.
    pub blob_bytes: u64,
}

/// What a bundle brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// The file.
    pub file: String,
    /// The station.
    pub station: String,
    /// What the county calls it.
    pub name: String,
    /// The device.
    pub device: String,
    /// Facts that were new.
    pub facts: u64,
    /// Photos that were new.
    pub photos: u64,
    /// The device was let in with it.
    pub enrolled: bool,
    /// What was refused: `origin-sequence: code`.
    pub refused: Vec<String>,
    /// The answer's file; absent without one, and for a disk that was replaced since.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
}

/// Who speaks in a bundle.
struct Speaker {
    row: DeviceRow,
    /// An older disk or key of the device: its facts count, it gets no answer.
    is_older: bool,
    is_enrolled_now: bool,
}

fn speaker<S: Storage>(
    storage: &S,
    key: &SigningKey,
    (header, ask): (&Header, &BundleAsk),
    now_ms: i64,
) -> Result<Speaker> {
    let row = storage.read(|t| t.device(header.device))?;
    if row.as_ref().is_some_and(|r| r.station != header.station) {
        let message = "the device belongs to another station";
        return Err(HubError::refused("other_station", message));
    }
    let enrol = ask.enrol.as_ref();
    if enrol.is_some_and(|e| e.device != header.device || e.key != ask.key) {
        let message = "who asks to be let in is not who signed";
        return Err(HubError::refused("bad_signature", message));
    }
    let code = match enrol {
        None => None,
        Some(e) => storage.read(|t| t.code(&hash_code(&e.code)))?,
    };
    let is_fresh = code.as_ref().is_some_and(|code| code.used_by.is_none());
    let was_let_in = storage.read(|t| t.was_let_in(header.station, header.device, &ask.key))?;
    match (row, enrol) {
        (Some(row), _) if row.key == ask.key && row.revoked_ms.is_none() => Ok(Speaker {
            row,
            is_older: false,
            is_enrolled_now: false,
        }),
        (Some(row), _) if row.key != ask.key && was_let_in && !is_fresh => Ok(Speaker {
            row,
            is_older: true,
            is_enrolled_now: false,
        }),
        (_, Some(enrol)) => {
            if code.is_some_and(|code| code.station != header.station) {
                let message = "the code is another station's";
                return Err(HubError::refused("other_station", message));
            }
            enroll(storage, key, enrol, now_ms)?;
            let row = storage.read(|t| t.device(header.device))?;
            Ok(Speaker {
                row: row.ok_or_else(|| HubError::Broken("no device enrolled".to_owned()))?,
                is_older: false,
                is_enrolled_now: true,
            })
        }
        (Some(_), None) => Err(HubError::refused("revoked", "the device was shut out")),
        (None, None) => Err(HubError::refused(
            "not_enrolled",
            "the device is not known here",
        )),
    }
}

/// Takes a bundle in and answers it.
///
/// # Errors
/// `not_a_bundle`, `bundle_newer`, `bundle_not_ours`, `bundle_cut`, `bundle_damaged`,
/// `bundle_malformed`, `bad_signature`, `other_station`, `not_enrolled`, `revoked`, those of an
/// enrolment, `no_room` for the answer; what was taken in before counts.
pub fn take<S: Storage>(
    storage: &S,
    key: &SigningKey,
    path: &Path,
    answering: Option<&Answering>,
    now_ms: i64,
) -> Result<Taken> {
    let of_bundle = |error| failed(error, path);
    let opening = Opening::with(key).map_err(of_bundle)?;
    let (from, header) = file::open(path).map_err(of_bundle)?;
    if header.0.kind != Kind::Up {
        return Err(of_bundle(BundleError::NotOurs));
    }
    let mut bundle = Unpacking::open(from, header, &opening).map_err(of_bundle)?;
    let ask = bundle.ask().map_err(of_bundle)?;
    let header = *bundle.header();
    let speaker = speaker(storage, key, (&header, &ask), now_ms)?;
    let mut log = StationLog {
        storage,
        key,
        station: header.station,
        now_ms,
    };
    let taker = bundle.frames(&mut log, &mut |_| {}).map_err(of_bundle)?;
    let mut new_blobs = 0u64;
    let mut blobs_here = bundle
        .blobs(&mut |hash, bytes| keep_blob(storage, &header, hash, bytes, &mut new_blobs))
        .map_err(of_bundle)?;
    blobs_here.truncate(MAX_BLOBS_TOLD);
    let mut heard = Heard {
        ask: ask.ask.clone(),
        appended: taker.appended,
        refused: taker.refused,
        bytes: 0,
    };
    heard.note_forks(&Offering::new(&log, &heard.ask.have, None, |_| true)?);
    let device = (!speaker.is_older).then_some(header.device);
    log.note_carried(device, &heard)?;
    let refused = heard.refused.iter().map(ToString::to_string).collect();
    let answer = match answering {
        Some(answering) if !speaker.is_older => Some(answer(
            &mut log,
            (&ask, heard.refused, blobs_here),
            &speaker.row,
            answering,
        )?),
        Some(_) | None => None,
    };
    let name = storage.read(|t| t.station(header.station))?;
    Ok(Taken {
        file: path.display().to_string(),
        station: header.station.to_string(),
        name: name.map(|s| s.name).unwrap_or_default(),
        device: header.device.to_string(),
        facts: heard.appended,
        photos: new_blobs,
        enrolled: speaker.is_enrolled_now,
        refused,
        answer: answer.map(|path| path.display().to_string()),
    })
}

/// Whether the photo is here whole now.
fn keep_blob<S: Storage>(
    storage: &S,
    header: &Header,
    hash: &Hash32,
    bytes: &[u8],
    new: &mut u64,
) -> Result<bool> {
    let row = storage.read(|t| t.blob(header.station, hash))?;
    match row {
        None => Ok(false),
        Some(row) if row.is_whole => Ok(true),
        Some(_) => {
            let whole = BlobRow {
                is_whole: true,
                bytes: bytes.to_vec(),
            };
            storage.write(|t| t.put_blob(header.station, hash, &whole))?;
            *new = new.saturating_add(1);
            Ok(true)
        }
    }
}

fn answer<S: Storage>(
    log: &mut StationLog<'_, S>,
    (ask, refused, blobs_here): (&BundleAsk, Vec<Refused>, Vec<Hash32>),
    row: &DeviceRow,
    answering: &Answering,
) -> Result<PathBuf> {
    let takes = match &ask.ask.takes {
        Some(points) => log.take_over(row.device, points)?,
        None => None,
    };
    let to = To {
        row,
        their: &ask.ask.have,
        refused,
        takes,
        blobs_here,
        blobs: &ask.blobs_missing,
        blob_bytes: answering.blob_bytes,
    };
    let path = file::place(&answering.path, Kind::Down, row.device);
    give::write_down(log, &path, to)?;
    Ok(path)
}
