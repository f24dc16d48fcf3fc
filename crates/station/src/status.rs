//! The station at a glance: what it is, its books, its log.

use crate::fault::Fault;
use crate::lots;
use crate::me::{self, Bond, Me, StationView, fields};
use crate::morning;
use crate::people;
use crate::photos;
use crate::products;
use crate::station::Station;
use crate::world;
use std::collections::BTreeSet;
use tsong_contract::AppError;
use tsong_contract::io::{
    Balance, ClockConfirm, Empty, FactRow, FactsInput, OperatorTile, PayCodes, StationChange,
    StationStatus,
};
use tsong_domain::catalogue::ROAD_LIMIT_HOURS;
use tsong_domain::fact::{Actor, Body, Draft, Sealed};
use tsong_domain::field::{FieldWrite, Fields, Value, Write};
use tsong_domain::id::{EntityId, Hash32};
use tsong_domain::movement::Account;
use tsong_domain::people::Right;
use tsong_domain::places::PlaceCode;
use tsong_domain::text::clean::{check_name, clean_line};
use tsong_domain::text::initials::initials;
use tsong_store::fact::StoredFact;
use tsong_store::{Db, fact, origin, party, pin, posting};
use tsong_sync::encode::{Read, read_body};

const MINUTES_A_DAY: u16 = 24 * 60;
/// More orders than any station packs in a day.
const CAPACITY_LIMIT: u32 = 10_000;
/// The most that a station may keep of the goods: half.
const COMMISSION_LIMIT: u16 = 500;
const PHONE_CHARS: usize = 40;

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
        let waiting = morning::waiting(db)?;
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
            name: view.name.clone(),
            place: view.place.map(|p| p.to_string()).unwrap_or_default(),
            place_name: products::place_name(view.place)?,
            phone: view.phone.clone(),
            pay_codes: pay_codes(view.pay_codes),
            cut_off_minutes: view.cut_off_minutes,
            packing_capacity: view.packing_capacity,
            packing_waiting: waiting,
            leaves_on: morning::leaves_on(now_ms, &view, waiting),
            road_hours: lots::road_hours(db)?,
            devices: devices(db, &me)?,
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

/// This device and those whose logs were heard of.
fn devices(db: &Db<'_>, me: &Me) -> Result<u32, Fault> {
    let mut devices: BTreeSet<_> = origin::all(db)?
        .into_iter()
        .filter(|o| !o.is_hub)
        .map(|o| o.device)
        .collect();
    devices.insert(me.device);
    Ok(u32::try_from(devices.len()).unwrap_or(u32::MAX))
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
        if let Some(phone) = &input.phone {
            let phone = clean_line(phone, PHONE_CHARS);
            writes.push(known.write(fields::PHONE, Value::Text(phone)));
        }
        writes.extend(of_the_day(w.db, &known, &input)?);
        if let Some(hours) = &input.road_hours {
            for (field, hours) in
                fields::ROAD
                    .into_iter()
                    .zip([hours.ambient, hours.chilled, hours.frozen])
            {
                if hours == 0 || hours > ROAD_LIMIT_HOURS {
                    return Err(bad("road_hours", "too_large").into());
                }
                writes.push(known.write(field, Value::Int(i64::from(hours))));
            }
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

/// When the carrier comes, how much a day takes, and the codes by which buyers pay.
fn of_the_day(db: &Db<'_>, known: &Fields, input: &StationChange) -> Result<Vec<Write>, Fault> {
    let mut writes = Vec::new();
    if let Some(minutes) = input.cut_off_minutes {
        if minutes >= MINUTES_A_DAY {
            return Err(bad("cut_off_minutes", "too_large").into());
        }
        writes.push(known.write(fields::CUT_OFF, Value::Int(i64::from(minutes))));
    }
    if let Some(capacity) = input.packing_capacity {
        if capacity > CAPACITY_LIMIT {
            return Err(bad("packing_capacity", "too_large").into());
        }
        writes.push(known.write(fields::CAPACITY, Value::Int(i64::from(capacity))));
    }
    if let Some(codes) = &input.pay_codes {
        let codes = [&codes.wechat, &codes.alipay];
        for (field, code) in fields::PAY_CODES.into_iter().zip(codes) {
            let value = if code.is_empty() {
                Value::Nothing
            } else {
                let hash = photos::address("pay_codes", code)?;
                photos::check_here(db, &hash)?;
                Value::Hash(hash)
            };
            writes.push(known.write(field, value));
        }
    }
    Ok(writes)
}

fn pay_codes(codes: [Option<Hash32>; 2]) -> PayCodes {
    let [wechat, alipay] = codes.map(|code| code.map(|c| c.to_string()).unwrap_or_default());
    PayCodes { wechat, alipay }
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
                | Account::Loss
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
        Account::Loss => "loss".to_owned(),
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
