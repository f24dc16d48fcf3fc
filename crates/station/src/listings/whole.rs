//! One listing with what two people changed without knowing of each other.

use super::show;
use crate::day;
use crate::fault::Fault;
use crate::people;
use crate::prices;
use crate::station::Station;
use crate::world;
use tsong_contract::AppError;
use tsong_contract::io::{
    IdInput, ListingChange, ListingContested, ListingShown, ListingValue, Typed, read_id,
};
use tsong_domain::fact::Fact;
use tsong_domain::field::{Fields, Value, Version};
use tsong_domain::people::Right;
use tsong_domain::produce::listing as fields;
use tsong_store::Db;

/// `listing.show`.
///
/// # Errors
/// [`AppError::NotFound`].
pub fn whole(station: &mut Station, input: IdInput) -> Result<ListingShown, AppError> {
    station.by(Right::See)?;
    whole_of(station, &input.id)
}

/// One listing with all that there is to tell of it.
pub(crate) fn whole_of(station: &Station, text: &str) -> Result<ListingShown, AppError> {
    let id = read_id("id", text)?;
    let listing = show(station, id)?;
    let today = day::date(station.believed_now_ms()?).unwrap_or_default();
    station.read(|db| {
        let facts = world::facts(db, id)?;
        let (_, fields) = world::fold_fields(&facts).unwrap_or_default();
        Ok(ListingShown {
            listing,
            values: contested(db, text, &facts, &fields)?,
            prices: prices::under(&fields, today),
            history: prices::history(db, &facts, today)?,
        })
    })
}

/// What is contested, as `listing.change` calls it. A photo and its thumbnail are one.
fn contested(
    db: &Db<'_>,
    id: &str,
    facts: &[Fact],
    fields: &Fields,
) -> Result<Vec<ListingContested>, Fault> {
    let named = fields.contested();
    let mut parts = Vec::new();
    for field in &named {
        let word = match field.as_str() {
            fields::PRICE => "price",
            fields::TITLE => "title",
            fields::WORDING => "wording",
            fields::PHOTO => "photo",
            fields::THUMBNAIL if !named.iter().any(|f| f == fields::PHOTO) => "photo",
            fields::STATE => "state",
            _ => continue,
        };
        let mut values = Vec::new();
        for version in fields.values(field) {
            let header = facts
                .iter()
                .map(|f| &f.header)
                .find(|h| h.id == version.fact);
            values.push(ListingValue {
                at_ms: version.time.ms(),
                actor: match header {
                    Some(header) => people::actor_name(db, header.actor)?,
                    None => String::new(),
                },
                change: change(id, field, version, fields),
            });
        }
        parts.push(ListingContested {
            field: word.to_owned(),
            values,
        });
    }
    Ok(parts)
}

/// The change that chooses a value.
fn change(id: &str, field: &str, version: &Version<Value>, fields: &Fields) -> ListingChange {
    let mut change = ListingChange {
        id: id.to_owned(),
        price: None,
        title: None,
        wording: None,
        photo: None,
        thumbnail: None,
        state: None,
    };
    match (field, &version.value) {
        (fields::PRICE, Value::Int(fen)) => change.price = Some(Typed::Number(*fen)),
        (fields::TITLE, Value::Names(names)) => change.title = Some(names.clone().into()),
        (fields::WORDING, Value::Names(names)) => change.wording = Some(names.clone().into()),
        (fields::STATE, Value::Text(word)) => change.state = Some(word.clone()),
        (fields::PHOTO | fields::THUMBNAIL, value) => {
            let beside = if field == fields::PHOTO {
                fields::THUMBNAIL
            } else {
                fields::PHOTO
            };
            let written_with = fields
                .values(beside)
                .into_iter()
                .find(|other| other.fact == version.fact)
                .map(|other| address(&other.value));
            let (own, other) = (Some(address(value)), written_with);
            (change.photo, change.thumbnail) = if field == fields::PHOTO {
                (own, other)
            } else {
                (other, own)
            };
        }
        (_, _) => {}
    }
    change
}

fn address(value: &Value) -> String {
    match value {
        Value::Hash(hash) => hash.to_string(),
        Value::Nothing
        | Value::Flag(_)
        | Value::Int(_)
        | Value::Text(_)
        | Value::Id(_)
        | Value::Fact(_)
        | Value::Names(_)
        | Value::Lines(_)
        | Value::Personal => String::new(),
    }
}
