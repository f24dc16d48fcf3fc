//! Identity: origins, facts, devices and entities.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

macro_rules! random_u64 {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:016x}", self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:016x}", self.0)
            }
        }

        impl FromStr for $name {
            type Err = BadId;
            fn from_str(text: &str) -> Result<Self, BadId> {
                if text.len() != 16 {
                    return Err(BadId);
                }
                u64::from_str_radix(text, 16).map(Self).map_err(|_| BadId)
            }
        }

        // A screen's numbers end at 2^53, so people's formats carry sixteen hex digits.
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                if s.is_human_readable() {
                    s.collect_str(self)
                } else {
                    s.serialize_u64(self.0)
                }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                if d.is_human_readable() {
                    String::deserialize(d)?.parse().map_err(de::Error::custom)
                } else {
                    u64::deserialize(d).map(Self)
                }
            }
        }
    };
}

/// A text that is no id of the wanted kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a valid id")]
pub struct BadId;

random_u64! {
    /// The source of one gap-free log of facts: a random number minted when a device (or the hub)
    /// is set up or restored. A device has one at a time, and a new one after every restore.
    Origin
}
random_u64! {
    /// A PC of the station, the same before and after a restore. It is the holder of stock.
    DeviceId
}

/// One fact's identity: who wrote it and the how-manieth it was, from 1 without gaps.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId {
    /// The log it stands in.
    pub origin: Origin,
    /// Its place in that log, from 1.
    pub sequence: u64,
}

impl FactId {
    /// The fact `sequence` of `origin`.
    #[must_use]
    pub const fn new(origin: Origin, sequence: u64) -> Self {
        Self { origin, sequence }
    }
}

impl fmt::Display for FactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.origin, self.sequence)
    }
}

impl fmt::Debug for FactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for FactId {
    type Err = BadId;
    fn from_str(text: &str) -> Result<Self, BadId> {
        let (origin, sequence) = text.split_once('-').ok_or(BadId)?;
        Ok(Self::new(
            origin.parse()?,
            sequence.parse().map_err(|_| BadId)?,
        ))
    }
}

impl Serialize for FactId {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        if s.is_human_readable() {
            s.collect_str(self)
        } else {
            (self.origin.0, self.sequence).serialize(s)
        }
    }
}

impl<'de> Deserialize<'de> for FactId {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        if d.is_human_readable() {
            String::deserialize(d)?.parse().map_err(de::Error::custom)
        } else {
            let (origin, sequence) = <(u64, u64)>::deserialize(d)?;
            Ok(Self::new(Origin(origin), sequence))
        }
    }
}

/// Identity of anything that facts speak of: a UUID, as a rule version 7.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct EntityId(pub [u8; 16]);

/// Turns the bits of a number over (splitmix64), so that neighbours look unlike.
const fn mix(seed: u64) -> u64 {
    let a = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let b = (a ^ (a >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let c = (b ^ (b >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    c ^ (c >> 31)
}

impl EntityId {
    /// No entity: what speaks of the station as a whole.
    pub const NIL: Self = Self([0; 16]);

    /// A version 7 UUID that (origin, counter) decides: unique as long as an origin never uses a
    /// counter twice, and told on a wire in three bytes instead of sixteen.
    #[must_use]
    pub fn mint(origin: Origin, counter: u64, at_ms: i64) -> Self {
        let millis = u64::try_from(at_ms).unwrap_or(0) & 0xffff_ffff_ffff;
        let low = mix(origin.0).wrapping_add(counter);
        let high = mix(origin.0 ^ (counter >> 40));
        let bits = (u128::from(millis) << 80)
            | (0x7 << 76)
            | (u128::from(high & 0xfff) << 64)
            | (0b10 << 62)
            | u128::from(low & 0x3fff_ffff_ffff_ffff);
        Self(bits.to_be_bytes())
    }

    /// The counter from which [`EntityId::mint`] made this id under `origin`, if it did.
    #[must_use]
    pub fn minted_by(&self, origin: Origin) -> Option<(u64, i64)> {
        let bits = u128::from_be_bytes(self.0);
        let millis = i64::try_from(bits >> 80).ok()?;
        let low = u64::try_from(bits & 0x3fff_ffff_ffff_ffff).ok()?;
        let counter = low.wrapping_sub(mix(origin.0)) & 0x3fff_ffff_ffff_ffff;
        (Self::mint(origin, counter, millis) == *self).then_some((counter, millis))
    }

    /// The id of a thing that is known by its name everywhere, such as a product of the catalogue:
    /// two devices that first speak of it apart speak of the same (FNV-1a, marked version 8).
    #[must_use]
    pub fn named(kind: &str, name: &str) -> Self {
        let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
        for byte in kind.bytes().chain([0]).chain(name.bytes()) {
            hash ^= u128::from(byte);
            hash = hash.wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
        let marked = (hash & !(0xf << 76) & !(0b11 << 62)) | (0x8 << 76) | (0b10 << 62);
        Self(marked.to_be_bytes())
    }

    /// Whether this is no entity.
    #[must_use]
    pub fn is_nil(&self) -> bool {
        *self == Self::NIL
    }
}

impl fmt::Display for EntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, byte) in self.0.iter().enumerate() {
            if matches!(i, 4 | 6 | 8 | 10) {
                f.write_str("-")?;
            }
            write!(f, "{byte:02x}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for EntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for EntityId {
    type Err = BadId;
    fn from_str(text: &str) -> Result<Self, BadId> {
        let dashes = [8, 13, 18, 23];
        if text.len() != 36 || !text.is_ascii() {
            return Err(BadId);
        }
        let mut bits: u128 = 0;
        for (i, c) in text.char_indices() {
            if dashes.contains(&i) {
                if c != '-' {
                    return Err(BadId);
                }
            } else {
                bits = (bits << 4) | u128::from(c.to_digit(16).ok_or(BadId)?);
            }
        }
        Ok(Self(bits.to_be_bytes()))
    }
}

impl Serialize for EntityId {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        if s.is_human_readable() {
            s.collect_str(self)
        } else {
            s.serialize_bytes(&self.0)
        }
    }
}

struct Bytes<const N: usize>;

impl<const N: usize> de::Visitor<'_> for Bytes<N> {
    type Value = [u8; N];
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{N} bytes")
    }
    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<[u8; N], E> {
        bytes
            .try_into()
            .map_err(|_| E::invalid_length(bytes.len(), &self))
    }
}

impl<'de> Deserialize<'de> for EntityId {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        if d.is_human_readable() {
            String::deserialize(d)?.parse().map_err(de::Error::custom)
        } else {
            d.deserialize_bytes(Bytes::<16>).map(Self)
        }
    }
}

/// A content address or a key: 32 bytes, sixty-four hex digits for people.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash32(pub [u8; 32]);

impl fmt::Display for Hash32 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash32 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Hash32 {
    type Err = BadId;
    fn from_str(text: &str) -> Result<Self, BadId> {
        if text.len() != 64 {
            return Err(BadId);
        }
        let mut bytes = [0u8; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            let digits = std::str::from_utf8(pair).map_err(|_| BadId)?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| BadId)?;
        }
        Ok(Self(bytes))
    }
}

impl Serialize for Hash32 {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        if s.is_human_readable() {
            s.collect_str(self)
        } else {
            s.serialize_bytes(&self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Hash32 {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        if d.is_human_readable() {
            String::deserialize(d)?.parse().map_err(de::Error::custom)
        } else {
            d.deserialize_bytes(Bytes::<32>).map(Self)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minted_ids_are_version_7_and_tell_their_counter() {
        let origin = Origin(0x1234_5678_9abc_def0);
        let id = EntityId::mint(origin, 77, 1_790_000_000_123);
        assert_eq!(id.minted_by(origin), Some((77, 1_790_000_000_123)));
        assert_eq!(
            id.to_string().as_bytes()[14],
            b'7',
            "other programs read it as UUIDv7"
        );
        assert_eq!(id.minted_by(Origin(1)), None);
        assert_ne!(id, EntityId::mint(origin, 78, 1_790_000_000_123));
        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn a_text_that_is_no_uuid_is_refused() {
        for bad in [
            "",
            "zz",
            "0190163d-8694-739b-aea5-966c26f8ad9",
            "0190163d_8694-739b-aea5-966c26f8ad91",
        ] {
            assert_eq!(bad.parse::<EntityId>(), Err(BadId), "{bad}");
        }
    }
}
