//! Lots: taken in, looked at, sorted, put right, lost, counted, passed on and received.

mod history;
mod intake;
mod life;
mod list;
mod moves;
mod passing;
mod quota;
mod regrade;
mod shelf;
mod whole;

pub use intake::take_in;
pub(crate) use life::{Life, road_hours};
pub use list::list;
pub(crate) use list::{Eyes, lot_row};
pub use moves::{correct, count, lose};
pub use passing::{receive, transfer};
pub use quota::recall;
pub use regrade::{merge, regrade};
pub use shelf::count as count_stock;
pub use whole::{by_villager, whole};

use crate::fault::Fault;
use crate::station::Station;
use crate::work::Work;
use tsong_contract::AppError;
use tsong_contract::io::{LotRow, read_id};
use tsong_domain::fact::{Body, Draft};
use tsong_domain::id::EntityId;
use tsong_domain::movement::Movement;
use tsong_domain::people::Right;
use tsong_store::{Db, lot};

fn bad(field: &str, reason: &str) -> AppError {
    AppError::BadInput {
        field: field.to_owned(),
        reason: reason.to_owned(),
    }
}

fn load(db: &Db<'_>, id: EntityId) -> Result<lot::LotRow, Fault> {
    Ok(lot::get(db, id)?.ok_or_else(|| AppError::missing("lot", id))?)
}

/// Decides on a movement of one lot, writes it and shows the lot after it.
fn moved(
    station: &mut Station,
    id: &str,
    decide: impl FnOnce(&mut Work<'_>, &lot::LotRow, &lot::Cells) -> Result<Movement, Fault>,
) -> Result<LotRow, AppError> {
    station.by(Right::Stock)?;
    let id = read_id("id", id)?;
    station.write(Right::Stock, |w| {
        let row = load(w.db, id)?;
        let cells = lot::cells(w.db, id)?;
        let movement = decide(w, &row, &cells)?;
        w.write_one(Draft::plain(id, Body::Move(movement)));
        Ok(())
    })?;
    show(station, id)
}

fn show(station: &Station, id: EntityId) -> Result<LotRow, AppError> {
    let now_ms = station.believed_now_ms()?;
    station.read(|db| lot_row(db, &load(db, id)?, &mut Eyes::open(db, now_ms)?))
}
