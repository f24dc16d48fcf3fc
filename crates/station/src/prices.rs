//! Prices under conditions, floors of villagers, and how both came about.

use crate::day;
use crate::fault::Fault;
use crate::listings::{check_grade, whole_of};
use crate::orders::measure_word;
use crate::people::{ActorNames, check_here};
use crate::produce::write_changed;
use crate::products::Titles;
use crate::station::Station;
use crate::typed;
use crate::world;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use tsong_contract::AppError;
use tsong_contract::io::{
    FloorRow, FloorSet, IdInput, ListingShown, PriceChange, PriceSet, PriceStep, PriceUnder,
    read_id,
};
use tsong_domain::fact::{Body, Fact};
use tsong_domain::field::{Fields, Value, Write};
use tsong_domain::id::FactId;
use tsong_domain::order::Source;
use tsong_domain::people::Right;
use tsong_domain::price::{self, Condition, Prices, floor_field};
use tsong_domain::produce::listing as fields;
use tsong_domain::quantity::{Measure, Quantity};
use tsong_store::Db;

/// The ways in which an order comes whose prices may differ.
const SOURCES: [Source; 5] = [
    Source::Counter,
    Source::Phone,
    Source::Message,
    Source::Livestream,
    Source::Platform,
];
/// So many changes of prices are told at most.
const CHANGES: usize = 100;

fn bad(field: &str, reason: &str) -> AppError {
    AppError::BadInput {
        field: field.to_owned(),
        reason: reason.to_owned(),
    }
}

/// `price.set`.
///
/// # Errors
/// [`AppError::NotFound`]; [`AppError::BadInput`] for a condition that says nothing or never comes,
/// and a price that is none.
pub fn set(station: &mut Station, input: PriceSet) -> Result<ListingShown, AppError> {
    station.by(Right::Sell)?;
    let id = read_id("listing", &input.listing)?;
    station.write(Right::Sell, |w| {
        let was = match world::fields(w.db, id)? {
            Some((noun, fields)) if noun == "listing" => fields,
            Some(_) | None => return Err(AppError::missing("listing", id).into()),
        };
        let condition = condition(&input, measure_of(&was))?;
        let value = value(input.price.as_ref(), "price")?;
        write_changed(w, "listing", id, &was, [(condition.field(), value)])
    })?;
    whole_of(station, &input.listing)
}

fn measure_of(listing: &Fields) -> Measure {
    match listing.text(fields::MEASURE).as_deref() {
        Some("piece") => Measure::Piece,
        Some(_) | None => Measure::Weight,
    }
}

/// A price above zero; nothing takes it away.
fn value(typed: Option<&tsong_contract::io::Typed>, field: &str) -> Result<Value, AppError> {
    let Some(typed) = typed else {
        return Ok(Value::Nothing);
    };
    match typed::fen(typed, field)?.get() {
        0 => Err(bad(field, "zero")),
        fen => Ok(Value::Int(fen)),
    }
}

fn condition(input: &PriceSet, measure: Measure) -> Result<Condition, AppError> {
    let source = match input.source.as_str() {
        "" => None,
        word => Some(
            Source::from_word(word)
                .filter(|source| SOURCES.contains(source))
                .ok_or_else(|| bad("source", "not_in_list"))?,
        ),
    };
    let from = match &input.from {
        None => Quantity::ZERO,
        Some(from) => typed::found(from, measure, "from")?,
    };
    let condition = Condition {
        source,
        from,
        since: read_day(&input.since, "since")?,
        until: read_day(&input.until, "until")?,
    };
    if condition.is_any() {
        return Err(bad("source", "empty"));
    }
    match (condition.since, condition.until) {
        (Some(since), Some(until)) if until < since => Err(bad("until", "too_early")),
        (Some(_) | None, Some(_) | None) => Ok(condition),
    }
}

fn read_day(text: &str, field: &str) -> Result<Option<NaiveDate>, AppError> {
    match text.trim() {
        "" => Ok(None),
        text => day::span_ms(text)
            .and_then(|(start, _)| day::date(start))
            .map(Some)
            .ok_or_else(|| bad(field, "bad_date")),
    }
}

/// What a listing costs today by the way in and the quantity; empty when all pay the one price.
pub(crate) fn steps(prices: &Prices, today: NaiveDate) -> Vec<PriceStep> {
    if prices.under.iter().all(|(c, _)| !c.covers(today)) {
        return Vec::new();
    }
    let of = |source: Source| {
        let steps = prices.steps(source, today).into_iter();
        steps.map(move |step| PriceStep {
            source: source.word().to_owned(),
            from: step.from.get(),
            price_fen: step.price_fen.get(),
        })
    };
    SOURCES.into_iter().flat_map(of).collect()
}

fn shown(condition: &Condition, price_fen: i64, today: NaiveDate) -> PriceUnder {
    let text = |day: Option<NaiveDate>| day.map(|d| d.format("%Y-%m-%d").to_string());
    PriceUnder {
        source: condition.source.map_or("", Source::word).to_owned(),
        from: condition.from.get(),
        since: text(condition.since).unwrap_or_default(),
        until: text(condition.until).unwrap_or_default(),
        price_fen,
        is_over: condition.until.is_some_and(|until| until < today),
    }
}

/// A listing's prices under conditions, those that are over last.
pub(crate) fn under(all: &Fields, today: NaiveDate) -> Vec<PriceUnder> {
    let mut rows: Vec<PriceUnder> = Prices::of(all)
        .under
        .iter()
        .map(|(condition, fen)| shown(condition, fen.get(), today))
        .collect();
    rows.sort_by_key(|row| row.is_over);
    rows
}

/// How a listing's prices came about, latest first.
pub(crate) fn history(
    db: &Db<'_>,
    facts: &[Fact],
    today: NaiveDate,
) -> Result<Vec<PriceChange>, Fault> {
    changes(db, facts, |name| match Condition::of_field(name) {
        Some(condition) => Some(("under", shown(&condition, 0, today))),
        None if name == fields::PRICE => Some(("price", nothing())),
        None => None,
    })
}

fn nothing() -> PriceUnder {
    shown(&Condition::default(), 0, NaiveDate::MIN)
}

/// The changes of the fields that `named` knows, latest first.
fn changes(
    db: &Db<'_>,
    facts: &[Fact],
    named: impl Fn(&str) -> Option<(&'static str, PriceUnder)>,
) -> Result<Vec<PriceChange>, Fault> {
    let written: BTreeMap<(FactId, &str), &Value> = writes(facts)
        .map(|(fact, w)| ((fact.header.id, w.field.as_str()), &w.value))
        .collect();
    let actors = ActorNames::new(db);
    let mut told: Vec<(&Fact, &Write)> = writes(facts)
        .filter(|(_, w)| named(&w.field).is_some())
        .collect();
    told.sort_by_key(|(fact, _)| std::cmp::Reverse((fact.header.time, fact.header.id)));
    let mut rows = Vec::new();
    for (fact, write) in told.into_iter().take(CHANGES) {
        let Some((what, mut price)) = named(&write.field) else {
            continue;
        };
        let seen = write.replaces.iter().rev();
        let before = seen.filter_map(|id| written.get(&(*id, write.field.as_str())));
        let now_fen = number(&write.value);
        price.price_fen = now_fen.unwrap_or_default();
        rows.push(PriceChange {
            at_ms: fact.header.time.ms(),
            doubtful: fact.header.doubtful,
            actor: actors.of(fact.header.actor)?,
            what: what.to_owned(),
            price,
            was_fen: before.filter_map(|value| number(value)).next(),
            is_gone: now_fen.is_none(),
        });
    }
    Ok(rows)
}

fn writes(facts: &[Fact]) -> impl Iterator<Item = (&Fact, &Write)> {
    facts.iter().flat_map(|fact| match &fact.body {
        Body::Field(write) => write.writes.iter().map(|w| (fact, w)).collect(),
        Body::Origin(_)
        | Body::Takes(_)
        | Body::Retire(_)
        | Body::Order(_)
        | Body::Mark(_)
        | Body::Lot(_)
        | Body::Move(_)
        | Body::Erase(_)
        | Body::Access(_) => Vec::new(),
    })
}

const fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Int(fen) => Some(*fen),
        Value::Nothing
        | Value::Flag(_)
        | Value::Text(_)
        | Value::Id(_)
        | Value::Fact(_)
        | Value::Hash(_)
        | Value::Names(_)
        | Value::Lines(_)
        | Value::Personal => None,
    }
}

/// `floor.set`.
///
/// # Errors
/// [`AppError::NotFound`]; [`AppError::BadInput`] for a villager who left, a grade that the product
/// has not, and a price that is none.
pub fn set_floor(station: &mut Station, input: FloorSet) -> Result<Vec<FloorRow>, AppError> {
    station.by(Right::Stock)?;
    let id = read_id("villager", &input.villager)?;
    station.write(Right::Stock, |w| {
        check_here(w.db, id)?;
        if Titles::load(w.db)?.measure(&input.product).is_none() {
            return Err(AppError::missing("product", &input.product).into());
        }
        check_grade(&input.product, &input.grade)?;
        let (_, was) = world::fields(w.db, id)?.unwrap_or_default();
        let value = value(input.price.as_ref(), "price")?;
        let field = floor_field(&input.product, &input.grade);
        write_changed(w, "villager", id, &was, [(field, value)])
    })?;
    floors(station, IdInput { id: input.villager })
}

/// `floor.list`.
///
/// # Errors
/// [`AppError::NotFound`].
pub fn floors(station: &mut Station, input: IdInput) -> Result<Vec<FloorRow>, AppError> {
    station.by(Right::See)?;
    let id = read_id("id", &input.id)?;
    station.read(|db| {
        let facts = world::facts(db, id)?;
        let all = match world::fold_fields(&facts) {
            Some((noun, all)) if noun == "villager" => all,
            Some(_) | None => return Err(AppError::missing("villager", id).into()),
        };
        let titles = Titles::load(db)?;
        let mut rows = Vec::new();
        for (product, grade, price_fen) in price::floors(&all) {
            let field = floor_field(&product, &grade);
            let of_it = |name: &str| (name == field).then(|| ("floor", nothing()));
            rows.push(FloorRow {
                measure: measure_word(titles.measure(&product).unwrap_or(Measure::Weight))
                    .to_owned(),
                history: changes(db, &facts, of_it)?,
                product,
                grade,
                price_fen: price_fen.get(),
            });
        }
        Ok(rows)
    })
}
