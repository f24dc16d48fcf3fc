//! What the region sells: products and their grades, editable data that is checked before use.

use crate::names::Names;
use crate::quantity::Measure;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

mod check;

pub use check::{CatalogueError, ROAD_LIMIT_HOURS};

/// The whole catalogue, as `assets/catalogue/products.json` holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// Version of the shape, 1.
    pub version: u32,
    /// How long goods are under way to a buyer, door to door.
    pub road: Road,
    /// In the order of the till.
    pub products: Vec<Product>,
}

/// How long goods are under way, in hours, door to door and with what usually goes wrong. A station
/// may know its own roads better and say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Road {
    /// What any parcel will do for.
    pub ambient_hours: u16,
    /// What travels with ice.
    pub chilled_hours: u16,
    /// What stays frozen all the way.
    pub frozen_hours: u16,
    /// So many hours before goods have to leave it is the last call for them.
    pub last_call_hours: u16,
}

/// One product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Stable for ever, such as `matsutake-fresh`: small letters, digits and hyphens.
    pub id: String,
    /// Short code for the till and for labels, such as `SR`: capital letters and digits.
    pub code: String,
    /// Its group on the till.
    pub category: Category,
    /// What it is called.
    pub names: Names,
    /// Where the Tibetan name comes from.
    pub bo_source: String,
    /// Whether a Tibetan reader signed the Tibetan name off.
    pub bo_reviewed: bool,
    /// How a lot of it is measured.
    pub unit: Measure,
    /// Hours that it keeps after harvest or making, for each way it may be stored; `None`: it keeps.
    pub shelf_life_hours: BTreeMap<Storage, Option<u32>>,
    /// Months, 1 to 12, in which it comes in.
    pub season: Vec<u8>,
    /// How it must travel.
    pub cold_chain: ColdChain,
    /// Whether it needs the 承诺达标合格证 (Order 2025 No. 4).
    pub certificate: CertificateScope,
    /// Whether it is a protected wild species, so that each lot carries a permit.
    pub permit: bool,
    /// How far a packed weight may differ from the ordered one, in thousandths.
    pub tolerance_permille: u16,
    /// A file of `assets/pictures`.
    pub picture: Option<String>,
    /// The products that a station makes of it, such as dried of fresh.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub becomes: Vec<String>,
    /// At least one.
    pub grades: Vec<Grade>,
}

/// One grade of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// Stable within its product, such as `a-5-7`.
    pub id: String,
    /// What it is called.
    pub names: Names,
    /// Where the Tibetan name comes from.
    pub bo_source: String,
    /// Whether a Tibetan reader signed the Tibetan name off.
    pub bo_reviewed: bool,
    /// Length in millimetres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length_mm: Option<Span>,
    /// Diameter in millimetres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width_mm: Option<Span>,
    /// How open the cap of a mushroom is (trade around GB/T 23188-2023).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Cap>,
    /// How many make 500 g, the usual measure for cordyceps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pieces_per_500_grams: Option<Span>,
}

/// From `min` to `max`, the unit being the field's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The smallest.
    pub min: u32,
    /// The largest.
    pub max: u32,
}

/// A product's group on the till.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Mushrooms, wild and cultivated.
    Fungi,
    /// Butter, cheese, yoghurt, milk.
    Dairy,
    /// Meat, eggs, fish.
    Meat,
    /// Grain, flour, oil and what is baked.
    Grain,
    /// Herbs, spices and remedies.
    Herbs,
    /// Fruit, nuts, honey.
    Fruit,
    /// Vegetables.
    Vegetable,
    /// What is drunk.
    Drink,
    /// Wool and hair.
    Fibre,
    /// What hands make.
    Craft,
}

/// A way of keeping goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Storage {
    /// On the shelf, about 20 °C.
    Ambient,
    /// In the cold room, about 4 °C.
    Chilled,
    /// At −18 °C.
    Frozen,
}

/// How goods must travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColdChain {
    /// Any parcel will do.
    None,
    /// With ice.
    Chilled,
    /// Frozen all the way.
    Frozen,
}

/// Whether the promise-of-quality certificate applies (承诺达标合格证, Order 2025 No. 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CertificateScope {
    /// It must go with the goods.
    Required,
    /// It may.
    Voluntary,
    /// The order does not cover it.
    Outside,
}

/// The cap of a mushroom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cap {
    /// Unopened, about as wide as the stem (A).
    ClosedEqual,
    /// Unopened, wider than the stem (B).
    ClosedWide,
    /// Opened (C).
    Open,
    /// Small or cracked (D).
    Broken,
}

impl Product {
    /// Whether it perishes on the way back: it travels cold, or keeps a month at most however it is
    /// kept. Such goods are refunded without return.
    #[must_use]
    pub fn is_perishable(&self) -> bool {
        const MONTH_HOURS: u32 = 720;
        self.cold_chain != ColdChain::None
            || self
                .shelf_life_hours
                .values()
                .all(|hours| hours.is_some_and(|hours| hours <= MONTH_HOURS))
    }
}

impl Catalogue {
    /// The product with this id.
    #[must_use]
    pub fn product(&self, id: &str) -> Option<&Product> {
        self.products.iter().find(|product| product.id == id)
    }

    /// The product with this code, capitals or not.
    #[must_use]
    pub fn by_code(&self, code: &str) -> Option<&Product> {
        self.products
            .iter()
            .find(|product| product.code.eq_ignore_ascii_case(code))
    }
}

impl Product {
    /// The grade with this id.
    #[must_use]
    pub fn grade(&self, id: &str) -> Option<&Grade> {
        self.grades.iter().find(|grade| grade.id == id)
    }

    /// Whether it comes in during `month` (1 to 12).
    #[must_use]
    pub fn in_season(&self, month: u8) -> bool {
        self.season.contains(&month)
    }
}

#[cfg(test)]
mod tests;
