//! Bytes as a link, a stick or somebody with time may leave them. `cargo bolero test` runs the same
//! tests under a fuzzer that watches the branches; plain tests run so many chosen at random.

use std::time::Duration;

/// Changes to good bytes: where (a part of 65,536 of the whole), what is done there, and with what.
pub(crate) type Edits = Vec<(u16, u8, u8)>;

/// How many inputs a plain run tries; with `TSONG_LONG` it goes on for [`LONG`].
pub(crate) const TRIES: usize = 4_000;
/// How long each test of the kind runs in a long run.
pub(crate) const LONG: Duration = Duration::from_secs(60);

/// Whether this is a long run.
pub(crate) fn is_long() -> bool {
    std::env::var_os("TSONG_LONG").is_some()
}

/// Runs a test over inputs of a type, as long as this run is.
macro_rules! fuzz {
    ($type:ty, $run:expr) => {
        if $crate::spoil::is_long() {
            bolero::check!()
                .with_test_time($crate::spoil::LONG)
                .with_type::<$type>()
                .for_each($run);
        } else {
            bolero::check!()
                .with_iterations($crate::spoil::TRIES)
                .with_type::<$type>()
                .for_each($run);
        }
    };
}
pub(crate) use fuzz;

/// Good bytes after some edits, with a tail of anything: bits flipped, bytes put in and taken out,
/// stretches doubled, the end cut off.
pub(crate) fn spoilt(good: &[u8], edits: &Edits, tail: &[u8]) -> Vec<u8> {
    let mut bytes = good.to_vec();
    for (place, what, with) in edits {
        if bytes.is_empty() {
            break;
        }
        let at = bytes.len() * usize::from(*place) / (usize::from(u16::MAX) + 1);
        match what % 6 {
            0 => bytes[at] ^= with | 1,
            1 => bytes[at] = *with,
            2 => bytes.insert(at, *with),
            3 => {
                bytes.remove(at);
            }
            4 => {
                let until = bytes.len().min(at + 1 + usize::from(*with));
                let again = bytes[at..until].to_vec();
                bytes.splice(at..at, again);
            }
            _ => bytes.truncate(at),
        }
    }
    bytes.extend_from_slice(tail);
    bytes
}
