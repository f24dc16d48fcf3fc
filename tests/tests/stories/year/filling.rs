//! From which lots the reference fills a line.

use super::model::{Lot, Model};
use super::order::{Line, State};

/// By which rule a line is filled.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Rule {
    /// The oldest lots first.
    Oldest,
    /// One lot that somebody named.
    Chosen(usize),
    /// First whose goods went least so far.
    InTurns,
    /// All who have of it, each by what he has.
    Pooled,
}

/// What a line wants.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    pub(crate) product: usize,
    pub(crate) grams: i64,
    pub(crate) price_fen: i64,
    pub(crate) rule: Rule,
}

/// Some of a lot that may go.
struct Free<'a> {
    lot: &'a Lot,
    grams: i64,
}

impl Model {
    /// Fills a wish; `lines` before it have taken theirs, and `before` is how all stood when the
    /// order began.
    pub(super) fn fill(
        &self,
        wish: &Wish,
        lines: &[Line],
        before: &Self,
    ) -> Result<Vec<(usize, i64)>, &'static str> {
        let mut free: Vec<Free<'_>> = Vec::new();
        for lot in self.lots.iter().filter(|lot| lot.product == wish.product) {
            let taken = lines.iter().flat_map(|l| &l.from);
            let taken = taken.filter(|(n, _)| *n == lot.number);
            let grams = self.free(lot.number) - taken.map(|(_, grams)| grams).sum::<i64>();
            let is_meant = !matches!(wish.rule, Rule::Chosen(number) if number != lot.number);
            if grams > 0 && is_meant {
                free.push(Free { lot, grams });
            }
        }
        if free.iter().map(|f| f.grams).sum::<i64>() < wish.grams {
            return Err("not_enough_stock");
        }
        let mut from = match wish.rule {
            Rule::Oldest | Rule::Chosen(_) => take(&free, wish.grams),
            Rule::InTurns => {
                free.sort_by_key(|f| (before.went(wish.product, f.lot.villager), f.lot.villager));
                take(&free, wish.grams)
            }
            Rule::Pooled => pooled(&free, wish.grams),
        };
        from.sort_unstable();
        Ok(from)
    }

    /// What of a villager's lots that are not empty is promised or went.
    fn went(&self, product: usize, villager: usize) -> i64 {
        let is_his = |number: &usize| {
            let lot = &self.lots[*number];
            (lot.product, lot.villager) == (product, villager)
                && (lot.left != 0 || self.held(*number) != 0)
        };
        let orders = self.orders.iter().filter(|o| o.state != State::Cancelled);
        let parts = orders.flat_map(|o| o.lines.iter().flat_map(|l| &l.from));
        let his = parts.filter(|(number, _)| is_his(number));
        his.map(|(_, grams)| grams).sum()
    }
}

/// One after the other until it is enough.
fn take(free: &[Free<'_>], grams: i64) -> Vec<(usize, i64)> {
    let mut left = grams;
    let mut from = Vec::new();
    for f in free {
        let part = left.min(f.grams);
        if part > 0 {
            from.push((f.lot.number, part));
            left -= part;
        }
    }
    from
}

/// Each villager's part rounded down; what is left over goes gram by gram to who lost most by it.
fn pooled(free: &[Free<'_>], grams: i64) -> Vec<(usize, i64)> {
    let all: i64 = free.iter().map(|f| f.grams).sum();
    let mut villagers: Vec<usize> = free.iter().map(|f| f.lot.villager).collect();
    villagers.sort_unstable();
    villagers.dedup();
    let of = |villager: usize| free.iter().filter(move |f| f.lot.villager == villager);
    let mut parts: Vec<(usize, i64, i64)> = Vec::new();
    for villager in villagers {
        let has: i64 = of(villager).map(|f| f.grams).sum();
        parts.push((villager, grams * has / all, grams * has % all));
    }
    let over = grams - parts.iter().map(|(_, part, _)| part).sum::<i64>();
    parts.sort_by_key(|(villager, _, lost)| (-lost, *villager));
    for (_, part, _) in parts.iter_mut().take(usize::try_from(over).unwrap()) {
        *part += 1;
    }
    let mut from = Vec::new();
    for (villager, part, _) in parts {
        let lots: Vec<Free<'_>> = of(villager).map(|f| Free { ..*f }).collect();
        from.extend(take(&lots, part));
    }
    from
}
