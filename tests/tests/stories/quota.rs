//! The hub sells out of a station's quota while the station is away, and gives back what is asked for.

use crate::house::{County, Till, order, text};
use crate::wall::{DAY_MS, NOW_MS};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicI64, Ordering};
use tsong_domain::id::EntityId;

/// The clock of the hub that a story moves on by itself.
static HUB_MS: AtomicI64 = AtomicI64::new(NOW_MS);

/// A shop: posts JSON to the hub, one connection an order.
#[derive(Clone)]
struct Shop {
    address: SocketAddr,
    token: String,
    station: EntityId,
}

impl Shop {
    fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        let body = body.to_string();
        let head = format!(
            "POST /v1/stations/{}/orders{path} HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
            self.station,
            self.address,
            self.token,
            body.len()
        );
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.write_all((head + &body).as_bytes()).unwrap();
        let mut told = String::new();
        stream.read_to_string(&mut told).unwrap();
        let (head, body) = told.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, serde_json::from_str(body).unwrap_or(Value::Null))
    }

    fn order(number: u32, grams: i64) -> Value {
        json!({"id": format!("0190a000-0000-7000-8000-{number:012x}"),
            "lines": [{"product": "matsutake-fresh", "grade": "a-5-7", "quantity": grams,
                "price_fen": 72_000}],
            "buyer": {"name": "陈静", "phone": "13900001111", "address": "人民路1号"},
            "shipping_fen": 3_800, "is_paid": true})
    }

    /// Sells so many grams; the order's id, or the code of the refusal.
    fn sell(&self, number: u32, grams: i64) -> Result<String, String> {
        let (status, told) = self.post("", &Self::order(number, grams));
        if status == 200 {
            Ok(text(&told, "id"))
        } else {
            Err(text(&told, "code"))
        }
    }
}

/// A station that granted the hub two of its five kilograms, and a shop in front of the hub.
fn granted(county: &County, until: &str) -> (Till, String, Shop) {
    let (station, code) = county.station("巴河");
    let mut till = Till::new("巴河");
    till.enrol(&county.url(), &code);
    let lot = till.matsutake("巴桑", "5kg");
    till.call(
        "lot.transfer",
        json!({"id": lot, "quantity": "2kg", "to": "hub", "until": until}),
    );
    till.sync();
    let shop = Shop {
        address: county.address,
        token: county.token("shop"),
        station,
    };
    (till, lot, shop)
}

#[test]
fn what_the_hub_sells_is_packed_and_handed_over_where_it_lies() {
    let county = County::new();
    let (mut till, lot, shop) = granted(&county, "");
    let id = shop.sell(1, 1_500).unwrap();
    assert_eq!(
        shop.sell(1, 1_500).as_ref(),
        Ok(&id),
        "the same order again is the same order"
    );
    assert_eq!(
        shop.sell(2, 600),
        Err("quota_short".to_owned()),
        "500 g are left"
    );
    assert_eq!(shop.sell(3, 0), Err("malformed".to_owned()));
    till.call("order.place", order("3kg"));
    assert!(
        matches!(
            till.refused("order.place", order("1kg")),
            tsong_contract::AppError::NotEnoughStock { .. }
        ),
        "the station sells its own three, not the hub's two"
    );
    till.sync();
    let seen = till.call("order.show", json!({"id": id}));
    assert_eq!(
        (&seen["state"], &seen["payment"]),
        (&json!("Placed"), &json!("Cleared"))
    );
    assert_eq!(seen["buyer"]["name"], "陈静");
    assert!(seen["keeps"].as_bool().unwrap(), "the goods lie here");
    let quota = till.call("lot.show", json!({"id": lot}))["quota"].clone();
    assert_eq!(
        (&quota["free"], &quota["sold"]),
        (&json!(500), &json!(1_500))
    );
    till.call("order.step", json!({"id": id, "step": "confirmed"}));
    till.call("order.hand_over", json!({"id": id}));
    till.sync();
    let villager = till.call("villager.list", json!({"find": ""}))[0].clone();
    assert_eq!(
        villager["owed_fen"], 108_000,
        "and the villager is owed for it"
    );
    assert_eq!(shop.sell(4, 500).map(drop), Ok(()), "the rest of the quota");
    assert_eq!(shop.sell(5, 1), Err("quota_short".to_owned()));
    till.sync();
    assert_eq!(till.lot(&lot)["at_hub"], 0);
    till.sound_digest();
    county.sound_facts();
}

#[test]
fn what_is_asked_back_comes_with_the_next_sync_as_far_as_it_is_not_sold() {
    let county = County::new();
    let (mut till, lot, shop) = granted(&county, "");
    let id = shop.sell(1, 1_500).unwrap();
    let asked = till.call("lot.recall", json!({"id": lot, "quantity": "2kg"}));
    assert_eq!(asked["quota"]["asked"], 2_000, "asked, not taken");
    assert_eq!(till.lot(&lot)["here"], 3_000);
    assert!(
        matches!(
            till.refused("lot.recall", json!({"id": lot, "quantity": "2001g"})),
            tsong_contract::AppError::NotEnoughStock {
                available: 2_000,
                ..
            }
        ),
        "more than the hub has cannot come back"
    );
    till.sync();
    let shown = till.call("lot.show", json!({"id": lot}));
    assert_eq!(shown["here"], 3_500, "what was not sold is here again");
    assert_eq!(
        (&shown["quota"]["free"], &shown["quota"]["asked"]),
        (&json!(0), &json!(1_500))
    );
    assert_eq!(
        shop.sell(2, 1),
        Err("quota_short".to_owned()),
        "and the hub sells none of it"
    );

    // The buyer gives the order up: what the keeper frees stays quota, and is given back as asked.
    let (status, told) = shop.post(&format!("/{id}/cancel"), &json!({"reason": "buyer"}));
    assert_eq!(
        (status, &told["state"]),
        (200, &json!("CancelAsked")),
        "the hub only asks"
    );
    assert_eq!(
        shop.sell(3, 1),
        Err("quota_short".to_owned()),
        "nothing is free before the keeper answers"
    );
    till.sync();
    assert_eq!(
        till.call("order.show", json!({"id": id}))["state"],
        "CancelAsked"
    );
    till.call("order.cancel", json!({"id": id, "reason": "buyer"}));
    assert_eq!(
        till.lot(&lot)["here"],
        3_500,
        "freed for the hub, not for the station"
    );
    till.sync();
    let shown = till.call("lot.show", json!({"id": lot}));
    assert_eq!(
        (&shown["here"], &shown["quota"]["asked"]),
        (&json!(5_000), &json!(0))
    );
    till.sound_digest();
    county.sound_facts();
}

#[test]
fn a_quota_whose_time_is_over_comes_back_by_the_hubs_clock() {
    let county = County::at(|| HUB_MS.load(Ordering::Relaxed));
    let day = tsong_station::day::local_day(NOW_MS + DAY_MS);
    let (mut till, lot, shop) = granted(&county, &day);
    let early = json!({"id": lot, "quantity": "1kg", "to": "hub", "until": "2020-01-01"});
    assert!(matches!(
        till.refused("lot.transfer", early),
        tsong_contract::AppError::BadInput { .. }
    ));
    shop.sell(1, 500).unwrap();
    till.sync();
    assert_eq!(till.lot(&lot)["at_hub"], 1_500, "its time has not come");
    HUB_MS.store(NOW_MS + 3 * DAY_MS, Ordering::Relaxed);
    till.sync();
    assert_eq!(till.lot(&lot)["at_hub"], 0);
    assert_eq!(
        till.lot(&lot)["here"],
        4_500,
        "but what was sold stays sold"
    );
    assert_eq!(shop.sell(2, 1), Err("quota_short".to_owned()));
    till.sound_digest();
    county.sound_facts();
}

#[test]
fn sixty_four_buyers_at_once_get_every_gram_and_not_one_over() {
    let county = County::new();
    let (mut till, lot, shop) = granted(&county, "");
    let buyers: Vec<_> = (0..64u32)
        .map(|buyer| {
            let shop = shop.clone();
            std::thread::spawn(move || {
                let tries = (0..3).map(|n| shop.sell(1 + buyer * 3 + n, 15));
                tries.filter(Result::is_ok).count()
            })
        })
        .collect();
    let sold: usize = buyers.into_iter().map(|b| b.join().unwrap()).sum();
    assert_eq!(sold, 2_000 / 15, "two kilograms in parts of 15 g");
    till.sync();
    let quota = till.call("lot.show", json!({"id": lot}))["quota"].clone();
    assert_eq!(
        (&quota["free"], &quota["sold"]),
        (&json!(2_000 % 15), &json!(2_000 - 2_000 % 15))
    );
    assert_eq!(county.orders(shop.station).len(), sold);
    till.sound_digest();
    county.sound_facts();
}
