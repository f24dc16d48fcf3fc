//! Stories over the whole house, and the sample station that they and `cargo xtask run` share.

pub mod sample;
