//! `tsong-sample DIR [URL CODE] [--busy] [--orders N] [--listings N]`: makes the sample station in a folder,
//! enrolled at a hub when one is named, and prints who can sign in. Busy, it has sixty
//! villagers and the orders of weeks; with numbers it is a large one.

#![allow(clippy::print_stdout, reason = "a program for a terminal")]

use serde_json::json;
use std::path::Path;
use std::process::ExitCode;
use tsong_tests::sample::{self, AtHub, Many};

const USE: &str = "tsong-sample DIR [URL CODE] [--busy] [--orders N] [--listings N]";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some((words, many)) = read(&words) else {
        eprintln!("{USE}");
        return ExitCode::FAILURE;
    };
    let (dir, hub) = match words.as_slice() {
        [dir] => (*dir, None),
        [dir, url, code] => (*dir, Some(AtHub { url, code })),
        _ => {
            eprintln!("{USE}");
            return ExitCode::FAILURE;
        }
    };
    match sample::make(Path::new(dir), hub, many) {
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

/// The words without the flags, and what these say; nothing when a number is none.
fn read(words: &[String]) -> Option<(Vec<&str>, Many)> {
    let mut many = Many::default();
    let mut plain = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--busy" => many.is_busy = true,
            "--orders" => many.orders = words.next()?.parse().ok()?,
            "--listings" => many.listings = words.next()?.parse().ok()?,
            word => plain.push(word),
        }
    }
    Some((plain, many))
}
