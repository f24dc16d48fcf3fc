//! The two programs as cargo built them.

use crate::house::House;
use crate::stage::succeed;
use std::path::PathBuf;
use std::process::Command;

/// Where the station's and the hub's program lie.
#[derive(Clone, Debug)]
pub struct Programs {
    /// `tsong`.
    pub tsong: PathBuf,
    /// `tsong-hub`.
    pub hub: PathBuf,
}

impl Programs {
    /// Where they lie once they are built.
    #[must_use]
    pub fn of(house: &House, release: bool) -> Self {
        let profile = if release { "release" } else { "debug" };
        Self {
            tsong: house.built(profile, "tsong"),
            hub: house.built(profile, "tsong-hub"),
        }
    }

    /// Tells a test or a benchmark where they lie: `TSONG_BIN` and `TSONG_HUB_BIN`.
    pub fn name_in(&self, command: &mut Command) {
        command
            .env("TSONG_BIN", &self.tsong)
            .env("TSONG_HUB_BIN", &self.hub);
    }
}

/// Builds both, in the profile of the tests unless `release`.
///
/// # Errors
/// When one does not build.
pub fn build(house: &House, release: bool) -> Result<Programs, String> {
    let mut command = house.cargo();
    command.args(["build", "--quiet", "-p", "tsong-cli", "-p", "tsong-hub"]);
    if release {
        command.arg("--release");
    }
    succeed(&mut command)?;
    Ok(Programs::of(house, release))
}
