//! Taking in what a villager brought.

use super::{bad, show};
use crate::fault::Fault;
use crate::listings::check_grade;
use crate::me;
use crate::products::Titles;
use crate::station::Station;
use crate::work::Work;
use crate::{people, photos, typed};
use tsong_contract::AppError;
use tsong_contract::io::{LotInput, LotRow, read_id};
use tsong_domain::catalogue::Storage;
use tsong_domain::fact::{Body, Draft};
use tsong_domain::people::Right;
use tsong_domain::produce::{Keeping, LotTaken, PhotoRef};
use tsong_domain::stock::decide;
use tsong_domain::text::clean::clean_line;
use tsong_store::{Db, draft, fact, lot};

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
/// 2000-01-01 in Beijing: nothing that is sold today was gathered before.
const EARLIEST_HARVEST_MS: i64 = 946_656_000_000;
/// How far past the believed time a harvest may lie while the clock is doubted.
const DOUBTED_MS: i64 = 366 * DAY_MS;
/// The longest name of a shelf and of a permit, in characters.
pub(super) const WORD_CHARS: usize = 60;

/// What the wall allows to be believed.
#[derive(Clone, Copy)]
struct Now {
    believed_ms: i64,
    is_doubted: bool,
}

/// `lot.take_in`: the lot and its intake in one transaction. The same id twice is one lot.
///
/// # Errors
/// [`AppError::BadInput`] for what was typed, [`AppError::NotFound`] for a villager, a product or a
/// photo that nobody knows.
pub fn take_in(station: &mut Station, input: LotInput) -> Result<LotRow, AppError> {
    station.by(Right::Stock)?;
    let known = input
        .id
        .as_deref()
        .map(|id| read_id("id", id))
        .transpose()?;
    if let Some(id) = known
        && station.read(|db| Ok(lot::get(db, id)?.is_some()))?
    {
        // Saved already: a second press of the same key finds the same lot.
        return show(station, id);
    }
    let wall_ms = station.host.now_ms();
    let now = Now {
        believed_ms: station.believed_now_ms()?,
        is_doubted: station.read(me::clock)?.doubts(wall_ms),
    };
    let id = station.write(Right::Stock, |w| {
        let id = match known {
            Some(id) if !fact::is_alone(w.db, id, 0)? => return Err(bad("id", "bad_id").into()),
            Some(id) => id,
            None => w.mint(),
        };
        let taken = read(w, &input, now)?;
        let movement = decide::intake(w.me.device, id, taken.quantity)?;
        w.write_one(Draft::plain(id, Body::Lot(taken)));
        w.write_one(Draft::plain(id, Body::Move(movement)));
        if w.me.is_restored {
            // The lost disk cannot have promised of it, and it was weighed just now.
            w.me.counted.insert(id);
        }
        draft::drop(w.db, id)?;
        Ok(id)
    })?;
    show(station, id)
}

/// The lot as it is kept.
fn read(w: &mut Work<'_>, input: &LotInput, now: Now) -> Result<LotTaken, Fault> {
    let villager = read_id("villager", &input.villager)?;
    people::check_here(w.db, villager)?;
    let measure = Titles::load(w.db)?
        .measure(&input.product)
        .ok_or_else(|| AppError::missing("product", &input.product))?;
    check_grade(&input.product, &input.grade)?;
    let quantity = typed::quantity(&input.quantity, measure, "quantity")?;
    let harvested_ms = harvested(input.harvested_ms, now)?;
    let (keeping, expires_ms) = keeping(&input.product, &input.keeping, harvested_ms)?;
    Ok(LotTaken {
        number: w.lot_number(),
        villager,
        product: input.product.clone(),
        grade: input.grade.clone(),
        measure,
        quantity,
        harvested_ms,
        expires_ms,
        place: people::place(&input.place)?,
        keeping,
        shelf: clean_line(&input.shelf, WORD_CHARS),
        permit: clean_line(&input.permit, WORD_CHARS),
        photo: photo(w.db, input)?,
        made_of: Vec::new(),
    })
}

fn harvested(claimed_ms: Option<i64>, now: Now) -> Result<i64, AppError> {
    let Some(ms) = claimed_ms else {
        return Ok(now.believed_ms);
    };
    let slack_ms = if now.is_doubted { DOUBTED_MS } else { DAY_MS };
    if ms < EARLIEST_HARVEST_MS {
        return Err(bad("harvested_ms", "too_early"));
    }
    if ms > now.believed_ms.saturating_add(slack_ms) {
        return Err(bad("harvested_ms", "in_the_future"));
    }
    Ok(ms)
}

/// How a lot is kept, and until when it keeps so by the catalogue's shelf life. Nothing said means
/// the warmest way that the product bears; colder than any way of the catalogue keeps as long as
/// the longest of them.
pub(super) fn keeping(
    product: &str,
    word: &str,
    harvested_ms: i64,
) -> Result<(Keeping, Option<i64>), AppError> {
    let asked = match word {
        "" => None,
        "ambient" => Some(Keeping::Ambient),
        "chilled" => Some(Keeping::Chilled),
        "frozen" => Some(Keeping::Frozen),
        _ => return Err(bad("keeping", "not_in_list")),
    };
    let Some(known) = Titles::product(product) else {
        return Ok((asked.unwrap_or_default(), None));
    };
    let lives = &known.shelf_life_hours;
    let Some(warmest) = lives.keys().next().copied() else {
        return Ok((asked.unwrap_or_default(), None));
    };
    let storage = asked.map_or(warmest, stored);
    let life = match lives.get(&storage) {
        Some(life) => *life,
        None if storage < warmest => return Err(bad("keeping", "spoils")),
        None => {
            let keeps = lives.values().any(Option::is_none);
            lives.values().flatten().max().copied().filter(|_| !keeps)
        }
    };
    let expires_ms =
        life.map(|hours| harvested_ms.saturating_add(i64::from(hours).saturating_mul(HOUR_MS)));
    Ok((kept(storage), expires_ms))
}

const fn stored(keeping: Keeping) -> Storage {
    match keeping {
        Keeping::Ambient => Storage::Ambient,
        Keeping::Chilled => Storage::Chilled,
        Keeping::Frozen => Storage::Frozen,
    }
}

const fn kept(storage: Storage) -> Keeping {
    match storage {
        Storage::Ambient => Keeping::Ambient,
        Storage::Chilled => Keeping::Chilled,
        Storage::Frozen => Keeping::Frozen,
    }
}

fn photo(db: &Db<'_>, input: &LotInput) -> Result<Option<PhotoRef>, Fault> {
    if input.photo.is_empty() && input.thumbnail.is_empty() {
        return Ok(None);
    }
    let main = photos::address("photo", &input.photo)?;
    let thumbnail = photos::address("thumbnail", &input.thumbnail)?;
    photos::check_here(db, &main)?;
    photos::check_here(db, &thumbnail)?;
    Ok(Some(PhotoRef { main, thumbnail }))
}
