//! What the hub keeps. [`Storage`] gives transactions over [`Tables`]; each table's schema, row,
//! trait and SQLite queries stand in one file. Every key begins with the station.

pub mod blob;
pub mod code;
#[cfg(test)]
mod conformance;
pub mod device;
pub mod fact;
pub mod meta;
pub mod order;
pub mod origin;
pub mod person;
pub mod quarantine;
pub mod signature;
pub mod sqlite;
pub mod station;
pub mod takeover;
pub mod token;

use crate::error::Result;

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
    + blob::Blobs
    + token::Tokens
    + meta::Metas
{
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
