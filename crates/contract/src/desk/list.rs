//! The one list of what the desk asks the hub for.

use super::*;
use crate::io::{Done, Empty};
use crate::order_row::OrderRow;
use ts_rs::TypeVisitor;

/// One thing that the desk asks for.
pub struct Endpoint {
    /// What the desk calls it.
    pub name: &'static str,
    /// What it does.
    pub doc: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// Its path; what stands in braces is put in by who asks.
    pub path: &'static str,
    /// The names of input (a query for GET, else a body) and output in TypeScript.
    pub types: fn(&ts_rs::Config) -> (String, String),
}

macro_rules! endpoints {
    ($($(#[doc = $doc:literal])+ $name:literal $method:literal $path:literal ($input:ty) -> $output:ty;)+) => {
        /// All of them.
        pub const ENDPOINTS: &[Endpoint] = &[$(
            Endpoint {
                name: $name,
                doc: concat!($($doc),+),
                method: $method,
                path: $path,
                types: |config| (<$input as TS>::name(config), <$output as TS>::name(config)),
            },
        )+];

        /// Shows every type of the desk to a visitor.
        pub fn visit_types(visitor: &mut impl TypeVisitor) {
            visitor.visit::<Refusal>();
            $(
                visitor.visit::<$input>();
                visitor.visit::<$output>();
            )+
        }
    };
}

endpoints! {
    #[doc = "Signs in with a staff token; the answer sets a cookie."]
    "session.start" "POST" "/v1/session" (SessionAsk) -> SessionView;
    #[doc = "Who is signed in."]
    "session.show" "GET" "/v1/session" (Empty) -> SessionView;
    #[doc = "Signs out."]
    "session.end" "DELETE" "/v1/session" (Empty) -> Done;
    #[doc = "The county at a glance."]
    "desk.summary" "GET" "/v1/desk/summary" (Empty) -> DeskSummary;
    #[doc = "A window of the stations, what wants a person first."]
    "desk.stations" "GET" "/v1/desk/stations" (StationsQuery) -> StationsView;
    #[doc = "What staff did, newest first."]
    "desk.log" "GET" "/v1/desk/log" (LogQuery) -> LogView;
    #[doc = "Takes an order out of a station's quota; what is there is checked and held in one transaction."]
    "order.sell" "POST" "/v1/stations/{station}/orders" (SaleAsk) -> SaleTell;
    #[doc = "Asks the station to give up an order that the hub took: what it frees stays quota."]
    "order.cancel" "POST" "/v1/stations/{station}/orders/{order}/cancel" (SaleCancel) -> SaleTell;
    #[doc = "Places to choose a station's from, best first."]
    "desk.places" "GET" "/v1/desk/places" (PlacesQuery) -> Vec<PlaceView>;
    #[doc = "Adds a station; gives its first device's one-time code."]
    "stations.add" "POST" "/v1/stations" (StationAsk) -> StationAdded;
    #[doc = "One station."]
    "stations.show" "GET" "/v1/stations/{station}" (Empty) -> StationView;
    #[doc = "Its devices."]
    "stations.devices" "GET" "/v1/stations/{station}/devices" (Empty) -> Vec<DeviceView>;
    #[doc = "What was refused of it or could not be read."]
    "stations.quarantine" "GET" "/v1/stations/{station}/quarantine" (Empty) -> Vec<QuarantineView>;
    #[doc = "A window of its orders."]
    "stations.orders" "GET" "/v1/stations/{station}/orders" (OrdersQuery) -> OrdersView;
    #[doc = "One order with its buyer's phone and address in full: the log keeps who looked."]
    "orders.reveal" "POST" "/v1/stations/{station}/orders/{order}/reveal" (Empty) -> OrderRow;
    #[doc = "A one-time code for one more device, or a restored one."]
    "stations.code" "POST" "/v1/stations/{station}/codes" (Empty) -> CodeView;
    #[doc = "Shuts a device out; again is no error and changes nothing."]
    "devices.revoke" "POST" "/v1/stations/{station}/devices/{device}/revoke" (RevokeAsk) -> DeviceView;
}
