//! What the hub tells the county's staff and takes from them: plain types, and the one list of what
//! the desk asks for. The hub serves them, the desk's page is typed by them.

/// What crosses the hub's wire. What is absent is `null`, as programs have read it from the first day.
macro_rules! told {
    ($($item:item)+) => {
        $(
            #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize,
                     schemars::JsonSchema, ts_rs::TS)]
            $item
        )+
    };
}

mod list;
mod sale;
mod view;

pub use list::{ENDPOINTS, Endpoint, visit_types};
pub use sale::{SaleAsk, SaleBuyer, SaleCancel, SaleLine, SaleTell};
pub use view::{
    DaySales, DeskSummary, DeviceView, LogEntry, LogView, OrdersView, OriginView, PlaceView,
    QuarantineView, Sales, StateSum, StationView, StationsView,
};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How long ago a station was heard, by the hub's clock.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Hearing {
    /// Too long ago: somebody should call.
    Silent,
    /// Longer ago than usual.
    Late,
    /// No device of it ever was.
    Never,
    /// Within the usual time.
    Heard,
}

/// What staff did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum StaffAct {
    /// Signed in at the desk.
    SignedIn,
    /// Signed out.
    SignedOut,
    /// Added a station.
    StationAdded,
    /// Made a one-time code.
    CodeMade,
    /// Shut a device out.
    DeviceRevoked,
    /// Looked at a buyer's phone and address.
    BuyerShown,
    /// Gave somebody a token.
    StaffAdded,
    /// Took somebody's tokens away.
    StaffRevoked,
}

impl StaffAct {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::SignedIn,
        Self::SignedOut,
        Self::StationAdded,
        Self::CodeMade,
        Self::DeviceRevoked,
        Self::BuyerShown,
        Self::StaffAdded,
        Self::StaffRevoked,
    ];

    /// The word as the JSON has it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::SignedIn => "signed_in",
            Self::SignedOut => "signed_out",
            Self::StationAdded => "station_added",
            Self::CodeMade => "code_made",
            Self::DeviceRevoked => "device_revoked",
            Self::BuyerShown => "buyer_shown",
            Self::StaffAdded => "staff_added",
            Self::StaffRevoked => "staff_revoked",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.word() == word)
    }
}

/// From which end a list is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// The oldest first.
    #[default]
    Oldest,
    /// The newest first.
    Newest,
}

told! {
    /// What the hub refused.
    pub struct Refusal {
        /// Stable, for programs; the words are the desk's.
        pub code: String,
        /// For people who read logs.
        pub message: String,
        /// With `wrong_offset`: where to go on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(type = "number", optional)]
        pub offset: Option<u64>,
        /// With `too_many_tries`: how long to wait.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(type = "number", optional)]
        pub wait_ms: Option<u64>,
    }

    /// Signing in.
    pub struct SessionAsk {
        /// What `tsong-hub staff add` printed.
        pub token: String,
    }

    /// Who is signed in.
    pub struct SessionView {
        /// Whose token it is.
        pub name: String,
        /// When it ends, milliseconds since 1970.
        #[ts(type = "number")]
        pub expires_ms: i64,
        /// The hub's clock, milliseconds since 1970.
        #[ts(type = "number")]
        pub now_ms: i64,
    }

    /// A new station.
    pub struct StationAsk {
        /// What the county calls it.
        pub name: String,
        /// The code of its place.
        #[ts(type = "number")]
        pub place: u64,
    }

    /// A station that was added.
    pub struct StationAdded {
        /// Its id.
        pub station: String,
        /// The one-time code of its first device: shown once, kept nowhere.
        pub code: String,
        /// Until when the code lets in, milliseconds since 1970.
        #[ts(type = "number")]
        pub expires_ms: i64,
    }

    /// A one-time code.
    pub struct CodeView {
        /// The code: shown once, kept nowhere.
        pub code: String,
        /// Until when it lets in, milliseconds since 1970.
        #[ts(type = "number")]
        pub expires_ms: i64,
    }

    /// Shutting a device out.
    pub struct RevokeAsk {
        /// Why, in a person's words.
        pub reason: String,
    }
}

/// Which stations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(default)]
pub struct StationsQuery {
    /// Only with this text in the name or the place.
    #[ts(optional)]
    pub find: Option<String>,
    /// Only those heard so.
    #[ts(optional)]
    pub hearing: Option<Hearing>,
    /// How many to pass over.
    #[ts(type = "number", optional)]
    pub offset: Option<u64>,
    /// At most so many, 1 to 1000; 100 without a wish.
    #[ts(type = "number", optional)]
    pub limit: Option<u64>,
}

/// Which orders.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(default)]
pub struct OrdersQuery {
    /// Only in this state, such as `Placed`.
    #[ts(optional)]
    pub state: Option<String>,
    /// Only with this text in number, name, phone, address or title.
    #[ts(optional)]
    pub find: Option<String>,
    /// Only of this day in Beijing, `2026-08-18`.
    #[ts(optional)]
    pub day: Option<String>,
    /// From which end; the oldest first without a wish.
    #[ts(optional)]
    pub sort: Option<Sort>,
    /// Only those after this order, from the last answer.
    #[ts(optional)]
    pub after: Option<String>,
    /// How many to pass over.
    #[ts(type = "number", optional)]
    pub offset: Option<u64>,
    /// At most so many, 1 to 1000; 100 without a wish.
    #[ts(type = "number", optional)]
    pub limit: Option<u64>,
}

/// Which entries of the staff's log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(default)]
pub struct LogQuery {
    /// Only of this station.
    #[ts(optional)]
    pub station: Option<String>,
    /// Only those before this number, from the last answer.
    #[ts(type = "number", optional)]
    pub before: Option<u64>,
    /// At most so many, 1 to 1000; 100 without a wish.
    #[ts(type = "number", optional)]
    pub limit: Option<u64>,
}

/// Which places.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(default)]
pub struct PlacesQuery {
    /// A name, pinyin initials, or the beginning of a code.
    pub find: String,
}
