//! `cargo xtask bench`: the figures, as ratios in one run.

use crate::house::House;
use crate::run::programs;
use crate::stage::succeed;

/// Builds the programs for release and runs the benchmarks of the package `tsong-tests` over them;
/// `quick` takes smaller amounts, to see that they run.
///
/// # Errors
/// When a program does not build or a benchmark misses its bound.
pub fn bench(house: &House, quick: bool) -> Result<(), String> {
    let programs = programs::build(house, true)?;
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
    succeed(&mut command)
}
