//! Hybrid logical time: the wall's milliseconds where they can be believed, a counter where not.

use serde::{Deserialize, Serialize};

/// A hybrid logical time: milliseconds since 1970 in the upper 48 bits, a counter in the lower 16.
/// It orders what is shown; history is ordered by what facts name (see `field`).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Hlc(u64);

impl Hlc {
    /// From the raw 64 bits.
    #[must_use]
    pub const fn from_raw(raw: u64) -> Self {
        Self(raw)
    }

    /// The raw 64 bits.
    #[must_use]
    pub const fn raw(self) -> u64 {
        self.0
    }

    /// The first time within a millisecond; times before 1970 count as 1970.
    #[must_use]
    pub fn at_ms(wall_ms: i64) -> Self {
        Self(u64::try_from(wall_ms).unwrap_or(0).min(0xffff_ffff_ffff) << 16)
    }

    /// Milliseconds since 1970.
    #[must_use]
    pub fn ms(self) -> i64 {
        i64::try_from(self.0 >> 16).unwrap_or(i64::MAX)
    }

    const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// How far a clock may lie behind the high-water time before it is doubted: five minutes.
pub const BEHIND_MS: i64 = 5 * 60 * 1000;
/// How far a clock may run ahead of the high-water time before it is doubted: four hundred days,
/// longer than a station is ever switched off.
pub const AHEAD_MS: i64 = 400 * 24 * 3600 * 1000;
/// How far ahead of us another's time may lie and still move ours: one day. A clock of 2099 must
/// not pull everybody's time along (actual #3786: never refuse for it, never follow it).
pub const FOLLOW_MS: i64 = 24 * 3600 * 1000;

/// The time that a device keeps: never backwards, whatever the wall says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// The last time given out or followed.
    pub last: Hlc,
    /// The latest wall time that was believed: last fact, last hub time, build date.
    pub high_water_ms: i64,
}

/// A time given out, and whether the wall behind it is doubted (*date unconfirmed*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticked {
    /// The time; greater than every one before it.
    pub time: Hlc,
    /// The wall was earlier than the high-water time or far ahead of it.
    pub doubtful: bool,
}

impl Clock {
    /// A clock that knows only when the program was built.
    #[must_use]
    pub fn born(build_ms: i64) -> Self {
        Self {
            last: Hlc::at_ms(build_ms),
            high_water_ms: build_ms,
        }
    }

    /// Whether a wall time is to be doubted: it asks "Is today …?" and never stops a sale.
    #[must_use]
    pub const fn doubts(&self, wall_ms: i64) -> bool {
        wall_ms < self.high_water_ms.saturating_sub(BEHIND_MS)
            || wall_ms > self.high_water_ms.saturating_add(AHEAD_MS)
    }

    /// The next time. A doubted wall moves the counter only.
    pub fn tick(&mut self, wall_ms: i64) -> Ticked {
        let doubtful = self.doubts(wall_ms);
        let claimed = if doubtful {
            self.last
        } else {
            Hlc::at_ms(wall_ms)
        };
        self.last = if claimed > self.last {
            claimed
        } else {
            self.last.next()
        };
        if !doubtful {
            self.high_water_ms = self.high_water_ms.max(wall_ms);
        }
        Ticked {
            time: self.last,
            doubtful,
        }
    }

    /// Follows another's time, unless it lies further ahead than a clock may err.
    pub fn observe(&mut self, other: Hlc) {
        if other.ms()
            <= self
                .last
                .ms()
                .max(self.high_water_ms)
                .saturating_add(FOLLOW_MS)
            && other > self.last
        {
            self.last = other;
        }
    }

    /// Takes over the hub's signed time, or what a person confirmed the day to be: from then on
    /// a wall near it is believed again, and one far from it is not.
    pub const fn confirm(&mut self, now_ms: i64) {
        self.high_water_ms = now_ms;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    const DAY: i64 = 24 * 3600 * 1000;

    #[test]
    fn a_dead_or_wild_clock_is_doubted_and_time_still_rises() {
        let now = 1_790_000_000_000;
        let mut clock = Clock::born(now);
        let a = clock.tick(now + 1000);
        assert!(!a.doubtful);
        let dead = clock.tick(0);
        assert!(
            dead.doubtful && dead.time > a.time,
            "1970 is doubted, order goes on"
        );
        let wild = clock.tick(4_080_000_000_000);
        assert!(
            wild.doubtful && wild.time.ms() <= now + 1000,
            "2099 does not become our time"
        );
        let back = clock.tick(now + 2000);
        assert!(!back.doubtful && back.time > wild.time);
    }

    #[test]
    fn nobody_follows_a_clock_of_2099() {
        let now = 1_790_000_000_000;
        let mut clock = Clock::born(now);
        clock.observe(Hlc::at_ms(4_080_000_000_000));
        assert!(clock.tick(now).time.ms() < now + DAY);
        clock.observe(Hlc::at_ms(now + 3_600_000));
        assert!(
            clock.tick(now).time > Hlc::at_ms(now + 3_600_000),
            "an hour's drift is followed"
        );
    }
}
