//! Products by their key: the catalogue's and the station's own, and their names.

use crate::fault::Fault;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use tsong_contract::AppError;
use tsong_domain::catalogue::{Catalogue, Product};
use tsong_domain::names::Names;
use tsong_domain::places::{Gazetteer, PlaceCode};
use tsong_domain::quantity::Measure;
use tsong_store::{Db, listing};

const PRODUCTS: &str = include_str!("../../../assets/catalogue/products.json");
const PLACES: &str = include_str!("../../../assets/places/places.txt");

/// The tolerance of what the catalogue does not know.
const OWN_TOLERANCE_PERMILLE: u16 = 20;

/// The catalogue of produce, read once.
///
/// # Errors
/// [`AppError::Internal`] when the shipped file is broken; a test holds that it is not.
pub fn catalogue() -> Result<&'static Catalogue, AppError> {
    static CATALOGUE: OnceLock<Option<Catalogue>> = OnceLock::new();
    CATALOGUE
        .get_or_init(|| serde_json::from_str(PRODUCTS).ok())
        .as_ref()
        .ok_or_else(|| AppError::Internal {
            detail: "catalogue".to_owned(),
        })
}

/// The table of places, read when it is first asked for.
///
/// # Errors
/// [`AppError::Internal`] when the shipped file is broken; a test holds that it is not.
pub fn places() -> Result<&'static Gazetteer, AppError> {
    static GAZETTEER: OnceLock<Option<Gazetteer>> = OnceLock::new();
    GAZETTEER
        .get_or_init(|| Gazetteer::parse(PLACES).ok())
        .as_ref()
        .ok_or_else(|| AppError::Internal {
            detail: "places".to_owned(),
        })
}

/// The names of a place from the province down, parted by blanks; empty when nobody knows it.
///
/// # Errors
/// [`AppError::Internal`] when the shipped file is broken.
pub fn place_name(code: Option<u64>) -> Result<String, AppError> {
    let Some(code) = code.and_then(|number| PlaceCode::new(number).ok()) else {
        return Ok(String::new());
    };
    let place = places()?.place(code);
    Ok(place.map(|p| p.path.join(" ")).unwrap_or_default())
}

/// The names of the station's own products, beside the catalogue's.
#[derive(Clone, Debug, Default)]
pub struct Titles {
    own: BTreeMap<String, (Names, String)>,
}

/// Everything that a product is called.
#[derive(Clone, Debug, Default)]
pub struct ProductWords {
    /// Names of product and grade in every language.
    pub names: Vec<String>,
    /// Codes.
    pub codes: Vec<String>,
}

impl Titles {
    /// Reads the station's own products.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn load(db: &Db<'_>) -> Result<Self, Fault> {
        let own = listing::products(db)?
            .into_iter()
            .map(|p| (p.key, (p.names, p.measure)))
            .collect();
        Ok(Self { own })
    }

    /// Notes a product that is about to be written.
    pub fn add(&mut self, key: &str, names: Names, measure: Measure) {
        let measure = if measure == Measure::Piece {
            "piece"
        } else {
            "weight"
        };
        self.own.insert(key.to_owned(), (names, measure.to_owned()));
    }

    /// A product of the catalogue.
    #[must_use]
    pub fn product(key: &str) -> Option<&'static Product> {
        catalogue().ok()?.product(key)
    }

    /// The file of a product's picture; empty when it has none.
    #[must_use]
    pub fn picture(key: &str) -> String {
        Self::product(key)
            .and_then(|p| p.picture.clone())
            .unwrap_or_default()
    }

    /// A product's names; `None` when nobody knows the key.
    #[must_use]
    pub fn names(&self, key: &str) -> Option<Names> {
        Self::product(key)
            .map(|p| p.names.clone())
            .or_else(|| self.own.get(key).map(|(names, _)| names.clone()))
    }

    /// How a product is measured; `None` when nobody knows the key.
    #[must_use]
    pub fn measure(&self, key: &str) -> Option<Measure> {
        if let Some(product) = Self::product(key) {
            return Some(product.unit);
        }
        let (_, measure) = self.own.get(key)?;
        Some(if measure == "piece" {
            Measure::Piece
        } else {
            Measure::Weight
        })
    }

    /// How far a packed weight of it may differ from the ordered one, in thousandths. The station's
    /// own goods are weighed as loosely as most of the catalogue's; pieces are counted exactly.
    #[must_use]
    pub fn tolerance_permille(&self, key: &str) -> u16 {
        match (Self::product(key), self.measure(key)) {
            (Some(product), _) => product.tolerance_permille,
            (None, Some(Measure::Weight)) => OWN_TOLERANCE_PERMILLE,
            (None, Some(Measure::Piece) | None) => 0,
        }
    }

    /// What a product is called on an order: its Chinese name, else any; empty when unknown.
    #[must_use]
    pub fn of(&self, key: &str) -> String {
        let Some(names) = self.names(key) else {
            return String::new();
        };
        [names.zh, names.en, names.bo]
            .into_iter()
            .find(|n| !n.is_empty())
            .unwrap_or_default()
    }

    /// Title and names of a product on an order's line.
    #[must_use]
    pub fn words(&self, key: &str, title: &str) -> [String; 3] {
        let names = Self::product(key)
            .map(|p| p.names.clone())
            .unwrap_or_default();
        [title.to_owned(), names.bo, names.en]
    }

    /// Everything that a product and its grade are called.
    #[must_use]
    pub fn all_words(&self, key: &str, grade: &str) -> ProductWords {
        let mut words = ProductWords::default();
        let mut push = |names: Names| {
            words.names.extend(
                [names.bo, names.zh, names.en]
                    .into_iter()
                    .filter(|n| !n.is_empty()),
            );
        };
        if let Some(names) = self.names(key) {
            push(names);
        }
        if let Some(product) = Self::product(key) {
            if let Some(grade) = product.grade(grade) {
                push(grade.names.clone());
            }
            words.codes.push(product.code.clone());
        }
        words
    }

    /// The station's own products.
    pub fn own(&self) -> impl Iterator<Item = (&str, &Names, &str)> {
        self.own
            .iter()
            .map(|(key, (names, measure))| (key.as_str(), names, measure.as_str()))
    }
}
