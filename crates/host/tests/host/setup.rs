//! First start.

use crate::seat::{KEEPER, PIN, Seat, text};
use serde_json::json;
use tsong_contract::AppError;

#[test]
fn an_empty_folder_becomes_a_station_with_its_keeper_signed_in() {
    let seat = Seat::empty();
    let before = seat.call("setup.status", json!({}));
    assert_eq!(before["state"], "absent");
    assert_eq!(before["backups"], json!([]));
    assert_eq!(
        seat.call("session.show", json!({}))["session"],
        json!(null),
        "nobody is signed in where nothing is"
    );
    assert_eq!(
        seat.refused("villager.list", json!({})).code(),
        "no_database"
    );
    let made = seat.call(
        "setup.create",
        json!({"name": "巴河站", "place": "540421102", "operator": KEEPER, "pin": "1234"}),
    );
    assert_eq!(made["session"]["name"], KEEPER);
    assert_eq!(
        made["session"]["rights"],
        json!(["open", "see", "stock", "pack", "sell", "keep"])
    );
    assert_eq!(made["warnings"], json!(["pin_too_simple"]));
    let status = seat.call("station.status", json!({}));
    assert_eq!(
        (&status["place"], &status["signed_in"]),
        (&json!("540421102"), &json!(KEEPER))
    );
    assert_eq!(seat.state(), "ready");
    let again = seat.call("recovery.show", json!({"pin": "1234"}));
    assert_eq!(
        again["recovery_key"], made["recovery_key"],
        "the key that was shown is the one that is kept"
    );
    let seat = seat.reopened();
    assert_eq!(seat.state(), "ready");
    assert_eq!(
        seat.refused("villager.list", json!({})),
        AppError::SignInNeeded,
        "a new start has nobody signed in"
    );
}

#[test]
fn what_cannot_be_is_refused_before_anything_is_made() {
    let seat = Seat::empty();
    let good = json!({"name": "巴河站", "operator": KEEPER, "pin": PIN});
    for (field, value, code) in [
        ("name", " ", "bad_input"),
        ("operator", "\u{202e}", "bad_input"),
        ("pin", "12", "pin_too_short"),
        ("pin", "abcd", "bad_input"),
        ("place", "nowhere", "bad_input"),
    ] {
        let mut input = good.clone();
        input[field] = json!(value);
        assert_eq!(
            seat.refused("setup.create", input).code(),
            code,
            "{field} = {value:?}"
        );
        assert_eq!(seat.state(), "absent", "no half a station after {field}");
    }
    seat.call("setup.create", good.clone());
    assert_eq!(seat.refused("setup.create", good).code(), "database_exists");
}

#[test]
fn two_windows_on_one_folder_make_one_station() {
    let first = Seat::empty();
    let second = first.beside();
    assert_eq!(second.state(), "absent");
    let input = json!({"name": "巴河站", "operator": KEEPER, "pin": PIN});
    let made = std::thread::scope(|scope| {
        let calls = [&first, &second]
            .map(|seat| scope.spawn(|| seat.try_call("setup.create", input.clone())));
        calls.map(|call| call.join().unwrap())
    });
    assert_eq!(
        made.iter().filter(|made| made.is_ok()).count(),
        1,
        "one is quicker: {made:?}"
    );
    assert!(
        made.iter()
            .any(|made| matches!(made, Err(AppError::DatabaseExists { .. })))
    );
    for seat in [&first, &second] {
        assert_eq!(seat.state(), "ready");
        seat.sign_in();
    }
    first.matsutake("20kg");
    std::thread::scope(|scope| {
        for seat in [&first, &second] {
            scope.spawn(|| (0..5).for_each(|_| drop(seat.order())));
        }
    });
    assert_eq!(
        (first.orders(), second.orders()),
        (10, 10),
        "each window sees what both saved"
    );
    assert_eq!(second.call("verify", json!({}))["ok"], true);
}

#[test]
fn the_recovery_key_is_shown_again_to_a_keeper_who_types_the_pin() {
    let seat = Seat::new();
    assert_eq!(
        seat.refused("recovery.show", json!({"pin": "000000"})),
        AppError::WrongPin { tries_left: 4 }
    );
    let shown = seat.call("recovery.show", json!({"pin": PIN}));
    assert_eq!(text(&shown, "recovery_key"), seat.recovery_key);
    seat.call(
        "operator.add",
        json!({"name": "扎西", "role": "helper", "pin": "7391"}),
    );
    seat.call(
        "session.sign_in",
        json!({"operator": "扎西", "pin": "7391"}),
    );
    assert_eq!(
        seat.refused("recovery.show", json!({"pin": "7391"})).code(),
        "not_allowed"
    );
}
