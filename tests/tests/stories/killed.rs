//! The programs killed in the middle of their work: what was said to be saved is there, once.

use crate::programs::{Serving, Tsong, record};
use serde_json::{Value, json};
use std::time::Instant;

const KILLS: u64 = 15;

/// Waits that are spread over what the work takes, none like the other.
fn waits(whole_ms: u64) -> impl Iterator<Item = u64> {
    (0..KILLS).map(move |n| whole_ms * (n * 7 % KILLS) / KILLS + n % 3)
}

fn write_orders(till: &Tsong, count: u32) -> String {
    let file = till.dir.path().join("orders.jsonl");
    let text: String = (1..=count).map(|n| format!("{}\n", record(n))).collect();
    std::fs::write(&file, text).unwrap();
    file.display().to_string()
}

fn elapsed_ms(work: impl FnOnce()) -> u64 {
    let begun = Instant::now();
    work();
    u64::try_from(begun.elapsed().as_millis()).unwrap()
}

fn ids(rows: &[Value]) -> Vec<String> {
    let mut ids: Vec<_> = rows
        .iter()
        .map(|r| r["id"].as_str().unwrap().to_owned())
        .collect();
    ids.sort();
    ids
}

#[test]
fn an_import_killed_at_any_moment_goes_on_where_it_was() {
    let count = 1500;
    let trial = Tsong::new();
    let file = write_orders(&trial, count);
    let whole_ms = elapsed_ms(|| drop(trial.must(&["import", &file])));

    let till = Tsong::new();
    let mut seen = 0;
    let mut partly = 0;
    for wait_ms in waits(whole_ms) {
        till.killed_after(&["import", &file], wait_ms);
        till.sound();
        let now = till.must(&["orders"]).len();
        assert!(
            now >= seen,
            "what was there before the kill is there after it"
        );
        assert_eq!(now % 500, 0, "a transaction is there whole or not at all");
        partly += u32::from(now > seen);
        seen = now;
    }
    assert!(
        partly > 0,
        "at least one kill came in the middle of the work"
    );
    let report = till.must(&["import", &file]).remove(0);
    let total = report["added"].as_u64().unwrap() + report["unchanged"].as_u64().unwrap();
    assert_eq!(total, u64::from(count), "{report}");
    let expected: Vec<Value> = (1..=count).map(record).collect();
    assert_eq!(
        ids(&till.must(&["orders"])),
        ids(&expected),
        "every order, once"
    );
    till.sound();
}

#[test]
fn a_sync_killed_at_any_moment_ends_the_same() {
    let (hub, till) = (Serving::new(), Tsong::new());
    let station = hub.let_in(&till);
    let file = write_orders(&till, 1500);
    till.must(&["import", &file]);
    let trial = Tsong::new();
    let trial_station = hub.let_in(&trial);
    trial.must(&["import", &file]);
    let whole_ms = elapsed_ms(|| drop(trial.must(&["sync"])));
    assert_eq!(
        hub.must(&["orders", "--station", &trial_station]).len(),
        1500
    );

    let mut at_hub = 0;
    for wait_ms in waits(whole_ms) {
        till.killed_after(&["sync"], wait_ms);
        till.sound();
        let now = hub.must(&["orders", "--station", &station]).len();
        assert!(now >= at_hub, "what the hub has taken it keeps");
        at_hub = now;
    }
    till.must(&["sync"]);
    let rows = hub.must(&["orders", "--station", &station]);
    assert_eq!(
        ids(&rows),
        ids(&till.must(&["orders"])),
        "the hub has every order, once"
    );
    assert_eq!(hub.must(&["verify"])[0]["ok"], true);
    let quiet = till.must(&["sync"]).remove(0);
    assert_eq!(
        (&quiet["pushed"], &quiet["pulled"]),
        (&json!(0), &json!(0)),
        "nothing is left"
    );
}

#[test]
fn half_typed_work_that_was_kept_survives_a_kill() {
    let till = Tsong::new();
    let typed = json!({"noun": "order", "content": {"step": 2, "quantity": "３斤"}});
    let kept = till.call("draft.save", &typed);
    assert_eq!(kept.exit, Some(0), "{kept:?}");
    for n in 0..KILLS {
        let other = json!({"noun": "order", "content": {"n": n}}).to_string();
        till.killed_after(&["call", "draft.save", &other], n * 40);
        let drafts = till.call("draft.list", &json!({"noun": "order"})).rows;
        let same = drafts
            .iter()
            .filter(|d| d["id"] == kept.rows[0]["id"])
            .collect::<Vec<_>>();
        assert_eq!(same.len(), 1, "the kept draft is there, once: {drafts:?}");
        assert_eq!(same[0]["content"], typed["content"], "as it was typed");
    }
    till.sound();
}
