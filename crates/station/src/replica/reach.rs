//! How far the hub is known to reach.

use super::Replica;
use crate::fault::Fault;
use crate::me::Me;
use std::collections::BTreeMap;
use tsong_domain::id::{FactId, Origin};
use tsong_store::origin::OriginRow;
use tsong_store::{Db, fact, meta, origin, quarantine};
use tsong_sync::exchange::SyncTell;
use tsong_sync::peer::Reach;

/// Where a hub that was restored holds less of an origin than it once said.
const HUB_LOST: &str = "hub_lost";

fn hub_lost(db: &Db<'_>) -> Result<BTreeMap<Origin, u64>, Fault> {
    let lost: Vec<(Origin, u64)> = meta::get(db, HUB_LOST)?.unwrap_or_default();
    Ok(lost.into_iter().collect())
}

/// Notes what the hub holds, as far as it is our own history. What it once refused of this device's
/// own logs and holds now is refused no longer.
pub(crate) fn acknowledge(db: &Db<'_>, tell: &SyncTell) -> Result<(), Fault> {
    let me = Me::load(db)?;
    for (origin, sequence, head) in &tell.have {
        let ours = fact::get(db, FactId::new(*origin, *sequence))?;
        if ours.is_some_and(|f| f.head == *head) {
            origin::acknowledge(db, *origin, *sequence)?;
            if me.wrote(*origin) {
                quarantine::settle(db, FactId::new(*origin, *sequence))?;
            }
        }
    }
    Ok(())
}

/// As [`acknowledge`], by the latest word: what the hub has lost since is to be sent again.
pub(super) fn note_have(db: &Db<'_>, tell: &SyncTell) -> Result<(), Fault> {
    acknowledge(db, tell)?;
    let at = |origin: Origin| {
        let reach = tell.have.iter().find(|(o, _, _)| *o == origin);
        reach.map_or(0, |(_, at, _)| *at)
    };
    let lost: Vec<(Origin, u64)> = origin::all(db)?
        .into_iter()
        .filter(|o| at(o.origin) < o.at_hub)
        .map(|o| (o.origin, at(o.origin)))
        .collect();
    if !lost.is_empty() || !hub_lost(db)?.is_empty() {
        meta::put(db, HUB_LOST, &lost)?;
    }
    Ok(())
}

impl Replica<'_> {
    /// How far the hub is known to reach, for words that are not answered at once: what others wrote
    /// came from it.
    ///
    /// # Errors
    /// Whatever the store says.
    pub(crate) fn at_hub(&self) -> Result<Vec<Reach>, Fault> {
        self.reaching(|o| {
            if o.device == self.me.device {
                o.at_hub
            } else {
                o.sequence
            }
        })
    }

    /// How far the hub reaches: as far as `known` says, but for what it has lost since.
    pub(super) fn reaching(&self, known: impl Fn(&OriginRow) -> u64) -> Result<Vec<Reach>, Fault> {
        self.read(|db| {
            let lost = hub_lost(db)?;
            let mut all = Vec::new();
            for o in origin::all(db)? {
                let at = lost.get(&o.origin).copied().unwrap_or(known(&o));
                if let Some(f) = fact::get(db, FactId::new(o.origin, at))? {
                    all.push((o.origin, at, f.head));
                }
            }
            Ok(all)
        })
    }
}
