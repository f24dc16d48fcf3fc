//! The executable model's world, driven by the crate's own decisions: two devices of one station, a
//! hub, shelves with goods on them, facts on their way, a backup and a stick.

pub(crate) mod act;
pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod options;
pub(crate) mod shop;
pub(crate) mod write;

use crate::log::{A, B, HUB, lot, order, origin};
use crate::view::{Rules, View};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;
use tsong_domain::fact::Fact;
use tsong_domain::id::{DeviceId, EntityId, FactId, Origin};
use tsong_domain::mark::{MarkKind, Shelf};
use tsong_domain::stock::Readiness;
use tsong_domain::stock::decide::{Heard, HubReadiness};

/// What a run may do, and by which rules.
#[derive(Clone, Copy)]
pub(crate) struct Config {
    pub(crate) name: &'static str,
    pub(crate) restores: Option<DeviceId>,
    pub(crate) lots: u8,
    /// Also what the executable model does not try: reopening, undo, spoilt goods, every holder
    /// answering an asked order.
    pub(crate) extras: bool,
    pub(crate) rules: Rules,
    /// Only the trade around the quota, with shops in front of the hub.
    pub(crate) quota: bool,
    /// A mistake made on purpose around the quota.
    pub(crate) planted: Option<Planted>,
    /// Planted: a transfer credits the other device at once, nothing is in transit.
    pub(crate) carries_at_once: bool,
}

/// Mistakes made on purpose around the quota.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Planted {
    /// The station lowers the quota by itself.
    LowersAlone,
    /// The hub gives back what a shop still offers.
    ReturnsOffered,
    /// The hub checks in one transaction and holds in another.
    ChecksThenHolds,
    /// A restored device sells before takeover and recount.
    SellsUnheard,
}

/// Who holds facts: the three replicas, and the stick that a lost disk left behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Who {
    A,
    B,
    Hub,
    Stick,
}

impl Who {
    pub(crate) const fn of(device: DeviceId) -> Self {
        match device {
            A => Self::A,
            B => Self::B,
            _ => Self::Hub,
        }
    }
}

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    Deliver {
        from: Who,
        to: Who,
        origin: Origin,
        until: u64,
    },
    Backup(DeviceId),
    Restore(DeviceId),
    Poll,
    TakeOver,
    Place {
        by: DeviceId,
        order: EntityId,
        lot: EntityId,
        quantity: i64,
    },
    HubSell {
        order: EntityId,
        lot: EntityId,
        quantity: i64,
    },
    Ask {
        order: EntityId,
    },
    /// A placing on an order that exists: the answer to an asked one, or a reopening.
    Answer {
        by: DeviceId,
        order: EntityId,
        lot: EntityId,
    },
    Goods(Goods),
    Shop(shop::Shop),
    HandOver {
        by: DeviceId,
        order: EntityId,
    },
    HandOverLate {
        order: EntityId,
    },
    Step {
        by: DeviceId,
        order: EntityId,
        kind: Step,
    },
    /// Packed and weighed at so much.
    Weigh {
        by: DeviceId,
        order: EntityId,
        quantity: i64,
    },
    /// The line amended to so much of a lot.
    Amend {
        by: DeviceId,
        order: EntityId,
        lot: EntityId,
        quantity: i64,
    },
    Cancel {
        by: DeviceId,
        order: EntityId,
    },
    Undo {
        by: DeviceId,
        order: EntityId,
    },
}

/// What moves by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Goods {
    Grant {
        lot: EntityId,
        quantity: i64,
    },
    Give {
        lot: EntityId,
        quantity: i64,
    },
    Receive {
        transfer: FactId,
        lot: EntityId,
        quantity: i64,
    },
    HandBack {
        lot: EntityId,
        quantity: i64,
    },
    Count {
        by: DeviceId,
        lot: EntityId,
    },
    Spoil {
        by: DeviceId,
        lot: EntityId,
    },
}

/// A mark without goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Confirm,
    Pack,
    Complete,
}

impl Step {
    pub(crate) const fn kind(self) -> MarkKind {
        match self {
            Self::Confirm => MarkKind::Confirmed,
            Self::Pack => MarkKind::Packing,
            Self::Complete => MarkKind::Completed,
        }
    }
}

/// A device as it is now.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Device {
    pub(crate) origin: Origin,
    pub(crate) is_restored: bool,
    /// A device took over; the hub has everything back.
    pub(crate) has_heard: bool,
    pub(crate) counted: BTreeSet<EntityId>,
    pub(crate) older: Vec<Origin>,
}

/// A fact with a hash of all of it, so that worlds compare fast.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(crate) fact: Fact,
    hash: u64,
}

/// Everything there is.
#[derive(Clone)]
pub(crate) struct Village {
    pub(crate) config: &'static Config,
    pub(crate) logs: BTreeMap<Origin, Vec<Rc<Written>>>,
    pub(crate) heard: BTreeMap<Who, Heard>,
    pub(crate) devices: BTreeMap<DeviceId, Device>,
    /// What lies where, really.
    pub(crate) shelves: BTreeMap<(Shelf, EntityId), i64>,
    /// The orders whose goods are with the buyer, really.
    pub(crate) gone: BTreeSet<EntityId>,
    pub(crate) backups: BTreeMap<DeviceId, Heard>,
    /// What the shop sold: it knows it whatever the hub forgets.
    pub(crate) shop: BTreeMap<EntityId, (EntityId, i64)>,
    pub(crate) has_polled: bool,
    pub(crate) shops: shop::Shops,
}

fn hash_of(value: &impl Debug) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{value:?}").hash(&mut hasher);
    hasher.finish()
}

impl Village {
    pub(crate) fn new(config: &'static Config) -> Self {
        let mut village = Self {
            config,
            logs: BTreeMap::new(),
            heard: BTreeMap::from([
                (Who::A, Heard::new()),
                (Who::B, Heard::new()),
                (Who::Hub, Heard::new()),
            ]),
            devices: BTreeMap::new(),
            shelves: BTreeMap::new(),
            gone: BTreeSet::new(),
            backups: BTreeMap::new(),
            shop: BTreeMap::new(),
            has_polled: false,
            shops: shop::Shops::default(),
        };
        for device in [A, B, HUB] {
            village.give_birth(device, Vec::new());
        }
        for lot in village.lots() {
            village.take_in(lot, 3);
        }
        let known = village.all_heard();
        for heard in village.heard.values_mut() {
            heard.clone_from(&known);
        }
        village
    }

    pub(crate) fn lots(&self) -> impl Iterator<Item = EntityId> + use<> {
        (1..=self.config.lots).map(lot)
    }

    /// The orders that a run may take.
    pub(crate) fn order_ids() -> impl Iterator<Item = EntityId> {
        (1..=3).map(order)
    }

    pub(crate) fn next_origin(&self, device: DeviceId) -> Origin {
        let lives = self.devices.get(&device).map_or(0, |d| d.older.len() + 1);
        origin(device, u64::try_from(lives).unwrap())
    }

    pub(crate) fn facts<'a>(&'a self, heard: &'a Heard) -> impl Iterator<Item = &'a Fact> {
        heard.iter().flat_map(|(origin, last)| {
            let log = self.logs.get(origin).map_or(&[][..], Vec::as_slice);
            log.iter()
                .take(usize::try_from(*last).unwrap())
                .map(|w| &w.fact)
        })
    }

    pub(crate) fn view_of(&self, heard: &Heard) -> View {
        View::under(self.config.rules, self.facts(heard))
    }

    pub(crate) fn view(&self, who: Who) -> View {
        self.view_of(&self.heard[&who])
    }

    /// What all replicas and the stick hold together.
    pub(crate) fn all_heard(&self) -> Heard {
        let mut all = Heard::new();
        for (origin, last) in self.heard.values().flatten() {
            let known = all.entry(*origin).or_default();
            *known = (*known).max(*last);
        }
        all
    }

    pub(crate) fn readiness(&self, device: DeviceId) -> Readiness {
        let d = &self.devices[&device];
        let is_bold = self.config.planted == Some(Planted::SellsUnheard);
        if device == HUB || is_bold {
            return Readiness::default();
        }
        Readiness {
            is_restored: d.is_restored,
            has_taken_over: d.has_heard,
            counted: d.counted.clone(),
        }
    }

    pub(crate) fn hub(&self) -> HubReadiness {
        let d = &self.devices[&HUB];
        HubReadiness {
            is_restored: d.is_restored,
            has_heard_all: d.has_heard,
            has_polled: self.has_polled,
        }
    }

    pub(crate) fn on_shelf(&self, place: Shelf, lot: EntityId) -> i64 {
        self.shelves.get(&(place, lot)).copied().unwrap_or(0)
    }

    /// Whether anybody ever wrote of an order.
    pub(crate) fn is_used(&self, order: EntityId) -> bool {
        self.shop.contains_key(&order)
            || self
                .logs
                .values()
                .flatten()
                .any(|w| w.fact.header.entity == order)
    }

    /// A number that differs when anything differs.
    pub(crate) fn key(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for (origin, log) in &self.logs {
            (origin, log.iter().map(|w| w.hash).collect::<Vec<_>>()).hash(&mut hasher);
        }
        self.heard.hash(&mut hasher);
        self.devices.hash(&mut hasher);
        self.shelves.hash(&mut hasher);
        self.gone.hash(&mut hasher);
        self.backups.hash(&mut hasher);
        self.shop.hash(&mut hasher);
        self.has_polled.hash(&mut hasher);
        self.shops.hash(&mut hasher);
        hasher.finish()
    }
}
