//! Records of another program as an import turns them into facts: what sizes are measured on.

pub(crate) mod generate;

use serde::Deserialize;
use std::collections::HashMap;
use tsong_domain::fact::{Actor, Body, Header, RawFact, Sealed};
use tsong_domain::field::{FieldWrite, Personal, Value, Write};
use tsong_domain::id::{EntityId, FactId, Origin};
use tsong_domain::mark::{Aspect, Mark, MarkKind, MarkMoney, PayWay};
use tsong_domain::money::Fen;
use tsong_domain::names::Names;
use tsong_domain::order::{Amounts, Filling, Line, OrderTaken, Source};
use tsong_domain::quantity::{Measure, Quantity};
use tsong_domain::time::Hlc;
use tsong_sync::encode::{encode_body, encode_personal};
use tsong_sync::frame::{Frame, Ids};
use tsong_sync::salt::{SaltSeed, salt};
use tsong_sync::sign::Signature64;

/// The origin that imports.
pub(crate) const ORIGIN: Origin = Origin(0x5eed_0417_ab1e_c0de);
/// Who imports.
const PERSON: EntityId = EntityId([0x22; 16]);
/// Orders in one transaction.
const CHUNK: usize = 500;
const STATUS: [&str; 6] = [
    "created",
    "paid",
    "packed",
    "shipped",
    "delivered",
    "refunded",
];

/// One order of the other program.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Record {
    /// A UUID.
    pub id: String,
    /// The printed number.
    pub order_no: String,
    /// One of [`STATUS`].
    pub status: String,
    /// Who.
    pub buyer: Buyer,
    /// What.
    pub lines: Vec<Item>,
    /// Sum of the lines.
    pub goods_fen: i64,
    /// Freight.
    pub shipping_fen: i64,
    /// Both.
    pub total_fen: i64,
    /// A wish, or nothing.
    pub note: String,
    /// Milliseconds since 1970.
    pub created_at: i64,
    /// Milliseconds since 1970.
    pub updated_at: i64,
}

/// A buyer.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub(crate) struct Buyer {
    /// Name.
    pub name: String,
    /// Eleven digits.
    pub phone: String,
    /// Province.
    pub province: String,
    /// City.
    pub city: String,
    /// County.
    pub county: String,
    /// Town.
    pub town: String,
    /// Street and door.
    pub address: String,
}

/// A line.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Item {
    /// The product.
    pub product_id: String,
    /// Its title.
    pub title: String,
    /// Its grade.
    pub grade: String,
    /// Grams.
    pub weight_g: i64,
    /// For a kilogram.
    pub unit_price_fen: i64,
    /// For the line.
    pub amount_fen: i64,
}

/// The log of one station that imports.
#[derive(Default)]
pub(crate) struct Log {
    /// The facts so far.
    pub facts: Vec<RawFact>,
    /// The seeds of their salts.
    pub seeds: Vec<SaltSeed>,
    buyers: HashMap<String, (EntityId, FactId)>,
    products: HashMap<String, String>,
    orders: HashMap<EntityId, (Vec<FactId>, Record)>,
    minted: u64,
    wall_ms: i64,
}

fn rank(status: &str) -> usize {
    STATUS.iter().position(|s| *s == status).unwrap()
}

impl Log {
    fn write(&mut self, entity: EntityId, body: &Body, personal: Option<&Personal>) -> FactId {
        let sequence = u64::try_from(self.facts.len()).unwrap() + 1;
        let id = FactId::new(ORIGIN, sequence);
        let tick = self.facts.last().map_or(0, |f| f.header.time.raw() + 1);
        let time = Hlc::from_raw(Hlc::at_ms(self.wall_ms).raw().max(tick));
        let header = Header {
            id,
            time,
            doubtful: false,
            actor: Actor::Person(PERSON),
            entity,
            more: true,
        };
        let seed = self.seeds.last().unwrap().seed;
        let personal = personal.map(|p| Sealed::Open {
            salt: salt(&seed, id),
            bytes: encode_personal(p).unwrap(),
        });
        self.facts.push(RawFact {
            header,
            body: encode_body(body).unwrap(),
            personal,
        });
        id
    }

    fn mark(&mut self, order: EntityId, mut mark: Mark, at_ms: &mut Option<i64>) -> FactId {
        mark.at_ms = at_ms.take();
        self.write(order, &Body::Mark(mark), None)
    }

    /// Imports records in transactions of 500.
    pub(crate) fn import(&mut self, records: &[Record], wall_ms: i64) {
        for (i, chunk) in records.chunks(CHUNK).enumerate() {
            self.wall_ms = wall_ms + i64::try_from(i).unwrap() * 400;
            let first = u64::try_from(self.facts.len()).unwrap() + 1;
            let seed = *blake3::hash(&first.to_le_bytes())
                .as_bytes()
                .first_chunk()
                .unwrap();
            self.seeds.push(SaltSeed {
                first,
                last: first,
                seed,
            });
            for record in chunk {
                let id: EntityId = record.id.parse().unwrap();
                if self.orders.contains_key(&id) {
                    self.change(id, record);
                } else {
                    self.add(id, record);
                }
            }
            self.facts.last_mut().unwrap().header.more = false;
            self.seeds.last_mut().unwrap().last = u64::try_from(self.facts.len()).unwrap();
        }
    }

    fn field(noun: &str, writes: Vec<Write>, at_ms: Option<i64>) -> Body {
        Body::Field(FieldWrite {
            noun: noun.into(),
            writes,
            at_ms,
        })
    }

    fn buyer(&mut self, b: &Buyer) -> (EntityId, FactId) {
        if let Some(known) = self.buyers.get(&b.phone) {
            return *known;
        }
        self.minted += 1;
        let id = EntityId::mint(ORIGIN, self.minted, self.wall_ms);
        let personal = Personal {
            name: b.name.clone(),
            phone: b.phone.clone(),
            region: vec![
                b.province.clone(),
                b.city.clone(),
                b.county.clone(),
                b.town.clone(),
            ],
            address: b.address.clone(),
            ..Personal::default()
        };
        let write = Write {
            field: "contact".into(),
            value: Value::Personal,
            replaces: vec![],
        };
        let fact = self.write(
            id,
            &Self::field("buyer", vec![write], None),
            Some(&personal),
        );
        self.buyers.insert(b.phone.clone(), (id, fact));
        (id, fact)
    }

    fn line(&mut self, number: u32, item: &Item) -> Line {
        let key = &item.product_id;
        if !self.products.contains_key(key) {
            let write = |field: &str, value| Write {
                field: field.into(),
                value,
                replaces: vec![],
            };
            let names = Names {
                zh: item.title.clone(),
                ..Names::default()
            };
            let writes = vec![
                write("key", Value::Text(key.clone())),
                write("names", Value::Names(names)),
                write("measure", Value::Text("weight".into())),
            ];
            let entity = EntityId::named("product", key);
            self.write(entity, &Self::field("product", writes, None), None);
            self.products.insert(key.clone(), item.title.clone());
        }
        let same = self.products.get(key) == Some(&item.title);
        Line {
            line: number,
            product: key.clone(),
            title: if same {
                String::new()
            } else {
                item.title.clone()
            },
            grade: item.grade.clone(),
            measure: Measure::Weight,
            quantity: Quantity::new(item.weight_g),
            price_fen: Fen::new(item.unit_price_fen),
            amount_fen: Fen::new(item.amount_fen),
            asked_fen: None,
            filling: Filling::default(),
        }
    }

    fn add(&mut self, id: EntityId, r: &Record) {
        let lines = (1..).zip(&r.lines).map(|(i, l)| self.line(i, l)).collect();
        let (buyer, contact) = self.buyer(&r.buyer);
        let taken = OrderTaken {
            number: r.order_no.clone(),
            source: Source::Import,
            buyer: Some(buyer),
            contact: Some(contact),
            lines,
            amounts: Amounts {
                goods_fen: Fen::new(r.goods_fen),
                shipping_fen: Fen::new(r.shipping_fen),
                total_fen: Fen::new(r.total_fen),
            },
            commission_permille: None,
            created_ms: r.created_at,
            at_ms: Some(r.updated_at),
            noted: !r.note.is_empty(),
            part_of: None,
        };
        let note = Personal {
            note: r.note.clone(),
            ..Personal::default()
        };
        self.write(
            id,
            &Body::Order(taken),
            (!r.note.is_empty()).then_some(&note),
        );
        let placed = Mark::new(Aspect::Fulfilment, MarkKind::Placed, vec![]);
        let placed = self.mark(id, placed, &mut None);
        let seen = self.advance(id, r, None, vec![placed]);
        self.orders.insert(id, (seen, r.clone()));
    }

    fn advance(
        &mut self,
        id: EntityId,
        r: &Record,
        from: Option<usize>,
        mut seen: Vec<FactId>,
    ) -> Vec<FactId> {
        let to = rank(&r.status);
        let mut at_ms = from.map(|_| r.updated_at);
        let from = from.unwrap_or(0);
        let money = |kind| {
            let mut mark = Mark::new(Aspect::Payment, kind, vec![]);
            let way = PayWay::Other("import".into());
            mark.money = Some(MarkMoney {
                amount_fen: Fen::new(r.total_fen),
                way,
            });
            mark
        };
        let passes = |status: usize| to >= status && from < status;
        if passes(1) {
            self.mark(id, money(MarkKind::Cleared), &mut at_ms);
        }
        let kinds = [MarkKind::Packing, MarkKind::HandedOver, MarkKind::Completed];
        for (status, kind) in (2..).zip(kinds) {
            if passes(status) && (status != 2 || to == 2) {
                let mark = Mark::new(Aspect::Fulfilment, kind, seen);
                seen = vec![self.mark(id, mark, &mut at_ms)];
            }
        }
        if passes(5) {
            let refunded = Mark::new(Aspect::AfterSale, MarkKind::Refunded, vec![]);
            self.mark(id, refunded, &mut at_ms);
            self.mark(id, money(MarkKind::Refunded), &mut at_ms);
        }
        seen
    }

    fn change(&mut self, id: EntityId, r: &Record) {
        let (seen, old) = self.orders.get(&id).cloned().unwrap();
        let born = self
            .facts
            .iter()
            .find(|f| f.header.entity == id)
            .unwrap()
            .header
            .id;
        let from = rank(&old.status);
        let mut at_ms = Some(r.updated_at);
        if rank(&r.status) > from {
            self.advance(id, r, Some(from), seen.clone());
            at_ms = None;
        }
        let mut writes = Vec::new();
        let values = [
            ("shipping_fen", old.shipping_fen, r.shipping_fen),
            ("total_fen", old.total_fen, r.total_fen),
        ];
        for (field, before, now) in values {
            if before != now {
                let value = Value::Int(now);
                writes.push(Write {
                    field: field.into(),
                    value,
                    replaces: vec![born],
                });
            }
        }
        let note = Personal {
            note: r.note.clone(),
            ..Personal::default()
        };
        let noted = old.note != r.note;
        if noted {
            let replaces = if old.note.is_empty() {
                vec![]
            } else {
                vec![born]
            };
            writes.push(Write {
                field: "note".into(),
                value: Value::Personal,
                replaces,
            });
        }
        if at_ms.is_some() || !writes.is_empty() {
            let body = Self::field("order", writes, at_ms);
            self.write(id, &body, noted.then_some(&note));
        }
        self.orders.insert(id, (seen, r.clone()));
    }

    /// The frame of the `count` facts behind the first `from`, signed by nobody.
    #[must_use]
    pub(crate) fn frame(&self, from: usize, count: usize) -> Frame {
        let first = u64::try_from(from).unwrap() + 1;
        let last = u64::try_from(from + count).unwrap();
        let touches = |s: &&SaltSeed| s.first <= last && s.last >= first;
        Frame {
            origin: ORIGIN,
            first,
            facts: self.facts[from..from + count].to_vec(),
            seeds: self.seeds.iter().filter(touches).copied().collect(),
            signature: Signature64([7; 64]),
        }
    }

    /// What both ends know before `first`.
    #[must_use]
    pub(crate) fn ids(&self, first: u64) -> Known {
        let facts = self.facts.iter().take(usize::try_from(first).unwrap() - 1);
        let mut known = Known::default();
        for fact in facts {
            known
                .births
                .entry(fact.header.entity)
                .or_insert(fact.header.id);
            known.entities.insert(fact.header.id, fact.header.entity);
            known.bodies.insert(fact.header.id, fact.body.clone());
        }
        known
    }
}

/// Ids of a log up to a fact.
#[derive(Default)]
pub(crate) struct Known {
    births: HashMap<EntityId, FactId>,
    entities: HashMap<FactId, EntityId>,
    bodies: HashMap<FactId, Vec<u8>>,
}

impl Ids for Known {
    fn birth_of(&self, entity: &EntityId) -> Option<FactId> {
        self.births.get(entity).copied()
    }

    fn entity_of(&self, fact: FactId) -> Option<EntityId> {
        self.entities.get(&fact).copied()
    }

    fn body_of(&self, fact: FactId) -> Option<Vec<u8>> {
        self.bodies.get(&fact).cloned()
    }
}
