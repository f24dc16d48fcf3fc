//! Saving an order against a bare transaction that saves one row.

use crate::Outcome;
use crate::bare;
use crate::table::Table;
use rusqlite::TransactionBehavior;
use serde_json::json;
use std::path::Path;
use std::time::{Duration, Instant};

/// Orders placed, each beside one bare transaction, so that a disk's moods fall on both.
const TIMES: u32 = 300;
/// What an order's facts weigh as one bare row.
const ROW_BYTES: usize = 600;

pub(crate) fn measure(dir: &Path, table: &mut Table) -> Outcome<()> {
    let home = dir.join("saving");
    let mut station = bare::station(&home)?;
    let villager = bare::call(&mut station, "villager.add", json!({"name": "扎西次仁"}))?;
    let lot = json!({"villager": villager.get("id"), "product": "matsutake-fresh",
        "grade": "a-5-7", "quantity": "900kg"});
    bare::call(&mut station, "lot.take_in", lot)?;
    let offer = json!({"product": "matsutake-fresh", "grade": "a-5-7", "price": "680",
        "state": "on_sale"});
    let listing = bare::call(&mut station, "listing.add", offer)?;

    let mut conn = bare::connect(&dir.join("bare-saving.db"), &home)?;
    conn.execute_batch("CREATE TABLE saved (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT")?;
    let body = vec![0x5a_u8; ROW_BYTES];
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for number in 0..TIMES {
        let order = json!({"source": "message", "shipping": "18",
            "buyer": {"name": "王芳", "phone": format!("138{number:08}"),
                "address": "四川省成都市武侯区玉林南路8号3栋2单元501室"},
            "lines": [{"listing": listing.get("id"), "quantity": "500g"}]});
        let begun = Instant::now();
        bare::call(&mut station, "order.place", order)?;
        ours.push(begun.elapsed());

        let begun = Instant::now();
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.prepare_cached("INSERT INTO saved (body) VALUES (?1)")?
            .execute([&body])?;
        tx.commit()?;
        theirs.push(begun.elapsed());
    }
    table.add_ratio("saving an order durably", middle(ours), middle(theirs), 2);
    Ok(())
}

fn middle(mut all: Vec<Duration>) -> Duration {
    all.sort_unstable();
    all.get(all.len() / 2).copied().unwrap_or_default()
}
