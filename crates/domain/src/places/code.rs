//! Codes of places as the statistics bureau writes them (GB/T 2260 down to the county).

use super::Level;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A place's code: 2, 4, 6, 9 or 12 digits for province, city, county, town, village. Written as a
/// string of digits wherever it leaves the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PlaceCode(u64);

/// The text is not a code of 2, 4, 6, 9 or 12 digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a place code has 2, 4, 6, 9 or 12 digits")]
pub struct PlaceCodeError;

impl PlaceCode {
    /// Makes a code of a number.
    ///
    /// # Errors
    /// [`PlaceCodeError`] when it has another count of digits.
    pub const fn new(number: u64) -> Result<Self, PlaceCodeError> {
        match number {
            10..=99
            | 1_000..=9_999
            | 100_000..=999_999
            | 100_000_000..=999_999_999
            | 100_000_000_000..=999_999_999_999 => Ok(Self(number)),
            _ => Err(PlaceCodeError),
        }
    }

    /// The number.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0
    }

    /// The level that its length says.
    #[must_use]
    pub const fn level(self) -> Level {
        match self.0 {
            0..=99 => Level::Province,
            100..=9_999 => Level::City,
            10_000..=999_999 => Level::County,
            1_000_000..=999_999_999 => Level::Town,
            _ => Level::Village,
        }
    }

    /// The code one rung up the table; none for a province.
    #[must_use]
    pub const fn up(self) -> Option<Self> {
        match self.level() {
            Level::Province => None,
            Level::City | Level::County => Some(Self(self.0 / 100)),
            Level::Town | Level::Village => Some(Self(self.0 / 1_000)),
        }
    }

    /// True when `other` is this place or lies under it.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        let mut at = Some(other);
        while let Some(code) = at {
            if code == self {
                return true;
            }
            at = code.up();
        }
        false
    }

    /// Sorts a place before what lies under it, and that before the next place.
    pub(super) const fn order(self) -> (u64, Level) {
        let level = self.level();
        let padded = match level {
            Level::Province => self.0 * 10_000_000_000,
            Level::City => self.0 * 100_000_000,
            Level::County => self.0 * 1_000_000,
            Level::Town => self.0 * 1_000,
            Level::Village => self.0,
        };
        (padded, level)
    }
}

impl fmt::Display for PlaceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for PlaceCode {
    type Err = PlaceCodeError;

    fn from_str(text: &str) -> Result<Self, PlaceCodeError> {
        if text.len() > 12 || !text.bytes().all(|b| b.is_ascii_digit()) || text.starts_with('0') {
            return Err(PlaceCodeError);
        }
        Self::new(text.parse().map_err(|_| PlaceCodeError)?)
    }
}

impl TryFrom<String> for PlaceCode {
    type Error = PlaceCodeError;

    fn try_from(text: String) -> Result<Self, PlaceCodeError> {
        text.parse()
    }
}

impl From<PlaceCode> for String {
    fn from(code: PlaceCode) -> Self {
        code.to_string()
    }
}
