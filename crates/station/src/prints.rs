//! What went to the printer. The paper itself is drawn by the host; here it is counted, so that a
//! second one says that it is a copy.

use crate::station::Station;
use tsong_contract::AppError;
use tsong_contract::io::{PrintNote, PrintTimes, read_id};
use tsong_domain::people::Right;
use tsong_store::{lot, order, printed};

/// `print.note`: counts it before the dialog opens, so that no two papers are both the first.
///
/// # Errors
/// [`AppError::BadInput`], [`AppError::NotFound`].
pub fn note(station: &mut Station, input: PrintNote) -> Result<PrintTimes, AppError> {
    let id = read_id("id", &input.id)?;
    station.by(Right::See)?;
    station.write(Right::See, |w| {
        let is_there = match input.what.as_str() {
            "slip" => order::get(w.db, id)?.is_some(),
            "receipt" => lot::get(w.db, id)?.is_some(),
            _ => {
                return Err(AppError::BadInput {
                    field: "what".to_owned(),
                    reason: "not_in_list".to_owned(),
                }
                .into());
            }
        };
        if !is_there {
            let noun = if input.what == "slip" { "order" } else { "lot" };
            return Err(AppError::missing(noun, id).into());
        }
        let times = printed::count(w.db, id, &input.what)?;
        Ok(PrintTimes { times })
    })
}
