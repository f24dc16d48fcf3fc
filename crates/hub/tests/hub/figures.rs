//! How long the summary of a whole province takes.

use crate::browser::Browser;
use crate::house::{House, NOW_MS};
use std::time::Instant;

const STATIONS: u64 = 1090;
const DAYS: u64 = 400;

/// Fills the tables as the hub itself would have, without the facts.
fn fill(house: &House, orders_each: u64) {
    let mut db = rusqlite::Connection::open(house.path().join("hub.db")).unwrap();
    let tx = db.transaction().unwrap();
    for n in 0..STATIONS {
        let id = [&[7u8; 8][..], &n.to_be_bytes()].concat();
        let device = i64::try_from(n).unwrap() + 1;
        let heard = NOW_MS - i64::try_from(n).unwrap() * 120_000;
        tx.execute(
            "INSERT INTO station VALUES (?1, ?2, 540421102, ?3, NULL)",
            rusqlite::params![id, format!("站{n}"), heard],
        )
        .unwrap();
        for part in 0..2i64 {
            let device = device * 2 + part;
            tx.execute(
                "INSERT INTO device (station, device, key, nonce, name, version, enrolled_ms, last_heard_ms, waiting, request_sequence)
                 VALUES (?1, ?2, x'', x'', 'till', '0', 1, ?3, 4, 1)",
                rusqlite::params![id, device, heard],
            ).unwrap();
            for origin in 0..3i64 {
                tx.execute(
                    "INSERT INTO origin VALUES (?1, ?2, ?3, x'', 0, '[]', 5000, zeroblob(32))",
                    rusqlite::params![id, device * 10 + origin, device],
                )
                .unwrap();
                tx.execute(
                    "INSERT INTO fetched VALUES (?1, ?2, ?3, 4990, 4990)",
                    rusqlite::params![id, device, device * 10 + origin],
                )
                .unwrap();
            }
        }
        tx.execute(
            "INSERT INTO heard VALUES (?1, ?2, 123456)",
            rusqlite::params![id, heard / 3_600_000],
        )
        .unwrap();
        for hash in 0..20u8 {
            tx.execute(
                "INSERT INTO blob VALUES (?1, ?2, 0, 1, ?3, x'00')",
                rusqlite::params![id, [hash; 32], hash > 2],
            )
            .unwrap();
        }
        for order in 0..orders_each {
            let created = NOW_MS - i64::try_from(order % DAYS).unwrap() * 86_400_000;
            let entity = [&id[8..], &order.to_be_bytes()].concat();
            tx.execute(
                "INSERT INTO orders (station, entity, state, created_ms, words, body, counted_fen)
                 VALUES (?1, ?2, ?3, ?4, 'words', '{}', 4200)",
                rusqlite::params![
                    id,
                    entity,
                    ["Placed", "Completed", "NeedsDecision"][usize::try_from(order % 3).unwrap()],
                    created
                ],
            )
            .unwrap();
        }
        tx.execute("INSERT INTO order_sum SELECT station, state, count(*), sum(counted_fen) FROM orders WHERE station = ?1 GROUP BY station, state", [&id]).unwrap();
        tx.execute("INSERT INTO day_sum SELECT station, (created_ms + 28800000) / 86400000 AS day, count(*), sum(counted_fen) FROM orders WHERE station = ?1 GROUP BY station, day", [&id]).unwrap();
    }
    tx.commit().unwrap();
}

fn measure(orders_each: u64) {
    let house = House::new();
    fill(&house, orders_each);
    let desk = Browser::signed_in(&house);
    for path in [
        "/v1/desk/summary",
        "/v1/desk/stations?limit=50",
        "/v1/stations",
    ] {
        let mut took: Vec<_> = (0..9)
            .map(|_| {
                let began = Instant::now();
                assert_eq!(desk.get(path).status, 200);
                began.elapsed()
            })
            .collect();
        took.sort();
        eprintln!(
            "{path}: {:?} at least, {:?} in the middle",
            took[0], took[4]
        );
    }
    let summary = desk.get("/v1/desk/summary").json;
    assert_eq!(summary["stations"], STATIONS);
    assert_eq!(summary["orders"], STATIONS * orders_each);
    assert_eq!(summary["pending"], STATIONS * 2 * (3 * 10 + 3 * 5000));
    assert_eq!(summary["blobs_missing"], STATIONS * 3);
}

#[test]
fn a_province_is_summed_up() {
    measure(6);
}

#[test]
#[ignore = "a minute: run with --ignored"]
fn a_province_with_a_million_orders_is_summed_up() {
    measure(1000);
}
