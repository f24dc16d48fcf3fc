//! `tsong`: the station's commands without a window.

mod args;
mod host;
mod open;
mod out;
mod run;

use args::Args;
use clap::Parser;
use std::process::ExitCode;
use tsong_contract::AppError;

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) if error.use_stderr() => {
            let is_json = std::env::args().any(|a| a == "--json");
            return out::usage(&error, is_json);
        }
        // Help and version are no errors.
        Err(help) => {
            return if help.print().is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
    };
    let out = out::Out::new(&args);
    match run::run(&args, &out) {
        Ok(done) => done,
        Err(error) => {
            out.error(&error);
            ExitCode::from(status(&error))
        }
    }
}

/// The exit status of an error: 4 no link, 5 refused by the hub, 1 the rest.
const fn status(error: &AppError) -> u8 {
    match error {
        AppError::NoLink
        | AppError::LinkStalled
        | AppError::CaptivePortal
        | AppError::NotAHub
        | AppError::BadCertificate => 4,
        AppError::HubRefused { .. }
        | AppError::BadCode
        | AppError::CodeUsed
        | AppError::Revoked
        | AppError::BadSignature => 5,
        AppError::ImportPartly { .. } => 3,
        AppError::SignInNeeded
        | AppError::WrongPin { .. }
        | AppError::LockedOut { .. }
        | AppError::NotAllowed { .. }
        | AppError::NotFound { .. }
        | AppError::BadInput { .. }
        | AppError::BadJson { .. }
        | AppError::UnknownCommand { .. }
        | AppError::NotAPhoto
        | AppError::PhotoTooLarge
        | AppError::DatabaseNewer { .. }
        | AppError::DatabaseDamaged
        | AppError::WrongKey
        | AppError::NoDatabase { .. }
        | AppError::DatabaseExists { .. }
        | AppError::DiskFull
        | AppError::DatabaseBusy
        | AppError::Storage { .. }
        | AppError::NotEnoughStock { .. }
        | AppError::WrongState { .. }
        | AppError::UndoExpired
        | AppError::MissingMarks
        | AppError::NotTheKeeper
        | AppError::NeedsRecount
        | AppError::NeedsTakeover
        | AppError::AlreadyDone
        | AppError::AlreadyEnrolled
        | AppError::NotEnrolled
        | AppError::Fork
        | AppError::RecoveryKeyWrong
        | AppError::KeyMissing
        | AppError::KeyringUnavailable
        | AppError::BackupDamaged
        | AppError::DirectoryNotEmpty { .. }
        | AppError::PinTooShort
        | AppError::NameTaken
        | AppError::LastKeeper
        | AppError::NoLines
        | AppError::TooLarge
        | AppError::VerifyFailed { .. }
        | AppError::Io { .. }
        | AppError::Internal { .. } => 1,
    }
}
