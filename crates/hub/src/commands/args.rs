//! What the program is told.

use clap::{Args, Parser, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;

/// The platform server that a county's stations sync with.
#[derive(Debug, Parser)]
#[command(name = "tsong-hub", version)]
pub struct Program {
    /// The hub's folder: its database and its key.
    #[arg(long, env = "TSONG_HUB_DATA")]
    pub(super) data: PathBuf,
    /// Print JSON: lists one object a line, everything else one object.
    #[arg(long)]
    pub(super) json: bool,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Serve stations and staff.
    Serve(Serve),
    /// Stations.
    #[command(subcommand)]
    Station(StationCommand),
    /// List the stations.
    Stations,
    /// Devices.
    #[command(subcommand)]
    Device(DeviceCommand),
    /// List a station's orders, oldest first.
    Orders(Orders),
    /// Compute chains, signatures and rows again.
    Verify,
    /// Copy the database to a file, reopened and checked. The key is kept apart: copy hub.key too.
    Backup {
        /// The file; it must not exist.
        file: PathBuf,
    },
    /// What is carried on a stick instead of over a link.
    #[command(subcommand)]
    Bundle(BundleCommand),
    /// Staff.
    #[command(subcommand)]
    Staff(StaffCommand),
}

#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Address and port; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:4810")]
    pub(super) listen: SocketAddr,
    /// The certificate chain, PEM.
    #[arg(long, requires = "tls_key")]
    pub(super) tls_cert: Option<PathBuf>,
    /// The certificate's key, PEM.
    #[arg(long, requires = "tls_cert")]
    pub(super) tls_key: Option<PathBuf>,
    /// A file with one staff token, besides those that `staff token` makes.
    #[arg(long)]
    pub(super) staff_token_file: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum StationCommand {
    /// Add a station; prints its id and a one-time code for its first device.
    Add {
        /// What the county calls it.
        #[arg(long)]
        name: String,
        /// The code of its place (GB/T 2260 and the statistics bureau's longer ones).
        #[arg(long)]
        place: u64,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum DeviceCommand {
    /// A new one-time code, for a second device or a restored one; it lets in for seven days.
    Code {
        /// The station's id or name.
        #[arg(long)]
        station: String,
    },
    /// List a station's devices.
    List {
        /// The station's id or name.
        #[arg(long)]
        station: String,
    },
    /// Shut a device out.
    Revoke {
        /// The station's id or name.
        #[arg(long)]
        station: String,
        /// The device's id.
        #[arg(long)]
        device: String,
        /// Why: kept in the staff's log.
        #[arg(long, default_value = "")]
        reason: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum BundleCommand {
    /// Take in what stations sent: one bundle, or all in a folder, each by itself.
    Import {
        /// The file or the folder.
        path: PathBuf,
        /// Where the answers go: a folder, or a file for the one answer. A station clears what waits
        /// there only by its answer.
        #[arg(long)]
        reply: Option<PathBuf>,
        /// Megabytes of photos that an answer may carry.
        #[arg(long, default_value_t = 0)]
        photos: u64,
    },
    /// Write what devices have not got yet, sealed to each: into a folder one file for each, or the
    /// only one to a file.
    Export {
        /// The folder or the file.
        path: PathBuf,
        /// The station's id or name; all stations without it.
        #[arg(long)]
        station: Option<String>,
        /// The device's id.
        #[arg(long)]
        device: Option<String>,
        /// Megabytes of photos that each may carry.
        #[arg(long, default_value_t = 0)]
        photos: u64,
    },
    /// Write a bundle with which a new or replaced PC begins; prints the one-time code that opens it.
    Setup {
        /// The folder or the file.
        path: PathBuf,
        /// The station's id or name.
        #[arg(long)]
        station: String,
        /// Where this hub is reached when there is a link.
        #[arg(long)]
        address: Option<String>,
        /// Megabytes of photos that it may carry.
        #[arg(long, default_value_t = 0)]
        photos: u64,
    },
}

#[derive(Debug, Args)]
pub(super) struct Orders {
    /// The station's id or name.
    #[arg(long)]
    pub(super) station: String,
    /// Only in this state, such as Placed.
    #[arg(long)]
    pub(super) state: Option<String>,
    /// Only with this text.
    #[arg(long)]
    pub(super) find: Option<String>,
    /// At most so many; all without it.
    #[arg(long)]
    pub(super) limit: Option<u64>,
}

#[derive(Debug, Subcommand)]
pub(super) enum StaffCommand {
    /// A token for somebody of the staff, who signs in at the desk with it; only its hash is kept.
    Add {
        /// Who gets it; nobody else has the name.
        #[arg(long)]
        name: String,
    },
    /// List who has tokens.
    List,
    /// Take all tokens of somebody away; their sessions end at once.
    Revoke {
        /// Whose.
        #[arg(long)]
        name: String,
    },
    /// List what staff did, newest first.
    Log {
        /// At most so many.
        #[arg(long, default_value_t = 100)]
        limit: u64,
    },
    /// A new token for a program; only its hash is kept. Several may have one name.
    Token {
        /// Whose.
        #[arg(long, default_value = "staff")]
        name: String,
    },
}
