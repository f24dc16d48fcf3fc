//! The settings of this device.

use crate::seat::Seat;
use serde_json::json;
use tsong_contract::AppError;

#[test]
fn settings_are_there_before_a_station_and_after_a_new_start() {
    let seat = Seat::empty();
    let usual = seat.call("settings.show", json!({}));
    assert_eq!(usual["notices"], json!([]));
    seat.call(
        "settings.save",
        json!({"language": "en", "look": "contrast", "sync_minutes": 60}),
    );
    let seat = seat.reopened();
    let kept = seat.call("settings.show", json!({}));
    assert_eq!(
        (&kept["language"], &kept["look"], &kept["sync_minutes"]),
        (&json!("en"), &json!("contrast"), &json!(60))
    );
    assert_eq!(
        kept["idle_minutes"], usual["idle_minutes"],
        "the rest stays"
    );
    assert_eq!(seat.call("setup.status", json!({}))["language"], "en");
    assert_eq!(
        seat.state(),
        "absent",
        "a folder with settings alone is no station"
    );
}

#[test]
fn a_broken_file_gives_the_usual_settings_and_says_so() {
    let seat = Seat::new();
    let file = seat.data().join("settings.json");
    for broken in [
        "{\"look\": \"dark\", \"idle_mi",
        "[]",
        "{\"look\": \"pink\"}",
        "\u{0}\u{1}",
    ] {
        std::fs::write(&file, broken).unwrap();
        let other = seat.beside();
        let shown = other.call("settings.show", json!({}));
        assert_eq!(
            (&shown["notices"], &shown["look"]),
            (&json!(["settings_broken"]), &json!("system")),
            "after {broken:?}"
        );
        let saved = other.call("settings.save", json!({"look": "dark"}));
        assert_eq!(saved["notices"], json!([]), "what is saved is whole again");
    }
    let kept: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(kept["look"], "dark");
}

#[test]
fn each_setting_has_its_right_and_its_bounds() {
    let seat = Seat::new();
    seat.call("session.sign_out", json!({}));
    seat.call(
        "settings.save",
        json!({"language": "zh-CN", "look": "light"}),
    );
    for keepers in [
        json!({"is_sync_automatic": false}),
        json!({"idle_minutes": 5}),
    ] {
        assert_eq!(
            seat.refused("settings.save", keepers),
            AppError::SignInNeeded
        );
    }
    assert_eq!(
        seat.refused("settings.save", json!({"weight_unit": "jin"})),
        AppError::SignInNeeded
    );
    seat.sign_in();
    seat.call(
        "settings.save",
        json!({"weight_unit": "jin", "has_tibetan_digits": true, "printer": "柜台\u{202e}机"}),
    );
    for (bad, field) in [
        (json!({"language": "xx"}), "language"),
        (json!({"look": "<b>"}), "look"),
        (json!({"sync_minutes": 0}), "sync_minutes"),
        (json!({"idle_minutes": 100_000}), "idle_minutes"),
        (json!({"weight_unit": "stone"}), "weight_unit"),
        (json!({"slip_paper": "letter"}), "slip_paper"),
    ] {
        let error = seat.refused("settings.save", bad);
        assert!(
            matches!(&error, AppError::BadInput { field: told, .. } if told == field),
            "{field}: {error:?}"
        );
    }
    let kept = seat.call("settings.show", json!({}));
    assert_eq!(
        (&kept["weight_unit"], &kept["language"], &kept["printer"]),
        (&json!("jin"), &json!("zh-CN"), &json!("柜台机"))
    );
}
