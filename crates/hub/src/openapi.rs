//! The description of everything that the hub answers, at `/openapi.json`.

use crate::server::read::{DeviceView, OrdersView, QuarantineView, StationView};
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// One path and method.
struct Entry {
    path: &'static str,
    method: &'static str,
    summary: &'static str,
    /// `staff`, `device` or nobody's.
    security: Option<&'static str>,
    /// The answer's media type, and the schema's name where it is JSON of ours.
    answer: (&'static str, Option<&'static str>),
    is_list: bool,
    parameters: &'static [(&'static str, &'static str, &'static str)],
    refusals: &'static [&'static str],
}

const STAFF: &[&str] = &["bad_token", "station_unknown", "bad_query"];
const DEVICE: &[&str] =
    &["bad_signature", "not_enrolled", "revoked", "replayed", "malformed", "too_large"];
const STATION: (&str, &str, &str) = ("station", "path", "The station's id.");
const HASH: (&str, &str, &str) = ("hash", "path", "The blob's blake3, 64 hex digits.");
const OFFSET: (&str, &str, &str) = ("offset", "query", "Where the piece begins, in bytes.");
const JSON: &str = "application/json";
const FRAMES: &str = "application/tsong";

const ENTRIES: [Entry; 13] = [
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
        refusals: &["code_unknown", "code_used", "other_station", "bad_device", "malformed"],
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
        refusals: &["bad_signature", "not_enrolled", "revoked", "replayed", "not_found"],
    },
    Entry {
        path: "/v1/blobs/{hash}",
        method: "head",
        summary: "How many bytes are here, as the header x-tsong-offset.",
        security: Some("device"),
        answer: (FRAMES, None),
        is_list: false,
        parameters: &[HASH],
        refusals: &["bad_signature", "not_enrolled", "revoked", "replayed", "not_found"],
    },
    Entry {
        path: "/v1/blobs/{hash}",
        method: "put",
        summary: "A piece of a blob, at most 256 KiB, that goes on where the hub's copy ends.",
        security: Some("device"),
        answer: (JSON, None),
        is_list: false,
        parameters: &[HASH, OFFSET, ("size", "query", "The whole blob's size, at most 1 MiB.")],
        refusals: &["wrong_offset", "blob_mismatch", "too_large", "not_found", "bad_signature"],
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
            ("find", "query", "Only with this text in number, name, phone, address or title."),
            ("after", "query", "Only those after this order, from the last answer."),
            ("limit", "query", "At most so many, 1 to 1000; 100 without a wish."),
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

fn operation(entry: &Entry) -> Value {
    let (media, name) = entry.answer;
    let schema = match name {
        Some(name) => {
            let one = json!({ "$ref": format!("#/components/schemas/{name}") });
            if entry.is_list { json!({ "type": "array", "items": one }) } else { one }
        }
        None if media == JSON => json!({ "type": "object" }),
        None => json!({ "type": "string" }),
    };
    let parameters: Vec<Value> = entry
        .parameters
        .iter()
        .map(|(name, place, text)| {
            json!({ "name": name, "in": place, "required": *place == "path", "description": text,
                    "schema": { "type": "string" } })
        })
        .collect();
    let refusal = json!({ "$ref": "#/components/schemas/Refusal" });
    let mut operation = json!({
        "summary": entry.summary,
        "parameters": parameters,
        "responses": {
            "200": { "description": "Granted.", "content": { media: { "schema": schema } } },
            "default": {
                "description": format!("Refused; codes: {}.", entry.refusals.join(", ")),
                "content": { JSON: { "schema": refusal } },
            },
        },
    });
    let body = match entry.path {
        "/v1/enroll" => Some((JSON, json!({ "$ref": "#/components/schemas/EnrolAsk" }))),
        "/v1/sync" => Some((FRAMES, json!({ "type": "string" }))),
        _ if entry.method == "put" => Some((FRAMES, json!({ "type": "string" }))),
        _ => None,
    };
    if let Some(fields) = operation.as_object_mut() {
        if let Some((media, schema)) = body {
            let body = json!({ "required": true, "content": { media: { "schema": schema } } });
            fields.insert("requestBody".to_owned(), body);
        }
        if let Some(scheme) = entry.security {
            fields.insert("security".to_owned(), json!([{ scheme: [] }]));
        }
    }
    operation
}

fn hex(digits: u32, what: &str) -> Value {
    json!({ "type": "string", "pattern": format!("^[0-9a-f]{{{digits}}}$"), "description": what })
}

fn schemas() -> Map<String, Value> {
    let settings = SchemaSettings::draft2020_12().with(|s| {
        s.definitions_path = "/components/schemas".into();
        s.meta_schema = None;
    });
    let mut generator = settings.into_generator();
    generator.subschema_for::<StationView>();
    generator.subschema_for::<DeviceView>();
    generator.subschema_for::<QuarantineView>();
    generator.subschema_for::<OrdersView>();
    let mut schemas = generator.take_definitions(true);
    schemas.insert("Refusal".to_owned(), json!({
        "type": "object",
        "required": ["code", "message"],
        "properties": {
            "code": { "type": "string" },
            "message": { "type": "string" },
            "offset": { "type": "integer", "description": "With wrong_offset: where to go on." },
        },
    }));
    schemas.insert("EnrolAsk".to_owned(), json!({
        "type": "object",
        "required": ["code", "device", "key", "origin", "name", "version"],
        "properties": {
            "code": { "type": "string", "description": "As typed; case and dashes do not matter." },
            "device": hex(16, "The device, the same after a restore."),
            "key": hex(64, "Its Ed25519 public key, new after a restore."),
            "origin": hex(16, "The origin that it writes now."),
            "name": { "type": "string" },
            "version": { "type": "string" },
        },
    }));
    schemas.insert("EnrolTell".to_owned(), json!({
        "type": "object",
        "required": ["station", "station_name", "hub_key", "nonce", "hub_time_ms"],
        "properties": {
            "station": { "type": "string", "format": "uuid" },
            "station_name": { "type": "string" },
            "hub_key": hex(64, "The hub's Ed25519 public key, to be pinned."),
            "nonce": hex(32, "Part of every signature of this enrolment."),
            "hub_time_ms": { "type": "integer" },
        },
    }));
    schemas
}

/// The description, OpenAPI 3.1.
#[must_use]
pub fn describe() -> Value {
    let mut paths: Map<String, Value> = Map::new();
    for entry in &ENTRIES {
        let path = paths.entry(entry.path).or_insert_with(|| json!({}));
        if let Some(methods) = path.as_object_mut() {
            methods.insert(entry.method.to_owned(), operation(entry));
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Tsong hub", "version": env!("CARGO_PKG_VERSION"),
                  "license": { "name": "MIT", "identifier": "MIT" } },
        "paths": paths,
        "components": {
            "schemas": schemas(),
            "securitySchemes": {
                "staff": { "type": "http", "scheme": "bearer" },
                "device": {
                    "type": "apiKey", "in": "header", "name": "authorization",
                    "description": "Tsong device:sequence:digest:signature, Ed25519 over method, path, hub key, nonce, device, sequence and the content's blake3.",
                },
            },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_leads_somewhere() {
        let text = describe().to_string();
        let described = describe();
        let schemas = described["components"]["schemas"].as_object().unwrap();
        let mut seen = 0;
        for part in text.split("#/components/schemas/").skip(1) {
            let name = part.split('"').next().unwrap();
            assert!(schemas.contains_key(name), "{name} is referred to and not described");
            seen += 1;
        }
        assert!(seen > 20, "{seen}");
        assert!(schemas.contains_key("OrderRow"), "the orders' shape is described");
    }
}
