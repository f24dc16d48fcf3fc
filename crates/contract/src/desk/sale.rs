//! Orders that the hub itself takes, out of a station's quota.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A line to sell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(default)]
pub struct SaleLine {
    /// The lot; empty for any of the product and grade, what must go first before the others.
    pub lot: String,
    /// The product's key, where there is no lot.
    pub product: String,
    /// The grade's key; empty for any.
    pub grade: String,
    /// How much, in grams or pieces.
    #[ts(type = "number")]
    pub quantity: i64,
    /// Fen for a kilogram or a piece.
    #[ts(type = "number")]
    pub price_fen: i64,
}

/// Who it goes to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(default)]
pub struct SaleBuyer {
    /// The name.
    pub name: String,
    /// The telephone.
    pub phone: String,
    /// Province, city, county, town, as far as they are known.
    pub region: Vec<String>,
    /// Street, number, door.
    pub address: String,
}

/// An order to take. The same id again is answered as the first time and sells nothing more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(default)]
pub struct SaleAsk {
    /// A UUID, made where the buyer pressed the button.
    pub id: String,
    /// What the shop calls it; empty for a number of the hub's.
    pub number: String,
    /// What is ordered.
    pub lines: Vec<SaleLine>,
    /// Freight, in fen.
    #[ts(type = "number")]
    pub shipping_fen: i64,
    /// Who it goes to.
    pub buyer: SaleBuyer,
    /// What the buyer asks for.
    pub note: String,
    /// The money is with the platform already; else it is awaited.
    pub is_paid: bool,
}

told! {
    /// An order that the hub took.
    pub struct SaleTell {
        /// Its id.
        pub id: String,
        /// For people.
        pub number: String,
        /// Its state's word.
        pub state: String,
        /// What the buyer pays, in fen.
        #[ts(type = "number")]
        pub total_fen: i64,
        /// It was taken by this very request.
        pub is_new: bool,
    }

    /// Why an order that the hub took is not to be.
    pub struct SaleCancel {
        /// In a word or a person's words.
        pub reason: String,
    }
}
