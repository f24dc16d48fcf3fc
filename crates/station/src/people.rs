//! People: operators, villagers, buyers.

mod buyer;
mod buyers;
mod operator;
mod twins;
mod villager;

pub(crate) use buyer::save_buyer;
pub use buyer::{buyer_find, buyer_paste, buyer_save, person_erase};
pub use buyers::{buyer_list, buyer_show};
pub(crate) use operator::{first, role_of};
pub use operator::{operator_add, operator_change, operator_list};
use twins::twins;
pub use twins::{apart, join};
pub(crate) use twins::{balance, derive as derive_twins};
pub(crate) use villager::{check_here, has_heir_here, heir};
pub use villager::{villager_add, villager_change, villager_list};

use crate::fault::Fault;
use crate::search::Search;
use crate::work::Work;
use std::cell::RefCell;
use std::collections::BTreeMap;
use tsong_contract::AppError;
use tsong_domain::fact::{Actor, Body, Draft};
use tsong_domain::field::{FieldWrite, Fields, Personal, Write};
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::people::fields as field_names;
use tsong_domain::places::PlaceCode;
use tsong_store::party::PartyRow;
use tsong_store::{Db, party, person};

/// A person's name as lists show it; `station` for the program, empty once erased.
pub(crate) fn actor_name(db: &Db<'_>, actor: Actor) -> Result<String, Fault> {
    let Actor::Person(id) = actor else {
        return Ok("station".to_owned());
    };
    Ok(contact_of(db, id)?.map(|p| p.name).unwrap_or_default())
}

/// Names of those who act, each looked up once: one person writes most of an order's facts.
pub(crate) struct ActorNames<'a> {
    db: &'a Db<'a>,
    known: RefCell<BTreeMap<EntityId, String>>,
}

impl<'a> ActorNames<'a> {
    pub(crate) const fn new(db: &'a Db<'a>) -> Self {
        Self {
            db,
            known: RefCell::new(BTreeMap::new()),
        }
    }

    /// As [`actor_name`].
    pub(crate) fn of(&self, actor: Actor) -> Result<String, Fault> {
        let Actor::Person(id) = actor else {
            return actor_name(self.db, actor);
        };
        if let Some(name) = self.known.borrow().get(&id) {
            return Ok(name.clone());
        }
        let name = actor_name(self.db, actor)?;
        self.known.borrow_mut().insert(id, name.clone());
        Ok(name)
    }
}

/// A person's contact as it stands; `None` when there is none or it was erased.
pub(crate) fn contact_of(db: &Db<'_>, id: EntityId) -> Result<Option<Personal>, Fault> {
    match party::get(db, id)? {
        Some(row) => contact_in(db, &row),
        None => Ok(None),
    }
}

fn contact_in(db: &Db<'_>, row: &PartyRow) -> Result<Option<Personal>, Fault> {
    Ok(match row.contact {
        Some(fact) => person::get(db, fact)?,
        None => None,
    })
}

/// The fields on which two people disagree. What stands in personal sections is compared there: the
/// same contact, imported on two devices, is no disagreement.
pub(crate) fn contested(db: &Db<'_>, fields: &Fields) -> Result<Vec<String>, Fault> {
    let mut named = fields.contested();
    for field in [field_names::CONTACT, field_names::ACCOUNT] {
        let mut values = Vec::new();
        for version in fields.values(field) {
            if let Some(section) = person::get(db, version.fact)? {
                values.push(part(section, field));
            }
        }
        if values.windows(2).any(|pair| pair.first() != pair.last()) {
            named.push(field.to_owned());
        }
    }
    named.sort_unstable();
    named.dedup();
    Ok(named)
}

/// Of a personal section what a field speaks of: the account stands beside the contact.
pub(crate) fn part(section: Personal, field: &str) -> Personal {
    if field == field_names::ACCOUNT {
        Personal {
            account: section.account,
            ..Personal::default()
        }
    } else {
        Personal {
            account: String::new(),
            ..section
        }
    }
}

/// A person's contact, empty when there is none, and the address of the thumbnail.
pub(crate) fn face_of(db: &Db<'_>, id: EntityId) -> Result<(Personal, String), Fault> {
    let Some(row) = party::get(db, id)? else {
        return Ok((Personal::default(), String::new()));
    };
    let contact = contact_in(db, &row)?.unwrap_or_default();
    Ok((contact, face(&row)))
}

/// The address of a person's thumbnail, the photo's where there is none; empty without a photo.
pub(crate) fn thumbnail(db: &Db<'_>, id: EntityId) -> Result<String, Fault> {
    Ok(party::get(db, id)?.as_ref().map(face).unwrap_or_default())
}

fn face(row: &PartyRow) -> String {
    let hash = row.thumbnail.or(row.photo);
    hash.map(|h| h.to_string()).unwrap_or_default()
}

/// The fields of a person of a noun.
fn known(db: &Db<'_>, noun: &str, id: EntityId) -> Result<Fields, Fault> {
    match crate::world::fields(db, id)? {
        Some((found, fields)) if found == noun => Ok(fields),
        Some(_) | None => Err(AppError::missing(noun, id).into()),
    }
}

/// Writes what changed of a person, if anything did; gives the fact.
pub(crate) fn put_down(
    w: &mut Work<'_>,
    noun: &str,
    entity: EntityId,
    (writes, personal): (Vec<Write>, Option<Personal>),
) -> Option<FactId> {
    if writes.is_empty() {
        return None;
    }
    let body = Body::Field(FieldWrite {
        noun: noun.to_owned(),
        writes,
        at_ms: None,
    });
    Some(w.write_one(Draft {
        entity,
        body,
        personal,
    }))
}

/// The people of a noun: all, or those that a text finds.
fn listed(db: &Db<'_>, noun: &str, text: &str, limit: u32) -> Result<Vec<party::PartyRow>, Fault> {
    let limit = if limit == 0 {
        usize::MAX
    } else {
        usize::try_from(limit).unwrap_or(usize::MAX)
    };
    if text.trim().is_empty() {
        return Ok(party::all(db, noun)?.into_iter().take(limit).collect());
    }
    let Some(search) = Search::of(db, text)? else {
        return Ok(Vec::new());
    };
    let mut rows = Vec::new();
    search.each(noun, |id| {
        rows.extend(party::get(db, id)?);
        Ok(rows.len() < limit)
    })?;
    Ok(rows)
}

/// A telephone as it is kept: folded digits where it is one, else as typed.
fn phone(text: &str) -> String {
    let folded = tsong_domain::text::digits::fold(text);
    let cleaned = tsong_domain::text::clean::clean_line(&folded, 40);
    let bare: String = cleaned
        .chars()
        .filter(|c| !matches!(c, ' ' | '-' | '(' | ')'))
        .collect();
    let local = bare.strip_prefix("+86").unwrap_or(&bare);
    let is_mobile =
        local.len() == 11 && local.starts_with('1') && local.bytes().all(|b| b.is_ascii_digit());
    if is_mobile { local.to_owned() } else { cleaned }
}

/// A place code as it is kept; nothing for an empty text.
pub(crate) fn place(text: &str) -> Result<Option<u64>, AppError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let bad = || AppError::BadInput {
        field: "place".into(),
        reason: "place_unknown".into(),
    };
    let code: PlaceCode = text.trim().parse().map_err(|_| bad())?;
    crate::products::places()?.place(code).ok_or_else(bad)?;
    Ok(Some(code.number()))
}
