//! How facts come into the world and get about in it.

use super::{Device, Village, Who, Written, hash_of};
use crate::log::{A, B, HUB, born, header};
use std::collections::BTreeSet;
use std::rc::Rc;
use tsong_domain::fact::{Body, Draft, Fact};
use tsong_domain::id::{DeviceId, EntityId, FactId, Origin};
use tsong_domain::mark::Shelf;
use tsong_domain::movement::Movement;
use tsong_domain::quantity::Quantity;
use tsong_domain::stock::decide;

impl Village {
    /// A device's new origin, its birth written.
    pub(crate) fn give_birth(&mut self, device: DeviceId, older: Vec<Origin>) {
        let origin = self.next_origin(device);
        let fact = born(origin, older.clone());
        let is_restored = !older.is_empty();
        let counted = BTreeSet::new();
        let new = Device {
            origin,
            is_restored,
            has_heard: false,
            counted,
            older,
        };
        self.devices.insert(device, new);
        self.logs.insert(origin, Vec::new());
        self.append(device, fact);
    }

    pub(crate) fn take_in(&mut self, lot: EntityId, grams: i64) {
        let movement = decide::intake(A, lot, Quantity::new(grams)).unwrap();
        self.write_move(A, movement);
        self.shelves.insert((Shelf::Device(A), lot), grams);
    }

    fn append(&mut self, device: DeviceId, fact: Fact) {
        let origin = self.devices[&device].origin;
        let log = self.logs.get_mut(&origin).unwrap();
        log.push(Rc::new(Written {
            hash: hash_of(&fact),
            fact,
        }));
        let last = u64::try_from(log.len()).unwrap();
        self.heard
            .get_mut(&Who::of(device))
            .unwrap()
            .insert(origin, last);
    }

    /// Writes one transaction.
    pub(crate) fn write(&mut self, device: DeviceId, drafts: Vec<Draft>) {
        let count = drafts.len();
        for (at, draft) in drafts.into_iter().enumerate() {
            let origin = self.devices[&device].origin;
            let sequence = u64::try_from(self.logs[&origin].len()).unwrap() + 1;
            let mut header = header(FactId::new(origin, sequence), draft.entity);
            header.more = at + 1 < count;
            self.append(
                device,
                Fact {
                    header,
                    body: draft.body,
                    personal: draft.personal,
                },
            );
        }
    }

    pub(crate) fn write_move(&mut self, device: DeviceId, movement: Movement) {
        self.write(
            device,
            vec![Draft::plain(EntityId::NIL, Body::Move(movement))],
        );
    }

    /// The end of the transaction that the fact `at` of an origin stands in.
    pub(crate) fn whole(&self, origin: Origin, at: u64) -> u64 {
        let log = &self.logs[&origin];
        let mut end = usize::try_from(at).unwrap();
        while end < log.len() && log[end - 1].fact.header.more {
            end += 1;
        }
        u64::try_from(end).unwrap()
    }

    pub(crate) fn hear(&mut self, to: Who, origin: Origin, until: u64) {
        let last = self.heard.get_mut(&to).unwrap().entry(origin).or_default();
        *last = (*last).max(until);
    }

    /// Everybody hears everything.
    pub(crate) fn hear_all(&mut self) {
        for (origin, last) in self.all_heard() {
            for to in [Who::A, Who::B, Who::Hub] {
                self.hear(to, origin, last);
            }
        }
        self.notice_return();
    }

    /// Whether both devices have returned to the hub all facts that they hold, of any origin.
    pub(crate) fn has_returned(&self) -> bool {
        let hub = &self.heard[&Who::Hub];
        [Who::A, Who::B].iter().all(|who| {
            self.heard[who]
                .iter()
                .all(|(o, last)| hub.get(o).is_some_and(|known| known >= last))
        })
    }

    pub(crate) fn notice_return(&mut self) {
        let is_back = self.has_returned() && self.has_polled;
        let hub = self.devices.get_mut(&HUB).unwrap();
        hub.has_heard |= hub.is_restored && is_back;
    }

    /// The disk is gone; its last backup comes back under a new origin.
    pub(crate) fn restore(&mut self, device: DeviceId) -> Option<()> {
        let backup = self.backups.get(&device)?.clone();
        let lost = self.devices[&device].clone();
        if lost.is_restored {
            return None;
        }
        let who = Who::of(device);
        let before = self.heard.insert(who, backup)?;
        if device == HUB {
            // What nobody else heard is gone for good; the shop still knows what it sold.
            let known = self.all_heard();
            for (origin, log) in &mut self.logs {
                let last = known.get(origin).copied().unwrap_or(0);
                log.truncate(usize::try_from(last).unwrap());
            }
        } else {
            self.heard.insert(Who::Stick, before);
        }
        let mut older = lost.older;
        older.push(lost.origin);
        self.give_birth(device, older);
        Some(())
    }

    /// Whether the disk of A is lost and facts of it may still turn up past its takeover.
    pub(crate) fn has_tail(&self) -> bool {
        let a = &self.devices[&A];
        let takes = self.logs[&a.origin].iter().find_map(|w| {
            let Body::Takes(takes) = &w.fact.body else {
                return None;
            };
            Some(&takes.closed)
        });
        a.is_restored
            && takes.is_none_or(|closed| {
                let len = |o: &Origin| u64::try_from(self.logs[o].len()).unwrap();
                closed.iter().any(|c| len(&c.origin) > c.sequence)
            })
    }

    pub(crate) fn is_uncounted(&self, lot: EntityId) -> bool {
        let a = &self.devices[&A];
        a.is_restored && !a.counted.contains(&lot)
    }

    pub(crate) fn restored_a(&self) -> bool {
        self.devices[&A].is_restored
    }

    pub(crate) const STATION: [DeviceId; 2] = [A, B];
}
