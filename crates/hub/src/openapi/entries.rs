//! Every path, as the router has it.

/// One path and method.
pub(super) struct Entry {
    pub(super) path: &'static str,
    pub(super) method: &'static str,
    pub(super) summary: &'static str,
    /// `staff`, `device` or nobody's.
    pub(super) security: Option<&'static str>,
    /// The answer's media type, and the schema's name where it is JSON of ours.
    pub(super) answer: (&'static str, Option<&'static str>),
    pub(super) is_list: bool,
    pub(super) parameters: &'static [(&'static str, &'static str, &'static str)],
    pub(super) refusals: &'static [&'static str],
}

const STAFF: &[&str] = &["bad_token", "station_unknown", "bad_query"];
const DEVICE: &[&str] = &[
    "bad_signature",
    "not_enrolled",
    "revoked",
    "replayed",
    "malformed",
    "too_large",
];
const STATION: (&str, &str, &str) = ("station", "path", "The station's id.");
const HASH: (&str, &str, &str) = ("hash", "path", "The blob's blake3, 64 hex digits.");
const OFFSET: (&str, &str, &str) = ("offset", "query", "Where the piece begins, in bytes.");
pub(super) const JSON: &str = "application/json";
pub(super) const FRAMES: &str = "application/tsong";

pub(super) const ENTRIES: [Entry; 13] = [
    Entry {
        path: "/healthz",
        method: "get",
        summary: "Whether the hub and its database answer.",
        security: None,
        answer: ("text/plain", None),
        is_list: false,
        parameters: &[],
        refusals: &[],
    },
    Entry {
        path: "/metrics",
        method: "get",
        summary: "Counters for Prometheus, without personal data.",
        security: None,
        answer: ("text/plain", None),
        is_list: false,
        parameters: &[],
        refusals: &[],
    },
    Entry {
        path: "/openapi.json",
        method: "get",
        summary: "This description.",
        security: None,
        answer: (JSON, None),
        is_list: false,
        parameters: &[],
        refusals: &[],
    },
    Entry {
        path: "/v1/enroll",
        method: "post",
        summary: "A one-time code lets a device and its key in.",
        security: None,
        answer: (JSON, Some("EnrolTell")),
        is_list: false,
        parameters: &[],
        refusals: &[
            "code_unknown",
            "code_used",
            "other_station",
            "bad_device",
            "malformed",
        ],
    },
    Entry {
        path: "/v1/sync",
        method: "post",
        summary: "One exchange of facts: frames up, frames down.",
        security: Some("device"),
        answer: (FRAMES, None),
        is_list: false,
        parameters: &[],
        refusals: DEVICE,
    },
    Entry {
        path: "/v1/blobs/{hash}",
        method: "get",
        summary: "A blob that a fact of the device's station names: 8 bytes of size, then content.",
        security: Some("device"),
        answer: (FRAMES, None),
        is_list: false,
        parameters: &[HASH, OFFSET],
        refusals: &[
            "bad_signature",
            "not_enrolled",
            "revoked",
            "replayed",
            "not_found",
        ],
    },
    Entry {
        path: "/v1/blobs/{hash}",
        method: "head",
        summary: "How many bytes are here, as the header x-tsong-offset.",
        security: Some("device"),
        answer: (FRAMES, None),
        is_list: false,
        parameters: &[HASH],
        refusals: &[
            "bad_signature",
            "not_enrolled",
            "revoked",
            "replayed",
            "not_found",
        ],
    },
    Entry {
        path: "/v1/blobs/{hash}",
        method: "put",
        summary: "A piece of a blob, at most 256 KiB, that goes on where the hub's copy ends.",
        security: Some("device"),
        answer: (JSON, None),
        is_list: false,
        parameters: &[
            HASH,
            OFFSET,
            ("size", "query", "The whole blob's size, at most 1 MiB."),
        ],
        refusals: &[
            "wrong_offset",
            "blob_mismatch",
            "too_large",
            "not_found",
            "bad_signature",
        ],
    },
    Entry {
        path: "/v1/stations",
        method: "get",
        summary: "All stations: when last heard, what waits, sums.",
        security: Some("staff"),
        answer: (JSON, Some("StationView")),
        is_list: true,
        parameters: &[],
        refusals: STAFF,
    },
    Entry {
        path: "/v1/stations/{station}",
        method: "get",
        summary: "One station.",
        security: Some("staff"),
        answer: (JSON, Some("StationView")),
        is_list: false,
        parameters: &[STATION],
        refusals: STAFF,
    },
    Entry {
        path: "/v1/stations/{station}/orders",
        method: "get",
        summary: "A station's orders with their buyers, oldest first.",
        security: Some("staff"),
        answer: (JSON, Some("OrdersView")),
        is_list: false,
        parameters: &[
            STATION,
            ("state", "query", "Only in this state, such as Placed."),
            (
                "find",
                "query",
                "Only with this text in number, name, phone, address or title.",
            ),
            (
                "after",
                "query",
                "Only those after this order, from the last answer.",
            ),
            (
                "limit",
                "query",
                "At most so many, 1 to 1000; 100 without a wish.",
            ),
        ],
        refusals: STAFF,
    },
    Entry {
        path: "/v1/stations/{station}/devices",
        method: "get",
        summary: "A station's devices: versions, when last heard, what waits.",
        security: Some("staff"),
        answer: (JSON, Some("DeviceView")),
        is_list: true,
        parameters: &[STATION],
        refusals: STAFF,
    },
    Entry {
        path: "/v1/stations/{station}/quarantine",
        method: "get",
        summary: "What was refused or could not be read.",
        security: Some("staff"),
        answer: (JSON, Some("QuarantineView")),
        is_list: true,
        parameters: &[STATION],
        refusals: STAFF,
    },
];
