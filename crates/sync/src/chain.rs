//! The commitment chain: each fact's head binds all that was before it, so that one signed head
//! stands for a whole log. Personal sections enter by a salted commitment alone, so that erasing
//! the section and its salt leaves the chain valid.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use tsong_domain::fact::{Actor, RawFact, Sealed};
use tsong_domain::id::{Hash32, Origin};

/// The head before an origin's first fact.
pub const GENESIS: Hash32 = Hash32([0; 32]);

const HEAD: &str = "tsong 2026 chain: head of a fact";
const PERSONAL: &str = "tsong 2026 chain: personal section";
const ROOT: &str = "tsong 2026 chain: root of heads";

/// The first sixteen bytes of a head: enough to see that two logs of one origin differ. What a log
/// takes in is checked by whole heads, so nobody gains a fact by finding two that begin alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadStart(pub [u8; 16]);

impl From<Hash32> for HeadStart {
    fn from(head: Hash32) -> Self {
        let [start @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] = head.0;
        Self(start)
    }
}

impl Serialize for HeadStart {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_bytes(&self.0)
    }
}

/// Reads the start alone, or a whole head, as asks have told it before.
struct Start;

impl de::Visitor<'_> for Start {
    type Value = HeadStart;
    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "16 or 32 bytes")
    }
    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<HeadStart, E> {
        let whole = <[u8; 32]>::try_from(bytes).map(|head| Hash32(head).into());
        whole
            .or_else(|_| bytes.try_into().map(HeadStart))
            .map_err(|_| E::invalid_length(bytes.len(), &self))
    }
}

impl<'de> Deserialize<'de> for HeadStart {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        d.deserialize_bytes(Start)
    }
}

fn finish(hasher: &blake3::Hasher) -> Hash32 {
    Hash32(*hasher.finalize().as_bytes())
}

/// A length as the eight bytes that stand before what it measures.
fn length(bytes: &[u8]) -> [u8; 8] {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes()
}

/// What the chain knows of a personal section: a hash under its salt, or the hash that an erasure
/// left.
#[must_use]
pub fn personal_commitment(section: &Sealed) -> Hash32 {
    match section {
        Sealed::Open { salt, bytes } => {
            let mut hasher = blake3::Hasher::new_derive_key(PERSONAL);
            hasher.update(salt).update(bytes);
            finish(&hasher)
        }
        Sealed::Erased(commitment) => *commitment,
    }
}

/// The head after `raw`, from the head before it.
#[must_use]
pub fn next_head(previous: &Hash32, raw: &RawFact) -> Hash32 {
    let header = &raw.header;
    let (actor, person) = match header.actor {
        Actor::Station => (0, [0; 16]),
        Actor::Person(id) => (1, id.0),
    };
    let flags = [
        u8::from(header.doubtful),
        u8::from(header.more),
        actor,
        u8::from(raw.personal.is_some()),
    ];
    let mut hasher = blake3::Hasher::new_derive_key(HEAD);
    hasher
        .update(&previous.0)
        .update(&header.id.origin.0.to_le_bytes())
        .update(&header.id.sequence.to_le_bytes())
        .update(&header.time.raw().to_le_bytes())
        .update(&flags)
        .update(&person)
        .update(&header.entity.0)
        .update(&length(&raw.body))
        .update(&raw.body);
    if let Some(section) = &raw.personal {
        hasher.update(&personal_commitment(section).0);
    }
    finish(&hasher)
}

/// One hash over the heads of many origins, whatever order they are given in: two replicas whose
/// roots agree hold the same facts.
#[must_use]
pub fn root(heads: &[(Origin, u64, Hash32)]) -> Hash32 {
    let mut sorted = heads.to_vec();
    sorted.sort_unstable();
    let mut hasher = blake3::Hasher::new_derive_key(ROOT);
    for (origin, sequence, head) in sorted {
        hasher
            .update(&origin.0.to_le_bytes())
            .update(&sequence.to_le_bytes())
            .update(&head.0);
    }
    finish(&hasher)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tsong_domain::fact::Header;
    use tsong_domain::id::{EntityId, FactId};
    use tsong_domain::time::Hlc;

    fn fact() -> RawFact {
        RawFact {
            header: Header {
                id: FactId::new(Origin(1), 2),
                time: Hlc::from_raw(3),
                doubtful: false,
                actor: Actor::Station,
                entity: EntityId([4; 16]),
                more: false,
            },
            body: vec![5, 6],
            personal: Some(Sealed::Open {
                salt: [7; 16],
                bytes: vec![8, 9],
            }),
        }
    }

    #[test]
    fn any_changed_part_changes_the_head() {
        type Change = (&'static str, fn(&mut RawFact));
        let changes: [Change; 13] = [
            ("origin", |f| f.header.id.origin.0 += 1),
            ("sequence", |f| f.header.id.sequence += 1),
            ("time", |f| f.header.time = Hlc::from_raw(4)),
            ("doubtful", |f| f.header.doubtful = true),
            ("more", |f| f.header.more = true),
            ("actor", |f| f.header.actor = Actor::Person(EntityId::NIL)),
            ("entity", |f| f.header.entity.0[15] ^= 1),
            ("body", |f| f.body[1] ^= 1),
            ("body's length", |f| f.body.push(0)),
            ("salt", |f| {
                f.personal = Some(Sealed::Open {
                    salt: [6; 16],
                    bytes: vec![8, 9],
                })
            }),
            ("personal", |f| {
                f.personal = Some(Sealed::Open {
                    salt: [7; 16],
                    bytes: vec![8],
                })
            }),
            ("commitment", |f| f.personal = Some(Sealed::Erased(GENESIS))),
            ("no personal", |f| f.personal = None),
        ];
        let head = next_head(&GENESIS, &fact());
        for (name, change) in changes {
            let mut other = fact();
            change(&mut other);
            assert_ne!(
                next_head(&GENESIS, &other),
                head,
                "a changed {name} went unnoticed"
            );
        }
        assert_ne!(
            next_head(&head, &fact()),
            head,
            "the head before is not bound"
        );
    }

    #[test]
    fn an_erasure_leaves_the_chain_valid() {
        let mut erased = fact();
        erased.personal = fact()
            .personal
            .map(|s| Sealed::Erased(personal_commitment(&s)));
        assert_eq!(next_head(&GENESIS, &erased), next_head(&GENESIS, &fact()));
    }

    #[test]
    fn the_root_does_not_depend_on_the_order_of_heads() {
        let (a, b) = ((Origin(1), 5, GENESIS), (Origin(2), 6, Hash32([1; 32])));
        assert_eq!(root(&[a, b]), root(&[b, a]));
        assert_ne!(root(&[a, b]), root(&[a, (Origin(2), 7, Hash32([1; 32]))]));
        assert_ne!(root(&[]), root(&[a]));
    }
}
