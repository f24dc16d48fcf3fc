//! The station at a glance: what it is, what waits for a person, its books, its log.

use crate::fault::Fault;
use crate::me::{self, Bond, Me, StationView, fields};
use crate::people;
use crate::station::Station;
use crate::world;
use tsong_contract::AppError;
use tsong_contract::io::{
    Balance, ClockConfirm, Empty, FactRow, FactsInput, OperatorTile, StationChange, StationStatus,
    Task,
};
use tsong_domain::fact::{Actor, Body, Draft, Sealed};
use tsong_domain::field::{FieldWrite, Value};
use tsong_domain::id::EntityId;
use tsong_domain::movement::Account;
use tsong_domain::people::Right;
use tsong_domain::places::PlaceCode;
use tsong_domain::text::clean::check_name;
use tsong_domain::text::initials::initials;
use tsong_store::fact::StoredFact;
use tsong_store::order::Wanted;
use tsong_store::{Db, fact, lot, order, party, pin, posting, quarantine};
use tsong_sync::encode::{Read, read_body};

/// The most that a station may keep of the goods: half.
const COMMISSION_LIMIT: u16 = 500;

/// `station.status`.
///
/// # Errors
/// Whatever the store says.
pub fn show(station: &mut Station, _: Empty) -> Result<StationStatus, AppError> {
    let wall = station.host.now_ms();
    let now_ms = station.believed_now_ms()?;
    let key_store = station
        .keys
        .store()
        .map_err(crate::fault::key)?
        .word()
        .to_owned();
    let signed_in = station.signed_in().map(|s| s.name.clone());
    station.read(|db| {
        let me = Me::load(db)?;
        let view = StationView::load(db)?;
        let bond = Bond::load(db)?;
        let mut operators = Vec::new();
        for row in party::all(db, "operator")?
            .into_iter()
            .filter(|o| o.is_active)
        {
            let name = people::actor_name(db, Actor::Person(row.id))?;
            operators.push(OperatorTile {
                id: row.id.to_string(),
                initials: initials(&name),
                name,
                has_pin: pin::get(db, row.id)?.is_some(),
                role: row.role,
            });
        }
        Ok(StationStatus {
            name: view.name,
            place: view.place.map(|p| p.to_string()).unwrap_or_default(),
            commission_permille: view.commission_permille,
            device: me.device.to_string(),
            origin: me.origin.to_string(),
            needs_takeover: me.is_restored && !me.has_taken_over,
            is_clock_doubted: me::clock(db)?.doubts(wall),
            now_ms,
            key_store,
            hub: bond.as_ref().map(|b| b.url.clone()),
            hub_station: bond.map(|b| b.station.to_string()),
            operators,
            signed_in,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    })
}

/// `station.change`.
///
/// # Errors
/// [`AppError::BadInput`].
pub fn change(station: &mut Station, input: StationChange) -> Result<StationStatus, AppError> {
    station.write(Right::Keep, |w| {
        let known = world::fields(w.db, EntityId::NIL)?
            .map(|(_, f)| f)
            .unwrap_or_default();
        let mut writes = Vec::new();
        if let Some(name) = &input.name {
            let name = check_name(name).map_err(|e| AppError::input("name", e))?;
            writes.push(known.write(fields::NAME, Value::Text(name)));
        }
        if let Some(place) = &input.place {
            let code: PlaceCode = place.parse().map_err(|_| bad("place", "place_unknown"))?;
            let number = i64::try_from(code.number()).map_err(|_| bad("place", "too_large"))?;
            writes.push(known.write(fields::PLACE, Value::Int(number)));
        }
        if let Some(permille) = input.commission_permille {
            if permille > COMMISSION_LIMIT {
                return Err(bad("commission_permille", "too_large").into());
            }
            writes.push(known.write(fields::COMMISSION, Value::Int(i64::from(permille))));
        }
        if !writes.is_empty() {
            let body = Body::Field(FieldWrite {
                noun: "station".to_owned(),
                writes,
                at_ms: None,
            });
            w.write_one(Draft::plain(EntityId::NIL, body));
        }
        Ok(())
    })?;
    show(station, Empty {})
}

fn bad(field: &str, reason: &str) -> AppError {
    AppError::BadInput {
        field: field.to_owned(),
        reason: reason.to_owned(),
    }
}

/// `clock.confirm`: a person says what day it is.
///
/// # Errors
/// [`AppError::BadInput`] for a day before the program was made.
pub fn confirm_clock(
    station: &mut Station,
    input: ClockConfirm,
) -> Result<StationStatus, AppError> {
    station.by(Right::Keep)?;
    if input.now_ms < crate::BUILD_MS {
        return Err(bad("now_ms", "negative"));
    }
    station
        .store
        .write(|db| {
            let mut clock = me::clock(db)?;
            clock.confirm(input.now_ms);
            me::save_clock(db, &clock)
        })
        .map_err(AppError::from)?;
    show(station, Empty {})
}

/// `task.list`: what waits for a person.
///
/// # Errors
/// Whatever the store says.
pub fn tasks(station: &mut Station, _: Empty) -> Result<Vec<Task>, AppError> {
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
                limit: 1000,
                ..Wanted::default()
            };
            for record in order::page(db, &wanted)? {
                tasks.push(task(kind, record.id.to_string(), record.number, ""));
            }
        }
        let me = Me::load(db)?;
        if me.is_restored && !me.has_taken_over {
            tasks.push(task("takeover", String::new(), String::new(), ""));
        }
        let readiness = me.readiness();
        for row in lot::all(db)? {
            let cells = lot::cells(db, row.id)?;
            if cells.values().any(|c| c.share().get() < 0) {
                tasks.push(task(
                    "negative_share",
                    row.id.to_string(),
                    row.taken.number,
                    "",
                ));
            } else if !readiness.may_sell(row.id) && cells.values().any(|c| c.on_hand.get() > 0) {
                tasks.push(task("recount", row.id.to_string(), row.taken.number, ""));
            }
        }
        for noun in ["villager", "buyer", "operator"] {
            for row in party::all(db, noun)?
                .into_iter()
                .filter(|p| !p.contested.is_empty())
            {
                let name = people::actor_name(db, Actor::Person(row.id))?;
                tasks.push(task(
                    "contested",
                    row.id.to_string(),
                    name,
                    &row.contested.join(","),
                ));
            }
        }
        for q in quarantine::all(db)? {
            tasks.push(task(
                "quarantine",
                q.fact.to_string(),
                String::new(),
                &q.code,
            ));
        }
        Ok(tasks)
    })
}

fn task(kind: &str, id: String, label: String, detail: &str) -> Task {
    Task {
        kind: kind.to_owned(),
        id,
        label,
        detail: detail.to_owned(),
    }
}

/// `ledger.balances`.
///
/// # Errors
/// Whatever the store says.
pub fn balances(station: &mut Station, _: Empty) -> Result<Vec<Balance>, AppError> {
    station.by(Right::Sell)?;
    station.read(|db| {
        let mut rows = Vec::new();
        for (account, balance) in posting::balances(db)? {
            let label = match &account {
                Account::Villager(id) => people::actor_name(db, Actor::Person(*id))?,
                Account::Drawer(_)
                | Account::Way(_)
                | Account::Carrier
                | Account::Commission
                | Account::Clearing(_)
                | Account::Rounding
                | Account::Owner
                | Account::Other(_) => String::new(),
            };
            rows.push(Balance {
                account: account_word(&account),
                label,
                balance_fen: balance.get(),
            });
        }
        Ok(rows)
    })
}

/// An account as programs read it.
#[must_use]
pub(crate) fn account_word(account: &Account) -> String {
    match account {
        Account::Drawer(device) => format!("drawer:{device}"),
        Account::Way(way) => format!("way:{}", way.word()),
        Account::Villager(id) => format!("villager:{id}"),
        Account::Carrier => "carrier".to_owned(),
        Account::Commission => "commission".to_owned(),
        Account::Clearing(id) => format!("clearing:{id}"),
        Account::Rounding => "rounding".to_owned(),
        Account::Owner => "owner".to_owned(),
        Account::Other(word) => word.clone(),
    }
}

/// `facts.list`.
///
/// # Errors
/// Whatever the store says.
pub fn facts(station: &mut Station, input: FactsInput) -> Result<Vec<FactRow>, AppError> {
    station.by(Right::See)?;
    let limit = match input.limit {
        0 => usize::MAX,
        some => usize::try_from(some).unwrap_or(usize::MAX),
    };
    station.read(|db| fact_rows(db, input.since, limit))
}

fn fact_rows(db: &Db<'_>, since: i64, limit: usize) -> Result<Vec<FactRow>, Fault> {
    Ok(fact::since(db, since, limit)?
        .into_iter()
        .map(fact_row)
        .collect())
}

fn fact_row(stored: StoredFact) -> FactRow {
    let header = &stored.raw.header;
    let (kind, body) = match read_body(&stored.raw.body) {
        Read::Known(body) => split(&body),
        Read::Unknown => ("unknown".to_owned(), serde_json::Value::Null),
        Read::Malformed => ("malformed".to_owned(), serde_json::Value::Null),
    };
    FactRow {
        arrival: stored.arrival,
        id: header.id.to_string(),
        at_ms: header.time.ms(),
        doubtful: header.doubtful,
        actor: match header.actor {
            Actor::Station => "station".to_owned(),
            Actor::Person(id) => id.to_string(),
        },
        entity: header.entity.to_string(),
        kind,
        body,
        personal: match stored.raw.personal {
            None => "none",
            Some(Sealed::Open { .. }) => "open",
            Some(Sealed::Erased(_)) => "erased",
        }
        .to_owned(),
        head: stored.head.to_string(),
    }
}

/// A body's kind and its content.
fn split(body: &Body) -> (String, serde_json::Value) {
    match serde_json::to_value(body) {
        Ok(serde_json::Value::Object(map)) => map
            .into_iter()
            .next()
            .unwrap_or_else(|| ("unknown".to_owned(), serde_json::Value::Null)),
        Ok(_) | Err(_) => ("unknown".to_owned(), serde_json::Value::Null),
    }
}
