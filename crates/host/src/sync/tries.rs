//! When the next sync begins by itself.

use std::net::{Ipv4Addr, Ipv6Addr, UdpSocket};
use std::time::{Duration, Instant};
use tsong_contract::AppError;

/// After opening: the screen comes first.
const AFTER_OPENING: Duration = Duration::from_secs(2);
/// After a write: more is likely to follow, and one sync takes it all.
const AFTER_WRITE: Duration = Duration::from_secs(4);
/// How long to wait where no hub is known.
const WITHOUT_HUB: Duration = Duration::from_secs(60);
/// How long after failed tries in a row; the last holds for all that follow.
const BACK_OFF: [Duration; 5] = [
    Duration::from_secs(20),
    Duration::from_secs(60),
    Duration::from_secs(120),
    Duration::from_secs(300),
    Duration::from_secs(900),
];

/// What is known for deciding it.
#[derive(Default)]
pub(super) struct Tries {
    next: Option<Instant>,
    failures: usize,
    /// The last failure was for want of a link; whether the PC had a way out of the house then.
    link_lost: Option<bool>,
}

impl Tries {
    /// Soon, in any case.
    pub(super) fn soon(&mut self, is_automatic: bool) {
        if is_automatic {
            self.by(Instant::now() + AFTER_OPENING);
        } else {
            self.next = None;
        }
    }

    /// Soon, if the link was good.
    pub(super) fn after_write(&mut self, is_automatic: bool) {
        if is_automatic && self.failures == 0 {
            self.by(Instant::now() + AFTER_WRITE);
        }
    }

    fn by(&mut self, at: Instant) {
        self.next = Some(self.next.map_or(at, |next| next.min(at)));
    }

    pub(super) fn is_due(&self, now: Instant) -> bool {
        self.next.is_some_and(|next| next <= now)
    }

    /// Without a hub there is nobody to try; somebody may enrol this device from elsewhere.
    pub(super) fn put_off(&mut self, now: Instant) {
        if self.is_due(now) {
            self.next = Some(now + WITHOUT_HUB);
        }
    }

    /// How long until it is due.
    pub(super) fn wait(&self, now: Instant) -> Option<Duration> {
        self.next.map(|next| next.saturating_duration_since(now))
    }

    pub(super) fn seconds_left(&self, is_enrolled: bool) -> Option<u64> {
        let left = self.wait(Instant::now()).filter(|_| is_enrolled)?;
        Some(u64::try_from(left.as_millis().div_ceil(1000)).unwrap_or(u64::MAX))
    }

    /// One begins.
    pub(super) fn begin(&mut self) {
        self.next = None;
    }

    /// It ended; when the next begins.
    pub(super) fn end(&mut self, error: Option<&AppError>, is_automatic: bool, every: Duration) {
        self.link_lost = None;
        let wait = match error {
            None => {
                self.failures = 0;
                every
            }
            // Enrolling begins one.
            Some(AppError::NotEnrolled) => {
                self.next = None;
                return;
            }
            // A person who stopped it is not asked again at once.
            Some(AppError::Stopped) => {
                self.failures = self.failures.max(1);
                every
            }
            Some(error) => {
                let wait = BACK_OFF.get(self.failures).or(BACK_OFF.last());
                self.failures = self.failures.saturating_add(1);
                if *error == AppError::NoLink {
                    self.link_lost = Some(has_way_out());
                }
                wait.copied().unwrap_or(every)
            }
        };
        if is_automatic {
            self.by(Instant::now() + wait);
        }
    }

    /// A way out of the house that was not there when the link was missed: worth a try at once.
    pub(super) fn look_for_link(&mut self, now: Instant) {
        if self.link_lost == Some(false) && self.next.is_some() && has_way_out() {
            self.link_lost = None;
            self.next = Some(now);
        }
    }
}

/// Whether the system knows a way to addresses elsewhere. Connecting a datagram socket sends nothing;
/// the addresses are those kept for documents, which nobody has.
fn has_way_out() -> bool {
    let v4 = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0))
        .and_then(|socket| socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)));
    let v6 = UdpSocket::bind((Ipv6Addr::UNSPECIFIED, 0))
        .and_then(|socket| socket.connect((Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1), 9)));
    v4.is_ok() || v6.is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: Duration = Duration::from_secs(3600);

    fn wait_seconds(tries: &Tries) -> Option<u64> {
        tries.seconds_left(true)
    }

    #[test]
    fn failures_are_answered_with_longer_and_longer_waits() {
        let mut tries = Tries::default();
        let mut waits = Vec::new();
        for _ in 0..7 {
            tries.begin();
            tries.end(Some(&AppError::LinkStalled), true, HOUR);
            waits.push(wait_seconds(&tries).unwrap());
        }
        assert_eq!(waits, [20, 60, 120, 300, 900, 900, 900]);
        tries.after_write(true);
        assert_eq!(
            wait_seconds(&tries),
            Some(900),
            "a write does not hurry a bad link"
        );
        tries.begin();
        tries.end(None, true, HOUR);
        assert_eq!(wait_seconds(&tries), Some(3600));
        tries.after_write(true);
        assert_eq!(
            wait_seconds(&tries),
            Some(4),
            "a good link takes what was written soon"
        );
    }

    #[test]
    fn nothing_begins_by_itself_when_that_is_switched_off() {
        let mut tries = Tries::default();
        tries.soon(true);
        tries.soon(false);
        assert_eq!(wait_seconds(&tries), None);
        tries.after_write(false);
        tries.end(None, false, HOUR);
        tries.end(Some(&AppError::NoLink), false, HOUR);
        assert_eq!(wait_seconds(&tries), None);
    }

    #[test]
    fn who_stopped_it_is_left_alone() {
        let mut tries = Tries::default();
        tries.end(Some(&AppError::Stopped), true, HOUR);
        tries.after_write(true);
        assert_eq!(wait_seconds(&tries), Some(3600));
    }
}
