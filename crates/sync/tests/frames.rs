//! Frames of anything come back; bytes of anything are read without harm.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::too_many_lines,
    unreachable_pub,
    reason = "a test that cannot go on has failed"
)]

use ed25519_dalek::SigningKey;
use proptest::prelude::*;
use tsong_domain::fact::{Actor, Body, Header, RawFact, Sealed};
use tsong_domain::field::{FieldWrite, Personal, Value, Write};
use tsong_domain::id::{DeviceId, EntityId, FactId, Hash32, Origin};
use tsong_domain::mark::{Aspect, Mark, MarkKind};
use tsong_domain::time::Hlc;
use tsong_sync::chain::{GENESIS, next_head, personal_commitment};
use tsong_sync::encode::{encode_body, encode_personal};
use tsong_sync::frame::{
    Frame, FrameError, Ids, NoIds, Trail, cut, decode, decode_on, encode, encode_on, peek, verify,
};
use tsong_sync::salt::{SaltSeed, salt};
use tsong_sync::sign::{Signature64, sign_head};

const ORIGIN: Origin = Origin(0xfeed_0000_0000_0001);
const SEED: [u8; 16] = [9; 16];

fn entity() -> impl Strategy<Value = EntityId> {
    prop_oneof![
        (0u64..6, 0i64..1 << 48).prop_map(|(n, ms)| EntityId::mint(ORIGIN, n, ms)),
        (0u64..4).prop_map(|n| EntityId::mint(ORIGIN, n, 1_790_000_000_000)),
        (0u64..4).prop_map(|n| EntityId::mint(Origin(5), n, 1_790_000_000_000)),
        Just(EntityId::NIL),
        any::<[u8; 16]>().prop_map(EntityId),
    ]
}

fn fact_id() -> impl Strategy<Value = FactId> {
    let origin = prop_oneof![
        Just(ORIGIN),
        (0u64..3).prop_map(Origin),
        any::<u64>().prop_map(Origin)
    ];
    (origin, prop_oneof![0u64..40, any::<u64>()]).prop_map(|(o, s)| FactId::new(o, s))
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<i64>().prop_map(Value::Int),
        (0i64..9).prop_map(Value::Int),
        any::<bool>().prop_map(Value::Flag),
        ".{0,300}".prop_map(Value::Text),
        "[ab]{0,2}[0-9]{0,20}".prop_map(Value::Text),
        entity().prop_map(Value::Id),
        fact_id().prop_map(Value::Fact),
        any::<[u8; 32]>().prop_map(|h| Value::Hash(Hash32(h))),
        Just(Value::Personal),
        Just(Value::Nothing),
    ]
}

fn body() -> impl Strategy<Value = Vec<u8>> {
    let ids = || prop::collection::vec(fact_id(), 0..3);
    let write = ("[a-z_]{0,6}", value(), ids()).prop_map(|(field, value, replaces)| Write {
        field,
        value,
        replaces,
    });
    let writes = prop::collection::vec(write, 0..4);
    let field = ("[a-z]{0,5}", writes, any::<Option<i64>>()).prop_map(|(noun, writes, at_ms)| {
        Body::Field(FieldWrite {
            noun,
            writes,
            at_ms,
        })
    });
    let mark = (
        ids(),
        any::<Option<u64>>(),
        any::<Option<i64>>(),
        "[a-z]{1,8}",
    )
        .prop_map(|(sees, keeper, at_ms, kind)| {
            let mut mark = Mark::new(Aspect::Fulfilment, MarkKind::from(kind), sees);
            (mark.keeper, mark.at_ms) = (keeper.map(DeviceId), at_ms);
            Body::Mark(mark)
        });
    let ours = prop_oneof![field, mark].prop_map(|b| encode_body(&b).unwrap());
    let spoilt =
        (ours.clone(), any::<prop::sample::Index>(), any::<u8>()).prop_map(|(mut b, i, x)| {
            let at = i.index(b.len());
            b[at] ^= x;
            b
        });
    prop_oneof![4 => ours, 2 => spoilt, 1 => prop::collection::vec(any::<u8>(), 0..80)]
}

fn section() -> impl Strategy<Value = Option<(u8, Vec<u8>)>> {
    let person = (
        "\\PC{0,6}",
        "[0-9]{0,11}",
        prop::collection::vec("\\PC{0,3}", 0..5),
    )
        .prop_map(|(name, phone, region)| {
            encode_personal(&Personal {
                name,
                phone,
                region,
                ..Personal::default()
            })
            .unwrap()
        });
    let bytes = prop_oneof![3 => person, 1 => prop::collection::vec(any::<u8>(), 0..40)];
    prop::option::of((0u8..3, bytes))
}

fn facts() -> impl Strategy<Value = (u64, Vec<RawFact>)> {
    let time = prop_oneof![0u64..1 << 20, any::<u64>()];
    let header = (
        time,
        any::<bool>(),
        prop::option::of(entity()),
        entity(),
        any::<bool>(),
    );
    let parts = prop::collection::vec((header, body(), section()), 1..12);
    (prop_oneof![1u64..50, Just(u64::MAX - 20)], parts).prop_map(|(first, parts)| {
        let mut facts: Vec<RawFact> = (first..)
            .zip(parts)
            .map(
                |(sequence, ((time, doubtful, person, entity, more), body, section))| {
                    let id = FactId::new(ORIGIN, sequence);
                    let actor = person.map_or(Actor::Station, Actor::Person);
                    let time = Hlc::from_raw(time);
                    let personal = section.map(|(way, bytes)| match way {
                        0 => Sealed::Open {
                            salt: salt(&SEED, id),
                            bytes,
                        },
                        1 => Sealed::Open {
                            salt: [4; 16],
                            bytes,
                        },
                        _ => Sealed::Erased(Hash32([5; 32])),
                    });
                    RawFact {
                        header: Header {
                            id,
                            time,
                            doubtful,
                            actor,
                            entity,
                            more,
                        },
                        body,
                        personal,
                    }
                },
            )
            .collect();
        if let Some(last) = facts.last_mut() {
            last.header.more = false;
        }
        (first, facts)
    })
}

/// Knows one entity of before every frame.
struct One(u64, EntityId);

impl Ids for One {
    fn birth_of(&self, entity: &EntityId) -> Option<FactId> {
        (*entity == self.1).then(|| FactId::new(ORIGIN, self.0))
    }

    fn entity_of(&self, fact: FactId) -> Option<EntityId> {
        (fact == FactId::new(ORIGIN, self.0)).then_some(self.1)
    }

    fn body_of(&self, _fact: FactId) -> Option<Vec<u8>> {
        None
    }
}

fn frame(first: u64, facts: Vec<RawFact>) -> Frame {
    let erased = |f: &RawFact| matches!(f.personal, Some(Sealed::Erased(_)));
    let seed = SaltSeed {
        first,
        last: u64::MAX,
        seed: SEED,
    };
    let seeds = if facts.iter().any(erased) {
        vec![]
    } else {
        vec![seed]
    };
    Frame {
        origin: ORIGIN,
        first,
        facts,
        seeds,
        signature: Signature64([1; 64]),
    }
}

fn signed(mut f: Frame) -> (Frame, Hash32) {
    let key = SigningKey::from_bytes(&[8; 32]);
    let head = f
        .facts
        .iter()
        .fold(GENESIS, |head, fact| next_head(&head, fact));
    let last = f.facts.last().unwrap().header.id.sequence;
    f.signature = sign_head(&key, f.origin, last, &head);
    (f, Hash32(key.verifying_key().to_bytes()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_facts_come_back((first, facts) in facts()) {
        let sent = frame(first, facts);
        let bytes = encode(&sent, &NoIds).unwrap();
        prop_assert_eq!(decode(&bytes, &NoIds).unwrap(), sent.clone());
        // A sender that knows nothing is understood by a receiver that knows, and the other way.
        let known = One(first.saturating_sub(1).max(1), EntityId::mint(ORIGIN, 2, 1_790_000_000_000));
        prop_assert_eq!(decode(&bytes, &known).unwrap(), sent.clone());
        let bytes = encode(&sent, &known).unwrap();
        prop_assert_eq!(decode(&bytes, &known).unwrap(), sent.clone());
        match decode(&bytes, &NoIds) {
            Ok(back) => prop_assert_eq!(back, sent),
            Err(error) => prop_assert!(matches!(error, FrameError::UnknownReference(_))),
        }
    }

    #[test]
    fn facts_in_frames_that_lean_come_back((first, mut facts) in facts(), at: prop::sample::Index, erased: prop::sample::Index) {
        let before = at.index(facts.len());
        if let Some(last) = before.checked_sub(1).and_then(|last| facts.get_mut(last)) {
            last.header.more = false;
        }
        let rest = facts.split_off(before);
        let start = || Trail::new(ORIGIN, first);
        let mut trail = (start(), start());
        if !facts.is_empty() {
            let sent = frame(first, facts.clone());
            let (bytes, after) = encode_on(&sent, &NoIds, start()).unwrap();
            prop_assert_eq!(&bytes, &encode(&sent, &NoIds).unwrap(), "the first leans on nothing");
            let (back, read) = decode_on(&bytes, &NoIds, start()).unwrap();
            prop_assert_eq!(back, sent);
            trail = (after, read);
        }
        let sent = frame(first + before as u64, rest);
        let (bytes, _) = encode_on(&sent, &NoIds, trail.0).unwrap();
        let (back, _) = decode_on(&bytes, &NoIds, trail.1).unwrap();
        prop_assert_eq!(&back, &sent, "who read the frame before goes on");
        let learned = start().learn(&facts, &NoIds).unwrap();
        let (back, _) = decode_on(&bytes, &NoIds, learned).unwrap();
        prop_assert_eq!(&back, &sent, "who has the facts learns anew");
        if !facts.is_empty() {
            let fact = &mut facts[erased.index(before)];
            fact.personal = match &fact.personal {
                Some(Sealed::Erased(_)) => None,
                // The chain says the same of a section and of what its erasure left.
                Some(section) => Some(Sealed::Erased(personal_commitment(section))),
                None => Some(Sealed::Erased(Hash32([7; 32]))),
            };
            let other = start().learn(&facts, &NoIds).unwrap();
            prop_assert_eq!(decode_on(&bytes, &NoIds, other).unwrap_err(), FrameError::LeansElsewhere);
            prop_assert_eq!(decode(&bytes, &NoIds), Err(FrameError::LeansElsewhere));
        }
    }

    #[test]
    fn spoilt_bytes_do_no_harm((first, facts) in facts(), spoil in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), length: prop::sample::Index) {
        let mut bytes = encode(&frame(first, facts), &NoIds).unwrap();
        for (at, x) in spoil {
            let at = at.index(bytes.len());
            bytes[at] ^= x;
        }
        let cut_short = bytes.get(..length.index(bytes.len())).unwrap();
        for bytes in [&bytes[..], cut_short] {
            // Either an error or other facts, which the signature does not fit.
            if let Ok(back) = decode(bytes, &NoIds) {
                prop_assert!(back.facts.len() <= 20_000);
            }
        }
    }

    #[test]
    fn bytes_of_anything_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..400), count in 1u8..100) {
        let head = [&[1u8, 1, 2, 3, 4, 5, 6, 7, 8, 1, count, 0][..], &[0; 64], &bytes].concat();
        for bytes in [&bytes, &head] {
            prop_assert!(decode(bytes, &NoIds).is_ok_and(|f| !f.facts.is_empty()) || decode(bytes, &NoIds).is_err());
        }
    }

    #[test]
    fn a_changed_fact_breaks_the_signature((first, facts) in facts(), which: prop::sample::Index, x in 1u8..) {
        let (mut sent, key) = signed(frame(first, facts));
        prop_assert!(verify(&sent, &GENESIS, &key).is_ok());
        prop_assert_eq!(verify(&sent, &Hash32([1; 32]), &key), Err(FrameError::BadSignature));
        let at = which.index(sent.facts.len());
        match sent.facts[at].body.first_mut() {
            Some(byte) => *byte ^= x,
            None => sent.facts[at].body.push(x),
        }
        prop_assert_eq!(verify(&sent, &GENESIS, &key), Err(FrameError::BadSignature));
    }

    #[test]
    fn a_transaction_is_never_split(runs in prop::collection::vec((1usize..40, 0usize..40_000), 0..40), rest in 0usize..5) {
        let mut facts = Vec::new();
        for (length, size) in runs.into_iter().chain([(rest, 10)]) {
            for i in 0..length {
                let (_, mut fact) = one_fact(facts.len() as u64 + 1);
                fact.body = vec![0; size];
                fact.header.more = i + 1 < length;
                facts.push(fact);
            }
        }
        for fact in facts.iter_mut().rev().take(rest) {
            fact.header.more = true;
        }
        let count = cut(&facts);
        let is_end = |f: &RawFact| !f.header.more;
        match count.checked_sub(1) {
            Some(last) => prop_assert!(is_end(&facts[last]), "a transaction was split"),
            None => prop_assert!(!facts.iter().any(is_end), "a whole transaction is not sent"),
        }
    }
}

fn one_fact(sequence: u64) -> (u64, RawFact) {
    let id = FactId::new(ORIGIN, sequence);
    let (time, entity) = (Hlc::at_ms(1_790_000_000_000), EntityId::NIL);
    let header = Header {
        id,
        time,
        doubtful: false,
        actor: Actor::Station,
        entity,
        more: false,
    };
    (
        sequence,
        RawFact {
            header,
            body: vec![0xf6],
            personal: None,
        },
    )
}

#[test]
fn a_seed_that_covers_an_erased_section_stays_at_home() {
    let facts: Vec<RawFact> = (1..=2)
        .map(|i| {
            let mut fact = one_fact(i).1;
            let open = Sealed::Open {
                salt: salt(&SEED, fact.header.id),
                bytes: vec![0xf6],
            };
            fact.personal = Some(if i == 1 {
                open
            } else {
                Sealed::Erased(GENESIS)
            });
            fact
        })
        .collect();
    let seeds = vec![SaltSeed {
        first: 1,
        last: 2,
        seed: SEED,
    }];
    let sent = Frame {
        origin: ORIGIN,
        first: 1,
        facts,
        seeds,
        signature: Signature64([0; 64]),
    };
    let back = decode(&encode(&sent, &NoIds).unwrap(), &NoIds).unwrap();
    assert_eq!(
        back.seeds,
        vec![],
        "with the seed the erased person could be guessed"
    );
    assert_eq!(back.facts, sent.facts, "the other section keeps its salt");
}

#[test]
fn what_is_no_run_is_refused() {
    let facts = |sequences: &[u64]| sequences.iter().map(|s| one_fact(*s).1).collect::<Vec<_>>();
    let refused = |first, facts| encode(&frame(first, facts), &NoIds).unwrap_err();
    assert_eq!(refused(1, vec![]), FrameError::NotARun);
    assert_eq!(refused(1, facts(&[1, 3])), FrameError::NotARun, "a gap");
    assert_eq!(
        refused(0, facts(&[0])),
        FrameError::NotARun,
        "sequences begin at 1"
    );
    let mut open = facts(&[1, 2]);
    open[1].header.more = true;
    assert_eq!(
        refused(1, open),
        FrameError::NotARun,
        "a transaction that goes on"
    );
    let many: Vec<u64> = (1..=20_001).collect();
    assert_eq!(refused(1, facts(&many)), FrameError::TooBig);
    let bytes = encode(&frame(7, facts(&[7, 8])), &NoIds).unwrap();
    let head = peek(&bytes).unwrap();
    assert_eq!((head.origin, head.first, head.last()), (ORIGIN, 7, 8));
    assert_eq!(peek(&[9; 80]), Err(FrameError::UnknownRevision(9)));
}

#[test]
fn a_text_that_is_told_a_million_times_stops_at_the_limit() {
    // 700 facts, each of 20,000 bytes that repeat: few bytes on the wire, 14 MB unpacked.
    let facts: Vec<RawFact> = (1..=700)
        .map(|i| {
            let mut fact = one_fact(i).1;
            let value = Value::Text("x".repeat(20_000));
            let writes = vec![Write {
                field: "a".into(),
                value,
                replaces: vec![],
            }];
            let body = Body::Field(FieldWrite {
                noun: "a".into(),
                writes,
                at_ms: None,
            });
            fact.body = encode_body(&body).unwrap();
            fact
        })
        .collect();
    assert_eq!(encode(&frame(1, facts), &NoIds), Err(FrameError::TooBig));
}
