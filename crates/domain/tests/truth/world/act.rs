//! One step of the world: what a person or a program does, if the rules and the goods allow it.

use super::{Act, Goods, Planted, Village, Who};
use crate::log::{A, B, HUB, taken, villager};
use crate::view::View;
use tsong_domain::fact::{Body, Draft};
use tsong_domain::id::{DeviceId, EntityId, FactId};
use tsong_domain::mark::{Holder, Mark, Placing, Shelf};
use tsong_domain::movement::{Leg, Movement};
use tsong_domain::order::Order;
use tsong_domain::order::decide::{Decider, Offer, Weighed, ask, fill, take};
use tsong_domain::quantity::Quantity;
use tsong_domain::refusal::Refusal;
use tsong_domain::stock::{Cells, decide};

impl Village {
    /// The world after a step; `None` when it is refused or the goods are not there.
    pub(crate) fn after(&self, act: Act) -> Option<Self> {
        let mut next = self.clone();
        next.act(act)?;
        Some(next)
    }

    fn act(&mut self, act: Act) -> Option<()> {
        match act {
            Act::Deliver {
                from,
                to,
                origin,
                until,
            } => {
                let until = until.min(self.heard.get(&from)?.get(&origin).copied()?);
                let known = self.heard.get(&to)?.get(&origin).copied().unwrap_or(0);
                (until > known).then_some(())?;
                self.hear(to, origin, until);
                self.notice_return();
                Some(())
            }
            Act::Backup(device) => {
                let heard = self.heard[&Who::of(device)].clone();
                (!self.backups.contains_key(&device)).then_some(())?;
                self.backups.insert(device, heard);
                Some(())
            }
            Act::Restore(device) => self.restore(device),
            Act::Poll => self.poll(),
            Act::TakeOver => self.take_over(),
            Act::Place {
                by,
                order,
                lot,
                quantity,
            } => {
                (!self.is_used(order)).then_some(())?;
                let goods = self.fill(by, &self.view(Who::of(by)), lot, quantity).ok()?;
                self.decided(by, take(order, taken(quantity), "", goods, by))
            }
            Act::HubSell {
                order,
                lot,
                quantity,
            } => {
                (!self.is_used(order)).then_some(())?;
                (quantity <= self.hub_free(lot)).then_some(())?;
                let goods = self.fill(HUB, &self.view(Who::Hub), lot, quantity).ok()?;
                self.shop.insert(order, (lot, quantity));
                self.decided(HUB, take(order, taken(quantity), "", goods, A))
            }
            Act::Ask { order } => {
                (!self.is_used(order)).then_some(())?;
                self.decided(B, ask(order, taken(2), ""))
            }
            Act::Answer { by, order, lot } => self.answer(by, order, lot),
            Act::HandOver { .. }
            | Act::HandOverLate { .. }
            | Act::Step { .. }
            | Act::Weigh { .. }
            | Act::Amend { .. }
            | Act::Cancel { .. }
            | Act::Undo { .. } => self.mark(act),
            Act::Goods(goods) => self.act_on_goods(goods),
            Act::Shop(shop) => self.act_at_shop(shop),
        }
    }

    /// A mark on an order that is there.
    fn mark(&mut self, act: Act) -> Option<()> {
        match act {
            Act::HandOver { by, order } => self.hand_over(by, order),
            Act::HandOverLate { order } => {
                self.gone.contains(&order).then_some(())?;
                self.judge(A, order, |decider, order| decider.hand_over_late(order))
            }
            Act::Step { by, order, kind } => {
                self.judge(by, order, |decider, order| decider.step(order, kind.kind()))
            }
            Act::Weigh {
                by,
                order,
                quantity,
            } => self.weigh(by, order, quantity),
            Act::Amend {
                by,
                order,
                lot,
                quantity,
            } => self.amend(by, order, lot, quantity),
            Act::Cancel { by, order } => {
                self.has_goods_in_hand(by, order).then_some(())?;
                self.judge(by, order, |decider, order| decider.cancel(order, "buyer"))
            }
            Act::Undo { by, order } => {
                self.has_goods_in_hand(by, order).then_some(())?;
                self.judge(by, order, |decider, order| decider.undo(order, 1))
            }
            Act::Deliver { .. }
            | Act::Backup(_)
            | Act::Restore(_)
            | Act::Poll
            | Act::TakeOver
            | Act::Place { .. }
            | Act::HubSell { .. }
            | Act::Ask { .. }
            | Act::Answer { .. }
            | Act::Goods(_)
            | Act::Shop(_) => None,
        }
    }

    fn decided(&mut self, by: DeviceId, drafts: Result<Vec<Draft>, Refusal>) -> Option<()> {
        self.write(by, drafts.ok()?);
        Some(())
    }

    fn moved(&mut self, by: DeviceId, movement: Result<Movement, Refusal>) -> Option<()> {
        self.write_move(by, movement.ok()?);
        Some(())
    }

    fn judge(
        &mut self,
        by: DeviceId,
        order: EntityId,
        judge: impl Fn(&Decider<'_>, &Order) -> Result<Vec<Draft>, Refusal>,
    ) -> Option<()> {
        let drafts = {
            let view = self.view(Who::of(by));
            let readiness = self.readiness(by);
            let world = &view.world;
            let decider = Decider {
                me: by,
                readiness: &readiness,
                world,
                is_warned: false,
            };
            judge(&decider, view.orders.get(&order)?)
        };
        self.decided(by, drafts)
    }

    /// A keeper frees only what he can still lay his hands on.
    fn has_goods_in_hand(&self, by: DeviceId, order: EntityId) -> bool {
        let view = self.view(Who::of(by));
        let marks = view.orders.get(&order).map(|o| &o.marks);
        let keeps = marks.is_some_and(|m| m.values().any(|m| m.mark.keeper == Some(by)));
        !(keeps && self.gone.contains(&order))
    }

    fn fill(
        &self,
        by: DeviceId,
        view: &View,
        lot: EntityId,
        quantity: i64,
    ) -> Result<Vec<Placing>, Refusal> {
        let (keeper, holder, is_sellable) = if by == HUB {
            (A, Holder::Hub, self.hub().holds_quota())
        } else {
            (by, Holder::Device(by), self.readiness(by).may_sell(lot))
        };
        let share = Quantity::new(view.share(lot, holder, Shelf::Device(keeper)));
        let mut offers = [Offer {
            lot,
            villager: villager(),
            expires_ms: i64::MAX,
            share,
            is_sellable,
        }];
        let mut goods = fill(1, Quantity::new(quantity), Some(lot), &mut offers, keeper)?;
        for placing in &mut goods {
            placing.holder = holder;
        }
        Ok(goods)
    }

    fn answer(&mut self, by: DeviceId, id: EntityId, lot: EntityId) -> Option<()> {
        let view = self.view(Who::of(by));
        let quantity = view.orders.get(&id)?.lines().first()?.quantity.get();
        // At the restored PC a person knows that these goods have left.
        (!(self.restored_a() && by == A && self.gone.contains(&id))).then_some(())?;
        let goods = self.fill(by, &view, lot, quantity).ok()?;
        self.judge(by, id, |decider, order| decider.place(order, goods.clone()))
    }

    /// What is packed lies on the scale: at the restored PC a person knows what has left.
    fn weigh(&mut self, by: DeviceId, id: EntityId, quantity: i64) -> Option<()> {
        (!self.gone.contains(&id)).then_some(())?;
        let view = self.view(Who::of(by));
        let hold = view
            .holds(id)
            .into_iter()
            .find(|h| h.2 == Shelf::Device(by))?;
        let weighed = Weighed {
            line: 1,
            lot: hold.0,
            quantity: Quantity::new(quantity),
        };
        let may_sell = self.readiness(by).may_sell(hold.0);
        let spare = |lot| {
            let share = view.share(lot, Holder::Device(by), Shelf::Device(by));
            Quantity::new(if may_sell { share } else { 0 })
        };
        self.judge(by, id, |decider, order| {
            decider.pack(order, &[weighed], |_| 400, spare)
        })
    }

    fn amend(&mut self, by: DeviceId, id: EntityId, lot: EntityId, quantity: i64) -> Option<()> {
        (!self.gone.contains(&id)).then_some(())?;
        let view = self.view(Who::of(by));
        let own = |h: &&(EntityId, Holder, Shelf, i64)| h.0 == lot && h.1 == Holder::Device(by);
        let held: i64 = view.holds(id).iter().filter(own).map(|h| h.3).sum();
        let place = Shelf::Device(by);
        let mut offers = [Offer {
            lot,
            villager: villager(),
            expires_ms: i64::MAX,
            share: Quantity::new(view.share(lot, Holder::Device(by), place) + held),
            is_sellable: self.readiness(by).may_sell(lot),
        }];
        let goods = fill(1, Quantity::new(quantity), Some(lot), &mut offers, by).ok()?;
        let lines = taken(quantity).lines;
        self.judge(by, id, |decider, order| {
            decider.amend(order, &lines, goods.clone())
        })
    }

    fn hand_over(&mut self, by: DeviceId, order: EntityId) -> Option<()> {
        (!self.gone.contains(&order)).then_some(())?;
        self.judge(by, order, |decider, order| decider.hand_over(order))?;
        let mark = self.last_mark(by)?;
        for g in mark.goods {
            let left = self.on_shelf(g.place, g.lot) - g.quantity.get();
            (left >= 0 && g.place == Shelf::Device(by)).then_some(())?;
            self.shelves.insert((g.place, g.lot), left);
        }
        self.gone.insert(order);
        Some(())
    }

    fn last_mark(&self, by: DeviceId) -> Option<Mark> {
        let last = self.logs[&self.devices[&by].origin].last()?;
        let Body::Mark(mark) = &last.fact.body else {
            return None;
        };
        Some(mark.clone())
    }

    fn act_on_goods(&mut self, goods: Goods) -> Option<()> {
        match goods {
            Goods::Grant { lot, quantity } => {
                let (cells, ready) = (self.cells(Who::A, lot), self.readiness(A));
                self.moved(
                    A,
                    decide::grant(&cells, A, &ready, lot, Quantity::new(quantity)),
                )
            }
            Goods::Give { lot, quantity } => self.give(lot, quantity),
            Goods::Receive {
                transfer,
                lot,
                quantity,
            } => self.receive(transfer, lot, quantity),
            Goods::HandBack { lot, quantity } => {
                let cells = self.cells(Who::Hub, lot);
                let is_rash = self.config.planted == Some(Planted::ReturnsOffered);
                let bound = Quantity::new(if is_rash { 0 } else { self.shops.bound });
                let quantity = Quantity::new(quantity);
                let back = decide::hand_back(&cells, A, self.hub(), lot, bound, quantity);
                self.moved(HUB, back)
            }
            Goods::Count { by, lot } => self.count(by, lot),
            Goods::Spoil { by, lot } => {
                let place = Shelf::Device(by);
                let left = self.on_shelf(place, lot) - 1;
                (left >= 0).then_some(())?;
                let (cells, ready) = (self.cells(Who::of(by), lot), self.readiness(by));
                self.moved(
                    by,
                    decide::spoil(&cells, by, &ready, lot, Quantity::new(1), "mould"),
                )?;
                self.shelves.insert((place, lot), left);
                Some(())
            }
        }
    }

    fn cells(&self, who: Who, lot: EntityId) -> Cells {
        self.view(who).cells.remove(&lot).unwrap_or_default()
    }

    fn carry(&mut self, lot: EntityId, from: Shelf, to: Shelf, quantity: i64) -> Option<()> {
        let left = self.on_shelf(from, lot) - quantity;
        (left >= 0).then_some(())?;
        let there = self.on_shelf(to, lot) + quantity;
        self.shelves.insert((from, lot), left);
        self.shelves.insert((to, lot), there);
        Some(())
    }

    fn give(&mut self, lot: EntityId, quantity: i64) -> Option<()> {
        let (cells, ready) = (self.cells(Who::A, lot), self.readiness(A));
        let mut sent = decide::give(&cells, A, &ready, lot, Quantity::new(quantity)).ok()?;
        let mut to = Shelf::Transit;
        if self.config.carries_at_once {
            to = Shelf::Device(B);
            let delta = Quantity::new(quantity);
            sent.legs[1] = Leg {
                lot,
                holder: Holder::Device(B),
                place: to,
                delta,
            };
        }
        self.carry(lot, Shelf::Device(A), to, quantity)?;
        self.write_move(A, sent);
        Some(())
    }

    fn receive(&mut self, transfer: FactId, lot: EntityId, quantity: i64) -> Option<()> {
        let view = self.view(Who::B);
        let sent = view.moves.get(&transfer)?;
        let received = view.received(transfer, lot);
        let (cells, quantity_in) = (view.cells.get(&lot)?, Quantity::new(quantity));
        let arrived =
            decide::receive(cells, B, (transfer, sent), received, lot, quantity_in).ok()?;
        self.carry(lot, Shelf::Transit, Shelf::Device(B), quantity)?;
        self.write_move(B, arrived);
        Some(())
    }

    fn count(&mut self, by: DeviceId, lot: EntityId) -> Option<()> {
        let device = self.devices[&by].clone();
        let cells = self.cells(Who::of(by), lot);
        let found = Quantity::new(self.on_shelf(Shelf::Device(by), lot));
        let saw = decide::saw(&device.older, &self.heard[&Who::of(by)]);
        let counted = decide::count(&cells, by, lot, found, saw).ok()?;
        let is_idle = counted.legs.iter().all(|l| l.delta == Quantity::ZERO);
        (!is_idle || device.is_restored && !device.counted.contains(&lot)).then_some(())?;
        self.write_move(by, counted);
        self.devices.get_mut(&by)?.counted.insert(lot);
        Some(())
    }

    fn take_over(&mut self) -> Option<()> {
        let a = self.devices[&A].clone();
        let (mine, hub) = (self.heard[&Who::A].clone(), self.heard[&Who::Hub].clone());
        let takes = decide::takeover(A, &self.readiness(A), &a.older, &mine, &hub).ok()?;
        let world = self.view(Who::Hub).world;
        decide::is_takeover_acceptable(&takes, &world, &hub).then_some(())?;
        self.write(A, vec![Draft::plain(EntityId::NIL, Body::Takes(takes))]);
        for (origin, last) in self.heard[&Who::A].clone() {
            self.hear(Who::Hub, origin, last);
        }
        self.devices.get_mut(&A)?.has_heard = true;
        Some(())
    }

    fn poll(&mut self) -> Option<()> {
        let can = self.devices[&HUB].is_restored && !self.has_polled && self.has_returned();
        can.then_some(())?;
        self.fetch()?;
        self.has_polled = true;
        self.notice_return();
        Some(())
    }
}
