//! What the tests lend a station: a clock that they set, and a link that they cut.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use tsong_contract::AppError;
use tsong_link::{HubLink, LinkOptions};
use tsong_station::{BUILD_MS, Host};
use tsong_sync::transport::Transport;

pub(crate) const DAY_MS: i64 = 24 * 3_600_000;
/// Three days after the program was finished.
pub(crate) const NOW_MS: i64 = BUILD_MS + 3 * DAY_MS;

/// A wall clock and a link that is up or down.
#[derive(Clone)]
pub(crate) struct Wall {
    now_ms: Arc<AtomicI64>,
    is_up: Arc<AtomicBool>,
}

impl Wall {
    /// With the link down.
    pub(crate) fn new() -> Self {
        Self {
            now_ms: Arc::new(AtomicI64::new(NOW_MS)),
            is_up: Arc::new(AtomicBool::new(false)),
        }
    }

    pub(crate) fn forward(&self, ms: i64) {
        self.now_ms.fetch_add(ms, Ordering::Relaxed);
    }

    pub(crate) fn link(&self, is_up: bool) {
        self.is_up.store(is_up, Ordering::Relaxed);
    }
}

impl Host for Wall {
    fn now_ms(&self) -> i64 {
        self.now_ms.load(Ordering::Relaxed)
    }

    fn connect(&self, url: &str, not_before_ms: i64) -> Result<Box<dyn Transport>, AppError> {
        if !self.is_up.load(Ordering::Relaxed) {
            return Err(AppError::NoLink);
        }
        let options = LinkOptions {
            not_before_ms,
            ..LinkOptions::default()
        };
        let link = HubLink::new(url, &options).map_err(|_| AppError::NoLink)?;
        Ok(Box::new(link))
    }
}
