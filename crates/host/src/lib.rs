//! What every host with a person before it shares: a station that may not be set up yet, signing in,
//! the settings of this device, sync in the background, and the one bridge over which a screen calls.

mod backup;
mod bridge;
mod clock;
mod keys;
mod log;
mod machine;
mod photos;
mod place;
mod seat;
mod settings;
mod sync;

pub use bridge::{Bridge, Options};
pub use clock::wall_ms;
pub use keys::{Keyring, choose, with_keys};
pub use machine::Machine;
pub use settings::chosen_language;
