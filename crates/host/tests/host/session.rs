//! Signing in and out, and what a mistake of the program's own costs.

use crate::seat::{KEEPER, PIN, Seat, text};
use serde_json::json;
use std::sync::atomic::{AtomicBool, Ordering};
use tsong_contract::AppError;
use tsong_host::{Bridge, Keyring, Options, wall_ms};

#[test]
fn an_operator_signs_in_by_the_tile_and_out_again() {
    let seat = Seat::new();
    let tiles = seat.call("station.status", json!({}))["operators"].clone();
    assert_eq!(
        (
            &tiles[0]["name"],
            &tiles[0]["initials"],
            &tiles[0]["has_pin"]
        ),
        (&json!(KEEPER), &json!("卓玛"), &json!(true))
    );
    assert_eq!(
        seat.call("session.sign_out", json!({})),
        json!({"done": true})
    );
    assert_eq!(
        seat.refused("villager.list", json!({})),
        AppError::SignInNeeded
    );
    let id = text(&tiles[0], "id");
    let session = seat.call(
        "session.sign_in",
        json!({"operator": id, "pin": "４２８６１３"}),
    );
    assert_eq!(
        (&session["id"], &session["role"]),
        (&json!(id), &json!("keeper"))
    );
    assert_eq!(
        seat.call("session.show", json!({}))["session"],
        session,
        "the screen asks who it is"
    );
}

#[test]
fn wrong_pins_lock_out_and_a_new_start_does_not_shorten_it() {
    let seat = Seat::new();
    seat.call("session.sign_out", json!({}));
    for left in [4, 3, 2, 1] {
        assert_eq!(
            seat.refused(
                "session.sign_in",
                json!({"operator": KEEPER, "pin": "000000"})
            ),
            AppError::WrongPin { tries_left: left }
        );
    }
    let locked = seat.refused(
        "session.sign_in",
        json!({"operator": KEEPER, "pin": "000000"}),
    );
    assert_eq!(locked.code(), "locked_out");
    let seat = seat.reopened();
    assert_eq!(
        seat.refused("session.sign_in", json!({"operator": KEEPER, "pin": PIN}))
            .code(),
        "locked_out",
        "the right PIN waits too"
    );
    assert_eq!(
        seat.refused("session.sign_in", json!({"operator": "nobody", "pin": PIN}))
            .code(),
        "not_found"
    );
}

static WALL_FALLS: AtomicBool = AtomicBool::new(false);

fn wall() -> i64 {
    assert!(!WALL_FALLS.load(Ordering::SeqCst), "the wall falls");
    wall_ms()
}

#[test]
fn a_mistake_of_the_program_ends_one_call_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    let bridge = Bridge::open(Options {
        is_staying: false,
        now_ms: wall,
        ..Options::new(dir.path(), Keyring::Off, None)
    });
    let new = json!({"name": "巴河站", "operator": KEEPER, "pin": PIN});
    bridge.call("setup.create", new).unwrap();
    let add = || bridge.call("villager.add", json!({"name": "巴桑"}));
    add().unwrap();
    WALL_FALLS.store(true, Ordering::SeqCst);
    assert_eq!(
        add().unwrap_err(),
        AppError::Internal {
            detail: "villager.add".to_owned()
        }
    );
    WALL_FALLS.store(false, Ordering::SeqCst);
    add().unwrap();
    let villagers = bridge.call("villager.list", json!({})).unwrap();
    assert_eq!(
        villagers.as_array().unwrap().len(),
        2,
        "still signed in, and the call that failed wrote nothing"
    );
    let log = std::fs::read_to_string(dir.path().join("log/tsong.log")).unwrap();
    assert!(
        log.contains(" villager.add ") && log.contains(" internal"),
        "{log}"
    );
    assert!(
        !log.contains("巴桑") && !log.contains(PIN),
        "no names in the log: {log}"
    );
}
