//! The hub: enrolling, syncing, and what there is to know about both.

use crate::fault::Fault;
use crate::fork;
use crate::me::{self, Bond, StationView};
use crate::replica::Replica;
use crate::signin;
use crate::station::Station;
use crate::status;
use std::time::Instant;
use tsong_contract::AppError;
use tsong_contract::io::{Empty, EnrollInput, StationStatus, SyncPast, SyncReport};
use tsong_domain::id::Hash32;
use tsong_domain::people::Right;
use tsong_store::{Db, lost, origin, sync_log};
use tsong_sync::exchange::{self, EnrolAsk, Limits, Progress, SyncError};
use tsong_sync::peer::Refused;
use tsong_sync::transport::TransportError;

/// How often a disk may be copied back before the hub lets it in again by a new enrolment only.
const LEAPS: u32 = 16;

/// `hub.enroll`.
///
/// # Errors
/// [`AppError::AlreadyEnrolled`] at another hub or as another station, [`AppError::BadCode`],
/// [`AppError::CodeUsed`], and what a link can do.
pub fn enroll(station: &mut Station, input: EnrollInput) -> Result<StationStatus, AppError> {
    station.by(Right::Keep)?;
    let_in(station, &input)?;
    status::show(station, Empty {})
}

/// Asks the hub to let this device in, and keeps what ties the two.
fn let_in(station: &mut Station, input: &EnrollInput) -> Result<(), AppError> {
    // A hub that was restored from a backup has forgotten who enrolled since: they enrol again. One
    // that was only reached by stick gets an address.
    let known = station.read(Bond::load)?;
    let is_here = |bond: &Bond| bond.url.is_empty() || bond.url == address(&input.hub);
    if known.as_ref().is_some_and(|bond| !is_here(bond)) {
        return Err(AppError::AlreadyEnrolled);
    }
    let ask = asking(station, &input.code)?;
    let high_water_ms = station.read(me::clock)?.high_water_ms;
    let mut link = station.host.connect(&input.hub, high_water_ms)?;
    let tell = exchange::enroll(link.as_mut(), &ask).map_err(failed)?;
    if known.is_some_and(|bond| (bond.hub_key, bond.station) != (tell.hub_key, tell.station)) {
        return Err(AppError::AlreadyEnrolled);
    }
    let bond = Bond {
        url: address(&input.hub).to_owned(),
        hub_key: tell.hub_key,
        station: tell.station,
        nonce: tell.nonce.0,
        request_sequence: 0,
        heard_ms: Some(tell.hub_time_ms),
        code: None,
    };
    station
        .store
        .write(|db| {
            bond.save(db)?;
            let mut clock = me::clock(db)?;
            clock.confirm(tell.hub_time_ms.max(crate::BUILD_MS));
            me::save_clock(db, &clock)
        })
        .map_err(AppError::from)
}

/// What this device says to be let in by a one-time code.
pub(crate) fn asking(station: &Station, code: &str) -> Result<EnrolAsk, AppError> {
    let me = station.me()?;
    let key = signin::signer(station)?;
    Ok(EnrolAsk {
        code: code.trim().to_owned(),
        device: me.device,
        key: Hash32(key.verifying_key().to_bytes()),
        origin: me.origin,
        name: station.read(StationView::load)?.name,
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

fn address(hub: &str) -> &str {
    hub.trim().trim_end_matches('/')
}

/// `sync.run`.
///
/// # Errors
/// [`AppError::NotEnrolled`], [`AppError::NoLink`], [`AppError::Revoked`] …; what arrived before
/// counts, and the next sync goes on from there.
pub fn sync(station: &mut Station, _: Empty) -> Result<SyncReport, AppError> {
    sync_with(station, &mut |_| {})
}

/// Syncs, telling how far it has come.
///
/// # Errors
/// As [`sync`].
pub fn sync_with(
    station: &mut Station,
    progress: &mut dyn FnMut(Progress),
) -> Result<SyncReport, AppError> {
    station.by(Right::Open)?;
    let started = Instant::now();
    let outcome = exchange_all(station, progress);
    let at_ms = station.host.now_ms();
    let outcome = outcome.map(|(mut report, refused)| {
        report.elapsed_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        report.refused = refused;
        report
    });
    let past = match &outcome {
        Ok(report) => SyncPast {
            at_ms,
            error: None,
            report: Some(report.clone()),
        },
        Err(error) => SyncPast {
            at_ms,
            error: Some(error.code()),
            report: None,
        },
    };
    let text = serde_json::to_string(&past).map_err(|e| AppError::Internal {
        detail: e.to_string(),
    })?;
    station
        .store
        .write(|db| Ok::<_, Fault>(sync_log::put(db, at_ms, &text)?))
        .map_err(AppError::from)?;
    outcome
}

fn exchange_all(
    station: &mut Station,
    progress: &mut dyn FnMut(Progress),
) -> Result<(SyncReport, Vec<String>), AppError> {
    let mut bond = station.read(Bond::load)?.ok_or(AppError::NotEnrolled)?;
    if bond.url.is_empty() {
        return Err(AppError::NotEnrolled);
    }
    // A PC that began with a bundle, and has a link before the stick came back.
    if let Some(code) = bond.code.take() {
        let hub = bond.url.clone();
        let_in(station, &EnrollInput { hub, code })?;
    }
    let high_water_ms = station.read(me::clock)?.high_water_ms;
    let mut link = station.host.connect(&bond.url, high_water_ms)?;
    let limits = Limits::default();
    let before = station.read(acknowledged)?;
    let mut replica = Replica::new(station)?;
    let mut done = exchange::sync(&mut replica, link.as_mut(), &limits, progress);
    // A disk that was copied back counts its requests anew, from where the copy stood; one that was
    // copied back before needs a further leap than then.
    for leap in 0..LEAPS {
        match &done {
            Err(SyncError::Refused { code, .. }) if code == "replayed" => {
                replica.leap_requests(leap).map_err(AppError::from)?;
                done = exchange::sync(&mut replica, link.as_mut(), &limits, progress);
            }
            Ok(_) | Err(_) => break,
        }
    }
    let mut done = done.map_err(failed)?;
    // The hub's history has come: what only this disk held is written again and sent. It may wait
    // since an earlier sync, which found the fork and was cut.
    if replica.station.read(|db| Ok(lost::is_any(db)?))? {
        let now_ms = replica.station.host.now_ms();
        replica
            .station
            .store
            .write(|db| fork::write_again(db, now_ms))
            .map_err(AppError::from)?;
        let more =
            exchange::sync(&mut replica, link.as_mut(), &limits, progress).map_err(failed)?;
        done.pulled = done.pulled.saturating_add(more.pulled);
        done.refused.extend(more.refused);
        done.refused_here.extend(more.refused_here);
    }
    let meter = link.meter();
    let refused = refused(done.refused.iter().chain(&done.refused_here));
    let after = replica.station.read(acknowledged)?;
    let report = SyncReport {
        pushed: after.saturating_sub(before),
        pulled: done.pulled,
        requests: meter.requests,
        bytes_up: meter.bytes_up,
        bytes_down: meter.bytes_down,
        elapsed_ms: 0,
        refused: Vec::new(),
    };
    Ok((report, refused))
}

/// What was refused, as it is told: `origin-sequence: code`.
pub(crate) fn refused<'a>(all: impl Iterator<Item = &'a Refused>) -> Vec<String> {
    all.map(ToString::to_string).collect()
}

/// How many facts of devices the hub has acknowledged; its own do not count as sent.
pub(crate) fn acknowledged(db: &Db<'_>) -> Result<u64, Fault> {
    let devices = origin::all(db)?.into_iter().filter(|o| !o.is_hub);
    Ok(devices.fold(0, |sum, o| sum.saturating_add(o.at_hub)))
}

/// What a failed exchange tells a person.
fn failed(error: SyncError) -> AppError {
    match error {
        SyncError::Transport(TransportError::NoLink) => AppError::NoLink,
        SyncError::Transport(TransportError::Stalled | TransportError::Cut) => {
            AppError::LinkStalled
        }
        SyncError::Transport(TransportError::Stopped) => AppError::Stopped,
        SyncError::Transport(TransportError::BadCertificate) => AppError::BadCertificate,
        // Something answered, but not in a hub's language.
        SyncError::Transport(TransportError::Other(_)) => AppError::NotAHub,
        SyncError::CaptivePortal => AppError::CaptivePortal,
        SyncError::NotAHub => AppError::NotAHub,
        SyncError::Revoked => AppError::Revoked,
        SyncError::NotEnrolled => AppError::HubRefused {
            reason: "not_enrolled".to_owned(),
        },
        SyncError::BadSignature => AppError::BadSignature,
        SyncError::Refused { code, .. } => match code.as_str() {
            "code_unknown" => AppError::BadCode,
            "code_used" | "code_expired" => AppError::CodeUsed,
            _ => AppError::HubRefused { reason: code },
        },
        SyncError::HubTrouble { status } => AppError::HubRefused {
            reason: format!("http_{status}"),
        },
        // The store's own words are kept: a full disk is not a fault of the hub.
        SyncError::Storage(inner) => match inner.downcast::<Fault>() {
            Ok(fault) => AppError::from(*fault),
            Err(other) => AppError::Storage {
                detail: other.to_string(),
            },
        },
        SyncError::Frame(detail) => AppError::Internal { detail },
    }
}
