//! Fact frames, the codec, the chain and the exchange; the transport is a trait.

pub mod chain;
mod codec;
pub mod encode;
pub mod frame;
pub mod salt;
pub mod sign;
