//! Which device asks, by its signature.

use crate::error::{HubError, Result};
use crate::identity::public;
use crate::storage::Storage;
use crate::storage::device::DeviceRow;
use ed25519_dalek::SigningKey;
use tsong_sync::exchange::request::Authorization;

/// The device that signed this request, which nobody has sent before. Its number is used up.
///
/// # Errors
/// `not_enrolled`, `bad_signature`, `revoked`, `replayed`, and whatever the database says.
pub fn device<S: Storage>(
    storage: &S,
    hub: &SigningKey,
    method: &str,
    path: &str,
    signed: &Authorization,
) -> Result<DeviceRow> {
    let known = storage.read(|t| t.device(signed.device))?;
    let device =
        known.ok_or_else(|| HubError::refused("not_enrolled", "the device is not known here"))?;
    if !signed.is_signed_by(&device.key, method, path, &public(hub), &device.nonce) {
        return Err(HubError::refused(
            "bad_signature",
            "the signature does not fit",
        ));
    }
    if device.revoked_ms.is_some() {
        return Err(HubError::refused("revoked", "the device was shut out"));
    }
    let is_new =
        storage.write(|t| t.take_request(device.station, device.device, signed.sequence))?;
    if !is_new {
        return Err(HubError::refused(
            "replayed",
            "this request was sent before",
        ));
    }
    Ok(device)
}
