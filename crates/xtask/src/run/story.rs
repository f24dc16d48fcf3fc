//! The day: what happens, in the order in which it happens.

use super::hub::Hub;
use super::programs::Programs;
use super::tsong::{Answer, Station};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const PIN: &str = "281904";
const PASTED: &str = "收货人: 王芳\n手机号码: 13812345678\n所在地区: 四川省成都市武侯区玉林街道\n详细地址: 玉林南路8号3栋2单元501室";

/// Plays the day in `dir`; every step checks what a person would look at.
pub(super) fn play(programs: &Programs, dir: &Path) -> Result<(), String> {
    let pin_file = dir.join("pin");
    fs::write(&pin_file, PIN).map_err(|e| format!("{}: {e}", pin_file.display()))?;
    let station = Station::new(&programs.tsong, dir.join("station"), "Tashi", pin_file);
    let hub = Hub::new(&programs.hub, dir.join("hub"));

    let made = station.call(&["init", "--name", "Bahe"])?;
    tell("A station is set up: Bahe, with its keeper Tashi.");
    tell(&format!(
        "  Its recovery key, printed once: {}",
        made.text("recovery_key")
    ));

    let listing = take_in(&station)?;
    let orders = take_orders(&station, &listing)?;
    meet_the_hub(&station, &hub, &orders)
}

/// A villager brings matsutake; they are weighed and offered.
fn take_in(station: &Station) -> Result<String, String> {
    let villager = station.list_call(
        "villager.add",
        &json!({"name": "扎西次仁", "name_bo": "བཀྲ་ཤིས་ཚེ་རིང", "phone": "13989012345",
            "payout": "cash", "place": "540421102"}),
    )?;
    tell("Villager 扎西次仁 brings 5 kg of fresh matsutake, grade A 5–7 cm.");
    let lot = station.list_call(
        "lot.take_in",
        &json!({"villager": villager.text("id"), "product": "matsutake-fresh", "grade": "a-5-7",
            "quantity": "5kg", "place": "540421102", "keeping": "chilled",
            "permit": "gathering permit 2026-118"}),
    )?;
    expect("taken in", lot.number("taken_in"), 5000)?;
    tell(&format!(
        "  Lot {} is on the shelf: {} g.",
        lot.text("number"),
        lot.text("left")
    ));
    let listing = station.list_call(
        "listing.add",
        &json!({"product": "matsutake-fresh", "grade": "a-5-7", "price": "680", "state": "on_sale"}),
    )?;
    tell("  It is offered at 680.00 yuan a kilogram.");
    Ok(listing.text("id"))
}

/// Two orders while there is no link; the first is packed and handed over.
fn take_orders(station: &Station, listing: &str) -> Result<[String; 2], String> {
    tell("\nThe link is down. The day goes on.");
    let read = station.list_call("buyer.paste", &json!({"text": PASTED}))?;
    tell(&format!(
        "  Pasted chat text is read: {}, {}.",
        read.text("name"),
        read.text("phone")
    ));
    let buyer = json!({"name": read.text("name"), "phone": read.text("phone"),
        "region": first(&read, "region"), "place": read.text("place"),
        "address": read.text("address")});
    let order = station.list_call(
        "order.place",
        &json!({"source": "message", "buyer": buyer, "shipping": "18",
            "lines": [{"listing": listing, "quantity": "2斤"}],
            "payments": [{"state": "cleared", "way": "wechat"}]}),
    )?;
    let sent = tell_order(&order, "1 kg by message, paid", 69_800)?;
    let order = station.list_call(
        "order.place",
        &json!({"source": "counter", "lines": [{"listing": listing, "quantity": "500g"}],
            "payments": [{"state": "expected", "way": "cash"}]}),
    )?;
    let waiting = tell_order(&order, "500 g at the counter, to be fetched", 34_000)?;

    for step in ["confirmed", "packing"] {
        station.list_call("order.step", &json!({"id": sent, "step": step}))?;
    }
    let gone = station.list_call("order.hand_over", &json!({"id": sent}))?;
    expect_word("the packed order", &gone.text("state"), "HandedOver")?;
    tell("  The first is packed and handed to the carrier.");
    let lots = station.list_call("lot.list", &json!({}))?;
    expect("left of the lot", lots.number("left"), 4000)?;
    expect("promised of the lot", lots.number("held"), 500)?;
    tell("  Of the lot 4,000 g are left in the house, 500 g of them promised.");
    Ok([sent, waiting])
}

/// The hub appears: enrol, sync once, look, sync again.
fn meet_the_hub(station: &Station, hub: &Hub, orders: &[String; 2]) -> Result<(), String> {
    let serving = hub.serve("127.0.0.1:0")?;
    tell(&format!("\nThe county's hub runs at {}.", serving.address));
    let added = hub.call(&["station", "add", "--name", "Bahe", "--place", "540421102"])?;
    let code = added.text("code");
    tell(&format!(
        "  It knows the station now; the one-time code is {code}."
    ));
    station.call(&["enroll", "--hub", &serving.address, "--code", &code])?;
    tell("  The station is enrolled.");

    let first = station.call(&["sync"])?;
    tell(&format!("One sync: {}.", sync_line(&first)));
    let at_hub = hub.call(&["orders", "--station", &added.text("station")])?;
    let ids: Vec<&str> = at_hub
        .0
        .iter()
        .filter_map(|o| o.get("id")?.as_str())
        .collect();
    expect(
        "orders at the hub",
        as_number(ids.len()),
        as_number(orders.len()),
    )?;
    if let Some(missing) = orders.iter().find(|id| !ids.contains(&id.as_str())) {
        return Err(format!("order {missing} is not at the hub"));
    }
    for order in &at_hub.0 {
        let word = |key| order.get(key).and_then(Value::as_str).unwrap_or("");
        tell(&format!(
            "  The hub has order {}: {}, {}.",
            word("number"),
            word("state"),
            word("payment")
        ));
    }
    let again = station.call(&["sync"])?;
    expect("facts pushed by a second sync", again.number("pushed"), 0)?;
    expect("facts pulled by a second sync", again.number("pulled"), 0)?;
    tell(&format!("A second sync: {}.", sync_line(&again)));

    drop(serving);
    let failed = station.call_failing(&["sync"])?;
    expect("the exit code without a link", i64::from(failed.exit), 4)?;
    tell(&format!(
        "\nThe hub is gone: the sync says \"{}\" and nothing is lost.",
        failed.message
    ));
    let station_report = station.call(&["verify"])?;
    let hub_report = hub.call(&["verify"])?;
    expect_word("the station's verify", &station_report.text("ok"), "true")?;
    expect_word("the hub's verify", &hub_report.text("ok"), "true")?;
    tell("Chain, stock and books are computed again, here and at the hub: all agree.");
    Ok(())
}

fn sync_line(report: &Answer) -> String {
    format!(
        "{} facts up, {} down, {} request(s), {} B up, {} B down, {} ms",
        report.text("pushed"),
        report.text("pulled"),
        report.text("requests"),
        report.text("bytes_up"),
        report.text("bytes_down"),
        report.text("elapsed_ms"),
    )
}

fn tell_order(order: &Answer, what: &str, total_fen: i64) -> Result<String, String> {
    expect_word("a new order", &order.text("state"), "Placed")?;
    expect("its total in fen", order.number("total_fen"), total_fen)?;
    let yuan = format!("{}.{:02}", total_fen / 100, total_fen % 100);
    tell(&format!(
        "  Order {}: {what}, {yuan} yuan. Saved.",
        order.text("number")
    ));
    Ok(order.text("id"))
}

fn first(answer: &Answer, key: &str) -> Value {
    answer
        .0
        .first()
        .and_then(|object| object.get(key))
        .cloned()
        .unwrap_or(Value::Null)
}

fn as_number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn expect(what: &str, found: i64, wanted: i64) -> Result<(), String> {
    if found == wanted {
        Ok(())
    } else {
        Err(format!("{what}: {found}, not {wanted}"))
    }
}

fn expect_word(what: &str, found: &str, wanted: &str) -> Result<(), String> {
    if found == wanted {
        Ok(())
    } else {
        Err(format!("{what}: {found}, not {wanted}"))
    }
}

fn tell(line: &str) {
    println!("{line}");
}
