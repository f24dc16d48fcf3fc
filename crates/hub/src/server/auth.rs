//! Which device asks, by its signature.

use super::Hub;
use super::reply::{Problem, blocking};
use crate::door;
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
        let known = door::device(&hub.storage, &hub.key, method, &path, &signed);
        hub.metrics.asked(known.is_ok());
        known
    });
    Ok((known.await?, signed))
}
