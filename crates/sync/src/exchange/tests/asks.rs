//! What a request says, and what it leaves to its frames.

use super::{draft, run, village};
use crate::chain::HeadStart;
use crate::exchange::serve::{Heard, hear};
use crate::exchange::wire::{self, SyncAsk};
use crate::exchange::{USUAL_DOWN_BYTES, request};
use crate::memory::Replica;
use crate::peer::{Offering, Reach, Told};
use serde::Serialize;
use tsong_domain::id::Origin;

/// What an ask was before heads were told by their starts.
#[derive(Serialize)]
struct Whole {
    h: Vec<Reach>,
    m: u32,
    v: String,
}

#[test]
fn an_ask_of_whole_heads_is_read_as_one_of_their_starts() {
    let (mut hub, mut a, _) = village();
    run(&mut a, &mut hub).unwrap();
    let have: Vec<Reach> = a.reaches().iter().map(|(o, r)| (*o, r.0, r.1)).collect();
    let old = Whole {
        h: have.clone(),
        m: 77,
        v: "0".into(),
    };
    let read: SyncAsk =
        minicbor_serde::from_slice(&crate::encode::to_bytes(&old).unwrap()).unwrap();
    let told: Vec<Told> = have
        .iter()
        .map(|(o, at, h)| (*o, *at, (*h).into()))
        .collect();
    assert_eq!((&read.have, read.down_bytes), (&told, 77));
    let new = SyncAsk {
        have: told,
        down_bytes: USUAL_DOWN_BYTES,
        ..read
    };
    let bytes = crate::encode::to_bytes(&new).unwrap();
    let back: SyncAsk = minicbor_serde::from_slice(&bytes).unwrap();
    assert_eq!(back, new, "what is left out is what is usual");
    assert!(bytes.len() < 75, "{} bytes for two origins", bytes.len());
}

/// What a hub hears of a request that brings what `a` has beyond `their`, and names nothing else.
fn heard(hub: &mut Replica, a: &mut Replica, their: &[Reach]) -> Heard {
    let (own, key) = (a.origin, a.key.clone());
    let offering = Offering::new(a, their, Some((own, &key)), |_| true).unwrap();
    let frames = offering.frames(a, usize::MAX).unwrap();
    assert!(!frames.is_empty());
    let mut body = wire::ask_bytes(&SyncAsk::default()).unwrap();
    for frame in frames.iter().filter(|f| f.origin == own) {
        wire::put_section(&mut body, &frame.bytes);
    }
    body.extend_from_slice(&wire::END);
    hear(hub, body.as_slice(), &request::digest(&body)).unwrap()
}

fn told_of(heard: &Heard, origin: Origin) -> Option<Told> {
    heard.ask.have.iter().find(|t| t.0 == origin).copied()
}

#[test]
fn what_the_frames_reach_need_not_be_said() {
    let (mut hub, mut a, _) = village();
    run(&mut a, &mut hub).unwrap();
    let before: Vec<Reach> = a.acknowledged.clone();
    a.write(vec![draft(1, "sold")]);
    let (at, head) = a.reaches()[&a.origin];
    let new = heard(&mut hub.desk, &mut a, &before);
    assert_eq!(told_of(&new, a.origin), Some((a.origin, at, head.into())));
    let again = heard(&mut hub.desk, &mut a, &before);
    assert_eq!(again.appended, 0);
    assert_eq!(
        told_of(&again, a.origin),
        Some((a.origin, at, head.into())),
        "also when all of it was known"
    );
}

#[test]
fn the_end_of_another_history_is_not_taken_for_the_hubs() {
    let (mut hub, mut a, _) = village();
    run(&mut a, &mut hub).unwrap();
    let (mut copy, before) = (a.clone(), a.acknowledged.clone());
    a.write(vec![draft(1, "sold")]);
    run(&mut a, &mut hub).unwrap();
    copy.write(vec![draft(1, "something else")]);
    let mut heard = heard(&mut hub.desk, &mut copy, &before);
    let at = copy.reaches()[&copy.origin].0;
    let other = Some((copy.origin, at, HeadStart([0; 16])));
    assert_eq!(told_of(&heard, copy.origin), other);
    let offering = Offering::new(&hub.desk, &heard.ask.have, None, |_| true).unwrap();
    heard.note_forks(&offering);
    assert_eq!(heard.refused.len(), 1, "it is refused once: {heard:?}");
    let forked = offering.forked.iter().any(|(o, _, _)| *o == copy.origin);
    assert!(forked, "and nothing of that origin is sent to a fork of it");
}
