//! Stories: two devices, two stations and a hub in one process over real sockets, and the two
//! programs as they are shipped, killed and fed with what they must refuse.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod bad_files;
mod bad_hub;
mod bad_input;
mod copied_back;
mod cut;
mod day;
mod house;
mod killed;
mod programs;
mod proxy;
mod quota;
mod restored;
#[path = "../common/served.rs"]
mod served;
mod two_devices;
mod usb;
mod wall;
mod year;
