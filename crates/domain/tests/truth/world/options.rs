//! What could be done next. The rules refuse the rest; this list only keeps a run from trying much
//! that is refused.

use super::{Act, Goods, Step, Village, Who};
use crate::log::{A, B, HUB};
use crate::view::View;
use std::collections::BTreeSet;
use tsong_domain::id::{DeviceId, EntityId};
use tsong_domain::mark::{Holder, Shelf};
use tsong_domain::movement::MoveKind;
use tsong_domain::order::settle::State;

impl Village {
    pub(crate) fn options(&self) -> Vec<Act> {
        let mut acts = Vec::new();
        for by in Self::STATION {
            let view = self.view(Who::of(by));
            self.stock_options(by, &view, &mut acts);
            for (order, settled) in &view.settled {
                self.order_options(by, *order, settled.state, &mut acts);
                if self.config.extras && by != HUB {
                    self.packing_options(by, *order, &view, &mut acts);
                }
            }
        }
        self.hub_options(&mut acts);
        self.deliveries(&mut acts);
        if self.config.quota {
            self.shop_options(&mut acts);
        }
        let restores = self
            .config
            .restores
            .filter(|d| !self.devices[d].is_restored);
        acts.extend(
            restores.map(|device| match self.backups.contains_key(&device) {
                true => Act::Restore(device),
                false => Act::Backup(device),
            }),
        );
        let a = &self.devices[&A];
        if a.is_restored && !a.has_heard {
            acts.push(Act::TakeOver);
        }
        let hub = &self.devices[&HUB];
        if hub.is_restored && !hub.has_heard {
            acts.push(Act::Poll);
        }
        if self.config.quota {
            acts.retain(|act| self.is_of_quota(act));
        }
        acts
    }

    fn next_order(&self) -> Option<EntityId> {
        Self::order_ids().find(|o| !self.is_used(*o))
    }

    fn stock_options(&self, by: DeviceId, view: &View, acts: &mut Vec<Act>) {
        for lot in self.lots() {
            let share = view.share(lot, Holder::Device(by), Shelf::Device(by));
            if share > 0 && self.readiness(by).may_sell(lot) {
                let amounts = BTreeSet::from([1, share]);
                for &quantity in &amounts {
                    if let Some(order) = self.next_order() {
                        acts.push(Act::Place {
                            by,
                            order,
                            lot,
                            quantity,
                        });
                    }
                    if by == A {
                        acts.push(Act::Goods(Goods::Grant { lot, quantity }));
                    }
                }
                if by == A {
                    acts.push(Act::Goods(Goods::Give {
                        lot,
                        quantity: share,
                    }));
                }
            }
            if self.config.extras && share > 0 {
                acts.push(Act::Goods(Goods::Spoil { by, lot }));
            }
            if by == A || self.on_shelf(Shelf::Device(B), lot) > 0 {
                acts.push(Act::Goods(Goods::Count { by, lot }));
            }
            if by == B {
                self.arrivals(view, lot, acts);
                if let Some(order) = self.next_order() {
                    acts.push(Act::Ask { order });
                }
            }
        }
    }

    fn arrivals(&self, view: &View, lot: EntityId, acts: &mut Vec<Act>) {
        for (transfer, moved) in view
            .moves
            .iter()
            .filter(|(_, m)| m.kind == MoveKind::Transfer)
        {
            let legs = moved
                .legs
                .iter()
                .filter(|l| l.lot == lot && l.place == Shelf::Transit);
            let carried: i64 = legs.map(|l| l.delta.get()).sum();
            let quantity = (carried - view.received(*transfer, lot).get())
                .min(self.on_shelf(Shelf::Transit, lot));
            if quantity > 0 {
                acts.push(Act::Goods(Goods::Receive {
                    transfer: *transfer,
                    lot,
                    quantity,
                }));
            }
        }
    }

    fn order_options(&self, by: DeviceId, order: EntityId, state: State, acts: &mut Vec<Act>) {
        let extras = self.config.extras;
        if by == A && self.restored_a() && self.gone.contains(&order) {
            acts.push(Act::HandOverLate { order });
        }
        let mut step = |kind| acts.push(Act::Step { by, order, kind });
        match state {
            State::Placed => {
                step(Step::Confirm);
                if extras {
                    step(Step::Pack);
                }
            }
            State::Confirmed => step(Step::Pack),
            State::NeedsDecision => {
                step(Step::Complete);
                step(Step::Confirm);
            }
            State::HandedOver => step(Step::Complete),
            State::Draft
            | State::Asked
            | State::Packing
            | State::Completed
            | State::CancelAsked
            | State::Cancelled => {}
        }
        if matches!(state, State::Placed | State::Confirmed | State::Packing) {
            acts.push(Act::HandOver { by, order });
        }
        if !matches!(
            state,
            State::HandedOver | State::Completed | State::Cancelled
        ) {
            acts.push(Act::Cancel { by, order });
        }
        if extras && matches!(state, State::Asked | State::Placed) {
            acts.push(Act::Undo { by, order });
        }
        let reopens = extras && matches!(state, State::Cancelled | State::NeedsDecision);
        if state == State::Asked && (by == A || extras) || reopens {
            acts.extend(self.lots().map(|lot| Act::Answer { by, order, lot }));
        }
    }

    /// Weighed at what is held, at one more and at one less; amended likewise, and to another lot.
    fn packing_options(&self, by: DeviceId, order: EntityId, view: &View, acts: &mut Vec<Act>) {
        let held = view.holds(order).into_iter();
        let Some((lot, _, _, held)) = held.into_iter().find(|h| h.2 == Shelf::Device(by)) else {
            return;
        };
        for quantity in [held - 1, held, held + 1] {
            acts.push(Act::Weigh {
                by,
                order,
                quantity,
            });
        }
        for lot in BTreeSet::from([lot]).into_iter().chain(self.lots()) {
            for quantity in [held - 1, held + 1] {
                acts.push(Act::Amend {
                    by,
                    order,
                    lot,
                    quantity,
                });
            }
        }
    }

    fn hub_options(&self, acts: &mut Vec<Act>) {
        let view = self.view(Who::Hub);
        for lot in self.lots().filter(|_| self.hub().holds_quota()) {
            let share = view.share(lot, Holder::Hub, Shelf::Device(A));
            if share <= 0 {
                continue;
            }
            acts.push(Act::Goods(Goods::HandBack {
                lot,
                quantity: share,
            }));
            if let Some(order) = self.next_order() {
                for quantity in BTreeSet::from([1, share]) {
                    acts.push(Act::HubSell {
                        order,
                        lot,
                        quantity,
                    });
                }
            }
        }
        for (order, settled) in &view.settled {
            let is_own = self.shop.contains_key(order);
            let open = matches!(
                settled.state,
                State::Placed | State::Confirmed | State::Packing
            );
            if is_own && open {
                acts.push(Act::Cancel {
                    by: HUB,
                    order: *order,
                });
            }
        }
    }

    fn deliveries(&self, acts: &mut Vec<Act>) {
        for (from, heard) in &self.heard {
            for to in [Who::A, Who::B, Who::Hub] {
                let is_station = |w: Who| matches!(w, Who::A | Who::B);
                if *from == to || (is_station(*from) && is_station(to)) {
                    continue;
                }
                for (origin, last) in heard {
                    let known = self.heard[&to].get(origin).copied().unwrap_or(0);
                    if known < *last {
                        let (from, origin) = (*from, *origin);
                        let next = self.whole(origin, known + 1);
                        for until in BTreeSet::from([next, *last]) {
                            acts.push(Act::Deliver {
                                from,
                                to,
                                origin,
                                until,
                            });
                        }
                    }
                }
            }
        }
    }
}
