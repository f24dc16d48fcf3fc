//! How much memory the real server takes.

use crate::house::{mark, order};
use crate::program::{Server, join, json, program};
use std::time::Instant;
use tempfile::TempDir;
use tsong_domain::id::{DeviceId, EntityId, Origin};
use tsong_domain::mark::MarkKind;
use tsong_sync::exchange::{Limits, sync};
use tsong_sync::memory::Replica;

/// The most that a hub with a million facts may take, in KiB.
const LIMIT_KIB: u64 = 100 * 1024;

/// A figure of `/proc/PID/status`, in KiB.
fn kib(pid: u32, name: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status.lines().find(|l| l.starts_with(name)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

fn fill(devices: u8, orders: u64) -> u64 {
    let dir = TempDir::new().unwrap();
    let (server, mut http) = Server::start(dir.path());
    let mut facts = 0;
    for n in 1..=devices {
        let added = json(&program(
            dir.path(),
            &[
                "station",
                "add",
                "--name",
                &format!("station {n}"),
                "--place",
                "54",
            ],
        ));
        let mut a = Replica::new(DeviceId(u64::from(n)), n, Vec::new());
        for i in 0..orders {
            let entity = EntityId::mint(Origin(u64::from(n)), i, 1_790_000_000_000);
            let placed = order(&mut a, entity, None);
            a.write(vec![
                mark(entity, MarkKind::HandedOver, vec![placed]),
                mark(entity, MarkKind::Completed, vec![placed]),
            ]);
        }
        join(&mut http, &mut a, added[0]["code"].as_str().unwrap());
        let began = Instant::now();
        let report = sync(&mut a, &mut http, &Limits::default(), &mut |_| {}).unwrap();
        assert!(report.is_same);
        facts += report.pushed;
        let (now, most) = (kib(server.0.id(), "VmRSS:"), kib(server.0.id(), "VmHWM:"));
        eprintln!(
            "{facts} facts: {now} KiB now, {most} KiB at most, {:?}",
            began.elapsed()
        );
    }
    let mut fresh = Replica::new(DeviceId(999), 250, Vec::new());
    let code = json(&program(
        dir.path(),
        &["device", "code", "--station", "station 1"],
    ));
    join(&mut http, &mut fresh, code[0]["code"].as_str().unwrap());
    sync(&mut fresh, &mut http, &Limits::default(), &mut |_| {}).unwrap();
    let most = kib(server.0.id(), "VmHWM:");
    eprintln!("after filling a new device: {most} KiB at most");
    assert!(server.stop("-TERM"));
    most
}

#[test]
fn a_small_hub_stays_small() {
    let most = fill(2, 500);
    assert!(most <= LIMIT_KIB, "{most} KiB with 4,000 facts");
}

#[test]
#[ignore = "minutes: run with --ignored"]
fn a_hub_with_a_million_facts_stays_within_100_mib() {
    let most = fill(50, 5_000);
    assert!(most <= LIMIT_KIB, "{most} KiB with a million facts");
}
