//! What the two ends say to each other by a bundle, signed with its header: nobody can put one's words
//! into another bundle.

use crate::encode::EncodeError;
use crate::exchange::{EnrolAsk, Nonce, SyncAsk, SyncTell, wire};
use crate::sign::Signature64;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use tsong_domain::id::{EntityId, Hash32};

const ASK: &[u8] = b"tsong bundle ask 1\0";
const TELL: &[u8] = b"tsong bundle tell 1\0";

/// What a device says. It carries no number: the same may be heard twice, and an older one later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleAsk {
    /// As over a link.
    #[serde(rename = "a")]
    pub ask: SyncAsk,
    /// The device's key, which signs this.
    #[serde(rename = "k")]
    pub key: Hash32,
    /// A device that the hub does not know asks to be let in.
    #[serde(rename = "e", default, skip_serializing_if = "Option::is_none")]
    pub enrol: Option<EnrolAsk>,
    /// Photos that facts name and that are missing there; not all, if they are many.
    #[serde(rename = "b", default, skip_serializing_if = "Vec::is_empty")]
    pub blobs_missing: Vec<Hash32>,
}

/// What the hub says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleTell {
    /// As over a link.
    #[serde(rename = "t")]
    pub tell: SyncTell,
    /// The hub's key.
    #[serde(rename = "k")]
    pub hub_key: Hash32,
    /// The station.
    #[serde(rename = "s")]
    pub station: EntityId,
    /// What the county calls it.
    #[serde(rename = "n")]
    pub station_name: String,
    /// Of the device's enrolment, once it is let in.
    #[serde(rename = "o", default, skip_serializing_if = "Option::is_none")]
    pub nonce: Option<Nonce>,
    /// Where the hub is reached when there is a link.
    #[serde(rename = "u", default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Photos that came with the bundle that this one answers, and are whole at the hub.
    #[serde(rename = "b", default, skip_serializing_if = "Vec::is_empty")]
    pub blobs_here: Vec<Hash32>,
}

fn message(domain: &[u8], header: &[u8], words: &[u8]) -> Vec<u8> {
    [domain, header, blake3::hash(words).as_bytes()].concat()
}

fn signed(words: &[u8], message: &[u8], key: &SigningKey) -> Vec<u8> {
    let mut out = wire::MAGIC.to_vec();
    wire::put_section(&mut out, words);
    out.extend_from_slice(&key.sign(message).to_bytes());
    out
}

fn fits(key: &Hash32, message: &[u8], signature: &Signature64) -> bool {
    let signature = Signature::from_bytes(&signature.0);
    VerifyingKey::from_bytes(&key.0).is_ok_and(|k| k.verify_strict(message, &signature).is_ok())
}

impl BundleAsk {
    /// The start of a bundle's content.
    ///
    /// # Errors
    /// If serde refuses, which no ask of this version does.
    pub fn bytes(&self, header: &[u8], key: &SigningKey) -> Result<Vec<u8>, EncodeError> {
        let words = crate::encode::to_bytes(self)?;
        Ok(signed(&words, &message(ASK, header, &words), key))
    }

    /// Whether the key that the words name has signed them under this header.
    #[must_use]
    pub(super) fn is_signed(&self, header: &[u8], words: &[u8], signature: &Signature64) -> bool {
        fits(&self.key, &message(ASK, header, words), signature)
    }
}

impl BundleTell {
    /// The start of a bundle's content.
    ///
    /// # Errors
    /// If serde refuses, which no tell of this version does.
    pub fn bytes(&self, header: &[u8], key: &SigningKey) -> Result<Vec<u8>, EncodeError> {
        let words = crate::encode::to_bytes(self)?;
        Ok(signed(&words, &message(TELL, header, &words), key))
    }

    /// Whether the hub that the words name has signed them under this header.
    #[must_use]
    pub(super) fn is_signed(&self, header: &[u8], words: &[u8], signature: &Signature64) -> bool {
        fits(&self.hub_key, &message(TELL, header, words), signature)
    }
}
