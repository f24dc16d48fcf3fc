//! The machine's own link, and its clock, which a busy station's past is lived by.

use std::sync::atomic::{AtomicI64, Ordering};
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

/// How far before today the sample lives.
static BACK_MS: AtomicI64 = AtomicI64::new(0);

/// Lives at a moment of the past, from which on its time passes.
pub(super) fn live_at(at_ms: i64) {
    BACK_MS.store(real_ms().saturating_sub(at_ms), Ordering::Relaxed);
}

/// Lives today again.
pub(super) fn live_today() {
    BACK_MS.store(0, Ordering::Relaxed);
}

/// Milliseconds since 1970, as the sample lives them.
pub(super) fn now_ms() -> i64 {
    real_ms().saturating_sub(BACK_MS.load(Ordering::Relaxed))
}

fn real_ms() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| {
            i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
        })
}
