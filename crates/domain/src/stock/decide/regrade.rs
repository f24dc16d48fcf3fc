//! Lots that become other lots: sorted into grades, dried, churned, or several alike put together.

use super::{leg, ready, sane, within};
use crate::id::{DeviceId, EntityId};
use crate::mark::{Holder, Shelf};
use crate::movement::{Leg, MoveKind, Movement};
use crate::quantity::Quantity;
use crate::refusal::Refusal;
use crate::stock::{Cells, Readiness, share};

/// What of a lot goes into others.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The lot.
    pub lot: EntityId,
    /// Its cells.
    pub cells: &'a Cells,
    /// How much of it, in its unit.
    pub quantity: Quantity,
}

/// A lot that comes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// The new lot.
    pub lot: EntityId,
    /// How much, in its unit.
    pub quantity: Quantity,
}

/// Why less comes out than went in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// Sorting loses dust and water: written as shrinkage of the lot that was sorted.
    Shrinkage,
    /// The product is another one, as fresh mushrooms that were dried: what is missing is its yield.
    Yield,
}

/// Lots become others, out of this device's own share. What comes out and what is lost are together
/// what went in, to the gram. A loss can only be told of one lot.
///
/// # Errors
/// In this order: [`Refusal::NoLines`] when nothing goes in or nothing comes out;
/// [`Refusal::Input`] for a quantity that no lot can have; [`Refusal::DoesNotAddUp`]; then for each
/// lot [`Refusal::NeedsTakeover`], [`Refusal::NeedsRecount`], [`Refusal::NotEnough`].
pub fn regrade(
    sources: &[Source<'_>],
    me: DeviceId,
    readiness: &Readiness,
    made: &[Made],
    lost: (Quantity, Loss),
) -> Result<Vec<Movement>, Refusal> {
    if sources.is_empty() || made.is_empty() {
        return Err(Refusal::NoLines);
    }
    let (lost, why) = lost;
    for quantity in sources.iter().map(|s| s.quantity) {
        sane(quantity)?;
    }
    for quantity in made.iter().map(|m| m.quantity) {
        sane(quantity)?;
    }
    if lost != Quantity::ZERO {
        sane(lost)?;
    }
    let sum = |all: &mut dyn Iterator<Item = Quantity>| all.fold(Quantity::ZERO, Quantity::plus);
    let taken = sum(&mut sources.iter().map(|s| s.quantity));
    let out = sum(&mut made.iter().map(|m| m.quantity));
    if out.plus(lost) != taken || (sources.len() > 1 && lost != Quantity::ZERO) {
        return Err(Refusal::DoesNotAddUp { taken, out, lost });
    }
    let here = Shelf::Device(me);
    let own = |lot, delta| leg(lot, Holder::Device(me), here, delta);
    for source in sources {
        ready(readiness, source.lot)?;
        let available = share(source.cells, Holder::Device(me), here);
        within(available, source.lot, source.quantity)?;
    }
    let shrinks = why == Loss::Shrinkage && lost != Quantity::ZERO;
    let aside = if shrinks { lost } else { Quantity::ZERO };
    let mut legs: Vec<Leg> = sources
        .iter()
        .map(|s| own(s.lot, s.quantity.minus(aside).negated()))
        .collect();
    legs.extend(made.iter().map(|m| own(m.lot, m.quantity)));
    let mut movements = vec![Movement::of(MoveKind::Regrade, legs)];
    if shrinks && let Some(source) = sources.first() {
        let gone = own(source.lot, lost.negated());
        movements.push(Movement::of(MoveKind::Shrink, vec![gone]));
    }
    Ok(movements)
}
