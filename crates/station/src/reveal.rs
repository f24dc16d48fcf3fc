//! A number shown whole, and the note that it was: on this device, in no fact.

use crate::fault::Fault;
use crate::me;
use crate::people;
use crate::station::Station;
use tsong_contract::AppError;
use tsong_contract::io::{Reveal, RevealList, RevealRow, Revealed, read_id};
use tsong_domain::fact::Actor;
use tsong_domain::field::Personal;
use tsong_domain::id::EntityId;
use tsong_domain::people::{Right, Role};
use tsong_store::{Db, order, party, person, reveal};

/// Why a number may be looked at.
const REASONS: [&str; 2] = ["screen", "print"];
const LIMIT: u32 = 100;

/// `person.reveal`. Who sells sees buyers, who packs the contact of an order, who takes in villagers.
///
/// # Errors
/// [`AppError::NotFound`] for nobody, or once erased; [`AppError::NotAllowed`].
pub fn reveal(station: &mut Station, input: Reveal) -> Result<Revealed, AppError> {
    let id = read_id("id", &input.id)?;
    let why = match input.why.as_str() {
        "" => "screen",
        word => REASONS
            .into_iter()
            .find(|known| *known == word)
            .ok_or_else(|| AppError::BadInput {
                field: "why".into(),
                reason: "not_in_list".into(),
            })?,
    };
    let actor = station.by(Right::See)?;
    let role = station.signed_in().map(|s| s.role);
    let now_ms = station.host.now_ms();
    let found = station
        .store
        .write(|db| {
            let (contact, right) = contact(db, id)?;
            let may = |right: Right| role.is_some_and(|role| Role::may(role, right));
            if !may(right) && !may(Right::Sell) {
                let right = if right == Right::Stock {
                    "stock"
                } else {
                    "sell"
                };
                return Err(AppError::NotAllowed {
                    right: right.to_owned(),
                }
                .into());
            }
            let row = reveal::RevealRow {
                at_ms: now_ms,
                doubtful: me::clock(db)?.doubts(now_ms),
                actor,
                about: id,
                why: why.to_owned(),
            };
            reveal::put(db, &row)?;
            Ok::<Personal, Fault>(contact)
        })
        .map_err(AppError::from)?;
    Ok(Revealed {
        name: found.name,
        phone: found.phone,
        region: found.region,
        address: found.address,
    })
}

/// The contact of a person or an order, and who beside the sellers may see it.
fn contact(db: &Db<'_>, id: EntityId) -> Result<(Personal, Right), Fault> {
    let (fact, right) = match (party::get(db, id)?, order::get(db, id)?) {
        (Some(row), _) if row.noun == "villager" => (row.contact, Right::Stock),
        (Some(row), _) if row.noun == "buyer" => (row.contact, Right::Sell),
        (_, Some(record)) => (record.contact, Right::Pack),
        (_, None) => (None, Right::Sell),
    };
    let contact = match fact {
        Some(fact) => person::get(db, fact)?,
        None => None,
    };
    Ok((
        contact.ok_or_else(|| AppError::missing("person", id))?,
        right,
    ))
}

/// `person.reveals`: latest first.
///
/// # Errors
/// Whatever the store says.
pub fn list(station: &mut Station, input: RevealList) -> Result<Vec<RevealRow>, AppError> {
    station.by(Right::Keep)?;
    let limit = if input.limit == 0 { LIMIT } else { input.limit };
    station.read(|db| {
        let mut rows = Vec::new();
        for look in reveal::last(db, crate::produce::whole(limit))? {
            let label = match order::get(db, look.about)? {
                Some(record) => record.number,
                None => people::actor_name(db, Actor::Person(look.about))?,
            };
            rows.push(RevealRow {
                at_ms: look.at_ms,
                doubtful: look.doubtful,
                actor: people::actor_name(db, look.actor)?,
                id: look.about.to_string(),
                label,
                why: look.why,
            });
        }
        Ok(rows)
    })
}
