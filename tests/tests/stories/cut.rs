//! A sync cut after each of its bytes, and tried again.

use crate::house::{County, Till, converge, order};
use crate::proxy::Relay;
use serde_json::json;
use tsong_contract::AppError;

/// How many bytes lie between two cuts: every byte with `TSONG_LONG`.
fn stride() -> usize {
    if std::env::var_os("TSONG_LONG").is_some() {
        1
    } else {
        19
    }
}

/// Tries again at once, though the hub may still be at work on the request that was cut.
fn try_again(till: &mut Till) {
    if let Err(error) = till.try_call("sync.run", json!({})) {
        panic!("tried again after a cut: {error:?}");
    }
}

fn is_of_the_link(error: &AppError) -> bool {
    matches!(
        error,
        AppError::NoLink | AppError::LinkStalled | AppError::NotAHub
    )
}

/// Cuts after 0, 1, 2 … bytes of one direction until a sync is no longer cut; how many cuts.
fn cut_everywhere(is_up: bool) -> u32 {
    let county = County::new();
    let (station, code) = county.station("巴河");
    let relay = Relay::before(county.address);
    let (mut a, mut b) = (Till::new("巴河站"), Till::kept_by("巴河站二号", "央金"));
    a.matsutake("扎西次仁", "900kg");
    a.enrol(&format!("http://{}", relay.address), &code);
    b.enrol(&county.url(), &county.code(station));
    converge(&mut a, &mut b);

    let (mut cuts, mut orders) = (0, 0_usize);
    for bytes in (0..).step_by(stride()) {
        a.call("order.place", order("1g"));
        // Something for both directions: B's work comes down in the same sync.
        b.call("villager.add", json!({"name": format!("村民{bytes}")}));
        b.sync();
        orders += 1;
        relay.allow(
            if is_up { bytes } else { usize::MAX },
            if is_up { usize::MAX } else { bytes },
        );
        let outcome = a.try_call("sync.run", json!({}));
        let was_cut = relay.was_cut();
        relay.allow(usize::MAX, usize::MAX);
        if let Err(error) = &outcome {
            assert!(is_of_the_link(error), "cut after {bytes} bytes: {error:?}");
        }
        try_again(&mut a);
        assert_eq!(
            a.call("sync.status", json!({}))["waiting"],
            0,
            "cut after {bytes} bytes and tried again, nothing waits any more"
        );
        if !was_cut {
            assert!(outcome.is_ok(), "an uncut sync goes through: {outcome:?}");
            break;
        }
        cuts += 1;
    }
    converge(&mut a, &mut b);
    assert_eq!(
        county.orders(station).len(),
        orders,
        "each order is there once"
    );
    let held = b.call("lot.list", json!({}))[0]["held"].clone();
    assert_eq!(held, json!(orders), "each gram is held once");
    let facts = a.call("verify", json!({}))["facts"].as_u64();
    assert_eq!(
        Some(county.sound_facts()),
        facts,
        "the hub and the till hold the same facts"
    );
    cuts
}

#[test]
fn a_sync_cut_on_the_way_up_and_tried_again_ends_the_same() {
    let cuts = cut_everywhere(true);
    assert!(
        cuts >= 20,
        "only {cuts} places were cut: the relay did not cut"
    );
}

#[test]
fn a_sync_cut_on_the_way_down_and_tried_again_ends_the_same() {
    let cuts = cut_everywhere(false);
    assert!(
        cuts >= 20,
        "only {cuts} places were cut: the relay did not cut"
    );
}

/// A till with a large import that waits, before a hub of its own behind a relay.
fn laden() -> (County, Relay, Till) {
    let county = County::new();
    let (_, code) = county.station("巴河");
    let relay = Relay::before(county.address);
    let mut till = Till::new("巴河站");
    till.enrol(&format!("http://{}", relay.address), &code);
    till.sync();
    let file = till.dir.path().join("orders.jsonl");
    tsong_tests::records::write(&file, tsong_tests::records::new(0, 3_000)).unwrap();
    till.call("import.run", json!({"path": file}));
    (county, relay, till)
}

#[test]
fn what_arrived_before_a_cut_is_not_sent_again() {
    /// A frame, and what was on its way behind it.
    const AGAIN: u64 = 20 * 1024;
    let up = |report: &serde_json::Value| report["bytes_up"].as_u64().unwrap();
    let (_county, _relay, mut whole) = laden();
    let whole = up(&whole.sync());
    let cut_at = 70_000;
    assert!(whole > cut_at + 10_000, "{whole} bytes are worth a cut");
    let (_county, relay, mut till) = laden();
    relay.allow(usize::try_from(cut_at).unwrap(), usize::MAX);
    assert!(is_of_the_link(&till.refused("sync.run", json!({}))));
    assert!(relay.was_cut());
    relay.allow(usize::MAX, usize::MAX);
    let rest = up(&till.sync());
    assert!(
        cut_at + rest <= whole + AGAIN,
        "cut after {cut_at} of {whole} bytes, {rest} more were sent"
    );
}
