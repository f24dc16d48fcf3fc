//! What staff sees.

use super::{Hearing, StaffAct};
use crate::order_row::{OrderRow, OrderState};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How much was sold: drafts, what was only asked for and what was cancelled are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Sales {
    /// How many orders.
    #[ts(type = "number")]
    pub orders: u64,
    /// What their buyers pay, in fen.
    #[ts(type = "number")]
    pub fen: i64,
}

told! {
    /// What was sold on one day.
    pub struct DaySales {
        /// The day in Beijing, `2026-08-18`.
        pub day: String,
        /// How many orders.
        #[ts(type = "number")]
        pub orders: u64,
        /// What their buyers pay, in fen.
        #[ts(type = "number")]
        pub fen: i64,
    }

    /// How many orders stand in a state.
    pub struct StateSum {
        /// The state.
        pub state: OrderState,
        /// How many orders.
        #[ts(type = "number")]
        pub orders: u64,
        /// What their buyers pay, in fen.
        #[ts(type = "number")]
        pub fen: i64,
    }

    /// A station as staff sees it.
    pub struct StationView {
        /// Its id.
        pub station: String,
        /// What the county calls it.
        pub name: String,
        /// The code of its place.
        #[ts(type = "number")]
        pub place: u64,
        /// The place's names from the province down; empty for a code that is none.
        pub place_path: Vec<String>,
        /// When it was added, milliseconds since 1970.
        #[ts(type = "number")]
        pub created_ms: i64,
        /// When any of its devices was heard last.
        #[ts(type = "number | null")]
        pub last_heard_ms: Option<i64>,
        /// How long ago that is.
        pub hearing: Hearing,
        /// Whether one of its devices is at it just now.
        pub is_syncing: bool,
        /// In which of the last 24 hours it was heard: bit 0 is this hour, bit 23 the oldest.
        pub heard_hours: u32,
        /// How many facts its devices held, when last heard, that the hub did not.
        #[ts(type = "number")]
        pub waiting: u64,
        /// How many facts the hub holds that its devices have not fetched, together.
        #[ts(type = "number")]
        pub pending: u64,
        /// How many devices may ask.
        #[ts(type = "number")]
        pub devices: u64,
        /// How many facts the hub holds of it.
        #[ts(type = "number")]
        pub facts: u64,
        /// How many orders.
        #[ts(type = "number")]
        pub orders: u64,
        /// How many orders stand in each state; states without any are left out.
        pub states: Vec<StateSum>,
        /// How many orders a person must decide.
        #[ts(type = "number")]
        pub needs_decision: u64,
        /// What was sold today, by Beijing's day and the hub's clock.
        pub today: Sales,
        /// What was sold on the last seven days, today's included.
        pub week: Sales,
        /// How many refused or unreadable facts wait for a person, forks included.
        #[ts(type = "number")]
        pub quarantined: u64,
        /// How many of those are forks: a disk was copied back.
        #[ts(type = "number")]
        pub forks: u64,
        /// How many photos are named and not here yet.
        #[ts(type = "number")]
        pub blobs_missing: u64,
    }

    /// Some stations: what wants a person first, then by name.
    pub struct StationsView {
        /// How many the query has in all.
        #[ts(type = "number")]
        pub total: u64,
        /// This window of them.
        pub stations: Vec<StationView>,
    }

    /// The county at a glance.
    pub struct DeskSummary {
        /// The hub's clock, milliseconds since 1970.
        #[ts(type = "number")]
        pub now_ms: i64,
        /// After how long without a word a station is late.
        #[ts(type = "number")]
        pub late_after_ms: i64,
        /// After how long it is silent.
        #[ts(type = "number")]
        pub silent_after_ms: i64,
        /// The place that all stations lie in, its names from the province down.
        pub place_path: Vec<String>,
        /// How many stations.
        #[ts(type = "number")]
        pub stations: u64,
        /// How many were heard within the usual time.
        #[ts(type = "number")]
        pub heard: u64,
        /// How many are late.
        #[ts(type = "number")]
        pub late: u64,
        /// How many are silent.
        #[ts(type = "number")]
        pub silent: u64,
        /// How many were never heard.
        #[ts(type = "number")]
        pub never: u64,
        /// How many devices may ask.
        #[ts(type = "number")]
        pub devices: u64,
        /// How many facts the hub holds.
        #[ts(type = "number")]
        pub facts: u64,
        /// How many orders.
        #[ts(type = "number")]
        pub orders: u64,
        /// How many orders stand in each state; states without any are left out.
        pub states: Vec<StateSum>,
        /// How many orders a person must decide.
        #[ts(type = "number")]
        pub needs_decision: u64,
        /// How many facts devices held, when last heard, that the hub did not.
        #[ts(type = "number")]
        pub waiting: u64,
        /// How many facts the hub holds that devices have not fetched, together.
        #[ts(type = "number")]
        pub pending: u64,
        /// How many refused or unreadable facts wait for a person, forks included.
        #[ts(type = "number")]
        pub quarantined: u64,
        /// How many of those are forks.
        #[ts(type = "number")]
        pub forks: u64,
        /// How many photos are named and not here yet.
        #[ts(type = "number")]
        pub blobs_missing: u64,
        /// What was sold today.
        pub today: Sales,
        /// What was sold on the same day a week ago, all of it.
        pub week_ago: Sales,
        /// What was sold on the last seven days, today's included.
        pub week: Sales,
        /// What was sold on each of the last fourteen days, oldest first; the last one is today.
        pub days: Vec<DaySales>,
    }

    /// A device's log as far as it is here.
    pub struct OriginView {
        /// The origin, 16 hex digits.
        pub origin: String,
        /// How many facts of it are here.
        #[ts(type = "number")]
        pub facts: u64,
    }

    /// A device as staff sees it.
    pub struct DeviceView {
        /// Its id, 16 hex digits.
        pub device: String,
        /// What people call it.
        pub name: String,
        /// The program's version.
        pub version: String,
        /// The origins that it wrote under; more than one after a restore.
        pub origins: Vec<OriginView>,
        /// When it enrolled last, milliseconds since 1970.
        #[ts(type = "number")]
        pub enrolled_ms: i64,
        /// When it was shut out, if it was.
        #[ts(type = "number | null")]
        pub revoked_ms: Option<i64>,
        /// Who shut it out.
        pub revoked_by: Option<String>,
        /// Why, in their words.
        pub revoked_reason: Option<String>,
        /// When it was heard last.
        #[ts(type = "number | null")]
        pub last_heard_ms: Option<i64>,
        /// How many facts it held then that the hub did not.
        #[ts(type = "number")]
        pub waiting: u64,
        /// How many facts the hub holds that it has not fetched.
        #[ts(type = "number")]
        pub pending: u64,
    }

    /// What was refused or could not be read.
    pub struct QuarantineView {
        /// The fact, or the first of a run: origin and sequence.
        pub fact: String,
        /// Why: `fork`, `bad_signature`, `not_enrolled`, `gap`, `malformed`, `unreadable`.
        pub code: String,
        /// When it was first seen, milliseconds since 1970.
        #[ts(type = "number")]
        pub first_ms: i64,
        /// When it was last seen.
        #[ts(type = "number")]
        pub last_ms: i64,
        /// How often.
        #[ts(type = "number")]
        pub times: i64,
    }

    /// Some orders. Who is signed in at the desk sees phones as `138****1234`, and neither
    /// addresses nor notes, until one order's buyer is asked for.
    pub struct OrdersView {
        /// In the order that was asked for.
        pub orders: Vec<OrderRow>,
        /// The `after` of the next page; `null` on the last.
        pub after: Option<String>,
        /// How many the query has in all.
        #[ts(type = "number")]
        pub total: u64,
    }

    /// Something that staff did.
    pub struct LogEntry {
        /// Rises by one.
        #[ts(type = "number")]
        pub number: u64,
        /// When, milliseconds since 1970.
        #[ts(type = "number")]
        pub at_ms: i64,
        /// Who: a token's name, or `console` for a command on the hub itself.
        pub who: String,
        /// What.
        pub what: StaffAct,
        /// At which station, if at one.
        pub station: Option<String>,
        /// That station's name.
        pub station_name: Option<String>,
        /// Which device, order or person of staff; empty where there is none.
        pub subject: String,
        /// A reason, in their words; empty where none was given.
        pub reason: String,
    }

    /// Some of the staff's log, newest first.
    pub struct LogView {
        /// The entries.
        pub entries: Vec<LogEntry>,
        /// The `before` of the next page; `null` on the last.
        #[ts(type = "number | null")]
        pub before: Option<u64>,
    }

    /// A place.
    pub struct PlaceView {
        /// Its code.
        #[ts(type = "number")]
        pub code: u64,
        /// Its names from the province down.
        pub path: Vec<String>,
    }
}
