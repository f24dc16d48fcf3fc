//! The time by which certificates are judged.

use rustls::pki_types::UnixTime;
use rustls::time_provider::TimeProvider;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tsong_domain::time::{Clock, Hlc};

/// The wall where it can be believed, else the latest time that the station is sure of: a PC whose
/// battery died stands in 1970, and every certificate would be "not yet valid".
#[derive(Debug)]
pub(crate) struct BelievedTime {
    pub(crate) high_water_ms: i64,
}

impl BelievedTime {
    fn at(&self, wall_ms: i64) -> i64 {
        let clock = Clock {
            last: Hlc::default(),
            high_water_ms: self.high_water_ms,
        };
        if self.high_water_ms > 0 && clock.doubts(wall_ms) {
            return self.high_water_ms;
        }
        wall_ms.max(self.high_water_ms)
    }
}

impl TimeProvider for BelievedTime {
    fn current_time(&self) -> Option<UnixTime> {
        let since = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        let wall_ms = i64::try_from(since.as_millis()).ok()?;
        let believed_ms = u64::try_from(self.at(wall_ms)).ok()?;
        Some(UnixTime::since_unix_epoch(Duration::from_millis(
            believed_ms,
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    const NOW_MS: i64 = 1_790_000_000_000;
    const DAY_MS: i64 = 24 * 3600 * 1000;

    #[test]
    fn a_wall_of_1970_or_2099_is_not_believed() {
        let time = BelievedTime {
            high_water_ms: NOW_MS,
        };
        assert_eq!(time.at(0), NOW_MS, "a dead battery");
        assert_eq!(time.at(NOW_MS - 1000), NOW_MS);
        assert_eq!(
            time.at(NOW_MS + 90 * DAY_MS),
            NOW_MS + 90 * DAY_MS,
            "weeks without a sync"
        );
        assert_eq!(time.at(NOW_MS + 20_000 * DAY_MS), NOW_MS, "a clock of 2081");
        assert_eq!(BelievedTime { high_water_ms: 0 }.at(NOW_MS), NOW_MS);
    }
}
