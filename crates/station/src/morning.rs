//! The morning: whom to call for goods that orders wait for, and the day's board.

mod board;

pub use board::board;
pub(crate) use board::{leaves_ms, leaves_on, waiting};

use crate::day;
use crate::fault::Fault;
use crate::listings::{Goods, check_grade};
use crate::lots::Eyes;
use crate::orders::measure_word;
use crate::produce::write_changed;
use crate::products::Titles;
use crate::station::Station;
use crate::{people, typed, world};
use std::collections::{BTreeMap, BTreeSet};
use tsong_contract::AppError;
use tsong_contract::io::{
    CallCandidate, CallList, CallNeed, CallRow, CallVillager, DayInput, OrderRow, PromiseInput,
    read_id,
};
use tsong_domain::field::Value;
use tsong_domain::id::EntityId;
use tsong_domain::people::Right;
use tsong_domain::promise::{self, Need, fields, offer, outstanding};
use tsong_domain::quantity::{Measure, Quantity};
use tsong_store::order::Wanted;
use tsong_store::promise::PromiseRow;
use tsong_store::{Db, StoreError, lot, order};

/// How far back it is looked who brings such goods.
const LATELY_MS: i64 = 60 * 24 * 3_600_000;
/// The most villagers that are proposed for one kind of goods.
const CANDIDATES: usize = 12;
/// The most orders that are looked at.
const ORDERS: usize = 1000;

/// Product and grade.
type Kind = (String, String);
/// Who, and which goods.
type Whose = (EntityId, Kind);

/// What is known of a day.
#[derive(Default)]
struct Day {
    wanted: BTreeMap<Kind, (u32, Quantity)>,
    promised: BTreeMap<Whose, Quantity>,
    brought: BTreeMap<Whose, Quantity>,
    lately: BTreeMap<Whose, Quantity>,
}

/// The local day that is meant, and its first millisecond and the next one's.
fn day_of(word: &str, now_ms: i64) -> Result<(String, (i64, i64)), AppError> {
    let day = match word.trim() {
        "" => day::local_day(now_ms),
        word => word.to_owned(),
    };
    let span = day::span_ms(&day).ok_or_else(|| AppError::BadInput {
        field: "day".to_owned(),
        reason: "bad_date".to_owned(),
    })?;
    Ok((day, span))
}

/// `morning.calls`: whom to call, and how each kind of goods stands.
///
/// # Errors
/// [`AppError::BadInput`] for a day that is none.
pub fn calls(station: &mut Station, input: DayInput) -> Result<CallList, AppError> {
    station.by(Right::Stock)?;
    let now_ms = station.believed_now_ms()?;
    let (day, span) = day_of(&input.day, now_ms)?;
    station.read(|db| {
        let known = read(db, &day, span)?;
        let titles = Titles::load(db)?;
        let mut goods = Goods::new(db, now_ms)?;
        let kinds: BTreeSet<&Kind> = known
            .wanted
            .keys()
            .chain(known.promised.keys().map(|(_, kind)| kind))
            .collect();
        let mut needs = Vec::new();
        for kind in kinds {
            needs.push(need(db, &known, kind, &titles, &mut goods)?);
        }
        Ok(CallList {
            villagers: villagers(db, &known, &titles)?,
            needs,
            day,
        })
    })
}

fn read(db: &Db<'_>, day: &str, (from_ms, until_ms): (i64, i64)) -> Result<Day, Fault> {
    let mut known = Day::default();
    let wanted = Wanted {
        state: "Asked",
        stage: "decide",
        limit: ORDERS,
        ..Wanted::default()
    };
    for record in order::page(db, &wanted)? {
        let row: OrderRow = serde_json::from_str(&record.shown)
            .map_err(|_| StoreError::Unreadable { what: "order" })?;
        let mut seen = BTreeSet::new();
        for line in row.lines {
            let kind = (line.product, line.grade);
            let quantity = Quantity::new(line.weight_g.or(line.pieces).unwrap_or_default());
            let (orders, sum) = known.wanted.entry(kind.clone()).or_default();
            *sum = sum.plus(quantity);
            if seen.insert(kind) {
                *orders = orders.saturating_add(1);
            }
        }
    }
    for row in tsong_store::promise::of_day(db, day)? {
        let whose = (row.villager, (row.product, row.grade));
        let sum = known.promised.entry(whose).or_default();
        *sum = sum.plus(Quantity::new(row.quantity));
    }
    for row in lot::brought(db, from_ms.saturating_sub(LATELY_MS), until_ms)? {
        if !row.taken.made_of.is_empty() {
            continue;
        }
        let whose = (row.taken.villager, (row.taken.product, row.taken.grade));
        let part = if row.brought_ms >= from_ms {
            &mut known.brought
        } else {
            &mut known.lately
        };
        let sum = part.entry(whose).or_default();
        *sum = sum.plus(row.taken.quantity);
    }
    Ok(known)
}

fn measure(titles: &Titles, product: &str) -> Measure {
    titles.measure(product).unwrap_or(Measure::Weight)
}

fn need(
    db: &Db<'_>,
    known: &Day,
    kind: &Kind,
    titles: &Titles,
    goods: &mut Goods<'_>,
) -> Result<CallNeed, Fault> {
    let (orders, wanted) = known.wanted.get(kind).copied().unwrap_or_default();
    let of_kind = known.promised.iter().filter(|((_, k), _)| k == kind);
    let coming = of_kind.fold(Quantity::ZERO, |sum, (whose, promised)| {
        let brought = known.brought.get(whose).copied().unwrap_or_default();
        sum.plus(outstanding(*promised, brought))
    });
    let need = Need {
        wanted,
        here: goods.of(&kind.0, &kind.1)?.0,
        coming,
    };
    let open = need.open();
    let mut asked: Vec<(EntityId, Quantity)> = known
        .lately
        .iter()
        // Who said something today was asked already.
        .filter(|(whose, _)| whose.1 == *kind && !known.promised.contains_key(whose))
        .map(|((villager, _), lately)| (*villager, *lately))
        .collect();
    asked.sort_by_key(|(villager, lately)| (std::cmp::Reverse(*lately), *villager));
    asked.truncate(CANDIDATES);
    let lately: Vec<Quantity> = asked.iter().map(|(_, lately)| *lately).collect();
    let mut candidates = Vec::new();
    for ((villager, lately), offer) in asked.into_iter().zip(offer(open, &lately)) {
        let name = Eyes::name_of(db, villager)?;
        candidates.push(CallCandidate {
            villager: villager.to_string(),
            name: name.name,
            name_bo: name.name_bo,
            offer: offer.get(),
            lately: lately.get(),
        });
    }
    Ok(CallNeed {
        product: kind.0.clone(),
        grade: kind.1.clone(),
        measure: measure_word(measure(titles, &kind.0)).to_owned(),
        orders,
        wanted: wanted.get(),
        here: need.here.get(),
        coming: coming.get(),
        open: open.get(),
        candidates,
    })
}

fn villagers(db: &Db<'_>, known: &Day, titles: &Titles) -> Result<Vec<CallVillager>, Fault> {
    let whose: BTreeSet<&Whose> = known.promised.keys().chain(known.brought.keys()).collect();
    let mut rows: BTreeMap<EntityId, Vec<CallRow>> = BTreeMap::new();
    for one in whose {
        let promised = known.promised.get(one).copied();
        let brought = known.brought.get(one).copied().unwrap_or_default();
        let (villager, (product, grade)) = one;
        rows.entry(*villager).or_default().push(CallRow {
            product: product.clone(),
            grade: grade.clone(),
            measure: measure_word(measure(titles, product)).to_owned(),
            promised: promised.map(Quantity::get),
            brought: brought.get(),
            short: outstanding(promised.unwrap_or_default(), brought).get(),
        });
    }
    let mut shown = Vec::new();
    for (villager, rows) in rows {
        let name = Eyes::name_of(db, villager)?;
        shown.push(CallVillager {
            villager: villager.to_string(),
            name: name.name,
            name_bo: name.name_bo,
            rows,
        });
    }
    // Who has yet to bring something stands first.
    shown.sort_by_key(|one| (one.rows.iter().all(|row| row.short == 0), one.name.clone()));
    Ok(shown)
}

/// `promise.save`: what a villager promised for a day; said again it is said anew.
///
/// # Errors
/// [`AppError::BadInput`], [`AppError::NotFound`] for a villager or a product that nobody knows.
pub fn promise(station: &mut Station, input: PromiseInput) -> Result<CallList, AppError> {
    station.by(Right::Stock)?;
    let now_ms = station.believed_now_ms()?;
    let (day, _) = day_of(&input.day, now_ms)?;
    let villager = read_id("villager", &input.villager)?;
    station.write(Right::Stock, |w| {
        people::check_here(w.db, villager)?;
        let measure = Titles::load(w.db)?
            .measure(&input.product)
            .ok_or_else(|| AppError::missing("product", &input.product))?;
        check_grade(&input.product, &input.grade)?;
        let quantity = typed::found(&input.quantity, measure, "quantity")?;
        let id = promise::id(&day, villager, &input.product, &input.grade);
        let was = world::fields(w.db, id)?.map(|(_, f)| f).unwrap_or_default();
        let wanted = [
            (fields::DAY, Value::Text(day.clone())),
            (fields::VILLAGER, Value::Id(villager)),
            (fields::PRODUCT, Value::Text(input.product.clone())),
            (fields::GRADE, Value::Text(input.grade.clone())),
            (fields::QUANTITY, Value::Int(quantity.get())),
        ];
        write_changed(w, "promise", id, &was, wanted)
    })?;
    calls(station, DayInput { day })
}

/// A promise as its fields stand; `None` while they have not all arrived.
pub(crate) fn promised(id: EntityId, all: &tsong_domain::field::Fields) -> Option<PromiseRow> {
    Some(PromiseRow {
        id,
        day: all.text(fields::DAY)?,
        villager: all.id(fields::VILLAGER)?,
        product: all.text(fields::PRODUCT)?,
        grade: all.text(fields::GRADE).unwrap_or_default(),
        quantity: all.int(fields::QUANTITY)?,
    })
}
