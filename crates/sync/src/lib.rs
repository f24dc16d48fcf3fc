//! Fact frames, the codec, the chain and the exchange; the transport is a trait.

pub mod bundle;
pub mod chain;
pub mod chance;
mod codec;
pub mod encode;
pub mod exchange;
pub mod frame;
#[cfg(any(test, feature = "memory"))]
pub mod memory;
pub mod peer;
pub mod salt;
pub mod sign;
#[cfg(test)]
mod spoil;
pub mod transport;
