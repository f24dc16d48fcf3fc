//! Setting a station up, and bringing one back: from a backup, or from a lost key.

mod ground;
mod restore;
mod unlock;

pub(crate) use ground::{finish, sync_dir};
pub use restore::{Restored, Restoring};
pub use unlock::Unlocked;

use crate::fault::{self, Fault};
use crate::keys::{self, KeyRing, device_signer, recovery};
use crate::me::{self, Bond, Counters, Me};
use crate::people;
use crate::pin;
use crate::setup::ground::Ground;
use crate::station::{Host, Station};
use crate::work::Work;
use std::path::Path;
use tsong_contract::AppError;
use tsong_domain::fact::{Actor, Body, Draft, OriginBorn};
use tsong_domain::field::{FieldWrite, Fields, Value};
use tsong_domain::id::{DeviceId, EntityId, Hash32, Origin};
use tsong_domain::people::Role;
use tsong_domain::places::PlaceCode;
use tsong_domain::text::clean::check_name;
use tsong_store::open::{Cipher, FILE};
use tsong_store::origin::OriginRow;
use tsong_store::{Db, Store, origin, pin as pins};
use tsong_sync::chance;

/// A random number of sixty-four bits, never zero: zero is the hub's.
pub(crate) fn random_u64() -> Result<u64, Fault> {
    let mut bytes = [0u8; 8];
    chance::fill(&mut bytes).map_err(|_| Fault::Random)?;
    Ok(u64::from_le_bytes(bytes).max(1))
}

/// What a new station needs to be told.
#[derive(Clone, Debug)]
pub struct NewStation<'a> {
    /// The station's name.
    pub name: &'a str,
    /// Its place code; empty when unknown.
    pub place: &'a str,
    /// The first keeper's name.
    pub operator: &'a str,
    /// The first keeper's PIN.
    pub pin: &'a str,
}

/// A station that was just made.
pub struct Created {
    /// The station, the keeper signed in.
    pub station: Station,
    /// The recovery key: shown and printed once.
    pub recovery_key: String,
    /// What the person should know, as codes: `pin_too_simple`.
    pub warnings: Vec<String>,
}

impl Station {
    /// Sets a station up in a folder: key, database, first origin, name, first keeper.
    ///
    /// # Errors
    /// [`AppError::DatabaseExists`], [`AppError::BadInput`], [`AppError::PinTooShort`],
    /// [`AppError::KeyringUnavailable`], and whatever the disk says. Stopped in the middle, even by a
    /// power cut, it leaves no station or a whole one.
    pub fn create(
        dir: &Path,
        keys: KeyRing,
        host: Box<dyn Host>,
        new: &NewStation<'_>,
    ) -> Result<Created, AppError> {
        let name = check_name(new.name).map_err(|e| AppError::input("name", e))?;
        let operator = check_name(new.operator).map_err(|e| AppError::input("operator", e))?;
        let warnings = crate::signin::judge_pin(new.pin)?;
        let place = read_place(new.place)?;
        let ground = Ground::hold(dir)?;
        if dir.join(FILE).exists() {
            return Err(AppError::DatabaseExists {
                path: dir.join(FILE).display().to_string(),
            });
        }
        // A key without a database is what an interrupted set-up left: it goes on with that key.
        let key = match keys.create_database_key() {
            Err(keys::KeyError::Exists) => keys.database_key(),
            other => other,
        }
        .map_err(fault::key)?;
        let seed = match keys.device_key().map_err(fault::key)? {
            Some(seed) => seed,
            None => keys.create_device_key().map_err(fault::key)?,
        };
        let public = Hash32(device_signer(&seed).verifying_key().to_bytes());
        // The database appears under its name only when it is whole: a cut set-up leaves none.
        let building = ground.building()?;
        let mut store =
            Store::create(&building, Cipher::Key(key.expose())).map_err(fault::store)?;
        let now_ms = host.now_ms();
        let id = store.write(|db| first_facts(db, &name, place, &operator, public, now_ms))?;
        crate::signin::put_pin(&mut store, id, new.pin)?;
        store.checkpoint().map_err(fault::store)?;
        drop(store);
        ground.swap(now_ms)?;
        drop(ground);
        let mut station = Self::open(dir, keys, host)?;
        station.sign_in(&operator, new.pin)?;
        let recovery_key = recovery::encode(key.expose());
        Ok(Created {
            station,
            recovery_key,
            warnings,
        })
    }
}

/// A place code as typed or chosen; `None` when it is left empty.
fn read_place(text: &str) -> Result<Option<i64>, AppError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let code: Option<PlaceCode> = text.trim().parse().ok();
    code.and_then(|code| i64::try_from(code.number()).ok())
        .map(Some)
        .ok_or_else(|| AppError::BadInput {
            field: "place".to_owned(),
            reason: "place_unknown".to_owned(),
        })
}

fn first_facts(
    db: &Db<'_>,
    name: &str,
    place: Option<i64>,
    operator: &str,
    key: Hash32,
    now_ms: i64,
) -> Result<EntityId, Fault> {
    let me = Me {
        device: DeviceId(random_u64()?),
        origin: Origin(random_u64()?),
        older: Vec::new(),
        is_restored: false,
        has_taken_over: false,
        counted: std::collections::BTreeSet::new(),
    };
    begin_origin(db, &me, key)?;
    let mut work = Work::begin(db, Actor::Station, now_ms)?;
    let born = OriginBorn {
        device: me.device,
        key,
        after: Vec::new(),
        hub: false,
    };
    work.write_one(Draft::plain(EntityId::NIL, Body::Origin(born)));
    let none = Fields::new();
    let mut writes = vec![
        none.write(me::fields::NAME, Value::Text(name.to_owned())),
        none.write(me::fields::COMMISSION, Value::Int(0)),
    ];
    writes.extend(place.map(|code| none.write(me::fields::PLACE, Value::Int(code))));
    let station = FieldWrite {
        noun: "station".to_owned(),
        writes,
        at_ms: None,
    };
    work.write_one(Draft::plain(EntityId::NIL, Body::Field(station)));
    let id = work.mint();
    people::put_down(
        &mut work,
        "operator",
        id,
        people::first(operator, Role::Keeper),
    );
    work.finish()?;
    Ok(id)
}

/// The row of an origin that is about to be born.
fn begin_origin(db: &Db<'_>, me: &Me, key: Hash32) -> Result<(), Fault> {
    me.save(db)?;
    let row = OriginRow {
        origin: me.origin,
        device: me.device,
        key,
        is_hub: false,
        sequence: 0,
        head: tsong_sync::chain::GENESIS,
        closed: None,
        at_hub: 0,
    };
    Ok(origin::put(db, &row)?)
}

/// A device that was restored, or found its chain forked, goes on under a new origin.
pub(crate) fn new_origin(db: &Db<'_>, key: Hash32, now_ms: i64) -> Result<(), Fault> {
    let mut me = Me::load(db)?;
    me.older.push(me.origin);
    me.origin = Origin(random_u64()?);
    me.is_restored = true;
    me.has_taken_over = false;
    me.counted.clear();
    begin_origin(db, &me, key)?;
    Counters::default().save(db)?;
    Bond::forget(db)?;
    let mut work = Work::begin(db, Actor::Station, now_ms)?;
    let born = OriginBorn {
        device: me.device,
        key,
        after: me.older.clone(),
        hub: false,
    };
    work.write_one(Draft::plain(EntityId::NIL, Body::Origin(born)));
    work.finish()?;
    Ok(())
}

/// Sets an operator's verifier in a store.
pub(crate) fn set_pin(db: &Db<'_>, operator: EntityId, verifier: &str) -> Result<(), Fault> {
    let tries = serde_json::to_string(&pin::after_success()).unwrap_or_default();
    Ok(pins::set(db, operator, verifier, &tries)?)
}
