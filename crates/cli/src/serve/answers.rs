//! What is answered, and with which status.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, LOCATION, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use tsong_contract::AppError;

pub(super) fn opened(cookie: &str) -> Response {
    let mut response = plain(StatusCode::SEE_OTHER, "");
    let headers = response.headers_mut();
    headers.insert(LOCATION, HeaderValue::from_static("/"));
    if let Ok(cookie) = HeaderValue::from_str(cookie) {
        headers.insert(SET_COOKIE, cookie);
    }
    response
}

pub(super) fn refused() -> Response {
    let error = AppError::NotAllowed {
        right: "open".to_owned(),
    };
    told(&error, StatusCode::FORBIDDEN)
}

pub(super) fn told(error: &AppError, status: StatusCode) -> Response {
    let text = serde_json::to_string(error).unwrap_or_default();
    of_json(status, text)
}

pub(super) fn of_json(status: StatusCode, text: String) -> Response {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

pub(super) fn plain(status: StatusCode, text: &'static str) -> Response {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    response.headers_mut().insert(
        CONTENT_TYPE,
        HeaderValue::from_static("text/plain; charset=utf-8"),
    );
    response
}

/// The HTTP status of an error: whose fault it is, roughly; the code in the body says it exactly.
pub(super) fn status(error: &AppError) -> StatusCode {
    match error {
        AppError::SignInNeeded | AppError::WrongPin { .. } => StatusCode::UNAUTHORIZED,
        AppError::NotAllowed { .. } => StatusCode::FORBIDDEN,
        AppError::NotFound { .. } | AppError::UnknownCommand { .. } => StatusCode::NOT_FOUND,
        AppError::BadInput { .. } | AppError::BadJson { .. } => StatusCode::BAD_REQUEST,
        AppError::LockedOut { .. } => StatusCode::TOO_MANY_REQUESTS,
        AppError::DatabaseDamaged
        | AppError::DiskFull
        | AppError::Storage { .. }
        | AppError::BundleNoRoom
        | AppError::Io { .. }
        | AppError::Internal { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        AppError::DatabaseBusy | AppError::Stopped => StatusCode::SERVICE_UNAVAILABLE,
        AppError::NoLink
        | AppError::LinkStalled
        | AppError::CaptivePortal
        | AppError::NotAHub
        | AppError::BadCertificate
        | AppError::HubRefused { .. } => StatusCode::BAD_GATEWAY,
        AppError::NotAPhoto
        | AppError::PhotoTooLarge
        | AppError::DatabaseNewer { .. }
        | AppError::WrongKey
        | AppError::NoDatabase { .. }
        | AppError::DatabaseExists { .. }
        | AppError::NotEnoughStock { .. }
        | AppError::BelowFloor { .. }
        | AppError::WrongState { .. }
        | AppError::UndoExpired
        | AppError::MissingMarks
        | AppError::NotTheKeeper
        | AppError::NeedsRecount
        | AppError::NeedsTakeover
        | AppError::AlreadyDone
        | AppError::AlreadyEnrolled
        | AppError::NotEnrolled
        | AppError::BadCode
        | AppError::CodeUsed
        | AppError::Revoked
        | AppError::Fork
        | AppError::BadSignature
        | AppError::RecoveryKeyWrong
        | AppError::KeyMissing
        | AppError::KeyringUnavailable
        | AppError::BackupDamaged
        | AppError::NotABundle
        | AppError::BundleNewer { .. }
        | AppError::BundleNotOurs
        | AppError::BundleCut
        | AppError::BundleDamaged
        | AppError::NoBundle
        | AppError::DirectoryNotEmpty { .. }
        | AppError::PinTooShort
        | AppError::NameTaken
        | AppError::LastKeeper
        | AppError::NoLines
        | AppError::TooLarge
        | AppError::ImportPartly { .. }
        | AppError::VerifyFailed { .. } => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
