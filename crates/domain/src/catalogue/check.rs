//! What a catalogue must hold beyond its shape.

use super::{Catalogue, ColdChain, Grade, Product, Storage};
use crate::names::Names;
use crate::quantity::Measure;
use std::collections::BTreeSet;

/// What is wrong with a catalogue, and where (`product` or `product/grade`).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueError {
    /// Written for another program.
    #[error("unknown version {0}")]
    Version(u32),
    /// An id or a code that is empty or has other characters than it may.
    #[error("{0}: malformed id or code")]
    Malformed(String),
    /// An id or a code that stands twice.
    #[error("{0}: not unique")]
    Duplicate(String),
    /// A language without a name, or a Tibetan name without its source.
    #[error("{0}: a name or its source is missing")]
    NameMissing(String),
    /// A product without grades.
    #[error("{0}: no grade")]
    NoGrade(String),
    /// Months outside 1 to 12, out of order, twice, or none.
    #[error("{0}: bad season")]
    BadSeason(String),
    /// No way to store it, a life of zero hours, or none that fits how it travels.
    #[error("{0}: bad shelf life")]
    BadShelfLife(String),
    /// A span that ends before it begins, or a tolerance above a tenth or on pieces.
    #[error("{0}: bad measure")]
    BadMeasure(String),
    /// It is made into itself, into what is not in the list, or into what is measured otherwise.
    #[error("{0}: cannot become that")]
    BadMaking(String),
    /// Goods that arrive at once, or are under way for more than two months.
    #[error("the road takes no or too many hours")]
    BadRoad,
}

/// Longer than any parcel is under way.
pub const ROAD_LIMIT_HOURS: u16 = 1440;

impl Catalogue {
    /// Looks at everything that the shape alone does not promise.
    ///
    /// # Errors
    /// The first [`CatalogueError`], in the order of the file.
    pub fn check(&self) -> Result<(), CatalogueError> {
        if self.version != 1 {
            return Err(CatalogueError::Version(self.version));
        }
        let road = &self.road;
        for hours in [
            road.ambient_hours,
            road.chilled_hours,
            road.frozen_hours,
            road.last_call_hours,
        ] {
            if hours == 0 || hours > ROAD_LIMIT_HOURS {
                return Err(CatalogueError::BadRoad);
            }
        }
        let mut seen = BTreeSet::new();
        for product in &self.products {
            if !is_slug(&product.id) || !is_code(&product.code) {
                return Err(CatalogueError::Malformed(product.id.clone()));
            }
            // Ids and codes cannot meet: one has small letters, the other capitals.
            for key in [&product.id, &product.code] {
                if !seen.insert(key.as_str()) {
                    return Err(CatalogueError::Duplicate(key.clone()));
                }
            }
            product.check()?;
        }
        for product in &self.products {
            let fits = |id: &String| {
                *id != product.id
                    && self
                        .product(id)
                        .is_some_and(|made| made.unit == product.unit)
            };
            if !product.becomes.iter().all(fits) {
                return Err(CatalogueError::BadMaking(product.id.clone()));
            }
        }
        Ok(())
    }
}

impl Product {
    fn check(&self) -> Result<(), CatalogueError> {
        if !complete(&self.names, &self.bo_source) {
            return Err(CatalogueError::NameMissing(self.id.clone()));
        }
        if self.grades.is_empty() {
            return Err(CatalogueError::NoGrade(self.id.clone()));
        }
        let ascending = self.season.is_sorted_by(|a, b| a < b);
        if self.season.is_empty() || !ascending || !self.season.iter().all(|m| (1..=12).contains(m))
        {
            return Err(CatalogueError::BadSeason(self.id.clone()));
        }
        let kept_as_it_travels = match self.cold_chain {
            ColdChain::None => self.shelf_life_hours.contains_key(&Storage::Ambient),
            ColdChain::Chilled => self.shelf_life_hours.contains_key(&Storage::Chilled),
            ColdChain::Frozen => self.shelf_life_hours.contains_key(&Storage::Frozen),
        };
        let dead = self
            .shelf_life_hours
            .values()
            .any(|hours| *hours == Some(0));
        if !kept_as_it_travels || dead {
            return Err(CatalogueError::BadShelfLife(self.id.clone()));
        }
        let tolerated = match self.unit {
            Measure::Weight => 100,
            Measure::Piece => 0,
        };
        if self.tolerance_permille > tolerated {
            return Err(CatalogueError::BadMeasure(self.id.clone()));
        }
        let mut seen = BTreeSet::new();
        for grade in &self.grades {
            let place = format!("{}/{}", self.id, grade.id);
            if !seen.insert(grade.id.as_str()) {
                return Err(CatalogueError::Duplicate(place));
            }
            grade.check(place)?;
        }
        Ok(())
    }
}

impl Grade {
    fn check(&self, place: String) -> Result<(), CatalogueError> {
        if !is_slug(&self.id) {
            return Err(CatalogueError::Malformed(place));
        }
        if !complete(&self.names, &self.bo_source) {
            return Err(CatalogueError::NameMissing(place));
        }
        let spans = [self.length_mm, self.width_mm, self.pieces_per_500_grams];
        if spans.into_iter().flatten().any(|span| span.min >= span.max) {
            return Err(CatalogueError::BadMeasure(place));
        }
        Ok(())
    }
}

fn complete(names: &Names, bo_source: &str) -> bool {
    [&names.bo, &names.zh, &names.en]
        .into_iter()
        .all(|name| !name.trim().is_empty())
        && !bo_source.trim().is_empty()
}

fn is_slug(id: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !id.is_empty() && id.chars().all(allowed)
}

fn is_code(code: &str) -> bool {
    let allowed = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
    (1..=6).contains(&code.len()) && code.chars().all(allowed)
}
