//! One order, whole.

use super::{OrderRow, plain};

plain! {
    /// One order, whole.
    pub struct OrderShown {
        /// The order.
        #[serde(flatten)]
        pub order: OrderRow,
        /// Everything that this device wrote about it is at the hub.
        pub at_hub: bool,
        /// The complaint about it, and what may be done; also where there is none yet.
        pub complaint: ComplaintShown,
        /// Its payments.
        pub payments: Vec<PaymentRow>,
        /// What is held or went, from which lots.
        pub goods: Vec<GoodsRow>,
        /// What happened, oldest first.
        pub history: Vec<HistoryRow>,
        /// The steps that this device may take now.
        pub next: Vec<String>,
        /// Why a person has to decide; empty when nobody has to.
        pub doubt: String,
        /// It can still be undone until then, milliseconds since 1970; absent when not.
        #[ts(type = "number", optional)]
        pub undo_until_ms: Option<i64>,
        /// How many records about it wait to be sent.
        #[ts(type = "number")]
        pub waiting: i64,
        /// Who took it, by name; `station` for the program itself.
        pub taken_by: String,
        /// The states that it reached, in the order of an order's life.
        pub reached: Vec<ReachedRow>,
        /// Its lines, each with whose goods fill it.
        pub filled: Vec<FilledLine>,
        /// It holds no stock and has no books: a record of another program.
        pub is_record: bool,
        /// The buyer; absent at the counter.
        #[ts(optional)]
        pub buyer_id: Option<String>,
        /// The buyer's data was erased.
        pub is_erased: bool,
        /// The goods lie at this device.
        pub keeps: bool,
        /// The device where they lie, by the letters of its numbers; empty when it is this one, or
        /// nothing is held.
        pub keeper: String,
        /// The orders that were taken out of it, each to go in a parcel of its own.
        pub parts: Vec<PartRow>,
        /// The order that it was taken out of.
        #[ts(optional)]
        pub part_of: Option<PartRow>,
    }

    /// An order that belongs to another.
    pub struct PartRow {
        /// Which.
        pub id: String,
        /// For people.
        pub number: String,
        /// Its state's word.
        pub state: String,
        /// What it costs, in fen.
        #[ts(type = "number")]
        pub total_fen: i64,
    }

    /// A complaint about an order that went.
    pub struct ComplaintShown {
        /// `requested`, `agreed`, `await_goods`, `inspected`, `refunded`, `refused`, `withdrawn`; empty
        /// without one.
        pub state: String,
        /// Why, a word such as `spoilt` or a person's words.
        pub reason: String,
        /// The address of the buyer's photo; empty when there is none.
        pub photo: String,
        /// The address of the photo of the packed parcel; empty when there is none.
        pub packed_photo: String,
        /// The steps that may be taken now.
        pub next: Vec<String>,
        /// Something of it perishes: it is refunded without coming back.
        pub perishes: bool,
        /// What of the money that came can still go back, in fen.
        #[ts(type = "number")]
        pub refundable_fen: i64,
        /// What went back after complaints, in fen.
        #[ts(type = "number")]
        pub refunded_fen: i64,
        /// Who bears it: `villager`, `station`, `carrier`; empty before a refund.
        pub bears: String,
        /// What went and may be taken in again, once what was sent back was looked at.
        pub back: Vec<BackRow>,
    }

    /// Goods of a lot that may have come back.
    pub struct BackRow {
        /// The lot.
        pub lot: String,
        /// For people.
        pub lot_number: String,
        /// The product's key.
        pub product: String,
        /// The grade's key.
        pub grade: String,
        /// `weight` or `piece`.
        pub measure: String,
        /// How much went and did not come back yet.
        #[ts(type = "number")]
        pub quantity: i64,
    }

    /// A state that an order reached.
    pub struct ReachedRow {
        /// `taken`, then a mark's word: `placed`, `confirmed`, `packing`, `handed_over`,
        /// `completed`, `cancelled`.
        pub step: String,
        /// When first, as claimed.
        #[ts(type = "number")]
        pub at_ms: i64,
        /// The date is unconfirmed.
        pub doubtful: bool,
        /// Who, by name; `station` for the program itself.
        pub actor: String,
    }

    /// A line and whose goods fill it.
    pub struct FilledLine {
        /// Its number in the order.
        pub line: u32,
        /// The product's key.
        pub product: String,
        /// What it is called on the order.
        pub title: String,
        /// The grade's key or, imported, its words.
        pub grade: String,
        /// `weight` or `piece`.
        pub measure: String,
        /// How much was ordered.
        #[ts(type = "number")]
        pub quantity: i64,
        /// How much was packed or went, once that is known.
        #[ts(type = "number", optional)]
        pub packed: Option<i64>,
        /// How far the packed may be from the ordered before a person decides.
        #[ts(type = "number")]
        pub tolerance: i64,
        /// By which rule it is filled: `earliest_expiry`, `chosen`, `rotated`, `pooled`.
        pub filling: String,
        /// Fen for a kilogram or a piece.
        #[ts(type = "number")]
        pub price_fen: i64,
        /// What was asked before buyer and operator agreed on the price; absent when it was that.
        #[ts(type = "number", optional)]
        pub asked_fen: Option<i64>,
        /// What the line costs, in fen: what was packed, once it was weighed.
        #[ts(type = "number")]
        pub amount_fen: i64,
        /// The picture's file in the catalogue; empty when there is none.
        pub picture: String,
        /// From whose lots.
        pub from: Vec<FilledFrom>,
    }

    /// A part of a line and whose it is.
    pub struct FilledFrom {
        /// The lot.
        pub lot: String,
        /// For people.
        pub lot_number: String,
        /// Whose goods.
        pub villager: String,
        /// The name.
        pub name: String,
        /// The name in Tibetan.
        pub name_bo: String,
        /// The lot's thumbnail; empty when there is none.
        pub thumbnail: String,
        /// How much.
        #[ts(type = "number")]
        pub quantity: i64,
        /// `hold` or `ship`.
        pub kind: String,
    }

    /// A payment.
    pub struct PaymentRow {
        /// Its id.
        pub id: String,
        /// Where it stands, a word.
        pub state: String,
        /// The way.
        pub way: String,
        /// The villager who got it; absent when the station did.
        #[ts(optional)]
        pub villager: Option<String>,
        /// How much.
        #[ts(type = "number")]
        pub amount_fen: i64,
        /// What of it went back.
        #[ts(type = "number")]
        pub refunded_fen: i64,
        /// When it was last marked, as claimed.
        #[ts(type = "number")]
        pub at_ms: i64,
    }

    /// Goods of an order.
    pub struct GoodsRow {
        /// The line.
        pub line: u32,
        /// The lot.
        pub lot: String,
        /// Whose goods.
        pub villager: String,
        /// `hold` or `ship`.
        pub kind: String,
        /// Whose share is charged.
        pub holder: String,
        /// How much.
        #[ts(type = "number")]
        pub quantity: i64,
    }

    /// Something that happened to an order.
    pub struct HistoryRow {
        /// The fact.
        pub fact: String,
        /// When, as claimed.
        #[ts(type = "number")]
        pub at_ms: i64,
        /// The date is unconfirmed.
        pub doubtful: bool,
        /// Who, by name; `station` for the program itself.
        pub actor: String,
        /// What: `taken`, `placed`, `confirmed`, `payment:cleared`, `changed:note` …
        pub what: String,
        /// A reason, where one was given.
        pub reason: String,
    }
}
