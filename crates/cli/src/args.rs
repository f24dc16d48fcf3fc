//! What can be said on the command line.

use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// The station's commands without a window. They may run beside the open window.
#[derive(Debug, Parser)]
#[command(name = "tsong", version, about)]
pub(crate) struct Args {
    /// The station's folder.
    #[arg(long, global = true, env = "TSONG_DATA", default_value = "tsong-data")]
    pub(crate) data: PathBuf,
    /// One JSON object a line for lists, one object for everything else; errors as JSON on stderr.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Who does it, by name.
    #[arg(long, global = true, env = "TSONG_OPERATOR")]
    pub(crate) operator: Option<String>,
    /// A file whose first line is the PIN, or - for standard input; or TSONG_PIN.
    #[arg(long, global = true)]
    pub(crate) pin_file: Option<String>,
    /// Where the keys are kept: the system's keyring, or files that only their owner can read.
    #[arg(long, global = true, value_enum, default_value = "auto")]
    pub(crate) keyring: Keyring,
    /// A certificate authority (PEM) to trust besides the known ones: a county's own.
    #[arg(long, global = true, env = "TSONG_CA")]
    pub(crate) ca: Option<PathBuf>,
    /// The language of sentences: bo, zh-CN or en.
    #[arg(long, global = true, env = "TSONG_LANGUAGE", default_value = "en")]
    pub(crate) language: String,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Where keys are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Keyring {
    /// The keyring where there is one, else files, saying so.
    Auto,
    /// The keyring or nothing.
    On,
    /// Files of mode 0600.
    Off,
}

impl From<Keyring> for tsong_host::Keyring {
    fn from(wish: Keyring) -> Self {
        match wish {
            Keyring::Auto => Self::Auto,
            Keyring::On => Self::On,
            Keyring::Off => Self::Off,
        }
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Set a station up; prints the recovery key once.
    Init {
        /// The station's name.
        #[arg(long, required_unless_present = "bundle")]
        name: Option<String>,
        /// Begin with the bundle that the county wrote for this PC.
        #[arg(long, requires = "code", conflicts_with = "name")]
        bundle: Option<PathBuf>,
        /// The one-time code that opens the bundle.
        #[arg(long, requires = "bundle")]
        code: Option<String>,
    },
    /// Enrol this device at a hub.
    Enroll {
        /// The hub's address.
        #[arg(long)]
        hub: String,
        /// The one-time code.
        #[arg(long)]
        code: String,
    },
    /// Read orders of another program from a file of JSON lines.
    Import {
        /// The file.
        file: PathBuf,
    },
    /// List orders, oldest first.
    Orders {
        /// Only those in this state.
        #[arg(long, default_value = "")]
        state: String,
        /// Only those that fit this text.
        #[arg(long, default_value = "")]
        find: String,
        /// Only those of this local day, 2026-08-18.
        #[arg(long, default_value = "")]
        day: String,
        /// At most so many.
        #[arg(long, default_value_t = 0)]
        limit: u32,
    },
    /// Sync with the hub.
    Sync,
    /// What is carried on a stick instead of over a link.
    #[command(subcommand)]
    Bundle(BundleCommand),
    /// Recompute everything from the log and compare.
    Verify,
    /// List the log.
    Facts {
        /// Only those that arrived after this one.
        #[arg(long, default_value_t = 0)]
        since: i64,
        /// At most so many.
        #[arg(long, default_value_t = 0)]
        limit: u32,
    },
    /// Write a checked copy of the database.
    Backup {
        /// The file.
        file: PathBuf,
    },
    /// Bring a station back from a backup into an empty folder.
    Restore {
        /// The file.
        file: PathBuf,
        /// The recovery key, or a file that holds it, or - for standard input.
        #[arg(long)]
        recovery_key: String,
    },
    /// Serve the screen to a browser on this PC, and nowhere else.
    Serve {
        /// Where, on loopback; port 0 takes a free one.
        #[arg(long, default_value = "127.0.0.1:0")]
        listen: String,
        /// A folder with the built screen, instead of the one that is built in.
        #[arg(long)]
        ui: Option<PathBuf>,
    },
    /// Run any command of the list.
    Call {
        /// Its name.
        name: String,
        /// Its input, JSON; - reads it from standard input.
        #[arg(default_value = "{}")]
        input: String,
    },
    /// List all commands with the JSON schemas of their input and output.
    Commands,
}

/// What to do with a stick.
#[derive(Debug, Subcommand)]
pub(crate) enum BundleCommand {
    /// Write what waits for the hub, sealed to it: into a folder, or to a file.
    Export {
        /// The folder or the file.
        path: PathBuf,
        /// Megabytes of photos that it may carry.
        #[arg(long, default_value_t = 0)]
        photos: u64,
    },
    /// Take in what the hub sent: one file, or all of a folder that is for this device.
    Import {
        /// The file or the folder.
        path: PathBuf,
        /// The one-time code, for a bundle that a new PC begins with.
        #[arg(long)]
        code: Option<String>,
    },
    /// List the bundles in a folder.
    Look {
        /// The folder or the file.
        path: PathBuf,
    },
}
