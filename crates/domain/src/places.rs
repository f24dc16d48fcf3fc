//! The places of China: codes, names, what lies under what, and finding them.
//!
//! The text that [`Gazetteer::parse`] reads is `assets/places/places.txt`; a host embeds it.

use std::fmt;

mod code;
mod find;
mod read;
mod spot;
mod stem;

pub use code::{PlaceCode, PlaceCodeError};
pub(crate) use spot::{Form, Hit};

/// How deep a place lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 省, 自治区, 直辖市: a code of 2 digits.
    Province,
    /// 地级市, 地区, 自治州, 盟: 4 digits.
    City,
    /// 县, 区, 县级市, 旗: 6 digits.
    County,
    /// 乡, 镇, 街道: 9 digits.
    Town,
    /// 村, 社区: 12 digits; known for Tibet only.
    Village,
}

/// One place, borrowed from its gazetteer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// Its code.
    pub code: PlaceCode,
    /// Its official name, such as 巴河镇.
    pub name: &'a str,
    /// How deep it lies.
    pub level: Level,
    /// What it lies under, without the table's placeholders: 朝阳区 of Beijing lies under 北京市.
    pub parent: Option<PlaceCode>,
    /// Names from the province down to itself, without placeholders.
    pub path: Vec<&'a str>,
}

impl Place<'_> {
    /// The path in one string, such as 西藏自治区林芝市工布江达县巴河镇.
    #[must_use]
    pub fn full_name(&self) -> String {
        self.path.concat()
    }
}

/// What is wrong with the text of places: always a fault of the build, never of a user.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlacesError {
    /// A line is not of the documented form.
    #[error("line {line}: not a place")]
    Malformed {
        /// Counted from 1.
        line: usize,
    },
    /// A line's code does not follow the one before it.
    #[error("line {line}: out of order")]
    OutOfOrder {
        /// Counted from 1.
        line: usize,
    },
}

#[derive(Clone, Debug)]
struct Row {
    code: PlaceCode,
    /// Row of the parent as the table has it; of itself for a province.
    parent: usize,
    name_at: usize,
    name_end: usize,
    /// Where the name's distinctive part ends: 林芝 in 林芝市.
    stem_end: usize,
    initials_at: usize,
    /// 市辖区 and its kind: a rung of the table that nobody writes in an address.
    placeholder: bool,
}

/// The distinctive part of a place's name: 四川 of 四川省. The whole name where too little would
/// remain.
#[must_use]
pub fn short_name(name: &str, level: Level) -> &str {
    name.get(..stem::stem_len(name, level)).unwrap_or(name)
}

/// A rung of the table that nobody writes: 市辖区 between 北京市 and 海淀区.
#[must_use]
pub fn is_rung(name: &str) -> bool {
    stem::RUNGS.contains(&name)
}

/// All places, in about 5 MB; made once, then only read.
#[derive(Clone)]
pub struct Gazetteer {
    rows: Vec<Row>,
    /// Names, each followed by a line feed, in the order of the rows.
    names: String,
    /// Pinyin initials, likewise.
    initials: String,
    /// Rows by the first two characters of their names, villages and placeholders left out.
    heads: Vec<(u64, u32)>,
}

impl fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gazetteer")
            .field("places", &self.rows.len())
            .finish_non_exhaustive()
    }
}

impl Gazetteer {
    /// Reads the text of `assets/places/places.txt`.
    ///
    /// # Errors
    /// [`PlacesError`] with the line that is not as documented there.
    pub fn parse(text: &str) -> Result<Self, PlacesError> {
        read::read(text)
    }

    /// How many places there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// True when the text had no place.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The place with this code.
    #[must_use]
    pub fn place(&self, code: PlaceCode) -> Option<Place<'_>> {
        let row = self.row_of(code)?;
        let mut path: Vec<&str> = self.line(row).map(|above| self.name(above)).collect();
        path.reverse();
        Some(Place {
            code,
            name: self.name(row),
            level: code.level(),
            parent: self
                .line(row)
                .find(|above| *above != row)
                .and_then(|above| self.code(above)),
            path,
        })
    }

    /// What lies directly under a place, in the order of codes; under none, the provinces. A
    /// placeholder gives way to what lies under it.
    #[must_use]
    pub fn children(&self, code: Option<PlaceCode>) -> Vec<PlaceCode> {
        let Some(code) = code else {
            let top = self
                .rows
                .iter()
                .filter(|row| row.code.level() == Level::Province);
            return top.map(|row| row.code).collect();
        };
        self.row_of(code)
            .map(|row| self.rows_under(row))
            .unwrap_or_default()
    }

    fn rows_under(&self, parent: usize) -> Vec<PlaceCode> {
        let mut found = Vec::new();
        for at in self.span(parent).skip(1) {
            let Some(row) = self.rows.get(at).filter(|row| !row.placeholder) else {
                continue;
            };
            if self.above(at) == Some(parent) {
                found.push(row.code);
            }
        }
        found
    }

    /// Rows of a place and of everything under it.
    fn span(&self, row: usize) -> std::ops::Range<usize> {
        let Some(code) = self.code(row) else {
            return 0..0;
        };
        let under = self.rows.get(row..).unwrap_or_default();
        row..row + under.partition_point(|other| code.contains(other.code))
    }

    fn row_of(&self, code: PlaceCode) -> Option<usize> {
        self.rows
            .binary_search_by_key(&code.order(), |row| row.code.order())
            .ok()
    }

    fn code(&self, row: usize) -> Option<PlaceCode> {
        self.rows.get(row).map(|row| row.code)
    }

    fn name(&self, row: usize) -> &str {
        let span = self
            .rows
            .get(row)
            .and_then(|row| self.names.get(row.name_at..row.name_end));
        span.unwrap_or_default()
    }

    fn stem(&self, row: usize) -> &str {
        let span = self
            .rows
            .get(row)
            .and_then(|row| self.names.get(row.name_at..row.stem_end));
        span.unwrap_or_default()
    }

    /// The row above, placeholders skipped.
    fn above(&self, row: usize) -> Option<usize> {
        self.line(row).find(|above| *above != row)
    }

    /// A row and those above it, from below, placeholders left out.
    fn line(&self, row: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(row), |at| {
            let parent = self.rows.get(*at)?.parent;
            (parent != *at).then_some(parent)
        })
        .filter(|at| self.rows.get(*at).is_some_and(|row| !row.placeholder))
    }
}

#[cfg(test)]
mod tests;
