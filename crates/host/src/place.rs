//! The place where a station is, or is not yet, or cannot be opened.

use crate::bridge::Options;
use crate::keys::choose;
use crate::machine::{Gauge, Machine};
use std::sync::Arc;
use tsong_contract::AppError;
use tsong_station::Station;

/// What is in the folder.
pub(crate) enum Place {
    /// Nothing yet.
    Absent,
    /// A station, open.
    Ready(Box<Station>),
    /// A station that does not open.
    Trouble(AppError),
}

impl Place {
    /// Looks what is there.
    pub(crate) fn look(options: &Options) -> Self {
        match open(options, None) {
            Ok(station) => Self::Ready(Box::new(station)),
            Err(AppError::NoDatabase { .. }) => Self::Absent,
            Err(error) => Self::Trouble(error),
        }
    }

    pub(crate) const fn word(&self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Ready(_) => "ready",
            Self::Trouble(_) => "trouble",
        }
    }

    /// The station, if it is open.
    pub(crate) fn station(&mut self, options: &Options) -> Result<&mut Station, AppError> {
        // Another program may have set it up meanwhile.
        if matches!(self, Self::Absent) {
            *self = Self::look(options);
        }
        match self {
            Self::Ready(station) => Ok(station),
            Self::Trouble(error) => Err(error.clone()),
            Self::Absent => Err(AppError::NoDatabase {
                path: options.dir.display().to_string(),
            }),
        }
    }
}

/// Opens the station of a folder.
pub(crate) fn open(options: &Options, gauge: Option<Arc<Gauge>>) -> Result<Station, AppError> {
    let keys = choose(&options.dir, options.keyring);
    Station::open(&options.dir, keys, machine(options, gauge))
}

/// This PC, as a station borrows it.
pub(crate) fn machine(options: &Options, gauge: Option<Arc<Gauge>>) -> Box<Machine> {
    Box::new(Machine::watched(
        &options.dir,
        options.ca.clone(),
        options.now_ms,
        gauge,
    ))
}
