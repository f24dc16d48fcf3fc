//! Bringing a station back into a place where something lies already.

use crate::seat::{KEEPER, PIN, Seat, text};
use serde_json::json;
use std::path::Path;
use tsong_contract::AppError;

/// A station with one order and a backup of it.
fn with_backup() -> (Seat, String) {
    let seat = Seat::new();
    seat.matsutake("3kg");
    seat.order();
    let backup = seat.dir.path().join("stick.db");
    seat.call("backup.write", json!({"path": backup}));
    (seat, backup.display().to_string())
}

#[test]
fn a_damaged_database_is_moved_aside_whole_and_the_backup_takes_its_place() {
    let (seat, backup) = with_backup();
    let (key, data) = (seat.recovery_key.clone(), seat.data());
    seat.bridge.close();
    let mut bytes = std::fs::read(data.join("station.db")).unwrap();
    bytes.truncate(bytes.len() / 2 / 4096 * 4096 + 100);
    std::fs::write(data.join("station.db"), &bytes).unwrap();
    let seat = seat.beside();
    let status = seat.call("setup.status", json!({}));
    assert_eq!(
        (&status["state"], &status["trouble"]["code"]),
        (&json!("trouble"), &json!("database_damaged"))
    );
    assert_eq!(
        seat.refused("task.list", json!({})),
        AppError::DatabaseDamaged
    );
    assert_eq!(
        seat.refused(
            "setup.restore",
            json!({"path": backup, "recovery_key": "ABCD"})
        ),
        AppError::RecoveryKeyWrong
    );
    assert_eq!(
        std::fs::read(data.join("station.db")).unwrap(),
        bytes,
        "a refusal touches nothing"
    );
    let back = seat.call(
        "setup.restore",
        json!({"path": backup, "recovery_key": key}),
    );
    assert_eq!(back["status"]["state"], "ready");
    assert_eq!(back["needs_enrolment"], true);
    let aside = text(&back, "moved_to");
    assert!(
        Path::new(&aside).starts_with(&data),
        "{aside} is in the folder"
    );
    assert_eq!(
        std::fs::read(Path::new(&aside).join("station.db")).unwrap(),
        bytes,
        "the damaged one is kept, byte for byte"
    );
    assert!(Path::new(&aside).join("keys").is_dir(), "with its keys");
    seat.sign_in();
    assert_eq!(seat.orders(), 1, "what was backed up is back");
    assert_eq!(seat.call("verify", json!({}))["ok"], true);
}

#[test]
fn into_an_empty_place_and_from_a_listed_backup() {
    let (seat, _) = with_backup();
    let kept = seat.data().join("backups");
    std::fs::create_dir_all(&kept).unwrap();
    for day in ["2026-11-20", "2026-11-21"] {
        let path = kept.join(format!("tsong-{day}.db"));
        seat.call("backup.write", json!({"path": path}));
    }
    let listed = seat.call("backup.list", json!({}));
    assert_eq!(
        (&listed[0]["day"], &listed[1]["day"]),
        (&json!("2026-11-21"), &json!("2026-11-20")),
        "latest first"
    );
    let elsewhere = Seat::empty();
    elsewhere.call("settings.save", json!({"look": "dark"}));
    let back = elsewhere.call(
        "setup.restore",
        json!({"path": listed[0]["path"], "recovery_key": seat.recovery_key}),
    );
    assert_eq!(back["moved_to"], json!(null), "nothing lay there");
    elsewhere.sign_in();
    assert_eq!(elsewhere.orders(), 1);
    assert_eq!(
        elsewhere.call("settings.show", json!({}))["look"],
        "dark",
        "this device's settings are this device's"
    );
}

#[test]
fn over_a_sound_station_only_its_keeper_may() {
    let (seat, backup) = with_backup();
    seat.order();
    let input = json!({"path": backup, "recovery_key": seat.recovery_key});
    seat.call("session.sign_out", json!({}));
    assert_eq!(
        seat.refused("setup.restore", input.clone()),
        AppError::SignInNeeded
    );
    seat.sign_in();
    assert_eq!(seat.orders(), 2);
    let back = seat.call("setup.restore", input);
    let aside = text(&back, "moved_to");
    seat.sign_in();
    assert_eq!(seat.orders(), 1, "as it was when the backup was written");
    assert!(Path::new(&aside).join("station.db").is_file());
    assert_eq!(
        seat.refused(
            "setup.restore",
            json!({"path": seat.dir.path().join("none.db"), "recovery_key": seat.recovery_key})
        )
        .code(),
        "no_database"
    );
    assert_eq!(seat.orders(), 1, "a refusal leaves it and who is signed in");
}

#[test]
fn a_lost_key_is_put_back_by_the_recovery_key() {
    let (seat, _) = with_backup();
    let (key, data) = (seat.recovery_key.clone(), seat.data());
    seat.bridge.close();
    std::fs::remove_file(data.join("keys/database.key")).unwrap();
    let seat = seat.beside();
    let status = seat.call("setup.status", json!({}));
    assert_eq!(status["trouble"]["code"], "key_missing");
    let other = Seat::new().recovery_key;
    assert_eq!(
        seat.refused("setup.unlock", json!({"recovery_key": other})),
        AppError::RecoveryKeyWrong
    );
    let back = seat.call("setup.unlock", json!({"recovery_key": key}));
    assert_eq!(
        (&back["needs_enrolment"], &back["moved_to"]),
        (&json!(false), &json!(null)),
        "the signing key was not lost: it goes on as it was"
    );
    seat.sign_in();
    seat.order();
    let seat = seat.reopened();
    assert_eq!(seat.state(), "ready", "also after a new start");
}

#[test]
fn a_signing_key_that_is_lost_too_makes_a_new_origin() {
    let (seat, _) = with_backup();
    let (key, data) = (seat.recovery_key.clone(), seat.data());
    let before = seat.call("station.status", json!({}));
    seat.bridge.close();
    std::fs::remove_dir_all(data.join("keys")).unwrap();
    let seat = seat.beside();
    let back = seat.call("setup.unlock", json!({"recovery_key": key}));
    assert_eq!(back["needs_enrolment"], true);
    seat.call("session.sign_in", json!({"operator": KEEPER, "pin": PIN}));
    let after = seat.call("station.status", json!({}));
    assert_eq!(before["device"], after["device"]);
    assert_ne!(before["origin"], after["origin"]);
    assert_eq!(seat.call("verify", json!({}))["ok"], true);
}
