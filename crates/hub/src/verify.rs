//! Computing everything again: chains, signatures, rows, pages.

use crate::derive;
use crate::desk::StationLog;
use crate::error::Result;
use crate::storage::Storage;
use crate::storage::order::OrderQuery;
use crate::storage::sqlite::Sqlite;
use crate::storage::station::StationRow;
use ed25519_dalek::SigningKey;
use serde::Serialize;
use std::collections::BTreeMap;
use tsong_domain::id::{EntityId, FactId, Hash32};
use tsong_domain::mark::Holder;
use tsong_domain::quantity::Quantity;
use tsong_domain::stock::{Cell, Cells};
use tsong_sync::chain::{GENESIS, next_head, root};
use tsong_sync::peer::{Log, OriginHead, vouching};
use tsong_sync::sign::verify_head;

const WINDOW_BYTES: usize = 1024 * 1024;
const ORDERS_AT_ONCE: u64 = 500;

/// What was computed again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Whether everything fits.
    pub ok: bool,
    /// How many facts.
    pub facts: u64,
    /// How many signatures.
    pub signatures: u64,
    /// How many orders.
    pub orders: u64,
    /// Each station's root: what a device that holds the same facts computes too.
    pub roots: BTreeMap<String, String>,
    /// What does not fit, in words.
    pub problems: Vec<String>,
}

/// Computes every chain, signature and derived row again, and has SQLite check its pages.
///
/// # Errors
/// Whatever the database says; what does not fit is no error but a problem in the verdict.
pub fn verify(storage: &Sqlite, key: &SigningKey, now_ms: i64) -> Result<Verdict> {
    let mut verdict = Verdict::default();
    verdict.problems.extend(
        storage
            .integrity()?
            .into_iter()
            .map(|w| format!("database: {w}")),
    );
    for station in storage.read(|t| t.stations())? {
        let log = StationLog {
            storage,
            key,
            station: station.station,
            now_ms,
        };
        let mut reaches = Vec::new();
        for head in log.heads()? {
            chain(&log, &head, &mut verdict)?;
            reaches.push(head.reach());
        }
        verdict
            .roots
            .insert(station.station.to_string(), root(&reaches).to_string());
        orders(&log, &station, &mut verdict)?;
        stock(&log, &mut verdict)?;
    }
    verdict.ok = verdict.problems.is_empty();
    Ok(verdict)
}

fn chain<S: Storage>(
    log: &StationLog<'_, S>,
    reach: &OriginHead,
    verdict: &mut Verdict,
) -> Result<()> {
    let origin = reach.origin;
    let signed: BTreeMap<u64, _> = log.signatures(origin, 1)?.into_iter().collect();
    let mut head = GENESIS;
    let mut sequence = 0u64;
    loop {
        let from = FactId::new(origin, sequence.saturating_add(1));
        let facts = log
            .storage
            .read(|t| t.facts_from(log.station, from, WINDOW_BYTES))?;
        if facts.is_empty() {
            break;
        }
        for (fact, stored) in facts {
            sequence = sequence.saturating_add(1);
            head = next_head(&head, &fact);
            if fact.header.id.sequence != sequence || head != stored {
                let at = fact.header.id;
                verdict
                    .problems
                    .push(format!("fact {at} does not fit its chain"));
                return Ok(());
            }
            if let Some(signature) = signed.get(&sequence) {
                verdict.signatures = verdict.signatures.saturating_add(1);
                let signs = |key: &Hash32| verify_head(key, origin, sequence, &head, signature);
                if !signs(&reach.key) && !vouching(log, reach.device, origin)?.iter().any(signs) {
                    verdict
                        .problems
                        .push(format!("the signature at {origin}-{sequence} is wrong"));
                }
            }
        }
    }
    verdict.facts = verdict.facts.saturating_add(sequence);
    let end: (u64, Hash32) = (sequence, head);
    if end != (reach.sequence, reach.head) {
        verdict.problems.push(format!(
            "origin {origin} ends at {sequence}, not where it should"
        ));
    }
    if !signed.contains_key(&sequence) {
        verdict
            .problems
            .push(format!("the end of origin {origin} is not signed"));
    }
    Ok(())
}

/// Every lot's cells again by the one equation; the hub has promised no gram that it has not.
fn stock<S: Storage>(log: &StationLog<'_, S>, verdict: &mut Verdict) -> Result<()> {
    let station = log.station;
    log.storage.read(|t| {
        let world = derive::world(t, station)?;
        for lot in t.lots_of_cells(station)? {
            let cells = t.cells(station, lot)?;
            let is_any = |c: &Cells| c.values().any(|cell| *cell != Cell::default());
            let fresh = t.ledger(station, lot)?.cells(&world);
            if fresh != cells && (is_any(&fresh) || is_any(&cells)) {
                verdict
                    .problems
                    .push(format!("the stock of lot {lot} is not what its facts say"));
            }
            let of_hub = cells
                .iter()
                .filter(|((holder, _), _)| *holder == Holder::Hub);
            if of_hub
                .into_iter()
                .any(|(_, cell)| cell.share() < Quantity::ZERO)
            {
                verdict
                    .problems
                    .push(format!("more of lot {lot} is promised than the hub has"));
            }
        }
        Ok(())
    })
}

fn orders<S: Storage>(
    log: &StationLog<'_, S>,
    station: &StationRow,
    verdict: &mut Verdict,
) -> Result<()> {
    let mut query = OrderQuery {
        limit: Some(ORDERS_AT_ONCE),
        ..OrderQuery::default()
    };
    if !log.storage.read(|t| t.sums_fit(station.station))? {
        let what = format!(
            "the sums of {} are not what its orders add up to",
            station.name
        );
        verdict.problems.push(what);
    }
    loop {
        let rows = log.storage.read(|t| t.orders(station.station, &query))?;
        for row in &rows {
            verdict.orders = verdict.orders.saturating_add(1);
            let entity: Option<EntityId> = row.id.parse().ok();
            let fits = match entity {
                Some(entity) => log.recompute(entity)?,
                None => false,
            };
            if !fits {
                verdict
                    .problems
                    .push(format!("order {} is not what its facts say", row.id));
            }
            query.after = entity;
        }
        if rows.is_empty() || query.after.is_none() {
            return Ok(());
        }
    }
}
