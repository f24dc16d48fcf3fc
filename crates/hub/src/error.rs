//! What goes wrong at the hub: a code for programs, a sentence for people who read logs.

use tsong_sync::peer::{OfferError, TakeError};

/// The hub's result.
pub type Result<T> = std::result::Result<T, HubError>;

/// What goes wrong.
#[derive(Debug, thiserror::Error)]
pub enum HubError {
    /// The request cannot be granted; the codes are in the OpenAPI description.
    #[error("{message}")]
    Refused {
        /// Stable, for programs.
        code: &'static str,
        /// For people.
        message: String,
    },
    /// The folder's database was written by a newer version of this program.
    #[error("the database has version {found}, this program knows up to {known}: update tsong-hub")]
    Newer {
        /// Its version.
        found: i64,
        /// Ours.
        known: i64,
    },
    /// The database failed.
    #[error("the database failed: {0}")]
    Database(#[from] rusqlite::Error),
    /// A file or a socket failed.
    #[error("{what}: {source}")]
    Io {
        /// What was done, with its path or address.
        what: String,
        /// Why it failed.
        source: std::io::Error,
    },
    /// Something stored does not fit together.
    #[error("{0}")]
    Broken(String),
}

impl HubError {
    /// A refusal.
    pub fn refused(code: &'static str, message: impl Into<String>) -> Self {
        Self::Refused {
            code,
            message: message.into(),
        }
    }

    /// A failed file or socket, for `map_err`.
    pub fn io(what: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
        let what = what.into();
        move |source| Self::Io { what, source }
    }

    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Refused { code, .. } => code,
            Self::Newer { .. } => "database_newer",
            Self::Database(_) => "database",
            Self::Io { .. } => "io",
            Self::Broken(_) => "broken",
        }
    }

    /// The HTTP status with which it is answered.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self.code() {
            "station_unknown" | "device_unknown" | "not_found" | "lot_unknown" => 404,
            "code_unknown" | "code_used" | "code_expired" | "other_station" | "bad_device"
            | "revoked" => 403,
            "not_enrolled" | "bad_signature" | "bad_token" | "session_over" => 401,
            "replayed" | "quota_short" | "wrong_state" => 409,
            "malformed" | "bad_query" | "bad_name" | "bad_place" | "bad_reason" => 400,
            "too_large" => 413,
            "hub_restored" => 503,
            _ => 500,
        }
    }
}

impl From<TakeError<Self>> for HubError {
    fn from(error: TakeError<Self>) -> Self {
        let TakeError::Log(error) = error;
        error
    }
}

impl From<OfferError<Self>> for HubError {
    fn from(error: OfferError<Self>) -> Self {
        match error {
            OfferError::Log(error) => error,
            OfferError::Frame(fact, error) => Self::Broken(format!("fact {fact}: {error}")),
        }
    }
}
