//! `tsong-sample DIR [URL CODE]`: makes the sample station in a folder, enrolled at a hub when one is
//! named, and prints who can sign in.

#![allow(clippy::print_stdout, reason = "a program for a terminal")]

use serde_json::json;
use std::path::Path;
use std::process::ExitCode;
use tsong_tests::sample::{self, AtHub};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (dir, hub) = match words.as_slice() {
        [dir] => (*dir, None),
        [dir, url, code] => (*dir, Some(AtHub { url, code })),
        _ => {
            eprintln!("tsong-sample DIR [URL CODE]");
            return ExitCode::FAILURE;
        }
    };
    match sample::make(Path::new(dir), hub) {
        Ok(recovery_key) => {
            let made = json!({
                "station": sample::STATION,
                "operator": sample::OPERATOR, "pin": sample::PIN,
                "second": sample::SECOND, "second_pin": sample::SECOND_PIN,
                "recovery_key": recovery_key,
            });
            println!("{made}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error:?}");
            ExitCode::FAILURE
        }
    }
}
