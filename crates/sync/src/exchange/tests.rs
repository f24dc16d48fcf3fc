//! A hub and devices in memory.

mod answers;
mod asks;
mod cuts;
mod forks;
mod frames;
mod fuzz;
mod leaning;
mod replicas;

use super::{Limits, SyncError, SyncReport, sync};
use crate::memory::{Cable, Hub, Replica};
use tsong_domain::fact::{Body, Draft};
use tsong_domain::field::{FieldWrite, Personal, Value, Write};
use tsong_domain::id::{DeviceId, EntityId};

pub(super) fn draft(entity: u8, text: &str) -> Draft {
    let write = Write {
        field: "title".into(),
        value: Value::Text(text.into()),
        replaces: Vec::new(),
    };
    let body = Body::Field(FieldWrite {
        noun: "listing".into(),
        writes: vec![write],
        at_ms: None,
    });
    let personal = Personal {
        name: format!("买家{text}"),
        ..Personal::default()
    };
    Draft {
        entity: EntityId([entity; 16]),
        body,
        personal: Some(personal),
    }
}

pub(super) fn device(number: u64, seed: u8) -> Replica {
    Replica::new(DeviceId(number), seed, Vec::new())
}

pub(super) fn run(replica: &mut Replica, hub: &mut Hub) -> Result<SyncReport, SyncError> {
    sync(
        replica,
        &mut Cable::whole(hub),
        &Limits::default(),
        &mut |_| {},
    )
}

/// A hub with two devices; each has written a little before it was enrolled.
pub(super) fn village() -> (Hub, Replica, Replica) {
    let (mut hub, mut a, mut b) = (Hub::new(9), device(1, 1), device(2, 2));
    a.write(vec![draft(1, "a1"), draft(2, "a2")]);
    a.write(vec![draft(1, "a3")]);
    b.write(vec![draft(3, "b1")]);
    hub.enrol(&mut a);
    hub.enrol(&mut b);
    (hub, a, b)
}

pub(super) fn assert_nothing_twice(replica: &Replica, who: &str) {
    for (fact, times) in &replica.taken {
        assert_eq!(*times, 1, "{who} took fact {fact} in {times} times");
    }
}
