//! Facts as bytes: CBOR with text keys, as serde derives it. The author's bytes are what the chain
//! binds and what is carried, so encoding happens once, where a fact is written.

use minicbor::data::Type;
use minicbor::decode::Decoder;
use serde::Serialize;
use serde::de::Deserialize;
use tsong_domain::fact::{Body, Fact, RawFact, Sealed};
use tsong_domain::field::Personal;

/// A value that could not be turned into bytes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cannot encode: {0}")]
pub struct EncodeError(String);

/// What bytes from elsewhere turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read<T> {
    /// Understood.
    Known(T),
    /// Well-formed, but with a word (a kind of fact, of value, of source …) of a newer version: it
    /// is kept raw, passed on, and read again after an update.
    Unknown,
    /// Anything else: quarantined and shown.
    Malformed,
}

impl<T> Read<T> {
    /// What was understood, if it was.
    #[must_use]
    pub fn known(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Unknown | Self::Malformed => None,
        }
    }
}

pub(crate) fn to_bytes<T: Serialize>(value: &T) -> Result<Vec<u8>, EncodeError> {
    minicbor_serde::to_vec(value).map_err(|e| EncodeError(e.to_string()))
}

/// The bytes of a body: a CBOR map of one entry, the kind and its content.
///
/// # Errors
/// If serde refuses the value, which no body of this version does.
pub fn encode_body(body: &Body) -> Result<Vec<u8>, EncodeError> {
    to_bytes(body)
}

/// The bytes of a personal section: a CBOR map without its empty parts.
///
/// # Errors
/// If serde refuses the value, which no section of this version does.
pub fn encode_personal(personal: &Personal) -> Result<Vec<u8>, EncodeError> {
    to_bytes(personal)
}

/// Reads one value that fills the bytes to their end.
fn read<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Read<T> {
    let mut decoder = minicbor_serde::Deserializer::new(bytes);
    match T::deserialize(&mut decoder) {
        Ok(value) if decoder.decoder().position() == bytes.len() => Read::Known(value),
        Ok(_) => Read::Malformed,
        // serde tells an unknown word of an enum only by this sentence of its own.
        Err(e) if is_whole(bytes) && e.to_string().contains("unknown variant `") => Read::Unknown,
        Err(_) => Read::Malformed,
    }
}

fn is_whole(bytes: &[u8]) -> bool {
    let mut decoder = Decoder::new(bytes);
    decoder.skip().is_ok() && decoder.position() == bytes.len()
}

/// Reads a body.
#[must_use]
pub fn read_body(bytes: &[u8]) -> Read<Body> {
    match read(bytes) {
        // A kind of one word or with other content than ours is no body of any version.
        Read::Unknown if !matches!(Decoder::new(bytes).datatype(), Ok(Type::Map)) => {
            Read::Malformed
        }
        read @ (Read::Known(_) | Read::Unknown | Read::Malformed) => read,
    }
}

/// Reads a personal section.
#[must_use]
pub fn read_personal(bytes: &[u8]) -> Read<Personal> {
    read(bytes)
}

/// Reads a whole fact; an erased personal section reads as none.
#[must_use]
pub fn read_fact(raw: &RawFact) -> Read<Fact> {
    let body = match read_body(&raw.body) {
        Read::Known(body) => body,
        Read::Unknown => return Read::Unknown,
        Read::Malformed => return Read::Malformed,
    };
    let personal = match &raw.personal {
        None | Some(Sealed::Erased(_)) => None,
        Some(Sealed::Open { bytes, .. }) => match read_personal(bytes) {
            Read::Known(personal) => Some(personal),
            Read::Unknown => return Read::Unknown,
            Read::Malformed => return Read::Malformed,
        },
    };
    Read::Known(Fact {
        header: raw.header.clone(),
        body,
        personal,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use tsong_domain::field::{FieldWrite, Value, Write};
    use tsong_domain::id::{EntityId, FactId, Hash32, Origin};

    fn field(value: Value) -> Body {
        let replaces = vec![FactId::new(Origin(u64::MAX), 7)];
        let writes = vec![Write {
            field: "note".into(),
            value,
            replaces,
        }];
        Body::Field(FieldWrite {
            noun: "order".into(),
            writes,
            at_ms: Some(-1),
        })
    }

    #[test]
    fn what_is_written_is_read_back_to_the_same_bytes() {
        let values = [
            Value::Nothing,
            Value::Flag(true),
            Value::Int(i64::MIN),
            Value::Text("བོད".into()),
            Value::Id(EntityId([7; 16])),
            Value::Fact(FactId::new(Origin(9), 1)),
            Value::Hash(Hash32([3; 32])),
            Value::Lines(Vec::new()),
            Value::Personal,
        ];
        for value in values {
            let bytes = encode_body(&field(value.clone())).unwrap();
            let Read::Known(body) = read_body(&bytes) else {
                panic!("{value:?} is not read")
            };
            assert_eq!(body, field(value));
            assert_eq!(
                encode_body(&body).unwrap(),
                bytes,
                "a second writing has other bytes"
            );
        }
    }

    #[test]
    fn a_newer_version_is_told_from_garbage() {
        let newer = |kind: &str| minicbor_serde::to_vec(serde_json::json!({ kind: {"a": [1]} }));
        assert_eq!(read_body(&newer("auction").unwrap()), Read::Unknown);
        assert_eq!(
            read_body(&newer("order").unwrap()),
            Read::Malformed,
            "an order without lines"
        );
        let value = serde_json::json!({"field": {"noun": "x", "writes": [{"field": "f", "value": {"sound": 1}}]}});
        let bytes = minicbor_serde::to_vec(value).unwrap();
        assert_eq!(
            read_body(&bytes),
            Read::Unknown,
            "a kind of value of a newer version"
        );
        let mut cut = newer("auction").unwrap();
        cut.pop();
        assert_eq!(read_body(&cut), Read::Malformed);
        assert_eq!(read_body(&[]), Read::Malformed);
        let mut long = encode_body(&field(Value::Nothing)).unwrap();
        long.push(0);
        assert_eq!(read_body(&long), Read::Malformed, "bytes after the end");
    }
}
