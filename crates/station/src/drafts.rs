//! Half-typed work of this device, kept at every change. It is no fact and is never synced.

use crate::fault::Fault;
use crate::station::Station;
use tsong_contract::AppError;
use tsong_contract::io::{Done, DraftInput, DraftList, DraftRow, IdInput, read_id};
use tsong_domain::people::Right;
use tsong_store::{draft, lot, order};

/// The most that one draft may hold, in bytes of JSON.
const MAX_BYTES: usize = 256_000;
/// Nobody comes back to what was left half typed so long: it goes when another is kept.
const KEPT_MS: i64 = 90 * 86_400_000;

/// `draft.save`: on the disk when it returns.
///
/// # Errors
/// [`AppError::BadInput`], [`AppError::AlreadyDone`] when the work was finished under this id.
pub fn save(station: &mut Station, input: DraftInput) -> Result<DraftRow, AppError> {
    station.by(right(&input.noun))?;
    let known = input
        .id
        .as_deref()
        .map(|id| read_id("id", id))
        .transpose()?;
    let noun = noun(&input.noun)?;
    let content = serde_json::to_string(&input.content).map_err(|e| AppError::BadJson {
        detail: e.to_string(),
    })?;
    if content.len() > MAX_BYTES {
        return Err(bad("content", "too_large"));
    }
    station.write(right(&input.noun), |w| {
        let id = known.unwrap_or_else(|| w.mint());
        // The last keystroke of a form may arrive after the form itself was saved.
        if order::get(w.db, id)?.is_some() || lot::get(w.db, id)?.is_some() {
            return Err(AppError::AlreadyDone.into());
        }
        if draft::get(w.db, id)?.is_some_and(|other| other.noun != noun) {
            return Err(bad("id", "bad_id").into());
        }
        let row = draft::DraftRow {
            id,
            noun,
            content,
            saved_ms: w.believed_ms,
        };
        draft::put(w.db, &row)?;
        draft::drop_before(w.db, w.believed_ms.saturating_sub(KEPT_MS))?;
        Ok(DraftRow {
            id: id.to_string(),
            noun: row.noun,
            content: input.content,
            saved_ms: row.saved_ms,
        })
    })
}

/// Who may do the work may keep it half done.
fn right(noun: &str) -> Right {
    match noun {
        "lot" | "lot_act" | "villager" => Right::Stock,
        _ => Right::Sell,
    }
}

fn bad(field: &str, reason: &str) -> AppError {
    AppError::BadInput {
        field: field.to_owned(),
        reason: reason.to_owned(),
    }
}

fn noun(word: &str) -> Result<String, AppError> {
    let is_noun = !word.is_empty()
        && word.len() <= 20
        && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    if is_noun {
        Ok(word.to_owned())
    } else {
        Err(bad("noun", "not_in_list"))
    }
}

/// `draft.list`: latest first.
///
/// # Errors
/// Whatever the store says.
pub fn list(station: &mut Station, input: DraftList) -> Result<Vec<DraftRow>, AppError> {
    station.by(right(&input.noun))?;
    station.read(|db| {
        draft::all(db, &input.noun)?
            .into_iter()
            .map(|row| {
                let content = serde_json::from_str(&row.content).map_err(|_| {
                    Fault::Store(tsong_store::StoreError::Unreadable { what: "draft" })
                })?;
                Ok(DraftRow {
                    id: row.id.to_string(),
                    noun: row.noun,
                    content,
                    saved_ms: row.saved_ms,
                })
            })
            .collect()
    })
}

/// `draft.drop`: nothing happens when it is not there.
///
/// # Errors
/// [`AppError::BadInput`].
pub fn drop(station: &mut Station, input: IdInput) -> Result<Done, AppError> {
    station.by(Right::See)?;
    let id = read_id("id", &input.id)?;
    let known = station.read(|db| Ok(draft::get(db, id)?))?;
    if let Some(draft) = known {
        station.write(right(&draft.noun), |w| Ok(draft::drop(w.db, id)?))?;
    }
    Ok(Done { done: true })
}
