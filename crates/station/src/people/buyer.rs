//! Buyers: found again by their phone, pasted from a chat, forgotten on request.

use super::{contact_of, known, listed, phone, place, put_down};
use crate::fault::Fault;
use crate::produce::at_most;
use crate::products;
use crate::sorting::Order;
use crate::station::Station;
use crate::work::Work;
use tsong_contract::AppError;
use tsong_contract::io::{
    BuyerCard, BuyerInput, Done, IdInput, ListInput, PasteInput, PastedBuyer, read_id,
};
use tsong_domain::fact::{Body, Draft};
use tsong_domain::field::{Erase, Fields, Personal, Value};
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::paste::parse_contact;
use tsong_domain::people::{Right, fields};
use tsong_domain::text::clean::clean_line;
use tsong_store::{Db, fact, party, person, same};

/// `buyer.save`.
///
/// # Errors
/// [`AppError::BadInput`] when nothing was typed or a part cannot be kept, [`AppError::NotFound`].
pub fn buyer_save(station: &mut Station, input: BuyerInput) -> Result<BuyerCard, AppError> {
    let saved = station.write(Right::Sell, |w| save_buyer(w, &input))?;
    let (id, _) = saved.ok_or_else(|| AppError::BadInput {
        field: "name".into(),
        reason: "empty".into(),
    })?;
    station.read(|db| card(db, id))
}

/// Saves a buyer within a transaction: the one named, else the one with this phone, else a new one.
/// Returns who, and the version of the contact; writes only what differs. `None` when nothing was
/// typed: a buyer at the counter.
pub(crate) fn save_buyer(
    w: &mut Work<'_>,
    input: &BuyerInput,
) -> Result<Option<(EntityId, FactId)>, Fault> {
    let wanted = personal(input)?;
    let named = input
        .id
        .as_deref()
        .map(|id| read_id("buyer", id))
        .transpose()?;
    if wanted == Personal::default() {
        let contact = match named {
            Some(id) => known(w.db, "buyer", id)?
                .get(fields::CONTACT)
                .map(|r| (id, r.fact)),
            None => None,
        };
        return Ok(contact);
    }
    let found = match named {
        Some(id) => Some(id),
        None => by_phone(w.db, &wanted.phone)?,
    };
    let was = match found {
        Some(id) => known(w.db, "buyer", id)?,
        None => Fields::new(),
    };
    if let (Some(id), Some(current)) = (found, was.get(fields::CONTACT))
        && person::get(w.db, current.fact)?.as_ref() == Some(&wanted)
        && current.current.len() == 1
    {
        return Ok(Some((id, current.fact)));
    }
    let id = match found {
        Some(id) => id,
        None => w.mint(),
    };
    let writes = vec![was.write(fields::CONTACT, Value::Personal)];
    let fact = put_down(w, "buyer", id, (writes, Some(wanted)));
    Ok(fact.map(|fact| (id, fact)))
}

fn by_phone(db: &Db<'_>, phone: &str) -> Result<Option<EntityId>, Fault> {
    if phone.is_empty() {
        return Ok(None);
    }
    for row in person::by_phone(db, phone)? {
        let is_current = party::get(db, row.entity)?
            .is_some_and(|p| p.noun == "buyer" && p.contact == Some(row.fact));
        if is_current {
            return Ok(Some(same::root(db, row.entity)?));
        }
    }
    Ok(None)
}

fn personal(input: &BuyerInput) -> Result<Personal, AppError> {
    let mut region: Vec<String> = input
        .region
        .iter()
        .take(4)
        .map(|part| clean_line(part, 80))
        .collect();
    while region.last().is_some_and(String::is_empty) {
        region.pop();
    }
    Ok(Personal {
        name: clean_line(&input.name, 80),
        phone: phone(&input.phone),
        region,
        place: place(&input.place)?,
        address: clean_line(&input.address, 300),
        ..Personal::default()
    })
}

fn card(db: &Db<'_>, id: EntityId) -> Result<BuyerCard, Fault> {
    let row = party::get(db, id)?.ok_or_else(|| AppError::missing("buyer", id))?;
    let p = contact_of(db, id)?.unwrap_or_default();
    Ok(BuyerCard {
        id: id.to_string(),
        name: p.name,
        phone: p.phone,
        region: p.region,
        place: p.place.map(|code| code.to_string()).unwrap_or_default(),
        address: p.address,
        contested: row.contested,
    })
}

/// `buyer.find`.
///
/// # Errors
/// Whatever the store says.
pub fn buyer_find(station: &mut Station, input: ListInput) -> Result<Vec<BuyerCard>, AppError> {
    station.by(Right::Sell)?;
    let order = Order::of(input.language.as_deref().unwrap_or_default())?;
    // Sorted by name the whole list is looked at, else its beginning.
    let looked_at = if order.is_some() { 0 } else { input.limit };
    station.read(|db| {
        let mut cards = listed(db, "buyer", &input.find, looked_at)?
            .into_iter()
            .map(|row| card(db, row.id))
            .collect::<Result<Vec<_>, _>>()?;
        if let Some(order) = order {
            cards.sort_by_cached_key(|card| (order.person_key(&card.name), card.id.clone()));
        }
        cards.truncate(at_most(input.limit));
        Ok(cards)
    })
}

/// `buyer.paste`. Cannot fail on any text: what is not understood is left in the note.
///
/// # Errors
/// Whatever the store says.
pub fn buyer_paste(station: &mut Station, input: PasteInput) -> Result<PastedBuyer, AppError> {
    station.by(Right::Sell)?;
    let read = parse_contact(&input.text, products::places()?);
    let known = station.read(|db| match by_phone(db, &read.phone)? {
        Some(id) => Ok(Some(card(db, id)?)),
        None => Ok(None),
    })?;
    let doubts = read
        .doubts
        .iter()
        .filter_map(|doubt| serde_json::to_value(doubt).ok())
        .filter_map(|value| Some(value.get("code")?.as_str()?.to_owned()))
        .collect();
    let mut note = read.note.clone();
    for extra in [&read.postcode, &read.sender] {
        if !extra.is_empty() {
            if !note.is_empty() {
                note.push('\n');
            }
            note.push_str(extra);
        }
    }
    Ok(PastedBuyer {
        name: read.name,
        phone: read.phone,
        region: read.region.to_vec(),
        place: read.place.map(|code| code.to_string()).unwrap_or_default(),
        address: read.address,
        note,
        doubts,
        known,
    })
}

/// The facts of somebody that still carry what is personal.
fn with_person(db: &Db<'_>, id: EntityId) -> Result<Vec<FactId>, Fault> {
    let open = |stored: &fact::StoredFact| {
        matches!(
            stored.raw.personal,
            Some(tsong_domain::fact::Sealed::Open { .. })
        )
    };
    let facts = fact::of_entity(db, id)?.into_iter().filter(open);
    Ok(facts.map(|stored| stored.raw.header.id).collect())
}

/// `person.erase`: forgets a person for good. What was sold and paid stays, without the person.
///
/// # Errors
/// [`AppError::NotFound`], [`AppError::AlreadyDone`].
pub fn person_erase(station: &mut Station, input: IdInput) -> Result<Done, AppError> {
    let id = read_id("id", &input.id)?;
    station.by(Right::Keep)?;
    station.write(Right::Keep, |w| {
        if party::get(w.db, id)?.is_none() {
            return Err(AppError::missing("person", id).into());
        }
        // Who was put down twice is forgotten twice.
        let mut all = vec![id];
        all.extend(same::others(w.db, id)?);
        let mut is_any = false;
        for one in all {
            let facts = with_person(w.db, one)?;
            if !facts.is_empty() {
                w.write_one(Draft::plain(one, Body::Erase(Erase { facts })));
                is_any = true;
            }
        }
        if !is_any {
            return Err(AppError::AlreadyDone.into());
        }
        Ok(())
    })?;
    Ok(Done { done: true })
}
