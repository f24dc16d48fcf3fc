//! How the lower rooms' failures become what a screen shows.

use crate::keys::KeyError;
use tsong_contract::AppError;
use tsong_domain::refusal::Refusal;
use tsong_store::StoreError;
use tsong_sync::encode::EncodeError;

/// A failure inside a use case.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The store failed.
    #[error("{0}")]
    Store(#[from] StoreError),
    /// The rules refused.
    #[error("{0}")]
    Refused(#[from] Refusal),
    /// Something to tell the person.
    #[error("{0:?}")]
    App(AppError),
    /// A fact could not be written down.
    #[error("{0}")]
    Encode(#[from] EncodeError),
    /// The system gave no randomness.
    #[error("no randomness")]
    Random,
}

impl From<AppError> for Fault {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl From<Fault> for AppError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Store(error) => store(error),
            Fault::Refused(refusal) => refused(refusal),
            Fault::App(error) => error,
            Fault::Encode(error) => Self::Internal {
                detail: error.to_string(),
            },
            Fault::Random => Self::Internal {
                detail: "no randomness".to_owned(),
            },
        }
    }
}

/// What a failure of the store tells a person.
#[must_use]
pub fn store(error: StoreError) -> AppError {
    match error {
        StoreError::Missing { path } => AppError::NoDatabase { path },
        StoreError::Exists { path } => AppError::DatabaseExists { path },
        StoreError::Newer { found, known } => AppError::DatabaseNewer { found, known },
        StoreError::WrongKey => AppError::WrongKey,
        StoreError::Damaged { .. } => AppError::DatabaseDamaged,
        StoreError::DiskFull => AppError::DiskFull,
        StoreError::Busy => AppError::DatabaseBusy,
        StoreError::Unreadable { what } => AppError::Storage {
            detail: what.to_owned(),
        },
        StoreError::Other { detail } => AppError::Storage { detail },
    }
}

/// What a failure of the keys tells a person.
#[must_use]
pub fn key(error: KeyError) -> AppError {
    match error {
        KeyError::Missing | KeyError::Damaged => AppError::KeyMissing,
        KeyError::KeyringUnavailable(_) => AppError::KeyringUnavailable,
        KeyError::Exists => AppError::DatabaseExists {
            path: String::new(),
        },
        KeyError::Io(error) => io(&error),
    }
}

/// What a failure of the disk tells a person.
#[must_use]
pub fn io(error: &std::io::Error) -> AppError {
    if error.kind() == std::io::ErrorKind::StorageFull {
        AppError::DiskFull
    } else {
        AppError::Io {
            detail: error.to_string(),
        }
    }
}

fn refused(refusal: Refusal) -> AppError {
    match refusal {
        Refusal::MissingMarks => AppError::MissingMarks,
        Refusal::WrongState { state } => AppError::WrongState {
            state: state.to_owned(),
        },
        Refusal::NotTheKeeper => AppError::NotTheKeeper,
        Refusal::NotEnough {
            asked, available, ..
        } => AppError::NotEnoughStock {
            product: String::new(),
            asked: asked.get(),
            available: available.get(),
        },
        Refusal::NeedsRecount { .. } => AppError::NeedsRecount,
        Refusal::NeedsTakeover => AppError::NeedsTakeover,
        Refusal::AlreadyDone => AppError::AlreadyDone,
        Refusal::UndoExpired => AppError::UndoExpired,
        Refusal::Input { field, error } => AppError::input(field, error),
        Refusal::DoesNotAddUp { .. } => AppError::BadInput {
            field: "lost".to_owned(),
            reason: "does_not_add_up".to_owned(),
        },
        Refusal::NotPicked { .. } => AppError::BadInput {
            field: "lot".to_owned(),
            reason: "not_picked".to_owned(),
        },
        Refusal::Perishes => AppError::BadInput {
            field: "step".to_owned(),
            reason: "perishes".to_owned(),
        },
        Refusal::MoreThanPaid { .. } => AppError::BadInput {
            field: "amount".to_owned(),
            reason: "more_than_paid".to_owned(),
        },
        Refusal::TooLarge => AppError::TooLarge,
        Refusal::NoLines => AppError::NoLines,
    }
}
