//! Fields on which two people disagree: every value shown, one chosen by a person.

use crate::fault::Fault;
use crate::people;
use crate::station::Station;
use crate::world;
use serde_json::{Value as Json, json};
use tsong_contract::AppError;
use tsong_contract::io::{
    ContestedChoice, ContestedField, ContestedValue, Done, IdInput, Trilingual, read_id,
};
use tsong_domain::fact::{Body, Draft, Fact};
use tsong_domain::field::{FieldWrite, Fields, Personal, Value};
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::people::Right;
use tsong_domain::text::mask;
use tsong_store::{Db, person};

/// `contested.show`.
///
/// # Errors
/// [`AppError::NotFound`].
pub fn show(station: &mut Station, input: IdInput) -> Result<Vec<ContestedField>, AppError> {
    station.by(Right::See)?;
    let id = read_id("id", &input.id)?;
    station.read(|db| {
        let facts = world::facts(db, id)?;
        let (noun, fields) = folded(&facts, id).ok_or_else(|| AppError::missing("thing", id))?;
        let mut rows = Vec::new();
        for field in people::contested(db, &fields)? {
            let (mut values, mut phones) = (Vec::new(), Vec::new());
            for version in fields.values(&field) {
                values.push(value(db, &facts, &noun, version.fact, &version.value)?);
                phones.push(phone(db, version.fact, &version.value)?);
            }
            tell_apart(&mut values, &phones);
            rows.push(ContestedField { field, values });
        }
        Ok(rows)
    })
}

/// The fields of a thing and its noun; an order's with how it was taken.
fn folded(facts: &[Fact], id: EntityId) -> Option<(String, Fields)> {
    if facts.iter().any(|f| matches!(f.body, Body::Order(_))) {
        let order = tsong_domain::order::Order::fold(id, facts);
        return Some(("order".to_owned(), order.fields));
    }
    world::fold_fields(facts)
}

fn value(
    db: &Db<'_>,
    facts: &[Fact],
    noun: &str,
    fact: FactId,
    value: &Value,
) -> Result<ContestedValue, Fault> {
    let header = facts.iter().map(|f| &f.header).find(|h| h.id == fact);
    Ok(ContestedValue {
        fact: fact.to_string(),
        at_ms: header.map_or(0, |h| h.time.ms()),
        doubtful: header.is_some_and(|h| h.doubtful),
        actor: match header {
            Some(header) => people::actor_name(db, header.actor)?,
            None => String::new(),
        },
        value: match value {
            Value::Personal => personal(person::get(db, fact)?, noun),
            Value::Nothing => Json::Null,
            Value::Flag(flag) => json!(flag),
            Value::Int(number) => json!(number),
            Value::Text(text) => json!(text),
            Value::Id(id) => json!(id.to_string()),
            Value::Fact(fact) => contact(db, *fact)?,
            Value::Hash(hash) => json!(hash.to_string()),
            Value::Names(names) => json!(Trilingual::from(names.clone())),
            Value::Lines(lines) => json!(lines),
        },
    })
}

/// The phone that a value carries; empty when it has none.
fn phone(db: &Db<'_>, fact: FactId, value: &Value) -> Result<String, Fault> {
    let section = match value {
        Value::Personal => person::get(db, fact)?,
        Value::Fact(fact) => person::get(db, *fact)?,
        Value::Nothing
        | Value::Flag(_)
        | Value::Int(_)
        | Value::Text(_)
        | Value::Id(_)
        | Value::Hash(_)
        | Value::Names(_)
        | Value::Lines(_) => None,
    };
    Ok(section.map(|p| p.phone).unwrap_or_default())
}

/// Puts phones so that who has to choose can tell them apart.
fn tell_apart(values: &mut [ContestedValue], phones: &[String]) {
    for (value, shown) in values.iter_mut().zip(mask::apart(phones)) {
        if let Some(slot) = value.value.get_mut("phone") {
            *slot = json!(shown);
        }
    }
}

/// The version of a contact that an order goes to.
fn contact(db: &Db<'_>, fact: FactId) -> Result<Json, Fault> {
    Ok(personal(person::get(db, fact)?, "buyer"))
}

fn personal(section: Option<Personal>, noun: &str) -> Json {
    let Some(section) = section else {
        return Json::Null;
    };
    if noun == "order" {
        return json!(section.note);
    }
    json!({
        "name": section.name,
        "name_bo": section.name_bo,
        "phone": mask::phone(&section.phone),
        "region": section.region,
        "address": section.address,
        "account": section.account,
    })
}

/// `contested.choose`: writes the chosen value over all that stand.
///
/// # Errors
/// [`AppError::NotFound`] for a thing, a field or a value that is none; [`AppError::AlreadyDone`]
/// when nobody disagrees any more.
pub fn choose(station: &mut Station, input: ContestedChoice) -> Result<Done, AppError> {
    let id = read_id("id", &input.id)?;
    let chosen: FactId = input.fact.parse().map_err(|_| AppError::BadInput {
        field: "fact".into(),
        reason: "bad_id".into(),
    })?;
    station.by(Right::See)?;
    let noun = station.read(|db| {
        let known = folded(&world::facts(db, id)?, id);
        Ok(known
            .map(|(noun, _)| noun)
            .ok_or_else(|| AppError::missing("thing", id))?)
    })?;
    station.write(right(&noun), |w| {
        let (noun, fields) =
            folded(&world::facts(w.db, id)?, id).ok_or_else(|| AppError::missing("thing", id))?;
        if !people::contested(w.db, &fields)?.contains(&input.field) {
            return Err(AppError::AlreadyDone.into());
        }
        let value = fields
            .values(&input.field)
            .into_iter()
            .find(|version| version.fact == chosen)
            .map(|version| version.value.clone())
            .ok_or_else(|| AppError::missing("value", chosen))?;
        let section = match value {
            Value::Personal => {
                let section = person::get(w.db, chosen)?.unwrap_or_default();
                Some(people::part(section, &input.field))
            }
            Value::Nothing
            | Value::Flag(_)
            | Value::Int(_)
            | Value::Text(_)
            | Value::Id(_)
            | Value::Fact(_)
            | Value::Hash(_)
            | Value::Names(_)
            | Value::Lines(_) => None,
        };
        let body = Body::Field(FieldWrite {
            noun,
            writes: vec![fields.write(&input.field, value)],
            at_ms: None,
        });
        w.write_one(Draft {
            entity: id,
            body,
            personal: section,
        });
        Ok(())
    })?;
    Ok(Done { done: true })
}

/// Whoever may change a thing chooses.
fn right(noun: &str) -> Right {
    match noun {
        "villager" => Right::Stock,
        "operator" | "station" => Right::Keep,
        _ => Right::Sell,
    }
}
