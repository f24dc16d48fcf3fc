//! Migrations: each brings the schema one version up; all that are pending run in one transaction.

use crate::{Result, StoreError};
use crate::{
    blob, draft, effect, fact, find, floor, leg, listing, lost, lot, meta, order, order_sum,
    origin, party, person, pin, posting, printed, promise, quarantine, reveal, same, seal,
    sync_log, undated,
};
use rusqlite::{Connection, TransactionBehavior};

/// The steps, oldest first; a released step is never changed.
const STEPS: &[&[&str]] = &[
    &[
        meta::SCHEMA,
        origin::SCHEMA,
        fact::SCHEMA,
        seal::SCHEMA,
        quarantine::SCHEMA,
        person::SCHEMA,
        party::SCHEMA,
        lot::SCHEMA,
        lost::SCHEMA,
        listing::SCHEMA,
        leg::SCHEMA,
        order::SCHEMA,
        effect::SCHEMA,
        posting::SCHEMA,
        draft::SCHEMA,
        pin::SCHEMA,
        blob::SCHEMA,
        find::SCHEMA,
        sync_log::SCHEMA,
    ],
    &[
        order::LIGHT,
        order_sum::SCHEMA,
        posting::BALANCE,
        lot::BROUGHT,
        party::THUMBNAIL,
        listing::CONTESTED,
        printed::SCHEMA,
    ],
    &[order::OF_BUYER, party::LISTED, reveal::SCHEMA],
    &[quarantine::CLOSED, undated::SCHEMA],
    &[promise::SCHEMA],
    &[listing::PRICES, floor::SCHEMA, same::SCHEMA],
    &[lot::OF_PRODUCT],
];

/// The latest version that this program knows.
#[must_use]
pub fn known() -> i64 {
    i64::try_from(STEPS.len()).unwrap_or(i64::MAX)
}

/// Brings the database up to this version.
pub(crate) fn up(conn: &mut Connection) -> Result<()> {
    let version =
        |conn: &Connection| conn.query_row("PRAGMA user_version", [], |r| r.get::<_, i64>(0));
    let found = version(conn)?;
    if found == known() {
        return Ok(());
    }
    if found > known() {
        return Err(StoreError::Newer {
            found,
            known: known(),
        });
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = usize::try_from(version(&tx)?).unwrap_or(0);
    for step in STEPS.iter().skip(found) {
        for schema in *step {
            tx.execute_batch(schema)?;
        }
    }
    tx.pragma_update(None, "user_version", known())?;
    tx.commit()?;
    Ok(())
}
