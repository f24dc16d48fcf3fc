//! Part of a long list of orders: any row of 100,000 in a few milliseconds.

use super::list::at_hub;
use crate::day;
use crate::fault::Fault;
use crate::me::Me;
use crate::search::Search;
use crate::station::Station;
use std::collections::BTreeMap;
use tsong_contract::AppError;
use tsong_contract::io::{
    OrderCounts, OrderLight, OrderState, OrderWindow, OrderWindowShown, PaymentState,
};
use tsong_domain::field::Personal;
use tsong_domain::id::FactId;
use tsong_domain::people::Right;
use tsong_domain::places::{Level, is_rung, short_name};
use tsong_store::order::{Light, Span};
use tsong_store::{Db, StoreError, fact, order, order_sum, person};

/// The groups of the list but for `all`.
const GROUPS: [&str; 5] = ["decide", "pack", "road", "done", "cancelled"];
/// The most rows of one answer.
const MOST: u32 = 1000;
/// The products whose pictures stand in a row.
const PRODUCTS: usize = 3;

/// `order.window`.
///
/// # Errors
/// [`AppError::BadInput`] for a group or a day that is none.
pub fn window(station: &mut Station, input: OrderWindow) -> Result<OrderWindowShown, AppError> {
    station.by(Right::See)?;
    let bad = |field: &str| AppError::BadInput {
        field: field.into(),
        reason: "not_in_list".into(),
    };
    let group = match input.group.as_str() {
        "" | "all" => "",
        word => GROUPS
            .into_iter()
            .find(|known| *known == word)
            .ok_or_else(|| bad("group"))?,
    };
    let span = match input.day.trim() {
        "" => None,
        word => Some(day::span_ms(word).ok_or_else(|| bad("day"))?),
    };
    station.read(|db| {
        let (counted, lights) = if input.find.trim().is_empty() {
            all(db, group, span, &input)?
        } else {
            found(db, group, span, &input)?
        };
        let counts = counts(&counted);
        Ok(OrderWindowShown {
            total: total(group, &counted),
            counts,
            rows: rows(db, lights)?,
        })
    })
}

type Counted = BTreeMap<String, i64>;

fn counts(counted: &Counted) -> OrderCounts {
    let of = |group: &str| counted.get(group).copied().unwrap_or_default();
    OrderCounts {
        all: total("", counted),
        decide: of("decide"),
        pack: of("pack"),
        road: of("road"),
        done: of("done"),
        cancelled: of("cancelled"),
    }
}

fn total(group: &str, counted: &Counted) -> i64 {
    if group.is_empty() {
        counted
            .values()
            .fold(0, |sum, orders| sum.saturating_add(*orders))
    } else {
        counted.get(group).copied().unwrap_or_default()
    }
}

fn place_in_list(input: &OrderWindow) -> (usize, usize) {
    let limit = input.limit.min(MOST);
    (
        crate::produce::whole(input.offset),
        crate::produce::whole(limit),
    )
}

fn all(
    db: &Db<'_>,
    group: &str,
    span: Option<(i64, i64)>,
    input: &OrderWindow,
) -> Result<(Counted, Vec<Light>), Fault> {
    let day = span.map(|(from_ms, _)| order_sum::day_of(from_ms));
    let counted: Counted = order_sum::stages(db, day)?
        .into_iter()
        .map(|(stage, sum)| (stage, sum.orders))
        .collect();
    let (offset, limit) = place_in_list(input);
    let part = Span {
        stage: group,
        between_ms: span.unwrap_or((i64::MIN, i64::MAX)),
        total: usize::try_from(total(group, &counted)).unwrap_or_default(),
        offset,
        limit,
    };
    Ok((counted, order::window(db, &part)?))
}

fn found(
    db: &Db<'_>,
    group: &str,
    span: Option<(i64, i64)>,
    input: &OrderWindow,
) -> Result<(Counted, Vec<Light>), Fault> {
    let mut counted = Counted::new();
    let Some(search) = Search::of(db, &input.find)? else {
        return Ok((counted, Vec::new()));
    };
    let mut hits = search.places()?;
    hits.retain(|hit| span.is_none_or(|(from, until)| (from..until).contains(&hit.created_ms)));
    for hit in &hits {
        let orders = counted.entry(hit.stage.clone()).or_default();
        *orders = orders.saturating_add(1);
    }
    hits.retain(|hit| group.is_empty() || hit.stage == group);
    hits.reverse();
    let (offset, limit) = place_in_list(input);
    let mut lights = Vec::new();
    for hit in hits.iter().skip(offset).take(limit) {
        lights.extend(order::light(db, hit.arrival)?);
    }
    Ok((counted, lights))
}

fn rows(db: &Db<'_>, lights: Vec<Light>) -> Result<Vec<OrderLight>, Fault> {
    let acknowledged = FactId::new(Me::load(db)?.origin, at_hub(db)?);
    lights
        .into_iter()
        .map(|light| row(db, light, acknowledged))
        .collect()
}

fn row(db: &Db<'_>, light: Light, acknowledged: FactId) -> Result<OrderLight, Fault> {
    let contact = match light.contact {
        Some(fact) => person::get(db, fact)?.unwrap_or_default(),
        None => Personal::default(),
    };
    let waiting = waiting(db, &light, acknowledged)?;
    let more = light.goods.len().saturating_sub(PRODUCTS);
    let unreadable = || Fault::Store(StoreError::Unreadable { what: "order" });
    Ok(OrderLight {
        id: light.id.to_string(),
        number: light.number,
        state: OrderState::from_word(&light.state).ok_or_else(unreadable)?,
        payment: PaymentState::from_word(&light.payment).ok_or_else(unreadable)?,
        region: region(&contact.region),
        buyer: contact.name,
        total_fen: light.total_fen,
        products: light
            .goods
            .into_iter()
            .take(PRODUCTS)
            .map(|goods| goods.product)
            .collect(),
        more: i64::try_from(more).unwrap_or(i64::MAX),
        created_ms: light.created_ms,
        at_hub: waiting == 0,
        waiting,
        doubt: light.doubt,
    })
}

fn waiting(db: &Db<'_>, light: &Light, acknowledged: FactId) -> Result<i64, Fault> {
    if light.own_sequence <= acknowledged.sequence {
        return Ok(0);
    }
    Ok(fact::count_past(db, light.id, acknowledged)?)
}

/// Province and city without their endings; the county where the city is the province or a rung
/// that nobody writes.
fn region(names: &[String]) -> String {
    let level = |at: usize| names.get(at).map(String::as_str).unwrap_or_default();
    let province = short_name(level(0), Level::Province);
    let city = level(1);
    let second = if city.is_empty() || is_rung(city) || city == level(0) {
        short_name(level(2), Level::County)
    } else {
        short_name(city, Level::City)
    };
    match (province, second) {
        (one, "") | ("", one) => one.to_owned(),
        (province, second) => format!("{province} {second}"),
    }
}

#[cfg(test)]
mod tests {
    use super::region;

    #[test]
    fn a_region_is_two_words() {
        let of =
            |names: &[&str]| region(&names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>());
        assert_eq!(of(&["四川省", "成都市", "武侯区"]), "四川 成都");
        assert_eq!(of(&["北京市", "市辖区", "海淀区"]), "北京 海淀");
        assert_eq!(of(&["上海市", "上海市", "徐汇区"]), "上海 徐汇");
        assert_eq!(of(&["西藏自治区", "林芝市"]), "西藏 林芝");
        assert_eq!(of(&["西藏自治区"]), "西藏");
        assert_eq!(of(&[]), "");
    }
}
