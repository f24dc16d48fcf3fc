//! Prints what records take on the wire: `cargo run --release --example sizes -- W1.jsonl W2.jsonl`.
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

use std::time::Instant;
use tsong_sync::frame::{cut, decode, encode};
use workload::{Log, Record};

fn main() {
    let mut log = Log::default();
    let mut from = 0;
    for (i, path) in std::env::args().skip(1).enumerate() {
        let text = std::fs::read_to_string(path).unwrap();
        let records: Vec<Record> = text
            .lines()
            .map(|l| serde_json::from_str(l).unwrap())
            .collect();
        log.import(
            &records,
            1_768_100_000_000 + i64::try_from(i).unwrap() * 86_400_000,
        );
        let (mut bytes, mut frames, mut encode_ms, mut decode_ms) = (0, 0, 0, 0);
        let facts = log.facts.len() - from;
        while from < log.facts.len() {
            let count = cut(&log.facts[from..]);
            let frame = log.frame(from, count);
            let ids = log.ids(frame.first);
            let start = Instant::now();
            let out = encode(&frame, &ids).unwrap();
            encode_ms += start.elapsed().as_micros();
            let start = Instant::now();
            let back = decode(&out, &ids).unwrap();
            decode_ms += start.elapsed().as_micros();
            assert!(back == frame, "a frame does not come back");
            println!("  frame of {count} facts: {} bytes", out.len());
            bytes += out.len();
            frames += 1;
            from += count;
        }
        println!(
            "{} records, {facts} facts, {frames} frames: {bytes} bytes, {} B/100 records; encode {} ms, decode {} ms",
            records.len(),
            bytes * 100 / records.len(),
            encode_ms / 1000,
            decode_ms / 1000
        );
    }
}
