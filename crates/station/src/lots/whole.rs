//! One lot with what hangs on it, and villagers with their lots.

use super::history::history;
use super::life::Life;
use super::list::{Eyes, candidates, lot_row};
use super::{load, passing, quota};
use crate::fault::Fault;
use crate::me;
use crate::people;
use crate::products::{Titles, place_name};
use crate::sorting::Order;
use crate::station::Station;
use std::collections::BTreeMap;
use tsong_contract::AppError;
use tsong_contract::io::{
    IdInput, LotByVillager, LotList, LotOrder, LotShown, LotUnderWay, VillagerLots, read_id,
};
use tsong_domain::id::EntityId;
use tsong_domain::people::Right;
use tsong_domain::quantity::{Measure, Quantity};
use tsong_domain::text::initials::initials;
use tsong_store::{Db, effect, lot, order, origin, person};

/// `lot.show`.
///
/// # Errors
/// [`AppError::NotFound`].
pub fn whole(station: &mut Station, input: IdInput) -> Result<LotShown, AppError> {
    station.by(Right::See)?;
    whole_of(station, read_id("id", &input.id)?)
}

/// One lot with all that hangs on it.
pub(super) fn whole_of(station: &Station, id: EntityId) -> Result<LotShown, AppError> {
    let now_ms = station.believed_now_ms()?;
    station.read(|db| {
        let row = load(db, id)?;
        Ok(LotShown {
            lot: lot_row(db, &row, &mut Eyes::open(db, now_ms)?)?,
            place_name: place_name(row.taken.place)?,
            picture: Titles::picture(&row.taken.product),
            orders: held(db, id)?,
            under_way: under_way(db, id)?,
            history: history(db, id)?,
            quota: quota::shown(db, id)?,
        })
    })
}

fn held(db: &Db<'_>, lot: EntityId) -> Result<Vec<LotOrder>, Fault> {
    let mut rows = Vec::new();
    for (id, quantity) in effect::held(db, lot)? {
        let Some(record) = order::get(db, id)? else {
            continue;
        };
        let buyer = match record.contact {
            Some(fact) => person::get(db, fact)?.unwrap_or_default().name,
            None => String::new(),
        };
        rows.push(LotOrder {
            id: id.to_string(),
            number: record.number,
            buyer,
            quantity: quantity.get(),
        });
    }
    Ok(rows)
}

fn under_way(db: &Db<'_>, lot: EntityId) -> Result<Vec<LotUnderWay>, Fault> {
    let own = me::Me::load(db)?.device;
    let mut rows = Vec::new();
    for open in passing::open(db, lot)? {
        let giver = origin::get(db, open.fact.origin)?.map(|o| o.device);
        rows.push(LotUnderWay {
            transfer: open.fact.to_string(),
            from: match giver {
                Some(device) => me::device_letters(db, device)?,
                None => String::new(),
            },
            is_own: giver == Some(own),
            at_ms: open.at_ms,
            quantity: open.quantity.get(),
        });
    }
    Ok(rows)
}

#[derive(Default)]
struct Sum {
    lots: u32,
    urgent: u32,
    ship_by_ms: Option<i64>,
    here_grams: i64,
    here_pieces: i64,
}

/// `lot.by_villager`: those with lots that have to leave within hours first, the first to leave
/// first; then by name.
///
/// # Errors
/// [`AppError::BadInput`] for a language that is none.
pub fn by_villager(
    station: &mut Station,
    input: LotByVillager,
) -> Result<Vec<VillagerLots>, AppError> {
    station.by(Right::See)?;
    let order = Order::of(&input.language)?.unwrap_or(Order::Chinese);
    let now_ms = station.believed_now_ms()?;
    let wanted = LotList {
        find: input.find,
        product: String::new(),
        villager: String::new(),
        with_empty: input.with_empty,
        limit: 0,
    };
    station.read(|db| {
        let mut eyes = Eyes::open(db, now_ms)?;
        let mut sums: BTreeMap<EntityId, Sum> = BTreeMap::new();
        for row in candidates(db, &wanted)? {
            let cells = lot::cells(db, row.id)?;
            if input.with_empty || super::list::has_any(&cells) {
                add(&mut sums, &eyes, &row, &cells);
            }
        }
        let mut rows = Vec::new();
        for (id, sum) in sums {
            rows.push(villager(db, &mut eyes, id, sum)?);
        }
        rows.sort_by_cached_key(|row| {
            let name = order.choose(&row.name_bo, &row.name);
            let urgency = (row.urgent == 0, row.ship_by_ms.filter(|_| row.urgent > 0));
            (urgency, order.person_key(name), row.villager.clone())
        });
        Ok(rows)
    })
}

fn add(sums: &mut BTreeMap<EntityId, Sum>, eyes: &Eyes, row: &lot::LotRow, cells: &lot::Cells) {
    let sum = sums.entry(row.taken.villager).or_default();
    let life = eyes.life(row, cells);
    let (here, _) = eyes.sellable(row, cells);
    sum.lots = sum.lots.saturating_add(1);
    if life == Life::LastCall {
        sum.urgent = sum.urgent.saturating_add(1);
    }
    if matches!(life, Life::LastCall | Life::OnSale) {
        let earlier = sum.ship_by_ms.into_iter().chain(eyes.ship_by_ms(row)).min();
        sum.ship_by_ms = earlier;
    }
    let part = match row.taken.measure {
        Measure::Weight => &mut sum.here_grams,
        Measure::Piece => &mut sum.here_pieces,
    };
    *part = part.saturating_add(here.max(Quantity::ZERO).get());
}

fn villager(db: &Db<'_>, eyes: &mut Eyes, id: EntityId, sum: Sum) -> Result<VillagerLots, Fault> {
    let name = eyes.name(db, id)?;
    let shown = if name.name_bo.is_empty() {
        &name.name
    } else {
        &name.name_bo
    };
    Ok(VillagerLots {
        villager: id.to_string(),
        initials: initials(shown),
        name: name.name,
        name_bo: name.name_bo,
        thumbnail: name.thumbnail,
        lots: sum.lots,
        urgent: sum.urgent,
        ship_by_ms: sum.ship_by_ms,
        here_grams: sum.here_grams,
        here_pieces: sum.here_pieces,
        owed_fen: people::balance(db, id)?.negated().get(),
    })
}
