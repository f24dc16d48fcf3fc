//! What waits now: decisions, payments to villagers, goods that have to go first.

use crate::day;
use crate::fault::Fault;
use crate::listings::Goods;
use crate::lots::{Eyes, Life};
use crate::tasks;
use std::collections::BTreeSet;
use tsong_contract::io::{
    DayDecide, DayDecideOrder, DayFirst, DayOwed, LineRow, OrderRow, PersonName, VillagerOwed,
};
use tsong_domain::id::EntityId;
use tsong_domain::quantity::Quantity;
use tsong_store::{Db, StoreError, lot, order, person, posting};

/// Those to whom most is owed.
const LARGEST: usize = 3;
const MINUTE_MS: i64 = 60_000;

/// What needs a person.
pub(super) fn decide(db: &Db<'_>, orders: i64, now_ms: i64) -> Result<DayDecide, Fault> {
    let others = tasks::others(db)?;
    let order = match order::oldest(db, "decide")? {
        Some(id) => asked(db, id, now_ms)?,
        None => None,
    };
    Ok(DayDecide {
        orders,
        tasks: i64::try_from(others.len()).unwrap_or(i64::MAX),
        order,
        task: others.into_iter().next(),
    })
}

fn asked(db: &Db<'_>, id: EntityId, now_ms: i64) -> Result<Option<DayDecideOrder>, Fault> {
    let Some(record) = order::get(db, id)? else {
        return Ok(None);
    };
    let row: OrderRow = serde_json::from_str(&record.shown)
        .map_err(|_| StoreError::Unreadable { what: "order" })?;
    let buyer = match record.contact {
        Some(fact) => person::get(db, fact)?.unwrap_or_default().name,
        None => String::new(),
    };
    let mut goods = Goods::new(db, now_ms)?;
    let mut shown: Option<(&LineRow, i64)> = None;
    for line in &row.lines {
        let here = goods.of(&line.product, &line.grade)?.0.get();
        let is_short = here < wanted(line);
        if is_short || shown.is_none() {
            shown = Some((line, here));
        }
        if is_short {
            break;
        }
    }
    let (line, here) = shown.unzip();
    let more = row.lines.len().saturating_sub(1);
    Ok(Some(DayDecideOrder {
        id: row.id,
        number: row.number,
        state: record.state,
        doubt: record.doubt,
        buyer,
        product: line.map(|l| l.product.clone()).unwrap_or_default(),
        grade: line.map(|l| l.grade.clone()).unwrap_or_default(),
        measure: match line {
            Some(line) if line.pieces.is_some() => "piece",
            Some(_) | None => "weight",
        }
        .to_owned(),
        asked: line.map(wanted).unwrap_or_default(),
        here: here.unwrap_or_default(),
        more: i64::try_from(more).unwrap_or(i64::MAX),
    }))
}

fn wanted(line: &LineRow) -> i64 {
    line.weight_g.or(line.pieces).unwrap_or_default()
}

/// What the station owes to villagers.
pub(super) fn owed(db: &Db<'_>) -> Result<DayOwed, Fault> {
    let all = posting::owed(db)?;
    let total_fen = all
        .iter()
        .fold(0i64, |sum, (_, fen)| sum.saturating_add(fen.get()));
    let mut largest = Vec::new();
    for (id, fen) in all.iter().take(LARGEST) {
        let name = Eyes::name_of(db, *id)?;
        largest.push(VillagerOwed {
            id: id.to_string(),
            name: name.name,
            name_bo: name.name_bo,
            thumbnail: name.thumbnail,
            owed_fen: fen.get(),
        });
    }
    Ok(DayOwed {
        total_fen,
        villagers: i64::try_from(all.len()).unwrap_or(i64::MAX),
        largest,
    })
}

struct Waiting {
    row: lot::LotRow,
    ship_by_ms: i64,
    here: Quantity,
    life: Life,
}

/// The goods that have to leave first and can still be sold: all lots of their product whose last
/// day is the same.
pub(super) fn first(db: &Db<'_>, now_ms: i64) -> Result<Option<DayFirst>, Fault> {
    let mut eyes = Eyes::open(db, now_ms)?;
    let mut waiting = Vec::new();
    for row in lot::open(db)? {
        let Some(ship_by_ms) = eyes.ship_by_ms(&row).filter(|ms| *ms > now_ms) else {
            continue;
        };
        let cells = lot::cells(db, row.id)?;
        let (here, _) = eyes.sellable(&row, &cells);
        if here > Quantity::ZERO {
            waiting.push(Waiting {
                life: eyes.life(&row, &cells),
                row,
                ship_by_ms,
                here,
            });
        }
    }
    waiting.sort_by_key(|w| (w.ship_by_ms, w.row.id));
    let Some(head) = waiting.first() else {
        return Ok(None);
    };
    let last_day = day::local_day(head.ship_by_ms);
    let together: Vec<&Waiting> = waiting
        .iter()
        .filter(|w| {
            w.row.taken.product == head.row.taken.product
                && w.row.taken.measure == head.row.taken.measure
                && day::local_day(w.ship_by_ms) == last_day
        })
        .collect();
    let mut seen = BTreeSet::new();
    let mut villagers = Vec::new();
    for one in &together {
        let id = one.row.taken.villager;
        if seen.insert(id) {
            let name = eyes.name(db, id)?;
            villagers.push(PersonName {
                id: id.to_string(),
                name: name.name,
                name_bo: name.name_bo,
                thumbnail: name.thumbnail,
            });
        }
    }
    let quantity = together
        .iter()
        .fold(Quantity::ZERO, |sum, one| sum.plus(one.here));
    Ok(Some(DayFirst {
        product: head.row.taken.product.clone(),
        measure: crate::orders::measure_word(head.row.taken.measure).to_owned(),
        quantity: quantity.get(),
        lots: together.iter().map(|one| one.row.id.to_string()).collect(),
        villagers,
        ship_by_ms: head.ship_by_ms,
        minutes_left: head.ship_by_ms.saturating_sub(now_ms).div_euclid(MINUTE_MS),
        life: head.life.word().to_owned(),
        thumbnail: together
            .iter()
            .find_map(|one| one.row.taken.photo.map(|p| p.thumbnail.to_string()))
            .unwrap_or_default(),
    }))
}
