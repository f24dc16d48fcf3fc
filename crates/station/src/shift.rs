//! One shift hands over to the next: what was counted in the drawer, what is open, what to know.

use crate::fault::Fault;
use crate::people;
use crate::station::Station;
use crate::typed;
use serde::{Deserialize, Serialize};
use tsong_contract::AppError;
use tsong_contract::io::{Empty, ShiftInput, ShiftNow, ShiftShown, read_id};
use tsong_domain::fact::{Actor, Body, Draft, Fact};
use tsong_domain::field::{FieldWrite, Fields, Personal, Value};
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::movement::Account;
use tsong_domain::people::{Right, shift as fields};
use tsong_domain::text::clean::clean_text;
use tsong_domain::time::Hlc;
use tsong_store::{Db, meta, order_sum, party, person, posting};

/// The longest note, in characters.
const NOTE_CHARS: usize = 1000;
const LAST: &str = "shift";

/// The last hand-over that is known, the same on every replica that holds the same facts.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Last {
    #[serde(default)]
    turn: i64,
    time: Hlc,
    fact: FactId,
    doubtful: bool,
    actor: Actor,
    to: Option<EntityId>,
    books_fen: i64,
    counted_fen: i64,
    has_note: bool,
}

/// `shift.hand_over`: notes what was counted beside what the books say; it books no difference.
///
/// # Errors
/// [`AppError::BadInput`] for an amount that cannot be or an operator that nobody knows.
pub fn hand_over(station: &mut Station, input: ShiftInput) -> Result<ShiftNow, AppError> {
    station.by(Right::Sell)?;
    let counted = typed::fen(&input.counted, "counted")?;
    let to = match input.to.as_str() {
        "" => None,
        id => Some(read_id("to", id)?),
    };
    station.write(Right::Sell, |w| {
        if let Some(to) = to
            && !party::get(w.db, to)?.is_some_and(|row| row.noun == "operator" && row.is_active)
        {
            let error = AppError::BadInput {
                field: "to".into(),
                reason: "not_in_list".into(),
            };
            return Err(error.into());
        }
        let books = posting::balance(w.db, &Account::Drawer(w.me.device))?;
        let note = clean_text(&input.note, NOTE_CHARS);
        let before = meta::get::<Last>(w.db, LAST)?.map_or(0, |last| last.turn);
        let turn = before.saturating_add(1);
        let was = Fields::new();
        let mut writes = vec![
            was.write(fields::BOOKS, Value::Int(books.get())),
            was.write(fields::COUNTED, Value::Int(counted.get())),
            was.write(fields::TURN, Value::Int(turn)),
        ];
        if let Some(to) = to {
            writes.push(was.write(fields::TO, Value::Id(to)));
        }
        let mut personal = None;
        if !note.is_empty() {
            writes.push(was.write(fields::NOTE, Value::Personal));
            personal = Some(Personal {
                note,
                ..Personal::default()
            });
        }
        let entity = w.mint();
        let body = Body::Field(FieldWrite {
            noun: "shift".to_owned(),
            writes,
            at_ms: None,
        });
        w.write_one(Draft {
            entity,
            body,
            personal,
        });
        Ok(())
    })?;
    now(station, Empty {})
}

/// `shift.show`: the last hand-over, the drawer, and what is open.
///
/// # Errors
/// Whatever the store says.
pub fn now(station: &mut Station, _: Empty) -> Result<ShiftNow, AppError> {
    station.by(Right::See)?;
    let device = station.me()?.device;
    station.read(|db| {
        let stages = order_sum::stages(db, None)?;
        let orders = |stage: &str| stages.get(stage).copied().unwrap_or_default().orders;
        Ok(ShiftNow {
            last: shown(db)?,
            drawer_fen: posting::balance(db, &Account::Drawer(device))?.get(),
            decide: orders("decide"),
            pack: orders("pack"),
        })
    })
}

fn shown(db: &Db<'_>) -> Result<Option<ShiftShown>, Fault> {
    let Some(last) = meta::get::<Last>(db, LAST)? else {
        return Ok(None);
    };
    let note = if last.has_note {
        person::get(db, last.fact)?.unwrap_or_default().note
    } else {
        String::new()
    };
    let from = match last.actor {
        Actor::Person(id) => id.to_string(),
        Actor::Station => String::new(),
    };
    Ok(Some(ShiftShown {
        at_ms: last.time.ms(),
        doubtful: last.doubtful,
        from,
        from_name: people::actor_name(db, last.actor)?,
        to_name: match last.to {
            Some(to) => people::actor_name(db, Actor::Person(to))?,
            None => String::new(),
        },
        books_fen: last.books_fen,
        counted_fen: last.counted_fen,
        note,
    }))
}

/// Keeps a hand-over when it is the latest of all that are known.
///
/// # Errors
/// Whatever the store says.
pub(crate) fn derive(db: &Db<'_>, facts: &[Fact], all: &Fields) -> Result<(), Fault> {
    let Some(first) = facts.iter().min_by_key(|f| f.header.id) else {
        return Ok(());
    };
    let last = Last {
        turn: all.int(fields::TURN).unwrap_or_default(),
        time: first.header.time,
        fact: first.header.id,
        doubtful: first.header.doubtful,
        actor: first.header.actor,
        to: all.id(fields::TO),
        books_fen: all.int(fields::BOOKS).unwrap_or_default(),
        counted_fen: all.int(fields::COUNTED).unwrap_or_default(),
        has_note: all.get(fields::NOTE).is_some(),
    };
    let known = meta::get::<Last>(db, LAST)?;
    let rank = |last: &Last| (last.turn, last.time, last.fact);
    if known.is_none_or(|known| rank(&known) <= rank(&last)) {
        meta::put(db, LAST, &last)?;
    }
    Ok(())
}
