//! One shift hands over to the next.

use super::{Typed, plain};

plain! {
    /// What is handed over.
    pub struct ShiftInput {
        /// What was counted in this device's drawer, yuan as typed or fen.
        pub counted: Typed,
        /// What the next one has to know.
        #[serde(default)]
        pub note: String,
        /// To whom, an operator; empty for whoever comes.
        #[serde(default)]
        pub to: String,
    }

    /// A shift that was handed over.
    pub struct ShiftShown {
        /// When, as claimed.
        #[ts(type = "number")]
        pub at_ms: i64,
        /// The date is unconfirmed.
        pub doubtful: bool,
        /// Who handed over, an operator's id.
        pub from: String,
        /// And by name.
        pub from_name: String,
        /// To whom, by name; empty for whoever came.
        pub to_name: String,
        /// What the books said was in the drawer, in fen.
        #[ts(type = "number")]
        pub books_fen: i64,
        /// What was counted, in fen.
        #[ts(type = "number")]
        pub counted_fen: i64,
        /// What the next one has to know.
        pub note: String,
    }

    /// How the shift stands now.
    pub struct ShiftNow {
        /// The last hand-over; absent before the first.
        #[ts(optional)]
        pub last: Option<ShiftShown>,
        /// What the books say is in this device's drawer, in fen.
        #[ts(type = "number")]
        pub drawer_fen: i64,
        /// Orders that need a person.
        #[ts(type = "number")]
        pub decide: i64,
        /// Orders that wait to be packed or handed over.
        #[ts(type = "number")]
        pub pack: i64,
    }
}
