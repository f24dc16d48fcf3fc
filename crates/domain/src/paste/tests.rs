use super::{Confidence, Doubt, PastedContact, parse_contact};
use crate::places::Gazetteer;
use serde_json::Value;

fn gazetteer() -> Gazetteer {
    Gazetteer::parse(include_str!("../../../../assets/places/places.txt"))
        .expect("the asset is sound")
}

/// What one example gets wrong.
fn faults(example: &Value, got: &PastedContact) -> Vec<String> {
    let text = |key: &str| {
        example
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let mut pairs = vec![
        ("name", text("name"), got.name.clone()),
        ("phone", text("phone"), got.phone.clone()),
        (
            "place",
            text("place"),
            got.place.map(|p| p.to_string()).unwrap_or_default(),
        ),
        ("address", text("address"), got.address.clone()),
    ];
    let region: Vec<&str> = example["region"]
        .as_array()
        .expect("a region")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    pairs.push(("region", region.join("/"), got.region.join("/")));
    for (key, value) in [
        ("note", &got.note),
        ("postcode", &got.postcode),
        ("sender", &got.sender),
    ] {
        if example.get(key).is_some() {
            pairs.push((key, text(key), value.clone()));
        }
    }
    let mut faults: Vec<String> = pairs
        .into_iter()
        .filter(|(_, want, got)| want != got)
        .map(|(key, want, got)| format!("{key}: {want:?} wanted, {got:?} found"))
        .collect();
    if let Some(wanted) = example.get("doubts").and_then(Value::as_array) {
        let codes: Vec<String> = got.doubts.iter().map(code_of).collect();
        let mut names: Vec<&str> = wanted.iter().filter_map(Value::as_str).collect();
        let mut found: Vec<&str> = codes.iter().map(String::as_str).collect();
        names.sort_unstable();
        found.sort_unstable();
        if names != found {
            faults.push(format!("doubts: {names:?} wanted, {found:?} found"));
        }
    }
    faults
}

fn code_of(doubt: &Doubt) -> String {
    let json = serde_json::to_value(doubt).expect("a doubt is written");
    json["code"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn three_hundred_pasted_texts_are_understood() {
    let gaz = gazetteer();
    let examples = include_str!("../../../../tests/fixtures/paste.jsonl");
    let mut failed = String::new();
    let mut count = 0;
    for (at, line) in examples.lines().enumerate() {
        let example: Value = serde_json::from_str(line).expect("a line is JSON");
        let input = example["input"].as_str().expect("an input");
        let got = parse_contact(input, &gaz);
        let faults = faults(&example, &got);
        if !faults.is_empty() {
            failed += &format!("\n{}: {input:?}\n    {}\n", at + 1, faults.join("\n    "));
        }
        count += 1;
    }
    assert!(count >= 300, "only {count} examples");
    assert!(failed.is_empty(), "{failed}");
}
