//! Sync in the background, over a link that stalls.

use crate::county::County;
use crate::seat::{Seat, text};
use serde_json::{Value, json};
use tsong_contract::AppError;

fn enrolled(seat: &Seat, county: &County) {
    let input = json!({"hub": county.relay.url(), "code": county.code()});
    seat.call("hub.enroll", input);
}

fn waiting(seat: &Seat) -> u64 {
    seat.call("sync.status", json!({}))["waiting"]
        .as_u64()
        .unwrap()
}

#[test]
fn calls_are_answered_while_a_sync_waits_for_the_network() {
    let (county, seat) = (County::new(), Seat::new());
    enrolled(&seat, &county);
    seat.matsutake("30kg");
    county.relay.hold(true);
    let begun = seat.call("sync.start", json!({}));
    assert_eq!(begun["is_running"], true);
    for _ in 0..5 {
        seat.order();
    }
    assert_eq!(seat.orders(), 5);
    let now = seat.watch();
    assert_eq!(
        now["is_running"], true,
        "the orders did not wait for the link: {now}"
    );
    let generation = now["generation"].as_u64().unwrap();
    county.relay.hold(false);
    let last = seat.ended();
    assert!(last["report"].is_object(), "it went well: {last}");
    let after = seat.watch();
    assert!(
        after["generation"].as_u64().unwrap() > generation,
        "{after}"
    );
    assert_eq!(after["phase"], "done");
    assert!(after["bytes_up"].as_u64().unwrap() > 0);
    seat.call("sync.start", json!({}));
    seat.ended();
    assert_eq!(
        waiting(&seat),
        0,
        "what was saved meanwhile goes with the next"
    );
}

#[test]
fn orders_are_saved_while_facts_arrive() {
    let (county, seat) = (County::new(), Seat::new());
    enrolled(&seat, &county);
    seat.matsutake("200kg");
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for _ in 0..8 {
                seat.call("sync.start", json!({}));
                seat.ended();
            }
        });
        scope.spawn(|| {
            for _ in 0..40 {
                seat.order();
            }
        });
    });
    assert_eq!(seat.orders(), 40, "none was refused for a busy database");
    seat.call("sync.run", json!({}));
    assert_eq!(waiting(&seat), 0);
    assert_eq!(seat.call("verify", json!({}))["ok"], true);
}

#[test]
fn a_person_stops_a_sync_whose_link_is_silent() {
    let (county, seat) = (County::new(), Seat::new());
    enrolled(&seat, &county);
    seat.matsutake("3kg");
    county.relay.hold(true);
    seat.call("sync.start", json!({}));
    let stuck = seat.until(|now| now["bytes_up"].as_u64().unwrap() > 0);
    assert!(
        ["connect", "facts_up", "facts_down"].contains(&stuck["phase"].as_str().unwrap()),
        "{stuck}"
    );
    seat.call("sync.stop", json!({}));
    let last = seat.ended();
    assert_eq!(
        last["error"]["code"], "stopped",
        "not the link's own patience ended it: {last}"
    );
    county.relay.hold(false);
    seat.call("sync.start", json!({}));
    assert!(seat.ended()["report"].is_object(), "the next one goes on");
    assert_eq!(waiting(&seat), 0);
}

#[test]
fn ten_presses_are_one_sync() {
    let (county, seat) = (County::new(), Seat::new());
    enrolled(&seat, &county);
    seat.matsutake("3kg");
    let before = county.relay.connections();
    county.relay.hold(true);
    std::thread::scope(|scope| {
        for _ in 0..10 {
            scope.spawn(|| seat.call("sync.start", json!({})));
        }
    });
    seat.until(|now| now["bytes_up"].as_u64().unwrap() > 0);
    seat.call("sync.start", json!({}));
    county.relay.hold(false);
    seat.ended();
    assert_eq!(county.relay.connections() - before, 1, "one link was made");
    let history = seat.call("sync.status", json!({}))["history"].clone();
    assert_eq!(history.as_array().map(Vec::len), Some(1), "{history}");
}

#[test]
fn what_was_written_is_synced_without_being_asked() {
    let (county, seat) = (County::new(), Seat::staying());
    assert_eq!(
        seat.watch()["next_try_seconds"],
        Value::Null,
        "nothing is promised before a hub knows this device"
    );
    enrolled(&seat, &county);
    seat.until(|now| now["last"]["report"].is_object());
    let before = seat.watch()["generation"].as_u64().unwrap();
    seat.matsutake("3kg");
    seat.order();
    let next = seat.watch();
    assert!(
        next["next_try_seconds"].as_u64().is_some_and(|s| s <= 4) || next["is_running"] == true
    );
    seat.until(|now| now["generation"].as_u64().unwrap() > before);
    seat.ended();
    assert_eq!(waiting(&seat), 0);
    seat.call("settings.save", json!({"is_sync_automatic": false}));
    assert_eq!(seat.watch()["next_try_seconds"], Value::Null);
}

#[test]
fn a_window_that_is_closed_stops_its_sync_and_keeps_what_was_saved() {
    let (county, seat) = (County::new(), Seat::new());
    enrolled(&seat, &county);
    seat.matsutake("3kg");
    county.relay.hold(true);
    seat.call("sync.start", json!({}));
    seat.until(|now| now["bytes_up"].as_u64().unwrap() > 0);
    seat.order();
    let seat = seat.reopened();
    county.relay.hold(false);
    seat.sign_in();
    assert_eq!(seat.orders(), 1);
    seat.call("sync.run", json!({}));
    assert_eq!(waiting(&seat), 0);
}

#[test]
fn without_a_hub_a_sync_says_so() {
    let seat = Seat::new();
    seat.call("sync.start", json!({}));
    assert_eq!(seat.ended()["error"]["code"], "not_enrolled");
    assert_eq!(seat.watch()["is_enrolled"], false);
}

/// A BMP of 64 × 64 white pixels.
fn white() -> Vec<u8> {
    let mut picture = Vec::from(*b"BM");
    picture.extend([0x36, 0x30, 0, 0, 0, 0, 0, 0, 0x36, 0, 0, 0, 0x28, 0, 0, 0]);
    picture.extend([64, 0, 0, 0, 64, 0, 0, 0, 1, 0, 24, 0]);
    picture.extend([0; 24]);
    picture.extend(vec![0xff; 64 * 64 * 3]);
    picture
}

#[test]
fn photos_that_are_held_by_hand_let_everything_else_go() {
    let (county, seat) = (County::new(), Seat::new());
    enrolled(&seat, &county);
    let file = seat.dir.path().join("photo.bmp");
    std::fs::write(&file, white()).unwrap();
    let photo = seat.call("photo.put", json!({"path": file}));
    let villager = text(&seat.call("villager.add", json!({"name": "巴桑"})), "id");
    seat.call(
        "lot.take_in",
        json!({"villager": villager, "product": "matsutake-fresh", "grade": "a-5-7",
            "quantity": "3kg", "photo": photo["photo"], "thumbnail": photo["thumbnail"]}),
    );
    let left = || {
        let status = seat.call("sync.status", json!({}));
        (waiting(&seat), status["waiting_blobs"].as_u64().unwrap())
    };
    assert_eq!(
        seat.watch()["photos_held"],
        "",
        "a link of which nothing is known is paid by nobody"
    );
    seat.call("settings.save", json!({"photos": "paused"}));
    assert_eq!(seat.watch()["photos_held"], "paused");
    seat.call("sync.run", json!({}));
    assert_eq!(left(), (0, 2), "the records are there, the photos here");
    seat.call("settings.save", json!({"photos": "go"}));
    assert_eq!(seat.watch()["photos_held"], "");
    seat.call("sync.run", json!({}));
    assert_eq!(left(), (0, 0));
    let error = seat.refused("settings.save", json!({"photos": "later"}));
    assert!(
        matches!(&error, AppError::BadInput { field, .. } if field == "photos"),
        "{error:?}"
    );
}
