//! Orders that were taken while the clock was wrong, and the person who says of which day they are.

use crate::shop::{DAY_MS, NOW_MS, Shop, text};
use serde_json::{Value, json};
use tsong_station::day::local_day;

fn taken(order: &Value) -> (i64, bool) {
    let first = &order["reached"][0];
    assert_eq!(first["step"], "taken");
    (
        first["at_ms"].as_i64().unwrap(),
        first["doubtful"].as_bool().unwrap(),
    )
}

fn undated(shop: &mut Shop) -> usize {
    let tasks = shop.call("task.list", json!({}));
    let tasks = tasks.as_array().unwrap().iter();
    tasks.filter(|t| t["kind"] == "undated").count()
}

fn on(shop: &mut Shop, day: &str) -> usize {
    let list = json!({"state": "", "find": "", "day": day, "limit": 0});
    shop.call("order.list", list).as_array().unwrap().len()
}

#[test]
fn an_order_of_a_dead_clock_is_dated_by_a_person() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    shop.matsutake(&villager, "9kg");
    let sure = text(&shop.order("500g"), "id");
    shop.wall.set(0);
    let id = text(&shop.order("500g"), "id");
    assert!(
        taken(&shop.call("order.show", json!({"id": id}))).1,
        "a date of 1970 is not believed"
    );
    assert_eq!(undated(&mut shop), 1, "somebody has to say the day");
    let day = local_day(NOW_MS + DAY_MS);
    let dated = |day: &str| json!({"id": id, "day": day});
    let why = |shop: &mut Shop, input: Value| {
        let (field, reason) = shop.bad_input("order.change", input);
        assert_eq!(field, "day");
        reason
    };
    assert_eq!(
        why(&mut shop, dated(&day)),
        "clock_doubted",
        "today is not known yet"
    );
    shop.wall.set(NOW_MS + 2 * DAY_MS);
    assert_eq!(why(&mut shop, dated("yesterday")), "bad_date");
    let tomorrow = local_day(NOW_MS + 3 * DAY_MS);
    assert_eq!(why(&mut shop, dated(&tomorrow)), "in_the_future");
    let other = json!({"id": sure, "day": day});
    assert_eq!(
        why(&mut shop, other),
        "date_is_sure",
        "what the clock knew is history"
    );

    let before = on(&mut shop, &day);
    let shown = shop.call("order.change", dated(&day));
    let (at_ms, is_doubtful) = taken(&shown);
    assert_eq!((local_day(at_ms), is_doubtful), (day.clone(), false));
    assert_eq!(undated(&mut shop), 0);
    assert_eq!(
        on(&mut shop, &day),
        before + 1,
        "it stands among that day's orders"
    );
    let fix = local_day(NOW_MS);
    let again = shop.call("order.change", dated(&fix));
    assert_eq!(
        local_day(taken(&again).0),
        fix,
        "a wrong day can be put right"
    );
    assert_eq!(shop.call("verify", json!({}))["ok"], true);
    let mut shop = shop.reopened();
    shop.sign_in_keeper();
    let kept = shop.call("order.show", json!({"id": text(&again, "id")}));
    assert_eq!(taken(&kept), taken(&again));
}
