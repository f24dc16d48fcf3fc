//! Lots as they are shown: what is left of each, who may sell it, where it lies.

use super::life::{Life, Roads};
use crate::fault::Fault;
use crate::me::{self, Me};
use crate::produce::at_most;
use crate::search::Search;
use crate::station::Station;
use crate::{orders, people, world};
use std::collections::BTreeMap;
use tsong_contract::AppError;
use tsong_contract::io::{HolderRow, LotList, LotRow, read_id};
use tsong_domain::fact::Body;
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::mark::{Holder, Shelf};
use tsong_domain::movement::MoveKind;
use tsong_domain::people::Right;
use tsong_domain::produce::Keeping;
use tsong_domain::quantity::Quantity;
use tsong_domain::stock::{Readiness, share};
use tsong_store::{Db, fact, lot};

/// From where lots are looked at: this device, now.
pub(crate) struct Eyes {
    me: Me,
    readiness: Readiness,
    roads: Roads,
    pub(crate) now_ms: i64,
    names: BTreeMap<EntityId, Name>,
}

/// A villager as lots show them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Name {
    pub(crate) name: String,
    pub(crate) name_bo: String,
    pub(crate) thumbnail: String,
}

impl Eyes {
    /// Opens them.
    ///
    /// # Errors
    /// Whatever the store says.
    pub(crate) fn open(db: &Db<'_>, now_ms: i64) -> Result<Self, Fault> {
        let me = Me::load(db)?;
        let readiness = me.readiness();
        Ok(Self {
            me,
            readiness,
            roads: Roads::load(db)?,
            now_ms,
            names: BTreeMap::new(),
        })
    }

    /// Whether a lot should have been gone by now.
    pub(crate) fn is_expired(&self, row: &lot::LotRow) -> bool {
        row.taken.expires_ms.is_some_and(|ms| ms <= self.now_ms)
    }

    /// What this device and the hub can sell of a lot. Nothing of one that has expired; on a
    /// restored device nothing of one that was not counted again (`rules.md` 5).
    pub(crate) fn sellable(&self, row: &lot::LotRow, cells: &lot::Cells) -> (Quantity, Quantity) {
        if self.is_expired(row) {
            return (Quantity::ZERO, Quantity::ZERO);
        }
        let device = self.me.device;
        let here = if self.readiness.may_sell(row.id) {
            share(cells, Holder::Device(device), Shelf::Device(device)).max(Quantity::ZERO)
        } else {
            Quantity::ZERO
        };
        let at_hub = cells
            .iter()
            .filter(|((holder, _), _)| *holder == Holder::Hub)
            .fold(Quantity::ZERO, |sum, (_, cell)| {
                sum.plus(cell.share().max(Quantity::ZERO))
            });
        (here, at_hub)
    }

    /// When a lot has to leave; `None` when it keeps.
    pub(crate) fn ship_by_ms(&self, row: &lot::LotRow) -> Option<i64> {
        self.roads.ship_by_ms(row)
    }

    /// What may still be done with a lot.
    pub(crate) fn life(&self, row: &lot::LotRow, cells: &lot::Cells) -> Life {
        let (here, at_hub) = self.sellable(row, cells);
        let urgency = self.roads.urgency(self.ship_by_ms(row), self.now_ms);
        let left = cells
            .values()
            .fold(Quantity::ZERO, |sum, cell| sum.plus(cell.on_hand));
        if left <= Quantity::ZERO {
            Life::SoldOut
        } else if urgency == Life::TooLate {
            Life::TooLate
        } else if !self.readiness.may_sell(row.id) {
            Life::Recount
        } else if here <= Quantity::ZERO && at_hub <= Quantity::ZERO {
            Life::SoldOut
        } else {
            urgency
        }
    }

    /// A villager's names, each looked up once.
    pub(crate) fn name(&mut self, db: &Db<'_>, villager: EntityId) -> Result<Name, Fault> {
        if let Some(name) = self.names.get(&villager) {
            return Ok(name.clone());
        }
        let name = Self::name_of(db, villager)?;
        self.names.insert(villager, name.clone());
        Ok(name)
    }

    /// A villager's names.
    pub(crate) fn name_of(db: &Db<'_>, villager: EntityId) -> Result<Name, Fault> {
        let (contact, thumbnail) = people::face_of(db, villager)?;
        Ok(Name {
            name: contact.name,
            name_bo: contact.name_bo,
            thumbnail,
        })
    }
}

/// `lot.list`: oldest first.
///
/// # Errors
/// [`AppError::BadInput`].
pub fn list(station: &mut Station, input: LotList) -> Result<Vec<LotRow>, AppError> {
    station.by(Right::See)?;
    let villager = match input.villager.as_str() {
        "" => None,
        id => Some(read_id("villager", id)?),
    };
    let now_ms = station.believed_now_ms()?;
    let limit = at_most(input.limit);
    station.read(|db| {
        let mut eyes = Eyes::open(db, now_ms)?;
        let mut rows = Vec::new();
        for row in candidates(db, &input)? {
            if rows.len() >= limit {
                break;
            }
            let fits = (input.product.is_empty() || row.taken.product == input.product)
                && villager.is_none_or(|id| row.taken.villager == id);
            if !fits {
                continue;
            }
            let cells = lot::cells(db, row.id)?;
            if input.with_empty || has_any(&cells) {
                rows.push(shown(db, &row, &cells, &mut eyes)?);
            }
        }
        Ok(rows)
    })
}

/// Whether anything of a lot is left or promised.
pub(super) fn has_any(cells: &lot::Cells) -> bool {
    cells
        .values()
        .any(|c| c.on_hand != Quantity::ZERO || c.held != Quantity::ZERO)
}

pub(super) fn candidates(db: &Db<'_>, input: &LotList) -> Result<Vec<lot::LotRow>, Fault> {
    if input.find.trim().is_empty() {
        return Ok(if input.product.is_empty() {
            if input.with_empty {
                lot::all(db)?
            } else {
                lot::open(db)?
            }
        } else if input.with_empty {
            lot::of_product(db, &input.product)?
        } else {
            lot::open_of_product(db, &input.product, "")?
        });
    }
    let Some(search) = Search::of(db, &input.find)? else {
        return Ok(Vec::new());
    };
    let mut rows = Vec::new();
    search.each("lot", |id| {
        rows.extend(lot::get(db, id)?);
        Ok(true)
    })?;
    rows.sort_unstable_by_key(|row| row.id);
    Ok(rows)
}

/// One lot as it is shown.
///
/// # Errors
/// Whatever the store says.
pub(crate) fn lot_row(db: &Db<'_>, row: &lot::LotRow, eyes: &mut Eyes) -> Result<LotRow, Fault> {
    shown(db, row, &lot::cells(db, row.id)?, eyes)
}

fn shown(
    db: &Db<'_>,
    row: &lot::LotRow,
    cells: &lot::Cells,
    eyes: &mut Eyes,
) -> Result<LotRow, Fault> {
    let taken = &row.taken;
    let (here, at_hub) = eyes.sellable(row, cells);
    let sum = |of: fn(&tsong_domain::stock::Cell) -> Quantity| {
        cells
            .values()
            .fold(Quantity::ZERO, |sum, cell| sum.plus(of(cell)))
            .get()
    };
    let villager = eyes.name(db, taken.villager)?;
    Ok(LotRow {
        id: row.id.to_string(),
        number: taken.number.clone(),
        villager: taken.villager.to_string(),
        villager_name: villager.name,
        villager_name_bo: villager.name_bo,
        product: taken.product.clone(),
        grade: taken.grade.clone(),
        measure: orders::measure_word(taken.measure).to_owned(),
        taken_in: taken_in(db, row)?.get(),
        left: sum(|cell| cell.on_hand),
        held: sum(|cell| cell.held),
        here: here.get(),
        at_hub: at_hub.get(),
        harvested_ms: taken.harvested_ms,
        expires_ms: taken.expires_ms,
        ship_by_ms: eyes.ship_by_ms(row),
        road_hours: eyes.roads.road_hours(row),
        life: eyes.life(row, cells).word().to_owned(),
        brought_ms: row.brought_ms,
        place: taken.place.and_then(place_word).unwrap_or_default(),
        keeping: keeping_word(taken.keeping).to_owned(),
        shelf: taken.shelf.clone(),
        permit: taken.permit.clone(),
        photo: taken.photo.map(|p| p.main.to_string()).unwrap_or_default(),
        thumbnail: taken
            .photo
            .map(|p| p.thumbnail.to_string())
            .unwrap_or_default(),
        made_of: super::regrade::numbers(db, &taken.made_of)?,
        holders: holders(db, cells)?,
    })
}

fn place_word(number: u64) -> Option<String> {
    Some(
        tsong_domain::places::PlaceCode::new(number)
            .ok()?
            .to_string(),
    )
}

pub(super) const fn keeping_word(keeping: Keeping) -> &'static str {
    match keeping {
        Keeping::Ambient => "ambient",
        Keeping::Chilled => "chilled",
        Keeping::Frozen => "frozen",
    }
}

fn holders(db: &Db<'_>, cells: &lot::Cells) -> Result<Vec<HolderRow>, Fault> {
    let mut rows = Vec::new();
    for ((holder, place), cell) in cells {
        if cell.on_hand == Quantity::ZERO && cell.held == Quantity::ZERO {
            continue;
        }
        rows.push(HolderRow {
            holder: orders::holder_word(holder),
            name: match holder {
                Holder::Device(device) => me::device_letters(db, *device)?,
                Holder::Hub | Holder::Allotment(_) | Holder::Warehouse(_) | Holder::Transit => {
                    String::new()
                }
            },
            place: orders::holder_word(&place.own_holder()),
            on_hand: cell.on_hand.get(),
            held: cell.held.get(),
        });
    }
    Ok(rows)
}

/// What was taken in, corrections included.
fn taken_in(db: &Db<'_>, row: &lot::LotRow) -> Result<Quantity, Fault> {
    // The lot and its intake, nothing since: as a rule.
    if fact::is_alone(db, row.id, 2)? {
        return Ok(row.taken.quantity);
    }
    Ok(intake(db, row)?.map_or(row.taken.quantity, |intake| intake.quantity))
}

/// The movement that took a lot in, as corrections have left it.
pub(super) struct Intake {
    /// The movement's fact.
    pub(super) fact: FactId,
    /// Where the goods came to lie.
    pub(super) place: Option<Shelf>,
    /// How much, corrections included.
    pub(super) quantity: Quantity,
}

/// The intake of a lot; `None` while only the lot itself has arrived.
///
/// # Errors
/// Whatever the store says.
pub(super) fn intake(db: &Db<'_>, row: &lot::LotRow) -> Result<Option<Intake>, Fault> {
    let mut moves = Vec::new();
    for known in world::facts(db, row.id)? {
        if let Body::Move(movement) = known.body {
            moves.push((known.header.id, movement));
        }
    }
    let of_lot = |movement: &tsong_domain::movement::Movement| {
        movement
            .legs
            .iter()
            .filter(|leg| leg.lot == row.id)
            .fold(Quantity::ZERO, |sum, leg| sum.plus(leg.delta))
    };
    let first = moves
        .iter()
        .filter(|(_, m)| m.kind == MoveKind::Intake)
        .min_by_key(|(id, _)| *id);
    let Some((id, movement)) = first else {
        return Ok(None);
    };
    let corrected = moves
        .iter()
        .filter(|(_, m)| m.kind == MoveKind::Correction && m.about == Some(*id))
        .fold(of_lot(movement), |sum, (_, m)| sum.plus(of_lot(m)));
    let place = movement
        .legs
        .iter()
        .find(|leg| leg.lot == row.id)
        .map(|leg| leg.place);
    Ok(Some(Intake {
        fact: *id,
        place,
        quantity: corrected,
    }))
}
