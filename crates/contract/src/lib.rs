//! What crosses a wire or the window's bridge: plain types and the one list of commands.

pub mod command;
pub mod desk;
pub mod error;
pub mod io;
pub mod order_row;
pub mod wording;

pub use error::AppError;
