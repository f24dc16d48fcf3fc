//! Wrong PINs in a row, and the wait that they cost.
//!
//! The wait is counted on [`Monotonic`] time and kept in the database. Neither a reboot nor a
//! change of the wall clock shortens it: another boot starts the whole wait again.

use serde::{Deserialize, Serialize};

use crate::monotonic::Monotonic;

/// What is kept about one person's tries.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tries {
    /// Wrong PINs since the last right one.
    pub failures: u32,
    /// The wait that the last of them cost, if it cost one.
    pub wait: Option<Wait>,
}

/// A wait, over when `boot` has run for `until_elapsed_ms`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    /// The boot in whose time `until_elapsed_ms` is counted.
    pub boot: String,
    /// End of the wait, in milliseconds of that boot.
    pub until_elapsed_ms: u64,
    /// Whole length of the wait, which another boot starts from the beginning.
    pub wait_ms: u64,
}

/// How many milliseconds are still to be waited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[error("wait {0} ms before the next try")]
pub struct RemainingMs(pub u64);

/// Whether the next PIN may be tried now.
///
/// # Errors
/// The time still to wait. In another boot than the wait's that is the whole wait, and it stays so
/// until the caller has stored what [`rebase`] gives.
pub fn may_try(tries: &Tries, now: &Monotonic) -> Result<(), RemainingMs> {
    let Some(wait) = &tries.wait else {
        return Ok(());
    };
    let remaining_ms = if wait.boot == now.boot {
        wait.until_elapsed_ms.saturating_sub(now.elapsed_ms)
    } else {
        wait.wait_ms
    };
    if remaining_ms == 0 {
        Ok(())
    } else {
        Err(RemainingMs(remaining_ms))
    }
}

/// The state after a wrong PIN at `now`: one more failure, and its wait from now on. Store it
/// before the answer is shown.
#[must_use]
pub fn after_failure(tries: Tries, now: &Monotonic) -> Tries {
    let failures = tries.failures.saturating_add(1);
    Tries {
        failures,
        wait: wait_ms_of(failures).map(|wait_ms| from_now(wait_ms, now)),
    }
}

/// The state after a right PIN, or after a reset by a keeper or the recovery key.
#[must_use]
pub fn after_success() -> Tries {
    Tries::default()
}

/// Starts the whole wait again if `now` belongs to another boot; otherwise `tries` as it was. Call
/// it when a person's tries are loaded, and store the result if it differs.
#[must_use]
pub fn rebase(tries: Tries, now: &Monotonic) -> Tries {
    let wait = tries.wait.map(|wait| match wait.boot == now.boot {
        true => wait,
        false => from_now(wait.wait_ms, now),
    });
    Tries { wait, ..tries }
}

fn from_now(wait_ms: u64, now: &Monotonic) -> Wait {
    let until_elapsed_ms = now.elapsed_ms.saturating_add(wait_ms);
    Wait {
        boot: now.boot.clone(),
        until_elapsed_ms,
        wait_ms,
    }
}

/// Four slips are free; then the wait grows to an hour for each guess, at which a million PINs
/// take a century.
fn wait_ms_of(failures: u32) -> Option<u64> {
    const SECOND_MS: u64 = 1_000;
    const MINUTE_MS: u64 = 60 * SECOND_MS;
    match failures {
        0..=4 => None,
        5 => Some(30 * SECOND_MS),
        6 => Some(MINUTE_MS),
        7 => Some(2 * MINUTE_MS),
        8 => Some(5 * MINUTE_MS),
        9 => Some(15 * MINUTE_MS),
        _ => Some(60 * MINUTE_MS),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(boot: &str, elapsed_ms: u64) -> Monotonic {
        Monotonic {
            boot: boot.to_owned(),
            elapsed_ms,
        }
    }

    fn failed(times: u32, now: &Monotonic) -> Tries {
        (0..times).fold(Tries::default(), |tries, _| after_failure(tries, now))
    }

    #[test]
    fn four_slips_are_free_then_the_wait_grows() {
        let now = at("a", 1_000);
        let waits_seconds: Vec<u64> = (1..=12)
            .map(|times| match may_try(&failed(times, &now), &now) {
                Ok(()) => 0,
                Err(RemainingMs(remaining_ms)) => remaining_ms / 1_000,
            })
            .collect();
        assert_eq!(
            waits_seconds,
            [0, 0, 0, 0, 30, 60, 120, 300, 900, 3600, 3600, 3600]
        );
    }

    #[test]
    fn a_wait_ends_on_its_millisecond() {
        let tries = failed(5, &at("a", 1_000));
        assert_eq!(
            may_try(&tries, &at("a", 30_999)),
            Err(RemainingMs(1)),
            "one ms too early"
        );
        assert_eq!(may_try(&tries, &at("a", 31_000)), Ok(()), "30 s are over");
    }

    #[test]
    fn a_reboot_starts_the_whole_wait_again() {
        let tries = failed(5, &at("a", 1_000));
        let rebooted = at("b", 900_000);
        assert_eq!(
            may_try(&tries, &rebooted),
            Err(RemainingMs(30_000)),
            "uptime of b is no use"
        );
        let tries = rebase(tries, &rebooted);
        assert_eq!(
            may_try(&tries, &at("b", 929_999)),
            Err(RemainingMs(1)),
            "counted in b"
        );
        assert_eq!(
            may_try(&tries, &at("b", 930_000)),
            Ok(()),
            "but it does end"
        );
        assert_eq!(tries.failures, 5, "the failures are kept");
    }

    #[test]
    fn a_right_pin_forgets_the_slips() {
        let now = at("a", 0);
        assert_eq!(may_try(&after_success(), &now), Ok(()));
        let again = after_failure(after_success(), &now);
        assert_eq!(
            may_try(&again, &now),
            Ok(()),
            "the first slip after it is free"
        );
    }

    #[test]
    fn tries_survive_the_database() {
        let tries = failed(7, &at("a", 5));
        let text = serde_json::to_string(&tries).unwrap();
        assert_eq!(
            serde_json::from_str::<Tries>(&text).unwrap(),
            tries,
            "stored as {text}"
        );
    }

    /// What a person in front of the PC can do. Setting the wall clock is not among it: these
    /// functions take no wall clock, so it cannot reach them.
    #[derive(Debug, Clone)]
    enum Act {
        Pass {
            ms: u64,
        },
        Reboot {
            uptime_ms: u64,
        },
        /// Loads the tries (which stores a wait that started again) and types a PIN.
        Type,
        /// Types a PIN into a program that did not start the wait again, or died before storing it.
        TypeUnstored,
    }

    fn act() -> impl Strategy<Value = Act> {
        prop_oneof![
            4 => (0_u64..2_000_000).prop_map(|ms| Act::Pass { ms }),
            2 => (0_u64..10_000_000).prop_map(|uptime_ms| Act::Reboot { uptime_ms }),
            8 => Just(Act::Type),
            2 => Just(Act::TypeUnstored),
        ]
    }

    proptest! {
        /// Whatever is done between, the time really lived through from a wrong PIN to the next
        /// try is never less than the wait that it cost.
        #[test]
        fn nothing_a_person_does_shortens_a_wait(
            slips in 0_u32..12,
            acts in prop::collection::vec(act(), 1..150),
        ) {
            let mut now = at("boot 0", 12_345);
            let (mut boots, mut lived_ms, mut failed_at_ms) = (0_u32, 0_u64, 0_u64);
            let mut stored = failed(slips, &now);
            for act in acts {
                match act {
                    Act::Pass { ms } => {
                        lived_ms += ms;
                        now.elapsed_ms += ms;
                        continue;
                    }
                    Act::Reboot { uptime_ms } => {
                        boots += 1;
                        now = at(&format!("boot {boots}"), uptime_ms);
                        continue;
                    }
                    Act::Type => stored = rebase(stored, &now),
                    Act::TypeUnstored => {}
                }
                if may_try(&stored, &now).is_err() {
                    continue;
                }
                let (waited_ms, owed_ms) = (lived_ms - failed_at_ms, wait_ms_of(stored.failures));
                prop_assert!(
                    waited_ms >= owed_ms.unwrap_or(0),
                    "after {} failures a try came after {waited_ms} ms of {owed_ms:?}",
                    stored.failures
                );
                stored = after_failure(stored, &now);
                failed_at_ms = lived_ms;
            }
        }

        /// The honest operator is let in: one uninterrupted wait in any boot is enough.
        #[test]
        fn a_wait_sat_out_in_one_boot_is_over(times in 1_u32..20, uptime_ms in 0_u64..10_000_000) {
            let tries = rebase(failed(times, &at("before", 77)), &at("after", uptime_ms));
            let waited_ms = wait_ms_of(times).unwrap_or(0);
            prop_assert_eq!(may_try(&tries, &at("after", uptime_ms + waited_ms)), Ok(()));
        }
    }
}
