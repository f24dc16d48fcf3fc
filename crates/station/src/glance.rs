//! The home screen: a day in one answer, from sums that are kept and never counted.

mod timeline;
mod waiting;

use crate::day;
use crate::fault::Fault;
use crate::me;
use crate::station::Station;
use chrono::Datelike;
use std::collections::BTreeMap;
use tsong_contract::AppError;
use tsong_contract::io::{DayInput, DayPack, DayShown, DaySold, ProductCount, ProductFen};
use tsong_domain::people::Right;
use tsong_store::Db;
use tsong_store::order_sum::{self, Sum};

/// Products with a colour of their own in the bar of what was sold.
const SOLD: usize = 3;
/// Pictures of what waits to be packed.
const TO_PACK: usize = 4;

/// `day.show`.
///
/// # Errors
/// [`AppError::BadInput`] for a day that is none.
pub fn show(station: &mut Station, input: DayInput) -> Result<DayShown, AppError> {
    station.by(Right::See)?;
    let wall_ms = station.host.now_ms();
    let now_ms = station.believed_now_ms()?;
    let date = match input.day.trim() {
        "" => day::local_day(now_ms),
        word => word.to_owned(),
    };
    let between = day::span_ms(&date).ok_or_else(|| AppError::BadInput {
        field: "day".into(),
        reason: "not_in_list".into(),
    })?;
    let backup = timeline::backup(station.dir(), &date);
    station.read(|db| {
        let sold = sold(db, between.0)?;
        let stages = order_sum::stages(db, None)?;
        let orders = |stage: &str| stages.get(stage).copied().unwrap_or_default().orders;
        let mut timeline = timeline::of(db, between, &sold)?;
        timeline.extend(backup);
        timeline.sort_by_key(|event| event.at_ms);
        Ok(DayShown {
            weekday: day::date(between.0).map_or(1, |d| {
                u8::try_from(d.weekday().number_from_monday()).unwrap_or(1)
            }),
            date,
            is_clock_doubted: me::clock(db)?.doubts(wall_ms),
            now_ms,
            sold,
            pack: pack(db, orders("pack"))?,
            decide: waiting::decide(db, orders("decide"), now_ms)?,
            on_the_road: orders("road"),
            owed: waiting::owed(db)?,
            first: waiting::first(db, now_ms)?,
            timeline,
        })
    })
}

/// What was sold on a day: all that waits to be packed, is on the road or done.
fn sold(db: &Db<'_>, from_ms: i64) -> Result<DaySold, Fault> {
    let mut whole = Sum::default();
    let mut by_product: BTreeMap<String, i64> = BTreeMap::new();
    for (stage, product, sum) in order_sum::of_day(db, order_sum::day_of(from_ms))? {
        if !matches!(stage.as_str(), "pack" | "road" | "done") {
            continue;
        }
        if product.is_empty() {
            whole = whole.plus(sum);
        } else {
            let fen = by_product.entry(product).or_default();
            *fen = fen.saturating_add(sum.fen);
        }
    }
    let mut products: Vec<ProductFen> = by_product
        .into_iter()
        .map(|(product, fen)| ProductFen { product, fen })
        .collect();
    products.sort_by_key(|p| std::cmp::Reverse(p.fen));
    products.truncate(SOLD);
    let named = products
        .iter()
        .fold(0i64, |sum, p| sum.saturating_add(p.fen));
    Ok(DaySold {
        orders: whole.orders,
        total_fen: whole.fen,
        grams: whole.grams,
        pieces: whole.pieces,
        products,
        other_fen: whole.fen.saturating_sub(named),
    })
}

fn pack(db: &Db<'_>, orders: i64) -> Result<DayPack, Fault> {
    let all = order_sum::products(db, "pack")?;
    let more = all.len().saturating_sub(TO_PACK);
    Ok(DayPack {
        orders,
        products: all
            .into_iter()
            .take(TO_PACK)
            .map(|(product, sum)| ProductCount {
                product,
                orders: sum.orders,
            })
            .collect(),
        more: i64::try_from(more).unwrap_or(i64::MAX),
    })
}
