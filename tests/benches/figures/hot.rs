//! One hot lot: many buyers at once over HTTP, the hub's program, and not one gram over.

use crate::link::{Desk, Hub};
use crate::table::Table;
use crate::{Outcome, bare};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

const BUYERS: u32 = 64;
/// What the hub may sell, in parts of so many grams.
const QUOTA_GRAMS: u64 = 1_000_000;
const PART_GRAMS: u64 = 100;
/// How many buyers try beyond what there is.
const BEYOND: u32 = 200;
/// What is asked for.
const LEAST_A_SECOND: u128 = 1_000;

/// What every buyer knows.
struct Shop {
    address: String,
    path: String,
    token: String,
}

/// A hub that was granted the quota by a station, and what its buyers know.
fn granted(dir: &Path) -> Outcome<(Hub, Desk, Value, Shop)> {
    let hub = Hub::serve(dir.join("hot-hub"))?;
    let added = hub.call(&["station", "add", "--name", "Bahe", "--place", "540421102"])?;
    let told = |value: &Value, field: &str| {
        let text = value.get(field).and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    };
    let home = dir.join("hot");
    let mut station = bare::station(&home)?;
    let villager = bare::call(&mut station, "villager.add", json!({"name": "扎西次仁"}))?;
    let lot = json!({"villager": villager.get("id"), "product": "matsutake-dried", "grade": "first",
        "quantity": "2000kg"});
    let lot = bare::call(&mut station, "lot.take_in", lot)?;
    drop(station);
    let desk = Desk {
        data: home,
        pin_file: dir.join("hot-pin"),
    };
    std::fs::write(&desk.pin_file, bare::PIN)?;
    desk.call(&[
        "enroll",
        "--hub",
        &hub.address,
        "--code",
        &told(&added, "code"),
    ])?;
    let grant = json!({"id": lot.get("id"), "quantity": QUOTA_GRAMS, "to": "hub"});
    desk.call(&["call", "lot.transfer", &grant.to_string()])?;
    desk.call(&["sync"])?;
    let token = hub.call(&["staff", "add", "--name", "shop"])?;
    let shop = Shop {
        address: hub
            .address
            .trim_start_matches("http://")
            .trim_end_matches('/')
            .to_owned(),
        path: format!("/v1/stations/{}/orders", told(&added, "station")),
        token: told(&token, "token"),
    };
    Ok((hub, desk, lot, shop))
}

pub(crate) fn measure(dir: &Path, table: &mut Table) -> Outcome<()> {
    let (hub, desk, lot, shop) = granted(dir)?;
    let shop = Arc::new(shop);
    let parts = u32::try_from(QUOTA_GRAMS / PART_GRAMS)?;
    let each = (parts + BEYOND).div_ceil(BUYERS);
    let begun = Instant::now();
    let buyers: Vec<_> = (0..BUYERS)
        .map(|buyer| {
            let shop = Arc::clone(&shop);
            std::thread::spawn(move || buy(&shop, buyer, each))
        })
        .collect();
    let mut sold = 0u64;
    for buyer in buyers {
        sold += buyer
            .join()
            .map_err(|_| "a buyer gave up")?
            .map_err(|e| e.to_string())?;
    }
    let took = begun.elapsed();
    if sold != QUOTA_GRAMS / PART_GRAMS {
        return Err(format!("{sold} parts were sold of {}", QUOTA_GRAMS / PART_GRAMS).into());
    }
    let checked = hub.call(&["verify"])?;
    if checked.get("ok") != Some(&Value::Bool(true)) {
        return Err(format!("the hub does not fit together: {checked}").into());
    }
    desk.call(&["sync"])?;
    let shown = desk.call(&[
        "call",
        "lot.show",
        &json!({"id": lot.get("id")}).to_string(),
    ])?;
    let at_station = shown.pointer("/quota/sold").and_then(Value::as_u64);
    if at_station != Some(QUOTA_GRAMS) {
        return Err(format!("the station hears of {at_station:?} g").into());
    }
    let a_second = u128::from(sold) * 1_000_000 / took.as_micros().max(1);
    let floor = floor(dir, u32::try_from(sold)?)?;
    let measured = format!("{a_second} a second, {} × the floor", ratio(took, floor));
    let bound = format!("≥ {LEAST_A_SECOND}");
    let is_held = a_second >= LEAST_A_SECOND;
    table.add("a hot lot, 64 buyers, orders", measured, &bound, is_held);
    Ok(())
}

fn ratio(ours: Duration, bare: Duration) -> String {
    let hundredths = ours.as_nanos() * 100 / bare.as_nanos().max(1);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// The same number of bare rows, as many to a durable transaction as there are buyers.
fn floor(dir: &Path, orders: u32) -> Outcome<Duration> {
    let conn = rusqlite::Connection::open(dir.join("hot-bare.db"))?;
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE saved (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT",
    )?;
    let body = vec![0x5a_u8; 900];
    let begun = Instant::now();
    let mut left = orders;
    while left > 0 {
        let some = left.min(BUYERS);
        conn.execute_batch("BEGIN IMMEDIATE")?;
        for _ in 0..some {
            conn.prepare_cached("INSERT INTO saved (body) VALUES (?1)")?
                .execute([&body])?;
        }
        conn.execute_batch("COMMIT")?;
        left -= some;
    }
    Ok(begun.elapsed())
}

/// Buys over one kept connection until nothing is left or its tries are over; how often it got some.
fn buy(shop: &Shop, buyer: u32, tries: u32) -> std::io::Result<u64> {
    let stream = TcpStream::connect(&shop.address)?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut writer = stream;
    let mut got = 0;
    for number in 0..tries {
        let body =
            json!({"id": format!("0190a000-0000-7000-8000-{:012x}", buyer * 100_000 + number),
            "lines": [{"product": "matsutake-dried", "grade": "first", "quantity": PART_GRAMS,
                "price_fen": 128_000}],
            "buyer": {"name": "陈静", "phone": format!("139{:08}", buyer * 10_000 + number),
                "region": ["四川省", "成都市"], "address": "玉林南路8号3栋"},
            "shipping_fen": 1_800, "is_paid": true})
            .to_string();
        let head = format!(
            "POST {} HTTP/1.1\r\nhost: hub\r\nauthorization: Bearer {}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n",
            shop.path,
            shop.token,
            body.len()
        );
        writer.write_all((head + &body).as_bytes())?;
        match status(&mut reader)? {
            200 => got += 1,
            409 => {}
            other => return Err(std::io::Error::other(format!("the hub answers {other}"))),
        }
    }
    Ok(got)
}

/// Reads one answer to its end; its status.
fn status(reader: &mut impl BufRead) -> std::io::Result<u16> {
    let (mut line, mut status, mut length) = (String::new(), 0, 0usize);
    loop {
        line.clear();
        reader.read_line(&mut line)?;
        let bare = line.trim_end().to_lowercase();
        if bare.is_empty() {
            break;
        }
        if let Some(rest) = bare.strip_prefix("http/1.1 ") {
            status = rest
                .split(' ')
                .next()
                .and_then(|s| s.parse().ok())
                .unwrap_or(0);
        } else if let Some(rest) = bare.strip_prefix("content-length:") {
            length = rest.trim().parse().unwrap_or(0);
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    Ok(status)
}
