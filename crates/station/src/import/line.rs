//! Taking one record in: the facts of a new order.

use super::Known;
use super::record::{Buyer, Record, Status};
use crate::fault::Fault;
use crate::work::Work;
use tsong_domain::fact::{Body, Draft};
use tsong_domain::field::{FieldWrite, Fields, Personal, Value};
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::mark::{Aspect, Mark, MarkKind, MarkMoney, PayWay};
use tsong_domain::money::Fen;
use tsong_domain::names::Names;
use tsong_domain::order::decide::taken_draft;
use tsong_domain::order::{Amounts, Filling, Line, OrderTaken, Source};
use tsong_domain::people::fields as people;
use tsong_domain::produce::product;
use tsong_domain::quantity::{Measure, Quantity};
use tsong_store::{order, party, person};

/// What became of a record.
pub(super) enum Taken {
    Added,
    Changed,
    Unchanged,
    Refused(&'static str),
}

/// A record being taken in within a transaction.
pub(super) struct Change<'c, 'w> {
    pub(super) w: &'c mut Work<'w>,
    pub(super) known: &'c mut Known,
}

impl Change<'_, '_> {
    /// Takes a record in: new, changed, or as it was.
    pub(super) fn take(&mut self, record: &Record) -> Result<Taken, Fault> {
        match order::get(self.w.db, record.id)? {
            None => {
                self.add(record)?;
                Ok(Taken::Added)
            }
            Some(row) if row.at_ms.is_some_and(|at| record.updated_ms < at) => Ok(Taken::Unchanged),
            Some(_) => self.change(record),
        }
    }

    fn add(&mut self, r: &Record) -> Result<(), Fault> {
        let lines = self.lines(r);
        let contact = self.contact(&r.buyer)?;
        let taken = OrderTaken {
            number: r.number.clone(),
            source: Source::Import,
            buyer: contact.map(|c| c.0),
            contact: contact.map(|c| c.1),
            lines,
            amounts: amounts(r),
            commission_permille: None,
            created_ms: r.created_ms,
            at_ms: Some(r.updated_ms),
            noted: false,
            part_of: None,
        };
        self.w.write_one(taken_draft(r.id, taken, &r.note));
        let placed = self.mark(
            r.id,
            Mark::new(Aspect::Fulfilment, MarkKind::Placed, Vec::new()),
        );
        self.advance(r, None, &[placed], None);
        Ok(())
    }

    fn mark(&mut self, id: EntityId, mark: Mark) -> FactId {
        self.w.write_one(Draft::plain(id, Body::Mark(mark)))
    }

    /// Writes the marks that lead from one status to the record's. The first carries `at_ms`.
    pub(super) fn advance(
        &mut self,
        r: &Record,
        from: Option<Status>,
        seen: &[FactId],
        cleared: Option<FactId>,
    ) {
        let mut at_ms = from.map(|_| r.updated_ms);
        let is_before = |status: Status| from.is_none_or(|f| f < status);
        let mut seen = seen.to_vec();
        let mut cleared = cleared;
        let mut write = |change: &mut Self, mut mark: Mark| {
            mark.at_ms = at_ms.take();
            change.mark(r.id, mark)
        };
        if r.status >= Status::Paid && is_before(Status::Paid) {
            let mark = money(MarkKind::Cleared, Vec::new(), r.total_fen);
            cleared = Some(write(self, mark));
        }
        if r.status == Status::Packed {
            let mark = Mark::new(Aspect::Fulfilment, MarkKind::Packing, seen.clone());
            seen = vec![write(self, mark)];
        }
        if r.status >= Status::Shipped && is_before(Status::Shipped) {
            let mark = Mark::new(Aspect::Fulfilment, MarkKind::HandedOver, seen.clone());
            seen = vec![write(self, mark)];
        }
        if r.status >= Status::Delivered && is_before(Status::Delivered) {
            let mark = Mark::new(Aspect::Fulfilment, MarkKind::Completed, seen.clone());
            write(self, mark);
        }
        if r.status == Status::Refunded {
            let mark = Mark::new(Aspect::AfterSale, MarkKind::Refunded, Vec::new());
            write(self, mark);
            let sees = cleared.into_iter().collect();
            write(self, money(MarkKind::Refunded, sees, r.total_fen));
        }
    }

    /// The lines of a record; products that nobody knows become the station's own.
    pub(super) fn lines(&mut self, r: &Record) -> Vec<Line> {
        let mut lines = Vec::with_capacity(r.lines.len());
        for (number, l) in (1u32..).zip(&r.lines) {
            let key = l.product_id.as_str();
            if self.known.titles.names(key).is_none() {
                self.add_product(key, &l.title);
            }
            let named = self.known.titles.of(key);
            lines.push(Line {
                line: number,
                product: key.to_owned(),
                title: if named == l.title {
                    String::new()
                } else {
                    l.title.clone()
                },
                grade: l.grade.clone(),
                measure: Measure::Weight,
                quantity: Quantity::new(l.weight_g),
                price_fen: Fen::new(l.unit_price_fen),
                amount_fen: Fen::new(l.amount_fen),
                asked_fen: None,
                filling: Filling::default(),
            });
        }
        lines
    }

    fn add_product(&mut self, key: &str, title: &str) {
        let names = Names {
            zh: if title.is_empty() {
                key.to_owned()
            } else {
                title.to_owned()
            },
            ..Names::default()
        };
        let none = Fields::new();
        let writes = vec![
            none.write("key", Value::Text(key.to_owned())),
            none.write(product::NAMES, Value::Names(names.clone())),
            none.write(product::MEASURE, Value::Text("weight".to_owned())),
        ];
        let body = Body::Field(FieldWrite {
            noun: "product".to_owned(),
            writes,
            at_ms: None,
        });
        self.w
            .write_one(Draft::plain(EntityId::named("product", key), body));
        self.known.titles.add(key, names, Measure::Weight);
    }

    /// The buyer by phone, and the version of the contact; written only where it differs.
    pub(super) fn contact(&mut self, b: &Buyer) -> Result<Option<(EntityId, FactId)>, Fault> {
        let wanted = personal(b);
        if wanted == Personal::default() {
            return Ok(None);
        }
        let known = match self.known.buyers.get(&b.phone) {
            Some(known) if !b.phone.is_empty() => Some(known.clone()),
            Some(_) | None => self.stored(&b.phone)?,
        };
        let none = Fields::new();
        let mut write = none.write(people::CONTACT, Value::Personal);
        let id = match known {
            Some((id, fact, personal)) if personal == wanted => {
                self.known
                    .buyers
                    .insert(b.phone.clone(), (id, fact, personal));
                return Ok(Some((id, fact)));
            }
            Some((id, fact, _)) => {
                write.replaces = vec![fact];
                id
            }
            None => self.w.mint(),
        };
        let fact = self.w.write_one(Draft {
            entity: id,
            body: Body::Field(FieldWrite {
                noun: "buyer".to_owned(),
                writes: vec![write],
                at_ms: None,
            }),
            personal: Some(wanted.clone()),
        });
        if !b.phone.is_empty() {
            self.known
                .buyers
                .insert(b.phone.clone(), (id, fact, wanted));
        }
        Ok(Some((id, fact)))
    }

    fn stored(&self, phone: &str) -> Result<Option<(EntityId, FactId, Personal)>, Fault> {
        if phone.is_empty() {
            return Ok(None);
        }
        for row in person::by_phone(self.w.db, phone)? {
            if let Some(party) = party::get(self.w.db, row.entity)?
                && party.noun == "buyer"
                && party.contact == Some(row.fact)
            {
                return Ok(Some((row.entity, row.fact, row.personal)));
            }
        }
        Ok(None)
    }
}

pub(super) fn amounts(r: &Record) -> Amounts {
    Amounts {
        goods_fen: r.goods_fen,
        shipping_fen: r.shipping_fen,
        total_fen: r.total_fen,
    }
}

fn money(kind: MarkKind, sees: Vec<FactId>, amount_fen: Fen) -> Mark {
    let mut mark = Mark::new(Aspect::Payment, kind, sees);
    mark.money = Some(MarkMoney {
        amount_fen,
        way: PayWay::Other("import".to_owned()),
    });
    mark
}

fn personal(b: &Buyer) -> Personal {
    let mut region: Vec<String> = [&b.province, &b.city, &b.county, &b.town]
        .into_iter()
        .cloned()
        .collect();
    while region.last().is_some_and(String::is_empty) {
        region.pop();
    }
    Personal {
        name: b.name.clone(),
        phone: b.phone.clone(),
        region,
        address: b.address.clone(),
        ..Personal::default()
    }
}
