//! Refusals in JSON, and work that blocks.

use crate::error::{HubError, Result};
use axum::Json;
use axum::extract::Query;
use axum::extract::rejection::{JsonRejection, QueryRejection};
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{IntoResponse, Response};
use std::time::Duration;
use tsong_contract::desk::Refusal;

/// A refusal.
#[derive(Debug)]
pub(super) struct Problem {
    status: u16,
    body: Refusal,
}

impl Problem {
    pub(super) fn new(status: u16, code: &str, message: impl Into<String>) -> Self {
        let body = Refusal {
            code: code.to_owned(),
            message: message.into(),
            offset: None,
            wait_ms: None,
        };
        Self { status, body }
    }

    /// The next try must wait.
    pub(super) fn after(mut self, wait: Duration) -> Self {
        self.body.wait_ms = u64::try_from(wait.as_millis()).ok().filter(|ms| *ms > 0);
        self
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
        let status = error.status();
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
        let wait = self.body.wait_ms.map(|ms| ms.div_ceil(1000).to_string());
        let mut response = (status, Json(self.body)).into_response();
        if let Some(Ok(seconds)) = wait.map(|s| s.parse()) {
            response.headers_mut().insert(RETRY_AFTER, seconds);
        }
        response
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

/// A body that is the JSON that the path takes.
///
/// # Errors
/// `malformed`, `too_large`.
pub(super) fn taken<T>(
    body: std::result::Result<Json<T>, JsonRejection>,
) -> std::result::Result<T, Problem> {
    body.map(|Json(value)| value).map_err(|rejection| {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Problem::new(413, "too_large", "the request is too large")
        } else {
            Problem::new(400, "malformed", "not the JSON that is taken here")
        }
    })
}

/// A query that can be read.
///
/// # Errors
/// `bad_query`.
pub(super) fn asked<T>(
    query: std::result::Result<Query<T>, QueryRejection>,
) -> std::result::Result<T, Problem> {
    query
        .map(|Query(value)| value)
        .map_err(|_| Problem::new(400, "bad_query", "the query cannot be read"))
}
