//! A station's use cases over a real encrypted database, called the way every host calls them: by
//! name, with JSON. The clock is the test's; there is no link.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::too_many_lines,
    unreachable_pub,
    reason = "a test that cannot go on has failed"
)]

mod buyers;
mod complaints;
mod contested;
mod counts;
mod dates;
mod drafts;
mod glance;
mod import;
mod leaving;
mod listings;
mod lots;
mod morning;
mod orders;
mod outbox;
mod packing;
mod passing;
mod people;
mod photos;
mod prices;
mod prints;
mod produce;
mod regrading;

mod setup;
mod shifts;
mod shop;
mod signin;
mod sorted;
mod splitting;
mod twins;
mod window;
