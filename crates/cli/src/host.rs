//! What this host lends a station: the wall and the link.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};
use tsong_contract::AppError;
use tsong_link::{HubLink, LinkError, LinkOptions};
use tsong_station::Host;
use tsong_sync::transport::Transport;

/// A machine without a window.
pub(crate) struct Machine {
    pub(crate) ca: Option<PathBuf>,
}

impl Host for Machine {
    fn now_ms(&self) -> i64 {
        match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(since) => i64::try_from(since.as_millis()).unwrap_or(i64::MAX),
            Err(before) => i64::try_from(before.duration().as_millis())
                .unwrap_or(i64::MAX)
                .saturating_neg(),
        }
    }

    fn connect(&self, url: &str, not_before_ms: i64) -> Result<Box<dyn Transport>, AppError> {
        let extra_ca_pem = match &self.ca {
            Some(path) => Some(std::fs::read(path).map_err(|e| AppError::Io {
                detail: e.to_string(),
            })?),
            None => None,
        };
        let options = LinkOptions {
            extra_ca_pem,
            not_before_ms,
            ..LinkOptions::default()
        };
        match HubLink::new(url, &options) {
            Ok(link) => Ok(Box::new(link)),
            Err(LinkError::BadAddress(_) | LinkError::PlainHttp) => Err(AppError::BadInput {
                field: "hub".to_owned(),
                reason: "bad_address".to_owned(),
            }),
            Err(error @ (LinkError::BadCaFile(_) | LinkError::System(_))) => Err(AppError::Io {
                detail: error.to_string(),
            }),
        }
    }
}
