//! Writing what the hub has for a device.

use super::{failed, place_set_up};
use crate::code::random;
use crate::desk::StationLog;
use crate::error::{HubError, Result};
use crate::identity::public;
use crate::staff::{NewCode, Staff};
use crate::storage::Storage;
use crate::storage::device::DeviceRow;
use serde::Serialize;
use std::path::Path;
use tsong_domain::id::{DeviceId, EntityId, FactId, Hash32};
use tsong_sync::bundle::{
    BundleError, BundleTell, Header, Kind, Packed, Packing, Receiver, Sealer, code, file, pack,
};
use tsong_sync::exchange::Nonce;
use tsong_sync::exchange::serve::{Desk, said};
use tsong_sync::peer::{Log, Refused, Told};

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Given {
    /// The file.
    pub file: String,
    /// The station.
    pub station: String,
    /// The device; empty for one that is not known yet.
    pub device: String,
    /// Facts in it.
    pub facts: u64,
    /// Photos in it.
    pub photos: u64,
    /// The file's size.
    pub bytes: u64,
}

/// What is wanted of an export.
#[derive(Clone, Copy, Debug, Default)]
pub struct Giving<'a> {
    /// Only this station; all without it.
    pub station: Option<EntityId>,
    /// Only this device.
    pub device: Option<DeviceId>,
    /// The most that all photos of one bundle may have together.
    pub blob_bytes: u64,
    /// Where the hub is reached when there is a link.
    pub address: Option<&'a str>,
}

/// What a device is told.
pub(super) struct To<'a> {
    pub(super) row: &'a DeviceRow,
    pub(super) their: &'a [Told],
    pub(super) refused: Vec<Refused>,
    pub(super) takes: Option<Vec<FactId>>,
    pub(super) blobs_here: Vec<Hash32>,
    pub(super) blobs: &'a [Hash32],
    pub(super) blob_bytes: u64,
}

/// A bundle for one device.
pub(super) fn write_down<S: Storage>(
    log: &mut StationLog<'_, S>,
    path: &Path,
    to: To<'_>,
) -> Result<Given> {
    let receiver = Receiver::holder_of(&to.row.key).map_err(|e| failed(e, path))?;
    let header = Header {
        kind: Kind::Down,
        station: log.station,
        device: to.row.device,
        made_ms: log.now_ms,
        salt: [0; 16],
        to: receiver.id(),
    };
    let tell = BundleTell {
        tell: said(log, to.row.device, to.refused, to.takes)?,
        nonce: Some(Nonce(to.row.nonce)),
        blobs_here: to.blobs_here,
        ..tell(log, None)?
    };
    let content = Content {
        tell,
        their: to.their,
        blobs: to.blobs,
        blob_bytes: to.blob_bytes,
    };
    write(log, path, &header, &receiver, &content)
}

fn tell<S: Storage>(log: &StationLog<'_, S>, address: Option<&str>) -> Result<BundleTell> {
    let station = log.station;
    let row = log
        .storage
        .read(|t| t.station(station))?
        .ok_or_else(|| HubError::refused("station_unknown", format!("no station {station}")))?;
    Ok(BundleTell {
        tell: said(log, DeviceId(0), Vec::new(), None)?,
        hub_key: public(log.key),
        station,
        station_name: row.name,
        nonce: None,
        address: address.map(str::to_owned),
        blobs_here: Vec::new(),
    })
}

struct Content<'a> {
    tell: BundleTell,
    their: &'a [Told],
    blobs: &'a [Hash32],
    blob_bytes: u64,
}

fn write<S: Storage>(
    log: &mut StationLog<'_, S>,
    path: &Path,
    header: &Header,
    receiver: &Receiver,
    content: &Content<'_>,
) -> Result<Given> {
    let key = log.hub_key();
    let own = log.hub_origin()?.map(|origin| (origin, &key));
    let (packed, bytes): (Packed, u64) = file::write(path, |out| {
        let mut sealer = Sealer::new(out, header, receiver)?;
        let words = content
            .tell
            .bytes(sealer.header(), &key)
            .map_err(|e| BundleError::Frame(e.to_string()))?;
        let packing = Packing {
            their: content.their,
            own,
            blobs: content.blobs,
            blob_bytes: content.blob_bytes,
        };
        let mut blob = |log: &StationLog<'_, S>, hash: &Hash32| {
            let row = log.storage.read(|t| t.blob(log.station, hash))?;
            Ok(row.filter(|r| r.is_whole).map(|r| r.bytes))
        };
        let packed = pack(log, &mut sealer, &words, &packing, &mut blob)?;
        let (out, bytes) = sealer.finish()?;
        Ok((out, (packed, bytes)))
    })
    .map_err(|e| failed(e, path))?;
    let is_known = header.device != DeviceId(0);
    Ok(Given {
        file: path.display().to_string(),
        station: log.station.to_string(),
        device: if is_known {
            header.device.to_string()
        } else {
            String::new()
        },
        facts: packed.facts,
        photos: packed.blobs,
        bytes,
    })
}

/// Writes a bundle for each device that may ask: what it has not said that it has.
///
/// # Errors
/// `no_device`, `many_devices` when `path` is a file and would be written twice, `no_room`, and
/// whatever the database and the disk say.
pub fn give<S: Storage>(
    staff: &Staff<'_, S>,
    path: &Path,
    giving: Giving<'_>,
) -> Result<Vec<Given>> {
    let stations = staff.storage.read(|t| t.stations())?;
    let mut rows: Vec<DeviceRow> = Vec::new();
    for station in stations {
        if giving
            .station
            .is_none_or(|wanted| wanted == station.station)
        {
            rows.extend(staff.storage.read(|t| t.devices(station.station))?);
        }
    }
    rows.retain(|row| {
        row.revoked_ms.is_none() && giving.device.is_none_or(|wanted| wanted == row.device)
    });
    if rows.is_empty() {
        return Err(HubError::refused("no_device", "there is no such device"));
    }
    if rows.len() > 1 && !path.is_dir() {
        let message = "there are several devices: give a folder, or --device";
        return Err(HubError::refused("many_devices", message));
    }
    rows.iter()
        .map(|row| {
            let mut log = log_of(staff, row.station);
            let their = their(&log, row)?;
            let blobs = blobs(&log, giving.blob_bytes)?;
            let to = To {
                row,
                their: &their,
                refused: Vec::new(),
                takes: None,
                blobs_here: Vec::new(),
                blobs: &blobs,
                blob_bytes: giving.blob_bytes,
            };
            let path = file::place(path, Kind::Down, row.device);
            write_down(&mut log, &path, to)
        })
        .collect()
}

const fn log_of<'a, S: Storage>(staff: &'a Staff<'_, S>, station: EntityId) -> StationLog<'a, S> {
    StationLog {
        storage: staff.storage,
        key: staff.key,
        station,
        now_ms: staff.now_ms,
    }
}

/// How far a device has said that it reaches.
fn their<S: Storage>(log: &StationLog<'_, S>, row: &DeviceRow) -> Result<Vec<Told>> {
    let confirmed = log.storage.read(|t| t.confirmed(row.station, row.device))?;
    let mut reaches = Vec::new();
    for (origin, sequence) in confirmed {
        if let Some(head) = log.head_at(origin, sequence)? {
            reaches.push((origin, sequence, head.into()));
        }
    }
    Ok(reaches)
}

fn blobs<S: Storage>(log: &StationLog<'_, S>, blob_bytes: u64) -> Result<Vec<Hash32>> {
    if blob_bytes == 0 {
        return Ok(Vec::new());
    }
    log.storage.read(|t| t.whole_blobs(log.station))
}

/// Writes a bundle with which a new or replaced PC of a station begins, and makes the one-time code
/// that opens it and lets the PC in.
///
/// # Errors
/// `station_unknown`, `no_room`, and whatever the database and the disk say.
pub fn set_up<S: Storage>(
    staff: &Staff<'_, S>,
    path: &Path,
    station: EntityId,
    giving: Giving<'_>,
) -> Result<(Given, NewCode)> {
    let new = staff.add_code(station)?;
    let path = place_set_up(path, station, staff.now_ms);
    let salt: [u8; 16] = random()?;
    let sealing = code::opening(&new.code, &salt).map_err(|e| failed(e, &path))?;
    let receiver = sealing.receiver();
    let header = Header {
        kind: Kind::Setup,
        station,
        device: DeviceId(0),
        made_ms: staff.now_ms,
        salt,
        to: receiver.id(),
    };
    let mut log = log_of(staff, station);
    let content = Content {
        tell: tell(&log, giving.address)?,
        their: &[],
        blobs: &blobs(&log, giving.blob_bytes)?,
        blob_bytes: giving.blob_bytes,
    };
    let given = write(&mut log, &path, &header, &receiver, &content)?;
    Ok((given, new))
}
