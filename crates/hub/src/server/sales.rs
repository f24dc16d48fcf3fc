//! Orders that shops bring: those that wait are committed together, by whoever has the turn.

use super::Hub;
use super::caller::Caller;
use super::reply::{Problem, taken};
use crate::error::{HubError, Result};
use crate::own::Pen;
use crate::sale::Till;
use crate::staff::known_station;
use crate::storage::{Storage, Tables};
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use ed25519_dalek::SigningKey;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::oneshot;
use tsong_contract::desk::{SaleAsk, SaleCancel, SaleTell};
use tsong_domain::id::EntityId;

type Reply<T> = std::result::Result<Json<T>, Problem>;

/// What is asked of the till.
enum Ask {
    Sell(SaleAsk),
    Cancel(String, SaleCancel),
}

struct Waiting {
    station: EntityId,
    ask: Ask,
    answer: oneshot::Sender<Result<SaleTell>>,
}

/// Those who wait, and the turn.
#[derive(Default)]
pub(super) struct Sales {
    waiting: Mutex<Vec<Waiting>>,
    turn: tokio::sync::Mutex<()>,
}

impl Sales {
    fn put(&self, one: Waiting) {
        self.all().push(one);
    }

    fn all(&self) -> std::sync::MutexGuard<'_, Vec<Waiting>> {
        // Who panicked held nothing half done: a queue is whole between two pushes.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// `POST /v1/stations/{station}/orders`.
pub(super) async fn sell<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    Path(station): Path<String>,
    _caller: Caller,
    body: std::result::Result<Json<SaleAsk>, JsonRejection>,
) -> Reply<SaleTell> {
    let ask = taken(body)?;
    asked(hub, &station, Ask::Sell(ask)).await
}

/// `POST /v1/stations/{station}/orders/{order}/cancel`.
pub(super) async fn cancel<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    Path((station, order)): Path<(String, String)>,
    _caller: Caller,
    body: std::result::Result<Json<SaleCancel>, JsonRejection>,
) -> Reply<SaleTell> {
    let ask = taken(body)?;
    asked(hub, &station, Ask::Cancel(order, ask)).await
}

async fn asked<S: Storage>(hub: Arc<Hub<S>>, station: &str, ask: Ask) -> Reply<SaleTell> {
    let unknown = |_| Problem::new(404, "station_unknown", "no such station");
    let station: EntityId = station.parse().map_err(unknown)?;
    let (answer, mut answered) = oneshot::channel();
    hub.sales.put(Waiting {
        station,
        ask,
        answer,
    });
    let turn = tokio::select! {
        biased;
        told = &mut answered => return told_of(told),
        turn = hub.sales.turn.lock() => turn,
    };
    // Whoever had the turn before may have answered this one, too.
    if let Ok(told) = answered.try_recv() {
        return told_of(Ok(told));
    }
    let at_work = Arc::clone(&hub);
    let done = tokio::task::spawn_blocking(move || commit(&at_work)).await;
    drop(turn);
    if done.is_err() {
        return Err(Problem::new(500, "broken", "the hub has trouble"));
    }
    told_of(answered.await)
}

fn told_of(
    told: std::result::Result<Result<SaleTell>, oneshot::error::RecvError>,
) -> Reply<SaleTell> {
    match told {
        Ok(told) => told.map(Json).map_err(Problem::from),
        Err(_) => Err(Problem::new(500, "broken", "the hub has trouble")),
    }
}

/// Commits all that wait in one transaction; nobody is answered before it is durable. One that is
/// refused leaves nothing behind, and hinders no other.
fn commit<S: Storage>(hub: &Hub<S>) {
    let waiting: Vec<Waiting> = std::mem::take(&mut *hub.sales.all());
    let now_ms = (hub.now_ms)();
    let done = hub
        .storage
        .write(|tables| all(tables, &hub.key, &waiting, now_ms));
    match done {
        Ok(answers) => {
            for (one, answer) in waiting.into_iter().zip(answers) {
                // Who asked may be gone: the order stands, and is found again by its id.
                one.answer.send(answer).unwrap_or(());
            }
        }
        Err(error) => {
            let said = error.to_string();
            for one in waiting {
                one.answer
                    .send(Err(HubError::Broken(said.clone())))
                    .unwrap_or(());
            }
        }
    }
}

fn all(
    tables: &dyn Tables,
    key: &SigningKey,
    waiting: &[Waiting],
    now_ms: i64,
) -> Result<Vec<Result<SaleTell>>> {
    let mut tills: BTreeMap<EntityId, Till<'_>> = BTreeMap::new();
    let mut answers = Vec::with_capacity(waiting.len());
    for one in waiting {
        if let Err(error) = known_station(tables, one.station) {
            answers.push(Err(error));
            continue;
        }
        let till = match tills.entry(one.station) {
            Entry::Occupied(open) => open.into_mut(),
            Entry::Vacant(none) => {
                none.insert(Till::open(Pen::take(tables, key, one.station, now_ms)?)?)
            }
        };
        let answer = match &one.ask {
            Ask::Sell(ask) => till.sell(ask),
            Ask::Cancel(order, ask) => till.cancel(order, ask),
        };
        match answer {
            // What the database says breaks the whole transaction; a refusal is one order's.
            Err(error @ (HubError::Database(_) | HubError::Io { .. } | HubError::Broken(_))) => {
                return Err(error);
            }
            answer => answers.push(answer),
        }
    }
    for till in tills.into_values() {
        till.close()?;
    }
    Ok(answers)
}
