//! Finding anything by any text.

use crate::fault::Fault;
use crate::people;
use crate::products::Titles;
use crate::search::Search;
use crate::station::Station;
use tsong_contract::AppError;
use tsong_contract::io::{FindInput, Found, OrderRow};
use tsong_domain::fact::Actor;
use tsong_domain::id::EntityId;
use tsong_domain::people::{Right, Role};
use tsong_store::{Db, listing, lot, order};

const NOUNS: [&str; 5] = ["order", "listing", "villager", "buyer", "lot"];
const LIMIT: u32 = 50;

/// `find`. Who may not sell does not find buyers.
///
/// # Errors
/// [`AppError::BadInput`] for a noun that is none.
pub fn find(station: &mut Station, input: FindInput) -> Result<Vec<Found>, AppError> {
    station.by(Right::See)?;
    let may_sell = station
        .signed_in()
        .is_some_and(|s| Role::may(s.role, Right::Sell));
    let nouns: Vec<&str> = if input.nouns.is_empty() {
        NOUNS.to_vec()
    } else {
        input.nouns.iter().map(String::as_str).collect()
    };
    if nouns.iter().any(|n| !NOUNS.contains(n)) {
        return Err(AppError::BadInput {
            field: "nouns".into(),
            reason: "not_in_list".into(),
        });
    }
    let limit = if input.limit == 0 { LIMIT } else { input.limit };
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    station.read(|db| {
        let Some(search) = Search::of(db, &input.text)? else {
            return Ok(Vec::new());
        };
        let mut rows = Vec::new();
        for noun in nouns.iter().filter(|n| **n != "buyer" || may_sell) {
            let mut left = limit;
            search.each(noun, |id| {
                rows.push(Found {
                    noun: (*noun).to_owned(),
                    id: id.to_string(),
                    label: label(db, noun, id, search.titles())?,
                });
                left = left.saturating_sub(1);
                Ok(left > 0)
            })?;
        }
        Ok(rows)
    })
}

fn label(db: &Db<'_>, noun: &str, id: EntityId, titles: &Titles) -> Result<String, Fault> {
    Ok(match noun {
        "order" => order::get(db, id)?
            .and_then(|o| serde_json::from_str::<OrderRow>(&o.shown).ok())
            .map(|row| row.number)
            .unwrap_or_default(),
        "listing" => listing::get(db, id)?
            .map(|l| {
                if l.title.zh.is_empty() {
                    titles.of(&l.product)
                } else {
                    l.title.zh
                }
            })
            .unwrap_or_default(),
        "lot" => lot::get(db, id)?
            .map(|l| l.taken.number)
            .unwrap_or_default(),
        _ => people::actor_name(db, Actor::Person(id))?,
    })
}
