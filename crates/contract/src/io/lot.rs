//! Lots and their stock.

use super::{Typed, plain};

plain! {
    /// A lot to take in.
    pub struct LotInput {
        /// Its id, minted when it was a draft; absent for a new one.
        #[serde(default)]
        #[ts(optional)]
        pub id: Option<String>,
        /// Whose goods.
        pub villager: String,
        /// The product's key.
        pub product: String,
        /// The grade's key.
        #[serde(default)]
        pub grade: String,
        /// Weight as typed or in grams, or pieces.
        pub quantity: Typed,
        /// When it was gathered or made, milliseconds since 1970; absent for now.
        #[serde(default)]
        #[ts(type = "number", optional)]
        pub harvested_ms: Option<i64>,
        /// Where, a place code.
        #[serde(default)]
        pub place: String,
        /// `ambient`, `chilled`, `frozen`.
        #[serde(default)]
        pub keeping: String,
        /// The shelf or basket.
        #[serde(default)]
        pub shelf: String,
        /// The gathering permit.
        #[serde(default)]
        pub permit: String,
        /// The photo's address.
        #[serde(default)]
        pub photo: String,
        /// The thumbnail's address.
        #[serde(default)]
        pub thumbnail: String,
    }

    /// A lot.
    pub struct LotRow {
        /// Which.
        pub id: String,
        /// For people.
        pub number: String,
        /// Whose goods.
        pub villager: String,
        /// Whose goods, by name.
        pub villager_name: String,
        /// Whose goods, by the name in Tibetan.
        pub villager_name_bo: String,
        /// The product's key.
        pub product: String,
        /// The grade's key.
        pub grade: String,
        /// `weight` or `piece`.
        pub measure: String,
        /// What was taken in.
        #[ts(type = "number")]
        pub taken_in: i64,
        /// What is left in the house, all holders together.
        #[ts(type = "number")]
        pub left: i64,
        /// What of it is promised.
        #[ts(type = "number")]
        pub held: i64,
        /// What this device can still sell.
        #[ts(type = "number")]
        pub here: i64,
        /// What the hub can still sell.
        #[ts(type = "number")]
        pub at_hub: i64,
        /// When it was gathered or made.
        #[ts(type = "number")]
        pub harvested_ms: i64,
        /// When it has to be gone; absent when it keeps.
        #[ts(type = "number", optional)]
        pub expires_ms: Option<i64>,
        /// When it has to leave to arrive before that; absent when it keeps.
        #[ts(type = "number", optional)]
        pub ship_by_ms: Option<i64>,
        /// How many hours it is under way to a buyer.
        pub road_hours: u16,
        /// What may still be done with it: `on_sale`, `last_call` (it has to leave within hours),
        /// `too_late` (it would not arrive in time), `sold_out`, `keeps`, `recount` (count it first).
        pub life: String,
        /// When it was brought, milliseconds since 1970.
        #[ts(type = "number")]
        pub brought_ms: i64,
        /// A place code.
        pub place: String,
        /// `ambient`, `chilled`, `frozen`.
        pub keeping: String,
        /// The shelf or basket.
        pub shelf: String,
        /// The gathering permit.
        pub permit: String,
        /// The photo's address.
        pub photo: String,
        /// The thumbnail's address.
        pub thumbnail: String,
        /// The numbers of the lots that it was made of; empty when somebody brought it.
        pub made_of: Vec<String>,
        /// Every holder's part: who holds my stock?
        pub holders: Vec<HolderRow>,
    }

    /// A lot, whole.
    pub struct LotShown {
        /// The lot.
        #[serde(flatten)]
        pub lot: LotRow,
        /// The names of the place where it was gathered, from the province down.
        pub place_name: String,
        /// The product's picture in the catalogue; empty when there is none.
        pub picture: String,
        /// The orders that hold some of it.
        pub orders: Vec<LotOrder>,
        /// What of it was given away to be carried and has not arrived.
        pub under_way: Vec<LotUnderWay>,
        /// What happened to it by itself, oldest first.
        pub history: Vec<LotMoveRow>,
        /// What the hub holds of it at this device's place; absent when nothing was ever granted.
        #[ts(optional)]
        pub quota: Option<QuotaShown>,
    }

    /// The hub's quota of a lot at this device's place.
    pub struct QuotaShown {
        /// What the hub can still sell.
        #[ts(type = "number")]
        pub free: i64,
        /// What it has sold and has yet to be handed over here.
        #[ts(type = "number")]
        pub sold: i64,
        /// From then on the hub gives back what it has not sold; absent for never.
        #[ts(type = "number", optional)]
        pub until_ms: Option<i64>,
        /// What is asked back and has not come yet.
        #[ts(type = "number")]
        pub asked: i64,
    }

    /// Something that happened to a lot by itself.
    pub struct LotMoveRow {
        /// The fact.
        pub fact: String,
        /// `intake`, `spoil`, `shrink`, `regrade`, `transfer`, `receive`, `count`, `correction` …
        pub kind: String,
        /// When, as claimed.
        #[ts(type = "number")]
        pub at_ms: i64,
        /// The date is unconfirmed.
        pub doubtful: bool,
        /// Who, by name; `station` for the program itself.
        pub actor: String,
        /// By how much the lot changed; nothing where only its holder changed.
        #[ts(type = "number")]
        pub quantity: i64,
        /// The numbers of the other lots that it concerns.
        pub others: Vec<String>,
        /// Why, in a person's words.
        pub reason: String,
    }

    /// An order that holds some of a lot.
    pub struct LotOrder {
        /// Which.
        pub id: String,
        /// For people.
        pub number: String,
        /// The buyer's name; empty at the counter.
        pub buyer: String,
        /// How much it holds.
        #[ts(type = "number")]
        pub quantity: i64,
    }

    /// A transfer under way.
    pub struct LotUnderWay {
        /// The Transfer's fact, as `lot.receive` takes it.
        pub transfer: String,
        /// Which device gave it, by the letters of its numbers.
        pub from: String,
        /// This device gave it.
        pub is_own: bool,
        /// When, as claimed.
        #[ts(type = "number")]
        pub at_ms: i64,
        /// How much has not arrived.
        #[ts(type = "number")]
        pub quantity: i64,
    }

    /// Which lots, by villager.
    pub struct LotByVillager {
        /// Any text: product, villager, number.
        #[serde(default)]
        pub find: String,
        /// Also those of which nothing is left.
        #[serde(default)]
        pub with_empty: bool,
        /// Sort names as this language does: `bo`, `zh-CN`, `en`.
        #[serde(default)]
        pub language: String,
    }

    /// A villager with lots, the most urgent first, then by name.
    pub struct VillagerLots {
        /// Who.
        pub villager: String,
        /// The name.
        pub name: String,
        /// The name in Tibetan.
        pub name_bo: String,
        /// A letter or two of the name, for a tile without a photo.
        pub initials: String,
        /// The thumbnail's address; empty when there is none.
        pub thumbnail: String,
        /// How many lots.
        pub lots: u32,
        /// How many of them have to leave within hours.
        pub urgent: u32,
        /// When the first of those that can still leave has to; absent when none has to.
        #[ts(type = "number", optional)]
        pub ship_by_ms: Option<i64>,
        /// What this device can sell of them by weight, in grams.
        #[ts(type = "number")]
        pub here_grams: i64,
        /// And in pieces.
        #[ts(type = "number")]
        pub here_pieces: i64,
        /// What the station owes the villager, in fen.
        #[ts(type = "number")]
        pub owed_fen: i64,
    }

    /// One holder's part of a lot.
    pub struct HolderRow {
        /// `device:<id>`, `hub`, `transit` …
        pub holder: String,
        /// A device by the letters of its numbers; empty for others.
        pub name: String,
        /// Where it lies.
        pub place: String,
        /// What lies there on its account.
        #[ts(type = "number")]
        pub on_hand: i64,
        /// What of it is promised.
        #[ts(type = "number")]
        pub held: i64,
    }

    /// Which lots.
    pub struct LotList {
        /// Any text: product, villager, number.
        #[serde(default)]
        pub find: String,
        /// One product's key.
        #[serde(default)]
        pub product: String,
        /// One villager.
        #[serde(default)]
        pub villager: String,
        /// Also those of which nothing is left.
        #[serde(default)]
        pub with_empty: bool,
        /// At most so many; 0 for all.
        #[serde(default)]
        pub limit: u32,
    }

    /// A wrong intake.
    pub struct LotCorrect {
        /// Which lot.
        pub id: String,
        /// What it should have been.
        pub quantity: Typed,
        /// Why.
        pub reason: String,
    }

    /// Goods that were lost.
    pub struct LotLose {
        /// Which lot.
        pub id: String,
        /// How much.
        pub quantity: Typed,
        /// `spoil` or `shrink`.
        pub kind: String,
        /// Why.
        #[serde(default)]
        pub reason: String,
    }

    /// A count of one lot on this device's shelf.
    pub struct LotCount {
        /// Which lot.
        pub id: String,
        /// What lies there, all holders together.
        pub quantity: Typed,
    }

    /// What a count found.
    pub struct LotCounted {
        /// The lot after it.
        pub lot: LotRow,
        /// What was missing (negative) or too much.
        #[ts(type = "number")]
        pub difference: i64,
        /// The orders at risk when it came out short.
        pub at_risk: Vec<String>,
    }

    /// A count of many lots.
    pub struct StockCount {
        /// Each lot once, with what lies there of it.
        pub lots: Vec<LotCount>,
    }

    /// A lot that comes out of another.
    pub struct LotPart {
        /// The grade's key.
        #[serde(default)]
        pub grade: String,
        /// Weight as typed or in grams, or pieces.
        pub quantity: Typed,
        /// `ambient`, `chilled`, `frozen`; empty as it was, or for another product as the warmest
        /// way that it bears.
        #[serde(default)]
        pub keeping: String,
        /// The shelf or basket; empty for the old one.
        #[serde(default)]
        pub shelf: String,
    }

    /// A lot to sort, or to make into another product.
    pub struct LotRegrade {
        /// Which lot.
        pub id: String,
        /// How much of it.
        pub quantity: Typed,
        /// The product that comes out; empty for the same.
        #[serde(default)]
        pub product: String,
        /// What comes out.
        pub parts: Vec<LotPart>,
        /// What was lost: with the parts it makes the quantity, to the gram.
        pub lost: Typed,
        /// Why, in a person's words.
        #[serde(default)]
        pub reason: String,
    }

    /// Lots to put together.
    pub struct LotMerge {
        /// Which, at least two that are alike.
        pub ids: Vec<String>,
    }

    /// What came of it.
    pub struct LotsMade {
        /// The lots that it was made of.
        pub from: Vec<LotRow>,
        /// The new lots.
        pub made: Vec<LotRow>,
    }

    /// What to pass on.
    pub struct LotTransfer {
        /// Which lot.
        pub id: String,
        /// How much.
        pub quantity: Typed,
        /// `hub`, or a device's id.
        pub to: String,
        /// The last local day, `2026-09-30`, on which the hub may sell it; after it the hub gives back
        /// what it has not sold. Empty for no such day.
        #[serde(default)]
        pub until: String,
    }

    /// What of the hub's quota shall come back.
    pub struct LotRecall {
        /// Which lot.
        pub id: String,
        /// How much; what the hub has sold comes back only if that order is given up.
        pub quantity: Typed,
    }

    /// What has arrived.
    pub struct LotReceive {
        /// Which lot.
        pub id: String,
        /// How much arrived.
        pub quantity: Typed,
        /// The Transfer's fact, `origin-sequence`; absent when there is only one under way.
        #[serde(default)]
        #[ts(optional)]
        pub transfer: Option<String>,
    }
}
