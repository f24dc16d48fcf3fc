//! What waits for a person, beside the orders of the day.

use crate::fault::Fault;
use crate::me::Me;
use crate::people;
use crate::products::Titles;
use crate::station::Station;
use tsong_contract::AppError;
use tsong_contract::io::{Done, Empty, RefusalClose, Task};
use tsong_domain::fact::Actor;
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::money::Fen;
use tsong_domain::people::Right;
use tsong_store::order::Wanted;
use tsong_store::{Db, effect, listing, lot, order, party, quarantine, same, undated};

/// So many orders of one kind are named at most.
const ORDERS: usize = 1000;

/// `task.list`: orders first, then what else waits.
///
/// # Errors
/// Whatever the store says.
pub fn list(station: &mut Station, _: Empty) -> Result<Vec<Task>, AppError> {
    station.by(Right::See)?;
    station.read(|db| {
        let mut tasks = Vec::new();
        for (state, kind) in [
            ("NeedsDecision", "needs_decision"),
            ("CancelAsked", "cancel_asked"),
            ("Asked", "asked"),
        ] {
            let wanted = Wanted {
                state,
                stage: "decide",
                limit: ORDERS,
                ..Wanted::default()
            };
            for record in order::page(db, &wanted)? {
                tasks.push(task(kind, record.id.to_string(), record.number, ""));
            }
        }
        tasks.extend(others(db)?);
        Ok(tasks)
    })
}

/// What waits for a person and is no order. Each kind has an index of its own, so that this may be
/// asked at every look at the home screen.
pub(crate) fn others(db: &Db<'_>) -> Result<Vec<Task>, Fault> {
    let mut tasks = Vec::new();
    let me = Me::load(db)?;
    if me.is_restored && !me.has_taken_over {
        tasks.push(task("takeover", String::new(), String::new(), ""));
    }
    for row in lot::short(db)? {
        tasks.push(task(
            "negative_share",
            row.id.to_string(),
            row.taken.number,
            &at_risk(db, row.id)?,
        ));
    }
    if me.is_restored {
        let readiness = me.readiness();
        for row in lot::open(db)? {
            let cells = lot::cells(db, row.id)?;
            let is_short = cells.values().any(|c| c.share().get() < 0);
            let lies_here = cells.values().any(|c| c.on_hand.get() > 0);
            if !is_short && lies_here && !readiness.may_sell(row.id) {
                tasks.push(task("recount", row.id.to_string(), row.taken.number, ""));
            }
        }
    }
    for (id, number) in undated::all(db, ORDERS)? {
        tasks.push(task("undated", id.to_string(), number, ""));
    }
    left(db, &mut tasks)?;
    for (id, other) in same::all_alike(db)? {
        let name = people::actor_name(db, Actor::Person(id))?;
        let noun = party::get(db, id)?.map(|row| row.noun).unwrap_or_default();
        let kind = if noun == "buyer" {
            "alike_buyer"
        } else {
            "alike_villager"
        };
        let other = people::actor_name(db, Actor::Person(other))?;
        tasks.push(task(kind, id.to_string(), name, &other));
    }
    contested(db, &mut tasks)?;
    for q in quarantine::open(db)? {
        tasks.push(task(
            "quarantine",
            q.fact.to_string(),
            String::new(),
            &q.code,
        ));
    }
    Ok(tasks)
}

/// `refusal.close`: what was set aside stays where it is, and waits for nobody any more.
///
/// # Errors
/// [`AppError::BadInput`] for what is no fact, [`AppError::NotFound`] when nothing of it waits.
pub fn close_refusal(station: &mut Station, input: RefusalClose) -> Result<Done, AppError> {
    station.by(Right::Sell)?;
    let id: FactId = input.fact.parse().map_err(|_| AppError::BadInput {
        field: "fact".to_owned(),
        reason: "bad_id".to_owned(),
    })?;
    let now_ms = station.host.now_ms();
    let is_closed = station
        .store
        .write(|db| Ok::<_, Fault>(quarantine::close(db, id, now_ms)?))
        .map_err(AppError::from)?;
    if is_closed {
        Ok(Done { done: true })
    } else {
        Err(AppError::missing("fact", &input.fact))
    }
}

/// Villagers who left while something of theirs is open: money, or goods that lie here. Who gets it
/// is said by the heir.
fn left(db: &Db<'_>, tasks: &mut Vec<Task>) -> Result<(), Fault> {
    for row in party::gone(db, "villager")? {
        let owed = people::balance(db, row.id)?;
        let lies_here = lot::is_any_left_of(db, row.id)?;
        let heir = people::heir(db, row.id)?;
        if lies_here || (owed != Fen::ZERO && !people::has_heir_here(db, row.id)?) {
            let name = people::actor_name(db, Actor::Person(row.id))?;
            let heir = heir.map(|(_, name)| name).unwrap_or_default();
            tasks.push(task("left", row.id.to_string(), name, &heir));
        }
    }
    Ok(())
}

/// The numbers of the orders that hold some of a lot of which there is not enough.
fn at_risk(db: &Db<'_>, lot: EntityId) -> Result<String, Fault> {
    let mut numbers = Vec::new();
    for (id, _) in effect::held(db, lot)? {
        numbers.extend(order::get(db, id)?.map(|record| record.number));
    }
    Ok(numbers.join(", "))
}

fn contested(db: &Db<'_>, tasks: &mut Vec<Task>) -> Result<(), Fault> {
    for noun in ["villager", "buyer", "operator"] {
        for row in party::contested(db, noun)? {
            let name = people::actor_name(db, Actor::Person(row.id))?;
            let fields = row.contested.join(",");
            tasks.push(task("contested", row.id.to_string(), name, &fields));
        }
    }
    let listings = listing::contested(db)?;
    if listings.is_empty() {
        return Ok(());
    }
    let titles = Titles::load(db)?;
    for row in listings {
        let name = if row.title.zh.is_empty() {
            titles.of(&row.product)
        } else {
            row.title.zh
        };
        let fields = row.contested.join(",");
        tasks.push(task("contested", row.id.to_string(), name, &fields));
    }
    Ok(())
}

fn task(kind: &str, id: String, label: String, detail: &str) -> Task {
    Task {
        kind: kind.to_owned(),
        id,
        label,
        detail: detail.to_owned(),
    }
}
