//! What happened to a lot by itself, and what an order took of it is told by the order.

use super::regrade::numbers;
use crate::fault::Fault;
use crate::people::ActorNames;
use tsong_contract::io::LotMoveRow;
use tsong_domain::fact::Body;
use tsong_domain::id::EntityId;
use tsong_domain::movement::Movement;
use tsong_domain::quantity::Quantity;
use tsong_store::{Db, fact, leg};
use tsong_sync::encode::{Read, read_fact};

/// Every movement of a lot, oldest first.
///
/// # Errors
/// Whatever the store says.
pub(super) fn history(db: &Db<'_>, lot: EntityId) -> Result<Vec<LotMoveRow>, Fault> {
    let names = ActorNames::new(db);
    let mut rows = Vec::new();
    for moved in leg::of_lot(db, lot)? {
        let Some(stored) = fact::get(db, moved.fact)? else {
            continue;
        };
        let Read::Known(known) = read_fact(&stored.raw) else {
            continue;
        };
        let Body::Move(movement) = known.body else {
            continue;
        };
        let delta = moved
            .legs
            .iter()
            .fold(Quantity::ZERO, |sum, (_, _, delta)| sum.plus(*delta));
        let row = LotMoveRow {
            fact: moved.fact.to_string(),
            kind: movement.kind.word().to_owned(),
            at_ms: known.header.time.ms(),
            doubtful: known.header.doubtful,
            actor: names.of(known.header.actor)?,
            quantity: delta.get(),
            others: numbers(db, &others(&movement, lot))?,
            reason: movement.reason,
        };
        rows.push((known.header.time, moved.fact, row));
    }
    rows.sort_by_key(|(time, fact, _)| (*time, *fact));
    Ok(rows.into_iter().map(|(_, _, row)| row).collect())
}

/// The other lots of a movement, each once.
fn others(movement: &Movement, lot: EntityId) -> Vec<EntityId> {
    let mut others = Vec::new();
    for leg in movement.legs.iter().filter(|leg| leg.lot != lot) {
        if !others.contains(&leg.lot) {
            others.push(leg.lot);
        }
    }
    others
}
