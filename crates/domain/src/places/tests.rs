use super::{Gazetteer, Level, PlaceCode, PlacesError};

fn all() -> Gazetteer {
    Gazetteer::parse(include_str!("../../../../assets/places/places.txt"))
        .expect("the asset is sound")
}

fn code(text: &str) -> PlaceCode {
    text.parse().expect("a code")
}

fn names(gaz: &Gazetteer, query: &str, limit: usize) -> Vec<String> {
    let found = gaz.find(query, limit);
    found
        .iter()
        .filter_map(|code| gaz.place(*code))
        .map(|place| place.full_name())
        .collect()
}

#[test]
fn bahe_lies_where_it_lies() {
    let gaz = all();
    let bahe = gaz.place(code("540421102")).expect("巴河镇 is there");
    assert_eq!(bahe.path, ["西藏自治区", "林芝市", "工布江达县", "巴河镇"]);
    assert_eq!(
        (bahe.level, bahe.parent),
        (Level::Town, Some(code("540421")))
    );
    assert!(
        gaz.len() > 50_000,
        "counties, towns and Tibet's villages: {}",
        gaz.len()
    );
    assert!(gaz.place(code("540421999")).is_none(), "no such town");
    assert!(
        !gaz.children(Some(bahe.code)).is_empty(),
        "a Tibetan town has its villages"
    );
}

#[test]
fn placeholders_are_not_seen() {
    let gaz = all();
    let chaoyang = gaz.place(code("110105")).expect("朝阳区");
    assert_eq!(chaoyang.full_name(), "北京市朝阳区", "nobody writes 市辖区");
    assert_eq!(chaoyang.parent, Some(code("11")));
    assert!(
        gaz.children(Some(code("11"))).contains(&code("110105")),
        "districts of Beijing"
    );
    assert!(
        gaz.children(Some(code("42"))).contains(&code("429004")),
        "仙桃 lies under Hubei"
    );
    assert!(
        gaz.children(Some(code("42"))).contains(&code("4201")),
        "and so does Wuhan"
    );
    let dongguan = gaz.children(Some(code("4419")));
    assert!(
        dongguan.iter().all(|town| town.level() == Level::Town),
        "东莞 has towns only"
    );
    assert_eq!(gaz.children(None).len(), 34, "all provinces");
}

#[test]
fn a_place_is_found_by_name_initials_and_code() {
    let gaz = all();
    for (query, first) in [
        ("林芝", "西藏自治区林芝市"),
        ("巴河", "西藏自治区林芝市工布江达县巴河镇"),
        ("巴河镇", "西藏自治区林芝市工布江达县巴河镇"),
        ("工布江达", "西藏自治区林芝市工布江达县"),
        ("lz", "西藏自治区林芝市"),
        ("LZS", "西藏自治区林芝市"),
        ("bhz", "西藏自治区林芝市工布江达县巴河镇"),
        ("cq", "重庆市"),
        ("css", "湖南省长沙市"),
        ("xms", "福建省厦门市"),
        ("las", "安徽省六安市"),
        ("lss", "西藏自治区拉萨市"),
        ("xz", "西藏自治区"),
        ("54", "西藏自治区"),
        ("5404", "西藏自治区林芝市"),
        ("５４０４２１１０２", "西藏自治区林芝市工布江达县巴河镇"),
        ("林芝 巴河", "西藏自治区林芝市工布江达县巴河镇"),
        ("sc wh", "四川省成都市武侯区"),
        ("凉山", "四川省凉山彝族自治州"),
        ("内蒙古", "内蒙古自治区"),
    ] {
        let found = names(&gaz, query, 3);
        assert_eq!(
            found.first().map(String::as_str),
            Some(first),
            "{query}: {found:?}"
        );
    }
    let tied = names(&gaz, "lss", 3);
    assert!(
        tied.iter().any(|name| name == "四川省乐山市"),
        "after Tibet on a tie: {tied:?}"
    );
    let inside = names(&gaz, "布江", 10);
    assert!(
        inside.iter().any(|name| name.ends_with("工布江达县")),
        "part of a name: {inside:?}"
    );
    assert!(
        gaz.find("巴河", 1).len() == 1 && gaz.find("", 9).is_empty(),
        "limits hold"
    );
    assert!(gaz.find("没有这个地方", 9).is_empty());
    assert!(gaz.find("99", 9).is_empty());
    assert!(
        gaz.find(&"林".repeat(100_000), 9).is_empty(),
        "an endless query is cut"
    );
}

#[test]
fn narrowing_keeps_only_what_lies_under() {
    let found = names(&all(), "湖北 巴河镇", 9);
    assert_eq!(
        found.first().map(String::as_str),
        Some("湖北省黄冈市浠水县巴河镇")
    );
    assert!(
        found.iter().all(|name| name.starts_with("湖北")),
        "{found:?}"
    );
}

#[test]
fn codes_have_five_lengths() {
    for good in ["54", "5404", "540421", "540421102", "540421102201"] {
        assert_eq!(
            good.parse::<PlaceCode>().map(|c| c.to_string()).as_deref(),
            Ok(good)
        );
        let json = serde_json::to_string(&code(good)).expect("writes");
        assert_eq!(json, format!("\"{good}\""), "a code is a string in JSON");
        assert_eq!(
            serde_json::from_str::<PlaceCode>(&json).ok(),
            Some(code(good))
        );
    }
    for bad in [
        "",
        "5",
        "540",
        "54042",
        "0540421",
        "+54",
        "54042110",
        "5404211021",
        "٥٤",
    ] {
        assert!(bad.parse::<PlaceCode>().is_err(), "{bad:?} is no code");
    }
    assert!(code("54").contains(code("540421102201")) && !code("51").contains(code("54")));
}

#[test]
fn a_broken_text_names_its_line() {
    for (text, error) in [
        (
            "54 西藏自治区\n  21 巴青县\n",
            PlacesError::Malformed { line: 2 },
        ),
        ("54\n", PlacesError::Malformed { line: 1 }),
        ("054 西藏\n", PlacesError::Malformed { line: 1 }),
        ("54 西藏\n x4 林芝市\n", PlacesError::Malformed { line: 2 }),
        ("54 西藏\n51 四川省\n", PlacesError::OutOfOrder { line: 2 }),
    ] {
        assert_eq!(Gazetteer::parse(text).err(), Some(error), "{text:?}");
    }
    assert!(Gazetteer::parse("# nothing\n").is_ok_and(|gaz| gaz.is_empty()));
}

#[test]
#[ignore = "prints figures; run in release"]
#[allow(
    clippy::disallowed_types,
    clippy::print_stdout,
    reason = "measures itself"
)]
fn figures() {
    let text = include_str!("../../../../assets/places/places.txt");
    for _ in 0..5 {
        let start = std::time::Instant::now();
        let gaz = Gazetteer::parse(text).expect("sound");
        let parse_us = start.elapsed().as_micros();
        let bytes = gaz.rows.capacity() * size_of::<super::Row>()
            + gaz.names.capacity()
            + gaz.initials.capacity()
            + gaz.heads.capacity() * 16;
        let start = std::time::Instant::now();
        for query in ["林", "l", "lz", "巴河", "5404", "市", "bhz", "z"] {
            assert!(!gaz.find(query, 20).is_empty(), "{query}");
        }
        println!(
            "parse {parse_us} µs, {bytes} bytes, 8 finds {} µs",
            start.elapsed().as_micros()
        );
    }
}
