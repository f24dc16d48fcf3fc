//! The programs as cargo built them.

use crate::house::House;
use crate::stage::succeed;
use std::path::PathBuf;
use std::process::Command;

/// Where the programs lie.
#[derive(Clone, Debug)]
pub struct Programs {
    /// `tsong`.
    pub tsong: PathBuf,
    /// `tsong-hub`.
    pub hub: PathBuf,
    /// `tsong-desktop`.
    pub desktop: PathBuf,
    /// `tsong-sample`.
    pub sample: PathBuf,
}

impl Programs {
    /// Where they lie once they are built.
    #[must_use]
    pub fn of(house: &House, release: bool) -> Self {
        let profile = if release { "release" } else { "debug" };
        Self {
            tsong: house.built(profile, "tsong"),
            hub: house.built(profile, "tsong-hub"),
            desktop: house.built(profile, "tsong-desktop"),
            sample: house.built(profile, "tsong-sample"),
        }
    }

    /// Tells a test or a benchmark where they lie: `TSONG_BIN`, `TSONG_HUB_BIN`, `TSONG_DESKTOP_BIN`
    /// and `TSONG_SAMPLE_BIN`.
    pub fn name_in(&self, command: &mut Command) {
        command
            .env("TSONG_BIN", &self.tsong)
            .env("TSONG_HUB_BIN", &self.hub)
            .env("TSONG_DESKTOP_BIN", &self.desktop)
            .env("TSONG_SAMPLE_BIN", &self.sample);
    }
}

/// Those without a window.
pub const HEADLESS: &[&str] = &["tsong", "tsong-hub"];
/// What is packed.
pub const SHIPPED: &[&str] = &["tsong", "tsong-hub", "tsong-desktop"];
/// All that a person or a test starts. The window embeds `ui/dist`, which has to be built before.
pub const ALL: &[&str] = &["tsong", "tsong-hub", "tsong-desktop", "tsong-sample"];

/// Builds programs, in the profile of the tests unless `release`.
///
/// # Errors
/// When one does not build.
pub fn build(house: &House, names: &[&str], release: bool) -> Result<Programs, String> {
    let mut command = house.cargo();
    command.args(["build", "--quiet"]);
    for name in names {
        command.args(["--bin", name]);
    }
    if release {
        command.arg("--release");
    }
    succeed(&mut command)?;
    Ok(Programs::of(house, release))
}
