//! Villagers: whose goods these are, and how they are paid.

use super::{contact_of, known, listed, phone, place, put_down, thumbnail, twins};
use crate::fault::Fault;
use crate::photos;
use crate::produce::at_most;
use crate::products;
use crate::sorting::Order;
use crate::station::Station;
use crate::work::Work;
use crate::world;
use tsong_contract::AppError;
use tsong_contract::io::{ListInput, VillagerChange, VillagerInput, VillagerRow, read_id};
use tsong_domain::field::{Fields, Personal, Value, Write};
use tsong_domain::id::EntityId;
use tsong_domain::people::{Right, fields};
use tsong_domain::places::PlaceCode;
use tsong_domain::text::clean::{check_name, clean_line};
use tsong_domain::text::initials::initials;
use tsong_store::{Db, lot, party, person};

/// The ways in which a villager can be paid.
const PAYOUTS: [&str; 5] = ["", "cash", "wechat", "alipay", "bank"];

/// `villager.add`.
///
/// # Errors
/// [`AppError::BadInput`].
pub fn villager_add(station: &mut Station, input: VillagerInput) -> Result<VillagerRow, AppError> {
    station.by(Right::Stock)?;
    let change = VillagerChange {
        id: String::new(),
        name: Some(input.name),
        name_bo: Some(input.name_bo),
        phone: Some(input.phone),
        payout: Some(input.payout).filter(|t| !t.is_empty()),
        account: Some(input.account).filter(|t| !t.is_empty()),
        place: Some(input.place).filter(|t| !t.is_empty()),
        photo: Some(input.photo).filter(|t| !t.is_empty()),
        thumbnail: Some(input.thumbnail).filter(|t| !t.is_empty()),
        is_active: None,
        heir: None,
    };
    let add = |w: &mut Work<'_>| {
        let id = w.mint();
        let written = writes(w.db, &Fields::new(), None, &change)?;
        put_down(w, "villager", id, written);
        Ok(id)
    };
    station.write_and(Right::Stock, add, |db, _, _, id| row(db, id))
}

/// `villager.change`.
///
/// # Errors
/// [`AppError::NotFound`], [`AppError::BadInput`].
pub fn villager_change(
    station: &mut Station,
    input: VillagerChange,
) -> Result<VillagerRow, AppError> {
    station.by(Right::Stock)?;
    let id = read_id("id", &input.id)?;
    let change = |w: &mut Work<'_>| {
        let was = known(w.db, "villager", id)?;
        let written = writes(w.db, &was, Some(id), &input)?;
        put_down(w, "villager", id, written);
        Ok(())
    };
    station.write_and(Right::Stock, change, |db, _, _, ()| row(db, id))
}

/// The fields that differ, and the personal section of those that stand in it.
fn writes(
    db: &Db<'_>,
    was: &Fields,
    id: Option<EntityId>,
    input: &VillagerChange,
) -> Result<(Vec<Write>, Option<Personal>), Fault> {
    let old = match id {
        Some(id) => contact_of(db, id)?.unwrap_or_default(),
        None => Personal::default(),
    };
    let mut new = Personal {
        account: String::new(),
        ..old.clone()
    };
    if let Some(name) = &input.name {
        new.name = check_name(name).map_err(|e| AppError::input("name", e))?;
    }
    if let Some(name_bo) = &input.name_bo {
        new.name_bo = clean_line(name_bo, 80);
    }
    if let Some(text) = &input.phone {
        new.phone = phone(text);
    }
    let mut writes = Vec::new();
    let mut personal = None;
    let is_contact = id.is_none()
        || (&new.name, &new.name_bo, &new.phone) != (&old.name, &old.name_bo, &old.phone);
    let account = input.account.as_ref().map(|text| clean_line(text, 80));
    if is_contact {
        writes.push(was.write(fields::CONTACT, Value::Personal));
        personal = Some(new.clone());
    }
    if let Some(account) = account {
        writes.push(was.write(fields::ACCOUNT, Value::Personal));
        let section = personal.get_or_insert_with(Personal::default);
        section.account = account;
    }
    if let Some(payout) = &input.payout {
        if !PAYOUTS.contains(&payout.as_str()) {
            let error = AppError::BadInput {
                field: "payout".into(),
                reason: "not_in_list".into(),
            };
            return Err(error.into());
        }
        writes.push(was.write(fields::PAYOUT, Value::Text(payout.clone())));
    }
    if let Some(text) = &input.place {
        let number = place(text)?.and_then(|code| i64::try_from(code).ok());
        writes.push(was.write(fields::PLACE, number.map_or(Value::Nothing, Value::Int)));
    }
    for (field, text) in [
        (fields::PHOTO, &input.photo),
        (fields::THUMBNAIL, &input.thumbnail),
    ] {
        match text.as_deref() {
            None => {}
            Some("") => writes.push(was.write(field, Value::Nothing)),
            Some(text) => {
                let hash = photos::address(field, text)?;
                writes.push(was.write(field, Value::Hash(hash)));
            }
        }
    }
    if let Some(is_active) = input.is_active {
        writes.push(was.write(fields::ACTIVE, Value::Flag(is_active)));
    }
    if let Some(text) = &input.heir {
        writes.push(was.write(fields::HEIR, heir_of(db, id, text)?));
    }
    Ok((writes, personal))
}

/// The heir as it is written: another villager who is here, or nobody.
fn heir_of(db: &Db<'_>, id: Option<EntityId>, text: &str) -> Result<Value, Fault> {
    if text.is_empty() {
        return Ok(Value::Nothing);
    }
    let heir = read_id("heir", text)?;
    let villager = party::get(db, heir)?.filter(|row| row.noun == "villager");
    let reason = match villager {
        Some(row) if Some(heir) != id && row.is_active => return Ok(Value::Id(heir)),
        Some(row) if Some(heir) != id && !row.is_active => "villager_left",
        Some(_) | None => "not_in_list",
    };
    let error = AppError::BadInput {
        field: "heir".into(),
        reason: reason.into(),
    };
    Err(error.into())
}

/// Whose goods come in must be somebody who is here: an unknown villager is not found, one who left
/// is refused with what to do.
pub(crate) fn check_here(db: &Db<'_>, id: EntityId) -> Result<(), Fault> {
    match party::get(db, id)? {
        Some(row) if row.noun == "villager" && row.is_active => Ok(()),
        Some(row) if row.noun == "villager" => Err(AppError::BadInput {
            field: "villager".into(),
            reason: "villager_left".into(),
        }
        .into()),
        Some(_) | None => Err(AppError::missing("villager", id).into()),
    }
}

/// How many heirs of heirs are asked; more than people ever name, and no circle runs for ever.
const HEIRS: usize = 16;

/// Whether somebody who is here gets what a villager who left is owed: the heir, or the heir's
/// heir when that one left, too.
pub(crate) fn has_heir_here(db: &Db<'_>, id: EntityId) -> Result<bool, Fault> {
    let mut next = heir(db, id)?;
    for _ in 0..HEIRS {
        let Some((heir_id, _)) = next else {
            return Ok(false);
        };
        if party::get(db, heir_id)?.is_some_and(|row| row.is_active) {
            return Ok(true);
        }
        next = heir(db, heir_id)?;
    }
    Ok(false)
}

/// The heir of a villager, and the name; `None` while nobody said.
pub(crate) fn heir(db: &Db<'_>, id: EntityId) -> Result<Option<(EntityId, String)>, Fault> {
    let heir = world::fields(db, id)?.and_then(|(_, all)| all.id(fields::HEIR));
    match heir {
        Some(heir) => Ok(Some((heir, contact_of(db, heir)?.unwrap_or_default().name))),
        None => Ok(None),
    }
}

/// `villager.list`.
///
/// # Errors
/// Whatever the store says.
pub fn villager_list(
    station: &mut Station,
    input: ListInput,
) -> Result<Vec<VillagerRow>, AppError> {
    station.by(Right::See)?;
    let order = Order::of(input.language.as_deref().unwrap_or_default())?;
    station.read(|db| {
        let mut rows = listed(db, "villager", &input.find, 0)?
            .into_iter()
            .map(|party| row(db, party.id))
            .collect::<Result<Vec<_>, _>>()?;
        if let Some(order) = order {
            rows.sort_by_cached_key(|row| {
                let name = order.choose(&row.name_bo, &row.name);
                (order.person_key(name), row.id.clone())
            });
        }
        rows.truncate(at_most(input.limit));
        Ok(rows)
    })
}

fn row(db: &Db<'_>, id: EntityId) -> Result<VillagerRow, Fault> {
    let party = party::get(db, id)?.ok_or_else(|| AppError::missing("villager", id))?;
    let contact = contact_of(db, id)?.unwrap_or_default();
    let account = match party.account {
        Some(fact) => person::get(db, fact)?
            .map(|p| p.account)
            .unwrap_or_default(),
        None => String::new(),
    };
    let code = party
        .place
        .and_then(|p| u64::try_from(p).ok())
        .and_then(|p| PlaceCode::new(p).ok());
    let place_name = match code {
        Some(code) => products::places()?
            .place(code)
            .map(|p| p.full_name())
            .unwrap_or_default(),
        None => String::new(),
    };
    // A creditor's balance is negative in the books; what is owed is shown as what it is.
    let owed_fen = super::balance(db, id)?.negated().get();
    let (lots, last_ms) = lot::of_villager(db, id)?;
    // Only who left has one, so that a list of those who are here reads nothing more.
    let heir = if party.is_active { None } else { heir(db, id)? };
    let shown = if contact.name_bo.is_empty() {
        &contact.name
    } else {
        &contact.name_bo
    };
    Ok(VillagerRow {
        id: id.to_string(),
        initials: initials(shown),
        lots,
        last_ms,
        thumbnail: thumbnail(db, id)?,
        name: contact.name,
        name_bo: contact.name_bo,
        phone: contact.phone,
        payout: party.payout,
        account,
        place: code.map(|c| c.to_string()).unwrap_or_default(),
        place_name,
        photo: party.photo.map(|h| h.to_string()).unwrap_or_default(),
        is_active: party.is_active,
        heir: heir
            .as_ref()
            .map(|(id, _)| id.to_string())
            .unwrap_or_default(),
        heir_name: heir.map(|(_, name)| name).unwrap_or_default(),
        twins: twins(db, id)?,
        owed_fen,
        contested: party.contested,
    })
}
