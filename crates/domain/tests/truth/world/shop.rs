//! The shops in front of the hub: they sell by themselves what the hub put on offer, and the hub
//! hears of it when it polls. And the steps of mistakes planted around the quota.

use super::{Act, Goods, Planted, Village, Who};
use crate::log::{A, HUB, placing, taken};
use tsong_domain::id::EntityId;
use tsong_domain::mark::{Holder, Shelf};
use tsong_domain::movement::{Leg, MoveKind, Movement};
use tsong_domain::order::decide::take;
use tsong_domain::quantity::Quantity;

/// What happens around the quota besides the hub's own sales.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shop {
    /// The hub puts on offer what is free of its share.
    Offer { lot: EntityId },
    /// The shop takes the offer down.
    Withdraw,
    /// A buyer buys at the shop; the hub hears of it at its next poll.
    Buy {
        order: EntityId,
        lot: EntityId,
        quantity: i64,
    },
    /// The hub hears all that the shop sold.
    Poll,
    /// Planted: the station takes of the quota without asking.
    Lower { lot: EntityId, quantity: i64 },
    /// Planted: the hub looks whether there is enough …
    Check { order: EntityId, quantity: i64 },
    /// … and holds it later.
    Hold { lot: EntityId },
}

/// What the shops and the hub know of the offer of the one lot.
#[derive(Clone, Debug, Default, Hash)]
pub(crate) struct Shops {
    /// What the shop still offers, really.
    pub(crate) listed: i64,
    /// What the hub must take to be on offer or sold there: it was offered and not polled since.
    pub(crate) bound: i64,
    /// Planted: sales that were checked and not yet held.
    pub(crate) checked: Vec<(EntityId, i64)>,
}

impl Village {
    /// What the hub may sell or give back: its share without what the shops may have sold.
    pub(crate) fn hub_free(&self, lot: EntityId) -> i64 {
        let share = self
            .view(Who::Hub)
            .share(lot, Holder::Hub, Shelf::Device(A));
        share - self.shops.bound
    }

    pub(crate) fn act_at_shop(&mut self, act: Shop) -> Option<()> {
        match act {
            Shop::Offer { lot } => {
                let free = self.hub_free(lot);
                (free > 0 && self.hub().holds_quota()).then_some(())?;
                self.shops.listed += free;
                self.shops.bound += free;
            }
            Shop::Withdraw => {
                (self.shops.listed > 0).then_some(())?;
                self.shops.listed = 0;
            }
            Shop::Buy {
                order,
                lot,
                quantity,
            } => {
                let left = self.shops.listed - quantity;
                (left >= 0 && !self.is_used(order)).then_some(())?;
                self.shops.listed = left;
                self.shop.insert(order, (lot, quantity));
            }
            Shop::Poll => {
                let is_news = self.shops.bound != self.shops.listed;
                (is_news && self.hub().holds_quota()).then_some(())?;
                self.fetch()?;
            }
            Shop::Lower { lot, quantity } => self.lower(lot, quantity),
            Shop::Check { order, quantity } => self.shops.checked.push((order, quantity)),
            Shop::Hold { lot } => {
                (!self.shops.checked.is_empty()).then_some(())?;
                let (order, quantity) = self.shops.checked.remove(0);
                self.shop.insert(order, (lot, quantity));
                self.sold(order, lot, quantity)?;
            }
        }
        Some(())
    }

    /// The hub writes down every sale of the shops that it does not know.
    pub(crate) fn fetch(&mut self) -> Option<()> {
        let known = self.view(Who::Hub).orders;
        for (order, (lot, quantity)) in self.shop.clone() {
            if known.get(&order).is_none_or(|o| o.marks.is_empty()) {
                self.sold(order, lot, quantity)?;
            }
        }
        self.shops.bound = self.shops.listed;
        Some(())
    }

    fn sold(&mut self, order: EntityId, lot: EntityId, quantity: i64) -> Option<()> {
        let goods = vec![placing(lot, Holder::Hub, A, quantity)];
        let drafts = take(order, taken(quantity), "", goods, A).ok()?;
        self.write(HUB, drafts);
        Some(())
    }

    fn lower(&mut self, lot: EntityId, quantity: i64) {
        let place = Shelf::Device(A);
        let leg = |holder, delta| Leg {
            lot,
            holder,
            place,
            delta: Quantity::new(delta),
        };
        let legs = vec![
            leg(Holder::Hub, -quantity),
            leg(Holder::Device(A), quantity),
        ];
        self.write_move(A, Movement::of(MoveKind::Transfer, legs));
    }

    /// What can happen around the quota next; in place of the hub's plain sales where a mistake is
    /// planted there.
    pub(crate) fn shop_options(&self, acts: &mut Vec<Act>) {
        let is_open = |o: &EntityId| {
            !self.is_used(*o) && self.shops.checked.iter().all(|(known, _)| known != o)
        };
        let next = Self::order_ids().find(is_open);
        let planted = self.config.planted;
        for lot in self.lots() {
            if self.hub().holds_quota() {
                acts.push(Act::Shop(Shop::Offer { lot }));
            }
            if let Some(order) = next.filter(|_| self.shops.listed > 0) {
                for quantity in std::collections::BTreeSet::from([1, self.shops.listed]) {
                    acts.push(Act::Shop(Shop::Buy {
                        order,
                        lot,
                        quantity,
                    }));
                }
            }
            let quantity = self.view(Who::A).share(lot, Holder::Hub, Shelf::Device(A));
            if planted == Some(Planted::LowersAlone) && quantity > 0 {
                acts.push(Act::Shop(Shop::Lower { lot, quantity }));
            }
            if planted == Some(Planted::ChecksThenHolds) {
                acts.retain(|a| !matches!(a, Act::HubSell { .. }));
                let quantity = self.hub_free(lot);
                if let Some(order) = next.filter(|_| quantity > 0) {
                    acts.push(Act::Shop(Shop::Check { order, quantity }));
                }
                acts.push(Act::Shop(Shop::Hold { lot }));
            }
        }
        acts.push(Act::Shop(Shop::Withdraw));
        acts.push(Act::Shop(Shop::Poll));
    }

    /// Whether a step belongs to the trade that the quota's model explores: it promises, passes on,
    /// moves goods, or carries facts.
    pub(crate) fn is_of_quota(&self, act: &Act) -> bool {
        match act {
            Act::Step { .. } | Act::Weigh { .. } | Act::Amend { .. } | Act::Undo { .. } => false,
            Act::Goods(Goods::Count { by, lot }) => *by == A && self.is_uncounted(*lot),
            Act::Goods(_)
            | Act::Deliver { .. }
            | Act::Backup(_)
            | Act::Restore(_)
            | Act::Poll
            | Act::TakeOver
            | Act::Place { .. }
            | Act::HubSell { .. }
            | Act::Ask { .. }
            | Act::Answer { .. }
            | Act::HandOver { .. }
            | Act::HandOverLate { .. }
            | Act::Cancel { .. }
            | Act::Shop(_) => true,
        }
    }
}
