//! Decisions about goods that move by themselves: who may write which movement, given the stock
//! equation of the lot (`rules.md` 3 to 10). `cells` are those of the one lot that is spoken of.

use crate::fact::Takes;
use crate::id::{DeviceId, EntityId, FactId, Origin};
use crate::mark::{Holder, Shelf};
use crate::movement::{Leg, MoveKind, Movement};
use crate::order::settle::World;
use crate::quantity::{LIMIT_QUANTITY, Quantity};
use crate::refusal::Refusal;
use crate::stock::{Cells, Readiness, expected_on_shelf, share};
use crate::text::InputError;
use std::collections::BTreeMap;

/// How far a replica has heard each origin: the last sequence that it holds, without gaps.
pub type Heard = BTreeMap<Origin, u64>;

/// Where the hub stands after a restore (`rules.md` 9).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HubReadiness {
    /// It was restored: the rules below bind it.
    pub is_restored: bool,
    /// Every device has returned all facts that it holds, of any origin.
    pub has_heard_all: bool,
    /// Every shop was polled back past the backup.
    pub has_polled: bool,
}

impl HubReadiness {
    /// Whether it holds any quota to sell or to give back.
    #[must_use]
    pub const fn holds_quota(&self) -> bool {
        !self.is_restored || (self.has_heard_all && self.has_polled)
    }
}

fn sane(quantity: Quantity) -> Result<(), Refusal> {
    let error = match quantity.get() {
        0 => InputError::Zero,
        i64::MIN..0 => InputError::Negative,
        1..=LIMIT_QUANTITY => return Ok(()),
        _ => InputError::TooLarge,
    };
    Err(Refusal::Input { field: "quantity", error })
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
        return Err(Refusal::NotEnough { line: 0, lot: Some(lot), asked, available });
    }
    Ok(())
}

const fn leg(lot: EntityId, holder: Holder, place: Shelf, delta: Quantity) -> Leg {
    Leg { lot, holder, place, delta }
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
    let legs = vec![own(lot, me, quantity.negated()), leg(lot, Holder::Hub, here, quantity)];
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
    within(share(cells, Holder::Device(me), Shelf::Device(me)), lot, quantity)?;
    let carried = leg(lot, Holder::Transit, Shelf::Transit, quantity);
    Ok(Movement::of(MoveKind::Transfer, vec![own(lot, me, quantity.negated()), carried]))
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
    within(carried.min(expected_on_shelf(cells, Shelf::Transit)), lot, quantity)?;
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

/// How far this device had seen each of its older origins: what a count's envelope names
/// (`rules.md` 6). An older origin of which nothing is held is named with sequence 0.
#[must_use]
pub fn saw(older: &[Origin], heard: &Heard) -> Vec<FactId> {
    let mut saw: Vec<FactId> = older
        .iter()
        .map(|origin| FactId::new(*origin, heard.get(origin).copied().unwrap_or(0)))
        .collect();
    saw.sort_unstable();
    saw.dedup();
    saw
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

fn lose(
    kind: MoveKind,
    cells: &Cells,
    me: DeviceId,
    lot: EntityId,
    quantity: Quantity,
    reason: &str,
) -> Result<Movement, Refusal> {
    sane(quantity)?;
    within(share(cells, Holder::Device(me), Shelf::Device(me)), lot, quantity)?;
    let mut lost = Movement::of(kind, vec![own(lot, me, quantity.negated())]);
    lost.reason = reason.to_owned();
    Ok(lost)
}

/// It went bad. What is promised cannot be written off: a person first decides which order does
/// without, or counts the shelf, which names the orders at risk.
///
/// # Errors
/// In this order: [`Refusal::Input`], [`Refusal::NotEnough`].
pub fn spoil(
    cells: &Cells,
    me: DeviceId,
    lot: EntityId,
    quantity: Quantity,
    reason: &str,
) -> Result<Movement, Refusal> {
    lose(MoveKind::Spoil, cells, me, lot, quantity, reason)
}

/// It lost weight.
///
/// # Errors
/// As [`spoil`].
pub fn shrink(
    cells: &Cells,
    me: DeviceId,
    lot: EntityId,
    quantity: Quantity,
    reason: &str,
) -> Result<Movement, Refusal> {
    lose(MoveKind::Shrink, cells, me, lot, quantity, reason)
}

/// A wrong intake or weight is put right by `delta`. `about` is the fact that was wrong.
///
/// # Errors
/// In this order: [`Refusal::Input`] for a correction by nothing or beyond any lot,
/// [`Refusal::NotEnough`].
pub fn correct(
    cells: &Cells,
    me: DeviceId,
    lot: EntityId,
    delta: Quantity,
    about: FactId,
    reason: &str,
) -> Result<Movement, Refusal> {
    let size = delta.max(delta.negated());
    sane(size)?;
    if delta < Quantity::ZERO {
        within(share(cells, Holder::Device(me), Shelf::Device(me)), lot, size)?;
    }
    let mut corrected = Movement::of(MoveKind::Correction, vec![own(lot, me, delta)]);
    corrected.about = Some(about);
    corrected.reason = reason.to_owned();
    Ok(corrected)
}

/// The hub lowers its own quota at `place`, on asking or at expiry: only what it has withdrawn from
/// the shops, and after a restore only once nobody can still bring a sale that it forgot
/// (`rules.md` 3, 9).
///
/// # Errors
/// In this order: [`Refusal::Input`], [`Refusal::MissingMarks`] while the hub holds no quota,
/// [`Refusal::NotEnough`].
pub fn hand_back(
    cells: &Cells,
    place: DeviceId,
    hub: HubReadiness,
    lot: EntityId,
    quantity: Quantity,
) -> Result<Movement, Refusal> {
    sane(quantity)?;
    if !hub.holds_quota() {
        return Err(Refusal::MissingMarks);
    }
    let there = Shelf::Device(place);
    within(share(cells, Holder::Hub, there), lot, quantity)?;
    let legs = vec![leg(lot, Holder::Hub, there, quantity.negated()), own(lot, place, quantity)];
    Ok(Movement::of(MoveKind::Transfer, legs))
}

/// A restored device takes over its older origins, in the exchange in which the hub has delivered
/// all that it holds (`rules.md` 7).
///
/// # Errors
/// In this order: [`Refusal::AlreadyDone`] when there is nothing to take over,
/// [`Refusal::MissingMarks`] while the hub (`at_hub`) holds what this device has not `heard`.
pub fn takeover(
    me: DeviceId,
    readiness: &Readiness,
    older: &[Origin],
    heard: &Heard,
    at_hub: &Heard,
) -> Result<Takes, Refusal> {
    if readiness.may_release() {
        return Err(Refusal::AlreadyDone);
    }
    if at_hub.iter().any(|(origin, last)| heard.get(origin).copied().unwrap_or(0) < *last) {
        return Err(Refusal::MissingMarks);
    }
    Ok(Takes { device: me, closed: saw(older, heard) })
}

/// Whether the hub accepts a takeover: every origin is the device's own, and the hub holds nothing
/// beyond the sequences at which it closes them.
#[must_use]
pub fn is_takeover_acceptable(takes: &Takes, world: &World, at_hub: &Heard) -> bool {
    takes.closed.iter().all(|closed| {
        world.devices.get(&closed.origin) == Some(&takes.device)
            && at_hub.get(&closed.origin).copied().unwrap_or(0) <= closed.sequence
    })
}
