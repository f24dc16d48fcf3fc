//! Enrolment: a one-time code from the county's desk lets a device and its key in.

use super::answer;
use super::{ENROLL_PATH, SyncError};
use crate::transport::{Method, Request, Transport};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::io::Read;
use tsong_domain::id::{DeviceId, EntityId, Hash32, Origin};

/// The most that an answer to an enrolment may have.
const MAX_ANSWER_BYTES: u64 = 64 * 1024;

/// A random number that ties requests to one enrolment: thirty-two hex digits in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nonce(pub [u8; 16]);

impl Serialize for Nonce {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&data_encoding::HEXLOWER.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Nonce {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        let bytes = data_encoding::HEXLOWER
            .decode(text.as_bytes())
            .map_err(de::Error::custom)?;
        bytes
            .try_into()
            .map(Self)
            .map_err(|_| de::Error::custom("not sixteen bytes"))
    }
}

/// What a device says to be let in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolAsk {
    /// The one-time code as it was typed; case, blanks and dashes do not matter.
    pub code: String,
    /// The device, the same before and after a restore.
    pub device: DeviceId,
    /// Its public key, new after a restore.
    pub key: Hash32,
    /// The origin that it writes now.
    pub origin: Origin,
    /// What people call it.
    pub name: String,
    /// The program's version.
    pub version: String,
}

/// What the hub answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolTell {
    /// The station that the code belongs to.
    pub station: EntityId,
    /// What the county calls it.
    pub station_name: String,
    /// The hub's public key, to be pinned.
    pub hub_key: Hash32,
    /// Of this enrolment.
    pub nonce: Nonce,
    /// The hub's clock, milliseconds since 1970.
    pub hub_time_ms: i64,
}

/// Asks to be let in. The same code, device and key asked twice is answered twice: an answer that
/// got lost costs no new code.
///
/// # Errors
/// [`SyncError::Refused`] with the hub's code (`code_unknown`, `code_used`, `other_station`), or
/// whatever the link did.
pub fn enroll(transport: &mut dyn Transport, ask: &EnrolAsk) -> Result<EnrolTell, SyncError> {
    let body = serde_json::to_vec(ask).map_err(|e| SyncError::Frame(e.to_string()))?;
    let headers = vec![("content-type", "application/json".to_owned())];
    let request = Request {
        method: Method::Post,
        path: ENROLL_PATH.to_owned(),
        headers,
        body,
    };
    let mut response = answer::accepted(transport.send(request)?)?;
    let mut bytes = Vec::new();
    response
        .body
        .by_ref()
        .take(MAX_ANSWER_BYTES)
        .read_to_end(&mut bytes)
        .map_err(|e| answer::of_read(&e))?;
    serde_json::from_slice(&bytes).map_err(|_| answer::garbage(&bytes, &response.content_type))
}
