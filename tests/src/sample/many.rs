//! As much as a station has after years.

use super::Desk;
use crate::records;
use serde_json::{Value, json};
use std::path::Path;
use tsong_contract::AppError;

/// Takes over orders of another program.
pub(super) fn orders(desk: &mut Desk, dir: &Path, count: u64) -> Result<(), AppError> {
    if count == 0 {
        return Ok(());
    }
    let io = |error: std::io::Error| AppError::Io {
        detail: error.to_string(),
    };
    let file = dir.join("many.jsonl");
    records::write(&file, records::new(0, count)).map_err(io)?;
    desk.call("import.run", json!({ "path": file }))?;
    std::fs::remove_file(&file).map_err(io)
}

/// Puts goods of the whole catalogue on sale, each with a title of its own: nothing stands together
/// on one tile of the till.
pub(super) fn listings(desk: &mut Desk, count: u64) -> Result<(), AppError> {
    if count == 0 {
        return Ok(());
    }
    let all = json!({ "find": "", "state": "", "limit": 0 });
    let products = desk.call("product.list", all)?;
    let products: Vec<&Value> = products.as_array().into_iter().flatten().collect();
    for (number, product) in (1..=count).zip(products.iter().cycle()) {
        let of = |path: &str| {
            product
                .pointer(path)
                .and_then(Value::as_str)
                .unwrap_or_default()
        };
        let titled = |language: &str| format!("{} {number}", of(&format!("/names/{language}")));
        let title = json!({ "bo": titled("bo"), "zh-CN": titled("zh-CN"), "en": titled("en") });
        desk.call(
            "listing.add",
            json!({ "product": of("/key"), "grade": of("/grades/0/key"),
                "price": format!("{}", 10 + number % 900), "state": "on_sale", "title": title }),
        )?;
    }
    Ok(())
}
