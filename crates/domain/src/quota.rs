//! What a station says of the hub's quota of a lot at its place: until when, and how much of it shall
//! come back. The grams themselves are moved by Transfers alone (`rules.md`): the station raises the
//! quota, the hub lowers it.

use crate::id::{DeviceId, EntityId};

/// The noun of its fields.
pub const NOUN: &str = "quota";

/// Its fields.
pub mod fields {
    /// The lot.
    pub const LOT: &str = "lot";
    /// The device at whose place the grams lie, by the bits of its number.
    pub const DEVICE: &str = "device";
    /// From then on the hub gives back what it has not sold, milliseconds since 1970.
    pub const UNTIL: &str = "until_ms";
    /// How much shall come back; each write asks anew, and only the last one counts.
    pub const RECALL: &str = "recall";
}

/// The quota of a lot at a device's place.
#[must_use]
pub fn id(lot: EntityId, device: DeviceId) -> EntityId {
    EntityId::named(NOUN, &format!("{lot}/{device}"))
}

/// A device's number as a field's value.
#[must_use]
pub const fn device_bits(device: DeviceId) -> i64 {
    i64::from_ne_bytes(device.0.to_ne_bytes())
}

/// The device of a field's value.
#[must_use]
pub const fn device_of(bits: i64) -> DeviceId {
    DeviceId(u64::from_ne_bytes(bits.to_ne_bytes()))
}
