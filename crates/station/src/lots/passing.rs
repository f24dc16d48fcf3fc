//! Passing shares on: to the hub's quota, or carried to another device.

use super::moves::short;
use super::{bad, moved, quota};
use crate::fault::Fault;
use crate::me::Bond;
use crate::station::Station;
use crate::{typed, world};
use tsong_contract::AppError;
use tsong_contract::io::{LotReceive, LotRow, LotTransfer};
use tsong_domain::fact::Body;
use tsong_domain::id::{DeviceId, EntityId, FactId};
use tsong_domain::mark::Shelf;
use tsong_domain::movement::{MoveKind, Movement};
use tsong_domain::quantity::Quantity;
use tsong_domain::stock::decide;
use tsong_store::{Db, origin};

/// `lot.transfer`: raises the hub's quota, or sends goods to another device of the station. What is
/// carried is nobody's to promise until it is received.
///
/// # Errors
/// [`AppError::BadInput`] for a device that is none of the station's or is this one,
/// [`AppError::NotEnrolled`] for the hub when there is none, [`AppError::NotEnoughStock`],
/// [`AppError::NeedsRecount`], [`AppError::NeedsTakeover`].
pub fn transfer(station: &mut Station, input: LotTransfer) -> Result<LotRow, AppError> {
    moved(station, &input.id, |w, row, cells| {
        let quantity = typed::quantity(&input.quantity, row.taken.measure, "quantity")?;
        let readiness = w.me.readiness();
        let me = w.me.device;
        let until_ms = quota::until_ms(&input.until, w.believed_ms)?;
        let passed = if input.to == "hub" {
            if Bond::load(w.db)?.is_none() {
                return Err(AppError::NotEnrolled.into());
            }
            let granted = decide::grant(cells, me, &readiness, row.id, quantity);
            if granted.is_ok() {
                quota::limit(w, row.id, until_ms)?;
            }
            granted
        } else {
            check_device(w.db, &input.to, me)?;
            decide::give(cells, me, &readiness, row.id, quantity)
        };
        passed.map_err(|refusal| short(refusal, w, row))
    })
}

fn check_device(db: &Db<'_>, text: &str, me: DeviceId) -> Result<(), Fault> {
    let bare = text.strip_prefix("device:").unwrap_or(text);
    let device: DeviceId = bare.parse().map_err(|_| bad("to", "not_in_list"))?;
    let is_known = origin::all(db)?
        .iter()
        .any(|o| o.device == device && !o.is_hub);
    if device == me || !is_known {
        return Err(bad("to", "not_in_list").into());
    }
    Ok(())
}

/// `lot.receive`: what another device sent has arrived, whole or in part.
///
/// # Errors
/// [`AppError::NotFound`] when nothing of the lot is under way, [`AppError::BadInput`] when several
/// transfers are and none is named, [`AppError::AlreadyDone`] when all of it arrived before,
/// [`AppError::NotEnoughStock`] for more than was sent.
pub fn receive(station: &mut Station, input: LotReceive) -> Result<LotRow, AppError> {
    moved(station, &input.id, |w, row, cells| {
        let quantity = typed::quantity(&input.quantity, row.taken.measure, "quantity")?;
        let named: Option<FactId> = match &input.transfer {
            Some(text) => Some(text.parse().map_err(|_| bad("transfer", "bad_id"))?),
            None => None,
        };
        let sent = sent(w.db, row.id)?;
        let chosen = match named {
            Some(fact) => sent.iter().find(|s| s.fact == fact),
            None => only_open(&sent)?,
        };
        let chosen = chosen.ok_or_else(|| AppError::missing("transfer", row.id))?;
        let transfer = (chosen.fact, &chosen.movement);
        decide::receive(
            cells,
            w.me.device,
            transfer,
            chosen.received,
            row.id,
            quantity,
        )
        .map_err(|refusal| short(refusal, w, row))
    })
}

/// A transfer of which something has yet to arrive.
pub(super) struct Open {
    pub(super) fact: FactId,
    pub(super) at_ms: i64,
    pub(super) quantity: Quantity,
}

/// What of a lot was given away to be carried and has not arrived.
pub(super) fn open(db: &Db<'_>, lot: EntityId) -> Result<Vec<Open>, Fault> {
    let sent = sent(db, lot)?.into_iter();
    Ok(sent
        .filter(|s| s.received < s.carried)
        .map(|s| Open {
            fact: s.fact,
            at_ms: s.at_ms,
            quantity: s.carried.minus(s.received),
        })
        .collect())
}

/// A transfer that is or was carried.
struct Sent {
    fact: FactId,
    at_ms: i64,
    movement: Movement,
    carried: Quantity,
    received: Quantity,
}

/// The one transfer that is still under way, or else the only one there was.
fn only_open(sent: &[Sent]) -> Result<Option<&Sent>, AppError> {
    let mut open = sent.iter().filter(|s| s.received < s.carried);
    match (open.next(), open.next()) {
        (Some(_), Some(_)) => Err(bad("transfer", "empty")),
        (Some(only), None) => Ok(Some(only)),
        (None, _) => Ok(sent.last()),
    }
}

/// Every transfer of a lot that was carried, with what has arrived of it.
fn sent(db: &Db<'_>, lot: EntityId) -> Result<Vec<Sent>, Fault> {
    let on_the_road = |movement: &Movement| {
        let legs = movement
            .legs
            .iter()
            .filter(|l| l.lot == lot && l.place == Shelf::Transit);
        legs.fold(Quantity::ZERO, |sum, leg| sum.plus(leg.delta))
    };
    let mut sent = Vec::new();
    let mut arrived = Vec::new();
    for known in world::facts(db, lot)? {
        let Body::Move(movement) = known.body else {
            continue;
        };
        let carried = on_the_road(&movement);
        if movement.kind == MoveKind::Transfer && carried > Quantity::ZERO {
            let fact = known.header.id;
            sent.push(Sent {
                fact,
                at_ms: known.header.time.ms(),
                movement,
                carried,
                received: Quantity::ZERO,
            });
        } else if movement.kind == MoveKind::Receive {
            arrived.push((movement.about, carried.negated()));
        }
    }
    for one in &mut sent {
        for (_, quantity) in arrived.iter().filter(|(about, _)| *about == Some(one.fact)) {
            one.received = one.received.plus(*quantity);
        }
    }
    Ok(sent)
}
