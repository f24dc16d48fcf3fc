//! Which device asks, by its signature.

use super::Hub;
use super::reply::{Problem, blocking};
use crate::error::{HubError, Result};
use crate::identity::public;
use crate::storage::Storage;
use crate::storage::device::DeviceRow;
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use std::sync::Arc;
use tsong_sync::exchange::request::Authorization;

/// The device that signed this request, which nobody has sent before. Its number is used up.
///
/// # Errors
/// `bad_signature`, `not_enrolled`, `revoked`, `replayed`.
pub(super) async fn device<S: Storage>(
    hub: &Arc<Hub<S>>,
    method: &'static str,
    path: String,
    headers: &HeaderMap,
) -> std::result::Result<(DeviceRow, Authorization), Problem> {
    let header = headers.get(AUTHORIZATION).and_then(|h| h.to_str().ok());
    let signed = header
        .and_then(Authorization::read)
        .ok_or_else(|| Problem::new(401, "bad_signature", "the request is not signed"))?;
    let hub = Arc::clone(hub);
    let known = blocking(move || {
        let known = check(&hub, method, &path, &signed);
        hub.metrics.asked(known.is_ok());
        known
    });
    Ok((known.await?, signed))
}

fn check<S: Storage>(
    hub: &Hub<S>,
    method: &str,
    path: &str,
    signed: &Authorization,
) -> Result<DeviceRow> {
    let known = hub.storage.read(|t| t.device(signed.device))?;
    let device =
        known.ok_or_else(|| HubError::refused("not_enrolled", "the device is not known here"))?;
    if !signed.is_signed_by(&device.key, method, path, &public(&hub.key), &device.nonce) {
        return Err(HubError::refused(
            "bad_signature",
            "the signature does not fit",
        ));
    }
    if device.revoked_ms.is_some() {
        return Err(HubError::refused("revoked", "the device was shut out"));
    }
    let is_new = hub
        .storage
        .write(|t| t.take_request(device.station, device.device, signed.sequence))?;
    if !is_new {
        return Err(HubError::refused(
            "replayed",
            "this request was sent before",
        ));
    }
    Ok(device)
}
