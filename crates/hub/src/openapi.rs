//! The description of everything that the hub answers, at `/openapi.json`.

mod entries;
mod staff;

use entries::{ENTRIES, Entry, FRAMES, JSON};
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};
use tsong_contract::desk::{
    CodeView, DeskSummary, DeviceView, LogView, OrdersView, PlaceView, QuarantineView, Refusal,
    RevokeAsk, SaleAsk, SaleCancel, SaleTell, SessionAsk, SessionView, StationAdded, StationAsk,
    StationView, StationsView,
};
use tsong_contract::io::Done;

fn operation(entry: &Entry) -> Value {
    let (media, name) = entry.answer;
    let schema = match name {
        Some(name) => {
            let one = json!({ "$ref": format!("#/components/schemas/{name}") });
            if entry.is_list {
                json!({ "type": "array", "items": one })
            } else {
                one
            }
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
        "/v1/sync" => Some((FRAMES, json!({ "type": "string" }))),
        _ if entry.method == "put" => Some((FRAMES, json!({ "type": "string" }))),
        _ => entry.body.map(|name| {
            let schema = json!({ "$ref": format!("#/components/schemas/{name}") });
            (JSON, schema)
        }),
    };
    if let Some(fields) = operation.as_object_mut() {
        if let Some((media, schema)) = body {
            let body = json!({ "required": true, "content": { media: { "schema": schema } } });
            fields.insert("requestBody".to_owned(), body);
        }
        if let Some(scheme) = entry.security {
            let schemes = match scheme {
                "staff" => json!([{ "staff": [] }, { "desk": [] }, { "desk_tls": [] }]),
                scheme => json!([{ scheme: [] }]),
            };
            fields.insert("security".to_owned(), schemes);
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
    generator.subschema_for::<Refusal>();
    generator.subschema_for::<SessionAsk>();
    generator.subschema_for::<SessionView>();
    generator.subschema_for::<Done>();
    generator.subschema_for::<DeskSummary>();
    generator.subschema_for::<StationsView>();
    generator.subschema_for::<StationView>();
    generator.subschema_for::<LogView>();
    generator.subschema_for::<PlaceView>();
    generator.subschema_for::<StationAsk>();
    generator.subschema_for::<StationAdded>();
    generator.subschema_for::<CodeView>();
    generator.subschema_for::<RevokeAsk>();
    generator.subschema_for::<DeviceView>();
    generator.subschema_for::<QuarantineView>();
    generator.subschema_for::<OrdersView>();
    generator.subschema_for::<SaleAsk>();
    generator.subschema_for::<SaleCancel>();
    generator.subschema_for::<SaleTell>();
    let mut schemas = generator.take_definitions(true);
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
    schemas.insert(
        "EnrolTell".to_owned(),
        json!({
            "type": "object",
            "required": ["station", "station_name", "hub_key", "nonce", "hub_time_ms"],
            "properties": {
                "station": { "type": "string", "format": "uuid" },
                "station_name": { "type": "string" },
                "hub_key": hex(64, "The hub's Ed25519 public key, to be pinned."),
                "nonce": hex(32, "Part of every signature of this enrolment."),
                "hub_time_ms": { "type": "integer" },
            },
        }),
    );
    schemas
}

/// The description, OpenAPI 3.1.
#[must_use]
pub fn describe() -> Value {
    let mut paths: Map<String, Value> = Map::new();
    for entry in ENTRIES.iter().chain(&staff::ENTRIES) {
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
                "desk": { "type": "apiKey", "in": "cookie", "name": "tsong-desk" },
                "desk_tls": { "type": "apiKey", "in": "cookie", "name": "__Host-tsong-desk" },
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
            assert!(
                schemas.contains_key(name),
                "{name} is referred to and not described"
            );
            seen += 1;
        }
        assert!(seen > 20, "{seen}");
        assert!(
            schemas.contains_key("OrderRow"),
            "the orders' shape is described"
        );
    }

    #[test]
    fn all_that_the_desk_asks_for_is_described() {
        let described = describe();
        for endpoint in tsong_contract::desk::ENDPOINTS {
            let method = endpoint.method.to_lowercase();
            let operation = &described["paths"][endpoint.path][&method];
            let (_, output) = (endpoint.types)(&ts_rs::Config::default());
            let answer = operation["responses"]["200"].to_string();
            let named = output.trim_start_matches("Array<").trim_end_matches('>');
            assert!(
                answer.contains(&format!("/{named}\"")),
                "{}: {answer} is not {output}",
                endpoint.name
            );
        }
    }
}
