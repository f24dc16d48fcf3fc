//! `tsong serve` as a browser and as a stranger meet it, and a set-up that is killed under way.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod http;
mod programs;

use http::{Answer, Browser, ask};
use programs::{Serving, called};
use serde_json::json;
use std::fs;

#[test]
fn a_browser_that_came_by_the_printed_address_sets_up_and_signs_in() {
    let serving = Serving::new();
    let browser = Browser::open(&serving);
    let status = browser.call("setup.status", &json!({}));
    assert_eq!(
        (status.status, status.json()["state"].as_str()),
        (200, Some("absent"))
    );
    let new = json!({"name": "巴河站", "operator": "卓玛", "pin": "428613"});
    let made = browser.call("setup.create", &new);
    assert_eq!(made.status, 200, "{made:?}");
    browser.call("session.sign_out", &json!({}));
    let wrong = browser.call(
        "session.sign_in",
        &json!({"operator": "卓玛", "pin": "0000"}),
    );
    assert_eq!(
        (wrong.status, wrong.json()),
        (401, json!({"code": "wrong_pin", "tries_left": 4}))
    );
    let right = browser.call(
        "session.sign_in",
        &json!({"operator": "卓玛", "pin": "428613"}),
    );
    assert_eq!(right.json()["role"], "keeper");
    assert_eq!(
        browser.call("no.such", &json!({})).json()["code"],
        "unknown_command"
    );
    let broken = browser.post("/call/session.show", "{");
    assert_eq!(
        (broken.status, &broken.json()["code"]),
        (400, &json!("bad_json"))
    );
}

#[test]
fn the_screen_is_served_with_its_rules() {
    let serving = Serving::new();
    let browser = Browser::open(&serving);
    let page = browser.get("/");
    assert!(page.body.contains("the screen"), "{page:?}");
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(
        page.header("cache-control"),
        "no-store",
        "a new version is seen at once"
    );
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    let policy = page.header("content-security-policy");
    assert!(
        policy.starts_with("default-src 'self'") && policy.contains("object-src 'none'"),
        "{policy}"
    );
    assert_eq!(
        browser.get("/orders/7").body,
        page.body,
        "the screen's own addresses lead to it"
    );
    let script = browser.get("/assets/app-1.js");
    assert_eq!(
        script.header("content-type"),
        "text/javascript; charset=utf-8"
    );
    assert!(script.header("cache-control").contains("immutable"));
    assert_eq!(browser.get("/assets/none.js").status, 404);
    for outside in [
        "/../secret.txt",
        "/assets/../../secret.txt",
        "/..%2fsecret.txt",
        "/.hidden",
    ] {
        let answer = browser.get(outside);
        assert!(!answer.body.contains("secret"), "{outside}: {answer:?}");
    }
}

#[test]
fn strangers_are_refused() {
    let serving = Serving::new();
    let browser = Browser::open(&serving);
    let host = serving.host();
    let cookie = format!("cookie: {}\r\n", browser.cookie);
    let call =
        |headers: &str| -> Answer { ask(&serving, "POST", "/call/session.show", headers, "{}") };
    let json_type = "content-type: application/json\r\n";
    let own = format!("host: {host}\r\n{cookie}{json_type}");
    assert_eq!(
        call(&own).status,
        200,
        "a program with the cookie is let in"
    );
    for (why, headers) in [
        ("no cookie", format!("host: {host}\r\n{json_type}")),
        (
            "another's cookie",
            format!(
                "host: {host}\r\ncookie: {}\r\n{json_type}",
                browser.cookie.replace('=', "=0")
            ),
        ),
        (
            "a name that was bound to this address",
            format!("host: evil.example\r\n{cookie}{json_type}"),
        ),
        (
            "another port's name",
            format!("host: 127.0.0.1:1\r\n{cookie}{json_type}"),
        ),
        (
            "a page elsewhere",
            format!("{own}origin: https://evil.example\r\n"),
        ),
        (
            "another port of this PC",
            format!("{own}origin: http://127.0.0.1:1\r\n"),
        ),
        ("a page without an origin", format!("{own}origin: null\r\n")),
        (
            "a page elsewhere, told by the browser",
            format!("{own}sec-fetch-site: cross-site\r\n"),
        ),
    ] {
        let answer = call(&headers);
        assert_eq!(answer.status, 403, "{why}: {answer:?}");
        assert_eq!(answer.json()["code"], "not_allowed", "{why}");
    }
    let form = format!("host: {host}\r\n{cookie}content-type: text/plain\r\n");
    assert_eq!(call(&form).status, 405, "what a form can send is no call");
    let stranger = format!("host: {host}\r\n");
    assert_eq!(ask(&serving, "GET", "/", &stranger, "").status, 403);
    for token in ["", "0", &serving.token, &serving.token[1..]] {
        let again = ask(
            &serving,
            "GET",
            &format!("/open?token={token}"),
            &stranger,
            "",
        );
        assert_eq!(
            again.status, 403,
            "the token {token:?} opens nothing, it was used"
        );
    }
}

#[test]
fn a_body_past_the_bound_is_refused_and_one_below_is_read() {
    let serving = Serving::new();
    let browser = Browser::open(&serving);
    let large = format!("{{\"base64\": \"{}\"}}", "A".repeat(8 * 1024 * 1024));
    let refused = browser.post("/call/photo.put", &large);
    assert_eq!(
        (refused.status, refused.json()["code"].as_str()),
        (413, Some("photo_too_large"))
    );
    let below = format!("{{\"x\": \"{}\"}}", "A".repeat(7 * 1024 * 1024));
    assert_eq!(browser.post("/call/session.show", &below).status, 200);
}

#[test]
fn only_this_pc_is_served() {
    let dir = tempfile::tempdir().unwrap();
    for listen in ["0.0.0.0:0", "[::]:0", "192.0.2.1:80", "nowhere"] {
        let answer = called(dir.path(), &["serve", "--listen", listen]);
        assert_eq!(answer.status, 1, "{listen}");
        assert_eq!(answer.error["code"], "bad_input", "{listen}");
    }
}

#[test]
fn a_set_up_that_is_killed_leaves_nothing_or_a_station() {
    let new = json!({"name": "巴河站", "operator": "卓玛", "pin": "428613"}).to_string();
    let (mut absent, mut ready) = (0, 0);
    for wait_ms in [
        0, 5, 10, 20, 40, 60, 80, 100, 130, 160, 200, 250, 300, 400, 600, 1000,
    ] {
        let dir = tempfile::tempdir().unwrap();
        programs::killed_after(dir.path(), &["call", "setup.create", &new], wait_ms);
        let status = called(dir.path(), &["call", "setup.status"]).row;
        match status["state"].as_str() {
            Some("absent") => {
                absent += 1;
                let made = called(dir.path(), &["call", "setup.create", &new]);
                assert_eq!(
                    made.status, 0,
                    "after {wait_ms} ms it can be done again: {made:?}"
                );
            }
            Some("ready") => ready += 1,
            other => panic!("after {wait_ms} ms: {other:?} in {status}"),
        }
        let who = json!({"operator": "卓玛", "pin": "428613"}).to_string();
        let signed = called(dir.path(), &["call", "session.sign_in", &who]);
        assert_eq!(
            signed.status, 0,
            "after {wait_ms} ms the keeper signs in: {signed:?}"
        );
        let verified = called(dir.path(), &["verify"]);
        assert_eq!(verified.row["ok"], true, "after {wait_ms} ms: {verified:?}");
        // Whoever did not see the recovery key sees it now: it is the one that is kept.
        let shown = called(
            dir.path(),
            &["call", "recovery.show", "{\"pin\": \"428613\"}"],
        );
        let key = shown.row["recovery_key"].as_str().unwrap().to_owned();
        let copy = dir.path().join("copy.db");
        called(dir.path(), &["backup", copy.to_str().unwrap()]);
        let elsewhere = tempfile::tempdir().unwrap();
        let back = called(
            &elsewhere.path().join("new"),
            &["restore", copy.to_str().unwrap(), "--recovery-key", &key],
        );
        assert_eq!(back.status, 0, "the key opens its backup: {back:?}");
        let left = fs::read_dir(dir.path()).unwrap();
        let half: Vec<_> = left
            .flatten()
            .filter(|e| e.file_name() == "setup")
            .collect();
        assert!(half.is_empty(), "nothing half built is left");
    }
    assert!(
        absent > 0 && ready > 0,
        "the kills fell on both sides: {absent} and {ready}"
    );
}
