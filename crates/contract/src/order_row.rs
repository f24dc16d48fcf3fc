//! An order as programs and the hub's staff read it: one row, everything resolved.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use tsong_domain::field::Personal;
use tsong_domain::order::after_sale::{AfterSale, complaint};
use tsong_domain::order::due::{DueLine, due};
use tsong_domain::order::payment::{PayState, payments, together};
use tsong_domain::order::settle::{Settled, State};
use tsong_domain::order::{Line, Order, Source};
use tsong_domain::quantity::Measure;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident of $from:ident { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS)]
        pub enum $name {
            $($(#[$vdoc])* $variant,)+
        }

        impl From<$from> for $name {
            fn from(state: $from) -> Self {
                match state {
                    $($from::$variant => Self::$variant,)+
                }
            }
        }

        impl $name {
            /// The word as the JSON has it.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => stringify!($variant),)+
                }
            }

            /// Reads the word in any case, with or without underscores.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                let plain = word.replace(['_', '-', ' '], "");
                [$(Self::$variant),+].into_iter().find(|s| s.word().eq_ignore_ascii_case(&plain))
            }
        }
    };
}

words! {
    /// Where an order stands.
    OrderState of State {
        /// Nothing was marked.
        Draft,
        /// Wanted on a device that does not hold the stock.
        Asked,
        /// Stock held.
        Placed,
        /// Agreed.
        Confirmed,
        /// Being packed.
        Packing,
        /// Gone to the buyer.
        HandedOver,
        /// Done.
        Completed,
        /// Somebody cancelled; the keeper has yet to answer.
        CancelAsked,
        /// Not to be.
        Cancelled,
        /// The marks contradict each other: a person decides.
        NeedsDecision,
    }
}

impl OrderState {
    /// Whom an order in this state waits for, the word of a group of the list: `decide` a person,
    /// `pack` the packing table, `road` the carrier; `done`, `cancelled`, `draft` nobody.
    #[must_use]
    pub const fn stage(self) -> &'static str {
        match self {
            Self::Asked | Self::CancelAsked | Self::NeedsDecision => "decide",
            Self::Placed | Self::Confirmed | Self::Packing => "pack",
            Self::HandedOver => "road",
            Self::Completed => "done",
            Self::Cancelled => "cancelled",
            Self::Draft => "draft",
        }
    }
}

words! {
    /// Where an order's money stands.
    PaymentState of PayState {
        /// Awaited.
        Expected,
        /// The buyer says that it is paid.
        Reported,
        /// The money is there.
        Cleared,
        /// Some of it went back.
        PartRefunded,
        /// All of it went back.
        Refunded,
        /// Never came, never will.
        Void,
    }
}

words! {
    /// Where an order's complaint stands.
    AfterSaleState of AfterSale {
        /// Asked for.
        Requested,
        /// The station agrees.
        Agreed,
        /// The goods are awaited back.
        AwaitGoods,
        /// They came and were looked at.
        Inspected,
        /// The station does not agree.
        Refused,
        /// The buyer lets it be.
        Withdrawn,
        /// The money went back.
        Refunded,
    }
}

words! {
    /// Where an order came from.
    OrderSource of Source {
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
        /// Records of another program.
        Import,
    }
}

/// Who an order goes to. Everything is empty for an order without a buyer, and once erased.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct BuyerRow {
    /// The name.
    pub name: String,
    /// The telephone, digits.
    pub phone: String,
    /// Province, as a name.
    pub province: String,
    /// City or prefecture, as a name.
    pub city: String,
    /// County or district, as a name.
    pub county: String,
    /// Township or street office, as a name.
    pub town: String,
    /// Street, number, door.
    pub address: String,
}

impl From<&Personal> for BuyerRow {
    fn from(person: &Personal) -> Self {
        let region = |level: usize| person.region.get(level).cloned().unwrap_or_default();
        Self {
            name: person.name.clone(),
            phone: person.phone.clone(),
            province: region(0),
            city: region(1),
            county: region(2),
            town: region(3),
            address: person.address.clone(),
        }
    }
}

/// One line of an order. Exactly one of `weight_g` and `pieces` is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct LineRow {
    /// The product's key.
    pub product: String,
    /// What it is called on the order.
    pub title: String,
    /// The grade's key or, imported, its words.
    pub grade: String,
    /// How much, in grams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "number", optional)]
    pub weight_g: Option<i64>,
    /// How many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "number", optional)]
    pub pieces: Option<i64>,
    /// Fen for a kilogram or a piece.
    #[ts(type = "number")]
    pub unit_price_fen: i64,
    /// What the line costs, in fen.
    #[ts(type = "number")]
    pub amount_fen: i64,
}

/// An order as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct OrderRow {
    /// A UUID; as imported.
    pub id: String,
    /// For people; never identity. Empty while only marks have arrived.
    pub number: String,
    /// Fulfilment.
    pub state: OrderState,
    /// Money.
    pub payment: PaymentState,
    /// The complaint, if there is one.
    pub after_sale: Option<AfterSaleState>,
    /// Who it goes to.
    pub buyer: BuyerRow,
    /// What was ordered.
    pub lines: Vec<LineRow>,
    /// The lines' sum, in fen.
    #[ts(type = "number")]
    pub goods_fen: i64,
    /// Freight, in fen.
    #[ts(type = "number")]
    pub shipping_fen: i64,
    /// What the buyer pays, in fen.
    #[ts(type = "number")]
    pub total_fen: i64,
    /// What a person wrote for the station to heed.
    pub note: String,
    /// Milliseconds since 1970.
    #[ts(type = "number")]
    pub created_at: i64,
    /// Milliseconds since 1970: an imported record's own, else of the last mark.
    #[ts(type = "number")]
    pub updated_at: i64,
    /// Where it came from; `null` while only marks have arrived.
    pub source: Option<OrderSource>,
    /// The fields on which two people disagree.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contested: Vec<String>,
}

/// The row of an order. `contact` is the personal section of the contact that [`Order::contact`]
/// names; `title` gives the name of a product by its key, for lines that carry no title of their
/// own (an empty answer shows the key).
pub fn order_row(
    order: &Order,
    settled: &Settled,
    contact: Option<&Personal>,
    title: impl Fn(&str) -> String,
) -> OrderRow {
    let owed = due(order, settled);
    let taken = order.taken.as_ref().map(|(_, taken)| taken);
    let marked_ms = order.marks.values().map(|m| m.time.ms()).max();
    let created_at = order.created_ms().unwrap_or_else(|| {
        let marked = order.marks.values().map(|m| m.time.ms());
        marked.min().unwrap_or_default()
    });
    OrderRow {
        id: order.id.to_string(),
        number: taken.map(|t| t.number.clone()).unwrap_or_default(),
        state: settled.state.into(),
        payment: together(&payments(order), owed.total_fen, settled.state).into(),
        after_sale: complaint(order).map(|one| one.state.into()),
        buyer: contact.map(BuyerRow::from).unwrap_or_default(),
        lines: order
            .lines()
            .into_iter()
            .zip(&owed.lines)
            .map(|(line, due)| line_row(&charged(line, due), &title))
            .collect(),
        goods_fen: owed.goods_fen.get(),
        shipping_fen: order.amounts().shipping_fen.get(),
        total_fen: owed.total_fen.get(),
        note: order.note().to_owned(),
        created_at,
        updated_at: order.at_ms.or(marked_ms).unwrap_or(created_at),
        source: taken.map(|t| t.source.into()),
        contested: order.fields.contested(),
    }
}

/// A line as the buyer owes it: what was packed or went, once that is known.
fn charged(line: Line, due: &DueLine) -> Line {
    Line {
        quantity: due.quantity,
        amount_fen: due.amount_fen,
        ..line
    }
}

fn line_row(line: &Line, title: &impl Fn(&str) -> String) -> LineRow {
    let named = if line.title.is_empty() {
        title(&line.product)
    } else {
        line.title.clone()
    };
    let (weight_g, pieces) = match line.measure {
        Measure::Weight => (Some(line.quantity.get()), None),
        Measure::Piece => (None, Some(line.quantity.get())),
    };
    LineRow {
        product: line.product.clone(),
        title: if named.is_empty() {
            line.product.clone()
        } else {
            named
        },
        grade: line.grade.clone(),
        weight_g,
        pieces,
        unit_price_fen: line.price_fen.get(),
        amount_fen: line.amount_fen.get(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tsong_domain::fact::{Actor, Body, Fact, Header};
    use tsong_domain::id::{EntityId, FactId, Origin};
    use tsong_domain::mark::{Aspect, Mark, MarkKind};
    use tsong_domain::money::Fen;
    use tsong_domain::order::settle::{World, settle};
    use tsong_domain::order::{Amounts, Filling, OrderTaken};
    use tsong_domain::quantity::Quantity;
    use tsong_domain::time::Hlc;

    fn fact(sequence: u64, body: Body) -> Fact {
        let header = Header {
            id: FactId::new(Origin(1), sequence),
            time: Hlc::at_ms(1000),
            doubtful: false,
            actor: Actor::Station,
            entity: EntityId([1; 16]),
            more: false,
        };
        Fact {
            header,
            body,
            personal: None,
        }
    }

    fn taken() -> OrderTaken {
        let line = Line {
            line: 1,
            product: "walnut".into(),
            title: String::new(),
            grade: "特级".into(),
            measure: Measure::Weight,
            quantity: Quantity::new(750),
            price_fen: Fen::new(1000),
            amount_fen: Fen::new(750),
            asked_fen: None,
            filling: Filling::default(),
        };
        let amounts = Amounts::of(std::slice::from_ref(&line), Fen::new(600)).unwrap();
        OrderTaken {
            number: "N-1".into(),
            source: Source::Import,
            buyer: None,
            contact: None,
            lines: vec![line],
            amounts,
            commission_permille: None,
            created_ms: 900,
            at_ms: Some(2000),
            noted: false,
            part_of: None,
        }
    }

    #[test]
    fn a_row_has_the_words_of_the_design_and_the_sums() {
        let facts = [
            fact(1, Body::Order(taken())),
            fact(
                2,
                Body::Mark(Mark::new(Aspect::Fulfilment, MarkKind::Placed, vec![])),
            ),
            fact(
                3,
                Body::Mark(Mark::new(
                    Aspect::Fulfilment,
                    MarkKind::HandedOver,
                    vec![FactId::new(Origin(1), 2)],
                )),
            ),
        ];
        let order = Order::fold(EntityId([1; 16]), &facts);
        let settled = settle(
            order.marks.iter().map(|(id, m)| (*id, &m.mark)),
            &World::default(),
        );
        let person = Personal {
            name: "卓玛".into(),
            region: vec!["西藏自治区".into(), "林芝市".into()],
            ..Personal::default()
        };
        let row = order_row(&order, &settled, Some(&person), |_| "核桃".into());
        let json = serde_json::to_value(&row).unwrap();
        assert_eq!(
            json["state"], "HandedOver",
            "the words are those that the design draws"
        );
        assert_eq!(
            json["lines"][0]["title"], "核桃",
            "a line without a title has the product's"
        );
        assert_eq!(json["lines"][0]["weight_g"], 750);
        assert!(
            json["lines"][0].get("pieces").is_none(),
            "weighed goods have no pieces"
        );
        assert_eq!(json["buyer"]["city"], "林芝市");
        assert_eq!(
            json["buyer"]["town"], "",
            "an unknown level is empty, not absent"
        );
        assert_eq!(
            (row.total_fen, row.created_at, row.updated_at),
            (1350, 900, 2000)
        );
        assert_eq!(serde_json::from_value::<OrderRow>(json).unwrap(), row);
    }

    #[test]
    fn state_words_are_read_in_any_spelling() {
        for word in ["HandedOver", "handed_over", "handed-over", "HANDED OVER"] {
            assert_eq!(
                OrderState::from_word(word),
                Some(OrderState::HandedOver),
                "{word}"
            );
        }
        assert_eq!(OrderState::from_word("gone"), None);
    }
}
