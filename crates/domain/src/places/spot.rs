//! Which places' names begin at a point of a text.

use super::{Gazetteer, Level, PlaceCode, stem};

/// How a name was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// With an ending that it has today: 林芝市, 凉山州.
    Full,
    /// With an ending that it once had, or by an older name: 林芝地区, 双流县.
    Old,
    /// The stem alone: 林芝.
    Short,
}

/// A place whose name begins the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    /// The place.
    pub(crate) code: PlaceCode,
    /// Bytes of the text that name it.
    pub(crate) len: usize,
    /// How it is written.
    pub(crate) form: Form,
}

/// The first two characters of a name in one number.
pub(super) fn head(text: &str) -> Option<u64> {
    let mut chars = text.chars();
    let (first, second) = (chars.next()?, chars.next()?);
    Some(u64::from(u32::from(first)) << 32 | u64::from(u32::from(second)))
}

impl Gazetteer {
    /// Provinces, cities, counties and towns whose name, in any form, begins `text`; each in every
    /// form that fits, as 朝阳 fits in 朝阳区 too.
    pub(crate) fn spot(&self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        let Some(key) = head(text) else { return hits };
        for (table, form) in [
            (stem::OLD_NAMES, Form::Old),
            (stem::SHORT_NAMES, Form::Short),
        ] {
            for (name, number) in table {
                if text.starts_with(name)
                    && let Ok(code) = PlaceCode::new(*number)
                    && self.row_of(code).is_some()
                {
                    hits.push(Hit {
                        code,
                        len: name.len(),
                        form,
                    });
                }
            }
        }
        let from = self.heads.partition_point(|(head, _)| *head < key);
        for (_, short) in self
            .heads
            .iter()
            .skip(from)
            .take_while(|(head, _)| *head == key)
        {
            let Ok(row) = usize::try_from(*short) else {
                continue;
            };
            self.forms(row, text, &mut hits);
        }
        hits
    }

    fn forms(&self, row: usize, text: &str, hits: &mut Vec<Hit>) {
        let (name, stem, Some(code)) = (self.name(row), self.stem(row), self.code(row)) else {
            return;
        };
        let Some(rest) = text.strip_prefix(stem) else {
            return;
        };
        if text.starts_with(name) {
            hits.push(Hit {
                code,
                len: name.len(),
                form: Form::Full,
            });
        }
        if stem.len() == name.len() {
            return;
        }
        for (ending, today) in stem::endings(code.level(), name) {
            if rest.starts_with(ending) && !text.starts_with(name) {
                let form = if *today { Form::Full } else { Form::Old };
                hits.push(Hit {
                    code,
                    len: stem.len() + ending.len(),
                    form,
                });
                break;
            }
        }
        // 朝阳县 of 朝阳市: the bare stem means the city.
        let own = self.above(row).is_none_or(|above| self.stem(above) != stem);
        if own || code.level() == Level::City {
            hits.push(Hit {
                code,
                len: stem.len(),
                form: Form::Short,
            });
        }
    }

    /// The village of a town whose name begins `text`, the longest if several do.
    pub(crate) fn village_at(&self, town: PlaceCode, text: &str) -> Option<PlaceCode> {
        let row = self.row_of(town).filter(|_| town.level() == Level::Town)?;
        let named = self.span(row).skip(1).filter(|at| {
            let name = self.name(*at);
            name.ends_with(['村', '区']) && text.starts_with(name)
        });
        named
            .max_by_key(|at| self.name(*at).len())
            .and_then(|at| self.code(at))
    }

    /// Names by level, province to town; empty where the place has no such level or none is meant.
    pub(crate) fn region(&self, code: PlaceCode) -> [String; 4] {
        let mut names = [const { String::new() }; 4];
        let [province, city, county, town] = &mut names;
        let Some(row) = self.row_of(code) else {
            return names;
        };
        for at in self.line(row) {
            let slot = match self.code(at).map(PlaceCode::level) {
                Some(Level::Province) => &mut *province,
                Some(Level::City) => &mut *city,
                Some(Level::County) => &mut *county,
                Some(Level::Town) => &mut *town,
                Some(Level::Village) | None => continue,
            };
            self.name(at).clone_into(slot);
        }
        names
    }
}
