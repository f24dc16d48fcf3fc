//! Stock derived: every lot's cells by the one equation; postings of movements.

use super::Batch;
use crate::day;
use crate::fault::Fault;
use crate::indexing;
use crate::people;
use crate::tokens::index;
use tsong_domain::fact::Fact;
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::movement::Movement;
use tsong_domain::posting::Posting;
use tsong_domain::stock::LotLedger;
use tsong_store::{Db, effect, leg, lot, posting as books};

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
        let villager = people::contact_of(batch.db, row.taken.villager)?;
        let titles = batch.titles()?;
        batch.to_be_found("lot", id, || {
            indexing::of_lot(&row.taken, villager.as_ref(), titles, index)
        })?;
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
    let today = day::local_day(batch.arrival.now_ms);
    Ok(books::replace(
        batch.db,
        booked_about(id),
        &postings,
        &today,
    )?)
}

/// Takes the money of a movement out of the books: its fact was cut off.
pub(crate) fn unpost_movement(db: &Db<'_>, id: FactId, now_ms: i64) -> Result<(), Fault> {
    Ok(books::replace(
        db,
        booked_about(id),
        &[],
        &day::local_day(now_ms),
    )?)
}

/// Movements of one entity add up; each is booked about itself.
fn booked_about(id: FactId) -> EntityId {
    EntityId::named("movement", &id.to_string())
}
