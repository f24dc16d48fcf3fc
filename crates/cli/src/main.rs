//! `tsong`: the station's commands without a window.

mod args;
mod open;
mod out;
mod run;
mod serve;

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
            return if help.print().is_ok() {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            };
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
fn status(error: &AppError) -> u8 {
    let has_no_link = matches!(
        error,
        AppError::NoLink
            | AppError::LinkStalled
            | AppError::CaptivePortal
            | AppError::NotAHub
            | AppError::BadCertificate
    );
    let is_refused = matches!(
        error,
        AppError::HubRefused { .. }
            | AppError::BadCode
            | AppError::CodeUsed
            | AppError::Revoked
            | AppError::BadSignature
    );
    if has_no_link {
        4
    } else if is_refused {
        5
    } else {
        1
    }
}
