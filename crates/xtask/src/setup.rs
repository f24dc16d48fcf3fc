//! Set-up: what the build needs and the machine lacks.

use crate::house::House;
use crate::stage::{show, succeed, works};
use crate::ui;
use std::process::Command;

/// SQLCipher takes its ciphers from the system's OpenSSL, the window its page from WebKitGTK; both
/// are found by pkg-config. The tray's library is loaded when the window runs.
const TO_BUILD: &[&str] = &[
    "gcc",
    "libayatana-appindicator3-1",
    "libc6-dev",
    "libssl-dev",
    "libwebkit2gtk-4.1-dev",
    "pkg-config",
];
/// A screen without a monitor, a bus, the drivers of both webviews, and type for all three scripts.
const TO_TEST: &[&str] = &[
    "chromium",
    "dbus-x11",
    "faketime",
    "fonts-noto-cjk",
    "fonts-noto-core",
    "imagemagick",
    "webkit2gtk-driver",
    "x11-utils",
    "xauth",
    "xdotool",
    "xvfb",
];
/// What packs: `dpkg-deb` is everywhere, the tool that finds a program's libraries is not.
const TO_PACK: &[&str] = &["binutils", "dpkg-dev"];
/// Drives the real window in tests.
const DRIVER: (&str, &str) = ("tauri-driver", "2.1.0");
const COMPONENTS: &[&str] = &["rustfmt", "clippy"];

/// Installs what is missing; does nothing, quickly, where all is there.
///
/// # Errors
/// When a package is missing and cannot be installed; the message says what to type.
pub fn setup(house: &House) -> Result<(), String> {
    packages(TO_BUILD)?;
    components(house)?;
    ui::install(house)
}

/// Installs what the tests need beyond the build.
///
/// # Errors
/// As [`setup`].
pub fn for_tests(house: &House) -> Result<(), String> {
    packages(TO_TEST)?;
    if !has_nextest(house) {
        println!("cargo-nextest is missing: installing it (some minutes, once)");
        let mut install = house.cargo();
        install.args(["install", "--locked", "cargo-nextest"]);
        if let Err(why) = succeed(&mut install) {
            println!("{why}; the tests will run under plain cargo test");
        }
    }
    let (driver, version) = DRIVER;
    // It has no --version; without its driver of the webview --help succeeds, too.
    if works(Command::new(driver).arg("--help")) {
        return Ok(());
    }
    println!("{driver} is missing: installing it (a minute, once)");
    let mut install = house.cargo();
    install.args(["install", "--locked", driver, "--version", version]);
    succeed(&mut install)
}

/// Installs what packing needs.
///
/// # Errors
/// As [`setup`].
pub fn for_packages() -> Result<(), String> {
    packages(TO_PACK)
}

/// Whether the tests can run under nextest.
#[must_use]
pub fn has_nextest(house: &House) -> bool {
    works(house.cargo().args(["nextest", "--version"]))
}

fn packages(wanted: &[&'static str]) -> Result<(), String> {
    if !works(Command::new("apt-get").arg("--version")) {
        return Ok(());
    }
    let missing = missing_packages(wanted, |package| {
        Command::new("dpkg-query")
            .args(["-W", "-f=${Status}", package])
            .output()
            .is_ok_and(|output| output.stdout.ends_with(b"ok installed"))
    });
    if missing.is_empty() {
        return Ok(());
    }
    let wrap = |args: &[&str]| -> Option<Command> {
        let mut command = if is_root() {
            Command::new("apt-get")
        } else if works(Command::new("sudo").args(["-n", "true"])) {
            let mut sudo = Command::new("sudo");
            sudo.arg("apt-get");
            sudo
        } else {
            return None;
        };
        command.env("DEBIAN_FRONTEND", "noninteractive").args(args);
        Some(command)
    };
    let lock = "DPkg::Lock::Timeout=300";
    let mut install = vec!["-o", lock, "install", "-y", "--no-install-recommends"];
    install.extend(&missing);
    let (Some(mut update), Some(mut install_now)) = (wrap(&["-o", lock, "update"]), wrap(&install))
    else {
        return Err(format!(
            "missing packages; as root: apt-get update && apt-get {}",
            install.join(" ")
        ));
    };
    println!("installing {}", missing.join(", "));
    // A list that cannot be refreshed may still be new enough to install from.
    if let Err(why) = succeed(&mut update) {
        println!("{why}");
    }
    succeed(&mut install_now)
}

fn missing_packages(
    wanted: &[&'static str],
    is_installed: impl Fn(&str) -> bool,
) -> Vec<&'static str> {
    wanted
        .iter()
        .filter(|package| !is_installed(package))
        .copied()
        .collect()
}

/// Whether we are root.
#[must_use]
pub fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn components(house: &House) -> Result<(), String> {
    for component in COMPONENTS {
        let subcommand = if *component == "rustfmt" {
            "fmt"
        } else {
            component
        };
        if works(house.cargo().args([subcommand, "--version"])) {
            continue;
        }
        let mut add = house.command("rustup");
        add.args(["component", "add", component]);
        println!("{}", show(&add));
        succeed(&mut add)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_missing_is_installed() {
        assert_eq!(
            missing_packages(TO_BUILD, |p| p != "libssl-dev"),
            ["libssl-dev"]
        );
        assert!(missing_packages(TO_TEST, |_| true).is_empty());
    }
}
