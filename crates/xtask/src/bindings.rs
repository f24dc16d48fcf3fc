//! The window's TypeScript types, generated from `contract`'s one list of commands.

use crate::house::House;
use crate::stage::succeed;

/// Writes the committed bindings, or with `check` compares them with what the contract says now.
///
/// # Errors
/// When they differ, or the generator does not build.
pub fn bindings(house: &House, check: bool) -> Result<(), String> {
    let mut generate = house.cargo();
    generate.args([
        "run",
        "--quiet",
        "-p",
        "tsong-contract",
        "--example",
        "bindings",
        "--",
    ]);
    if check {
        generate.arg("--check");
    }
    succeed(&mut generate)
}
