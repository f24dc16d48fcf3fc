//! Produce: lots that villagers bring, and listings under which they are offered.

use crate::id::{EntityId, Hash32};
use crate::quantity::{Measure, Quantity};
use serde::{Deserialize, Serialize};

/// How a lot is kept.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Keeping {
    /// On the shelf.
    #[default]
    Ambient,
    /// In the refrigerator.
    Chilled,
    /// In the freezer.
    Frozen,
}

/// A lot as it was taken in; its grams come and go by movements.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LotTaken {
    /// For people; never identity.
    pub number: String,
    /// Whose goods.
    pub villager: EntityId,
    /// The product's key.
    pub product: String,
    /// The grade's key.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub grade: String,
    /// Weighed or counted.
    pub measure: Measure,
    /// How much was taken in.
    pub quantity: Quantity,
    /// When it was gathered or made, milliseconds since 1970.
    pub harvested_ms: i64,
    /// When it has to be gone, milliseconds since 1970; absent when it keeps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_ms: Option<i64>,
    /// Where it was gathered, a place code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<u64>,
    /// How it is kept.
    #[serde(default)]
    pub keeping: Keeping,
    /// The shelf or basket, in the station's own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub shelf: String,
    /// The gathering permit of a protected wild plant.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub permit: String,
    /// Its photo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<PhotoRef>,
    /// The lots that it was made of, when nobody brought it as it is: sorted, dried, put together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub made_of: Vec<EntityId>,
}

/// A photo and its thumbnail, as blobs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoRef {
    /// The photo, at most 200 kB.
    pub main: Hash32,
    /// Its thumbnail.
    pub thumbnail: Hash32,
}

/// Fields of a listing.
pub mod listing {
    /// The product's key.
    pub const PRODUCT: &str = "product";
    /// The grade's key.
    pub const GRADE: &str = "grade";
    /// Fen for a kilogram or a piece.
    pub const PRICE: &str = "price_fen";
    /// `weight` or `piece`.
    pub const MEASURE: &str = "measure";
    /// Title in three languages.
    pub const TITLE: &str = "title";
    /// Description in three languages.
    pub const WORDING: &str = "wording";
    /// Photo blob.
    pub const PHOTO: &str = "photo";
    /// Thumbnail blob.
    pub const THUMBNAIL: &str = "thumbnail";
    /// `draft`, `on_sale` or `paused`.
    pub const STATE: &str = "state";
}

/// Fields of the station's own products.
pub mod product {
    /// Name in three languages.
    pub const NAMES: &str = "names";
    /// `weight` or `piece`.
    pub const MEASURE: &str = "measure";
}

/// Whether a listing is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListingState {
    /// Being written.
    Draft,
    /// Offered.
    OnSale,
    /// Not offered at the moment.
    Paused,
}

impl ListingState {
    /// The state's word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::OnSale => "on_sale",
            Self::Paused => "paused",
        }
    }

    /// Reads a state's word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Draft, Self::OnSale, Self::Paused]
            .into_iter()
            .find(|s| s.word() == word)
    }
}
