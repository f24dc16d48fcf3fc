//! Orders, drafts and finding.

use super::{BuyerInput, OrderRow, Typed, plain};

plain! {
    /// A line to order.
    pub struct LineInput {
        /// The listing; its product, grade and price are taken unless given.
        #[serde(default)]
        #[ts(optional)]
        pub listing: Option<String>,
        /// The product's key, when there is no listing.
        #[serde(default)]
        pub product: String,
        /// The grade's key; empty for any.
        #[serde(default)]
        pub grade: String,
        /// Weight as typed or in grams, or pieces.
        pub quantity: Typed,
        /// Yuan for a kilogram or piece as typed, or fen; absent for the listing's.
        #[serde(default)]
        #[ts(optional)]
        pub price: Option<Typed>,
        /// The lot to fill it from; absent for what must go first.
        #[serde(default)]
        #[ts(optional)]
        pub lot: Option<String>,
        /// How it is filled: `earliest_expiry`, `chosen` (of `lot`), `rotated` between villagers,
        /// `pooled` and shared by weight; absent for the lot, else for what must go first.
        #[serde(default)]
        #[ts(optional)]
        pub filling: Option<String>,
    }

    /// A payment that comes with an order.
    pub struct PaymentInput {
        /// `expected`, `reported` or `cleared`.
        pub state: String,
        /// `cash`, `wechat`, `alipay`, `bank`, `platform`, `on_delivery`, `villager`.
        pub way: String,
        /// Yuan as typed, or fen; absent for the whole total.
        #[serde(default)]
        #[ts(optional)]
        pub amount: Option<Typed>,
    }

    /// An order to take.
    pub struct OrderInput {
        /// Its id, minted when it was a draft; the same id twice is one order.
        #[serde(default)]
        #[ts(optional)]
        pub id: Option<String>,
        /// `counter`, `phone`, `message`, `livestream`.
        #[serde(default)]
        pub source: String,
        /// The buyer; absent at the counter.
        #[serde(default)]
        #[ts(optional)]
        pub buyer: Option<BuyerInput>,
        /// What is ordered.
        pub lines: Vec<LineInput>,
        /// Freight, yuan as typed or fen.
        #[serde(default)]
        #[ts(optional)]
        pub shipping: Option<Typed>,
        /// What the buyer asks for.
        #[serde(default)]
        pub note: String,
        /// Money that comes with it.
        #[serde(default)]
        pub payments: Vec<PaymentInput>,
        /// Save it as asked when this device has no share of its own.
        #[serde(default)]
        pub ask: bool,
    }

    /// An order that somebody is about to take.
    pub struct FreshInput {
        /// `counter`, `phone`, `message`, `livestream`.
        #[serde(default)]
        pub source: String,
        /// What is ordered.
        pub lines: Vec<FreshLine>,
    }

    /// One of its lines.
    pub struct FreshLine {
        /// The product's key.
        pub product: String,
        /// The grade's key; empty for any.
        #[serde(default)]
        pub grade: String,
        /// Weight as typed or in grams, or pieces.
        pub quantity: Typed,
        /// The lot that it is filled from; absent for what must go first.
        #[serde(default)]
        #[ts(optional)]
        pub lot: Option<String>,
    }

    /// A line that would not arrive fresh.
    pub struct StaleLine {
        /// Its place among the lines, from 0.
        pub line: u32,
        /// By when its goods have to leave, milliseconds since 1970.
        #[ts(type = "number")]
        pub ship_by_ms: i64,
        /// When the carrier takes the order.
        #[ts(type = "number")]
        pub leaves_ms: i64,
        /// The keys of the products that are made of it, such as dried of fresh.
        pub becomes: Vec<String>,
    }

    /// Place an order that waits for this device.
    pub struct OrderAnswer {
        /// Which.
        pub id: String,
    }

    /// A step.
    pub struct OrderStep {
        /// Which.
        pub id: String,
        /// `confirmed`, `packing` or `completed`.
        pub step: String,
    }

    /// What the scale said of one lot in one line.
    pub struct WeighedInput {
        /// The line's number.
        pub line: u32,
        /// The lot.
        pub lot: String,
        /// Weight as typed or in grams, or pieces.
        pub weight: Typed,
    }

    /// What was picked for an order, weighed.
    pub struct OrderPack {
        /// Which.
        pub id: String,
        /// Every lot of every line, once.
        pub weighed: Vec<WeighedInput>,
        /// The address of a photo of the parcel.
        #[serde(default)]
        pub photo: String,
        /// And of its thumbnail.
        #[serde(default)]
        pub thumbnail: String,
    }

    /// A line that stays, as it shall be.
    pub struct KeptLine {
        /// Its number.
        pub line: u32,
        /// Weight as typed or in grams, or pieces.
        pub quantity: Typed,
        /// Yuan for a kilogram or piece as typed, or fen; absent stays.
        #[serde(default)]
        #[ts(optional)]
        pub price: Option<Typed>,
        /// Filled anew by this rule; absent stays.
        #[serde(default)]
        #[ts(optional)]
        pub filling: Option<String>,
    }

    /// The lines of a placed order changed. A line that is not kept is dropped.
    pub struct OrderAmend {
        /// Which.
        pub id: String,
        /// Lines that stay.
        pub keep: Vec<KeptLine>,
        /// Lines that come to it.
        #[serde(default)]
        pub add: Vec<LineInput>,
        /// The buyer agreed to it so: it is confirmed at once.
        #[serde(default)]
        pub is_confirmed: bool,
    }

    /// Some of a line that goes in another parcel.
    pub struct SplitPart {
        /// The line's number.
        pub line: u32,
        /// Weight as typed or in grams, or pieces.
        pub quantity: Typed,
    }

    /// Goods of a placed order that go in a parcel of their own.
    pub struct OrderSplit {
        /// Which.
        pub id: String,
        /// What goes.
        pub parts: Vec<SplitPart>,
        /// The other parcel's freight, yuan as typed or fen.
        #[serde(default)]
        #[ts(optional)]
        pub shipping: Option<Typed>,
    }

    /// A question to a person, before an order goes on.
    pub struct OrderDoubt {
        /// Which.
        pub id: String,
        /// `short`, `late`, `unreachable`, `price`.
        pub question: String,
    }

    /// A hand-over.
    pub struct OrderHandOver {
        /// Which.
        pub id: String,
        /// The person was warned that the goods lie at another device.
        #[serde(default)]
        pub is_warned: bool,
        /// The goods left before this device was restored from a backup: the lost disk had said so,
        /// or should have.
        #[serde(default)]
        pub is_late: bool,
    }

    /// A cancel.
    pub struct OrderCancel {
        /// Which.
        pub id: String,
        /// Why.
        pub reason: String,
    }

    /// A step of a complaint after the goods went.
    pub struct OrderAfterSale {
        /// Which order.
        pub id: String,
        /// `requested`, `agreed`, `await_goods`, `inspected`, `refunded`, `refused`, `withdrawn`.
        pub step: String,
        /// Why; a complaint and its refusal need it.
        #[serde(default)]
        pub reason: String,
        /// The address of a photo.
        #[serde(default)]
        pub photo: String,
        /// And of its thumbnail.
        #[serde(default)]
        pub thumbnail: String,
        /// What goes back, yuan as typed or fen; with `refunded`.
        #[serde(default)]
        #[ts(optional)]
        pub amount: Option<Typed>,
        /// By which way it goes back.
        #[serde(default)]
        pub way: String,
        /// Who bears it: `villager`, `station`, `carrier`; with `refunded`.
        #[serde(default)]
        pub bears: String,
        /// The line that it is for; absent for all.
        #[serde(default)]
        #[ts(optional)]
        pub line: Option<u32>,
    }

    /// What came back of one lot.
    pub struct BackInput {
        /// The lot.
        pub lot: String,
        /// Weight as typed or in grams, or pieces.
        pub quantity: Typed,
    }

    /// Goods that a buyer sent back and that may be sold again.
    pub struct OrderTakeBack {
        /// Which order.
        pub id: String,
        /// What came back.
        pub goods: Vec<BackInput>,
    }

    /// A payment, new or going on.
    pub struct OrderPay {
        /// Which order.
        pub id: String,
        /// Which payment; absent for a new one.
        #[serde(default)]
        #[ts(optional)]
        pub payment: Option<String>,
        /// `expected`, `reported`, `cleared`, `void`, `part_refunded`, `refunded`.
        pub state: String,
        /// The way; absent for the payment's own.
        #[serde(default)]
        pub way: String,
        /// The villager who got it, when the way is `villager`.
        #[serde(default)]
        #[ts(optional)]
        pub villager: Option<String>,
        /// Yuan as typed or fen; absent for all of it.
        #[serde(default)]
        #[ts(optional)]
        pub amount: Option<Typed>,
    }

    /// What to change; absent stays.
    pub struct OrderChange {
        /// Which.
        pub id: String,
        /// The note.
        #[serde(default)]
        #[ts(optional)]
        pub note: Option<String>,
        /// Freight, yuan as typed or fen.
        #[serde(default)]
        #[ts(optional)]
        pub shipping: Option<Typed>,
        /// The day on which it was taken, `2026-08-18`, of an order whose date is unconfirmed.
        #[serde(default)]
        #[ts(optional)]
        pub day: Option<String>,
    }

    /// An order in a list.
    pub struct StationOrder {
        /// The order.
        #[serde(flatten)]
        pub order: OrderRow,
        /// Everything that this device wrote about it is at the hub.
        pub at_hub: bool,
    }

    /// Which orders.
    pub struct OrderList {
        /// A state's word; empty for all.
        #[serde(default)]
        pub state: String,
        /// Any text; empty for all.
        #[serde(default)]
        pub find: String,
        /// One local day, `2026-08-18`; empty for all.
        #[serde(default)]
        pub day: String,
        /// At most so many; 0 for all.
        #[serde(default)]
        pub limit: u32,
        /// Go on after this order.
        #[serde(default)]
        #[ts(optional)]
        pub after: Option<String>,
        /// Newest first; else oldest first.
        #[serde(default)]
        pub is_newest_first: bool,
    }

    /// Half-typed work.
    pub struct DraftInput {
        /// Its id; absent for new work.
        #[serde(default)]
        #[ts(optional)]
        pub id: Option<String>,
        /// What it will be: `order`, `lot` …
        pub noun: String,
        /// What was typed so far, in the screen's own form.
        #[ts(type = "unknown")]
        pub content: serde_json::Value,
    }

    /// Which drafts.
    pub struct DraftList {
        /// What they will be.
        pub noun: String,
    }

    /// A draft.
    pub struct DraftRow {
        /// The id that the finished thing will have.
        pub id: String,
        /// What it will be.
        pub noun: String,
        /// What was typed so far.
        #[ts(type = "unknown")]
        pub content: serde_json::Value,
        /// When it was kept.
        #[ts(type = "number")]
        pub saved_ms: i64,
    }

    /// What to find.
    pub struct FindInput {
        /// Any text.
        pub text: String,
        /// `order`, `listing`, `villager`, `buyer`, `lot`; empty for all.
        #[serde(default)]
        pub nouns: Vec<String>,
        /// At most so many of each; 0 for 50.
        #[serde(default)]
        pub limit: u32,
    }

    /// Something found.
    pub struct Found {
        /// What it is.
        pub noun: String,
        /// Which.
        pub id: String,
        /// For people.
        pub label: String,
    }
}
