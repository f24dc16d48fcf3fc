//! Every path of the staff's, as the router has it.

use super::entries::{Entry, JSON};

const STATION: (&str, &str, &str) = ("station", "path", "The station's id.");
const OFFSET: (&str, &str, &str) = ("offset", "query", "How many to pass over.");
const LIMIT: (&str, &str, &str) = (
    "limit",
    "query",
    "At most so many, 1 to 1000; 100 without a wish.",
);

const fn reads(path: &'static str, summary: &'static str, schema: &'static str) -> Entry {
    Entry {
        path,
        method: "get",
        summary,
        security: Some("staff"),
        answer: (JSON, Some(schema)),
        is_list: false,
        body: None,
        parameters: &[],
        refusals: &["bad_token", "session_over"],
    }
}

const fn of_station(path: &'static str, summary: &'static str, schema: &'static str) -> Entry {
    Entry {
        parameters: &[STATION],
        refusals: &["bad_token", "session_over", "station_unknown"],
        ..reads(path, summary, schema)
    }
}

const fn writes(path: &'static str, summary: &'static str, schema: &'static str) -> Entry {
    Entry {
        method: "post",
        refusals: &[
            "bad_token",
            "session_over",
            "cross_origin",
            "station_unknown",
        ],
        ..of_station(path, summary, schema)
    }
}

const fn page(path: &'static str, summary: &'static str) -> Entry {
    Entry {
        security: None,
        answer: ("text/html", None),
        refusals: &[],
        ..reads(path, summary, "")
    }
}

pub(super) const ENTRIES: [Entry; 22] = [
    page("/", "Leads to the desk."),
    page("/desk", "The county's desk, a page for browsers."),
    Entry {
        parameters: &[("rest", "path", "Read by the page itself.")],
        ..page("/desk/{rest}", "The same page.")
    },
    Entry {
        parameters: &[("name", "path", "The file's name, which tells its content.")],
        refusals: &["not_found"],
        ..page(
            "/assets/{name}",
            "A script, style, font or picture of the page.",
        )
    },
    Entry {
        security: None,
        body: Some("SessionAsk"),
        parameters: &[],
        refusals: &["bad_token", "too_many_tries", "cross_origin", "malformed"],
        ..writes(
            "/v1/session",
            "Signs in with a token; the answer sets a cookie that lasts twelve hours.",
            "SessionView",
        )
    },
    Entry {
        refusals: &["bad_token", "session_over", "not_found"],
        ..reads("/v1/session", "Who is signed in.", "SessionView")
    },
    Entry {
        method: "delete",
        refusals: &["bad_token", "session_over", "cross_origin"],
        ..reads("/v1/session", "Signs out.", "Done")
    },
    reads("/v1/desk/summary", "The county at a glance.", "DeskSummary"),
    Entry {
        parameters: &[
            ("find", "query", "Only with this text in name or place."),
            (
                "hearing",
                "query",
                "Only those heard so: heard, late, silent, never.",
            ),
            OFFSET,
            LIMIT,
        ],
        refusals: &["bad_token", "session_over", "bad_query"],
        ..reads(
            "/v1/desk/stations",
            "A window of the stations: what wants a person first, then by name.",
            "StationsView",
        )
    },
    Entry {
        parameters: &[
            ("station", "query", "Only of this station."),
            (
                "before",
                "query",
                "Only those before this number, from the last answer.",
            ),
            LIMIT,
        ],
        refusals: &["bad_token", "session_over", "station_unknown", "bad_query"],
        ..reads("/v1/desk/log", "What staff did, newest first.", "LogView")
    },
    Entry {
        is_list: true,
        parameters: &[(
            "find",
            "query",
            "A name, pinyin initials, or the beginning of a code.",
        )],
        refusals: &["bad_token", "session_over", "bad_query"],
        ..reads("/v1/desk/places", "Places, best first.", "PlaceView")
    },
    Entry {
        is_list: true,
        ..reads(
            "/v1/stations",
            "All stations: when last heard, what waits, sums.",
            "StationView",
        )
    },
    Entry {
        body: Some("StationAsk"),
        parameters: &[],
        refusals: &[
            "bad_token",
            "session_over",
            "cross_origin",
            "bad_name",
            "bad_place",
            "malformed",
        ],
        ..writes(
            "/v1/stations",
            "Adds a station; gives its first device's one-time code.",
            "StationAdded",
        )
    },
    of_station("/v1/stations/{station}", "One station.", "StationView"),
    Entry {
        parameters: &[
            STATION,
            ("state", "query", "Only in this state, such as Placed."),
            (
                "find",
                "query",
                "Only with this text in number, name, phone, address or title.",
            ),
            (
                "day",
                "query",
                "Only of this day in Beijing, such as 2026-08-18.",
            ),
            ("sort", "query", "oldest or newest first."),
            (
                "after",
                "query",
                "Only those after this order, from the last answer.",
            ),
            OFFSET,
            LIMIT,
        ],
        refusals: &["bad_token", "session_over", "station_unknown", "bad_query"],
        ..of_station(
            "/v1/stations/{station}/orders",
            "A station's orders with their buyers, oldest first; masked for the desk.",
            "OrdersView",
        )
    },
    Entry {
        body: Some("SaleAsk"),
        refusals: &[
            "bad_token",
            "session_over",
            "cross_origin",
            "station_unknown",
            "malformed",
            "lot_unknown",
            "quota_short",
            "hub_restored",
        ],
        ..writes(
            "/v1/stations/{station}/orders",
            "Takes an order out of the station's quota; the same id again sells nothing more.",
            "SaleTell",
        )
    },
    Entry {
        body: Some("SaleCancel"),
        parameters: &[STATION, ("order", "path", "The order's id.")],
        refusals: &[
            "bad_token",
            "session_over",
            "cross_origin",
            "station_unknown",
            "not_found",
            "malformed",
            "wrong_state",
        ],
        ..writes(
            "/v1/stations/{station}/orders/{order}/cancel",
            "Asks the station to give up an order; what it frees stays quota.",
            "SaleTell",
        )
    },
    Entry {
        parameters: &[STATION, ("order", "path", "The order's id.")],
        refusals: &[
            "bad_token",
            "session_over",
            "cross_origin",
            "station_unknown",
            "not_found",
        ],
        ..writes(
            "/v1/stations/{station}/orders/{order}/reveal",
            "One order with its buyer in full; the log keeps who looked.",
            "OrderRow",
        )
    },
    Entry {
        is_list: true,
        ..of_station(
            "/v1/stations/{station}/devices",
            "A station's devices: versions, origins, when last heard, what waits.",
            "DeviceView",
        )
    },
    Entry {
        body: Some("RevokeAsk"),
        parameters: &[STATION, ("device", "path", "The device's id.")],
        refusals: &[
            "bad_token",
            "session_over",
            "cross_origin",
            "station_unknown",
            "device_unknown",
            "bad_reason",
            "malformed",
        ],
        ..writes(
            "/v1/stations/{station}/devices/{device}/revoke",
            "Shuts a device out; again changes nothing.",
            "DeviceView",
        )
    },
    writes(
        "/v1/stations/{station}/codes",
        "A one-time code for one more device, or a restored one.",
        "CodeView",
    ),
    Entry {
        is_list: true,
        ..of_station(
            "/v1/stations/{station}/quarantine",
            "What was refused or could not be read.",
            "QuarantineView",
        )
    },
];
