use crate::browser::Browser;
use crate::house::{House, NOW_MS, TOKEN};
use serde_json::json;
use std::sync::atomic::{AtomicI64, Ordering};
use tempfile::TempDir;
use tsong_hub::code::hash_token;

#[test]
fn a_token_is_typed_once_and_the_cookie_is_for_this_page_alone() {
    let house = House::new();
    let mut browser = Browser::at(&house);
    assert_eq!(browser.get("/v1/session").code(), "bad_token", "nobody yet");
    let wrong = browser.sign_in("a token that nobody has");
    assert_eq!((wrong.status, wrong.code()), (401, "bad_token"));
    assert_eq!(wrong.header("set-cookie"), "");
    let seen = browser.sign_in(&format!(" {TOKEN}\n"));
    assert_eq!(seen.status, 200, "blanks of a paste do not matter");
    assert_eq!(seen.header("cache-control"), "no-store");
    let set = seen.header("set-cookie");
    for flag in ["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200"] {
        assert!(set.contains(flag), "{flag} is not in {set}");
    }
    assert!(!set.contains("Secure"), "plain http on loopback: {set}");
    assert!(!set.contains(TOKEN), "the token is not carried about");
    let who = browser.get("/v1/session");
    assert_eq!(
        (who.status, who.json["name"].as_str()),
        (200, Some("staff"))
    );
    assert_eq!(who.json["expires_ms"], NOW_MS + 12 * 3_600_000);
    assert_eq!(browser.get("/v1/desk/summary").status, 200);
    let kept = browser.clone();
    let out = browser.ask("DELETE", "/v1/session", None);
    assert_eq!(out.status, 200);
    assert!(
        out.header("set-cookie").contains("Max-Age=0"),
        "the browser forgets it"
    );
    assert_eq!(
        kept.get("/v1/desk/summary").code(),
        "session_over",
        "a copy of the cookie is worth nothing after signing out"
    );
}

#[test]
fn over_tls_the_cookie_is_secure() {
    let house = House::new();
    let mut browser = Browser::at(&house);
    browser.origin = format!("https://{}", house.address);
    let seen = browser.sign_in(TOKEN);
    let set = seen.header("set-cookie");
    assert!(set.starts_with("__Host-tsong-desk="), "{set}");
    assert!(set.contains("Secure"), "{set}");
    assert_eq!(browser.get("/v1/desk/summary").status, 200);
}

#[test]
fn another_sites_page_writes_nothing() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let good = Browser::signed_in(&house);
    let path = format!("/v1/stations/{station}/codes");
    let elsewhere = [
        "https://evil.example".to_owned(),
        format!("http://{}.evil.example", house.address),
        format!("http://127.0.0.1:{}", house.address.port() ^ 1),
        "null".to_owned(),
        String::new(),
    ];
    for origin in elsewhere {
        let mut bad = good.clone();
        bad.origin = origin.clone();
        let seen = bad.post(&path, &json!({}));
        assert_eq!(
            (seen.status, seen.code()),
            (403, "cross_origin"),
            "{origin}"
        );
        assert_eq!(
            bad.ask("DELETE", "/v1/session", None).status,
            403,
            "{origin}"
        );
        bad.cookie.clear();
        assert_eq!(
            bad.sign_in(TOKEN).code(),
            "cross_origin",
            "nor signs in: {origin}"
        );
    }
    assert_eq!(good.post(&path, &json!({})).status, 200);
    let log = good.get(&format!("/v1/desk/log?station={station}"));
    assert_eq!(
        log.json["entries"].as_array().unwrap().len(),
        2,
        "added, and one code"
    );
}

#[test]
fn wrong_tokens_wait_longer_and_longer() {
    let house = House::new();
    let mut browser = Browser::at(&house);
    for _ in 0..2 {
        assert!(
            browser.sign_in("wrong").json["wait_ms"].is_null(),
            "a slip is free"
        );
    }
    let third = browser.sign_in("wrong");
    assert_eq!(
        (third.code(), third.json["wait_ms"].as_u64()),
        ("bad_token", Some(2000))
    );
    let next = browser.sign_in(TOKEN);
    assert_eq!(
        (next.status, next.code()),
        (429, "too_many_tries"),
        "even the right one waits"
    );
    assert!(next.json["wait_ms"].as_u64().unwrap() <= 2000);
    assert!(!next.header("retry-after").is_empty());
    assert_eq!(
        house.get("/v1/stations", Some(TOKEN)).0,
        200,
        "programs go on"
    );
}

#[test]
fn a_session_ends_by_time_and_with_its_token() {
    static NOW: AtomicI64 = AtomicI64::new(NOW_MS);
    let house = House::with(TempDir::new().unwrap(), |hub| {
        hub.now_ms = || NOW.load(Ordering::Relaxed);
    });
    let token = house.console().add_token("卓玛<b>", true).unwrap();
    let taken = house.console().add_token("卓玛<b>", true);
    assert_eq!(taken.unwrap_err().code(), "name_taken");
    let mut browser = Browser::at(&house);
    assert_eq!(browser.sign_in(&token).json["name"], "卓玛<b>");
    NOW.fetch_add(12 * 3_600_000 - 1, Ordering::Relaxed);
    assert_eq!(
        browser.get("/v1/desk/summary").status,
        200,
        "to the last moment"
    );
    NOW.fetch_add(1, Ordering::Relaxed);
    let over = browser.get("/v1/desk/summary");
    assert_eq!((over.status, over.code()), (401, "session_over"));
    assert_eq!(browser.sign_in(&token).status, 200);
    assert_eq!(house.console().revoke_tokens("卓玛<b>").unwrap(), 1);
    assert_eq!(
        browser.get("/v1/desk/summary").code(),
        "session_over",
        "at once"
    );
    assert_eq!(browser.sign_in(&token).code(), "bad_token");
    assert_eq!(house.get("/v1/stations", Some(&token)).0, 401);
    let unknown = house.console().revoke_tokens("卓玛<b>");
    assert_eq!(unknown.unwrap_err().code(), "staff_unknown");
    let kept = std::fs::read(house.path().join("hub.db")).unwrap();
    let wal = std::fs::read(house.path().join("hub.db-wal")).unwrap();
    let is_there = |secret: &str| {
        [&kept, &wal]
            .iter()
            .any(|file| file.windows(secret.len()).any(|w| w == secret.as_bytes()))
    };
    let (_, cookie) = browser.cookie.split_once('=').unwrap();
    assert!(
        !is_there(&token) && !is_there(cookie),
        "hashes alone are kept"
    );
    assert_ne!(hash_token(&token), hash_token(cookie));
}
