//! Fields on which two people disagree, and the choice between them.

use super::{ListingChange, ListingRow, PriceChange, PriceUnder, plain};

plain! {
    /// A field with every value that nobody has replaced.
    pub struct ContestedField {
        /// The field's name.
        pub field: String,
        /// The values, the one that is shown first.
        pub values: Vec<ContestedValue>,
    }

    /// One of several values.
    pub struct ContestedValue {
        /// The fact that wrote it; what `contested.choose` takes.
        pub fact: String,
        /// When, as claimed.
        #[ts(type = "number")]
        pub at_ms: i64,
        /// The date is unconfirmed.
        pub doubtful: bool,
        /// Who, by name; `station` for the program itself.
        pub actor: String,
        /// The value: a number, a text, yes or no, names in three languages, or a contact with
        /// `name`, `name_bo`, `phone` (masked but for digits in which two values differ), `region`, `address`, `account`. `null` once erased.
        #[ts(type = "unknown")]
        pub value: serde_json::Value,
    }

    /// One of several values, chosen.
    pub struct ContestedChoice {
        /// Of what: a villager, buyer, operator, listing or order.
        pub id: String,
        /// Which field.
        pub field: String,
        /// The fact whose value stands from now on.
        pub fact: String,
    }

    /// A listing with both values of what two people changed.
    pub struct ListingShown {
        /// The listing.
        #[serde(flatten)]
        pub listing: ListingRow,
        /// The contested parts.
        pub values: Vec<ListingContested>,
        /// Its prices under conditions, those that are over last.
        pub prices: Vec<PriceUnder>,
        /// How its prices came about, latest first.
        pub history: Vec<PriceChange>,
    }

    /// A part of a listing with every value that nobody has replaced.
    pub struct ListingContested {
        /// `price`, `title`, `wording`, `photo` or `state`, as `listing.change` calls it.
        pub field: String,
        /// The values, the one that is shown first.
        pub values: Vec<ListingValue>,
    }

    /// One of several values.
    pub struct ListingValue {
        /// When, as claimed.
        #[ts(type = "number")]
        pub at_ms: i64,
        /// Who, by name; `station` for the program itself.
        pub actor: String,
        /// The change that chooses it.
        pub change: ListingChange,
    }
}
