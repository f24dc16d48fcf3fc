//! A station set up, opened, backed up and brought back.

use crate::shop::{DAY_MS, KEEPER, NOW_MS, PIN, Shop, Wall, keys, text};
use serde_json::json;
use tsong_contract::AppError;
use tsong_station::Station;
use tsong_station::setup::NewStation;

#[test]
fn a_station_is_set_up_once() {
    let mut shop = Shop::new();
    let status = shop.call("station.status", json!({}));
    assert_eq!(
        (&status["name"], &status["signed_in"]),
        (&json!("巴河站"), &json!(KEEPER))
    );
    let tile = &status["operators"][0];
    assert_eq!(
        (
            &tile["name"],
            &tile["initials"],
            &tile["role"],
            &tile["has_pin"]
        ),
        (
            &json!(KEEPER),
            &json!(KEEPER),
            &json!("keeper"),
            &json!(true)
        ),
        "what a tile of the sign-in screen shows"
    );
    assert_eq!(status["is_clock_doubted"], false);
    shop.assert_sound();
    let new = NewStation {
        name: "x",
        place: "",
        operator: "y",
        pin: PIN,
    };
    let dir = shop.dir.path();
    let again = Station::create(dir, keys(dir), Box::new(Wall::new()), &new);
    assert!(
        matches!(again.err(), Some(AppError::DatabaseExists { .. })),
        "nothing is overwritten"
    );
    for (new, code) in [
        (
            NewStation {
                name: " ",
                ..new.clone()
            },
            "bad_input",
        ),
        (
            NewStation {
                operator: "",
                ..new.clone()
            },
            "bad_input",
        ),
        (
            NewStation {
                pin: "12",
                ..new.clone()
            },
            "pin_too_short",
        ),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let refused = Station::create(dir.path(), keys(dir.path()), Box::new(Wall::new()), &new);
        assert_eq!(
            refused.err().map(|e| e.code()),
            Some(code.to_owned()),
            "{new:?}"
        );
        let opened = Station::open(dir.path(), keys(dir.path()), Box::new(Wall::new()));
        assert!(
            matches!(opened.err(), Some(AppError::NoDatabase { .. })),
            "no half a station"
        );
    }
}

#[test]
fn a_key_that_is_gone_or_anothers_is_told_apart() {
    let shop = Shop::new();
    let other = Shop::new();
    let Shop { station, dir, .. } = shop;
    drop(station);
    let opened = Station::open(dir.path(), keys(other.dir.path()), Box::new(Wall::new()));
    assert_eq!(opened.err(), Some(AppError::WrongKey));
    let nowhere = tempfile::tempdir().unwrap();
    let opened = Station::open(dir.path(), keys(nowhere.path()), Box::new(Wall::new()));
    assert_eq!(opened.err(), Some(AppError::KeyMissing));
    let bytes = std::fs::read(dir.path().join(tsong_store::open::FILE)).unwrap();
    assert!(
        !bytes.windows(6).any(|w| w == KEEPER.as_bytes()),
        "names are not readable on the disk"
    );
}

#[test]
fn a_backup_comes_back_as_a_device_that_first_takes_over() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    shop.matsutake(&villager, "3kg");
    let order = text(&shop.order("1kg"), "id");
    let before = shop.call("station.status", json!({}));
    let mut back = shop.restored(false);
    let after = back.call("station.status", json!({}));
    assert_eq!(
        before["device"], after["device"],
        "the goods are still this device's"
    );
    assert_ne!(before["origin"], after["origin"], "its log is a new one");
    assert_eq!(after["needs_takeover"], true);
    let away = json!({"id": order});
    assert_eq!(
        back.refused("order.hand_over", away),
        AppError::NeedsTakeover
    );
    let tasks = back.call("task.list", json!({}));
    assert_eq!(tasks[0]["kind"], "takeover");
    back.assert_sound();
    let number = |shop: &mut Shop| text(&shop.matsutake(&villager, "1kg"), "number");
    assert_ne!(
        number(&mut shop),
        number(&mut back),
        "both print numbers of their own"
    );

    let full = Station::restore(
        back.dir.path(),
        keys(back.dir.path()),
        Box::new(Wall::new()),
        &shop.dir.path().join("kept-false.db"),
        &shop.recovery_key,
    );
    assert!(matches!(
        full.err(),
        Some(AppError::DirectoryNotEmpty { .. })
    ));
}

#[test]
fn a_backup_with_a_wrong_key_or_cut_off_is_refused() {
    let mut shop = Shop::new();
    let file = shop.dir.path().join("kept.db");
    let report = shop.call("backup.write", json!({"path": file}));
    let facts = shop.facts();
    assert_eq!(report["facts"], json!(facts), "the copy was read again");
    let twice = shop.refused("backup.write", json!({"path": file}));
    assert!(
        matches!(twice, AppError::DatabaseExists { .. }),
        "an old backup is not overwritten"
    );
    let other = Shop::new();
    let restore = |file: &std::path::Path, key: &str| {
        let dir = tempfile::tempdir().unwrap();
        Station::restore(
            dir.path(),
            keys(dir.path()),
            Box::new(Wall::new()),
            file,
            key,
        )
        .err()
    };
    assert_eq!(
        restore(&file, &other.recovery_key),
        Some(AppError::RecoveryKeyWrong)
    );
    assert_eq!(
        restore(&file, "not a key"),
        Some(AppError::RecoveryKeyWrong)
    );
    let whole = std::fs::read(&file).unwrap();
    let cut = shop.dir.path().join("cut.db");
    std::fs::write(&cut, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(
        restore(&cut, &shop.recovery_key),
        Some(AppError::BackupDamaged)
    );
}

#[test]
fn a_daily_backup_is_kept_for_a_fortnight() {
    let shop = Shop::new();
    for day in 0..16 {
        shop.wall.set(NOW_MS + day * DAY_MS);
        assert!(
            shop.station.keep_daily_backup().unwrap().is_some(),
            "day {day}"
        );
        assert!(
            shop.station.keep_daily_backup().unwrap().is_none(),
            "once a day is enough"
        );
    }
    let kept = std::fs::read_dir(shop.dir.path().join("backups"))
        .unwrap()
        .count();
    assert_eq!(kept, 14);
}

#[test]
fn a_doubted_clock_is_said_and_a_keeper_confirms_the_day() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    let away = NOW_MS + 4000 * DAY_MS;
    shop.wall.set(away);
    assert_eq!(
        shop.call("station.status", json!({}))["is_clock_doubted"],
        true
    );
    shop.matsutake(&villager, "1kg");
    let facts = shop.call("facts.list", json!({}));
    let last = facts.as_array().unwrap().last().unwrap();
    assert_eq!(
        last["doubtful"], true,
        "the record says that its date is unconfirmed"
    );
    assert!(
        last["at_ms"].as_i64().unwrap() < away,
        "a wild clock is not written down"
    );
    shop.order("1kg");
    shop.call("clock.confirm", json!({"now_ms": away}));
    assert_eq!(
        shop.call("station.status", json!({}))["is_clock_doubted"],
        false
    );
    assert_eq!(
        shop.bad_input("clock.confirm", json!({"now_ms": 0})).0,
        "now_ms"
    );
    shop.assert_sound();
}
