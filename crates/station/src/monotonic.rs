//! A clock that a person cannot turn back: milliseconds since this boot, and which boot it is.
//!
//! PIN lock-outs are waited out on it, because the wall clock of a station is often dead or wrong
//! and is set by the very person who waits.

use serde::{Deserialize, Serialize};

/// A reading: `elapsed_ms` only ever grows while `boot` stays the same, and readings of two
/// different boots cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Monotonic {
    /// Which run of the machine this is, an opaque word.
    pub boot: String,
    /// Milliseconds since that run began, sleep included where the system tells it.
    pub elapsed_ms: u64,
}

impl Monotonic {
    /// Reads the clock.
    ///
    /// On Linux the boot is the kernel's boot id and the time its uptime (10 ms steps, sleep
    /// counted), so every program on the machine agrees. Elsewhere, and where `/proc` cannot be
    /// read, the "boot" is this process: a new process looks like a reboot, which makes a lock-out
    /// start again rather than end early; a program that must outlast it there has to stay open.
    #[must_use]
    pub fn now() -> Self {
        of_machine().unwrap_or_else(of_process)
    }
}

#[cfg(target_os = "linux")]
fn of_machine() -> Option<Monotonic> {
    let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    let uptime = std::fs::read_to_string("/proc/uptime").ok()?;
    let boot = boot.trim();
    if boot.is_empty() {
        return None;
    }
    Some(Monotonic {
        boot: boot.to_owned(),
        elapsed_ms: parse_uptime_ms(&uptime)?,
    })
}

#[cfg(not(target_os = "linux"))]
fn of_machine() -> Option<Monotonic> {
    None
}

/// `"12345.67 54321.00"` → 12 345 670; digits past the third decimal are dropped.
#[cfg(any(target_os = "linux", test))]
fn parse_uptime_ms(text: &str) -> Option<u64> {
    let word = text.split_ascii_whitespace().next()?;
    let (whole, fraction) = word.split_once('.').unwrap_or((word, ""));
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut thousandths = 0;
    for digit in fraction.chars().chain("000".chars()).take(3) {
        thousandths = thousandths * 10 + u64::from(digit.to_digit(10)?);
    }
    whole
        .parse::<u64>()
        .ok()?
        .checked_mul(1000)?
        .checked_add(thousandths)
}

fn of_process() -> Monotonic {
    use std::hash::{BuildHasher, Hasher, RandomState};
    use std::sync::OnceLock;
    use std::time::Instant;

    static RUN: OnceLock<(String, Instant)> = OnceLock::new();
    let (boot, started) = RUN.get_or_init(|| {
        // Seeded by the system for each process: distinct, which is all that a name of a run needs.
        let mut hasher = RandomState::new().build_hasher();
        hasher.write_u32(std::process::id());
        (format!("process-{:016x}", hasher.finish()), Instant::now())
    });
    let elapsed_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    Monotonic {
        boot: boot.clone(),
        elapsed_ms,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uptime_is_read_to_the_millisecond_without_floats() {
        for (text, want_ms) in [
            ("12345.67 54321.00\n", Some(12_345_670)),
            ("0.05 0.00", Some(50)),
            ("7", Some(7_000)),
            ("7.1239", Some(7_123)),
            ("", None),
            ("up 3 days", None),
            ("3.x1", None),
            ("-3.10", None),
            ("99999999999999999999.00", None),
        ] {
            assert_eq!(parse_uptime_ms(text), want_ms, "reading {text:?}");
        }
    }

    #[test]
    fn two_readings_share_a_boot_and_go_forward() {
        let first = Monotonic::now();
        std::thread::sleep(std::time::Duration::from_millis(30));
        let second = Monotonic::now();
        assert_eq!(
            first.boot, second.boot,
            "one run of the machine has one name"
        );
        assert!(
            second.elapsed_ms > first.elapsed_ms,
            "{first:?} then {second:?}"
        );
    }

    #[test]
    fn without_a_machine_clock_the_process_is_the_boot() {
        let first = of_process();
        let second = of_process();
        assert_eq!(first.boot, second.boot, "one process keeps its name");
        assert!(
            second.elapsed_ms >= first.elapsed_ms,
            "{first:?} then {second:?}"
        );
    }
}
