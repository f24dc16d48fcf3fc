//! Stations and devices: added, let in, shut out.

use crate::code::{hash_code, new_code, random};
use crate::error::{HubError, Result};
use crate::identity::public;
use crate::own;
use crate::storage::device::DeviceRow;
use crate::storage::station::StationRow;
use crate::storage::{Storage, Tables};
use ed25519_dalek::SigningKey;
use tsong_domain::fact::{Access, Body};
use tsong_domain::id::{DeviceId, EntityId, Origin};
use tsong_sync::exchange::{EnrolAsk, EnrolTell, Nonce};

/// The longest name of a station or a device that is kept, in characters.
const NAME_CHARS: usize = 80;

fn clean(name: &str) -> String {
    name.chars()
        .filter(|c| !c.is_control())
        .take(NAME_CHARS)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Adds a station with the hub's origin for it and a first code. The station's id and the code.
///
/// # Errors
/// `bad_name` for an empty name, and whatever the database says.
pub fn add_station<S: Storage>(
    storage: &S,
    key: &SigningKey,
    name: &str,
    place: u64,
    now_ms: i64,
) -> Result<(EntityId, String)> {
    let name = clean(name);
    if name.is_empty() {
        return Err(HubError::refused("bad_name", "a station needs a name"));
    }
    let maker = Origin(u64::from_le_bytes(random()?));
    let station = EntityId::mint(maker, 1, now_ms);
    let code = new_code()?;
    storage.write(|t| {
        t.add_station(&StationRow {
            station,
            name: name.clone(),
            place,
            created_ms: now_ms,
            hub_origin: None,
        })?;
        own::write(t, key, station, Vec::new(), now_ms)?;
        t.add_code(station, &hash_code(&code), now_ms)
    })?;
    Ok((station, code))
}

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

/// A new one-time code for a station: for a second device, or a restored one.
///
/// # Errors
/// Whatever the database says.
pub fn add_code<S: Storage>(storage: &S, station: EntityId, now_ms: i64) -> Result<String> {
    let code = new_code()?;
    storage.write(|t| t.add_code(station, &hash_code(&code), now_ms))?;
    Ok(code)
}

/// Lets a device in.
///
/// # Errors
/// `code_unknown`, `code_used`, `other_station` (a device belongs to one station), `bad_device`,
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
        let nonce = match code.used_by {
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
        name: clean(&ask.name),
        version: clean(&ask.version),
        enrolled_ms: now_ms,
        revoked_ms: None,
        last_heard_ms: None,
        waiting: 0,
        request_sequence: 0,
    })?;
    let access = Access {
        device: ask.device,
        key: ask.key,
        allowed: true,
    };
    own::write(tables, key, station, vec![Body::Access(access)], now_ms)?;
    Ok(nonce)
}

/// Shuts a device out: its requests are refused from now on; what it wrote before stays.
///
/// # Errors
/// `device_unknown`, and whatever the database says.
pub fn revoke<S: Storage>(
    storage: &S,
    key: &SigningKey,
    station: EntityId,
    device: DeviceId,
    now_ms: i64,
) -> Result<()> {
    storage.write(|t| {
        let known = t.device(device)?.filter(|d| d.station == station);
        let known = known
            .ok_or_else(|| HubError::refused("device_unknown", format!("no device {device}")))?;
        if known.revoked_ms.is_some() {
            return Ok(());
        }
        t.revoke_device(station, device, now_ms)?;
        let access = Access {
            device,
            key: known.key,
            allowed: false,
        };
        own::write(t, key, station, vec![Body::Access(access)], now_ms)
    })
}
