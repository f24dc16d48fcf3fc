//! What every walk knows before its first fact: the samples, which are facts of an invented station
//! and its invented buyers with the real names of provinces and cities. So a frame of one order is
//! small too. The samples are frozen with the codec's revision.

use super::coder::Coder;
use super::pool::Pool;
use super::walk::{Learned, Memory, Walk};
use super::wire::Reader;
use super::{CodecError, Outside};
use crate::frame::NoIds;
use crate::salt::{SaltSeed, salt};
use std::sync::OnceLock;
use tsong_domain::fact::{Actor, Header, RawFact, Sealed};
use tsong_domain::id::{EntityId, FactId, Origin};
use tsong_domain::time::Hlc;

const SAMPLES: &[u8] = include_bytes!("rev1.samples");
/// The origin and the person of the samples.
const ORIGIN: Origin = Origin(0x7473_6f6e_6700_0001);
const PERSON: EntityId = EntityId([0x11; 16]);
const START: Hlc = Hlc::from_raw(1_767_225_600_000 << 16);
const STEP: u64 = 20_000 << 16;
const SEED: SaltSeed = SaltSeed {
    first: 0,
    last: u64::MAX,
    seed: [0; 16],
};

/// A copy of what the samples taught.
pub(crate) fn learned() -> Learned {
    static LEARNED: OnceLock<Learned> = OnceLock::new();
    LEARNED
        .get_or_init(|| learn(SAMPLES).unwrap_or_else(|_| Learned::nothing()))
        .clone()
}

fn learn(samples: &[u8]) -> Result<Learned, CodecError> {
    let outside = Outside {
        first: 1,
        count: 0,
        ids: &NoIds,
        limit: usize::MAX,
    };
    let nothing = Memory::new(Learned::nothing(), ORIGIN, 1);
    let mut walk = Walk::new(&outside, nothing, Coder::learner(), Pool::empty());
    let mut reader = Reader::new(samples);
    let (mut sequence, mut time, mut is_more) = (1u64, START.raw(), false);
    while !reader.is_empty() {
        time = if is_more {
            time.wrapping_add(1)
        } else {
            time.wrapping_add(STEP) & !0xffff
        };
        let id = FactId::new(ORIGIN, sequence);
        let fact = sample(&mut reader, id, Hlc::from_raw(time))?;
        is_more = fact.header.more;
        walk.raw_fact(&[SEED], Some(&fact))?;
        sequence = sequence.saturating_add(1);
    }
    let mut learned = walk.end().2.learned();
    learned.remembered = 0;
    Ok(learned)
}

/// A byte of flags, the entity, then body and section, each after its length in two bytes.
fn sample(reader: &mut Reader<'_>, id: FactId, time: Hlc) -> Result<RawFact, CodecError> {
    let flags = reader.byte()?;
    let actor = if flags & 2 == 0 {
        Actor::Station
    } else {
        Actor::Person(PERSON)
    };
    let entity = EntityId(reader.array()?);
    let mut part = || {
        let length = usize::from(u16::from_be_bytes(reader.array()?));
        reader.bytes(length).map(<[u8]>::to_vec)
    };
    let (body, section) = (part()?, part()?);
    let personal = (!section.is_empty()).then(|| Sealed::Open {
        salt: salt(&SEED.seed, id),
        bytes: section,
    });
    let more = flags & 1 == 1;
    Ok(RawFact {
        header: Header {
            id,
            time,
            doubtful: false,
            actor,
            entity,
            more,
        },
        body,
        personal,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_samples_are_whole() {
        let learned = learn(SAMPLES).unwrap();
        assert_eq!(
            learned.remembered, 0,
            "a frame starts with the whole of its own room"
        );
        assert!(
            learn(&SAMPLES[..SAMPLES.len() - 1]).is_err(),
            "a cut file is noticed"
        );
    }
}
