//! `cargo xtask bench`: the figures, as ratios in one run.

use crate::checks::driven;
use crate::house::House;
use crate::run::programs;
use crate::stage::succeed;
use crate::{package, setup};

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
