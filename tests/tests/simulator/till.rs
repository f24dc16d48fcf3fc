//! A device: the real station in a folder of its own.

use crate::air::{Air, Wall};
use crate::photos::Photo;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tsong_contract::AppError;
use tsong_contract::command::dispatch;
use tsong_domain::fact::{Header, RawFact};
use tsong_domain::id::{FactId, Hash32};
use tsong_station::Station;
use tsong_station::fault::Fault;
use tsong_station::keys::{KeyRing, KeyStore};
use tsong_station::me::Me;
use tsong_store::fact::StoredFact;
use tsong_store::{Store, blob, fact, lost, open::Cipher, origin};
use tsong_sync::chain::next_head;
use tsong_sync::peer::Reach;

pub(crate) const PIN: &str = "428613";

/// Who a device is, whatever disk is in it.
#[derive(Clone, Debug)]
pub(crate) struct Owner {
    /// Its number in the air.
    pub(crate) device: usize,
    pub(crate) keeper: &'static str,
    pub(crate) recovery_key: String,
}

/// A device with a disk in it, the keeper signed in.
pub(crate) struct Till {
    pub(crate) owner: Owner,
    pub(crate) disk: PathBuf,
    station: Station,
    /// Reads beside the station.
    beside: Store,
}

pub(crate) fn keys(disk: &Path) -> KeyRing {
    KeyRing::open(disk, KeyStore::File)
}

pub(crate) fn store(disk: &Path) -> Store {
    let key = keys(disk).database_key().unwrap();
    Store::open_file(
        &disk.join(tsong_store::open::FILE),
        Cipher::Key(key.expose()),
    )
    .unwrap()
}

/// How far the logs on a disk reach.
pub(crate) fn reaches(disk: &Path) -> Vec<Reach> {
    let read = store(disk).read(|db| Ok::<_, Fault>(origin::all(db)?));
    let rows = read.unwrap().into_iter();
    rows.map(|row| (row.origin, row.sequence, row.head))
        .collect()
}

impl Till {
    /// Switches a device on.
    pub(crate) fn open(owner: Owner, disk: PathBuf, air: &Arc<Air>) -> Self {
        let wall = Wall {
            air: Arc::clone(air),
            device: owner.device,
            disk: disk.clone(),
        };
        let mut station = Station::open(&disk, keys(&disk), Box::new(wall)).unwrap();
        station.sign_in(owner.keeper, PIN).unwrap();
        let beside = store(&disk);
        Self {
            owner,
            disk,
            station,
            beside,
        }
    }

    /// A new disk, filled from a backup with the recovery key.
    pub(crate) fn restored(owner: Owner, file: &Path, air: &Arc<Air>) -> Self {
        let disk = air.shelf.free();
        let wall = Wall {
            air: Arc::clone(air),
            device: owner.device,
            disk: disk.clone(),
        };
        let restored = Station::restore(
            &disk,
            keys(&disk),
            Box::new(wall),
            file,
            &owner.recovery_key,
        );
        drop(restored.unwrap());
        Self::open(owner, disk, air)
    }

    pub(crate) fn try_call(&mut self, command: &str, input: Value) -> Result<Value, AppError> {
        dispatch(&mut self.station, command, input)
    }

    #[track_caller]
    pub(crate) fn call(&mut self, command: &str, input: Value) -> Value {
        match self.try_call(command, input.clone()) {
            Ok(output) => output,
            Err(error) => panic!("{command} {input} was refused: {error:?}"),
        }
    }

    pub(crate) fn sync(&mut self) -> Result<Value, AppError> {
        self.try_call("sync.run", json!({}))
    }

    pub(crate) fn is_enrolled(&self) -> bool {
        self.station.is_enrolled().unwrap()
    }

    pub(crate) fn me(&self) -> Me {
        self.beside.read(Me::load).unwrap()
    }

    /// The last fact of the log that it writes.
    pub(crate) fn last(&self) -> FactId {
        let read = self.beside.read(|db| {
            let origin = Me::load(db)?.origin;
            let sequence = origin::get(db, origin)?.map_or(0, |row| row.sequence);
            Ok::<_, Fault>(FactId::new(origin, sequence))
        });
        read.unwrap()
    }

    /// What it wrote since.
    pub(crate) fn written_since(&self, last: FactId) -> Vec<StoredFact> {
        let read = self.beside.read(|db| {
            Ok::<_, Fault>(fact::of_origin(
                db,
                last.origin,
                last.sequence + 1,
                usize::MAX,
            )?)
        });
        read.unwrap()
    }

    /// Every fact that is here, with the chain's head after it.
    pub(crate) fn facts(&self) -> BTreeMap<FactId, (Hash32, RawFact)> {
        let read = self
            .beside
            .read(|db| Ok::<_, Fault>(fact::since(db, 0, usize::MAX)?));
        let all = read.unwrap().into_iter();
        all.map(|f| (f.raw.header.id, (f.head, f.raw))).collect()
    }

    /// What was set aside to be written again.
    pub(crate) fn set_aside(&self) -> Vec<StoredFact> {
        let read = self.beside.read(|db| Ok::<_, Fault>(lost::all(db)?));
        read.unwrap()
    }

    /// The origins whose last fact says that its transaction goes on.
    pub(crate) fn torn(&self) -> Vec<FactId> {
        let read = self.beside.read(|db| {
            let mut torn = Vec::new();
            for row in origin::all(db)? {
                let last = FactId::new(row.origin, row.sequence);
                if fact::get(db, last)?.is_some_and(|f| f.raw.header.more) {
                    torn.push(last);
                }
            }
            Ok::<_, Fault>(torn)
        });
        read.unwrap()
    }

    /// Keeps a photo that was just taken.
    pub(crate) fn take_photo(&mut self, photo: &Photo) -> [Hash32; 2] {
        let [main, thumbnail] = photo.addresses();
        let kept = self.beside.write(|db| {
            blob::put(db, &thumbnail, true, &photo.thumbnail)?;
            Ok::<_, Fault>(blob::put(db, &main, false, &photo.main)?)
        });
        kept.unwrap();
        [main, thumbnail]
    }

    /// A photo, if it is whole here.
    pub(crate) fn photo(&self, hash: &Hash32) -> Option<Vec<u8>> {
        let read = self.beside.read(|db| Ok::<_, Fault>(blob::get(db, hash)?));
        read.unwrap()
    }

    /// Writes a fact as a program of a later version would: of a kind that nobody here knows.
    pub(crate) fn write_newer(&mut self, number: u32) -> RawFact {
        let body = BTreeMap::from([("festival", format!("赛马节{number}"))]);
        let written = self.beside.write(|db| {
            let me = Me::load(db)?;
            let mut row = origin::get(db, me.origin)?.unwrap();
            let last = FactId::new(row.origin, row.sequence);
            let header = fact::get(db, last)?.unwrap().raw.header;
            let raw = RawFact {
                header: Header {
                    id: FactId::new(row.origin, row.sequence + 1),
                    more: false,
                    ..header
                },
                body: minicbor_serde::to_vec(&body).unwrap(),
                personal: None,
            };
            row.sequence += 1;
            row.head = next_head(&row.head, &raw);
            fact::append(db, &raw, &row.head)?;
            origin::put(db, &row)?;
            Ok::<_, Fault>(raw)
        });
        written.unwrap()
    }

    /// The digest of all that the station holds, and what does not fit when all is computed again.
    pub(crate) fn verdict(&mut self) -> (String, Vec<String>) {
        let report = self.call("verify", json!({}));
        let faults = report["faults"].as_array().unwrap().iter();
        (
            text(&report, "state_digest"),
            faults.map(ToString::to_string).collect(),
        )
    }
}

/// A text field of an answer.
#[track_caller]
pub(crate) fn text(value: &Value, field: &str) -> String {
    value[field]
        .as_str()
        .unwrap_or_else(|| panic!("no {field} in {value}"))
        .to_owned()
}
