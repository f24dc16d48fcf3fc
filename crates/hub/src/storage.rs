//! What the hub keeps. [`Storage`] gives transactions over [`Tables`]; each table's schema, row,
//! trait and SQLite queries stand in one file. Every key begins with the station, but those of what
//! is the county's alone: tokens, sessions, meta.

pub mod blob;
pub mod code;
#[cfg(test)]
mod conformance;
pub mod device;
pub mod fact;
pub mod gauge;
pub mod meta;
pub mod order;
pub mod origin;
pub mod person;
pub mod quarantine;
pub mod quota;
pub mod session;
pub mod signature;
pub mod sqlite;
pub mod staff_log;
pub mod station;
pub mod stock;
pub mod sums;
pub mod takeover;
pub mod token;

use crate::error::Result;
use tsong_domain::id::EntityId;

/// Every table, in one transaction.
pub trait Tables:
    station::Stations
    + device::Devices
    + code::Codes
    + origin::Origins
    + fact::Facts
    + signature::Signatures
    + person::Persons
    + quarantine::Quarantines
    + takeover::Takeovers
    + order::Orders
    + stock::Stocks
    + quota::Quotas
    + blob::Blobs
    + sums::Sums
    + gauge::Gauges
    + token::Tokens
    + session::Sessions
    + staff_log::StaffLog
    + meta::Metas
{
}

/// The first and the last key of one station, or of all.
fn span(station: Option<EntityId>) -> (EntityId, EntityId) {
    station.map_or((EntityId([0; 16]), EntityId([255; 16])), |id| (id, id))
}

/// A database of the hub. Many threads use one.
pub trait Storage: Send + Sync + 'static {
    /// Runs `work` in one transaction that is durable when this returns `Ok`.
    ///
    /// # Errors
    /// Those of `work` and of the database; nothing was written then.
    fn write<T>(&self, work: impl FnOnce(&dyn Tables) -> Result<T>) -> Result<T>;

    /// Runs `work` on one unchanging view.
    ///
    /// # Errors
    /// Those of `work` and of the database.
    fn read<T>(&self, work: impl FnOnce(&dyn Tables) -> Result<T>) -> Result<T>;
}
