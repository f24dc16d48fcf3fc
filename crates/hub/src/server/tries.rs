//! How often somebody may try to sign in: each wrong token doubles the wait.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Wrong tokens that cost no wait: a slip of the paste.
const FREE: u32 = 3;
const FIRST_WAIT: Duration = Duration::from_secs(2);
const LONGEST_WAIT: Duration = Duration::from_secs(900);
/// After so long without a try all is forgotten.
const FORGOTTEN: Duration = Duration::from_secs(3600);
/// How many addresses are remembered; the one that is quiet longest is forgotten first.
const ADDRESSES: usize = 4096;

#[derive(Clone, Copy, Debug, Default)]
struct Past {
    wrong: u32,
    /// Since the server started, as all times here: no wall clock shortens a wait.
    last: Duration,
}

impl Past {
    fn wait(self) -> Duration {
        match self.wrong.checked_sub(FREE) {
            None => Duration::ZERO,
            Some(more) => {
                let factor = 1u32.checked_shl(more).unwrap_or(u32::MAX);
                FIRST_WAIT.saturating_mul(factor).min(LONGEST_WAIT)
            }
        }
    }

    fn left(self, now: Duration) -> Duration {
        self.last.saturating_add(self.wait()).saturating_sub(now)
    }
}

/// The tries of everybody.
#[derive(Debug, Default)]
pub(super) struct Tries(Mutex<BTreeMap<IpAddr, Past>>);

/// Of an IPv6 address the network counts: its owner has all the rest of it.
fn who(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(v4) => IpAddr::V4(v4),
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::from([a, b, c, d, 0, 0, 0, 0])
        }
    }
}

impl Tries {
    fn with<T>(&self, work: impl FnOnce(&mut BTreeMap<IpAddr, Past>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Counts a try as wrong before it is looked at, so that a hundred at once are a hundred. How
    /// long the next one must wait.
    ///
    /// # Errors
    /// How long this one must wait.
    pub(super) fn take(&self, from: IpAddr, now: Duration) -> Result<Duration, Duration> {
        self.with(|all| {
            all.retain(|_, past| now.saturating_sub(past.last) < FORGOTTEN);
            let past = all.get(&who(from)).copied().unwrap_or_default();
            let left = past.left(now);
            if !left.is_zero() {
                return Err(left);
            }
            if all.len() >= ADDRESSES
                && let Some(quiet) = all.iter().min_by_key(|(_, p)| p.last).map(|(a, _)| *a)
            {
                all.remove(&quiet);
            }
            let past = Past {
                wrong: past.wrong.saturating_add(1),
                last: now,
            };
            all.insert(who(from), past);
            Ok(past.wait())
        })
    }

    /// It was right.
    pub(super) fn forgive(&self, from: IpAddr) {
        self.with(|all| all.remove(&who(from)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn s(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn waits_grow_end_and_are_each_ones_own() {
        let (tries, a, b) = (Tries::default(), [10, 0, 0, 1].into(), [10, 0, 0, 2].into());
        assert_eq!(tries.take(a, s(0)), Ok(s(0)));
        assert_eq!(tries.take(a, s(0)), Ok(s(0)));
        assert_eq!(tries.take(a, s(0)), Ok(s(2)), "the third wrong one costs");
        assert_eq!(tries.take(a, s(1)), Err(s(1)));
        assert_eq!(
            tries.take(b, s(1)),
            Ok(s(0)),
            "another address waits for nobody"
        );
        assert_eq!(
            tries.take(a, s(2)),
            Ok(s(4)),
            "a try in between cost nothing more"
        );
        assert_eq!(tries.take(a, s(6)), Ok(s(8)), "and it doubles");
        tries.forgive(a);
        assert_eq!(tries.take(a, s(6)), Ok(s(0)), "the right token ends it");
    }

    #[test]
    fn no_wait_is_longer_than_a_quarter_of_an_hour_and_all_is_forgotten() {
        let (tries, a) = (Tries::default(), [10, 0, 0, 1].into());
        let mut now = s(0);
        for _ in 0..80 {
            now += tries.take(a, now).unwrap();
        }
        assert_eq!(tries.take(a, now), Ok(s(900)));
        assert_eq!(tries.take(a, now + s(3600)), Ok(s(0)));
    }

    #[test]
    fn a_network_of_addresses_is_one() {
        let tries = Tries::default();
        for n in 0..3u16 {
            let from = IpAddr::from([0x2001, 0xdb8, 0, 7, n, n, n, n]);
            assert!(tries.take(from, s(0)).is_ok());
        }
        assert!(
            tries
                .take("2001:db8:0:7::99".parse().unwrap(), s(0))
                .is_err()
        );
        assert!(
            tries
                .take("2001:db8:0:8::99".parse().unwrap(), s(0))
                .is_ok()
        );
    }

    #[test]
    fn a_flood_of_addresses_is_bounded() {
        let tries = Tries::default();
        for n in 0..10_000u32 {
            let from = IpAddr::from(n.to_be_bytes());
            assert!(tries.take(from, s(u64::from(n) / 100)).is_ok());
        }
        assert_eq!(tries.with(|all| all.len()), ADDRESSES);
    }
}
