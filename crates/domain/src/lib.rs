//! The rules of trade: pure, no I/O, no clock, no randomness, no SQL, no window.
//!
//! Everything that happens is a [`fact::Fact`]. What the screen shows is computed from the set of
//! facts by functions of this crate, which the station, the hub and the tests run alike.

pub mod catalogue;
pub mod fact;
pub mod field;
pub mod id;
pub mod mark;
pub mod money;
pub mod movement;
pub mod names;
pub mod order;
pub mod paste;
pub mod people;
pub mod places;
pub mod posting;
pub mod price;
pub mod produce;
pub mod promise;
pub mod quantity;
pub mod quota;
pub mod refusal;
pub mod stock;
pub mod text;
pub mod time;
