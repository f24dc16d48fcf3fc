//! Setting a station up, and bringing one back from a backup.

use crate::backup;
use crate::fault::{self, Fault};
use crate::keys::{self, KeyRing, device_signer, recovery};
use crate::me::{self, Bond, Counters, Me};
use crate::pin;
use crate::station::{Host, Station};
use crate::work::Work;
use std::path::Path;
use tsong_contract::AppError;
use tsong_domain::fact::{Actor, Body, Draft, OriginBorn};
use tsong_domain::field::{FieldWrite, Fields, Personal, Value};
use tsong_domain::id::{DeviceId, EntityId, Hash32, Origin};
use tsong_domain::people::{Role, fields as people};
use tsong_domain::text::clean::check_name;
use tsong_store::open::{Cipher, FILE};
use tsong_store::origin::OriginRow;
use tsong_store::{Db, Store, origin, pin as pins};

/// A random number of sixty-four bits, never zero: zero is the hub's.
pub(crate) fn random_u64() -> Result<u64, Fault> {
    let mut bytes = [0u8; 8];
    getrandom::fill(&mut bytes).map_err(|_| Fault::Random)?;
    Ok(u64::from_le_bytes(bytes).max(1))
}

/// What a new station needs to be told.
#[derive(Clone, Debug)]
pub struct NewStation<'a> {
    /// The station's name.
    pub name: &'a str,
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
    /// [`AppError::KeyringUnavailable`], and whatever the disk says.
    pub fn create(
        dir: &Path,
        keys: KeyRing,
        host: Box<dyn Host>,
        new: &NewStation<'_>,
    ) -> Result<Created, AppError> {
        let name = check_name(new.name).map_err(|e| AppError::input("name", e))?;
        let operator = check_name(new.operator).map_err(|e| AppError::input("operator", e))?;
        let warnings = crate::signin::judge_pin(new.pin)?;
        std::fs::create_dir_all(dir).map_err(|e| fault::io(&e))?;
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
        let building = dir.join("setup");
        let _cleared = std::fs::remove_dir_all(&building);
        std::fs::create_dir_all(&building).map_err(|e| fault::io(&e))?;
        let mut store =
            Store::create(&building, Cipher::Key(key.expose())).map_err(fault::store)?;
        let now_ms = host.now_ms();
        let id = store.write(|db| first_facts(db, &name, &operator, public, now_ms))?;
        crate::signin::put_pin(&mut store, id, new.pin)?;
        store.checkpoint().map_err(fault::store)?;
        drop(store);
        std::fs::rename(building.join(FILE), dir.join(FILE)).map_err(|e| fault::io(&e))?;
        sync_dir(dir)?;
        let _cleared = std::fs::remove_dir_all(&building);
        let mut station = Self::open(dir, keys, host)?;
        station.sign_in(&operator, new.pin)?;
        let recovery_key = recovery::encode(key.expose());
        Ok(Created {
            station,
            recovery_key,
            warnings,
        })
    }

    /// Brings a station back from a backup into an empty folder. The device is the same, its origin
    /// and its signing key are new: it enrols again, takes over, and counts before it sells.
    ///
    /// # Errors
    /// [`AppError::DirectoryNotEmpty`], [`AppError::RecoveryKeyWrong`],
    /// [`AppError::BackupDamaged`], [`AppError::DatabaseNewer`], and whatever the disk says.
    pub fn restore(
        dir: &Path,
        keys: KeyRing,
        host: Box<dyn Host>,
        file: &Path,
        recovery_key: &str,
    ) -> Result<Self, AppError> {
        let is_empty = match std::fs::read_dir(dir) {
            Ok(mut entries) => entries.next().is_none(),
            Err(_) => true,
        };
        if !is_empty {
            return Err(AppError::DirectoryNotEmpty {
                path: dir.display().to_string(),
            });
        }
        let raw = recovery::decode(recovery_key).map_err(|_| AppError::RecoveryKeyWrong)?;
        let key = keys::SecretKey::from_bytes(raw);
        backup::check(file, &key)?;
        std::fs::create_dir_all(dir).map_err(|e| fault::io(&e))?;
        let building = dir.join("setup");
        std::fs::create_dir_all(&building).map_err(|e| fault::io(&e))?;
        std::fs::copy(file, building.join(FILE)).map_err(|e| fault::io(&e))?;
        keys.put_database_key(&key).map_err(fault::key)?;
        let seed = keys.create_device_key().map_err(fault::key)?;
        let public = Hash32(device_signer(&seed).verifying_key().to_bytes());
        let mut store = Store::open(&building, Cipher::Key(key.expose())).map_err(fault::store)?;
        let now_ms = host.now_ms();
        store.write(|db| new_origin(db, public, now_ms))?;
        store.checkpoint().map_err(fault::store)?;
        drop(store);
        std::fs::rename(building.join(FILE), dir.join(FILE)).map_err(|e| fault::io(&e))?;
        sync_dir(dir)?;
        let _cleared = std::fs::remove_dir_all(&building);
        Self::open(dir, keys, host)
    }
}

fn sync_dir(dir: &Path) -> Result<(), AppError> {
    std::fs::File::open(dir)
        .and_then(|d| d.sync_all())
        .map_err(|e| fault::io(&e))
}

fn first_facts(
    db: &Db<'_>,
    name: &str,
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
    let writes = vec![
        none.write(me::fields::NAME, Value::Text(name.to_owned())),
        none.write(me::fields::COMMISSION, Value::Int(0)),
    ];
    let station = FieldWrite {
        noun: "station".to_owned(),
        writes,
        at_ms: None,
    };
    work.write_one(Draft::plain(EntityId::NIL, Body::Field(station)));
    let id = work.mint();
    let writes = vec![
        none.write(people::CONTACT, Value::Personal),
        none.write(people::ROLE, Value::Text(Role::Keeper.word().to_owned())),
        none.write(people::ACTIVE, Value::Flag(true)),
    ];
    work.write_one(Draft {
        entity: id,
        body: Body::Field(FieldWrite {
            noun: "operator".to_owned(),
            writes,
            at_ms: None,
        }),
        personal: Some(Personal {
            name: operator.to_owned(),
            ..Personal::default()
        }),
    });
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
