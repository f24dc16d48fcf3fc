//! Recomputing everything from the log: chain, stock, books, tables.

use crate::fault::Fault;
use crate::station::Station;
use crate::world;
use std::collections::BTreeMap;
use tsong_contract::AppError;
use tsong_contract::io::{Empty, HeadRow, VerifyReport};
use tsong_domain::id::{EntityId, Hash32};
use tsong_domain::money::Fen;
use tsong_domain::order::Order;
use tsong_domain::order::settle::settle;
use tsong_domain::people::Right;
use tsong_domain::posting;
use tsong_domain::stock::LotLedger;
use tsong_store::{Db, effect, fact, leg, lot, order, order_sum, origin, posting as books};
use tsong_sync::chain::{GENESIS, next_head};
use tsong_sync::encode::{Read, read_fact};

const PAGE: usize = 1000;

/// `verify`.
///
/// # Errors
/// [`AppError::VerifyFailed`] is the host's word for a report that is not `ok`; this fails only when
/// the store does.
pub fn verify(station: &mut Station, _: Empty) -> Result<VerifyReport, AppError> {
    station.by(Right::Open)?;
    let mut faults: Vec<String> = station
        .store
        .integrity()
        .map_err(crate::fault::store)?
        .into_iter()
        .map(|word| format!("integrity: {word}"))
        .collect();
    let report = station.read(|db| {
        let mut digest = Digest::default();
        let (heads, facts) = chains(db, &mut faults)?;
        orders(db, &mut digest, &mut faults)?;
        counts(db, &mut faults)?;
        stock(db, &mut digest, &mut faults)?;
        money(db, &mut faults)?;
        things(db, &mut digest)?;
        Ok(VerifyReport {
            ok: false,
            state_digest: digest.finish(),
            heads,
            facts,
            faults: Vec::new(),
        })
    })?;
    Ok(VerifyReport {
        ok: faults.is_empty(),
        faults,
        ..report
    })
}

/// A digest over every entity's state, in order of identity: equal on replicas that hold the same.
#[derive(Default)]
struct Digest {
    hasher: blake3::Hasher,
}

impl Digest {
    fn add(&mut self, what: &str, id: EntityId, state: &str) {
        self.hasher.update(what.as_bytes());
        self.hasher.update(&id.0);
        let length = u64::try_from(state.len()).unwrap_or(u64::MAX);
        self.hasher.update(&length.to_le_bytes());
        self.hasher.update(state.as_bytes());
    }

    fn finish(&self) -> String {
        Hash32(*self.hasher.finalize().as_bytes()).to_string()
    }
}

fn chains(db: &Db<'_>, faults: &mut Vec<String>) -> Result<(Vec<HeadRow>, u64), Fault> {
    let mut rows = Vec::new();
    let mut facts = 0u64;
    for o in origin::all(db)? {
        let (mut head, mut next): (Hash32, u64) = (GENESIS, 1);
        loop {
            let page = fact::of_origin(db, o.origin, next, PAGE)?;
            let is_last = page.len() < PAGE;
            for stored in page {
                if stored.raw.header.id.sequence != next {
                    faults.push(format!("chain: {} has a gap before {next}", o.origin));
                }
                next = stored.raw.header.id.sequence.saturating_add(1);
                head = next_head(&head, &stored.raw);
                if head != stored.head {
                    faults.push(format!("chain: {} does not fit", stored.raw.header.id));
                    head = stored.head;
                }
                facts = facts.saturating_add(1);
            }
            if is_last {
                break;
            }
        }
        if o.sequence != next.saturating_sub(1) || o.head != head {
            faults.push(format!(
                "chain: the head of {} is not its last fact",
                o.origin
            ));
        }
        rows.push(HeadRow {
            origin: o.origin.to_string(),
            sequence: o.sequence,
            head: o.head.to_string(),
        });
    }
    Ok((rows, facts))
}

fn orders(db: &Db<'_>, digest: &mut Digest, faults: &mut Vec<String>) -> Result<(), Fault> {
    let world = world::world(db)?;
    for id in order::ids(db)? {
        let Some(folded) = world::order(db, id)? else {
            faults.push(format!("orders: {id} has no facts"));
            continue;
        };
        let settled = settle(folded.marks.iter().map(|(i, m)| (*i, &m.mark)), &world);
        let Some(record) = order::get(db, id)? else {
            continue;
        };
        let state = tsong_contract::io::OrderState::from(settled.state).word();
        if record.state != state {
            faults.push(format!(
                "orders: {id} is {state}, its row says {}",
                record.state
            ));
        }
        check_books(
            db,
            &folded,
            &posting::of_order(&folded, &settled, &world),
            faults,
        )?;
        digest.add(
            "order",
            id,
            &format!("{:?}{:?}{:?}", settled, folded.lines(), folded.amounts()),
        );
    }
    Ok(())
}

fn counts(db: &Db<'_>, faults: &mut Vec<String>) -> Result<(), Fault> {
    let differing = order_sum::discrepancies(db)?;
    if differing > 0 {
        faults.push(format!(
            "orders: {differing} of their sums are not what counting them gives"
        ));
    }
    Ok(())
}

fn check_books(
    db: &Db<'_>,
    folded: &Order,
    expected: &[posting::Posting],
    faults: &mut Vec<String>,
) -> Result<(), Fault> {
    let sum = Fen::sum(expected.iter().map(|p| p.delta_fen));
    if sum != Some(Fen::ZERO) {
        faults.push(format!(
            "postings: those of {} do not add up to nothing",
            folded.id
        ));
    }
    let key = |p: &posting::Posting| (p.key.clone(), p.account.clone());
    let wanted: BTreeMap<_, _> = expected.iter().map(|p| (key(p), p.delta_fen)).collect();
    let found: BTreeMap<_, _> = books::of(db, folded.id)?
        .iter()
        .map(|p| (key(p), p.delta_fen))
        .collect();
    if wanted != found {
        faults.push(format!(
            "postings: those of {} are not what its marks come to",
            folded.id
        ));
    }
    Ok(())
}

fn stock(db: &Db<'_>, digest: &mut Digest, faults: &mut Vec<String>) -> Result<(), Fault> {
    let world = world::world(db)?;
    for id in leg::lots(db)? {
        let mut ledger = LotLedger {
            moves: leg::of_lot(db, id)?,
            ..LotLedger::default()
        };
        effect::of_lot(db, id, &mut ledger)?;
        let cells = ledger.cells(&world);
        if cells != lot::cells(db, id)? {
            faults.push(format!(
                "stock: lot {id} is not what its legs and orders come to"
            ));
        }
        digest.add("lot", id, &format!("{cells:?}"));
    }
    for id in lot::discrepancies(db)? {
        faults.push(format!("stock: the two sums of lot {id} differ"));
    }
    Ok(())
}

fn money(db: &Db<'_>, faults: &mut Vec<String>) -> Result<(), Fault> {
    if books::discrepancies(db)? > 0 {
        faults.push("postings: an account's sum is not that of its entries".to_owned());
    }
    let all = books::balances(db)?;
    if Fen::sum(all.iter().map(|(_, fen)| *fen)) != Some(Fen::ZERO) {
        faults.push("postings: debits and credits differ".to_owned());
    }
    Ok(())
}

/// People, listings and products: the digest of what their fields say.
fn things(db: &Db<'_>, digest: &mut Digest) -> Result<(), Fault> {
    let mut by_entity: BTreeMap<EntityId, Vec<String>> = BTreeMap::new();
    let mut after = 0;
    loop {
        let page = fact::since(db, after, PAGE)?;
        let Some(last) = page.last() else { break };
        after = last.arrival;
        for stored in page {
            if let Read::Known(f) = read_fact(&stored.raw) {
                by_entity
                    .entry(f.header.entity)
                    .or_default()
                    .push(stored.head.to_string());
            }
        }
    }
    for (id, mut heads) in by_entity {
        heads.sort_unstable();
        digest.add("thing", id, &heads.concat());
    }
    Ok(())
}
