//! A hub in this process and devices in memory, over real sockets.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::too_many_lines,
    reason = "a test that cannot go on has failed"
)]

mod blobs;
mod browser;
mod desk;
mod figures;
mod house;
mod http;
mod memory;
mod orders;
mod program;
mod refusals;
mod restored;
mod session;
mod staff;
mod stations;
mod tls;
