//! Orders as a list of 100,000 rows shows them.

use super::plain;
use crate::order_row::{OrderState, PaymentState};

plain! {
    /// Which part of which orders.
    pub struct OrderWindow {
        /// `all`, `decide`, `pack`, `road`, `done` or `cancelled`; empty for all.
        #[serde(default)]
        pub group: String,
        /// Any text; empty for all.
        #[serde(default)]
        pub find: String,
        /// One local day, `2026-08-18`; empty for all.
        #[serde(default)]
        pub day: String,
        /// How many newer rows are passed over.
        #[serde(default)]
        pub offset: u32,
        /// At most so many; 0 for the numbers alone.
        #[serde(default)]
        pub limit: u32,
        /// An order whose place in the group is wanted.
        #[serde(default)]
        #[ts(optional)]
        pub id: Option<String>,
    }

    /// A part of a list of orders, newest first.
    pub struct OrderWindowShown {
        /// How many rows the group has.
        #[ts(type = "number")]
        pub total: i64,
        /// How many each group has, by the same text and day.
        pub counts: OrderCounts,
        /// The rows from `offset` on.
        pub rows: Vec<OrderLight>,
        /// How many newer orders of the group stand before the wanted one; -1 when none is wanted or
        /// the group does not have it.
        #[ts(type = "number")]
        pub index: i64,
    }

    /// How many orders each group has.
    pub struct OrderCounts {
        /// All orders.
        #[ts(type = "number")]
        pub all: i64,
        /// A person is needed: asked, cancel asked, needing a decision.
        #[ts(type = "number")]
        pub decide: i64,
        /// To be packed: placed, confirmed, packing.
        #[ts(type = "number")]
        pub pack: i64,
        /// Handed over.
        #[ts(type = "number")]
        pub road: i64,
        /// Completed.
        #[ts(type = "number")]
        pub done: i64,
        /// Cancelled.
        #[ts(type = "number")]
        pub cancelled: i64,
    }

    /// An order in a long list.
    pub struct OrderLight {
        /// Which.
        pub id: String,
        /// For people.
        pub number: String,
        /// Fulfilment.
        pub state: OrderState,
        /// Money.
        pub payment: PaymentState,
        /// The buyer's name; empty at the counter.
        pub buyer: String,
        /// Province and city without their endings, `四川 成都`.
        pub region: String,
        /// What the buyer pays, in fen.
        #[ts(type = "number")]
        pub total_fen: i64,
        /// The keys of the first three products.
        pub products: Vec<String>,
        /// How many products more.
        #[ts(type = "number")]
        pub more: i64,
        /// When it was taken, milliseconds since 1970.
        #[ts(type = "number")]
        pub created_ms: i64,
        /// Everything that this device wrote about it is at the hub.
        pub at_hub: bool,
        /// How many records about it wait to be sent.
        #[ts(type = "number")]
        pub waiting: i64,
        /// Why a person has to decide, a word; empty when nobody has to.
        pub doubt: String,
    }
}
