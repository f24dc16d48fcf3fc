//! Frames, requests and answers of any bytes: no panic, no more memory than the limits allow, and
//! nothing that was there is lost.

use super::{device, draft, run, village};
use crate::exchange::request::digest;
use crate::exchange::{Limits, serve, sync};
use crate::frame::{self, MAX_CONTENT_BYTES, MAX_FACTS, NoIds};
use crate::memory::{Cable, Hub, Replica};
use crate::peer::{Log as _, offer, take};
use crate::spoil::{Edits, fuzz, spoilt};
use crate::transport::{Meter, Request, Response, Transport, TransportError};
use std::io::{Cursor, Read as _};
use tsong_domain::fact::Sealed;

/// A device with work that the hub has and work that waits.
fn busy() -> (Hub, Replica) {
    let (mut hub, mut a, mut b) = village();
    run(&mut a, &mut hub).unwrap();
    b.write((0..9).map(|i| draft(i, &format!("b{i}"))).collect());
    run(&mut b, &mut hub).unwrap();
    for i in 0..12 {
        a.write(vec![
            draft(i % 3, &format!("松茸 {i}")),
            draft(4, "matsutake"),
        ]);
    }
    (hub, a)
}

/// Carries nothing, and keeps what was to be carried.
#[derive(Default)]
struct Tap(Vec<u8>);

impl Transport for Tap {
    fn send(&mut self, request: Request) -> Result<Response, TransportError> {
        self.0 = request.body;
        Err(TransportError::Cut)
    }

    fn meter(&self) -> Meter {
        Meter::default()
    }
}

/// Answers a sync with bytes of the test's.
struct Said(Vec<u8>);

impl Transport for Said {
    fn send(&mut self, _request: Request) -> Result<Response, TransportError> {
        Ok(Response {
            status: 200,
            content_type: crate::exchange::wire::CONTENT_TYPE.to_owned(),
            body: Box::new(Cursor::new(self.0.clone())),
        })
    }

    fn meter(&self) -> Meter {
        Meter::default()
    }
}

/// Keeps what the hub answers to the first request.
struct Ear<'a>(Cable<'a>, Vec<u8>);

impl Transport for Ear<'_> {
    fn send(&mut self, request: Request) -> Result<Response, TransportError> {
        let mut answer = self.0.send(request)?;
        answer.body.read_to_end(&mut self.1).unwrap();
        Err(TransportError::Cut)
    }

    fn meter(&self) -> Meter {
        Meter::default()
    }
}

#[test]
fn a_frame_of_any_bytes_takes_no_more_than_the_limits() {
    let mut a = device(1, 1);
    for i in 0..12 {
        a.write(vec![draft(i, &format!("松茸 {i}")), draft(1, "x")]);
    }
    let (own, key) = (a.origin, a.key.clone());
    let good = offer(&mut a, &[], Some((own, &key)), |_| true, usize::MAX).unwrap();
    let good = good.first().unwrap().bytes.clone();
    fuzz!((Edits, Vec<u8>), |(edits, tail): &(Edits, Vec<u8>)| {
        let bytes = spoilt(&good, edits, tail);
        let _outcome = frame::peek(&bytes);
        if let Ok(frame) = frame::decode(&bytes, &NoIds) {
            let personal = |p: &Sealed| match p {
                Sealed::Open { bytes, .. } => bytes.len(),
                Sealed::Erased(_) => 0,
            };
            let sizes = frame.facts.iter();
            let sizes = sizes.map(|f| f.body.len() + f.personal.as_ref().map_or(0, personal));
            assert!(frame.facts.len() <= MAX_FACTS);
            assert!(sizes.sum::<usize>() <= MAX_CONTENT_BYTES);
        }
        let mut b = device(2, 2);
        b.device = a.device;
        take(&mut b, &bytes).unwrap();
    });
}

#[test]
fn a_request_of_any_bytes_costs_the_hub_nothing_it_had() {
    let (hub, mut a) = busy();
    let mut tap = Tap::default();
    sync(&mut a, &mut tap, &Limits::default(), &mut |_| {}).unwrap_err();
    let (good, desk) = (tap.0, hub.desk);
    let before = desk.reaches();
    fuzz!((Edits, Vec<u8>), |(edits, tail): &(Edits, Vec<u8>)| {
        let bytes = spoilt(&good, edits, tail);
        let mut desk = desk.clone();
        // Whoever has a key of the station can sign anything.
        let _outcome = serve::hear(&mut desk, bytes.as_slice(), &digest(&bytes));
        let after = desk.reaches();
        for (origin, reach) in &before {
            assert!(after[origin].0 >= reach.0, "the hub lost facts");
        }
        assert_eq!(
            u64::try_from(desk.logs[&desk.origin].facts.len()).unwrap(),
            before[&desk.origin].0
        );
    });
}

#[test]
fn an_answer_of_any_bytes_costs_the_station_nothing_it_had() {
    let (mut hub, mut a) = busy();
    let mut ear = Ear(Cable::whole(&mut hub), Vec::new());
    sync(&mut a, &mut ear, &Limits::default(), &mut |_| {}).unwrap_err();
    let good = ear.1;
    assert!(!good.is_empty());
    let before = a.heads().unwrap();
    fuzz!((Edits, Vec<u8>), |(edits, tail): &(Edits, Vec<u8>)| {
        let mut one = a.clone();
        let mut said = Said(spoilt(&good, edits, tail));
        let _outcome = sync(&mut one, &mut said, &Limits::default(), &mut |_| {});
        let after = one.reaches();
        for head in &before {
            assert!(
                after[&head.origin].0 >= head.reach().1,
                "the station lost facts"
            );
        }
    });
}
