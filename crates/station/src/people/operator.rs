//! Operators and their roles.

use super::{actor_name, known, put_down};
use crate::fault::Fault;
use crate::signin;
use crate::station::Station;
use crate::work::Work;
use tsong_contract::AppError;
use tsong_contract::io::{Empty, OperatorAdd, OperatorChange, OperatorRow, read_id};
use tsong_domain::fact::Actor;
use tsong_domain::field::{Fields, Personal, Value, Write};
use tsong_domain::id::EntityId;
use tsong_domain::people::{Right, Role, fields};
use tsong_domain::text::clean::check_name;
use tsong_store::{Db, party, pin};

/// The role of an operator who still works here.
pub(crate) fn role_of(db: &Db<'_>, id: EntityId) -> Result<Option<Role>, Fault> {
    Ok(party::get(db, id)?
        .filter(|row| row.noun == "operator" && row.is_active)
        .and_then(|row| Role::from_word(&row.role)))
}

/// `operator.add`.
///
/// # Errors
/// [`AppError::NotAllowed`], [`AppError::BadInput`], [`AppError::PinTooShort`],
/// [`AppError::NameTaken`].
pub fn operator_add(station: &mut Station, input: OperatorAdd) -> Result<OperatorRow, AppError> {
    station.by(Right::Keep)?;
    let name = check_name(&input.name).map_err(|e| AppError::input("name", e))?;
    let role = read_role(&input.role)?;
    signin::judge_pin(&input.pin)?;
    let id = station.write(Right::Keep, |w| {
        check_free(w.db, &name, None)?;
        let id = w.mint();
        put_down(w, "operator", id, first(&name, role));
        Ok(id)
    })?;
    signin::put_pin(&mut station.store, id, &input.pin)?;
    station.read(|db| row(db, id))
}

/// What makes an operator: a name, a role, and that somebody works here.
pub(crate) fn first(name: &str, role: Role) -> (Vec<Write>, Option<Personal>) {
    let none = Fields::new();
    let writes = vec![
        none.write(fields::CONTACT, Value::Personal),
        none.write(fields::ROLE, Value::Text(role.word().to_owned())),
        none.write(fields::ACTIVE, Value::Flag(true)),
    ];
    (writes, Some(named(name.to_owned())))
}

fn named(name: String) -> Personal {
    Personal {
        name,
        ..Personal::default()
    }
}

fn read_role(word: &str) -> Result<Role, AppError> {
    Role::from_word(word).ok_or_else(|| AppError::BadInput {
        field: "role".into(),
        reason: "not_in_list".into(),
    })
}

fn check_free(db: &Db<'_>, name: &str, except: Option<EntityId>) -> Result<(), Fault> {
    for row in party::all(db, "operator")? {
        let is_other = row.is_active && Some(row.id) != except;
        if is_other && actor_name(db, Actor::Person(row.id))? == name {
            return Err(AppError::NameTaken.into());
        }
    }
    Ok(())
}

/// `operator.change`.
///
/// # Errors
/// [`AppError::NotFound`], [`AppError::NameTaken`], [`AppError::LastKeeper`].
pub fn operator_change(
    station: &mut Station,
    input: OperatorChange,
) -> Result<OperatorRow, AppError> {
    station.by(Right::Keep)?;
    let id = read_id("id", &input.id)?;
    let change = |w: &mut Work<'_>| {
        let was = known(w.db, "operator", id)?;
        let mut writes = Vec::new();
        let mut personal = None;
        if let Some(name) = &input.name {
            let name = check_name(name).map_err(|e| AppError::input("name", e))?;
            check_free(w.db, &name, Some(id))?;
            writes.push(was.write(fields::CONTACT, Value::Personal));
            personal = Some(named(name));
        }
        let role = input.role.as_deref().map(read_role).transpose()?;
        if let Some(role) = role {
            writes.push(was.write(fields::ROLE, Value::Text(role.word().to_owned())));
        }
        if let Some(is_active) = input.is_active {
            writes.push(was.write(fields::ACTIVE, Value::Flag(is_active)));
        }
        let stays = input.is_active != Some(false) && role.is_none_or(|r| r == Role::Keeper);
        if !stays && role_of(w.db, id)? == Some(Role::Keeper) {
            check_keeper_left(w.db, id)?;
        }
        put_down(w, "operator", id, (writes, personal));
        Ok(())
    };
    station.write_and(Right::Keep, change, |db, _, _, ()| row(db, id))
}

/// A station without a keeper could never be set right again.
fn check_keeper_left(db: &Db<'_>, except: EntityId) -> Result<(), Fault> {
    for row in party::all(db, "operator")? {
        if row.id != except && role_of(db, row.id)? == Some(Role::Keeper) {
            return Ok(());
        }
    }
    Err(AppError::LastKeeper.into())
}

/// `operator.list`.
///
/// # Errors
/// Whatever the store says.
pub fn operator_list(station: &mut Station, _: Empty) -> Result<Vec<OperatorRow>, AppError> {
    station.by(Right::See)?;
    station.read(|db| {
        party::all(db, "operator")?
            .into_iter()
            .map(|party| row(db, party.id))
            .collect()
    })
}

fn row(db: &Db<'_>, id: EntityId) -> Result<OperatorRow, Fault> {
    let party = party::get(db, id)?.ok_or_else(|| AppError::missing("operator", id))?;
    Ok(OperatorRow {
        id: id.to_string(),
        name: actor_name(db, Actor::Person(id))?,
        role: party.role,
        is_active: party.is_active,
        has_pin: pin::get(db, id)?.is_some(),
    })
}
