//! Marks: placed, confirmed, packed, cancelled … Each names the marks of its entity and aspect that
//! its author saw; what no mark names is unanswered, and from those the state is settled.

use crate::id::{DeviceId, EntityId, FactId};
use crate::money::Fen;
use crate::produce::PhotoRef;
use crate::quantity::Quantity;
use serde::{Deserialize, Serialize};

macro_rules! open_words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(from = "String", into = "String")]
        pub enum $name {
            $($(#[$vdoc])* $variant,)+
            /// A word of a newer version: kept, carried, and judged by the mark's stance.
            Other(String),
        }

        impl From<String> for $name {
            fn from(word: String) -> Self {
                match word.as_str() {
                    $($word => Self::$variant,)+
                    _ => Self::Other(word),
                }
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.word().to_owned()
            }
        }

        impl $name {
            /// The word as it is stored and shown to programs.
            #[must_use]
            pub fn word(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Other(word) => word,
                }
            }
        }
    };
}

open_words! {
    /// The side of an entity that a mark speaks of; aspects never answer each other.
    Aspect {
        /// From asked to completed or cancelled.
        Fulfilment = "fulfilment",
        /// A payment: expected to cleared, refunded or void.
        Payment = "payment",
        /// A complaint: requested to refunded, refused or withdrawn.
        AfterSale = "after_sale",
    }
}

open_words! {
    /// What a mark says.
    MarkKind {
        /// Wanted on a device that does not hold the stock.
        Asked = "asked",
        /// Stock held.
        Placed = "placed",
        /// Agreed with the buyer.
        Confirmed = "confirmed",
        /// Being packed.
        Packing = "packing",
        /// Packed and weighed: holds what was packed in place of what was placed.
        Packed = "packed",
        /// Somebody asks a person to decide before it goes on.
        Doubted = "doubted",
        /// The goods left the house.
        HandedOver = "handed_over",
        /// Everything is done.
        Completed = "completed",
        /// Not to be; frees only when the keeper says it.
        Cancelled = "cancelled",
        /// A payment is awaited.
        Expected = "expected",
        /// The buyer says that it is paid.
        Reported = "reported",
        /// The money is there.
        Cleared = "cleared",
        /// Some of the money went back.
        PartRefunded = "part_refunded",
        /// All of the money went back.
        Refunded = "refunded",
        /// Never came, never will.
        Void = "void",
        /// An after-sale is asked for.
        Requested = "requested",
        /// The station agrees.
        Agreed = "agreed",
        /// The goods are awaited back.
        AwaitGoods = "await_goods",
        /// The goods came back and were looked at.
        Inspected = "inspected",
        /// The station does not agree.
        Refused = "refused",
        /// The buyer lets it be.
        Withdrawn = "withdrawn",
    }
}

/// What a mark does to stock, frozen with it, for versions that do not know the mark's kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// Nothing.
    None,
    /// Holds the grams that it names.
    Hold,
    /// The grams that it names left the shelf.
    Ship,
    /// Frees what its keeper held.
    Free,
}

/// Some of one lot, promised to one line and charged to one holder's share. A shipment has the same
/// shape: it is what a hand-over carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Placing {
    /// The order's line.
    pub line: u32,
    /// The lot.
    pub lot: EntityId,
    /// Whose goods they are.
    pub villager: EntityId,
    /// Whose share is charged.
    pub holder: Holder,
    /// Where the goods lie.
    pub place: Shelf,
    /// How much, in the lot's unit.
    pub quantity: Quantity,
}

/// Who may promise a gram.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// A PC of the station.
    Device(DeviceId),
    /// The hub: the quota.
    Hub,
    /// A live sale's allotment.
    Allotment(EntityId),
    /// A warehouse.
    Warehouse(EntityId),
    /// Nobody while it is carried.
    Transit,
}

/// Where a gram lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shelf {
    /// At a PC of the station.
    Device(DeviceId),
    /// In a warehouse.
    Warehouse(EntityId),
    /// On the road between two of these.
    Transit,
}

impl Shelf {
    /// The holder to whom a count at this place belongs: the device or warehouse that counts it.
    #[must_use]
    pub const fn own_holder(self) -> Holder {
        match self {
            Self::Device(device) => Holder::Device(device),
            Self::Warehouse(id) => Holder::Warehouse(id),
            Self::Transit => Holder::Transit,
        }
    }
}

/// How money moves in a mark of the payment aspect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkMoney {
    /// How much, always positive.
    pub amount_fen: Fen,
    /// By which way.
    pub way: PayWay,
}

open_words! {
    /// A way of paying.
    PayWay {
        /// Notes and coins in a device's drawer.
        Cash = "cash",
        /// WeChat Pay.
        Wechat = "wechat",
        /// Alipay.
        Alipay = "alipay",
        /// A bank transfer.
        Bank = "bank",
        /// Through a sales platform.
        Platform = "platform",
        /// The carrier collects it.
        OnDelivery = "on_delivery",
        /// To an account of the villager whose goods they are; the mark says whose.
        Villager = "villager",
    }
}

open_words! {
    /// What a person is asked to decide.
    Question {
        /// The packed weight is further from the ordered one than the product allows.
        Weight = "weight",
        /// There is not enough of it after all.
        Short = "short",
        /// It cannot be there when it was promised.
        Late = "late",
        /// Nobody reaches the buyer.
        Unreachable = "unreachable",
        /// The price is another than the one that was agreed.
        Price = "price",
    }
}

open_words! {
    /// Who bears what a complaint costs.
    Bearer {
        /// The villager whose goods they were, and the station its commission on them.
        Villager = "villager",
        /// The station.
        Station = "station",
        /// The carrier: it owes the station for it.
        Carrier = "carrier",
    }
}

/// A mark on an aspect of an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Which side of the entity.
    pub aspect: Aspect,
    /// What it says.
    pub kind: MarkKind,
    /// The unanswered marks of this entity and aspect that its author saw.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sees: Vec<FactId>,
    /// What it does to stock.
    pub stance: Stance,
    /// The device where the goods lie: it alone hands over, and its cancel alone frees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keeper: Option<DeviceId>,
    /// What is held (stance hold) or what went (stance ship), sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goods: Vec<Placing>,
    /// The placings of its own that the keeper frees with this mark, because `goods` stand in their
    /// place. An older version holds both until the hand-over, which promises nothing twice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub frees: Vec<FactId>,
    /// What a person has to decide before the order goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asks: Option<Question>,
    /// What it looked like: the parcel when it was packed, the goods when somebody complained.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<PhotoRef>,
    /// The villager who got the money, when it came to no account of the station.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payee: Option<EntityId>,
    /// The order that this money went over to, because goods went over: it never left the station.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<EntityId>,
    /// Who bears a refund after a complaint.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bears: Option<Bearer>,
    /// The line that a refund is for; all of them when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// A hand-over that a count made afterwards has already noticed: written late, after a restore.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub before_count: bool,
    /// Why: a word for a cancel, a refusal, a refund.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The money of a payment's mark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub money: Option<MarkMoney>,
    /// When by an imported record's own clock, milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_ms: Option<i64>,
}

impl Mark {
    /// A bare mark without goods or money; its stance is its kind's.
    #[must_use]
    pub fn new(aspect: Aspect, kind: MarkKind, sees: Vec<FactId>) -> Self {
        let stance = kind.stance(&aspect);
        Self {
            aspect,
            kind,
            sees,
            stance,
            keeper: None,
            goods: Vec::new(),
            frees: Vec::new(),
            asks: None,
            photo: None,
            payee: None,
            to: None,
            bears: None,
            line: None,
            before_count: false,
            reason: None,
            money: None,
            at_ms: None,
        }
    }
}

impl MarkKind {
    /// The stance with which this version writes a kind.
    #[must_use]
    pub fn stance(&self, aspect: &Aspect) -> Stance {
        if *aspect != Aspect::Fulfilment {
            return Stance::None;
        }
        match self {
            Self::Placed | Self::Packed => Stance::Hold,
            Self::HandedOver => Stance::Ship,
            Self::Cancelled => Stance::Free,
            Self::Asked
            | Self::Confirmed
            | Self::Packing
            | Self::Doubted
            | Self::Completed
            | Self::Expected
            | Self::Reported
            | Self::Cleared
            | Self::PartRefunded
            | Self::Refunded
            | Self::Void
            | Self::Requested
            | Self::Agreed
            | Self::AwaitGoods
            | Self::Inspected
            | Self::Refused
            | Self::Withdrawn
            | Self::Other(_) => Stance::None,
        }
    }
}
