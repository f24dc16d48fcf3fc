//! Writes the samples from which the codec's model learns before a frame's first fact. The file is
//! frozen with the codec's revision: run this only before a revision's first release.
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

#[path = "samples/people.rs"]
mod people;

use std::path::Path;
use tsong_domain::fact::{Access, Body, OriginBorn, Takes};
use tsong_domain::field::{Erase, FieldWrite, Personal, Value, Write};
use tsong_domain::id::{DeviceId, EntityId, FactId, Hash32, Origin};
use tsong_domain::mark::{Aspect, Holder, Mark, MarkKind, MarkMoney, PayWay, Placing, Shelf};
use tsong_domain::money::Fen;
use tsong_domain::movement::{Account, Leg, MoneyLeg, MoveKind, Movement};
use tsong_domain::names::Names;
use tsong_domain::order::{Amounts, Filling, Line, OrderTaken, Source};
use tsong_domain::produce::{Keeping, LotTaken, PhotoRef};
use tsong_domain::quantity::{Measure, Quantity};
use tsong_sync::encode::{encode_body, encode_personal};

/// The origin that the samples pretend to be of; the codec's `prime` names the same.
const ORIGIN: Origin = Origin(0x7473_6f6e_6700_0001);
const DEVICE: DeviceId = DeviceId(0x7473_6f6e_6700_0002);
const START_MS: i64 = 1_767_225_600_000;

/// Sample facts: a byte of flags (1 more, 2 a person did it), the entity, the body, the section.
#[derive(Default)]
struct Samples {
    bytes: Vec<u8>,
    count: u64,
    minted: u64,
    /// What another program's orders came to: the order, its fact, its last mark and amounts.
    imported: Vec<(EntityId, FactId, FactId, Amounts)>,
}

fn write(field: &str, value: Value) -> Write {
    Write {
        field: field.into(),
        value,
        replaces: vec![],
    }
}

fn field(noun: &str, writes: Vec<Write>) -> Body {
    Body::Field(FieldWrite {
        noun: noun.into(),
        writes,
        at_ms: None,
    })
}

fn mark(aspect: Aspect, kind: MarkKind, sees: Vec<FactId>) -> Mark {
    Mark::new(aspect, kind, sees)
}

impl Samples {
    fn mint(&mut self) -> EntityId {
        self.minted += 1;
        let at_ms = START_MS + i64::try_from(self.count).unwrap() * 60_000;
        EntityId::mint(ORIGIN, self.minted, at_ms)
    }

    fn put(&mut self, bytes: &[u8]) {
        self.bytes
            .extend_from_slice(&u16::try_from(bytes.len()).unwrap().to_be_bytes());
        self.bytes.extend_from_slice(bytes);
    }

    fn fact(&mut self, more: bool, entity: EntityId, body: &Body, p: Option<Personal>) -> FactId {
        self.bytes.push(u8::from(more) | 2);
        self.bytes.extend_from_slice(&entity.0);
        self.put(&encode_body(body).unwrap());
        self.put(&p.map(|p| encode_personal(&p).unwrap()).unwrap_or_default());
        self.count += 1;
        FactId::new(ORIGIN, self.count)
    }

    fn set_up(&mut self) {
        let (key, nobody) = (Hash32([7; 32]), EntityId::NIL);
        let after = vec![Origin(0x7473_6f6e_6700_0003)];
        let born = OriginBorn {
            device: DEVICE,
            key,
            after: vec![],
            hub: false,
        };
        self.fact(true, nobody, &Body::Origin(born.clone()), None);
        self.fact(
            false,
            nobody,
            &Body::Origin(OriginBorn { after, ..born }),
            None,
        );
        let closed = vec![FactId::new(Origin(0x7473_6f6e_6700_0003), 9)];
        self.fact(
            false,
            nobody,
            &Body::Takes(Takes {
                device: DEVICE,
                closed,
            }),
            None,
        );
        let access = Access {
            device: DEVICE,
            key,
            allowed: true,
        };
        self.fact(false, nobody, &Body::Access(access), None);
        for role in ["keeper", "operator", "helper", "host"] {
            let id = self.mint();
            let writes = vec![
                write("contact", Value::Personal),
                write("role", Value::Text(role.into())),
                write("active", Value::Flag(true)),
            ];
            let named = Personal {
                name: "次仁".into(),
                ..Personal::default()
            };
            self.fact(false, id, &field("operator", writes), Some(named));
        }
    }

    fn villager_brings(&mut self, i: usize, p: Personal, product: &str, grade: &str) -> EntityId {
        let villager = self.mint();
        let place = p.place.unwrap_or(540_421_102);
        let writes = vec![
            write("contact", Value::Personal),
            write(
                "payout",
                Value::Text(["wechat", "cash", "bank", "alipay"][i % 4].into()),
            ),
            write("place", Value::Int(i64::try_from(place).unwrap())),
        ];
        self.fact(false, villager, &field("villager", writes), Some(p));
        let (lot, grams) = (self.mint(), 1500 + 250 * i64::try_from(i).unwrap());
        let now_ms = START_MS + i64::try_from(self.count).unwrap() * 60_000;
        let photo = PhotoRef {
            main: Hash32([1; 32]),
            thumbnail: Hash32([2; 32]),
        };
        let taken = LotTaken {
            number: format!("L{:06}", i + 1),
            villager,
            product: product.into(),
            grade: grade.into(),
            measure: Measure::Weight,
            quantity: Quantity::new(grams),
            harvested_ms: now_ms,
            expires_ms: i.is_multiple_of(2).then_some(now_ms + 3 * 86_400_000),
            place: Some(place),
            keeping: [Keeping::Ambient, Keeping::Chilled, Keeping::Frozen][i % 3],
            shelf: String::new(),
            permit: String::new(),
            photo: (i % 3 == 1).then_some(photo),
            made_of: Vec::new(),
        };
        self.fact(true, lot, &Body::Lot(taken), None);
        self.fact(false, lot, &moved(MoveKind::Intake, lot, grams, ""), None);
        if i.is_multiple_of(3) {
            self.fact(false, lot, &moved(MoveKind::Spoil, lot, -250, "坏了"), None);
            self.fact(
                false,
                lot,
                &moved(MoveKind::Shrink, lot, -120, "失水"),
                None,
            );
        }
        let listing = self.mint();
        let title = Names {
            bo: "བེ་ཤིང་ཤ་མོ།".into(),
            zh: "松茸".into(),
            en: "Matsutake".into(),
        };
        let writes = vec![
            write("product", Value::Text(product.into())),
            write("grade", Value::Text(grade.into())),
            write(
                "price_fen",
                Value::Int(16_000 + 1000 * i64::try_from(i).unwrap()),
            ),
            write("measure", Value::Text("weight".into())),
            write("title", Value::Names(title.clone())),
            write(
                "wording",
                Value::Names(Names {
                    zh: "新鲜，当天采摘。".into(),
                    ..title
                }),
            ),
            write("state", Value::Text("on_sale".into())),
        ];
        self.fact(false, listing, &field("listing", writes), None);
        let state = write("state", Value::Text(["paused", "draft"][i % 2].into()));
        self.fact(false, listing, &field("listing", vec![state]), None);
        lot
    }

    fn buyer(&mut self, p: Personal) -> (EntityId, FactId) {
        let id = self.mint();
        let body = field("buyer", vec![write("contact", Value::Personal)]);
        (id, self.fact(true, id, &body, Some(p)))
    }

    fn order(&mut self, i: usize, p: Personal, goods: (&str, &str), source: Source) {
        let buyer = (i % 3 != 2).then(|| self.buyer(p));
        let id = self.mint();
        let number = i64::try_from(i).unwrap();
        let lines: Vec<Line> = (1..=1 + u32::try_from(i % 3).unwrap())
            .map(|line| {
                let (quantity, price) = (500 * i64::from(line), 9600 + 37 * number);
                Line {
                    line,
                    product: goods.0.into(),
                    title: String::new(),
                    grade: goods.1.into(),
                    measure: Measure::Weight,
                    quantity: Quantity::new(quantity),
                    price_fen: Fen::new(price),
                    amount_fen: Fen::new((price * quantity + 500) / 1000),
                    asked_fen: None,
                    filling: Filling::default(),
                }
            })
            .collect();
        let shipping = if i.is_multiple_of(4) { 0 } else { 800 };
        let amounts = Amounts::of(&lines, Fen::new(shipping)).unwrap();
        let created_ms = START_MS + i64::try_from(self.count).unwrap() * 60_000;
        let imported = source == Source::Import;
        let taken = OrderTaken {
            number: format!("S-{:05}", i + 1),
            source,
            buyer: buyer.map(|b| b.0),
            contact: buyer.map(|b| b.1),
            lines,
            amounts,
            commission_permille: (!imported && i.is_multiple_of(2)).then_some(50),
            created_ms,
            at_ms: imported.then_some(created_ms + 3600 * number),
            noted: i % 2 == 1,
            part_of: None,
        };
        let note = Personal {
            note: people::NOTES[i % 8].into(),
            ..Personal::default()
        };
        let born = self.fact(true, id, &Body::Order(taken), (i % 2 == 1).then_some(note));
        if imported {
            let seen = self.imported(i, id, amounts.total_fen);
            self.imported.push((id, born, seen, amounts));
        } else {
            self.lived(i, id, amounts.total_fen);
        }
    }

    fn mark(&mut self, more: bool, id: EntityId, mark: Mark) -> FactId {
        self.fact(more, id, &Body::Mark(mark), None)
    }

    fn money(
        &mut self,
        id: EntityId,
        kind: MarkKind,
        sees: Vec<FactId>,
        fen: Fen,
        way: &PayWay,
    ) -> FactId {
        let mut m = mark(Aspect::Payment, kind, sees);
        m.money = Some(MarkMoney {
            amount_fen: fen,
            way: way.clone(),
        });
        self.mark(false, id, m)
    }

    fn imported(&mut self, i: usize, id: EntityId, total: Fen) -> FactId {
        let placed = self.mark(
            !i.is_multiple_of(6),
            id,
            mark(Aspect::Fulfilment, MarkKind::Placed, vec![]),
        );
        let way = PayWay::Other("import".into());
        let kinds = [MarkKind::Packing, MarkKind::HandedOver, MarkKind::Completed];
        if !i.is_multiple_of(6) {
            self.money(id, MarkKind::Cleared, vec![], total, &way);
        }
        let mut seen = placed;
        for (_, kind) in (2..=i % 6).zip(kinds) {
            let mut next = mark(Aspect::Fulfilment, kind, vec![seen]);
            next.at_ms = i.is_multiple_of(4).then_some(START_MS + 90_000_000);
            seen = self.mark(true, id, next);
        }
        if i % 6 == 5 {
            self.mark(
                true,
                id,
                mark(Aspect::AfterSale, MarkKind::Refunded, vec![]),
            );
            self.money(id, MarkKind::Refunded, vec![], total, &way);
        }
        seen
    }

    /// The other program's orders come again, each a step further, some with another note or freight.
    fn changed(&mut self) {
        let mut at_ms = START_MS + 100_000_000;
        let orders = self.imported.clone();
        for round in 0..3 {
            for (i, (id, born, seen, amounts)) in orders.iter().enumerate() {
                let number = i64::try_from(i).unwrap();
                at_ms += 1500 + 7919 * (number + 3 * round) % 60_000;
                let mut step = match (i + usize::try_from(round).unwrap()) % 4 {
                    0 => mark(Aspect::Payment, MarkKind::Cleared, vec![]),
                    1 => mark(Aspect::Fulfilment, MarkKind::Packing, vec![*seen]),
                    2 => mark(Aspect::Fulfilment, MarkKind::HandedOver, vec![*seen]),
                    _ => mark(Aspect::Fulfilment, MarkKind::Completed, vec![*seen]),
                };
                if step.aspect == Aspect::Payment {
                    step.money = Some(MarkMoney {
                        amount_fen: amounts.total_fen,
                        way: PayWay::Other("import".into()),
                    });
                }
                step.at_ms = Some(at_ms);
                self.mark(true, *id, step);
                self.rewritten(
                    i + 12 * usize::try_from(round).unwrap(),
                    *id,
                    *born,
                    amounts,
                );
            }
        }
    }

    fn rewritten(&mut self, i: usize, id: EntityId, born: FactId, amounts: &Amounts) {
        let (is_noted, is_moved) = (i % 5 == 2, i % 9 == 4);
        let mut writes = Vec::new();
        if is_moved {
            let shipping = 600 + 100 * i64::try_from(i % 7).unwrap();
            let total = amounts.goods_fen.get() + shipping;
            writes.push(write("shipping_fen", Value::Int(shipping)));
            writes.push(write("total_fen", Value::Int(total)));
        }
        if is_noted {
            writes.push(write("note", Value::Personal));
        }
        for write in &mut writes {
            let is_first = write.field == "note" && i % 2 == 1;
            write.replaces = if is_first { vec![] } else { vec![born] };
        }
        if !writes.is_empty() {
            let note = Personal {
                note: people::NOTES[i % 8].into(),
                ..Personal::default()
            };
            self.fact(true, id, &field("order", writes), is_noted.then_some(note));
        }
    }

    fn lived(&mut self, i: usize, id: EntityId, total: Fen) {
        let lot = self.mint();
        let goods = vec![Placing {
            line: 1,
            lot,
            villager: EntityId::mint(ORIGIN, 5, START_MS),
            holder: Holder::Device(DEVICE),
            place: Shelf::Device(DEVICE),
            quantity: Quantity::new(500),
        }];
        let f = |kind, sees, goods: &[Placing]| {
            let mut m = mark(Aspect::Fulfilment, kind, sees);
            m.keeper = Some(DEVICE);
            m.goods = goods.to_vec();
            m
        };
        let placed = self.mark(true, id, f(MarkKind::Placed, vec![], &goods));
        let way = [
            PayWay::Cash,
            PayWay::Wechat,
            PayWay::Alipay,
            PayWay::OnDelivery,
        ][i % 4]
            .clone();
        let expected = self.money(id, MarkKind::Expected, vec![], total, &way);
        if i % 5 == 4 {
            let mut cancelled = f(MarkKind::Cancelled, vec![placed], &[]);
            cancelled.reason = Some("buyer".into());
            self.mark(true, id, cancelled);
            self.money(id, MarkKind::Void, vec![expected], total, &way);
            return;
        }
        let confirmed = self.mark(false, id, f(MarkKind::Confirmed, vec![placed], &[]));
        self.money(id, MarkKind::Cleared, vec![expected], total, &way);
        let packing = self.mark(false, id, f(MarkKind::Packing, vec![confirmed], &[]));
        let gone = self.mark(false, id, f(MarkKind::HandedOver, vec![packing], &goods));
        self.mark(false, id, f(MarkKind::Completed, vec![gone], &[]));
    }
}

fn moved(kind: MoveKind, lot: EntityId, delta: i64, reason: &str) -> Body {
    let (holder, place) = (Holder::Device(DEVICE), Shelf::Device(DEVICE));
    let legs = vec![Leg {
        lot,
        holder,
        place,
        delta: Quantity::new(delta),
    }];
    Body::Move(Movement {
        reason: reason.into(),
        ..Movement::of(kind, legs)
    })
}

fn cash(delta: i64) -> Body {
    let leg = |account, fen| MoneyLeg {
        account,
        delta_fen: Fen::new(fen),
    };
    let money = vec![
        leg(Account::Drawer(DEVICE), delta),
        leg(Account::Owner, -delta),
    ];
    let kind = if delta > 0 {
        MoveKind::CashIn
    } else {
        MoveKind::CashOut
    };
    Body::Move(Movement {
        money,
        ..Movement::of(kind, vec![])
    })
}

fn all() -> Vec<u8> {
    let mut s = Samples::default();
    s.set_up();
    s.fact(false, EntityId::NIL, &cash(50_000), None);
    let goods = [
        ("matsutake", "a"),
        ("yak-butter", "特级"),
        ("walnut", "一级"),
        ("barley-flour", "二级"),
    ];
    for (i, p) in people::villagers().into_iter().enumerate() {
        let (product, grade) = goods[i % 4];
        s.villager_brings(i, p, product, grade);
    }
    let sources = [
        Source::Counter,
        Source::Phone,
        Source::Message,
        Source::Import,
    ];
    let mut buyers = people::buyers().into_iter();
    let ordered: Vec<Personal> = buyers.by_ref().take(24).collect();
    for (i, p) in ordered.into_iter().enumerate() {
        let source = if i < 12 {
            sources[i % 3]
        } else {
            Source::Import
        };
        s.order(i, p, goods[i % 4], source);
    }
    for p in buyers {
        s.buyer(p);
    }
    s.changed();
    let erased = vec![FactId::new(ORIGIN, 9)];
    s.fact(
        false,
        EntityId::NIL,
        &Body::Erase(Erase { facts: erased }),
        None,
    );
    s.fact(false, EntityId::NIL, &cash(-20_000), None);
    s.bytes
}

#[test]
#[ignore = "rewrites the codec's samples, which are frozen with its first release"]
fn write_samples() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/codec/rev1.samples");
    std::fs::write(path, all()).unwrap();
}
