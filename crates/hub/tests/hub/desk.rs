use crate::browser::Browser;
use crate::house::{House, NOW_MS, TOKEN, buyer, mark, order, uuid};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::sync::atomic::{AtomicI64, Ordering};
use tempfile::TempDir;
use tsong_domain::id::DeviceId;
use tsong_domain::mark::MarkKind;
use tsong_hub::server::page::File;
use tsong_sync::memory::Replica;

const MARKUP: &str = "<img src=x onerror=alert(1)>巴河\"站'";

#[test]
fn a_station_is_added_and_its_device_enrolled_and_shut_out_from_the_desk() {
    let house = House::new();
    let desk = Browser::signed_in(&house);
    let add =
        |name: &str, place: u64| desk.post("/v1/stations", &json!({"name": name, "place": place}));
    assert_eq!(add(" \u{7}", 540_421_102).code(), "bad_name");
    assert_eq!(add("x", 1).code(), "bad_place");
    assert_eq!(
        desk.post("/v1/stations", &json!({"name": 7})).code(),
        "malformed"
    );
    let added = add(MARKUP, 540_421_102);
    assert_eq!(added.status, 200, "{}", added.text);
    assert_eq!(added.json["expires_ms"], NOW_MS + 7 * 86_400_000);
    let station = added.json["station"].as_str().unwrap();
    let code = added.json["code"].as_str().unwrap();
    let mut a = Replica::new(DeviceId(1), 1, Vec::new());
    house.enrol(&mut a, code).unwrap();
    house.sync(&mut a).unwrap();
    let more = desk.post(&format!("/v1/stations/{station}/codes"), &json!({}));
    let mut b = Replica::new(DeviceId(2), 2, Vec::new());
    house
        .enrol(&mut b, more.json["code"].as_str().unwrap())
        .unwrap();
    assert_eq!(house.enrol(&mut b, code).unwrap_err().code(), "code_used");
    let shown = desk.get(&format!("/v1/stations/{station}"));
    assert_eq!(shown.json["name"], MARKUP, "markup is text, to the letter");
    let path: Vec<&str> = shown.json["place_path"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p.as_str().unwrap())
        .collect();
    assert_eq!(path, ["西藏自治区", "林芝市", "工布江达县", "巴河镇"]);
    let devices = desk.get(&format!("/v1/stations/{station}/devices"));
    assert_eq!(
        devices.json[0]["origins"][0]["origin"],
        a.origin.to_string()
    );
    let revoke = |device: &str, reason: &str| {
        let path = format!("/v1/stations/{station}/devices/{device}/revoke");
        desk.post(&path, &json!({ "reason": reason }))
    };
    let device = a.device.to_string();
    assert_eq!(revoke(&device, " ").code(), "bad_reason");
    assert_eq!(revoke("00000000000000ff", "x").code(), "device_unknown");
    assert_eq!(revoke("none", "x").status, 404);
    let gone = revoke(&device, "电脑被偷了");
    assert_eq!(gone.json["revoked_reason"], "电脑被偷了");
    assert_eq!(
        revoke(&device, "again").json,
        gone.json,
        "again changes nothing"
    );
    assert_eq!(house.sync(&mut a).unwrap_err().code(), "revoked");
    assert!(house.sync(&mut b).is_ok(), "the other goes on");
    let log = desk.get("/v1/desk/log").json;
    let acts: Vec<&str> = log["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["what"].as_str().unwrap())
        .collect();
    assert_eq!(
        acts,
        ["device_revoked", "code_made", "station_added", "signed_in"]
    );
    assert_eq!(log["entries"][0]["who"], "staff");
    assert_eq!(log["entries"][0]["reason"], "电脑被偷了");
    assert_eq!(log["entries"][0]["station_name"], MARKUP);
    assert!(
        log["entries"][3]["station"].is_null(),
        "signing in is at no station"
    );
    let page = desk.get("/v1/desk/log?limit=2").json;
    let next = desk
        .get(&format!("/v1/desk/log?limit=2&before={}", page["before"]))
        .json;
    assert_eq!(next["entries"][0]["what"], "station_added");
}

#[test]
fn an_old_code_lets_nobody_in() {
    static NOW: AtomicI64 = AtomicI64::new(NOW_MS);
    let house = House::with(TempDir::new().unwrap(), |hub| {
        hub.now_ms = || NOW.load(Ordering::Relaxed);
    });
    let (station, code) = house.station("巴河站");
    let mut a = Replica::new(DeviceId(1), 1, Vec::new());
    house.enrol(&mut a, &code).unwrap();
    let late = house.code(station);
    NOW.fetch_add(7 * 86_400_000, Ordering::Relaxed);
    let mut b = Replica::new(DeviceId(2), 2, Vec::new());
    assert_eq!(
        house.enrol(&mut b, &late).unwrap_err().code(),
        "code_expired"
    );
    assert!(
        house.enrol(&mut a, &code).is_ok(),
        "an answer that got lost is still given again"
    );
}

#[test]
fn the_summary_tells_what_the_facts_say() {
    static NOW: AtomicI64 = AtomicI64::new(NOW_MS);
    let house = House::with(TempDir::new().unwrap(), |hub| {
        hub.now_ms = || NOW.load(Ordering::Relaxed);
    });
    let (here, _) = house.station("巴河站");
    let (there, _) = house.station("鲁朗站");
    let mut a = house.device(here, 1, 1);
    let first = order(&mut a, uuid(1), None);
    order(&mut a, uuid(2), None);
    let third = order(&mut a, uuid(3), None);
    a.write(vec![mark(uuid(1), MarkKind::HandedOver, vec![first])]);
    a.write(vec![mark(uuid(3), MarkKind::Cancelled, vec![third])]);
    house.sync(&mut a).unwrap();
    let mut b = house.device(here, 2, 2);
    let summary = || house.get("/v1/desk/summary", Some(TOKEN)).1;
    let now = summary();
    assert_eq!(
        (now["stations"].as_u64(), now["orders"].as_u64()),
        (Some(2), Some(3))
    );
    assert_eq!(
        (now["heard"].as_u64(), now["never"].as_u64()),
        (Some(1), Some(1))
    );
    assert_eq!(
        now["today"],
        json!({"orders": 2, "fen": 7200}),
        "the cancelled one is not sold"
    );
    assert_eq!(now["week"], now["today"]);
    assert_eq!(now["days"].as_array().unwrap().len(), 14);
    assert_eq!(now["days"][13]["fen"], 7200);
    assert_eq!(now["place_path"].as_array().unwrap().len(), 4);
    let states: Vec<(&str, u64)> = now["states"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| (s["state"].as_str().unwrap(), s["orders"].as_u64().unwrap()))
        .collect();
    assert_eq!(states, [("Placed", 1), ("HandedOver", 1), ("Cancelled", 1)]);
    let pending = |now: &Value| now["pending"].as_u64().unwrap();
    assert!(
        pending(&now) > 9,
        "the second device has fetched nothing: {now}"
    );
    house.sync(&mut b).unwrap();
    assert_eq!(
        pending(&summary()),
        2,
        "that the second was let in, and its first fact: the first device has not heard"
    );
    house.sync(&mut a).unwrap();
    assert_eq!(pending(&summary()), 0);
    let one = |id| house.get(&format!("/v1/stations/{id}"), Some(TOKEN)).1;
    assert_eq!(one(here)["heard_hours"], 1);
    assert_eq!(
        (
            one(here)["hearing"].as_str(),
            one(there)["hearing"].as_str()
        ),
        (Some("heard"), Some("never"))
    );
    let never = one(there);
    let is_told = never.as_object().unwrap().contains_key("last_heard_ms");
    assert!(is_told, "never is null, not left out: {never}");
    NOW.fetch_add(12 * 3_600_000 + 1, Ordering::Relaxed);
    assert_eq!(one(here)["hearing"], "late");
    assert_eq!(one(here)["heard_hours"], 1 << 12);
    NOW.fetch_add(24 * 3_600_000, Ordering::Relaxed);
    let later = summary();
    assert_eq!(
        (later["silent"].as_u64(), later["today"]["orders"].as_u64()),
        (Some(1), Some(0))
    );
    assert_eq!(later["week"]["orders"], 2);
    NOW.fetch_add(5 * 86_400_000 + 12 * 3_600_000, Ordering::Relaxed);
    assert_eq!(summary()["week_ago"]["orders"], 2);
    let (_, list) = house.get("/v1/stations", Some(TOKEN));
    // Both were added in one moment: either may stand first.
    let rows = list.as_array().unwrap();
    assert!(rows.contains(&one(here)), "programs read the same: {list}");
    assert!(house.verify().ok);
}

#[test]
fn lists_come_in_windows_and_what_is_pressing_first() {
    let house = House::new();
    for n in 0..30 {
        house.station(&format!("站{n:02}"));
    }
    let (heard, _) = house.station("鲁朗站");
    let mut a = house.device(heard, 1, 1);
    let contact = buyer(&mut a, 9, "卓玛");
    for n in 1..=25 {
        order(&mut a, uuid(n), Some(contact));
    }
    house.sync(&mut a).unwrap();
    let desk = Browser::signed_in(&house);
    let stations = |query: &str| desk.get(&format!("/v1/desk/stations?{query}")).json;
    let page = stations("offset=29&limit=5");
    assert_eq!(
        (
            page["total"].as_u64(),
            page["stations"].as_array().unwrap().len()
        ),
        (Some(31), 2)
    );
    assert_eq!(
        page["stations"][1]["name"], "鲁朗站",
        "who was heard can wait"
    );
    assert_eq!(stations("hearing=heard")["total"], 1);
    assert_eq!(
        stations("find=%E5%B7%B4%E6%B2%B3%E9%95%87&limit=1")["total"],
        31,
        "by place"
    );
    assert_eq!(stations("find=%E7%AB%9907")["total"], 1, "by name");
    assert_eq!(
        desk.get("/v1/desk/stations?hearing=loud").code(),
        "bad_query"
    );
    let orders = |query: &str| desk.get(&format!("/v1/stations/{heard}/orders?{query}"));
    let page = orders("sort=newest&offset=20&limit=10").json;
    assert_eq!(
        (
            page["total"].as_u64(),
            page["orders"].as_array().unwrap().len()
        ),
        (Some(25), 5)
    );
    assert_eq!(page["orders"][4]["id"], uuid(1).to_string());
    assert_eq!(orders("day=2026-09-21&limit=3").json["total"], 25);
    assert_eq!(orders("day=2026-09-20").json["total"], 0);
    assert_eq!(orders("state=placed&find=138123&limit=1").json["total"], 25);
    for bad in ["day=2026-02-30", "sort=best", "limit=x", "state=gone"] {
        assert_eq!(orders(bad).code(), "bad_query", "{bad}");
    }
    let places = desk.get("/v1/desk/places?find=%E5%B7%B4%E6%B2%B3").json;
    assert_eq!(places[0]["code"], 540_421_102);
}

#[test]
fn the_desk_sees_a_buyer_masked_until_it_asks_and_the_log_tells_who_did() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let mut a = house.device(station, 1, 1);
    let contact = buyer(&mut a, 9, MARKUP);
    order(&mut a, uuid(1), Some(contact));
    house.sync(&mut a).unwrap();
    let desk = Browser::signed_in(&house);
    let path = format!("/v1/stations/{station}/orders");
    let listed = desk.get(&path);
    let row = &listed.json["orders"][0];
    assert_eq!(
        (
            row["buyer"]["name"].as_str(),
            row["buyer"]["phone"].as_str()
        ),
        (Some(MARKUP), Some("138****5678"))
    );
    assert_eq!(
        (row["buyer"]["address"].as_str(), row["note"].as_str()),
        (Some(""), Some(""))
    );
    assert!(!listed.text.contains("13812345678") && !listed.text.contains("人民路"));
    let whole = desk.post(&format!("{path}/{}/reveal", uuid(1)), &json!({}));
    assert_eq!(whole.json["buyer"]["phone"], "13812345678");
    assert_eq!(whole.json["note"], "到货前打电话");
    assert_eq!(whole.json["buyer"]["address"], "人民路1号");
    let log = desk.get("/v1/desk/log?limit=1");
    assert_eq!(log.json["entries"][0]["what"], "buyer_shown");
    assert_eq!(log.json["entries"][0]["subject"], uuid(1).to_string());
    assert!(!log.text.contains("138"), "the log names no number");
    let (other, _) = house.station("鲁朗站");
    let elsewhere = desk.post(
        &format!("/v1/stations/{other}/orders/{}/reveal", uuid(1)),
        &json!({}),
    );
    assert_eq!(
        elsewhere.code(),
        "not_found",
        "an order is its station's alone"
    );
    let (_, program) = house.get(&path, Some(TOKEN));
    assert_eq!(
        program["orders"][0]["buyer"]["phone"], "13812345678",
        "a program with a token reads whole rows"
    );
}

fn files(name: &str) -> Option<File> {
    let (bytes, media): (&'static [u8], &str) = match name {
        "desk.html" => (b"<!doctype html><title>desk</title>", "text/html"),
        "assets/desk-4f2a.js" => (b"export {}", "text/javascript"),
        _ => return None,
    };
    let (bytes, media) = (Cow::Borrowed(bytes), media.to_owned());
    Some(File { bytes, media })
}

#[test]
fn the_page_is_served_with_a_policy_and_shadows_nothing() {
    let house = House::with(TempDir::new().unwrap(), |hub| hub.files = files);
    let browser = Browser::at(&house);
    let root = browser.get("/");
    assert_eq!((root.status, root.header("location")), (303, "/desk"));
    for path in ["/desk", "/desk/stations/7?x=1"] {
        let page = browser.get(path);
        assert_eq!(page.status, 200, "{path}");
        assert!(page.text.contains("<title>desk</title>"), "{path}");
        assert_eq!(page.header("cache-control"), "no-store");
        let policy = page.header("content-security-policy");
        for part in [
            "default-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.contains(part), "{part} is not in {policy}");
        }
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert_eq!(page.header("referrer-policy"), "no-referrer");
    }
    let script = browser.get("/assets/desk-4f2a.js");
    assert_eq!(
        (script.status, script.header("content-type")),
        (200, "text/javascript")
    );
    assert!(script.header("cache-control").contains("immutable"));
    for path in [
        "/assets/../desk.html",
        "/assets/%2e%2e/hub.key",
        "/desk.html",
        "/assets/none.js",
        "/hub.key",
    ] {
        assert_eq!(browser.get(path).status, 404, "{path}");
    }
    assert_eq!(browser.get("/healthz").text, "ok\n");
    assert_eq!(browser.get("/v1/nothing").code(), "not_found");
    let without = House::with(TempDir::new().unwrap(), |hub| hub.files = |_| None);
    let page = Browser::at(&without).get("/desk");
    assert_eq!(page.status, 503);
    assert!(
        page.text.contains("built without its desk"),
        "{}",
        page.text
    );
}
