//! Text that people type: folding digits, cleaning names, reading weights and prices.
//!
//! Whatever comes in here is data, never markup and never a command; the modules below decide what
//! is kept, and refuse with an [`InputError`] what cannot be read without guessing.

use serde::{Deserialize, Serialize};

pub mod clean;
pub mod digits;
pub mod initials;
mod marks;
pub mod mask;
pub mod money;
pub mod numeral;
pub mod quantity;
pub mod sort;
pub mod wylie;

/// Why a typed value was refused. Its code is the key of a sentence (`error-<code>`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum InputError {
    /// Nothing is left after cleaning.
    #[error("nothing was typed")]
    Empty,
    /// The text is no number in a form that the program reads.
    #[error("not a number")]
    NotANumber,
    /// A minus sign, also before a zero.
    #[error("negative")]
    Negative,
    /// Zero where something must be there.
    #[error("zero")]
    Zero,
    /// Beyond the limit that the field documents.
    #[error("too large")]
    TooLarge,
    /// Finer than a gram, a fen or a piece.
    #[error("finer than the smallest unit")]
    TooPrecise,
    /// More characters than the field takes.
    #[error("too long")]
    TooLong,
    /// The number is clear, what it counts is not.
    #[error("unknown unit")]
    UnknownUnit,
}

impl InputError {
    /// The code as it crosses a wire, such as `too_precise`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotANumber => "not_a_number",
            Self::Negative => "negative",
            Self::Zero => "zero",
            Self::TooLarge => "too_large",
            Self::TooPrecise => "too_precise",
            Self::TooLong => "too_long",
            Self::UnknownUnit => "unknown_unit",
        }
    }
}
