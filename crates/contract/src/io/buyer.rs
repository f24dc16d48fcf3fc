//! Buyers in a long list, one of them whole, and whose number was looked at.

use super::{OrderLight, Twins, plain};

plain! {
    /// Which part of which buyers.
    pub struct BuyerList {
        /// Any text: name, initials, phone digits; empty for all.
        #[serde(default)]
        pub find: String,
        /// How many rows are passed over.
        #[serde(default)]
        pub offset: u32,
        /// At most so many; 0 for the number alone.
        #[serde(default)]
        pub limit: u32,
    }

    /// A part of the buyers, who came last first; who was erased is in no list.
    pub struct BuyerListShown {
        /// How many there are.
        #[ts(type = "number")]
        pub total: i64,
        /// The rows from `offset` on.
        pub rows: Vec<BuyerLight>,
    }

    /// A buyer in a long list.
    pub struct BuyerLight {
        /// Who.
        pub id: String,
        /// The name.
        pub name: String,
        /// A letter or two of the name, for a tile.
        pub initials: String,
        /// The telephone, masked: `138****1234`.
        pub phone_masked: String,
        /// Province and city without their endings.
        pub region: String,
        /// How many orders.
        #[ts(type = "number")]
        pub orders: i64,
        /// When the last was taken; absent when there is none.
        #[ts(type = "number", optional)]
        pub last_ms: Option<i64>,
        /// Two people disagree on the contact.
        pub is_contested: bool,
    }

    /// A buyer, whole but for the number.
    pub struct BuyerShown {
        /// Who.
        pub id: String,
        /// The name.
        pub name: String,
        /// A letter or two of the name, for a tile.
        pub initials: String,
        /// The telephone, masked: `138****1234`. Whole by `person.reveal`.
        pub phone_masked: String,
        /// Province, city, county, town, as names.
        pub region: Vec<String>,
        /// The place's code.
        pub place: String,
        /// Street, number, door.
        pub address: String,
        /// The fields on which two people disagree.
        pub contested: Vec<String>,
        /// The data was erased; the orders stay.
        pub is_erased: bool,
        /// How many orders.
        #[ts(type = "number")]
        pub orders: i64,
        /// When the last was taken; absent when there is none.
        #[ts(type = "number", optional)]
        pub last_ms: Option<i64>,
        /// The last orders, newest first, at most twenty.
        pub last: Vec<OrderLight>,
        /// Who else this is, and who it may be.
        pub twins: Twins,
    }

    /// Whose number and address to show whole.
    pub struct Reveal {
        /// A buyer, a villager, or an order: then the contact that it goes to.
        pub id: String,
        /// Why: `screen` or `print`.
        #[serde(default)]
        pub why: String,
    }

    /// A person's contact, whole. That it was looked at is noted.
    pub struct Revealed {
        /// The name.
        pub name: String,
        /// The telephone, whole.
        pub phone: String,
        /// Province, city, county, town, as names.
        pub region: Vec<String>,
        /// Street, number, door.
        pub address: String,
    }

    /// How many of the last looks.
    pub struct RevealList {
        /// At most so many; 0 for a hundred.
        #[serde(default)]
        pub limit: u32,
    }

    /// Somebody looked at a person's number.
    pub struct RevealRow {
        /// When, by this device's wall.
        #[ts(type = "number")]
        pub at_ms: i64,
        /// The date is unconfirmed.
        pub doubtful: bool,
        /// Who looked, by name.
        pub actor: String,
        /// Whose it is: a buyer's, a villager's or an order's id.
        pub id: String,
        /// For people: a name as it is now, or an order's number.
        pub label: String,
        /// `screen` or `print`.
        pub why: String,
    }
}
