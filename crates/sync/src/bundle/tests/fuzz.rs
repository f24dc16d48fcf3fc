//! A bundle of any bytes, on its outside and behind its seal.

use super::{Opening, Sealer, header, hear, pair, up};
use crate::bundle::Kind;
use crate::memory::Hub;
use crate::spoil::{Edits, fuzz, spoilt};
use std::io::{Read as _, Write as _};

/// What a bundle holds behind its seal.
fn content(hub: &Hub, bundle: &[u8]) -> Vec<u8> {
    let mut from = bundle;
    let head = super::Header::read(&mut from).unwrap();
    let with = Opening::with(&hub.desk.key).unwrap();
    let mut opener = crate::bundle::Opener::new(from, head, &with).unwrap();
    let mut content = Vec::new();
    opener.read_to_end(&mut content).unwrap();
    content
}

#[test]
fn a_bundle_of_any_bytes_costs_the_hub_nothing_it_had() {
    let (mut hub, mut device) = pair(12);
    let (good, _) = up(&mut device, &hub, 0);
    hear(&mut hub, &good).unwrap();
    let before = hub.desk.reaches();
    for i in 0..6 {
        device.write(vec![super::draft(&format!("卓玛 {i}"))]);
    }
    let (good, _) = up(&mut device, &hub, 0);
    let inside = content(&hub, &good);
    let run = |(is_inside, edits, tail): &(bool, Edits, Vec<u8>)| {
        let bytes = if *is_inside {
            // Whoever knows the hub's public key can seal anything.
            let to = Opening::with(&hub.desk.key).unwrap();
            let header = header(Kind::Up, device.device, &to);
            let mut sealer = Sealer::new(Vec::new(), &header, &to.receiver()).unwrap();
            sealer.write_all(&spoilt(&inside, edits, tail)).unwrap();
            sealer.finish().unwrap().0
        } else {
            spoilt(&good, edits, tail)
        };
        let mut other = Hub::new(7);
        other.desk = hub.desk.clone();
        let _outcome = hear(&mut other, &bytes);
        let after = other.desk.reaches();
        for (origin, reach) in &before {
            assert!(after[origin].0 >= reach.0, "the hub lost facts");
        }
    };
    fuzz!((bool, Edits, Vec<u8>), run);
}
