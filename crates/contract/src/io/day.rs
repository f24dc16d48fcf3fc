//! The home screen: one day at a glance.

use super::{Task, plain};

plain! {
    /// Which day.
    pub struct DayInput {
        /// A local day, `2026-08-18`; empty for today.
        #[serde(default)]
        pub day: String,
    }

    /// A day at a glance, and what waits now.
    pub struct DayShown {
        /// The local day, `2026-08-18`.
        pub date: String,
        /// 1 is Monday, 7 Sunday.
        pub weekday: u8,
        /// The clock is doubted: "Is today …?"
        pub is_clock_doubted: bool,
        /// The program's idea of now, milliseconds since 1970.
        #[ts(type = "number")]
        pub now_ms: i64,
        /// What was sold on the day.
        pub sold: DaySold,
        /// What waits to be packed.
        pub pack: DayPack,
        /// What needs a person.
        pub decide: DayDecide,
        /// Orders that are on their way to the buyer.
        #[ts(type = "number")]
        pub on_the_road: i64,
        /// What the station owes to villagers.
        pub owed: DayOwed,
        /// The goods that have to be sold or shipped first; absent when none wait.
        #[ts(optional)]
        pub first: Option<DayFirst>,
        /// What happened on the day, earliest first.
        pub timeline: Vec<DayEvent>,
    }

    /// What was sold: orders taken on the day that wait to be packed or went out. What was only
    /// asked for, was cancelled or needs a person is not counted.
    pub struct DaySold {
        /// How many orders.
        #[ts(type = "number")]
        pub orders: i64,
        /// What they cost, freight included.
        #[ts(type = "number")]
        pub total_fen: i64,
        /// What of them is weighed.
        #[ts(type = "number")]
        pub grams: i64,
        /// What of them is counted.
        #[ts(type = "number")]
        pub pieces: i64,
        /// The three products that brought most, most first.
        pub products: Vec<ProductFen>,
        /// The rest of the total: other products and freight.
        #[ts(type = "number")]
        pub other_fen: i64,
    }

    /// A product and money.
    pub struct ProductFen {
        /// The product's key.
        pub product: String,
        /// How much, in fen.
        #[ts(type = "number")]
        pub fen: i64,
    }

    /// A product and a number of orders.
    pub struct ProductCount {
        /// The product's key.
        pub product: String,
        /// How many orders have it.
        #[ts(type = "number")]
        pub orders: i64,
    }

    /// What waits to be packed.
    pub struct DayPack {
        /// How many orders.
        #[ts(type = "number")]
        pub orders: i64,
        /// The four products in most of them, most first.
        pub products: Vec<ProductCount>,
        /// How many products more.
        #[ts(type = "number")]
        pub more: i64,
    }

    /// What needs a person.
    pub struct DayDecide {
        /// Orders: asked, cancel asked, needing a decision.
        #[ts(type = "number")]
        pub orders: i64,
        /// Other tasks (see `task.list`).
        #[ts(type = "number")]
        pub tasks: i64,
        /// The order that has waited longest; absent when none waits.
        #[ts(optional)]
        pub order: Option<DayDecideOrder>,
        /// The first other task; absent when there is none.
        #[ts(optional)]
        pub task: Option<Task>,
    }

    /// An order that needs a person.
    pub struct DayDecideOrder {
        /// Which.
        pub id: String,
        /// For people.
        pub number: String,
        /// `Asked`, `CancelAsked` or `NeedsDecision`.
        pub state: String,
        /// Why a person has to decide, a word; empty when the state says it.
        pub doubt: String,
        /// The buyer's name; empty at the counter.
        pub buyer: String,
        /// The product of its first line, the one that is short if one is.
        pub product: String,
        /// The line's grade.
        pub grade: String,
        /// `weight` or `piece`.
        pub measure: String,
        /// How much was asked for.
        #[ts(type = "number")]
        pub asked: i64,
        /// How much of it this device can sell.
        #[ts(type = "number")]
        pub here: i64,
        /// How many lines more it has.
        #[ts(type = "number")]
        pub more: i64,
    }

    /// What the station owes to villagers.
    pub struct DayOwed {
        /// All together.
        #[ts(type = "number")]
        pub total_fen: i64,
        /// To how many.
        #[ts(type = "number")]
        pub villagers: i64,
        /// The three to whom most is owed.
        pub largest: Vec<VillagerOwed>,
    }

    /// What is owed to one villager.
    pub struct VillagerOwed {
        /// Who.
        pub id: String,
        /// The name.
        pub name: String,
        /// The name in Tibetan.
        pub name_bo: String,
        /// The thumbnail's address; empty when there is none.
        pub thumbnail: String,
        /// How much.
        #[ts(type = "number")]
        pub owed_fen: i64,
    }

    /// Goods that have to go first: the lots of one product with the same last day.
    pub struct DayFirst {
        /// The product's key.
        pub product: String,
        /// `weight` or `piece`.
        pub measure: String,
        /// How much of them this device can still sell.
        #[ts(type = "number")]
        pub quantity: i64,
        /// The lots, first to go first.
        pub lots: Vec<String>,
        /// Whose they are.
        pub villagers: Vec<PersonName>,
        /// When the first of them has to leave.
        #[ts(type = "number")]
        pub ship_by_ms: i64,
        /// Minutes until then.
        #[ts(type = "number")]
        pub minutes_left: i64,
        /// `last_call` or `on_sale`.
        pub life: String,
        /// The photo of the first of them; empty when there is none.
        pub thumbnail: String,
    }

    /// A person, by name.
    pub struct PersonName {
        /// Who.
        pub id: String,
        /// The name.
        pub name: String,
        /// The name in Tibetan.
        pub name_bo: String,
        /// The thumbnail's address; empty when there is none.
        pub thumbnail: String,
    }

    /// Something that happened on the day, in numbers.
    pub struct DayEvent {
        /// When, milliseconds since 1970.
        #[ts(type = "number")]
        pub at_ms: i64,
        /// `intake`, `orders`, `sync`, `sync_failed`, `backup`.
        pub kind: String,
        /// Lots, orders, or records that were sent and came.
        #[ts(type = "number")]
        pub count: i64,
        /// Villagers of an intake.
        #[ts(type = "number")]
        pub villagers: i64,
        /// Grams taken in or sold.
        #[ts(type = "number")]
        pub grams: i64,
        /// Pieces taken in or sold.
        #[ts(type = "number")]
        pub pieces: i64,
        /// What orders cost, in fen.
        #[ts(type = "number")]
        pub fen: i64,
        /// Bytes of a sync or a backup.
        #[ts(type = "number")]
        pub bytes: i64,
        /// The error's code of a sync that failed.
        pub code: String,
    }
}
