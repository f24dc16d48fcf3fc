//! Two PCs of one station: they meet at the hub only, and end the same.

use crate::house::{County, Till, converge, order, text};
use serde_json::{Value, json};
use tsong_contract::AppError;
use tsong_domain::fact::Sealed;
use tsong_domain::id::{EntityId, FactId, Hash32, Origin};
use tsong_hub::storage::Storage;
use tsong_store::{fact, origin, seal};
use tsong_sync::chain::personal_commitment;
use tsong_sync::salt::salt;

/// A till with a 3 kg lot and a second PC, both enrolled and alike.
fn two() -> (County, EntityId, Till, Till, String) {
    let county = County::new();
    let (station, code) = county.station("巴河");
    let (mut a, mut b) = (Till::new("巴河站"), Till::kept_by("巴河站二号", "央金"));
    let lot = a.matsutake("扎西次仁", "3kg");
    a.enrol(&county.url(), &code);
    b.enrol(&county.url(), &county.code(station));
    converge(&mut a, &mut b);
    (county, station, a, b, lot)
}

#[test]
fn a_second_pc_gets_everything_and_asks_for_goods_that_lie_at_the_first() {
    let (county, station, mut a, mut b, lot) = two();
    assert_eq!(
        b.lot(&lot)["left"],
        3000,
        "the second PC sees the first one's lot"
    );
    assert_eq!(b.lot(&lot)["here"], 0, "but has no share in it");
    let error = b.refused("order.place", order("1kg"));
    assert!(
        matches!(error, AppError::NotEnoughStock { .. }),
        "{error:?}"
    );
    let mut asked = order("1kg");
    asked["ask"] = json!(true);
    let asked = b.call("order.place", asked);
    assert_eq!(asked["state"], "Asked");
    converge(&mut a, &mut b);
    let id = json!({"id": asked["id"]});
    assert_eq!(a.call("order.answer", id.clone())["state"], "Placed");
    converge(&mut a, &mut b);
    assert_eq!(
        b.call("order.show", id)["state"],
        "Placed",
        "the answer came back"
    );
    assert_eq!(a.lot(&lot)["held"], 1000);
    assert_eq!(
        county.orders(station).len(),
        1,
        "asked and answered is one order"
    );
    county.sound_facts();
}

#[test]
fn an_order_cancelled_on_both_frees_its_stock_once() {
    let (county, station, mut a, mut b, lot) = two();
    let placed = a.call("order.place", order("1kg"));
    converge(&mut a, &mut b);
    let cancel = |reason: &str| json!({"id": placed["id"], "reason": reason});
    a.call("order.cancel", cancel("买家不要了"));
    b.call("order.cancel", cancel("地址送不到"));
    converge(&mut a, &mut b);
    for till in [&mut a, &mut b] {
        let shown = till.call("order.show", json!({"id": placed["id"]}));
        assert_eq!(
            shown["state"], "Cancelled",
            "two that agree need no decision"
        );
        let row = till.lot(&lot);
        assert_eq!(
            (&row["left"], &row["held"]),
            (&json!(3000), &json!(0)),
            "freed once"
        );
    }
    assert_eq!(county.orders(station)[0]["state"], "Cancelled");
}

#[test]
fn handed_over_here_and_cancelled_there_asks_a_person() {
    let (county, station, mut a, mut b, lot) = two();
    let placed = a.call("order.place", order("1kg"));
    let id = json!({"id": placed["id"]});
    for step in ["confirmed", "packing"] {
        a.call("order.step", json!({"id": placed["id"], "step": step}));
    }
    converge(&mut a, &mut b);
    a.call("order.hand_over", id.clone());
    b.call(
        "order.cancel",
        json!({"id": placed["id"], "reason": "买家不要了"}),
    );
    converge(&mut a, &mut b);
    for till in [&mut a, &mut b] {
        let shown = till.call("order.show", id.clone());
        assert_eq!(
            shown["state"], "NeedsDecision",
            "what does not fit is not hidden: {shown}"
        );
        assert_ne!(shown["doubt"], "", "and says why");
    }
    assert_eq!(county.orders(station)[0]["state"], "NeedsDecision");
    assert_eq!(a.lot(&lot)["left"], b.lot(&lot)["left"]);
}

#[test]
fn what_is_granted_to_the_hub_is_sold_by_the_hub_only() {
    let (county, _, mut a, mut b, lot) = two();
    a.call(
        "lot.transfer",
        json!({"id": lot, "quantity": "2kg", "to": "hub"}),
    );
    converge(&mut a, &mut b);
    for till in [&mut a, &mut b] {
        assert_eq!(
            till.lot(&lot)["at_hub"],
            2000,
            "both know what the hub may sell"
        );
    }
    let error = a.refused("order.place", order("1.5kg"));
    assert!(
        matches!(
            error,
            AppError::NotEnoughStock {
                available: 1000,
                ..
            }
        ),
        "{error:?}"
    );
    a.call("order.place", order("1kg"));
    county.sound_facts();
}

#[test]
fn photos_follow_the_facts_and_wait_no_more_once_the_hub_has_them() {
    let (_county, _, mut a, mut b, _) = two();
    let mut picture = Vec::from(*b"BM");
    // A BMP of 64 × 64 white pixels.
    picture.extend([0x36, 0x30, 0, 0, 0, 0, 0, 0, 0x36, 0, 0, 0, 0x28, 0, 0, 0]);
    picture.extend([64, 0, 0, 0, 64, 0, 0, 0, 1, 0, 24, 0]);
    picture.extend([0; 24]);
    picture.extend(vec![0xff; 64 * 64 * 3]);
    let waiting = |till: &mut Till| till.call("sync.status", json!({}))["waiting_blobs"].clone();
    let named = |till: &mut Till, name: &str| {
        let file = till.dir.path().join("photo.bmp");
        std::fs::write(&file, &picture).unwrap();
        let photo = till.call("photo.put", json!({"path": file}));
        let villager = text(&till.call("villager.add", json!({"name": name})), "id");
        let lot = json!({"villager": villager, "product": "matsutake-fresh", "grade": "a-5-7",
            "quantity": "1kg", "photo": photo["photo"], "thumbnail": photo["thumbnail"]});
        till.call("lot.take_in", lot);
        photo
    };
    let photo = named(&mut a, "次仁");
    assert_eq!(waiting(&mut a), 2, "photo and thumbnail wait for the link");
    a.sync();
    assert_eq!(waiting(&mut a), 0, "the hub has both");
    named(&mut b, "达瓦");
    b.sync();
    assert_eq!(
        waiting(&mut b),
        0,
        "the hub has the same photo by the first device"
    );
    let shown = b.call("photo.get", json!({"hash": photo["photo"]}));
    assert_ne!(shown["base64"], "");
    converge(&mut a, &mut b);
    let quiet = a.sync();
    assert_eq!(quiet["requests"], 1, "and nobody asks about it again");
}

#[test]
fn an_erased_person_is_gone_here_at_the_hub_and_on_the_second_pc() {
    let (county, station, mut a, mut b, _) = two();
    let mut named = order("1kg");
    named["buyer"] = json!({"name": "王芳", "phone": "13812345678", "address": "玉林南路8号"});
    a.call("order.place", named);
    converge(&mut a, &mut b);
    let people = |till: &mut Till| till.call("buyer.find", json!({"find": "王芳"}));
    let at_b = people(&mut b);
    assert_eq!(
        at_b.as_array().unwrap().len(),
        1,
        "the second PC knows the buyer"
    );
    assert_eq!(county.orders(station)[0]["buyer"]["name"], "王芳");
    a.call("person.erase", json!({"id": text(&at_b[0], "id")}));
    converge(&mut a, &mut b);
    for till in [&mut a, &mut b] {
        assert_eq!(people(till), json!([]), "nobody of that name is found");
        let orders = till.call("order.list", json!({})).to_string();
        assert!(
            !orders.contains("王芳") && !orders.contains("13812345678"),
            "{orders}"
        );
    }
    let left: Vec<Value> = county.orders(station);
    assert_eq!(left.len(), 1, "the order itself stays");
    assert!(
        !json!(left).to_string().contains("王芳"),
        "the hub has forgotten too: {left:?}"
    );
    county.sound_facts();
}

#[test]
fn what_came_from_the_hub_is_not_sent_back() {
    let county = County::new();
    let (_, code) = county.station("巴河");
    let mut a = Till::new("巴河站");
    a.enrol(&county.url(), &code);
    let [first, second, third] = [(); 3].map(|()| a.sync());
    assert_ne!(first["pulled"], 0, "the hub wrote facts of its own");
    let up = |report: &Value| report["bytes_up"].as_u64().unwrap();
    assert!(
        up(&second) <= up(&third) + 2,
        "nothing is new, and the hub's own facts are there: {second}"
    );
}

/// Every open personal section of a till, and what the chain knows of it.
fn sections(till: &Till) -> Vec<(FactId, Vec<u8>, Hash32)> {
    let mut found = Vec::new();
    till.beside(|store| {
        let facts = |db: &tsong_store::Db<'_>| {
            for row in origin::all(db)? {
                for stored in fact::of_origin(db, row.origin, 1, 10_000)? {
                    if let Some(section @ Sealed::Open { bytes, .. }) = &stored.raw.personal {
                        let committed = personal_commitment(section);
                        found.push((stored.raw.header.id, bytes.clone(), committed));
                    }
                }
            }
            Ok::<_, tsong_store::StoreError>(())
        };
        store.read(facts).unwrap();
    });
    found
}

fn seeds(till: &Till, origin: Origin) -> Vec<[u8; 16]> {
    let mut found = Vec::new();
    till.beside(|store| {
        let seeds = store.read(|db| seal::seeds(db, origin, 1, 10_000)).unwrap();
        found = seeds.iter().map(|s| s.seed).collect();
    });
    found
}

#[test]
fn no_seed_that_is_left_lets_an_erased_section_be_guessed() {
    let (county, station, mut a, mut b, _) = two();
    let named = |name: &str, phone: u64| {
        let mut order = order("250g");
        let phone = (13_812_345_670 + phone).to_string();
        order["buyer"] = json!({"name": name, "phone": phone, "address": "玉林南路8号"});
        order
    };
    for (phone, name) in (0..).zip(["李强", "王芳", "刘洋"]) {
        a.call("order.place", named(name, phone));
    }
    converge(&mut a, &mut b);
    let before = sections(&a);
    let buyer = a.call("buyer.find", json!({"find": "王芳"}));
    a.call("person.erase", json!({"id": text(&buyer[0], "id")}));
    // Told to the hub only after it was erased there: these must not bring the seed back.
    a.call("order.place", named("陈静", 4));
    converge(&mut a, &mut b);
    a.call("order.place", named("杨勇", 5));
    converge(&mut a, &mut b);
    let open: Vec<FactId> = sections(&a).iter().map(|s| s.0).collect();
    let erased: Vec<_> = before.iter().filter(|s| !open.contains(&s.0)).collect();
    assert_eq!(erased.len(), 1, "one person is erased");
    for (id, bytes, committed) in erased {
        let hub = &county.hub.storage;
        let at_hub = hub
            .read(|t| t.seeds(station, id.origin, 1, 10_000))
            .unwrap();
        let left = [seeds(&a, id.origin), seeds(&b, id.origin)].concat();
        for seed in left.into_iter().chain(at_hub.iter().map(|s| s.seed)) {
            let guess = Sealed::Open {
                salt: salt(&seed, *id),
                bytes: bytes.clone(),
            };
            assert_ne!(
                personal_commitment(&guess),
                *committed,
                "who guesses the person could prove it"
            );
        }
    }
}

#[test]
fn what_the_hub_takes_after_all_was_refused_for_nobody() {
    let (_county, _, mut a, _, _) = two();
    let aside = |till: &mut Till| till.call("sync.status", json!({}))["refused"].clone();
    let origin = text(&a.call("station.status", json!({})), "origin");
    for (origin, sequence) in [(origin.as_str(), 1), ("ffffffffffffffff", 1)] {
        let id = format!("{origin}-{sequence}").parse().unwrap();
        a.beside(|store| {
            store
                .write(|db| tsong_store::quarantine::put(db, id, "gap", 1))
                .unwrap();
        });
    }
    assert_eq!(aside(&mut a).as_array().unwrap().len(), 2);
    a.call("order.place", order("1kg"));
    a.sync();
    assert_eq!(
        aside(&mut a),
        json!(["ffffffffffffffff-1: gap"]),
        "the hub holds our own first fact; of the other log it said nothing"
    );
}

#[test]
fn an_order_that_is_taken_back_after_a_sync_is_gone_for_all() {
    let county = County::new();
    let (station, code) = county.station("巴河");
    let (mut a, mut b) = (Till::new("巴河"), Till::new("巴河二"));
    a.enrol(&county.url(), &code);
    b.enrol(&county.url(), &county.code(station));
    let lot = a.matsutake("巴桑", "2kg");
    let mut wanted = order("2kg");
    wanted["payments"] = json!([{"state": "cleared", "way": "cash"}]);
    let id = text(&a.call("order.place", wanted), "id");
    converge(&mut a, &mut b);
    assert_eq!(
        b.call("order.show", json!({"id": id}))["state"],
        "Placed",
        "all know of it"
    );
    a.wall.forward(9 * 60_000);
    let undone = a.call("order.undo", json!({"id": id}));
    assert_eq!(
        (&undone["state"], &undone["payment"]),
        (&json!("Cancelled"), &json!("Refunded"))
    );
    assert_eq!(a.lot(&lot)["here"], 2_000, "what it held is free again");
    converge(&mut a, &mut b);
    assert_eq!(
        b.call("order.show", json!({"id": id}))["state"],
        "Cancelled"
    );
    assert_eq!(county.orders(station)[0]["state"], "Cancelled");
    let late = text(&a.call("order.place", order("1kg")), "id");
    a.wall.forward(11 * 60_000);
    a.refused("order.undo", json!({"id": late}));
}
