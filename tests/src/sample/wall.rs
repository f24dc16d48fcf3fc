//! The machine's own clock and link.

use std::time::{SystemTime, UNIX_EPOCH};
use tsong_contract::AppError;
use tsong_link::{HubLink, LinkOptions};
use tsong_station::Host;
use tsong_sync::transport::Transport;

/// The machine that the sample is made on; its hub is on loopback.
pub(super) struct Wall;

impl Host for Wall {
    fn now_ms(&self) -> i64 {
        now_ms()
    }

    fn connect(&self, url: &str, not_before_ms: i64) -> Result<Box<dyn Transport>, AppError> {
        let options = LinkOptions {
            not_before_ms,
            ..LinkOptions::default()
        };
        match HubLink::new(url, &options) {
            Ok(link) => Ok(Box::new(link)),
            Err(error) => Err(AppError::Io {
                detail: error.to_string(),
            }),
        }
    }
}

/// Milliseconds since 1970.
pub(super) fn now_ms() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| {
            i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
        })
}
