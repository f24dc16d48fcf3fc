//! One line of an import, read and judged.

use serde::Deserialize;
use serde_json::Value;
use tsong_domain::id::EntityId;
use tsong_domain::money::{Fen, LIMIT_FEN};
use tsong_domain::quantity::Quantity;
use tsong_domain::text::clean::{clean_line, clean_text};

#[derive(Deserialize)]
struct Written {
    id: String,
    #[serde(default)]
    order_no: String,
    status: String,
    #[serde(default)]
    buyer: Buyer,
    lines: Vec<Line>,
    goods_fen: i64,
    #[serde(default)]
    shipping_fen: i64,
    total_fen: i64,
    #[serde(default)]
    note: Option<String>,
    created_at: i64,
    #[serde(default)]
    updated_at: Option<i64>,
}

/// A buyer as the file has it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Buyer {
    pub(super) name: String,
    pub(super) phone: String,
    pub(super) province: String,
    pub(super) city: String,
    pub(super) county: String,
    pub(super) town: String,
    pub(super) address: String,
}

/// A line as the file has it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Line {
    pub(super) product_id: String,
    #[serde(default)]
    pub(super) title: String,
    #[serde(default)]
    pub(super) grade: String,
    pub(super) weight_g: i64,
    pub(super) unit_price_fen: i64,
    pub(super) amount_fen: i64,
}

/// How far an order had come in the other program; each includes what comes before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Status {
    Created,
    Paid,
    Packed,
    Shipped,
    Delivered,
    Refunded,
}

/// A line that can be taken in.
pub(super) struct Record {
    pub(super) id: EntityId,
    pub(super) number: String,
    pub(super) status: Status,
    pub(super) buyer: Buyer,
    pub(super) lines: Vec<Line>,
    pub(super) goods_fen: Fen,
    pub(super) shipping_fen: Fen,
    pub(super) total_fen: Fen,
    pub(super) note: String,
    pub(super) created_ms: i64,
    pub(super) updated_ms: i64,
}

/// Reads a line; the code says why not.
pub(super) fn parse(bytes: &[u8]) -> Result<Record, &'static str> {
    let written: Written = match serde_json::from_slice(bytes) {
        Ok(written) => written,
        Err(_) => return Err(blame(bytes)),
    };
    judge(written)
}

fn judge(w: Written) -> Result<Record, &'static str> {
    let id: EntityId = w.id.parse().map_err(|_| "bad_id")?;
    if id.is_nil() {
        return Err("bad_id");
    }
    let status = status(&w.status).ok_or("unknown_status")?;
    if w.lines.is_empty() {
        return Err("no_lines");
    }
    if !w.lines.iter().all(|l| Quantity::new(l.weight_g).is_sane()) {
        return Err("bad_weight");
    }
    let amounts = w
        .lines
        .iter()
        .flat_map(|l| [l.unit_price_fen, l.amount_fen]);
    if !amounts
        .chain([w.goods_fen, w.shipping_fen, w.total_fen])
        .all(|f| Fen::new(f).is_sane())
    {
        return Err("bad_amount");
    }
    // Years 0001 to 9999: what no clock has ever shown is no time.
    let is_time = |ms: i64| (-62_135_596_800_000..=253_402_300_799_999).contains(&ms);
    let updated_ms = w.updated_at.unwrap_or(w.created_at);
    if !is_time(w.created_at) || !is_time(updated_ms) {
        return Err("bad_input");
    }
    if w.lines
        .iter()
        .any(|l| l.product_id.trim().is_empty() || l.product_id.len() > 200)
    {
        return Err("bad_input");
    }
    Ok(Record {
        id,
        number: clean_line(&w.order_no, 80),
        status,
        buyer: cleaned(w.buyer),
        lines: w
            .lines
            .into_iter()
            .map(|l| Line {
                product_id: clean_line(&l.product_id, 80),
                title: clean_line(&l.title, 200),
                grade: clean_line(&l.grade, 80),
                ..l
            })
            .collect(),
        goods_fen: Fen::new(w.goods_fen),
        shipping_fen: Fen::new(w.shipping_fen),
        total_fen: Fen::new(w.total_fen),
        note: clean_text(&w.note.unwrap_or_default(), 1000),
        created_ms: w.created_at,
        updated_ms,
    })
}

fn cleaned(b: Buyer) -> Buyer {
    Buyer {
        name: clean_line(&b.name, 80),
        phone: clean_line(&b.phone, 40),
        province: clean_line(&b.province, 80),
        city: clean_line(&b.city, 80),
        county: clean_line(&b.county, 80),
        town: clean_line(&b.town, 80),
        address: clean_line(&b.address, 300),
    }
}

fn status(word: &str) -> Option<Status> {
    Some(match word {
        "created" => Status::Created,
        "paid" => Status::Paid,
        "packed" => Status::Packed,
        "shipped" => Status::Shipped,
        "delivered" => Status::Delivered,
        "refunded" => Status::Refunded,
        _ => return None,
    })
}

/// Why a line is not of the record's shape: what a person has to look at first.
fn blame(bytes: &[u8]) -> &'static str {
    let Ok(Value::Object(map)) = serde_json::from_slice::<Value>(bytes) else {
        return "broken_json";
    };
    let id = map
        .get("id")
        .and_then(Value::as_str)
        .map(str::parse::<EntityId>);
    if !matches!(id, Some(Ok(_))) {
        return "bad_id";
    }
    if map
        .get("status")
        .and_then(Value::as_str)
        .and_then(status)
        .is_none()
    {
        return "unknown_status";
    }
    let Some(lines) = map
        .get("lines")
        .and_then(Value::as_array)
        .filter(|l| !l.is_empty())
    else {
        return "no_lines";
    };
    let sane = |v: Option<&Value>| {
        v.and_then(Value::as_i64)
            .is_some_and(|f| (0..=LIMIT_FEN).contains(&f))
    };
    if !lines.iter().all(|l| {
        l.get("weight_g")
            .and_then(Value::as_i64)
            .is_some_and(|w| Quantity::new(w).is_sane())
    }) {
        return "bad_weight";
    }
    let lines_ok = lines
        .iter()
        .all(|l| sane(l.get("unit_price_fen")) && sane(l.get("amount_fen")));
    let sums_ok = sane(map.get("goods_fen"))
        && sane(map.get("total_fen"))
        && (!map.contains_key("shipping_fen") || sane(map.get("shipping_fen")));
    if lines_ok && sums_ok {
        "bad_input"
    } else {
        "bad_amount"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(change: &str, to: &str) -> String {
        r#"{"id":"019b75b7-e000-7abc-8def-0123456789ab","status":"paid","lines":[{"product_id":"p","weight_g":500,"unit_price_fen":100,"amount_fen":50}],"goods_fen":50,"shipping_fen":0,"total_fen":50,"created_at":1,"updated_at":2}"#
            .replace(change, to)
    }

    #[test]
    fn each_fault_has_its_code() {
        assert!(parse(line("zz", "").as_bytes()).is_ok());
        for (from, to, code) in [
            ("{\"id\"", "{id", "broken_json"),
            ("019b75b7-e000", "019b75b7_e000", "bad_id"),
            ("\"paid\"", "\"lost\"", "unknown_status"),
            ("500", "0", "bad_weight"),
            ("500", "-5", "bad_weight"),
            ("500", "2.5", "bad_weight"),
            ("\"goods_fen\":50", "\"goods_fen\":-50", "bad_amount"),
            (
                "\"total_fen\":50",
                "\"total_fen\":99999999999999",
                "bad_amount",
            ),
            ("\"total_fen\":50", "\"total_fen\":1e400", "broken_json"),
            ("\"amount_fen\":50", "\"amount_fen\":\"50\"", "bad_amount"),
        ] {
            assert_eq!(
                parse(line(from, to).as_bytes()).err(),
                Some(code),
                "{from} -> {to}"
            );
        }
        let bare = line(
            r#"[{"product_id":"p","weight_g":500,"unit_price_fen":100,"amount_fen":50}]"#,
            "[]",
        );
        assert_eq!(parse(bare.as_bytes()).err(), Some("no_lines"));
    }
}
