//! People who were put down twice, as two PCs do that do not hear of each other: joined under one of
//! them, parted again, or told apart for good.
//!
//! Nothing is written over: lots, orders and money stay with whom they were written for, and are
//! added up when they are read. So parting loses nothing either.

use super::{contact_of, known, put_down, thumbnail};
use crate::fault::Fault;
use crate::station::Station;
use crate::world;
use tsong_contract::AppError;
use tsong_contract::io::{Done, JoinInput, PersonName, Twins, read_id};
use tsong_domain::field::{Fields, Value};
use tsong_domain::id::EntityId;
use tsong_domain::money::Fen;
use tsong_domain::movement::Account;
use tsong_domain::people::{Right, apart_field, fields};
use tsong_store::{Db, party, person, posting, same};

fn bad(reason: &str) -> AppError {
    AppError::BadInput {
        field: "other".to_owned(),
        reason: reason.to_owned(),
    }
}

/// What is owed by or to a villager under all the names that stand for one; positive is a debit.
pub(crate) fn balance(db: &Db<'_>, id: EntityId) -> Result<Fen, Fault> {
    let mut sum = posting::balance(db, &Account::Villager(id))?;
    for other in same::others(db, id)? {
        let more = posting::balance(db, &Account::Villager(other))?;
        sum = sum.checked_add(more).ok_or(AppError::TooLarge)?;
    }
    Ok(sum)
}

/// Who else somebody is, and who may be.
pub(super) fn twins(db: &Db<'_>, id: EntityId) -> Result<Twins, Fault> {
    let named = |ids: Vec<EntityId>| {
        ids.into_iter()
            .map(|id| {
                let contact = contact_of(db, id)?.unwrap_or_default();
                Ok(PersonName {
                    id: id.to_string(),
                    name: contact.name,
                    name_bo: contact.name_bo,
                    thumbnail: thumbnail(db, id)?,
                })
            })
            .collect::<Result<Vec<_>, Fault>>()
    };
    let mut alike = same::looking_like(db, id)?;
    alike.extend(same::alike(db, id)?);
    Ok(Twins {
        same: named(same::others(db, id)?)?,
        alike: named(alike)?,
    })
}

/// The noun and the fields of a villager or a buyer; what may be changed of them is asked.
fn person(station: &Station, id: EntityId) -> Result<(String, Right), AppError> {
    let noun = station.read(|db| Ok(world::fields(db, id)?.map(|(noun, _)| noun)))?;
    match noun.as_deref() {
        Some("villager") => Ok(("villager".to_owned(), Right::Stock)),
        Some("buyer") => Ok(("buyer".to_owned(), Right::Sell)),
        Some(_) | None => Err(AppError::missing("person", id)),
    }
}

/// `person.join`: `id` is the same as `other`, who stands for both; without `other` nobody any more.
///
/// # Errors
/// [`AppError::NotFound`]; [`AppError::BadInput`] for oneself, for somebody of another kind, and for
/// somebody who is the same already.
pub fn join(station: &mut Station, input: JoinInput) -> Result<Done, AppError> {
    station.by(Right::See)?;
    let id = read_id("id", &input.id)?;
    let (noun, right) = person(station, id)?;
    let other = match input.other.as_str() {
        "" => None,
        other => Some(read_id("other", other)?),
    };
    station.write(right, |w| {
        let was = known(w.db, &noun, id)?;
        let value = match other {
            None if was.id(fields::SAME_AS).is_none() => return Err(AppError::AlreadyDone.into()),
            None => Value::Nothing,
            Some(other) => {
                known(w.db, &noun, other)?;
                if same::root(w.db, other)? == same::root(w.db, id)? {
                    return Err(bad("twice").into());
                }
                Value::Id(other)
            }
        };
        put_down(
            w,
            &noun,
            id,
            (vec![was.write(fields::SAME_AS, value)], None),
        );
        Ok(())
    })?;
    Ok(Done { done: true })
}

/// `person.apart`: two who look alike are two; nobody asks again.
///
/// # Errors
/// [`AppError::NotFound`], [`AppError::BadInput`] for somebody of another kind.
pub fn apart(station: &mut Station, input: JoinInput) -> Result<Done, AppError> {
    station.by(Right::See)?;
    let id = read_id("id", &input.id)?;
    let (noun, right) = person(station, id)?;
    let other = read_id("other", &input.other)?;
    station.write(right, |w| {
        let (younger, older) = (id.max(other), id.min(other));
        known(w.db, &noun, older)?;
        let was = known(w.db, &noun, younger)?;
        let write = was.write(&apart_field(older), Value::Flag(true));
        put_down(w, &noun, younger, (vec![write], None));
        Ok(())
    })?;
    Ok(Done { done: true })
}

/// Puts down who stands for somebody, and whom somebody looks like: another of the same kind with
/// the same telephone, of whom nobody said that they are two.
///
/// # Errors
/// Whatever the store says.
pub(crate) fn derive(db: &Db<'_>, noun: &str, id: EntityId, all: &Fields) -> Result<(), Fault> {
    if noun == "operator" {
        return Ok(());
    }
    same::link(db, id, all.id(fields::SAME_AS).filter(|other| *other != id))?;
    let phone = contact_of(db, id)?.unwrap_or_default().phone;
    let mut around = same::looking_like(db, id)?;
    around.extend(same::alike(db, id)?);
    for row in person::by_phone(db, &phone)? {
        let is_current = party::get(db, row.entity)?
            .is_some_and(|p| p.noun == noun && p.contact == Some(row.fact));
        if is_current && row.entity != id {
            around.push(row.entity);
        }
    }
    around.sort_unstable();
    around.dedup();
    if around.is_empty() {
        return Ok(());
    }
    around.push(id);
    for one in around {
        let other = older_twin(db, noun, one)?;
        same::put_alike(db, noun, one, other)?;
    }
    Ok(())
}

/// The oldest person whom a younger one looks like.
fn older_twin(db: &Db<'_>, noun: &str, id: EntityId) -> Result<Option<EntityId>, Fault> {
    let phone = contact_of(db, id)?.unwrap_or_default().phone;
    let all = world::fields(db, id)?
        .map(|(_, all)| all)
        .unwrap_or_default();
    let root = same::root(db, id)?;
    let mut found: Option<EntityId> = None;
    for row in person::by_phone(db, &phone)? {
        let is_current = row.entity < id
            && party::get(db, row.entity)?
                .is_some_and(|p| p.noun == noun && p.contact == Some(row.fact));
        let is_apart = all.flag(&apart_field(row.entity)).unwrap_or(false);
        if is_current && !is_apart && same::root(db, row.entity)? != root {
            found = Some(found.map_or(row.entity, |known| known.min(row.entity)));
        }
    }
    Ok(found)
}
