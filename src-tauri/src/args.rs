//! What can be said when the window is started.

use clap::{Parser, ValueEnum};
use std::path::PathBuf;

/// The station's window.
#[derive(Debug, Parser)]
#[command(name = "tsong-desktop", version, about)]
pub(crate) struct Args {
    /// The station's folder; otherwise `tsong` in the user's folder for data.
    #[arg(long, env = "TSONG_DATA")]
    pub(crate) data: Option<PathBuf>,
    /// Where the keys are kept: the system's keyring, or files that only their owner can read.
    #[arg(long, value_enum, default_value = "auto")]
    pub(crate) keyring: Keyring,
    /// A certificate authority (PEM) to trust besides the known ones: a county's own.
    #[arg(long, env = "TSONG_CA")]
    pub(crate) ca: Option<PathBuf>,
}

/// Where keys are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Keyring {
    /// The keyring where there is one, else files.
    Auto,
    /// The keyring or nothing.
    On,
    /// Files of mode 0600.
    Off,
}

impl From<Keyring> for tsong_host::Keyring {
    fn from(keyring: Keyring) -> Self {
        match keyring {
            Keyring::Auto => Self::Auto,
            Keyring::On => Self::On,
            Keyring::Off => Self::Off,
        }
    }
}

impl Args {
    /// The station's folder as an absolute path.
    pub(crate) fn folder(&self) -> PathBuf {
        let named = self
            .data
            .clone()
            .filter(|path| !path.as_os_str().is_empty());
        let folder = named.unwrap_or_else(|| {
            user_data_folder().map_or_else(|| PathBuf::from("tsong-data"), |dir| dir.join("tsong"))
        });
        std::path::absolute(&folder).unwrap_or(folder)
    }
}

/// `%APPDATA%`, `$XDG_DATA_HOME`, `~/Library/Application Support` or `~/.local/share`.
fn user_data_folder() -> Option<PathBuf> {
    let set = |name| {
        std::env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    if cfg!(windows) {
        return set("APPDATA");
    }
    let home = set("HOME");
    if cfg!(target_os = "macos") {
        return home.map(|home| home.join("Library/Application Support"));
    }
    set("XDG_DATA_HOME").or_else(|| home.map(|home| home.join(".local/share")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_named_folder_wins_and_is_made_absolute() {
        let args = Args::parse_from(["tsong-desktop", "--data", "here"]);
        assert!(args.folder().is_absolute(), "{}", args.folder().display());
        assert!(args.folder().ends_with("here"));
    }

    #[test]
    fn an_unknown_flag_is_refused() {
        assert!(Args::try_parse_from(["tsong-desktop", "--devtools"]).is_err());
    }
}
