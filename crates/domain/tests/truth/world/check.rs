//! What must hold in every state, and after all have heard everything: the model's `check` and
//! `checkend`, with the one exception to promise 2 (what a lost disk promised since its last sync).

use super::shop::Shop;
use super::{Act, Goods, Village, Who};
use crate::log::{A, B};
use crate::view::View;
use std::collections::BTreeSet;
use tsong_domain::id::EntityId;
use tsong_domain::mark::{Holder, MarkKind, Shelf};
use tsong_domain::order::settle::{Doubt, Settled, State};
use tsong_domain::posting::Posting;

impl Village {
    /// What is wrong now, in words a shopkeeper would use; `Ok` when nothing is.
    pub(crate) fn check(&self) -> Result<(), String> {
        let view = self.view_of(&self.all_heard());
        // Lots of which a promise is open whose goods have gone: only a lost disk does that.
        let risk: BTreeSet<EntityId> = view
            .settled
            .iter()
            .filter(|(o, _)| self.gone.contains(*o))
            .flat_map(|(_, s)| s.holds.keys().map(|k| k.lot))
            .collect();
        self.check_shares(&view, &risk)?;
        self.check_shelves(&view)?;
        self.check_promises(&view, &risk)?;
        for order in view.orders.keys() {
            self.check_books(&view, *order)?;
        }
        Ok(())
    }

    fn check_shares(&self, view: &View, risk: &BTreeSet<EntityId>) -> Result<(), String> {
        for (lot, cells) in &view.cells {
            for ((holder, place), cell) in cells {
                let share = cell.share().get();
                let is_lost = self.restored_a()
                    && match holder {
                        Holder::Transit => true,
                        Holder::Device(A) => {
                            self.is_uncounted(*lot) || risk.contains(lot) || self.has_tail()
                        }
                        Holder::Device(_)
                        | Holder::Hub
                        | Holder::Allotment(_)
                        | Holder::Warehouse(_) => false,
                    };
                if share < 0 && !is_lost {
                    return Err(format!("share {holder:?} at {place:?}: {share} of {lot}"));
                }
            }
        }
        Ok(())
    }

    fn check_shelves(&self, view: &View) -> Result<(), String> {
        for device in Self::STATION {
            for lot in self.lots() {
                let a = super::Device::clone(&self.devices[&A]);
                if a.is_restored && (self.is_uncounted(lot) || !a.has_heard) {
                    continue;
                }
                let place = Shelf::Device(device);
                let (books, shelf) = (view.shelf(lot, place), self.on_shelf(place, lot));
                if books != shelf {
                    return Err(format!(
                        "shelf {device}: books say {books}, there lie {shelf}"
                    ));
                }
            }
        }
        Ok(())
    }

    fn check_promises(&self, view: &View, risk: &BTreeSet<EntityId>) -> Result<(), String> {
        for device in Self::STATION {
            for lot in self.lots() {
                let place = Shelf::Device(device);
                let mut promised = 0;
                for order in view.orders.keys() {
                    let holds: i64 = view
                        .holds(*order)
                        .iter()
                        .filter(|(l, _, p, _)| *l == lot && *p == place)
                        .map(|(_, _, _, grams)| *grams)
                        .sum();
                    if holds > 0 && self.gone.contains(order) {
                        if self.restored_a() {
                            continue;
                        }
                        return Err(format!("{order} is held though its goods have gone"));
                    }
                    promised += holds;
                }
                let unheard = self.shop.iter().filter(|(order, (l, _))| {
                    let known = view.orders.get(order).is_some_and(|o| !o.marks.is_empty());
                    device == A && *l == lot && !known && !self.gone.contains(*order)
                });
                promised += unheard.map(|(_, (_, grams))| *grams).sum::<i64>();
                let is_short = view.share(lot, Holder::Device(A), Shelf::Device(A)) < 0;
                let lost =
                    self.restored_a() && (self.is_uncounted(lot) || (self.has_tail() && is_short));
                if device == A && (risk.contains(&lot) || lost) {
                    continue;
                }
                let there = self.on_shelf(place, lot);
                if promised > there {
                    return Err(format!(
                        "promised {promised} at {device}, there lie {there}"
                    ));
                }
            }
        }
        Ok(())
    }

    fn check_books(&self, view: &View, order: EntityId) -> Result<(), String> {
        let postings = view.postings(order);
        check_postings(&postings)?;
        let marks = &view.orders[&order].marks;
        let handed = marks.values().any(|m| m.mark.kind == MarkKind::HandedOver);
        let accrued = postings
            .iter()
            .filter(|p| p.key.starts_with("accrue:"))
            .count();
        // One line of one lot: the villager's part and the station's.
        if accrued != if handed { 2 } else { 0 } {
            return Err(format!("{order}: handed over {handed}, {accrued} accruals"));
        }
        if handed && !self.gone.contains(&order) {
            return Err(format!("{order} is accrued though its goods never left"));
        }
        Ok(())
    }

    /// Every replica against the reference.
    pub(crate) fn check_reference(&self) -> Result<(), String> {
        for who in [Who::A, Who::B, Who::Hub] {
            let known: Vec<_> = self.facts(&self.heard[&who]).cloned().collect();
            if let Some(told) = super::compare::difference(&known, &self.view(who)) {
                return Err(format!("{who:?} and the reference differ: {told}"));
            }
        }
        Ok(())
    }

    fn attempt(&mut self, act: Act) {
        if let Some(next) = self.after(act) {
            *self = next;
        }
    }

    /// Everybody hears everything and does what is theirs to do.
    pub(crate) fn settle(&self) -> Self {
        let mut world = self.clone();
        for _ in 0..6 {
            world.hear_all();
            world.attempt(Act::TakeOver);
            world.attempt(Act::Poll);
            for lot in self.lots().filter(|l| self.is_uncounted(*l)) {
                world.attempt(Act::Goods(Goods::Count { by: A, lot }));
            }
            for by in Self::STATION {
                for (order, settled) in world.view(Who::of(by)).settled {
                    if settled.state == State::CancelAsked {
                        world.attempt(Act::Cancel { by, order });
                    }
                    if by == A && self.restored_a() {
                        world.attempt(Act::HandOverLate { order });
                    }
                }
            }
            let arrived = world.options();
            for act in arrived
                .into_iter()
                .filter(|a| matches!(a, Act::Goods(Goods::Receive { .. })))
            {
                world.attempt(act);
            }
            world.attempt(Act::Shop(Shop::Withdraw));
            world.attempt(Act::Shop(Shop::Poll));
            for lot in self.lots() {
                let quantity = world.hub_free(lot);
                if quantity > 0 {
                    world.attempt(Act::Goods(Goods::HandBack { lot, quantity }));
                }
            }
        }
        world.hear_all();
        world
    }

    /// After everything was heard: nothing is stranded, everything that went was accrued, once.
    pub(crate) fn check_end(&self) -> Result<(), String> {
        let end = self.settle();
        end.check()
            .map_err(|told| format!("after settling: {told}"))?;
        let view = end.view_of(&end.all_heard());
        for lot in end.lots() {
            let open = |o: &EntityId| {
                let states = [
                    State::Asked,
                    State::Placed,
                    State::Confirmed,
                    State::Packing,
                ];
                // A question to a person leaves held what is held.
                let asks = |s: &Settled| s.doubt.is_some_and(Doubt::is_question);
                view.settled
                    .get(o)
                    .is_some_and(|s| states.contains(&s.state) || asks(s))
            };
            let held: i64 = view
                .orders
                .keys()
                .filter(|o| open(o))
                .flat_map(|o| view.holds(*o))
                .filter(|(l, ..)| *l == lot)
                .map(|(_, _, _, grams)| grams)
                .sum();
            let own = |d| view.share(lot, Holder::Device(d), Shelf::Device(d));
            let free = own(A) + own(B);
            let places = [Shelf::Device(A), Shelf::Device(B), Shelf::Transit];
            let there: i64 = places.iter().map(|p| end.on_shelf(*p, lot)).sum();
            if held + free != there {
                return Err(format!("stranded: free {free} + held {held} of {there}"));
            }
        }
        for order in end.gone.iter().filter(|_| !end.restored_a()) {
            let accrued = view
                .postings(*order)
                .iter()
                .any(|p| p.key.starts_with("accrue:"));
            if !accrued {
                return Err(format!("{order} went and nobody is paid for it"));
            }
        }
        Ok(())
    }
}

/// Debits equal credits, and no account is written twice under one key.
pub(crate) fn check_postings(postings: &[Posting]) -> Result<(), String> {
    let sum: i64 = postings.iter().map(|p| p.delta_fen.get()).sum();
    if sum != 0 {
        return Err(format!("postings are out by {sum} fen"));
    }
    let keys: BTreeSet<_> = postings.iter().map(|p| (&p.key, &p.account)).collect();
    if keys.len() != postings.len() {
        return Err("one key is posted twice to one account".to_owned());
    }
    Ok(())
}
