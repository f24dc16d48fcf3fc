//! The morning: whom to call for goods, and what the day asks for.

use super::{LotRow, Typed, plain};

plain! {
    /// Whom to call on a day.
    pub struct CallList {
        /// The local day, `2026-08-18`.
        pub day: String,
        /// Goods that orders wait for, or that somebody promised.
        pub needs: Vec<CallNeed>,
        /// Villagers who promised or brought something, by name.
        pub villagers: Vec<CallVillager>,
    }

    /// One kind of goods on a day.
    pub struct CallNeed {
        /// The product's key.
        pub product: String,
        /// The grade's key; empty for any.
        pub grade: String,
        /// `weight` or `piece`.
        pub measure: String,
        /// How many orders wait for it.
        pub orders: u32,
        /// What they want.
        #[ts(type = "number")]
        pub wanted: i64,
        /// What may be sold of it here.
        #[ts(type = "number")]
        pub here: i64,
        /// What was promised and has not been brought.
        #[ts(type = "number")]
        pub coming: i64,
        /// What somebody has yet to be asked for.
        #[ts(type = "number")]
        pub open: i64,
        /// Whom to ask, who brought most of it lately first.
        pub candidates: Vec<CallCandidate>,
    }

    /// A villager who may be asked.
    pub struct CallCandidate {
        /// Who.
        pub villager: String,
        /// The name.
        pub name: String,
        /// The name in Tibetan.
        pub name_bo: String,
        /// What of the open amount to ask of this one.
        #[ts(type = "number")]
        pub offer: i64,
        /// What was brought in the last 60 days.
        #[ts(type = "number")]
        pub lately: i64,
    }

    /// A villager on the call list.
    pub struct CallVillager {
        /// Who.
        pub villager: String,
        /// The name.
        pub name: String,
        /// The name in Tibetan.
        pub name_bo: String,
        /// By kind of goods.
        pub rows: Vec<CallRow>,
    }

    /// What one villager promised and brought of one kind.
    pub struct CallRow {
        /// The product's key.
        pub product: String,
        /// The grade's key.
        pub grade: String,
        /// `weight` or `piece`.
        pub measure: String,
        /// What was promised; absent when nothing was said.
        #[ts(type = "number", optional)]
        pub promised: Option<i64>,
        /// What was brought on the day.
        #[ts(type = "number")]
        pub brought: i64,
        /// What has yet to come.
        #[ts(type = "number")]
        pub short: i64,
    }

    /// A promise to note.
    pub struct PromiseInput {
        /// The local day; empty for today.
        #[serde(default)]
        pub day: String,
        /// Who.
        pub villager: String,
        /// The product's key.
        pub product: String,
        /// The grade's key.
        #[serde(default)]
        pub grade: String,
        /// How much as typed or in grams, or pieces; nothing for somebody who cannot.
        pub quantity: Typed,
    }

    /// The day's work, and what must leave.
    pub struct DayBoard {
        /// The program's idea of now, milliseconds since 1970.
        #[ts(type = "number")]
        pub now_ms: i64,
        /// When the carrier comes next.
        #[ts(type = "number")]
        pub cut_off_ms: i64,
        /// How many orders can be packed in a day; 0 when nobody said.
        pub capacity: u32,
        /// Orders that wait to be confirmed, packed or handed over.
        pub waiting: u32,
        /// On which local day an order that is taken now can leave.
        pub leaves_on: String,
        /// `late`, `confirm`, `pack`, `hand_over`, in this order.
        pub columns: Vec<BoardColumn>,
        /// Lots that have to leave within hours.
        pub expiring: Vec<LotRow>,
    }

    /// A column of the board.
    pub struct BoardColumn {
        /// `late`, `confirm`, `pack`, `hand_over`.
        pub id: String,
        /// How many orders.
        pub count: u32,
        /// The first of them, the oldest first.
        pub orders: Vec<BoardOrder>,
    }

    /// An order on the board.
    pub struct BoardOrder {
        /// Which.
        pub id: String,
        /// For people.
        pub number: String,
        /// The buyer's name; empty at the counter.
        pub buyer: String,
        /// The product of its first line.
        pub product: String,
        /// How many lines more it has.
        pub more: u32,
        /// `Placed`, `Confirmed` or `Packing`.
        pub state: String,
        /// When it has to leave, milliseconds since 1970.
        #[ts(type = "number")]
        pub leave_by_ms: i64,
    }
}
