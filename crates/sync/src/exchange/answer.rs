//! Telling a hub's answer from everything else that answers on a village's network.

use super::SyncError;
use crate::transport::{Response, TransportError};
use serde::{Deserialize, Serialize};
use std::io::Read;

/// The most of a refusal that is read.
const MAX_REFUSAL_BYTES: u64 = 16 * 1024;

/// How the hub refuses, in JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorBody {
    /// Stable, for programs.
    pub code: String,
    /// For people who read logs.
    pub message: String,
    /// Where a blob really ends, with the code `wrong_offset`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offset: Option<u64>,
}

/// What a failed read of an answer means.
pub(super) fn of_read(error: &std::io::Error) -> SyncError {
    SyncError::Transport(TransportError::of_read(error))
}

/// What bytes are that are not what a hub says: a page, or something else.
pub(super) fn garbage(start: &[u8], content_type: &str) -> SyncError {
    let first = start.iter().find(|b| !b.is_ascii_whitespace());
    let is_page = content_type.starts_with("text/html") || first == Some(&b'<');
    if is_page {
        SyncError::CaptivePortal
    } else {
        SyncError::NotAHub
    }
}

/// The answer, if the hub accepted.
pub(super) fn accepted(response: Response) -> Result<Response, SyncError> {
    match response.status {
        200 | 201 if response.content_type.starts_with("text/html") => {
            Err(SyncError::CaptivePortal)
        }
        200 | 201 => Ok(response),
        300..=399 | 511 => Err(SyncError::CaptivePortal),
        _ => Err(refusal(response).0),
    }
}

/// What the hub refused, with the offset that it may have told.
pub(super) fn refusal(mut response: Response) -> (SyncError, Option<u64>) {
    let mut bytes = Vec::new();
    if let Err(error) = response
        .body
        .by_ref()
        .take(MAX_REFUSAL_BYTES)
        .read_to_end(&mut bytes)
    {
        return (of_read(&error), None);
    }
    let status = response.status;
    let Ok(body) = serde_json::from_slice::<ErrorBody>(&bytes) else {
        // A page before a hub that is down (nginx's 502) is no login page.
        let error = if status >= 500 {
            SyncError::HubTrouble { status }
        } else {
            garbage(&bytes, &response.content_type)
        };
        return (error, None);
    };
    let error = match body.code.as_str() {
        "revoked" => SyncError::Revoked,
        "not_enrolled" => SyncError::NotEnrolled,
        "bad_signature" => SyncError::BadSignature,
        _ if status >= 500 => SyncError::HubTrouble { status },
        _ => SyncError::Refused {
            status,
            code: body.code,
            message: body.message,
        },
    };
    (error, body.offset)
}
