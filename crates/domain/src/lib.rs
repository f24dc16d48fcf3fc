//! The rules of trade: pure, no I/O, no clock, no randomness.
