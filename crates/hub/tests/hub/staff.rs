use crate::house::{House, TOKEN, order, uuid};
use tsong_hub::code::{hash_token, new_token};
use tsong_hub::storage::Storage;

#[test]
fn staff_needs_a_token_and_sees_what_waits() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let mut a = house.device(station, 1, 1);
    order(&mut a, uuid(1), None);
    house.sync(&mut a).unwrap();
    let paths = [
        "".into(),
        format!("/{station}"),
        format!("/{station}/orders"),
        format!("/{station}/devices"),
        format!("/{station}/quarantine"),
    ];
    for path in paths {
        let path = format!("/v1/stations{path}");
        assert_eq!(house.get(&path, None).0, 401, "{path} without a token");
        assert_eq!(
            house.get(&path, Some("a token that staff show")).0,
            401,
            "{path}, a wrong one"
        );
        assert_eq!(house.get(&path, Some(TOKEN)).0, 200, "{path}");
    }
    let made = new_token().unwrap();
    house
        .hub
        .storage
        .write(|t| t.add_token(&hash_token(&made), "desk", 1))
        .unwrap();
    let (status, stations) = house.get("/v1/stations", Some(&made));
    assert_eq!(status, 200);
    assert_eq!(stations[0]["name"], "巴河站");
    assert_eq!(
        (
            stations[0]["orders"].as_u64(),
            stations[0]["facts"].as_u64()
        ),
        (Some(1), Some(5))
    );
    assert_eq!(stations[0]["waiting"], 0);
    assert!(stations[0]["last_heard_ms"].as_i64().unwrap() > 0);
    let (_, devices) = house.get(&format!("/v1/stations/{station}/devices"), Some(TOKEN));
    assert_eq!(devices[0]["version"], env!("CARGO_PKG_VERSION"));
    let (status, body) = house.get(&format!("/v1/stations/{}/orders", uuid(7)), Some(TOKEN));
    assert_eq!(
        (status, body["code"].as_str()),
        (404, Some("station_unknown"))
    );
}

#[test]
fn health_metrics_and_description_are_open_and_name_nobody() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let mut a = house.device(station, 1, 1);
    order(&mut a, uuid(1), None);
    house.sync(&mut a).unwrap();
    assert_eq!(house.get("/healthz", None).0, 200);
    let (status, text) = house.get("/metrics", None);
    let text = text.as_str().unwrap();
    assert_eq!(status, 200);
    for line in [
        "tsong_hub_syncs_total 1",
        "tsong_hub_orders 1",
        "tsong_hub_facts 5",
        "tsong_hub_enrolments_total 1",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    assert!(
        !text.contains("巴河") && !text.contains(&station.to_string()),
        "no names in metrics"
    );
    let (_, described) = house.get("/openapi.json", None);
    for path in [
        "/healthz",
        "/metrics",
        "/openapi.json",
        "/v1/enroll",
        "/v1/sync",
        "/v1/blobs/{hash}",
        "/v1/stations",
        "/v1/stations/{station}",
        "/v1/stations/{station}/orders",
        "/v1/stations/{station}/devices",
        "/v1/stations/{station}/quarantine",
    ] {
        assert!(
            described["paths"][path].is_object(),
            "{path} is not described"
        );
    }
    assert_eq!(house.get("/nowhere", None).0, 404);
}
