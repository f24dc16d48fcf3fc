//! What a year's orders and a day's changes take on the wire.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::too_many_lines,
    unreachable_pub,
    reason = "a test that cannot go on has failed"
)]

mod workload;

use tsong_sync::frame::{MAX_FRAME_BYTES, TARGET_FRAME_BYTES, cut, decode, encode, peek};
use workload::{Log, generate};

/// Sends what the log has from `from` on, and reads it back: how many bytes.
fn send(log: &Log, mut from: usize) -> usize {
    let mut bytes = 0;
    while from < log.facts.len() {
        let count = cut(&log.facts[from..]);
        let frame = log.frame(from, count);
        let ids = log.ids(frame.first);
        let out = encode(&frame, &ids).unwrap();
        assert_eq!(
            peek(&out).unwrap().last(),
            frame.facts[count - 1].header.id.sequence
        );
        assert!(
            decode(&out, &ids) == Ok(frame),
            "a frame does not come back"
        );
        assert!(out.len() < 2 * TARGET_FRAME_BYTES && out.len() < MAX_FRAME_BYTES);
        bytes += out.len();
        from += count;
    }
    bytes
}

#[test]
fn orders_and_changes_stay_small() {
    let mut log = Log::default();
    let records = generate::records(2000);
    log.import(&records, 1_768_100_000_000);
    let per_order = send(&log, 0) / records.len();
    assert!(per_order <= 33, "an order takes {per_order} bytes");

    let from = log.facts.len();
    log.import(&generate::changed(&records, 100), 1_768_200_000_000);
    let changes = send(&log, from);
    assert!(changes <= 900, "100 changed orders take {changes} bytes");

    let mut day = Log::default();
    day.import(&records[..1], 1_768_100_000_000);
    let one = send(&day, 0);
    assert!(one <= 310, "a day of one order takes {one} bytes");
}
