//! A hub in this process and devices in memory, over real sockets.

mod blobs;
mod house;
mod http;
mod orders;
mod program;
mod refusals;
mod restored;
mod staff;
mod stations;
mod tls;
