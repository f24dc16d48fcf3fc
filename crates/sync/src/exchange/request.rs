//! The header by which a device says who it is: `Tsong device:sequence:digest:signature`. The digest
//! stands in it, so that the hub knows whom it hears before it reads the content.

use crate::sign::{self, Signature64};
use data_encoding::BASE64URL_NOPAD;
use ed25519_dalek::SigningKey;
use tsong_domain::id::{DeviceId, Hash32};

const SCHEME: &str = "Tsong ";

/// A request's `authorization`, read but not yet believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Authorization {
    /// Who asks.
    pub device: DeviceId,
    /// Strictly rising for an enrolment.
    pub sequence: u64,
    /// blake3 of the content.
    pub digest: Hash32,
    /// The device's signature of all of it, with method, path, hub and nonce.
    pub signature: Signature64,
}

/// The content's digest.
#[must_use]
pub fn digest(body: &[u8]) -> Hash32 {
    Hash32(*blake3::hash(body).as_bytes())
}

impl Authorization {
    /// Signs a request.
    #[must_use]
    pub fn sign(key: &SigningKey, request: &sign::Request<'_>) -> Self {
        Self {
            device: request.device,
            sequence: request.sequence,
            digest: request.body,
            signature: sign::sign_request(key, request),
        }
    }

    /// The header's value.
    #[must_use]
    pub fn header(&self) -> String {
        let digest = BASE64URL_NOPAD.encode(&self.digest.0);
        let signature = BASE64URL_NOPAD.encode(&self.signature.0);
        format!(
            "{SCHEME}{}:{}:{digest}:{signature}",
            self.device, self.sequence
        )
    }

    /// Reads a header's value; `None` when it is none of ours.
    #[must_use]
    pub fn read(header: &str) -> Option<Self> {
        let mut parts = header.strip_prefix(SCHEME)?.splitn(4, ':');
        let device = parts.next()?.parse().ok()?;
        let sequence = parts.next()?.parse().ok()?;
        let digest = BASE64URL_NOPAD.decode(parts.next()?.as_bytes()).ok()?;
        let signature = BASE64URL_NOPAD.decode(parts.next()?.as_bytes()).ok()?;
        Some(Self {
            device,
            sequence,
            digest: Hash32(digest.try_into().ok()?),
            signature: Signature64(signature.try_into().ok()?),
        })
    }

    /// Whether the owner of `key` signed this for `method` and `path` of this hub and enrolment.
    #[must_use]
    pub fn is_signed_by(
        &self,
        key: &Hash32,
        method: &str,
        path: &str,
        hub: &Hash32,
        nonce: &[u8; 16],
    ) -> bool {
        let request = sign::Request {
            method,
            path,
            hub: &hub.0,
            nonce,
            device: self.device,
            sequence: self.sequence,
            body: self.digest,
        };
        sign::verify_request(key, &request, &self.signature)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_read_back_and_fits_one_request_alone() {
        let key = SigningKey::from_bytes(&[4; 32]);
        let public = Hash32(key.verifying_key().to_bytes());
        let (hub, nonce) = (Hash32([7; 32]), [8; 16]);
        let request = sign::Request {
            method: "POST",
            path: "/v1/sync",
            hub: &hub.0,
            nonce: &nonce,
            device: DeviceId(5),
            sequence: 6,
            body: digest(b"content"),
        };
        let header = Authorization::sign(&key, &request).header();
        assert!(
            header.len() < 200,
            "a header of {} bytes is paid with every request",
            header.len()
        );
        let read = Authorization::read(&header).unwrap();
        assert!(read.is_signed_by(&public, "POST", "/v1/sync", &hub, &nonce));
        assert!(!read.is_signed_by(&public, "PUT", "/v1/sync", &hub, &nonce));
        assert!(!read.is_signed_by(&public, "POST", "/v1/sync", &Hash32([1; 32]), &nonce));
        assert!(!read.is_signed_by(&public, "POST", "/v1/sync", &hub, &[9; 16]));
        for bad in [
            "",
            "Bearer x",
            "Tsong ",
            "Tsong 1:2:3:4",
            &header[..header.len() - 2],
        ] {
            assert_eq!(Authorization::read(bad), None, "{bad}");
        }
    }
}
