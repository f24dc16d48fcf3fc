use super::{Confidence, Doubt, PastedContact, parse_contact};
use crate::places::Gazetteer;
use serde_json::Value;

mod hostile;

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

fn fields(got: &PastedContact) -> [&str; 10] {
    let [province, city, county, town] = &got.region;
    [
        &got.name,
        &got.phone,
        province,
        city,
        county,
        town,
        &got.address,
        &got.postcode,
        &got.note,
        &got.sender,
    ]
}

#[test]
fn nothing_that_means_something_is_lost() {
    // Words that introduce or fill, and old names that today's name stands for.
    const MAY_GO: &str = "收货人件寄发姓名字电话手机号码联系方式详细地址所在区省市县镇乡街道信息配送邮政编编码邮买家留言\
        备注我叫住到址代码划或者转辖办事处的和你分是给委会旅中生产建设兵第八师";
    let gaz = gazetteer();
    let mut lost = String::new();
    for line in include_str!("../../../../tests/fixtures/paste.jsonl").lines() {
        let example: Value = serde_json::from_str(line).expect("a line is JSON");
        let input = example["input"].as_str().expect("an input");
        let got = parse_contact(input, &gaz);
        if got.doubts.contains(&Doubt::PlaceOldName) {
            continue;
        }
        let (plain, _) = super::prepare::prepare(input);
        let kept = fields(&got).concat();
        let mut gone: String = plain
            .chars()
            .filter(|c| super::prepare::is_han(*c) && !kept.contains(*c) && !MAY_GO.contains(*c))
            .collect();
        let code = got.place.map(|place| place.to_string()).unwrap_or_default();
        let numbers: String = (kept + &code)
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        for run in plain
            .split(|c: char| !c.is_ascii_digit())
            .filter(|run| run.len() > 1)
        {
            let national = run.trim_start_matches("00").trim_start_matches("86");
            let room = run.strip_suffix(got.phone.as_str()).unwrap_or(run);
            if ![run, national, room]
                .iter()
                .any(|kept| numbers.contains(kept))
            {
                gone += run;
            }
        }
        if !gone.is_empty() {
            lost += &format!("\n{input:?} loses {gone}");
        }
    }
    assert!(lost.is_empty(), "{lost}");
}

#[test]
fn doubts_decide_the_confidence() {
    let gaz = gazetteer();
    let read = |text: &str| parse_contact(text, &gaz).confidence();
    assert_eq!(
        read("张三 13812345678 四川省成都市武侯区玉林街道玉林北路1号"),
        Confidence::Sure
    );
    assert_eq!(
        read("张三 13812345678 四川省成都市"),
        Confidence::Check,
        "no district, no street"
    );
    assert_eq!(
        read("张三 13812345678 朝阳区建国路1号"),
        Confidence::Poor,
        "which 朝阳区?"
    );
    assert_eq!(
        read("四川省成都市武侯区玉林街道玉林北路1号"),
        Confidence::Poor,
        "nobody to call"
    );
}

#[test]
#[ignore = "prints figures; run in release"]
#[allow(
    clippy::disallowed_types,
    clippy::print_stdout,
    reason = "measures itself"
)]
fn figures() {
    let gaz = gazetteer();
    let texts: Vec<Value> = include_str!("../../../../tests/fixtures/paste.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line is JSON"))
        .collect();
    let start = std::time::Instant::now();
    for example in &texts {
        assert!(
            parse_contact(example["input"].as_str().expect("text"), &gaz)
                .doubts
                .len()
                < 9
        );
    }
    println!(
        "{} texts in {} µs",
        texts.len(),
        start.elapsed().as_micros()
    );
    let bomb = "朝阳区".repeat(300_000);
    let start = std::time::Instant::now();
    assert!(
        parse_contact(&bomb, &gaz).doubts.contains(&Doubt::TooLong),
        "cut"
    );
    println!("a bomb in {} µs", start.elapsed().as_micros());
}
