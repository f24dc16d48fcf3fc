//! Orders: what was taken, what was marked since, and what both come to.
//!
//! An [`Order`] is folded from its facts in any order; its state, its holds and shipments
//! ([`settle`]) and its postings are pure functions of the set.

pub mod after_sale;
pub mod decide;
pub mod due;
pub mod payment;
pub mod settle;

use crate::fact::{Actor, Body, Fact, Header};
use crate::field::{Fields, Value, Version};
use crate::id::{EntityId, FactId};
use crate::mark::{Aspect, Mark};
use crate::money::{Fen, PriceUnit, line_amount};
use crate::quantity::{Measure, Quantity};
use crate::time::Hlc;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Where an order came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A buyer at the counter.
    Counter,
    /// By telephone.
    Phone,
    /// A chat message.
    Message,
    /// A live sale.
    Livestream,
    /// A sales platform.
    Platform,
    /// Records of another program, read from a file.
    Import,
}

impl Source {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Counter,
        Self::Phone,
        Self::Message,
        Self::Livestream,
        Self::Platform,
        Self::Import,
    ];

    /// The source's word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Counter => "counter",
            Self::Phone => "phone",
            Self::Message => "message",
            Self::Livestream => "livestream",
            Self::Platform => "platform",
            Self::Import => "import",
        }
    }

    /// Reads a source's word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.word() == word)
    }
}

/// How a line is filled from lots; kept on the line, so that a villager can ask why.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Filling {
    /// What must go first goes first.
    #[default]
    EarliestExpiry,
    /// The operator chose the lot.
    Chosen,
    /// Villagers take turns.
    Rotated,
    /// A pooled grade, shared by weight.
    Pooled,
}

impl Filling {
    const ALL: [Self; 4] = [
        Self::EarliestExpiry,
        Self::Chosen,
        Self::Rotated,
        Self::Pooled,
    ];

    /// The rule's word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::EarliestExpiry => "earliest_expiry",
            Self::Chosen => "chosen",
            Self::Rotated => "rotated",
            Self::Pooled => "pooled",
        }
    }

    /// Reads a rule's word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.word() == word)
    }
}

/// One line of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its number in the order, never used twice.
    pub line: u32,
    /// The product's key: a slug of the catalogue, or the station's own.
    pub product: String,
    /// The product's title on this order where it differs from the product's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The grade's key or, imported, its words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub grade: String,
    /// Whether it is weighed or counted.
    pub measure: Measure,
    /// How much was ordered.
    pub quantity: Quantity,
    /// Fen for a kilogram or a piece.
    pub price_fen: Fen,
    /// What was asked for a kilogram or a piece before buyer and operator agreed on `price_fen`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_fen: Option<Fen>,
    /// What the line costs; an imported amount is kept as it came.
    pub amount_fen: Fen,
    /// How it is filled.
    #[serde(default, skip_serializing_if = "is_default")]
    pub filling: Filling,
}

fn is_default(filling: &Filling) -> bool {
    *filling == Filling::default()
}

impl Line {
    /// The price's unit.
    #[must_use]
    pub const fn price_unit(&self) -> PriceUnit {
        match self.measure {
            Measure::Weight => PriceUnit::Kilogram,
            Measure::Piece => PriceUnit::Piece,
        }
    }

    /// What price and quantity come to, by the one rounding rule.
    #[must_use]
    pub fn computed_amount(&self) -> Option<Fen> {
        line_amount(self.price_fen, self.price_unit(), self.quantity)
    }
}

/// The sums of an order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amounts {
    /// The lines.
    pub goods_fen: Fen,
    /// Freight.
    pub shipping_fen: Fen,
    /// What the buyer pays.
    pub total_fen: Fen,
}

impl Amounts {
    /// The sums of these lines with this freight; `None` past the range of money.
    #[must_use]
    pub fn of(lines: &[Line], shipping_fen: Fen) -> Option<Self> {
        let goods_fen = Fen::sum(lines.iter().map(|l| l.amount_fen))?;
        let total_fen = goods_fen.checked_add(shipping_fen)?;
        total_fen.is_sane().then_some(Self {
            goods_fen,
            shipping_fen,
            total_fen,
        })
    }
}

/// An order as it was first written down. Later changes are fields that name this fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderTaken {
    /// For people; never identity.
    pub number: String,
    /// Where it came from.
    pub source: Source,
    /// The buyer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub buyer: Option<EntityId>,
    /// The version of the buyer's contact that it goes to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<FactId>,
    /// What was ordered.
    pub lines: Vec<Line>,
    /// The sums.
    pub amounts: Amounts,
    /// The station's commission, in thousandths of the goods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commission_permille: Option<u16>,
    /// When it was taken, milliseconds since 1970, by the clock that was there.
    pub created_ms: i64,
    /// When an imported record says that it was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_ms: Option<i64>,
    /// The fact's personal section has a note.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub noted: bool,
    /// The order that it was taken out of, to go in a parcel of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<EntityId>,
}

/// The fields of an order that can change after it was taken.
pub mod fields {
    /// The lines.
    pub const LINES: &str = "lines";
    /// Sum of the lines.
    pub const GOODS: &str = "goods_fen";
    /// Freight.
    pub const SHIPPING: &str = "shipping_fen";
    /// What the buyer pays.
    pub const TOTAL: &str = "total_fen";
    /// The buyer.
    pub const BUYER: &str = "buyer";
    /// The version of the contact that it goes to.
    pub const CONTACT: &str = "contact";
    /// A note, in the personal section.
    pub const NOTE: &str = "note";
    /// When it was taken, as a person says: the clock was doubted then.
    pub const DATED: &str = "dated_ms";
    /// Begins the names of those that name a part which was taken out of it.
    pub const PART: &str = "part/";
}

/// One mark with its outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// When.
    pub time: Hlc,
    /// Who.
    pub actor: Actor,
    /// The date is unconfirmed.
    pub doubtful: bool,
    /// The mark.
    pub mark: Mark,
}

/// Everything that is known of one order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Its identity.
    pub id: EntityId,
    /// How it was taken, with the fact that says so; absent while only marks have arrived.
    pub taken: Option<(FactId, OrderTaken)>,
    /// What changed since.
    pub fields: Fields,
    /// All marks of all aspects.
    pub marks: BTreeMap<FactId, Marked>,
    /// The notes by the fact whose personal section carries them; erased ones are absent.
    pub notes: BTreeMap<FactId, String>,
    /// The latest time that an imported record claims for itself.
    pub at_ms: Option<i64>,
    /// The clock was doubted when it was taken.
    pub was_clock_doubted: bool,
}

impl Order {
    /// An order of which nothing is known yet.
    #[must_use]
    pub const fn unknown(id: EntityId) -> Self {
        Self {
            id,
            taken: None,
            fields: Fields::new(),
            marks: BTreeMap::new(),
            notes: BTreeMap::new(),
            at_ms: None,
            was_clock_doubted: false,
        }
    }

    /// Folds the facts of one order; their order does not matter, repeats count once.
    pub fn fold<'a>(id: EntityId, facts: impl IntoIterator<Item = &'a Fact>) -> Self {
        let mut order = Self::unknown(id);
        for fact in facts {
            order.apply(fact);
        }
        order
    }

    /// Takes in one fact. Cannot fail: what has happened has happened.
    pub fn apply(&mut self, fact: &Fact) {
        let (id, time) = (fact.header.id, fact.header.time);
        match &fact.body {
            Body::Order(taken) => {
                self.note_time(taken.at_ms);
                self.add_taken(&fact.header, taken);
            }
            Body::Field(write) => {
                self.note_time(write.at_ms);
                self.fields.apply(id, time, write);
            }
            Body::Mark(mark) => {
                self.note_time(mark.at_ms);
                let marked = Marked {
                    time,
                    actor: fact.header.actor,
                    doubtful: fact.header.doubtful,
                    mark: mark.clone(),
                };
                self.marks.insert(id, marked);
            }
            Body::Origin(_)
            | Body::Takes(_)
            | Body::Retire(_)
            | Body::Lot(_)
            | Body::Move(_)
            | Body::Erase(_)
            | Body::Access(_) => {}
        }
        if let Some(personal) = &fact.personal
            && !personal.note.is_empty()
        {
            self.notes.insert(id, personal.note.clone());
        }
    }

    fn note_time(&mut self, at_ms: Option<i64>) {
        self.at_ms = self.at_ms.max(at_ms);
    }

    fn add_taken(&mut self, header: &Header, taken: &OrderTaken) {
        let (id, time) = (header.id, header.time);
        let mut put = |field: &str, value: Value| {
            self.fields.add(
                field,
                Version {
                    fact: id,
                    time,
                    replaces: Vec::new(),
                    value,
                },
            );
        };
        put(fields::LINES, Value::Lines(taken.lines.clone()));
        put(fields::GOODS, Value::Int(taken.amounts.goods_fen.get()));
        put(
            fields::SHIPPING,
            Value::Int(taken.amounts.shipping_fen.get()),
        );
        put(fields::TOTAL, Value::Int(taken.amounts.total_fen.get()));
        if let Some(buyer) = taken.buyer {
            put(fields::BUYER, Value::Id(buyer));
        }
        if let Some(contact) = taken.contact {
            put(fields::CONTACT, Value::Fact(contact));
        }
        if taken.noted {
            put(fields::NOTE, Value::Personal);
        }
        // Two devices that import the same record both take the order: the smallest fact stands,
        // and the fields show whether the two differ.
        if self.taken.as_ref().is_none_or(|(known, _)| id < *known) {
            self.taken = Some((id, taken.clone()));
            self.was_clock_doubted = header.doubtful;
        }
    }

    /// When it was taken: as a person dated it, else by the clock that was there; absent while only
    /// marks have arrived.
    #[must_use]
    pub fn created_ms(&self) -> Option<i64> {
        let taken = self.taken.as_ref().map(|(_, taken)| taken.created_ms);
        taken.map(|by_clock| self.fields.int(fields::DATED).unwrap_or(by_clock))
    }

    /// Whether its date is unconfirmed still.
    #[must_use]
    pub fn is_undated(&self) -> bool {
        self.was_clock_doubted && self.fields.int(fields::DATED).is_none()
    }

    /// Whether the order holds neither stock nor postings: it was lived elsewhere and only recorded.
    #[must_use]
    pub fn is_record_only(&self) -> bool {
        self.taken
            .as_ref()
            .is_some_and(|(_, t)| t.source == Source::Import)
    }

    /// The order that it was taken out of.
    #[must_use]
    pub fn part_of(&self) -> Option<EntityId> {
        self.taken.as_ref().and_then(|(_, taken)| taken.part_of)
    }

    /// The orders that were taken out of it, each to go in a parcel of its own.
    #[must_use]
    pub fn parts(&self) -> Vec<EntityId> {
        let named = self
            .fields
            .names()
            .filter_map(|n| n.strip_prefix(fields::PART));
        named.filter_map(|id| id.parse().ok()).collect()
    }

    /// The lines as they stand.
    #[must_use]
    pub fn lines(&self) -> Vec<Line> {
        self.fields.lines(fields::LINES).unwrap_or_default()
    }

    /// The number of the next line: one that no line of it ever had.
    #[must_use]
    pub fn next_line(&self) -> u32 {
        let taken = self.taken.iter().flat_map(|(_, t)| &t.lines);
        let lines = taken
            .map(|l| l.line)
            .chain(self.lines().iter().map(|l| l.line).collect::<Vec<_>>());
        let placed = self.marks.values().flat_map(|m| &m.mark.goods);
        let most = lines.chain(placed.map(|g| g.line)).max();
        most.unwrap_or(0).saturating_add(1)
    }

    /// The villagers whose goods were ever placed for it.
    #[must_use]
    pub fn villagers(&self) -> BTreeSet<EntityId> {
        let goods = self.marks.values().flat_map(|m| &m.mark.goods);
        goods.map(|placing| placing.villager).collect()
    }

    /// The sums as they stand.
    #[must_use]
    pub fn amounts(&self) -> Amounts {
        let fen = |field| Fen::new(self.fields.int(field).unwrap_or_default());
        Amounts {
            goods_fen: fen(fields::GOODS),
            shipping_fen: fen(fields::SHIPPING),
            total_fen: fen(fields::TOTAL),
        }
    }

    /// The buyer.
    #[must_use]
    pub fn buyer(&self) -> Option<EntityId> {
        self.fields.id(fields::BUYER)
    }

    /// The version of the contact that it goes to.
    #[must_use]
    pub fn contact(&self) -> Option<FactId> {
        self.fields.fact(fields::CONTACT)
    }

    /// The note as it stands; empty when there is none or it was erased.
    #[must_use]
    pub fn note(&self) -> &str {
        self.fields
            .get(fields::NOTE)
            .and_then(|r| self.notes.get(&r.fact))
            .map_or("", String::as_str)
    }

    /// The marks of one aspect.
    pub fn of_aspect<'a>(
        &'a self,
        aspect: &'a Aspect,
    ) -> impl Iterator<Item = (FactId, &'a Marked)> + 'a {
        self.marks
            .iter()
            .filter(move |(_, m)| m.mark.aspect == *aspect)
            .map(|(id, m)| (*id, m))
    }

    /// Whether every mark that is named has arrived (`rules.md` 8).
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.taken.is_some()
            && self
                .marks
                .values()
                .all(|m| m.mark.sees.iter().all(|s| self.marks.contains_key(s)))
    }
}
