use crate::house::{House, TOKEN, buyer, mark, order, uuid};
use crate::http::Http;
use tsong_domain::fact::{Body, Draft};
use tsong_domain::field::{Erase, FieldWrite, Value, Write};
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::mark::MarkKind;
use tsong_domain::names::Names;
use tsong_sync::exchange::{Limits, sync};

fn product(name: &str) -> Draft {
    let names = Names {
        zh: name.into(),
        ..Names::default()
    };
    let write = Write {
        field: "names".into(),
        value: Value::Names(names),
        replaces: Vec::new(),
    };
    let body = Body::Field(FieldWrite {
        noun: "product".into(),
        writes: vec![write],
        at_ms: None,
    });
    Draft::plain(EntityId::named("product", "p-010"), body)
}

#[test]
fn an_order_taken_offline_stands_at_the_hub_after_one_sync() {
    let house = House::new();
    let (station, code) = house.station("巴河站");
    let mut a = house.device(station, 1, 1);
    assert_eq!(house.enrol(&mut a, &code).unwrap(), station);
    let contact = buyer(&mut a, 9, "卓玛");
    let placed = order(&mut a, uuid(1), Some(contact));
    a.write(vec![product("礼县大樱桃")]);
    let report = house.sync(&mut a).unwrap();
    assert_eq!(report.requests, 1, "one request is enough");
    assert!(report.is_same, "both hold the same afterwards");
    let rows = house.orders(station);
    assert_eq!(rows.len(), 1);
    let row = &rows[0];
    assert_eq!(row["id"], uuid(1).to_string());
    assert_eq!(
        (row["state"].as_str(), row["payment"].as_str()),
        (Some("Placed"), Some("Expected"))
    );
    assert_eq!(row["buyer"]["name"], "卓玛");
    assert_eq!(row["buyer"]["town"], "巴河镇");
    assert_eq!(row["note"], "到货前打电话");
    assert_eq!(
        row["lines"][0]["title"], "礼县大樱桃",
        "named, though the name came after the order"
    );
    assert_eq!(row["total_fen"], 3600);
    a.write(vec![mark(uuid(1), MarkKind::HandedOver, vec![placed])]);
    house.sync(&mut a).unwrap();
    assert_eq!(house.orders(station)[0]["state"], "HandedOver");
    assert!(house.verify().ok, "{:?}", house.verify().problems);
}

#[test]
fn nothing_new_fits_in_800_bytes_each_way() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let (mut a, mut b) = (house.device(station, 1, 1), house.device(station, 2, 2));
    order(&mut a, uuid(1), None);
    for replica in [&mut a, &mut b] {
        house.sync(replica).unwrap();
    }
    house.sync(&mut a).unwrap();
    let idle = house.sync(&mut a).unwrap();
    assert_eq!(idle.requests, 1);
    eprintln!(
        "nothing new: {} bytes up, {} down",
        idle.bytes_up, idle.bytes_down
    );
    assert!(
        idle.bytes_up <= 800,
        "{} bytes up with headers",
        idle.bytes_up
    );
    assert!(
        idle.bytes_down <= 800,
        "{} bytes down with headers",
        idle.bytes_down
    );
}

#[test]
fn a_contact_that_comes_after_its_order_fills_the_row() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let (mut a, mut b) = (house.device(station, 1, 1), house.device(station, 2, 2));
    let contact = buyer(&mut a, 9, "卓玛");
    order(&mut b, uuid(1), Some(contact));
    house.sync(&mut b).unwrap();
    assert_eq!(
        house.orders(station)[0]["buyer"]["name"],
        "",
        "not heard of yet"
    );
    house.sync(&mut a).unwrap();
    assert_eq!(house.orders(station)[0]["buyer"]["name"], "卓玛");
    assert!(house.verify().ok);
}

#[test]
fn an_erased_person_stays_erased_though_an_old_copy_brings_them_back() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let (mut a, mut b) = (house.device(station, 1, 1), house.device(station, 2, 2));
    let contact = buyer(&mut a, 9, "卓玛");
    order(&mut a, uuid(1), Some(contact));
    house.sync(&mut a).unwrap();
    b.write(vec![Draft::plain(
        EntityId([9; 16]),
        Body::Erase(Erase {
            facts: vec![contact],
        }),
    )]);
    let later = FactId::new(a.origin, a.reaches()[&a.origin].0 + 1);
    b.write(vec![Draft::plain(
        EntityId([8; 16]),
        Body::Erase(Erase { facts: vec![later] }),
    )]);
    house.sync(&mut b).unwrap();
    let name = |house: &House| house.orders(station)[0]["buyer"]["name"].clone();
    assert_eq!(name(&house), "", "gone from the rows");
    buyer(&mut a, 8, "扎西");
    house.sync(&mut a).unwrap();
    let file = std::fs::read(house.path().join("hub.db")).unwrap();
    let wal = std::fs::read(house.path().join("hub.db-wal")).unwrap();
    assert!(
        house.verify().ok,
        "the chain holds without the person: {:?}",
        house.verify().problems
    );
    let mut c = house.device(station, 3, 3);
    house.sync(&mut c).unwrap();
    let sections = &c.logs[&a.origin].facts;
    let is_open = |at: u64| {
        matches!(
            sections[usize::try_from(at).unwrap() - 1].personal,
            Some(tsong_domain::fact::Sealed::Open { .. })
        )
    };
    assert!(
        !is_open(contact.sequence),
        "a new device never hears the person"
    );
    assert!(
        !is_open(later.sequence),
        "nor one who was erased before the fact arrived"
    );
    assert!(file.len() + wal.len() > 0);
}

#[test]
fn a_request_cut_anywhere_and_tried_again_ends_the_same() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let mut length = usize::MAX;
    let mut cuts = 0;
    for (i, at) in (0..)
        .map(|i| i * 37)
        .enumerate()
        .take_while(|(_, at)| *at < 4000)
    {
        if at > length {
            break;
        }
        let number = u64::try_from(i).unwrap() + 1;
        let mut a = house.device(station, number, u8::try_from(i + 1).unwrap());
        order(&mut a, EntityId([u8::try_from(i).unwrap(); 16]), None);
        let mut link = Http {
            up_left: at,
            ..Http::to(house.address)
        };
        let first = sync(&mut a, &mut link, &Limits::default(), &mut |_| {});
        match first {
            Ok(_) => length = at,
            Err(error) => {
                cuts += 1;
                assert_eq!(error.code(), "cut", "after {at} bytes");
            }
        }
        house.sync(&mut a).unwrap();
        assert_eq!(
            house.orders(station).len(),
            i + 1,
            "cut after {at} bytes: one order more, not two"
        );
        assert_eq!(house.sync(&mut a).unwrap().pushed, 0);
    }
    assert!(cuts > 10, "the link was cut {cuts} times");
    assert!(house.verify().ok);
}

#[test]
fn staff_finds_orders_by_state_text_and_page() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let mut a = house.device(station, 1, 1);
    let contact = buyer(&mut a, 9, "卓玛");
    for n in 1..=5 {
        let placed = order(&mut a, uuid(n), (n == 3).then_some(contact));
        if n == 2 {
            a.write(vec![mark(uuid(n), MarkKind::Confirmed, vec![placed])]);
        }
    }
    house.sync(&mut a).unwrap();
    let get = |query: &str| {
        let (status, page) = house.get(
            &format!("/v1/stations/{station}/orders?{query}"),
            Some(TOKEN),
        );
        assert_eq!(status, 200, "{query}: {page}");
        page
    };
    let ids = |page: &serde_json::Value| {
        page["orders"]
            .as_array()
            .unwrap()
            .iter()
            .map(|o| o["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&get("state=confirmed")), vec![uuid(2).to_string()]);
    assert_eq!(
        ids(&get("find=138123")),
        vec![uuid(3).to_string()],
        "by phone digits"
    );
    assert_eq!(
        ids(&get("find=%E5%8D%93")),
        vec![uuid(3).to_string()],
        "by one character of a name"
    );
    let first = get("limit=2");
    assert_eq!(
        ids(&first),
        vec![uuid(1).to_string(), uuid(2).to_string()],
        "oldest first"
    );
    let second = get(&format!(
        "limit=2&after={}",
        first["after"].as_str().unwrap()
    ));
    assert_eq!(ids(&second), vec![uuid(3).to_string(), uuid(4).to_string()]);
    let last = get(&format!(
        "limit=2&after={}",
        second["after"].as_str().unwrap()
    ));
    assert_eq!(ids(&last), vec![uuid(5).to_string()]);
    assert!(last["after"].is_null(), "the last page says so");
    assert_eq!(
        house
            .get(
                &format!("/v1/stations/{station}/orders?state=gone"),
                Some(TOKEN)
            )
            .0,
        400
    );
}
