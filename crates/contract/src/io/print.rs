//! What is printed.

use super::plain;

plain! {
    /// A paper that goes to the printer.
    pub struct PrintNote {
        /// The order or lot that it is about.
        pub id: String,
        /// `slip` of an order, `receipt` of a lot.
        pub what: String,
    }

    /// How often it went there.
    pub struct PrintTimes {
        /// With this time; a paper of more than one is a copy.
        #[ts(type = "number")]
        pub times: i64,
    }
}
