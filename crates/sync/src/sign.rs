//! Signatures: an author signs the head at the end of a frame, a device signs each request.
//! Ed25519, each kind of message under a domain of its own.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::{Serialize, Serializer};
use std::fmt;
use tsong_domain::id::{DeviceId, Hash32, Origin};

const HEAD: &[u8] = b"tsong head 1\0";
const REQUEST: &[u8] = b"tsong request 1\0";

/// An Ed25519 signature.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Signature64(pub [u8; 64]);

impl fmt::Debug for Signature64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Serialize for Signature64 {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_bytes(&self.0)
    }
}

struct Bytes64;

impl Visitor<'_> for Bytes64 {
    type Value = Signature64;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("64 bytes")
    }
    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Signature64, E> {
        bytes
            .try_into()
            .map(Signature64)
            .map_err(|_| E::invalid_length(bytes.len(), &self))
    }
}

impl<'de> Deserialize<'de> for Signature64 {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        d.deserialize_bytes(Bytes64)
    }
}

fn check(key: &Hash32, message: &[u8], signature: &Signature64) -> bool {
    // Strict: a key of small order would let one signature fit any message.
    VerifyingKey::from_bytes(&key.0).is_ok_and(|k| {
        k.verify_strict(message, &Signature::from_bytes(&signature.0))
            .is_ok()
    })
}

fn head_message(origin: Origin, sequence: u64, head: &Hash32) -> Vec<u8> {
    [
        HEAD,
        &origin.0.to_le_bytes(),
        &sequence.to_le_bytes(),
        &head.0,
    ]
    .concat()
}

/// Signs the head of `origin` after fact `sequence`.
#[must_use]
pub fn sign_head(key: &SigningKey, origin: Origin, sequence: u64, head: &Hash32) -> Signature64 {
    Signature64(key.sign(&head_message(origin, sequence, head)).to_bytes())
}

/// Whether the owner of `key` (public, 32 bytes) signed this head.
#[must_use]
pub fn verify_head(
    key: &Hash32,
    origin: Origin,
    sequence: u64,
    head: &Hash32,
    signature: &Signature64,
) -> bool {
    check(key, &head_message(origin, sequence, head), signature)
}

/// What a device claims by signing a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request<'a> {
    /// The method, in capitals.
    pub method: &'a str,
    /// The path with its query.
    pub path: &'a str,
    /// The hub's identity, so that another hub cannot replay it.
    pub hub: &'a [u8],
    /// The hub's nonce of this link.
    pub nonce: &'a [u8],
    /// Who asks.
    pub device: DeviceId,
    /// Strictly rising for a device and a nonce.
    pub sequence: u64,
    /// blake3 of the content.
    pub body: Hash32,
}

fn request_message(request: &Request<'_>) -> Vec<u8> {
    let mut message = REQUEST.to_vec();
    let parts = [
        request.method.as_bytes(),
        request.path.as_bytes(),
        request.hub,
        request.nonce,
    ];
    for part in parts {
        let length = u32::try_from(part.len()).unwrap_or(u32::MAX);
        message.extend_from_slice(&length.to_le_bytes());
        message.extend_from_slice(part);
    }
    message.extend_from_slice(&request.device.0.to_le_bytes());
    message.extend_from_slice(&request.sequence.to_le_bytes());
    message.extend_from_slice(&request.body.0);
    message
}

/// Signs a request.
#[must_use]
pub fn sign_request(key: &SigningKey, request: &Request<'_>) -> Signature64 {
    Signature64(key.sign(&request_message(request)).to_bytes())
}

/// Whether the owner of `key` signed this request.
#[must_use]
pub fn verify_request(key: &Hash32, request: &Request<'_>, signature: &Signature64) -> bool {
    check(key, &request_message(request), signature)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> (SigningKey, Hash32) {
        let key = SigningKey::from_bytes(&[3; 32]);
        let public = Hash32(key.verifying_key().to_bytes());
        (key, public)
    }

    #[test]
    fn a_signed_head_fits_its_origin_sequence_and_head_alone() {
        let (key, public) = keys();
        let (origin, head) = (Origin(1), Hash32([2; 32]));
        let signature = sign_head(&key, origin, 9, &head);
        assert!(verify_head(&public, origin, 9, &head, &signature));
        assert!(!verify_head(&public, Origin(2), 9, &head, &signature));
        assert!(!verify_head(&public, origin, 8, &head, &signature));
        assert!(!verify_head(
            &public,
            origin,
            9,
            &Hash32([3; 32]),
            &signature
        ));
        assert!(!verify_head(&Hash32([9; 32]), origin, 9, &head, &signature));
        let identity = Hash32(std::array::from_fn(|i| u8::from(i == 0)));
        let forged = Signature64(std::array::from_fn(|i| u8::from(i == 0)));
        assert!(
            !verify_head(&identity, origin, 9, &head, &forged),
            "a key of small order"
        );
    }

    #[test]
    fn a_request_cannot_be_used_for_anything_else() {
        let (key, public) = keys();
        let request = Request {
            method: "POST",
            path: "/v1/sync",
            hub: b"hub",
            nonce: b"nonce",
            device: DeviceId(5),
            sequence: 6,
            body: Hash32([7; 32]),
        };
        let signature = sign_request(&key, &request);
        assert!(verify_request(&public, &request, &signature));
        let others = [
            Request {
                method: "GET",
                ..request
            },
            Request {
                path: "/v1/syn",
                hub: b"chub",
                ..request
            },
            Request {
                nonce: b"other",
                ..request
            },
            Request {
                device: DeviceId(4),
                ..request
            },
            Request {
                sequence: 7,
                ..request
            },
            Request {
                body: Hash32([8; 32]),
                ..request
            },
        ];
        for other in others {
            assert!(!verify_request(&public, &other, &signature), "{other:?}");
        }
    }
}
