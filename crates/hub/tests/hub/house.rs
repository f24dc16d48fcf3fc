//! A running hub in a folder of its own, and what its devices do.

use crate::http::Http;
use ed25519_dalek::SigningKey;
use serde_json::Value;
use std::io::Read;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tsong_domain::fact::{Body, Draft};
use tsong_domain::field::{FieldWrite, Personal, Value as FieldValue, Write};
use tsong_domain::id::{DeviceId, EntityId, FactId};
use tsong_domain::mark::{Aspect, Mark, MarkKind};
use tsong_domain::money::Fen;
use tsong_domain::order::{Amounts, Filling, Line, OrderTaken, Source};
use tsong_domain::quantity::{Measure, Quantity};
use tsong_hub::identity;
use tsong_hub::server::{self, Hub};
use tsong_hub::staff::Staff;
use tsong_hub::storage::sqlite::Sqlite;
use tsong_sync::exchange::{EnrolAsk, Limits, SyncError, SyncReport, sync};
use tsong_sync::memory::{Replica, public};
use tsong_sync::transport::{Method, Request, Transport};

pub(crate) const NOW_MS: i64 = 1_790_000_000_000;
pub(crate) const TOKEN: &str = "a token that staff shows";

pub(crate) struct House {
    pub(crate) dir: TempDir,
    pub(crate) hub: Arc<Hub<Sqlite>>,
    pub(crate) address: SocketAddr,
    _runtime: Runtime,
}

impl House {
    pub(crate) fn new() -> Self {
        Self::over(TempDir::new().unwrap())
    }

    pub(crate) fn over(dir: TempDir) -> Self {
        Self::with(dir, |_| {})
    }

    /// A hub that is set otherwise before it serves.
    pub(crate) fn with(dir: TempDir, set: impl FnOnce(&mut Hub<Sqlite>)) -> Self {
        let storage = Sqlite::open(dir.path()).unwrap();
        let key = identity::load(dir.path(), &storage).unwrap();
        let token = Some(tsong_hub::code::hash_token(TOKEN));
        let mut hub = Hub::new(storage, key, token, || NOW_MS);
        set(&mut hub);
        let hub = Arc::new(hub);
        let runtime = Runtime::new().unwrap();
        let listener = runtime
            .block_on(server::listen("127.0.0.1:0".parse().unwrap(), false))
            .unwrap();
        let address = listener.local_addr().unwrap();
        let serving = Arc::clone(&hub);
        runtime.spawn(async move {
            server::serve(serving, listener, None, std::future::pending())
                .await
                .unwrap();
        });
        Self {
            dir,
            hub,
            address,
            _runtime: runtime,
        }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.dir.path().to_owned()
    }

    pub(crate) fn console(&self) -> Staff<'_, Sqlite> {
        Staff::console(&self.hub.storage, &self.hub.key, NOW_MS)
    }

    /// A station and the code for its first device.
    pub(crate) fn station(&self, name: &str) -> (EntityId, String) {
        let (station, new) = self.console().add_station(name, 540_421_102).unwrap();
        (station, new.code)
    }

    pub(crate) fn code(&self, station: EntityId) -> String {
        self.console().add_code(station).unwrap().code
    }

    pub(crate) fn enrol(&self, replica: &mut Replica, code: &str) -> Result<EntityId, SyncError> {
        let ask = EnrolAsk {
            code: code.into(),
            device: replica.device,
            key: public(&replica.key),
            origin: replica.origin,
            name: "till".into(),
            version: "0.1.0".into(),
        };
        let tell = tsong_sync::exchange::enroll(&mut Http::to(self.address), &ask)?;
        replica.hub = Some(tell.hub_key);
        replica.nonce = tell.nonce.0;
        replica.requests = 0;
        replica.acknowledged.clear();
        Ok(tell.station)
    }

    /// A device that is let in.
    pub(crate) fn device(&self, station: EntityId, number: u64, seed: u8) -> Replica {
        let mut replica = Replica::new(DeviceId(number), seed, Vec::new());
        self.enrol(&mut replica, &self.code(station)).unwrap();
        replica
    }

    pub(crate) fn sync(&self, replica: &mut Replica) -> Result<SyncReport, SyncError> {
        sync(
            replica,
            &mut Http::to(self.address),
            &Limits::default(),
            &mut |_| {},
        )
    }

    /// What staff reads; the status and the JSON (or the text).
    pub(crate) fn get(&self, path: &str, token: Option<&str>) -> (u16, Value) {
        let headers = token
            .map(|t| vec![("authorization", format!("Bearer {t}"))])
            .unwrap_or_default();
        let request = Request {
            method: Method::Get,
            path: path.into(),
            headers,
            body: Vec::new(),
        };
        let mut response = Http::to(self.address).send(request).unwrap();
        let mut text = String::new();
        response.body.read_to_string(&mut text).unwrap();
        let value = serde_json::from_str(&text).unwrap_or(Value::String(text));
        (response.status, value)
    }

    pub(crate) fn orders(&self, station: EntityId) -> Vec<Value> {
        let (status, page) = self.get(
            &format!("/v1/stations/{station}/orders?limit=1000"),
            Some(TOKEN),
        );
        assert_eq!(status, 200, "{page}");
        page["orders"].as_array().unwrap().clone()
    }

    pub(crate) fn verify(&self) -> tsong_hub::verify::Verdict {
        tsong_hub::verify::verify(&self.hub.storage, &self.hub.key, NOW_MS).unwrap()
    }
}

pub(crate) fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn next(replica: &Replica) -> FactId {
    let reach = replica.reaches()[&replica.origin].0;
    FactId::new(replica.origin, reach + 1)
}

/// A buyer whose name and phone stand in a fact of their own; that fact.
pub(crate) fn buyer(replica: &mut Replica, entity: u8, name: &str) -> FactId {
    let fact = next(replica);
    let write = Write {
        field: "contact".into(),
        value: FieldValue::Personal,
        replaces: Vec::new(),
    };
    let body = Body::Field(FieldWrite {
        noun: "buyer".into(),
        writes: vec![write],
        at_ms: None,
    });
    let region = ["西藏自治区", "林芝市", "工布江达县", "巴河镇"]
        .map(String::from)
        .to_vec();
    let personal = Personal {
        name: name.into(),
        phone: "13812345678".into(),
        region,
        address: "人民路1号".into(),
        ..Personal::default()
    };
    let entity = EntityId([entity; 16]);
    replica.write(vec![Draft {
        entity,
        body,
        personal: Some(personal),
    }]);
    fact
}

/// An order with its placing; the placing's fact.
pub(crate) fn order(replica: &mut Replica, entity: EntityId, contact: Option<FactId>) -> FactId {
    let line = Line {
        line: 1,
        product: "p-010".into(),
        title: String::new(),
        grade: "特级".into(),
        measure: Measure::Weight,
        quantity: Quantity::new(1500),
        price_fen: Fen::new(2000),
        amount_fen: Fen::new(3000),
        asked_fen: None,
        filling: Filling::default(),
    };
    let amounts = Amounts::of(std::slice::from_ref(&line), Fen::new(600)).unwrap();
    let placed = next(replica).sequence + 1;
    let taken = OrderTaken {
        number: format!("N-{placed}"),
        source: Source::Phone,
        buyer: None,
        contact,
        lines: vec![line],
        amounts,
        commission_permille: None,
        created_ms: NOW_MS + i64::try_from(placed).unwrap(),
        at_ms: None,
        noted: true,
        part_of: None,
    };
    let note = Personal {
        note: "到货前打电话".into(),
        ..Personal::default()
    };
    replica.write(vec![
        Draft {
            entity,
            body: Body::Order(taken),
            personal: Some(note),
        },
        mark(entity, MarkKind::Placed, Vec::new()),
    ]);
    FactId::new(replica.origin, placed)
}

pub(crate) fn mark(entity: EntityId, kind: MarkKind, sees: Vec<FactId>) -> Draft {
    Draft::plain(
        entity,
        Body::Mark(Mark::new(Aspect::Fulfilment, kind, sees)),
    )
}

pub(crate) fn uuid(n: u8) -> EntityId {
    EntityId([n, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, n])
}
