//! Decisions about goods that move by themselves: who may write which movement, given the stock
//! equation of the lot (`rules.md` 3 to 10). `cells` are those of the one lot that is spoken of.

mod regrade;
mod restored;

pub use regrade::{Loss, Made, Source, regrade};
pub use restored::{HubReadiness, hand_back, is_takeover_acceptable, saw, takeover, void_quota};

use crate::id::{DeviceId, EntityId, FactId, Origin};
use crate::mark::{Holder, Shelf};
use crate::movement::{Leg, MoveKind, Movement};
use crate::quantity::{LIMIT_QUANTITY, Quantity};
use crate::refusal::Refusal;
use crate::stock::{Cells, Readiness, expected_on_shelf, share};
use crate::text::InputError;
use std::collections::BTreeMap;

/// How far a replica has heard each origin: the last sequence that it holds, without gaps.
pub type Heard = BTreeMap<Origin, u64>;

fn sane(quantity: Quantity) -> Result<(), Refusal> {
    let error = match quantity.get() {
        0 => InputError::Zero,
        i64::MIN..0 => InputError::Negative,
        1..=LIMIT_QUANTITY => return Ok(()),
        _ => InputError::TooLarge,
    };
    Err(Refusal::Input {
        field: "quantity",
        error,
    })
}

fn ready(readiness: &Readiness, lot: EntityId) -> Result<(), Refusal> {
    if readiness.may_sell(lot) {
        Ok(())
    } else if readiness.has_taken_over {
        Err(Refusal::NeedsRecount { lot })
    } else {
        Err(Refusal::NeedsTakeover)
    }
}

/// A holder takes away only what is in its own share. `line` is 0: no order's line fell short.
fn within(available: Quantity, lot: EntityId, asked: Quantity) -> Result<(), Refusal> {
    if asked > available {
        return Err(Refusal::NotEnough {
            line: 0,
            lot: Some(lot),
            asked,
            available,
        });
    }
    Ok(())
}

const fn leg(lot: EntityId, holder: Holder, place: Shelf, delta: Quantity) -> Leg {
    Leg {
        lot,
        holder,
        place,
        delta,
    }
}

const fn own(lot: EntityId, me: DeviceId, delta: Quantity) -> Leg {
    leg(lot, Holder::Device(me), Shelf::Device(me), delta)
}

/// What a villager brought: credited to the device that took it in.
///
/// # Errors
/// [`Refusal::Input`] for a quantity that no lot can have.
pub fn intake(me: DeviceId, lot: EntityId, quantity: Quantity) -> Result<Movement, Refusal> {
    sane(quantity)?;
    Ok(Movement::of(MoveKind::Intake, vec![own(lot, me, quantity)]))
}

/// Raises the hub's quota: the grams stay on this device's shelf, the hub may promise them.
///
/// # Errors
/// In this order: [`Refusal::Input`], [`Refusal::NeedsTakeover`], [`Refusal::NeedsRecount`],
/// [`Refusal::NotEnough`].
pub fn grant(
    cells: &Cells,
    me: DeviceId,
    readiness: &Readiness,
    lot: EntityId,
    quantity: Quantity,
) -> Result<Movement, Refusal> {
    sane(quantity)?;
    ready(readiness, lot)?;
    let here = Shelf::Device(me);
    within(share(cells, Holder::Device(me), here), lot, quantity)?;
    let legs = vec![
        own(lot, me, quantity.negated()),
        leg(lot, Holder::Hub, here, quantity),
    ];
    Ok(Movement::of(MoveKind::Transfer, legs))
}

/// Sends goods to another device: they are carried, and nobody's to promise, until a
/// [`receive`] names this transfer.
///
/// # Errors
/// As [`grant`].
pub fn give(
    cells: &Cells,
    me: DeviceId,
    readiness: &Readiness,
    lot: EntityId,
    quantity: Quantity,
) -> Result<Movement, Refusal> {
    sane(quantity)?;
    ready(readiness, lot)?;
    within(
        share(cells, Holder::Device(me), Shelf::Device(me)),
        lot,
        quantity,
    )?;
    let carried = leg(lot, Holder::Transit, Shelf::Transit, quantity);
    Ok(Movement::of(
        MoveKind::Transfer,
        vec![own(lot, me, quantity.negated()), carried],
    ))
}

/// What was carried here has arrived. `transfer` is the fact that sent it, `received` what earlier
/// receives of the same transfer and lot already took in.
///
/// # Errors
/// In this order: [`Refusal::Input`]; [`Refusal::AlreadyDone`] when the transfer carried nothing of
/// the lot, or all of it arrived; [`Refusal::NotEnough`] for more than is still carried.
pub fn receive(
    cells: &Cells,
    me: DeviceId,
    transfer: (FactId, &Movement),
    received: Quantity,
    lot: EntityId,
    quantity: Quantity,
) -> Result<Movement, Refusal> {
    sane(quantity)?;
    let (fact, sent) = transfer;
    let carried = sent
        .legs
        .iter()
        .filter(|l| l.lot == lot && l.place == Shelf::Transit && sent.kind == MoveKind::Transfer)
        .fold(Quantity::ZERO, |sum, l| sum.plus(l.delta))
        .minus(received);
    if carried <= Quantity::ZERO {
        return Err(Refusal::AlreadyDone);
    }
    within(
        carried.min(expected_on_shelf(cells, Shelf::Transit)),
        lot,
        quantity,
    )?;
    let mut arrived = Movement::of(
        MoveKind::Receive,
        vec![
            leg(lot, Holder::Transit, Shelf::Transit, quantity.negated()),
            own(lot, me, quantity),
        ],
    );
    arrived.about = Some(fact);
    Ok(arrived)
}

/// What a buyer sent back lies here and may be sold again. `shipped` is what the order's hand-over,
/// the fact `gone`, took of the lot, `returned` what came back of it before. The hand-over stands: it
/// shipped, and this brings in (`rules.md` 1).
///
/// # Errors
/// In this order: [`Refusal::Input`]; [`Refusal::NotEnough`] for more than went and has not come back.
pub fn return_in(
    me: DeviceId,
    lot: EntityId,
    (gone, shipped): (FactId, Quantity),
    returned: Quantity,
    quantity: Quantity,
) -> Result<Movement, Refusal> {
    sane(quantity)?;
    within(shipped.minus(returned), lot, quantity)?;
    let mut back = Movement::of(MoveKind::ReturnIn, vec![own(lot, me, quantity)]);
    back.about = Some(gone);
    Ok(back)
}

/// A count of this device's own shelf, against the sum of all holders there (`rules.md` 4). The
/// difference is the counter's. A count that finds what it expects is written too: after a restore
/// it is what makes the lot sellable again.
///
/// # Errors
/// [`Refusal::Input`] for a shelf that cannot be.
pub fn count(
    cells: &Cells,
    me: DeviceId,
    lot: EntityId,
    found: Quantity,
    saw: Vec<FactId>,
) -> Result<Movement, Refusal> {
    if found != Quantity::ZERO {
        sane(found)?;
    }
    let delta = found.minus(expected_on_shelf(cells, Shelf::Device(me)));
    let mut counted = Movement::of(MoveKind::Count, vec![own(lot, me, delta)]);
    counted.saw = saw;
    Ok(counted)
}

/// What goes into the bin is a device's own act, so a restored one first learns what it promised:
/// until the recount its share is too large, and the recount misses the spoilt grams anyway.
fn lose(
    cells: &Cells,
    me: DeviceId,
    readiness: &Readiness,
    lot: EntityId,
    quantity: Quantity,
) -> Result<Leg, Refusal> {
    sane(quantity)?;
    ready(readiness, lot)?;
    within(
        share(cells, Holder::Device(me), Shelf::Device(me)),
        lot,
        quantity,
    )?;
    Ok(own(lot, me, quantity.negated()))
}

fn loss(kind: MoveKind, leg: Leg, reason: &str) -> Movement {
    let mut lost = Movement::of(kind, vec![leg]);
    lost.reason = reason.to_owned();
    lost
}

/// It went bad. What is promised cannot be written off: a person first decides which order does
/// without, or counts the shelf, which names the orders at risk.
///
/// # Errors
/// As [`grant`].
pub fn spoil(
    cells: &Cells,
    me: DeviceId,
    readiness: &Readiness,
    lot: EntityId,
    quantity: Quantity,
    reason: &str,
) -> Result<Movement, Refusal> {
    let leg = lose(cells, me, readiness, lot, quantity)?;
    Ok(loss(MoveKind::Spoil, leg, reason))
}

/// It lost weight.
///
/// # Errors
/// As [`spoil`].
pub fn shrink(
    cells: &Cells,
    me: DeviceId,
    readiness: &Readiness,
    lot: EntityId,
    quantity: Quantity,
    reason: &str,
) -> Result<Movement, Refusal> {
    let leg = lose(cells, me, readiness, lot, quantity)?;
    Ok(loss(MoveKind::Shrink, leg, reason))
}

/// A wrong intake or weight is put right by `delta`. `about` is the fact that was wrong.
///
/// # Errors
/// In this order: [`Refusal::Input`] for a correction by nothing or beyond any lot; and, where it
/// takes away, as [`grant`].
pub fn correct(
    cells: &Cells,
    me: DeviceId,
    readiness: &Readiness,
    lot: EntityId,
    delta: Quantity,
    about: FactId,
    reason: &str,
) -> Result<Movement, Refusal> {
    let size = delta.max(delta.negated());
    sane(size)?;
    let changed = if delta < Quantity::ZERO {
        lose(cells, me, readiness, lot, size)?
    } else {
        own(lot, me, delta)
    };
    let mut corrected = Movement::of(MoveKind::Correction, vec![changed]);
    corrected.about = Some(about);
    corrected.reason = reason.to_owned();
    Ok(corrected)
}
