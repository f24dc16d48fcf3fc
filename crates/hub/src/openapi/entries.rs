//! Every path, as the router has it.

/// One path and method.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) path: &'static str,
    pub(super) method: &'static str,
    pub(super) summary: &'static str,
    /// `staff`, `device` or nobody's.
    pub(super) security: Option<&'static str>,
    /// The answer's media type, and the schema's name where it is JSON of ours.
    pub(super) answer: (&'static str, Option<&'static str>),
    pub(super) is_list: bool,
    /// The schema of its JSON body.
    pub(super) body: Option<&'static str>,
    pub(super) parameters: &'static [(&'static str, &'static str, &'static str)],
    pub(super) refusals: &'static [&'static str],
}

const DEVICE: &[&str] = &[
    "bad_signature",
    "not_enrolled",
    "revoked",
    "replayed",
    "malformed",
    "too_large",
];
const HASH: (&str, &str, &str) = ("hash", "path", "The blob's blake3, 64 hex digits.");
const OFFSET: (&str, &str, &str) = ("offset", "query", "Where the piece begins, in bytes.");
pub(super) const JSON: &str = "application/json";
pub(super) const FRAMES: &str = "application/tsong";

/// What the hub answers to devices and to anybody.
pub(super) const ENTRIES: [Entry; 8] = [
    Entry {
        path: "/healthz",
        method: "get",
        summary: "Whether the hub and its database answer.",
        security: None,
        answer: ("text/plain", None),
        is_list: false,
        body: None,
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
        body: None,
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
        body: None,
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
        body: Some("EnrolAsk"),
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
        body: None,
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
        body: None,
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
        body: None,
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
        body: None,
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
];
