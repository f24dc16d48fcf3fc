//! The committed frame of the codec's first revision.
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

#[allow(dead_code, reason = "shared with the tests of sizes")]
mod workload;

use std::path::PathBuf;
use tsong_domain::fact::{RawFact, Sealed};
use tsong_sync::chain::personal_commitment;
use tsong_sync::frame::{Frame, NoIds, decode, encode};
use tsong_sync::sign::Signature64;
use workload::{Log, ORIGIN, generate};

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/frames")
        .join(name)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// A fact as a person can compare it.
fn told(fact: &RawFact) -> serde_json::Value {
    let personal = fact.personal.as_ref().map(|p| match p {
        Sealed::Open { salt, bytes } => format!("{} {}", hex(salt), hex(bytes)),
        Sealed::Erased(hash) => format!("erased {hash}"),
    });
    serde_json::json!({ "header": fact.header, "body": hex(&fact.body), "personal": personal })
}

#[test]
fn a_frame_of_the_first_revision_stays_readable() {
    let bytes = std::fs::read(fixture("rev1.frame")).unwrap();
    let back = decode(&bytes, &NoIds).unwrap();
    let wanted = std::fs::read_to_string(fixture("rev1.json")).unwrap();
    let wanted: Vec<serde_json::Value> = serde_json::from_str(&wanted).unwrap();
    assert_eq!(back.facts.len(), wanted.len(), "a fact is missing");
    for (fact, wanted) in back.facts.iter().zip(wanted) {
        assert_eq!(
            told(fact),
            wanted,
            "released frames lie on sticks and in relays for years"
        );
    }
}

/// Orders, a section that was erased, a body of a newer version, and one that is no CBOR.
#[test]
#[ignore = "rewrites the fixture, which is frozen with the codec's first release"]
fn write_fixture() {
    let mut log = Log::default();
    log.import(&generate::records(12), 1_768_100_000_000);
    let mut facts = log.facts.clone();
    let erased = facts.iter_mut().find(|f| f.personal.is_some()).unwrap();
    erased.personal = erased
        .personal
        .as_ref()
        .map(|p| Sealed::Erased(personal_commitment(p)));
    facts[3].body = vec![0xa1, 0x63, b'n', b'e', b'w', 0xf9, 0x3c, 0x00];
    facts[5].body = vec![0xff, 0x00];
    let signature = Signature64([7; 64]);
    let frame = Frame {
        origin: ORIGIN,
        first: 1,
        facts,
        seeds: log.seeds,
        signature,
    };
    let json: Vec<serde_json::Value> = frame.facts.iter().map(told).collect();
    std::fs::create_dir_all(fixture("")).unwrap();
    std::fs::write(fixture("rev1.frame"), encode(&frame, &NoIds).unwrap()).unwrap();
    std::fs::write(
        fixture("rev1.json"),
        serde_json::to_string_pretty(&json).unwrap(),
    )
    .unwrap();
}
