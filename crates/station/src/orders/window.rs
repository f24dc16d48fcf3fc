//! Part of a long list of orders: any row of 100,000 in a few milliseconds.

use super::list::at_hub;
use crate::day;
use crate::fault::Fault;
use crate::me::Me;
use crate::produce::whole;
use crate::search::Search;
use crate::station::Station;
use std::collections::BTreeMap;
use tsong_contract::AppError;
use tsong_contract::io::{
    OrderCounts, OrderLight, OrderState, OrderWindow, OrderWindowShown, PaymentState, read_id,
};
use tsong_domain::field::Personal;
use tsong_domain::id::FactId;
use tsong_domain::people::Right;
use tsong_domain::places::{Level, is_rung, short_name};
use tsong_store::order::{Found, Light, Span};
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
    let wanted = input
        .id
        .as_deref()
        .map(|id| read_id("id", id))
        .transpose()?;
    station.read(|db| {
        let wanted = match wanted {
            Some(id) => order::place(db, id)?,
            None => None,
        };
        let asked = Asked {
            group,
            span,
            wanted,
            offset: whole(input.offset),
            limit: whole(input.limit.min(MOST)),
        };
        let part = if input.find.trim().is_empty() {
            all(db, &asked)?
        } else {
            found(db, &asked, &input.find)?
        };
        Ok(OrderWindowShown {
            total: total(group, &part.counted),
            counts: counts(&part.counted),
            rows: light_rows(db, part.lights)?,
            index: part.index,
        })
    })
}

/// What is asked for, read.
struct Asked<'a> {
    /// Empty for all.
    group: &'a str,
    span: Option<(i64, i64)>,
    wanted: Option<Found>,
    offset: usize,
    limit: usize,
}

impl Asked<'_> {
    fn has(&self, one: &Found) -> bool {
        self.is_in_span(one.created_ms) && (self.group.is_empty() || one.stage == self.group)
    }

    fn is_in_span(&self, created_ms: i64) -> bool {
        self.span
            .is_none_or(|(from, until)| (from..until).contains(&created_ms))
    }
}

/// What was found.
struct Part {
    counted: Counted,
    lights: Vec<Light>,
    /// Where the wanted order stands; -1 for nowhere.
    index: i64,
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

fn all(db: &Db<'_>, asked: &Asked<'_>) -> Result<Part, Fault> {
    let day = asked.span.map(|(from_ms, _)| order_sum::day_of(from_ms));
    let counted: Counted = order_sum::stages(db, day)?
        .into_iter()
        .map(|(stage, sum)| (stage, sum.orders))
        .collect();
    let between_ms = asked.span.unwrap_or((i64::MIN, i64::MAX));
    let part = Span {
        stage: asked.group,
        between_ms,
        total: usize::try_from(total(asked.group, &counted)).unwrap_or_default(),
        offset: asked.offset,
        limit: asked.limit,
    };
    let index = match &asked.wanted {
        Some(one) if asked.has(one) => order::newer(db, asked.group, between_ms.1, one)?,
        Some(_) | None => -1,
    };
    Ok(Part {
        counted,
        lights: order::window(db, &part)?,
        index,
    })
}

fn found(db: &Db<'_>, asked: &Asked<'_>, text: &str) -> Result<Part, Fault> {
    let mut counted = Counted::new();
    let mut hits: Vec<Found> = match Search::of(db, text)? {
        Some(search) => search.places()?,
        None => Vec::new(),
    };
    hits.retain(|hit| asked.is_in_span(hit.created_ms));
    for hit in &hits {
        match counted.get_mut(&hit.stage) {
            Some(orders) => *orders = orders.saturating_add(1),
            None => {
                counted.insert(hit.stage.clone(), 1);
            }
        }
    }
    hits.retain(|hit| asked.group.is_empty() || hit.stage == asked.group);
    hits.reverse();
    let index = hits
        .iter()
        .position(|hit| Some(hit) == asked.wanted.as_ref());
    let mut lights = Vec::new();
    for hit in hits.iter().skip(asked.offset).take(asked.limit) {
        lights.extend(order::light(db, hit.arrival)?);
    }
    Ok(Part {
        counted,
        lights,
        index: index.and_then(|at| i64::try_from(at).ok()).unwrap_or(-1),
    })
}

/// Orders as long lists show them.
pub(crate) fn light_rows(db: &Db<'_>, lights: Vec<Light>) -> Result<Vec<OrderLight>, Fault> {
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
pub(crate) fn region(names: &[String]) -> String {
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
