//! Prints what a new PC fetches of a station's orders, born in the program, frame by frame:
//! `cargo run --release --example snapshot -- ORDERS [FRAMES JOINED]`.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a tool for measuring"
)]

#[path = "../tests/workload/mod.rs"]
#[allow(dead_code, reason = "shared with tests")]
mod workload;

use std::time::{Duration, Instant};
use tsong_domain::id::EntityId;
use tsong_sync::frame::{cut, decode, encode};
use workload::{Log, ORIGIN, generate};

fn main() {
    let mut words = std::env::args().skip(1);
    let orders: usize = words.next().map_or(10_000, |w| w.parse().unwrap());
    let joined: usize = words.next().map_or(1, |w| w.parse().unwrap());
    let mut records = generate::records(orders);
    for (i, record) in records.iter_mut().enumerate() {
        let counter = u64::try_from(i).unwrap() + 1;
        record.id = EntityId::mint(ORIGIN, counter, record.created_at).to_string();
    }
    let mut log = Log::default();
    log.import(&records, 1_768_100_000_000);
    let (mut from, mut bytes, mut frames, mut largest) = (0usize, 0usize, 0usize, 0usize);
    let (mut encoding, mut decoding) = (Duration::ZERO, Duration::ZERO);
    while from < log.facts.len() {
        let mut count = 0;
        for _ in 0..joined {
            count += cut(&log.facts[from + count..]);
        }
        let frame = log.frame(from, count);
        let ids = log.ids(frame.first);
        let start = Instant::now();
        let out = encode(&frame, &ids).unwrap();
        encoding += start.elapsed();
        let start = Instant::now();
        let back = decode(&out, &ids).unwrap();
        decoding += start.elapsed();
        assert!(back == frame, "a frame does not come back");
        (bytes, frames) = (bytes + out.len(), frames + 1);
        largest = largest.max(out.len());
        from += count;
    }
    println!(
        "{orders} orders, {} facts: {bytes} bytes in {frames} frames, the largest {largest}; {} B for \
         100 orders; encode {} ms, decode {} ms",
        log.facts.len(),
        bytes * 100 / orders,
        encoding.as_millis(),
        decoding.as_millis()
    );
}
