//! The reference: plain numbers, written without the program's rules.

use super::act::Act;
use super::filling::Wish;
use super::order::{Line, Order, State};

/// Goods that keep longer than a run lasts, and how many thousandths of a weight are tolerated.
pub(crate) const PRODUCTS: [(&str, i64); 2] = [("barley-grain", 5), ("cheese-hard", 10)];
/// Days that a run may last: nothing expires meanwhile.
const MOST_DAYS: u32 = 200;
/// The most of one quantity.
const LIMIT: i64 = 1_000_000_000;
const UNDO_MS: i64 = 10 * 60 * 1000;
const DAY_MS: i64 = 24 * 3_600_000;
/// What passes before each act.
const STEP_MS: i64 = 1_000;

#[derive(Clone, Debug)]
pub(crate) struct Lot {
    pub(crate) number: usize,
    pub(crate) villager: usize,
    pub(crate) product: usize,
    pub(crate) left: i64,
}

/// What the station has to answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Expect {
    #[default]
    Done,
    Refused(&'static str),
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Model {
    pub(crate) lots: Vec<Lot>,
    pub(crate) orders: Vec<Order>,
    pub(crate) drawer_fen: i64,
    pub(crate) expect: Expect,
    days: u32,
    now_ms: i64,
}

impl Model {
    /// What is promised of a lot.
    pub(crate) fn held(&self, lot: usize) -> i64 {
        let open = self.orders.iter().filter(|o| o.state.is_open());
        let from = open.flat_map(|o| o.lines.iter().flat_map(|l| &l.from));
        from.filter(|(number, _)| *number == lot)
            .map(|(_, grams)| grams)
            .sum()
    }

    pub(super) fn free(&self, lot: usize) -> i64 {
        self.lots[lot].left - self.held(lot)
    }

    /// What villagers are owed: the goods of every order that went.
    pub(crate) fn owed_fen(&self) -> i64 {
        let gone = self
            .orders
            .iter()
            .filter(|o| matches!(o.state, State::HandedOver | State::Completed));
        gone.map(|o| o.due_fen() - o.freight_fen).sum()
    }

    /// What a scale says of a part.
    pub(crate) fn weighed(grams: i64, permille: i64) -> i64 {
        (grams + grams * permille / 1000).max(1)
    }

    pub(crate) fn may(&self, act: &Act) -> bool {
        let is_there = |order: &usize| *order < self.orders.len();
        match act {
            Act::Days(days) => self.days + u32::from(*days) <= MOST_DAYS,
            Act::Restart | Act::Intake { .. } | Act::Order { .. } => true,
            Act::Lose { lot, .. } | Act::Count { lot, .. } => *lot < self.lots.len(),
            Act::Confirm(order)
            | Act::Packing(order)
            | Act::HandOver(order)
            | Act::Complete(order)
            | Act::Cancel(order)
            | Act::Undo(order)
            | Act::Amend { order, .. }
            | Act::Split { order, .. }
            | Act::Pay { order, .. }
            | Act::Pack { order, .. } => is_there(order),
            // What was never paid cannot go back: the window does not offer it.
            Act::Refund { order, .. } => {
                is_there(order)
                    && self.orders[*order]
                        .paid
                        .iter()
                        .any(|(came, back)| came > back)
            }
        }
    }

    /// Lives on by one act: either all of it happens, or nothing.
    pub(crate) fn live(&mut self, act: &Act) {
        self.now_ms += STEP_MS;
        let mut next = self.clone();
        match next.done(act) {
            Ok(()) => {
                *self = next;
                self.expect = Expect::Done;
            }
            Err(code) => self.expect = Expect::Refused(code),
        }
    }

    fn done(&mut self, act: &Act) -> Result<(), &'static str> {
        match act {
            Act::Intake {
                villager,
                product,
                grams,
            } => {
                sane(*grams)?;
                self.lots.push(Lot {
                    number: self.lots.len(),
                    villager: *villager,
                    product: *product,
                    left: *grams,
                });
                Ok(())
            }
            Act::Order {
                lines,
                freight_fen,
                is_paid,
            } => self.order(lines, *freight_fen, *is_paid),
            Act::Confirm(order) => {
                self.step(*order, &[State::Placed, State::Decide], State::Confirmed)
            }
            Act::Packing(order) => {
                self.step(*order, &[State::Placed, State::Confirmed], State::Packing)
            }
            Act::Complete(order) => self.step(*order, &[State::HandedOver], State::Completed),
            Act::HandOver(order) => self.hand_over(*order),
            Act::Cancel(order) => self.cancel(*order, State::is_open),
            Act::Undo(order) => self.undo(*order),
            Act::Pack { order, permille } => self.pack(*order, *permille),
            Act::Amend { order, grams } => self.amend(*order, *grams),
            Act::Split { order, grams } => self.split(*order, *grams),
            Act::Pay { order, fen } => {
                if *fen == 0 {
                    return Err("too_large");
                }
                self.orders[*order].paid.push((*fen, 0));
                self.drawer_fen += fen;
                Ok(())
            }
            Act::Refund { order, fen } => self.refund(*order, *fen),
            Act::Lose { lot, grams } => {
                sane(*grams)?;
                if *grams > self.free(*lot) {
                    return Err("not_enough_stock");
                }
                self.lots[*lot].left -= grams;
                Ok(())
            }
            Act::Count { lot, grams } => {
                self.lots[*lot].left = *grams;
                Ok(())
            }
            Act::Days(days) => {
                self.days += u32::from(*days);
                self.now_ms += i64::from(*days) * DAY_MS;
                Ok(())
            }
            Act::Restart => Ok(()),
        }
    }

    fn hand_over(&mut self, order: usize) -> Result<(), &'static str> {
        let from = [State::Placed, State::Confirmed, State::Packing];
        self.step(order, &from, State::HandedOver)?;
        for line in self.orders[order].lines.clone() {
            for (lot, grams) in line.from {
                self.lots[lot].left -= grams;
            }
        }
        Ok(())
    }

    fn undo(&mut self, order: usize) -> Result<(), &'static str> {
        if self.orders[order].state != State::Placed {
            return Err("wrong_state");
        }
        if self.now_ms - self.orders[order].taken_ms > UNDO_MS {
            return Err("undo_expired");
        }
        self.cancel(order, |state| state == State::Placed)?;
        for (came, back) in &mut self.orders[order].paid {
            self.drawer_fen -= *came - *back;
            *back = *came;
        }
        Ok(())
    }

    fn step(&mut self, order: usize, from: &[State], to: State) -> Result<(), &'static str> {
        let state = &mut self.orders[order].state;
        if !from.contains(state) {
            return Err("wrong_state");
        }
        *state = to;
        Ok(())
    }

    fn cancel(&mut self, order: usize, may: fn(State) -> bool) -> Result<(), &'static str> {
        if !may(self.orders[order].state) {
            return Err("wrong_state");
        }
        // What was weighed lies on the shelf again: the order is as it was taken.
        let order = &mut self.orders[order];
        (order.state, order.is_weighed) = (State::Cancelled, false);
        Ok(())
    }

    fn order(
        &mut self,
        wanted: &[Wish],
        freight_fen: i64,
        is_paid: bool,
    ) -> Result<(), &'static str> {
        for wish in wanted {
            sane(wish.grams)?;
        }
        let mut lines: Vec<Line> = Vec::new();
        for wish in wanted {
            let from = self.fill(wish, &lines, self)?;
            lines.push(Line {
                product: wish.product,
                grams: wish.grams,
                price_fen: wish.price_fen,
                rule: wish.rule,
                from,
            });
        }
        let mut order = Order {
            state: State::Placed,
            lines,
            freight_fen,
            is_weighed: false,
            paid: Vec::new(),
            taken_ms: self.now_ms,
        };
        if is_paid {
            order.paid.push((order.due_fen(), 0));
            self.drawer_fen += order.due_fen();
        }
        self.orders.push(order);
        Ok(())
    }

    fn pack(&mut self, order: usize, permille: i64) -> Result<(), &'static str> {
        if !self.orders[order].state.is_open() {
            return Err("wrong_state");
        }
        let (lot, before) = *self.orders[order].lines[0]
            .from
            .first()
            .ok_or("wrong_state")?;
        let after = Self::weighed(before, permille);
        if after - before > self.free(lot).max(0) {
            return Err("not_enough_stock");
        }
        let order = &mut self.orders[order];
        order.lines[0].from[0].1 = after;
        order.is_weighed = true;
        let beyond = order
            .lines
            .iter()
            .any(|line| (line.packed() - line.grams).abs() > line.tolerated());
        order.state = if beyond {
            State::Decide
        } else {
            State::Packing
        };
        Ok(())
    }

    fn amend(&mut self, order: usize, grams: i64) -> Result<(), &'static str> {
        if !self.orders[order].state.is_open() {
            return Err("wrong_state");
        }
        let before = self.clone();
        let was = self.orders[order].lines[0].grams;
        self.orders[order].lines[0].grams = grams;
        let is_changed = |at: usize, line: &Line| {
            (at == 0 && grams != was) || (line.packed() - line.grams).abs() > line.tolerated()
        };
        let lines = self.orders[order].lines.iter().enumerate();
        let changed: Vec<usize> = lines
            .filter(|(at, l)| is_changed(*at, l))
            .map(|(at, _)| at)
            .collect();
        // What it held of these lines is free for them again.
        for at in &changed {
            self.orders[order].lines[*at].from.clear();
        }
        for at in changed {
            let wish = self.orders[order].lines[at].wish();
            let from = self.fill(&wish, &[], &before)?;
            self.orders[order].lines[at].from = from;
        }
        let order = &mut self.orders[order];
        (order.state, order.is_weighed) = (State::Placed, false);
        Ok(())
    }

    fn split(&mut self, at: usize, grams: i64) -> Result<(), &'static str> {
        let order = &mut self.orders[at];
        sane(grams)?;
        if order.lines.is_empty() || !matches!(order.state, State::Placed | State::Confirmed) {
            return Err("wrong_state");
        }
        if order.lines.iter().any(|line| line.packed() != line.grams) {
            return Err("wrong_state");
        }
        let line = &mut order.lines[0];
        if grams > line.grams {
            return Err("too_large");
        }
        if grams == line.grams && order.lines.len() == 1 {
            return Err("no_lines");
        }
        let line = &mut order.lines[0];
        let mut left = grams;
        let mut over = Vec::new();
        for (lot, held) in &mut line.from {
            let take = left.min(*held);
            left -= take;
            *held -= take;
            if take > 0 {
                over.push((*lot, take));
            }
        }
        line.from.retain(|(_, held)| *held > 0);
        line.grams -= grams;
        let moved = Line {
            grams,
            from: over,
            ..line.clone()
        };
        let mut other = Order {
            state: order.state,
            lines: vec![moved],
            freight_fen: 0,
            is_weighed: false,
            paid: Vec::new(),
            taken_ms: self.now_ms,
        };
        order.lines.retain(|line| line.grams > 0);
        order.is_weighed = false;
        let paid: i64 = order.paid.iter().map(|(came, back)| came - back).sum();
        let mut goes = (paid - order.ordered_fen()).clamp(0, other.ordered_fen());
        for (came, back) in order.paid.iter_mut().rev() {
            let part = goes.min(*came - *back);
            if part > 0 {
                *came -= part;
                goes -= part;
                other.paid.push((part, 0));
            }
        }
        self.orders.push(other);
        Ok(())
    }

    fn refund(&mut self, order: usize, fen: i64) -> Result<(), &'static str> {
        let paid = self.orders[order].paid.iter_mut();
        let (came, back) = paid
            .into_iter()
            .find(|(came, back)| came > back)
            .ok_or("wrong_state")?;
        if fen > *came - *back {
            return Err("more_than_paid");
        }
        if fen == 0 {
            return Err("too_large");
        }
        *back += fen;
        self.drawer_fen -= fen;
        Ok(())
    }
}

fn sane(grams: i64) -> Result<(), &'static str> {
    match grams {
        0 => Err("zero"),
        1..=LIMIT => Ok(()),
        _ => Err("too_large"),
    }
}
