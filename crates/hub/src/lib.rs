//! The platform server that a county's stations sync with.
//!
//! It takes in the facts of each station's devices, derives what the county's staff reads, and
//! gives every device of a station what the others wrote. Storage is a trait; SQLite is behind it.

pub mod backup;
pub mod blob;
pub mod bundle;
pub mod code;
pub mod commands;
mod county;
mod day;
mod derive;
mod desk;
pub mod disk;
pub mod door;
pub mod enroll;
pub mod error;
pub mod identity;
mod ingest;
pub mod openapi;
mod own;
mod places;
pub mod quota;
mod sale;
pub mod server;
pub mod staff;
pub mod storage;
mod titles;
mod value;
pub mod verify;

pub use desk::StationLog;
pub use error::{HubError, Result};
