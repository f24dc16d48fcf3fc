//! Counters, as Prometheus reads them.

use super::Hub;
use super::reply::{Problem, blocking};
use crate::error::Result;
use crate::storage::{Storage, Tables};
use crate::value::size;
use axum::extract::State;
use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tsong_sync::exchange::serve::Heard;

/// What has happened since the server started.
#[derive(Debug, Default)]
pub struct Metrics {
    syncs: AtomicU64,
    refused: AtomicU64,
    enrolments: AtomicU64,
    facts: AtomicU64,
    facts_refused: AtomicU64,
    bytes_up: AtomicU64,
    bytes_down: AtomicU64,
}

fn add(counter: &AtomicU64, count: u64) {
    counter.fetch_add(count, Ordering::Relaxed);
}

impl Metrics {
    pub(super) fn asked(&self, is_known: bool) {
        if !is_known {
            self.refused();
        }
    }

    pub(super) fn refused(&self) {
        add(&self.refused, 1);
    }

    pub(super) fn enrolled(&self, is_in: bool) {
        add(
            if is_in {
                &self.enrolments
            } else {
                &self.refused
            },
            1,
        );
    }

    pub(super) fn heard(&self, heard: &Heard) {
        add(&self.syncs, 1);
        add(&self.facts, heard.appended);
        add(&self.facts_refused, size(heard.refused.len()));
        add(&self.bytes_up, heard.bytes);
    }

    pub(super) fn answered(&self, bytes: u64) {
        add(&self.bytes_down, bytes);
    }
}

/// The text that Prometheus scrapes. No personal data, no station's name.
pub(super) async fn show<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
) -> std::result::Result<String, Problem> {
    blocking(move || text(&hub)).await
}

/// How many stations, facts and orders are held.
fn sums(t: &dyn Tables) -> Result<(u64, u64, u64)> {
    let stations = t.stations()?;
    let (mut facts, mut orders) = (0u64, 0u64);
    for row in &stations {
        let reach = t.origins(row.station)?;
        facts = reach
            .iter()
            .map(|h| h.sequence)
            .fold(facts, u64::saturating_add);
    }
    for (_, sum) in t.state_sums(None)? {
        orders = orders.saturating_add(sum.orders);
    }
    Ok((size(stations.len()), facts, orders))
}

fn text<S: Storage>(hub: &Hub<S>) -> Result<String> {
    let (stations, facts, orders) = hub.storage.read(sums)?;
    let m = &hub.metrics;
    let get = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
    let lines = [
        ("tsong_hub_stations", "gauge", "Stations.", stations),
        ("tsong_hub_facts", "gauge", "Facts that are held.", facts),
        ("tsong_hub_orders", "gauge", "Orders that are held.", orders),
        (
            "tsong_hub_syncs_total",
            "counter",
            "Exchanges.",
            get(&m.syncs),
        ),
        (
            "tsong_hub_enrolments_total",
            "counter",
            "Devices let in.",
            get(&m.enrolments),
        ),
        (
            "tsong_hub_refused_total",
            "counter",
            "Requests refused.",
            get(&m.refused),
        ),
        (
            "tsong_hub_facts_received_total",
            "counter",
            "New facts taken in.",
            get(&m.facts),
        ),
        (
            "tsong_hub_facts_refused_total",
            "counter",
            "Origins refused.",
            get(&m.facts_refused),
        ),
        (
            "tsong_hub_bytes_up_total",
            "counter",
            "Bytes of requests.",
            get(&m.bytes_up),
        ),
        (
            "tsong_hub_bytes_down_total",
            "counter",
            "Bytes of answers.",
            get(&m.bytes_down),
        ),
    ];
    let mut out = String::new();
    for (name, kind, help, value) in lines {
        // Writing to a string does not fail.
        writeln!(
            out,
            "# HELP {name} {help}\n# TYPE {name} {kind}\n{name} {value}"
        )
        .unwrap_or(());
    }
    Ok(out)
}
