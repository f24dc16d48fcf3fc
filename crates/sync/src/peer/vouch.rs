//! Who signs for a log besides its author. A device that was restored, or lost its key, holds facts
//! of its older origin that nobody signed: they were written since the last sync. Its new origin
//! names the older one, and its key stands for them.

use super::{Log, OriginHead};
use crate::encode::{Read, read_body};
use tsong_domain::fact::{Body, OriginBorn};
use tsong_domain::id::{DeviceId, Hash32, Origin};

/// An origin's birth; `None` when it is not here.
fn born<L: Log>(log: &L, origin: Origin) -> Result<Option<OriginBorn>, L::Error> {
    let first = log.facts(origin, 1, 0)?.into_iter().next();
    Ok(first.and_then(|raw| match read_body(&raw.body) {
        Read::Known(Body::Origin(born)) => Some(born),
        Read::Known(_) | Read::Unknown | Read::Malformed => None,
    }))
}

/// Whether `later` names `older` among the older origins of its device.
///
/// # Errors
/// If the log's storage fails.
pub(super) fn names<L: Log>(log: &L, later: Origin, older: Origin) -> Result<bool, L::Error> {
    Ok(later != older && born(log, later)?.is_some_and(|b| b.after.contains(&older)))
}

/// The keys of the origins of `device` that name `origin` as an older one.
///
/// # Errors
/// If the log's storage fails.
pub fn vouching<L: Log>(
    log: &L,
    device: DeviceId,
    origin: Origin,
) -> Result<Vec<Hash32>, L::Error> {
    let is_later = |h: &OriginHead| h.device == device && h.origin != origin;
    let mut keys = Vec::new();
    for head in log.heads()?.into_iter().filter(is_later) {
        if names(log, head.origin, origin)? {
            keys.push(head.key);
        }
    }
    Ok(keys)
}
