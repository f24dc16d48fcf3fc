//! `cargo xtask`: the house's own tools. A library, so that the tidy test runs the same check.

#![allow(clippy::print_stdout, reason = "these are programs for a terminal")]

pub mod bench;
pub mod bindings;
pub mod checks;
pub mod house;
pub mod package;
pub mod places;
pub mod run;
pub mod setup;
pub mod stage;
pub mod tidy;
pub mod ui;
