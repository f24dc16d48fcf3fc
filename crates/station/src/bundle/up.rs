//! What waits for the hub, sealed to it.

use super::failed;
use crate::fault;
use crate::link;
use crate::me::Bond;
use crate::replica::Replica;
use crate::station::Station;
use std::path::Path;
use tsong_contract::AppError;
use tsong_contract::io::{BundleExport, BundleWritten};
use tsong_domain::id::Hash32;
use tsong_domain::people::Right;
use tsong_store::blob;
use tsong_sync::bundle::{
    BundleAsk, BundleError, Header, Kind, Packed, Packing, Receiver, Sealer, file, pack,
};
use tsong_sync::exchange::{EnrolAsk, Session, SyncAsk};
use tsong_sync::peer::{Log, OriginHead, Told};

/// The most photos that are asked for at once: their addresses stand in the signed words.
const MAX_BLOBS_ASKED: usize = 4000;

/// `bundle.export`.
///
/// # Errors
/// [`AppError::NotEnrolled`], [`AppError::NotABundle`] if another file has the name,
/// [`AppError::BundleNoRoom`], [`AppError::KeyMissing`], and whatever the disk says; nothing is left
/// there then, and what waits still waits.
pub fn export(station: &mut Station, input: BundleExport) -> Result<BundleWritten, AppError> {
    station.by(Right::See)?;
    let bond = station.read(Bond::load)?.ok_or(AppError::NotEnrolled)?;
    let now_ms = station.host.now_ms();
    // The wish to be let in, as long as the hub has not answered it.
    let enrol = match &bond.code {
        Some(code) => Some(link::asking(station, code)?),
        None => None,
    };
    let mut replica = Replica::new(station)?;
    let to = Receiver::holder_of(&bond.hub_key).map_err(failed)?;
    let header = Header {
        kind: Kind::Up,
        station: bond.station,
        device: replica.me.device,
        made_ms: now_ms,
        salt: [0; 16],
        to: to.id(),
    };
    let path = file::place(Path::new(&input.path), Kind::Up, header.device);
    let ask = asking(&replica, enrol)?;
    let photo_bytes = input.photo_bytes.unwrap_or(0);
    let (packed, bytes) = file::write(&path, |out| {
        let mut sealer = Sealer::new(out, &header, &to)?;
        let packed = fill(&mut replica, &mut sealer, &ask, photo_bytes)?;
        let (out, bytes) = sealer.finish()?;
        Ok((out, (packed, bytes)))
    })
    .map_err(failed)?;
    Ok(BundleWritten {
        path: path.display().to_string(),
        bytes,
        facts: packed.facts,
        photos: packed.blobs,
        photos_left: packed.blobs_left,
    })
}

fn asking(replica: &Replica<'_>, enrol: Option<EnrolAsk>) -> Result<BundleAsk, AppError> {
    let missing = replica.blobs_missing().map_err(AppError::from)?;
    let heads = replica.heads().map_err(AppError::from)?;
    Ok(BundleAsk {
        ask: SyncAsk {
            have: heads.iter().map(OriginHead::told).collect(),
            takes: replica.takeover_wanted().map_err(AppError::from)?,
            down_bytes: 0,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        },
        key: Hash32(replica.key.verifying_key().to_bytes()),
        enrol,
        blobs_missing: missing
            .into_iter()
            .map(|(hash, _)| hash)
            .take(MAX_BLOBS_ASKED)
            .collect(),
    })
}

fn fill(
    replica: &mut Replica<'_>,
    sealer: &mut Sealer<file::Into>,
    ask: &BundleAsk,
    photo_bytes: u64,
) -> Result<Packed, BundleError> {
    let storage = |error: fault::Fault| BundleError::Storage(Box::new(error));
    let key = replica.key.clone();
    let words = ask
        .bytes(sealer.header(), &key)
        .map_err(|e| BundleError::Frame(e.to_string()))?;
    let unsent = replica.blobs_unsent().map_err(storage)?;
    let blobs: Vec<Hash32> = unsent.into_iter().map(|(hash, _)| hash).collect();
    let at_hub = replica.at_hub().map_err(storage)?;
    let at_hub: Vec<Told> = (at_hub.iter())
        .map(|(origin, at, head)| (*origin, *at, (*head).into()))
        .collect();
    let packing = Packing {
        their: &at_hub,
        own: Some((replica.me.origin, &key)),
        blobs: if photo_bytes == 0 { &[] } else { &blobs },
        blob_bytes: photo_bytes,
    };
    let mut photo = |replica: &Replica<'_>, hash: &Hash32| {
        replica.station.store.read(|db| Ok(blob::get(db, hash)?))
    };
    let mut packed = pack(replica, sealer, &words, &packing, &mut photo)?;
    if photo_bytes == 0 {
        packed.blobs_left = u64::try_from(blobs.len()).unwrap_or(u64::MAX);
    }
    Ok(packed)
}
