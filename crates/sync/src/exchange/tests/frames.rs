use super::{device, draft};
use crate::chain::next_head;
use crate::frame;
use crate::memory::Replica;
use crate::peer::{Log, Took, offer, take};
use crate::sign;
use proptest::prelude::*;
use tsong_domain::id::DeviceId;

#[test]
fn a_transaction_is_never_split() {
    let mut a = device(1, 1);
    let (own, key) = (a.origin, a.key.clone());
    for size in [1usize, 3, 40, 2] {
        a.write((0..size).map(|i| draft(1, &format!("{i}"))).collect());
    }
    let frames = offer(&mut a, &[], Some((own, &key)), |_| true, usize::MAX).unwrap();
    for offered in frames {
        let facts = a.facts(a.origin, offered.first, usize::MAX).unwrap();
        let count = usize::try_from(offered.last - offered.first).unwrap();
        assert!(!facts[count].header.more, "a frame ends with a transaction");
    }
}

fn frames_of(a: &mut Replica) -> Vec<Vec<u8>> {
    let key = a.key.clone();
    let mut frames = Vec::new();
    let mut their = Vec::new();
    while frames.len() < 6 {
        // One small frame for each transaction, as if each had been synced by itself.
        let from = their.first().map_or(1, |r: &(_, u64, _)| r.1 + 1);
        let Some(first) = a.facts(a.origin, from, 1).ok().filter(|f| !f.is_empty()) else {
            break;
        };
        let last = first.last().unwrap().header.id.sequence;
        let head = first.iter().fold(
            a.head_at(a.origin, from - 1)
                .unwrap()
                .unwrap_or(crate::chain::GENESIS),
            |head, fact| next_head(&head, fact),
        );
        let signature = sign::sign_head(&key, a.origin, last, &head);
        let seeds = a.seeds(a.origin, from, last).unwrap();
        let frame = frame::Frame {
            origin: a.origin,
            first: from,
            facts: first,
            seeds,
            signature,
        };
        frames.push(frame::encode(&frame, &frame::NoIds).unwrap());
        their = vec![(a.origin, last, head)];
    }
    frames
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn frames_repeated_reordered_and_lost_come_to_the_same(order in prop::collection::vec(0usize..4, 0..24)) {
        let mut a = device(1, 1);
        a.write(vec![draft(1, "1"), draft(2, "2")]);
        a.write(vec![draft(3, "3")]);
        a.write(vec![draft(1, "4")]);
        let frames = frames_of(&mut a);
        prop_assert_eq!(frames.len(), 4);
        let mut b = device(2, 2);
        b.logs.clear();
        b.device = DeviceId(1);
        for at in order {
            take(&mut b, &frames[at]).unwrap();
        }
        for frame in &frames {
            take(&mut b, frame).unwrap();
        }
        prop_assert_eq!(a.reaches(), b.reaches());
        for times in b.taken.iter().filter(|(f, _)| f.origin == a.origin).map(|(_, t)| *t) {
            prop_assert_eq!(times, 1, "a fact was taken in twice");
        }
    }

    #[test]
    fn a_changed_byte_never_changes_a_fact(at in any::<prop::sample::Index>(), bit in 0u8..8) {
        let mut a = device(1, 1);
        a.write(vec![draft(1, "1"), draft(2, "2")]);
        let mut bytes = frames_of(&mut a).concat();
        let only = frames_of(&mut a);
        bytes.truncate(only[0].len());
        let i = at.index(bytes.len());
        bytes[i] ^= 1 << bit;
        let mut b = device(2, 2);
        b.device = DeviceId(1);
        // Bits that say nothing (an unused salt's seed) may change; facts may not.
        let took = take(&mut b, &bytes).unwrap();
        let is_harmless = b.logs.get(&a.origin).is_some_and(|l| l.facts == a.logs[&a.origin].facts[..1]);
        prop_assert!(matches!(took, Took::Refused(_)) || is_harmless, "{:?}", took);
    }
}
