//! Refusals in JSON, and work that blocks.

use crate::error::{HubError, Result};
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use tsong_sync::exchange::ErrorBody;

/// A refusal.
#[derive(Debug)]
pub(super) struct Problem {
    status: u16,
    body: ErrorBody,
}

impl Problem {
    pub(super) fn new(status: u16, code: &str, message: impl Into<String>) -> Self {
        let body = ErrorBody {
            code: code.to_owned(),
            message: message.into(),
            offset: None,
        };
        Self { status, body }
    }

    /// The blob really ends elsewhere.
    pub(super) fn wrong_offset(offset: u64) -> Self {
        let mut problem = Self::new(409, "wrong_offset", "the blob goes on elsewhere");
        problem.body.offset = Some(offset);
        problem
    }
}

impl From<HubError> for Problem {
    fn from(error: HubError) -> Self {
        let status = match error.code() {
            "station_unknown" | "device_unknown" | "not_found" => 404,
            "code_unknown" | "code_used" | "other_station" | "bad_device" | "revoked" => 403,
            "not_enrolled" | "bad_signature" | "bad_token" => 401,
            "replayed" => 409,
            "malformed" | "bad_query" => 400,
            "too_large" => 413,
            _ => 500,
        };
        // What the database says is for the log, not for whoever asked.
        let message = if status == 500 {
            "the hub has trouble".to_owned()
        } else {
            error.to_string()
        };
        Self::new(status, error.code(), message)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        (status, Json(self.body)).into_response()
    }
}

/// Runs work that blocks on a thread of its own.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> std::result::Result<T, Problem> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result.map_err(Problem::from),
        Err(_) => Err(Problem::new(500, "broken", "the hub has trouble")),
    }
}
