//! Reading the text of places.

use super::{Gazetteer, Level, PlaceCode, PlacesError, Row, stem};

/// Initials of the usual readings, by character.
struct Readings(Vec<(char, char)>);

impl Readings {
    fn of(&self, c: char) -> Option<char> {
        if c.is_ascii_alphanumeric() {
            return Some(c.to_ascii_lowercase());
        }
        let at = self.0.binary_search_by_key(&c, |(known, _)| *known).ok()?;
        self.0.get(at).map(|(_, letter)| *letter)
    }
}

pub(super) fn read(text: &str) -> Result<Gazetteer, PlacesError> {
    let mut readings = Vec::new();
    for row in text.lines().filter_map(|line| line.strip_prefix('@')) {
        let Some(letter) = row.chars().next() else {
            continue;
        };
        readings.extend(row.chars().skip(2).map(|c| (c, letter)));
    }
    readings.sort_unstable();
    let mut reader = Reader {
        readings: Readings(readings),
        made: Gazetteer {
            rows: Vec::with_capacity(52_000),
            names: String::with_capacity(text.len()),
            initials: String::with_capacity(text.len() / 4),
            heads: Vec::with_capacity(48_000),
        },
        open: Vec::new(),
    };
    for (at, line) in text.lines().enumerate() {
        if !(line.is_empty() || line.starts_with(['#', '@'])) {
            reader.take(line, at + 1)?;
        }
    }
    let mut made = reader.made;
    made.heads.sort_unstable();
    made.heads.shrink_to_fit();
    made.rows.shrink_to_fit();
    made.names.shrink_to_fit();
    made.initials.shrink_to_fit();
    Ok(made)
}

struct Reader {
    readings: Readings,
    made: Gazetteer,
    /// Rows of the places that the next line may lie under, from the province down.
    open: Vec<usize>,
}

impl Reader {
    fn take(&mut self, line: &str, number: usize) -> Result<(), PlacesError> {
        let malformed = PlacesError::Malformed { line: number };
        let body = line.trim_start_matches(' ');
        let depth = line.len() - body.len();
        let mut fields = body.split(' ');
        let (Some(digits), Some(name)) = (fields.next(), fields.next()) else {
            return Err(malformed);
        };
        self.open.truncate(depth);
        if self.open.len() != depth || name.is_empty() {
            return Err(malformed);
        }
        let own: u64 = digits.parse().map_err(|_| malformed.clone())?;
        let (level, width) = match depth {
            0 => (Level::Province, 2),
            1 => (Level::City, 2),
            2 => (Level::County, 2),
            3 => (Level::Town, 3),
            _ => (Level::Village, 3),
        };
        let parent = self.open.last().copied();
        let above = parent
            .and_then(|row| self.made.code(row))
            .map_or(0, PlaceCode::number);
        let shift = if width == 2 { 100 } else { 1_000 };
        let code = PlaceCode::new(above * shift + own).map_err(|_| malformed.clone())?;
        if digits.len() != width || code.level() != level {
            return Err(malformed);
        }
        if self
            .made
            .rows
            .last()
            .is_some_and(|last| last.code.order() >= code.order())
        {
            return Err(PlacesError::OutOfOrder { line: number });
        }
        self.push(code, parent, name, fields.next());
        Ok(())
    }

    fn push(&mut self, code: PlaceCode, parent: Option<usize>, name: &str, read: Option<&str>) {
        let row = self.made.rows.len();
        let level = code.level();
        let placeholder = match level {
            Level::City => stem::RUNGS.contains(&name),
            // 东莞市 and its like have one county of their own name.
            Level::County => parent.is_some_and(|above| self.made.name(above) == name),
            Level::Province | Level::Town | Level::Village => false,
        };
        let name_at = self.made.names.len();
        let initials_at = self.made.initials.len();
        self.made.names.push_str(name);
        self.made.names.push('\n');
        match read {
            Some(read) => self.made.initials.push_str(read),
            None => self
                .made
                .initials
                .extend(name.chars().filter_map(|c| self.readings.of(c))),
        }
        self.made.initials.push('\n');
        if !placeholder
            && level != Level::Village
            && let (Some(head), Ok(short)) = (super::spot::head(name), u32::try_from(row))
        {
            self.made.heads.push((head, short));
        }
        self.made.rows.push(Row {
            code,
            parent: parent.unwrap_or(row),
            name_at,
            name_end: name_at + name.len(),
            stem_end: name_at + stem::stem_len(name, level),
            initials_at,
            placeholder,
        });
        self.open.push(row);
    }
}
