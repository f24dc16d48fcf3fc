//! Stock derived: every lot's cells by the one equation; postings of movements.

use super::Batch;
use crate::day;
use crate::fault::Fault;
use crate::indexing;
use tsong_domain::fact::Fact;
use tsong_domain::id::EntityId;
use tsong_domain::movement::Movement;
use tsong_domain::posting::Posting;
use tsong_domain::stock::LotLedger;
use tsong_store::{effect, find, leg, lot, person, posting as books};

/// Derives the cells of one lot, and its words.
pub(super) fn derive(batch: &Batch<'_>, id: EntityId) -> Result<(), Fault> {
    let mut ledger = LotLedger {
        moves: leg::of_lot(batch.db, id)?,
        ..LotLedger::default()
    };
    effect::of_lot(batch.db, id, &mut ledger)?;
    let cells = ledger.cells(&batch.world);
    lot::put_cells(batch.db, id, &cells, &ledger.offsets(&batch.world))?;
    if batch.by_entity.contains_key(&id)
        && let Some(row) = lot::get(batch.db, id)?
    {
        let villager = tsong_store::party::get(batch.db, row.taken.villager)?;
        let contact = match villager.and_then(|v| v.contact) {
            Some(contact) => person::get(batch.db, contact)?,
            None => None,
        };
        let words = indexing::lot(&row.taken, contact.as_ref(), batch.titles()?);
        find::put(batch.db, "lot", id, &words)?;
    }
    Ok(())
}

/// Books the money of a movement.
pub(super) fn post_movement(
    batch: &Batch<'_>,
    fact: &Fact,
    movement: &Movement,
) -> Result<(), Fault> {
    if movement.money.is_empty() {
        return Ok(());
    }
    let id = fact.header.id;
    let postings: Vec<Posting> = movement
        .money
        .iter()
        .map(|leg| Posting {
            key: format!("move:{id}"),
            account: leg.account.clone(),
            delta_fen: leg.delta_fen,
            happened: fact.header.time,
        })
        .collect();
    // Movements of one entity add up; each is booked about itself.
    let about = EntityId::named("movement", &id.to_string());
    books::replace(
        batch.db,
        about,
        &postings,
        &day::local_day(batch.arrival.now_ms),
    )?;
    Ok(())
}
