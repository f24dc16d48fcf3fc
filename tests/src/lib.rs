//! Stories over the whole house, and what they, the benchmarks and `cargo xtask run` share.

pub mod records;
pub mod sample;
