//! `cargo xtask package`: .deb packages of the desktop and of the hub.

mod check;
mod control;
mod stage;

use crate::house::House;
use crate::run::programs::{self, Programs};
use crate::stage::works;
use crate::{setup, ui};
use control::Package;
use stage::Stage;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a package of the desktop may weigh: it is carried over weak links and on sticks.
const DESKTOP_LIMIT_BYTES: u64 = 25 * 1024 * 1024;

/// The two packages.
#[derive(Clone, Debug)]
pub struct Packages {
    /// The window, and the station's commands without one.
    pub desktop: PathBuf,
    /// The hub with the county's desk.
    pub hub: PathBuf,
}

/// Packages are Debian's.
#[must_use]
pub fn can_pack() -> bool {
    works(Command::new("dpkg").arg("--version"))
}

/// Builds the programs for release and packs them into `target/packages`.
///
/// # Errors
/// When something does not build, or the desktop is too large.
pub fn package(house: &House) -> Result<Packages, String> {
    setup::setup(house)?;
    setup::for_packages()?;
    ui::build(house)?;
    let programs = programs::build(house, programs::SHIPPED, true)?;
    let packages = pack(house, &programs)?;
    let bytes = size(&packages.desktop)?;
    if bytes > DESKTOP_LIMIT_BYTES {
        return Err(format!(
            "{} has {bytes} bytes; at most {DESKTOP_LIMIT_BYTES} are wanted",
            packages.desktop.display()
        ));
    }
    Ok(packages)
}

/// Packs, installs into an empty root, and starts what was installed.
///
/// # Errors
/// When a package does not install or its program does not start.
pub fn check(house: &House) -> Result<(), String> {
    let packages = package(house)?;
    setup::for_tests(house)?;
    check::check(house, &packages)
}

/// The same with the programs of the tests: the layout is the same, and a CI run does not build the
/// window twice.
///
/// # Errors
/// As [`check`].
pub fn check_built(house: &House) -> Result<(), String> {
    setup::for_packages()?;
    let packages = pack(house, &Programs::of(house, false))?;
    check::check(house, &packages)
}

fn pack(house: &House, programs: &Programs) -> Result<Packages, String> {
    let out = house.target.join("packages");
    fs::create_dir_all(&out).map_err(|e| format!("{}: {e}", out.display()))?;
    let packages = Packages {
        desktop: desktop(house, programs, &out)?,
        hub: hub(house, programs, &out)?,
    };
    for file in [&packages.desktop, &packages.hub] {
        println!("{}: {} kB", file.display(), size(file)?.div_ceil(1000));
    }
    Ok(packages)
}

fn size(file: &Path) -> Result<u64, String> {
    let meta = fs::metadata(file).map_err(|e| format!("{}: {e}", file.display()))?;
    Ok(meta.len())
}

fn desktop(house: &House, programs: &Programs, out: &Path) -> Result<PathBuf, String> {
    let mut stage = Stage::new(house, out, "tsong")?;
    stage.program(&programs.desktop, "usr/bin/tsong-desktop")?;
    stage.program(&programs.tsong, "usr/bin/tsong")?;
    stage.copy(
        "src-tauri/package/org.tsong.Tsong.desktop",
        "usr/share/applications/org.tsong.Tsong.desktop",
    )?;
    for size in ["32x32", "48x48", "64x64", "128x128", "256x256", "512x512"] {
        stage.copy(
            &format!("src-tauri/icons/{size}.png"),
            &format!("usr/share/icons/hicolor/{size}/apps/org.tsong.Tsong.png"),
        )?;
    }
    stage.copy(
        "assets/icons/tsong.svg",
        "usr/share/icons/hicolor/scalable/apps/org.tsong.Tsong.svg",
    )?;
    stage.build(&Package {
        name: "tsong",
        section: "office",
        summary: "program of a village e-commerce station",
        description: "Takes in the produce of a village, takes orders without a link, packs, ships, and\n \
             owes every villager the right money; syncs with the county's hub when there is a\n \
             link. In Tibetan, Chinese and English. With the station's commands without a window.",
        // Loaded while running, which no tool sees.
        also: "libayatana-appindicator3-1",
        recommends: "fonts-noto-cjk, gnome-keyring | kwalletmanager",
    })
}

fn hub(house: &House, programs: &Programs, out: &Path) -> Result<PathBuf, String> {
    let mut stage = Stage::new(house, out, "tsong-hub")?;
    stage.program(&programs.hub, "usr/bin/tsong-hub")?;
    stage.copy(
        "crates/hub/package/tsong-hub.service",
        "usr/lib/systemd/system/tsong-hub.service",
    )?;
    stage.copy("crates/hub/package/hub.conf", "etc/tsong-hub/hub.conf")?;
    stage.conffile("etc/tsong-hub/hub.conf");
    for script in ["postinst", "prerm", "postrm"] {
        stage.script(&format!("crates/hub/package/{script}"), script)?;
    }
    stage.build(&Package {
        name: "tsong-hub",
        section: "net",
        summary: "hub of the county centre that village stations sync with",
        description: "Keeps what the stations of a county write, tells each what concerns it, and shows\n \
             the county's desk: stations, orders, devices. One program, one file of data.",
        also: "adduser",
        recommends: "",
    })
}
