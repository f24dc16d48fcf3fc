//! `tsong-hub`: the county's platform server.

use clap::Parser;
use std::io::Write;
use std::process::ExitCode;
use tsong_hub::commands::Program;

fn main() -> ExitCode {
    let program = Program::parse();
    let is_json = program.is_json();
    match program.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let code = error.code();
            let line = if is_json {
                serde_json::json!({ "code": code, "message": error.to_string() }).to_string()
            } else {
                format!("{code}: {error}")
            };
            // Where even this cannot be written there is nobody to tell.
            writeln!(std::io::stderr(), "{line}").unwrap_or(());
            ExitCode::FAILURE
        }
    }
}
