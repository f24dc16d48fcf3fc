//! Orders of another program.

use crate::shop::{Shop, text};
use serde_json::{Value, json};
use std::fmt::Write;

fn record(n: u32, status: &str) -> Value {
    json!({
        "id": format!("019b75b7-e000-7abc-8def-{n:012x}"), "station_id": "st-0417",
        "order_no": format!("ST0417-{n:08}"), "status": status,
        "buyer": {"name": "刘春梅", "phone": format!("138{n:08}"), "province": "四川省",
            "city": "成都市", "county": "武侯区", "town": "", "address": "人民路12号"},
        "lines": [{"product_id": "p-021", "title": "荔浦芋头", "grade": "特级", "weight_g": 1500,
            "unit_price_fen": 1033, "amount_fen": 1549}],
        "goods_fen": 1549, "shipping_fen": 800, "total_fen": 2349, "note": "放门卫处",
        "created_at": 1_767_225_600_000_i64 + i64::from(n) * 60_000,
        "updated_at": 1_767_225_600_000_i64 + i64::from(n) * 60_000,
    })
}

fn import(shop: &mut Shop, lines: &[String]) -> Value {
    let file = shop.dir.path().join("orders.jsonl");
    let mut text = String::new();
    for line in lines {
        writeln!(text, "{line}").unwrap();
    }
    std::fs::write(&file, text).unwrap();
    shop.call("import.run", json!({"path": file}))
}

#[test]
fn an_import_is_taken_once_and_only_changes_are_written() {
    let mut shop = Shop::new();
    let states = [
        "created",
        "paid",
        "packed",
        "shipped",
        "delivered",
        "refunded",
    ];
    let mut records: Vec<Value> = (1u32..).zip(states).map(|(n, s)| record(n, s)).collect();
    let lines = |records: &[Value]| records.iter().map(Value::to_string).collect::<Vec<_>>();
    let report = import(&mut shop, &lines(&records));
    assert_eq!(
        (&report["added"], &report["rejected"]),
        (&json!(6), &json!([]))
    );
    let facts = shop.facts();
    let again = import(&mut shop, &lines(&records));
    assert_eq!(
        (&again["added"], &again["unchanged"]),
        (&json!(0), &json!(6))
    );
    assert_eq!(shop.facts(), facts, "the same file twice writes nothing");

    let rows = shop.call("order.list", json!({}));
    let seen: Vec<(String, String)> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (text(row, "state"), text(row, "payment")))
        .collect();
    let expected = [
        ("Placed", "Expected"),
        ("Placed", "Cleared"),
        ("Packing", "Cleared"),
        ("HandedOver", "Cleared"),
        ("Completed", "Cleared"),
        ("Completed", "Refunded"),
    ];
    let expected: Vec<_> = expected
        .iter()
        .map(|(s, p)| ((*s).to_owned(), (*p).to_owned()))
        .collect();
    assert_eq!(seen, expected);
    assert_eq!(
        rows[0]["lines"][0]["amount_fen"], 1549,
        "amounts are kept as they come"
    );
    assert_eq!(rows[0]["lines"][0]["title"], "荔浦芋头");

    records[0]["status"] = json!("paid");
    records[0]["note"] = json!("发顺丰");
    records[0]["updated_at"] = json!(1_767_900_000_000_i64);
    records[1]["note"] = json!("太旧了");
    records[1]["updated_at"] = json!(1_700_000_000_000_i64);
    let changed = import(&mut shop, &lines(&records));
    assert_eq!(
        (&changed["changed"], &changed["unchanged"]),
        (&json!(1), &json!(5))
    );
    let rows = shop.call("order.list", json!({}));
    assert_eq!(
        (&rows[0]["payment"], &rows[0]["note"]),
        (&json!("Cleared"), &json!("发顺丰"))
    );
    assert_eq!(
        rows[1]["note"], "放门卫处",
        "an older record changes nothing"
    );
    let balances = shop.call("ledger.balances", json!({}));
    assert_eq!(
        balances,
        json!([]),
        "what was lived elsewhere is not in these books"
    );
    shop.assert_sound();

    let product = json!({"key": "p-021", "names": {"zh-CN": "芋头"}, "measure": "weight"});
    shop.call("product.save", product);
    let found = shop.call("product.list", json!({"find": "芋头"}));
    assert_eq!(
        found[0]["is_own"], true,
        "an unknown product becomes the station's own"
    );
}

#[test]
fn a_bad_line_is_told_by_its_number_and_the_rest_goes_in() {
    let mut shop = Shop::new();
    let mut lines = vec![
        record(1, "paid").to_string(),
        "{\"id\": ".to_owned(),
        String::new(),
    ];
    for (field, value) in [
        ("id", json!("17")),
        ("status", json!("lost")),
        ("goods_fen", json!(-1)),
        ("total_fen", json!(9_000_000_000_000_000_i64)),
        ("lines", json!([])),
    ] {
        let mut bad = record(2, "paid");
        bad[field] = value;
        lines.push(bad.to_string());
    }
    let mut light = record(2, "paid");
    light["lines"][0]["weight_g"] = json!(0);
    lines.push(light.to_string());
    lines.push(record(3, "paid").to_string());
    let report = import(&mut shop, &lines);
    assert_eq!(report["added"], 2);
    let rejected: Vec<(u64, String)> = report["rejected"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["line"].as_u64().unwrap(), text(row, "code")))
        .collect();
    let expected = [
        (2, "broken_json"),
        (4, "bad_id"),
        (5, "unknown_status"),
        (6, "bad_amount"),
        (7, "bad_amount"),
        (8, "no_lines"),
        (9, "bad_weight"),
    ];
    assert_eq!(
        rejected,
        expected.map(|(line, code)| (line, code.to_owned()))
    );
    shop.assert_sound();
}

#[test]
fn of_very_much_that_waits_the_kinds_are_about_right() {
    let mut shop = Shop::new();
    let few: Vec<String> = (1..=10).map(|n| record(n, "paid").to_string()).collect();
    import(&mut shop, &few);
    let status = shop.call("sync.status", json!({}));
    assert_eq!(status["waiting_kinds_are_about"], false, "few are counted");
    let many: Vec<String> = (11..=6_000)
        .map(|n| record(n, "paid").to_string())
        .collect();
    import(&mut shop, &many);
    let status = shop.call("sync.status", json!({}));
    assert!(status["waiting"].as_u64().unwrap() > 10_000, "{status}");
    assert_eq!(status["saved"], status["waiting"], "all of it waits");
    assert_eq!(status["waiting_kinds_are_about"], true);
    let orders = status["waiting_kinds"]
        .as_array()
        .unwrap()
        .iter()
        .find(|kind| kind["kind"] == "order")
        .and_then(|kind| kind["things"].as_u64())
        .unwrap();
    assert!(
        (4_800..=6_000).contains(&orders),
        "about 6,000 orders wait, and never more than there are: {orders}"
    );
}

#[test]
fn buyers_of_an_import_are_one_by_phone() {
    let mut shop = Shop::new();
    let mut records: Vec<Value> = (1..=3).map(|n| record(n, "paid")).collect();
    for record in &mut records {
        record["buyer"]["phone"] = json!("13812345678");
    }
    records[2]["buyer"]["address"] = json!("解放路9号");
    import(
        &mut shop,
        &records.iter().map(Value::to_string).collect::<Vec<_>>(),
    );
    let buyers = shop.call("buyer.find", json!({}));
    assert_eq!(
        buyers.as_array().unwrap().len(),
        1,
        "one phone is one buyer"
    );
    assert_eq!(buyers[0]["address"], "解放路9号");
    let rows = shop.call("order.list", json!({}));
    assert_eq!(
        rows[0]["buyer"]["address"], "人民路12号",
        "an order keeps where it went"
    );
}
