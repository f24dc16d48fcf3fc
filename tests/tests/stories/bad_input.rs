//! What people type and files bring: refused with its field, or kept as data.

use crate::programs::{Tsong, record};
use serde_json::{Value, json};

fn villager(till: &Tsong, name: &str) -> Value {
    let mut added = till.call("villager.add", &json!({"name": name}));
    assert_eq!(added.exit, Some(0), "{added:?}");
    added.rows.remove(0)
}

#[test]
fn weights_are_read_as_people_write_them_or_refused() {
    let till = Tsong::new();
    let whose = villager(&till, "巴桑")["id"].clone();
    let take_in = |quantity: &str| {
        let input = json!({"villager": whose, "product": "matsutake-fresh", "grade": "a-5-7",
            "quantity": quantity});
        till.call("lot.take_in", &input)
    };
    for (typed, grams) in [("３斤", 1500), ("༣", 3000), ("1.5kg", 1500)] {
        let lot = take_in(typed);
        assert_eq!(lot.exit, Some(0), "{typed}: {lot:?}");
        assert_eq!(lot.rows[0]["taken_in"], grams, "{typed} in grams");
    }
    for typed in ["1e9", "-0", "0", "", "NaN", "99999999999999999999kg"] {
        let answer = take_in(typed);
        assert_eq!(answer.refusal(), (1, "bad_input".to_owned()), "{typed:?}");
        assert_eq!(
            answer.errors[0]["field"], "quantity",
            "{typed:?} blames its field"
        );
    }
    let lots = till.call("lot.list", &json!({})).rows;
    assert_eq!(lots.len(), 3, "what was refused left nothing");
    till.sound();
}

#[test]
fn markup_and_turned_text_in_a_name_stay_text() {
    let till = Tsong::new();
    let markup = "<img src=x onerror=alert(1)>'; DROP TABLE fact;--";
    assert_eq!(villager(&till, markup)["name"], markup, "a name is data");
    let turned = villager(&till, "扎西\u{202e}仁次\u{202c}");
    let name = turned["name"].as_str().unwrap();
    assert!(
        !name.contains(['\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}']),
        "no name turns the rest of a line around: {name:?}"
    );
    let found = till.call("villager.list", &json!({"find": "onerror"})).rows;
    assert_eq!(found.len(), 1);
    till.sound();
}

#[test]
fn json_that_is_none_and_commands_that_are_none_are_told() {
    let till = Tsong::new();
    let refusal = |args: &[&str]| till.run(args).refusal();
    let bad_json = (1, "bad_json".to_owned());
    assert_eq!(refusal(&["call", "order.place", "{\"lines\": "]), bad_json);
    assert_eq!(
        refusal(&["call", "order.place", "{\"lines\": 7}"]),
        bad_json
    );
    assert_eq!(
        refusal(&["call", "order.fly", "{}"]),
        (1, "unknown_command".to_owned())
    );
    assert_eq!(refusal(&["import", "/nowhere/orders.jsonl"]).0, 1);
}

#[test]
fn bad_lines_of_an_import_are_named_and_the_rest_is_taken() {
    let till = Tsong::new();
    let file = till.dir.path().join("orders.jsonl");
    let mut wrong_sum = record(2);
    wrong_sum["lines"][0]["weight_g"] = json!(-5);
    let lines = format!("{}\n{{\"id\": \n{wrong_sum}\n{}\n", record(1), record(3));
    std::fs::write(&file, lines).unwrap();
    let answer = till.run(&["import", &file.display().to_string()]);
    assert_eq!(answer.exit, Some(3), "partly done: {answer:?}");
    assert_eq!(answer.rows[0]["added"], 2);
    let rejected = answer.rows[0]["rejected"].as_array().unwrap();
    let at: Vec<_> = rejected
        .iter()
        .map(|r| r["line"].as_u64().unwrap())
        .collect();
    assert_eq!(at, [2, 3], "the bad lines by their numbers: {rejected:?}");
    till.sound();
}
