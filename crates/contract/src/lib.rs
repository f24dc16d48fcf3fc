//! What crosses a wire or the window's bridge: plain types and the one list of commands.

pub mod wording;
