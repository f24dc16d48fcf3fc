//! Listings: what is offered, at which price, in which words. What can be sold of each is derived
//! from the lots at every look, never stored.

mod goods;
mod whole;

pub(crate) use goods::Goods;
pub use whole::whole;
pub(crate) use whole::whole_of;

use crate::fault::Fault;
use crate::photos;
use crate::produce::{at_most, clean_names, write_changed};
use crate::products::Titles;
use crate::search::Search;
use crate::searching::Keys;
use crate::sorting::Order;
use crate::station::Station;
use crate::{orders, typed, world};
use goods::shown;
use tsong_contract::AppError;
use tsong_contract::io::{ListInput, ListingChange, ListingInput, ListingRow, Trilingual, read_id};
use tsong_domain::field::{Fields, Value};
use tsong_domain::id::EntityId;
use tsong_domain::names::Names;
use tsong_domain::people::Right;
use tsong_domain::produce::{ListingState, listing as fields};
use tsong_domain::text::clean::{MAX_NAME_CHARS, clean_text};
use tsong_store::{Db, listing};

/// The longest description, in characters.
const WORDING_CHARS: usize = 2000;

fn bad(field: &str, reason: &str) -> AppError {
    AppError::BadInput {
        field: field.to_owned(),
        reason: reason.to_owned(),
    }
}

/// `listing.add`.
///
/// # Errors
/// [`AppError::BadInput`], [`AppError::NotFound`] for a product or photo that nobody knows.
pub fn add(station: &mut Station, input: ListingInput) -> Result<ListingRow, AppError> {
    station.by(Right::Sell)?;
    let state = if input.state.is_empty() {
        ListingState::Draft.word()
    } else {
        &input.state
    };
    let change = ListingChange {
        id: String::new(),
        price: Some(input.price),
        title: Some(input.title),
        wording: Some(input.wording),
        photo: Some(input.photo).filter(|t| !t.is_empty()),
        thumbnail: Some(input.thumbnail).filter(|t| !t.is_empty()),
        state: Some(state.to_owned()),
    };
    let id = station.write(Right::Sell, |w| {
        let titles = Titles::load(w.db)?;
        let measure = titles
            .measure(&input.product)
            .ok_or_else(|| AppError::missing("product", &input.product))?;
        check_grade(&input.product, &input.grade)?;
        let was = Fields::new();
        let mut wanted = vec![
            (fields::PRODUCT, Value::Text(input.product.clone())),
            (fields::GRADE, Value::Text(input.grade.clone())),
            (
                fields::MEASURE,
                Value::Text(orders::measure_word(measure).to_owned()),
            ),
        ];
        wanted.extend(wanted_of(w.db, &was, &change)?);
        let id = w.mint();
        write_changed(w, "listing", id, &was, wanted)?;
        Ok(id)
    })?;
    show(station, id)
}

/// Checks that a product has a grade; none is always right.
///
/// # Errors
/// [`AppError::BadInput`].
pub(crate) fn check_grade(product: &str, grade: &str) -> Result<(), AppError> {
    let is_known = grade.is_empty()
        || Titles::product(product).is_some_and(|known| known.grade(grade).is_some());
    if is_known {
        Ok(())
    } else {
        Err(bad("grade", "not_in_list"))
    }
}

/// `listing.change`.
///
/// # Errors
/// [`AppError::NotFound`], [`AppError::BadInput`].
pub fn change(station: &mut Station, input: ListingChange) -> Result<ListingRow, AppError> {
    station.by(Right::Sell)?;
    let id = read_id("id", &input.id)?;
    station.write(Right::Sell, |w| {
        let was = match world::fields(w.db, id)? {
            Some((noun, fields)) if noun == "listing" => fields,
            Some(_) | None => return Err(AppError::missing("listing", id).into()),
        };
        let wanted = wanted_of(w.db, &was, &input)?;
        write_changed(w, "listing", id, &was, wanted)
    })?;
    show(station, id)
}

/// The values that a change asks for.
fn wanted_of(
    db: &Db<'_>,
    was: &Fields,
    input: &ListingChange,
) -> Result<Vec<(&'static str, Value)>, Fault> {
    let mut wanted = Vec::new();
    let mut price_fen = was.int(fields::PRICE).unwrap_or_default();
    if let Some(price) = &input.price {
        price_fen = typed::fen(price, "price")?.get();
        wanted.push((fields::PRICE, Value::Int(price_fen)));
    }
    let mut state = was.text(fields::STATE).unwrap_or_default();
    if let Some(word) = &input.state {
        let known = ListingState::from_word(word).ok_or_else(|| bad("state", "not_in_list"))?;
        state = known.word().to_owned();
        wanted.push((fields::STATE, Value::Text(state.clone())));
    }
    if state == ListingState::OnSale.word() && price_fen <= 0 {
        return Err(bad("price", "zero").into());
    }
    if let Some(title) = &input.title {
        wanted.push((
            fields::TITLE,
            Value::Names(clean_names(title.clone().into(), MAX_NAME_CHARS)),
        ));
    }
    if let Some(wording) = &input.wording {
        wanted.push((fields::WORDING, Value::Names(clean_wording(wording))));
    }
    for (field, text) in [
        (fields::PHOTO, &input.photo),
        (fields::THUMBNAIL, &input.thumbnail),
    ] {
        let Some(text) = text else { continue };
        if text.is_empty() {
            wanted.push((field, Value::Nothing));
            continue;
        }
        let hash = photos::address(field, text)?;
        if was.hash(field) != Some(hash) {
            photos::check_here(db, &hash)?;
        }
        wanted.push((field, Value::Hash(hash)));
    }
    Ok(wanted)
}

fn clean_wording(wording: &Trilingual) -> Names {
    let clean = |text: &str| clean_text(text, WORDING_CHARS);
    Names {
        bo: clean(&wording.bo),
        zh: clean(&wording.zh),
        en: clean(&wording.en),
    }
}

/// `listing.list`: oldest first; newest first among what a text finds.
///
/// # Errors
/// [`AppError::BadInput`].
pub fn list(station: &mut Station, input: ListInput) -> Result<Vec<ListingRow>, AppError> {
    station.by(Right::See)?;
    let after = input
        .after
        .as_deref()
        .map(|id| read_id("after", id))
        .transpose()?;
    if !input.state.is_empty() && ListingState::from_word(&input.state).is_none() {
        return Err(bad("state", "not_in_list"));
    }
    let order = Order::of(input.language.as_deref().unwrap_or_default())?;
    let limit = at_most(input.limit);
    let now_ms = station.believed_now_ms()?;
    station.read(|db| {
        // Sorted by name, a page is cut out of the whole.
        let (from, most) = if order.is_some() {
            (None, usize::MAX)
        } else {
            (after, limit)
        };
        let mut listed = if input.find.trim().is_empty() {
            listing::page(db, &input.state, from, most)?
        } else {
            found(db, &input, from, most)?
        };
        let titles = Titles::load(db)?;
        if let Some(order) = order {
            listed.sort_by_cached_key(|row| {
                let named = Some(row.title.clone()).filter(|title| !title.is_empty());
                let names = named
                    .or_else(|| titles.names(&row.product))
                    .unwrap_or_default();
                (order.names_key(&names.into()), row.grade.clone(), row.id)
            });
            let passed = listed.iter().position(|row| Some(row.id) == after);
            listed.drain(..passed.map_or(0, |at| at.saturating_add(1)));
            listed.truncate(limit);
        }
        let mut goods = Goods::new(db, now_ms)?;
        let mut keys = Keys::new(&titles);
        listed
            .into_iter()
            .map(|row| shown(&mut goods, &mut keys, row))
            .collect()
    })
}

fn found(
    db: &Db<'_>,
    input: &ListInput,
    after: Option<EntityId>,
    limit: usize,
) -> Result<Vec<listing::ListingRow>, Fault> {
    let Some(search) = Search::of(db, &input.find)? else {
        return Ok(Vec::new());
    };
    let mut rows = Vec::new();
    search.page("listing", after, limit, |id| {
        let row = listing::get(db, id)?;
        let row = row.filter(|r| input.state.is_empty() || r.state == input.state);
        let is_one = row.is_some();
        rows.extend(row);
        Ok(is_one)
    })?;
    Ok(rows)
}

fn show(station: &Station, id: EntityId) -> Result<ListingRow, AppError> {
    let now_ms = station.believed_now_ms()?;
    station.read(|db| {
        let row = listing::get(db, id)?.ok_or_else(|| AppError::missing("listing", id))?;
        let titles = Titles::load(db)?;
        shown(&mut Goods::new(db, now_ms)?, &mut Keys::new(&titles), row)
    })
}
