//! What a host lends a station: the wall and the link.

use crate::clock::wall_ms;
use crate::photos;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tsong_contract::AppError;
use tsong_link::{HubLink, LinkError, LinkOptions, LinkWatch};
use tsong_station::Host;
use tsong_sync::transport::Transport;

/// This PC.
pub struct Machine {
    dir: PathBuf,
    ca: Option<PathBuf>,
    now_ms: fn() -> i64,
    gauge: Option<Arc<Gauge>>,
}

impl Machine {
    /// This PC with the settings of a folder, trusting a county's own certificate authority (a PEM
    /// file) besides the known ones.
    #[must_use]
    pub fn new(dir: &Path, ca: Option<PathBuf>) -> Self {
        Self::watched(dir, ca, wall_ms, None)
    }

    /// With another wall, and watched.
    pub(crate) fn watched(
        dir: &Path,
        ca: Option<PathBuf>,
        now_ms: fn() -> i64,
        gauge: Option<Arc<Gauge>>,
    ) -> Self {
        Self {
            dir: dir.to_path_buf(),
            ca,
            now_ms,
            gauge,
        }
    }
}

impl Host for Machine {
    fn now_ms(&self) -> i64 {
        (self.now_ms)()
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
        let link = HubLink::new(url, &options).map_err(|error| match error {
            LinkError::BadAddress(_) | LinkError::PlainHttp => AppError::BadInput {
                field: "hub".to_owned(),
                reason: "bad_address".to_owned(),
            },
            LinkError::BadCaFile(_) | LinkError::System(_) => AppError::Io {
                detail: error.to_string(),
            },
        })?;
        if let Some(gauge) = &self.gauge {
            gauge.attach(link.watch())?;
        }
        Ok(Box::new(link))
    }

    fn may_photos_go(&self) -> bool {
        photos::held_in(&self.dir).is_none()
    }
}

/// The link of a sync as another thread sees it: its bytes, and the way to stop it.
#[derive(Default)]
pub(crate) struct Gauge(Mutex<Watched>);

#[derive(Default)]
struct Watched {
    link: Option<LinkWatch>,
    is_stopped: bool,
}

impl Gauge {
    fn lock(&self) -> MutexGuard<'_, Watched> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn attach(&self, link: LinkWatch) -> Result<(), AppError> {
        let mut watched = self.lock();
        if watched.is_stopped {
            return Err(AppError::Stopped);
        }
        watched.link = Some(link);
        Ok(())
    }

    /// A new sync begins.
    pub(crate) fn reset(&self) {
        *self.lock() = Watched::default();
    }

    /// Stops the sync, at the latest at its next step over the link.
    pub(crate) fn stop(&self) {
        let mut watched = self.lock();
        watched.is_stopped = true;
        if let Some(link) = &watched.link {
            link.stop();
        }
    }

    /// Bytes up and down on the socket; zeros before there is one.
    pub(crate) fn bytes(&self) -> (u64, u64) {
        self.lock().link.as_ref().map_or((0, 0), LinkWatch::bytes)
    }
}
