use crate::house::{House, TOKEN, mark, order, uuid};
use tempfile::TempDir;
use tsong_domain::fact::{Body, Draft, Takes};
use tsong_domain::id::{DeviceId, EntityId, FactId};
use tsong_domain::mark::MarkKind;
use tsong_hub::{backup, enroll, storage::sqlite::Sqlite};
use tsong_sync::memory::Replica;

/// The hub's folder as a backup was made of it, under the same key.
fn put_back(house: &House, file: &std::path::Path) -> House {
    let dir = TempDir::new().unwrap();
    std::fs::copy(file, dir.path().join("hub.db")).unwrap();
    std::fs::copy(house.path().join("hub.key"), dir.path().join("hub.key")).unwrap();
    House::over(dir)
}

#[test]
fn a_hub_put_back_from_a_backup_gets_everything_back_from_its_devices() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let mut a = house.device(station, 1, 1);
    order(&mut a, uuid(1), None);
    house.sync(&mut a).unwrap();
    let file = house.path().join("backup.db");
    assert!(backup::backup(&house.hub.storage, &file).unwrap() > 0);
    let again = backup::backup(&house.hub.storage, &file).unwrap_err();
    assert_eq!(
        again.code(),
        "file_exists",
        "a backup never replaces another"
    );
    order(&mut a, uuid(2), None);
    let mut b = house.device(station, 2, 2);
    order(&mut b, uuid(3), None);
    house.sync(&mut b).unwrap();
    house.sync(&mut a).unwrap();
    let restored = put_back(&house, &file);
    assert_eq!(restored.orders(station).len(), 1, "as the backup was");
    let report = restored.sync(&mut a).unwrap();
    assert!(report.refused.is_empty(), "{:?}", report.refused);
    assert_eq!(
        restored.orders(station).len(),
        3,
        "B's facts come back by A, with B's signature"
    );
    assert!(restored.verify().ok, "{:?}", restored.verify().problems);
}

#[test]
fn a_hub_that_wrote_on_after_being_put_back_goes_on_under_a_new_origin() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let mut a = house.device(station, 1, 1);
    house.sync(&mut a).unwrap();
    let file = house.path().join("backup.db");
    backup::backup(&house.hub.storage, &file).unwrap();
    house.device(station, 2, 2);
    house.sync(&mut a).unwrap();
    let restored = put_back(&house, &file);
    let mut c = restored.device(station, 3, 3);
    order(&mut c, uuid(3), None);
    restored.sync(&mut c).unwrap();
    restored.sync(&mut a).unwrap();
    restored.sync(&mut a).unwrap();
    assert!(
        a.logs.contains_key(&c.origin),
        "A hears C, whom the new origin lets in again"
    );
    let (_, list) = restored.get(&format!("/v1/stations/{station}/quarantine"), Some(TOKEN));
    assert_eq!(list[0]["code"], "fork", "and staff sees what happened");
    assert!(restored.verify().ok);
}

#[test]
fn a_takeover_is_granted_once_the_device_has_heard_everything_and_makes_late_orders_late() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let mut a = house.device(station, 1, 1);
    order(&mut a, uuid(1), None);
    house.sync(&mut a).unwrap();
    let backup = a.clone();
    order(&mut a, uuid(2), None);
    house.sync(&mut a).unwrap();
    // What the lost disk promised after its last sync; a stick brings it back much later.
    order(&mut a, uuid(3), None);
    let mut restored = Replica::new(DeviceId(1), 7, vec![a.origin]);
    restored.logs.extend(backup.logs.clone());
    house.enrol(&mut restored, &house.code(station)).unwrap();
    restored.wants = Some(vec![FactId::new(a.origin, 0)]);
    house.sync(&mut restored).unwrap();
    let end = restored.reaches()[&a.origin].0;
    let closed = vec![FactId::new(a.origin, end)];
    assert_eq!(restored.granted, vec![closed.clone()]);
    assert_eq!(end, 5, "after hearing the order that the backup lacked");
    let takes = Takes {
        device: DeviceId(1),
        closed,
    };
    restored.write(vec![Draft::plain(EntityId::NIL, Body::Takes(takes))]);
    house.sync(&mut restored).unwrap();
    let mut stick = house.device(station, 5, 5);
    let (own, key) = (a.origin, a.key.clone());
    let reach = restored.reaches()[&a.origin];
    house.sync(&mut stick).unwrap();
    let their = [(a.origin, reach.0, reach.1)];
    for frame in tsong_sync::peer::offer(
        &mut a,
        &their,
        Some((own, &key)),
        |h| h.origin == own,
        usize::MAX,
    )
    .unwrap()
    {
        tsong_sync::peer::take(&mut stick, &frame.bytes).unwrap();
    }
    house.sync(&mut stick).unwrap();
    let rows = house.orders(station);
    assert_eq!(rows.len(), 3);
    assert_eq!(
        rows[1]["state"], "Placed",
        "what the hub held before the takeover counts"
    );
    assert_eq!(
        rows[2]["state"], "NeedsDecision",
        "a late order holds nothing: a person decides"
    );
    assert!(house.verify().ok, "{:?}", house.verify().problems);
}

#[test]
fn verify_sees_what_was_changed_behind_its_back() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let mut a = house.device(station, 1, 1);
    let placed = order(&mut a, uuid(1), None);
    a.write(vec![mark(uuid(1), MarkKind::Confirmed, vec![placed])]);
    house.sync(&mut a).unwrap();
    let spoil = |sql: &str| {
        let file = house
            .path()
            .join(format!("{}.db", blake3::hash(sql.as_bytes())));
        backup::backup(&house.hub.storage, &file).unwrap();
        rusqlite::Connection::open(&file)
            .unwrap()
            .execute_batch(sql)
            .unwrap();
        let storage = Sqlite::open_file(&file).unwrap();
        tsong_hub::verify::verify(&storage, &house.hub.key, 0).unwrap()
    };
    assert!(spoil("SELECT 1").ok);
    for sql in [
        "UPDATE fact SET body = x'a0' WHERE sequence = 2",
        "UPDATE fact SET time = time + 1 WHERE sequence = 3",
        "DELETE FROM fact WHERE sequence = (SELECT max(sequence) FROM fact)",
        "UPDATE signature SET signature = zeroblob(64)",
        "UPDATE origin SET sequence = sequence + 1",
        "UPDATE orders SET body = replace(body, '3600', '3601')",
    ] {
        let verdict = spoil(sql);
        assert!(
            !verdict.ok && !verdict.problems.is_empty(),
            "{sql} went unnoticed"
        );
    }
    let other = enroll::find_station(&house.hub.storage, "nowhere").unwrap_err();
    assert_eq!(other.code(), "station_unknown");
}
