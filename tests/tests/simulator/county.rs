//! The hub: its real code, called as its server calls it, without the server.

use crate::folder::Shelf;
use crate::hooked::Hooked;
use crate::mutant::{Blind, Mutant};
use ed25519_dalek::SigningKey;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use tsong_domain::fact::RawFact;
use tsong_domain::id::{EntityId, FactId, Hash32};
use tsong_hub::enroll::enroll;
use tsong_hub::error::HubError;
use tsong_hub::staff::Staff;
use tsong_hub::storage::Storage;
use tsong_hub::storage::device::DeviceRow;
use tsong_hub::storage::sqlite::{self, Sqlite};
use tsong_hub::{StationLog, backup, disk, door, identity, verify};
use tsong_sync::exchange::request::Authorization;
use tsong_sync::exchange::serve::{self, Desk, ServeError};
use tsong_sync::exchange::{ENROLL_PATH, ErrorBody, SYNC_PATH};
use tsong_sync::peer::Reach;
use tsong_sync::transport::Request;

/// A hub in a folder.
pub(crate) struct County {
    dir: PathBuf,
    pub(crate) storage: Sqlite,
    pub(crate) key: SigningKey,
    /// What is wrong with it.
    pub(crate) mutant: Option<Mutant>,
    /// What the device that asks now has; a blind hub believes it.
    pub(crate) believed: Mutex<Vec<Reach>>,
}

/// What the hub answers.
pub(crate) struct Served {
    pub(crate) status: u16,
    pub(crate) bytes: Vec<u8>,
}

impl Served {
    pub(crate) fn whole(bytes: Vec<u8>) -> Self {
        Self { status: 200, bytes }
    }

    pub(crate) fn refusal(status: u16, code: &str) -> Self {
        Self::refusing(status, code, None)
    }

    pub(crate) fn wrong_offset(offset: u64) -> Self {
        Self::refusing(409, "wrong_offset", Some(offset))
    }

    fn refusing(status: u16, code: &str, offset: Option<u64>) -> Self {
        let body = ErrorBody {
            code: code.to_owned(),
            message: code.to_owned(),
            offset,
        };
        Self {
            status,
            bytes: serde_json::to_vec(&body).unwrap(),
        }
    }
}

impl From<HubError> for Served {
    fn from(error: HubError) -> Self {
        assert!(error.status() != 500, "the hub has trouble: {error}");
        Self::refusal(error.status(), error.code())
    }
}

impl County {
    pub(crate) fn open(dir: &Path, now_ms: i64) -> Self {
        let storage = Sqlite::open(dir).unwrap();
        let key = identity::load(dir, &storage).unwrap();
        disk::recognise(dir, &storage, &key, now_ms).unwrap();
        Self {
            dir: dir.to_owned(),
            storage,
            key,
            mutant: None,
            believed: Mutex::default(),
        }
    }

    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    fn console(&self, now_ms: i64) -> Staff<'_, Sqlite> {
        Staff::console(&self.storage, &self.key, now_ms)
    }

    pub(crate) fn add_station(&self, name: &str, now_ms: i64) -> EntityId {
        let added = self.console(now_ms).add_station(name, 540_421_102);
        added.unwrap().0
    }

    pub(crate) fn code(&self, station: EntityId, now_ms: i64) -> String {
        self.console(now_ms).add_code(station).unwrap().code
    }

    fn log(&self, station: EntityId, now_ms: i64) -> StationLog<'_, Sqlite> {
        StationLog {
            storage: &self.storage,
            key: &self.key,
            station,
            now_ms,
        }
    }

    /// Who asks; the number of the request is used up.
    pub(crate) fn admit(&self, request: &Request) -> Result<(DeviceRow, Authorization), Served> {
        let header = request.headers.iter().find(|(n, _)| *n == "authorization");
        let signed = header
            .and_then(|(_, value)| Authorization::read(value))
            .ok_or_else(|| Served::refusal(401, "bad_signature"))?;
        let (method, path) = (request.method.word(), request.path.as_str());
        let device = door::device(&self.storage, &self.key, method, path, &signed)?;
        Ok((device, signed))
    }

    /// Takes in what of a request's body arrives, and answers as far as the line takes it.
    pub(crate) fn exchange(
        &self,
        (device, signed): &(DeviceRow, Authorization),
        body: Hooked<'_>,
        now_ms: i64,
        room: usize,
    ) -> Served {
        let log = self.log(device.station, now_ms);
        let believed = self.believed.lock().unwrap().clone();
        let forgets = self.mutant == Some(Mutant::UnknownDropped);
        if forgets || self.mutant.is_some_and(Mutant::is_blind) {
            let careless = Blind {
                log,
                believed,
                forgets,
            };
            return exchange(careless, device, signed, body, room);
        }
        exchange(log, device, signed, body, room)
    }

    /// What needs no admission.
    pub(crate) fn answer(&self, request: &Request, now_ms: i64) -> Served {
        if request.path != ENROLL_PATH {
            assert_ne!(request.path, SYNC_PATH, "a sync has to be admitted");
            return Served::refusal(404, "not_found");
        }
        let ask = serde_json::from_slice(&request.body).unwrap();
        match enroll(&self.storage, &self.key, &ask, now_ms) {
            Ok(tell) => Served {
                status: 200,
                bytes: serde_json::to_vec(&tell).unwrap(),
            },
            Err(error) => error.into(),
        }
    }

    /// `tsong-hub backup`.
    pub(crate) fn keep(&self, shelf: &Shelf) -> PathBuf {
        let file = shelf.free();
        backup::backup(&self.storage, &file).unwrap();
        file
    }

    /// A new machine with the hub's key and an old backup.
    pub(crate) fn restored(&self, file: &Path, shelf: &Shelf, now_ms: i64) -> Self {
        let dir = shelf.free();
        std::fs::create_dir_all(&dir).unwrap();
        std::fs::copy(file, dir.join(sqlite::FILE)).unwrap();
        let key = identity::FILE;
        std::fs::copy(self.dir.join(key), dir.join(key)).unwrap();
        if let Some(mutant) = self.mutant {
            mutant.at_restore(&dir, self);
        }
        Self {
            mutant: self.mutant,
            ..Self::open(&dir, now_ms)
        }
    }

    /// What is left when the power fails.
    pub(crate) fn crashed(&self, shelf: &Shelf, now_ms: i64) -> Self {
        let left = shelf.copy(&self.dir);
        if let Some(mutant) = self.mutant {
            mutant.at_crash(&left);
        }
        Self {
            mutant: self.mutant,
            ..Self::open(&left, now_ms)
        }
    }

    /// Every fact of a station, with the chain's head after it.
    pub(crate) fn facts(&self, station: EntityId) -> BTreeMap<FactId, (Hash32, RawFact)> {
        let read = self.storage.read(|t| {
            let mut all = BTreeMap::new();
            for head in t.origins(station)? {
                let mut next = FactId::new(head.origin, 1);
                loop {
                    let page = t.facts_from(station, next, 1 << 20)?;
                    let Some((last, _)) = page.last() else { break };
                    next.sequence = last.header.id.sequence + 1;
                    all.extend(page.into_iter().map(|(f, h)| (f.header.id, (h, f))));
                }
            }
            Ok(all)
        });
        read.unwrap()
    }

    /// The origins whose last fact says that its transaction goes on.
    pub(crate) fn torn(&self, station: EntityId) -> Vec<FactId> {
        let read = self.storage.read(|t| {
            let mut torn = Vec::new();
            for head in t.origins(station)? {
                let last = FactId::new(head.origin, head.sequence);
                if t.fact(station, last)?.is_some_and(|f| f.header.more) {
                    torn.push(last);
                }
            }
            Ok(torn)
        });
        read.unwrap()
    }

    /// What does not fit when everything is computed again.
    pub(crate) fn problems(&self, now_ms: i64) -> Vec<String> {
        let verdict = verify::verify(&self.storage, &self.key, now_ms).unwrap();
        verdict.problems
    }
}

/// The exchange as the hub's server runs it.
fn exchange<D: Desk<Error = HubError>>(
    mut log: D,
    device: &DeviceRow,
    signed: &Authorization,
    body: Hooked<'_>,
    room: usize,
) -> Served {
    let heard = match serve::hear(&mut log, body, &signed.digest) {
        Ok(heard) => heard,
        Err(ServeError::Cut) => return Served::refusal(400, "cut"),
        Err(error) => panic!("the hub could not hear: {error}"),
    };
    let mut bytes = Vec::new();
    let mut write = |piece: Vec<u8>| {
        if bytes.len() >= room {
            return Err(io::Error::from(io::ErrorKind::BrokenPipe));
        }
        bytes.extend(piece);
        Ok(())
    };
    match serve::answer(&mut log, device.device, signed.sequence, heard, &mut write) {
        Ok(_) | Err(ServeError::Gone(_)) => Served { status: 200, bytes },
        Err(error) => panic!("the hub could not answer: {error}"),
    }
}
