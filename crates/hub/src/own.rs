//! What the hub itself writes: one origin for each station, so that no device sees gaps where
//! another station's facts would be.

use crate::code::random;
use crate::error::{HubError, Result};
use crate::identity::public;
use crate::storage::Tables;
use ed25519_dalek::SigningKey;
use tsong_domain::fact::{Access, Actor, Body, Header, OriginBorn, RawFact};
use tsong_domain::id::{DeviceId, EntityId, FactId, Origin};
use tsong_domain::time::Hlc;
use tsong_sync::chain::{GENESIS, next_head};
use tsong_sync::encode::encode_body;
use tsong_sync::sign::sign_head;

/// The hub, as a device.
pub(crate) const HUB_DEVICE: DeviceId = DeviceId(0);

/// Writes one transaction in the hub's own origin of a station, which is made when there is none.
pub(crate) fn write(
    tables: &dyn Tables,
    key: &SigningKey,
    station: EntityId,
    bodies: Vec<Body>,
    now_ms: i64,
) -> Result<()> {
    let row = tables
        .station(station)?
        .ok_or_else(|| HubError::refused("station_unknown", format!("no station {station}")))?;
    match row.hub_origin {
        Some(origin) => append(tables, key, station, origin, bodies, now_ms),
        None => {
            let origin = born(tables, key, station, Vec::new(), now_ms)?;
            append(tables, key, station, origin, bodies, now_ms)
        }
    }
}

/// The hub found its own origin forked (a backup was put back and written on): it goes on under a
/// new one and says there again who is let in and who is not.
pub(crate) fn renew(
    tables: &dyn Tables,
    key: &SigningKey,
    station: EntityId,
    forked: Origin,
    now_ms: i64,
) -> Result<()> {
    let origin = born(tables, key, station, vec![forked], now_ms)?;
    let bodies: Vec<Body> = tables
        .devices(station)?
        .into_iter()
        .map(|d| {
            let allowed = d.revoked_ms.is_none();
            Body::Access(Access {
                device: d.device,
                key: d.key,
                allowed,
            })
        })
        .collect();
    if bodies.is_empty() {
        return Ok(());
    }
    append(tables, key, station, origin, bodies, now_ms)
}

fn born(
    tables: &dyn Tables,
    key: &SigningKey,
    station: EntityId,
    after: Vec<Origin>,
    now_ms: i64,
) -> Result<Origin> {
    let origin = Origin(u64::from_le_bytes(random()?));
    let born = OriginBorn {
        device: HUB_DEVICE,
        key: public(key),
        after,
        hub: true,
    };
    tables.add_origin(station, origin, &born)?;
    tables.set_hub_origin(station, origin)?;
    append(
        tables,
        key,
        station,
        origin,
        vec![Body::Origin(born)],
        now_ms,
    )?;
    Ok(origin)
}

fn append(
    tables: &dyn Tables,
    key: &SigningKey,
    station: EntityId,
    origin: Origin,
    bodies: Vec<Body>,
    now_ms: i64,
) -> Result<()> {
    let last = tables
        .origins(station)?
        .into_iter()
        .find(|h| h.origin == origin);
    let (mut sequence, mut head) = last.map_or((0, GENESIS), |h| (h.sequence, h.head));
    let before = tables.fact(station, FactId::new(origin, sequence))?;
    let floor = before.map_or(0, |f| f.header.time.raw().saturating_add(1));
    let mut time = Hlc::at_ms(now_ms).raw().max(floor);
    let count = bodies.len();
    for (i, body) in bodies.into_iter().enumerate() {
        sequence = sequence.saturating_add(1);
        let fact = RawFact {
            header: Header {
                id: FactId::new(origin, sequence),
                time: Hlc::from_raw(time),
                doubtful: false,
                actor: Actor::Station,
                entity: EntityId::NIL,
                more: i.saturating_add(1) < count,
            },
            body: encode_body(&body).map_err(|e| HubError::Broken(e.to_string()))?,
            personal: None,
        };
        head = next_head(&head, &fact);
        tables.append_fact(station, &fact, &head)?;
        time = time.saturating_add(1);
    }
    tables.reach_origin(station, origin, sequence, &head)?;
    let at = FactId::new(origin, sequence);
    tables.put_signature(station, at, &sign_head(key, origin, sequence, &head))
}
