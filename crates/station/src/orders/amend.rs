//! A placed order changed, and the questions that stop it.

use super::act::{act, decided};
use super::filling::{fill_lines, filling};
use super::floors;
use super::place::{On, read_line};
use crate::day;
use crate::fault::Fault;
use crate::products::Titles;
use crate::station::Station;
use crate::typed;
use crate::work::Work;
use crate::world;
use std::collections::BTreeSet;
use tsong_contract::AppError;
use tsong_contract::io::{KeptLine, OrderAmend, OrderDoubt, OrderShown};
use tsong_domain::id::EntityId;
use tsong_domain::mark::{Placing, Question};
use tsong_domain::order::decide::{confirmed_at_once, tolerated};
use tsong_domain::order::settle::settle;
use tsong_domain::order::{Filling, Line, Order, Source};
use tsong_domain::people::Right;
use tsong_domain::quantity::Quantity;

/// `order.amend`: lines added, dropped or amended; what is held for them changes in the same
/// transaction. A line that stays as it was keeps its goods.
///
/// # Errors
/// In this order: [`AppError::BadInput`] for what was typed, [`AppError::NotFound`],
/// [`AppError::MissingMarks`], [`AppError::WrongState`], [`AppError::NeedsTakeover`],
/// [`AppError::NotTheKeeper`], [`AppError::BelowFloor`], [`AppError::NotEnoughStock`],
/// [`AppError::NeedsRecount`], [`AppError::NoLines`], [`AppError::TooLarge`].
pub fn amend(station: &mut Station, input: OrderAmend) -> Result<OrderShown, AppError> {
    act(station, Right::Sell, &input.id, |w, order| {
        let titles = Titles::load(w.db)?;
        let wanted = wanted(w, order, &input, &titles)?;
        decided(w, false, |d| d.may_amend(order).map(|()| Vec::new()))?;
        let goods = goods(w, order, &wanted, &titles)?;
        let lines: Vec<Line> = wanted.into_iter().map(|(line, _)| line).collect();
        let drafts = decided(w, false, |d| d.amend(order, &lines, goods))?;
        // Placed anew, or an asked order of which only the lines changed.
        let is_placed = drafts.len() > 1;
        let written = w.write(drafts);
        match written.last() {
            Some(placed) if is_placed && input.is_confirmed => {
                Ok(vec![confirmed_at_once(order, *placed)])
            }
            Some(_) | None => Ok(Vec::new()),
        }
    })
}

type Wanted = (Line, Option<EntityId>);

fn wanted(
    w: &Work<'_>,
    order: &Order,
    input: &OrderAmend,
    titles: &Titles,
) -> Result<Vec<Wanted>, Fault> {
    let known = order.lines();
    let mut wanted: Vec<Wanted> = Vec::new();
    for kept in &input.keep {
        let line = known.iter().find(|l| l.line == kept.line);
        let line = line.ok_or_else(|| AppError::missing("line", kept.line))?;
        if wanted.iter().any(|(l, _)| l.line == kept.line) {
            return Err(AppError::BadInput {
                field: "line".to_owned(),
                reason: "in_use".to_owned(),
            }
            .into());
        }
        wanted.push((amended(line, kept)?, None));
    }
    let taken = order.taken.as_ref();
    let on = On {
        source: taken.map_or(Source::Counter, |(_, t)| t.source),
        day: day::date(w.believed_ms).unwrap_or_default(),
    };
    for (number, line) in (order.next_line()..).zip(&input.add) {
        wanted.push(read_line(w.db, number, line, titles, on)?);
    }
    Ok(wanted)
}

/// A line as it shall be. Its amount is price times quantity again once either of them changed.
fn amended(line: &Line, kept: &KeptLine) -> Result<Line, Fault> {
    let mut next = line.clone();
    next.quantity = typed::quantity(&kept.quantity, line.measure, "quantity")?;
    if let Some(price) = &kept.price {
        next.price_fen = typed::fen(price, "price")?;
        let asked = line.asked_fen.unwrap_or(line.price_fen);
        next.asked_fen = Some(asked).filter(|asked| *asked != next.price_fen);
    }
    if let Some(word) = &kept.filling {
        next.filling = filling(Some(word), None)?;
    }
    if next.quantity != line.quantity || next.price_fen != line.price_fen {
        next.amount_fen = next
            .computed_amount()
            .filter(|fen| fen.is_sane())
            .ok_or(AppError::TooLarge)?;
    }
    Ok(next)
}

/// The goods for the wanted lines: as they are for a line that stays so, else filled anew out of
/// this device's share and of what the changed and dropped lines give up.
fn goods(
    w: &Work<'_>,
    order: &Order,
    wanted: &[Wanted],
    titles: &Titles,
) -> Result<Vec<Placing>, Fault> {
    let known = order.lines();
    let held = held(w, order)?;
    if held.is_empty() {
        return Ok(Vec::new());
    }
    let stays = |line: &Line| {
        known.iter().any(|l| {
            l.line == line.line && l.quantity == line.quantity && l.filling == line.filling
        })
    };
    // What was weighed far from what is ordered is no more what the line asks for.
    let fits = |line: &Line| {
        let own = held.iter().filter(|g| g.line == line.line);
        let sum = own.fold(Quantity::ZERO, |sum, g| sum.plus(g.quantity));
        let most = tolerated(line.quantity, titles.tolerance_permille(&line.product));
        sum.minus(line.quantity).get().saturating_abs() <= most.get()
    };
    let kept: BTreeSet<u32> = wanted
        .iter()
        .filter(|(line, _)| stays(line) && fits(line))
        .map(|(line, _)| line.line)
        .collect();
    let is_kept = |g: &Placing| kept.contains(&g.line);
    let (mut goods, freed): (Vec<Placing>, Vec<Placing>) = held.into_iter().partition(is_kept);
    for (line, _) in wanted {
        let repriced = |l: &&Line| l.line == line.line && l.price_fen != line.price_fen;
        if known.iter().any(|l| repriced(&l)) {
            floors::check(
                w.db,
                line,
                goods.iter().filter(|g| g.line == line.line),
                titles,
            )?;
        }
    }
    let lots: Vec<Wanted> = wanted
        .iter()
        .filter(|(line, _)| !goods.iter().any(|g| g.line == line.line))
        .map(|(line, lot)| (line.clone(), lot.or_else(|| chosen(line, &freed))))
        .collect();
    let anew: Vec<_> = lots.iter().map(|(line, lot)| (line, *lot)).collect();
    goods.extend(fill_lines(w, &anew, &freed, titles)?);
    goods.sort_unstable();
    Ok(goods)
}

/// The lot that somebody chose for a line is still the one.
fn chosen(line: &Line, freed: &[Placing]) -> Option<EntityId> {
    let own = freed.iter().find(|g| g.line == line.line);
    own.filter(|_| line.filling == Filling::Chosen)
        .map(|g| g.lot)
}

/// What this device holds for the order.
fn held(w: &Work<'_>, order: &Order) -> Result<Vec<Placing>, Fault> {
    let world = world::world(w.db)?;
    let settled = settle(order.marks.iter().map(|(i, m)| (*i, &m.mark)), &world);
    let live = settled
        .live
        .iter()
        .rev()
        .filter_map(|id| order.marks.get(id));
    let own = |m: &&tsong_domain::order::Marked| m.mark.keeper == Some(w.me.device);
    Ok(live
        .filter(own)
        .map(|m| m.mark.goods.clone())
        .next()
        .unwrap_or_default())
}

/// `order.doubt`.
///
/// # Errors
/// [`AppError::BadInput`] for a question that nobody may ask, [`AppError::MissingMarks`],
/// [`AppError::WrongState`].
pub fn doubt(station: &mut Station, input: OrderDoubt) -> Result<OrderShown, AppError> {
    let question = match Question::from(input.question.clone()) {
        // The scale asks about the weight by itself.
        Question::Weight | Question::Other(_) => {
            return Err(AppError::BadInput {
                field: "question".to_owned(),
                reason: "not_in_list".to_owned(),
            });
        }
        asked @ (Question::Short | Question::Late | Question::Unreachable | Question::Price) => {
            asked
        }
    };
    act(station, Right::Pack, &input.id, |w, order| {
        decided(w, false, |d| d.doubt(order, question))
    })
}
