//! Names and hands: the station's two devices, the hub, and how their facts are written down.

use std::collections::BTreeMap;
use tsong_domain::fact::{Actor, Body, Draft, Fact, Header, OriginBorn};
use tsong_domain::id::{DeviceId, EntityId, FactId, Hash32, Origin};
use tsong_domain::mark::{Aspect, Holder, Mark, MarkKind, Placing, Shelf};
use tsong_domain::money::Fen;
use tsong_domain::movement::Movement;
use tsong_domain::order::{Amounts, Filling, Line, OrderTaken, Source};
use tsong_domain::quantity::{Measure, Quantity};
use tsong_domain::time::Hlc;

/// The station's main PC, its second PC, and the hub.
pub(crate) const A: DeviceId = DeviceId(0xa);
pub(crate) const B: DeviceId = DeviceId(0xb);
pub(crate) const HUB: DeviceId = DeviceId(0xc);

/// The `life`-th origin of a device: 0 before any restore. Origins sort as (device, life).
pub(crate) const fn origin(device: DeviceId, life: u64) -> Origin {
    Origin(device.0 * 16 + life)
}

pub(crate) const fn device_of(origin: Origin) -> DeviceId {
    DeviceId(origin.0 / 16)
}

pub(crate) const fn lot(number: u8) -> EntityId {
    EntityId([number; 16])
}

pub(crate) const fn order(number: u8) -> EntityId {
    EntityId([0x80 + number; 16])
}

pub(crate) const fn villager() -> EntityId {
    EntityId([0x77; 16])
}

pub(crate) const fn holder(device: DeviceId) -> Holder {
    if device.0 == HUB.0 {
        Holder::Hub
    } else {
        Holder::Device(device)
    }
}

/// One line of `quantity` out of one lot, charged to `holder`, lying at `place`.
pub(crate) fn placing(lot: EntityId, holder: Holder, place: DeviceId, quantity: i64) -> Placing {
    Placing {
        line: 1,
        lot,
        villager: villager(),
        holder,
        place: Shelf::Device(place),
        quantity: Quantity::new(quantity),
    }
}

/// An order of one line at 10 yuan a piece, freight 3 yuan, commission 5 %.
pub(crate) fn taken(quantity: i64) -> OrderTaken {
    let line = Line {
        line: 1,
        product: "matsutake".to_owned(),
        title: String::new(),
        grade: String::new(),
        measure: Measure::Piece,
        quantity: Quantity::new(quantity),
        price_fen: Fen::new(1000),
        amount_fen: Fen::new(quantity * 1000),
        asked_fen: None,
        filling: Filling::default(),
    };
    let lines = vec![line];
    OrderTaken {
        number: "1".to_owned(),
        source: Source::Counter,
        buyer: None,
        contact: None,
        amounts: Amounts::of(&lines, Fen::new(300)).unwrap(),
        lines,
        commission_permille: Some(50),
        created_ms: 0,
        at_ms: None,
        noted: false,
        part_of: None,
    }
}

pub(crate) fn header(id: FactId, entity: EntityId) -> Header {
    Header {
        id,
        // Time decides nothing here, and states are alike whenever their facts are alike.
        time: Hlc::at_ms(i64::try_from(id.sequence).unwrap()),
        doubtful: false,
        actor: Actor::Station,
        entity,
        more: false,
    }
}

pub(crate) fn born(origin: Origin, after: Vec<Origin>) -> Fact {
    let device = device_of(origin);
    let body = Body::Origin(OriginBorn {
        device,
        key: Hash32([0; 32]),
        after,
        hub: device == HUB,
    });
    Fact {
        header: header(FactId::new(origin, 1), EntityId::NIL),
        body,
        personal: None,
    }
}

/// Logs written by hand, one an origin; what a test knows is the whole of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log {
    pub(crate) facts: Vec<Fact>,
    lasts: BTreeMap<Origin, u64>,
}

impl Log {
    /// Writes a body at the end of a device's log, whose birth is written first where it is absent.
    pub(crate) fn write(&mut self, from: Origin, entity: EntityId, body: Body) -> FactId {
        if !self.lasts.contains_key(&from) {
            let older = (0..from.0 % 16)
                .map(|life| origin(device_of(from), life))
                .collect();
            self.facts.push(born(from, older));
            self.lasts.insert(from, 1);
        }
        let last = self.lasts.get_mut(&from).unwrap();
        *last += 1;
        let id = FactId::new(from, *last);
        self.facts.push(Fact {
            header: header(id, entity),
            body,
            personal: None,
        });
        id
    }

    pub(crate) fn drafts(&mut self, from: Origin, drafts: Vec<Draft>) -> Vec<FactId> {
        drafts
            .into_iter()
            .map(|d| self.write(from, d.entity, d.body))
            .collect()
    }

    pub(crate) fn movement(&mut self, from: Origin, movement: Movement) -> FactId {
        self.write(from, EntityId::NIL, Body::Move(movement))
    }

    pub(crate) fn taken(&mut self, from: Origin, id: EntityId, quantity: i64) -> FactId {
        self.write(from, id, Body::Order(taken(quantity)))
    }

    /// A placing out of the writer's own share, its order first.
    pub(crate) fn placed(&mut self, from: Origin, id: EntityId, goods: Placing) -> FactId {
        let Shelf::Device(keeper) = goods.place else {
            panic!("a device keeps it")
        };
        self.taken(from, id, goods.quantity.get());
        let mut mark = Mark::new(Aspect::Fulfilment, MarkKind::Placed, Vec::new());
        mark.keeper = Some(keeper);
        mark.goods = vec![goods];
        self.write(from, id, Body::Mark(mark))
    }

    pub(crate) fn mark(
        &mut self,
        from: Origin,
        id: EntityId,
        kind: MarkKind,
        sees: &[FactId],
    ) -> FactId {
        self.write(
            from,
            id,
            Body::Mark(Mark::new(Aspect::Fulfilment, kind, sees.to_vec())),
        )
    }

    pub(crate) fn handed(
        &mut self,
        from: Origin,
        id: EntityId,
        sees: &[FactId],
        goods: Placing,
    ) -> FactId {
        let mut mark = Mark::new(Aspect::Fulfilment, MarkKind::HandedOver, sees.to_vec());
        mark.goods = vec![goods];
        self.write(from, id, Body::Mark(mark))
    }

    /// What a replica knows that has heard each origin as far as named here.
    pub(crate) fn upto(&self, heard: &[(Origin, u64)]) -> Vec<Fact> {
        let knows = |id: FactId| {
            heard
                .iter()
                .any(|(o, n)| *o == id.origin && id.sequence <= *n)
        };
        self.facts
            .iter()
            .filter(|f| knows(f.header.id))
            .cloned()
            .collect()
    }
}
