//! `cargo xtask bench`: the figures, as ratios in one run.

use crate::checks::driven;
use crate::house::House;
use crate::run::programs;
use crate::stage::succeed;
use crate::{package, setup};
use std::process::Command;

/// Builds the programs for release and runs the benchmarks of the package `tsong-tests` over them;
/// `quick` takes fewer facts for the hub's memory. A missed bound is printed, not failed: times on
/// somebody else's machine are no test.
///
/// # Errors
/// When a program does not build or a benchmark cannot run.
pub fn bench(house: &House, quick: bool) -> Result<(), String> {
    let programs = programs::build(house, programs::HEADLESS, true)?;
    let mut finds = house.cargo();
    finds.args(["build", "--quiet", "--release", "-p", "tsong-station"]);
    finds.args(["--example", "find_bench"]);
    succeed(&mut finds)?;
    let mut command = house.cargo();
    command.args([
        "bench",
        "--quiet",
        "-p",
        "tsong-tests",
        "--bench",
        "figures",
    ]);
    if quick {
        command.args(["--", "--quick"]);
    }
    programs.name_in(&mut command);
    command.env(
        "TSONG_FIND_BENCH",
        house.built("release/examples", "find_bench"),
    );
    succeed(&mut command)
}

/// The window's figures, beside those of an empty one: starts, memory, keys, scrolling, sizes.
///
/// # Errors
/// When a program does not build or the window cannot be driven. A missed bound is printed.
pub fn window(house: &House) -> Result<(), String> {
    setup::for_tests(house)?;
    let packages = package::package(house)?;
    let programs = programs::build(house, programs::ALL, true)?;
    let mut empty = house.cargo();
    empty.args(["build", "--quiet", "--release", "-p", "tsong-window"]);
    empty.args(["--example", "tsong-empty"]);
    succeed(&mut empty)?;
    let mut command = driven(house, &["node", "figures.mjs"])?;
    programs.name_in(&mut command);
    command.env(
        "TSONG_EMPTY_BIN",
        house.built("release/examples", "tsong-empty"),
    );
    command.env("TSONG_DEB", &packages.desktop);
    succeed(&mut command)
}

/// What a sync costs beside a peer's and one bare POST of the same bytes. A missed bound is printed.
///
/// # Errors
/// When a program does not build, the peer cannot be installed or a measurement cannot run.
pub fn peers(house: &House) -> Result<(), String> {
    setup::for_tests(house)?;
    let dir = house.root.join("tests/peers");
    // Its addons come built; nothing of it is run while it is installed.
    succeed(
        house
            .command("npm")
            .args(["ci", "--ignore-scripts"])
            .current_dir(dir),
    )?;
    let programs = programs::build(house, programs::HEADLESS, true)?;
    succeed(&mut script(house, &programs, "tests/link/peers.py"))
}

/// The weak link: a day's work over one that loses, waits and is cut, and the figures over TLS.
///
/// # Errors
/// When a program does not build or a measurement cannot run.
pub fn link(house: &House) -> Result<(), String> {
    setup::for_tests(house)?;
    let programs = programs::build(house, programs::HEADLESS, true)?;
    succeed(&mut script(house, &programs, "tests/link/weak.py"))
}

/// A day's work over a weak link that is cut each half minute: all of it arrives, and at most a tenth is
/// sent twice. Where no network namespace can be made it says so and is skipped.
///
/// # Errors
/// When a program does not build, something does not arrive, or too much is sent again.
pub(crate) fn weak_day(house: &House) -> Result<(), String> {
    let programs = programs::build(house, programs::HEADLESS, false)?;
    succeed(script(house, &programs, "tests/link/weak.py").arg("--check"))
}

/// A measurement in Python, told where the programs lie.
pub(crate) fn script(house: &House, programs: &programs::Programs, path: &str) -> Command {
    let mut command = house.command("python3");
    command.arg(path).env("PYTHONDONTWRITEBYTECODE", "1");
    programs.name_in(&mut command);
    command
}
