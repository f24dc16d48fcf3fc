//! Lots that become others: sorted into grades, made into another product, put together.

use super::intake;
use super::moves::{REASON_CHARS, short};
use super::{bad, load, show};
use crate::day::local_day;
use crate::fault::Fault;
use crate::listings::check_grade;
use crate::products::Titles;
use crate::station::Station;
use crate::typed;
use crate::work::Work;
use tsong_contract::AppError;
use tsong_contract::io::{LotMerge, LotPart, LotRegrade, LotRow, LotsMade, read_id};
use tsong_domain::catalogue::CertificateScope;
use tsong_domain::fact::{Body, Draft};
use tsong_domain::id::EntityId;
use tsong_domain::mark::{Holder, Shelf};
use tsong_domain::people::Right;
use tsong_domain::produce::LotTaken;
use tsong_domain::quantity::Quantity;
use tsong_domain::stock::decide::{self, Loss, Made, Source};
use tsong_domain::stock::share;
use tsong_domain::text::clean::clean_line;
use tsong_store::{Db, lot};

/// The most lots that come out of one, or go into one, at once.
const MOST: usize = 40;

/// `lot.regrade`: some of a lot is sorted into grades or made into another product. What comes out
/// and what was lost make what went in, to the gram.
///
/// # Errors
/// [`AppError::BadInput`] for a part that cannot be, a grade or product that does not belong, or sums
/// that do not add up; [`AppError::NotEnoughStock`], [`AppError::NeedsRecount`],
/// [`AppError::NeedsTakeover`].
pub fn regrade(station: &mut Station, input: LotRegrade) -> Result<LotsMade, AppError> {
    station.by(Right::Stock)?;
    let id = read_id("id", &input.id)?;
    let made = station.write(Right::Stock, |w| {
        let row = load(w.db, id)?;
        let measure = row.taken.measure;
        let taken = typed::quantity(&input.quantity, measure, "quantity")?;
        let lost = typed::found(&input.lost, measure, "lost")?;
        let product = product(&row.taken.product, &input.product)?;
        let loss = if product == row.taken.product {
            Loss::Shrinkage
        } else {
            Loss::Yield
        };
        let mut lots = Vec::new();
        for part in parts(&input.parts)? {
            let quantity = typed::quantity(&part.quantity, measure, "parts")?;
            lots.push((w.mint(), part_of(w, &row, &product, part, quantity)?));
        }
        let cells = lot::cells(w.db, id)?;
        let source = Source {
            lot: id,
            cells: &cells,
            quantity: taken,
        };
        write(w, &[source], (lots, &row), (lost, loss), &input.reason)
    })?;
    answer(station, &[id], &made)
}

fn parts(parts: &[LotPart]) -> Result<&[LotPart], AppError> {
    match parts.len() {
        0 => Err(bad("parts", "empty")),
        1..=MOST => Ok(parts),
        _ => Err(bad("parts", "too_large")),
    }
}

/// The product that comes out: the same, or one that the catalogue says is made of it.
fn product(of: &str, wanted: &str) -> Result<String, AppError> {
    let becomes =
        |known: &tsong_domain::catalogue::Product| known.becomes.iter().any(|made| made == wanted);
    if wanted.is_empty() || wanted == of {
        Ok(of.to_owned())
    } else if Titles::product(of).is_some_and(becomes) {
        Ok(wanted.to_owned())
    } else {
        Err(bad("product", "not_in_list"))
    }
}

/// A lot as it comes out of another: whose and where from as before. What is made into another
/// product keeps from today on; what is only sorted keeps as long as it did.
fn part_of(
    w: &mut Work<'_>,
    row: &lot::LotRow,
    product: &str,
    part: &LotPart,
    quantity: Quantity,
) -> Result<LotTaken, Fault> {
    check_grade(product, &part.grade)?;
    let old = &row.taken;
    let is_same = product == old.product;
    let from_ms = if is_same {
        old.harvested_ms
    } else {
        w.believed_ms
    };
    let word = match part.keeping.as_str() {
        "" if is_same => super::list::keeping_word(old.keeping),
        word => word,
    };
    let (keeping, expires_ms) = intake::keeping(product, word, from_ms)?;
    Ok(LotTaken {
        number: w.lot_number(),
        villager: old.villager,
        product: product.to_owned(),
        grade: part.grade.clone(),
        measure: old.measure,
        quantity,
        harvested_ms: old.harvested_ms,
        expires_ms,
        place: old.place,
        keeping,
        shelf: match clean_line(&part.shelf, intake::WORD_CHARS) {
            shelf if shelf.is_empty() => old.shelf.clone(),
            shelf => shelf,
        },
        permit: old.permit.clone(),
        photo: old.photo,
        made_of: vec![row.id],
    })
}

/// `lot.merge`: all that is free here of lots that are alike becomes one lot. Alike are lots of one
/// villager, product, grade, place, permit and way of keeping; where a certificate of the produce is
/// required (承诺达标合格证, Order 2025 No. 4), which is made out for one batch, also of one day.
///
/// # Errors
/// [`AppError::BadInput`] for fewer than two lots or such as are not alike,
/// [`AppError::NotEnoughStock`] for one of which nothing is free here, and as [`regrade`].
pub fn merge(station: &mut Station, input: LotMerge) -> Result<LotsMade, AppError> {
    station.by(Right::Stock)?;
    let mut ids = Vec::new();
    for id in &input.ids {
        let id = read_id("ids", id)?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    if ids.len() < 2 {
        return Err(bad("ids", "empty"));
    }
    if ids.len() > MOST {
        return Err(bad("ids", "too_large"));
    }
    let made = station.write(Right::Stock, |w| {
        let mut rows = Vec::new();
        for id in &ids {
            rows.push((load(w.db, *id)?, lot::cells(w.db, *id)?));
        }
        let Some((first, _)) = rows.first() else {
            return Err(bad("ids", "empty").into());
        };
        if !rows.iter().all(|(row, _)| alike(&first.taken, &row.taken)) {
            return Err(bad("ids", "not_alike").into());
        }
        let me = w.me.device;
        let free = |cells: &lot::Cells| share(cells, Holder::Device(me), Shelf::Device(me));
        let sources: Vec<Source<'_>> = rows
            .iter()
            .map(|(row, cells)| Source {
                lot: row.id,
                cells,
                quantity: free(cells),
            })
            .collect();
        let quantity = sources
            .iter()
            .fold(Quantity::ZERO, |sum, source| sum.plus(source.quantity));
        let taken = together(w, first, &rows, quantity);
        let lots = vec![(w.mint(), taken)];
        write(
            w,
            &sources,
            (lots, first),
            (Quantity::ZERO, Loss::Yield),
            "",
        )
    })?;
    answer(station, &ids, &made)
}

/// Whether two lots may be put together.
fn alike(one: &LotTaken, two: &LotTaken) -> bool {
    let is_certified = Titles::product(&one.product)
        .is_some_and(|product| product.certificate == CertificateScope::Required);
    one.villager == two.villager
        && one.product == two.product
        && one.grade == two.grade
        && one.measure == two.measure
        && one.place == two.place
        && one.permit == two.permit
        && one.keeping == two.keeping
        && (!is_certified || local_day(one.harvested_ms) == local_day(two.harvested_ms))
}

/// What was put together is as old as the oldest of it.
fn together(
    w: &mut Work<'_>,
    first: &lot::LotRow,
    rows: &[(lot::LotRow, lot::Cells)],
    quantity: Quantity,
) -> LotTaken {
    let of =
        |read: fn(&LotTaken) -> Option<i64>| rows.iter().filter_map(move |(r, _)| read(&r.taken));
    LotTaken {
        number: w.lot_number(),
        quantity,
        harvested_ms: of(|t| Some(t.harvested_ms))
            .min()
            .unwrap_or(first.taken.harvested_ms),
        expires_ms: of(|t| t.expires_ms).min(),
        photo: rows.iter().find_map(|(row, _)| row.taken.photo),
        made_of: rows.iter().map(|(row, _)| row.id).collect(),
        ..first.taken.clone()
    }
}

/// Decides and writes: the new lots, then what moved.
fn write(
    w: &mut Work<'_>,
    sources: &[Source<'_>],
    (lots, row): (Vec<(EntityId, LotTaken)>, &lot::LotRow),
    lost: (Quantity, Loss),
    reason: &str,
) -> Result<Vec<EntityId>, Fault> {
    let made: Vec<Made> = lots
        .iter()
        .map(|(lot, taken)| Made {
            lot: *lot,
            quantity: taken.quantity,
        })
        .collect();
    let readiness = w.me.readiness();
    let movements = decide::regrade(sources, w.me.device, &readiness, &made, lost)
        .map_err(|refusal| short(refusal, w, row))?;
    let mut ids = Vec::new();
    for (id, taken) in lots {
        w.write_one(Draft::plain(id, Body::Lot(taken)));
        if w.me.is_restored {
            // The lost disk cannot have promised of it, and it was weighed just now.
            w.me.counted.insert(id);
        }
        ids.push(id);
    }
    let reason = clean_line(reason, REASON_CHARS);
    for mut movement in movements {
        movement.reason.clone_from(&reason);
        w.write_one(Draft::plain(row.id, Body::Move(movement)));
    }
    Ok(ids)
}

fn answer(station: &Station, from: &[EntityId], made: &[EntityId]) -> Result<LotsMade, AppError> {
    let rows = |ids: &[EntityId]| -> Result<Vec<LotRow>, AppError> {
        ids.iter().map(|id| show(station, *id)).collect()
    };
    Ok(LotsMade {
        from: rows(from)?,
        made: rows(made)?,
    })
}

/// The numbers of lots, for people.
pub(super) fn numbers(db: &Db<'_>, ids: &[EntityId]) -> Result<Vec<String>, Fault> {
    let mut numbers = Vec::new();
    for id in ids {
        numbers.extend(lot::get(db, *id)?.map(|row| row.taken.number));
    }
    Ok(numbers)
}
