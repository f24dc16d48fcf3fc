//! The bridge as a screen uses it: real folders, a real hub, a link that stalls.

mod county;
mod restore;
mod seat;
mod session;
mod settings;
mod setup;
mod sync;
