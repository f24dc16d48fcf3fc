//! `cargo xtask test`: exactly what CI runs.

use crate::house::House;
use crate::stage::{Stages, succeed};
use crate::{bench, bindings, package, run, setup, tidy, ui};
use std::process::Command;

/// Every check, with the time of each. `long` lifts the caps on the number of random cases,
/// and lives a day over a weak link where network namespaces can be made.
///
/// # Errors
/// Names the stages that failed.
pub fn test(house: &House, long: bool) -> Result<(), String> {
    let mut stages = Stages::default();
    stages.run("set-up", || {
        if let Some(bytes) = house.trim_target()? {
            println!("emptied the build folder: it had {} MB", bytes / 1_000_000);
        }
        setup::setup(house)?;
        setup::for_tests(house)
    });
    stages.run("format", || format(house));
    stages.run("tidy", || tidy::report(house));
    // The window embeds the screens: nothing of it is compiled before they are built.
    stages.run("bindings", || bindings::bindings(house, true));
    stages.run("screens", || ui::build(house));
    stages.run("ui", || ui::check(house));
    stages.run("clippy", || clippy(house));
    stages.run("programs", || {
        run::programs::build(house, run::programs::ALL, false).map(drop)
    });
    stages.run("tests", || tests(house, long));
    stages.run("window", || window(house));
    if long {
        stages.run("weak link", || bench::weak_day(house));
    }
    if package::can_pack() {
        stages.run("packages", || package::check_built(house));
    }
    stages.finish()
}

/// Format and clippy.
///
/// # Errors
/// Names the stage that failed.
pub fn lint(house: &House) -> Result<(), String> {
    let mut stages = Stages::default();
    stages.run("format", || format(house));
    stages.run("screens", || ui::build(house));
    stages.run("clippy", || clippy(house));
    stages.finish()
}

fn format(house: &House) -> Result<(), String> {
    succeed(house.cargo().args(["fmt", "--all", "--", "--check"]))
}

fn clippy(house: &House) -> Result<(), String> {
    succeed(house.cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "-D",
        "warnings",
    ]))
}

/// The real window by its driver, and the screens and the desk in Chromium.
fn window(house: &House) -> Result<(), String> {
    let mut command = driven(house, &["npm", "test"])?;
    run::programs::Programs::of(house, false).name_in(&mut command);
    // A window on a busy machine may be late once; what is broken is broken twice.
    succeed(&mut command).or_else(|why| {
        println!("{why}; once more");
        succeed(&mut command)
    })
}

/// What drives the window, on a screen without a monitor and a bus of its own.
pub(crate) fn driven(house: &House, words: &[&str]) -> Result<Command, String> {
    let dir = house.root.join("tests/window");
    succeed(house.command("npm").arg("ci").current_dir(&dir))?;
    let mut command = house.command("xvfb-run");
    command.args([
        "-a",
        "-s",
        "-screen 0 1366x900x24",
        "dbus-run-session",
        "--",
    ]);
    command.args(words).current_dir(&dir);
    Ok(command)
}

fn tests(house: &House, long: bool) -> Result<(), String> {
    let mut command = house.cargo();
    if setup::has_nextest(house) {
        command.args(["nextest", "run", "--workspace"]);
        command.args(["--profile", if long { "long" } else { "default" }]);
    } else {
        command.args([
            "test",
            "--workspace",
            "--no-fail-fast",
            "--lib",
            "--bins",
            "--tests",
        ]);
    }
    if long {
        command.env("TSONG_LONG", "1");
    }
    run::programs::Programs::of(house, false).name_in(&mut command);
    succeed(&mut command)
}
