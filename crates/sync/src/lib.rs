//! Fact frames, the codec, the chain and the exchange; the transport is a trait.
