//! Devices let in by a one-time code, and stations found.

use crate::code::{hash_code, random};
use crate::error::{HubError, Result};
use crate::identity::public;
use crate::own;
use crate::staff::clean_name;
use crate::storage::device::DeviceRow;
use crate::storage::station::StationRow;
use crate::storage::{Storage, Tables};
use ed25519_dalek::SigningKey;
use tsong_domain::fact::{Access, Body};
use tsong_domain::id::EntityId;
use tsong_sync::exchange::{EnrolAsk, EnrolTell, Nonce};

/// Finds a station by its id, or by its name where only one has it.
///
/// # Errors
/// `station_unknown`, `station_ambiguous`, and whatever the database says.
pub fn find_station<S: Storage>(storage: &S, wanted: &str) -> Result<StationRow> {
    let stations = storage.read(|t| t.stations())?;
    let id: Option<EntityId> = wanted.parse().ok();
    let mut found = stations
        .into_iter()
        .filter(|s| Some(s.station) == id || s.name == wanted.trim());
    match (found.next(), found.next()) {
        (Some(station), None) => Ok(station),
        (None, _) => Err(HubError::refused(
            "station_unknown",
            format!("no station {wanted}"),
        )),
        (Some(_), Some(_)) => {
            let message = format!("several stations are called {wanted}: give the id");
            Err(HubError::refused("station_ambiguous", message))
        }
    }
}

/// Lets a device in.
///
/// # Errors
/// `code_unknown`, `code_used`, `code_expired`, `other_station` (a device belongs to one station), `bad_device`,
/// and whatever the database says.
pub fn enroll<S: Storage>(
    storage: &S,
    key: &SigningKey,
    ask: &EnrolAsk,
    now_ms: i64,
) -> Result<EnrolTell> {
    if ask.device == own::HUB_DEVICE || ask.key == public(key) {
        return Err(HubError::refused(
            "bad_device",
            "that is the hub's own id or key",
        ));
    }
    let nonce: [u8; 16] = random()?;
    storage.write(|t| {
        let hash = hash_code(&ask.code);
        let code = t
            .code(&hash)?
            .ok_or_else(|| HubError::refused("code_unknown", "no such code"))?;
        let known = t.device(ask.device)?;
        if known.as_ref().is_some_and(|d| d.station != code.station) {
            return Err(HubError::refused(
                "other_station",
                "the device belongs to another station",
            ));
        }
        let is_over = code.expires_ms.is_some_and(|at| at <= now_ms);
        let nonce = match code.used_by {
            None if is_over => {
                let message = "the code has expired: ask the county for another";
                return Err(HubError::refused("code_expired", message));
            }
            None => let_in(t, key, ask, code.station, nonce, now_ms)?,
            // The answer got lost, and the same device asks again.
            Some(by) if by == (ask.device, ask.key) => known
                .filter(|d| d.key == ask.key && d.revoked_ms.is_none())
                .map(|d| d.nonce)
                .ok_or_else(|| HubError::refused("code_used", "the code was used"))?,
            Some(_) => return Err(HubError::refused("code_used", "the code was used")),
        };
        let station = t
            .station(code.station)?
            .ok_or_else(|| HubError::Broken(format!("code of no station {}", code.station)))?;
        Ok(EnrolTell {
            station: station.station,
            station_name: station.name,
            hub_key: public(key),
            nonce: Nonce(nonce),
            hub_time_ms: now_ms,
        })
    })
}

fn let_in(
    tables: &dyn Tables,
    key: &SigningKey,
    ask: &EnrolAsk,
    station: EntityId,
    nonce: [u8; 16],
    now_ms: i64,
) -> Result<[u8; 16]> {
    if !tables.use_code(&hash_code(&ask.code), ask.device, &ask.key, now_ms)? {
        return Err(HubError::refused("code_used", "the code was used"));
    }
    tables.put_device(&DeviceRow {
        station,
        device: ask.device,
        key: ask.key,
        nonce,
        name: clean_name(&ask.name),
        version: clean_name(&ask.version),
        enrolled_ms: now_ms,
        revoked_ms: None,
        revoked_by: None,
        revoked_reason: None,
        last_heard_ms: None,
        waiting: 0,
        request_sequence: 0,
    })?;
    // Restored or new: what an older disk of it had is not there any more.
    tables.forget_confirmed(station, ask.device)?;
    let access = Access {
        device: ask.device,
        key: ask.key,
        allowed: true,
    };
    own::write(tables, key, station, vec![Body::Access(access)], now_ms)?;
    Ok(nonce)
}
