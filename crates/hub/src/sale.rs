//! Orders that the hub takes out of a station's quota: checked and held in the transaction that writes
//! them. Only what the hub holds is promised; where the goods lie is who keeps them.

use crate::code::random;
use crate::derive;
use crate::error::{HubError, Result};
use crate::own::{HUB_DEVICE, Pen};
use crate::quota::{not_yet, readiness};
use crate::storage::quota::LotRow;
use std::collections::{BTreeMap, BTreeSet};
use tsong_contract::desk::{SaleAsk, SaleBuyer, SaleCancel, SaleLine, SaleTell};
use tsong_contract::order_row::order_row;
use tsong_domain::fact::{Body, Draft};
use tsong_domain::field::{FieldWrite, Fields, Personal, Value};
use tsong_domain::id::{DeviceId, EntityId};
use tsong_domain::mark::{Aspect, Holder, Mark, MarkKind, MarkMoney, PayWay, Placing, Shelf};
use tsong_domain::money::Fen;
use tsong_domain::order::decide::{Decider, Offer, Rule, fill_from, take};
use tsong_domain::order::settle::World;
use tsong_domain::order::{Amounts, Filling, Line, Order, OrderTaken, Source};
use tsong_domain::people::fields as people;
use tsong_domain::quantity::{LIMIT_QUANTITY, Quantity};
use tsong_domain::stock::{Cells, Readiness, share};
use tsong_domain::text::clean::{clean_line, clean_text};

/// The station's field that says what it keeps of the goods, in thousandths.
const COMMISSION: &str = "commission_permille";
/// The most lines of one order.
const LINES: usize = 100;
const NOTE_CHARS: usize = 1000;

fn malformed(what: &str) -> HubError {
    HubError::refused("malformed", what)
}

fn short(line: u32, left: Quantity) -> HubError {
    HubError::refused("quota_short", format!("line {line}: {} left", left.get()))
}

/// What sales of one station in one transaction have in common.
pub(crate) struct Till<'a> {
    pen: Pen<'a>,
    world: World,
    commission_permille: u16,
    holds_quota: bool,
}

impl<'a> Till<'a> {
    /// Opens it.
    pub(crate) fn open(pen: Pen<'a>) -> Result<Self> {
        let (tables, station) = (pen.tables, pen.station);
        let mut fields = Fields::new();
        for fact in derive::facts(tables, station, EntityId::NIL)? {
            if let Body::Field(write) = &fact.body {
                fields.apply(fact.header.id, fact.header.time, write);
            }
        }
        let commission = fields.int(COMMISSION).and_then(|c| u16::try_from(c).ok());
        Ok(Self {
            world: derive::world(tables, station)?,
            commission_permille: commission.unwrap_or(0),
            holds_quota: readiness(tables, station)?.holds_quota(),
            pen,
        })
    }

    /// Signs what was sold.
    pub(crate) fn close(self) -> Result<()> {
        self.pen.put_down()
    }

    /// Takes one order. A refusal leaves nothing behind.
    ///
    /// # Errors
    /// In this order: `malformed`; `hub_restored`; `lot_unknown`; `quota_short` with what is left.
    pub(crate) fn sell(&mut self, ask: &SaleAsk) -> Result<SaleTell> {
        let id: EntityId = ask.id.parse().map_err(|_| malformed("the id is no UUID"))?;
        let (tables, station) = (self.pen.tables, self.pen.station);
        if let Some(row) = tables.order(station, id)? {
            return Ok(SaleTell {
                id: ask.id.clone(),
                number: row.number,
                state: row.state.word().to_owned(),
                total_fen: row.total_fen,
                is_new: false,
            });
        }
        if ask.lines.is_empty() || ask.lines.len() > LINES {
            return Err(malformed("an order has 1 to 100 lines"));
        }
        if !self.holds_quota {
            return Err(not_yet());
        }
        let mut wanted = Vec::new();
        for (number, line) in (1u32..).zip(&ask.lines) {
            wanted.push(self.wanted(number, line)?);
        }
        let (keeper, goods) = self.fill(&wanted)?;
        let lines: Vec<Line> = wanted.into_iter().map(|w| w.line).collect();
        let shipping_fen = Fen::new(ask.shipping_fen);
        let amounts = Amounts::of(&lines, shipping_fen)
            .filter(|_| shipping_fen.is_sane())
            .ok_or_else(|| malformed("a sum is out of range"))?;
        let mut drafts = Vec::new();
        let contact = self.contact(&ask.buyer, &mut drafts)?;
        let number = clean_line(&ask.number, 40);
        let taken = OrderTaken {
            number: if number.is_empty() {
                format!(
                    "H-{}",
                    ask.id
                        .replace('-', "")
                        .to_uppercase()
                        .get(20..)
                        .unwrap_or_default()
                )
            } else {
                number
            },
            source: Source::Platform,
            buyer: contact.map(|(buyer, _)| buyer),
            contact: contact.map(|(_, fact)| fact),
            lines,
            amounts,
            commission_permille: Some(self.commission_permille),
            created_ms: self.pen.now_ms,
            at_ms: None,
            noted: false,
            part_of: None,
        };
        let note = clean_text(&ask.note, NOTE_CHARS);
        let order = take(id, taken, &note, goods, keeper)
            .map_err(|refusal| malformed(&refusal.to_string()))?;
        drafts.extend(order);
        drafts.push(Draft::plain(
            id,
            Body::Mark(payment(amounts.total_fen, ask.is_paid)),
        ));
        self.write(id, drafts)
    }

    /// The hub asks the station to give an order up. Only where the goods lie it is known whether they
    /// went: what the keeper frees then stays quota.
    ///
    /// # Errors
    /// `malformed`, `not_found`, `wrong_state`.
    pub(crate) fn cancel(&mut self, order: &str, ask: &SaleCancel) -> Result<SaleTell> {
        let unknown = || HubError::refused("not_found", "no such order");
        let id: EntityId = order.parse().map_err(|_| unknown())?;
        let (tables, station) = (self.pen.tables, self.pen.station);
        let reason = clean_line(&ask.reason, 120);
        if reason.is_empty() {
            return Err(malformed("a reason is needed"));
        }
        let found = derive::folded(tables, station, id, &self.world)?;
        let (order, _) = found.ok_or_else(unknown)?;
        let readiness = Readiness::default();
        let decider = Decider {
            me: HUB_DEVICE,
            readiness: &readiness,
            world: &self.world,
            is_warned: false,
        };
        let drafts = decider
            .cancel(&order, &reason)
            .map_err(|refusal| HubError::refused("wrong_state", refusal.to_string()))?;
        self.pen.write(drafts)?;
        let lots = derive::put_orders(tables, station, [id], &self.world)?;
        derive::cells(tables, station, lots, &self.world)?;
        let row = tables.order(station, id)?.ok_or_else(unknown)?;
        Ok(SaleTell {
            id: id.to_string(),
            number: row.number,
            state: row.state.word().to_owned(),
            total_fen: row.total_fen,
            is_new: false,
        })
    }

    fn write(&mut self, id: EntityId, drafts: Vec<Draft>) -> Result<SaleTell> {
        let (tables, station) = (self.pen.tables, self.pen.station);
        let written = self.pen.write(drafts)?;
        let order = Order::fold(id, written.iter().filter(|f| f.header.entity == id));
        let new = written.iter().find_map(|f| match &f.body {
            Body::Field(_) => f.personal.clone(),
            Body::Origin(_)
            | Body::Takes(_)
            | Body::Retire(_)
            | Body::Order(_)
            | Body::Mark(_)
            | Body::Lot(_)
            | Body::Move(_)
            | Body::Erase(_)
            | Body::Access(_) => None,
        });
        // A buyer whom the hub knew before has the contact in a fact of then.
        let person = match (new, order.contact()) {
            (Some(person), _) => Some(person),
            (None, Some(fact)) => derive::personal(tables, station, fact)?,
            (None, None) => None,
        };
        // The hub's own origin may have been born in this transaction.
        if let Some(fact) = written.first() {
            self.world
                .devices
                .entry(fact.header.id.origin)
                .or_insert(HUB_DEVICE);
        }
        let settled = derive::settled(&order, &self.world);
        let row = order_row(&order, &settled, person.as_ref(), |_| String::new());
        tables.put_order(station, id, &row, order.contact())?;
        let lots = derive::effects(tables, station, &order, &settled)?;
        derive::cells(tables, station, lots, &self.world)?;
        Ok(SaleTell {
            id: id.to_string(),
            number: row.number,
            state: row.state.word().to_owned(),
            total_fen: row.total_fen,
            is_new: true,
        })
    }

    fn wanted(&self, number: u32, line: &SaleLine) -> Result<Wanted> {
        let (tables, station) = (self.pen.tables, self.pen.station);
        let unknown = || HubError::refused("lot_unknown", "no such lot");
        let lots = if line.lot.is_empty() {
            tables.lots_with_quota(station, &line.product, &line.grade)?
        } else {
            let lot = line.lot.parse().map_err(|_| unknown())?;
            tables.lot(station, lot)?.into_iter().collect()
        };
        if !(1..=LIMIT_QUANTITY).contains(&line.quantity) {
            return Err(malformed("a quantity is out of range"));
        }
        let price_fen = Fen::new(line.price_fen);
        if !price_fen.is_sane() {
            return Err(malformed("a price is out of range"));
        }
        let first = match lots.first() {
            Some(first) => first,
            None if line.lot.is_empty() => return Err(short(number, Quantity::ZERO)),
            None => return Err(unknown()),
        };
        let mut own = Line {
            line: number,
            product: first.taken.product.clone(),
            title: String::new(),
            grade: first.taken.grade.clone(),
            measure: first.taken.measure,
            quantity: Quantity::new(line.quantity),
            price_fen,
            amount_fen: Fen::ZERO,
            asked_fen: None,
            filling: if line.lot.is_empty() {
                Filling::EarliestExpiry
            } else {
                Filling::Chosen
            },
        };
        own.amount_fen = own
            .computed_amount()
            .filter(|fen| fen.is_sane())
            .ok_or_else(|| malformed("an amount is out of range"))?;
        let mut sold = Vec::new();
        for lot in lots {
            let cells = tables.cells(station, lot.lot)?;
            sold.push((lot, cells));
        }
        Ok(Wanted {
            line: own,
            lots: sold,
        })
    }

    /// Fills all lines at one place: a mark has one keeper, and a parcel is packed where its goods lie.
    fn fill(&self, wanted: &[Wanted]) -> Result<(DeviceId, Vec<Placing>)> {
        let places: BTreeSet<DeviceId> = wanted
            .iter()
            .flat_map(|w| w.lots.iter().flat_map(|(_, cells)| places(cells)))
            .collect();
        let mut best: Option<(Quantity, u32)> = None;
        for place in places {
            match self.fill_at(place, wanted) {
                Ok(goods) => return Ok((place, goods)),
                Err((available, line)) => {
                    if best.is_none_or(|(most, _)| most < available) {
                        best = Some((available, line));
                    }
                }
            }
        }
        let (available, line) = best.unwrap_or((Quantity::ZERO, 1));
        Err(short(line, available))
    }

    fn fill_at(
        &self,
        place: DeviceId,
        wanted: &[Wanted],
    ) -> std::result::Result<Vec<Placing>, (Quantity, u32)> {
        let own = (Holder::Hub, Shelf::Device(place));
        let mut spent: BTreeMap<EntityId, Quantity> = BTreeMap::new();
        let mut goods: Vec<Placing> = Vec::new();
        for Wanted { line, lots } in wanted {
            let offer = |(lot, cells): &(LotRow, Cells)| {
                let expires_ms = lot.taken.expires_ms.unwrap_or(i64::MAX);
                let gone = spent.get(&lot.lot).copied().unwrap_or_default();
                (expires_ms > self.pen.now_ms).then(|| Offer {
                    lot: lot.lot,
                    villager: lot.taken.villager,
                    expires_ms,
                    share: share(cells, own.0, own.1).minus(gone),
                    is_sellable: true,
                })
            };
            let mut offers: Vec<Offer> = lots.iter().filter_map(offer).collect();
            let available = offers.iter().fold(Quantity::ZERO, |sum, o| {
                sum.plus(o.share.max(Quantity::ZERO))
            });
            let rule = Rule::EarliestExpiry;
            let filled = fill_from(line.line, line.quantity, rule, &mut offers, own);
            let filled = filled.map_err(|_| (available, line.line))?;
            for placing in &filled {
                let gone = spent.entry(placing.lot).or_default();
                *gone = gone.plus(placing.quantity);
            }
            goods.extend(filled);
        }
        goods.sort_unstable();
        Ok(goods)
    }

    /// Who it goes to: the buyer whom the hub knows by this telephone, else a new one. The fact of the
    /// contact is written before the order that names it.
    fn contact(
        &self,
        buyer: &SaleBuyer,
        drafts: &mut Vec<Draft>,
    ) -> Result<Option<(EntityId, tsong_domain::id::FactId)>> {
        let wanted = Personal {
            name: clean_line(&buyer.name, 80),
            phone: clean_line(&buyer.phone, 40),
            region: buyer
                .region
                .iter()
                .take(4)
                .map(|part| clean_line(part, 80))
                .collect(),
            address: clean_line(&buyer.address, 300),
            ..Personal::default()
        };
        if wanted == Personal::default() {
            return Ok(None);
        }
        let (tables, station) = (self.pen.tables, self.pen.station);
        let id = if wanted.phone.is_empty() {
            EntityId(random()?)
        } else {
            EntityId::named("buyer", &format!("{station}/{}", wanted.phone))
        };
        let mut fields = Fields::new();
        for fact in derive::facts(tables, station, id)? {
            if let Body::Field(write) = &fact.body {
                fields.apply(fact.header.id, fact.header.time, write);
            }
        }
        if let Some(known) = fields.get(people::CONTACT)
            && derive::personal(tables, station, known.fact)?.as_ref() == Some(&wanted)
        {
            return Ok(Some((id, known.fact)));
        }
        let body = Body::Field(FieldWrite {
            noun: "buyer".to_owned(),
            writes: vec![fields.write(people::CONTACT, Value::Personal)],
            at_ms: None,
        });
        drafts.push(Draft {
            entity: id,
            body,
            personal: Some(wanted),
        });
        Ok(Some((id, self.pen.next())))
    }
}

/// A line and the lots that it may be filled from, each with what lies where.
struct Wanted {
    line: Line,
    lots: Vec<(LotRow, Cells)>,
}

/// The places where the hub has any of a lot.
fn places(cells: &Cells) -> Vec<DeviceId> {
    let own = cells.keys().filter(|(holder, _)| *holder == Holder::Hub);
    own.filter_map(|(_, place)| match place {
        Shelf::Device(device) => Some(*device),
        Shelf::Warehouse(_) | Shelf::Transit => None,
    })
    .collect()
}

fn payment(total_fen: Fen, is_paid: bool) -> Mark {
    let kind = if is_paid {
        MarkKind::Cleared
    } else {
        MarkKind::Expected
    };
    let mut mark = Mark::new(Aspect::Payment, kind, Vec::new());
    mark.money = Some(MarkMoney {
        amount_fen: total_fen,
        way: PayWay::Platform,
    });
    mark
}
