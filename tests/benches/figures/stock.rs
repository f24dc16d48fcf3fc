//! An order filled from many lots, and the stock screen of a full station.

use crate::Outcome;
use crate::bare;
use crate::mirror::Mirror;
use crate::table::Table;
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

/// Orders of three lines, each out of lots that none of them fills alone.
const ORDERS: u32 = 200;
const VILLAGERS: usize = 60;
const LOTS: usize = 3_000;
/// How often the screen is looked at.
const LOOKS: usize = 60;
/// The most that one in twenty looks may take.
const MOST: Duration = Duration::from_millis(16);

pub(crate) fn measure(dir: &Path, table: &mut Table) -> Outcome<()> {
    order(dir, table)?;
    screen(dir, table)
}

fn id(value: &Value) -> Value {
    value.get("id").cloned().unwrap_or(Value::Null)
}

/// Three lines, filled from five lots: two lines take the last of one and the rest of another. Beside
/// it the same rows, written bare.
fn order(dir: &Path, table: &mut Table) -> Outcome<()> {
    let home = dir.join("filling");
    let mut station = bare::station(&home)?;
    let villager = id(&bare::call(
        &mut station,
        "villager.add",
        json!({"name": "扎西次仁"}),
    )?);
    let mut mirror = Mirror::of(&home, &dir.join("bare-filling.db"))?;
    let goods = [
        ("matsutake-fresh", 2),
        ("yak-butter", 2),
        ("barley-grain", 1),
    ];
    let (mut ours, mut theirs, mut rows) = (Vec::new(), Vec::new(), 0);
    for number in 0..ORDERS {
        for (product, lots) in goods {
            for _ in 0..lots {
                let quantity = if lots == 1 { "1kg" } else { "500g" };
                let lot = json!({"villager": villager, "product": product, "quantity": quantity});
                bare::call(&mut station, "lot.take_in", lot)?;
            }
        }
        let lines: Vec<Value> = goods
            .iter()
            .map(|(product, _)| json!({"product": product, "quantity": "1kg", "price": "68"}))
            .collect();
        let order = json!({"source": "message", "lines": lines, "shipping": "18",
            "buyer": {"name": "王芳", "phone": format!("138{number:08}"),
                "address": "四川省成都市武侯区玉林南路8号3栋2单元501室"}});
        mirror.follow()?;
        let begun = Instant::now();
        let placed = bare::call(&mut station, "order.place", order)?;
        ours.push(begun.elapsed());
        let from = placed.get("goods").and_then(Value::as_array);
        if from.map(Vec::len) != Some(5) {
            return Err(format!("not filled from five lots: {placed}").into());
        }
        let (written, took) = mirror.follow()?;
        rows = written;
        theirs.push(took);
    }
    let what = format!("an order of 3 lines from 5 lots, {rows} rows");
    table.add_tenths(&what, middle(ours), middle(theirs), 15);
    Ok(())
}

/// All that the stock screen asks for when it opens.
fn screen(dir: &Path, table: &mut Table) -> Outcome<()> {
    let mut station = bare::station(&dir.join("stock"))?;
    let mut villagers = Vec::new();
    for number in 0..VILLAGERS {
        let name = format!("村民{number}");
        villagers.push(id(&bare::call(
            &mut station,
            "villager.add",
            json!({"name": name}),
        )?));
    }
    let products = [
        "matsutake-fresh",
        "yak-butter",
        "barley-grain",
        "walnut-gyirong",
        "cheese-hard",
    ];
    for (villager, product) in villagers
        .iter()
        .cycle()
        .zip(products.iter().cycle())
        .take(LOTS)
    {
        let quantity = if *product == "walnut-gyirong" {
            "5kg"
        } else {
            "3kg"
        };
        let lot = json!({"villager": villager, "product": product, "quantity": quantity});
        bare::call(&mut station, "lot.take_in", lot)?;
    }
    let mut looks = Vec::new();
    for _ in 0..LOOKS {
        let begun = Instant::now();
        let rows = bare::call(&mut station, "lot.by_villager", json!({"language": "bo"}))?;
        looks.push(begun.elapsed());
        if rows.as_array().map(Vec::len) != Some(VILLAGERS) {
            return Err(format!("not all villagers: {rows}").into());
        }
    }
    looks.sort_unstable();
    let p95 = looks
        .get(looks.len() * 95 / 100)
        .copied()
        .unwrap_or_default();
    let measured = format!("{p95:.2?}");
    let bound = format!("≤ {MOST:.0?}");
    table.add(
        "the stock screen, 3,000 lots, p95",
        measured,
        &bound,
        p95 <= MOST,
    );
    Ok(())
}

fn middle(mut all: Vec<Duration>) -> Duration {
    all.sort_unstable();
    all.get(all.len() / 2).copied().unwrap_or_default()
}
