//! Prices: under conditions, floors, and how they came about.

use super::{Typed, plain};

plain! {
    /// What a line of so much costs today, by the way an order comes in.
    pub struct PriceStep {
        /// `counter`, `phone`, `message`, `livestream` or `platform`.
        pub source: String,
        /// From so much in one line, in grams or pieces.
        #[ts(type = "number")]
        pub from: i64,
        /// Fen for a kilogram or a piece.
        #[ts(type = "number")]
        pub price_fen: i64,
    }

    /// A price and when it counts.
    pub struct PriceUnder {
        /// For orders that come so; empty for all.
        #[serde(default)]
        pub source: String,
        /// From so much in one line, in grams or pieces; 0 for any.
        #[serde(default)]
        #[ts(type = "number")]
        pub from: i64,
        /// The first local day, `2026-09-20`; empty for always.
        #[serde(default)]
        pub since: String,
        /// The last local day; empty for ever.
        #[serde(default)]
        pub until: String,
        /// Fen for a kilogram or a piece.
        #[ts(type = "number")]
        pub price_fen: i64,
        /// Its days are over.
        #[serde(default)]
        pub is_over: bool,
    }

    /// A price of a listing to set, or to take away.
    pub struct PriceSet {
        /// The listing.
        pub listing: String,
        /// For orders that come so: `counter`, `phone`, `message`, `livestream`, `platform`; empty for all.
        #[serde(default)]
        pub source: String,
        /// From so much in one line, as typed or in grams or pieces; absent for any.
        #[serde(default)]
        #[ts(optional)]
        pub from: Option<Typed>,
        /// The first local day, `2026-09-20`; empty for always.
        #[serde(default)]
        pub since: String,
        /// The last local day; empty for ever.
        #[serde(default)]
        pub until: String,
        /// Yuan for a kilogram or a piece as typed, or fen; absent takes this price away.
        #[serde(default)]
        #[ts(optional)]
        pub price: Option<Typed>,
    }

    /// One change of a price.
    pub struct PriceChange {
        /// When, milliseconds since 1970.
        #[ts(type = "number")]
        pub at_ms: i64,
        /// The date is unconfirmed.
        pub doubtful: bool,
        /// Who.
        pub actor: String,
        /// `price` for all, `under` a condition, `floor` of a villager.
        pub what: String,
        /// When it counts, and the price that came; 0 when it was taken away.
        pub price: PriceUnder,
        /// What it was before, as its author saw it; absent when there was none.
        #[ts(type = "number", optional)]
        pub was_fen: Option<i64>,
        /// It was taken away.
        pub is_gone: bool,
    }

    /// Below which price a villager's goods are not sold.
    pub struct FloorSet {
        /// Whose goods.
        pub villager: String,
        /// The product's key.
        pub product: String,
        /// The grade's key; empty for grades that have none of their own.
        #[serde(default)]
        pub grade: String,
        /// Yuan for a kilogram or a piece as typed, or fen; absent takes the floor away.
        #[serde(default)]
        #[ts(optional)]
        pub price: Option<Typed>,
    }

    /// A villager's floor.
    pub struct FloorRow {
        /// The product's key.
        pub product: String,
        /// The grade's key; empty for grades that have none of their own.
        pub grade: String,
        /// `weight` or `piece`.
        pub measure: String,
        /// Fen for a kilogram or a piece.
        #[ts(type = "number")]
        pub price_fen: i64,
        /// How it came about, latest first.
        pub history: Vec<PriceChange>,
    }
}
