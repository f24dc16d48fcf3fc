//! Products, photos and listings.

use super::{PriceStep, Trilingual, Typed, plain};

plain! {
    /// A product.
    pub struct ProductRow {
        /// Its key.
        pub key: String,
        /// Its name.
        pub names: Trilingual,
        /// `weight` or `piece`.
        pub measure: String,
        /// Its grades.
        pub grades: Vec<GradeRow>,
        /// `outside`, `voluntary` or `required`; empty for own products.
        pub certificate: String,
        /// Needs a gathering permit.
        pub needs_permit: bool,
        /// The station's own, not the catalogue's.
        pub is_own: bool,
        /// The picture's file.
        pub picture: String,
        /// The catalogue's short code, `SR`; empty for own products.
        pub code: String,
        /// Its group on the till, `fungi` …; empty for own products.
        pub category: String,
        /// Months, 1 to 12, in which it comes in; empty for own products.
        pub season: Vec<u8>,
        /// It comes in this month, as far as the catalogue knows.
        pub in_season: bool,
        /// How it must travel: `none`, `chilled`, `frozen`.
        pub cold_chain: String,
        /// The ways in which it may be kept, warmest first: `ambient`, `chilled`, `frozen`; empty for
        /// any.
        pub keepings: Vec<KeepingRow>,
        /// The keys of the products that are made of it, such as dried of fresh.
        pub becomes: Vec<String>,
        /// How far a packed weight may differ from the ordered one, in thousandths.
        pub tolerance_permille: u16,
        /// What it is found by beside its names, in small letters, parted by blanks: code, key,
        /// pinyin initials, pinyin, Wylie.
        pub keys: String,
    }

    /// A way of keeping goods.
    pub struct KeepingRow {
        /// `ambient`, `chilled` or `frozen`.
        pub keeping: String,
        /// Hours that they keep so; absent when they do not spoil.
        #[ts(optional)]
        pub hours: Option<u32>,
    }

    /// A grade.
    pub struct GradeRow {
        /// Its key.
        pub key: String,
        /// Its name.
        pub names: Trilingual,
    }

    /// A product of the station's own.
    pub struct ProductInput {
        /// Its key; small letters, digits and dashes.
        pub key: String,
        /// Its name.
        pub names: Trilingual,
        /// `weight` or `piece`.
        pub measure: String,
    }

    /// A photo to take in.
    pub struct PhotoInput {
        /// A file on this machine …
        #[serde(default)]
        pub path: String,
        /// … or its bytes in base64.
        #[serde(default)]
        pub base64: String,
    }

    /// A photo that was taken in.
    pub struct PhotoRow {
        /// The photo's address.
        pub photo: String,
        /// The thumbnail's address.
        pub thumbnail: String,
        /// The photo's bytes.
        pub bytes: u32,
        /// The photo's width.
        pub width: u32,
        /// The photo's height.
        pub height: u32,
    }

    /// Which photo.
    pub struct PhotoGet {
        /// Its address.
        pub hash: String,
    }

    /// A photo.
    pub struct PhotoBytes {
        /// A JPEG in base64.
        pub base64: String,
    }

    /// A new listing.
    pub struct ListingInput {
        /// The product's key.
        pub product: String,
        /// The grade's key; empty for all grades.
        #[serde(default)]
        pub grade: String,
        /// Yuan for a kilogram or a piece as typed, or fen as a number.
        pub price: Typed,
        /// Its title; empty where the product's name serves.
        #[serde(default)]
        pub title: Trilingual,
        /// Its description.
        #[serde(default)]
        pub wording: Trilingual,
        /// The photo's address.
        #[serde(default)]
        pub photo: String,
        /// The thumbnail's address.
        #[serde(default)]
        pub thumbnail: String,
        /// `draft`, `on_sale` or `paused`.
        #[serde(default)]
        pub state: String,
    }

    /// What to change about a listing; absent stays.
    pub struct ListingChange {
        /// Which.
        pub id: String,
        /// Yuan as typed, or fen.
        #[serde(default)]
        #[ts(optional)]
        pub price: Option<Typed>,
        /// Its title.
        #[serde(default)]
        #[ts(optional)]
        pub title: Option<Trilingual>,
        /// Its description.
        #[serde(default)]
        #[ts(optional)]
        pub wording: Option<Trilingual>,
        /// The photo's address.
        #[serde(default)]
        #[ts(optional)]
        pub photo: Option<String>,
        /// The thumbnail's address.
        #[serde(default)]
        #[ts(optional)]
        pub thumbnail: Option<String>,
        /// `draft`, `on_sale` or `paused`.
        #[serde(default)]
        #[ts(optional)]
        pub state: Option<String>,
    }

    /// A listing.
    pub struct ListingRow {
        /// Which.
        pub id: String,
        /// The product's key.
        pub product: String,
        /// The grade's key.
        pub grade: String,
        /// `weight` or `piece`.
        pub measure: String,
        /// Fen for a kilogram or a piece.
        #[ts(type = "number")]
        pub price_fen: i64,
        /// What it costs today where that depends on the way in or on how much; empty when all pay
        /// `price_fen`.
        pub steps: Vec<PriceStep>,
        /// Its title.
        pub title: Trilingual,
        /// Its description.
        pub wording: Trilingual,
        /// The photo's address.
        pub photo: String,
        /// The thumbnail's address.
        pub thumbnail: String,
        /// `draft`, `on_sale` or `paused`.
        pub state: String,
        /// What this device can sell of it, in grams or pieces; derived.
        #[ts(type = "number")]
        pub here: i64,
        /// What the hub can sell of it.
        #[ts(type = "number")]
        pub at_hub: i64,
        /// What the hub has sold of it and has yet to be packed here.
        #[ts(type = "number")]
        pub sold_there: i64,
        /// The product's short code; empty for own products.
        pub code: String,
        /// What it is found by beside its names, in small letters, parted by blanks: code, pinyin
        /// initials, pinyin, Wylie of product, grade and title.
        pub keys: String,
        /// The product's picture in the catalogue; empty when there is none.
        pub picture: String,
        /// When the first of its lots that can still leave has to; absent when none has to.
        #[ts(type = "number", optional)]
        pub ship_by_ms: Option<i64>,
        /// What may still be done with it: `on_sale`, `last_call`, `keeps`, `too_late`, `recount`,
        /// `sold_out`; of its lots the most urgent that can be sold.
        pub life: String,
        /// The fields on which two people disagree.
        pub contested: Vec<String>,
    }
}
